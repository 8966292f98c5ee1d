//! Whose an order or a name is that a text speaks of, on both databases.
use crate::support::intake::*;
use crate::support::{NOW, both};
use casework::ids::AccountId;
use store::accounts::{self, Account};
use store::orders::{self, Terms, Told};
use store::{By, Db, elsewhere};
use uuid::Uuid;
use watch::Line;

fn order(db: &Db, account: AccountId, number: &str) {
    let told = vec![Told { row: 2, account, line: Line::new(number, "1") }];
    let kept = db.write_now(move |tx| on_day(0, |g| orders::keep(tx, &told, &Terms::default(), &mut mint(0), g)));
    kept.expect("kept");
}

/// The text of one customer names nothing of another: `elsewhere::order`, `elsewhere::orders_of`, `elsewhere::names`.
#[test]
fn a_number_and_a_name_are_found_with_the_customer_whose_they_are() {
    both(|db| {
        let ours = account(&db);
        let theirs = AccountId(Uuid::from_u128(0xE15E));
        let by = By { person: None, request: casework::ids::RequestId(Uuid::from_u128(7)), now: NOW };
        db.write_now(move |tx| accounts::add(tx, &Account::named(theirs, "Łoś Pumps"), &by)).expect("added");
        order(&db, ours, "PO-47110");
        order(&db, theirs, "PO-47111");
        let whose = |number: &str| {
            let number = number.to_owned();
            db.read_now(move |conn| elsewhere::order(conn, &number)).expect("read")
        };
        assert_eq!((whose("PO-47110"), whose("PO-47111"), whose("PO-4711")), (Some(ours), Some(theirs), None));
        let of = db.read_now(move |conn| elsewhere::orders_of(conn, ours)).expect("read");
        assert_eq!(of, ["PO-47110"]);
        let words = vec!["the".to_owned(), "los pumps".to_owned(), "ŁOŚ PUMPS".to_owned()];
        let named = db.read_now(move |conn| elsewhere::names(conn, &words)).expect("read");
        assert_eq!(named.iter().map(|n| (n.name.as_str(), n.account)).collect::<Vec<_>>(), [("Łoś Pumps", theirs)]);
    });
}
