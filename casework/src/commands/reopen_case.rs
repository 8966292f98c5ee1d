//! *It is not solved*: the customer says so, and the same case is open again, for ever and at once (S211, I21).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::facts::{Actor, Facts};
use crate::ids::ContactId;
use crate::kinds::{Origin, Reaction, Recovery};
use crate::parts::Said;
use crate::recovery;
use crate::refusal::Refusal;
use crate::rights;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Re-openings one case keeps; older ones stay in the history.
const REOPENED_AT_MOST: usize = 50;

asked! {
    /// Opens the case again, by a customer's word; there is no window after which this ends.
    pub struct ReopenCase {
        /// Who says it: a contact of this customer.
        pub contact: ContactId,
        /// Their words.
        pub words: String,
        /// When; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseReopened {
    pub contact: ContactId,
    pub words: String,
    /// Whether it had been called solved, so that a fix failed.
    pub failed_fix: Said,
}

impl Asks for ReopenCase {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        match draft.case.recovery {
            _ if !draft.case.exists() => return Err(Refusal::missing("no-such-case")),
            Recovery::Merged => return Err(Refusal::state("case-merged")),
            Recovery::Solved | Recovery::Closed | Recovery::NoWord | Recovery::Withdrawn | Recovery::StillWorks => {}
            _ => return Err(Refusal::state("case-is-open")),
        }
        // A machine's mail is no complaint: a person reads it first.
        if !matches!(draft.facts.actor, Actor::Person(_) | Actor::Customer(_)) {
            return Err(Refusal::law("only-they-reopen"));
        }
        draft.contact(self.contact, "contact")?;
        Refusal::unless_said(&self.words, "words", "word-without-words")?;
        draft.took_place(self.happened_at.unwrap_or(draft.now()))?;
        let failed_fix = if draft.case.solved_at().is_some() { Said::Yes } else { Said::No };
        draft.happened(CaseReopened { contact: self.contact, words: self.words.clone(), failed_fix });
        if failed_fix == Said::Yes {
            super::record_word::not_solved(draft, &self.words);
        } else {
            let owner = draft.case.team.owner;
            draft.notify(owner, Urgency::Urgent, Text::new("notice-case-reopened").with("words", &self.words));
        }
        Ok(())
    }
    fn theirs(&self, contact: ContactId, _: &Facts) -> Result<(), Refusal> {
        rights::own_name(self.contact, contact, "contact")?;
        rights::left_to_us(self.happened_at.as_ref(), "happened_at")
    }
}

impl Happened for CaseReopened {
    /// A first contact is owed as on the first day; what was known, promised and planned stays on record.
    fn apply(&self, case: &mut Case, when: &When) {
        if case.reopened.len() >= REOPENED_AT_MOST {
            case.reopened.remove(0);
        }
        case.reopened.push(when.happened_at);
        // Never before it was called solved: what was said and shown until then does not count again.
        case.contact_owed_since = when.happened_at.max(case.recovery_since);
        case.contacts.tries.clear();
        case.contacts.voicemail_at = None;
        case.hand_overs = 0;
        if self.failed_fix == Said::Yes {
            case.failed_fixes = case.failed_fixes.saturating_add(1);
        }
        case.follow_up = None;
        case.since_solved = None;
        case.review = None;
        case.closing = None;
        if let Some(news) = case.news.as_mut().filter(|_| case.origin == Origin::WeBringNews) {
            news.reaction = Reaction::Hurts;
        }
        recovery::take_back(case, when);
        recovery::enter(case, Recovery::Told, when);
    }
    fn words(&self) -> Text {
        Text::new("event-case-reopened").with("by", self.contact).with("words", &self.words)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-case-reopened").with("words", &self.words))
    }
}
