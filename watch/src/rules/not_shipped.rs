//! The day to leave came and nothing left, or nothing says so (W12).

use crate::{
    Ground,
    finding::{Arg, Finding, Kind},
    story::Story,
};

/// From when the day to leave counts as gone by: the end of the day on which the goods are ready.
pub fn check(story: &Story, ground: &Ground) -> Option<Finding> {
    let line = &story.line;
    let ready = line.ready?;
    let left = line.shipped.is_some() || story.shipments.values().any(|shipment| shipment.left.is_some());
    let since = ready.ends(ground.zone);
    if left || !story.is_waited_for() || since > ground.now {
        return None;
    }
    // Past the promise the other rule says the graver thing.
    if line.promised.is_some_and(|promised| promised.ends(ground.zone) <= ground.now) {
        return None;
    }
    Some(Finding::of(Kind::NotShipped, &line.key, &ready.to_string(), since, ground).with("ready", Arg::When(ready)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Line,
        rules::testing::{at, day, ground},
        story::Shipment,
    };

    fn ready(on: &str) -> Story {
        Story::of(Line { ready: day(on), promised: day("2026-11-27"), ..Line::new("A-1", "1") })
    }

    #[test]
    fn w12_ready_yesterday_and_nothing_left() {
        let found = ground(|g| check(&ready("2026-11-19"), g)).unwrap();
        assert_eq!(
            (found.subject.as_str(), found.since.to_string().as_str()),
            ("A-1/1@2026-11-19", "2026-11-19T23:00:00Z")
        );
        assert_eq!(ground(|g| check(&ready("2026-11-20"), g)), None, "today is not over");
    }

    #[test]
    fn w12_a_shipment_is_enough_and_past_the_promise_it_is_late() {
        let mut gone = ready("2026-11-19");
        gone.shipments.insert("S-1".into(), Shipment { left: day("2026-11-19"), ..Shipment::default() });
        assert_eq!(ground(|g| check(&gone, g)), None);
        assert_eq!(at("2026-11-30T12:00:00Z", |g| check(&ready("2026-11-19"), g)), None);
    }
}
