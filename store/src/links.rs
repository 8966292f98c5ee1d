//! The customer's way to their own case: one link that stands per case and contact, known by the hash of its secret, made and
//! taken back by a person. Opening it changes nothing; what is counted is what somebody pressed.
use crate::audit::{self, By, NotKept};
use crate::sessions::token_hash;
use crate::{Conn, Fault, Tx, params, record, sql};
use casework::ids::*;
use casework::refusal::Refusal;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// A link ends so long after it was made or its case was opened again.
pub const LASTS: SignedDuration = SignedDuration::from_hours(180 * 24);
/// Links of one case that are shown, newest first; those taken back are among them.
pub const SHOWN_AT_MOST: i64 = 50;
/// Links ever made for one case.
pub const MADE_AT_MOST: i64 = 500;
/// Whoever pressed something so lately is at their page now.
pub const AT_IT: SignedDuration = SignedDuration::from_mins(5);
/// Contacts at their pages that are read at once.
pub const LOOKING_AT_MOST: i64 = 1_000;

casework::choices! {
    /// What the customer may pass on: nothing, or a second link that shows the page and acts on nothing.
    pub enum Forwarding { Alone = "alone", Readable = "readable" }
}

crate::columns::choices!(Forwarding);

/// What a secret opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// The page and every act on it.
    Acts,
    /// The page only: it was passed on.
    Reads,
}

record! {
    /// A link as its case shows it; the secret itself is shown once, when it is made.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Link {
        pub id: Uuid,
        pub case: CaseId,
        pub number: CaseNumber,
        pub contact: ContactId,
        pub forwarding: Forwarding,
        pub made_at: Timestamp,
        pub made_by: PersonId,
        pub expires_at: Timestamp,
        pub revoked_at: Option<Timestamp>,
        pub revoked_by: Option<PersonId>,
        /// When they last said that they have read it.
        pub looked_at: Option<Timestamp>,
        /// When they last did something.
        pub last_act_at: Option<Timestamp>,
    }
}

impl Link {
    /// Whether it opens the page now.
    pub fn stands(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && self.expires_at > now
    }
    /// Whether they pressed something in the last [`AT_IT`].
    pub fn is_at_it(&self, now: Timestamp) -> bool {
        self.looked_at.is_some_and(|at| now.duration_since(at) < AT_IT)
    }
}

/// Whose link is made, for which case, and what they may pass on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub id: Uuid,
    pub case: CaseId,
    pub contact: ContactId,
    pub forwarding: Forwarding,
}

/// The secret that only reads, made from the one that acts: whoever has the first can pass on the second, never the other way.
pub fn reading_token(token: &str) -> String {
    hex::encode(Sha256::digest(format!("reads {token}").as_bytes()))
}

/// Makes a link; one that stood for the same contact is taken back.
///
/// # Errors
/// Refused when the contact is nobody of the case's customer, or when the case has too many.
pub fn make(tx: &Tx, token: &str, wanted: Wanted, by: &By) -> Result<(), NotKept> {
    let Some(person) = by.person else { return Err(Refusal::rights("not-allowed").into()) };
    let there: Option<i64> = tx.maybe(
        sql!("select 1 from contacts t join cases c on c.account_id = t.account_id where c.id = ?1 and t.id = ?2 and t.active = 1"),
        &params![wanted.case, wanted.contact],
    )?;
    if there.is_none() {
        return Err(Refusal::missing("no-such-contact").about("contact").into());
    }
    let made: i64 = tx.one(sql!("select count(*) from customer_links where case_id = ?1"), &params![wanted.case])?;
    if made >= MADE_AT_MOST {
        return Err(Refusal::input("contact", "too-many-entries").with("most", MADE_AT_MOST).into());
    }
    let again: Option<i64> = tx.maybe(sql!("select 1 from customer_links where id = ?1"), &params![wanted.id])?;
    if again.is_some() {
        return Ok(());
    }
    tx.put(
        sql!("update customer_links set revoked_at = ?3, revoked_by = ?4 where case_id = ?1 and contact_id = ?2 and revoked_at is null"),
        &params![wanted.case, wanted.contact, by.now, person],
    )?;
    let ends = by.now.saturating_add(LASTS).unwrap_or(Timestamp::MAX);
    tx.put(
        sql!(
            "insert into customer_links (id, case_id, contact_id, token, reading, forwarding, made_at, made_by, expires_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
        ),
        &params![
            wanted.id,
            wanted.case,
            wanted.contact,
            token_hash(token),
            token_hash(&reading_token(token)),
            wanted.forwarding,
            by.now,
            person,
            ends
        ],
    )?;
    crate::wishes::answered(tx, wanted.case, wanted.contact, by.now)?;
    let after = json!({ "case": wanted.case, "contact": wanted.contact, "forwarding": wanted.forwarding });
    Ok(audit::note(tx, by, "customer-link-made", &wanted.id.to_string(), None::<&()>, Some(&after))?)
}

/// The link behind a secret and what that secret opens; nothing for one that is unknown, over, taken back or blank, or whose
/// contact left. One look by a hash, whatever was sent.
pub fn find(conn: &Conn, token: &str, now: Timestamp) -> Result<Option<(Link, Opens)>, Fault> {
    let hash = token_hash(token);
    let found: Option<(Link, Vec<u8>)> = conn.maybe(
        sql!(
            "select l.id, l.case_id, c.number, l.contact_id, l.forwarding, l.made_at, l.made_by, l.expires_at, l.revoked_at, l.revoked_by, l.looked_at, l.last_act_at, l.token
             from customer_links l join cases c on c.id = l.case_id join contacts t on t.id = l.contact_id
             where (l.token = ?1 or (l.reading = ?1 and l.forwarding = 'readable')) and l.revoked_at is null and l.expires_at > ?2 and t.active = 1"
        ),
        &params![hash, now],
    )?;
    Ok(found.map(|(link, acts)| (link, if acts == hash { Opens::Acts } else { Opens::Reads })))
}

/// Takes a link back; it opens nothing from then on.
pub fn revoke(tx: &Tx, case: CaseId, id: Uuid, by: &By) -> Result<(), Fault> {
    let hit = tx.hit(
        sql!("update customer_links set revoked_at = ?3, revoked_by = ?4 where case_id = ?1 and id = ?2 and revoked_at is null"),
        &params![case, id, by.now, by.person],
    )?;
    if hit == 0 {
        return Ok(());
    }
    audit::note(tx, by, "customer-link-revoked", &id.to_string(), None::<&()>, None::<&()>)
}

/// Says anew what may be passed on.
pub fn forward(tx: &Tx, case: CaseId, id: Uuid, forwarding: Forwarding, by: &By) -> Result<(), Fault> {
    let hit = tx.hit(
        sql!("update customer_links set forwarding = ?3 where case_id = ?1 and id = ?2 and forwarding <> ?3"),
        &params![case, id, forwarding],
    )?;
    if hit == 0 {
        return Ok(());
    }
    audit::note(tx, by, "customer-link-forwarding", &id.to_string(), None::<&()>, Some(&forwarding))
}

/// The case was opened again: its links stand as long as new ones, those that had run out, too. One that was taken back stays so.
pub fn renew(tx: &Tx, case: CaseId, now: Timestamp) -> Result<(), Fault> {
    let ends = now.saturating_add(LASTS).unwrap_or(Timestamp::MAX);
    tx.put(
        sql!("update customer_links set expires_at = ?2 where case_id = ?1 and revoked_at is null and expires_at < ?2"),
        &params![case, ends],
    )
}

/// They did something by their link.
pub fn acted(tx: &Tx, id: Uuid, now: Timestamp) -> Result<(), Fault> {
    tx.put(sql!("update customer_links set last_act_at = ?2, looked_at = ?2 where id = ?1"), &params![id, now])
}

/// They said that they have read it.
pub fn looked(tx: &Tx, id: Uuid, now: Timestamp) -> Result<(), Fault> {
    tx.put(sql!("update customer_links set looked_at = ?2 where id = ?1"), &params![id, now])
}

/// The links of a case, newest first, those taken back too.
pub fn of_case(conn: &Conn, case: CaseId) -> Result<Vec<Link>, Fault> {
    conn.all(
        sql!(
            "select l.id, l.case_id, c.number, l.contact_id, l.forwarding, l.made_at, l.made_by, l.expires_at, l.revoked_at, l.revoked_by, l.looked_at, l.last_act_at
             from customer_links l join cases c on c.id = l.case_id where l.case_id = ?1 order by l.made_at desc, l.id limit ?2"
        ),
        &params![case, SHOWN_AT_MOST],
    )
}

record! {
    /// A contact who pressed something lately: they are at their page now.
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Looking {
        pub number: CaseNumber,
        pub contact: ContactId,
        pub at: Timestamp,
    }
}

/// Whoever pressed something in the last [`AT_IT`], the latest first.
pub fn looking(conn: &Conn, now: Timestamp) -> Result<Vec<Looking>, Fault> {
    let since = now.saturating_sub(AT_IT).unwrap_or(Timestamp::MIN);
    conn.all(
        sql!(
            "select c.number, l.contact_id, l.looked_at from customer_links l join cases c on c.id = l.case_id
             where l.looked_at > ?1 order by l.looked_at desc, l.id limit ?2"
        ),
        &params![since, LOOKING_AT_MOST],
    )
}
