//! What touches order lines comes in from files and by program: understood, kept, and every row that is not taken says why; the watch
//! sees what it shows. On both databases.

use crate::intake;
use crate::pages_desk::orders::settled;
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

/// A file of one of the lists, as somebody brings it in by the page: columns in sight, tried without keeping anything, kept.
#[test]
fn each_list_comes_in_by_a_page_with_its_columns_in_sight_and_a_trial_first() {
    both_async(|db| async move {
        let given = db.clone();
        tokio::task::block_in_place(|| {
            world::build(&given);
            orders(&given, NOW, &intake::ask(ORDERS)).unwrap();
        });
        let kept = || tokio::task::block_in_place(|| number(&db, "select count(*) from line_facts"));
        let mut maria = Visitor::at(db.clone(), world::NOW).await.is(MARIA).await;
        maria
            .get("/orders/import?list=returns")
            .await
            .is(200)
            .shows("What the file holds")
            .shows("Reports of nonconformity");
        let before = kept();
        for (n, (list, file, shows)) in [
            ("milestones", "Order;Pos;Step;Planned;Done\nA-1;1;Drill;2026-03-03;\nA-9;1;Drill;2026-03-03;\n", "Drill"),
            ("supplies", "Order;Pos;PO no;Needed on;Confirmed date\nA-1;1;P-7;2026-03-05;2026-03-12\nA-9;1;P;2026-03-05;\n", "P-7"),
            ("set-aside", "Order;Pos;Required quantity;Reserved\nA-1;1;40;12\nA-9;1;1;1\n", "12"),
            ("inspections", "Order;Pos;Inspection no;Lot;Result;Inspected on\nA-1;1;Q-1;L-90;failed;2026-03-01\nA-9;1;Q;L;ok;2026-03-01\n", "L-90"),
            ("loads", "Order;Pos;Work centre;Week of;Planned hours;Capacity\nA-1;1;Drill;2026-03-16;90;80\nA-9;1;Drill;2026-03-16;1;1\n", "90"),
            ("shipments", "Order;Pos;Tracking no;Shipped on;Qty\nA-1;1;S-1;2026-03-01;40\nA-9;1;S;2026-03-01;1\n", "S-1"),
            ("returns", "Order;Pos;RMA no;Returned on\nA-2;1;R-1;2026-03-01\nA-9;1;R;2026-03-01\n", "R-1"),
            ("short-payments", "Order;Pos;Debit note no;Type;Payment date\nA-2;1;D-1;Chargeback;2026-03-01\nA-9;1;D;Chargeback;2026-03-01\n", "D-1"),
            ("nonconformities", "Order;Pos;Number;Date;Defect;Lot\nA-2;1;QN-1;2026-03-01;Bore too small;L-90\nA-9;1;Q;2026-03-01;x;\n", "Bore too small"),
        ]
        .into_iter()
        .enumerate()
        {
            let id = uuid::Uuid::from_u128(0x900 + n as u128).to_string();
            let sent = maria.upload_as("/orders/import", &id, ("list", list), "list.csv", file).await;
            let there = sent.to.clone().expect("it leads on");
            let look = settled(&mut maria, &there).await;
            look.shows("Nothing is kept yet").shows("1 new").shows("1 refused").shows("Row 3").shows(shows);
            look.shows("No order file told of this order line yet").shows("Keep these rows");
            assert_eq!(kept(), before + n as i64, "{list}: a trial keeps nothing");
            let columns = crate::visit::fields_of(&look.html);
            let pairs: Vec<(&str, &str)> = columns.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
            maria.post(&there, &pairs).await.leads_to(&there);
            settled(&mut maria, &there).await.shows("It is done").shows("1 new").shows("See the signals");
            assert_eq!(kept(), before + n as i64 + 1, "{list}");
        }
        // A column that no header names is chosen by hand; a list that there is not is refused.
        let odd = "aa,bb,cc\nA-2,R-9,2026-03-02\n";
        let id = uuid::Uuid::from_u128(0x990).to_string();
        let there =
            maria.upload_as("/orders/import", &id, ("list", "returns"), "odd.csv", odd).await.to.clone().expect("on");
        settled(&mut maria, &there).await.shows("No column was recognised as: Order number").hides("Keep these rows");
        let said = [("order", "#1"), ("number", "#2"), ("on", "#3"), ("look", "yes")];
        maria.post(&there, &said).await.leads_to(&there);
        settled(&mut maria, &there).await.shows("No order file told of this order line yet").shows("A-2");
        let id = uuid::Uuid::from_u128(0x991).to_string();
        maria.upload_as("/orders/import", &id, ("list", "prices"), "list.csv", odd).await.is(422).shows("Choose one");
    });
}

/// W20: whoever hears it counts it with one press; the third time is a signal.
#[test]
fn w20_a_question_heard_on_the_phone_is_counted_on_the_page_of_its_line() {
    both_async(|db| async move {
        let given = db.clone();
        tokio::task::block_in_place(|| {
            world::build(&given);
            orders(&given, NOW, &intake::ask(ORDERS)).unwrap();
        });
        let key = watch::LineKey { order_no: "A-1".into(), line_no: "1".into() };
        let found = db
            .read::<_, store::Fault, _>(move |conn| store::lines::by_keys(conn, std::slice::from_ref(&key)))
            .await
            .unwrap();
        let there = format!("/orders/line/{}", found[0].id);
        let mut maria = Visitor::at(db.clone(), world::NOW).await.is(MARIA).await;
        maria.get(&there).await.is(200).shows("They have not asked yet");
        for _ in 0..3 {
            maria.post(&format!("{there}/asked"), &[]).await.leads_to(&there);
            maria.post(&format!("{there}/asked"), &[]).await.leads_to(&there);
            maria.pass(jiff::SignedDuration::from_hours(3));
        }
        maria.get(&there).await.shows("They have asked 3 times");
        foretell(&maria.app).await.unwrap();
        maria.get("/signals").await.shows("They have asked 3 times where A-1/1 is");
        maria.post(&format!("/orders/line/{}/asked", uuid::Uuid::from_u128(9)), &[]).await.is(404);
    });
}

/// S229 on the page: a supplier is late, the page lists who depends on it, and one act makes the signals.
#[test]
fn s229_the_page_of_a_late_supplier_makes_a_signal_of_each_line_in_one_act() {
    both_async(|db| async move {
        let given = db.clone();
        tokio::task::block_in_place(|| {
            world::build(&given);
            let file = "Order No;Pos;Customer No;Item;Qty;Supplier;Promised date;Delivery date\n\
                A-1;1;K-20;KB-7;117;Odra & Co;2026-03-20;\nA-2;1;K-20;KB-8;90;Odra & Co;2026-03-25;\nA-3;1;K-20;KB-9;;Narew;2026-03-25;\n";
            orders(&given, NOW, &intake::ask(file)).unwrap();
        });
        let mut maria = Visitor::at(db, world::NOW).await.is(MARIA).await;
        maria.get("/radius").await.is(200).shows("What it spreads by");
        let there = "/radius?sort=supplier&name=Odra%20%26%20Co";
        maria
            .get(there)
            .await
            .is(200)
            .shows("A-1/1")
            .shows("A-2/1")
            .hides("A-3/1")
            .shows("2 lines of one customer")
            .shows("117");
        let cause = [("sort", "supplier"), ("name", "Odra & Co")];
        maria.post("/radius", &cause).await.is(422).shows("Say in one sentence what happened");
        let told = maria.post("/radius", &[cause[0], cause[1], ("why", "Their copper is a week late.")]).await;
        let to = told.to.clone().expect("it leads on");
        maria.get(&to).await.is(200).shows("2 signals made").shows("has its signal");
        maria.get("/signals").await.shows("and 1 more like it");
        let why = "A-1/1 depends on what went wrong: Their copper is a week late.";
        maria.get("/signals?by=time").await.shows(why);
        // The boundary is a record: widened, narrowed, each time with the reason.
        let boundary = maria.get("/radius").await;
        let there =
            boundary.html.split("href=\"/radius/").nth(1).and_then(|rest| rest.split('"').next()).expect("a boundary");
        let there = format!("/radius/{there}");
        maria
            .get(&there)
            .await
            .is(200)
            .shows("Their copper is a week late.")
            .shows("It reaches 2 lines")
            .shows("drawn");
        let more = [("sort", "supplier"), ("name", "Narew")];
        maria.post(&there, &more).await.is(422).shows("Say why");
        let told = maria.post(&there, &[more[0], more[1], ("why", "The same mine.")]).await;
        maria
            .get(&told.to.clone().expect("on"))
            .await
            .shows("One signal made")
            .shows("It reaches 3 lines")
            .shows("The same mine.");
        let less = [("narrow", "yes"), ("cause", "supplier=Narew"), ("why", "They have stock.")];
        let told = maria.post(&there, &less).await;
        let page = maria.get(&told.to.clone().expect("on")).await;
        page.shows("One signal ended").shows("It reaches 2 lines").shows("narrowed").shows("They have stock.");
        maria.get("/radius?sort=lot&name=L-1").await.is(200).shows("Nothing is known to depend on");
    });
}
