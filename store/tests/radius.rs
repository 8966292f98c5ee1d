//! How far a trouble reaches, and what the watch sees around cases: the same failure again, a lot that went to others, a promise that
//! nobody has begun to write about; on both databases.

use crate::support;
use crate::support::intake;
use casework::commands::OpenCase;
use casework::ids::AccountId;
use intake::{mint, on_day};
use jiff::SignedDuration;
use serde_json::json;
use std::collections::BTreeMap;
use store::{
    Db, Fault, NotKept, Tx, around_cases, asked_where,
    boundaries::{self, AmendedHow, Amends, Cause},
    line_facts::{self, OfLine},
    lines,
    orders::{self, Terms, Told},
    radius::{self, Signalled, Sort, ToldFirst},
    signals::{self, End, Signal},
};
use support::both;
use support::world::*;
use uuid::Uuid;
use watch::{
    Line, LineKey, Quantity,
    fact::{Fact, What},
    story::{Places, Shipment},
};

fn line(order: &str, item: &str, delivered: bool) -> Line {
    let day = |text: &str| text.parse().ok();
    let delivered = if delivered { day("2026-02-27") } else { None };
    Line { item: Some(item.into()), promised: day("2026-04-20"), delivered, ..Line::new(order, "1") }
}

/// Two customers with three lines: two are open, one was delivered.
fn ordered(db: &Db) {
    build(db);
    let told: Vec<Told> = [
        (ACME, line("A-1", "KB-7", false)),
        (BOREALIS, line("B-1", "KB-9", false)),
        (BOREALIS, line("B-2", "KB-7", true)),
    ]
    .into_iter()
    .map(|(account, line)| Told { row: 2, account, line })
    .collect();
    db.write_now(move |tx| on_day(0, |g| orders::keep(tx, &told, &Terms::default(), &mut mint(0), g))).expect("kept");
}

fn tell(db: &Db, order: &str, what: What) -> u64 {
    let key = LineKey { order_no: order.into(), line_no: "1".into() };
    let of = key.clone();
    let line =
        read(db, move |conn| lines::by_keys(conn, std::slice::from_ref(&of))).pop().expect("the line is there").id;
    let fact = OfLine { line, fact: Fact { line: key, known_at: NOW, what } };
    db.write_now::<_, Fault, _>(move |tx| line_facts::keep(tx, std::slice::from_ref(&fact))).expect("kept")
}

fn shipped(lot: &str, pieces: u32) -> What {
    let shipment = Shipment { quantity: Some(Quantity::whole(pieces)), lots: vec![lot.into()], ..Shipment::default() };
    What::Shipment { number: format!("S-{pieces}"), shipment }
}

fn supplier(name: &str) -> What {
    What::Places(Places { supplier: Some(name.into()), ..Places::default() })
}

fn touched(db: &Db, sort: Sort, name: &'static str) -> Vec<(String, Option<String>, Signalled)> {
    let seen = read(db, move |conn| radius::of(conn, sort, name));
    seen.into_iter()
        .map(|one| (one.kept.line.key.order_no, one.quantity.map(|q| q.to_string()), one.signalled))
        .collect()
}

fn raised(db: &Db, sort: Sort, name: &'static str) -> u64 {
    let work =
        move |tx: &store::Tx| on_day(0, |g| radius::raise(tx, (sort, name), "Supplier S is late.", &mut mint(0), g));
    db.write_now::<_, Fault, _>(work).expect("signals are made")
}

fn kinds(db: &Db, account: AccountId) -> BTreeMap<String, usize> {
    let all: Vec<Signal> = read(db, move |conn| signals::of_account(conn, account, 50));
    all.into_iter().fold(BTreeMap::new(), |mut kinds, signal| {
        *kinds.entry(signal.kind).or_default() += 1;
        kinds
    })
}

fn around(db: &Db) -> u64 {
    let work = |tx: &store::Tx| on_day(0, |g| around_cases::look(tx, &mut mint(0), g));
    db.write_now::<_, Fault, _>(work).expect("it looks")
}

/// S229: the cause *supplier S is late* lists the other open lines that depend on S and makes signals, each once.
#[test]
fn s229_a_late_supplier_lists_the_open_lines_that_depend_on_it_and_makes_signals() {
    both(|db| {
        ordered(&db);
        for order in ["A-1", "B-1", "B-2"] {
            assert_eq!(tell(&db, order, supplier("Supplier S")), 1);
        }
        let open = |signalled| vec![("A-1".to_owned(), None, signalled), ("B-1".to_owned(), None, signalled)];
        assert_eq!(touched(&db, Sort::Supplier, "Supplier S"), open(Signalled::No), "what came can be saved no more");
        assert_eq!((raised(&db, Sort::Supplier, "Supplier S"), raised(&db, Sort::Supplier, "Supplier S")), (2, 0));
        assert_eq!(touched(&db, Sort::Supplier, "Supplier S"), open(Signalled::Yes));
        assert_eq!(kinds(&db, ACME)["same-risk"], 1);
        let later = OfLine {
            line: read(&db, |conn| lines::by_keys(conn, &[LineKey { order_no: "A-1".into(), line_no: "1".into() }]))[0]
                .id,
            fact: Fact {
                line: LineKey { order_no: "A-1".into(), line_no: "1".into() },
                known_at: after(60),
                what: supplier("Supplier T"),
            },
        };
        write(&db, move |tx| Ok(line_facts::keep(tx, std::slice::from_ref(&later)).map(drop)?));
        assert_eq!(touched(&db, Sort::Supplier, "Supplier S").len(), 1, "it moved to another supplier");
        assert_eq!(touched(&db, Sort::Item, "KB-7").len(), 1, "the open one");
    });
}

/// S229: from a lot to everybody who got some of it, each with their own quantity; and how many heard it from us first.
#[test]
fn s229_a_lot_reaches_whoever_got_some_of_it_with_their_own_quantity() {
    both(|db| {
        ordered(&db);
        tell(&db, "A-1", shipped("L-88", 40));
        tell(&db, "B-2", shipped("L-88", 60));
        tell(&db, "B-1", shipped("L-89", 10));
        let pieces = |order: &str, n: &str| (order.to_owned(), Some(n.to_owned()), Signalled::No);
        assert_eq!(touched(&db, Sort::Lot, "L-88"), [pieces("A-1", "40"), pieces("B-2", "60")]);
        assert_eq!(raised(&db, Sort::Lot, "L-88"), 2);
        let told = |db: &Db| read(db, |conn| radius::told_first(conn, &[(Sort::Lot, "L-88")], &[ACME, BOREALIS]));
        assert_eq!(told(&db), ToldFirst::default());
        let mut all = read(&db, |conn| signals::of_account(conn, ACME, 50));
        all.retain(|signal| signal.kind == "same-risk");
        let end = End::Prevented { evidence: "They sorted them out before using any.".into() };
        write(&db, move |tx| signals::end(tx, all[0].id, &end, MARIA, after(90)));
        assert_eq!(told(&db), ToldFirst { ended: 1, by_them: 0 });
    });
}

/// W22, W23 and W25: the same failure with another customer, two cases close together, and the lot that went to others.
#[test]
fn w22_w23_w25_what_stands_around_a_case_is_seen_and_once() {
    both(|db| {
        ordered(&db);
        tell(&db, "A-1", shipped("L-88", 40));
        tell(&db, "B-2", shipped("L-88", 60));
        assert_eq!(around(&db), 0);
        let of =
            |account, contact, title: &str| OpenCase { item: Some("KB-7".into()), ..trouble(account, contact, title) };
        let number = open(&db, of(ACME, MS_RAO, "Dry joints."), 1, after(0));
        let lot = json!({ "facts": [{ "what": "lot", "answer": "L-88", "said_by": "Ms Rao" }] });
        act(&db, number, command("record-facts", lot), 2, after(1));
        assert_eq!((around(&db), around(&db)), (1, 0), "the lot went to Borealis");
        assert_eq!(kinds(&db, BOREALIS)["lot-elsewhere"], 1);
        open(&db, of(ACME, MS_RAO, "Dry joints again."), 3, after(5));
        assert_eq!(around(&db), 2, "the same failure, and two cases close together");
        let theirs = kinds(&db, ACME);
        assert_eq!((theirs["same-words"], theirs["cases-close"]), (1, 1));
    });
}

/// W24: a promise falls due within two hours and nobody has begun to write.
#[test]
fn w24_a_promise_that_nobody_has_begun_to_write_about_is_seen_before_it_breaks() {
    both(|db| {
        build(&db);
        let number = open(&db, trouble(ACME, MS_RAO, "Dry joints."), 1, after(-200));
        let promise = json!({ "what": "next_contact", "due": after(60) });
        act(&db, number, command("make-promise", promise), 2, after(-180));
        let look = |db: &Db| {
            let work = |tx: &store::Tx| on_day(0, |g| around_cases::promises(tx, &mut mint(0), g));
            db.write_now::<_, Fault, _>(work).expect("it looks")
        };
        assert_eq!((look(&db), look(&db)), (1, 0));
        assert_eq!(kinds(&db, ACME)["undrafted-promise"], 1);
    });
}

/// W17: goods come back long after they were delivered; whatever came in is looked at, however old its line is.
#[test]
fn what_came_in_since_the_last_look_is_found_whatever_became_of_its_line() {
    both(|db| {
        ordered(&db);
        let changed = |db: &Db| {
            let from = read(db, line_facts::place);
            read(db, move |conn| line_facts::changed(conn, (from, Uuid::nil())))
        };
        assert_eq!(changed(&db), []);
        tell(&db, "B-2", shipped("L-88", 60));
        let page = changed(&db);
        assert_eq!((page.len(), page[0].0), (1, NOW));
        write(&db, |tx| Ok(line_facts::keep_place(tx, NOW + SignedDuration::from_mins(5))?));
        assert_eq!(changed(&db), []);
    });
}

/// S229: a boundary is a record: drawn, widened, narrowed, each with who, when, why, from what to what; and who heard it from us first.
#[test]
fn s229_a_boundary_is_amended_by_name_and_reason_and_says_from_what_to_what() {
    both(|db| {
        ordered(&db);
        tell(&db, "A-1", shipped("L-88", 40));
        tell(&db, "B-2", shipped("L-88", 60));
        tell(&db, "B-1", shipped("L-89", 10));
        let (first, second) = (Cause::of(Sort::Lot, "L-88"), Cause::of(Sort::Lot, "L-89"));
        let by = |n: u128, why: &str| Amends { request: Uuid::from_u128(n), person: MARIA, why: why.into() };
        type Amend = Box<dyn Fn(&Tx) -> Result<u64, NotKept> + Send + Sync>;
        let does = |amend: Amend| db.write_now::<_, NotKept, _>(move |tx| amend(tx));
        let draw = |n: u128, why: &'static str| {
            let (cause, by) = (first.clone(), by(n, why));
            does(Box::new(move |tx| on_day(0, |g| boundaries::draw(tx, &cause, &by, &mut mint(n as i64), g))))
        };
        let widen = |n: u128, cause: &Cause, why: &'static str| {
            let (cause, by) = (cause.clone(), by(n, why));
            does(Box::new(move |tx| {
                on_day(1, |g| boundaries::widen(tx, Uuid::from_u128(1), &cause, &by, &mut mint(n as i64), g))
            }))
        };
        let narrow = |n: u128, cause: &Cause, why: &'static str| {
            let (cause, by) = (cause.clone(), by(n, why));
            does(Box::new(move |tx| boundaries::narrow(tx, Uuid::from_u128(1), &cause, &by, after(60 * 48))))
        };
        assert!(draw(1, " ").is_err(), "never without a reason");
        assert_eq!((draw(1, "L-88 delaminates.").unwrap(), draw(1, "L-88 delaminates.").unwrap()), (2, 0), "once");
        assert_eq!(widen(2, &second, "The same resin.").unwrap(), 1);
        assert_eq!(widen(2, &second, "The same resin.").unwrap(), 0, "the same request again");
        assert!(widen(3, &second, "Again.").is_err(), "it is within, and nothing is new");
        let id = Uuid::from_u128(1);
        let within = |db: &Db| read(db, move |conn| boundaries::within(conn, id));
        assert_eq!(within(&db).0.len(), 2);
        assert_eq!(read(&db, boundaries::latest).len(), 1);
        let cause = second.clone();
        assert_eq!(read(&db, move |conn| boundaries::of_cause(conn, &cause))[0].words, "L-88 delaminates.");

        // One of them was told first; leaving the lot out ends the signal that still waits.
        let mut theirs = read(&db, |conn| signals::of_account(conn, ACME, 50));
        theirs.retain(|signal| signal.kind == "same-risk");
        let end = End::Prevented { evidence: "They sorted them out before using any.".into() };
        write(&db, move |tx| signals::end(tx, theirs[0].id, &end, MARIA, after(90)));
        let all = within(&db);
        assert_eq!(read(&db, move |conn| boundaries::told_first(conn, &all)), ToldFirst { ended: 1, by_them: 0 });
        assert_eq!(narrow(4, &second, "Another resin, says the mill.").unwrap(), 1);
        assert!(narrow(5, &second, "Again.").is_err(), "it is not within any more");
        let ended = read(&db, |conn| signals::of_account(conn, BOREALIS, 50));
        assert_eq!(
            ended.iter().filter(|signal| signal.kind == "same-risk" && signal.ended_at.is_none()).count(),
            1,
            "L-88 goes on"
        );

        let told = read(&db, move |conn| boundaries::amendments(conn, id));
        let said: Vec<_> = told.iter().map(|one| (one.how, one.lines_from, one.lines_to, one.signals)).collect();
        let (drawn, widened, narrowed) =
            ((AmendedHow::Drawn, 0, 2, 2), (AmendedHow::Widened, 2, 3, 1), (AmendedHow::Narrowed, 3, 2, 1));
        assert_eq!(said, [narrowed, widened, drawn]);
        assert!(told.iter().all(|one| one.person == MARIA && !one.why.is_empty()));
        assert_eq!((told[0].causes_from.0.len(), told[0].causes_to.0.contains(&first)), (2, true));
        assert_eq!(
            read(&db, move |conn| boundaries::by_id(conn, id)).map(|one| one.words).as_deref(),
            Some("L-88 delaminates.")
        );
    });
}

/// S229: a line that two causes of one boundary touch heard of it once, so it counts once; when the customer came first over either, it
/// was not told by us.
#[test]
fn s229_a_line_that_two_causes_touch_counts_once_among_those_told_first() {
    both(|db| {
        ordered(&db);
        tell(&db, "A-1", shipped("L-88", 40));
        tell(&db, "B-2", shipped("L-88", 60));
        assert_eq!((raised(&db, Sort::Lot, "L-88"), raised(&db, Sort::Item, "KB-7")), (2, 1));
        let end = |db: &Db, account| {
            let mut waiting = read(db, move |conn| signals::of_account(conn, account, 50));
            waiting.retain(|signal| signal.kind == "same-risk" && signal.ended_at.is_none());
            for signal in waiting {
                let end = End::Prevented { evidence: "They sorted them out before using any.".into() };
                write(db, move |tx| signals::end(tx, signal.id, &end, MARIA, after(90)));
            }
        };
        let causes = [(Sort::Item, "KB-7"), (Sort::Lot, "L-88")];
        let told = |db: &Db| read(db, move |conn| radius::told_first(conn, &causes, &[ACME, BOREALIS]));
        end(&db, ACME);
        assert_eq!(told(&db), ToldFirst { ended: 1, by_them: 0 }, "two signals of one line");
        open(&db, trouble(BOREALIS, JONAS, "The boards come apart."), 700, after(30));
        end(&db, BOREALIS);
        assert_eq!(told(&db), ToldFirst { ended: 2, by_them: 1 });
    });
}

/// W20: three questions about one line, however they were heard, are a signal; what came is asked about no more.
#[test]
fn w20_questions_where_it_is_are_kept_with_the_lines_they_wait_for() {
    both(|db| {
        ordered(&db);
        let numbers = |number: &str| vec![number.to_owned(), "12".to_owned()];
        let awaited = |db: &Db, account, number: &'static str| {
            read(db, move |conn| asked_where::awaited(conn, account, &numbers(number)))
        };
        assert_eq!(awaited(&db, BOREALIS, "B-2").len(), 0, "it came");
        assert_eq!(awaited(&db, ACME, "B-1").len(), 0, "another customer's");
        let note = |db: &Db, minutes: i64| {
            let lines = awaited(db, ACME, "A-1");
            write(db, move |tx| Ok(asked_where::note(tx, &lines, after(minutes))?))
        };
        assert_eq!((note(&db, 10), note(&db, 10), note(&db, 500), note(&db, 900)), (1, 0, 1, 1));
        let kept = awaited(&db, ACME, "A-1");
        let ids = vec![kept[0].id];
        assert_eq!(read(&db, move |conn| line_facts::stories(conn, &kept))[0].questions.len(), 3);
        let look = move |tx: &Tx| {
            on_day(1, |g| store::foretold::look(tx, &ids, &watch::slip::History::default(), &mut mint(7), g))
        };
        assert!(db.write_now::<_, Fault, _>(look).expect("it looks") > 0);
        assert_eq!(kinds(&db, ACME)["asked-thrice"], 1);
    });
}
