//! Webhooks of notices, on both databases: to a receiver that really listens, and never into our own network.
use crate::notices::{FORM, case_of, firm, page, told, wrote};
use crate::support::both_async;
use crate::world::World;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use casework::notices::About;
use makegood::app::Around;
use makegood::jobs::{Outbox, notices};
use makegood::mail::seal::KeyPlace;
use makegood::net::{Names, Net};
use makegood::notices::hook_secret;
use ring::hmac;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex};
use store::dialect::Engine;
use store::{Conn, Fault, Tx, hook_posts, hooks};
use uuid::Uuid;

/// What arrived at the receiver.
type Arrived = Arc<Mutex<Vec<(HeaderMap, String)>>>;

/// A receiver that listens on a free port and answers with a status that the test changes.
async fn receiver() -> (u16, Arrived, Arc<AtomicU16>) {
    let (arrived, status) = (Arrived::default(), Arc::new(AtomicU16::new(200)));
    let took = |State((arrived, status)): State<(Arrived, Arc<AtomicU16>)>, headers: HeaderMap, body: Bytes| async move {
        arrived.lock().expect("a list").push((headers, String::from_utf8_lossy(&body).into_owned()));
        StatusCode::from_u16(status.load(Ordering::SeqCst)).expect("a status")
    };
    let router = Router::new().route("/hook", post(took)).with_state((arrived.clone(), status.clone()));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    tokio::spawn(async move { axum::serve(listener, router).await });
    (port, arrived, status)
}

/// The secret that a page shows.
fn shown_in(page: &str) -> String {
    let at = page.find("whsec_").expect("a secret");
    page[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || "_+/=".contains(*c)).collect()
}

fn verified(secret: &[u8], headers: &HeaderMap, body: &str) {
    let said = |name: &str| headers[name].to_str().expect("text").to_owned();
    let signed = format!("{}.{}.{body}", said("webhook-id"), said("webhook-timestamp"));
    let signature = STANDARD.decode(said("webhook-signature").trim_start_matches("v1,")).expect("base64");
    hmac::verify(&hmac::Key::new(hmac::HMAC_SHA256, secret), signed.as_bytes(), &signature)
        .expect("a signature of ours");
}

#[test]
fn a_webhook_hears_signed_ids_and_links_is_tried_five_times_and_then_shown() {
    both_async(|db| async move {
        let w = firm(db).await;
        let (port, arrived, status) = receiver().await;
        let net = Net { private_hosts: vec![format!("127.0.0.1:{port}")], ..Net::default() };
        w.app.is_around(Around { net, key: KeyPlace::Told([7; 32]), ..Around::default() });
        let cookie = w.cookie("adam").await;
        let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin"), FORM];
        let url = format!("http%3A%2F%2F127.0.0.1%3A{port}%2Fhook");
        let about: String = About::ALL.iter().map(|about| format!("&about={}", about.word())).collect();
        let made =
            w.send("POST", "/settings/webhooks", &headers, format!("name=Chat&url={url}&tells=links{about}")).await;
        assert!(made.status == 200 && made.text.contains("whsec_"), "{}", made.text);
        let hook = w.app.db.read(hooks::list).await.expect("hooks").remove(0).id;
        let secret = STANDARD.decode(shown_in(&made.text).trim_start_matches("whsec_")).expect("a secret");
        let here = format!("/settings/webhooks/{hook}");
        assert!(!page(&w, "adam", &here).await.contains("whsec_"), "shown once");
        assert!(w.send("POST", &format!("{here}/test"), &headers, "").await.text.contains("The test arrived"));
        let n = &w.opened().await;
        w.does("maria", n, "escalate", json!({ "reason": "need_help", "words": "Secret words." })).await;
        Outbox::new(w.app.clone()).beat().await;
        let sent = notices::send(&w.app).await.expect("sent");
        let all: Vec<_> = std::mem::take(&mut *arrived.lock().expect("a list"));
        assert_eq!(all.len(), sent + 1, "the test and each notice");
        for (headers, body) in &all {
            verified(&secret, headers, body);
            assert!(!body.contains("Secret words") && !body.contains("Late"), "{body}");
        }
        let last: Value = serde_json::from_str(&all.last().expect("one").1).expect("JSON");
        assert_eq!(last["data"]["link"], format!("https://help.nordlot.example/cases/{n}"));
        assert_eq!(last["type"], "notice");
        assert_eq!(notices::send(&w.app).await.expect("sent"), 0, "each once");
        // It does not answer as it should: five tries, then shown with the way out.
        status.store(500, Ordering::SeqCst);
        let case = case_of(&w, n).await;
        told(&w, "maria", case, wrote(1)).await;
        Outbox::new(w.app.clone()).beat().await;
        for minutes in [1, 2, 5, 10, 240] {
            assert_eq!(notices::send(&w.app).await.expect("tried"), 0);
            w.wait(minutes);
        }
        assert_eq!(notices::send(&w.app).await.expect("tried"), 0);
        let tries: Vec<_> = std::mem::take(&mut *arrived.lock().expect("a list"));
        assert_eq!(tries.len(), 5);
        assert!(tries.iter().all(|(_, body)| *body == tries[0].1), "the same bytes each time");
        let failing = page(&w, "adam", &here).await;
        for words in ["Failing since", "It answered 500.", "tried five times", "Send again what was given up"] {
            assert!(failing.contains(words), "{words}: {failing}");
        }
        status.store(204, Ordering::SeqCst);
        assert_eq!(w.send("POST", &format!("{here}/again"), &headers, "").await.status, 303);
        assert_eq!(notices::send(&w.app).await.expect("sent"), 1);
        assert!(page(&w, "adam", &here).await.contains("Works."));
        // With the sentence, where somebody chose so.
        let body = format!("name=Chat&url={url}&tells=words&about=customer&version=1");
        assert_eq!(w.send("POST", &here, &headers, body).await.status, 303);
        told(&w, "maria", case, wrote(2)).await;
        Outbox::new(w.app.clone()).beat().await;
        arrived.lock().expect("a list").clear();
        assert_eq!(notices::send(&w.app).await.expect("sent"), 1);
        assert!(arrived.lock().expect("a list")[0].1.contains("Dana 2 wrote"));
        let counts = w.app.db.read(move |c| hook_posts::counts(c, hook)).await.expect("counts");
        assert_eq!(counts, (0, 0));
    });
}

#[test]
fn t_ssrf_an_address_that_leads_inside_is_refused_on_the_page_and_again_when_it_is_sent_to() {
    both_async(|db| async move {
        let w = firm(db).await;
        let inside =
            Names::Told([("rebound.example".to_owned(), vec!["10.0.0.1".parse().expect("an address")])].into());
        let net = Net { names: inside, ..Net::default() };
        w.app.is_around(Around { net, key: KeyPlace::Told([7; 32]), ..Around::default() });
        let cookie = w.cookie("adam").await;
        let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin"), FORM];
        for (url, words) in [
            ("https%3A%2F%2F169.254.169.254%2Flatest", "leads into our own network"),
            ("https%3A%2F%2F%5B%3A%3Affff%3A10.0.0.1%5D%2F", "leads into our own network"),
            ("https%3A%2F%2F2130706433%2F", "not an address that can be called"),
            ("http%3A%2F%2Fchat.example%2F", "Only https"),
            ("https%3A%2F%2Fchat.example%3A22%2F", "Only port 443"),
        ] {
            let body = format!("name=Chat&url={url}&tells=links&about=danger");
            let said = w.send("POST", "/settings/webhooks", &headers, body).await;
            assert!(said.status == 422 && said.text.contains(words), "{url}: {}", said.text);
        }
        assert!(w.app.db.read(hooks::list).await.expect("hooks").is_empty());
        let body = "name=Chat&url=https%3A%2F%2Frebound.example%2F&tells=links&about=danger";
        assert_eq!(w.send("POST", "/settings/webhooks", &headers, body).await.status, 200);
        let hook: Uuid = w.app.db.read(hooks::list).await.expect("hooks")[0].id;
        let tried = w.send("POST", &format!("/settings/webhooks/{hook}/test"), &headers, "").await;
        assert!(tried.text.contains("leads into our own network (10.0.0.1)"), "{}", tried.text);
        // Nobody else may set one up.
        let maria = w.cookie("maria").await;
        let headers = [("cookie", maria.as_str()), ("sec-fetch-site", "same-origin"), FORM];
        assert_eq!(w.send("GET", "/settings/webhooks", &headers, "").await.status, 403);
        assert_eq!(w.send("POST", "/settings/webhooks", &headers, body).await.status, 403);
    });
}

/// The bytes of the database as they lie on the disk; of PostgreSQL the row, whose server keeps the files.
async fn on_the_disk(w: &World) -> Vec<u8> {
    let read = |conn: &Conn| {
        let mut all: Vec<u8> = conn.one("select secret from hooks", &[])?;
        if conn.engine() == Engine::Sqlite {
            let file: String = conn.one("select file from pragma_database_list where name = 'main'", &[])?;
            for end in ["", "-wal"] {
                all.extend(std::fs::read(format!("{file}{end}")).unwrap_or_default());
            }
        }
        Ok::<_, Fault>(all)
    };
    w.app.db.read(read).await.expect("read")
}

/// S9 of RELIABILITY: whoever finds the file of the database signs nothing with it. What an earlier program kept as it was is sealed at the next start,
/// and goes on signing.
#[test]
fn the_secret_of_a_webhook_lies_sealed_and_one_that_lay_plain_is_sealed_at_the_next_start() {
    both_async(|db| async move {
        let w = firm(db).await;
        let (port, arrived, _) = receiver().await;
        let net = Net { private_hosts: vec![format!("127.0.0.1:{port}")], ..Net::default() };
        w.app.is_around(Around { net, key: KeyPlace::Told([7; 32]), ..Around::default() });
        let cookie = w.cookie("adam").await;
        let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin"), FORM];
        let body = format!("name=Chat&url=http%3A%2F%2F127.0.0.1%3A{port}%2Fhook&tells=links&about=danger");
        let made = w.send("POST", "/settings/webhooks", &headers, body).await.text;
        let shown = shown_in(&made);
        let secret = STANDARD.decode(shown.trim_start_matches("whsec_")).expect("base64");
        let holds = |bytes: &[u8], wanted: &[u8]| bytes.windows(wanted.len()).any(|window| window == wanted);
        let bytes = on_the_disk(&w).await;
        assert!(!holds(&bytes, &secret) && !holds(&bytes, shown.as_bytes()), "plain on the disk");
        let hook = w.app.db.read(hooks::list).await.expect("hooks")[0].id;
        // As an earlier program left it.
        let plain = secret.clone();
        let as_before = move |tx: &Tx| tx.put("update hooks set secret = ?1, sealed = 0", &[plain.as_slice().into()]);
        w.app.db.write::<_, Fault, _>(as_before).await.expect("kept");
        assert!(holds(&on_the_disk(&w).await, &secret), "the test looks at the right bytes");
        assert_eq!(hook_secret::seal_plain(&w.app).await.expect("sealed"), 1);
        assert_eq!(hook_secret::seal_plain(&w.app).await.expect("sealed"), 0);
        let row: Vec<u8> =
            w.app.db.read(|c| c.one("select secret from hooks", &[])).await.map_err(|e: Fault| e).expect("read");
        assert!(!holds(&row, &secret));
        let tried = w.send("POST", &format!("/settings/webhooks/{hook}/test"), &headers, "").await;
        assert!(tried.text.contains("The test arrived"), "{}", tried.text);
        let (headers_sent, body_sent) = arrived.lock().expect("a list").pop().expect("the test");
        verified(&secret, &headers_sent, &body_sent);
    });
}
