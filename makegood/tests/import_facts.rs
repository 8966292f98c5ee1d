//! What touches order lines comes in from files and by program: understood, kept, and every row that is not taken says why; the watch
//! sees what it shows. On both databases.

use crate::intake;
use crate::support;
use crate::visit::Visitor;
use intake::{here, import as orders, number};
use makegood::import::{
    fact_list::{FactList, Inspections, Returns, Shipments, ShortPayments, Sort, Supplies},
    lists::{self, Ask},
    orders::{Mode, NotImported},
    plan::Wishes,
    progress::Silent,
    report::Report,
    source::Source,
    why::Why,
};
use makegood::jobs::foretell::foretell;
use serde_json::json;
use std::sync::Arc;
use store::{Db, signals};
use support::{both, both_async, world};
use world::MARIA;

const NOW: &str = "2026-03-02T09:00:00Z";
const ORDERS: &str = "Order No;Pos;Customer No;Item;Qty;Promised date;Delivery date\n\
    A-1;1;K-20;KB-7;40;2026-03-20;\n\
    A-2;1;K-20;KB-7;40;2026-02-20;2026-02-20\n";

fn take<S: Sort>(db: &Db, text: &str) -> Result<Report, NotImported> {
    let source = Source::Upload { name: "list.csv".into(), bytes: Arc::from(text.as_bytes().to_vec()) };
    let ask = Ask { source, wishes: Wishes::default(), decimal: None, mode: Mode::Keep, report: None };
    let here = here(db, NOW);
    let plan = lists::prepare::<FactList<S>>(&here, &ask, &mut Silent)?;
    lists::run(&here, &ask, &plan, &mut Silent)
}

fn counts(report: &Report) -> (u64, u64, u64, u64) {
    (report.rows, report.new, report.same, report.refused)
}

#[test]
fn lists_of_what_touches_lines_come_in_once_and_say_what_they_do_not_take() {
    both(|db| {
        world::build(&db);
        orders(&db, NOW, &intake::ask(ORDERS)).unwrap();
        let shipments = "Order No;Pos;Tracking no;Shipped on;Qty;Batch no;POD date\n\
            A-2;1;S-1;2026-02-18;40;L-88, L-89;2026-02-20\nA-9;1;S-2;2026-02-18;1;;\nA-1;1;S-3;2026-02-30;1;;\n";
        let report = take::<Shipments>(&db, shipments).unwrap();
        assert_eq!(counts(&report), (3, 2, 0, 1), "{report:?}");
        assert_eq!((report.refusals[0].row, &report.refusals[0].why), (3, &Why::NoSuchLine));
        assert_eq!(report.left_empty.len(), 1, "there is no thirtieth of February");
        assert_eq!(counts(&take::<Shipments>(&db, shipments).unwrap()), (3, 0, 2, 1));
        assert_eq!(number(&db, "select count(*) from touches where sort = 'lot'"), 2);
        let tests = "Order;Line;Inspection no;Lot;Result;Inspected on\nA-1;1;Q-1;L-90;abgelehnt;2026-03-01\nA-1;1;Q-2;L-91;maybe;2026-03-01\n";
        let report = take::<Inspections>(&db, tests).unwrap();
        assert_eq!((counts(&report), &report.refusals[0].why), ((2, 1, 0, 1), &Why::UnknownWord));
        let supplies = "Order;Line;PO no;Needed on;Confirmed date;Goods receipt\nA-1;1;P-7;2026-03-05;2026-03-12;\n";
        assert_eq!(counts(&take::<Supplies>(&db, supplies).unwrap()), (1, 1, 0, 0));
        let back = "Order;Line;RMA no;Returned on\nA-2;1;R-1;2026-03-01\n";
        assert_eq!(counts(&take::<Returns>(&db, back).unwrap()), (1, 1, 0, 0));
        let short = "Order;Line;Debit note no;Type;Payment date\nA-2;1;D-1;Chargeback;2026-03-01\n";
        assert_eq!(counts(&take::<ShortPayments>(&db, short).unwrap()), (1, 1, 0, 0));
    });
}

/// W06, W08, W17 and W18: what came in is looked at, also about a line that was delivered before.
#[test]
fn w06_w08_w17_w18_what_came_in_by_program_is_seen_by_the_watch() {
    both_async(|db| async move {
        let w = crate::world::World::new(db.clone()).await;
        let now = w.app.now().to_string();
        let given = db.clone();
        tokio::task::block_in_place(|| orders(&given, &now, &intake::ask(ORDERS)).unwrap());
        let key = format!("Bearer {}", w.key("maria"));
        let headers = vec![("authorization", key.as_str())];
        let ask = async |list: &str, rows: serde_json::Value| {
            let body = json!({ "rows": rows }).to_string();
            w.send("POST", &format!("/api/v1/lists/{list}"), &headers, body).await
        };
        let back = json!([{ "order": "A-2", "line": "1", "number": "R-1", "on": "2026-03-01" }, { "order": "A-7", "number": "R-2", "on": "2026-03-01" }]);
        let answer = ask("returns", back.clone()).await;
        assert_eq!((answer.status.as_u16(), &answer.body["new"]), (200, &json!(1)), "{:#}", answer.body);
        assert_eq!(
            (&answer.body["refused"][0]["row"], &answer.body["refused"][0]["field"]),
            (&json!(1), &json!("order"))
        );
        let again = ask("returns", back).await;
        assert_eq!((&again.body["new"], &again.body["same"]), (&json!(0), &json!(1)), "the same batch changes nothing");
        for (list, row) in [
            (
                "short-payments",
                json!({ "order": "A-2", "line": "1", "number": "D-1", "kind": "chargeback", "on": "2026-03-01" }),
            ),
            (
                "inspections",
                json!({ "order": "A-1", "line": "1", "number": "Q-1", "lots": "L-90", "verdict": "failed", "on": "2026-03-01" }),
            ),
            (
                "supplies",
                json!({ "order": "A-1", "line": "1", "number": "P-7", "needed": "2026-03-05", "promised": "2026-03-12" }),
            ),
        ] {
            let answer = ask(list, json!([row])).await;
            assert_eq!((answer.status.as_u16(), &answer.body["new"]), (200, &json!(1)), "{list}: {:#}", answer.body);
        }
        assert_eq!(ask("returns", json!([{ "order": "A-2", "price": 3 }])).await.status, 422);
        assert_eq!(ask("prices", json!([])).await.status, 404);
        let many = json!(vec![json!({ "order": "A-2", "number": "R-1", "on": "2026-03-01" }); 10_001]);
        assert_eq!(ask("returns", many).await.status, 422);
        foretell(&w.app).await.unwrap();
        let all = db.read::<_, store::Fault, _>(signals::counts).await.unwrap();
        let kinds: Vec<&str> = all.iter().map(|(kind, _)| kind.as_str()).collect();
        for kind in ["return-without-case", "short-paid", "failed-inspection", "upstream-slipped"] {
            assert!(kinds.contains(&kind), "{kind} is not among {kinds:?}");
        }
    });
}

/// S229 on the page: a supplier is late, the page lists who depends on it, and one act makes the signals.
#[test]
fn s229_the_page_of_a_late_supplier_makes_a_signal_of_each_line_in_one_act() {
    both_async(|db| async move {
        let given = db.clone();
        tokio::task::block_in_place(|| {
            world::build(&given);
            let file = "Order No;Pos;Customer No;Item;Supplier;Promised date;Delivery date\n\
                A-1;1;K-20;KB-7;Odra & Co;2026-03-20;\nA-2;1;K-20;KB-8;Odra & Co;2026-03-25;\nA-3;1;K-20;KB-9;Narew;2026-03-25;\n";
            orders(&given, NOW, &intake::ask(file)).unwrap();
        });
        let mut maria = Visitor::at(db, world::NOW).await.is(MARIA).await;
        maria.get("/radius").await.is(200).shows("What it spreads by");
        let there = "/radius?sort=supplier&name=Odra%20%26%20Co";
        maria.get(there).await.is(200).shows("A-1/1").shows("A-2/1").hides("A-3/1").shows("2 lines of one customer");
        let cause = [("sort", "supplier"), ("name", "Odra & Co")];
        maria.post("/radius", &cause).await.is(422).shows("Say in one sentence what happened");
        let told = maria.post("/radius", &[cause[0], cause[1], ("why", "Their copper is a week late.")]).await;
        let to = told.to.clone().expect("it leads on");
        maria.get(&to).await.is(200).shows("2 signals made").shows("has its signal");
        maria.get("/signals").await.shows("A-1/1 depends on what went wrong: Their copper is a week late.");
        maria.get("/radius?sort=lot&name=L-1").await.is(200).shows("Nothing is known to depend on");
    });
}
