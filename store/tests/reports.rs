//! Every report, on both databases, against what is expected of one small firm's three months. `UPDATE_GOLDEN=1` writes what is there now.

use crate::support;
use crate::support::intake;
use crate::support::life;
use casework::ids::{AccountId, ContactId};
use casework::parts::PromiseState;
use intake::*;
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use life::Life;
use serde_json::json;
use std::{fs, path::PathBuf};
use store::{
    Db, Fault, Value,
    accounts::{self, Account},
    checks::{self, Answer},
    contacts::{self, Contact},
    hindsight,
    orders::{self, Terms, Told},
    reports::{self, Period, Report, Row},
    rhythms,
    signals::{self, End},
    worth,
};
use support::{
    Fresh, NOW, both,
    world::{ACME, BOREALIS, JONAS, MARIA, MS_RAO, act, build, by, command, read, write},
};
use uuid::Uuid;
use watch::{Line, LineKey, Outcome};

/// Two customers beside the two of every story: one without any trouble, one who is lost after it.
const COBALT: AccountId = AccountId(Uuid::from_u128(0xC0));
const DELTA: AccountId = AccountId(Uuid::from_u128(0xD0));
const DEE: ContactId = ContactId(Uuid::from_u128(0xD1));

fn days(n: i64) -> Timestamp {
    NOW + (n * 24).hours()
}

fn customers_and_troubles(db: &Db) {
    build(db);
    write(db, |tx| {
        for (id, name, n) in [(COBALT, "Cobalt", 70), (DELTA, "Delta", 71)] {
            let account = Account { relationship_owner: Some(MARIA), ..Account::named(id, name) };
            accounts::add(tx, &account, &by(n))?;
        }
        let acme = accounts::by_id(tx, ACME)?.expect("an account");
        accounts::change(tx, &Account { strength: Some(3), ..acme }, &by(72))?;
        contacts::add(tx, &Contact::named(DEE, DELTA, "Dee"), &by(73))
    });
    let small = Some("A-1".to_owned());
    let large = Some("B-2".to_owned());
    let acme = |n, day| Life { strength: Some(4), ..Life::of(n, ACME, MS_RAO, days(day)) };
    let helped = Life { helped_before: Some(10), ..acme(1, 0) };
    Life { valued: Some(5), reassured: Some(4), most_important: Some(4), item: small, ..helped }.told(db);
    Life {
        valued: Some(3),
        most_important: Some(2),
        strength: Some(3),
        voice_after: 200,
        solved_after: Some(50),
        item: large,
        ..acme(2, 7)
    }
    .told(db);
    let elsewhere = Life { call_us_first: "no", strength: Some(2), ..acme(3, 14) };
    Life { voice_after: 26 * 60, solved_after: Some(100), ..elsewhere }.told(db);
    let gap = Some(["Boards by Friday", "Nothing was said", "Boards on Monday"]);
    Life { gap, title: "You said Friday.".into(), ..Life::of(4, BOREALIS, JONAS, days(21)) }.told(db);
    let worse = Some("Nothing of it can be used.");
    Life {
        solved_after: None,
        voice_after: 26 * 60,
        worse,
        helped_before: Some(50),
        ..Life::of(5, DELTA, DEE, days(28))
    }
    .told(db);
}

fn line(account: AccountId, order: &str, ordered: &str) -> Told {
    let line = Line { ordered: Some(ordered.parse().expect("a day")), ..Line::new(order, "1") };
    Told { row: 2, account, line }
}

fn what_was_ordered(db: &Db) {
    let mut told = vec![
        line(ACME, "A-1", "2026-01-10"),
        line(ACME, "B-2", "2026-02-10"),
        line(ACME, "A-3", "2026-04-20"),
        line(ACME, "A-4", "2027-01-20"),
        line(BOREALIS, "C-1", "2026-02-01"),
        line(COBALT, "D-1", "2026-01-15"),
        line(COBALT, "D-2", "2026-04-15"),
        line(DELTA, "E-1", "2026-01-20"),
    ];
    // One was delivered and asked about, one was delivered and is still to be asked about, one promise moved.
    told[2].line.delivered = Some("2026-05-04".parse().expect("a day"));
    told[6].line.delivered = Some("2026-05-05".parse().expect("a day"));
    told[4].line.promised = Some("2026-04-01".parse().expect("a day"));
    let mut later = told[4].clone();
    later.line.promised = Some("2026-04-09".parse().expect("a day"));
    write(db, move |tx| {
        on_day(60, |g| {
            orders::keep(tx, &told, &Terms::default(), &mut mint(60), g)?;
            orders::keep(tx, std::slice::from_ref(&later), &Terms::default(), &mut mint(60), g)
        })?;
        let key = |order: &str| LineKey { order_no: order.into(), line_no: "1".into() };
        worth::keep(tx, &[(key("A-1"), 9_000), (key("B-2"), 300_000), (key("unknown"), 1)])?;
        Ok(worth::keep(tx, &[(key("A-1"), 9_500)])?)
    });
    let asked = read(db, |conn| checks::owed(conn, Timestamp::MAX, 10));
    let first = asked.iter().find(|owed| owed.account() == ACME).expect("owed").line;
    let answer = Answer { outcome: Outcome::Ok, contact: Some(MS_RAO), words: "All fine.".into() };
    write(db, move |tx| checks::record_answer(tx, first, &answer, MARIA, days(64)));
    let signal = waiting(db, 61).remove(0).id;
    let end = End::Prevented { evidence: "Flown in.".into() };
    write(db, move |tx| signals::end(tx, signal, &end, MARIA, days(61)));
}

fn looked_back(db: &Db) {
    let until: Date = days(400).to_zoned(TimeZone::UTC).date();
    write(db, move |tx| {
        while hindsight::look_back(tx, &TimeZone::UTC, days(400))?.caught_up == hindsight::CaughtUp::NotYet {}
        on_day(400, |g| rhythms::follow(tx, None, until, &mut mint(400), g))?;
        hindsight::keep_outcomes(tx, until, days(400))?;
        Ok::<_, store::NotKept>(())
    });
}

fn period() -> Period {
    let day = |n| days(n).to_zoned(TimeZone::UTC).date();
    Period { first: day(-10), last: day(80), zone: TimeZone::UTC, known_until: Some(day(400)), now: days(400) }
}

fn written(rows: &[Row]) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let line = |row: &Row| {
        let number = row.number.map(|n| n.to_string()).unwrap_or_default();
        let value = row.value.map(|v| v.to_string()).unwrap_or_default();
        [row.band.clone(), number, text(&row.name), value, text(&row.one), text(&row.two), text(&row.three)].join(";")
    };
    rows.iter().map(|row| line(row) + "\n").collect()
}

fn expected(report: &Report) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("src/reports/{}.csv", report.name))
}

// Each report gives the rows that are expected of it; those of the practices are said again below, by name.
#[test]
fn every_report_gives_what_is_expected_on_both_databases() {
    both(|db| {
        firm_of_three_months(&db);
        let mut wrong = vec![];
        for report in reports::all() {
            let now = written(&read(&db, move |conn| reports::rows(conn, report, &period())));
            if std::env::var_os("UPDATE_GOLDEN").is_some() {
                fs::write(expected(report), &now).expect("written");
            }
            let wanted = fs::read_to_string(expected(report)).unwrap_or_default().replace("\r\n", "\n");
            if now != wanted {
                wrong.push(format!("{}: expected\n{wanted}is\n{now}", report.name));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        let spent = read(&db, |conn| worth::of_account(conn, ACME, "2026-01-01".parse().expect("a day")));
        assert_eq!(spent.map(|w| (w.cents, w.orders)), Some((309_500, 2)));
        assert_eq!(read(&db, |conn| worth::of_account(conn, DELTA, "2026-01-01".parse().expect("a day"))), None);
    });
}

/// Band, customer and value of each row, of one firm's three months.
fn told(db: &Db, name: &'static str) -> Vec<(String, String, Option<i64>)> {
    let report = reports::named(name).expect("a report");
    let rows = read(db, move |conn| reports::rows(conn, report, &period()));
    rows.into_iter().map(|row| (row.band, row.name.unwrap_or_default(), row.value)).collect()
}

/// Of so many in a band, so many count.
fn counted(rows: &[(String, String, Option<i64>)], band: &str) -> (i64, usize) {
    let of: Vec<i64> = rows.iter().filter(|row| row.0 == band).filter_map(|row| row.2).collect();
    (of.iter().sum(), of.len())
}

fn firm_of_three_months(db: &Db) {
    customers_and_troubles(db);
    what_was_ordered(db);
    looked_back(db);
}

/// S043: from recognition to the first talk is the difference of the two stamps, case by case; without a talk there is none.
#[test]
fn s043_recognition_to_voice_is_the_difference_of_the_two_stamps() {
    both(|db| {
        firm_of_three_months(&db);
        let mut minutes: Vec<i64> = told(&db, "minutes_to_voice").into_iter().filter_map(|row| row.2).collect();
        minutes.sort_unstable();
        assert_eq!(minutes, [30, 30, 200, 26 * 60, 26 * 60]);
    });
}

/// S246: the rate of promises kept is kept / (kept + broken), by customer: what is open or let go by them counts for neither.
#[test]
fn s246_the_rate_of_promises_kept_is_counted_by_customer() {
    both(|db| {
        firm_of_three_months(&db);
        let late = casework::ids::CaseNumber(1005);
        let promise = json!({ "what": "thing", "words": "the list", "due": days(40) });
        let made = act(&db, late, command("make-promise", promise), 9_001, days(38)).case;
        let id = made.promises.iter().find(|p| p.words == "the list").expect("made").id;
        act(
            &db,
            late,
            command("settle-promise", json!({ "promise": id, "outcome": "kept", "proof": "Mail of ten." })),
            9_002,
            days(39),
        );
        let cases: Vec<_> = (1001..=1005).map(|n| life::store_case(&db, casework::ids::CaseNumber(n))).collect();
        let rows = told(&db, "promises_kept");
        let mut seen = (0, 0);
        for (account, name) in [(ACME, "Acme Robotics"), (BOREALIS, "Boréalis GmbH"), (DELTA, "Delta")] {
            let promises = || cases.iter().filter(|case| case.account == account).flat_map(|case| &case.promises);
            let count = |state| promises().filter(|p| p.state == state).count();
            let (kept, broken) = (count(PromiseState::Kept), count(PromiseState::Broken));
            let of: Vec<i64> = rows.iter().filter(|row| row.1 == name).filter_map(|row| row.2).collect();
            assert_eq!((of.iter().sum::<i64>(), of.len()), (kept as i64, kept + broken), "{name}");
            seen = (seen.0 + kept, seen.1 + broken);
        }
        assert!(seen.0 > 0 && seen.1 > 0, "both were seen: {seen:?}");
    });
}

/// S247: of those who were asked, the share that would call us first; who was never asked is not counted.
#[test]
fn s247_the_share_that_would_call_us_first_is_told() {
    both(|db| {
        firm_of_three_months(&db);
        let rows = told(&db, "call_us_first");
        assert_eq!(counted(&rows, "all"), (3, 4), "one of Acme would not");
        assert!(rows.iter().all(|row| row.1 != "Delta"), "Delta was never asked");
    });
}

/// S193: who ordered again within ninety days of a solved case.
#[test]
fn s193_reorder_within_ninety_days_is_told_for_solved_cases_only() {
    both(|db| {
        firm_of_three_months(&db);
        let rows = told(&db, "reorder");
        assert_eq!(counted(&rows, "all"), (3, 4), "Acme ordered after each of its three, Boréalis did not");
        assert!(rows.iter().all(|row| row.1 != "Delta"), "Delta's trouble is not solved");
    });
}

/// S218: both shares with their counts.
#[test]
fn s218_customers_after_a_solved_trouble_stand_beside_those_without_any() {
    both(|db| {
        firm_of_three_months(&db);
        let rows = told(&db, "reorder_accounts");
        assert_eq!(counted(&rows, "after-a-trouble"), (1, 2), "a customer counts once, however many troubles");
        assert_eq!(counted(&rows, "without-trouble"), (1, 1));
    });
}

/// S242: whoever went away stands with the gate or the clock that was late.
#[test]
fn s242_who_was_lost_stands_with_the_step_that_was_late() {
    both(|db| {
        firm_of_three_months(&db);
        let report = reports::named("lost_after_trouble").expect("a report");
        let lost: Vec<(Option<String>, Option<String>)> = read(&db, move |conn| reports::rows(conn, report, &period()))
            .into_iter()
            .map(|r| (r.name, r.one))
            .collect();
        let said = |name: &str, late: &str| (Some(name.to_owned()), Some(late.to_owned()));
        assert_eq!(lost, [said("Delta", "clock-c01_first_contact"), said("Boréalis GmbH", "promise")]);
    });
}

/// S243: by bands of how soon somebody spoke with them.
#[test]
fn s243_stronger_after_is_split_by_how_soon_somebody_spoke_with_them() {
    both(|db| {
        firm_of_three_months(&db);
        let rows = told(&db, "stronger_by_speed");
        let split = ["within-1-hour", "within-4-hours", "later"].map(|band| counted(&rows, band));
        assert_eq!(split, [(1, 1), (0, 1), (0, 1)]);
    });
}

#[test]
fn s245_as_strong_as_before_counts_and_weaker_does_not() {
    both(|db| {
        firm_of_three_months(&db);
        let rows = told(&db, "stronger");
        assert_eq!(counted(&rows, "as-strong-or-stronger"), (2, 3), "3 to 4, 3 to 3, 3 to 2");
        assert_eq!(counted(&rows, "stronger"), (1, 3));
    });
}

/// S037: a trouble that became graver before anybody spoke with them counts; how long the others waited does not matter.
#[test]
fn s037_what_grew_before_anybody_called_is_counted() {
    both(|db| {
        firm_of_three_months(&db);
        let rows = told(&db, "grew");
        assert_eq!(counted(&rows, "all"), (1, 5));
        assert!(rows.iter().any(|row| row.1 == "Delta" && row.2 == Some(1)), "{rows:?}");
    });
}

/// S067: the time from *help me start* to the first call is counted of cases, and nobody's name stands beside it.
#[test]
fn s067_from_help_to_the_call_is_counted_of_cases_and_of_nobody() {
    both(|db| {
        firm_of_three_months(&db);
        let rows = told(&db, "help_to_call");
        assert_eq!(
            rows.iter().map(|row| (row.1.as_str(), row.2)).collect::<Vec<_>>(),
            [("Delta", Some(50)), ("Acme Robotics", Some(10))]
        );
        assert!(!format!("{rows:?}").contains("Maria"), "{rows:?}");
    });
}

/// S027: what the fairness reports need of each order band is there: the days, and whether it was put right.
#[test]
fn s027_days_and_remedy_stand_by_what_the_order_was_worth() {
    both(|db| {
        firm_of_three_months(&db);
        let days = told(&db, "fair_days");
        assert_eq!((counted(&days, "under-100"), counted(&days, "over-2500")), ((1560, 1), (3000, 1)));
        let remedy = told(&db, "fair_remedy");
        assert_eq!((counted(&remedy, "under-100"), counted(&remedy, "over-2500")), ((1, 1), (1, 1)));
    });
}

#[test]
fn every_report_is_read_by_both_engines_and_avoids_their_traps() {
    use store::dialect::Engine;
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = Fresh::new(engine);
        let db = fresh.open();
        for report in reports::all() {
            let list: &'static [&'static str] = Box::leak(Box::new([report.statement()]));
            db.prepare_all(list).unwrap_or_else(|fault: Fault| panic!("{engine:?} {}: {fault}", report.name));
            for trap in ["round(", "avg(", "ilike", "now()", " like ", "string_agg", "group_concat", " offset "] {
                assert!(!report.statement().contains(trap), "{}: {trap}", report.name);
            }
        }
        db.close();
    }
}

/// Years of cases, orders and promises lie beneath a report: it goes to its days by an index and never reads such a table from end to end.
#[test]
fn no_report_reads_a_table_that_grows_from_end_to_end() {
    let fresh = Fresh::new(store::dialect::Engine::Sqlite);
    let db = fresh.open();
    for report in reports::all() {
        let explain: &'static str = Box::leak(format!("explain query plan {}", report.statement()).into_boxed_str());
        let asked = (1..).take_while(|n| report.statement().contains(&format!("?{n}"))).count();
        let values: Vec<Value<'_>> = (0..asked).map(|_| Value::from(0_i64)).collect();
        let plan: Vec<(i64, i64, i64, String)> = read(&db, move |conn| conn.all(explain, &values));
        for (_, _, _, line) in plan {
            // How often a customer orders is one row a customer; `x` and `t` are the query's own.
            let small =
                ["SCAN r ", "SCAN x", "SCAN t", "SCAN CONSTANT ROW"].iter().any(|known| line.starts_with(known));
            assert!(small || !line.starts_with("SCAN"), "{}: {line}", report.name);
        }
    }
    db.close();
}

/// A file that is not listed is a report that nobody sees, and one without its expected result is one that nobody checked.
#[test]
fn no_report_is_forgotten() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/reports");
    for file in fs::read_dir(folder).expect("the folder").flatten().map(|file| file.path()) {
        let name = file.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned();
        let report = reports::named(&name).unwrap_or_else(|| panic!("{name} is not in the list of reports.rs"));
        assert!(
            expected(report).exists(),
            "{name} has no expected result: UPDATE_GOLDEN=1 cargo test -p store --test stories reports"
        );
    }
}
