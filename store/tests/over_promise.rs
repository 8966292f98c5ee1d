//! A day sooner than the item takes, promised on a case or on an order line, is found as it is promised; on both databases (S014).

use crate::support;
use crate::support::intake;
use intake::*;
use jiff::ToSpan;
use serde_json::json;
use store::{
    Db,
    orders::{self, Terms, Told},
    signals::Signal,
    stock::{self, Stock},
};
use support::{
    NOW, both,
    world::{self, ACME, MS_RAO, QUINN, act, after, command, trouble},
};
use watch::{Arg, Kind, Line};

/// The stock list says that a KB-7 takes 20 days.
fn lead_time(db: &Db) {
    let kb7 = Stock {
        item: "KB-7 rev C".into(),
        site: String::new(),
        on_hand: None,
        free: None,
        ready_on: None,
        lead_days: Some(20),
    };
    db.write_now(move |tx| stock::keep(tx, std::slice::from_ref(&kb7), &[], &mut mint(0), NOW)).expect("a stock list");
}

fn over_promises(db: &Db) -> Vec<Signal> {
    waiting(db, 1).into_iter().filter(|signal| signal.kind == Kind::OverPromise.word()).collect()
}

fn days(n: i64) -> jiff::Timestamp {
    NOW + (n * 24).hours()
}

/// S014: entering a promise five days under the standard lead time without an operations confirmer makes the signal.
#[test]
fn s014_a_promise_five_days_under_the_lead_time_is_a_signal_unless_operations_confirms() {
    both(|db| {
        account(&db);
        lead_time(&db);
        let (_, number) = case(&db, 1);
        let promise = |due: i64, more: serde_json::Value| {
            let mut all = json!({ "what": "thing", "words": "200 new boards", "due": days(due), "to": MS_RAO });
            all.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
            command("make-promise", all)
        };
        act(&db, number, promise(15, json!({})), 2, after(1));
        assert_eq!(over_promises(&db), [], "no goods are named");
        act(&db, number, promise(21, json!({ "item": "kb-7 Rev C" })), 3, after(2));
        assert_eq!(over_promises(&db), [], "time enough");
        act(&db, number, promise(15, json!({ "item": "KB-7 rev C", "confirmed_by": QUINN })), 4, after(3));
        assert_eq!(over_promises(&db), [], "somebody said it can be done");
        act(&db, number, promise(15, json!({ "item": "KB-7 rev C" })), 5, after(4));
        let found = over_promises(&db);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].account, Some(ACME));
        assert_eq!(found[0].evidence.args["case"], Arg::Text(number.to_string()));
        assert_eq!(found[0].evidence.args["lead"], Arg::Count(20));
        act(&db, number, command("add-note", json!({ "text": "on it" })), 6, after(5));
        assert_eq!(over_promises(&db).len(), 1, "said once");
    });
}

/// S014: so is a new day that we bring as news.
#[test]
fn s014_a_new_day_under_the_lead_time_is_a_signal() {
    both(|db| {
        account(&db);
        lead_time(&db);
        let news = casework::commands::OpenCase {
            origin: casework::kinds::Origin::WeBringNews,
            item: Some("KB-7 rev C".into()),
            promised_on: Some("2026-03-09".parse().expect("a day")),
            new_date: Some("2026-03-12".parse().expect("a day")),
            ..trouble(ACME, MS_RAO, "Your boards will be late.")
        };
        world::open(&db, news, 7, NOW);
        assert_eq!(over_promises(&db).len(), 1);
    });
}

/// S014: and a line of an order list.
#[test]
fn s014_an_order_line_under_the_lead_time_is_a_signal() {
    both(|db| {
        let account = account(&db);
        lead_time(&db);
        let line = |no: &str, promised: &str| Line {
            item: Some("KB-7 REV C".into()),
            ordered: Some("2026-03-01".parse().expect("a day")),
            promised: Some(promised.parse().expect("a day")),
            ..Line::new("A-1", no)
        };
        let told: Vec<Told> = [line("1", "2026-03-16"), line("2", "2026-03-23")]
            .into_iter()
            .map(|line| Told { row: 2, account, line })
            .collect();
        let kept = db.write_now(move |tx| on_day(0, |g| orders::keep(tx, &told, &Terms::default(), &mut mint(0), g)));
        assert_eq!(kept.expect("kept").signals.get(&Kind::OverPromise), Some(&1));
        let found = over_promises(&db);
        assert_eq!(found[0].evidence.args["line"], Arg::Text("A-1/1".into()));
    });
}

/// S014: wherever in a long list the line stands, and whatever stands before it.
#[test]
fn s014_the_last_line_of_a_full_batch_is_looked_at_like_the_first() {
    both(|db| {
        let account = account(&db);
        lead_time(&db);
        let day = |text: &str| Some(text.parse().expect("a day"));
        let told = |n: usize, item: &str| Told {
            row: n as u64,
            account,
            line: Line { item: Some(item.into()), promised: day("2026-03-12"), ..Line::new(format!("A-{n:04}"), "1") },
        };
        let mut batch: Vec<Told> = (0..1_200).map(|n| told(n, &format!("OTHER-{n}"))).collect();
        batch.push(told(1_200, "KB-7 rev C"));
        db.write_now(move |tx| on_day(0, |g| orders::keep(tx, &batch, &Terms::default(), &mut mint(0), g)))
            .expect("kept");
        assert_eq!(over_promises(&db).iter().map(|s| s.subject.as_str()).collect::<Vec<_>>(), ["A-1200/1@2026-03-12"]);
    });
}
