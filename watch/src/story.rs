//! One order line with everything that touches it: milestones, supplies, lots, shipments, returns, what the customer said.
//!
//! These are the watch's inputs. None of them has a place for a price, an order value, a tier or a customer's revenue, so no rule can
//! read one (S025); a short payment is known by its number and its day.

use crate::{
    line::{Line, Outcome},
    quantity::Quantity,
    when::When,
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An order line and its surroundings as they are known at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    pub line: Line,
    pub places: Places,
    /// When we confirmed the order to the customer.
    pub acknowledged: Option<When>,
    /// What we said about the day, in the order in which it became known.
    pub promises: Vec<PromiseSaid>,
    pub milestones: BTreeMap<String, Milestone>,
    pub supplies: BTreeMap<String, Supply>,
    pub stock: Option<Pegged>,
    pub inspections: BTreeMap<String, Inspection>,
    pub loads: BTreeMap<String, Load>,
    pub shipments: BTreeMap<String, Shipment>,
    pub returns: BTreeMap<String, Return>,
    pub short_payments: BTreeMap<String, ShortPayment>,
    /// What the customer reported as not conforming, each under their own number.
    pub nonconformities: BTreeMap<String, Nonconformity>,
    /// When they asked where it is.
    pub questions: Vec<Timestamp>,
    /// What was heard at checks after the delivery, in their order.
    pub checks: Vec<(Timestamp, Outcome)>,
    /// Goods that may go out in place of this item.
    pub alternates: Vec<String>,
}

impl Story {
    pub fn of(line: Line) -> Story {
        Story {
            line,
            places: Places::default(),
            acknowledged: None,
            promises: vec![],
            milestones: BTreeMap::new(),
            supplies: BTreeMap::new(),
            stock: None,
            inspections: BTreeMap::new(),
            loads: BTreeMap::new(),
            shipments: BTreeMap::new(),
            returns: BTreeMap::new(),
            short_payments: BTreeMap::new(),
            nonconformities: BTreeMap::new(),
            questions: vec![],
            checks: vec![],
            alternates: vec![],
        }
    }

    /// Whether anybody still waits for these goods.
    pub fn is_waited_for(&self) -> bool {
        use crate::line::Standing;
        let done = matches!(self.line.standing, Standing::Delivered | Standing::Closed);
        self.line.delivered.is_none() && !done && !self.line.is_cancelled()
    }
}

/// Where a line belongs: what its history is compared with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Places {
    pub item_group: Option<String>,
    pub supplier: Option<String>,
    pub work_centre: Option<String>,
    pub route: Option<String>,
}

/// A day said to the customer, or only to ourselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PromiseSaid {
    pub day: When,
    /// When somebody here knew that it would be this day.
    pub known_at: Timestamp,
    /// When the customer heard it from us.
    pub told_at: Option<Timestamp>,
}

/// A step on the way, by the name it has in the plant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    pub planned: Option<When>,
    pub actual: Option<When>,
}

/// What we buy for this line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supply {
    pub needed: When,
    pub promised: Option<When>,
    pub received: Option<When>,
}

/// What is set aside for the line, of what it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pegged {
    pub wanted: Quantity,
    pub pegged: Quantity,
    /// Free stock of alternates that may go out in its place; nothing when nobody knows.
    pub alternates: Option<Quantity>,
}

/// How a test of a lot ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inspection {
    pub lot: String,
    pub verdict: Verdict,
    pub at: When,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Passed,
    Failed,
}

/// Work that is planned on a machine or a group of them, in the week that begins on this day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Load {
    pub week: Date,
    pub hours_planned: u32,
    pub hours_there: u32,
}

/// Goods on their way, with what the carrier tells of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shipment {
    pub left: Option<When>,
    pub expected: Option<When>,
    pub quantity: Option<Quantity>,
    pub lots: Vec<String>,
    pub last_scan: Option<Timestamp>,
    /// What went wrong on the way, in the carrier's words.
    pub exception: Option<String>,
    pub proof: Option<When>,
    /// When the customer said that nothing came.
    pub denied: Option<When>,
}

/// Goods that came back, or that somebody asked to send back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    pub at: When,
    /// The case it belongs to.
    pub case: Option<String>,
}

/// A payment that was cut, a debit note, a chargeback.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShortPayment {
    pub kind: ShortKind,
    pub at: When,
    pub case: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShortKind {
    PaidLess,
    DebitNote,
    Chargeback,
}

/// A report of theirs that goods do not meet what was agreed (ISO 9001 8.7; X12 842).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nonconformity {
    /// The day of the report.
    pub at: When,
    /// What does not conform, in their words.
    pub what: Option<String>,
    pub lots: Vec<String>,
    /// How much of it does not conform, where they say one number.
    pub quantity: Option<Quantity>,
    pub report: ReportIs,
    pub case: Option<String>,
}

impl Nonconformity {
    /// Whether they still say so and nobody has opened a case.
    pub fn is_open(&self) -> bool {
        self.report == ReportIs::Made && self.case.is_none()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportIs {
    Made,
    /// They took it back themselves.
    Withdrawn,
}

/// A case as far as other cases, lines and lots need to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseSeen {
    pub number: String,
    pub account: String,
    pub opened: Timestamp,
    /// The words for what failed, as somebody chose them.
    pub failure: Option<String>,
    pub lots: Vec<String>,
    pub is: CaseIs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseIs {
    Open,
    Closed,
}

/// A lot that went to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LotSent {
    pub lot: String,
    pub account: String,
    pub line: crate::line::LineKey,
    pub shipment: String,
    pub quantity: Option<Quantity>,
}

/// What somebody at a customer was told to expect while a trouble is put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecoveryPromise {
    pub case: String,
    pub words: String,
    pub due: Timestamp,
    /// When somebody began to write that it is kept, or how it will be.
    pub drafted: Option<Timestamp>,
    pub kept: Option<Timestamp>,
}
