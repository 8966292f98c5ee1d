//! What is changed so that it cannot come back; how strong it is follows from its means (DOMAIN 4.12, I24, S222).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::ids::{ActionId, CauseId, PersonId};
use crate::parts::{ActionKind, CauseState, ChangedDocument, CorrectiveAction, Means};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Actions of one case, and documents of one action.
const ACTIONS_AT_MOST: usize = 40;
const DOCUMENTS_AT_MOST: usize = 20;

asked! {
    /// Chooses an action against one cause or several, changes one, or lets one go with the reason.
    pub struct ChooseAction {
        /// The action to change; a new one when left out.
        pub action: Option<ActionId>,
        /// The causes that it works against.
        pub causes: Vec<CauseId>,
        /// What is changed.
        pub text: String,
        /// What kind of change it is.
        pub kind: ActionKind,
        /// By what means it works.
        pub means: Means,
        /// Who does it.
        pub owner: PersonId,
        /// By when.
        pub due: Timestamp,
        /// What else it may do, or *none, looked at by …*.
        #[serde(default)]
        pub side_effects: String,
        /// How we know that it works before it is rolled out.
        #[serde(default)]
        pub proof_before: String,
        /// The documents that change with it, a name for each.
        #[serde(default)]
        pub documents: Vec<String>,
        /// Why it is let go; only for one that is not done.
        #[serde(default)]
        pub dropped: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ActionChosen {
    pub id: ActionId,
    pub causes: Vec<CauseId>,
    pub text: String,
    pub action_kind: ActionKind,
    pub means: Means,
    pub owner: PersonId,
    pub due: Timestamp,
    pub side_effects: String,
    pub proof_before: String,
    pub documents: Vec<String>,
    pub dropped: String,
}

impl Asks for ChooseAction {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        self.check(draft)?;
        let id = self.action.unwrap_or_else(|| ActionId(draft.new_id()));
        let text = |words: &String| words.trim().to_owned();
        let documents = self.documents.iter().map(text).filter(|d| !d.is_empty()).collect();
        draft.happened(ActionChosen {
            id,
            causes: self.causes.clone(),
            text: text(&self.text),
            action_kind: self.kind,
            means: self.means,
            owner: self.owner,
            due: self.due,
            side_effects: text(&self.side_effects),
            proof_before: text(&self.proof_before),
            documents,
            dropped: text(&self.dropped),
        });
        if draft.facts.person() != Some(self.owner) && self.dropped.trim().is_empty() {
            let notice = Text::new("notice-action-is-yours").with("text", &self.text).with("due", self.due);
            draft.notify(self.owner, Urgency::CanWait, notice);
        }
        Ok(())
    }
}

impl ChooseAction {
    fn check(&self, draft: &Draft) -> Result<(), Refusal> {
        let inside = &draft.case.inside;
        Refusal::unless_said(&self.text, "text", "action-empty")?;
        if draft.facts.colleague(self.owner).is_none() {
            return Err(Refusal::input("owner", "no-such-colleague"));
        }
        let known = |id: &CauseId| inside.cause(*id).is_some_and(|cause| cause.state != CauseState::RuledOut);
        if self.causes.is_empty() || !self.causes.iter().all(known) {
            return Err(Refusal::input("causes", "action-against-which-cause"));
        }
        if self.documents.len() > DOCUMENTS_AT_MOST {
            return Err(Refusal::input("documents", "too-many").with("most", DOCUMENTS_AT_MOST));
        }
        match self.action.map(|id| inside.action(id)) {
            Some(None) => Err(Refusal::missing("no-such-action").about("action")),
            Some(Some(kept)) if kept.done.is_some() => Err(Refusal::state("action-is-done").about("action")),
            None if inside.actions.len() >= ACTIONS_AT_MOST => {
                Err(Refusal::input("text", "too-many").with("most", ACTIONS_AT_MOST))
            }
            None if self.due <= draft.now() => Err(Refusal::input("due", "action-due-in-the-past")),
            _ => Ok(()),
        }
    }
}

impl Happened for ActionChosen {
    fn apply(&self, case: &mut Case, when: &When) {
        let document = |name: &String| ChangedDocument { name: name.clone(), revision: String::new() };
        let new = CorrectiveAction {
            id: self.id,
            causes: self.causes.clone(),
            text: self.text.clone(),
            kind: self.action_kind,
            means: self.means,
            owner: self.owner,
            due: self.due,
            side_effects: self.side_effects.clone(),
            proof_before: self.proof_before.clone(),
            documents: self.documents.iter().map(document).collect(),
            chosen_at: when.recorded_at,
            done: None,
            dropped: Some(self.dropped.clone()).filter(|why| !why.is_empty()),
        };
        let actions = &mut case.inside.actions;
        match actions.iter_mut().find(|action| action.id == self.id) {
            Some(action) => *action = new,
            None => actions.push(new),
        }
    }
    fn words(&self) -> Text {
        let key = if self.dropped.is_empty() { "event-action-chosen" } else { "event-action-dropped" };
        Text::new(key)
            .with("text", &self.text)
            .with("owner", self.owner)
            .with("due", self.due)
            .with("strength", choice("strength", self.means.strength().word()))
            .with("why", &self.dropped)
    }
}
