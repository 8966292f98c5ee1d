//! What is said to everybody of how we handle trouble, on both databases: written by one, published by a person, taken off, each in the log.

use crate::support;
use std::collections::BTreeMap;
use store::handling::{self, Figures, WORDS_AT_MOST, Written};
use store::{By, audit, firm, welcome};
use support::both;
use support::world::*;

fn written(words: &str) -> Written {
    Written {
        words: BTreeMap::from([("en".into(), words.into()), ("pl".into(), "  ".into())]),
        phone: " +48 22 555 01 00 ".into(),
        email: "trouble@boards.example".into(),
    }
}

#[test]
fn nothing_is_seen_before_a_person_published_it_and_what_was_published_stays() {
    both(|db| {
        build(&db);
        assert_eq!(read(&db, handling::of), handling::Handling::default());
        let version = read(&db, firm::version);
        write(&db, |tx| handling::write(tx, &written("We call."), 0, &by(1)));
        let kept = read(&db, handling::of);
        assert_eq!((kept.version, &kept.published), (1, &None));
        assert_eq!((kept.written.phone.as_str(), kept.written.words.len()), ("+48 22 555 01 00", 1), "tidied");
        refused(&db, "handling-needs-a-name", |tx| handling::publish(tx, Figures::Hidden, 1, &by(2)));
        write(&db, |tx| welcome::name_company(tx, "Nordlot Boards", &by(3)));
        let nobody = By { person: None, ..by(4) };
        refused(&db, "not-allowed", move |tx| handling::publish(tx, Figures::Hidden, 1, &nobody));
        refused(&db, "setting-changed-meanwhile", |tx| handling::publish(tx, Figures::Hidden, 0, &by(5)));
        write(&db, |tx| handling::publish(tx, Figures::Hidden, 1, &by(6)));
        write(&db, |tx| handling::write(tx, &written("We run."), 2, &by(7)));
        let seen = read(&db, firm::load);
        let published = seen.handling.published.as_ref().expect("published");
        assert_eq!((published.by, published.figures), (ANNA, Figures::Hidden));
        assert_eq!(published.written.words["en"], "We call.", "what is written later is not published by itself");
        assert!(seen.handling.differs() && seen.version > version);
        write(&db, |tx| handling::publish(tx, Figures::Shown, 3, &by(8)));
        assert!(!read(&db, handling::of).differs());
        write(&db, |tx| handling::take_off(tx, &by(9)));
        let off = read(&db, handling::of);
        assert_eq!((off.published, off.written.words["en"].as_str()), (None, "We run."));
        let log: Vec<String> =
            read(&db, |conn| audit::about(conn, "handling", 20)).into_iter().map(|line| line.what).collect();
        assert_eq!(log.len(), 5, "{log:?}");
        for (what, times) in [("handling-written", 2), ("handling-published", 2), ("handling-taken-off", 1)] {
            assert_eq!(log.iter().filter(|line| *line == what).count(), times, "{log:?}");
        }
    });
}

#[test]
fn the_same_again_changes_nothing_and_what_is_wrong_is_refused() {
    both(|db| {
        build(&db);
        write(&db, |tx| handling::take_off(tx, &by(1)));
        write(&db, |tx| welcome::name_company(tx, "Nordlot Boards", &by(2)));
        for n in [3, 4] {
            write(&db, move |tx| handling::write(tx, &written("We call."), 0, &by(n)));
        }
        for n in [5, 6] {
            write(&db, move |tx| handling::publish(tx, Figures::Shown, 1, &by(n)));
        }
        assert_eq!(read(&db, handling::of).version, 2, "pressed twice, done once");
        refused(&db, "setting-changed-meanwhile", |tx| handling::write(tx, &written("We run."), 1, &by(7)));
        let long = "x".repeat(WORDS_AT_MOST + 1);
        refused(&db, "too-long", move |tx| handling::write(tx, &written(&long), 2, &by(8)));
        refused(&db, "handling-email", |tx| {
            handling::write(tx, &Written { email: "call us".into(), ..written("We call.") }, 2, &by(9))
        });
        refused(&db, "too-long", |tx| {
            handling::write(tx, &Written { phone: "1".repeat(201), ..written("We call.") }, 2, &by(10))
        });
    });
}
