//! Mail as it is kept: once, in its place, under what it answers, on both databases.

use crate::support;
use crate::support::intake;
use intake::*;
use std::collections::HashMap;
use store::{
    Db, inbox,
    messages::{self, Letter, Place},
    unheard,
};
use support::{NOW, both, world::MS_RAO};
use uuid::Uuid;

fn letter(n: u128, mail_id: &str, parents: &[&str], place: Place) -> Letter {
    Letter {
        id: Uuid::from_u128(1000 + n),
        inbox: Uuid::from_u128(2000 + n),
        place,
        thread: None,
        parent: None,
        mail_id: Some(mail_id.into()),
        parents: parents.iter().map(|id| (*id).into()).collect(),
        origin: "person".into(),
        from_name: String::new(),
        from_mail: "rao@acme.example".into(),
        recipients: "{}".into(),
        subject: format!("subject {n}"),
        body: "the boards are late".into(),
        attachments: "[]".into(),
        oddities: String::new(),
        sent_at: None,
        received_at: NOW,
    }
}

fn keep_letter(db: &Db, letter: Letter) {
    let raw = format!("raw {}", letter.id);
    db.write_now(move |tx| {
        assert!(inbox::keep(tx, letter.inbox, &inbox::digest(raw.as_bytes()), raw.as_bytes(), "test", NOW)?);
        messages::keep(tx, &letter)
    })
    .expect("kept");
}

#[test]
fn the_same_bytes_are_kept_once() {
    both(|db| {
        let keep = |n: u128| {
            db.write_now(move |tx| inbox::keep(tx, Uuid::from_u128(n), &inbox::digest(b"x"), b"x", "test", NOW))
        };
        assert!(keep(1).unwrap());
        assert!(!keep(2).unwrap());
        assert!(db.read_now(|conn| inbox::knows(conn, &inbox::digest(b"x"))).unwrap());
        assert_eq!(db.read_now(|conn| inbox::raw(conn, Uuid::from_u128(1))).unwrap(), Some(b"x".to_vec()));
    });
}

#[test]
fn a_reply_that_arrives_first_is_hung_under_its_parent_when_that_comes() {
    both(|db| {
        keep_letter(&db, letter(2, "b@x", &["a@x"], Place::Unsorted));
        keep_letter(&db, letter(3, "c@x", &["b@x"], Place::Unsorted));
        keep_letter(&db, letter(1, "a@x", &["c@x"], Place::Unsorted));
        let all: HashMap<Uuid, messages::Message> =
            db.read_now(|conn| messages::unsorted(conn, None, 10)).unwrap().into_iter().map(|m| (m.id, m)).collect();
        let one = &all[&Uuid::from_u128(1001)];
        assert_eq!(all[&Uuid::from_u128(1002)].parent_id, Some(one.id));
        assert_eq!(all[&Uuid::from_u128(1002)].thread_id, one.thread_id);
        assert_eq!(one.parent_id, None, "mails that name each other make no ring");
    });
}

#[test]
fn what_is_known_of_a_mail_is_its_sender_its_parent_and_the_cases_it_names() {
    both(|db| {
        let account = account(&db);
        let (rao, (case, number)) = (MS_RAO, case(&db, 900));
        keep_letter(&db, letter(1, "a@x", &[], Place::Case { case, account, contact: rao }));
        let known = db
            .read_now(move |conn| {
                let numbers = [number, casework::ids::CaseNumber(9_999)];
                messages::known(
                    conn,
                    Some("Dana@Customer.example"),
                    Some("a@x"),
                    &["no@x".into(), "a@x".into()],
                    &numbers,
                )
            })
            .unwrap();
        assert_eq!(known.senders, [(rao, account)]);
        let parent = known.parent.unwrap();
        assert_eq!((parent.id, parent.case.unwrap().case), (Uuid::from_u128(1001), case));
        assert_eq!(known.mentioned.iter().map(|case| case.number).collect::<Vec<_>>(), [number]);
        assert_eq!(known.twin, Some(Uuid::from_u128(1001)));
        let of_case = db.read_now(move |conn| messages::of_case(conn, case, 10)).unwrap();
        assert_eq!(of_case.len(), 1);
        let id = of_case[0].id;
        let (own, before) = db.read_now(move |conn| messages::thread_of(conn, id)).unwrap();
        assert!(own.is_some() && before.len() <= 1, "{own:?} {before:?}");
        assert!(db.write_now(move |tx| messages::put_in_place(tx, id, &Place::Unsorted)).unwrap());
        assert_eq!(db.read_now(messages::unsorted_count).unwrap(), 1);
        assert!(db.read_now(move |conn| messages::by_id(conn, id)).unwrap().unwrap().case_id.is_none());
    });
}

#[test]
fn a_mail_that_comes_to_a_case_is_news_whenever_it_was_sent() {
    both(|db| {
        use store::{moves, run};
        use support::world::{ACME, after, build, open, read, trouble};
        build(&db);
        open(&db, trouble(ACME, MS_RAO, "One"), 1, after(0));
        let case = casework::ids::CaseId(Uuid::from_u128(0xCA5E_0001));
        let before = read(&db, moves::outline);
        let long_ago = letter(1, "a@x", &[], Place::Case { case, account: ACME, contact: MS_RAO });
        keep_letter(&db, Letter { received_at: after(-5_000), ..long_ago });
        assert_eq!(read(&db, move |c| run::letters(c, &[case], after(-1))), [case]);
        assert!(read(&db, move |c| run::letters(c, &[case], after(0))).is_empty(), "seen already");
        assert!(read(&db, |c| run::letters(c, &[], after(-1))).is_empty());
        assert_ne!(read(&db, moves::outline).letter, before.letter);
    });
}

#[test]
fn a_mail_put_in_the_wrong_place_is_taken_back_soon_by_whoever_put_it_there() {
    use casework::ids::{CaseId, PersonId};
    use jiff::SignedDuration;
    use store::{By, NotKept, by_hand};
    use support::world::{self, ACME, EWA, MARIA, after, build, open, read, refused, trouble, write};
    both(|db| {
        build(&db);
        open(&db, trouble(ACME, MS_RAO, "One"), 1, after(0));
        let case = CaseId(Uuid::from_u128(0xCA5E_0001));
        let mail = Uuid::from_u128(1001);
        keep_letter(&db, letter(1, "a@x", &[], Place::Unsorted));
        let by = |n: u128, person: PersonId, minutes: i64| By {
            person: Some(person),
            now: NOW + SignedDuration::from_mins(minutes),
            ..world::by(600 + n)
        };
        let there = Place::Case { case, account: ACME, contact: MS_RAO };
        let place = move |n: u128, minutes: i64| {
            let by = by(n, MARIA, minutes);
            move |tx: &store::Tx| by_hand::place(tx, mail, &there, &by)
        };
        refused(&db, "mail-undo-too-late", move |tx| by_hand::take_back(tx, mail, &by(1, MARIA, 0)));
        write(&db, place(2, 1));
        assert_eq!(read(&db, move |c| messages::of_case(c, case, 10)).len(), 1);
        let may = |who: By| read(&db, move |c| by_hand::may_be_taken_back(c, mail, &who));
        assert!(may(by(3, MARIA, 16)) && !may(by(3, MARIA, 17)) && !may(by(3, EWA, 2)));
        refused(&db, "mail-undo-too-late", move |tx| by_hand::take_back(tx, mail, &by(4, EWA, 2)));
        write(&db, move |tx| by_hand::take_back(tx, mail, &by(5, MARIA, 2)));
        assert!(read(&db, move |c| messages::of_case(c, case, 10)).is_empty());
        assert_eq!(read(&db, messages::unsorted_count), 1);
        refused(&db, "mail-undo-too-late", move |tx| by_hand::take_back(tx, mail, &by(6, MARIA, 3)));
        let gone: Result<(), NotKept> =
            db.write_now(move |tx| by_hand::place(tx, Uuid::from_u128(9), &Place::Unsorted, &by(7, MARIA, 3)));
        assert!(matches!(gone, Err(NotKept::Refused(no)) if no.code == "no-such-mail"));
    });
}

#[test]
fn a_mail_waits_until_it_has_its_place_and_comes_again_by_other_ways_without_waiting_twice() {
    both(|db| {
        let way = |source| inbox::Way { source, came_at: Some(NOW), heed: inbox::Heed::Quiet };
        let take = |n: u128, raw: &'static [u8], source: &'static str| {
            db.write_now(move |tx| inbox::take_in(tx, Uuid::from_u128(n), raw, &way(source), NOW)).expect("taken")
        };
        assert_eq!(take(1, b"x", "imap care 1"), inbox::Taken::New);
        assert_eq!(take(2, b"x", "imap care 1"), inbox::Taken::Again);
        assert_eq!(take(3, b"x", "imap desk 9"), inbox::Taken::Again);
        assert_eq!(take(4, b"y", "pipe"), inbox::Taken::New);
        let ways = db.read_now(|conn| inbox::other_ways(conn, Uuid::from_u128(1))).expect("ways");
        assert_eq!(ways, ["imap desk 9"], "the first way is its source");
        assert_eq!(db.read_now(inbox::waiting).expect("counted"), (2, Some(NOW)));
        let next = || db.write_now(inbox::next_waiting).expect("waiting");
        assert_eq!(
            next().iter().map(|w| (w.raw.clone(), w.tries, w.quiet)).collect::<Vec<_>>(),
            [(b"x".to_vec(), 0, true), (b"y".to_vec(), 0, true)]
        );
        assert_eq!(next()[0].tries, 1, "a try is counted before it is made");
        let placed = || db.write_now(|tx| inbox::has_its_place(tx, Uuid::from_u128(1))).expect("placed");
        assert_eq!((placed(), placed()), (true, false));
        assert_eq!(next().len(), 1);
    });
}

#[test]
fn of_many_large_mails_no_more_are_taken_at_once_than_fit() {
    both(|db| {
        for n in 0..3_u8 {
            let raw = vec![n; inbox::BYTES_AT_ONCE / 2 + 1];
            let way = inbox::Way { source: "test", came_at: None, heed: inbox::Heed::Heard };
            db.write_now(move |tx| inbox::take_in(tx, Uuid::from_u128(n.into()), &raw, &way, NOW)).expect("taken");
        }
        assert_eq!(db.write_now(inbox::next_waiting).expect("waiting").len(), 1);
    });
}

#[test]
fn a_case_is_told_of_a_mail_once_and_not_for_ever() {
    both(|db| {
        let account = account(&db);
        let (case, _) = case(&db, 900);
        keep_letter(&db, letter(1, "a@x", &[], Place::Case { case, account, contact: MS_RAO }));
        let id = Uuid::from_u128(1001);
        let due =
            |minutes: i64| db.read_now(move |conn| unheard::due(conn, support::world::after(minutes))).expect("due");
        db.write_now(move |tx| {
            unheard::mark(tx, id, NOW)?;
            unheard::mark(tx, id, NOW)
        })
        .expect("marked");
        assert_eq!(due(0).len(), 1);
        db.write_now(move |tx| unheard::failed(tx, id, NOW)).expect("failed");
        assert_eq!((due(0).len(), due(1)[0].tries), (0, 1));
        for _ in 1..unheard::TRIES {
            db.write_now(move |tx| unheard::failed(tx, id, NOW)).expect("failed");
        }
        assert_eq!(due(99).len(), 0, "a person must look");
        db.write_now(move |tx| {
            unheard::heard(tx, id)?;
            unheard::mark(tx, id, NOW)
        })
        .expect("again");
        assert_eq!(due(0)[0].tries, 0);
    });
}
