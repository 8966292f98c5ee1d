//! Past its promise and not delivered: the customer knows it before we do, unless somebody runs.

use crate::{
    Ground,
    finding::{Arg, Confidence, Finding, Kind, Sentence},
    line::{Line, Standing},
};
use jiff::Timestamp;

/// One finding per missed promise; the same line promised anew and missed again is a new one.
///
/// A line whose status says *delivered* or *closed* without a date is not called undelivered: the row shows the
/// contradiction instead, and a person settles it. A delivery dated in the future has not happened.
pub fn check(line: &Line, ground: &Ground) -> Option<Finding> {
    let promised = line.promised?;
    let missed_at = from(line, ground)?;
    if missed_at > ground.now {
        return None;
    }
    let key = match line.shipped {
        Some(_) => "signal-late-shipped",
        None => "signal-late-unshipped",
    };
    let mut evidence = Sentence::new(
        key,
        [
            ("line", Arg::Text(line.key.to_string())),
            ("promised", Arg::When(promised)),
            ("item", Arg::Text(line.item.clone().unwrap_or_default())),
        ],
    );
    if let Some(shipped) = line.shipped {
        evidence.args.insert("shipped".into(), Arg::When(shipped));
    }
    Some(Finding {
        kind: Kind::LateUndelivered,
        subject: format!("{}@{promised}", line.key),
        line: Some(line.key.clone()),
        evidence,
        confidence: Confidence::Certain,
        since: missed_at,
        owed_at: missed_at,
        first_seen: ground.now,
    })
}

/// When this rule may find something: the end of the promise, while nothing has arrived and something is waited for.
pub fn from(line: &Line, ground: &Ground) -> Option<Timestamp> {
    let arrived = line.delivered.is_some_and(|delivered| delivered.begins(ground.zone) <= ground.now);
    let says_done = matches!(line.standing, Standing::Delivered | Standing::Closed) && line.delivered.is_none();
    if arrived || says_done || line.is_cancelled() {
        return None;
    }
    line.promised.map(|promised| promised.ends(ground.zone))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{at, ground};

    fn promised(day: &str) -> Line {
        Line { promised: Some(day.parse().unwrap()), ..Line::new("A-1", "2") }
    }

    #[test]
    fn promised_for_yesterday_and_not_delivered_is_found() {
        let found = ground(|g| check(&promised("2026-11-19"), g)).unwrap();
        assert_eq!(found.subject, "A-1/2@2026-11-19");
        assert_eq!(found.evidence.key, "signal-late-unshipped");
        assert_eq!(found.since.to_string(), "2026-11-19T23:00:00Z");
    }

    #[test]
    fn promised_for_today_is_still_kept() {
        assert_eq!(ground(|g| check(&promised("2026-11-20"), g)), None);
    }

    #[test]
    fn delivered_late_is_no_longer_undelivered() {
        let line = Line { delivered: Some("2026-11-20".parse().unwrap()), ..promised("2026-11-10") };
        assert_eq!(ground(|g| check(&line, g)), None);
    }

    #[test]
    fn a_delivery_dated_next_week_has_not_happened() {
        let line = Line { delivered: Some("2026-11-27".parse().unwrap()), ..promised("2026-11-10") };
        assert!(ground(|g| check(&line, g)).is_some());
    }

    #[test]
    fn cancelled_lines_are_not_waited_for() {
        let by_word = Line { standing: Standing::Cancelled, ..promised("2026-11-10") };
        let by_date = Line { cancelled: Some("2026-11-01".parse().unwrap()), ..promised("2026-11-10") };
        assert_eq!(ground(|g| check(&by_word, g)), None);
        assert_eq!(ground(|g| check(&by_date, g)), None);
    }

    #[test]
    fn delivered_by_word_alone_is_not_called_undelivered() {
        for standing in [Standing::Delivered, Standing::Closed] {
            let line = Line { standing, ..promised("2026-11-10") };
            assert_eq!(ground(|g| check(&line, g)), None);
        }
    }

    #[test]
    fn looking_twice_names_the_same_subject_and_a_new_promise_missed_is_a_new_one() {
        let first = ground(|g| check(&promised("2026-11-10"), g)).unwrap();
        let again = at("2026-11-27T08:00:00Z", |g| check(&promised("2026-11-10"), g)).unwrap();
        let anew = at("2026-11-27T08:00:00Z", |g| check(&promised("2026-11-24"), g)).unwrap();
        assert_eq!(first.subject, again.subject);
        assert_ne!(first.subject, anew.subject);
    }

    /// S025: the watch cannot see money, because a line has no place to put it.
    #[test]
    fn s025_a_line_has_no_price_or_order_value() {
        let shown = format!("{:?}", Line::new("A-1", "1"));
        for word in ["price", "value", "amount", "revenue", "margin", "tier", "total"] {
            assert!(!shown.contains(word), "{word} in {shown}");
        }
    }
}
