//! Delivered, and nobody asked whether it was right: not hearing a complaint is not hearing.

use crate::{
    Ground,
    finding::{Arg, Confidence, Finding, Kind, Sentence},
    line::{Check, Line},
};
use jiff::{Timestamp, tz::TimeZone};

/// The after-delivery check is due so many working days after the proof of delivery (C24, S031).
pub const CHECK_AFTER_WORKING_DAYS: u32 = 2;

/// When somebody must have asked about a delivery.
pub fn due_at(delivered: crate::When, ground: &Ground) -> Timestamp {
    (ground.working_days_after)(proven_at(delivered, ground.zone), CHECK_AFTER_WORKING_DAYS)
}

/// A delivery known only by its day is counted from the start of that day: the check comes early, never late.
fn proven_at(delivered: crate::When, zone: &TimeZone) -> Timestamp {
    delivered.begins(zone)
}

/// A delivery whose check is overdue. A check that heard nothing was made, so it is not found here again.
///
/// A cancelled line that arrived all the same is asked about too: those goods surprise somebody.
pub fn check(line: &Line, ground: &Ground) -> Option<Finding> {
    let delivered = line.delivered?;
    let due = from(line, ground)?;
    if due > ground.now {
        return None;
    }
    Some(Finding {
        kind: Kind::UncheckedDelivery,
        subject: format!("{}@{}", line.key, delivered.day(ground.zone)),
        line: Some(line.key.clone()),
        evidence: Sentence::new(
            "signal-unchecked-delivery",
            [
                ("line", Arg::Text(line.key.to_string())),
                ("delivered", Arg::When(delivered)),
                ("due", Arg::At(due)),
                ("item", Arg::Text(line.item.clone().unwrap_or_default())),
            ],
        ),
        confidence: Confidence::Certain,
        since: due,
        owed_at: due,
        first_seen: ground.now,
    })
}

/// When this rule may find something: when the check of a delivery is due that nobody has made.
pub fn from(line: &Line, ground: &Ground) -> Option<Timestamp> {
    let delivered = line.delivered.filter(|_| line.check == Check::Undone)?;
    Some(due_at(delivered, ground))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        line::Outcome,
        rules::testing::{at, ground},
    };

    fn delivered(day: &str) -> Line {
        Line { delivered: Some(day.parse().unwrap()), ..Line::new("A-1", "1") }
    }

    /// S031: every delivery is asked about within two working days.
    #[test]
    fn s031_delivered_on_monday_and_not_asked_by_friday_is_found() {
        let found = ground(|g| check(&delivered("2026-11-16"), g)).unwrap();
        assert_eq!(found.kind, Kind::UncheckedDelivery);
        assert_eq!(found.owed_at.to_string(), "2026-11-17T23:00:00Z");
    }

    #[test]
    fn s031_a_weekend_does_not_count() {
        assert_eq!(at("2026-11-22T12:00:00Z", |g| check(&delivered("2026-11-20"), g)), None);
        assert!(at("2026-11-24T12:00:00Z", |g| check(&delivered("2026-11-20"), g)).is_some());
    }

    #[test]
    fn a_check_that_was_made_ends_it_whatever_was_heard() {
        for outcome in [Outcome::Ok, Outcome::NotOk, Outcome::NotHeard] {
            let done = Check::Done { at: "2026-11-18T09:00:00Z".parse().unwrap(), outcome };
            let line = Line { check: done, ..delivered("2026-11-16") };
            assert_eq!(ground(|g| check(&line, g)), None);
        }
    }

    #[test]
    fn nothing_delivered_is_nothing_to_ask_about() {
        assert_eq!(ground(|g| check(&Line::new("A-1", "1"), g)), None);
    }

    #[test]
    fn cancelled_goods_that_arrived_are_asked_about() {
        let line = Line { standing: crate::Standing::Cancelled, ..delivered("2026-11-10") };
        assert!(ground(|g| check(&line, g)).is_some());
    }
}
