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
    /// When the delivery was entered, which may be long after it happened.
    pub recorded: Option<When>,
    /// When the customer was told of the present promise.
    pub told: Option<When>,
    pub status: Option<String>,
    pub standing: Standing,
    pub check: Check,
}

/// A part of a line that a source may have no column for, and so says nothing about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    CustomerReference,
    Item,
    Quantity,
    Ordered,
    Requested,
    NeedBy,
    Ready,
    Shipped,
    Delivered,
    Cancelled,
    Recorded,
    Told,
    Status,
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
            recorded: None,
            told: None,
            status: None,
            standing: Standing::Unsaid,
            check: Check::Undone,
        }
    }

    /// Takes over from what was known before: every part this source is silent about, the check that was made, and
    /// the promises. A blank cell takes no promise back, and the first promise stays the first.
    pub fn take_over(&mut self, before: &Line, silent: &[Part]) {
        let keep = |part: Part| silent.contains(&part);
        let when = |part: Part, slot: &mut Option<When>, old: Option<When>| {
            if keep(part) {
                *slot = old;
            }
        };
        when(Part::Ordered, &mut self.ordered, before.ordered);
        when(Part::Requested, &mut self.requested, before.requested);
        when(Part::NeedBy, &mut self.need_by, before.need_by);
        when(Part::Ready, &mut self.ready, before.ready);
        when(Part::Shipped, &mut self.shipped, before.shipped);
        when(Part::Delivered, &mut self.delivered, before.delivered);
        when(Part::Cancelled, &mut self.cancelled, before.cancelled);
        when(Part::Recorded, &mut self.recorded, before.recorded);
        when(Part::Told, &mut self.told, before.told);
        if keep(Part::CustomerReference) {
            self.customer_reference.clone_from(&before.customer_reference);
        }
        if keep(Part::Item) {
            self.item.clone_from(&before.item);
        }
        if keep(Part::Quantity) {
            self.quantity.clone_from(&before.quantity);
        }
        if keep(Part::Status) {
            self.status.clone_from(&before.status);
            self.standing = before.standing;
        }
        self.promised = self.promised.or(before.promised);
        self.first_promised = before.first_promised.or(self.first_promised).or(self.promised);
        self.check = before.check;
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

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<When> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn what_a_file_is_silent_about_stays_and_what_it_blanks_goes() {
        let before = Line { shipped: day("2026-11-01"), need_by: day("2026-12-01"), ..Line::new("A", "1") };
        let mut now = Line::new("A", "1");
        now.take_over(&before, &[Part::NeedBy]);
        assert_eq!((now.shipped, now.need_by), (None, day("2026-12-01")));
    }

    #[test]
    fn a_blank_cell_takes_no_promise_back_and_the_first_promise_stays_the_first() {
        let before = Line { promised: day("2026-11-20"), first_promised: day("2026-11-01"), ..Line::new("A", "1") };
        let mut blank = Line::new("A", "1");
        blank.take_over(&before, &[]);
        assert_eq!(blank.promised, day("2026-11-20"));
        let mut moved = Line { promised: day("2026-12-24"), ..Line::new("A", "1") };
        moved.take_over(&before, &[]);
        assert_eq!((moved.promised, moved.first_promised), (day("2026-12-24"), day("2026-11-01")));
    }
}
