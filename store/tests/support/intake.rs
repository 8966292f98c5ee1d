//! A small firm for stories about what comes in: one account, one colleague, one case, days that pass.

#![allow(dead_code)] // Each test binary uses its own part of this.

use super::support::NOW;
use casework::{
    Refusal,
    ids::{AccountId, CaseId, ContactId, PersonId},
};
use jiff::{Timestamp, ToSpan, tz::TimeZone};
use std::sync::atomic::{AtomicU32, Ordering};
use store::{
    Db,
    mint::Mint,
    orders::{self, Customer},
    params,
    signals::{self, NotEnded, Signal},
    sql,
};
use uuid::Uuid;
use watch::Ground;

/// Works with the ground of a firm that works every day, at a moment so many days after the story began.
pub fn on_day<T>(day: i64, work: impl FnOnce(&Ground) -> T) -> T {
    let zone = TimeZone::UTC;
    let after = |at: Timestamp, days: u32| at + (i64::from(days) * 24).hours();
    work(&Ground { now: NOW + (day * 24).hours(), zone: &zone, working_days_after: &after })
}

/// A mint that nobody had before, as every work draws a new one.
pub fn mint(day: i64) -> Mint {
    static DRAWN: AtomicU32 = AtomicU32::new(1);
    Mint::new(Uuid::from_u128(DRAWN.fetch_add(1, Ordering::Relaxed).into()), NOW + (day * 24).hours())
}

pub fn customers(names: &[&str]) -> Vec<Customer> {
    names.iter().map(|name| Customer { key: (*name).into(), name: None }).collect()
}

pub fn account(db: &Db) -> AccountId {
    let made = db
        .write_now(|tx| orders::accounts_of(tx, &customers(&["K-7"]), "UTC", &mut mint(0), NOW))
        .expect("the story goes on");
    made.0["K-7"]
}

pub fn person(db: &Db) -> PersonId {
    let id = Uuid::from_u128(0xbee);
    db.write_now(move |tx| {
        tx.put(
            sql!("insert into people (id, name, email, phone, zone, roles, password, active, made_at) values (?1, 'Dana', 'dana@x.example', '', 'UTC', 'owner', '', 1, 0) on conflict (id) do nothing"),
            &params![id],
        )
    })
    .expect("the story goes on");
    PersonId(id)
}

pub fn contact(db: &Db, account: AccountId, email: &'static str) -> ContactId {
    let id = Uuid::new_v5(&account.0, email.as_bytes());
    db.write_now(move |tx| {
        tx.put(
            sql!("insert into contacts (id, account_id, name, address_as, role, email, phone, night_phone, language, zone, active, made_at) values (?1, ?2, 'Ms Rao', '', '', ?3, '', '', 'en', 'UTC', 1, 0)"),
            &params![id, account.0, email],
        )
    })
    .expect("the story goes on");
    ContactId(id)
}

pub fn case(db: &Db, account: AccountId, number: i64) -> CaseId {
    let id = Uuid::from_u128(number as u128);
    let owner = person(db);
    db.write_now(move |tx| {
        tx.put(
            sql!("insert into cases (id, number, account_id, owner_id, title, kind, origin, severity, recovery, prevention, open, recognised_at, opened_at, changed_at, version, tail, state) values (?1, ?2, ?3, ?4, 'late', 'delay', 'us', 3, 'new', 'none', 1, 0, 0, 0, 1, ?5, '{}')"),
            &params![id, number, account.0, owner.0, vec![0u8; 32]],
        )
    })
    .expect("the story goes on");
    CaseId(id)
}

pub fn waiting(db: &Db, day: i64) -> Vec<Signal> {
    db.read_now(move |conn| signals::waiting(conn, NOW + (day * 24).hours(), None, 200)).expect("the story goes on")
}

pub fn code(result: Result<(), NotEnded>) -> &'static str {
    match result.expect_err("a refusal") {
        NotEnded::Refused(Refusal { code, .. }) => code,
        NotEnded::Fault(fault) => panic!("{fault}"),
    }
}
