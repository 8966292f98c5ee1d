//! History is append-only, hash-chained and tells the same state again, on both databases; a wish asked twice is done once.

use crate::support;
use casework::clock::ClockKind;
use casework::facts::Actor;
use casework::ids::*;
use casework::{Case, Happening};
use serde_json::json;
use std::time::Duration;
use store::facts::{self, CaseRef};
use store::history::{self, Broken, EventRow};
use store::verify::{self, Problem};
use store::{Db, Fault, Tx, accounts, cases, firm, params, sql};
use support::both;
use support::world::*;

/// What somebody might do to the database with other tools.
type ByHand = fn(&Tx) -> Result<(), Fault>;
type Mutation = fn(&mut EventRow);

/// A case on which something happened: a talk, a promise, a note, harm.
fn lived(db: &Db) -> CaseNumber {
    let number = open(db, trouble(ACME, MS_RAO, "Half the boards have no solder on U7."), 1, after(0));
    act(db, number, talk(12, 30), 2, after(30));
    let harm = json!({ "impacts": [{ "dimension": "stopped", "words": "the line stands" }], "deadline": {
        "at": after(4 * 1440), "what": "their fair", "threatened": "yes" } });
    act(db, number, command("describe-harm", harm), 3, after(31));
    let promise = json!({ "what": "thing", "words": "the tracking number", "due": after(2000) });
    act(db, number, command("make-promise", promise), 4, after(32));
    act(db, number, command("add-note", json!({ "text": "the oven ran too cold" })), 5, after(33));
    number
}

fn talk(minutes: i64, now: i64) -> casework::commands::Command {
    let json = json!({
        "channel": "phone", "with": MS_RAO, "started_at": after(now - minutes), "no_visit_reason": "distance",
        "acknowledgement": { "we_see": "U7 is dry on half your boards.", "we_work": "I am on it now." },
        "concerns": ["Do the other lots have it too?"], "had_their_say": "yes", "reflect_back": "The line stands since six.",
        "reflect_confirmed": "yes", "got_everything": "yes", "validated": "yes", "tone_start": 2, "tone_end": 4,
        "satisfied": "yes", "next_contact_at": after(now + 1440),
    });
    command("record-conversation", json)
}

fn kept(db: &Db, number: CaseNumber) -> facts::Kept {
    read(db, move |c| cases::by_number(c, number)).expect("kept")
}

fn rows_of(db: &Db, id: CaseId) -> Vec<EventRow> {
    read(db, move |c| history::all_rows(c, id))
}

/// Everything doctor finds.
fn doctor(db: &Db) -> (u64, Vec<(CaseNumber, Problem)>) {
    let firm = read(db, firm::load);
    let portion = read(db, move |c| verify::portion(c, &firm, None));
    assert_eq!(portion.last, None, "few cases");
    (portion.cases, portion.problems)
}

#[test]
fn no_line_of_history_can_be_changed_or_removed() {
    both(|db| {
        build(&db);
        lived(&db);
        let wrongs: [ByHand; 2] = [
            |tx| tx.hit(sql!("update case_events set body = '{}' where seq = 1"), &[]).map(drop),
            |tx| tx.hit(sql!("delete from case_events where seq = 2"), &[]).map(drop),
        ];
        for wrong in wrongs {
            let end = db.write_now(wrong);
            assert!(matches!(&end, Err(Fault::Forbidden(says)) if says.contains("append-only")), "{end:?}");
        }
        if read(&db, |c| Ok(c.engine())) == store::dialect::Engine::Postgres {
            let end = db.write_now(|tx| tx.hit(sql!(postgres "truncate case_events"), &[]).map(drop));
            assert!(matches!(end, Err(Fault::Forbidden(_))), "{end:?}");
        }
        assert_eq!(doctor(&db), (1, vec![]));
    });
}

#[test]
fn every_changed_column_of_history_is_noticed() {
    both(|db| {
        build(&db);
        let number = lived(&db);
        let (id, tail) = (kept(&db, number).case.id, kept(&db, number).tail);
        let rows = rows_of(&db, id);
        assert_eq!(history::verify(id, &rows, &tail), Ok(()));
        let changes: [(&str, Mutation); 8] = [
            ("kind", |r| r.kind.push('x')),
            ("happened_at", |r| r.happened_at -= 1),
            ("recorded_at", |r| r.recorded_at += 1),
            ("actor", |r| r.actor = "import".into()),
            ("actor_id", |r| r.actor_id = Some(EWA.0)),
            ("body", |r| r.body.push(' ')),
            ("salt", |r| r.salt[0] ^= 1),
            ("hash", |r| r.hash[0] ^= 1),
        ];
        for at in 0..rows.len() {
            for (column, change) in changes {
                let mut changed = rows.clone();
                change(&mut changed[at]);
                let seq = rows[at].seq;
                assert_eq!(history::verify(id, &changed, &tail), Err(Broken::Changed { seq }), "{column} of {seq}");
            }
        }
        let mut gap = rows.clone();
        gap.remove(1);
        assert_eq!(history::verify(id, &gap, &tail), Err(Broken::Gap { seq: 2 }));
        let mut swapped = rows.clone();
        swapped.swap(0, 1);
        assert_eq!(history::verify(id, &swapped, &tail), Err(Broken::Gap { seq: 1 }));
        assert_eq!(history::verify(id, &rows[..rows.len() - 1], &tail), Err(Broken::Tail), "the end is cut off");
        assert_eq!(history::verify(CaseId(uuid::Uuid::from_u128(1)), &rows, &tail), Err(Broken::Changed { seq: 1 }));
        assert_eq!(history::hash(id, &[], &rows[0]), rows[0].hash);
    });
}

#[test]
fn history_alone_tells_the_same_state_again() {
    both(|db| {
        build(&db);
        let number = lived(&db);
        let kept = kept(&db, number).case;
        let rows = rows_of(&db, kept.id);
        let told: Vec<Happening> = rows.iter().map(|r| history::happening(r).expect("readable")).collect();
        let mut again = Case::blank(kept.id);
        told.iter().for_each(|h| h.apply(&mut again));
        again.clocks.clone_from(&kept.clocks);
        assert_eq!(again, kept);
        let id = kept.id;
        assert_eq!(read(&db, move |c| history::rows(c, id, 2)).len(), rows.len() - 2);
        let unknown = EventRow { body: r#"{"kind":"of_the_future"}"#.into(), ..rows[0].clone() };
        assert!(history::happening(&unknown).is_err());
    });
}

#[test]
fn doctor_finds_what_was_changed_behind_our_back() {
    both(|db| {
        build(&db);
        lived(&db);
        assert_eq!(doctor(&db), (1, vec![]));
        assert_eq!(read(&db, verify::orphans), vec![]);
        let damage = |work: ByHand| db.write_now(work).expect("changed by hand");

        damage(|tx| tx.put(sql!("update clocks set due = due + 1000000 where kind = 'c06_promise'"), &[]));
        damage(|tx| tx.put(sql!("update promises set state = 'kept'"), &[]));
        damage(|tx| tx.put(sql!("update cases set title = 'All is well', severity = 2"), &[]));
        let (_, found) = doctor(&db);
        let found: Vec<Problem> = found.into_iter().map(|(_, p)| p).collect();
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found.contains(&Problem::Columns(vec!["title", "severity"])), "{found:?}");
        assert!(found.iter().any(|p| matches!(p, Problem::ClockRows { .. })), "{found:?}");
        assert!(found.iter().any(|p| matches!(p, Problem::PromiseRows { .. })), "{found:?}");

        damage(|tx| tx.put(sql!("update cases set state = replace(state, 'the line stands', 'all is well')"), &[]));
        let (_, found) = doctor(&db);
        assert!(found.iter().any(|(_, p)| *p == Problem::Replay(vec!["harm".into()])), "{found:?}");

        damage(|tx| match tx.engine() {
            store::dialect::Engine::Sqlite => tx.put(sql!(sqlite "drop trigger case_events_no_update"), &[]),
            store::dialect::Engine::Postgres => {
                tx.put(sql!(postgres "alter table case_events disable trigger case_events_no_update"), &[])
            }
        });
        damage(|tx| tx.put(sql!("update case_events set body = replace(body, 'too cold', 'just fine')"), &[]));
        let (_, found) = doctor(&db);
        assert!(found.iter().any(|(_, p)| matches!(p, Problem::Chain(Broken::Changed { .. }))), "{found:?}");
        damage(|tx| tx.put(sql!("update cases set state = '{'"), &[]));
        assert!(doctor(&db).1.iter().any(|(_, p)| matches!(p, Problem::Unreadable(_)) && p.is_damage()));
    });
}

#[test]
fn clocks_counted_by_other_hours_are_told_apart_from_damage() {
    both(|db| {
        build(&db);
        let number = lived(&db);
        let mut acme = read(&db, |c| accounts::by_id(c, ACME)).expect("Acme");
        acme.rules = serde_json::from_value(
            json!([{ "clock": "c15_summary", "at_most": { "working_minutes": 60 }, "source": "QA manual 4.2" }]),
        )
        .expect("a rule");
        write(&db, move |tx| accounts::change(tx, &acme, &by(900)));
        let (_, found) = doctor(&db);
        assert_eq!(found, vec![(number, Problem::Clocks)]);
        assert!(!found[0].1.is_damage());
        act(&db, number, command("add-note", json!({ "text": "they want the summary sooner" })), 6, after(40));
        assert_eq!(doctor(&db).1, vec![], "the clocks follow with the next event");
    });
}

// I15: an account's own rule shortens its clocks, and only its own.
#[test]
fn i15_a_customers_own_rule_shortens_their_clock() {
    both(|db| {
        build(&db);
        let mut acme = read(&db, |c| accounts::by_id(c, ACME)).expect("Acme");
        acme.rules = serde_json::from_value(
            json!([{ "clock": "c01_first_contact", "at_most": { "minutes": 30 }, "source": "QA manual 4.2" }]),
        )
        .expect("a rule");
        write(&db, move |tx| accounts::change(tx, &acme, &by(900)));
        let due = |number| {
            let case = kept(&db, number).case;
            case.clocks.iter().find(|c| c.kind == ClockKind::FirstContact).expect("a clock").due
        };
        assert_eq!(due(open(&db, trouble(ACME, MS_RAO, "One"), 1, after(0))), after(30));
        assert_eq!(due(open(&db, trouble(BOREALIS, JONAS, "Two"), 2, after(0))), after(240));
        let firm = read(&db, firm::load);
        let plain = firm.policy.clone();
        let (policy, theirs) = read(&db, move |c| firm::counted_by(c, &firm, ACME)).expect("Acme");
        assert_ne!(policy, plain, "their rule stands in it");
        let firm = read(&db, firm::load);
        let number = CaseNumber(store::numbers::FIRST);
        let seen = read(&db, move |c| facts::look(c, &firm, number, Actor::Person(MARIA), NOW)).expect("the case");
        assert_eq!((seen.case.number, &seen.policy), (number, &policy), "the page that explains counts by the same");
        assert_eq!(theirs.zone().iana_name(), Some("Europe/Warsaw"), "ours where none of theirs is known");
    });
}

#[test]
fn the_same_request_twice_is_done_once() {
    both(|db| {
        build(&db);
        let number = lived(&db);
        let before = kept(&db, number).case;
        let again = |n| {
            ask(
                &db,
                CaseRef::Number(number),
                Actor::Person(MARIA),
                command("add-note", json!({ "text": "x" })),
                n,
                after(50),
            )
        };
        let done = again(5).expect("done before");
        assert_eq!(done, Done::Before(before.id, before.version));
        assert_eq!(kept(&db, number).case, before);
        assert!(
            matches!(again(99), Ok(Done::Now(change)) if change.case.version == before.version + 1 && !facts::is_nothing(&change))
        );
        assert_eq!(db.write_now(|tx| facts::already_done(tx, request(404))).expect("read"), None);
    });
}

#[test]
fn many_at_once_on_one_case_leave_one_unbroken_history() {
    both(|db| {
        build(&db);
        let number = lived(&db);
        let before = kept(&db, number).case.version;
        let hands: Vec<_> = (0..8u128)
            .map(|hand| {
                let db = db.clone();
                std::thread::spawn(move || {
                    for n in 0..5 {
                        act(
                            &db,
                            number,
                            command("add-note", json!({ "text": "at once" })),
                            1_000 + hand * 10 + n,
                            after(60),
                        );
                    }
                })
            })
            .collect();
        hands.into_iter().for_each(|hand| hand.join().expect("kept"));
        assert_eq!(kept(&db, number).case.version, before + 40);
        assert_eq!(doctor(&db), (1, vec![]));
    });
}

#[test]
fn two_cases_are_locked_in_one_order_so_that_nobody_waits_for_ever() {
    both(|db| {
        build(&db);
        let numbers: Vec<CaseNumber> =
            (0..12).map(|n| open(&db, trouble(ACME, MS_RAO, &format!("Trouble {n}")), 100 + n, after(0))).collect();
        let begun = std::time::Instant::now();
        let hands: Vec<_> = (0..2u128)
            .map(|hand| {
                let (db, numbers) = (db.clone(), numbers.clone());
                std::thread::spawn(move || {
                    for (n, pair) in numbers.windows(2).enumerate() {
                        // One hand links forwards and the other backwards; the second wish is refused, never stuck.
                        let (on, with) = if hand == 0 { (pair[0], pair[1]) } else { (pair[1], pair[0]) };
                        let link = command("link", json!({ "with": with, "why": "the same lot" }));
                        let end = ask_two(
                            &db,
                            CaseRef::Number(on),
                            Some(CaseRef::Number(with)),
                            Actor::Person(MARIA),
                            link,
                            500 + hand * 100 + n as u128,
                            after(1),
                        );
                        match end {
                            Ok(_) => {}
                            Err(NotDone::Refused(refusal)) => assert_eq!(refusal.code, "already-linked"),
                            Err(other) => panic!("{other:?}"),
                        }
                    }
                })
            })
            .collect();
        hands.into_iter().for_each(|hand| hand.join().expect("no deadlock"));
        assert!(begun.elapsed() < Duration::from_secs(20));
        assert_eq!(kept(&db, numbers[5]).case.linked.len(), 2);
        assert_eq!(doctor(&db), (12, vec![]));
    });
}

#[test]
fn a_merged_case_leaves_its_promises_with_the_one_that_goes_on() {
    both(|db| {
        build(&db);
        let goes_on = lived(&db);
        let goes_in = open(&db, trouble(ACME, MR_HALE, "The same lot at the second plant"), 200, after(40));
        let promise = json!({ "what": "thing", "words": "a sorter on site", "due": after(3000) });
        act(&db, goes_in, command("make-promise", promise), 201, after(41));
        let merge = command("merge", json!({ "into": goes_on, "why": "the same lot" }));
        let end = ask_two(
            &db,
            CaseRef::Number(goes_in),
            Some(CaseRef::Number(goes_on)),
            Actor::Person(MARIA),
            merge,
            202,
            after(42),
        );
        assert!(matches!(end, Ok(Done::Now(_))), "{end:?}");
        let open: Vec<(String, CaseNumber)> = read(&db, |c| {
            store::promises::ledger(c, store::promises::Ledger::Everybody, casework::parts::PromiseState::Open, None, 9)
        })
        .into_iter()
        .map(|p| (p.words, p.number))
        .collect();
        assert!(open.contains(&("a sorter on site".into(), goes_on)), "{open:?}");
        assert_eq!(doctor(&db), (2, vec![]));
    });
}

#[test]
fn the_whole_database_is_looked_through_in_portions() {
    both(|db| {
        build(&db);
        for n in 0..(verify::CASES_AT_ONCE as u128 + 5) {
            open(&db, trouble(ACME, MS_RAO, "One of many"), 1_000 + n, after(0));
        }
        let firm = read(&db, firm::load);
        let (first, second) = (firm.clone(), firm);
        let portion = read(&db, move |c| verify::portion(c, &first, None));
        assert_eq!((portion.cases, portion.problems), (100, vec![]));
        let last = portion.last.expect("there are more");
        let rest = read(&db, move |c| verify::portion(c, &second, Some(last)));
        assert_eq!((rest.cases, rest.last, rest.problems), (5, None, vec![]));
    });
}

#[test]
fn a_row_that_belongs_to_nothing_is_counted() {
    both(|db| {
        build(&db);
        lived(&db);
        let orphan: Result<(), Fault> = db.write_now(|tx| {
            tx.put(
                sql!("update search_docs set case_id = ?1 where kind = 'note'"),
                &params![uuid::Uuid::from_u128(404)],
            )
        });
        orphan.expect("changed by hand");
        assert_eq!(read(&db, verify::orphans), vec![("search_docs", 1)]);
    });
}

#[test]
fn looking_at_a_case_sees_what_a_decision_would_see_and_locks_nothing() {
    both(|db| {
        build(&db);
        let number = lived(&db);
        let case = kept(&db, number).case;
        let firm = read(&db, firm::load);
        let seen =
            read(&db, move |c| facts::look(c, &firm, number, Actor::System, after(40))).expect("there is such a case");
        assert_eq!((seen.case, seen.account.id), (case, ACME));
        let firm = read(&db, firm::load);
        assert!(read(&db, move |c| facts::look(c, &firm, CaseNumber(9_999_999), Actor::System, after(40))).is_none());
    });
}
