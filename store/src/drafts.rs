//! What somebody has typed and not yet sent: kept for them alone, whatever becomes of their page, their machine or this program.
use crate::{Conn, Fault, NotKept, Tx, params, record, sql};
use casework::Refusal;
use casework::ids::PersonId;
use jiff::{SignedDuration, Timestamp};

/// How long a draft is kept after its last change.
pub const KEPT_FOR: SignedDuration = SignedDuration::from_hours(14 * 24);
/// Bytes of one draft: the longest conversation sheet that anybody fills, several times over.
pub const BYTES_AT_MOST: usize = 64 * 1024;
/// Characters of a page's address.
pub const PAGE_AT_MOST: usize = 400;
/// Drafts of one person; the one longest untouched goes when there would be more.
pub const DRAFTS_AT_MOST: i64 = 100;

record! {
    /// A draft.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Draft {
        /// The address of the page whose form it belongs to.
        pub page: String,
        /// The fields as a browser sends them.
        pub body: String,
        pub kept_at: Timestamp,
    }
}

/// Keeps a draft in the place of the one before.
///
/// # Errors
/// Refused when it is longer than anything a form of ours takes.
pub fn keep(tx: &Tx, person: PersonId, page: &str, body: &str, now: Timestamp) -> Result<(), NotKept> {
    if body.len() > BYTES_AT_MOST || page.chars().count() > PAGE_AT_MOST {
        return Err(Refusal::input("body", "draft-too-long").with("most", BYTES_AT_MOST).into());
    }
    tx.put(
        sql!(
            "insert into drafts (person_id, page, body, kept_at) values (?1, ?2, ?3, ?4)
             on conflict (person_id, page) do update set body = excluded.body, kept_at = excluded.kept_at"
        ),
        &params![person, page, body, now],
    )?;
    tx.put(
        sql!("delete from drafts where person_id = ?1 and page not in (select page from drafts where person_id = ?1 order by kept_at desc, page limit ?2)"),
        &params![person, DRAFTS_AT_MOST],
    )?;
    Ok(())
}

/// A person's own draft for a page; there is no way to ask for somebody else's.
pub fn of(conn: &Conn, person: PersonId, page: &str) -> Result<Option<Draft>, Fault> {
    conn.maybe(
        sql!("select page, body, kept_at from drafts where person_id = ?1 and page = ?2"),
        &params![person, page],
    )
}

/// All that a person has kept, the newest first.
pub fn list(conn: &Conn, person: PersonId) -> Result<Vec<Draft>, Fault> {
    conn.all(
        sql!("select page, body, kept_at from drafts where person_id = ?1 order by kept_at desc, page limit ?2"),
        &params![person, DRAFTS_AT_MOST],
    )
}

/// The words were sent, or are not wanted any more.
pub fn forget(tx: &Tx, person: PersonId, page: &str) -> Result<(), Fault> {
    tx.put(sql!("delete from drafts where person_id = ?1 and page = ?2"), &params![person, page])
}

/// A person left: nobody will ever ask for what they had begun.
pub fn forget_all(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    tx.put(sql!("delete from drafts where person_id = ?1"), &params![person])
}

/// Forgets drafts that nobody touched for [`KEPT_FOR`].
pub fn sweep(tx: &Tx, now: Timestamp) -> Result<u64, Fault> {
    let before = now.saturating_sub(KEPT_FOR).unwrap_or(Timestamp::MIN);
    tx.hit(sql!("delete from drafts where kept_at <= ?1"), &params![before])
}
