//! The track inside: it shall not happen again, and evidence says so. One state at a time (DOMAIN 4.3, X18, I23, I24).
use super::Asks;
use crate::asked;
use crate::blame;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::ids::{ContactId, PersonId};
use crate::inside;
use crate::kinds::{Prevention, PreventionQuestion, Safety, Severity, TroubleKind};
use crate::parts::{IdeaAbout, PreventionAnswer, Said};
use crate::refusal::Refusal;
use crate::rights::{self, Right};
use crate::text::{Part, Text, choice};
use serde::{Deserialize, Serialize};

asked! {
    /// Moves prevention on, with what was found or done.
    pub struct AdvancePrevention {
        /// The next state, or *not needed* for a small trouble that came once.
        pub to: Prevention,
        /// What was done, found or proven; for *not needed*, why.
        pub words: String,
        /// The cause as verified: never a person, never the symptom again.
        pub cause: Option<String>,
        /// Answers of the prevention bank; a later answer to the same question replaces the earlier.
        #[serde(default)]
        pub answers: Vec<PreventionAnswer>,
        /// What we changed, since when, how we know: the letter as sent to the customer.
        pub letter: Option<String>,
        /// The contact who would rather not have a letter.
        pub letter_declined_by: Option<ContactId>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PreventionMoved {
    pub from: Prevention,
    pub by: PersonId,
    pub asked: AdvancePrevention,
    /// Written since the findings are kept one by one: what did not hold begins them anew and is told first.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub anew: bool,
}

impl Asks for AdvancePrevention {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let by = draft.person()?;
        Refusal::unless_said(&self.words, "words", "nothing-said")?;
        let from = draft.case.prevention.state;
        if self.to != Prevention::NotNeeded && !follows(from).contains(&self.to) {
            let refusal = Refusal::state("prevention-one-step").about("to");
            return Err(refusal.with("from", choice("prevention", from.word())));
        }
        if self.answers.iter().any(|a| a.words.trim().is_empty()) {
            return Err(Refusal::input("answers", "answer-without-words"));
        }
        match self.to {
            Prevention::NotNeeded => self.check_not_needed(draft)?,
            Prevention::CauseVerified => self.check_cause(draft)?,
            Prevention::Implementing => self.check_actions(draft)?,
            Prevention::Held => self.check_bank(&draft.case)?,
            Prevention::Shared => {
                ideas_are_answered(&draft.case)?;
                self.check_letter(draft)?;
            }
            _ => {}
        }
        check_facts(&draft.case, self.to)?;
        let anew = self.to == Prevention::DidNotHold;
        draft.happened(PreventionMoved { from, by, asked: self.clone(), anew });
        Ok(())
    }
}

/// Whoever said how to prevent it hears what became of that before they read what we changed (S137).
fn ideas_are_answered(case: &Case) -> Result<(), Refusal> {
    match case.joint.unanswered().find(|idea| idea.about == IdeaAbout::Prevention) {
        Some(idea) => Err(Refusal::state("idea-before-shared").about("to").with("words", &idea.words)),
        None => Ok(()),
    }
}

/// What was recorded of the second track is finished before the next state; in an 8D all of it is (DOMAIN 4.3, 5.6).
fn check_facts(case: &Case, to: Prevention) -> Result<(), Refusal> {
    if case.inside.untold_since.is_some() && to != Prevention::FindingCause {
        return Err(Refusal::law("tell-them-first").about("to"));
    }
    let missing = inside::before(case, to);
    if missing.is_empty() {
        return Ok(());
    }
    let missing = missing.iter().map(|lack| choice("lack", lack.word())).collect();
    Err(Refusal::state("prevention-lacks").about("to").with("missing", Part::List(missing)))
}

/// A cause is no person and not what was seen (S135, I23).
///
/// # Errors
/// `cause-names-a-person`, `cause-has-a-name`, `cause-is-the-symptom`.
pub(super) fn cause_is_none(said: &str, field: &'static str, draft: &Draft) -> Result<(), Refusal> {
    blame::none_in(said, field, &draft.facts.colleagues)?;
    let plain = |words: &str| words.trim().trim_end_matches('.').to_lowercase();
    let seen = [Some(&draft.case.title), draft.case.inside.problem.as_ref().map(|p| &p.failure_mode)];
    if seen.into_iter().flatten().any(|symptom| plain(symptom) == plain(said)) {
        return Err(Refusal::input(field, "cause-is-the-symptom"));
    }
    Ok(())
}

/// Where a state leads.
fn follows(state: Prevention) -> &'static [Prevention] {
    use Prevention::*;
    match state {
        NotStarted => &[Containing],
        Containing => &[Contained],
        Contained | DidNotHold => &[FindingCause],
        FindingCause => &[CauseVerified],
        CauseVerified => &[Choosing],
        Choosing => &[Implementing],
        Implementing => &[Verifying],
        Verifying => &[Held, DidNotHold],
        Held => &[Shared, DidNotHold],
        Shared => &[DidNotHold],
        NotNeeded => &[Containing],
    }
}

impl AdvancePrevention {
    /// Only a small trouble that came once, hurt nobody and did not slip past our checks needs none (DOMAIN 4.3).
    fn check_not_needed(&self, draft: &Draft) -> Result<(), Refusal> {
        rights::check(Right::ManageOrQuality, draft.facts)?;
        let case = &draft.case;
        let early =
            matches!(case.prevention.state, Prevention::NotStarted | Prevention::Containing | Prevention::Contained);
        if !early {
            return Err(Refusal::state("prevention-begun").about("to"));
        }
        let unsafe_ = case.harm.safety.is_some_and(|s| s != Safety::Nobody);
        let escaped = case.kind == TroubleKind::Defect;
        if case.severity != Severity::S3 || !case.repeat_of.is_empty() || unsafe_ || escaped {
            return Err(Refusal::law("prevention-needed").about("to"));
        }
        Ok(())
    }

    /// Where causes are kept one by one they were checked then; else the one sentence is.
    fn check_cause(&self, draft: &Draft) -> Result<(), Refusal> {
        let (case, said) = (&draft.case, self.cause.as_deref().unwrap_or("").trim());
        if said.is_empty() && case.inside.verified().next().is_some() {
            return Ok(());
        }
        Refusal::unless_said(said, "cause", "cause-empty")?;
        cause_is_none(said, "cause", draft)
    }

    /// Training alone is a weak action (S009, I24).
    fn check_actions(&self, draft: &Draft) -> Result<(), Refusal> {
        // Actions that are kept one by one have their own strength (I24).
        if draft.case.inside.standing_actions().next().is_some() {
            return Ok(());
        }
        let chosen: Vec<_> =
            self.all_answers(&draft.case).filter(|a| a.answer == Said::Yes).map(|a| a.question).collect();
        if chosen.is_empty() {
            return Err(Refusal::input("answers", "no-action-chosen"));
        }
        if chosen == [PreventionQuestion::Training] {
            draft.gate(Gate::WeakActionAlone, "weak-action-alone").map_err(|r| r.about("answers"))?;
        }
        Ok(())
    }

    /// Every question of the bank is answered before it may be said to hold (S008, S228).
    fn check_bank(&self, case: &Case) -> Result<(), Refusal> {
        let open = |q: &&PreventionQuestion| !self.all_answers(case).any(|a| a.question == **q);
        match PreventionQuestion::ALL.iter().find(open) {
            Some(question) => {
                let asked = choice("prevention-question", question.word());
                Err(Refusal::input("answers", "prevention-question-open").with("question", asked))
            }
            None => Ok(()),
        }
    }

    fn check_letter(&self, draft: &Draft) -> Result<(), Refusal> {
        if let Some(contact) = self.letter_declined_by {
            draft.contact(contact, "letter_declined_by")?;
        }
        let sent = self.letter.as_deref().is_some_and(|l| !l.trim().is_empty());
        if !sent && self.letter_declined_by.is_none() && draft.case.prevention.letter_at.is_none() {
            draft.gate(Gate::ImprovementLetter, "improvement-letter-first").map_err(|r| r.about("letter"))?;
        }
        Ok(())
    }

    /// The answers given now, and those given before that still stand.
    fn all_answers<'a>(&'a self, case: &'a Case) -> impl Iterator<Item = &'a PreventionAnswer> {
        let stands = |a: &&PreventionAnswer| !self.answers.iter().any(|b| b.question == a.question);
        self.answers.iter().chain(case.prevention.answers.iter().filter(stands))
    }
}

/// Whether findings begin anew when something did not hold; events from before they were kept only moved the state.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anew {
    Yes,
    No,
}
impl From<bool> for Anew {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

/// What did not hold is looked into again at once, and the customer hears it from us before anybody else tells them.
pub(super) fn did_not_hold(case: &mut Case, anew: Anew, when: &When) {
    let called_held = case.prevention.held_at.is_some();
    case.prevention.state = Prevention::FindingCause;
    case.prevention.held_at = None;
    case.prevention.letter_at = None;
    if anew == Anew::No {
        return;
    }
    case.inside.again_since = Some(when.recorded_at);
    case.inside.measure = None;
    if called_held {
        case.inside.untold_since.get_or_insert(when.recorded_at);
    }
}

impl Happened for PreventionMoved {
    fn apply(&self, case: &mut Case, when: &When) {
        let asked = &self.asked;
        let answers = asked.all_answers(case).cloned().collect();
        let track = &mut case.prevention;
        track.answers = answers;
        track.state = asked.to;
        match asked.to {
            Prevention::NotNeeded => {
                track.why_not_needed = Some(asked.words.clone());
                track.approved_by = Some(self.by);
            }
            Prevention::Held => track.held_at = Some(when.recorded_at),
            _ => {}
        }
        if asked.letter.is_some() || asked.letter_declined_by.is_some() {
            track.letter_at = Some(when.happened_at);
        }
        if asked.to == Prevention::DidNotHold {
            did_not_hold(case, self.anew.into(), when);
        }
    }
    fn words(&self) -> Text {
        Text::new("event-prevention-moved")
            .with("to", choice("prevention", self.asked.to.word()))
            .with("words", &self.asked.words)
    }
    fn told(&self) -> Option<Text> {
        self.asked.letter.as_ref().map(|letter| Text::new("told-improvement").with("letter", letter))
    }
}
