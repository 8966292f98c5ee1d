//! Stock and alternates come in from files: understood, tried, kept, and every row that is not taken says why; on both databases.

use crate::intake;
use crate::support;
use intake::{here, number};
use jiff::tz::TimeZone;
use makegood::import::{
    alternates::AlternateList,
    lists::{self, Ask, List},
    numbers::Mark,
    orders::{Mode, NotImported},
    plan::Wishes,
    progress::Silent,
    report::Report,
    source::Source,
    stock::StockList,
    why::CannotStart,
};
use std::sync::Arc;
use store::stock::{self, KeptStock, Quantity};
use store::{Db, Fault};
use support::both;
use support::world::{ACME, build};

const NOW: &str = "2026-03-02T09:00:00Z";
const LATER: &str = "2026-03-03T09:00:00Z";

const STOCK: &str = "Part No;Warehouse;On hand;Available;WIP ready;Lead time\n\
    KB-7 rev C;Warsaw;1.300;240;;15\n\
    KB-7 rev C;Austin;40;0;27.11.2026;15\n\
    ST-40;Warsaw;60;60;;2\n";

fn ask(text: &str) -> Ask {
    let source = Source::Upload { name: "list.csv".into(), bytes: Arc::from(text.as_bytes().to_vec()) };
    Ask { source, wishes: Wishes::default(), decimal: None, mode: Mode::Keep, report: None }
}

fn import<L: List>(db: &Db, now: &str, ask: &Ask) -> Result<Report, NotImported> {
    let here = here(db, now);
    let plan = lists::prepare::<L>(&here, ask, &mut Silent)?;
    lists::run(&here, ask, &plan, &mut Silent)
}

fn counts(report: &Report) -> (u64, u64, u64, u64, u64) {
    (report.rows, report.new, report.changed, report.same, report.refused)
}

fn lies(db: &Db, item: &str) -> Vec<KeptStock> {
    let items = vec![item.to_owned()];
    db.read_now::<_, Fault, _>(move |conn| stock::of_items(conn, &items)).expect("stock")
}

#[test]
fn stock_comes_in_and_the_same_file_again_changes_nothing() {
    both(|db| {
        assert_eq!(counts(&import::<StockList>(&db, NOW, &ask(STOCK)).unwrap()), (3, 3, 0, 0, 0));
        assert_eq!(counts(&import::<StockList>(&db, LATER, &ask(STOCK)).unwrap()), (3, 0, 0, 3, 0));
        let here = lies(&db, "kb-7 REV c");
        let told: Vec<_> = here.iter().map(|k| (k.stock.site.as_str(), k.stock.on_hand, k.stock.free)).collect();
        let pieces = |n: i64| Some(Quantity(n * 1000));
        assert_eq!(told, [("Austin", pieces(40), pieces(0)), ("Warsaw", pieces(1300), pieces(240))]);
        assert_eq!(here[0].stock.ready_on, Some("2026-11-27".parse().unwrap()));
        assert_eq!(here[0].seen_at.to_string(), LATER, "it was told again");
        assert_eq!(number(&db, "select min(lead_days) from stock where item_key = 'st-40'"), 2);
    });
}

#[test]
fn a_dry_run_of_stock_says_what_would_happen_and_keeps_nothing() {
    both(|db| {
        let dry = Ask { mode: Mode::DryRun, ..ask(STOCK) };
        assert_eq!(counts(&import::<StockList>(&db, NOW, &dry).unwrap()), (3, 3, 0, 0, 0));
        for table in ["select count(*) from stock", "select count(*) from imports", "select count(*) from import_maps"]
        {
            assert_eq!(number(&db, table), 0, "{table}");
        }
    });
}

#[test]
fn every_row_of_stock_that_is_not_taken_says_why() {
    both(|db| {
        let path = std::env::temp_dir().join(format!("makegood-stock-{}.csv", std::process::id()));
        let text = "item,site,free,ready,lead time (weeks)\n\
            A,Warsaw,12,someday,2\n,Warsaw,5,,\nB,Warsaw,a few,,\na,WARSAW,13,,\nC,Warsaw,7,2026-04-01,soon\n";
        let report = import::<StockList>(&db, NOW, &Ask { report: Some(path.clone()), ..ask(text) }).unwrap();
        assert_eq!(counts(&report), (5, 2, 0, 0, 3));
        let said = report.lines(&TimeZone::UTC).join("\n");
        for line in [
            "Row 3, item \"\": There is no item in this row.",
            "Row 4, free \"a few\": This is not a number.",
            "Row 5: The same thing stands on row 2 already.",
            "ready left empty in 1 row (2), such as \"someday\": This is not a date.",
            "lead time (weeks) left empty in 1 row (6), such as \"soon\": This is not a number.",
        ] {
            assert!(said.contains(line), "{line} is not in\n{said}");
        }
        let written = std::fs::read_to_string(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        assert_eq!(written.lines().count(), 1 + 3 + 2, "{written}");
        assert_eq!(lies(&db, "a")[0].stock.lead_days, Some(14), "weeks are days of work to be done, too");
    });
}

#[test]
fn a_file_that_says_nothing_or_names_no_item_is_refused_with_the_way_out() {
    both(|db| {
        let cannot = |text: &str, wishes: Wishes| match import::<StockList>(&db, NOW, &Ask { wishes, ..ask(text) }) {
            Err(NotImported::Cannot(why)) => why,
            other => panic!("{:?}", other.map(|r| r.rows)),
        };
        assert_eq!(
            cannot("item,site\nA,W\n", Wishes::default()),
            CannotStart::NothingSaid("on-hand, free, ready-on, lead-days".into())
        );
        assert_eq!(cannot("colour,free\nred,1\n", Wishes::default()), CannotStart::NoColumn("item"));
        assert_eq!(cannot("item,free\n", Wishes::default()), CannotStart::Empty);
        let odd = Wishes { maps: vec!["price=item".into()], ..Wishes::default() };
        assert!(matches!(cannot("item,free\nA,1\n", odd), CannotStart::Map(_)));
    });
}

#[test]
fn thousands_or_parts_are_asked_for_where_the_file_does_not_show_it() {
    both(|db| {
        let text = "item;free\nA;240.000\nB;120.000\n";
        let unsure = import::<StockList>(&db, NOW, &ask(text)).unwrap();
        assert_eq!((unsure.new, unsure.refused), (0, 2));
        assert!(unsure.lines(&TimeZone::UTC).join("\n").contains("--decimal"));
        let said = Ask { decimal: Some(Mark::Point), ..ask(text) };
        assert_eq!(import::<StockList>(&db, NOW, &said).unwrap().new, 2);
        assert_eq!(lies(&db, "A")[0].stock.free, Some(Quantity(240_000)));
    });
}

#[test]
fn a_map_given_once_is_remembered_for_lists_of_the_same_kind_only() {
    both(|db| {
        let text = "Was,Wo,Wieviel\nA,W,5\n";
        let maps = ["item=Was", "site=Wo", "free=Wieviel"].map(String::from).to_vec();
        let said = Ask { wishes: Wishes { maps, ..Wishes::default() }, ..ask(text) };
        assert_eq!(import::<StockList>(&db, NOW, &said).unwrap().new, 1);
        assert_eq!(import::<StockList>(&db, NOW, &ask(text)).unwrap().same, 1);
        let other = import::<AlternateList>(&db, NOW, &ask(text)).unwrap_err();
        assert!(matches!(other, NotImported::Cannot(CannotStart::NoColumn(_))), "{other:?}");
    });
}

#[test]
fn s147_alternates_come_in_each_with_the_customer_who_approved_it() {
    both(|db| {
        build(&db);
        let text = "Item,Alternate,FFF,Approved by,Data sheet\n\
            KB-7 rev C,KB-7 rev D,yes,,DS-118\n\
            KB-7 rev C,KB-7 rev D,yes,acme robotics,DS-118\n\
            KB-7 rev C,KB-9,no,None,DS-140\n\
            KB-7 rev C,KB-8,yes,Nobody & Sons,\n\
            KB-7 rev C,kb-7  REV C,yes,,\n";
        let first = import::<AlternateList>(&db, NOW, &ask(text)).unwrap();
        assert_eq!(counts(&first), (5, 3, 0, 0, 2));
        let said = first.lines(&TimeZone::UTC).join("\n");
        assert!(said.contains("Row 5, Approved by \"Nobody & Sons\": Nobody here knows this customer."), "{said}");
        assert!(said.contains("Row 6, Alternate") && said.contains("cannot stand in for itself"), "{said}");
        assert_eq!(counts(&import::<AlternateList>(&db, LATER, &ask(text)).unwrap()), (5, 0, 0, 3, 2));
        let items = vec!["KB-7 rev C".to_owned()];
        let kept = db.read_now::<_, Fault, _>(move |conn| store::alternates::of_items(conn, &items)).unwrap();
        let told: Vec<_> = kept.iter().map(|k| (k.alternate.alternate.as_str(), k.alternate.approved_by)).collect();
        assert_eq!(told, [("KB-7 rev D", None), ("KB-7 rev D", Some(ACME)), ("KB-9", None)]);
        assert_eq!(number(&db, "select count(*) from accounts"), 2, "no customer was made from a list");
    });
}
