//! OAuth 2 with real servers: tokens from a small token server over TLS that gives a new refresh token each time and takes no old one, a Dovecot
//! that asks it whether a token is good, and a Postfix that takes mail from nobody else.
use crate::dovecot::Dovecot;
use crate::mail_arrives::{mail, spec};
use crate::mail_doors::{KEY, Running, both, piped, program};
use crate::mail_postfix::Postfix;
use crate::post::sink::Sink;
use crate::support::{Fresh, runtime, world};
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use casework::ids::PersonId;
use casework::kinds::Role;
use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use makegood::app::{App, Around, Clock};
use makegood::mail::seal::{KeyPlace, Owner};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use store::mailboxes::{self, MailboxSpec, OAuth, Sealed, SecretKind, Security, SignIn, Way, secrets};
use store::{By, Fault, NotKept};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio_rustls::TlsAcceptor;
use uuid::Uuid;

/// What the token server knows.
#[derive(Default)]
struct Known {
    /// The one refresh token that opens something.
    refresh: String,
    /// Access tokens, whose they are and until when they last.
    access: HashMap<String, Instant>,
    user: String,
    given: usize,
    /// Seconds that a new token lasts.
    lasts: u64,
    refused: usize,
}
type Server = Arc<Mutex<Known>>;

/// RFC 6749, 6: a new access token for the refresh token, which ends with it.
async fn token(State(server): State<Server>, Form(asked): Form<HashMap<String, String>>) -> (StatusCode, Json<Value>) {
    let mut known = server.lock().expect("known");
    let said = |name: &str| asked.get(name).map(String::as_str).unwrap_or_default();
    let client = (said("client_id"), said("client_secret")) == ("makegood", "client's word");
    if said("grant_type") != "refresh_token" || said("refresh_token") != known.refresh || !client {
        known.refused += 1;
        let no = json!({ "error": "invalid_grant", "error_description": "this refresh token was used" });
        return (StatusCode::BAD_REQUEST, Json(no));
    }
    known.given += 1;
    let (access, refresh) = (format!("access-{}-{}", known.given, known.user), format!("refresh-{}", known.given));
    let until = Instant::now() + Duration::from_secs(known.lasts);
    known.access.insert(access.clone(), until);
    known.refresh.clone_from(&refresh);
    let granted =
        json!({ "access_token": access, "token_type": "Bearer", "expires_in": known.lasts, "refresh_token": refresh });
    (StatusCode::OK, Json(granted))
}

/// RFC 7662: whether a token is good, and whose it is.
async fn introspect(State(server): State<Server>, Form(asked): Form<HashMap<String, String>>) -> Json<Value> {
    let known = server.lock().expect("known");
    let token = asked.get("token").map(String::as_str).unwrap_or_default();
    match known.access.get(token).filter(|until| **until > Instant::now()) {
        Some(_) => Json(json!({ "active": true, "username": known.user })),
        None => Json(json!({ "active": false })),
    }
}

/// Answers Dovecot's question whether a token is good; gives the port.
fn asked_by_dovecot(on: &Runtime, server: &Server) -> u16 {
    let listener = on.block_on(TcpListener::bind("127.0.0.1:0")).expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let router = Router::new().route("/introspect", post(introspect)).with_state(server.clone());
    on.spawn(async move { axum::serve(listener, router).await });
    port
}

/// Gives tokens over TLS, as `localhost`; gives the port.
fn gives_tokens(on: &Runtime, server: &Server, certificate: &Path, key: &Path) -> u16 {
    let certificates =
        CertificateDer::pem_file_iter(certificate).expect("a file").map(|one| one.expect("a certificate"));
    let key = PrivateKeyDer::from_pem_file(key).expect("a key");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(certificates.collect(), key)
        .expect("its certificate");
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = on.block_on(TcpListener::bind("127.0.0.1:0")).expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let router = Router::new().route("/token", post(token)).with_state(server.clone());
    on.spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (acceptor, router) = (acceptor.clone(), router.clone());
            tokio::spawn(async move {
                if let Ok(stream) = acceptor.accept(stream).await {
                    let service = TowerToHyperService::new(router);
                    drop(http1::Builder::new().serve_connection(TokioIo::new(stream), service).await);
                }
            });
        }
    });
    port
}

/// Somebody who is signed in; what their browser sends as its cookie.
fn signed_in(fresh: &Fresh) -> String {
    let db = fresh.open();
    let app = App::new(db.clone(), Clock::Real).expect("an app");
    let (id, token) = (PersonId(app.new_id()), hex::encode(app.random::<32>()));
    let (kept, by, now) = (token.clone(), By { person: None, request: app.new_request(), now: app.now() }, app.now());
    let person = world::person(id, "Maria", &[Role::Owner]);
    let done = db.write_now(move |tx| {
        store::people::add(tx, &person, "", &by)?;
        Ok::<_, NotKept>(store::sessions::make(tx, &kept, id, "test", now)?)
    });
    done.unwrap_or_else(|no| panic!("{no:?}"));
    db.close();
    format!("{}={token}", makegood::session::COOKIE_PLAIN)
}

/// How many mails without a place the running program shows.
fn shown(running: &Running, cookie: &str) -> usize {
    #[allow(clippy::disallowed_methods, reason = "the test asks our own program as a browser would")]
    let mut line = TcpStream::connect(&running.address).expect("it answers");
    let asked = format!(
        "GET /signals/mail HTTP/1.1\r\nHost: {}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n",
        running.address
    );
    line.write_all(asked.as_bytes()).expect("asked");
    let mut said = vec![];
    line.read_to_end(&mut said).expect("an answer");
    let page = String::from_utf8_lossy(&said);
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    (1..=3).filter(|n| page.contains(&format!("mail {n}"))).count()
}

/// A mailbox that signs in with tokens, both ways; what opens it is sealed as passwords are.
fn add(fresh: &Fresh, spec: MailboxSpec) -> Uuid {
    let db = fresh.open();
    let app = App::new(db.clone(), Clock::Real).expect("an app");
    app.is_around(Around { key: KeyPlace::Told(KEY), ..Around::default() });
    let (id, by) = (app.new_id(), By { person: None, request: app.new_request(), now: app.now() });
    let key = app.seal_key().expect("a key");
    let sealed: Vec<(SecretKind, Vec<u8>)> =
        [(SecretKind::RefreshToken, "refresh-0"), (SecretKind::ClientSecret, "client's word")]
            .map(|(kind, word)| (kind, key.seal(Owner::Mailbox(id, kind), word, app.random()).expect("sealed").0))
            .into();
    let kept = db.write_now(move |tx| {
        mailboxes::add(tx, id, &spec, &by)?;
        for (kind, sealed) in &sealed {
            secrets::keep_secret(tx, id, *kind, &Sealed(sealed.clone()), &by)?;
        }
        Ok::<_, NotKept>(())
    });
    kept.unwrap_or_else(|no| panic!("{no:?}"));
    db.close();
    id
}

fn until(what: &str, holds: impl Fn() -> bool) {
    let began = Instant::now();
    while !holds() {
        assert!(began.elapsed() < Duration::from_secs(150), "{what}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// The same mailbox, opened and sent by with tokens of this server.
fn by_tokens(plain: MailboxSpec, smtp: u16, gives: u16) -> MailboxSpec {
    let incoming = plain.incoming.clone().map(|way| Way { sign_in: SignIn::OAuth, ..way });
    let here = |way: Way| Way { host: "127.0.0.1".into(), port: smtp, security: Security::Open, ..way };
    let oauth = OAuth {
        token_endpoint: format!("https://localhost:{gives}/token"),
        client: "makegood".into(),
        scope: String::new(),
    };
    MailboxSpec { outgoing: incoming.clone().map(here), incoming, oauth: Some(oauth), ..plain }
}

/// None of these words can be read in the database.
fn lie_sealed(fresh: &Fresh, words: [&str; 3]) {
    let db = fresh.open();
    let sealed = db.read_now::<_, Fault, _>(|conn| conn.all("select sealed from mailbox_secrets order by kind", &[]));
    let sealed: Vec<Vec<u8>> = sealed.expect("read");
    for word in words {
        assert!(sealed.iter().all(|kept| !kept.windows(word.len()).any(|part| part == word.as_bytes())), "{word}");
    }
    db.close();
}

/// Gmail and Microsoft take nothing else any more: a token opens the mailbox and sends, is fetched anew before it ends and when it is taken no more,
/// and what it is fetched with lies sealed.
#[test]
fn a_mailbox_is_opened_and_sent_by_with_tokens_that_are_renewed_in_time() {
    both(|fresh| {
        let (on, server) = (runtime(), Server::default());
        let asked = asked_by_dovecot(&on, &server);
        let name = format!("oauth-{}-{asked}", std::process::id());
        let dovecot = Dovecot::with_tokens(&name, &format!("http://127.0.0.1:{asked}/introspect"));
        let gives = gives_tokens(&on, &server, &dovecot.certificate(), &dovecot.key());
        let (sink, user) = (Sink::good(), dovecot.user());
        let postfix = Postfix::for_who_signs_in("oauth", sink.at.port(), dovecot.for_smtp().to_str().expect("a path"));
        *server.lock().expect("known") =
            Known { refresh: "refresh-0".into(), user: user.name.clone(), lasts: 3600, ..Known::default() };
        add(
            fresh,
            by_tokens(
                spec("care@nordlot.example", dovecot.port, Security::StartTls, &user.name),
                postfix.at.port(),
                gives,
            ),
        );
        let (certificate, hosts) = (dovecot.certificate(), format!("localhost:{gives}"));
        let certificate = certificate.to_str().expect("a path");
        // Who runs the program did not say that a token server may be inside: nothing is asked there, and it is said so.
        let doctor = |hosts: &str| {
            let mut doctor = program(fresh, &["mail", "doctor", "--wait", "0", "--dns", "127.0.0.1:9"]);
            doctor.env("SSL_CERT_FILE", certificate).env("MAKEGOOD_PRIVATE_HOSTS", hosts);
            let out = piped(doctor, "");
            (out.status.code(), String::from_utf8_lossy(&out.stdout).into_owned())
        };
        let (code, said) = doctor("");
        assert!(code == Some(4) && said.contains("No token was given"), "{said}");
        assert_eq!(server.lock().expect("known").given, 0);
        let (code, said) = doctor(&hosts);
        assert_eq!((code, said.matches("The sign-in was taken").count()), (Some(0), 2), "in and out: {said}");
        assert_eq!(server.lock().expect("known").given, 1, "one token for both ways");

        // It runs: mail comes; each new visit within the last minute of a token has a new one, by the refresh token that came with the last.
        let cookie = signed_in(fresh);
        server.lock().expect("known").lasts = 62;
        let running = Running::new(fresh, &[], &[("SSL_CERT_FILE", certificate), ("MAKEGOOD_PRIVATE_HOSTS", &hosts)]);
        user.gets("1", &mail(1), Duration::ZERO);
        until("the first mail", || shown(&running, &cookie) == 1);
        let given = server.lock().expect("known").given;
        std::thread::sleep(Duration::from_secs(3));
        server.lock().expect("known").lasts = 3600;
        dovecot.kill();
        dovecot.start();
        user.gets("2", &mail(2), Duration::ZERO);
        until("the second mail", || shown(&running, &cookie) == 2);
        assert!(server.lock().expect("known").given > given, "fetched anew before it ended");
        // Somebody ends the token at its server, although it should last for an hour.
        let given = server.lock().expect("known").given;
        server.lock().expect("known").access.clear();
        dovecot.kill();
        dovecot.start();
        user.gets("3", &mail(3), Duration::ZERO);
        until("the third mail", || shown(&running, &cookie) == 3);
        assert_eq!(server.lock().expect("known").given, given + 1, "one that is taken no more is fetched anew, once");
        assert_eq!(server.lock().expect("known").refused, 0, "no refresh token was used twice");
        running.kill();
        let refresh = server.lock().expect("known").refresh.clone();
        lie_sealed(fresh, [refresh.as_str(), "client's word", "access-"]);
        dovecot.end();
    });
}
