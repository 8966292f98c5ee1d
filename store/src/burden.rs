//! What a colleague has in hand: looked at before their roles change or they leave.
use crate::{Conn, Fault, params, record, sql};
use casework::ids::PersonId;
use jiff::Timestamp;

record! {
    /// Counts, nothing that judges.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct Burden {
        /// Open cases that they drive.
        pub cases: i64,
        /// Things they owe now, on whichever case.
        pub owed: i64,
        /// Customers whose relationship they keep, or cover.
        pub accounts: i64,
        /// Notices that wait for the end of their quiet hours.
        pub notices: i64,
        /// When the first of those comes.
        pub next_notice: Option<Timestamp>,
    }
}

pub fn of(conn: &Conn, person: PersonId, now: Timestamp) -> Result<Burden, Fault> {
    conn.one(
        sql!(
            "select (select count(*) from cases where owner_id = ?1 and open = 1), (select count(*) from clocks where owed_by = ?1 and met_at is null),
             (select count(*) from accounts where relationship_owner = ?1 or cover = ?1),
             (select count(*) from outbox where to_id = ?1 and kind = 'notify' and urgent = 0 and done_at is null and due_at > ?2),
             (select min(due_at) from outbox where to_id = ?1 and kind = 'notify' and urgent = 0 and done_at is null and due_at > ?2)"
        ),
        &params![person, now],
    )
}
