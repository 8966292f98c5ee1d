//! Who has which page open: small rows that several servers share, renewed while the page is open and forgotten soon after.
use crate::{Conn, Fault, Tx, params, record, sql};
use casework::ids::PersonId;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// A page that was not heard of for so long is closed, whatever became of it.
pub const LASTS: SignedDuration = SignedDuration::from_secs(120);
/// Rows read at once; more pages than that are open nowhere.
pub const PAGES_AT_MOST: i64 = 2_000;

record! {
    /// One open page of one person.
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Here {
        /// The page itself, made anew with every view.
        pub tab: Uuid,
        pub person: PersonId,
        /// `case/1042`.
        pub place: String,
        /// The word of the act whose form is open; empty when somebody looks.
        pub doing: String,
    }
}

/// Says that these pages are open at `now`.
pub fn note(tx: &Tx, here: &[Here], now: Timestamp) -> Result<(), Fault> {
    for page in here.iter().take(PAGES_AT_MOST as usize) {
        tx.put(
            sql!(
                "insert into presence (tab, person_id, place, doing, seen_at) values (?1, ?2, ?3, ?4, ?5)
                 on conflict (tab) do update set seen_at = excluded.seen_at where presence.person_id = excluded.person_id"
            ),
            &params![page.tab, page.person, &page.place, &page.doing, now],
        )?;
    }
    Ok(())
}

/// A person closed a page of theirs.
pub fn gone(tx: &Tx, tab: Uuid, person: PersonId) -> Result<(), Fault> {
    tx.put(sql!("delete from presence where tab = ?1 and person_id = ?2"), &params![tab, person])
}

/// Every open page.
pub fn all(conn: &Conn, now: Timestamp) -> Result<Vec<Here>, Fault> {
    let since = now.saturating_sub(LASTS).unwrap_or(Timestamp::MIN);
    conn.all(
        sql!("select tab, person_id, place, doing from presence where seen_at > ?1 order by place, person_id, tab limit ?2"),
        &params![since, PAGES_AT_MOST],
    )
}

/// A page with when it was last heard of.
pub type Heard = (Here, Timestamp);

/// The pages about one subject, open or just closed; [`still_open`] tells which.
pub fn at(conn: &Conn, place: &str) -> Result<Vec<Heard>, Fault> {
    conn.all(
        sql!("select tab, person_id, place, doing, seen_at from presence where place = ?1 order by person_id, tab limit ?2"),
        &params![place, PAGES_AT_MOST],
    )
}

/// The pages that are open at `now`.
pub fn still_open(pages: &[Heard], now: Timestamp) -> impl Iterator<Item = &Here> {
    pages.iter().filter(move |(_, seen)| now.duration_since(*seen) < LASTS).map(|(page, _)| page)
}

/// Forgets the pages that were closed without a word.
pub fn sweep(tx: &Tx, now: Timestamp) -> Result<u64, Fault> {
    let since = now.saturating_sub(LASTS).unwrap_or(Timestamp::MIN);
    tx.hit(sql!("delete from presence where seen_at <= ?1"), &params![since])
}
