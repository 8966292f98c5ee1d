//! The customer proposes a way forward; it has the same rank as ours and is answered within a working day (S156, S164).
use super::{Asks, OptionAdded};
use crate::asked;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::facts::Facts;
use crate::ids::{ContactId, OptionId};
use crate::kinds::{Confidence, OptionKind, Party};
use crate::parts::{OfferedOption, Said};
use crate::refusal::Refusal;
use crate::rights;
use crate::text::Text;
use jiff::Timestamp;

asked! {
    /// What the customer suggests themselves.
    pub struct ProposeOption {
        /// Who proposes it.
        pub by: ContactId,
        /// What they propose, in their words.
        pub what: String,
        /// What kind of way forward; *other* when left out.
        pub kind: Option<OptionKind>,
        /// By when they would need it.
        pub arrives: Option<Timestamp>,
        /// What they would do for it.
        #[serde(default)]
        pub customer_does: String,
        /// Which need of theirs it meets.
        pub meets_need: Option<String>,
        /// When they said it; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

impl ProposeOption {
    /// A suggestion that came up while talking.
    pub fn said(by: ContactId, what: &str) -> Self {
        let (kind, arrives, meets_need, happened_at) = (None, None, None, None);
        Self { by, what: what.to_owned(), kind, arrives, customer_does: String::new(), meets_need, happened_at }
    }
}

impl Asks for ProposeOption {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.contact(self.by, "by")?;
        Refusal::unless_said(&self.what, "what", "option-empty")?;
        if draft.case.options.len() >= super::add_option::OPTIONS_AT_MOST {
            return Err(Refusal::input("what", "too-many").with("most", super::add_option::OPTIONS_AT_MOST));
        }
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        let option = OfferedOption {
            id: OptionId(draft.new_id()),
            from: Party::Customer,
            kind: self.kind.unwrap_or(OptionKind::Other),
            what: self.what.trim().to_owned(),
            arrives: self.arrives,
            // Their wish is not our date: nobody has said yet that it can be met.
            confidence: if self.arrives.is_some() { Confidence::Expected } else { Confidence::Unknown },
            customer_does: self.customer_does.trim().to_owned(),
            costs_customer: String::new(),
            meets_need: self.meets_need.clone(),
            confirmed_by: None,
            legs: vec![],
            compromise: Said::No,
            withdrawn: None,
            answer: None,
            at: draft.happened_at(),
        };
        draft.happened(OptionAdded { option });
        let owner = draft.case.team.owner;
        if draft.facts.person() != Some(owner) {
            draft.notify(owner, Urgency::CanWait, Text::new("notice-proposal").with("what", &self.what));
        }
        Ok(())
    }
    fn theirs(&self, contact: ContactId, facts: &Facts) -> Result<(), Refusal> {
        rights::leaves_room(facts.case.options.len(), super::add_option::OPTIONS_AT_MOST)?;
        rights::own_name(self.by, contact, "by")?;
        rights::left_to_us(self.happened_at.as_ref(), "happened_at")
    }
}
