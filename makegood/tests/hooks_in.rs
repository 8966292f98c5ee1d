//! Rows that another program signs: taken when the signature is good and fresh, once; anything else is refused and keeps nothing. On both
//! databases.
use crate::intake;
use crate::notices::FORM;
use crate::support::both_async;
use crate::world::{Answer, World};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use intake::{import as orders, number};
use jiff::Timestamp;
use makegood::app::Around;
use makegood::mail::seal::KeyPlace;
use ring::hmac;
use serde_json::{Value, json};
use store::hooks_in;
use uuid::Uuid;

const ORDERS: &str = "Order No;Pos;Customer No;Item;Qty;Promised date;Delivery date\n\
    A-2;1;K-20;KB-7;40;2026-02-20;2026-02-20\n";

/// The secret that a page shows.
fn shown_in(page: &str) -> Vec<u8> {
    let at = page.find("whsec_").expect("a secret") + "whsec_".len();
    let text: String = page[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || "+/=".contains(*c)).collect();
    STANDARD.decode(text).expect("base64")
}

/// A program that signs.
struct Sender<'a> {
    w: &'a World,
    there: String,
    secret: Vec<u8>,
}

impl Sender<'_> {
    async fn sends(&self, id: &str, at: Timestamp, body: &str) -> Answer {
        self.with(id, at, body, body).await
    }

    /// Sends one body with the signature of another.
    async fn with(&self, id: &str, at: Timestamp, body: &str, signed: &str) -> Answer {
        let at = at.as_second().to_string();
        let key = hmac::Key::new(hmac::HMAC_SHA256, &self.secret);
        let signature = STANDARD.encode(hmac::sign(&key, format!("{id}.{at}.{signed}").as_bytes()).as_ref());
        let signature = format!("v1,{signature}");
        let headers = [("webhook-id", id), ("webhook-timestamp", &at), ("webhook-signature", &signature)];
        self.w.send("POST", &self.there, &headers, body.to_owned()).await
    }
}

/// A house with an order, an incoming webhook for returns, where it is set up, and what was shown when it was made.
async fn hooked(db: store::Db) -> (World, Uuid, String) {
    let w = World::new(db.clone()).await;
    w.app.is_around(Around { key: KeyPlace::Told([7; 32]), ..Around::default() });
    let now = w.app.now().to_string();
    tokio::task::block_in_place(|| orders(&db, &now, &intake::ask(ORDERS)).expect("orders"));
    let adam = w.cookie("adam").await;
    let headers = [("cookie", adam.as_str()), ("sec-fetch-site", "same-origin"), FORM];
    assert_eq!(w.send("POST", "/settings/incoming", &headers, "name=ERP&list=prices").await.status, 422);
    assert_eq!(w.send("POST", "/settings/incoming", &headers, "name=+&list=returns").await.status, 422);
    let made = w.send("POST", "/settings/incoming", &headers, "name=ERP&list=returns").await;
    assert_eq!(made.status, 200, "{}", made.text);
    let hook = db.read(hooks_in::list).await.expect("hooks").remove(0);
    let page = w.send("GET", &format!("/settings/incoming/{}", hook.id), &headers, "").await.text;
    assert!(!page.contains("whsec_") && page.contains("Nothing has come yet"), "{page}");
    (w, hook.id, made.text)
}

fn row(number: &str) -> Value {
    json!({ "order": "A-2", "line": "1", "number": number, "on": "2026-03-01" })
}

fn refused(answer: Answer) -> (u16, String) {
    (answer.status.as_u16(), answer.body["type"].as_str().unwrap_or_default().to_owned())
}

fn no(kind: &str) -> (u16, String) {
    (401, format!("/problems/{kind}"))
}

#[test]
fn signed_rows_are_taken_once_and_a_replay_takes_nothing_back() {
    both_async(|db| async move {
        let (w, hook, made) = hooked(db.clone()).await;
        let sender = Sender { w: &w, there: format!("/api/v1/hooks/{hook}"), secret: shown_in(&made) };
        let body = json!({ "rows": [row("R-1"), { "order": "A-9", "number": "R-2", "on": "2026-03-01" }] }).to_string();
        let now = w.app.now();
        let taken = sender.sends("msg-1", now, &body).await;
        assert_eq!((taken.status.as_u16(), &taken.body["new"]), (200, &json!(1)), "{:#}", taken.body);
        let first = &taken.body["refused"][0];
        assert_eq!((&first["row"], &first["field"]), (&json!(1), &json!("order")));
        // Repeated: the answer of the first time, even where a later message told something else meanwhile.
        let mut later = row("R-1");
        later["case"] = json!("MG-00007");
        w.wait(1);
        let taken = sender.sends("msg-2", w.app.now(), &json!({ "rows": [later] }).to_string()).await;
        assert_eq!(taken.body["new"], 1, "{:#}", taken.body);
        let again = sender.sends("msg-1", now, &body).await;
        assert_eq!((again.status.as_u16(), &again.body["rows"], &again.body["new"]), (200, &json!(2), &json!(1)));
        let open = "select count(*) from line_facts where body like '%R-1%' and body not like '%MG-00007%'";
        assert_eq!(tokio::task::block_in_place(|| number(&db, open)), 0, "the replay took nothing back");
        assert_eq!(sender.sends("msg-4", now, "{}").await.status, 422);
        let long = json!({ "rows": [{ "order": "A-2", "price": 3 }] }).to_string();
        assert_eq!(sender.sends("msg-5", now, &long).await.status, 422);
    });
}

#[test]
fn forged_changed_and_stale_rows_are_never_taken_and_the_old_secret_is_good_until_it_is_ended() {
    both_async(|db| async move {
        let (w, hook, made) = hooked(db.clone()).await;
        let mut sender = Sender { w: &w, there: format!("/api/v1/hooks/{hook}"), secret: shown_in(&made) };
        let (now, other) = (w.app.now(), json!({ "rows": [row("R-7")] }).to_string());
        assert_eq!(refused(sender.with("msg-3", now, &other, "{}").await), no("not-signed"));
        let right = std::mem::replace(&mut sender.secret, vec![1; 32]);
        assert_eq!(refused(sender.sends("msg-3", now, &other).await), no("not-signed"));
        sender.secret = right;
        for seconds in [-301, 301] {
            let then = now + jiff::SignedDuration::from_secs(seconds);
            assert_eq!(refused(sender.sends("msg-3", then, &other).await), no("stale"));
        }
        assert_eq!(refused(w.send("POST", &sender.there, &[], other.clone()).await), no("not-signed"));
        let there = format!("/api/v1/hooks/{}", Uuid::from_u128(9));
        let nobody = Sender { w: &w, there, secret: sender.secret.clone() };
        assert_eq!(refused(nobody.sends("msg-3", now, &other).await), no("not-signed"));
        let kept = "select count(*) from line_facts where body like '%R-7%'";
        assert_eq!(tokio::task::block_in_place(|| number(&db, kept)), 0, "nothing of it was kept");

        let here = format!("/settings/incoming/{hook}");
        let adam = w.cookie("adam").await;
        let headers = [("cookie", adam.as_str()), ("sec-fetch-site", "same-origin"), FORM];
        let fresh = w.send("POST", &format!("{here}/secret"), &headers, "").await;
        assert!(fresh.text.contains("good for 24 hours yet"), "{}", fresh.text);
        assert_eq!(sender.sends("msg-6", now, &other).await.body["new"], 1, "the sender has not changed over yet");
        let old = std::mem::replace(&mut sender.secret, shown_in(&fresh.text));
        let another = json!({ "rows": [row("R-8")] }).to_string();
        assert_eq!(sender.sends("msg-8", now, &another).await.body["new"], 1);
        let page = w.send("GET", &here, &headers, "").await.text;
        assert!(
            page.contains("The secret before is good until") && page.contains("End the secret before now"),
            "{page}"
        );
        assert_eq!(w.send("POST", &format!("{here}/end-old"), &headers, "").await.status, 303);
        let fresh = std::mem::replace(&mut sender.secret, old);
        assert_eq!(refused(sender.sends("msg-9", now, &another).await), no("not-signed"));
        sender.secret = fresh;
        assert!(!w.send("GET", &here, &headers, "").await.text.contains("The secret before is good until"));
        assert_eq!(w.send("POST", &format!("{here}/off"), &headers, "").await.status, 303);
        assert_eq!(refused(sender.sends("msg-7", now, &other).await), no("not-signed"));
        let page = w.send("GET", &here, &headers, "").await.text;
        for words in ["Switched off", "made a new secret for an incoming webhook", "Returns"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        let maria = w.cookie("maria").await;
        let headers = [("cookie", maria.as_str()), ("sec-fetch-site", "same-origin"), FORM];
        assert_eq!(w.send("GET", "/settings/incoming", &headers, "").await.status, 403);
        assert_eq!(w.send("POST", &format!("{here}/on"), &headers, "").await.status, 403);
    });
}
