//! Everything goes out, page by page, on both databases; a copy of SQLite is a whole database of its own.

use crate::support;
use casework::ids::{AccountId, PersonId};
use casework::kinds::Role;
use serde_json::Value;
use store::accounts::{self, Account};
use store::dialect::Engine;
use store::export::{self, Copied, Place};
use store::people::{self, Person};
use store::{By, Db, NotKept};
use support::{Fresh, NOW, both, world};
use uuid::Uuid;

fn fill(db: &Db) {
    let by = By { person: None, request: casework::ids::RequestId(Uuid::from_u128(1)), now: NOW };
    db.write_now(move |tx| {
        let id = PersonId(Uuid::from_u128(7));
        let person = Person { language: "pl".into(), ..world::person(id, "Maria", &[Role::Owner]) };
        people::add(tx, &person, "a hash that stays here", &by)?;
        // More than one page.
        for n in 0_i64..=export::PAGE {
            let id = AccountId(Uuid::from_u128(1000 + u128::from(n.unsigned_abs())));
            accounts::add(tx, &Account::named(id, &format!("Customer {n}")), &by)?;
        }
        Ok::<_, NotKept>(())
    })
    .unwrap_or_else(|e| panic!("{e:?}"));
}

#[test]
fn every_row_goes_out_once_and_no_secret_does() {
    both(|db| {
        fill(&db);
        let (mut lines, mut place) = (vec![], Some(Place::default()));
        while let Some(from) = place {
            let (page, next) = db.read_now(move |conn| export::page(conn, from)).expect("a page");
            lines.extend(page);
            place = next;
        }
        let of = |kind: &str| lines.iter().filter(|l| l["type"] == kind).collect::<Vec<&Value>>();
        let mut accounts: Vec<&str> = of("account").iter().filter_map(|l| l["id"].as_str()).collect();
        accounts.sort_unstable();
        accounts.dedup();
        assert_eq!(accounts.len() as i64, export::PAGE + 1);
        assert_eq!(of("person")[0]["email"], "maria@boards.example");
        assert_eq!(of("person")[0]["language"], "pl");
        assert!(of("person")[0]["made_at"].is_i64(), "each column goes out under its own name");
        assert_eq!(of("person")[0]["id"], Uuid::from_u128(7).to_string());
        assert!(of("account")[0]["protocol"].is_object(), "JSON goes out as JSON");
        assert!(!lines.iter().any(|l| l.to_string().contains("a hash that stays here")));
    });
}

#[test]
fn a_copy_of_sqlite_is_a_database_of_its_own_and_postgres_has_its_own_tools() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = Fresh::new(engine);
        let db = fresh.open();
        fill(&db);
        assert_eq!(db.read_now(export::integrity).expect("looked"), Vec::<String>::new());
        let to = fresh.dir.join("copy.db");
        let copied = export::copy(&fresh.target, &to).expect("copied");
        assert_eq!(copied, if engine == Engine::Sqlite { Copied::Yes } else { Copied::NotHere });
        if copied == Copied::Yes {
            assert!(export::copy(&fresh.target, &to).is_err(), "never written over");
            let copy = Db::open(&store::Target::Sqlite { file: to, readers: 1 }, NOW).expect("it opens");
            assert_eq!(copy.read_now(people::count).expect("counted"), 1);
            copy.close();
        }
        db.close();
    }
}
