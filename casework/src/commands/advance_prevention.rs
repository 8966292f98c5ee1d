//! The track inside: it shall not happen again, and evidence says so. One state at a time (DOMAIN 4.3, X18, I23, I24).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::ids::{ContactId, PersonId};
use crate::kinds::{Prevention, PreventionQuestion, Recovery, Safety, Severity, TroubleKind};
use crate::parts::{PreventionAnswer, Said};
use crate::refusal::Refusal;
use crate::rights::{self, Right};
use crate::text::{Text, choice};
use serde::{Deserialize, Serialize};

/// A cause that names a person explains nothing: what let it happen? (I23, S135)
const BLAMES: [&str; 6] =
    ["operator error", "human error", "operator mistake", "carelessness", "careless", "lack of attention"];

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
}

impl Asks for AdvancePrevention {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        // Inside, the work goes on after the customer's case is closed.
        match draft.case.recovery {
            _ if !draft.case.exists() => return Err(Refusal::missing("no-such-case")),
            Recovery::Merged => return Err(Refusal::state("case-merged")),
            _ => {}
        }
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
            Prevention::CauseVerified => self.check_cause(&draft.case)?,
            Prevention::Implementing => self.check_actions(draft)?,
            Prevention::Held => self.check_bank(&draft.case)?,
            Prevention::Shared => self.check_letter(draft)?,
            _ => {}
        }
        draft.happened(PreventionMoved { from, by, asked: self.clone() });
        Ok(())
    }
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

    fn check_cause(&self, case: &Case) -> Result<(), Refusal> {
        let cause = self.cause.as_deref().unwrap_or("").trim().to_lowercase();
        Refusal::unless_said(&cause, "cause", "cause-empty")?;
        if BLAMES.iter().any(|blame| cause.contains(blame)) {
            return Err(Refusal::law("cause-names-a-person").about("cause"));
        }
        if cause == case.title.trim().to_lowercase() {
            return Err(Refusal::input("cause", "cause-is-the-symptom"));
        }
        Ok(())
    }

    /// Training alone is a weak action (S009, I24).
    fn check_actions(&self, draft: &Draft) -> Result<(), Refusal> {
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
            Prevention::DidNotHold => {
                track.held_at = None;
                track.letter_at = None;
            }
            _ => {}
        }
        if asked.letter.is_some() || asked.letter_declined_by.is_some() {
            track.letter_at = Some(when.happened_at);
        }
        // What did not hold is looked into again at once.
        if asked.to == Prevention::DidNotHold {
            track.state = Prevention::FindingCause;
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
