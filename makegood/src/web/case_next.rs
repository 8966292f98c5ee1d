//! What comes next on a case: the one obvious act, the others beside it, and the act that each need is filled by.
use crate::words::{t, t_with};
use casework::Case;
use casework::clock::{Clock, ClockKind};
use casework::kinds::*;
use casework::need::Need;
use casework::parts::*;
use casework::recovery::missing;
use jiff::Timestamp;

/// One act with what it is about, as the address of its form knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextAct {
    /// The word of the command.
    pub word: &'static str,
    /// `step=…`, `promise=…`; empty when it is about the case.
    pub about: String,
}

impl NextAct {
    fn of(word: &'static str) -> Self {
        Self { word, about: String::new() }
    }
    fn about(word: &'static str, name: &str, id: impl std::fmt::Display) -> Self {
        Self { word, about: format!("{name}={id}") }
    }
    /// What the act is called, and what it is about.
    pub fn label(&self, case: &Case) -> String {
        match (self.key(), self.what(case)) {
            (Some(key), Some(what)) => t_with(key, &[("what", super::forms::short(what).into())]),
            _ => self.name(),
        }
    }
    /// What the act alone is called: on a button beside what it is about.
    pub fn name(&self) -> String {
        let about = self.about.split_once('=').map_or("", |(_, id)| id);
        match (self.word, about) {
            ("record-message", about) if about.contains("answer=") => t("mail-answer").into_owned(),
            ("record-message", "summary") => t("next-summary").into_owned(),
            ("record-message", "thank_you") => t("next-thank-you").into_owned(),
            ("record-message", "voicemail_follow_up") => t("next-voicemail-mail").into_owned(),
            ("settle-step", _) => t("plan-settle").into_owned(),
            ("confirm-step", _) => t("next-can-it").into_owned(),
            ("settle-promise", _) => t("next-kept").into_owned(),
            (word, _) => t(&format!("do-{word}")).into_owned(),
        }
    }
    /// The step, promise or option that it is about, in the words it was made in.
    pub fn what<'a>(&self, case: &'a Case) -> Option<&'a str> {
        let id = self.about.split_once('=').map_or("", |(_, id)| id);
        match self.word {
            "settle-step" | "confirm-step" => {
                let mut steps = case.plan.iter().flat_map(|plan| &plan.steps);
                steps.find(|s| s.id.to_string() == id).map(|s| s.text.as_str())
            }
            "settle-promise" => case.promises.iter().find(|p| p.id.to_string() == id).map(|p| p.words.as_str()),
            "answer-suggestion" => case.options.iter().find(|o| o.id.to_string() == id).map(|o| o.what.as_str()),
            _ => None,
        }
        .filter(|what| !what.trim().is_empty())
    }
    fn key(&self) -> Option<&'static str> {
        match self.word {
            "settle-step" => Some("next-settle-step"),
            "confirm-step" => Some("next-confirm-step"),
            "settle-promise" => Some("next-settle-promise"),
            "answer-suggestion" => Some("next-answer-suggestion"),
            _ => None,
        }
    }
    pub fn href(&self, case: &Case) -> String {
        let query = if self.about.is_empty() { String::new() } else { format!("?{}", self.about) };
        // What has a purpose is written here; what went by another way is only recorded.
        let written = self.word == WRITE || (self.word == "record-message" && !self.about.is_empty());
        let way = if written { "mail/new".to_owned() } else { format!("do/{}", self.word) };
        format!("/cases/{}/{way}{query}", case.number)
    }
}

/// Writing a mail: a page of its own and no command.
const WRITE: &str = "write-mail";
/// Acts beside the obvious one.
const ALSO_AT_MOST: usize = 6;

/// The obvious act first, then what else would help now.
pub fn next(case: &Case, now: Timestamp) -> Vec<NextAct> {
    let running = || case.clocks.iter().filter(|c| c.is_running());
    let pressing = running().filter(|c| c.kind.is_contact() || c.warn_at <= now).filter_map(|c| for_clock(case, c));
    let mut acts: Vec<NextAct> = pressing.take(3).collect();
    acts.extend(for_state(case));
    acts.extend(running().filter_map(|c| for_clock(case, c)));
    acts.extend(beside(case).iter().map(|word| NextAct::of(word)));
    let mut found: Vec<NextAct> = vec![];
    for act in acts {
        let alike = found.iter().filter(|f| f.word == act.word);
        if !found.contains(&act) && alike.count() < if act.about.is_empty() { 1 } else { 2 } {
            found.push(act);
        }
    }
    found.truncate(ALSO_AT_MOST + 1);
    found
}

/// What an obligation is met with.
fn for_clock(case: &Case, clock: &Clock) -> Option<NextAct> {
    use ClockKind as K;
    let about = |word, name: &str| clock.about.map(|id| NextAct::about(word, name, id));
    match clock.kind {
        K::FirstContact | K::UrgentContact | K::Retry | K::TellSlip => Some(NextAct::of("record-conversation")),
        K::Receipt | K::Silence | K::SilenceAwaitingWord => Some(NextAct::of("record-conversation")),
        K::VoicemailMail => Some(NextAct::about("record-message", "purpose", "voicemail_follow_up")),
        K::Promise => match clock.about.and_then(|id| case.promises.iter().find(|p| p.id.0 == id)) {
            Some(promise) if promise.what == Promised::NextContact => Some(NextAct::of("record-conversation")),
            Some(promise) => Some(NextAct::about("settle-promise", "promise", promise.id)),
            None => about("give-amends", "amends"),
        },
        K::OptionsReady => {
            Some(NextAct::of(if case.fresh_options().count() < 2 { "add-option" } else { "lay-out-options" }))
        }
        K::AnswerProposal => Some(match clock.about {
            None => NextAct::of("agree-plan"),
            Some(id) if case.questions.iter().any(|q| q.id.0 == id) => {
                NextAct::about("answer-question", "question", id)
            }
            Some(id) if case.joint.ideas.iter().any(|i| i.id.0 == id) => NextAct::about("answer-idea", "idea", id),
            Some(id) if case.joint.invitations.iter().any(|i| i.id.0 == id) => {
                NextAct::about("invite", "suggestion", id)
            }
            Some(id) if case.mails.letters.iter().any(|letter| letter.message.0 == id) => {
                let purpose = if case.has_voice() { "update" } else { "ask_for_time" };
                NextAct::about("record-message", "purpose", format!("{purpose}&answer={id}"))
            }
            Some(id) => NextAct::about("answer-suggestion", "option", id),
        }),
        K::ApproveAmends => about("approve-amends", "amends"),
        K::Summary => Some(NextAct::about("record-message", "purpose", "summary")),
        K::StepConfirmed => about("confirm-step", "step"),
        K::StepDue => about("settle-step", "step"),
        K::CheckIn => Some(NextAct::of("record-check-in")),
        K::AskForWord => Some(NextAct::of("ask-for-word")),
        K::StillWaiting => Some(NextAct::of("record-word")),
        K::FollowUpCall => Some(NextAct::of("follow-up")),
        K::Review => Some(NextAct::of("review")),
        K::Containment => Some(NextAct::of("contain-place")),
        K::CauseFound | K::PreventionProven => Some(NextAct::of("advance-prevention")),
        K::ImprovementLetter => Some(NextAct::of("advance-prevention")),
        K::EscalationOpened => about("acknowledge-escalation", "escalation"),
        K::SupplierAnswer => Some(NextAct::of("note-supplier-answer")),
        K::Deadlock => Some(NextAct::of("escalate")),
        K::DeliveryCheck => None,
    }
}

/// Where the case stands, and the act that brings it on.
fn for_state(case: &Case) -> Vec<NextAct> {
    match case.recovery {
        Recovery::Spotted | Recovery::Told => vec![NextAct::of("record-conversation")],
        Recovery::Heard => {
            let options = if case.fresh_options().count() < 2 { "add-option" } else { "lay-out-options" };
            vec![NextAct::of(options)]
        }
        Recovery::Deciding => {
            missing(case, Recovery::Agreed).into_iter().filter_map(|need| for_need(case, need)).take(2).collect()
        }
        Recovery::Agreed | Recovery::MakingGood => making_good(case),
        Recovery::AwaitingWord | Recovery::NoWord => vec![NextAct::of("record-word")],
        Recovery::Solved | Recovery::Withdrawn => after(case),
        Recovery::StillWorks => vec![NextAct::of("close")],
        Recovery::NotAgreed => vec![NextAct::of("add-option"), NextAct::of("mediate")],
        Recovery::InMediation => vec![NextAct::of("propose-outcome")],
        Recovery::Closed => vec![NextAct::of("reopen")],
        Recovery::Merged => vec![],
    }
}

fn making_good(case: &Case) -> Vec<NextAct> {
    let open = case.fix_steps().filter(|s| s.is_open() && s.party != Party::Customer).min_by_key(|s| s.due);
    if let Some(step) = open {
        return vec![NextAct::about("settle-step", "step", step.id)];
    }
    if let Some(step) = case.fix_steps().find(|s| s.is_open()) {
        return vec![NextAct::about("settle-step", "step", step.id)];
    }
    let told = (case.told.is_none()).then(|| NextAct::of("tell-what-happened"));
    told.into_iter().chain([NextAct::of("ask-for-word")]).collect()
}

/// After their word: the next step, the call, the review, prevention, and only then the last message.
fn after(case: &Case) -> Vec<NextAct> {
    let owed = |is_owed: bool, word| is_owed.then(|| NextAct::of(word));
    let mut acts: Vec<NextAct> = [
        owed(case.follow_up.is_none(), "choose-follow-up"),
        owed(!Need::FollowUpCall.is_met(case), "follow-up"),
        thank_you(case),
        owed(case.review.is_none(), "review"),
        owed(!Need::PreventionDone.is_met(case), "advance-prevention"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !Need::QuestionsAnswered.is_met(case) {
        acts.push(answer_owed(case));
    }
    let ours = case.plan.iter().flat_map(|p| &p.steps).find(|s| s.is_open() && s.party != Party::Customer);
    acts.extend(ours.map(|step| NextAct::about("settle-step", "step", step.id)));
    acts.extend(case.open_promises().next().map(|promise| NextAct::about("settle-promise", "promise", promise.id)));
    acts.push(NextAct::of("close"));
    acts
}

/// The thank-you that was chosen and is not written yet: its draft names what they did (S215).
fn thank_you(case: &Case) -> Option<NextAct> {
    let chosen = case.follow_up.as_ref().filter(|f| f.kind == FollowUpKind::ThankYou && f.done_at.is_none());
    chosen.map(|_| NextAct::about("record-message", "purpose", "thank_you"))
}

/// The first of their ideas, else of their questions, that nobody has answered.
fn answer_owed(case: &Case) -> NextAct {
    match case.joint.unanswered().next() {
        Some(idea) => NextAct::about("answer-idea", "idea", idea.id),
        None => NextAct::of("answer-question"),
    }
}

fn beside(case: &Case) -> &'static [&'static str] {
    match case.recovery {
        Recovery::Spotted | Recovery::Told => &["record-attempt", "prepare-talk", "describe-harm", "hand-over"],
        Recovery::Closed | Recovery::Merged => &["add-note"],
        _ => &["record-conversation", "make-promise", WRITE, "add-note"],
    }
}

/// The act that fills a need; nothing for what only time or others can fill.
pub fn for_need(case: &Case, need: Need) -> Option<NextAct> {
    let open_step = || {
        case.plan
            .iter()
            .flat_map(|p| &p.steps)
            .find(|s| s.is_open() && s.confirmed == Said::No && s.party != Party::Customer)
    };
    let word = match need {
        Need::SafetyAnswered | Need::Impact => "describe-harm",
        Need::Acknowledged | Need::Voice | Need::HadTheirSay | Need::ReflectBack | Need::EndTone | Need::Apologised => {
            "record-conversation"
        }
        Need::CauseAsked | Need::PreventionAsked | Need::WhatElse => "record-conversation",
        Need::OurPart | Need::FaultStated => "state-fault",
        Need::Invited | Need::Prepared => "prepare-talk",
        Need::NewsTold | Need::ReactionKnown | Need::ReactionHurts | Need::NeedByKnown => "record-reaction",
        Need::FactsRecorded => "record-facts",
        Need::TwoOptions | Need::Compromise => "add-option",
        Need::OptionsTalk => "lay-out-options",
        Need::Decision | Need::Remedy => "decide",
        Need::FixStep | Need::PreventStep | Need::CustomerTakesPart if case.plan.is_some() => "revise-plan",
        Need::FixStep | Need::PreventStep | Need::CustomerTakesPart => "draft-plan",
        Need::StepsConfirmed => match open_step() {
            Some(step) => return Some(NextAct::about("confirm-step", "step", step.id)),
            None => "draft-plan",
        },
        Need::AgreedByBoth if case.plan.is_none() => "draft-plan",
        Need::AgreedByBoth => "agree-plan",
        Need::SummarySent => return Some(NextAct::about("record-message", "purpose", "summary")),
        Need::CheckInHeld => "record-check-in",
        Need::FixStarted | Need::FixDone => return making_good(case).into_iter().next(),
        Need::PromisesKept => "settle-promise",
        Need::ToldWhatHappened => "tell-what-happened",
        Need::QuestionsAnswered => return Some(answer_owed(case)),
        Need::NextContact => "make-promise",
        Need::WordAsked => "ask-for-word",
        Need::Word | Need::DeadlineByTheirWord => "record-word",
        Need::NextStepDone if thank_you(case).is_some() => return thank_you(case),
        Need::FollowUpCall | Need::NextStepDone => "follow-up",
        Need::NextStepChosen => "choose-follow-up",
        Need::Review => "review",
        Need::ClosingMessage => "close",
        Need::PreventionDone | Need::PreventionBank | Need::ImprovementLetter => "advance-prevention",
        Need::ManagerAndQuality => "name-team",
        Need::ProblemTeam => "name-problem-team",
        Need::ProblemDescribed => "describe-problem",
        Need::HarmContained => "contain-place",
        Need::CausesVerified => "name-cause",
        Need::ActionsChosen => "choose-action",
        Need::ActionsDone => "finish-action",
        Need::KeptFromComingBack => "check-hold",
        Need::NotStuck => "mediate",
        Need::EmergencyPlan => "launch-emergency-plan",
        Need::ByHand => "tick-step",
    };
    Some(NextAct::of(word))
}

/// The act of that word, where it has a form and is asked on a case that is there.
pub fn named(word: &str) -> Option<NextAct> {
    let known = super::forms::WORDS.iter().find(|known| **known == word && word != "open-case")?;
    Some(NextAct::of(known))
}

/// The act that says a step of a playbook is done, or is not needed here.
pub fn by_hand() -> NextAct {
    NextAct::of("tick-step")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_need_leads_to_an_act_that_has_a_form() {
        let case = Case::blank(casework::ids::CaseId(uuid::Uuid::nil()));
        for need in Need::ALL {
            let act = for_need(&case, *need).expect("each need has an act");
            assert!(crate::web::forms::of(act.word).is_some(), "{} of {}", act.word, need.word());
        }
    }
}
