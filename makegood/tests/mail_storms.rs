//! The limits table of RELIABILITY: of one sender 60 mails an hour ring. More are kept, shown in their places and told to nobody one by one.
use crate::support::both_async;
use crate::world::World;
use makegood::jobs;
use makegood::mail::receive;
use store::NotKept;
use store::inbox::{self, Heed};

/// What this sender wrote just now, `many` times, each a thread of its own.
async fn writes(w: &World, who: &str, subject: &str, many: usize) {
    let (now, who, subject) = (w.app.now(), who.to_owned(), subject.to_owned());
    let ids: Vec<_> = (0..many).map(|_| w.app.new_id()).collect();
    let work = move |tx: &store::Tx| {
        for id in &ids {
            let raw =
                format!("From: <{who}>\r\nMessage-ID: <{id}@acme.example>\r\nSubject: {subject}\r\n\r\nhello {id}\r\n");
            let way = inbox::Way { source: "test", came_at: Some(now), heed: Heed::Heard };
            inbox::take_in(tx, *id, raw.as_bytes(), &way, now)?;
        }
        Ok::<_, store::Fault>(())
    };
    w.app.db.write(work).await.expect("kept");
    receive::sort(&w.app).await.expect("sorted");
    while jobs::mail::hear(&w.app).await.expect("heard") > 0 {}
}

/// Somebody of Acme with this address.
async fn knows(w: &World, name: &str, address: &str) {
    let contact = store::contacts::Contact {
        email: address.to_owned(),
        ..store::contacts::Contact::named(casework::ids::ContactId(w.app.new_id()), w.acme, name)
    };
    let by = store::By { person: None, request: w.app.new_request(), now: w.app.now() };
    let kept = w.app.db.write(move |tx| store::contacts::add(tx, &contact, &by)).await;
    kept.unwrap_or_else(|no: NotKept| panic!("{no:?}"));
}

const MAILS: &str = "select cast(count(*) as bigint) from messages";
const ALONE: &str = "select cast(count(*) as bigint) from signals where kind = 'mail'";
const STORMS: &str = "select cast(count(*) as bigint) from signals where kind = 'mail-storm'";

#[test]
fn a_storm_of_one_sender_is_kept_and_shown_and_makes_no_hundred_signals() {
    both_async(|db| async move {
        let w = World::new(db).await;
        knows(&w, "Dana Two", "dana@acme.example").await;
        writes(&w, "dana@acme.example", "Our boards", 250).await;
        assert_eq!((w.count(MAILS).await, w.count(ALONE).await, w.count(STORMS).await), (250, 60, 1));
        let raw = "select cast(count(*) as bigint) from inbox where waits is null";
        assert_eq!(w.count(raw).await, 250, "every byte");
        // Another sender rings as ever meanwhile.
        knows(&w, "Eve Stone", "eve@acme.example").await;
        writes(&w, "eve@acme.example", "A quiet word", 1).await;
        assert_eq!((w.count(ALONE).await, w.count(STORMS).await), (61, 1));
        let cookie = w.cookie("maria").await;
        let first = w.send("GET", "/signals", &[("cookie", &cookie)], "").await.text;
        let more = first.find("/signals?from=").and_then(|at| first[at..].split('"').next()).expect("a second page");
        let second = w.send("GET", more, &[("cookie", &cookie)], "").await.text;
        let both = format!("{first}{second}");
        assert_eq!(both.matches("wrote more than 60 mails within an hour").count(), 1, "{both}");
        // The next hour Dana rings again.
        w.wait(61);
        writes(&w, "dana@acme.example", "Is anybody there?", 1).await;
        assert_eq!((w.count(ALONE).await, w.count(STORMS).await), (62, 1));
        // Whom nobody knows rings for nobody anyway, however much they write.
        writes(&w, "spam@elsewhere.example", "Buy", 150).await;
        assert_eq!((w.count(ALONE).await, w.count(STORMS).await), (62, 1));
        assert_eq!(w.count("select cast(count(*) as bigint) from messages where place = 'unsorted'").await, 150);
    });
}

#[test]
fn a_storm_on_a_case_stands_on_it_and_makes_no_hundred_notices() {
    both_async(|db| async move {
        let w = World::new(db).await;
        knows(&w, "Dana Two", "dana@acme.example").await;
        let n = &w.opened().await;
        let told =
            w.count("select cast(count(*) as bigint) from outbox where payload like '%notice-they-wrote%'").await;
        writes(&w, "dana@acme.example", &format!("[{n}] labels"), 200).await;
        let on_it = "select cast(count(*) as bigint) from messages where place = 'case'";
        assert_eq!((w.count(on_it).await, w.count(STORMS).await), (200, 1));
        assert_eq!(w.kinds(n, "message_received").await, 60, "the case itself heard as many");
        let after =
            w.count("select cast(count(*) as bigint) from outbox where payload like '%notice-they-wrote%'").await;
        assert!(after - told <= 60, "{after} notices");
        let cookie = w.cookie("maria").await;
        let page = w.send("GET", &format!("/cases/{n}/mail"), &[("cookie", &cookie)], "").await;
        assert!(page.status == 200 && page.text.contains("dana@acme.example"), "{}", page.text);
    });
}
