//! The same failure as in another case: it comes back, or it was never gone (W22).

use crate::{
    Confidence, Ground,
    finding::{Arg, Finding, Kind, Sentence},
    story::CaseSeen,
};
use jiff::SignedDuration;

/// A failure within so many days of the first one is the same failure (C29).
const REPEAT_WITHIN: SignedDuration = SignedDuration::from_hours(24 * 365);

/// The later of each pair of neighbours is the repeat. `cases` may come in any order; each case is named once.
pub fn check(cases: &[CaseSeen], ground: &Ground) -> Vec<Finding> {
    let mut by_words: std::collections::BTreeMap<String, Vec<&CaseSeen>> = std::collections::BTreeMap::new();
    for case in cases {
        let Some(words) = case.failure.as_deref().map(folded).filter(|words| !words.is_empty()) else { continue };
        by_words.entry(words).or_default().push(case);
    }
    let mut found = Vec::new();
    for of_words in by_words.values_mut() {
        of_words.sort_by(|one, two| (one.opened, &one.number).cmp(&(two.opened, &two.number)));
        of_words.dedup_by(|one, two| one.number == two.number);
        for two in of_words.windows(2) {
            if two[1].opened.duration_since(two[0].opened) <= REPEAT_WITHIN {
                found.push(repeat(two[0], two[1], ground));
            }
        }
    }
    found
}

fn repeat(first: &CaseSeen, again: &CaseSeen, ground: &Ground) -> Finding {
    Finding {
        kind: Kind::SameWords,
        subject: format!("{}<{}", first.number, again.number),
        line: None,
        evidence: Sentence::new(
            "signal-same-words",
            [
                ("words", Arg::Text(again.failure.clone().unwrap_or_default())),
                ("first", Arg::Text(first.number.clone())),
                ("again", Arg::Text(again.number.clone())),
            ],
        ),
        confidence: Confidence::Certain,
        since: again.opened,
        owed_at: (ground.working_days_after)(again.opened, 1),
        first_seen: ground.now,
    }
}

/// Letters and numbers alone, in small letters: "Lifted pad" and "lifted-pad" are one failure.
fn folded(words: &str) -> String {
    let parts = words.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{rules::testing::ground, story::CaseIs};

    fn case(number: &str, opened: &str, failure: &str) -> CaseSeen {
        CaseSeen {
            number: number.into(),
            account: "acme".into(),
            opened: opened.parse().unwrap(),
            failure: Some(failure.into()),
            lots: vec![],
            is: CaseIs::Closed,
        }
    }

    #[test]
    fn w22_the_same_failure_in_another_case_is_found_once() {
        let first = case("MG-1", "2026-03-01T09:00:00Z", "Lifted pad");
        let again = case("MG-7", "2026-11-01T09:00:00Z", "lifted-pad");
        let other = case("MG-8", "2026-11-02T09:00:00Z", "wrong label");
        let found = ground(|g| check(&[again.clone(), other, first.clone(), again], g));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].subject, "MG-1<MG-7");
    }

    #[test]
    fn w22_two_years_apart_are_two_failures() {
        let first = case("MG-1", "2024-03-01T09:00:00Z", "Lifted pad");
        let again = case("MG-7", "2026-11-01T09:00:00Z", "Lifted pad");
        assert_eq!(ground(|g| check(&[first, again], g)), []);
    }
}
