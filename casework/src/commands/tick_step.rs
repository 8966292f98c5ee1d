//! A playbook's step that no record can prove is ticked by hand, with what was done (S178).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::kinds::Recovery;
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// Says that a step was done.
    pub struct TickStep {
        /// Name of the playbook.
        pub playbook: String,
        /// The step's number as shown: `6`, `A2`.
        pub no: String,
        /// What was done, or why it is not needed here.
        pub words: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StepTicked {
    pub playbook: String,
    /// Place in the playbook, 0 for the first.
    pub step: u8,
    /// Catalogue key of its title, or the title itself.
    pub title: String,
    pub words: String,
}

impl Asks for TickStep {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        // What is owed for years is ticked long after the case is closed.
        match draft.case.recovery {
            _ if !draft.case.exists() => return Err(Refusal::missing("no-such-case")),
            Recovery::Merged => return Err(Refusal::state("case-merged")),
            _ => {}
        }
        draft.person()?;
        let running = draft.case.playbooks.iter().find(|p| p.name == self.playbook);
        let Some(running) = running else {
            return Err(Refusal::input("playbook", "playbook-does-not-run").with("name", &self.playbook));
        };
        let playbook = draft.facts.followed(running);
        let found = playbook.and_then(|p| p.steps.iter().enumerate().find(|(_, s)| s.no == self.no));
        let Some((at, step)) = found else {
            return Err(Refusal::missing("no-such-playbook-step").about("no").with("no", &self.no));
        };
        if !step.is_ticked() {
            return Err(Refusal::state("step-not-by-hand").about("no"));
        }
        let at = u8::try_from(at).unwrap_or(u8::MAX);
        if running.ticked.contains(&at) {
            return Err(Refusal::state("step-ticked-already").about("no"));
        }
        Refusal::unless_said(&self.words, "words", "nothing-said")?;
        let (title, words) = (step.title.clone(), self.words.clone());
        draft.happened(StepTicked { playbook: self.playbook.clone(), step: at, title, words });
        Ok(())
    }
}

impl Happened for StepTicked {
    fn apply(&self, case: &mut Case, _: &When) {
        if let Some(running) = case.playbooks.iter_mut().find(|p| p.name == self.playbook) {
            running.ticked.push(self.step);
            running.moved = None;
        }
    }
    fn words(&self) -> Text {
        Text::new("event-step-ticked")
            .with("step", crate::playbook::said(&self.title))
            .with("words", &self.words)
    }
}
