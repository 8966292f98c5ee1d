//! What must be done outside is done at least once and by one server at a time, and people see what they were told.

use crate::support;
use casework::effect::{Effect, Urgency};
use casework::ids::*;
use casework::text::Text;
use casework::{Case, Change};
use jiff::{SignedDuration, Timestamp};
use store::commit::{self, Keeping};
use store::outbox::{self, Settled};
use support::both;
use support::world::*;
use uuid::Uuid;

/// A change that tells Ewa two things, one of them only in the evening.
fn tell(db: &store::Db, n: u128, at: Timestamp) {
    db.write_now::<_, store::Fault, _>(move |tx| {
        let case = Case::blank(CaseId(Uuid::from_u128(0xCA5E)));
        let notice = |text: &str, not_before| Effect::Notify {
            to: EWA,
            urgency: Urgency::Urgent,
            not_before,
            text: Text::new("notice-safety").with("title", text),
        };
        let effects = vec![notice("now", at), notice("evening", at + SignedDuration::from_hours(8))];
        let change = Change { case: case.clone(), events: vec![], other: None, effects };
        let keeping = Keeping {
            before: &case,
            other_before: None,
            tail: &[],
            other_tail: &[],
            request: request(n),
            salt: [0; 16],
            now: at,
        };
        // Only the outbox is wanted here: the case itself is not kept.
        commit::put_effects(tx, &change, &keeping)
    })
    .expect("kept");
}

fn take(db: &store::Db, minutes: i64) -> Vec<outbox::Errand> {
    write(db, move |tx| Ok(outbox::claim(tx, &["notify"], after(minutes), 10)?))
}

#[test]
fn an_errand_is_taken_by_one_done_once_and_only_when_due() {
    both(|db| {
        build(&db);
        tell(&db, 1, after(0));
        let first = take(&db, 0);
        assert_eq!(first.len(), 1, "the other one waits for the evening");
        assert_eq!((first[0].attempts, first[0].to, first[0].urgent), (1, Some(EWA), true));
        assert!(take(&db, 14).is_empty(), "it is leased");
        let (id, fence) = (first[0].id, first[0].attempts);
        let again = take(&db, 15);
        assert_eq!((again[0].id, again[0].attempts), (id, 2), "the first server was lost");
        assert_eq!(write(&db, move |tx| Ok(outbox::done(tx, id, fence, after(16))?)), Settled::TooLate);
        assert_eq!(write(&db, move |tx| Ok(outbox::done(tx, id, 2, after(16))?)), Settled::Kept);
        assert_eq!(write(&db, move |tx| Ok(outbox::failed(tx, id, 2, "late", after(17))?)), Settled::TooLate);
        assert!(take(&db, 60).is_empty());
        assert_eq!(take(&db, 8 * 60).len(), 1, "the evening one");
        assert!(write(&db, |tx| Ok(outbox::claim(tx, &["mail"], after(9 * 60), 10)?)).is_empty());
    });
}

#[test]
fn two_servers_never_take_the_same_errand() {
    both(|db| {
        build(&db);
        for n in 0..20 {
            tell(&db, 10 + n, after(0));
        }
        support::runtime().block_on(async {
            let takers: Vec<_> = (0..8)
                .map(|_| {
                    let db = db.clone();
                    tokio::spawn(async move { db.write(|tx| outbox::claim(tx, &["notify"], after(1), 5)).await })
                })
                .collect();
            let mut taken = vec![];
            for taker in takers {
                taken.extend(taker.await.expect("asked").expect("taken").into_iter().map(|e| e.id));
            }
            let all = taken.len();
            taken.sort();
            taken.dedup();
            assert_eq!((taken.len(), all), (20, 20));
        });
    });
}

#[test]
fn what_fails_is_tried_again_ever_more_rarely_and_then_shown() {
    let pauses: Vec<i64> = (1..=12).map(|n| outbox::pause_after(n).as_mins()).collect();
    assert_eq!(pauses, [1, 2, 5, 10, 20, 40, 80, 160, 240, 240, 240, 240]);
    both(|db| {
        build(&db);
        tell(&db, 1, after(0));
        let mut minutes = 0;
        for n in 1..=5 {
            assert!(read(&db, outbox::stuck).is_empty());
            let errand = take(&db, minutes).remove(0);
            let id = errand.id;
            assert_eq!(errand.attempts, n);
            write(&db, move |tx| Ok(outbox::failed(tx, id, n, "the mail server says 421", after(minutes))?));
            let pause = outbox::pause_after(n).as_mins();
            assert!(take(&db, minutes + pause - 1).is_empty());
            minutes += pause;
        }
        let stuck = read(&db, outbox::stuck);
        assert_eq!((stuck.len(), stuck[0].attempts, stuck[0].trouble.as_str()), (1, 5, "the mail server says 421"));
        let lag = read(&db, move |c| outbox::lag(c, after(minutes)));
        assert_eq!((lag.waiting, lag.oldest), (1, Some(after(minutes))));
        assert_eq!(read(&db, |c| outbox::lag(c, after(-1))), outbox::Lag { waiting: 0, oldest: None });
    });
}

#[test]
fn a_colleague_sees_what_they_were_told_when_quiet_hours_are_over() {
    both(|db| {
        build(&db);
        tell(&db, 1, after(0));
        let notices = |minutes| read(&db, move |c| outbox::notices(c, EWA, after(minutes)));
        assert_eq!(notices(1).len(), 1);
        assert_eq!(notices(8 * 60).len(), 2);
        assert_eq!(notices(1)[0].text.key, "notice-safety");
        assert_eq!(read(&db, |c| outbox::unseen(c, EWA, after(8 * 60))), 2);
        write(&db, |tx| Ok(outbox::mark_seen(tx, EWA, after(1))?));
        assert_eq!(read(&db, |c| outbox::unseen(c, EWA, after(8 * 60))), 1, "the evening one is new");
        assert_eq!(notices(8 * 60)[1].seen_at, Some(after(1)));
        assert!(read(&db, |c| outbox::notices(c, MARIA, after(8 * 60))).is_empty());
    });
}
