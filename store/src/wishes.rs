//! Whoever has a link that does not work any more may ask for a fresh one. What was asked is kept for the owner of the case, who
//! makes it; nobody who asks learns whether there was anything to ask for.
use crate::run::Whose;
use crate::sessions::token_hash;
use crate::{Conn, Fault, Tx, params, record, sql};
use casework::ids::*;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// Wishes of one contact for one case that are kept of one day.
pub const OF_ONE_DAY: i64 = 5;
/// Wishes read at once.
pub const READ_AT_MOST: i64 = 25;
const DAY: SignedDuration = SignedDuration::from_hours(24);

record! {
    /// Somebody at a customer waits for a fresh link.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Wish {
        pub id: Uuid,
        pub number: CaseNumber,
        pub title: String,
        pub account: String,
        pub owner: PersonId,
        pub contact: ContactId,
        pub name: String,
        pub wished_at: Timestamp,
    }
}

/// Keeps the wish of whoever came with this secret, when it was once the secret of a link of theirs. A link that reads only is
/// nobody's own. One wish stands at a time, and a day holds so many.
pub fn wish(tx: &Tx, id: Uuid, token: &str, now: Timestamp) -> Result<(), Fault> {
    let since = now.saturating_sub(DAY).unwrap_or(Timestamp::MIN);
    tx.put(
        sql!(
            "insert into link_wishes (id, case_id, contact_id, link_id, wished_at)
             select ?1, l.case_id, l.contact_id, l.id, ?3 from customer_links l join contacts t on t.id = l.contact_id
             where l.token = ?2 and t.active = 1
             and (select count(*) from link_wishes w where w.case_id = l.case_id and w.contact_id = l.contact_id and w.wished_at > ?4) < ?5
             on conflict do nothing"
        ),
        &params![id, token_hash(token), now, since, OF_ONE_DAY],
    )
}

/// What still waits for a fresh link, the longest first.
pub fn open(conn: &Conn, whose: Whose) -> Result<Vec<Wish>, Fault> {
    match whose {
        Whose::Mine(person) => conn.all(
            sql!(
                "select w.id, c.number, c.title, a.name, c.owner_id, w.contact_id, t.name, w.wished_at
                 from link_wishes w join cases c on c.id = w.case_id join accounts a on a.id = c.account_id join contacts t on t.id = w.contact_id
                 where w.answered_at is null and c.owner_id = ?1 order by w.wished_at, w.id limit ?2"
            ),
            &params![person, READ_AT_MOST],
        ),
        Whose::Team(person) => conn.all(
            sql!(
                "select w.id, c.number, c.title, a.name, c.owner_id, w.contact_id, t.name, w.wished_at
                 from link_wishes w join cases c on c.id = w.case_id join accounts a on a.id = c.account_id join contacts t on t.id = w.contact_id
                 where w.answered_at is null and c.owner_id in (select f.id from people f join people me on me.id = ?1 where f.id = me.id or (f.team <> '' and f.team = me.team))
                 order by w.wished_at, w.id limit ?2"
            ),
            &params![person, READ_AT_MOST],
        ),
        Whose::Everybody => conn.all(
            sql!(
                "select w.id, c.number, c.title, a.name, c.owner_id, w.contact_id, t.name, w.wished_at
                 from link_wishes w join cases c on c.id = w.case_id join accounts a on a.id = c.account_id join contacts t on t.id = w.contact_id
                 where w.answered_at is null order by w.wished_at, w.id limit ?1"
            ),
            &params![READ_AT_MOST],
        ),
    }
}

/// The same of one case.
pub fn of_case(conn: &Conn, case: CaseId) -> Result<Vec<Wish>, Fault> {
    conn.all(
        sql!(
            "select w.id, c.number, c.title, a.name, c.owner_id, w.contact_id, t.name, w.wished_at
             from link_wishes w join cases c on c.id = w.case_id join accounts a on a.id = c.account_id join contacts t on t.id = w.contact_id
             where w.answered_at is null and w.case_id = ?1 order by w.wished_at, w.id limit ?2"
        ),
        &params![case, READ_AT_MOST],
    )
}

/// Their fresh link was made.
pub(crate) fn answered(tx: &Tx, case: CaseId, contact: ContactId, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!("update link_wishes set answered_at = ?3 where case_id = ?1 and contact_id = ?2 and answered_at is null"),
        &params![case, contact, now],
    )
}
