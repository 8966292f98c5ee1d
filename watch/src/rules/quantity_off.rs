//! Another quantity left than was ordered (W14).

use crate::{
    Ground, Quantity,
    finding::{Arg, Finding, Kind},
    story::Story,
};

/// Up to so many thousandths more or less go unsaid, where nothing else was agreed.
const TOLERANCE: i64 = 0;

/// Looked at once all of it has left: a part that went ahead is not short yet.
pub fn check(story: &Story, ground: &Ground) -> Option<Finding> {
    let line = &story.line;
    let ordered: Quantity = line.quantity.as_deref()?.parse().ok()?;
    let since = line.shipped?.ends(ground.zone).min(ground.now);
    let mut sent = Quantity::default();
    for shipment in story.shipments.values().filter(|shipment| shipment.left.is_some()) {
        sent = sent.and(shipment.quantity?);
    }
    let off = sent.off_by(ordered)?;
    let any = story.shipments.values().any(|shipment| shipment.left.is_some());
    if !any || off.abs() <= TOLERANCE || line.is_cancelled() {
        return None;
    }
    let finding = Finding::of(Kind::QuantityOff, &line.key, &format!("{sent}/{ordered}"), since, ground);
    let key = if off < 0 { "signal-quantity-short" } else { "signal-quantity-over" };
    Some(finding.with("sent", Arg::Text(sent.to_string())).with("ordered", Arg::Text(ordered.to_string())).said(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Line,
        rules::testing::{day, ground},
        story::Shipment,
    };

    fn sent(parts: &[u32]) -> Story {
        let line = Line { quantity: Some("500".into()), shipped: day("2026-11-19"), ..Line::new("A-1", "1") };
        let mut story = Story::of(line);
        for (at, part) in parts.iter().enumerate() {
            let quantity = Some(Quantity::whole(*part));
            let shipment = Shipment { left: day("2026-11-19"), quantity, ..Shipment::default() };
            story.shipments.insert(format!("S-{at}"), shipment);
        }
        story
    }

    #[test]
    fn w14_480_of_500_left_and_520_too() {
        let short = ground(|g| check(&sent(&[300, 180]), g)).unwrap();
        assert_eq!((short.subject.as_str(), short.evidence.key.as_str()), ("A-1/1@480/500", "signal-quantity-short"));
        assert_eq!(ground(|g| check(&sent(&[520]), g)).unwrap().evidence.key, "signal-quantity-over");
    }

    #[test]
    fn w14_two_parts_that_make_the_whole_are_nothing_and_neither_is_a_part_on_its_own() {
        assert_eq!(ground(|g| check(&sent(&[300, 200]), g)), None);
        let mut part = sent(&[300]);
        part.line.shipped = None;
        assert_eq!(ground(|g| check(&part, g)), None, "the rest has not left yet");
        assert_eq!(ground(|g| check(&sent(&[]), g)), None);
    }

    #[test]
    fn w14_a_quantity_in_words_is_compared_with_nothing() {
        let mut words = sent(&[480]);
        words.line.quantity = Some("500 pcs".into());
        assert_eq!(ground(|g| check(&words, g)), None);
    }
}
