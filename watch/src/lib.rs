//! Is something going wrong? Order lines, promises and deliveries become findings; pure, no clock, no files.
//!
//! The caller hands over one batch of lines and gets back what looks wrong in it. Looking twice gives the same
//! subject keys, so whoever keeps the findings keeps each trouble once. There is no field for a price, an order
//! value or a customer's revenue anywhere in this crate: importance is never measured in money.

pub mod book;
pub mod fact;
pub mod finding;
pub mod line;
pub mod oddity;
pub mod quantity;
pub mod radius;
pub mod replay;
pub mod rules;
pub mod slip;
pub mod story;
pub mod talks;
pub mod when;

pub use finding::{Arg, Confidence, Finding, Kind, Sentence};
pub use line::{Check, Line, LineKey, Outcome, Part, PromiseChange, Standing};
pub use oddity::{Oddity, oddities};
pub use quantity::Quantity;
pub use when::When;

use jiff::{Timestamp, tz::TimeZone};

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
        found.extend(rules::negative_slack::check(line, ground));
        found.extend(rules::unchecked_delivery::check(line, ground));
    }
    for change in changes {
        found.extend(rules::silent_slip::check(change, ground));
    }
    found
}

/// When the watch should look at a line again: the first instant after `after` at which a rule may find something.
///
/// Nothing to wait for is `None`; without `after`, an instant long past still counts, as nobody has looked yet.
pub fn next_look(line: &Line, ground: &Ground, after: Option<Timestamp>) -> Option<Timestamp> {
    let moments = [
        rules::late_undelivered::from(line, ground),
        rules::negative_slack::from(line, ground),
        rules::unchecked_delivery::from(line, ground),
    ];
    moments.into_iter().flatten().filter(|at| after.is_none_or(|after| *at > after)).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rules::testing::{NOW, at, ground};

    #[test]
    fn a_line_is_looked_at_when_its_promise_ends_and_when_its_check_is_due() {
        let open = Line { promised: Some("2026-11-20".parse().unwrap()), ..Line::new("A", "1") };
        let next = ground(|g| next_look(&open, g, None)).unwrap();
        assert_eq!(next.to_string(), "2026-11-20T23:00:00Z");
        assert_eq!(ground(|g| next_look(&open, g, Some(next))), None);
        let delivered = Line { delivered: Some("2026-11-19".parse().unwrap()), ..open };
        assert_eq!(ground(|g| next_look(&delivered, g, None)).unwrap().to_string(), "2026-11-22T23:00:00Z");
    }

    /// Whatever a look finds, the moment to look was not after it.
    #[test]
    fn nothing_is_found_before_it_was_time_to_look() {
        let days = ["2026-11-16", "2026-11-18", "2026-11-23"].map(|day| Some(day.parse::<When>().unwrap()));
        for promised in days {
            for (delivered, ready) in days.into_iter().chain([None]).map(|delivered| (delivered, days[2])) {
                for standing in [Standing::Open, Standing::Delivered, Standing::Cancelled] {
                    let line = Line { promised, delivered, ready, standing, ..Line::new("A", "1") };
                    for now in ["2026-11-15T00:00:00Z", "2026-11-17T12:00:00Z", NOW, "2026-12-24T00:00:00Z"] {
                        at(now, |g| {
                            let found = look(std::slice::from_ref(&line), &[], g);
                            let due = next_look(&line, g, None).is_some_and(|next| next <= g.now);
                            assert!(found.is_empty() || due, "{line:?} at {now}");
                        });
                    }
                }
            }
        }
    }
}
