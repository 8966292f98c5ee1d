//! The lot of an open case went to others, too: each of them hears it from us, with their own quantity (W23).

use crate::{
    Ground,
    finding::{Arg, Finding, Kind},
    radius,
    story::{CaseIs, CaseSeen, LotSent},
};

/// One for each line that the lot went into, the case's own customer left out.
pub fn check(case: &CaseSeen, sent: &[LotSent], ground: &Ground) -> Vec<Finding> {
    if case.is == CaseIs::Closed {
        return vec![];
    }
    let since = case.opened.min(ground.now);
    radius::touched(&case.lots, sent)
        .into_iter()
        .filter(|one| one.account != case.account)
        .map(|one| {
            let finding =
                Finding::of(Kind::LotElsewhere, &one.line, &format!("{} {}", case.number, one.lot), since, ground)
                    .with("lot", Arg::Text(one.lot.clone()))
                    .with("case", Arg::Text(case.number.clone()));
            match one.quantity {
                Some(quantity) => finding.with("quantity", Arg::Text(quantity.to_string())),
                None => finding.said("signal-lot-elsewhere-unknown"),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{LineKey, Quantity, rules::testing::ground};

    fn case(is: CaseIs) -> CaseSeen {
        CaseSeen {
            number: "MG-3".into(),
            account: "acme".into(),
            opened: "2026-11-19T09:00:00Z".parse().unwrap(),
            failure: None,
            lots: vec!["L-88".into()],
            is,
        }
    }

    fn sent(lot: &str, account: &str, order: &str, quantity: Option<u32>) -> LotSent {
        LotSent {
            lot: lot.into(),
            account: account.into(),
            line: LineKey { order_no: order.into(), line_no: "1".into() },
            shipment: format!("S-{order}"),
            quantity: quantity.map(Quantity::whole),
        }
    }

    #[test]
    fn w23_everybody_else_who_has_the_lot_gets_a_signal_with_their_own_quantity() {
        let all = [
            sent("L-88", "acme", "A-1", Some(10)),
            sent("L-88", "bolt", "B-1", Some(40)),
            sent("L-88", "cora", "C-1", None),
            sent("L-77", "dune", "D-1", Some(5)),
        ];
        let found = ground(|g| check(&case(CaseIs::Open), &all, g));
        let said: Vec<&str> = found.iter().map(|one| one.subject.as_str()).collect();
        assert_eq!(said, ["B-1/1@MG-3 L-88", "C-1/1@MG-3 L-88"]);
        assert_eq!(found[0].evidence.args["quantity"], Arg::Text("40".into()));
        assert_eq!(found[1].evidence.key, "signal-lot-elsewhere-unknown");
    }

    #[test]
    fn w23_a_closed_case_reaches_nobody_anew() {
        assert_eq!(ground(|g| check(&case(CaseIs::Closed), &[sent("L-88", "bolt", "B-1", None)], g)), []);
    }
}
