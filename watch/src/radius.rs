//! From a lot to every line, shipment and customer that it can touch.

use crate::story::LotSent;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that one of these lots went into, by customer and line, each line and lot once with what it got in all.
pub fn touched(lots: &[String], sent: &[LotSent]) -> Vec<LotSent> {
    let wanted: BTreeSet<&str> = lots.iter().map(String::as_str).collect();
    let mut by_line: BTreeMap<(&str, &crate::LineKey, &str), LotSent> = BTreeMap::new();
    let mut counted: BTreeSet<(&str, &crate::LineKey, &str)> = BTreeSet::new();
    for one in sent.iter().filter(|one| wanted.contains(one.lot.as_str())) {
        // The same shipment told twice is one shipment.
        if !counted.insert((one.shipment.as_str(), &one.line, one.lot.as_str())) {
            continue;
        }
        by_line
            .entry((one.account.as_str(), &one.line, one.lot.as_str()))
            .and_modify(|known| known.quantity = known.quantity.zip(one.quantity).map(|(all, more)| all.and(more)))
            .or_insert_with(|| one.clone());
    }
    by_line.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{LineKey, Quantity};

    fn sent(lot: &str, account: &str, shipment: &str, quantity: Option<u32>) -> LotSent {
        LotSent {
            lot: lot.into(),
            account: account.into(),
            line: LineKey { order_no: format!("{account}-1"), line_no: "1".into() },
            shipment: shipment.into(),
            quantity: quantity.map(Quantity::whole),
        }
    }

    #[test]
    fn a_lot_that_went_in_two_shipments_is_one_line_with_both_quantities() {
        let all = [
            sent("L-1", "bolt", "S-1", Some(10)),
            sent("L-1", "bolt", "S-2", Some(15)),
            sent("L-1", "bolt", "S-2", Some(15)),
            sent("L-2", "bolt", "S-3", Some(99)),
            sent("L-1", "acme", "S-4", None),
        ];
        let touched = touched(&["L-1".into()], &all);
        let said: Vec<_> = touched.iter().map(|one| (one.account.as_str(), one.quantity)).collect();
        assert_eq!(said, [("acme", None), ("bolt", Some(Quantity::whole(25)))]);
    }

    #[test]
    fn a_quantity_that_is_unknown_in_part_is_unknown() {
        let all = [sent("L-1", "bolt", "S-1", Some(10)), sent("L-1", "bolt", "S-2", None)];
        assert_eq!(touched(&["L-1".into()], &all)[0].quantity, None);
    }
}
