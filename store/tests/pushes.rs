//! Browsers of colleagues and what is on its way to them, on both databases.

use crate::support;
use casework::text::Text;
use store::browsers::{self, BROWSERS_AT_MOST, Connected, PushKey};
use store::mailboxes::Sealed;
use store::outbox::{self, Settled};
use store::pushes::{self, New, TRIES};
use store::{Db, NotKept};
use support::both;
use support::world::*;
use uuid::Uuid;

const ONE: Uuid = Uuid::from_u128(0xB10);

fn connects(db: &Db, id: Uuid, person: casework::ids::PersonId, endpoint: u8) -> Result<(), NotKept> {
    db.write_now(move |tx| {
        let sealed = Sealed(vec![endpoint, 1, 2]);
        let new = Connected { id, person, endpoint: [endpoint; 32], host: "push.example", sealed: &sealed };
        browsers::connect(tx, &new, after(0))
    })
}

#[test]
fn a_browser_belongs_to_whoever_connected_it_last_and_ends_by_its_person_or_its_service() {
    both(|db| {
        build(&db);
        connects(&db, ONE, MARIA, 1).expect("connected");
        let of = |person| read(&db, move |c| browsers::of(c, person));
        assert_eq!((of(MARIA).len(), of(MARIA)[0].host.as_str(), of(EWA).len()), (1, "push.example", 0));
        assert_eq!(read(&db, |c| browsers::reached(c, ONE)).map(|kept| kept.0), Some(vec![1, 1, 2]));
        // At the same desk somebody else signs in.
        let two = Uuid::from_u128(0xB11);
        connects(&db, two, EWA, 1).expect("connected");
        assert_eq!((of(MARIA).len(), of(EWA).len()), (0, 1));
        write(&db, move |tx| Ok(browsers::disconnect(tx, two, MARIA)?));
        assert_eq!(read(&db, |c| browsers::hearing(c, EWA)), [two], "nobody takes away what is another's");
        write(&db, move |tx| Ok(browsers::ill(tx, two, "status|500")?));
        assert_eq!(of(EWA)[0].trouble, "status|500");
        write(&db, move |tx| Ok(browsers::took(tx, two, after(3))?));
        assert_eq!((of(EWA)[0].trouble.as_str(), of(EWA)[0].took_at), ("", Some(after(3))));
        let gone = |minutes| write(&db, move |tx| Ok(browsers::gone(tx, two, after(minutes))?));
        assert_eq!((gone(5), gone(6)), (Some(EWA), None), "heard once");
        assert!(
            read(&db, move |c| browsers::reached(c, two)).is_none()
                && read(&db, |c| browsers::hearing(c, EWA)).is_empty()
        );
        let kept: Vec<u8> = read(&db, |c| c.one("select sealed from browsers", &[]));
        assert!(kept.is_empty(), "its keys are forgotten");
        assert_eq!(of(EWA)[0].gone_at, Some(after(5)));
        assert_eq!(write(&db, |tx| Ok(browsers::sweep(tx, after(6))?)), 0);
        assert_eq!(write(&db, |tx| Ok(browsers::sweep(tx, after(5) + browsers::SHOWN_FOR)?)), 1);
        for n in 0..BROWSERS_AT_MOST {
            connects(&db, Uuid::from_u128(0xC00 + n.unsigned_abs() as u128), MARIA, 10 + n as u8).expect("connected");
        }
        let more = connects(&db, Uuid::from_u128(0xD00), MARIA, 99);
        assert!(matches!(more, Err(NotKept::Refused(no)) if no.code == "too-many-entries"));
        let id = of(MARIA)[0].id;
        write(&db, move |tx| Ok(browsers::disconnect(tx, id, MARIA)?));
        connects(&db, Uuid::from_u128(0xD00), MARIA, 99).expect("there is room again");
    });
}

#[test]
fn a_message_is_taken_by_one_tried_five_times_and_never_once_it_is_old() {
    both(|db| {
        build(&db);
        connects(&db, ONE, MARIA, 1).expect("connected");
        let keep = |n: u128, body: String, minutes| {
            write(&db, move |tx| {
                let new = New { id: Uuid::from_u128(n), browser: ONE, body: &body, urgent: true };
                Ok(pushes::keep(tx, &new, after(minutes))?)
            });
        };
        keep(1, "{}".into(), 0);
        keep(1, "other".into(), 0);
        keep(2, "x".repeat(pushes::BODY_AT_MOST + 1), 0);
        assert_eq!(read(&db, |c| pushes::waiting(c, ONE)), 1);
        let claim = |minutes| write(&db, move |tx| Ok(pushes::claim(tx, after(minutes))?));
        let mut minutes = 0;
        for (attempt, pause) in (1..=TRIES).zip([1, 2, 5, 10, 0]) {
            let due = claim(minutes);
            assert_eq!((due.len(), due[0].attempts, due[0].body.as_str(), due[0].urgent), (1, attempt, "{}", true));
            assert!(claim(minutes).is_empty(), "one has it");
            let (id, at) = (due[0].id, after(minutes));
            assert_eq!(write(&db, move |tx| Ok(pushes::failed(tx, id, 99, at)?)), Settled::TooLate);
            assert_eq!(write(&db, move |tx| Ok(pushes::failed(tx, id, attempt, at)?)), Settled::Kept);
            minutes += pause;
        }
        assert_eq!(read(&db, |c| pushes::waiting(c, ONE)), 0, "tried enough");
        keep(3, "{}".into(), 20);
        assert!(claim(20 + 4 * 60).is_empty(), "a browser shows what is so now");
        keep(4, "{}".into(), 300);
        let due = claim(300);
        let (id, attempts) = (due[0].id, due[0].attempts);
        assert_eq!(write(&db, move |tx| Ok(pushes::ended(tx, id, attempts)?)), Settled::Kept);
        assert_eq!(write(&db, move |tx| Ok(pushes::ended(tx, id, attempts)?)), Settled::TooLate);
        assert_eq!(write(&db, |tx| Ok(pushes::sweep(tx, after(301))?)), 2, "the old ones");
        assert_eq!(write(&db, |tx| Ok(pushes::sweep(tx, after(300 + 4 * 60))?)), 1);
        // What waits for a browser goes with it.
        keep(5, "{}".into(), 600);
        write(&db, |tx| Ok(browsers::disconnect(tx, ONE, MARIA)?));
        assert!(claim(600).is_empty());
    });
}

#[test]
fn there_is_one_key_and_whoever_comes_second_takes_it() {
    both(|db| {
        assert!(read(&db, browsers::key).is_none());
        for n in [1, 2] {
            write(&db, move |tx| {
                let fresh = PushKey { sealed: Sealed(vec![n]), public: vec![4, n] };
                Ok(browsers::keep_key(tx, &fresh, after(0))?)
            });
        }
        let key = read(&db, browsers::key).expect("a key");
        assert_eq!((key.sealed.0, key.public), (vec![1], vec![4, 1]));
    });
}

/// What can wait is mentioned: it stands on the page like any notice and nobody is called for it.
#[test]
fn what_is_mentioned_is_not_urgent_and_is_mentioned_once() {
    both(|db| {
        build(&db);
        for _ in 0..2 {
            write(&db, |tx| Ok(outbox::mention(tx, ONE, MARIA, &Text::new("notice-browser-gone"), after(0))?));
        }
        let notices = read(&db, |c| outbox::notices(c, MARIA, after(1)));
        assert_eq!((notices.len(), notices[0].urgent, notices[0].text.key.as_str()), (1, false, "notice-browser-gone"));
    });
}
