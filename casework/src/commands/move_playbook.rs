//! A case goes on by the version of its playbook that is offered now. No case moves by itself: its steps are half done, and a person says that
//! the other steps fit it.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::facts::Actor;
use crate::parts::MovedFrom;
use crate::playbook::Compared;
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// Goes on by the version that is offered now.
    pub struct MovePlaybook {
        /// Name of the playbook.
        pub name: String,
        /// The version that the person saw; refused when another one is offered meanwhile.
        pub version: u32,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlaybookMoved {
    pub name: String,
    pub from: u32,
    pub version: u32,
    /// Catalogue key of its title, or the title itself.
    pub title: String,
    /// Places of the ticked steps in the version it goes on by.
    pub ticked: Vec<u8>,
    /// Ticks whose step is not there any more.
    pub left: u8,
}

impl Asks for MovePlaybook {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.person()?;
        let Some(running) = draft.case.playbooks.iter().find(|p| p.name == self.name) else {
            return Err(Refusal::input("name", "playbook-does-not-run").with("name", &self.name));
        };
        let Some(offered) = draft.facts.playbooks.iter().find(|p| p.name == self.name) else {
            return Err(Refusal::state("playbook-withdrawn").about("name"));
        };
        if running.version == offered.version {
            return Err(Refusal::state("playbook-is-that-version").about("version").with("version", offered.version));
        }
        if self.version != offered.version {
            return Err(Refusal::changed("playbook-moved-on").about("version").with("version", offered.version));
        }
        let ticked = draft.facts.followed(running).map(|was| Compared::of(was, offered).carried(&running.ticked, offered));
        let ticked = ticked.unwrap_or_default();
        let left = running.ticked.len().saturating_sub(ticked.len());
        let moved = PlaybookMoved {
            name: self.name.clone(),
            from: running.version,
            version: offered.version,
            title: offered.title(),
            ticked,
            left: u8::try_from(left).unwrap_or(u8::MAX),
        };
        draft.happened(moved);
        Ok(())
    }
}

impl Happened for PlaybookMoved {
    fn apply(&self, case: &mut Case, when: &When) {
        if let Some(running) = case.playbooks.iter_mut().find(|p| p.name == self.name) {
            let ticked = std::mem::replace(&mut running.ticked, self.ticked.clone());
            running.moved = match when.by {
                Actor::Person(by) => Some(MovedFrom { from: self.from, ticked, by, at: when.recorded_at }),
                _ => None,
            };
            running.version = self.version;
        }
    }
    fn words(&self) -> Text {
        Text::new("event-playbook-moved")
            .with("playbook", crate::playbook::said(&self.title))
            .with("from", self.from)
            .with("version", self.version)
            .with("left", self.left)
    }
}
