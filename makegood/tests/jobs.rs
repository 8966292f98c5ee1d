//! Clocks run out once, whoever looks and however often; what must go out goes out; a bad row stops nobody.
use crate::support;
use crate::world;
use jiff::SignedDuration;
use makegood::jobs::{Outbox, Scheduler, sweep};
use serde_json::json;

use support::both_async;
use world::World;

/// Minutes until the first contact of a case opened on Monday at nine in UTC is overdue: four working hours.
const OVERDUE: i64 = 245;

#[test]
fn c01_a_clock_that_is_looked_at_twice_runs_out_once() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let n = &w.opened().await;
        let mut scheduler = Scheduler::new(w.app.clone());
        assert_eq!(scheduler.beat().await.ran_out, 0, "nothing is due yet");
        w.wait(OVERDUE);
        // The warning first, then the time itself; after that there is nothing more to say for now.
        let rungs: usize =
            [scheduler.beat().await, scheduler.beat().await, scheduler.beat().await].iter().map(|b| b.ran_out).sum();
        let told = w.kinds(n, "clock_ran_out").await;
        assert!(rungs >= 2 && told == rungs, "{rungs} rungs, {told} events");
        for _ in 0..5 {
            assert_eq!(scheduler.beat().await.ran_out, 0);
        }
        assert_eq!(w.kinds(n, "clock_ran_out").await, told);
    });
}

#[test]
fn two_schedulers_at_once_and_a_restart_in_the_middle_make_the_same_history() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let mut numbers = vec![];
        for _ in 0..6 {
            numbers.push(w.opened().await);
        }
        w.wait(OVERDUE);
        let (mut one, mut other) = (Scheduler::new(w.app.clone()), Scheduler::new(w.app.clone()));
        // One of them is cut off in the middle of its beat, as by a stop of the program.
        let cut = tokio::spawn({
            let app = w.app.clone();
            async move { Scheduler::new(app).beat().await }
        });
        cut.abort();
        tokio::join!(one.beat(), other.beat());
        drop((one, other));
        let mut after = Scheduler::new(w.app.clone());
        for _ in 0..4 {
            after.beat().await;
        }
        for n in &numbers {
            let events = w.events(n).await;
            let mut rungs: Vec<_> =
                events.iter().filter(|e| e["kind"] == "clock_ran_out").map(|e| e["words"].to_string()).collect();
            let many = rungs.len();
            rungs.sort();
            rungs.dedup();
            assert_eq!(rungs.len(), many, "{n}: the same rung twice: {rungs:?}");
            assert!(many >= 2, "{n}: {rungs:?}");
        }
    });
}

#[test]
fn notices_are_done_by_being_there_and_only_once() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let n = &w.opened().await;
        w.does("maria", n, "escalate", json!({ "reason": "need_help", "words": "I need somebody who knows labels." }))
            .await;
        let mut outbox = Outbox::new(w.app.clone());
        assert!(outbox.beat().await >= 2, "manager and quality are told");
        assert_eq!(outbox.beat().await, 0);
        let (ewa, now) = (w.people["ewa"], w.app.now());
        let notices = w.app.db.read(move |conn| store::outbox::notices(conn, ewa, now)).await.expect("notices");
        assert_eq!(notices.len(), 1);
        assert!(notices[0].urgent);
    });
}

#[test]
fn a_row_that_cannot_be_done_stops_nobody_and_waits_longer_each_time() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let n = &w.opened().await;
        let (bad, now) = (w.app.new_id(), w.app.now());
        w.app
            .db
            .write(move |tx| {
                let sql = "insert into outbox (id, case_id, kind, to_id, urgent, payload, due_at, attempts, made_at) values (?1, null, 'prevention_did_not_hold', null, 0, 'oops', ?2, 0, ?2)";
                tx.put(sql, &store::params![bad, now])
            })
            .await
            .unwrap_or_else(|e: store::Fault| panic!("{e}"));
        w.does("maria", n, "escalate", json!({ "reason": "need_help", "words": "Help." })).await;
        let mut outbox = Outbox::new(w.app.clone());
        assert!(outbox.beat().await >= 2, "the others are done");
        assert_eq!(w.count("select attempts from outbox where payload = 'oops'").await, 1);
        for _ in 0..20 {
            w.wait(60);
            outbox.beat().await;
        }
        let stuck = w.app.db.read(store::outbox::stuck).await.expect("stuck rows");
        assert_eq!(stuck.len(), 1);
        assert!(!stuck[0].trouble.is_empty());
    });
}

#[test]
fn answers_for_retries_are_kept_for_a_day() {
    both_async(|db| async move {
        let w = World::new(db).await;
        w.opened().await;
        w.wait(60 * 23);
        sweep::sweep(&w.app).await;
        assert_eq!(w.count("select count(*) from requests").await, 1);
        w.wait(61 + SignedDuration::from_hours(1).as_mins());
        sweep::sweep(&w.app).await;
        assert_eq!(w.count("select count(*) from requests").await, 0);
    });
}

/// After the firm's clocks changed, open cases follow by a job: all of them, once, with a word on each, and the doctor finds nothing stale.
#[test]
fn open_cases_follow_a_changed_policy_and_nothing_is_stale_afterwards() {
    use casework::clock::ClockKind;
    use casework::policy::Allowance;
    use makegood::jobs::recount;
    use store::verify::{self, Problem};
    both_async(|db| async move {
        let w = World::new(db.clone()).await;
        recount::begin(&w.app).await.unwrap();
        recount::beat(&w.app).await.unwrap();
        let mut numbers = vec![];
        // More than one portion, so that it has to go on behind the first.
        for _ in 0..=store::recounts::CASES_AT_ONCE {
            let wish = json!({ "account": w.acme, "title": "Late.", "kind": "delay", "origin": "customer_reported", "safety": "nobody" });
            let wish = serde_json::from_value(wish).unwrap();
            let by = casework::facts::Actor::Person(w.people["maria"]);
            let opened = makegood::act::open(&w.app, by, w.app.new_request(), wish).await.unwrap();
            numbers.push(opened.number.to_string());
        }
        let by = store::By { person: None, request: w.app.new_request(), now: w.app.now() };
        db.write(move |tx| {
            let mut policy = store::settings::policy(tx)?;
            policy.clocks.insert(ClockKind::FirstContact, [Allowance::WorkingMinutes(90); 3]);
            policy.clocks.insert(ClockKind::UrgentContact, [Allowance::Minutes(30); 3]);
            store::settings::set_policy(tx, &policy, &by)
        })
        .await
        .unwrap();
        let stale = async |w: &World| {
            w.app.refresh_firm().await.unwrap();
            let (firm, mut after, mut stale) = (w.app.firm(), None, 0);
            loop {
                let of = firm.clone();
                let portion =
                    db.read::<_, store::Fault, _>(move |conn| verify::portion(conn, &of, after)).await.unwrap();
                stale += portion.problems.iter().filter(|(_, problem)| *problem == Problem::Clocks).count();
                assert!(portion.problems.iter().all(|(_, problem)| !problem.is_damage()), "{:?}", portion.problems);
                after = portion.last;
                if after.is_none() {
                    return stale;
                }
            }
        };
        assert_eq!(stale(&w).await, numbers.len());
        let (here, there) = tokio::join!(recount::beat(&w.app), recount::beat(&w.app));
        assert!(here.unwrap() + there.unwrap() >= numbers.len() as i64);
        assert_eq!(stale(&w).await, 0);
        for n in [&numbers[0], &numbers[numbers.len() - 1]] {
            assert_eq!(w.kinds(n, "clocks_recounted").await, 1, "two servers, and each case says it once");
        }
        assert_eq!(recount::beat(&w.app).await.unwrap(), 0, "there is nothing more to do");
        recount::begin(&w.app).await.unwrap();
        assert_eq!(recount::beat(&w.app).await.unwrap(), 0, "the same program asks for nothing");
    });
}
