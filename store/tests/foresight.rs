//! Knowing before they do: lines that run out of room, troubles that were put right, and who told first; on both databases.

use crate::support;
use crate::support::intake;
use casework::ids::{AccountId, PersonId, SignalId};
use intake::*;
use jiff::ToSpan;
use store::{
    Db, NotKept,
    dialect::Engine,
    lines,
    migrate::{STEPS, Step},
    orders::{self, Kept, Terms, Told as Line_},
    params,
    signals::{
        self, FirstToTell, Signal, Status, prevented,
        told::{self, Heard, Told},
    },
    sql,
};
use support::{
    Fresh, NOW, both,
    world::{MARIA, read},
};
use uuid::Uuid;
use watch::{Kind, Line};

fn line(promised: &str, ready: &str) -> Line {
    let day = |text: &str| Some(text.parse().expect("a day"));
    Line { promised: day(promised), ready: day(ready), item: Some("PCB".into()), ..Line::new("A-1", "1") }
}

/// Keeps the line as of that day and lets the watch look.
fn keep(db: &Db, day: i64, account: AccountId, line: Line) -> Kept {
    let told = vec![Line_ { row: 2, account, line }];
    let kept = db.write_now(move |tx| {
        on_day(day, |g| {
            let kept = orders::keep(tx, &told, &Terms::default(), &mut mint(day), g)?;
            orders::look(tx, &mut mint(day), g)?;
            Ok::<_, store::Fault>(kept)
        })
    });
    kept.expect("the story goes on")
}

fn of(db: &Db, account: AccountId) -> Vec<Signal> {
    read(db, move |conn| signals::of_account(conn, account, 50))
}

/// S006: a line that cannot be there before its promised day is a signal; when it can again, the signal ends as prevented, by the
/// evidence alone, and counts among the prevented.
#[test]
fn s006_negative_slack_is_a_signal_and_room_again_ends_it_as_prevented() {
    both(|db| {
        let account = account(&db);
        keep(&db, 0, account, line("2026-03-20", "2026-03-18"));
        assert_eq!(of(&db, account), [], "there is room");
        keep(&db, 1, account, line("2026-03-20", "2026-03-25"));
        let signal = of(&db, account).remove(0);
        assert_eq!((signal.kind.as_str(), signal.status), (Kind::NegativeSlack.word(), Status::New));
        assert_eq!(signal.evidence.key, "signal-slack-promise");
        keep(&db, 2, account, line("2026-03-20", "2026-03-27"));
        let same = of(&db, account);
        assert_eq!((same.len(), same[0].id), (1, signal.id), "a worse date is the same trouble");
        assert_ne!(same[0].evidence, signal.evidence, "and its evidence follows the line");
        let kept = keep(&db, 3, account, line("2026-03-20", "2026-03-19"));
        assert_eq!(kept.prevented, 1);
        let ended = of(&db, account).remove(0);
        assert_eq!((ended.status, ended.ended_by, ended.reason.as_deref()), (Status::Prevented, None, None));
        assert_eq!(ended.proof.expect("evidence").key, "signal-restored-room");
        assert_eq!(waiting(&db, 3), []);
        let counted: i64 = read(&db, |conn| {
            conn.one(sql!("select count(*) from signals where status = ?1"), &params![Status::Prevented])
        });
        assert_eq!(counted, 1, "the KPI of prevented troubles counts it");
    });
}

#[test]
fn s006_the_same_line_may_run_out_of_room_once_more() {
    both(|db| {
        let account = account(&db);
        keep(&db, 0, account, line("2026-03-20", "2026-03-25"));
        keep(&db, 1, account, line("2026-03-20", "2026-03-19"));
        keep(&db, 2, account, line("2026-03-20", "2026-03-25"));
        let all = of(&db, account);
        assert_eq!(all.len(), 2);
        assert_eq!(waiting(&db, 2).len(), 1);
    });
}

/// A promise moved later is no room: they count on the first day still.
#[test]
fn s006_a_promise_moved_later_prevents_nothing() {
    both(|db| {
        let account = account(&db);
        keep(&db, 0, account, line("2026-03-20", "2026-03-25"));
        let kept = keep(&db, 1, account, line("2026-03-30", "2026-03-25"));
        assert_eq!(kept.prevented, 0);
        let kinds: Vec<String> = waiting(&db, 1).into_iter().map(|signal| signal.kind).collect();
        assert!(kinds.contains(&Kind::NegativeSlack.word().to_owned()) && kinds.contains(&"silent-slip".to_owned()));
        let unchanged = db.write_now(|tx| on_day(2, |g| prevented::where_restored(tx, &[], g)));
        assert_eq!(unchanged.expect("nothing to look at"), 0);
    });
}

fn told(n: u128, line: Option<Uuid>, by: Option<PersonId>) -> Told {
    let words = "The laminate for A-1 did not come.".into();
    Told { request: Uuid::from_u128(n), account: None, line, words, by, since: NOW, owed_at: NOW + 4.hours() }
}

fn tell(db: &Db, told: Told) -> Result<Heard, NotKept> {
    db.write_now(move |tx| told::tell(tx, &told, &mut mint(0), NOW))
}

/// S040: whoever tells first is kept by name; the next one on the same line is led to them; a name may be left out.
#[test]
fn s040_the_first_to_tell_is_kept_by_name_or_without_one() {
    both(|db| {
        let account = account(&db);
        keep(&db, 0, account, line("2026-03-20", "2026-03-18"));
        let id = read(&db, |conn| lines::beginning(conn, "A-1", None, 1)).remove(0).id;
        let Heard::First(first) = tell(&db, told(1, Some(id), Some(MARIA))).expect("told") else { panic!("the first") };
        assert_eq!(tell(&db, told(2, Some(id), None)).expect("told"), Heard::Before(first));
        assert_eq!(tell(&db, told(3, None, None)).expect("told"), tell(&db, told(3, None, None)).expect("once"));
        let all = read(&db, |conn| told::lately(conn, NOW));
        assert_eq!(all.iter().map(|t| t.by).collect::<Vec<_>>(), [None, Some(MARIA)]);
        let signal = read(&db, move |conn| signals::by_id(conn, first)).expect("there");
        assert_eq!((signal.raised_by, signal.first_to_tell), (Some(MARIA), FirstToTell::Us));
        let empty = tell(&db, Told { words: "  ".into(), ..told(4, None, None) }).map(drop);
        assert_eq!(code(empty), "signal-needs-words");
        let early = tell(&db, Told { since: NOW + 1.hours(), ..told(5, None, None) }).map(drop);
        assert_eq!(code(early), "happened-in-future");
        let long = tell(&db, Told { words: "x".repeat(2_001), ..told(6, None, None) }).map(drop);
        assert_eq!(code(long), "too-long");
        let (case, _) = case(&db, 900);
        db.write_now(move |tx| signals::end(tx, first, &signals::End::Merged(case), MARIA, NOW)).expect("ended");
        let of_case = read(&db, move |conn| told::of_case(conn, case));
        assert_eq!(of_case.iter().map(|s| s.id).collect::<Vec<_>>(), [first]);
        assert!(matches!(tell(&db, told(7, Some(id), None)).expect("told"), Heard::First(_)), "it had ended");
    });
}

/// Signals that were there before somebody could tell first stay as they were.
#[test]
fn signals_of_an_older_database_are_kept() {
    let before: Vec<Step> = STEPS.iter().copied().filter(|step| step.number() < 40).collect();
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = Fresh::new(engine);
        let db = fresh.open_with(Box::leak(before.clone().into_boxed_slice()));
        db.write_now(|tx| {
            tx.hit(
                sql!(
                    "insert into signals (id, kind, subject, evidence, since, owed_at, detected_at, first_to_tell, status, snoozes)
                     values (?1, 'mail', 'one', ?2, 1, 1, 1, 'customer', 'new', 0)"
                ),
                &params![Uuid::from_u128(7), r#"{"key":"signal-mail","args":{}}"#],
            )
        })
        .expect("an old signal");
        db.close();
        let db = fresh.open();
        let kept = db.read_now(|conn| signals::by_id(conn, SignalId(Uuid::from_u128(7)))).expect("read");
        let kept = kept.expect("it is still there");
        assert_eq!((kept.subject.as_str(), kept.raised_by, kept.proof), ("one", None, None));
        db.close();
    }
}
