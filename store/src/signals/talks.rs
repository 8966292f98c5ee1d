//! Signals as talks: one customer and one reason each, what a word today spares them the most first (decision 0183).

use super::{After, PAGE, Signal, Sure, by_ids};
use crate::{Conn, Fault, list, params, record, sql};
use casework::ids::{AccountId, SignalId};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use std::collections::HashMap;
use uuid::Uuid;
use watch::{
    Kind, When,
    slip::calls::Need,
    talks::{self, Waits},
};

/// Signals that are weighed against each other: those owed last, since what is long over has faded. Older ones stand in the list by time.
pub const WEIGHED_AT_MOST: i64 = 5_000;

record! {
    struct Row {
        id: SignalId,
        kind: String,
        account: Option<AccountId>,
        since: Timestamp,
        owed_at: Timestamp,
        sure: Option<Sure>,
        promised: Option<When>,
        need_by: Option<When>,
    }
}

/// One talk: its gravest signal, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Talk {
    pub lead: Signal,
    pub many: usize,
}

/// A page of talks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Talks {
    pub page: Vec<Talk>,
    /// How many talks there are in all.
    pub of: usize,
    /// How many signals were not weighed: they wait longer than all of these.
    pub older: i64,
}

/// The talks that wait, from behind the first `skip` on. Snoozed signals are left out until their time is over.
///
/// # Errors
/// Faults of the database.
pub fn waiting(conn: &Conn, now: Timestamp, zone: &TimeZone, skip: usize, size: usize) -> Result<Talks, Fault> {
    let rows: Vec<Row> = conn.all(
        sql!(
            "select s.id, s.kind, s.account_id, s.since, s.owed_at, s.confidence, l.promised, l.need_by
             from signals s left join order_lines l on l.id = s.line_id
             where s.ended_at is null and (s.snoozed_until is null or s.snoozed_until <= ?1) order by s.owed_at desc, s.id desc limit ?2"
        ),
        &params![now, WEIGHED_AT_MOST],
    )?;
    let today = now.to_zoned(zone.clone()).date();
    let waits: Vec<Waits<AccountId>> = rows.iter().map(|row| row.waits(today, zone)).collect();
    let order = talks::order(&waits, now);
    let shown: Vec<(SignalId, usize)> =
        order.iter().skip(skip).take(size).map(|talk| (rows[talk.about[0]].id, talk.about.len())).collect();
    let ids: Vec<SignalId> = shown.iter().map(|(id, _)| *id).collect();
    let mut leads: HashMap<SignalId, Signal> =
        by_ids(conn, &ids)?.into_iter().map(|signal| (signal.id, signal)).collect();
    let page = shown.into_iter().filter_map(|(id, many)| Some(Talk { lead: leads.remove(&id)?, many })).collect();
    Ok(Talks { page, of: order.len(), older: older(conn, now, rows.len())? })
}

/// How many wait beside those that were weighed.
fn older(conn: &Conn, now: Timestamp, weighed: usize) -> Result<i64, Fault> {
    let weighed = i64::try_from(weighed).unwrap_or(i64::MAX);
    if weighed < WEIGHED_AT_MOST {
        return Ok(0);
    }
    let all: i64 = conn.one(
        sql!("select count(*) from signals where ended_at is null and (snoozed_until is null or snoozed_until <= ?1)"),
        &params![now],
    )?;
    Ok(all - weighed)
}

/// The signals of one talk that wait, the longest owed first.
///
/// # Errors
/// Faults of the database.
pub fn of(
    conn: &Conn,
    (account, kind): (AccountId, &str),
    now: Timestamp,
    after: Option<After>,
    size: usize,
) -> Result<Vec<Signal>, Fault> {
    let (owed_at, id) = after.map_or((Timestamp::MIN, Uuid::nil()), |after| (after.owed_at, after.id.0));
    let rows: Vec<super::Row> = conn.all(
        sql!(
            "select id, kind, subject, account_id, contact_id, line_id, message_id, case_id, evidence, since, owed_at, detected_at, first_to_tell, status, snoozed_until, snoozes, ended_by, ended_at, reason, raised_by, proof, confidence
             from signals where account_id = ?5 and kind = ?6 and ended_at is null and (snoozed_until is null or snoozed_until <= ?1)
             and (owed_at, id) > (?2, ?3) order by owed_at, id limit ?4"
        ),
        &params![now, owed_at, id, size.min(PAGE) as i64, account, kind],
    )?;
    Ok(rows.into_iter().map(Signal::from).collect())
}

/// Signals of these kinds that wait, the longest owed first; at most [`PAGE`].
///
/// # Errors
/// Faults of the database.
pub fn of_kinds(conn: &Conn, kinds: &[Kind], now: Timestamp, size: usize) -> Result<Vec<Signal>, Fault> {
    let rows: Vec<super::Row> = conn.all(
        sql!(
            "select id, kind, subject, account_id, contact_id, line_id, message_id, case_id, evidence, since, owed_at, detected_at, first_to_tell, status, snoozed_until, snoozes, ended_by, ended_at, reason, raised_by, proof, confidence
             from signals where ended_at is null and (snoozed_until is null or snoozed_until <= ?1) and kind in {texts ?2} order by owed_at, id limit ?3"
        ),
        &params![now, list(kinds.iter().map(|kind| kind.word())), size.min(PAGE) as i64],
    )?;
    Ok(rows.into_iter().map(Signal::from).collect())
}

impl Row {
    fn waits(&self, today: Date, zone: &TimeZone) -> Waits<AccountId> {
        let promised = self.promised.map_or(today, |promised| promised.day(zone)).max(today);
        let need = match self.need_by.map(|need| need.day(zone)) {
            None => Need::Unknown,
            Some(need) if need > promised => Need::HasRoom,
            Some(_) => Need::Threatened,
        };
        let (kind, sure) = (self.kind.clone(), self.sure.as_ref().map(|Sure(sure)| *sure));
        Waits { kind, account: self.account, since: self.since, owed_at: self.owed_at, sure, need }
    }
}
