//! Playbooks in words: their titles, what a step needs, and in what two versions differ.
use super::forms;
use crate::words::{Words, t, t_with};
use casework::kinds::{Reaction, TroubleKind};
use casework::need::Need;
use casework::parts::Said;
use casework::playbook::{self, Compared, Differs, Pair, Playbook, PlaybookStep};
use store::firm::Firm;

/// A title as a person reads it: of the program in their language, of the organisation as it was written.
pub fn said(title: &str) -> String {
    if playbook::is_key(title) && Words::spoken().knows(title) { t(title).into_owned() } else { title.to_owned() }
}

/// What a playbook is called.
pub fn title(playbook: &Playbook) -> String {
    said(&playbook.title())
}

/// The same by its name; one that nobody knows any more by its name alone.
pub fn title_of(firm: &Firm, name: &str) -> String {
    let known = firm.playbooks.iter().chain(firm.shelf.iter()).find(|playbook| playbook.name == name);
    known.map_or_else(|| said(&playbook::key_of(name)), title)
}

/// The number of a step and its title.
pub fn step(step: &PlaybookStep) -> String {
    format!("{} {}", step.no, said(&step.title)).trim().to_owned()
}

pub fn need(need: Need) -> String {
    t(&format!("need-{}", need.word().replace('_', "-"))).into_owned()
}
pub fn needs(all: &[Need]) -> String {
    all.iter().map(|one| need(*one)).collect::<Vec<_>>().join(", ")
}
pub fn kind(kind: TroubleKind) -> String {
    t(&format!("trouble-kind-{}", kind.word().replace('_', "-"))).into_owned()
}
pub fn answer(answer: Reaction) -> String {
    t(&format!("reaction-{}", answer.word().replace('_', "-"))).into_owned()
}
fn answers(all: &[Reaction]) -> String {
    all.iter().map(|one| answer(*one)).collect::<Vec<_>>().join(", ")
}
/// What an act is called; one without a form by its own word.
pub fn act(word: &str) -> String {
    if word == "open-case" || forms::of(word).is_some() {
        t(&format!("do-{word}")).into_owned()
    } else {
        word.to_owned()
    }
}

/// For which cases it is meant, in words; nothing when it says nothing.
pub fn meant_for(playbook: &Playbook) -> Option<String> {
    let origins = playbook.origins.iter().map(|o| t(&format!("origin-{}", o.word().replace('_', "-"))).into_owned());
    let kinds = playbook.kinds.iter().map(|k| kind(*k));
    let overlay = (playbook.overlay == Said::Yes).then(|| t("playbooks-beside").into_owned());
    let join = |all: Vec<String>| (!all.is_empty()).then(|| all.join(", "));
    let parts = [join(kinds.collect()), join(origins.collect()), overlay];
    join(parts.into_iter().flatten().collect()).filter(|words| !words.is_empty())
}

/// The needs in groups, as a person looks for them; each stands in one.
pub const NEEDS: &[(&str, &[Need])] = &[
    (
        "playbooks-needs-reach",
        &[
            Need::SafetyAnswered,
            Need::Acknowledged,
            Need::Invited,
            Need::Prepared,
            Need::NewsTold,
            Need::ReactionKnown,
            Need::ReactionHurts,
            Need::NeedByKnown,
        ],
    ),
    (
        "playbooks-needs-talk",
        &[
            Need::Voice,
            Need::HadTheirSay,
            Need::ReflectBack,
            Need::Impact,
            Need::EndTone,
            Need::Apologised,
            Need::NextContact,
            Need::ToldWhatHappened,
            Need::QuestionsAnswered,
        ],
    ),
    (
        "playbooks-needs-cause",
        &[
            Need::OurPart,
            Need::FaultStated,
            Need::CauseAsked,
            Need::PreventionAsked,
            Need::FactsRecorded,
            Need::WhatElse,
        ],
    ),
    ("playbooks-needs-options", &[Need::TwoOptions, Need::Compromise, Need::OptionsTalk, Need::Decision, Need::Remedy]),
    (
        "playbooks-needs-plan",
        &[
            Need::FixStep,
            Need::PreventStep,
            Need::StepsConfirmed,
            Need::CustomerTakesPart,
            Need::AgreedByBoth,
            Need::SummarySent,
            Need::CheckInHeld,
            Need::FixStarted,
            Need::FixDone,
            Need::EmergencyPlan,
            Need::PromisesKept,
        ],
    ),
    (
        "playbooks-needs-word",
        &[
            Need::WordAsked,
            Need::Word,
            Need::DeadlineByTheirWord,
            Need::FollowUpCall,
            Need::NextStepChosen,
            Need::NextStepDone,
            Need::Review,
            Need::ClosingMessage,
        ],
    ),
    (
        "playbooks-needs-inside",
        &[
            Need::ProblemTeam,
            Need::ProblemDescribed,
            Need::HarmContained,
            Need::CausesVerified,
            Need::ActionsChosen,
            Need::ActionsDone,
            Need::KeptFromComingBack,
            Need::PreventionDone,
            Need::PreventionBank,
            Need::ImprovementLetter,
        ],
    ),
    ("playbooks-needs-else", &[Need::ByHand, Need::ManagerAndQuality, Need::NotStuck]),
];

/// One step that is not as it was: which, and in what.
pub struct Told {
    pub step: String,
    pub what: Vec<String>,
}

/// In what a version differs from another, from the top to the bottom, and how many steps stay as they are.
pub fn differences(was: &Playbook, is: &Playbook) -> (Vec<String>, Vec<Told>, usize) {
    let compared = Compared::of(was, is);
    let told: Vec<Told> = compared.steps.iter().filter_map(|pair| of_step(was, is, pair)).collect();
    let gone = compared.steps.iter().filter(|pair| matches!(pair, Pair::Gone { .. })).count();
    let same = is.steps.len() + gone - told.len();
    (of_the_whole(was, is), told, same)
}

fn of_step(was: &Playbook, is: &Playbook, pair: &Pair) -> Option<Told> {
    match pair {
        Pair::New { is: at } => {
            let new = &is.steps[*at];
            let needs = [("needs", needs(&new.needs).into())];
            Some(Told { step: step(new), what: vec![t_with("playbooks-differs-new", &needs)] })
        }
        Pair::Gone { was: at } => {
            Some(Told { step: step(&was.steps[*at]), what: vec![t("playbooks-differs-gone").into_owned()] })
        }
        Pair::Both { was: before, is: at, differs } => {
            let (before, now) = (&was.steps[*before], &is.steps[*at]);
            let what: Vec<String> = differs.iter().flat_map(|one| in_words(before, now, one)).collect();
            (!what.is_empty()).then(|| Told { step: step(now), what })
        }
    }
}

fn in_words(was: &PlaybookStep, is: &PlaybookStep, differs: &Differs) -> Vec<String> {
    let opens = |step: &PlaybookStep| step.act.as_deref().map_or_else(|| t("playbooks-no-act").into_owned(), act);
    match differs {
        Differs::Place => vec![t("playbooks-differs-place").into_owned()],
        Differs::Number => vec![t_with("playbooks-differs-number", &[("no", was.no.as_str().into())])],
        Differs::Title => vec![t_with("playbooks-differs-title", &[("title", said(&was.title).into())])],
        Differs::Act => {
            vec![t_with("playbooks-differs-act", &[("was", opens(was).into()), ("is", opens(is).into())])]
        }
        Differs::After if is.after.is_empty() => vec![t("playbooks-differs-always").into_owned()],
        Differs::After => vec![t_with("playbooks-differs-after", &[("answers", answers(&is.after).into())])],
        Differs::Needs { more, fewer } => {
            let told = |key, all: &[Need]| (!all.is_empty()).then(|| t_with(key, &[("needs", needs(all).into())]));
            [told("playbooks-differs-more", more), told("playbooks-differs-fewer", fewer)]
                .into_iter()
                .flatten()
                .collect()
        }
    }
}

fn of_the_whole(was: &Playbook, is: &Playbook) -> Vec<String> {
    let mut all = vec![];
    if title(was) != title(is) {
        all.push(t_with("playbooks-differs-title", &[("title", title(was).into())]));
    }
    if was.source != is.source {
        all.push(t_with("playbooks-differs-source", &[("source", was.source.as_str().into())]));
    }
    let any = || t("playbooks-for-any").into_owned();
    let (before, now) = (meant_for(was).unwrap_or_else(any), meant_for(is).unwrap_or_else(any));
    if before != now {
        all.push(t_with("playbooks-differs-meant", &[("was", before.into()), ("is", now.into())]));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_need_stands_in_one_group() {
        let grouped: Vec<Need> = NEEDS.iter().flat_map(|(_, needs)| needs.iter().copied()).collect();
        for need in Need::ALL {
            assert_eq!(grouped.iter().filter(|one| *one == need).count(), 1, "{}", need.word());
        }
        assert_eq!(grouped.len(), Need::ALL.len());
    }

    #[test]
    fn a_difference_is_told_in_words() {
        let all = store::playbooks::built_in();
        let was = all.iter().find(|p| p.name == "run_to_the_problem").expect("shipped");
        let mut is = Playbook { version: 2, ..was.clone() };
        is.steps.remove(2);
        is.steps[1].needs.push(Need::Impact);
        is.kinds = vec![TroubleKind::Delay];
        let (whole, steps, same) = differences(was, &is);
        assert_eq!(whole, ["Meant for delay; it was meant for any case."]);
        let told: Vec<String> = steps.iter().map(|told| format!("{}: {}", told.step, told.what.join(" "))).collect();
        assert_eq!(
            told,
            [
                "2 Go to them now: Needs in addition: what it does to them.",
                "3 No answer? A message, then the one allowed mail: Is not there any more."
            ]
        );
        assert_eq!(same, 6);
    }
}
