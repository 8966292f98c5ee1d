//! What stories about imports share: where they stand, and the outside data that stays outside.

#![allow(dead_code)] // Each program of stories uses its own part of this.

use jiff::Timestamp;
use makegood::import::{
    orders::{Ask, Here, Mode, NotImported, prepare, run},
    plan::Wishes,
    progress::Silent,
    report::Report,
    source::Source,
};
use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};
use store::{Db, Fault, firm};
use uuid::Uuid;

/// An import that stands on the firm's calendar, at this moment, with an id nobody had before.
pub fn here(db: &Db, now: &str) -> Here {
    static DRAWN: AtomicU64 = AtomicU64::new(1);
    let firm = db.read_now(firm::load).expect("the firm");
    let now: Timestamp = now.parse().expect("a moment");
    Here {
        db: db.clone(),
        calendar: firm.ours,
        now,
        drawn: Uuid::from_u128(DRAWN.fetch_add(1, Ordering::Relaxed).into()),
    }
}

/// Whatever the file says, kept.
pub fn ask(text: impl Into<Vec<u8>>) -> Ask {
    let bytes: Vec<u8> = text.into();
    let source = Source::Upload { name: "orders.csv".into(), bytes: Arc::from(bytes) };
    Ask { source, wishes: Wishes::default(), account: None, checks_from: None, mode: Mode::Keep, report: None }
}

/// Imports it.
pub fn import(db: &Db, now: &str, ask: &Ask) -> Result<Report, NotImported> {
    let here = here(db, now);
    let plan = prepare(&here, ask, &mut Silent)?;
    run(&here, ask, &plan, &mut Silent)
}

/// One number out of the database.
pub fn number(db: &Db, sql: &'static str) -> i64 {
    db.read_now::<_, Fault, _>(move |conn| conn.one(sql, &[])).expect("a number")
}

/// The outside data's folder or file; none, said aloud, where it is absent.
pub fn outside(name: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let path = std::env::var_os("MAKEGOOD_DATA").map_or_else(beside, Into::into).join(name);
    if !path.exists() {
        println!("skipped: no outside data");
        return None;
    }
    Some(path)
}
