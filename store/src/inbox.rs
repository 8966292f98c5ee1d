//! Every mail as it arrived, byte for byte, once; kept before anything is understood, and waiting until it has its place.

use crate::{Conn, Fault, Tx, list, params, record, sql};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// Mails that are given their places in one go.
pub const WAITING_AT_ONCE: i64 = 100;
/// Bytes of them; one mail may be larger than this alone.
pub const BYTES_AT_ONCE: usize = 8 * 1024 * 1024;
/// After so many tries to understand a mail it gets its place unread, among the unsorted.
pub const TRIES: i64 = 3;

/// After so many it is tried no more: its bytes stay, and it is counted as waiting.
pub const GIVEN_UP: i64 = 10;

/// What tells a mail from all others.
pub fn digest(raw: &[u8]) -> [u8; 32] {
    Sha256::digest(raw).into()
}

/// Whether this very mail is here.
pub fn knows(conn: &Conn, digest: &[u8; 32]) -> Result<bool, Fault> {
    let found: Option<Uuid> = conn.maybe(sql!("select id from inbox where sha256 = ?1"), &params![digest])?;
    Ok(found.is_some())
}

/// Keeps a mail that gets its place in this very transaction; false when it is here already.
pub fn keep(tx: &Tx, id: Uuid, digest: &[u8; 32], raw: &[u8], source: &str, now: Timestamp) -> Result<bool, Fault> {
    keep_heeded(tx, id, digest, raw, &Way { source, came_at: None, heed: Heed::Heard }, now)
}

/// The same of a mail that may be history.
pub fn keep_heeded(
    tx: &Tx,
    id: Uuid,
    digest: &[u8; 32],
    raw: &[u8],
    way: &Way<'_>,
    now: Timestamp,
) -> Result<bool, Fault> {
    let kept = tx.hit(
        sql!(
            "insert into inbox (id, sha256, raw, source, received_at, quiet, came_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict (sha256) do nothing"
        ),
        &params![id, digest, raw, way.source, now, i64::from(way.heed == Heed::Quiet), way.came_at],
    )?;
    Ok(kept == 1)
}

casework::choices! {
    /// Whether anybody is told of a mail: what lay in a mailbox before we came is history.
    pub enum Heed { Heard = "heard", Quiet = "quiet" }
}

/// How a mail came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way<'a> {
    /// The door, and the place behind it.
    pub source: &'a str,
    /// When the mail server took it; nothing when nobody says so.
    pub came_at: Option<Timestamp>,
    pub heed: Heed,
}

/// Whether a mail is new here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    New,
    /// These bytes are here; by which way they came again is noted.
    Again,
}

/// Keeps the bytes of a mail, which then waits for its place. Whoever was given it may forget it once this is committed.
pub fn take_in(tx: &Tx, id: Uuid, raw: &[u8], way: &Way<'_>, now: Timestamp) -> Result<Taken, Fault> {
    let (digest, quiet) = (digest(raw), i64::from(way.heed == Heed::Quiet));
    let kept = tx.hit(
        sql!(
            "insert into inbox (id, sha256, raw, source, received_at, waits, quiet, came_at) values (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7)
             on conflict (sha256) do nothing"
        ),
        &params![id, digest, raw, way.source, now, quiet, way.came_at],
    )?;
    if kept == 1 {
        return Ok(Taken::New);
    }
    tx.put(
        sql!(
            "insert into inbox_ways (inbox_id, way, at) select id, ?2, ?3 from inbox where sha256 = ?1 and source <> ?2
             on conflict (inbox_id, way) do nothing"
        ),
        &params![digest, way.source, now],
    )?;
    Ok(Taken::Again)
}

/// The ways by which the same bytes came again.
pub fn other_ways(conn: &Conn, id: Uuid) -> Result<Vec<String>, Fault> {
    conn.all(sql!("select way from inbox_ways where inbox_id = ?1 order by way limit 100"), &params![id])
}

record! {
    /// A mail that waits for its place.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Waiting {
        pub id: Uuid,
        pub source: String,
        pub received_at: Timestamp,
        pub came_at: Option<Timestamp>,
        pub quiet: bool,
        /// Tries that began before this one.
        pub tries: i64,
        pub raw: Vec<u8>,
    }
}

/// The mails that have waited the longest, those of an old mailbox behind all others, each counted as tried once more: a mail on which the program dies is not tried for ever. One that was
/// tried before is tried by itself, so that those beside it do not use up their tries with it, nor with a power cut.
pub fn next_waiting(tx: &Tx) -> Result<Vec<Waiting>, Fault> {
    let ids: Vec<(Uuid, i64, i64)> = tx.all(
        sql!("select id, cast(length(raw) as bigint), waits from inbox where waits is not null and waits < ?2 order by quiet, received_at, id limit ?1"),
        &params![WAITING_AT_ONCE, GIVEN_UP],
    )?;
    let (mut bytes, mut taken) = (0, vec![]);
    for (id, length, tries) in ids {
        bytes += usize::try_from(length).unwrap_or(usize::MAX);
        if !taken.is_empty() && (bytes > BYTES_AT_ONCE || tries > 0) {
            break;
        }
        taken.push(id);
        if tries > 0 {
            break;
        }
    }
    let waiting = tx.all(
        sql!("select id, source, received_at, came_at, quiet, waits, raw from inbox where id in {ids ?1} and waits is not null order by quiet, received_at, id"),
        &[list(taken.iter().copied())],
    )?;
    tx.put(sql!("update inbox set waits = waits + 1 where id in {ids ?1} and waits is not null"), &[list(taken)])?;
    Ok(waiting)
}

/// The mail gets its place in this transaction; false when somebody else gave it one.
pub fn has_its_place(tx: &Tx, id: Uuid) -> Result<bool, Fault> {
    let hit = tx.hit(sql!("update inbox set waits = null where id = ?1 and waits is not null"), &params![id])?;
    Ok(hit == 1)
}

/// How many mails wait, counted to 1,000, and since when the oldest does.
pub fn waiting(conn: &Conn) -> Result<(i64, Option<Timestamp>), Fault> {
    conn.one(
        sql!("select cast(count(*) as bigint), min(received_at) from (select received_at from inbox where waits is not null order by received_at, id limit 1000) as waiting"),
        &[],
    )
}

/// The bytes of a mail.
pub fn raw(conn: &Conn, id: Uuid) -> Result<Option<Vec<u8>>, Fault> {
    conn.maybe(sql!("select raw from inbox where id = ?1"), &params![id])
}
