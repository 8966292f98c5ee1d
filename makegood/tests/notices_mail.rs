//! Mail about notices with real servers: it leaves by the same outbox as every mail, through a Postfix, and what does not arrive is shown and
//! never told by mail again.
use crate::mail_postfix::{Postfix, wait_for};
use crate::notices::{FORM, firm, link_in, page};
use crate::post::sink::{Got, Sink, Trick};
use crate::post::{FROM, relay, relays};
use crate::support::both_async;
use crate::world::World;
use makegood::jobs::{Outbox, Post, notices};
use makegood::mail::parse::parse;
use makegood::mail::smtp::Patience;
use makegood::mail::{Incoming, Machine, Origin, Ours};
use serde_json::json;
use std::net::SocketAddr;
use store::mailboxes;
use store::mails::Came;

/// Says what is due and lets it leave; how many mails the relay took.
async fn leave(w: &World, at: SocketAddr) -> usize {
    Outbox::new(w.app.clone()).beat().await;
    notices::say(&w.app).await.expect("said");
    let mailbox = w.app.db.read(mailboxes::default).await.expect("read").expect("a mailbox").id;
    let mut post = Post::new(w.app.clone(), relays(vec![(mailbox, relay(at))]), Patience::default());
    post.empty().await.sent
}

fn read(got: &Got) -> Incoming {
    parse(&got.raw, &Ours { addresses: vec![FROM.into()], ..Ours::default() }).0
}

fn for_whom(sink: &Sink, address: &str) -> Vec<Got> {
    sink.got().into_iter().filter(|got| got.to == [address.to_owned()]).collect()
}

#[test]
fn an_urgent_notice_arrives_behind_a_real_server_and_is_acknowledged_by_its_link() {
    both_async(|db| async move {
        let w = firm(db).await;
        let sink =
            Sink::new(|_| Trick::Take, |to| (to == "ewa@nordlot.example").then_some("550 5.1.1 no such user here"));
        let postfix = Postfix::to("notices", sink.at.port());
        let n = &w.opened().await;
        leave(&w, postfix.at).await;
        w.does("maria", n, "escalate", json!({ "reason": "need_help", "words": "Labels." })).await;
        assert_eq!(leave(&w, postfix.at).await, 2, "to Ewa and to Jon");
        let arrived = wait_for("it arrives", || for_whom(&sink, "jon@nordlot.example").pop());
        let raw = String::from_utf8_lossy(&arrived.raw).into_owned();
        for header in ["Auto-Submitted: auto-generated\r\n", "List-Id: <notices.nordlot.example>\r\n"] {
            assert!(raw.contains(header), "{header}: {raw}");
        }
        let mail = read(&arrived);
        assert!(mail.subject.contains(n) && mail.origin != Origin::Person, "no machine answers it: {mail:?}");
        // It says so in the text as it arrived, after every encoding on its way.
        let path = link_in(&mail.text, "/told/");
        assert_eq!(w.send("POST", &path, &[("sec-fetch-site", "same-origin"), FORM], "").await.status, 200);
        // Ewa's does not arrive: Postfix says so to us, it stands among the mails that are stuck, and nobody is told by another mail.
        let report = wait_for("the report comes", || for_whom(&sink, FROM).pop());
        assert_eq!(read(&report).origin, Origin::Machine(Machine::Bounce));
        let (id, now) = (w.app.new_id(), w.app.now());
        let way = store::inbox::Way { source: "postfix", came_at: Some(now), heed: store::inbox::Heed::Heard };
        let raw = report.raw.clone();
        w.app.db.write(move |tx| store::inbox::take_in(tx, id, &raw, &way, now)).await.expect("kept");
        makegood::mail::receive::sort(&w.app).await.expect("sorted");
        let stuck = w.app.db.read(store::mails::stuck).await.expect("read");
        assert_eq!((stuck.len(), stuck[0].purpose.as_str(), stuck[0].case), (1, "notice", None));
        let id = stuck[0].id;
        let to = w.app.db.read(move |c| store::mails::recipients(c, id)).await.expect("read");
        assert_eq!((to[0].person, to[0].state), (Some(w.people["ewa"]), Came::Bounced));
        assert!(page(&w, "maria", "/mail/stuck").await.contains("ewa@nordlot.example"));
        assert_eq!(leave(&w, postfix.at).await, 0, "no mail tells of a mail to us");
        // Quarter of an hour later only Ewa, who has not answered, is told again.
        w.wait(15);
        assert_eq!(leave(&w, postfix.at).await, 1);
        assert_eq!(for_whom(&sink, "jon@nordlot.example").len(), 1, "Jon has it");
    });
}

#[test]
fn a_relay_that_is_away_delays_a_notice_and_loses_none() {
    both_async(|db| async move {
        let w = firm(db).await;
        let n = &w.opened().await;
        let sink = Sink::new(|nth| if nth == 0 { Trick::CutBeforeDot } else { Trick::Take }, |_| None);
        leave(&w, sink.at).await;
        w.does("maria", n, "escalate", json!({ "reason": "need_help", "words": "Labels." })).await;
        leave(&w, sink.at).await;
        for _ in 0..10 {
            w.wait(1);
            leave(&w, sink.at).await;
        }
        let mut told: Vec<String> = sink.got().into_iter().flat_map(|got| got.to).collect();
        told.sort();
        assert_eq!(told, ["ewa@nordlot.example", "jon@nordlot.example"]);
    });
}
