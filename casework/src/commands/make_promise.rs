//! What we told the customer, with a date: from now on it has its own clock (S180, S244, I16).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{ContactId, PersonId, PromiseId};
use crate::parts::{Promise, PromiseState, Promised};
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Open promises one case may hold.
const OPEN_AT_MOST: usize = 50;

asked! {
    /// A promise to a named contact, with the moment by which it is kept.
    pub struct MakePromise {
        /// A next contact, or a thing.
        pub what: Promised,
        /// What was promised; may stay empty for a next contact.
        #[serde(default)]
        pub words: String,
        /// To whom; the case's contact when left out.
        pub to: Option<ContactId>,
        /// By when.
        pub due: Timestamp,
        /// The item that is there by then, when goods are promised; its usual lead time is looked at.
        pub item: Option<String>,
        /// The colleague of operations who says that it can be done.
        pub confirmed_by: Option<PersonId>,
    }
}

impl MakePromise {
    /// They hear from us again by then.
    pub fn next_contact(to: impl Into<Option<ContactId>>, due: Timestamp) -> Self {
        Self { what: Promised::NextContact, ..Self::thing("", to, due) }
    }
    /// Something is done or there by then.
    pub fn thing(words: &str, to: impl Into<Option<ContactId>>, due: Timestamp) -> Self {
        Self { what: Promised::Thing, words: words.to_owned(), to: to.into(), due, item: None, confirmed_by: None }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PromiseMade {
    pub id: PromiseId,
    pub what: Promised,
    pub words: String,
    pub to: ContactId,
    pub by: PersonId,
    pub due: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed_by: Option<PersonId>,
}

impl Asks for MakePromise {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let Some(to) = self.to.or(draft.case.contact) else {
            return Err(Refusal::input("to", "promise-to-whom"));
        };
        draft.contact(to, "to")?;
        if self.what == Promised::Thing && self.words.trim().is_empty() {
            return Err(Refusal::input("words", "promise-empty"));
        }
        if self.due <= draft.now() {
            return Err(Refusal::input("due", "promise-in-the-past").with("due", self.due));
        }
        if draft.case.open_promises().count() >= OPEN_AT_MOST {
            return Err(Refusal::input("words", "too-many").with("most", OPEN_AT_MOST));
        }
        if self.confirmed_by.is_some_and(|id| draft.facts.colleague(id).is_none()) {
            return Err(Refusal::input("confirmed_by", "no-such-colleague"));
        }
        let by = draft.facts.person().unwrap_or(draft.case.team.owner);
        let id = PromiseId(draft.new_id());
        let item = self.item.as_deref().map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned);
        draft.happened(PromiseMade {
            id,
            what: self.what,
            words: self.words.clone(),
            to,
            by,
            due: self.due,
            item,
            confirmed_by: self.confirmed_by,
        });
        Ok(())
    }
}

/// A next word that came settles what was promised of it: kept when in time, broken when late. Says which it settled.
pub fn keep_next_contact(case: &mut Case, at: Timestamp) -> Vec<PromiseId> {
    let mut settled = vec![];
    // A broken one is still waited for; a talk that is typed in late was kept when it took place.
    let waits = |p: &&mut Promise| p.settled_at.is_none() && matches!(p.state, PromiseState::Open | PromiseState::Broken);
    let next_contacts = case.promises.iter_mut().filter(|p| p.what == Promised::NextContact && p.made_at < at);
    for promise in next_contacts.filter(waits) {
        promise.state = if at <= promise.due { PromiseState::Kept } else { PromiseState::Broken };
        promise.settled_at = Some(at);
        settled.push(promise.id);
    }
    settled
}

impl Happened for PromiseMade {
    fn apply(&self, case: &mut Case, when: &When) {
        case.promises.push(Promise {
            id: self.id,
            what: self.what,
            words: self.words.clone(),
            to: self.to,
            by: self.by,
            made_at: when.happened_at,
            due: self.due,
            state: PromiseState::Open,
            settled_at: None,
            item: self.item.clone(),
            confirmed_by: self.confirmed_by,
        });
    }
    fn words(&self) -> Text {
        let key = if self.what == Promised::NextContact { "event-next-contact-promised" } else { "event-promise-made" };
        Text::new(key).with("words", &self.words).with("to", self.to).with("due", self.due)
    }
    fn told(&self) -> Option<Text> {
        let key = if self.what == Promised::NextContact { "told-next-contact-promised" } else { "told-promise-made" };
        Some(Text::new(key).with("words", &self.words).with("due", self.due))
    }
}
