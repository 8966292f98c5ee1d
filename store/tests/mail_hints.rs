//! What a mail says beside its words: until when somebody is away, and which firm a sender whom nobody knows may be of.

use crate::support;
use casework::ids::ContactId;
use jiff::civil::{Date, date};
use store::away::Away;
use store::messages::{self, Letter, Place, Stray};
use store::{inbox, neighbours};
use support::{NOW, both};
use uuid::Uuid;

#[test]
fn who_is_away_can_be_reached_again_when_they_said_so_or_after_two_weeks() {
    let away = |begins: Option<Date>, ends: Option<Date>, back: Option<Date>| Away {
        contact: ContactId(Uuid::from_u128(1)),
        message: Uuid::from_u128(2),
        begins,
        ends,
        back,
        heard_at: NOW,
    };
    let (last, next) = (date(2026, 3, 31), date(2026, 4, 1));
    assert_eq!(away(None, Some(last), None).until(), Some(next), "the day after their last one away");
    assert_eq!(
        away(None, Some(last), Some(date(2026, 4, 7))).until(),
        Some(date(2026, 4, 7)),
        "their own word goes first"
    );
    assert!(away(None, Some(last), None).says_something(last));
    assert!(!away(None, Some(last), None).says_something(next));
    let begins = date(2026, 3, 10);
    let without_end = away(Some(begins), None, None);
    assert_eq!(without_end.until(), None);
    assert!(without_end.says_something(date(2026, 3, 23)) && !without_end.says_something(date(2026, 3, 24)));
}

#[test]
fn a_house_where_anybody_may_have_a_box_says_nothing_of_a_firm() {
    assert_eq!(neighbours::house("new.colleague@acme.example"), Some("acme.example"));
    for nobody in ["somebody@GMail.com", "jemand@web.de", "nothing", "nobody@"] {
        assert_eq!(neighbours::house(nobody), None, "{nobody}");
    }
}

#[test]
fn what_a_machine_wrote_is_not_by_a_person() {
    both(|db| {
        for (n, origin) in ["person", "bounce", "out-of-office"].into_iter().enumerate() {
            let id = Uuid::from_u128(7_000 + n as u128);
            let letter = Letter {
                id,
                inbox: id,
                place: Place::Unsorted,
                thread: None,
                parent: None,
                mail_id: None,
                parents: vec![],
                origin: origin.into(),
                from_name: String::new(),
                from_mail: "rao@acme.example".into(),
                recipients: "{}".into(),
                subject: origin.into(),
                body: "I am away".into(),
                attachments: "[]".into(),
                oddities: String::new(),
                besides: String::new(),
                stray: Stray::default(),
                sent_at: None,
                received_at: NOW,
            };
            db.write_now(move |tx| {
                inbox::keep(tx, letter.inbox, &inbox::digest(origin.as_bytes()), origin.as_bytes(), "test", NOW)?;
                messages::keep(tx, &letter)
            })
            .expect("kept");
            let kept = db.read_now(move |conn| messages::by_id(conn, id)).expect("read").expect("there");
            assert_eq!(kept.is_by_a_person(), origin == "person", "{origin}");
        }
    });
}
