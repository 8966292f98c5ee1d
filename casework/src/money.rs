//! Money in whole minor units. It exists for what we give; the rules never see what a customer is worth.
use crate::shape::{Field, Required, Shape, Shaped};
use serde::{Deserialize, Serialize};

/// An amount in minor units (cents) of one currency, ISO 4217.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// Whole minor units, never negative.
    pub cents: u64,
    /// Three capital letters.
    pub currency: String,
}

impl Shaped for Money {
    fn shape() -> Shape {
        let field = |name, doc: &str, shape| Field { name, doc: doc.into(), shape, required: Required::Yes };
        Shape::Object(
            "Money",
            vec![
                field("cents", "Whole minor units (cents).", Shape::Integer),
                field("currency", "ISO 4217 code, such as EUR.", Shape::Text),
            ],
        )
    }
}

impl Money {
    pub fn whole(units: u64, currency: &str) -> Self {
        Self { cents: units.saturating_mul(100), currency: currency.to_owned() }
    }
    /// Three capital letters and an amount above nothing.
    pub fn is_sound(&self) -> bool {
        self.cents > 0 && self.currency.len() == 3 && self.currency.bytes().all(|b| b.is_ascii_uppercase())
    }
}

impl std::fmt::Display for Money {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}.{:02} {}", self.cents / 100, self.cents % 100, self.currency)
    }
}
