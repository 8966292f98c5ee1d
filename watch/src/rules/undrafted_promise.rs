//! A promise made while putting something right falls due soon, and nobody has begun to write (W24).

use crate::{
    Confidence, Ground,
    finding::{Arg, Finding, Kind, Sentence},
    story::RecoveryPromise,
};
use jiff::SignedDuration;

/// So long before it is due somebody should be writing.
const BEFORE: SignedDuration = SignedDuration::from_hours(2);

/// A promise of a recovery that breaks is the gravest thing there is, so this comes before it breaks.
pub fn check(promise: &RecoveryPromise, ground: &Ground) -> Option<Finding> {
    let since = promise.due.saturating_sub(BEFORE).ok()?;
    let open = promise.kept.is_none() && promise.drafted.is_none();
    (open && since <= ground.now && ground.now < promise.due).then(|| Finding {
        kind: Kind::UndraftedPromise,
        subject: format!("{}@{}", promise.case, promise.due),
        line: None,
        evidence: Sentence::new(
            "signal-undrafted-promise",
            [
                ("case", Arg::Text(promise.case.clone())),
                ("words", Arg::Text(promise.words.clone())),
                ("due", Arg::At(promise.due)),
            ],
        ),
        confidence: Confidence::Certain,
        since,
        owed_at: promise.due,
        first_seen: ground.now,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{at, ground};

    fn promise() -> RecoveryPromise {
        RecoveryPromise {
            case: "MG-3".into(),
            words: "the tracking number".into(),
            due: "2026-11-20T15:30:00Z".parse().unwrap(),
            drafted: None,
            kept: None,
        }
    }

    #[test]
    fn w24_ninety_minutes_before_it_is_due_and_nobody_writes() {
        let found = ground(|g| check(&promise(), g)).unwrap();
        assert_eq!((found.subject.as_str(), found.owed_at), ("MG-3@2026-11-20T15:30:00Z", promise().due));
        assert_eq!(at("2026-11-20T13:00:00Z", |g| check(&promise(), g)), None, "not yet");
    }

    #[test]
    fn w24_a_draft_or_a_kept_promise_is_nothing_and_a_broken_one_is_another_trouble() {
        let drafted = RecoveryPromise { drafted: Some("2026-11-20T13:40:00Z".parse().unwrap()), ..promise() };
        assert_eq!(ground(|g| check(&drafted, g)), None);
        let kept = RecoveryPromise { kept: Some("2026-11-20T13:40:00Z".parse().unwrap()), ..promise() };
        assert_eq!(ground(|g| check(&kept, g)), None);
        assert_eq!(at("2026-11-20T16:00:00Z", |g| check(&promise(), g)), None);
    }
}
