//! Cases as they are found: Run to it, lists, the case page, promises, due clocks, on both databases.

use crate::support;
use casework::clock::Block;
use casework::facts::Actor;
use casework::ids::*;
use casework::kinds::*;
use casework::parts::{CustomerDeadline, Impact, PromiseState, Promised, Said};
use serde_json::json;
use store::cases::{self, Filter, Standing};
use store::facts::CaseRef;
use store::promises::{self, Ledger};
use store::run::{self, Whose};
use store::{firm, history, people};
use support::both;
use support::world::*;

fn blocks(db: &store::Db, whose: Whose, minutes: i64) -> Vec<run::BlockOfLines> {
    read(db, move |c| run::run_to_it(c, whose, after(minutes)))
}

fn numbers(block: &run::BlockOfLines) -> Vec<u64> {
    block.lines.iter().map(|l| l.number.0).collect()
}

// S041, S072: contacts owed stand above all; within them what is overdue, then the gravest, then the oldest.
#[test]
fn contacts_owed_come_first_and_the_gravest_of_them_on_top() {
    both(|db| {
        build(&db);
        let mild = cases_of_kind(Dimension::Paperwork);
        let grave = cases_of_kind(Dimension::Stopped);
        let first = open(&db, trouble(ACME, MS_RAO, "A label is wrong."), 1, after(0));
        act(&db, first, mild, 2, after(0));
        let second = open(&db, trouble(BOREALIS, JONAS, "Our line stands still."), 3, after(5));
        act(&db, second, grave, 4, after(5));
        let third = open(&db, trouble(ACME, MR_HALE, "Nobody knows what it does yet."), 5, after(10));
        let all = blocks(&db, Whose::Everybody, 20);
        assert_eq!(all.iter().map(|b| b.block).collect::<Vec<_>>(), Block::ALL);
        assert_eq!(numbers(&all[0]), [second.0, third.0, first.0]);
        assert_eq!(all[0].count, 3);
        let top = &all[0].lines[0];
        assert_eq!((top.account.as_str(), top.contact.as_deref()), ("Boréalis GmbH", Some("Jonas Weber")));
        assert_eq!((top.phone.as_deref(), top.account_zone.as_str()), (Some("+1 512 555 0148"), "America/Chicago"));
        assert_eq!((top.owed_by, top.severity), (MARIA, Severity::S1));

        // Two days later all are overdue, the gravest still first; and nobody but Maria owes them.
        assert_eq!(numbers(&blocks(&db, Whose::Mine(MARIA), 2 * 1440)[0]), [second.0, third.0, first.0]);
        assert!(blocks(&db, Whose::Mine(QUINN), 20).iter().all(|b| b.lines.is_empty() && b.count == 0));
    });
}

fn cases_of_kind(dimension: Dimension) -> casework::commands::Command {
    command("describe-harm", json!({ "impacts": [{ "dimension": dimension.word(), "words": "as they said" }] }))
}

#[test]
fn an_overdue_promise_goes_before_a_graver_case() {
    both(|db| {
        build(&db);
        let promised = open(&db, trouble(ACME, MS_RAO, "Wrong connectors."), 1, after(0));
        let graver = open(&db, trouble(BOREALIS, JONAS, "Our line stands still."), 2, after(0));
        act(&db, graver, cases_of_kind(Dimension::Stopped), 3, after(1));
        let due = after(30);
        act(
            &db,
            promised,
            command("make-promise", json!({ "what": "thing", "words": "the tracking number", "due": due })),
            4,
            after(2),
        );
        assert_eq!(numbers(&blocks(&db, Whose::Everybody, 20)[0]), [graver.0, promised.0]);
        let later = blocks(&db, Whose::Everybody, 40);
        assert_eq!(numbers(&later[0]), [promised.0, graver.0]);
        let line = &later[1].lines[0];
        assert_eq!(later[1].block, Block::Promises);
        assert_eq!((line.promised, line.promise.as_deref()), (Some(Promised::Thing), Some("the tracking number")));
        assert_eq!((line.due, line.promise_due), (due, Some(due)));
    });
}

#[test]
fn a_full_block_says_how_many_more_there_are() {
    both(|db| {
        build(&db);
        for n in 0..30 {
            open(&db, trouble(ACME, MS_RAO, &format!("Trouble {n}")), 100 + n, after(n as i64));
        }
        let all = blocks(&db, Whose::Mine(MARIA), 31);
        assert_eq!((all[0].lines.len(), all[0].count), (25, 30));
        assert_eq!(blocks(&db, Whose::Everybody, 31)[0].count, 30);
    });
}

#[test]
fn lists_are_read_page_by_page_and_narrowed() {
    both(|db| {
        build(&db);
        for n in 0..7 {
            let (account, contact) = if n % 2 == 0 { (ACME, MS_RAO) } else { (BOREALIS, JONAS) };
            let command = trouble(account, contact, &format!("Trouble {n}"));
            let command = casework::commands::OpenCase { owner: Some(if n < 3 { EWA } else { MARIA }), ..command };
            open(&db, command, 100 + n, after(n as i64));
        }
        let list = |filter: Filter, after| read(&db, move |c| cases::list(c, &filter, after, 3));
        let mut seen = vec![];
        let mut after_row = None;
        for _ in 0..4 {
            let page = list(Filter::default(), after_row);
            after_row = page.last().map(|r| (r.severity, r.recognised_at, r.id));
            seen.extend(page.into_iter().map(|r| r.title));
            if seen.len() == 7 {
                break;
            }
        }
        let order = [2, 3, 4, 5, 6, 0, 1].map(|n| format!("Trouble {n}"));
        assert_eq!(seen, order, "like failures are graver and come first, then the oldest");
        let titles = |filter| list(filter, None).into_iter().map(|r| r.title).collect::<Vec<_>>();
        assert_eq!(
            titles(Filter { account: Some(BOREALIS), ..Filter::default() }),
            ["Trouble 3", "Trouble 5", "Trouble 1"]
        );
        assert_eq!(titles(Filter { owner: Some(EWA), ..Filter::default() }), ["Trouble 2", "Trouble 0", "Trouble 1"]);
        assert_eq!(titles(Filter { owner: Some(EWA), account: Some(BOREALIS), ..Filter::default() }), ["Trouble 1"]);
        assert_eq!(titles(Filter { state: Some(Recovery::Spotted), ..Filter::default() }).len(), 3);
        assert_eq!(titles(Filter { state: Some(Recovery::Solved), ..Filter::default() }), [""; 0]);
        assert_eq!(titles(Filter { severity: Some(Severity::S2), ..Filter::default() }), ["Trouble 0", "Trouble 1"]);
        assert_eq!(titles(Filter { text: "trouble".into(), account: Some(ACME), ..Filter::default() }).len(), 3);
        for account in [None, Some(ACME)] {
            assert_eq!(titles(Filter { standing: Standing::Closed, account, ..Filter::default() }), [""; 0]);
        }
        let of_acme = read(&db, |c| cases::of_account(c, ACME, None, 2));
        assert_eq!(of_acme.iter().map(|r| r.title.as_str()).collect::<Vec<_>>(), ["Trouble 6", "Trouble 4"]);
        let last = (of_acme[1].recognised_at, of_acme[1].id);
        assert_eq!(read(&db, move |c| cases::of_account(c, ACME, Some(last), 9)).len(), 2);
        assert!(of_acme[0].next_due.is_some());
    });
}

#[test]
fn a_case_page_is_read_in_one_go() {
    both(|db| {
        build(&db);
        let number = open(&db, trouble(ACME, MS_RAO, "Half the boards have no solder on U7."), 1, after(0));
        for n in 0..60 {
            act(&db, number, command("add-note", json!({ "text": format!("note {n}") })), 10 + n, after(n as i64));
        }
        let page = read(&db, move |c| cases::page(c, number)).expect("the page");
        assert_eq!((page.kept.case.number, page.account.name.as_str()), (number, "Acme Robotics"));
        assert_eq!((page.contacts.len(), page.events.len()), (2, 50));
        assert_eq!(page.events[0].seq, i64::try_from(page.kept.case.version).expect("small"), "newest first");
        let (id, oldest) = (page.kept.case.id, page.events[49].seq);
        let older = read(&db, move |c| history::rows_before(c, id, oldest, 50));
        assert_eq!(older.len() as i64, oldest - 1);
        assert_eq!(read(&db, move |c| cases::number_of(c, id)), Some(number));
        assert_eq!(read(&db, move |c| cases::by_ids(c, &[id.0])).len(), 1);
        assert!(read(&db, |c| cases::page(c, CaseNumber(404))).is_none());
        assert!(read(&db, |c| cases::by_number(c, CaseNumber(404))).is_none());
    });
}

#[test]
fn the_ledger_tells_what_was_promised_to_whom() {
    both(|db| {
        build(&db);
        let number = open(&db, trouble(ACME, MS_RAO, "Wrong connectors."), 1, after(0));
        for (n, words) in ["a tracking number", "a call", "a credit note"].iter().enumerate() {
            let due = after(60 - 10 * n as i64);
            act(
                &db,
                number,
                command("make-promise", json!({ "what": "thing", "words": words, "due": due })),
                10 + n as u128,
                after(1),
            );
        }
        let page = |whose, after| read(&db, move |c| promises::ledger(c, whose, PromiseState::Open, after, 2));
        let words = |rows: &[promises::PromiseRow]| rows.iter().map(|r| r.words.clone()).collect::<Vec<_>>();
        for whose in [Ledger::Everybody, Ledger::To(ACME), Ledger::By(MARIA)] {
            let first = page(whose, None);
            assert_eq!(words(&first), ["a credit note", "a call"], "{whose:?}");
            assert_eq!((first[0].contact.as_deref(), first[0].number), (Some("Dana Rao"), number));
            assert_eq!(words(&page(whose, first.last().map(|r| (r.due, r.id)))), ["a tracking number"]);
        }
        assert!(page(Ledger::To(BOREALIS), None).is_empty() && page(Ledger::By(EWA), None).is_empty());
        assert_eq!(read(&db, |c| promises::tally(c, ACME)), promises::Tally { open: 3, ..Default::default() });
    });
}

/// S158: amends are owed until they are given; late they count as a broken promise.
#[test]
fn s158_amends_that_are_late_count_as_broken_promises() {
    both(|db| {
        build(&db);
        let number = open(&db, trouble(ACME, MS_RAO, "Wrong connectors."), 1, after(0));
        let due = after(60);
        let credit = json!({ "kind": "credit", "value": { "cents": 5000, "currency": "EUR" }, "words": "A credit.", "due": due });
        let granted = act(&db, number, command("grant-amends", credit), 10, after(1));
        let owed = read(&db, |c| promises::owed_amends(c, ACME));
        let id = granted.case.amends[0].id;
        assert_eq!(owed.iter().map(|a| (a.id, a.number, a.due)).collect::<Vec<_>>(), [(id, number, due)]);
        assert!(!owed[0].is_broken(due) && owed[0].is_broken(after(61)));
        let tally = read(&db, |c| promises::tally(c, ACME));
        assert_eq!(tally.with_amends(&owed, due).broken, 0);
        assert_eq!(tally.with_amends(&owed, after(61)).broken, 1);
        assert!(read(&db, |c| promises::owed_amends(c, BOREALIS)).is_empty());
        act(&db, number, command("give-amends", json!({ "amends": id, "proof": "Credit note 88" })), 11, after(70));
        assert!(read(&db, |c| promises::owed_amends(c, ACME)).is_empty());
    });
}

#[test]
fn the_scheduler_sees_the_clock_that_waits_longest_first() {
    both(|db| {
        build(&db);
        assert!(read(&db, |c| run::due_clocks(c, after(0), 100)).is_empty());
        let early = open(&db, trouble(ACME, MS_RAO, "One"), 1, after(0));
        open(&db, trouble(BOREALIS, JONAS, "Two"), 2, after(60));
        let due = read(&db, |c| run::due_clocks(c, after(7 * 1440), 100));
        assert!(due.len() >= 2 && due.windows(2).all(|w| w[0].next_at <= w[1].next_at));
        let id = read(&db, move |c| cases::by_number(c, early)).expect("kept").case.id;
        assert_eq!((due[0].case_id, due[0].next_rung), (id, 0));
        assert_eq!(read(&db, |c| run::due_clocks(c, after(7 * 1440), 1)).len(), 1);
    });
}

#[test]
fn a_day_is_counted_by_what_its_owner_owes_on_other_cases() {
    both(|db| {
        build(&db);
        let one = open(&db, trouble(ACME, MS_RAO, "One"), 1, after(0));
        let two = open(&db, trouble(BOREALIS, JONAS, "Two"), 2, after(0));
        let owed = |number| {
            let case = read(&db, move |c| cases::by_number(c, number)).expect("kept").case;
            let (id, owner) = (case.id, case.clocks.iter().find(|k| k.kind.is_contact()).expect("owed").owed_by);
            read(&db, move |c| run::owed_between(c, owner, (after(0), after(30 * 1440)), id))
        };
        assert_eq!((owed(one), owed(two)), (1, 1), "the other case's contact, not its own");
        let nobody = read(&db, move |c| {
            run::owed_between(c, PersonId(uuid::Uuid::nil()), (after(0), after(1440)), CaseId(uuid::Uuid::nil()))
        });
        assert_eq!(nobody, 0);
        assert_eq!(read(&db, run::steps_done), run::StepsDone { count: 0, shortest: None });
    });
}

#[test]
fn the_firm_is_read_with_its_names_calendars_and_a_version_that_moves() {
    both(|db| {
        build(&db);
        let firm = read(&db, firm::load);
        assert_eq!(
            (firm.colleagues.len(), firm.name_of(MARIA), firm.name_of(PersonId(uuid::Uuid::nil()))),
            (4, "Maria", "")
        );
        assert_eq!(firm.calendar(None).zone().iana_name(), Some("Europe/Warsaw"));
        assert_eq!(firm.version, read(&db, firm::version));
        write(&db, |tx| Ok(firm::touch(tx)?));
        assert_eq!(read(&db, firm::version), firm.version + 1);
        assert!(!store::playbooks::built_in().iter().any(|p| p.steps.is_empty()));
        let left = people::Person { active: false, ..person(EWA, "Ewa", &[Role::Manager]) };
        write(&db, move |tx| people::change(tx, &left, &by(7)));
        let firm = read(&db, firm::load);
        assert_eq!((firm.colleagues.len(), firm.name_of(EWA)), (3, "Ewa"), "who left keeps the name on old cases");
    });
}

#[test]
fn a_deadline_of_theirs_stands_in_the_lists() {
    both(|db| {
        build(&db);
        let deadline =
            CustomerDeadline { at: after(3 * 1440), what: "their fair".into(), threatened: Said::Yes, met: None };
        let impacts = vec![Impact { dimension: Dimension::Deadline, words: "the fair".into() }];
        let command =
            casework::commands::OpenCase { deadline: Some(deadline), impacts, ..trouble(ACME, MS_RAO, "Late") };
        open(&db, command, 1, after(0));
        assert_eq!(blocks(&db, Whose::Everybody, 1)[0].lines[0].deadline_at, Some(after(3 * 1440)));
        assert_eq!(read(&db, |c| cases::list(c, &Filter::default(), None, 9))[0].deadline_at, Some(after(3 * 1440)));
    });
}

#[test]
fn a_wish_about_a_case_that_is_not_there_finds_nothing() {
    both(|db| {
        build(&db);
        let wish = ask(
            &db,
            CaseRef::Number(CaseNumber(404)),
            Actor::Person(MARIA),
            command("add-note", json!({ "text": "x" })),
            1,
            NOW,
        );
        assert!(matches!(wish, Err(NotDone::NoSuchCase)));
    });
}
