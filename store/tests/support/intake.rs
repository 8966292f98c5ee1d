//! A small firm for stories about what comes in: one account, one colleague, one case, days that pass.

#![allow(dead_code)] // Each program of stories uses its own part of this.

use super::{
    NOW,
    world::{self, ACME, MS_RAO},
};
use casework::{
    Refusal,
    ids::{AccountId, CaseId, CaseNumber},
};
use jiff::{Timestamp, ToSpan, tz::TimeZone};
use std::sync::atomic::{AtomicU32, Ordering};
use store::{
    Db, NotKept,
    mint::Mint,
    signals::{self, Signal},
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

pub fn account(db: &Db) -> AccountId {
    world::build(db);
    ACME
}

/// A case of that account; the n-th of the story.
pub fn case(db: &Db, n: u128) -> (CaseId, CaseNumber) {
    let number = world::open(db, world::trouble(ACME, MS_RAO, "the boards are late"), n, NOW);
    (CaseId(Uuid::from_u128(0xCA5E_0000 + n)), number)
}

pub fn waiting(db: &Db, day: i64) -> Vec<Signal> {
    db.read_now(move |conn| signals::waiting(conn, NOW + (day * 24).hours(), None, 200)).expect("the story goes on")
}

pub fn code(result: Result<(), NotKept>) -> &'static str {
    match result.expect_err("a refusal") {
        NotKept::Refused(Refusal { code, .. }) => code,
        NotKept::Fault(fault) => panic!("{fault}"),
    }
}
