//! Mail as it is kept: once, in its place, under what it answers, on both databases.

use crate::support;
use crate::support::intake;
use intake::*;
use std::collections::HashMap;
use store::{
    Db, NotKept,
    by_hand::{self, Along},
    inbox,
    messages::{self, Letter, Place},
    storms, unheard,
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
        besides: String::new(),
        stray: messages::Stray::default(),
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
fn mails_of_one_sender_are_counted_for_an_hour_and_those_of_machines_are_not() {
    both(|db| {
        let minutes = |n: i64| NOW + jiff::SignedDuration::from_mins(n);
        for n in 0..3 {
            let at = minutes(n as i64 * 30);
            keep_letter(&db, Letter { received_at: at, ..letter(n, &format!("{n}@x"), &[], Place::Unsorted) });
        }
        let machine = Letter { origin: "out-of-office".into(), ..letter(7, "7@x", &[], Place::Unsorted) };
        keep_letter(&db, machine);
        keep_letter(&db, Letter { from_mail: "hale@acme.example".into(), ..letter(8, "8@x", &[], Place::Unsorted) });
        let wrote = |at| db.read_now(move |conn| storms::wrote(conn, "rao@acme.example", at)).expect("counted");
        assert_eq!(
            [wrote(minutes(-1)), wrote(NOW), wrote(minutes(30)), wrote(minutes(60)), wrote(minutes(120))],
            [0, 1, 2, 2, 0]
        );
        for n in 0..storms::RINGING_AT_MOST as u128 {
            keep_letter(&db, letter(100 + n, &format!("{n}@y"), &[], Place::Unsorted));
        }
        assert_eq!(wrote(NOW), storms::RINGING_AT_MOST, "counted no further");
    });
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
                let parents = ["no@x".to_owned(), "a@x".to_owned()];
                let looked = messages::Looked {
                    sender: Some("Dana@Customer.example"),
                    mail_id: Some("a@x"),
                    parents: &parents,
                    numbers: &numbers,
                    signed: Some(number),
                    ours: &[casework::ids::MailId(Uuid::from_u128(77))],
                };
                messages::known(conn, &looked)
            })
            .unwrap();
        assert_eq!(known.senders, [(rao, account)]);
        let parent = known.parent.unwrap();
        assert_eq!((parent.id, parent.case.unwrap().case), (Uuid::from_u128(1001), case));
        assert_eq!((known.signed.unwrap().case, known.ours), (case, None));
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

/// By whom and when, in stories of mail that is moved by hand.
fn by(n: u128, person: casework::ids::PersonId, minutes: i64) -> store::By {
    let now = NOW + jiff::SignedDuration::from_mins(minutes);
    store::By { person: Some(person), now, ..support::world::by(600 + n) }
}

fn moved(db: &Db, mail: Uuid, how: by_hand::Along) -> Vec<by_hand::Moved> {
    let all = db.read_now(move |conn| by_hand::along(conn, mail, how)).expect("there");
    all.into_iter().map(|mail| by_hand::Moved { mail, waited: by_hand::Waited::Yes }).collect()
}

#[test]
fn a_mail_put_in_the_wrong_place_is_taken_back_soon_by_whoever_put_it_there() {
    use support::world::{ACME, EWA, MARIA, after, build, open, read, refused, trouble, write};
    both(|db| {
        build(&db);
        open(&db, trouble(ACME, MS_RAO, "One"), 1, after(0));
        let case = casework::ids::CaseId(Uuid::from_u128(0xCA5E_0001));
        let mail = Uuid::from_u128(1001);
        keep_letter(&db, letter(1, "a@x", &[], Place::Unsorted));
        let there = Place::Case { case, account: ACME, contact: MS_RAO };
        let place = |n: u128, minutes: i64| {
            let (by, all) = (by(n, MARIA, minutes), moved(&db, mail, Along::Alone));
            move |tx: &store::Tx| by_hand::place(tx, &all, &there, &by)
        };
        refused(&db, "mail-undo-too-late", move |tx| by_hand::take_back(tx, mail, &by(1, MARIA, 0)));
        write(&db, place(2, 1));
        assert_eq!(read(&db, move |c| by_hand::done_before(c, &by(2, MARIA, 1))).map(|_| ()), Some(()));
        assert_eq!(read(&db, move |c| messages::of_case(c, case, 10)).len(), 1);
        let may = |who: store::By| read(&db, move |c| by_hand::may_be_taken_back(c, mail, &who)).is_some();
        assert!(may(by(3, MARIA, 16)) && !may(by(3, MARIA, 17)) && !may(by(3, EWA, 2)));
        refused(&db, "mail-undo-too-late", move |tx| by_hand::take_back(tx, mail, &by(4, EWA, 2)));
        let before = read(&db, move |c| by_hand::before(c, mail));
        assert_eq!(before.iter().map(|one| (one.id, one.case, one.waited)).collect::<Vec<_>>(), [(mail, None, true)]);
        write(&db, move |tx| by_hand::take_back(tx, mail, &by(5, MARIA, 2)));
        assert!(read(&db, move |c| messages::of_case(c, case, 10)).is_empty());
        assert_eq!(read(&db, messages::unsorted_count), 1);
        refused(&db, "mail-undo-too-late", move |tx| by_hand::take_back(tx, mail, &by(6, MARIA, 3)));
        let gone = db.read_now(|c| by_hand::along(c, Uuid::from_u128(9), Along::Alone));
        assert!(matches!(gone, Err(NotKept::Refused(no)) if no.code == "no-such-mail"));
    });
}

#[test]
fn an_unsorted_mail_is_put_away_or_said_to_be_about_nothing_here() {
    use support::world::{ACME, MARIA, after, build, open, read, refused, trouble, write};
    both(|db| {
        build(&db);
        open(&db, trouble(ACME, MS_RAO, "One"), 1, after(0));
        let case = casework::ids::CaseId(Uuid::from_u128(0xCA5E_0001));
        let (mail, machine) = (Uuid::from_u128(1001), Uuid::from_u128(1002));
        let stray = |put_away| messages::Stray { meant: Some(case), put_away };
        keep_letter(&db, Letter { stray: stray(messages::PutAway::No), ..letter(1, "a@x", &[], Place::Unsorted) });
        keep_letter(&db, Letter { stray: stray(messages::PutAway::Yes), ..letter(2, "b@x", &[], Place::Unsorted) });
        assert_eq!(read(&db, messages::unsorted_count), 1, "a machine asks nobody");
        let about = || read(&db, move |c| messages::about_case(c, case, 10)).iter().map(|m| m.id).collect::<Vec<_>>();
        assert_eq!(about(), [mail, machine]);
        write(&db, move |tx| by_hand::not_meant(tx, mail, &by(1, MARIA, 1)));
        assert_eq!((about(), read(&db, messages::unsorted_count)), (vec![machine], 1));
        write(&db, move |tx| by_hand::take_back(tx, mail, &by(2, MARIA, 2)));
        assert_eq!(about(), [mail, machine]);
        write(&db, move |tx| by_hand::put_away(tx, mail, &by(3, MARIA, 3)));
        assert_eq!(read(&db, messages::unsorted_count), 0);
        refused(&db, "no-such-mail", move |tx| by_hand::put_away(tx, mail, &by(4, MARIA, 4)));
        write(&db, move |tx| messages::stray(tx, machine, None).map_err(NotKept::from));
        assert_eq!(about(), [mail]);
        write(&db, move |tx| messages::keep_page(tx, mail, "<p>x</p>").map_err(NotKept::from));
        assert_eq!(read(&db, move |c| messages::page(c, mail)).as_deref(), Some("<p>x</p>"));
        assert_eq!(read(&db, move |c| messages::page(c, machine)), None);
    });
}

#[test]
fn what_moves_alone_is_a_conversation_of_its_own_and_two_become_one() {
    use support::world::{ACME, MARIA, after, build, open, read, refused, trouble, write};
    both(|db| {
        build(&db);
        for n in 1..3 {
            open(&db, trouble(ACME, MS_RAO, "One"), n, after(0));
        }
        let case = |n: u128| casework::ids::CaseId(Uuid::from_u128(0xCA5E_0000 + n));
        let on = move |n: u128| Place::Case { case: case(n), account: ACME, contact: MS_RAO };
        let id = |n: u128| Uuid::from_u128(1000 + n);
        keep_letter(&db, letter(1, "a@x", &[], on(1)));
        let under = |n: u128, parent: u128| Letter {
            parent: Some(id(parent)),
            thread: Some(id(1)),
            ..letter(n, &format!("{n}@x"), &["a@x"], on(1))
        };
        keep_letter(&db, under(2, 1));
        keep_letter(&db, under(3, 2));
        keep_letter(&db, letter(4, "d@x", &[], on(1)));
        let along = |n: u128, how: Along| moved(&db, id(n), how).len();
        assert_eq!((along(2, Along::Alone), along(2, Along::Answers), along(2, Along::Conversation)), (1, 2, 3));
        let all = moved(&db, id(1), Along::Alone);
        write(&db, move |tx| by_hand::place(tx, &all, &on(2), &by(1, MARIA, 1)));
        let thread = |n: u128| read(&db, move |c| messages::by_id(c, id(n))).unwrap().thread_id;
        assert_ne!(thread(1), thread(2), "the first of a conversation leaves its name to the others");
        assert_eq!(thread(2), thread(3));
        refused(&db, "mail-lies-elsewhere", move |tx| by_hand::join(tx, id(1), id(2), &by(2, MARIA, 2)));
        refused(&db, "mail-is-one-conversation", move |tx| by_hand::join(tx, id(3), id(2), &by(3, MARIA, 2)));
        write(&db, move |tx| by_hand::join(tx, id(4), id(2), &by(4, MARIA, 3)));
        assert_eq!(thread(4), thread(2));
        let found = {
            let first = case(1);
            read(&db, move |c| by_hand::conversations(c, first))
        };
        assert_eq!(
            found.iter().map(|(thread, id, _, n)| (*thread, *id, *n)).collect::<Vec<_>>(),
            [(thread(2), id(2), 3)]
        );
        // What came before the mail it answers, and nobody moved: found below that.
        keep_letter(&db, Letter { parent: Some(id(4)), ..letter(5, "e@x", &[], Place::Unsorted) });
        assert_eq!(
            read(&db, move |c| messages::orphans(c, id(4))).iter().map(|one| one.id).collect::<Vec<_>>(),
            [id(5)]
        );
    });
}

#[test]
fn days_away_are_kept_as_they_were_said_last() {
    use store::away::{self, Away};
    use support::world::{after, build, read, write};
    both(|db| {
        build(&db);
        keep_letter(&db, letter(1, "a@x", &[], Place::Unsorted));
        let day = |text: &str| text.parse().ok();
        let said = |back: &str, minutes: i64| Away {
            contact: MS_RAO,
            message: Uuid::from_u128(1001),
            begins: None,
            ends: day("2026-03-06"),
            back: day(back),
            heard_at: after(minutes),
        };
        for (back, minutes) in [("2026-03-09", 0), ("2026-03-12", 10), ("2026-03-05", -10)] {
            let away = said(back, minutes);
            write(&db, move |tx| away::keep(tx, &away).map_err(NotKept::from));
        }
        let kept = read(&db, |c| away::of(c, &[MS_RAO]));
        assert_eq!(kept, [said("2026-03-12", 10)], "an older word that comes late says nothing");
        assert!(
            kept[0].says_something("2026-03-11".parse().unwrap())
                && !kept[0].says_something("2026-03-12".parse().unwrap())
        );
        let open = Away { ends: None, back: None, ..kept[0] };
        assert!(!open.says_something("2026-04-01".parse().unwrap()), "without an end it is not believed for ever");
        assert!(read(&db, |c| away::of(c, &[])).is_empty());
    });
}

#[test]
fn people_of_one_house_say_where_a_stranger_works() {
    use store::neighbours;
    use support::world::{ACME, build, read};
    both(|db| {
        build(&db);
        let of = |address: &'static str| read(&db, move |c| neighbours::of(c, address));
        assert_eq!(of("new@CUSTOMER.example").first().map(|(id, _)| *id), Some(ACME));
        assert!(of("new@omer.example").is_empty() && of("new@gmail.com").is_empty() && of("%").is_empty());
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
        let again = next();
        assert_eq!(again[0].tries, 1, "a try is counted before it is made");
        assert_eq!(
            again.len(),
            1,
            "three deaths with one mail once left all beside it unread: what was tried before is tried by itself"
        );
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
