//! The customer asks for another address, person or time; it is read back, and who delivers says again that they can (S152).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::facts::Facts;
use crate::ids::{ContactId, PersonId};
use crate::kinds::{Party, StepKind};
use crate::parts::Said;
use crate::refusal::Refusal;
use crate::rights;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// Where and when the customer wants it now.
    pub struct ChangeDelivery {
        /// Who asked for it.
        pub by: ContactId,
        /// The new address; as it stands when left out.
        pub address: Option<String>,
        /// Who receives it there, and how to reach them.
        pub receiver: Option<String>,
        /// The new time.
        pub arrives: Option<Timestamp>,
        /// It was read back to them, and they said yes.
        pub read_back: Option<Said>,
        /// When they asked; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeliveryChanged {
    pub by: ContactId,
    pub address: Option<String>,
    pub receiver: Option<String>,
    pub arrives: Option<Timestamp>,
}

impl Asks for ChangeDelivery {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.contact(self.by, "by")?;
        let said = |text: &Option<String>| text.as_ref().filter(|t| !t.trim().is_empty()).cloned();
        let (address, receiver) = (said(&self.address), said(&self.receiver));
        if address.is_none() && receiver.is_none() && self.arrives.is_none() {
            return Err(Refusal::input("address", "delivery-change-empty"));
        }
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        if let Some(at) = self.arrives.filter(|at| *at < draft.happened_at()) {
            return Err(Refusal::input("arrives", "arrives-in-the-past").with("at", at));
        }
        if self.read_back != Some(Said::Yes) {
            return Err(Refusal::input("read_back", "read-back-first"));
        }
        let mut told: Vec<PersonId> = draft.facts.person().into_iter().collect();
        let owners: Vec<_> = draft.case.fix_steps().filter(|s| s.is_open()).filter_map(|s| s.owner).collect();
        draft.happened(DeliveryChanged { by: self.by, address: address.clone(), receiver, arrives: self.arrives });
        for owner in owners {
            if !told.contains(&owner) {
                told.push(owner);
                let text = Text::new("notice-delivery-changed").with("address", address.as_deref().unwrap_or_default());
                draft.notify(owner, Urgency::Urgent, text);
            }
        }
        Ok(())
    }
    fn theirs(&self, contact: ContactId, _: &Facts) -> Result<(), Refusal> {
        rights::own_name(self.by, contact, "by")?;
        rights::left_to_us(self.happened_at.as_ref(), "happened_at")
    }
}

impl Happened for DeliveryChanged {
    /// The steps that bring it there are asked again whether they can.
    fn apply(&self, case: &mut Case, when: &When) {
        let steps = case.plan.iter_mut().flat_map(|p| &mut p.steps);
        for step in steps.filter(|s| s.kind == StepKind::Fix && s.party != Party::Customer && s.is_open()) {
            step.confirmed = Said::No;
            step.made_at = when.recorded_at;
        }
    }
    fn words(&self) -> Text {
        self.parts(if self.arrives.is_some() { "event-delivery-changed-timed" } else { "event-delivery-changed" })
    }
    fn told(&self) -> Option<Text> {
        Some(self.parts(if self.arrives.is_some() { "told-delivery-changed-timed" } else { "told-delivery-changed" }))
    }
}
impl DeliveryChanged {
    fn parts(&self, key: &str) -> Text {
        let text = Text::new(key)
            .with("by", self.by)
            .with("address", self.address.as_deref().unwrap_or_default())
            .with("receiver", self.receiver.as_deref().unwrap_or_default());
        match self.arrives {
            Some(at) => text.with("arrives", at),
            None => text,
        }
    }
}
