//! One order line as the supplier's own system tells it, promises and dates included, prices not.

use crate::when::When;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Which line of which order: the supplier's own numbers, because customers' numbers repeat.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LineKey {
    pub order_no: String,
    /// Empty when the source knows orders only.
    pub line_no: String,
}

impl fmt::Display for LineKey {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        if self.line_no.is_empty() {
            return out.write_str(&self.order_no);
        }
        write!(out, "{}/{}", self.order_no, self.line_no)
    }
}

/// What the source's status word says about the line; the word itself is kept beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// No word, or one we do not know.
    #[default]
    Unsaid,
    Open,
    Shipped,
    Delivered,
    /// Finished, without saying whether it was delivered.
    Closed,
    Cancelled,
}

/// How a customer answered the call after a delivery. Nothing but a person's entry makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Ok,
    NotOk,
    NotHeard,
}

/// The call owed after a delivery, as far as anybody made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Check {
    /// Nobody has asked the customer yet.
    #[default]
    Undone,
    Done {
        at: Timestamp,
        outcome: Outcome,
    },
    /// The delivery was history when it was first imported: no call was ever owed.
    NotOwed,
}

/// One line of an order. Every date is optional because real systems leave every one of them out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub key: LineKey,
    /// The customer's own purchase order number.
    pub customer_reference: Option<String>,
    pub item: Option<String>,
    /// As written in the source: units differ, and the watch compares nothing with it.
    pub quantity: Option<String>,
    pub ordered: Option<When>,
    pub requested: Option<When>,
    pub promised: Option<When>,
    pub first_promised: Option<When>,
    /// The customer's real date, asked for and never copied from the requested one (S012).
    pub need_by: Option<When>,
    pub ready: Option<When>,
    pub shipped: Option<When>,
    pub delivered: Option<When>,
    pub cancelled: Option<When>,
    pub status: Option<String>,
    pub standing: Standing,
    pub check: Check,
}

impl Line {
    /// A line about which nothing is known but its number.
    pub fn new(order_no: impl Into<String>, line_no: impl Into<String>) -> Line {
        Line {
            key: LineKey { order_no: order_no.into(), line_no: line_no.into() },
            customer_reference: None,
            item: None,
            quantity: None,
            ordered: None,
            requested: None,
            promised: None,
            first_promised: None,
            need_by: None,
            ready: None,
            shipped: None,
            delivered: None,
            cancelled: None,
            status: None,
            standing: Standing::Unsaid,
            check: Check::Undone,
        }
    }

    /// Cancelled by date or by word, whichever the source gives.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.is_some() || self.standing == Standing::Cancelled
    }
}

/// A promise that an import found changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseChange {
    pub line: LineKey,
    pub from: When,
    pub to: When,
    /// When somebody here first knew, which is never later than when it was imported.
    pub known_at: Timestamp,
    /// When the customer heard it from us.
    pub told_at: Option<Timestamp>,
}
