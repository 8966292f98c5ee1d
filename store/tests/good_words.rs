//! Their words at a good end are shown where they said that they may be, and nowhere else; on both databases (S240).

use crate::support;
use crate::support::life::Life;
use jiff::{ToSpan, tz::TimeZone};
use serde_json::json;
use store::{Db, good_words, hindsight};
use support::both;
use support::world::{ACME, BOREALIS, JONAS, MS_RAO, NOW, act, build, command, read, write};

fn shown(db: &Db) -> Vec<String> {
    let later = NOW + 2000.hours();
    write(db, move |tx| {
        while hindsight::look_back(tx, &TimeZone::UTC, later)?.caught_up == hindsight::CaughtUp::NotYet {}
        Ok::<_, store::NotKept>(())
    });
    read(db, |conn| good_words::newest(conn, 10)).into_iter().map(|word| word.number.to_string()).collect()
}

/// S240: a solved case with their words and their leave is shown; without leave, unsolved or open again it is not.
#[test]
fn s240_words_are_shown_only_with_leave_and_while_it_is_solved() {
    both(|db| {
        build(&db);
        let yes = Life { may_be_shown: Some("yes"), ..Life::of(1, ACME, MS_RAO, NOW) };
        let number = yes.told(&db);
        Life { may_be_shown: Some("no"), ..Life::of(2, BOREALIS, JONAS, NOW) }.told(&db);
        Life::of(3, ACME, MS_RAO, NOW + 240.hours()).told(&db);
        Life { solved_after: None, ..Life::of(4, ACME, MS_RAO, NOW + 480.hours()) }.told(&db);
        assert_eq!(shown(&db), [number.to_string()]);
        let words = read(&db, |conn| good_words::newest(conn, 10)).remove(0);
        assert_eq!((words.words.as_str(), words.account_name.as_str()), ("All boxes are right now.", "Acme Robotics"));
        assert_eq!(words.by, MS_RAO);
        let again = json!({ "contact": MS_RAO, "words": "The scanner refuses them again." });
        act(&db, number, command("reopen", again), 900, NOW + 1000.hours());
        assert!(shown(&db).is_empty(), "open again, it is no good end");
    });
}
