//! A playbook's step was ticked by mistake: the tick is taken back, and the story keeps both (S178).
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
    /// Takes back a tick.
    pub struct UntickStep {
        /// Name of the playbook.
        pub playbook: String,
        /// The step's number as shown: `6`, `A2`.
        pub no: String,
        /// Why it is not done after all.
        pub words: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StepUnticked {
    pub playbook: String,
    /// Place in the playbook, 0 for the first.
    pub step: u8,
    /// Catalogue key of its title, or the title itself.
    pub title: String,
    pub words: String,
}

impl Asks for UntickStep {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
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
        let at = u8::try_from(at).unwrap_or(u8::MAX);
        if !running.ticked.contains(&at) {
            return Err(Refusal::state("step-not-ticked").about("no"));
        }
        Refusal::unless_said(&self.words, "words", "nothing-said")?;
        let (title, words) = (step.title.clone(), self.words.clone());
        draft.happened(StepUnticked { playbook: self.playbook.clone(), step: at, title, words });
        Ok(())
    }
}

impl Happened for StepUnticked {
    fn apply(&self, case: &mut Case, _: &When) {
        if let Some(running) = case.playbooks.iter_mut().find(|p| p.name == self.playbook) {
            running.ticked.retain(|step| *step != self.step);
            running.moved = None;
        }
    }
    fn words(&self) -> Text {
        Text::new("event-step-unticked")
            .with("step", crate::playbook::said(&self.title))
            .with("words", &self.words)
    }
}
