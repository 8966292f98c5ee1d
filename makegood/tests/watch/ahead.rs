//! Ahead of the promised day: how likely a line comes late and why, whom to call today, and the first words to say (S006, S012).

use super::maria;
use crate::pages_desk::orders::settled as orders_settled;
use crate::support::{both_async, world};
use jiff::{ToSpan, civil::Date};
use makegood::jobs::foretell::{Foreteller, foretell};
use store::{foretold, lines, orders};
use uuid::Uuid;
use watch::{Ground, Line, LineKey};
use world::{ACME, NOW, write};

fn day(days: i64) -> Date {
    NOW.to_zoned(jiff::tz::TimeZone::UTC).date() + days.days()
}

fn line(number: usize, ordered: i64, promised: i64, delivered: Option<i64>) -> Line {
    let when = |days: i64| Some(day(days).to_string().parse().expect("a day"));
    Line {
        ordered: when(ordered),
        requested: when(promised),
        promised: when(promised),
        delivered: delivered.and_then(when),
        ..Line::new(format!("A-{number}"), "1")
    }
}

fn keep(db: &store::Db, all: Vec<Line>) {
    let told: Vec<orders::Told> = all.into_iter().map(|line| orders::Told { row: 2, account: ACME, line }).collect();
    let drawn = Uuid::new_v5(&Uuid::nil(), told.len().to_string().as_bytes());
    write(db, move |tx| {
        let mut mint = store::mint::Mint::new(drawn, NOW);
        let after = |at: jiff::Timestamp, days: u32| at + (i64::from(days) * 24).hours();
        let zone = jiff::tz::TimeZone::UTC;
        let ground = Ground { now: NOW, zone: &zone, working_days_after: &after };
        Ok(orders::keep(tx, &told, &orders::Terms::default(), &mut mint, &ground)?)
    });
}

fn id_of(db: &store::Db, order: &str) -> Uuid {
    let key = LineKey { order_no: order.into(), line_no: "1".into() };
    let read = || world::read(db, move |conn| lines::by_keys(conn, std::slice::from_ref(&key)));
    tokio::task::block_in_place(read).pop().expect("the line is there").id
}

/// A firm that has no past counts down; it says so, and who waits for a call stands on one page with the words to say.
#[test]
fn s006_a_line_near_its_day_waits_for_a_call_and_nothing_is_claimed_without_a_past() {
    both_async(|db| async move {
        let mut maria = maria(&db).await;
        maria.get("/signals/calls").await.is(200).shows("No order is known yet");
        tokio::task::block_in_place(|| keep(&db, vec![line(1, -20, 2, None)]));
        assert_eq!(foretell(&maria.app).await.expect("it looks"), 1);
        let calls = maria.get("/signals/calls").await;
        calls.is(200).shows("Acme Robotics").shows("A-1/1").shows("no history to say more").shows("6 min");
        let signal = tokio::task::block_in_place(|| world::read(&db, foretold::waiting)).remove(0).signal;
        maria
            .get(&format!("/signals/{signal}"))
            .await
            .shows("Say first")
            .shows("Would that hurt?")
            .shows("There is too little history to say.");
        let page = maria.get(&format!("/orders/line/{}", id_of(&db, "A-1"))).await;
        page.is(200).shows("There is no history").shows("The promised day is over in 3 days");
        maria.get("/orders").await.shows(&format!("/orders/line/{}", id_of(&db, "A-1")));
    });
}

/// S012: they asked for a day, and nobody asked when they really need it: that is unknown, never a copy.
#[test]
fn s012_an_order_whose_need_was_never_asked_shows_unknown() {
    both_async(|db| async move {
        let mut maria = maria(&db).await;
        tokio::task::block_in_place(|| keep(&db, vec![line(1, -20, 12, None)]));
        let page = maria.get(&format!("/orders/line/{}", id_of(&db, "A-1"))).await;
        page.is(200).shows("They need it on").shows("unknown; nobody has asked yet");
    });
}

/// With a past the page says how many lines stood like this one, how many of them came late, and when they came.
#[test]
fn how_likely_it_comes_late_is_explained_line_by_line() {
    both_async(|db| async move {
        let mut maria = maria(&db).await;
        tokio::task::block_in_place(|| {
            let past = (10..30).map(|n| {
                let promised = -(n as i64) - 2;
                line(n, promised - 20, promised, Some(if n % 2 == 0 { promised + 1 } else { promised }))
            });
            keep(&db, past.chain([line(1, -18, 2, None)]).collect());
        });
        foretell(&maria.app).await.expect("it looks");
        let page = maria.get(&format!("/orders/line/{}", id_of(&db, "A-1"))).await;
        page.is(200).shows("Of 100 lines like this one").shows("all, so many days before their day");
        page.shows("Most likely it comes on").hides("There is no history");
    });
}

/// A line whose day is over waits for a call as well, the latest first; whoever brings orders in need not wait for the next hour.
#[test]
fn s006_whoever_brings_orders_in_sees_at_once_whom_to_call_and_why() {
    both_async(|db| async move {
        let mut maria = maria(&db).await;
        let mut foreteller = Foreteller::new(maria.app.clone());
        assert_eq!(foreteller.beat().await.expect("it looks"), 0);
        maria.get("/watch").await.is(200).shows("No line whose day is over is known yet");
        let file = "Order No;Pos;Customer No;Item;Ordered;Promised date;Delivery date\n\
            A-1;1;K-20;KB-7;2026-02-01;{two};\nA-2;1;K-20;KB-8;2026-02-01;{over};\n";
        let file = file.replace("{two}", &day(2).to_string()).replace("{over}", &day(-3).to_string());
        let sent = maria.upload("/orders/import", &Uuid::from_u128(77).to_string(), "orders.csv", &file).await;
        let there = sent.to.clone().expect("it leads on");
        let look = orders_settled(&mut maria, &there).await;
        let columns: Vec<(String, String)> = crate::visit::fields_of(&look.html);
        let pairs: Vec<(&str, &str)> = columns.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        maria.post(&there, &pairs).await.leads_to(&there);
        orders_settled(&mut maria, &there).await.shows("See whom to call today");
        // It rests for a while after each look, however short that was.
        let mut raised = 0;
        for _ in 0..200 {
            raised = foreteller.beat().await.expect("it looks");
            if raised > 0 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        assert_eq!(raised, 1, "something was brought in since");
        assert_eq!(foreteller.beat().await.expect("it looks"), 0);
        let calls = maria.get("/signals/calls").await;
        calls.is(200).shows("A-1/1").shows("A-2/1").shows("KB-8").shows("3 days over").shows("8 min");
        // Whom to call, with a number that a phone dials and what their clock shows.
        calls.shows("Dana Rao").shows("href=\"tel:+").shows(" there");
    });
}

/// How honest the watch is stands on a page: of what it said about the firm's own past lines, so much came.
#[test]
fn what_was_said_stands_beside_what_came() {
    both_async(|db| async move {
        let mut maria = maria(&db).await;
        tokio::task::block_in_place(|| {
            let past = (10..70).map(|n| {
                let promised = -(n as i64) - 2;
                line(n, promised - 20, promised, Some(if n % 4 == 0 { promised + 1 } else { promised }))
            });
            keep(&db, past.collect());
        });
        foretell(&maria.app).await.expect("it looks");
        let page = maria.get("/watch").await;
        page.is(200).shows("60 came, 15 of them late").shows("15 of 15 late lines, 45 calls for nothing");
        page.shows("group of forecasts").shows("role=\"img\"").shows("0 of 60");
    });
}
