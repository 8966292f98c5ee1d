//! Two cases of one customer within ninety days: the second one hurts more than the first (W25, C29).

use crate::{
    Confidence, Ground,
    finding::{Arg, Finding, Kind, Sentence},
    story::CaseSeen,
};
use jiff::SignedDuration;
use std::collections::BTreeMap;

/// Two within so long are close together.
const WITHIN: SignedDuration = SignedDuration::from_hours(24 * 90);

/// One for each case that came so soon after the one before. `cases` may come in any order.
pub fn check(cases: &[CaseSeen], ground: &Ground) -> Vec<Finding> {
    let mut of_account: BTreeMap<&str, Vec<&CaseSeen>> = BTreeMap::new();
    for case in cases {
        of_account.entry(case.account.as_str()).or_default().push(case);
    }
    let mut found = Vec::new();
    for (account, theirs) in &mut of_account {
        theirs.sort_by(|one, two| (one.opened, &one.number).cmp(&(two.opened, &two.number)));
        theirs.dedup_by(|one, two| one.number == two.number);
        let close = theirs.windows(2).filter(|two| two[1].opened.duration_since(two[0].opened) <= WITHIN);
        found.extend(close.map(|two| close_together(account, two[0], two[1], ground)));
    }
    found
}

fn close_together(account: &str, first: &CaseSeen, second: &CaseSeen, ground: &Ground) -> Finding {
    let days = second.opened.duration_since(first.opened).as_hours() / 24;
    Finding {
        kind: Kind::CasesClose,
        subject: format!("{account}@{}<{}", first.number, second.number),
        line: None,
        evidence: Sentence::new(
            "signal-cases-close",
            [
                ("first", Arg::Text(first.number.clone())),
                ("second", Arg::Text(second.number.clone())),
                ("days", Arg::Count(days)),
            ],
        ),
        confidence: Confidence::Certain,
        since: second.opened,
        owed_at: (ground.working_days_after)(second.opened, 1),
        first_seen: ground.now,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{rules::testing::ground, story::CaseIs};

    fn case(number: &str, account: &str, opened: &str) -> CaseSeen {
        CaseSeen {
            number: number.into(),
            account: account.into(),
            opened: opened.parse().unwrap(),
            failure: None,
            lots: vec![],
            is: CaseIs::Open,
        }
    }

    #[test]
    fn w25_two_cases_within_ninety_days_are_found_once() {
        let cases = [
            case("MG-9", "acme", "2026-11-01T09:00:00Z"),
            case("MG-2", "acme", "2026-09-01T09:00:00Z"),
            case("MG-5", "bolt", "2026-10-01T09:00:00Z"),
            case("MG-9", "acme", "2026-11-01T09:00:00Z"),
        ];
        let found = ground(|g| check(&cases, g));
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].subject.as_str(), &found[0].evidence.args["days"]), ("acme@MG-2<MG-9", &Arg::Count(61)));
    }

    #[test]
    fn w25_a_hundred_days_apart_are_two_troubles() {
        let cases = [case("MG-2", "acme", "2026-07-01T09:00:00Z"), case("MG-9", "acme", "2026-11-01T09:00:00Z")];
        assert_eq!(ground(|g| check(&cases, g)), []);
    }
}
