//! Whatever a list calls a customer, number or name, in a table or in a message, one customer stays one account; on both databases.

use crate::intake;
use crate::support;
use intake::{ask, here, import, number};
use makegood::import::{
    alternates::AlternateList,
    lists,
    orders::{Ask, Mode},
    plan::Wishes,
    progress::Silent,
    report::Report,
    source::Source,
    why::Why,
};
use std::sync::Arc;
use store::accounts::{self, Account};
use store::{Db, Fault, lines};
use support::{both, world};
use uuid::Uuid;
use watch::LineKey;
use world::{ACME, BOREALIS, by};

const NOW: &str = "2026-03-02T09:00:00Z";
const SECOND_ACME: casework::ids::AccountId = casework::ids::AccountId(Uuid::from_u128(0x2ACE));

fn table(customer: &str) -> Ask {
    ask(format!("Order No;Line;Customer;Item;Promise Date;Delivered\n4711;10;{customer};PCB;2026-05-01;\n"))
}

/// Whose the line is.
fn whose(db: &Db, order: &str) -> Option<casework::ids::AccountId> {
    let key = LineKey { order_no: order.into(), line_no: "10".into() };
    let found = db.read_now::<_, Fault, _>(move |conn| lines::by_keys(conn, std::slice::from_ref(&key)));
    found.expect("lines").first().map(|kept| kept.account)
}

fn accounts_in(db: &Db) -> i64 {
    number(db, "select count(*) from accounts")
}

/// The other customer of the same name, with a number of its own.
fn namesake(db: &Db) {
    let account = Account { reference: Some("K-77".into()), ..Account::named(SECOND_ACME, "ACME Robotics") };
    db.write_now(move |tx| accounts::add(tx, &account, &by(77))).expect("a second customer");
}

fn alternates(db: &Db, customer: &str) -> Report {
    let text = format!("Item;Alternate;Approved by\nKB-7;KB-8;{customer}\n");
    let source = Source::Upload { name: "list.csv".into(), bytes: Arc::from(text.into_bytes()) };
    let ask = lists::Ask { source, wishes: Wishes::default(), decimal: None, mode: Mode::Keep, report: None };
    let here = here(db, NOW);
    let plan = lists::prepare::<AlternateList>(&here, &ask, &mut Silent).expect("a list");
    lists::run(&here, &ask, &plan, &mut Silent).expect("a report")
}

/// Typed in at the desk with its number, and an order file came that says *Acme Robotics*: there were two of them from then on, the
/// case with one and the orders with the other.
#[test]
fn an_order_file_that_named_a_numbered_customer_by_name_made_a_second_account() {
    both(|db| {
        world::build(&db);
        for (order, customer) in [("4711", "Acme Robotics"), ("4711", "ACME ROBOTICS "), ("4711", "K-20")] {
            let report = import(&db, NOW, &table(customer)).expect("orders");
            assert_eq!((report.accounts_new, report.refused, whose(&db, order)), (0, 0, Some(ACME)), "{customer}");
        }
        let by_both = "Order No;Line;Customer No;Customer Name;Item;Promise Date;Delivered\n\
            4712;10;K-21;Boréalis GmbH;PCB;2026-05-01;\n4713;10;Boréalis GmbH;;PCB;2026-05-01;\n";
        assert_eq!(import(&db, NOW, &ask(by_both)).expect("orders").accounts_new, 0);
        assert_eq!((whose(&db, "4712"), whose(&db, "4713")), (Some(BOREALIS), Some(BOREALIS)));
        let unnamed = "Order No;Line;Item;Promise Date;Delivered\n4714;10;PCB;2026-05-01;\n";
        let named = Ask { account: Some("boréalis gmbh".into()), ..ask(unnamed) };
        assert_eq!((import(&db, NOW, &named).expect("orders").accounts_new, whose(&db, "4714")), (0, Some(BOREALIS)));
        assert_eq!(accounts_in(&db), 2);
    });
}

/// X12 and EDIFACT name the buyer by number and name, or by one of them.
#[test]
fn a_message_that_named_a_numbered_customer_by_name_made_a_second_account() {
    both(|db| {
        world::build(&db);
        let x12 = "ISA*00*          *00*          *ZZ*SOMEBODY       *ZZ*NORDLOT        *260302*0900*U*00401*000000001*0*P*>~\n\
            GS*PO*A*B*20260302*0900*1*X*004010~\nST*850*0001~\nBEG*00*SA*4711**20260227~\nN1*BY*Acme Robotics~\n\
            PO1*10*200*EA***VP*N-123~\nSE*5*0001~\nGE*1*1~\nIEA*1*000000001~\n";
        let edifact = "UNB+UNOC:3+SOMEBODY+NORDLOT+260302:0900+1'UNH+1+ORDERS:D:96A:UN'BGM+220+4712+9'\
            NAD+BY+++Boréalis GmbH'LIN+10++N-123:SA'QTY+21:50'UNT+6+1'UNZ+1+1'";
        for text in [x12, edifact] {
            let report = import(&db, NOW, &ask(text)).expect("a message");
            assert_eq!((report.new, report.accounts_new, report.refused), (1, 0, 0), "{text}");
        }
        let theirs = [whose(&db, "4711/Acme Robotics"), whose(&db, "4712/Boréalis GmbH")];
        assert_eq!((theirs, accounts_in(&db)), ([Some(ACME), Some(BOREALIS)], 2));
        namesake(&db);
        let report = import(&db, NOW, &ask(x12)).expect("a message");
        let refused = &report.refusals[0];
        assert_eq!((refused.row, refused.column.as_str(), &refused.why), (6, "customer", &Why::SeveralCustomers));
    });
}

#[test]
fn a_name_of_two_customers_is_refused_by_row_and_column_and_nobody_is_guessed() {
    both(|db| {
        world::build(&db);
        namesake(&db);
        let text = "Order No;Line;Kunde;Item;Promise Date;Delivered\n\
            4711;10;Acme Robotics;PCB;2026-05-01;\n4712;10;K-77;PCB;2026-05-01;\n4713;10;Nobody yet;PCB;2026-05-01;\n";
        for mode in [Mode::DryRun, Mode::Keep] {
            let report = import(&db, NOW, &Ask { mode, ..ask(text) }).expect("orders");
            assert_eq!((report.rows, report.new, report.refused, report.accounts_new), (3, 2, 1, 1));
            let refused = &report.refusals[0];
            assert_eq!((refused.row, refused.column.as_str(), refused.value.as_str()), (2, "Kunde", "Acme Robotics"));
            assert_eq!(refused.why, Why::SeveralCustomers);
        }
        assert_eq!((whose(&db, "4711"), whose(&db, "4712")), (None, Some(SECOND_ACME)));
        let refused = alternates(&db, "acme robotics").refusals.remove(0);
        assert_eq!((refused.row, refused.column.as_str(), refused.why), (2, "Approved by", Why::SeveralCustomers));
        assert_eq!(alternates(&db, "K-77").new, 1);
    });
}

/// Two spellings of a new customer in one file are one account, however often a dry run makes it.
#[test]
fn a_new_customer_in_two_spellings_is_one_account() {
    both(|db| {
        world::build(&db);
        let row = |n: usize, name: &str| format!("{n};10;{name};PCB;2026-05-01;\n");
        let rows: String = (0..4_500).map(|n| row(n, ["Bolt", "BOLT", "10099"][n % 3])).collect();
        let text = format!("Order No;Line;Customer;Item;Promise Date;Delivered\n{rows}");
        for mode in [Mode::DryRun, Mode::Keep] {
            let report = import(&db, NOW, &Ask { mode, ..ask(text.clone()) }).expect("orders");
            assert_eq!((report.new, report.refused, report.accounts_new), (4_500, 0, 2));
        }
        assert_eq!((accounts_in(&db), whose(&db, "0")), (4, whose(&db, "1")));
    });
}
