//! They agree to another time for what was promised, before its time has come: the same promise, with its clock moved (S180). What
//! we cannot keep and they did not agree to move is broken, and stays so (I16).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{ContactId, PromiseId};
use crate::parts::{PromiseState, Promised};
use crate::refusal::Refusal;
use crate::text::{Part, Text};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// Moves an open promise to a time that the customer agreed to: an agreed call, a thing.
    pub struct MovePromise {
        /// Which promise.
        pub promise: PromiseId,
        /// The new moment by which it is kept.
        pub due: Timestamp,
        /// The contact who agreed to it.
        pub agreed_by: ContactId,
        /// How they said it.
        pub words: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PromiseMoved {
    pub promise: PromiseId,
    pub what: Promised,
    pub promised: String,
    pub before: Timestamp,
    pub due: Timestamp,
    pub agreed_by: ContactId,
    pub words: String,
}

impl Asks for MovePromise {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.person()?;
        let Some(promise) = draft.case.promise(self.promise).cloned() else {
            return Err(Refusal::missing("no-such-promise").about("promise"));
        };
        if promise.state != PromiseState::Open {
            return Err(Refusal::state("promise-settled").about("promise"));
        }
        // Once its time is over it was kept or broken, and no later word changes that.
        if promise.due <= draft.now() {
            return Err(Refusal::state("promise-time-over").about("promise"));
        }
        draft.contact(self.agreed_by, "agreed_by")?;
        if self.due <= draft.now() {
            return Err(Refusal::input("due", "promise-in-the-past").with("due", self.due));
        }
        if self.due == promise.due {
            return Err(Refusal::input("due", "nothing-changes"));
        }
        Refusal::unless_said(&self.words, "words", "release-without-words")?;
        draft.happened(PromiseMoved {
            promise: self.promise,
            what: promise.what,
            promised: promise.words,
            before: promise.due,
            due: self.due,
            agreed_by: self.agreed_by,
            words: self.words.clone(),
        });
        Ok(())
    }
}

impl Happened for PromiseMoved {
    fn apply(&self, case: &mut Case, _: &When) {
        if let Some(promise) = case.promises.iter_mut().find(|p| p.id == self.promise) {
            promise.due = self.due;
        }
    }
    fn words(&self) -> Text {
        self.say("event-promise-moved").with("before", self.before).with("words", &self.words)
    }
    fn told(&self) -> Option<Text> {
        Some(self.say("told-promise-moved"))
    }
}

impl PromiseMoved {
    fn say(&self, key: &str) -> Text {
        let promised = match self.what {
            Promised::NextContact if self.promised.trim().is_empty() => Part::Key("promised-next-contact".into()),
            _ => Part::Said(self.promised.clone()),
        };
        Text::new(key).with("promised", promised).with("by", self.agreed_by).with("due", self.due)
    }
}
