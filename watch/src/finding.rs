//! What the watch says: which trouble, on what, why it thinks so, and when the customer is owed a word.

use crate::{line::LineKey, when::When};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The troubles this watch knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Past its promise and not delivered.
    LateUndelivered,
    /// Delivered, and nobody asked whether it was right.
    UncheckedDelivery,
    /// A promise moved later and the customer was not told.
    SilentSlip,
    /// Not late yet, and cannot be there when it is needed.
    NegativeSlack,
    /// Promised sooner than the item usually takes, and nobody of operations said that it can be done.
    OverPromise,
    /// Orders much less often than they used to.
    GoneQuiet,
}

impl Kind {
    pub const ALL: [Kind; 6] = [
        Kind::LateUndelivered,
        Kind::UncheckedDelivery,
        Kind::SilentSlip,
        Kind::NegativeSlack,
        Kind::OverPromise,
        Kind::GoneQuiet,
    ];

    /// The stable word for storage and locale keys.
    pub fn word(self) -> &'static str {
        match self {
            Kind::LateUndelivered => "late-undelivered",
            Kind::UncheckedDelivery => "unchecked-delivery",
            Kind::SilentSlip => "silent-slip",
            Kind::NegativeSlack => "negative-slack",
            Kind::OverPromise => "over-promise",
            Kind::GoneQuiet => "gone-quiet",
        }
    }
}

/// A value in a sentence, typed so that the reader's own date format can be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    Text(String),
    When(When),
    At(Timestamp),
    Count(i64),
}

/// A sentence by its locale key and its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    pub key: String,
    pub args: BTreeMap<String, Arg>,
}

impl Sentence {
    pub fn new<const N: usize>(key: &str, args: [(&str, Arg); N]) -> Sentence {
        Sentence { key: key.into(), args: args.into_iter().map(|(name, arg)| (name.into(), arg)).collect() }
    }
}

/// One thing that looks wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub kind: Kind,
    /// The same trouble always has the same subject, and a new promise missed is a new trouble.
    pub subject: String,
    /// The order line it is about; some troubles are about a customer or a promise instead.
    pub line: Option<LineKey>,
    pub evidence: Sentence,
    /// When it became true, which may be long before anybody looked.
    pub since: Timestamp,
    /// When the customer should have heard from us about it.
    pub owed_at: Timestamp,
    pub first_seen: Timestamp,
}
