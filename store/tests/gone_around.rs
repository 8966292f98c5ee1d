//! What is gone around: a case that is opened and left, troubles of long ago, news that was answered, a delivery nobody asked about.

use crate::support;
use crate::support::intake;
use casework::commands::OpenCase;
use casework::facts::Actor;
use casework::ids::CaseId;
use casework::kinds::{Origin, TroubleKind};
use intake::{mint, on_day};
use jiff::SignedDuration;
use serde_json::json;
use store::facts::CaseRef;
use store::openings::{self, Opened};
use store::relationship::{self, Slack};
use store::sales::{self, Noting};
use store::{By, Db, cases, checks, orders, sql};
use support::both;
use support::world::*;
use uuid::Uuid;
use watch::{Line, Outcome};

fn opened(db: &Db, case: CaseId, minutes: i64) -> u32 {
    write(db, move |tx| Ok(openings::opened(tx, case, MARIA, after(minutes))?))
}

/// S035: looking is counted until the person does something; what others do, and what clocks do, does not count.
#[test]
fn s035_openings_are_counted_until_the_person_does_something() {
    both(|db| {
        build(&db);
        let number = open(&db, trouble(ACME, MS_RAO, "Half the boards are dead."), 1, after(0));
        let case = CaseId(Uuid::from_u128(0xCA5E_0001));
        assert_eq!([1, 2, 3].map(|n| opened(&db, case, n)), [1, 2, 3]);
        let counted = move |db: &Db| read(db, move |conn| openings::of_person(conn, MARIA, &[case.0, Uuid::nil()]));
        assert_eq!(counted(&db), [Opened { case, looks: 3 }]);
        let note = |text: &str| command("add-note", json!({ "text": text }));
        drop(ask(&db, CaseRef::Number(number), Actor::Person(EWA), note("Seen."), 2, after(4)).expect("kept"));
        assert_eq!(opened(&db, case, 5), 4, "somebody else did something");
        act(&db, number, note("I call at ten."), 3, after(6));
        assert!(counted(&db).is_empty(), "no look since the last act");
        assert_eq!(opened(&db, case, 7), 1, "the count begins anew");
        assert!(read(&db, |conn| openings::of_person(conn, EWA, &[])).is_empty());
    });
}

/// S035: a call that was promised twice, and nobody spoke with them yet.
#[test]
fn s035_a_next_contact_promised_twice_is_put_off() {
    both(|db| {
        build(&db);
        let number = open(&db, trouble(ACME, MS_RAO, "Half the boards are dead."), 1, after(0));
        let case = CaseId(Uuid::from_u128(0xCA5E_0001));
        let promised = |n: u128, due: i64| {
            act(
                &db,
                number,
                command("make-promise", json!({ "what": "next_contact", "due": after(due) })),
                n,
                after(1),
            );
            read(&db, move |conn| openings::put_off(conn, &[case.0]))
        };
        assert!(promised(2, 60).is_empty(), "once is a plan");
        assert_eq!(promised(3, 120), [case]);
        assert!(read(&db, |conn| openings::put_off(conn, &[])).is_empty());
    });
}

/// S034: handed on twice and nobody spoke with them; a slip that was taken back at once is no handing on.
#[test]
fn s034_a_complaint_that_went_from_hand_to_hand_is_found() {
    both(|db| {
        build(&db);
        let number = open(&db, trouble(ACME, MS_RAO, "Half the boards are dead."), 1, after(0));
        let case = CaseId(Uuid::from_u128(0xCA5E_0001));
        let on = |who, word: &str, fields, n: u128| {
            drop(
                ask(
                    &db,
                    CaseRef::Number(number),
                    Actor::Person(who),
                    command(word, fields),
                    n,
                    after(i64::try_from(n).expect("small")),
                )
                .expect("kept"),
            );
            read(&db, move |conn| openings::run_away_from(conn, &[case.0, Uuid::nil()]))
        };
        let to = |who: casework::ids::PersonId| json!({ "to": who, "why": "I am on the road." });
        assert!(on(MARIA, "hand-over", to(EWA), 2).is_empty(), "once is help");
        assert_eq!(on(EWA, "hand-over", to(QUINN), 3), [case]);
        assert!(on(EWA, "take-back", json!({ "why": "The wrong Quinn." }), 4).is_empty());
        assert_eq!(on(EWA, "hand-over", to(MARIA), 5), [case]);
        assert!(read(&db, |conn| openings::run_away_from(conn, &[])).is_empty());
    });
}

/// S128: every open trouble, and those solved within twelve months; what is older or another customer's stays away.
#[test]
fn s128_open_troubles_and_those_solved_within_a_year_are_found() {
    both(|db| {
        build(&db);
        let titles = ["An old one.", "Solved in spring.", "Open since long.", "Open since today."];
        for (n, title) in (1..).zip(titles) {
            open(&db, trouble(ACME, MS_RAO, title), n, after(i64::try_from(n).expect("small")));
        }
        open(&db, trouble(BOREALIS, JONAS, "Not theirs."), 9, after(9));
        let solved = |title: &'static str, days: i64| {
            let at = NOW - SignedDuration::from_hours(24 * days);
            write(&db, move |tx| {
                tx.put(sql!("update cases set solved_at = ?2, open = 0 where title = ?1"), &store::params![title, at])?;
                Ok(())
            });
        };
        solved("An old one.", 400);
        solved("Solved in spring.", 200);
        let since = NOW - SignedDuration::from_hours(24 * 365);
        let found = read(&db, move |conn| cases::grievances(conn, ACME, since));
        let found: Vec<&str> = found.iter().map(|row| row.title.as_str()).collect();
        assert_eq!(found, ["Open since today.", "Open since long.", "Solved in spring."]);
        let open = read(&db, |conn| cases::open_of_account(conn, ACME));
        assert_eq!(open.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(), found[..2]);
    });
}

/// S093: after five notices it is known how many still worked for them; one not answered yet counts for nothing.
#[test]
fn s093_the_share_of_notices_that_still_worked_is_counted_from_recorded_reactions() {
    both(|db| {
        build(&db);
        let answers = ["still_works", "hurts", "still_works", "still_works", "works_with_changes"];
        for (n, answer) in (1..).zip(answers) {
            let news = OpenCase {
                kind: TroubleKind::Delay,
                origin: Origin::WeBringNews,
                ..trouble(ACME, MS_RAO, "It slips.")
            };
            let number = open(&db, news, 10 * n, after(0));
            let talk = json!({ "channel": "visit", "with": MS_RAO, "started_at": after(1), "ended_at": after(2), "next_contact_at": after(2_000),
                "acknowledgement": { "we_see": "It slips.", "we_work": "We speed it up." }, "reaction": answer, "need_by": "2026-04-01" });
            act(&db, number, command("record-conversation", talk), 10 * n + 1, after(3));
        }
        let unanswered = OpenCase { origin: Origin::WeBringNews, ..trouble(ACME, MS_RAO, "Not told yet.") };
        open(&db, unanswered, 90, after(0));
        open(&db, trouble(ACME, MS_RAO, "No news."), 91, after(0));
        assert_eq!(read(&db, |conn| relationship::slack(conn, ACME)), Slack { still_works: 3, of: 5 });
        assert_eq!(read(&db, |conn| relationship::slack(conn, BOREALIS)), Slack::default());
        let both = read(&db, |conn| relationship::slacks(conn, &[ACME, BOREALIS]));
        assert_eq!(both.into_iter().collect::<Vec<_>>(), [(ACME, Slack { still_works: 3, of: 5 })]);
    });
}

fn noting(n: u128, despite: &str) -> Noting {
    Noting {
        id: Uuid::from_u128(n),
        account: ACME,
        contact: Some(MS_RAO),
        words: "The next lot of KB-7.".into(),
        despite: despite.into(),
    }
}

/// S216: first ask how the last one went. Who goes on without says why, and that stays.
#[test]
fn s216_a_sales_contact_waits_for_the_delivery_check() {
    both(|db| {
        build(&db);
        let by = By { person: Some(MARIA), ..by(1) };
        write(&db, move |tx| sales::note(tx, &noting(1, ""), &by));
        let told = vec![orders::Told {
            row: 2,
            account: ACME,
            line: Line { delivered: Some("2026-02-27".parse().expect("a day")), ..Line::new("4418", "1") },
        }];
        db.write_now(move |tx| on_day(0, |g| orders::keep(tx, &told, &orders::Terms::default(), &mut mint(0), g)))
            .expect("kept");
        let open = read(&db, |conn| sales::unasked(conn, ACME));
        assert_eq!(open.iter().map(|o| o.order_no.as_str()).collect::<Vec<_>>(), ["4418"]);
        assert!(read(&db, |conn| sales::unasked(conn, BOREALIS)).is_empty());
        refused(&db, "ask-how-the-last-went", move |tx| sales::note(tx, &noting(2, "no"), &by));
        write(&db, move |tx| sales::note(tx, &noting(3, "They asked for the offer themselves."), &by));
        let line = open[0].line;
        let fine = checks::Answer { outcome: Outcome::Ok, contact: Some(MS_RAO), words: String::new() };
        write(&db, move |tx| checks::record_answer(tx, line, &fine, MARIA, NOW));
        for _ in 0..2 {
            write(&db, move |tx| sales::note(tx, &noting(4, "not needed any more"), &by));
        }
        refused(&db, "sales-about-what", move |tx| {
            sales::note(tx, &Noting { words: " ".into(), ..noting(5, "") }, &by)
        });
        let kept = read(&db, |conn| sales::of_account(conn, ACME));
        let kept: Vec<&str> = kept.iter().map(|k| k.despite.as_str()).collect();
        assert_eq!((kept.len(), kept.iter().filter(|d| **d == "They asked for the offer themselves.").count()), (3, 1));
    });
}
