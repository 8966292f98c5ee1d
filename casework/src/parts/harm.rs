//! What the trouble does to the customer, who had a part in it, and who of us drives it.
use super::Said;
use crate::asked;
use crate::ids::*;
use crate::kinds::*;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What the trouble does to the customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Harm {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safety: Option<Safety>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub impacts: Vec<Impact>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<CustomerDeadline>,
    /// Who presses the person we talk to, and by when (S119).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pressure: Option<String>,
    /// The worst part, seen from their place, in the owner's words (S122).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worst_part: Option<String>,
}
asked! {
    /// One thing the trouble does to the customer, in their terms.
    pub struct Impact {
        /// Which side of their business it hits.
        pub dimension: Dimension,
        /// In their words.
        pub words: String,
    }
}
asked! {
    /// The moment that counts for the customer, not for us (S194).
    pub struct CustomerDeadline {
        /// The instant by which it must be.
        pub at: Timestamp,
        /// What happens then: their event, line or shipment.
        pub what: String,
        /// Whether our trouble puts it at risk.
        pub threatened: Said,
        /// Met or missed, by the customer's word; empty until they say.
        pub met: Option<Said>,
    }
}

/// Who had a part in it: help never waits for it (I11).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FaultView {
    pub position: Fault,
    /// The fact that the position rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
    /// Our part, in the first person (S099, S104).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub our_part: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub their_part: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub their_view: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub our_view: Option<String>,
    /// *We believe we delivered right*: kept, with no effect on anything (S039).
    pub we_were_right: bool,
    /// The cause is a gap between what they expected and what they got (S175).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expectation: Option<Expectation>,
}
asked! {
    /// What was expected, what was promised, what was delivered: the gap that misunderstandings come from (S175).
    pub struct Expectation {
        /// What they expected, in their words.
        pub expected: String,
        /// What we had promised; *nothing was said* is an answer.
        pub promised: String,
        /// What they got.
        pub delivered: String,
    }
}
impl Default for FaultView {
    fn default() -> Self {
        Self {
            position: Fault::Unknown,
            fact: None,
            our_part: None,
            their_part: None,
            their_view: None,
            our_view: None,
            we_were_right: false,
            expectation: None,
        }
    }
}

/// Who does what on our side. The nil id stands for nobody yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Team {
    /// Drives the case.
    pub owner: PersonId,
    /// Keeps the account; speaks in the end.
    pub relationship_owner: PersonId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manager: Option<PersonId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quality: Option<PersonId>,
}
impl Default for Team {
    fn default() -> Self {
        Self {
            owner: PersonId(uuid::Uuid::nil()),
            relationship_owner: PersonId(uuid::Uuid::nil()),
            manager: None,
            quality: None,
        }
    }
}
