//! Memory speaks first: what went before is found by what it shares with a new trouble, and says by what; on both databases (S230).
use crate::support;
use crate::support::life;
use casework::facts::Actor;
use jiff::tz::TimeZone;
use life::Life;
use store::facts::CaseRef;
use store::memory::{self, Alike, Near, Told};
use store::{Db, Fault, hindsight};
use support::both;
use support::world::{ACME, BOREALIS, JONAS, MARIA, MS_RAO, NOW, after, ask_two, build, command, open, read, trouble};

fn looked_back(db: &Db) {
    db.write_now::<_, Fault, _>(|tx| hindsight::look_back(tx, &TimeZone::UTC, after(100_000))).expect("looked back");
}

fn near(db: &Db, told: Told) -> Vec<Near> {
    read(db, move |conn| memory::nearest(conn, &told, None, memory::SHOWN))
}

fn said(words: &str) -> Told {
    Told { words: vec![words.into()], ..Told::default() }
}

fn titles(near: &[Near]) -> Vec<&str> {
    near.iter().map(|near| near.case.title.as_str()).collect()
}

#[test]
fn the_nearest_share_what_is_named_before_words_and_say_by_what_they_are_near() {
    both(|db| {
        build(&db);
        for (n, title) in [
            "The connectors of KB-7 are bent.",
            "Half the boards have no solder on U7.",
            "The pallet stood in the rain.",
            "The invoice is in the wrong currency.",
            "Solder joints on the boards are dry.",
        ]
        .iter()
        .enumerate()
        {
            open(&db, trouble(BOREALIS, JONAS, title), 100 * n as u128, NOW);
        }
        assert_eq!(near(&db, said("kb 7")).len(), 0, "nothing is remembered before it was looked back at");
        looked_back(&db);
        let found = near(&db, said("Boards of KB7 with dry solder joints"));
        assert_eq!(
            titles(&found),
            [
                "Solder joints on the boards are dry.",
                "Half the boards have no solder on U7.",
                "The connectors of KB-7 are bent."
            ]
        );
        assert_eq!(found[2].alike, [Alike::Named(vec!["KB7".into()])]);
        assert_eq!(found[0].account, "Boréalis GmbH");
        assert!(matches!(&found[0].alike[..], [Alike::Words(words)] if words.contains(&"dry".to_owned())), "{found:?}");
        assert!(found.is_sorted_by(|a, b| a.score >= b.score));
        let own = near(&db, Told { account: Some(BOREALIS), ..said("Something else entirely") });
        assert_eq!(own.len(), 5, "what the same customer went through is always near");
        assert_eq!(near(&db, Told { account: Some(ACME), ..said("Zinc whiskers") }).len(), 0);
        assert!(memory::marks(&said("KB-7")).contains(&"nkb7".to_owned()));
    });
}

/// S230, S138: what was said, what helped and what was learned is there with it, and the words of the lesson find it, too.
#[test]
fn s230_a_lesson_is_found_by_the_words_of_what_led_to_it() {
    both(|db| {
        build(&db);
        let number = Life::of(1, ACME, MS_RAO, NOW).told(&db);
        looked_back(&db);
        let lesson = read(&db, move |conn| store::cases::by_number(conn, number))
            .and_then(|kept| kept.case.review)
            .expect("a review")
            .lesson;
        let found = near(&db, Told { account: Some(BOREALIS), ..said(&lesson) });
        assert_eq!(found[0].case.number, number);
        assert!(found[0].alike.iter().any(|alike| matches!(alike, Alike::Cause(_))), "{:?}", found[0].alike);
        assert!(found[0].case.words.last().is_some(), "with their word");
        // A case does not remember itself, nor what came after it.
        let later = open(&db, trouble(ACME, MS_RAO, "The labels carry the old number."), 9_000, after(90_000));
        looked_back(&db);
        let before = read(&db, move |conn| {
            memory::nearest(conn, &Told { account: Some(ACME), ..Told::default() }, Some(number), 5)
        });
        assert!(before.is_empty());
        // What went into another case is told by that one.
        let again = open(&db, trouble(ACME, MS_RAO, "The labels carry the old number again."), 9_500, after(90_010));
        let (from, into) = (CaseRef::Number(again), CaseRef::Number(later));
        let merge = command("merge", serde_json::json!({ "into": later, "why": "The same labels." }));
        ask_two(&db, from, Some(into), Actor::Person(MARIA), merge, 9_501, after(90_020)).expect("merged");
        looked_back(&db);
        let left = near(&db, said("The labels carry the old number."));
        assert_eq!(left.iter().map(|near| near.case.number).collect::<Vec<_>>(), [later, number]);
    });
}
