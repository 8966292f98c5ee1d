//! A check-in on the running plan asks: what should we do differently? The answer gets a reply (S186, S188).
use super::{Asks, MakePromise};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::ids::ContactId;
use crate::parts::CheckIn;
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Check-ins one case may hold: a daily one for half a year.
const CHECK_INS_AT_MOST: usize = 200;

asked! {
    /// A check-in with the customer; with only *our_reply* it answers the feedback still open.
    pub struct RecordCheckIn {
        /// With whom; the case's contact when left out.
        pub with: Option<ContactId>,
        /// Their answer to *What should we do differently?*; *nothing* is an answer.
        pub feedback: Option<String>,
        /// What we replied.
        pub our_reply: Option<String>,
        /// When they hear from us again.
        pub next_contact_at: Option<Timestamp>,
        /// When; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckInRecorded {
    pub with: Option<ContactId>,
    /// Nothing when this is our reply to an earlier one.
    pub feedback: Option<String>,
    pub our_reply: Option<String>,
}

impl Asks for RecordCheckIn {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        if draft.case.plan.is_none() {
            return Err(Refusal::state("no-plan-yet"));
        }
        let with = match self.with.or(draft.case.contact) {
            Some(id) => Some(draft.contact(id, "with")?),
            None => None,
        };
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        if draft.case.check_ins.len() >= CHECK_INS_AT_MOST {
            return Err(Refusal::input("feedback", "too-many").with("most", CHECK_INS_AT_MOST));
        }
        let said = |text: &Option<String>| text.as_ref().filter(|t| !t.trim().is_empty()).cloned();
        let (feedback, our_reply) = (said(&self.feedback), said(&self.our_reply));
        let replies = feedback.is_none() && our_reply.is_some() && open_feedback(&draft.case).is_some();
        if feedback.is_none() && !replies {
            return Err(Refusal::input("feedback", "check-in-asks"));
        }
        // This contact keeps what was promised of the next one, so the one after it must be named (S180).
        if !replies && self.next_contact_at.is_none() && draft.case.recovery.is_live() {
            draft.gate(Gate::NextContact, "next-contact").map_err(|r| r.about("next_contact_at"))?;
        }
        draft.happened(CheckInRecorded { with, feedback, our_reply });
        if let Some(due) = self.next_contact_at {
            MakePromise::next_contact(with, due).decide(draft)?;
        }
        Ok(())
    }
}

/// Feedback that we have not replied to; it shows as open (S188).
pub fn open_feedback(case: &Case) -> Option<&CheckIn> {
    case.check_ins.iter().rev().find(|c| c.feedback.is_some() && c.our_reply.is_none())
}

impl Happened for CheckInRecorded {
    fn apply(&self, case: &mut Case, when: &When) {
        let at = when.happened_at;
        if self.feedback.is_none() {
            let open = case.check_ins.iter_mut().rev().find(|c| c.feedback.is_some() && c.our_reply.is_none());
            if let Some(open) = open {
                open.our_reply.clone_from(&self.our_reply);
            }
            return;
        }
        case.check_ins.push(CheckIn { at, feedback: self.feedback.clone(), our_reply: self.our_reply.clone() });
        case.contacts.last_at = case.contacts.last_at.max(Some(at));
        super::keep_next_contact(case, at);
    }
    fn words(&self) -> Text {
        let reply = self.our_reply.as_deref().unwrap_or_default();
        match (&self.feedback, &self.our_reply) {
            (None, _) => Text::new("event-feedback-replied").with("reply", reply),
            (Some(said), Some(_)) => Text::new("event-check-in").with("feedback", said).with("reply", reply),
            (Some(said), None) => Text::new("event-check-in-open").with("feedback", said),
        }
    }
    fn told(&self) -> Option<Text> {
        let reply = self.our_reply.as_ref()?;
        Some(Text::new("told-feedback-replied").with("reply", reply))
    }
}
