//! A clock reached a rung: somebody hears of it, and what was missed stays missed (C01-C32, S022, S030, S179, S185, S244).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::clock::ladder::{calls_for_acknowledgement, told_at};
use crate::clock::{self, Clock, ClockKind, RanOut};
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::ids::PersonId;
use crate::kinds::EscalationReason;
use crate::parts::PromiseState;
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Rungs one case keeps; more than all rungs of all clocks that a case can have at a time.
const RAN_OUT_AT_MOST: usize = 200;

asked! {
    /// Asked by our own scheduler when a clock's next moment has come; too early or twice does no harm.
    pub struct RunOutClock {
        /// Which clock.
        pub kind: ClockKind,
        /// The promise, step, option or escalation it is about.
        pub about: Option<Uuid>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClockRanOut {
    pub kind: ClockKind,
    pub about: Option<Uuid>,
    pub starts: Timestamp,
    pub due: Timestamp,
    /// 0 warns, 1 is due, 2 and 3 go up.
    pub rung: u8,
    pub to: Vec<PersonId>,
}

impl Asks for RunOutClock {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        let Some(clock) = self.still_due(draft) else { return Ok(()) };
        let rung = clock.next_rung;
        let to = told_at(&clock, rung, draft.facts);
        draft.happened(ClockRanOut {
            kind: clock.kind,
            about: clock.about,
            starts: clock.starts,
            due: clock.due,
            rung,
            to: to.clone(),
        });
        let urgency = if rung == 0 { Urgency::CanWait } else { Urgency::Urgent };
        let text = Text::new(notice(clock.kind, rung)).with("clock", choice("clock", clock.kind.word()));
        for person in to {
            draft.notify(person, urgency, text.clone().with("due", clock.due));
        }
        go_up(draft, &clock, rung);
        Ok(())
    }
}

impl RunOutClock {
    /// Looks again under the lock: the case may have moved on since the scheduler looked.
    fn still_due(&self, draft: &Draft) -> Option<Clock> {
        let facts = draft.facts;
        let clocks = clock::derive(&draft.case, &facts.policy, &facts.ours, &facts.theirs);
        let mine = |c: &Clock| c.kind == self.kind && c.about == self.about && c.is_running();
        clocks.into_iter().find(|c| mine(c) && c.next_at.is_some_and(|at| at <= facts.now))
    }
}

/// Mistake 1 is called by its name (S030).
fn notice(kind: ClockKind, rung: u8) -> &'static str {
    match (kind, rung) {
        (_, 0) => "notice-clock-warns",
        (ClockKind::FirstContact, 1) => "notice-customer-not-told",
        (ClockKind::Deadlock, 1) => "notice-deadlock",
        (_, 1) => "notice-clock-ran-out",
        _ => "notice-clock-went-up",
    }
}

/// A broken promise goes up at once, and so does a miss that a manager must answer (I16, S244).
fn go_up(draft: &mut Draft, clock: &Clock, rung: u8) {
    // No agreement in sight: directors talk, somebody fresh takes the next talk, then mediation (C28, S199, S204).
    let stuck = clock.kind == ClockKind::Deadlock && rung == 1;
    if !stuck && !calls_for_acknowledgement(clock.kind, rung) {
        return;
    }
    let promise = clock.about.and_then(|id| draft.case.promises.iter().find(|p| p.id.0 == id));
    let words = promise.map_or_else(String::new, |p| p.words.clone());
    let reason = match clock.kind {
        ClockKind::Promise => EscalationReason::BrokenPromise,
        ClockKind::Deadlock => EscalationReason::Deadlock,
        _ => EscalationReason::ClockRanOut,
    };
    super::raise(draft, reason, &words);
}

impl Happened for ClockRanOut {
    fn apply(&self, case: &mut Case, when: &When) {
        if case.ran_out.len() >= RAN_OUT_AT_MOST {
            case.ran_out.remove(0);
        }
        case.ran_out.push(RanOut {
            kind: self.kind,
            about: self.about,
            starts: self.starts,
            due: self.due,
            rung: self.rung,
            at: when.recorded_at,
        });
        // Broken, and still waited for until somebody makes it good.
        if self.kind == ClockKind::Promise && self.rung == 1 {
            let mine = case.promises.iter_mut().find(|p| Some(p.id.0) == self.about && p.state == PromiseState::Open);
            if let Some(promise) = mine {
                promise.state = PromiseState::Broken;
            }
        }
    }
    fn words(&self) -> Text {
        let key = match self.rung {
            0 => "event-clock-warned",
            1 => "event-clock-ran-out",
            _ => "event-clock-went-up",
        };
        let to = self.to.iter().map(|p| (*p).into()).collect();
        Text::new(key)
            .with("clock", choice("clock", self.kind.word()))
            .with("due", self.due)
            .with("to", crate::text::Part::List(to))
    }
}
