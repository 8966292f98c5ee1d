//! The customer's way to the questions after their deliveries: a second kind of link, of a contact to their firm's deliveries. It
//! is made as the one to a case is (`links.rs`), and never before there is something to ask about: not before the goods came.
use crate::audit::{self, By, NotKept};
use crate::links::{LASTS, MADE_AT_MOST, SHOWN_AT_MOST};
use crate::sessions::token_hash;
use crate::{Conn, Fault, Tx, checks, params, record, sql};
use casework::ids::*;
use casework::refusal::Refusal;
use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

record! {
    /// A link as its customer's page shows it; the secret itself is shown once, when it is made.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct DeliveryLink {
        pub id: Uuid,
        pub account: AccountId,
        pub contact: ContactId,
        pub made_at: Timestamp,
        pub made_by: PersonId,
        pub expires_at: Timestamp,
        pub revoked_at: Option<Timestamp>,
        pub revoked_by: Option<PersonId>,
        /// When they last answered something.
        pub last_act_at: Option<Timestamp>,
    }
}

impl DeliveryLink {
    /// Whether it opens the page now.
    pub fn stands(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && self.expires_at > now
    }
}

/// Whose link is made, for which customer's deliveries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub id: Uuid,
    pub account: AccountId,
    pub contact: ContactId,
}

/// Makes a link; one that stood for the same contact is taken back.
///
/// # Errors
/// Refused before the goods came and two working days went by, when nothing is left to ask, when nobody of ours keeps the customer,
/// and for somebody who is no contact of theirs.
pub fn make(tx: &Tx, token: &str, wanted: Wanted, by: &By) -> Result<(), NotKept> {
    let Some(person) = by.person else { return Err(Refusal::rights("not-allowed").into()) };
    let again: Option<i64> = tx.maybe(sql!("select 1 from delivery_links where id = ?1"), &params![wanted.id])?;
    if again.is_some() {
        return Ok(());
    }
    let kept_by: Option<Option<Uuid>> = tx.maybe(
        sql!("select a.relationship_owner from contacts t join accounts a on a.id = t.account_id where a.id = ?1 and t.id = ?2 and t.active = 1"),
        &params![wanted.account, wanted.contact],
    )?;
    match kept_by {
        None => return Err(Refusal::missing("no-such-contact").about("contact").into()),
        // Whatever is not right becomes a case, and somebody must be there to run to it.
        Some(None) => return Err(Refusal::input("contact", "account-without-relationship-owner").into()),
        Some(Some(_)) => {}
    }
    match checks::first_to_ask(tx, wanted.account, by.now)? {
        None => return Err(Refusal::state("nothing-to-ask").about("contact").into()),
        Some(from) if from > by.now => {
            return Err(Refusal::law("asked-before-it-came").about("contact").with("at", from).into());
        }
        Some(_) => {}
    }
    // A customer of many years has had many: only those count that could still open something.
    let since = by.now.saturating_sub(LASTS).unwrap_or(Timestamp::MIN);
    let made: i64 = tx.one(
        sql!("select count(*) from delivery_links where account_id = ?1 and made_at > ?2"),
        &params![wanted.account, since],
    )?;
    if made >= MADE_AT_MOST {
        return Err(Refusal::input("contact", "too-many-entries").with("most", MADE_AT_MOST).into());
    }
    tx.put(
        sql!("update delivery_links set revoked_at = ?3, revoked_by = ?4 where account_id = ?1 and contact_id = ?2 and revoked_at is null"),
        &params![wanted.account, wanted.contact, by.now, person],
    )?;
    let ends = by.now.saturating_add(LASTS).unwrap_or(Timestamp::MAX);
    tx.put(
        sql!("insert into delivery_links (id, account_id, contact_id, token, made_at, made_by, expires_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
        &params![wanted.id, wanted.account, wanted.contact, token_hash(token), by.now, person, ends],
    )?;
    let after = json!({ "account": wanted.account, "contact": wanted.contact });
    Ok(audit::note(tx, by, "delivery-link-made", &wanted.id.to_string(), None::<&()>, Some(&after))?)
}

/// The link behind a secret; nothing for one that is unknown, over, taken back or blank, or whose contact left. One look by a hash,
/// whatever was sent.
pub fn find(conn: &Conn, token: &str, now: Timestamp) -> Result<Option<DeliveryLink>, Fault> {
    conn.maybe(
        sql!(
            "select l.id, l.account_id, l.contact_id, l.made_at, l.made_by, l.expires_at, l.revoked_at, l.revoked_by, l.last_act_at
             from delivery_links l join contacts t on t.id = l.contact_id
             where l.token = ?1 and l.revoked_at is null and l.expires_at > ?2 and t.active = 1"
        ),
        &params![token_hash(token), now],
    )
}

/// Takes a link back; it opens nothing from then on.
pub fn revoke(tx: &Tx, account: AccountId, id: Uuid, by: &By) -> Result<(), Fault> {
    let hit = tx.hit(
        sql!("update delivery_links set revoked_at = ?3, revoked_by = ?4 where account_id = ?1 and id = ?2 and revoked_at is null"),
        &params![account, id, by.now, by.person],
    )?;
    if hit == 0 {
        return Ok(());
    }
    audit::note(tx, by, "delivery-link-revoked", &id.to_string(), None::<&()>, None::<&()>)
}

/// They answered something by their link.
pub fn acted(tx: &Tx, id: Uuid, now: Timestamp) -> Result<(), Fault> {
    tx.put(sql!("update delivery_links set last_act_at = ?2 where id = ?1"), &params![id, now])
}

/// The links of a customer, newest first, those taken back too.
pub fn of_account(conn: &Conn, account: AccountId) -> Result<Vec<DeliveryLink>, Fault> {
    conn.all(
        sql!(
            "select id, account_id, contact_id, made_at, made_by, expires_at, revoked_at, revoked_by, last_act_at
             from delivery_links where account_id = ?1 order by made_at desc, id limit ?2"
        ),
        &params![account, SHOWN_AT_MOST],
    )
}
