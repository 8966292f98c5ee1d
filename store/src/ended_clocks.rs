//! Clocks of colleagues that ended: remembered for a while, so that their calendars hear of it instead of losing an entry silently.
use crate::facts::signed;
use crate::{Fault, Tx, params, sql};
use casework::Case;
use casework::clock::Clock;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// How long calendars are told that something ended; programs that look once a day, or once after a holiday, hear of it.
pub const TOLD_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

casework::choices! {
    /// How a clock ended for whoever owed it.
    pub enum Ending {
        /// What it stood for was done.
        Met = "met",
        /// Somebody else owes it now.
        Passed = "passed",
        /// It is owed no more.
        Over = "over",
    }
}

crate::columns::choices!(Ending);

/// The same obligation; that it began anew changes only its time.
fn same(one: &Clock, other: &Clock) -> bool {
    one.kind == other.kind && one.about == other.about
}

fn ending(clock: &Clock, after: &Case) -> Ending {
    let mut there = after.clocks.iter().filter(|c| same(c, clock));
    if there.clone().any(Clock::is_running) {
        return Ending::Passed;
    }
    if there.any(|c| c.starts == clock.starts) { Ending::Met } else { Ending::Over }
}

/// Remembers what ran before the change and does not after it; a part of the commit.
pub(crate) fn note(tx: &Tx, before: &Case, after: &Case, now: Timestamp) -> Result<(), Fault> {
    let runs_on =
        |clock: &Clock| after.clocks.iter().any(|c| c.is_running() && same(c, clock) && c.owed_by == clock.owed_by);
    for clock in before.clocks.iter().filter(|c| c.is_running() && !runs_on(c)) {
        put(tx, after, clock, ending(clock, after), now)?;
    }
    Ok(())
}

fn put(tx: &Tx, case: &Case, clock: &Clock, ending: Ending, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!(
            "insert into ended_clocks (case_id, kind, about, owed_by, due, ended_at, version, ending) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             on conflict (case_id, kind, about, owed_by) do update set due = excluded.due, ended_at = excluded.ended_at, version = excluded.version,
             ending = excluded.ending"
        ),
        &params![
            case.id,
            clock.kind,
            clock.about.unwrap_or(Uuid::nil()),
            clock.owed_by,
            clock.due,
            now,
            signed(case.version),
            ending
        ],
    )
}

/// Forgets what calendars are told no more.
pub fn sweep(tx: &Tx, now: Timestamp) -> Result<u64, Fault> {
    let before = now.saturating_sub(TOLD_FOR).unwrap_or(Timestamp::MIN);
    tx.hit(sql!("delete from ended_clocks where ended_at < ?1"), &params![before])
}
