//! The days on which somebody at a customer is away, as their own mail program said. A hint for whoever calls; no clock knows of it.
use crate::{Conn, Fault, Tx, list, params, record, sql};
use casework::ids::ContactId;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use uuid::Uuid;

/// Days that are believed where no end was said.
const DAYS_WITHOUT_END: i64 = 14;
/// Contacts looked up at once.
const LOOKED_UP_AT_MOST: usize = 200;

record! {
    /// What an out-of-office said.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Away {
        pub contact: ContactId,
        pub message: Uuid,
        pub begins: Option<Date>,
        /// The last day away.
        pub ends: Option<Date>,
        /// The first day back.
        pub back: Option<Date>,
        pub heard_at: Timestamp,
    }
}

impl Away {
    /// The first day on which they can be reached again, as far as it was said.
    pub fn until(&self) -> Option<Date> {
        self.back.or_else(|| self.ends.and_then(|day| day.tomorrow().ok()))
    }
    /// Whether it still says something on this day; where no end was said, for two weeks.
    pub fn says_something(&self, today: Date) -> bool {
        let heard = self.heard_at.to_zoned(TimeZone::UTC).date();
        let guessed = || self.begins.unwrap_or(heard).saturating_add(jiff::Span::new().days(DAYS_WITHOUT_END));
        today < self.until().unwrap_or_else(guessed)
    }
}

/// Keeps what was heard last.
pub fn keep(tx: &Tx, away: &Away) -> Result<(), Fault> {
    tx.put(
        sql!(
            "insert into contacts_away (contact_id, message_id, begins, ends, back, heard_at) values (?1, ?2, ?3, ?4, ?5, ?6)
             on conflict (contact_id) do update set message_id = excluded.message_id, begins = excluded.begins, ends = excluded.ends, back = excluded.back,
             heard_at = excluded.heard_at where excluded.heard_at >= contacts_away.heard_at"
        ),
        &params![
            away.contact,
            away.message,
            away.begins,
            away.ends,
            away.back,
            away.heard_at
        ],
    )
}

/// What is known of these contacts.
pub fn of(conn: &Conn, contacts: &[ContactId]) -> Result<Vec<Away>, Fault> {
    if contacts.is_empty() {
        return Ok(vec![]);
    }
    conn.all(
        sql!(
            "select contact_id, message_id, begins, ends, back, heard_at from contacts_away where contact_id in {ids ?1} order by contact_id"
        ),
        &[list(contacts.iter().take(LOOKED_UP_AT_MOST).map(|id| id.0))],
    )
}
