//! A promise moved later and the customer was not told (W11, S063).

use crate::{
    Ground,
    finding::{Arg, Confidence, Finding, Kind, Sentence},
    line::PromiseChange,
};
use jiff::Timestamp;

/// A known slip is told within so many working days (C07).
pub const TELL_WITHIN_WORKING_DAYS: u32 = 1;
/// Closer to the promise than this many working days, it is told the same day (C07).
pub const SAME_DAY_INSIDE_WORKING_DAYS: u32 = 5;

/// One finding per change; a promise moved earlier breaks nothing.
pub fn check(change: &PromiseChange, ground: &Ground) -> Option<Finding> {
    if change.told_at.is_some() || !change.to.surely_after(change.from, ground.zone) {
        return None;
    }
    let owed_at = tell_by(change.known_at, change.from, ground);
    Some(Finding {
        kind: Kind::SilentSlip,
        subject: format!("{}@{}>{}", change.line, change.from, change.to),
        line: Some(change.line.clone()),
        evidence: Sentence::new(
            "signal-silent-slip",
            [
                ("line", Arg::Text(change.line.to_string())),
                ("from", Arg::When(change.from)),
                ("to", Arg::When(change.to)),
                ("known", Arg::At(change.known_at)),
                ("due", Arg::At(owed_at)),
            ],
        ),
        confidence: Confidence::Certain,
        since: change.known_at,
        owed_at,
        first_seen: ground.now,
    })
}

/// When the customer must have heard that a day they count on will not be kept.
pub(super) fn tell_by(known_at: Timestamp, day: crate::When, ground: &Ground) -> Timestamp {
    let near = (ground.working_days_after)(known_at, SAME_DAY_INSIDE_WORKING_DAYS);
    if near >= day.begins(ground.zone) {
        let today = crate::When::Day(crate::When::At(known_at).day(ground.zone));
        return today.ends(ground.zone);
    }
    (ground.working_days_after)(known_at, TELL_WITHIN_WORKING_DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        line::LineKey,
        rules::testing::{NOW, ground},
    };

    fn moved(from: &str, to: &str) -> PromiseChange {
        PromiseChange {
            line: LineKey { order_no: "A-1".into(), line_no: "1".into() },
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
            known_at: NOW.parse().unwrap(),
            told_at: None,
        }
    }

    /// S063: known on Friday, a month ahead, so told by Monday.
    #[test]
    fn s063_a_promise_moved_later_is_owed_within_one_working_day() {
        let found = ground(|g| check(&moved("2026-12-18", "2027-01-08"), g)).unwrap();
        assert_eq!(found.owed_at.to_string(), "2026-11-23T14:00:00Z");
        assert_eq!(found.subject, "A-1/1@2026-12-18>2027-01-08");
    }

    #[test]
    fn s063_inside_five_working_days_it_is_owed_the_same_day() {
        let found = ground(|g| check(&moved("2026-11-24", "2026-12-01"), g)).unwrap();
        assert_eq!(found.owed_at.to_string(), "2026-11-20T23:00:00Z");
    }

    #[test]
    fn told_or_earlier_is_no_slip() {
        let told = PromiseChange { told_at: Some(NOW.parse().unwrap()), ..moved("2026-12-18", "2027-01-08") };
        assert_eq!(ground(|g| check(&told, g)), None);
        assert_eq!(ground(|g| check(&moved("2026-12-18", "2026-12-11"), g)), None);
    }
}
