//! Notices in one's browsers, on both databases: a service that really listens gets what only the browser can read, and nobody is told who is gone.
use crate::notices::{FORM, case_of, firm, page, told, wrote};
use crate::support::both_async;
use crate::world::World;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use casework::text::Text;
use makegood::app::Around;
use makegood::jobs::{Outbox, pushes};
use makegood::mail::seal::KeyPlace;
use makegood::net::Net;
use makegood::notices::push;
use p256::elliptic_curve::sec1::ToEncodedPoint as _;
use ring::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use ring::hkdf::{HKDF_SHA256, KeyType, Salt};
use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use serde_json::Value;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex};
use store::{Conn, Fault, browsers};

type Arrived = Arc<Mutex<Vec<(HeaderMap, Vec<u8>)>>>;

/// The service of a maker of browsers: keeps what arrives and answers with a status that the story changes.
struct Service {
    port: u16,
    arrived: Arrived,
    status: Arc<AtomicU16>,
}

impl Service {
    async fn new() -> Self {
        let (arrived, status) = (Arrived::default(), Arc::new(AtomicU16::new(201)));
        let took = |State((arrived, status)): State<(Arrived, Arc<AtomicU16>)>, headers: HeaderMap, body: Bytes| async move {
            arrived.lock().expect("a list").push((headers, body.to_vec()));
            StatusCode::from_u16(status.load(Ordering::SeqCst)).expect("a status")
        };
        let router = Router::new().route("/push/{id}", post(took)).with_state((arrived.clone(), status.clone()));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { port, arrived, status }
    }
    fn says(&self, status: u16) {
        self.status.store(status, Ordering::SeqCst);
    }
    fn got(&self) -> Vec<(HeaderMap, Vec<u8>)> {
        std::mem::take(&mut *self.arrived.lock().expect("a list"))
    }
}

/// A browser with keys of its own, by another implementation of the curve than ours.
struct Browser {
    secret: p256::SecretKey,
    auth: [u8; 16],
}

struct Length(usize);
impl KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

impl Browser {
    fn new(n: u8) -> Self {
        Self { secret: p256::SecretKey::from_slice(&[n; 32]).expect("a key"), auth: [n; 16] }
    }
    fn public(&self) -> Vec<u8> {
        self.secret.public_key().to_encoded_point(false).as_bytes().to_vec()
    }
    /// As its script sends it.
    fn form(&self, endpoint: &str) -> String {
        let (key, auth) = (URL_SAFE_NO_PAD.encode(self.public()), URL_SAFE_NO_PAD.encode(self.auth));
        let endpoint = endpoint.replace(':', "%3A").replace('/', "%2F");
        format!("endpoint={endpoint}&p256dh={key}&auth={auth}")
    }
    /// RFC 8291, from the side of whoever receives.
    fn opens(&self, body: &[u8]) -> Option<Vec<u8>> {
        let (head, record) = body.split_at_checked(86)?;
        let (salt, rest) = head.split_at(16);
        assert_eq!((&rest[..4], rest[4]), ([0, 0, 16, 0].as_slice(), 65), "one record, and a key of 65 bytes");
        let theirs = p256::PublicKey::from_sec1_bytes(&rest[5..]).ok()?;
        let shared = p256::ecdh::diffie_hellman(self.secret.to_nonzero_scalar(), theirs.as_affine());
        let expand = |salt: &[u8], ikm: &[u8], info: &[&[u8]], length: usize| {
            let mut out = vec![0; length];
            let prk = Salt::new(HKDF_SHA256, salt).extract(ikm);
            prk.expand(info, Length(length)).expect("info").fill(&mut out).expect("filled");
            out
        };
        let public = self.public();
        let ikm = expand(&self.auth, shared.raw_secret_bytes(), &[b"WebPush: info\0", &public, &rest[5..]], 32);
        let key = expand(salt, &ikm, &[b"Content-Encoding: aes128gcm\0"], 16);
        let nonce = expand(salt, &ikm, &[b"Content-Encoding: nonce\0"], 12);
        let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key).expect("a key"));
        let mut record = record.to_vec();
        let nonce = Nonce::try_assume_unique_for_key(&nonce).expect("a nonce");
        let plain = key.open_in_place(nonce, Aad::empty(), &mut record).ok()?;
        let end = plain.iter().rposition(|byte| *byte != 0).expect("a delimiter");
        assert_eq!(plain[end], 2, "the last record");
        Some(plain[..end].to_vec())
    }
    fn reads(&self, body: &[u8]) -> Value {
        serde_json::from_slice(&self.opens(body).expect("sealed for this browser")).expect("JSON")
    }
}

/// RFC 8292: the token is ours, for this service, and not for long.
fn signed_by_us(w: &World, public: &[u8], service: &Service, headers: &HeaderMap) {
    let said = headers["authorization"].to_str().expect("text");
    let (token, key) = said.strip_prefix("vapid t=").and_then(|rest| rest.split_once(", k=")).expect("VAPID");
    assert_eq!(URL_SAFE_NO_PAD.decode(key).expect("base64"), public);
    let (signed, signature) = token.rsplit_once('.').expect("a token");
    let signature = URL_SAFE_NO_PAD.decode(signature).expect("base64");
    UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, public).verify(signed.as_bytes(), &signature).expect("ours");
    let claims = URL_SAFE_NO_PAD.decode(signed.split_once('.').expect("claims").1).expect("base64");
    let claims: Value = serde_json::from_slice(&claims).expect("JSON");
    assert_eq!(claims["aud"], format!("http://127.0.0.1:{}", service.port));
    assert_eq!(claims["sub"], "https://help.nordlot.example");
    let lasts = claims["exp"].as_i64().expect("a time") - w.app.now().as_second();
    assert!((1..=24 * 3600).contains(&lasts), "{lasts}");
}

const HERE: &str = "/settings/own/notices";

async fn posts(w: &World, path: &str, body: &str) -> (u16, String) {
    let cookie = w.cookie("maria").await;
    let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin"), FORM];
    let answer = w.send("POST", path, &headers, body.to_owned()).await;
    let to = answer.headers.get("location").map(|to| to.to_str().expect("text").to_owned());
    (answer.status.as_u16(), to.unwrap_or_default())
}

/// A firm whose program may ask the service, with its key.
async fn with(db: store::Db, service: &Service) -> (World, Vec<u8>) {
    let w = firm(db).await;
    let net = Net { private_hosts: vec![format!("127.0.0.1:{}", service.port)], ..Net::default() };
    w.app.is_around(Around { net, key: KeyPlace::Told([7; 32]), ..Around::default() });
    let key = push::key(&w.app).await.expect("kept").expect("a key");
    (w, key.public)
}

async fn sent(w: &World) -> usize {
    Outbox::new(w.app.clone()).beat().await;
    pushes::send(&w.app).await.expect("sent")
}

#[test]
fn rfc_8030_8291_8292_a_browser_shows_what_only_it_can_read_by_the_choice_of_its_person() {
    both_async(|db| async move {
        let service = Service::new().await;
        let (w, public) = with(db, &service).await;
        let shown = page(&w, "maria", HERE).await;
        assert!(shown.contains(&format!("data-push=\"{}\"", URL_SAFE_NO_PAD.encode(&public))), "{shown}");
        assert!(!shown.contains("What your browsers show"), "there is none to choose for");
        let (hers, other) = (Browser::new(3), Browser::new(5));
        let address = format!("http://127.0.0.1:{}/push/hers", service.port);
        let browsers_at = format!("{HERE}/browsers");
        // Nothing inside our own network, and no keys that are none.
        for odd in [
            hers.form("http://169.254.169.254/latest"),
            hers.form("https://10.0.0.1/"),
            format!("endpoint={address}&p256dh=x&auth=y"),
        ] {
            assert_eq!(posts(&w, &browsers_at, &odd).await, (303, format!("{HERE}?browser=refused")));
        }
        assert_eq!(posts(&w, &browsers_at, &hers.form(&address)).await, (303, format!("{HERE}?browser=connected")));
        assert_eq!(posts(&w, &browsers_at, &hers.form(&address)).await.0, 303, "again it is the same one");
        let maria = w.people["maria"];
        let all = w.app.db.read(move |c| browsers::of(c, maria)).await.expect("read");
        assert_eq!((all.len(), all[0].host.as_str()), (1, "127.0.0.1"));
        let sealed: Vec<u8> = w
            .app
            .db
            .read(|c: &Conn| c.one("select sealed from browsers", &[]))
            .await
            .map_err(|e: Fault| e)
            .expect("read");
        assert!(!sealed.windows(4).any(|bytes| bytes == b"push"), "its address lies sealed");
        // A notice.
        let case = case_of(&w, &w.opened().await).await;
        sent(&w).await;
        service.got();
        told(&w, "maria", case, wrote(1)).await;
        told(&w, "piotr", case, wrote(2)).await;
        assert_eq!(sent(&w).await, 1, "only whoever is told, and has a browser");
        let (headers, body) = service.got().remove(0);
        signed_by_us(&w, &public, &service, &headers);
        for (name, value) in [("content-encoding", "aes128gcm"), ("ttl", "14400"), ("urgency", "normal")] {
            assert_eq!(headers[name], value);
        }
        let read = hers.reads(&body);
        assert!(read["body"].as_str().expect("words").contains("Dana 1 wrote"), "{read}");
        assert_eq!((read["path"].as_str(), read["stays"].as_bool()), (Some("/cases/MG-1042"), Some(false)));
        assert!(other.opens(&body).is_none() && !body.windows(4).any(|bytes| bytes == b"Dana"));
        assert_eq!(sent(&w).await, 0, "each once");
        // What she does not want to see there does not come; the danger of somebody is not to be chosen.
        let choice = "promises=digest&customer=digest&mail=at_once&asked=digest&rest=digest&push=promises";
        assert_eq!(posts(&w, HERE, choice).await.0, 303);
        told(&w, "maria", case, wrote(3)).await;
        assert_eq!(sent(&w).await, 0);
        told(&w, "maria", case, Text::new("notice-safety")).await;
        assert_eq!(sent(&w).await, 1);
        service.got();
        // She tries it, and takes it away.
        let id = all_of(&w).await[0].id;
        assert_eq!(posts(&w, &format!("{browsers_at}/{id}/test"), "").await.0, 303);
        assert_eq!(hers.reads(&service.got().remove(0).1)["body"], "This is how a notice comes.");
        assert_eq!(posts(&w, &format!("{browsers_at}/{id}/disconnect"), "").await.0, 303);
        assert!(all_of(&w).await.is_empty());
    });
}

async fn all_of(w: &World) -> Vec<browsers::Browser> {
    let maria = w.people["maria"];
    w.app.db.read(move |c| browsers::of(c, maria)).await.expect("read")
}

#[test]
fn a_browser_that_is_gone_is_told_nothing_more_and_its_person_hears_so() {
    both_async(|db| async move {
        let service = Service::new().await;
        let (w, _) = with(db, &service).await;
        let case = case_of(&w, &w.opened().await).await;
        sent(&w).await;
        let hers = Browser::new(3);
        for (n, gone) in [(1, 404), (2, 410)] {
            let address = format!("http://127.0.0.1:{}/push/{n}", service.port);
            posts(&w, &format!("{HERE}/browsers"), &hers.form(&address)).await;
            // A service that does not answer as it should is tried again, with another salt and the same words.
            service.says(503);
            told(&w, "maria", case, wrote(n)).await;
            assert_eq!(sent(&w).await, 0);
            assert!(page(&w, "maria", HERE).await.contains("It answered 503."));
            service.says(201);
            w.wait(1);
            assert_eq!(sent(&w).await, 1);
            let got = service.got();
            assert_eq!(hers.reads(&got[0].1), hers.reads(&got[1].1));
            assert_ne!(got[0].1, got[1].1, "no salt twice");
            service.says(gone);
            told(&w, "maria", case, wrote(10 + n)).await;
            assert_eq!(sent(&w).await, 0);
            service.got();
            // Removed, and said: on the page of notices and where browsers are connected.
            w.wait(5);
            sent(&w).await;
            assert!(service.got().is_empty(), "nothing is sent there any more");
            assert!(page(&w, "maria", HERE).await.contains("that it is gone; nothing is sent there any more"));
            assert_eq!(
                page(&w, "maria", "/notices").await.matches("A browser in which you saw notices is gone").count(),
                n
            );
            let kept = w.app.db.read(|c: &Conn| c.all::<Vec<u8>>("select sealed from browsers", &[])).await;
            assert!(kept.map_err(|e: Fault| e).expect("read").iter().all(Vec::is_empty), "its keys are forgotten");
            service.says(201);
        }
    });
}
