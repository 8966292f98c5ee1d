//! What a review taught is there when the next trouble of that customer begins, with who said it; on both databases (S013, S227).

use crate::support;
use crate::support::life;
use life::Life;
use store::insights::{self, About, Insight, Place};
use support::both;
use support::world::{ACME, BOREALIS, JONAS, MARIA, MS_RAO, NOW, build, by, read, refused, write};

fn matters(db: &store::Db) -> Vec<Insight> {
    read(db, |conn| insights::of_account(conn, ACME))
}

/// S013: the insight saved in the review is there for the next case, with its speaker, and stays when it is kept.
#[test]
fn s013_an_insight_of_a_review_is_there_the_next_time() {
    both(|db| {
        build(&db);
        let life = Life { about_customer: "They ship on Thursdays at two.".into(), ..Life::of(1, ACME, MS_RAO, NOW) };
        let number = life.told(&db);
        Life::of(2, BOREALIS, JONAS, NOW).told(&db);
        let new = matters(&db);
        assert_eq!(new.len(), 1, "what other customers taught stays with them");
        assert_eq!(
            (new[0].words.as_str(), new[0].said_by, new[0].number),
            ("They ship on Thursdays at two.", MARIA, number)
        );
        assert!(new[0].is_new());
        let case = life.case();
        write(&db, move |tx| insights::place(tx, case, About::Customer, &Place::Profile, &by(50)));
        let kept = matters(&db);
        assert_eq!((kept[0].place.as_deref(), kept[0].placed_by), (Some("profile"), by(50).person));
        write(&db, move |tx| insights::place(tx, case, About::Customer, &Place::Left, &by(51)));
        assert_eq!(matters(&db), []);
        assert_eq!(read(&db, move |conn| insights::of_case(conn, case)).len(), 2, "it stays with its case");
    });
}

/// S227: an insight sent to a playbook is a tip on its next run.
#[test]
fn s227_an_insight_sent_to_a_playbook_is_its_tip() {
    both(|db| {
        build(&db);
        let case = Life::of(1, ACME, MS_RAO, NOW);
        case.told(&db);
        let case = case.case();
        let place = Place::Playbook("save_a_great_customer".into());
        write(&db, move |tx| insights::place(tx, case, About::Us, &place, &by(50)));
        let tips = read(&db, |conn| insights::of_playbooks(conn, &["three_mistakes", "save_a_great_customer"]));
        assert_eq!(tips.iter().map(|tip| tip.words.as_str()).collect::<Vec<_>>(), ["Two lists were in use."]);
        refused(&db, "insight-about-us", move |tx| insights::place(tx, case, About::Us, &Place::Profile, &by(52)));
        let nobody = casework::ids::CaseId(uuid::Uuid::nil());
        refused(&db, "no-such-insight", move |tx| insights::place(tx, nobody, About::Us, &Place::Left, &by(53)));
        assert_eq!((About::from_word("us"), About::Customer.word()), (Some(About::Us), "customer"));
    });
}
