//! What touches an order line beside its own dates, and what the watch sees ahead of its day; on both databases.

use crate::support;
use crate::support::intake;
use casework::ids::AccountId;
use intake::*;
use jiff::{SignedDuration, Timestamp};
use store::{
    Db, Fault, ended_lines, foretold,
    line_facts::{self, OfLine},
    lines::{self, KeptLine},
    orders::{self, Terms, Told},
    signals::{self, Status},
};
use support::{
    NOW, both,
    world::{MARIA, read, write},
};
use uuid::Uuid;
use watch::{
    Kind, Line, LineKey,
    fact::{Fact, What},
    slip::History,
    story::{
        Inspection, Milestone, Nonconformity, Places, ReportIs, Return, Shipment, ShortKind, ShortPayment, Verdict,
    },
};

fn key() -> LineKey {
    LineKey { order_no: "A-1".into(), line_no: "1".into() }
}

fn line(promised: &str, delivered: Option<&str>) -> Line {
    let day = |text: &str| Some(text.parse().expect("a day"));
    Line { promised: day(promised), delivered: delivered.and_then(day), ..Line::new("A-1", "1") }
}

fn keep(db: &Db, day: i64, account: AccountId, line: Line) -> u64 {
    let told = vec![Told { row: 2, account, line }];
    let kept = db.write_now(move |tx| on_day(day, |g| orders::keep(tx, &told, &Terms::default(), &mut mint(day), g)));
    kept.expect("it is kept").prevented
}

fn the_line(db: &Db) -> KeptLine {
    read(db, |conn| lines::by_keys(conn, &[key()])).pop().expect("the line is there")
}

fn step(known_at: Timestamp, planned: &str) -> Fact {
    let step = Milestone { planned: planned.parse().ok(), actual: None };
    Fact { line: key(), known_at, what: What::Milestone { name: "drilled".into(), step } }
}

fn told(db: &Db, facts: &[Fact]) -> u64 {
    let line = the_line(db).id;
    let facts: Vec<OfLine> = facts.iter().map(|fact| OfLine { line, fact: fact.clone() }).collect();
    db.write_now::<_, Fault, _>(move |tx| line_facts::keep(tx, &facts)).expect("facts are kept")
}

/// Looks ahead at everything whose day comes within a month; how many signals were raised.
fn look_ahead(db: &Db, day: i64) -> u64 {
    let work = move |tx: &store::Tx| {
        on_day(day, |g| {
            let until = g.now + SignedDuration::from_hours(24 * 30);
            let page = ended_lines::open_between(tx, g.now, until, None)?;
            let ids: Vec<_> = page.into_iter().map(|(_, id)| id).collect();
            foretold::look(tx, &ids, &History::default(), &mut mint(day), g)
        })
    };
    db.write_now::<_, Fault, _>(work).expect("it looks")
}

#[test]
fn facts_told_twice_late_and_out_of_order_end_in_the_same_story() {
    both(|db| {
        let account = account(&db);
        keep(&db, 0, account, line("2026-04-20", None));
        let later = NOW + SignedDuration::from_hours(5);
        assert_eq!(told(&db, &[step(later, "2026-03-12")]), 1);
        assert_eq!(told(&db, &[step(NOW, "2026-03-09"), step(later, "2026-03-12")]), 0, "older, and known");
        let places = Places { supplier: Some("Lam & Co".into()), ..Places::default() };
        let fact = Fact { line: key(), known_at: NOW, what: What::Places(places.clone()) };
        assert_eq!(told(&db, &[fact]), 1);
        let kept = the_line(&db);
        let story = read(&db, move |conn| line_facts::stories(conn, std::slice::from_ref(&kept))).remove(0);
        assert_eq!(story.milestones["drilled"].planned, "2026-03-12".parse().ok());
        assert_eq!((story.places, story.line.promised), (places, "2026-04-20".parse().ok()));
    });
}

/// W05: a step whose day went by is a signal weeks before the line would be late.
#[test]
fn w05_a_missed_step_is_seen_ahead_of_the_promised_day_and_once() {
    both(|db| {
        let account = account(&db);
        let today = NOW.to_zoned(jiff::tz::TimeZone::UTC).date();
        let promised = today.checked_add(jiff::Span::new().days(20)).expect("a day").to_string();
        let planned = today.checked_sub(jiff::Span::new().days(2)).expect("a day").to_string();
        keep(&db, 0, account, line(&promised, None));
        told(&db, &[step(NOW, &planned)]);
        assert_eq!((look_ahead(&db, 0), look_ahead(&db, 1)), (1, 0));
        let signal = read(&db, move |conn| signals::of_account(conn, account, 5)).remove(0);
        assert_eq!(signal.kind, Kind::MilestoneMissed.word());
    });
}

/// W03 and S006: without history it counts down; when the line is there in time after all, the signal ends as prevented.
#[test]
fn w03_a_line_that_may_be_late_waits_for_a_call_until_it_is_there_in_time() {
    both(|db| {
        let account = account(&db);
        let today = NOW.to_zoned(jiff::tz::TimeZone::UTC).date();
        let day = |days: i64| today.checked_add(jiff::Span::new().days(days)).expect("a day").to_string();
        keep(&db, 0, account, line(&day(9), None));
        assert_eq!(look_ahead(&db, 0), 0, "too early to say without a past");
        assert_eq!(look_ahead(&db, 7), 1);
        let waiting = read(&db, foretold::waiting);
        assert_eq!((waiting.len(), waiting[0].account, waiting[0].late), (1, account, foretold::Late::Maybe));
        assert_eq!(keep(&db, 8, account, line(&day(9), Some(&day(8)))), 1, "prevented");
        assert_eq!(read(&db, foretold::waiting), []);
        let signals = read(&db, move |conn| signals::of_account(conn, account, 5));
        let ended = signals.iter().find(|signal| signal.kind == Kind::PredictedLate.word()).expect("it is kept");
        assert_eq!(ended.status, Status::Prevented);
    });
}

#[test]
fn what_ended_is_what_the_watch_learns_from_and_a_moved_promise_is_on_record() {
    both(|db| {
        let account = account(&db);
        keep(&db, 0, account, line("2026-03-20", None));
        assert!(read(&db, ended_lines::latest).is_empty());
        keep(&db, 1, account, line("2026-03-27", None));
        let id = the_line(&db).id;
        let moves = read(&db, move |conn| foretold::moves(conn, id));
        assert_eq!((moves.len(), moves[0].from.to_string(), moves[0].told_at), (1, "2026-03-20".into(), None));
        keep(&db, 2, account, line("2026-03-27", Some("2026-03-26")));
        let ids = read(&db, ended_lines::latest);
        assert_eq!(ids, [id]);
        let past = read(&db, move |conn| ended_lines::past(conn, &ids));
        assert_eq!(past[0].line.delivered, "2026-03-26".parse().ok());
    });
}

/// S016: whatever way it comes in, it waits in the one list, with what it rests on and since when: the order watch, inspection, the carrier,
/// a return, a short payment, their own report (EDI and lists), and what a colleague saw or heard on the phone. Mails are told of where
/// they are read.
#[test]
fn s016_every_way_in_lands_in_one_list_with_its_evidence_and_its_time() {
    both(|db| {
        let account = account(&db);
        let today = NOW.to_zoned(jiff::tz::TimeZone::UTC).date();
        let day = |days: i64| today.checked_add(jiff::Span::new().days(days)).expect("a day").to_string();
        let when = |days: i64| day(days).parse().expect("a day");
        keep(&db, 0, account, line(&day(9), None));
        let shipment = Shipment {
            lots: vec!["L-88".into()],
            exception: Some("Damaged in the depot".into()),
            ..Shipment::default()
        };
        let report = Nonconformity {
            at: when(-1),
            what: Some("bore too small".into()),
            lots: vec![],
            quantity: None,
            report: ReportIs::Made,
            case: None,
        };
        let number = |n: &str| n.to_owned();
        let ways = [
            What::Inspection {
                number: number("T-1"),
                test: Inspection { lot: "L-88".into(), verdict: Verdict::Failed, at: when(-1) },
            },
            What::Shipment { number: number("S-1"), shipment },
            What::Return { number: number("R-1"), back: Return { at: when(-1), case: None } },
            What::ShortPayment {
                number: number("D-1"),
                short: ShortPayment { kind: ShortKind::DebitNote, at: when(-1), case: None },
            },
            What::Nonconformity { number: number("N-1"), report },
        ];
        told(&db, &ways.map(|what| Fact { line: key(), known_at: NOW, what }));
        look_ahead(&db, 0);
        look_ahead(&db, 7);
        let seen = signals::told::Told {
            request: Uuid::from_u128(7),
            account: Some(account),
            line: None,
            words: "On the phone: their goods-in turned the lorry away.".into(),
            by: Some(MARIA),
            since: NOW,
            owed_at: NOW,
        };
        write(&db, move |tx| signals::told::tell(tx, &seen, &mut mint(8), NOW));
        let waiting = read(&db, |conn| signals::waiting(conn, NOW + SignedDuration::from_hours(24 * 8), None, 50));
        let kinds: Vec<&str> = waiting.iter().map(|signal| signal.kind.as_str()).collect();
        let ways = [
            Kind::CarrierTrouble.word(),
            Kind::CheckWentWrong.word(),
            Kind::FailedInspection.word(),
            Kind::PredictedLate.word(),
            Kind::ReturnWithoutCase.word(),
            Kind::ShortPaid.word(),
            signals::told::KIND,
        ];
        for way in ways {
            assert!(kinds.contains(&way), "{way} in {kinds:?}");
        }
        for signal in &waiting {
            assert!(!signal.evidence.key.is_empty() && signal.since <= signal.detected_at, "{signal:?}");
            assert_eq!(signal.account, Some(account), "{signal:?}");
        }
        let phone = waiting.iter().find(|signal| signal.kind == signals::told::KIND).expect("told");
        assert_eq!(phone.raised_by, Some(MARIA));
    });
}
