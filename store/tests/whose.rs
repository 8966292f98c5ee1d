//! One customer is one account, by whatever it is called in what comes in, on both databases.

use crate::support;
use crate::support::intake;
use casework::ids::AccountId;
use intake::mint;
use store::accounts::{self, Account};
use store::whose::{self, Customer, Found, Whose};
use store::{Db, audit, search};
use support::world::{ACME, BOREALIS, build, by, read, write};
use support::{NOW, both};
use uuid::Uuid;

const BOLT: AccountId = AccountId(Uuid::from_u128(0xB017));

fn named(key: &str, name: &str) -> Customer {
    Customer { key: key.into(), name: Some(name.into()).filter(|name: &String| !name.is_empty()) }
}

/// What a batch on this day finds and makes.
fn batch(db: &Db, day: i64, customers: &[(&str, &str)]) -> Found {
    let customers: Vec<Customer> = customers.iter().map(|(key, name)| named(key, name)).collect();
    write(db, move |tx| Ok(whose::found_or_made(tx, &customers, "Europe/Berlin", &mut mint(day), NOW)?))
}

fn account(db: &Db, id: AccountId) -> Account {
    read(db, move |conn| accounts::by_id(conn, id)).expect("an account")
}

/// An account typed in at the desk, with a number or without.
fn typed(db: &Db, id: AccountId, name: &str, number: Option<&str>) {
    let account = Account { reference: number.map(str::to_owned), ..Account::named(id, name) };
    write(db, move |tx| accounts::add(tx, &account, &by(id.0.as_u128())));
}

#[test]
fn customers_become_accounts_once_and_are_marked_as_imported() {
    both(|db| {
        build(&db);
        let first = batch(&db, 0, &[("K-20", ""), ("K-8", "Beta")]);
        assert_eq!(first.accounts["K-20"], ACME);
        assert_eq!(first.made.into_iter().collect::<Vec<_>>(), [("K-8".to_owned(), "K-8".to_owned())]);
        let again = batch(&db, 1, &[("K-8", ""), ("beta", ""), (" Beta ", "")]);
        assert_eq!(again.accounts.values().collect::<Vec<_>>(), [&first.accounts["K-8"]; 3]);
        assert!(again.made.is_empty() && again.several.is_empty());
        let made = account(&db, first.accounts["K-8"]);
        assert_eq!((made.origin.as_str(), made.name.as_str(), made.zone.as_str()), ("import", "Beta", "Europe/Berlin"));
    });
}

/// An order file that named a customer by its name made a second account as soon as the first one had a customer number.
#[test]
fn a_customer_with_a_number_that_a_file_names_by_its_name_got_a_second_account() {
    both(|db| {
        build(&db);
        let found = batch(&db, 0, &[("ACME robotics", ""), ("Boréalis GmbH", "")]);
        assert_eq!((found.accounts["ACME robotics"], found.accounts["Boréalis GmbH"]), (ACME, BOREALIS));
        assert_eq!((found.made.len(), read(&db, |conn| accounts::list(conn, None, 10)).len()), (0, 2));
        // A number goes before a name, even where somebody else is called like it.
        typed(&db, BOLT, "K-20", None);
        assert_eq!(batch(&db, 1, &[("K-20", "")]).accounts["K-20"], ACME);
    });
}

#[test]
fn a_name_that_two_customers_share_is_nobodys_until_somebody_says_whose() {
    both(|db| {
        build(&db);
        typed(&db, BOLT, "acme ROBOTICS", Some("K-77"));
        let found = batch(&db, 0, &[("Acme Robotics", ""), ("K-77", "Acme Robotics")]);
        assert_eq!(found.several.iter().collect::<Vec<_>>(), ["Acme Robotics"]);
        assert_eq!((found.accounts.len(), found.accounts["K-77"], found.made.len()), (1, BOLT, 0));
        assert_eq!(read(&db, |conn| whose::is(conn, "acme robotics")), Some(Whose::Several));
        assert_eq!(Whose::Several.one(), None);
        let said = vec!["acme robotics".to_owned(), "K-77".to_owned(), "nobody".to_owned()];
        let known = read(&db, move |conn| whose::known(conn, &said));
        assert_eq!((known.len(), known["K-77"].one()), (2, Some(BOLT)));
    });
}

#[test]
fn the_customer_typed_in_without_a_number_gets_the_one_of_the_order_system() {
    both(|db| {
        build(&db);
        typed(&db, BOLT, "Bolt", None);
        let found = batch(&db, 0, &[("10099", "BOLT")]);
        assert_eq!((found.accounts["10099"], found.made.len()), (BOLT, 0));
        assert_eq!(account(&db, BOLT).reference.as_deref(), Some("10099"));
        let log = read(&db, |conn| audit::list(conn, None, 100));
        let changed = log.iter().find(|entry| entry.what == "account-changed").expect("it is on record");
        assert_eq!((changed.subject.as_str(), changed.person), (BOLT.to_string().as_str(), None));
        let hits = read(&db, |conn| search::find(conn, "10099", 5));
        assert!(hits.iter().any(|hit| hit.subject == BOLT.0), "{hits:?}");
        // Another number of that name is another customer now.
        let other = batch(&db, 1, &[("10100", "Bolt")]);
        assert_eq!((other.made.len(), other.accounts["10100"] == BOLT), (1, false));
    });
}

/// Of two numbers with one name nobody knows which is the customer without a number.
#[test]
fn two_numbers_of_one_name_are_two_customers_and_neither_takes_the_one_without() {
    both(|db| {
        build(&db);
        typed(&db, BOLT, "Bolt", None);
        let found = batch(&db, 0, &[("10099", "Bolt"), ("10100", "Bolt")]);
        assert_eq!((found.made.len(), account(&db, BOLT).reference), (2, None));
    });
}

/// The first file knows the customer by name alone, the second by its number, too.
#[test]
fn who_was_made_from_a_name_alone_gets_the_number_when_a_file_says_it() {
    both(|db| {
        build(&db);
        let first = batch(&db, 0, &[("Bolt", ""), ("BOLT", "")]);
        assert_eq!((first.accounts["Bolt"], first.made.len()), (first.accounts["BOLT"], 2));
        assert!(first.made.values().all(|under| under == "Bolt"), "one account, counted once: {first:?}");
        let second = batch(&db, 1, &[("10099", "Bolt")]);
        assert_eq!((second.accounts["10099"], second.made.len()), (first.accounts["Bolt"], 0));
        assert_eq!(batch(&db, 2, &[("bolt", "")]).accounts["bolt"], first.accounts["Bolt"]);
    });
}
