//! An action is done, with the proof; how we will know that it holds was fixed before (DOMAIN 4.3, S222).
use super::Asks;
use super::try_cause::check_proof;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{ActionId, FileId, PersonId};
use crate::parts::{ActionDone, ChangedDocument};
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Documents that may be named beside those that were listed.
const DOCUMENTS_AT_MOST: usize = 20;

asked! {
    /// Says that an action is done, and in which revision its documents stand now. Once done, revisions may still be added.
    pub struct FinishAction {
        /// Which action.
        pub action: ActionId,
        /// How one can see that it is done.
        pub proof: String,
        /// The photo or paper of the case that shows it.
        pub file: Option<FileId>,
        /// The documents, each with its new revision.
        #[serde(default)]
        pub documents: Vec<ChangedDocument>,
        /// When it was done; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ActionFinished {
    pub action: ActionId,
    pub text: String,
    pub proof: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FileId>,
    pub documents: Vec<ChangedDocument>,
    pub by: PersonId,
}

impl Asks for FinishAction {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let by = draft.person()?;
        let inside = &draft.case.inside;
        let Some(action) = inside.action(self.action).filter(|a| a.dropped.is_none()) else {
            return Err(Refusal::missing("no-such-action").about("action"));
        };
        if inside.measure.is_none() && action.done.is_none() {
            return Err(Refusal::law("measure-before-done").about("action"));
        }
        if action.side_effects.trim().is_empty() {
            return Err(Refusal::state("side-effects-first").about("action"));
        }
        Refusal::unless_said(&self.proof, "proof", "action-without-proof")?;
        check_proof(&draft.case, self.file, None)?;
        if self.documents.len() > DOCUMENTS_AT_MOST {
            return Err(Refusal::input("documents", "too-many").with("most", DOCUMENTS_AT_MOST));
        }
        let text = action.text.clone();
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        let documents = self.documents.iter().filter(|d| !d.name.trim().is_empty()).cloned().collect();
        let (action, proof, file) = (self.action, self.proof.trim().to_owned(), self.file);
        draft.happened(ActionFinished { action, text, proof, file, documents, by });
        Ok(())
    }
}

impl Happened for ActionFinished {
    fn apply(&self, case: &mut Case, when: &When) {
        let Some(action) = case.inside.actions.iter_mut().find(|a| a.id == self.action) else { return };
        for changed in &self.documents {
            let same = |d: &&mut ChangedDocument| d.name.trim().eq_ignore_ascii_case(changed.name.trim());
            match action.documents.iter_mut().find(same) {
                Some(kept) if !changed.revision.trim().is_empty() => kept.revision.clone_from(&changed.revision),
                Some(_) => {}
                None => action.documents.push(changed.clone()),
            }
        }
        // A revision added later does not make it done later.
        let at = action.done.as_ref().map_or(when.happened_at, |done| done.at);
        action.done = Some(ActionDone { at, by: self.by, proof: self.proof.clone(), file: self.file });
    }
    fn words(&self) -> Text {
        Text::new("event-action-finished").with("text", &self.text).with("proof", &self.proof)
    }
}
