//! Not late yet, and heading there: the goods cannot be there when they are needed (W03, W04, S006).

use crate::{
    Ground, When,
    finding::{Arg, Confidence, Finding, Kind, Sentence},
    line::{Line, Standing},
    rules::silent_slip,
};
use jiff::Timestamp;

/// The line cannot arrive by its target as things stand.
struct Gap {
    /// What the customer counts on: the day they need it, or the day we promised, whichever is sooner.
    target: When,
    /// The soonest it can be there: not before it is ready, and not before the day we promise ourselves.
    arrives: When,
}

/// Found before the promised day is over; after that it is simply late, and another rule says so.
pub fn check(line: &Line, ground: &Ground) -> Option<Finding> {
    let gap = gap(line, ground)?;
    let known = ground.now;
    Some(Finding {
        kind: Kind::NegativeSlack,
        subject: format!("{}@{}<{}", line.key, gap.target, gap.arrives),
        line: Some(line.key.clone()),
        evidence: Sentence::new(
            if Some(gap.target) == line.promised { "signal-slack-promise" } else { "signal-slack-need" },
            [
                ("line", Arg::Text(line.key.to_string())),
                ("item", Arg::Text(line.item.clone().unwrap_or_default())),
                ("target", Arg::When(gap.target)),
                ("arrives", Arg::When(gap.arrives)),
            ],
        ),
        confidence: Confidence::Certain,
        since: known,
        owed_at: silent_slip::tell_by(known, gap.target, ground),
        first_seen: known,
    })
}

/// The name under which the evidence keeps what the customer counted on.
pub const TARGET: &str = "target";

/// What shows that the room is there again: it arrived in time, or it can. A promise moved later restores nothing, because
/// the customer still counts on the first one.
pub fn restored(line: &Line, target: When, ground: &Ground) -> Option<Sentence> {
    if line.is_cancelled() {
        return None;
    }
    let named = |key: &str, name: &str, at: When| {
        Sentence::new(
            key,
            [("line", Arg::Text(line.key.to_string())), (name, Arg::When(at)), (TARGET, Arg::When(target))],
        )
    };
    if let Some(delivered) = line.delivered.filter(|at| at.begins(ground.zone) <= ground.now) {
        let in_time = !delivered.surely_after(target, ground.zone);
        return in_time.then(|| named("signal-restored-delivered", "delivered", delivered));
    }
    let arrives = arrives(line, ground)?;
    (!arrives.surely_after(target, ground.zone)).then(|| named("signal-restored-room", "arrives", arrives))
}

/// When this rule may find something: at once, as dates that do not fit do not fit at any hour.
pub fn from(line: &Line, ground: &Ground) -> Option<Timestamp> {
    gap(line, ground).map(|_| ground.now)
}

fn gap(line: &Line, ground: &Ground) -> Option<Gap> {
    let done = line.delivered.is_some() || matches!(line.standing, Standing::Delivered | Standing::Closed);
    if done || line.is_cancelled() {
        return None;
    }
    let target = sooner(line.need_by, line.promised, ground)?;
    let arrives = arrives(line, ground)?;
    let ahead = target.ends(ground.zone) > ground.now;
    (ahead && arrives.surely_after(target, ground.zone)).then_some(Gap { target, arrives })
}

/// The later of what we know of it; transit is not known from an order list, so this says *not before*, never *then*.
fn arrives(line: &Line, ground: &Ground) -> Option<When> {
    match (line.ready, line.promised) {
        (Some(ready), Some(promised)) if ready.surely_after(promised, ground.zone) => Some(ready),
        (ready, promised) => promised.or(ready),
    }
}

fn sooner(one: Option<When>, two: Option<When>, ground: &Ground) -> Option<When> {
    match (one, two) {
        (Some(one), Some(two)) if two.surely_after(one, ground.zone) => Some(one),
        (one, two) => two.or(one),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{at, ground};

    fn day(text: &str) -> Option<When> {
        Some(text.parse().unwrap())
    }

    fn promised(promise: &str, ready: &str) -> Line {
        Line { promised: day(promise), ready: day(ready), ..Line::new("A-1", "2") }
    }

    /// S006: ready only after the day it was promised for, and that day is still to come.
    #[test]
    fn s006_ready_after_the_promised_day_is_found_before_that_day() {
        let found = ground(|g| check(&promised("2026-12-10", "2026-12-14"), g)).unwrap();
        assert_eq!((found.kind, found.subject.as_str()), (Kind::NegativeSlack, "A-1/2@2026-12-10<2026-12-14"));
        assert_eq!(found.evidence.key, "signal-slack-promise");
        assert_eq!(found.owed_at.to_string(), "2026-11-23T14:00:00Z", "one working day from knowing it");
        let over = at("2026-12-11T08:00:00Z", |g| check(&promised("2026-12-10", "2026-12-14"), g));
        assert_eq!(over, None, "then it is late, which another rule says");
    }

    #[test]
    fn s006_promised_for_later_than_they_need_it_is_found() {
        let line = Line { need_by: day("2026-12-01"), ..promised("2026-12-10", "2026-12-08") };
        let found = ground(|g| check(&line, g)).unwrap();
        assert_eq!(
            (found.evidence.key.as_str(), found.subject.as_str()),
            ("signal-slack-need", "A-1/2@2026-12-01<2026-12-10")
        );
    }

    #[test]
    fn room_left_or_goods_gone_out_is_nothing() {
        assert_eq!(ground(|g| check(&promised("2026-12-10", "2026-12-10"), g)), None);
        let delivered = Line { delivered: day("2026-11-19"), ..promised("2026-12-10", "2026-12-14") };
        assert_eq!(ground(|g| check(&delivered, g)), None);
        let cancelled = Line { standing: Standing::Cancelled, ..promised("2026-12-10", "2026-12-14") };
        assert_eq!(ground(|g| check(&cancelled, g)), None);
        let unknown = Line { ready: day("2026-12-14"), ..Line::new("A-1", "2") };
        assert_eq!(ground(|g| check(&unknown, g)), None, "nobody counts on a day");
    }

    /// S006: ready sooner, or there in time, is room again; a promise moved later is not.
    #[test]
    fn s006_only_what_keeps_the_first_day_restores_the_room() {
        let target: When = "2026-12-10".parse().unwrap();
        let said = |line: &Line| ground(|g| restored(line, target, g)).map(|sentence| sentence.key);
        assert_eq!(said(&promised("2026-12-10", "2026-12-09")).as_deref(), Some("signal-restored-room"));
        assert_eq!(said(&promised("2026-12-15", "2026-12-14")), None, "moved later");
        let there = Line { delivered: day("2026-11-20"), ..promised("2026-12-10", "2026-12-14") };
        assert_eq!(said(&there).as_deref(), Some("signal-restored-delivered"));
        let gone = Line { standing: Standing::Cancelled, ..promised("2026-12-10", "2026-12-09") };
        assert_eq!(said(&gone), None);
    }
}
