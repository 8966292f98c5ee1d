//! A customer who orders every few weeks and has not for a long while: many leave without a word (W19, S033).

use crate::{
    Ground,
    finding::{Arg, Confidence, Finding, Kind, Sentence},
};
use jiff::civil::Date;

/// So many days with an order are needed before a gap can be called unusual.
pub const ORDERS_NEEDED: usize = 4;
/// Gone quiet is more than so many times the usual gap.
const TIMES_USUAL: i64 = 2;

/// What is known of how often somebody orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rhythm {
    pub first: Date,
    pub last: Date,
    /// Days on which something was ordered.
    pub orders: usize,
    /// The middle gap in days, once there are [`ORDERS_NEEDED`] of them.
    pub usual_gap: Option<i64>,
}

/// The rhythm of these days, which are in order and each there once.
pub fn rhythm(days: &[Date]) -> Option<Rhythm> {
    let (first, last) = (*days.first()?, *days.last()?);
    let mut gaps: Vec<i64> = days.windows(2).map(|two| between(two[0], two[1])).collect();
    gaps.sort_unstable();
    // Nearest rank: of an even number the lower one, so that the watch speaks sooner.
    let middle = gaps.get(gaps.len().saturating_sub(1) / 2).copied();
    Some(Rhythm { first, last, orders: days.len(), usual_gap: middle.filter(|_| days.len() >= ORDERS_NEEDED) })
}

/// One finding for each silence: the next order ends it, and a later silence is a new one. `known_until` is the day up to which orders
/// came in: a list that nobody brings in any more is not a customer who is quiet.
pub fn check(account: &str, rhythm: &Rhythm, known_until: Date, ground: &Ground) -> Option<Finding> {
    let usual = rhythm.usual_gap?;
    let today = ground.now.to_zoned(ground.zone.clone()).date();
    let gap = between(rhythm.last, today.min(known_until));
    if gap <= usual.saturating_mul(TIMES_USUAL) {
        return None;
    }
    Some(Finding {
        kind: Kind::GoneQuiet,
        subject: format!("{account}@{}", rhythm.last),
        line: None,
        evidence: Sentence::new(
            "signal-gone-quiet",
            [
                ("last", Arg::When(crate::When::Day(rhythm.last))),
                ("days", Arg::Count(gap)),
                ("usual", Arg::Count(usual)),
                ("orders", Arg::Count(i64::try_from(rhythm.orders).unwrap_or(i64::MAX))),
            ],
        ),
        confidence: Confidence::Certain,
        since: ground.now,
        owed_at: (ground.working_days_after)(ground.now, 1),
        first_seen: ground.now,
    })
}

fn between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| span.get_days().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::at;

    fn days(all: &[&str]) -> Vec<Date> {
        all.iter().map(|day| day.parse().unwrap()).collect()
    }

    fn found(all: &[&str], now: &str) -> Option<Finding> {
        let rhythm = rhythm(&days(all)).unwrap();
        at(now, |g| check("acme", &rhythm, Date::MAX, g))
    }

    const MONTHLY: [&str; 4] = ["2026-06-01", "2026-07-01", "2026-08-01", "2026-09-01"];

    /// S033: usually 31 days apart, so 62 days are still usual and 63 are not.
    #[test]
    fn s033_more_than_twice_the_usual_gap_is_quiet() {
        assert_eq!(found(&MONTHLY, "2026-11-02T12:00:00Z"), None);
        let quiet = found(&MONTHLY, "2026-11-03T12:00:00Z").unwrap();
        assert_eq!((quiet.kind, quiet.subject.as_str()), (Kind::GoneQuiet, "acme@2026-09-01"));
        assert_eq!(quiet.evidence.args["usual"], Arg::Count(31));
        assert_eq!(quiet.evidence.args["days"], Arg::Count(63));
    }

    #[test]
    fn s033_three_orders_are_too_few_to_call_anything_unusual() {
        assert_eq!(found(&MONTHLY[..3], "2027-11-03T12:00:00Z"), None);
    }

    #[test]
    fn a_list_of_orders_that_ends_is_no_silence() {
        let rhythm = rhythm(&days(&MONTHLY)).unwrap();
        let until: Date = "2026-10-15".parse().unwrap();
        assert_eq!(at("2027-01-01T12:00:00Z", |g| check("acme", &rhythm, until, g)), None);
    }

    #[test]
    fn one_long_summer_does_not_change_the_usual_gap() {
        let rhythm = rhythm(&days(&["2026-01-01", "2026-01-15", "2026-01-29", "2026-02-12", "2026-08-12"])).unwrap();
        assert_eq!(rhythm.usual_gap, Some(14));
    }

    #[test]
    fn nobody_who_never_ordered_has_a_rhythm() {
        assert_eq!(rhythm(&[]), None);
    }
}
