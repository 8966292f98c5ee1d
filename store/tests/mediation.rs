//! A dispute goes to mediation and comes back to a plan: a neutral's link that opens the pack while it lasts, words in confidence that the
//! other side never reads, an outcome that is proposed until both have signed; on both databases (S199, S201, S202).
use crate::support;
use casework::facts::Actor;
use casework::ids::{CaseId, CaseNumber};
use casework::kinds::Recovery;
use jiff::Timestamp;
use serde_json::json;
use store::mediation::{self, Side, Writer};
use store::{Db, cases};
use support::both;
use support::dispute::to_mediation;
use support::world::{EWA, MARIA, MS_RAO, NOW, by, read, refused, write};
use uuid::Uuid;

fn case_of(db: &Db, number: CaseNumber) -> casework::Case {
    read(db, move |conn| cases::by_number(conn, number)).expect("a case").case
}

fn standing(db: &Db, token: &'static str, now: Timestamp) -> Option<CaseNumber> {
    read(db, move |conn| mediation::find(conn, token, now)).map(|link| link.number)
}

#[test]
fn s199_a_dispute_goes_to_mediation_and_back_to_a_plan() {
    both(|db| {
        let mut t = to_mediation(&db);
        let (number, case): (CaseNumber, CaseId) = (t.number, case_of(&db, t.number).id);
        // Somebody helps: nobody's list says any more that no agreement is in sight.
        for whose in [None, Some(MARIA)] {
            assert_eq!(read(&db, move |conn| cases::stuck(conn, whose, Timestamp::MAX, 5)), []);
        }
        // The neutral's link opens the pack of this case while the mediation lasts; a second one ends the first.
        let made = |token: &'static str, n: u128| {
            write(&db, move |tx| mediation::make(tx, token, Uuid::from_u128(n), case, &by(n)));
        };
        made("first", 70);
        made("second", 71);
        assert_eq!((standing(&db, "first", t.now()), standing(&db, "second", t.now())), (None, Some(number)));
        assert!(read(&db, move |conn| mediation::of_case(conn, case, NOW)).is_some());
        write(&db, move |tx| Ok(mediation::revoke(tx, case, &by(72))?));
        assert_eq!(standing(&db, "second", t.now()), None);
        made("third", 73);
        // In confidence: each side reads its own, the neutral both, and nothing of it stands in the history.
        for (n, writer, words) in [
            (80, Writer::Colleague(MARIA), "We could go to two days."),
            (81, Writer::Contact(MS_RAO), "Two days and an excuse would do."),
            (82, Writer::Mediator, "Both say two days."),
        ] {
            write(&db, move |tx| mediation::say(tx, Uuid::from_u128(n), case, writer, words, NOW));
        }
        let reads = |side: Side| -> Vec<String> {
            read(&db, move |conn| mediation::read(conn, case, side)).into_iter().map(|note| note.words).collect()
        };
        assert_eq!(reads(Side::Us), ["We could go to two days."]);
        assert_eq!(reads(Side::Customer), ["Two days and an excuse would do."]);
        assert_eq!(reads(Side::Mediator).len(), 3);
        assert!(!serde_json::to_string(&case_of(&db, number)).expect("json").contains("two days"));
        refused(&db, "nothing-said", move |tx| {
            mediation::say(tx, Uuid::from_u128(83), case, Writer::Mediator, " ", NOW)
        });
        // S202: what she proposes stays proposed with one signature; with both it is the plan.
        let option = t.proposes();
        let ours = t.does(EWA, "agree-plan", json!({}));
        assert_eq!(ours.recovery, Recovery::InMediation, "one signature: proposed");
        let signed =
            t.asks(Actor::Customer(MS_RAO), "agree-plan", json!({ "by_customer": MS_RAO, "words": "Agreed." }));
        let signed = signed.expect("signed");
        assert_eq!(signed.recovery, Recovery::Agreed);
        assert_eq!(signed.decision().and_then(|d| d.chosen), Some(option), "their signature is their choice");
        assert_eq!(standing(&db, "third", t.now()), None, "the neutral's link ends with the mediation");
        refused(&db, "link-in-mediation", move |tx| mediation::make(tx, "late", Uuid::from_u128(90), case, &by(90)));
    });
}
