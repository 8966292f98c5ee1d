//! Two talks, each ending worse than the one before (W21, S038).

use crate::{
    Confidence, Ground,
    finding::{Arg, Finding, Kind, Sentence},
};
use jiff::{SignedDuration, Timestamp};

/// How a talk with a customer ended, from 1 to 5, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tone {
    pub at: Timestamp,
    pub score: u8,
}

/// A score of so much or less, twice within so long, is tension (S038).
const LOW: u8 = 2;
const WITHIN: SignedDuration = SignedDuration::from_hours(24 * 30);

/// `tones` in their order. It says something about how we are heard, and nothing about anybody.
pub fn check(account: &str, tones: &[Tone], ground: &Ground) -> Option<Finding> {
    let [.., first, second, third] = tones else { return twice_low(account, tones, ground) };
    if first.score > second.score && second.score > third.score {
        return Some(found(account, *third, "signal-tone-falling", ground));
    }
    twice_low(account, tones, ground)
}

fn twice_low(account: &str, tones: &[Tone], ground: &Ground) -> Option<Finding> {
    let [.., before, last] = tones else { return None };
    let near = last.at.duration_since(before.at) <= WITHIN;
    let low = before.score <= LOW && last.score <= LOW;
    (near && low).then(|| found(account, *last, "signal-tone-low", ground))
}

fn found(account: &str, last: Tone, key: &str, ground: &Ground) -> Finding {
    Finding {
        kind: Kind::ToneFalling,
        subject: format!("{account}@{}", last.at),
        line: None,
        evidence: Sentence::new(key, [("score", Arg::Count(last.score.into())), ("at", Arg::At(last.at))]),
        confidence: Confidence::Certain,
        since: last.at,
        owed_at: (ground.working_days_after)(last.at, 1),
        first_seen: ground.now,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::ground;

    fn talks(all: &[(&str, u8)]) -> Option<String> {
        let tones: Vec<Tone> = all.iter().map(|(at, score)| Tone { at: at.parse().unwrap(), score: *score }).collect();
        ground(|g| check("acme", &tones, g)).map(|found| found.evidence.key)
    }

    const ONE: &str = "2026-10-01T09:00:00Z";
    const TWO: &str = "2026-11-02T09:00:00Z";
    const THREE: &str = "2026-11-12T09:00:00Z";

    #[test]
    fn w21_falling_twice_is_found() {
        assert_eq!(talks(&[(ONE, 5), (TWO, 4), (THREE, 3)]).as_deref(), Some("signal-tone-falling"));
        assert_eq!(talks(&[(ONE, 4), (TWO, 4), (THREE, 3)]), None);
    }

    /// S038: two talks that ended at two or less within thirty days.
    #[test]
    fn s038_twice_low_within_thirty_days_is_found() {
        assert_eq!(talks(&[(TWO, 2), (THREE, 2)]).as_deref(), Some("signal-tone-low"));
        assert_eq!(talks(&[(ONE, 2), (THREE, 2)]), None, "six weeks apart");
        assert_eq!(talks(&[(THREE, 1)]), None, "one talk is one talk");
    }
}
