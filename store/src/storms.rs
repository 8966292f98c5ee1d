//! A storm of mail: whoever writes more in an hour than a person does is read, kept and shown as ever, and rings no more in that hour but once.
use crate::{Conn, Fault, params, sql};
use jiff::{SignedDuration, Timestamp};

/// Mails of one sender in [`WITHIN`] that ring (limits table).
pub const RINGING_AT_MOST: i64 = 60;
/// The time in which they are counted.
pub const WITHIN: SignedDuration = SignedDuration::from_hours(1);

/// How many mails a person wrote from this address in the hour up to `at`, counted to [`RINGING_AT_MOST`].
pub fn wrote(conn: &Conn, sender: &str, at: Timestamp) -> Result<i64, Fault> {
    let since = at.saturating_sub(WITHIN).unwrap_or(Timestamp::MIN);
    conn.one(
        sql!(
            "select cast(count(*) as bigint) from (select 1 from messages where from_mail = ?1 and received_at > ?2 and received_at <= ?3
             and origin = 'person' limit ?4) as some_mails"
        ),
        &params![sender, since, at, RINGING_AT_MOST],
    )
}
