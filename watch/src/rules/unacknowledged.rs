//! An order came in and nobody confirmed it (W01, C10).

use crate::{
    Ground,
    finding::{Arg, Finding, Kind},
    story::Story,
};
use jiff::SignedDuration;

/// An order is confirmed within so many hours.
const CONFIRM_WITHIN: SignedDuration = SignedDuration::from_hours(48);

/// A promised day is a confirmation as well; an order without its own day says nothing about how long it waits.
pub fn check(story: &Story, ground: &Ground) -> Option<Finding> {
    let line = &story.line;
    let confirmed = story.acknowledged.is_some() || line.promised.is_some() || line.shipped.is_some();
    if confirmed || !story.is_waited_for() {
        return None;
    }
    let ordered = line.ordered?;
    let since = ordered.ends(ground.zone).saturating_add(CONFIRM_WITHIN).ok()?;
    (since <= ground.now).then(|| {
        Finding::of(Kind::Unacknowledged, &line.key, "", since, ground).with("ordered", Arg::When(ordered)).owed(since)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Line,
        rules::testing::{at, day, ground},
    };

    fn ordered(on: &str) -> Story {
        Story::of(Line { ordered: day(on), ..Line::new("A-1", "1") })
    }

    /// C10: an order is confirmed within 48 hours.
    #[test]
    fn w01_c10_two_days_after_the_order_nobody_has_confirmed_it() {
        let found = ground(|g| check(&ordered("2026-11-17"), g)).unwrap();
        assert_eq!((found.subject.as_str(), found.owed_at.to_string().as_str()), ("A-1/1", "2026-11-19T23:00:00Z"));
        assert_eq!(at("2026-11-19T22:00:00Z", |g| check(&ordered("2026-11-17"), g)), None);
    }

    #[test]
    fn w01_a_confirmation_or_a_promised_day_is_enough() {
        let said = Story { acknowledged: day("2026-11-18"), ..ordered("2026-11-17") };
        assert_eq!(ground(|g| check(&said, g)), None);
        let mut promised = ordered("2026-11-17");
        promised.line.promised = day("2026-12-24");
        assert_eq!(ground(|g| check(&promised, g)), None);
        assert_eq!(ground(|g| check(&Story::of(Line::new("A-1", "1")), g)), None, "nobody knows since when");
    }
}
