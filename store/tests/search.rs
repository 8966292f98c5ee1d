//! What is written can be found again, with the same answers on both databases.

use crate::support;
use casework::ids::*;
use serde_json::json;
use store::accounts;
use store::search::{self, Doc};
use support::both;
use support::world::*;
use uuid::Uuid;

fn hits(db: &store::Db, words: &'static str) -> Vec<search::Hit> {
    read(db, move |c| search::find(c, words, 50))
}
fn titles(db: &store::Db, words: &'static str) -> Vec<String> {
    hits(db, words).into_iter().map(|h| format!("{} {}", h.kind, h.title)).collect()
}

#[test]
fn cases_people_and_notes_are_found_by_words_beginnings_and_marked_letters() {
    both(|db| {
        build(&db);
        let dry = open(&db, trouble(ACME, MS_RAO, "Half the boards have no solder on U7."), 1, after(0));
        open(&db, trouble(BOREALIS, JONAS, "Die Prüfberichte fehlen"), 2, after(1));
        act(
            &db,
            dry,
            command("add-note", json!({ "text": "Ms Rao sends a photo; the oven ran too cold, says Łukasz." })),
            3,
            after(2),
        );
        assert_eq!(titles(&db, "solder"), ["case Half the boards have no solder on U7."]);
        assert_eq!(titles(&db, "SOLD boa"), ["case Half the boards have no solder on U7."]);
        assert_eq!(titles(&db, "prufber"), ["case Die Prüfberichte fehlen"]);
        assert_eq!(titles(&db, "PRÜFBERICHTE fehlen"), ["case Die Prüfberichte fehlen"]);
        assert_eq!(titles(&db, "solder fehlen"), Vec::<String>::new(), "all the words must be there");
        let note = &hits(&db, "oven cold")[0];
        assert_eq!((note.kind.as_str(), note.number, note.account), ("note", Some(dry), Some(ACME)));
        assert_eq!(note.title, "Half the boards have no solder on U7.", "a note stands under its case");
        assert_eq!(note.account_name.as_deref(), Some("Acme Robotics"));
        assert!(note.snippet.contains("oven ran too cold"), "{}", note.snippet);
        assert_eq!(titles(&db, "borea"), ["account Boréalis GmbH", "contact Jonas Weber"]);
        assert_eq!(titles(&db, "rao")[0], "contact Dana Rao");
        assert_eq!(titles(&db, "dana@customer.example"), ["contact Dana Rao"]);
    });
}

#[test]
fn a_case_number_jumps_to_the_top() {
    both(|db| {
        build(&db);
        let number = open(&db, trouble(ACME, MS_RAO, "One"), 1, after(0));
        let other = open(&db, trouble(ACME, MS_RAO, "Two"), 2, after(0));
        act(
            &db,
            other,
            command("add-note", json!({ "text": format!("the same as {number} and {}", number.0) })),
            3,
            after(1),
        );
        for words in ["MG-1001", "mg-1001", " 1001 "] {
            let found = hits(&db, words);
            assert_eq!((found[0].kind.as_str(), found[0].number), ("case", Some(number)), "{words}");
            assert_eq!((found[1].kind.as_str(), found[1].number), ("note", Some(other)), "{words}");
            assert_eq!(found.len(), 2);
        }
        assert!(hits(&db, "MG-9999").is_empty());
    });
}

#[test]
fn what_is_typed_is_never_a_query_language() {
    both(|db| {
        build(&db);
        open(&db, trouble(ACME, MS_RAO, "Boards OR \"panels\" NOT (good) near U7* -x"), 1, after(0));
        for words in
            ["boards OR", "\"panels\"", "NOT good", "(good", "near u7*", "-x", "title:boards' & !panels", "u7:*"]
        {
            let found = titles(&db, words);
            let wanted = if words.starts_with("title") { 0 } else { 1 };
            assert_eq!(found.len(), wanted, "{words}: {found:?}");
        }
        for nothing in ["", "   ", "\"", "* ( ) ' \\", "🙂"] {
            assert!(titles(&db, nothing).is_empty(), "{nothing}");
        }
        assert_eq!(search::terms("a b a"), ["a", "b"]);
    });
}

#[test]
fn a_changed_name_is_found_and_the_old_one_is_not() {
    both(|db| {
        build(&db);
        let mut acme = read(&db, |c| accounts::by_id(c, ACME)).expect("Acme");
        acme.name = "Ampère Works".into();
        write(&db, move |tx| accounts::change(tx, &acme, &by(9)));
        assert_eq!(titles(&db, "ampere"), ["account Ampère Works"]);
        assert!(!titles(&db, "acme").contains(&"account Acme Robotics".to_owned()));
    });
}

#[test]
fn a_customer_is_found_though_thousands_of_notes_speak_of_them() {
    both(|db| {
        build(&db);
        for portion in 0..10u128 {
            write(&db, move |tx| {
                for n in 0..300u128 {
                    let body = format!("acme called about lot {} and the internationale thing", portion * 300 + n);
                    let doc = Doc {
                        kind: "note",
                        subject: Uuid::from_u128(0x1_0000 + portion * 300 + n),
                        case: None,
                        account: Some(BOREALIS.0),
                        at: after((portion * 300 + n) as i64),
                        title: "",
                        body: &body,
                    };
                    search::put(tx, &doc)?;
                }
                Ok(())
            });
        }
        let found = read(&db, |c| search::find(c, "acme", 20));
        assert_eq!((found[0].kind.as_str(), found[0].title.as_str()), ("account", "Acme Robotics"));
        assert_eq!(found.len(), 20);
        assert_eq!(found.last().map(|h| h.at), Some(after(2981)), "then the newest");
        // A rare word among common ones, and a long beginning, are found however old.
        assert_eq!(hits(&db, "acme 17").iter().filter(|h| h.snippet.contains("lot 17 ")).count(), 1);
        assert_eq!(read(&db, |c| search::find(c, "internat lot 23", 200)).len(), 111);
        assert_eq!(read(&db, |c| search::find(c, "lot 2999", 200)).len(), 1);
    });
}

#[test]
fn of_a_very_long_text_the_beginning_is_searchable() {
    both(|db| {
        build(&db);
        let body = format!("{} first {} last", "x".repeat(3_000), "word ".repeat(5_000));
        write(&db, move |tx| {
            let doc = Doc {
                kind: "note",
                subject: Uuid::from_u128(7),
                case: None,
                account: None,
                at: NOW,
                title: "",
                body: &body,
            };
            Ok(search::put(tx, &doc)?)
        });
        assert_eq!(hits(&db, "first").len(), 1);
        assert_eq!(hits(&db, "last").len(), 0);
        assert_eq!(hits(&db, "word").first().and_then(|h| h.account), None::<AccountId>);
    });
}
