//! A case was moved to another version of its playbook by a slip: whoever did it takes it back at once, with the ticks as they were.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

/// Later it is no slip any more, and the case is moved to the version that is offered then.
const WITHIN: SignedDuration = SignedDuration::from_mins(30);

asked! {
    /// Goes back to the version that the case followed until one moved it just now.
    pub struct MovePlaybookBack {
        /// Name of the playbook.
        pub name: String,
        /// Why, in a sentence.
        pub why: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlaybookMovedBack {
    pub name: String,
    pub from: u32,
    pub version: u32,
    /// Catalogue key of its title, or the title itself.
    pub title: String,
    /// Places of the steps that were ticked before it was moved.
    pub ticked: Vec<u8>,
    pub why: String,
}

impl Asks for MovePlaybookBack {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let me = draft.person()?;
        let Some(running) = draft.case.playbooks.iter().find(|p| p.name == self.name).cloned() else {
            return Err(Refusal::input("name", "playbook-does-not-run").with("name", &self.name));
        };
        // What was ticked since would be lost: then the move stands.
        let just = running.moved.as_ref().filter(|m| m.by == me && draft.now().duration_since(m.at) <= WITHIN);
        let Some(moved) = just else {
            return Err(Refusal::state("playbook-not-just-moved").about("name"));
        };
        Refusal::unless_said(&self.why, "why", "reason-empty")?;
        let title = draft.facts.followed(&running).map_or_else(|| self.name.clone(), crate::playbook::Playbook::title);
        let back = PlaybookMovedBack {
            name: self.name.clone(),
            from: running.version,
            version: moved.from,
            title,
            ticked: moved.ticked.clone(),
            why: self.why.clone(),
        };
        draft.happened(back);
        Ok(())
    }
}

impl Happened for PlaybookMovedBack {
    fn apply(&self, case: &mut Case, _: &When) {
        if let Some(running) = case.playbooks.iter_mut().find(|p| p.name == self.name) {
            running.version = self.version;
            running.ticked.clone_from(&self.ticked);
            running.moved = None;
        }
    }
    fn words(&self) -> Text {
        Text::new("event-playbook-moved-back")
            .with("playbook", crate::playbook::said(&self.title))
            .with("from", self.from)
            .with("version", self.version)
            .with("why", &self.why)
    }
}
