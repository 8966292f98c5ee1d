//! When somebody last looked at a list of theirs. What is new is new since the look before, not since the last reload.
use crate::{Conn, Fault, Tx, params, record, sql};
use casework::ids::PersonId;
use jiff::{SignedDuration, Timestamp};

/// Who comes back after so long looks anew; before, it is the same look, and a reload does not make everything old.
pub const PAUSE: SignedDuration = SignedDuration::from_mins(20);
/// A look is noted no more often, so that a page view is not a write.
pub const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(1);

record! {
    /// A look at a list.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Look {
        /// When they looked before: what came later is new.
        pub since: Timestamp,
        /// When they were last seen looking.
        pub seen: Timestamp,
    }
}

/// The look that is going on, or the last one.
pub fn of(conn: &Conn, person: PersonId, list: &str) -> Result<Option<Look>, Fault> {
    conn.maybe(sql!("select since_at, seen_at from looks where person_id = ?1 and list = ?2"), &params![person, list])
}

/// The look that a view at `now` belongs to. Whoever looks for the first time sees nothing as new.
pub fn at(before: Option<Look>, now: Timestamp) -> Look {
    match before {
        None => Look { since: now, seen: now },
        Some(look) if now.duration_since(look.seen) >= PAUSE => Look { since: look.seen, seen: now },
        Some(look) => Look { since: look.since, seen: look.seen.max(now) },
    }
}

/// Whether a view at `now` must be noted by [`note`].
pub fn is_stale(before: Option<Look>, now: Timestamp) -> bool {
    before.is_none_or(|look| now.duration_since(look.seen) >= NOTED_EVERY)
}

/// Keeps a look.
pub fn note(tx: &Tx, person: PersonId, list: &str, look: Look) -> Result<(), Fault> {
    tx.put(
        sql!(
            "insert into looks (person_id, list, since_at, seen_at) values (?1, ?2, ?3, ?4)
             on conflict (person_id, list) do update set since_at = excluded.since_at, seen_at = excluded.seen_at"
        ),
        &params![person, list, look.since, look.seen],
    )
}
