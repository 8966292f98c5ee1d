//! Mail leaves: nothing is *sent* before a server said so, each recipient has an answer of their own, what is not taken is tried
//! again as the same bytes, and no dead mail, dead server or second server of ours stands in anybody's way.

use crate::post::sink::{Sink, Trick};
use crate::post::{self, MAILBOX, OTHER_MAILBOX, asks_for_a_time, came, case_of, relay, relays, shown};
use crate::support::both_async;
use crate::world::World;
use makegood::jobs::Post;
use store::mails::{self, State};

fn only_once(n: usize, trick: Trick) -> Trick {
    if n == 0 { trick } else { Trick::Take }
}

/// S051, C03: *sent* stands on the case after the server has it, once, and never before.
#[test]
fn s051_sent_is_what_a_server_said() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let n = &w.opened().await;
        let sink = Sink::good();
        let mut post = post::post(&w.app, sink.at);
        let id = asks_for_a_time(&w, n, MAILBOX, &[]).await;
        assert_eq!(post.empty().await.sent, 0, "ten seconds to take it back");
        assert_eq!((sink.many(), w.kinds(n, "message_sent").await), (0, 0));
        w.wait(1);
        assert_eq!(post.empty().await.sent, 1);
        assert_eq!(w.kinds(n, "message_sent").await, 1);
        assert_eq!(post.empty().await.sent, 0);
        let raw = w.app.db.read(move |conn| mails::raw(conn, id)).await.expect("read");
        assert_eq!(raw.as_deref(), Some(sink.got()[0].raw.as_slice()), "what arrives is what was frozen");
        let mail = shown(&w, id).await;
        assert_eq!((mail.state, mail.sent_at), (State::Sent, Some(w.app.now())));
        assert_eq!(came(&w, id).await, [("dana@acme.example".to_owned(), "sent")]);
    });
}

/// RFC 1047, R3: a line that ends after the last dot makes two of it, byte for byte the same, and one of it on the case.
#[test]
fn r3_a_line_cut_before_or_after_the_dot_loses_nothing() {
    both_async(|db| async move {
        let w = World::new(db).await;
        for (trick, copies) in
            [(Trick::CutAtSender, 1), (Trick::CutBeforeDot, 1), (Trick::CutAfterDot, 2), (Trick::StallAtDot, 2)]
        {
            let n = &w.opened().await;
            let sink = Sink::new(move |n| only_once(n, trick), |_| None);
            let mut post = post::post(&w.app, sink.at);
            let id = asks_for_a_time(&w, n, MAILBOX, &[]).await;
            w.wait(1);
            assert_eq!(post.empty().await.waiting, 1, "{trick:?}");
            assert_eq!((shown(&w, id).await.state, w.kinds(n, "message_sent").await), (State::Waiting, 0), "{trick:?}");
            assert_eq!(post.empty().await, Default::default(), "not at once");
            w.wait(1);
            assert_eq!(post.empty().await.sent, 1, "{trick:?}");
            let got = sink.got();
            assert_eq!(got.len(), copies, "{trick:?}");
            assert!(
                got.iter().all(|one| one.raw == got[0].raw && one.message_id() == got[0].message_id()),
                "{trick:?}"
            );
            assert_eq!(w.kinds(n, "message_sent").await, 1, "{trick:?}");
        }
    });
}

/// R3: what a server says about the mail or a recipient: 4xx is tried again, 5xx is heard at once and owed again.
#[test]
fn r3_what_a_server_refuses_is_undelivered_and_what_it_delays_is_tried_again() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let never = "550 5.1.1 no such user here";
        for (trick, state) in [
            (Trick::SayAtSender("451 4.3.0 later"), State::Waiting),
            (Trick::SayAtSender("421 4.3.2 closing"), State::Waiting),
            (Trick::SayAtSender("530 5.7.0 who are you"), State::Waiting),
            (Trick::SayAtData("452 4.3.1 full"), State::Waiting),
            (Trick::SayAtDot("451 4.7.1 greylisted"), State::Waiting),
            (Trick::SayAtDot("554 5.7.1 looks like spam"), State::Undelivered),
            (Trick::SayAtSender(never), State::Undelivered),
        ] {
            let n = &w.opened().await;
            let sink = Sink::new(move |n| only_once(n, trick), |_| None);
            let mut post = post::post(&w.app, sink.at);
            let id = asks_for_a_time(&w, n, MAILBOX, &[]).await;
            w.wait(1);
            post.empty().await;
            let mail = shown(&w, id).await;
            assert_eq!(mail.state, state, "{trick:?}");
            assert!(mail.trouble.len() > 5, "{trick:?}: {}", mail.trouble);
            assert_eq!(w.kinds(n, "message_undelivered").await, usize::from(state == State::Undelivered), "{trick:?}");
            w.wait(2);
            post.empty().await;
            let ends = if state == State::Waiting { State::Sent } else { State::Undelivered };
            assert_eq!(shown(&w, id).await.state, ends, "{trick:?}");
        }
    });
}

/// R3: some recipients are taken and others not; nobody gets it twice, and the one it was written to decides what the case hears.
#[test]
fn r3_each_recipient_has_an_answer_of_their_own() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let n = &w.opened().await;
        let sink = Sink::new(
            |_| Trick::Take,
            |to| match to {
                "gone@acme.example" => Some("550 5.1.1 no such user"),
                "full@acme.example" => Some("452 4.2.2 mailbox full"),
                _ => None,
            },
        );
        let mut post = post::post(&w.app, sink.at);
        let id = asks_for_a_time(&w, n, MAILBOX, &["gone@acme.example", "full@acme.example", "not an address"]).await;
        w.wait(1);
        assert_eq!(post.empty().await.waiting, 1);
        let states: Vec<_> = came(&w, id).await.into_iter().map(|(_, state)| state).collect();
        assert_eq!(states, ["sent", "refused", "waiting", "refused"]);
        assert_eq!(w.kinds(n, "message_sent").await, 1, "Dana has it");
        for _ in 0..3 {
            w.wait(10);
            post.empty().await;
        }
        assert_eq!((sink.many(), w.kinds(n, "message_sent").await), (1, 1), "Dana has it once");
        assert_eq!(shown(&w, id).await.state, State::Waiting);
        w.wait(60 * 24 * 5);
        post.empty().await;
        let states: Vec<_> = came(&w, id).await.into_iter().map(|(_, state)| state).collect();
        assert_eq!(states, ["sent", "refused", "refused", "refused"]);
        assert_eq!((shown(&w, id).await.state, w.kinds(n, "message_undelivered").await), (State::Sent, 0));
    });
}

/// R6: a server that is away for days is asked more and more rarely; after five days somebody must reach them by another way.
#[test]
fn r6_after_five_days_a_person_is_told() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let n = &w.opened().await;
        let sink = Sink::new(|_| Trick::SayAtSender("421 4.3.2 not now"), |_| None);
        let id = asks_for_a_time(&w, n, MAILBOX, &[]).await;
        let (mut tries, mut gaps) = (0, vec![]);
        let mut last = w.app.now();
        for _ in 0..(5 * 24 * 60 + 300) {
            w.wait(1);
            let due = shown(&w, id).await.due_at.is_some_and(|due| due <= w.app.now());
            if !due {
                continue;
            }
            post::post(&w.app, sink.at).empty().await;
            tries += 1;
            gaps.push(w.app.now().duration_since(last).as_mins());
            last = w.app.now();
            if shown(&w, id).await.state != State::Waiting {
                break;
            }
        }
        assert_eq!(gaps[..10], [1, 1, 2, 5, 10, 20, 40, 80, 160, 240]);
        assert!((30..60).contains(&tries), "{tries}");
        assert_eq!(shown(&w, id).await.state, State::Undelivered);
        assert_eq!(w.kinds(n, "message_undelivered").await, 1);
        let now = w.app.now();
        assert!(now.duration_since(shown(&w, id).await.leaves_at).as_hours() >= 120);
    });
}

/// R3: a mail that no server takes, a server that says nothing and one that is not there delay nobody else's mail.
#[test]
fn r3_one_dead_mail_or_server_stops_nobody() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let silent = Sink::new(|_| Trick::StallAtDot, |_| None);
        let sink = Sink::new(|n| if n % 5 == 0 { Trick::SayAtDot("554 5.6.0 no") } else { Trick::Take }, |_| None);
        let mut numbers = vec![];
        for mailbox in [OTHER_MAILBOX, OTHER_MAILBOX].into_iter().chain([MAILBOX; 20]) {
            let n = w.opened().await;
            asks_for_a_time(&w, &n, mailbox, &[]).await;
            numbers.push(n);
        }
        w.wait(1);
        // One that was spoiled in the database is not put on the wire, and said.
        let spoiled = asks_for_a_time(&w, &numbers[5], MAILBOX, &[]).await;
        let spoil = move |tx: &store::Tx| {
            tx.put("update mails_out set raw = ?2 where id = ?1", &store::params![spoiled, b"From: x\n.\n".to_vec()])
        };
        w.app.db.write(spoil).await.unwrap_or_else(|fault: store::Fault| panic!("{fault}"));
        w.wait(1);
        let both = relays(vec![(MAILBOX, relay(sink.at)), (OTHER_MAILBOX, relay(silent.at))]);
        let mut post = Post::new(w.app.clone(), both, post::HASTY);
        post.beat().await;
        let began = tokio::time::Instant::now();
        while sink.many() < 16 && began.elapsed().as_secs() < 20 {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        assert_eq!(sink.many(), 16, "the others have gone");
        let run = post.empty().await;
        assert_eq!(run.waiting, 2, "{run:?}");
        assert_eq!(shown(&w, spoiled).await.state, State::Undelivered);
        assert!(shown(&w, spoiled).await.trouble.contains("stands alone"));
        let (connections, at_once) = sink.connections();
        assert!(connections <= 4 && at_once <= 4, "{connections} lines, {at_once} at once");
        // Nobody listens there any more: the mail waits, the server is left alone for a while, and nothing is lost.
        let n = w.opened().await;
        let id = asks_for_a_time(&w, &n, MAILBOX, &[]).await;
        w.wait(1);
        let nobody = std::net::TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a port");
        let mut post = post::post(&w.app, nobody);
        let run = post.empty().await;
        assert!(run.waiting == 1 && run.trouble.is_some(), "{run:?}");
        w.wait(5);
        assert_eq!(post.empty().await, Default::default(), "it rests");
        assert_eq!(shown(&w, id).await.state, State::Waiting);
    });
}

/// R3: two servers of ours empty the same outbox, and no mail leaves twice.
#[test]
fn r3_two_servers_never_send_the_same() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let sink = Sink::good();
        for _ in 0..12 {
            let n = w.opened().await;
            for _ in 0..3 {
                asks_for_a_time(&w, &n, MAILBOX, &[]).await;
            }
        }
        w.wait(1);
        let (mut one, mut other) = (post::post(&w.app, sink.at), post::post(&w.app, sink.at));
        let (first, second) = tokio::join!(one.empty(), other.empty());
        assert_eq!(first.sent + second.sent, 36);
        let mut ids: Vec<_> = sink.got().iter().map(post::sink::Got::message_id).collect();
        assert_eq!(ids.len(), 36);
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 36);
    });
}

/// A mail whose mailbox sends nothing waits, and is not lost; a stop gives back what was not begun.
#[test]
fn mail_without_a_way_out_waits_and_a_stop_holds_nothing_back() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let n = &w.opened().await;
        let id = asks_for_a_time(&w, n, OTHER_MAILBOX, &[]).await;
        w.wait(1);
        let sink = Sink::good();
        assert_eq!(post::post(&w.app, sink.at).empty().await, Default::default());
        let mail = shown(&w, id).await;
        assert_eq!((mail.state, mail.attempts), (State::Waiting, 0));
        for _ in 0..6 {
            asks_for_a_time(&w, n, MAILBOX, &[]).await;
        }
        w.wait(1);
        let slow = Sink::new(|_| Trick::StallAtDot, |_| None);
        let mut post = post::post(&w.app, slow.at);
        post.beat().await;
        while slow.many() < 1 {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        post.stop(std::time::Duration::from_secs(10)).await;
        w.wait(1);
        assert_eq!(post::post(&w.app, sink.at).empty().await.sent, 6, "what was not begun, and what nobody knew of");
        let case = case_of(&w, n).await;
        let all = w.app.db.read(move |conn| mails::of_case(conn, case)).await.expect("read");
        assert_eq!(all.iter().filter(|mail| mail.state == State::Sent).count(), 6);
    });
}
