//! Orders come in from files, real and broken ones, on both databases.

use crate::intake;
use crate::support;
use intake::{ask, here, import, number, outside};
use makegood::import::{
    dates::Order,
    orders::{Ask, Mode, NotImported, checks_from, prepare},
    plan::Wishes,
    progress::Silent,
    source::Source,
    why::CannotStart,
};
use std::{fs, sync::Arc};
use store::{Db, signals};
use support::both;
use watch::{Kind, Oddity};

const NOW: &str = "2026-03-02T09:00:00Z";

fn orders(promise: &str) -> String {
    format!(
        "Order No;Line;Customer;Item;Promise Date;Delivered\n4711;10;Acme;PCB;{promise};\n4711;20;Acme;PCB;2026-02-20;2026-02-20\n4712;10;Beta;PCB;2026-02-01;\n"
    )
}

#[test]
fn the_first_import_makes_lines_accounts_and_signals_and_the_second_changes_nothing() {
    both(|db| {
        let first = import(&db, NOW, &ask(orders("2026-05-01"))).unwrap();
        assert_eq!((first.rows, first.new, first.refused, first.accounts_new), (3, 3, 0, 2));
        assert_eq!(first.signals.get(&Kind::LateUndelivered), Some(&1));
        assert_eq!(first.signals.get(&Kind::UncheckedDelivery), Some(&1));
        let second = import(&db, NOW, &ask(orders("2026-05-01"))).unwrap();
        assert_eq!((second.new, second.changed, second.same, second.accounts_new), (0, 0, 3, 0));
        assert!(second.signals.is_empty());
        assert_eq!(number(&db, "select cast(count(*) as bigint) from accounts where origin = 'import'"), 2);
        assert_eq!(number(&db, "select cast(count(*) as bigint) from signals"), 2);
    });
}

/// S063: a promise moved later in the next export, and nobody told the customer.
#[test]
fn s063_a_promise_moved_in_the_next_export_is_a_silent_slip() {
    both(|db| {
        import(&db, NOW, &ask(orders("2026-05-01"))).unwrap();
        let moved = import(&db, NOW, &ask(orders("2026-06-01"))).unwrap();
        assert_eq!((moved.changed, moved.promises_moved), (1, 1));
        assert_eq!(moved.signals.get(&Kind::SilentSlip), Some(&1));
    });
}

#[test]
fn a_dry_run_says_what_would_happen_and_keeps_nothing() {
    both(|db| {
        let many: String = (0..2_500).map(|n| format!("{n};10;C{};PCB;2026-05-01;\n", n % 1_200)).collect();
        let text = format!("Order No;Line;Customer;Item;Promise Date;Delivered\n{many}");
        let dry = import(&db, NOW, &Ask { mode: Mode::DryRun, ..ask(text.clone()) }).unwrap();
        assert_eq!((dry.new, dry.accounts_new), (2_500, 1_200));
        for table in [
            "select cast(count(*) as bigint) from order_lines",
            "select cast(count(*) as bigint) from accounts",
            "select cast(count(*) as bigint) from imports",
            "select cast(count(*) as bigint) from import_maps",
        ] {
            assert_eq!(number(&db, table), 0, "{table}");
        }
        let kept = import(&db, NOW, &ask(text)).unwrap();
        assert_eq!((kept.new, kept.accounts_new), (2_500, 1_200));
    });
}

/// Every batch is kept for itself, so the same file again keeps only what was missing.
#[test]
fn an_import_that_was_stopped_goes_on_where_it_was() {
    both(|db| {
        let rows: Vec<String> = (0..2_500).map(|n| format!("{n};Acme;2026-05-01;\n")).collect();
        let file = |rows: &[String]| ask(format!("Order No;Customer;Promise Date;Delivered\n{}", rows.concat()));
        assert_eq!(import(&db, NOW, &file(&rows[..1_000])).unwrap().new, 1_000);
        let whole = import(&db, NOW, &file(&rows)).unwrap();
        assert_eq!((whole.new, whole.same, whole.accounts_new), (1_500, 1_000, 0));
    });
}

#[test]
fn a_map_given_once_is_remembered_for_files_with_the_same_headers() {
    both(|db| {
        let text = "Nummer A,Wann,Da\n1,03/04/26,\n2,05/06/26,\n";
        let wrong = import(&db, NOW, &ask(text)).unwrap_err();
        assert!(matches!(wrong, NotImported::Cannot(CannotStart::NoColumn(_))));
        let maps = ["order=Nummer A", "promised=Wann", "delivered=Da"].map(String::from).into();
        let wishes = Wishes { maps, dates: Some(Order::DayFirst), ..Wishes::default() };
        let kept = import(&db, NOW, &Ask { wishes, ..ask(text) }).unwrap();
        assert_eq!((kept.new, kept.accounts_new), (2, 1));
        let again = import(&db, NOW, &ask(text)).unwrap();
        assert_eq!(again.same, 2);
        let plan = prepare(&here(&db, NOW), &ask(text), &mut Silent).unwrap();
        assert!(plan.lines().iter().any(|line| line.contains("promised is the column Wann")), "{:?}", plan.lines());
    });
}

#[test]
fn every_row_not_taken_stands_in_the_report_file() {
    both(|db| {
        let path = std::env::temp_dir().join(format!("makegood-report-{}.csv", std::process::id()));
        let text = "Order No;Item;Promise Date;Delivered;Order Date\n1;a;2026-05-01;;2026-04-01\n2;=cmd;someday;;\n;a;2026-05-01;;\n1;a;2026-05-01;;2026-04-01\n1;b;2026-05-01;;\n3;a;2026-05-01;;soon\n";
        let report = import(&db, NOW, &Ask { report: Some(path.clone()), ..ask(text) }).unwrap();
        assert_eq!((report.rows, report.new, report.refused, report.repeated), (6, 2, 3, 1));
        let written = fs::read_to_string(&path).unwrap();
        fs::remove_file(&path).unwrap();
        assert_eq!(written.lines().count(), 1 + 3 + 1, "{written}");
        assert!(
            written.contains("\"3\",\"refused\",\"Promise Date\",\"someday\",\"This is not a date.\""),
            "{written}"
        );
        assert!(written.contains("The same order line stands on row 2"), "{written}");
        assert!(written.contains("\"7\",\"left empty\",\"Order Date\",\"soon\""), "{written}");
    });
}

#[test]
fn an_upload_has_limits_that_the_shell_has_not() {
    both(|db| {
        let rows: String = (0..100_001).map(|n| format!("{n},2026-05-01,\n")).collect();
        let large = import(&db, NOW, &ask(format!("order no,promise date,delivered\n{rows}"))).unwrap_err();
        assert!(matches!(large, NotImported::Cannot(CannotStart::TooManyRows { limit: 100_000 })), "{large:?}");
        let bytes: Arc<[u8]> = Arc::from(vec![b'x'; 20 * 1024 * 1024 + 1]);
        let huge = Ask { source: Source::Upload { name: "x.csv".into(), bytes }, ..ask("") };
        assert!(matches!(import(&db, NOW, &huge), Err(NotImported::Cannot(CannotStart::TooManyBytes { .. }))));
        let absent = Ask { source: Source::File("no/such/file.csv".into()), ..ask("") };
        assert!(matches!(import(&db, NOW, &absent), Err(NotImported::Cannot(CannotStart::Unreadable { .. }))));
    });
}

fn waiting(db: &Db, now: &str) -> Vec<signals::Signal> {
    let now = now.parse().expect("a moment");
    db.read_now(move |conn| signals::waiting(conn, now, None, 200)).expect("signals")
}

/// The order watch on real orders, as it would have stood in October 2017 and as it stands when all is over.
#[test]
fn olist_orders_come_in_whole_and_their_troubles_become_signals() {
    let Some(path) = outside("olist_sample/olist_orders_dataset.csv") else { return };
    both(|db| {
        let file = Ask { source: Source::File(path.clone()), ..ask("") };
        let then = "2017-10-01T00:00:00Z";
        let first = import(&db, then, &file).unwrap();
        assert_eq!((first.rows, first.new, first.refused, first.accounts_new), (5_765, 5_765, 0, 5_765));
        assert_eq!(first.oddities[&Oddity::DeliveredBeforeShipped].count, 3);
        assert_eq!(first.oddities[&Oddity::CancelledYetDelivered].count, 6);
        assert_eq!(first.oddities[&Oddity::DeliveredWithoutDate].count, 2);
        let late_then = first.signals[&Kind::LateUndelivered];
        let again = import(&db, then, &file).unwrap();
        assert_eq!((again.same, again.changed, again.new, again.signals.len()), (5_765, 0, 0, 0));
        let later = import(&db, "2018-09-01T00:00:00Z", &file).unwrap();
        assert_eq!((later.same + later.changed, later.new), (5_765, 0));
        let late_ever = number(&db, "select cast(count(*) as bigint) from signals where kind = 'late-undelivered'");
        let unchecked = number(&db, "select cast(count(*) as bigint) from signals where kind = 'unchecked-delivery'");
        println!("late then {late_then}, late ever {late_ever}, unchecked {unchecked}");
        assert_eq!(unchecked, 3_453, "every delivery is asked about");
        assert!(late_ever >= 1_892, "every undelivered order past its promise");
        assert_eq!(waiting(&db, "2018-09-01T00:00:00Z").len(), 200);
    });
}

#[test]
fn scms_lines_come_in_whole_and_mangled_dates_are_left_empty_with_the_reason() {
    let Some(path) = outside("scms/SCMS_Delivery_History_Dataset.csv") else { return };
    both(|db| {
        let wishes = Wishes { maps: vec!["customer=Project Code".into()], ..Wishes::default() };
        let file = Ask { source: Source::File(path.clone()), wishes, ..ask("") };
        let report = import(&db, "2015-10-01T00:00:00Z", &file).unwrap();
        assert_eq!((report.rows, report.new, report.refused), (6_507, 6_507, 0));
        let mangled = &report.left_empty[&("PO Sent to Vendor Date".to_owned(), "mangled")].0;
        assert_eq!(mangled.count, 826);
        assert_eq!(report.signals.get(&Kind::LateUndelivered), None, "everything was delivered in the end");
        assert_eq!(import(&db, "2015-10-01T00:00:00Z", &file).unwrap().same, 6_507);
    });
}

/// S031 for firms that begin: years of orders in a first file owe nobody thousands of calls; the last thirty days do.
#[test]
fn s031_a_first_import_asks_about_the_last_thirty_days_and_history_stays_history() {
    both(|db| {
        let line = |n: u32, day: &str| format!("47{n},10,Acme,PCB,{day},{day}\n");
        let days = ["2024-05-03", "2026-01-30", "2026-01-31", "2026-02-27"];
        let rows: String = (0..).zip(days).map(|(n, day)| line(n, day)).collect();
        let text = format!("Order No,Line,Customer,Item,Promise Date,Delivered\n{rows}");
        let here = here(&db, NOW);
        let since = checks_from(&here.calendar, here.now);
        assert_eq!(since.to_string(), "2026-01-31");
        let report = import(&db, NOW, &Ask { checks_from: Some(since), ..ask(text.clone()) }).unwrap();
        assert_eq!(report.new, 4);
        let owed = "select cast(count(*) as bigint) from delivery_checks where due_at is not null";
        assert_eq!(number(&db, owed), 2);
        // The same file a season later owes what it owed, and nothing is called changed.
        let later = "2026-06-01T09:00:00Z";
        let since = checks_from(&here.calendar, later.parse().unwrap());
        let again = import(&db, later, &Ask { checks_from: Some(since), ..ask(text) }).unwrap();
        assert_eq!((again.same, again.changed, number(&db, owed)), (4, 0, 2));
    });
}
