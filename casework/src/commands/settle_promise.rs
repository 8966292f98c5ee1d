//! A promise is kept, broken, or released by the customer; a broken one is the second let-down (S244, I16).
use super::Asks;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::ids::{ContactId, PromiseId};
use crate::kinds::EscalationReason;
use crate::parts::{Promise, PromiseState, Promised, Said};
use crate::refusal::Refusal;
use crate::text::{Part, Text};
use crate::{asked, choices};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

choices! {
    /// How a promise came out.
    pub enum PromiseOutcome { Kept = "kept", Broken = "broken", Released = "released" }
}
asked! {
    /// Says how a promise came out; only the customer can let us off one.
    pub struct SettlePromise {
        /// Which promise.
        pub promise: PromiseId,
        /// Kept, broken or released.
        pub outcome: PromiseOutcome,
        /// What shows that it was kept; a thing promised needs it.
        pub proof: Option<String>,
        /// The contact who released us from it.
        pub released_by: Option<ContactId>,
        /// How they said it, or why it was broken.
        pub words: Option<String>,
        /// When; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PromiseSettled {
    pub promise: PromiseId,
    pub what: Promised,
    pub promised: String,
    pub state: PromiseState,
    /// Broken and not made good yet.
    pub still_waited_for: Said,
    pub due: Timestamp,
    /// The proof, their words, or why it was broken.
    pub words: String,
    pub released_by: Option<ContactId>,
}

impl Asks for SettlePromise {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let Some(promise) = draft.case.promise(self.promise).cloned() else {
            return Err(Refusal::missing("no-such-promise").about("promise"));
        };
        let broken_before = promise.state == PromiseState::Broken;
        if !draft.case.owed_promises().any(|p| p.id == promise.id)
            || (broken_before && self.outcome == PromiseOutcome::Broken)
        {
            return Err(Refusal::state("promise-settled").about("promise"));
        }
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        let state = self.state(draft, &promise)?;
        let words = match self.outcome {
            PromiseOutcome::Kept => said(&self.proof),
            _ => said(&self.words),
        };
        let broken = state == PromiseState::Broken && !broken_before;
        draft.happened(PromiseSettled {
            promise: self.promise,
            what: promise.what,
            promised: promise.words.clone(),
            state,
            still_waited_for: if self.outcome == PromiseOutcome::Broken { Said::Yes } else { Said::No },
            due: promise.due,
            words: words.unwrap_or_default(),
            released_by: self.released_by.filter(|_| self.outcome == PromiseOutcome::Released),
        });
        if broken {
            go_up(draft, &promise);
        }
        Ok(())
    }
}

fn said(text: &Option<String>) -> Option<String> {
    text.as_ref().filter(|t| !t.trim().is_empty()).cloned()
}

/// A broken promise is never only a line in a list: the manager is called at once, and the case goes up (S244, C06).
fn go_up(draft: &mut Draft, promise: &Promise) {
    if let Some(manager) = draft.facts.manager() {
        let text = Text::new("notice-promise-broken").with("promised", promised(promise.what, &promise.words));
        draft.notify(manager, Urgency::Urgent, text.with("due", promise.due));
    }
    super::escalate::raise(draft, EscalationReason::BrokenPromise, &promise.words);
}

/// What was promised, in words; a next contact often has none of its own.
fn promised(what: Promised, words: &str) -> Part {
    match what {
        Promised::NextContact if words.trim().is_empty() => Part::Key("promised-next-contact".into()),
        _ => Part::Said(words.to_owned()),
    }
}

impl SettlePromise {
    fn state(&self, draft: &Draft, promise: &Promise) -> Result<PromiseState, Refusal> {
        match self.outcome {
            PromiseOutcome::Kept => {
                if promise.what == Promised::Thing && said(&self.proof).is_none() {
                    return Err(Refusal::input("proof", "kept-needs-proof"));
                }
                // What came after its time was waited for in vain; it stays late whatever followed.
                let in_time = draft.happened_at() <= promise.due;
                Ok(if in_time { PromiseState::Kept } else { PromiseState::Broken })
            }
            PromiseOutcome::Broken => {
                if said(&self.words).is_none() {
                    return Err(Refusal::input("words", "reason-empty"));
                }
                Ok(PromiseState::Broken)
            }
            PromiseOutcome::Released => {
                let Some(by) = self.released_by else {
                    return Err(Refusal::law("release-is-theirs").about("released_by"));
                };
                draft.contact(by, "released_by")?;
                if said(&self.words).is_none() {
                    return Err(Refusal::input("words", "release-without-words"));
                }
                // Let off after it was broken: nobody waits any more, and broken it was.
                Ok(if promise.state == PromiseState::Broken { PromiseState::Broken } else { PromiseState::Released })
            }
        }
    }
}

impl Happened for PromiseSettled {
    fn apply(&self, case: &mut Case, when: &When) {
        if let Some(promise) = case.promises.iter_mut().find(|p| p.id == self.promise) {
            promise.state = self.state;
            promise.settled_at = (self.still_waited_for == Said::No).then_some(when.happened_at);
        }
    }
    fn words(&self) -> Text {
        let key = match (self.state, self.released_by, self.still_waited_for) {
            (PromiseState::Kept, ..) => "event-promise-kept",
            (_, Some(_), _) => "event-promise-released",
            (_, None, Said::No) => "event-promise-kept-late",
            (_, None, Said::Yes) => "event-promise-broken",
        };
        let text = Text::new(key).with("promised", promised(self.what, &self.promised)).with("due", self.due);
        let text = text.with("words", &self.words);
        match self.released_by {
            Some(by) => text.with("by", by),
            None => text,
        }
    }
    fn told(&self) -> Option<Text> {
        // What we did not keep is owned where they can read it, without our reasons: those are for us.
        let key = match (self.state, self.still_waited_for, self.released_by) {
            (PromiseState::Kept, ..) => "told-promise-kept",
            (PromiseState::Broken, Said::Yes, _) => "told-promise-broken",
            (PromiseState::Broken, Said::No, None) => "told-promise-kept-late",
            _ => return None,
        };
        Some(Text::new(key).with("promised", promised(self.what, &self.promised)).with("due", self.due))
    }
}
