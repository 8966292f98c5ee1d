//! The carrier says that something went wrong, or says nothing for too long (W13).

use crate::{
    Ground,
    finding::{Arg, Finding, Kind},
    story::{Shipment, Story},
};
use jiff::{SignedDuration, Timestamp};

/// A shipment that nobody scans for so long has gone missing from view.
const SCANNED_WITHIN: SignedDuration = SignedDuration::from_hours(24);

/// What is wrong with a shipment, the gravest first.
enum Wrong<'a> {
    Said(&'a str),
    NoProof(crate::When),
    NoScan(Timestamp),
}

/// One for each shipment. Where a carrier never scans, nothing is made of silence.
pub fn check(story: &Story, ground: &Ground) -> Vec<Finding> {
    if story.line.delivered.is_some() || story.line.is_cancelled() {
        return vec![];
    }
    let mut found = Vec::new();
    for (number, shipment) in &story.shipments {
        let Some(wrong) = wrong(shipment, ground) else { continue };
        let about = |tail: &str, since: Timestamp| {
            let finding =
                Finding::of(Kind::CarrierTrouble, &story.line.key, &format!("{number} {tail}"), since, ground);
            finding.with("shipment", Arg::Text(number.clone()))
        };
        found.push(match wrong {
            Wrong::Said(words) => about(words, ground.now).with("words", Arg::Text(words.into())),
            Wrong::NoProof(expected) => {
                let since = proof_due(expected, ground);
                about("proof", since).with("expected", Arg::When(expected)).said("signal-carrier-no-proof")
            }
            Wrong::NoScan(last) => {
                let since = last.saturating_add(SCANNED_WITHIN).unwrap_or(last);
                about(&format!("scan {last}"), since).with("last", Arg::At(last)).said("signal-carrier-no-scan")
            }
        });
    }
    found
}

fn wrong<'a>(shipment: &'a Shipment, ground: &Ground) -> Option<Wrong<'a>> {
    if shipment.proof.is_some() {
        return None;
    }
    if let Some(words) = &shipment.exception {
        return Some(Wrong::Said(words));
    }
    if let Some(expected) = shipment.expected.filter(|expected| proof_due(*expected, ground) <= ground.now) {
        return Some(Wrong::NoProof(expected));
    }
    let last = shipment.last_scan?;
    let silent = last.saturating_add(SCANNED_WITHIN).is_ok_and(|until| until <= ground.now);
    silent.then_some(Wrong::NoScan(last))
}

/// One working day after it should be there, somebody must have signed for it.
fn proof_due(expected: crate::When, ground: &Ground) -> Timestamp {
    (ground.working_days_after)(expected.ends(ground.zone), 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Line,
        rules::testing::{day, ground},
    };

    fn with(shipment: Shipment) -> Story {
        let mut story = Story::of(Line::new("A-1", "1"));
        story.shipments.insert("S-1".into(), shipment);
        story
    }

    fn key(shipment: Shipment) -> Option<String> {
        ground(|g| check(&with(shipment), g)).first().map(|found| found.evidence.key.clone())
    }

    #[test]
    fn w13_what_the_carrier_says_goes_before_its_silence() {
        let last_scan = Some("2026-11-18T09:00:00Z".parse().unwrap());
        let both = Shipment { exception: Some("damaged in Leipzig".into()), last_scan, ..Shipment::default() };
        assert_eq!(key(both).as_deref(), Some("signal-carrier-trouble"));
        assert_eq!(key(Shipment { last_scan, ..Shipment::default() }).as_deref(), Some("signal-carrier-no-scan"));
        let lately = Some("2026-11-20T09:00:00Z".parse().unwrap());
        assert_eq!(key(Shipment { last_scan: lately, ..Shipment::default() }), None);
    }

    #[test]
    fn w13_no_proof_one_working_day_after_it_should_be_there() {
        let expected = |on: &str| Shipment { expected: day(on), ..Shipment::default() };
        assert_eq!(key(expected("2026-11-18")).as_deref(), Some("signal-carrier-no-proof"));
        assert_eq!(key(expected("2026-11-19")), None);
        assert_eq!(key(Shipment { proof: day("2026-11-18"), ..expected("2026-11-17") }), None);
    }

    #[test]
    fn w13_a_carrier_that_never_scans_is_not_silent() {
        assert_eq!(key(Shipment { left: day("2026-11-10"), ..Shipment::default() }), None);
    }
}
