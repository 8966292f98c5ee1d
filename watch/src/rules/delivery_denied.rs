//! There is a proof of delivery, and the customer says that nothing came (W15).

use crate::{
    Ground,
    finding::{Arg, Finding, Kind},
    story::Story,
};

/// Their word stands against the carrier's paper, and their word is the one that counts.
pub fn check(story: &Story, ground: &Ground) -> Vec<Finding> {
    let mut found = Vec::new();
    for (number, shipment) in &story.shipments {
        let Some((proof, denied)) = shipment.proof.or(story.line.delivered).zip(shipment.denied) else { continue };
        let since = denied.begins(ground.zone).min(ground.now);
        let finding = Finding::of(Kind::DeliveryDenied, &story.line.key, number, since, ground);
        let finding = finding.with("shipment", Arg::Text(number.clone())).with("proof", Arg::When(proof));
        found.push(finding.owed(since));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Line,
        rules::testing::{day, ground},
        story::Shipment,
    };

    fn told(proof: Option<&str>, denied: Option<&str>) -> Story {
        let mut story = Story::of(Line::new("A-1", "1"));
        let shipment = Shipment { proof: proof.and_then(day), denied: denied.and_then(day), ..Shipment::default() };
        story.shipments.insert("S-1".into(), shipment);
        story
    }

    #[test]
    fn w15_signed_for_and_they_say_that_nothing_came() {
        let found = ground(|g| check(&told(Some("2026-11-18"), Some("2026-11-19")), g));
        assert_eq!(found[0].subject, "A-1/1@S-1");
        assert_eq!(found[0].owed_at, found[0].since, "at once");
    }

    #[test]
    fn w15_without_their_word_or_without_proof_it_is_another_trouble() {
        assert_eq!(ground(|g| check(&told(Some("2026-11-18"), None), g)), []);
        assert_eq!(ground(|g| check(&told(None, Some("2026-11-19")), g)), []);
    }
}
