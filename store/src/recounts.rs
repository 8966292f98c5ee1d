//! Due times that must follow a changed setting: asked for by the change itself, in its transaction, and done by a job that goes
//! through the open cases. Which due time is right is decided by the rules; here is only found who is to be asked.
use crate::audit::By;
use crate::facts::read_state;
use crate::firm::{self, Firm};
use crate::{Conn, Fault, Tx, holidays, params, record, sql};
use casework::clock;
use casework::ids::{AccountId, CaseId, PersonId};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// Cases looked at in one read.
pub const CASES_AT_ONCE: i64 = 100;
/// Recounts that wait, read at once; a job takes them a few at a time.
const WAITING_AT_MOST: i64 = 100;

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The firm's clocks.
    Policy,
    /// Which calendar is ours.
    OurCalendar,
    /// Hours or holidays of a calendar.
    Calendar,
    /// A customer's calendar or their own rules.
    Account,
    /// A new version of the program, or of the rules of time zones, knows other holidays or hours.
    Program,
}

impl Why {
    pub const ALL: [Self; 5] = [Self::Policy, Self::OurCalendar, Self::Calendar, Self::Account, Self::Program];

    /// The word in the database and in locale keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Policy => "policy",
            Self::OurCalendar => "our-calendar",
            Self::Calendar => "calendar",
            Self::Account => "account",
            Self::Program => "program",
        }
    }
}

record! {
    /// One of them, with how far it is.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Recount {
        pub id: Uuid,
        pub why: String,
        pub account: Option<AccountId>,
        pub person: Option<PersonId>,
        pub asked_at: Timestamp,
        /// The last case that was looked at.
        pub after: Option<CaseId>,
        pub counted: i64,
        /// Cases in which a due time moved.
        pub moved: i64,
        pub done_at: Option<Timestamp>,
    }
}

/// Asks for one; called in the transaction that changes the setting. The same request asks once.
pub(crate) fn want(tx: &Tx, why: Why, account: Option<AccountId>, by: &By) -> Result<(), Fault> {
    let about = account.map_or_else(String::new, |account| account.to_string());
    let id = Uuid::new_v5(&by.request.0, format!("recount {} {about}", why.word()).as_bytes());
    tx.put(
        sql!(
            "insert into recounts (id, why, account_id, person_id, asked_at, counted, moved) values (?1, ?2, ?3, ?4, ?5, 0, 0) on conflict (id) do nothing"
        ),
        &params![id, why.word(), account, by.person, by.now],
    )
}

/// Asks for one when this program, its holidays or the rules of time zones are not those that the clocks were counted with.
pub fn want_if_program_changed(tx: &Tx, program: &str, by: &By) -> Result<(), Fault> {
    let zones = crate::zones::in_use().version.unwrap_or_default();
    let counted_by = hex::encode(Sha256::digest(format!("{program} {zones} {}", holidays::digest())));
    let known: Option<String> = tx.maybe(sql!("select body from settings where name = 'counted_by'"), &[])?;
    if known.as_deref() == Some(counted_by.as_str()) {
        return Ok(());
    }
    tx.put(
        sql!(
            "insert into settings (name, version, body) values ('counted_by', 1, ?1)
             on conflict (name) do update set version = settings.version + 1, body = excluded.body"
        ),
        &params![counted_by],
    )?;
    want(tx, Why::Program, None, by)
}

/// Those not done yet, the oldest first.
pub fn waiting(conn: &Conn) -> Result<Vec<Recount>, Fault> {
    conn.all(
        sql!(
            "select id, why, account_id, person_id, asked_at, after_id, counted, moved, done_at from recounts where done_at is null order by asked_at, id limit ?1"
        ),
        &params![WAITING_AT_MOST],
    )
}

/// The newest one, done or not, for the pages of settings.
pub fn latest(conn: &Conn) -> Result<Option<Recount>, Fault> {
    conn.maybe(
        sql!(
            "select id, why, account_id, person_id, asked_at, after_id, counted, moved, done_at from recounts order by asked_at desc, id desc limit 1"
        ),
        &[],
    )
}

/// What one read showed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Portion {
    /// The portion after this one begins behind it; nothing when this was the last.
    pub last: Option<CaseId>,
    pub counted: i64,
    /// Cases whose clocks are not those of today's settings.
    pub stale: Vec<CaseId>,
}

/// The next open cases behind the last one looked at.
///
/// # Errors
/// When the database fails or a kept case cannot be read.
pub fn portion(conn: &Conn, firm: &Firm, of: &Recount) -> Result<Portion, Fault> {
    let after = of.after.map_or(Uuid::nil(), |id| id.0);
    // In the order of their keys, closed ones too: asked for the open ones alone, an engine reads and sorts all of them for every portion.
    let rows: Vec<(CaseId, String)> = match of.account {
        Some(account) => conn.all(
            sql!("select id, case when open = 1 then state else '' end from cases where account_id = ?1 and id > ?2 order by id limit ?3"),
            &params![account, after, CASES_AT_ONCE],
        )?,
        None => conn.all(
            sql!("select id, case when open = 1 then state else '' end from cases where id > ?1 order by id limit ?2"),
            &params![after, CASES_AT_ONCE],
        )?,
    };
    let is_full = rows.len() as i64 == CASES_AT_ONCE;
    let mut portion = Portion { last: rows.last().map(|row| row.0).filter(|_| is_full), ..Portion::default() };
    for (id, state) in rows.into_iter().filter(|(_, state)| !state.is_empty()) {
        portion.counted += 1;
        let kept = read_state(&state)?;
        let Some((policy, theirs)) = firm::counted_by(conn, firm, kept.account)? else { continue };
        if clock::derive(&kept, &policy, &firm.ours, &theirs) != kept.clocks {
            portion.stale.push(id);
        }
    }
    Ok(portion)
}

/// A portion was looked at and its stale cases were asked; the next one begins behind it.
pub fn went_on(tx: &Tx, of: &Recount, portion: &Portion, moved: i64) -> Result<(), Fault> {
    tx.put(
        sql!("update recounts set after_id = ?2, counted = counted + ?3, moved = moved + ?4 where id = ?1 and done_at is null"),
        &params![of.id, portion.last.or(of.after), portion.counted, moved],
    )
}

/// All cases were looked at. One of the whole firm answers every recount that was asked for before it.
pub fn done(tx: &Tx, of: &Recount, now: Timestamp) -> Result<(), Fault> {
    tx.put(sql!("update recounts set done_at = ?2 where id = ?1 and done_at is null"), &params![of.id, now])?;
    if of.account.is_none() {
        tx.put(
            sql!("update recounts set done_at = ?2 where done_at is null and asked_at <= ?1"),
            &params![of.asked_at, now],
        )?;
    }
    Ok(())
}
