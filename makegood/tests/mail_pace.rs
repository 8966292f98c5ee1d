//! The limits table of RELIABILITY: a mailbox sends so many mails an hour and all of them so many. What is over it waits, says until when, and leaves then.
use crate::post::sink::Sink;
use crate::post::{self, MAILBOX, OTHER_MAILBOX, asks_for_a_time, shown};
use crate::support::{both_async, world};
use crate::world::World;
use makegood::jobs::Post;
use makegood::mail::smtp::Relay;
use std::collections::HashSet;
use store::By;
use store::mailboxes::{self, MailboxSpec};
use store::mails::State;
use store::mails::pace::Pace;

/// Three by this mailbox, and eight by all.
const PACE: Pace = Pace { by_mailbox: 3, by_all: 8 };

/// The mailbox as people see it; in the story it sends by the sink.
async fn known(w: &World) {
    let spec = MailboxSpec { per_hour: Some(PACE.by_mailbox), ..world::sends(post::FROM, "Nordlot") };
    let by = By { person: None, request: w.app.new_request(), now: w.app.now() };
    w.app.db.write(move |tx| mailboxes::add(tx, MAILBOX, &spec, &by)).await.unwrap_or_else(|e| panic!("{e:?}"));
}

#[test]
fn what_a_mailbox_may_not_send_in_this_hour_waits_says_so_and_leaves_in_the_next() {
    both_async(|db| async move {
        let w = World::new(db).await;
        known(&w).await;
        let n = &w.opened().await;
        let sink = Sink::good();
        let slow = Relay { pace: PACE, ..post::relay(sink.at) };
        let relays = post::relays(vec![(MAILBOX, slow.clone()), (OTHER_MAILBOX, slow)]);
        let mut post = Post::new(w.app.clone(), relays, post::HASTY);
        let mut mails = vec![];
        for _ in 0..8 {
            mails.push(asks_for_a_time(&w, n, MAILBOX, &[]).await);
        }
        let other = asks_for_a_time(&w, n, OTHER_MAILBOX, &[]).await;
        w.wait(1);
        assert_eq!(post.empty().await.sent, 4, "three of one mailbox, one of the other");
        assert_eq!(shown(&w, other).await.state, State::Sent);
        let last = shown(&w, mails[7]).await;
        assert_eq!((last.state, last.attempts, last.trouble.as_str()), (State::Waiting, 0, ""), "no try is counted");
        assert_eq!(last.due_at, w.app.now().checked_add(jiff::SignedDuration::from_hours(1)).ok());
        // The pages say what waits, why and until when.
        let cookie = w.cookie("adam").await;
        let health = w.send("GET", "/settings/mail", &[("cookie", &cookie)], "").await.text;
        for words in [
            "5 of care@nordlot.example wait: it has sent what may leave within an hour",
            "sent 3 of 3 mails in the last hour",
        ] {
            assert!(health.contains(words), "{words}: {health}");
        }
        let tab = w.send("GET", &format!("/cases/{n}/mail"), &[("cookie", &w.cookie("maria").await)], "").await.text;
        assert!(tab.contains("its mailbox has sent what may leave within an hour"), "{tab}");
        assert_eq!(post.empty().await.sent, 0);
        for (minutes, sent) in [(30, 0), (31, 3), (30, 0), (31, 2)] {
            w.wait(minutes);
            assert_eq!(post.empty().await.sent, sent, "after {minutes} minutes more");
        }
        let got: HashSet<String> = sink.got().iter().map(|one| one.message_id()).collect();
        assert_eq!((got.len(), sink.many()), (9, 9), "each once, none lost");
        // The server as a whole has a limit too: of twelve eight leave.
        for mailbox in [MAILBOX, OTHER_MAILBOX].into_iter().cycle().take(12) {
            asks_for_a_time(&w, n, mailbox, &[]).await;
        }
        w.wait(61);
        let mut post = Post::new(
            w.app.clone(),
            post::relays(
                [MAILBOX, OTHER_MAILBOX]
                    .map(|id| (id, Relay { pace: Pace { by_mailbox: 100, by_all: 8 }, ..post::relay(sink.at) }))
                    .into(),
            ),
            post::HASTY,
        );
        while post.empty().await.sent > 0 {}
        assert_eq!(sink.many() - 9, 8);
    });
}
