//! A supplier's way to the one request that was made to them: a link that stands per request, known by the hash of its secret, made and
//! taken back by a person. Opening it changes nothing; what is counted is what somebody pressed (decisions 0090, 0180).
use crate::audit::{self, By, NotKept};
use crate::sessions::token_hash;
use crate::{Conn, Fault, Tx, params, record, sql};
use casework::ids::*;
use casework::refusal::Refusal;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// A link ends so long after it was made, as a customer's does.
pub const LASTS: SignedDuration = crate::links::LASTS;
/// Links ever made for the requests of one case.
pub const MADE_AT_MOST: i64 = 100;

record! {
    /// A link as its case shows it; the secret itself is shown once, when it is made.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct SupplierLink {
        pub id: Uuid,
        pub case: CaseId,
        pub number: CaseNumber,
        pub scar: ScarId,
        pub made_at: Timestamp,
        pub made_by: PersonId,
        pub expires_at: Timestamp,
        /// When they last answered by it.
        pub last_act_at: Option<Timestamp>,
    }
}

/// Whose link is made: one request of one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub id: Uuid,
    pub case: CaseId,
    pub scar: ScarId,
}

/// Makes a link; one that stood for the same request is taken back. The same once more changes nothing.
///
/// # Errors
/// Refused when the case has too many.
pub fn make(tx: &Tx, token: &str, wanted: Wanted, by: &By) -> Result<(), NotKept> {
    let Some(person) = by.person else { return Err(Refusal::rights("not-allowed").into()) };
    let again: Option<i64> = tx.maybe(sql!("select 1 from supplier_links where id = ?1"), &params![wanted.id])?;
    if again.is_some() {
        return Ok(());
    }
    let made: i64 = tx.one(sql!("select count(*) from supplier_links where case_id = ?1"), &params![wanted.case])?;
    if made >= MADE_AT_MOST {
        return Err(Refusal::input("", "too-many-entries").with("most", MADE_AT_MOST).into());
    }
    revoke(tx, wanted.case, wanted.scar, by)?;
    let ends = by.now.saturating_add(LASTS).unwrap_or(Timestamp::MAX);
    tx.put(
        sql!(
            "insert into supplier_links (id, case_id, scar_id, token, made_at, made_by, expires_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
        ),
        &params![wanted.id, wanted.case, wanted.scar, token_hash(token), by.now, person, ends],
    )?;
    Ok(audit::note(tx, by, "supplier-link-made", &wanted.id.to_string(), None::<&()>, Some(&wanted.case))?)
}

/// The link behind a secret; nothing for one that is unknown, over or taken back. One look by a hash, whatever was sent.
pub fn find(conn: &Conn, token: &str, now: Timestamp) -> Result<Option<SupplierLink>, Fault> {
    conn.maybe(
        sql!(
            "select l.id, l.case_id, c.number, l.scar_id, l.made_at, l.made_by, l.expires_at, l.last_act_at
             from supplier_links l join cases c on c.id = l.case_id
             where l.token = ?1 and l.revoked_at is null and l.expires_at > ?2"
        ),
        &params![token_hash(token), now],
    )
}

/// Those that stand for the requests of a case.
pub fn of_case(conn: &Conn, case: CaseId, now: Timestamp) -> Result<Vec<SupplierLink>, Fault> {
    conn.all(
        sql!(
            "select l.id, l.case_id, c.number, l.scar_id, l.made_at, l.made_by, l.expires_at, l.last_act_at
             from supplier_links l join cases c on c.id = l.case_id
             where l.case_id = ?1 and l.revoked_at is null and l.expires_at > ?2 order by l.made_at desc, l.id limit ?3"
        ),
        &params![case, now, MADE_AT_MOST],
    )
}

/// Takes the link of a request back; it opens nothing from then on.
pub fn revoke(tx: &Tx, case: CaseId, scar: ScarId, by: &By) -> Result<(), Fault> {
    let hit = tx.hit(
        sql!("update supplier_links set revoked_at = ?3, revoked_by = ?4 where case_id = ?1 and scar_id = ?2 and revoked_at is null"),
        &params![case, scar, by.now, by.person],
    )?;
    if hit == 0 {
        return Ok(());
    }
    audit::note(tx, by, "supplier-link-revoked", &scar.to_string(), None::<&()>, None::<&()>)
}

/// They answered by their link.
pub fn acted(tx: &Tx, id: Uuid, now: Timestamp) -> Result<(), Fault> {
    tx.put(sql!("update supplier_links set last_act_at = ?2 where id = ?1"), &params![id, now])
}
