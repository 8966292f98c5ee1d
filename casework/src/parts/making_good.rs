//! What was offered, chosen, planned, promised and given: the records of deciding together and making good.
use super::Said;
use crate::ids::*;
use crate::kinds::*;
use crate::money::Money;
use crate::text::Part;
use crate::{asked, choices};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One way forward in the customer's terms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfferedOption {
    pub id: OptionId,
    pub from: Party,
    pub kind: OptionKind,
    pub what: String,
    pub arrives: Option<Timestamp>,
    pub confidence: Confidence,
    /// What they have to do for it; empty says: nothing.
    pub customer_does: String,
    /// What it costs them; empty says: nothing, and for a faster way that we pay it (S148).
    pub costs_customer: String,
    pub meets_need: Option<String>,
    /// The colleague of operations who says it can be done (S149).
    pub confirmed_by: Option<PersonId>,
    /// The ways it travels, when it is split (S150).
    #[serde(default)]
    pub legs: Vec<Leg>,
    pub compromise: Said,
    pub withdrawn: Option<String>,
    /// Our answer to their proposal (S156, S164).
    pub answer: Option<Answered>,
    pub at: Timestamp,
}
impl OfferedOption {
    /// Arrival, or an honest *unknown*; and for a firm date a name of operations (X12, X19). What we had to answer
    /// with *not taken* is no way forward.
    pub fn is_ready(&self) -> bool {
        let open = self.withdrawn.is_none() && self.answer != Some(Answered::NotTaken);
        let dated = self.arrives.is_some() || self.confidence == Confidence::Unknown;
        let sure = self.confidence != Confidence::Firm || self.confirmed_by.is_some() || self.from == Party::Customer;
        open && dated && sure
    }
    /// What it costs them, in words of ours when nothing else was said.
    pub fn costs(&self) -> Part {
        match self.kind {
            _ if !self.costs_customer.trim().is_empty() => Part::Said(self.costs_customer.clone()),
            OptionKind::Expedite => Part::Key("option-paid-by-us".into()),
            _ => Part::Key("option-costs-nothing".into()),
        }
    }
}
asked! {
    /// One way on which a part of the goods travels (S150).
    pub struct Leg {
        /// How many pieces go this way.
        pub quantity: u64,
        /// How they travel: *own van to the dock*, *air to Austin*.
        pub route: String,
        /// When they are there.
        pub arrives: Timestamp,
    }
}
/// A round of choosing. It opens when options are laid out, or when nothing fitted and new ones are owed (S163).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OptionsRound {
    pub at: Timestamp,
    /// Those laid out; empty while the next ones are being prepared.
    pub options: Vec<OptionId>,
}
/// What the customer chose, in their words (S141).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    pub by: ContactId,
    /// Nothing chosen says: none fits.
    pub chosen: Option<OptionId>,
    pub words: String,
    pub at: Timestamp,
    /// They said it by their own link; else a colleague heard it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_link: bool,
}
/// Both sides' dated steps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    pub version: u32,
    pub steps: Vec<PlanStep>,
    pub agreed_by_us: Option<PersonId>,
    pub agreed_by_customer: Option<ContactId>,
    /// When both last agreed; it stays when a new version is waiting for their names.
    pub agreed_at: Option<Timestamp>,
    /// When the first of the two names came, while the other is awaited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub half_agreed_at: Option<Timestamp>,
    /// Why nothing is to be prevented, when no step prevents (S171).
    pub no_prevention_because: Option<String>,
    /// The customer would rather not take part (S153).
    pub customer_declined: Option<String>,
    /// A date changed and the customer has not been told (S176).
    pub untold_change: Said,
}
choices! {
    pub enum StepState { Open = "open", Done = "done", Skipped = "skipped" }
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanStep {
    pub id: StepId,
    pub party: Party,
    /// The colleague, when it is ours.
    pub owner: Option<PersonId>,
    /// The name of the person on the other side.
    pub owner_name: String,
    pub kind: StepKind,
    pub text: String,
    pub due: Timestamp,
    pub confirmed: Said,
    pub made_at: Timestamp,
    pub state: StepState,
    pub done_at: Option<Timestamp>,
    pub proof: Option<String>,
}
impl PlanStep {
    pub fn is_open(&self) -> bool {
        self.state == StepState::Open
    }
}
/// An emergency plan that was launched on the case (S001).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LaunchedPlan {
    pub plan: EmergencyPlanId,
    /// Which version of it.
    pub version: u32,
    pub name: String,
    /// Its steps, which stand in the plan of the case.
    pub steps: Vec<StepId>,
    pub at: Timestamp,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckIn {
    pub at: Timestamp,
    pub feedback: Option<String>,
    pub our_reply: Option<String>,
}

choices! {
    /// What kind of thing was promised; a next contact is a promise like any other (S180).
    pub enum Promised { NextContact = "next_contact", Thing = "thing" }
}
choices! {
    pub enum PromiseState { Open = "open", Kept = "kept", Broken = "broken", Released = "released" }
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Promise {
    pub id: PromiseId,
    pub what: Promised,
    pub words: String,
    pub to: ContactId,
    pub by: PersonId,
    pub made_at: Timestamp,
    pub due: Timestamp,
    pub state: PromiseState,
    pub settled_at: Option<Timestamp>,
    /// The goods that are there by then, when it is goods (S014).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// The colleague of operations who says that it can be done (S014).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed_by: Option<PersonId>,
}
/// An extra to say sorry; never instead of the remedy (I19).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Amends {
    pub id: AmendsId,
    pub kind: AmendsKind,
    pub value: Option<Money>,
    pub due: Timestamp,
    pub granted_by: PersonId,
    pub asked_at: Timestamp,
    pub approved_by: Option<PersonId>,
    pub refused: Option<String>,
    pub given: Option<String>,
    #[serde(default)]
    pub given_at: Option<Timestamp>,
}
impl Amends {
    pub fn stands(&self) -> bool {
        self.refused.is_none()
    }
    /// Promised, and not given yet.
    pub fn is_owed(&self) -> bool {
        self.stands() && self.approved_by.is_some() && self.given.is_none()
    }
    /// Owed and late: a broken promise by another name (S158).
    pub fn is_broken(&self, now: Timestamp) -> bool {
        self.is_owed() && self.due < now
    }
}
/// What the trouble cost us. Kept for the review and for reports; nothing decides by it (S096).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cost {
    pub what: String,
    pub value: Money,
    pub at: Timestamp,
}
/// One of us at the customer's site, with a daily report (S190).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Resident {
    pub person: PersonId,
    pub site: String,
    /// What is reported each working day, as it was promised.
    pub report: String,
    pub to: ContactId,
    pub since: Timestamp,
    /// The promise of the report that comes next.
    pub next_report: PromiseId,
    /// Ended by the customer's word.
    pub ended: Option<Timestamp>,
}
/// What a contact wrote themselves some days after: whether it holds. The call is owed all the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SinceSolved {
    pub by: ContactId,
    pub at: Timestamp,
    pub words: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_us_first: Option<Said>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength_before: Option<u8>,
}
