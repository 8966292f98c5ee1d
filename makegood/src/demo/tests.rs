//! The demo company is told on both databases in a moment, and shows a trouble in every state.
use super::*;
use crate::app::Clock;
use casework::kinds::Recovery;
use std::collections::BTreeSet;
use store::{Db, Target};

#[test]
fn the_demo_company_has_a_trouble_in_every_state_and_every_chain_holds() {
    // Monday 23 November 2026, 14:20 in Warsaw.
    let now: Timestamp = "2026-11-23T13:20:00Z".parse().unwrap();
    let dir = std::env::temp_dir().join(format!("makegood-demo-{}", std::process::id()));
    drop(std::fs::remove_dir_all(&dir));
    let db = Db::open(&Target::parse(None, &dir).unwrap(), now).unwrap();
    let clock = Arc::new(AtomicI64::new(now.as_microsecond()));
    let app = App::new(db.clone(), Clock::Still(clock.clone())).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let password = runtime.block_on(fill(&app, &clock, now)).unwrap();
    assert!(password.len() > 20);
    assert_eq!(app.now(), now, "the clock stands at now again");
    let mut states = BTreeSet::new();
    for standing in [store::cases::Standing::Open, store::cases::Standing::Closed] {
        let filter = store::cases::Filter { standing, ..Default::default() };
        for row in db.read_now(move |conn| store::cases::list(conn, &filter, None, 100)).unwrap() {
            states.insert(row.recovery);
            let id = row.id;
            let (kept, rows) = db
                .read_now(move |conn| {
                    let kept = store::cases::by_number(conn, row.number)?;
                    Ok::<_, Fault>((kept, store::history::all_rows(conn, id)?))
                })
                .unwrap();
            store::history::verify(id, &rows, &kept.unwrap().tail).unwrap();
        }
    }
    let missing: Vec<_> = Recovery::ALL.iter().filter(|r| !states.contains(r)).collect();
    assert!(missing.is_empty(), "no case is {missing:?}");
    let signals = db.read_now(store::signals::counts).unwrap();
    let many: i64 = signals.iter().map(|(_, n)| n).sum();
    assert!(signals.len() >= 3 && many >= 6, "{signals:?}");
    db.close();
    drop(std::fs::remove_dir_all(&dir));
}
