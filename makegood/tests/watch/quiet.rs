//! Who has gone quiet: a signal by the job, and the list of those who did not order since a trouble (S033, S217).

use super::maria;
use crate::support::life::Life;
use crate::support::{both_async, world};
use jiff::{SignedDuration, ToSpan};
use makegood::jobs::{self, hindsight};
use store::{imports, orders};
use uuid::Uuid;
use watch::{Ground, Line};
use world::{ACME, MS_RAO, NOW, write};

/// Orders of these days came in at that moment.
fn ordered(db: &store::Db, on: &[&str], ended: jiff::Timestamp) {
    let told: Vec<orders::Told> = on
        .iter()
        .map(|day| orders::Told {
            row: 2,
            account: ACME,
            line: Line { ordered: Some(day.parse().expect("a day")), ..Line::new(format!("A {day}"), "1") },
        })
        .collect();
    let drawn = Uuid::new_v5(&Uuid::nil(), on.concat().as_bytes());
    write(db, move |tx| {
        let mut mint = store::mint::Mint::new(drawn, NOW);
        let after = |at: jiff::Timestamp, days: u32| at + (i64::from(days) * 24).hours();
        let zone = jiff::tz::TimeZone::UTC;
        let ground = Ground { now: NOW, zone: &zone, working_days_after: &after };
        orders::keep(tx, &told, &orders::Terms::default(), &mut mint, &ground)?;
        let id = Uuid::new_v5(&Uuid::nil(), &ended.as_second().to_be_bytes());
        imports::begin(tx, id, "orders", "orders.csv", ended)?;
        Ok(imports::finish(tx, id, "{}", ended)?)
    });
}

#[test]
fn s217_the_list_of_the_quiet_says_what_came_before() {
    both_async(|db| async move {
        let mut maria = maria(&db).await;
        maria.get("/accounts").await.shows("Gone quiet since a trouble");
        maria.get("/accounts/quiet").await.is(200).shows("No orders were brought in yet");
        let number = tokio::task::block_in_place(|| {
            let number = Life::of(1, ACME, MS_RAO, NOW).told(&db);
            ordered(&db, &["2026-01-10", "2026-02-10"], NOW + (24 * 200).hours());
            number
        });
        maria.pass(SignedDuration::from_hours(24 * 200));
        let mut maria = maria.is(world::MARIA).await;
        assert_eq!(hindsight::look_back(&maria.app).await.expect("looked back"), 1);
        hindsight::follow_customers(&maria.app).await.expect("followed");
        let page = maria.get("/accounts/quiet").await;
        page.shows("Half a year and more").shows("Acme Robotics").shows(&number.to_string()).shows("10 Feb");
        tokio::task::block_in_place(|| ordered(&db, &["2026-08-10"], NOW + (24 * 200).hours()));
        hindsight::follow_customers(&maria.app).await.expect("followed");
        maria.get("/accounts/quiet").await.shows("has ordered since").hides("Acme Robotics");
    });
}

/// S033: nobody has to open a page for it; a job looks.
#[test]
fn s033_gone_quiet_is_found_by_a_job() {
    both_async(|db| async move {
        let maria = maria(&db).await;
        let seen = NOW + (24 * 90).hours();
        tokio::task::block_in_place(|| ordered(&db, &["2025-11-10", "2025-12-08", "2026-01-05", "2026-02-02"], seen));
        maria.pass(SignedDuration::from_hours(24 * 90));
        let mut maria = maria.is(world::MARIA).await;
        let running = jobs::start(maria.app.clone());
        for _ in 0..200 {
            if maria.get("/signals").await.html.contains("They ordered last on 2 Feb 2026") {
                running.abort();
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("no job found it: {}", maria.get("/signals").await.text());
    });
}
