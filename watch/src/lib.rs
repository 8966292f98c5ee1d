//! Is something going wrong? Order lines, promises and deliveries become findings; pure, no clock, no files.
//!
//! The caller hands over one batch of lines and gets back what looks wrong in it. Looking twice gives the same
//! subject keys, so whoever keeps the findings keeps each trouble once. There is no field for a price, an order
//! value or a customer's revenue anywhere in this crate: importance is never measured in money.

pub mod finding;
pub mod line;
pub mod oddity;
pub mod rules;
pub mod when;

pub use finding::{Arg, Finding, Kind, Sentence};
pub use line::{Check, Line, LineKey, Outcome, PromiseChange, Standing};
pub use oddity::{Oddity, oddities};
pub use when::When;

use jiff::{Timestamp, tz::TimeZone};

/// The batch a caller should cut: enough to be fast, little enough to hold.
pub const LINES_PER_LOOK: usize = 1_000;

/// What the watch stands on: the moment of looking, the supplier's zone, and how working days are counted.
pub struct Ground<'a> {
    pub now: Timestamp,
    /// The zone in which a promise "by the 20th" ends.
    pub zone: &'a TimeZone,
    /// The end of the n-th working day after an instant, in the calendar that governs the line.
    pub working_days_after: &'a dyn Fn(Timestamp, u32) -> Timestamp,
}

/// Everything that looks wrong in these lines and promise changes, in the order given.
pub fn look(lines: &[Line], changes: &[PromiseChange], ground: &Ground) -> Vec<Finding> {
    let mut found = Vec::new();
    for line in lines {
        found.extend(rules::late_undelivered::check(line, ground));
        found.extend(rules::unchecked_delivery::check(line, ground));
    }
    for change in changes {
        found.extend(rules::silent_slip::check(change, ground));
    }
    found
}
