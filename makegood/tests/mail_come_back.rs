//! Delivery reports: what bounced is owed again and heard at once, what is late is only shown, and nobody else's report moves anything.

use crate::post::sink::Sink;
use crate::post::{self, MAILBOX, asks_for_a_time, came, case_of, shown};
use crate::support::both_async;
use crate::world::World;
use casework::ids::CaseId;
use makegood::mail::came_back::{Outcome, Report, Told, Word, heard};
use makegood::mail::send::Keeper;
use store::Fault;
use store::mails::State;

async fn reported(w: &World, mail_id: Option<String>, case: Option<CaseId>, words: &[(&str, Outcome)]) -> Told {
    let word = |(address, outcome): &(&str, Outcome)| Word {
        address: (*address).into(),
        outcome: *outcome,
        said: "550 5.1.1 unknown".into(),
    };
    let report = Report { mail_id, case, words: words.iter().map(word).collect() };
    let (firm, now, salt) = (w.app.firm(), w.app.now(), w.app.random::<16>());
    let work = move |tx: &store::Tx| heard(tx, &Keeper { firm: &firm, salt, now }, &report);
    w.app.db.write(work).await.unwrap_or_else(|fault: Fault| panic!("{fault}")).told
}

/// C04, helpyio/helpy#71: a bounce stands on the case at once, the contact is owed again, and it is heard once.
#[test]
fn c04_a_bounce_is_owed_again_and_heard_once() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let n = &w.opened().await;
        let sink = Sink::good();
        let id = asks_for_a_time(&w, n, MAILBOX, &["stores@acme.example"]).await;
        w.wait(1);
        post::post(&w.app, sink.at).empty().await;
        let mail_id = || Some(format!("<{}>", sink.got()[0].message_id()));
        assert_eq!(reported(&w, mail_id(), None, &[("dana@acme.example", Outcome::Delayed)]).await, Told::No);
        assert_eq!(came(&w, id).await[0].1, "delayed", "shown, and nothing else");
        assert_eq!((shown(&w, id).await.state, w.kinds(n, "message_undelivered").await), (State::Sent, 0));
        assert_eq!(reported(&w, mail_id(), None, &[("Stores@acme.example", Outcome::Failed)]).await, Told::No);
        assert_eq!(came(&w, id).await[1].1, "bounced", "a copy is no word to whom it was written");
        for told in [Told::Yes, Told::No] {
            w.wait(1);
            assert_eq!(reported(&w, mail_id(), None, &[("DANA@acme.example", Outcome::Failed)]).await, told);
            assert_eq!(w.kinds(n, "message_undelivered").await, 1);
        }
        assert_eq!(reported(&w, mail_id(), None, &[("dana@acme.example", Outcome::Delivered)]).await, Told::No);
        assert_eq!((shown(&w, id).await.state, came(&w, id).await[0].1), (State::Undelivered, "bounced"));
        assert_eq!(shown(&w, id).await.trouble, "550 5.1.1 unknown");
    });
}

/// Anybody may write a report: only one that names a mail of ours, or the signed address of its case, is about it.
#[test]
fn a_report_about_nothing_of_ours_changes_nothing() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let (n, other) = (&w.opened().await, &w.opened().await);
        let sink = Sink::good();
        let id = asks_for_a_time(&w, n, MAILBOX, &[]).await;
        w.wait(1);
        post::post(&w.app, sink.at).empty().await;
        let dana = &[("dana@acme.example", Outcome::Failed)];
        assert_eq!(reported(&w, Some("somebody@else.example".into()), None, dana).await, Told::No);
        assert_eq!(reported(&w, None, None, dana).await, Told::No);
        assert_eq!(reported(&w, None, Some(case_of(&w, other).await), dana).await, Told::No);
        assert_eq!(
            reported(&w, Some("somebody@else.example".into()), Some(case_of(&w, n).await), dana).await,
            Told::No
        );
        assert_eq!(shown(&w, id).await.state, State::Sent);
        // Sent to the signed address of the case, without the id: the mail that went to that address.
        assert_eq!(reported(&w, None, Some(case_of(&w, n).await), dana).await, Told::Yes);
        // One that was passed on elsewhere before it failed.
        let id = asks_for_a_time(&w, n, MAILBOX, &[]).await;
        w.wait(1);
        post::post(&w.app, sink.at).empty().await;
        let mail_id = sink.got()[1].message_id();
        assert_eq!(
            reported(&w, Some(mail_id), None, &[("dana.ruiz@elsewhere.example", Outcome::Failed)]).await,
            Told::Yes
        );
        assert_eq!(shown(&w, id).await.state, State::Undelivered);
    });
}
