//! One more list of steps to follow; several may run on one case (DOMAIN 5).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::parts::RunningPlaybook;
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Playbooks one case may follow: one that leads, and a few beside it.
const PLAYBOOKS_AT_MOST: usize = 5;

asked! {
    /// Follows a playbook from now on.
    pub struct ChoosePlaybook {
        /// Its name.
        pub name: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlaybookChosen {
    pub name: String,
    pub version: u32,
    /// Catalogue key of its title, or the title itself.
    pub title: String,
}

impl Asks for ChoosePlaybook {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let Some(playbook) = draft.facts.playbooks.iter().find(|p| p.name == self.name) else {
            return Err(Refusal::input("name", "no-such-playbook").with("name", &self.name));
        };
        if draft.case.playbooks.iter().any(|p| p.name == self.name) {
            return Err(Refusal::input("name", "playbook-runs-already"));
        }
        if draft.case.playbooks.len() >= PLAYBOOKS_AT_MOST {
            return Err(Refusal::input("name", "too-many").with("most", PLAYBOOKS_AT_MOST));
        }
        let (version, title) = (playbook.version, playbook.title());
        draft.happened(PlaybookChosen { name: self.name.clone(), version, title });
        Ok(())
    }
}

impl Happened for PlaybookChosen {
    fn apply(&self, case: &mut Case, _: &When) {
        case.playbooks.push(RunningPlaybook::begun(&self.name, self.version));
    }
    fn words(&self) -> Text {
        Text::new("event-playbook-chosen").with("playbook", crate::playbook::said(&self.title))
    }
}
