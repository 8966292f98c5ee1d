//! The scheduler is dumb on purpose: which clocks are due? Each is asked to run out, and the rule looks again under the lock.
use super::TRIES;
use crate::act::{self, Asked, NotDone};
use crate::app::App;
use casework::commands::RunOutClock;
use casework::facts::Actor;
use casework::ids::RequestId;
use std::collections::HashMap;
use store::facts::CaseRef;
use store::run::{self, DUE_AT_MOST, DueClock};
use uuid::Uuid;

/// Beats in a row without a pause, when there is more than one portion.
const PORTIONS: usize = 50;
/// Rows remembered as odd; a restart forgets them and tries again.
const ODD_AT_MOST: usize = 10_000;

/// Runs out what is due.
pub struct Scheduler {
    app: App,
    /// How often a row did not move, by its request.
    odd: HashMap<Uuid, u8>,
}

/// What one beat did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beat {
    /// Clocks that reached a rung.
    pub ran_out: usize,
    /// Rows that were looked at and did not move.
    pub still: usize,
}

impl Scheduler {
    pub fn new(app: App) -> Self {
        Self { app, odd: HashMap::new() }
    }

    /// Everything that is due now, at most 5,000 rungs; the rest at the next beat.
    pub async fn beat(&mut self) -> Beat {
        let mut sum = Beat::default();
        for _ in 0..PORTIONS {
            let now = self.app.now();
            let due = match self.app.db.read(move |conn| run::due_clocks(conn, now, DUE_AT_MOST)).await {
                Ok(due) => due,
                Err(fault) => {
                    tracing::warn!(problem = %fault, "due clocks could not be read; they are looked for again in a moment");
                    return sum;
                }
            };
            let (full, before) = (due.len() as i64 == DUE_AT_MOST, sum.ran_out);
            for clock in due {
                if !self.is_given_up(&clock) && !self.run_out(&clock, &mut sum).await {
                    return sum;
                }
            }
            // A portion that is not full was all there is; one in which nothing moved would only come again.
            if !full || sum.ran_out == before {
                return sum;
            }
        }
        sum
    }

    /// One bad row never stops the others; false says that the database is away.
    async fn run_out(&mut self, clock: &DueClock, sum: &mut Beat) -> bool {
        let about = (!clock.about.is_nil()).then_some(clock.about);
        let asked = Asked { id: request(clock), ..Asked::new(&self.app, RunOutClock { kind: clock.kind, about }) };
        match act::act(&self.app, Actor::System, CaseRef::Id(clock.case_id), asked).await {
            Ok(done) if !done.events.is_empty() => {
                sum.ran_out += 1;
                return true;
            }
            // The case moved on, or another scheduler was first: the row is new at the next look, or it is odd.
            Ok(_) => self.did_not_move(clock, "nothing was to be done"),
            Err(NotDone::Refused(refusal)) => self.did_not_move(clock, refusal.code),
            Err(NotDone::Fault(fault)) if fault.is_passing() => {
                tracing::warn!(problem = %fault, "clocks wait until the database is back");
                return false;
            }
            Err(NotDone::Fault(fault)) => self.did_not_move(clock, &fault.to_string()),
        }
        sum.still += 1;
        true
    }

    fn did_not_move(&mut self, clock: &DueClock, why: &str) {
        if self.odd.len() >= ODD_AT_MOST {
            self.odd.clear();
        }
        let tries = self.odd.entry(request(clock).0).or_insert(0);
        *tries = tries.saturating_add(1);
        if *tries == TRIES {
            tracing::error!(case.id = %clock.case_id, clock = clock.kind.word(), rung = clock.next_rung, why, "a clock does not run out; it is left for a person to look at");
        }
    }

    fn is_given_up(&self, clock: &DueClock) -> bool {
        self.odd.get(&request(clock).0).is_some_and(|tries| *tries >= TRIES)
    }
}

/// The same rung of the same clock is the same request, whoever asks: twice is harmless.
fn request(clock: &DueClock) -> RequestId {
    let rung = format!("{} {} {} {}", clock.kind.word(), clock.about, clock.starts.as_microsecond(), clock.next_rung);
    RequestId(Uuid::new_v5(&clock.case_id.0, rung.as_bytes()))
}
