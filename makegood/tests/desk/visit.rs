//! A visitor with a browser that keeps one cookie: reads pages, fills forms, and sees what a person would see.
#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use makegood::app::{App, Clock};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::Db;
use tower::ServiceExt as _;

/// What came back.
pub struct Seen {
    pub status: StatusCode,
    pub html: String,
    pub to: Option<String>,
    pub again_after: Option<String>,
}

impl Seen {
    #[track_caller]
    pub fn shows(&self, words: &str) -> &Self {
        assert!(self.html.contains(words), "not on the page: {words}\n{}", self.text());
        self
    }
    #[track_caller]
    pub fn hides(&self, words: &str) -> &Self {
        assert!(!self.html.contains(words), "on the page: {words}\n{}", self.text());
        self
    }
    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }
    #[track_caller]
    pub fn leads_to(&self, path: &str) -> &Self {
        assert_eq!(self.to.as_deref(), Some(path), "{}: {}", self.status, self.text());
        self
    }
    /// The page without its tags.
    pub fn text(&self) -> String {
        let main = self.html.split("<main").nth(1).unwrap_or(&self.html);
        let mut out = String::new();
        let mut inside = true;
        for c in main.chars() {
            match c {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    out.push(' ');
                }
                c if !inside => out.push(c),
                _ => {}
            }
        }
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }
    /// The value of a hidden field, such as the request id.
    pub fn hidden(&self, name: &str) -> String {
        let place = self.html.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_default();
        place.split('"').next().unwrap_or_default().to_owned()
    }
}

/// One browser.
#[derive(Clone)]
pub struct Visitor {
    pub app: App,
    router: Router,
    cookie: Option<String>,
    clock: Arc<AtomicI64>,
    /// What the browser says in `Accept-Language`.
    reads: &'static str,
}

impl Visitor {
    /// Somebody who comes for the first time, at that moment.
    pub async fn at(db: Db, now: jiff::Timestamp) -> Visitor {
        let clock = Arc::new(AtomicI64::new(now.as_microsecond()));
        let still = Clock::Still(clock.clone());
        let app = tokio::task::spawn_blocking(move || App::new(db, still)).await.unwrap().unwrap();
        Visitor { router: makegood::serve::router(app.clone()), app, cookie: None, clock, reads: "en" }
    }
    /// What it answers with, for a real browser.
    pub fn router(&self) -> Router {
        self.router.clone()
    }
    pub fn clock(&self) -> &Arc<AtomicI64> {
        &self.clock
    }
    /// The name and value of the cookie.
    pub fn cookie(&self) -> (String, String) {
        let all = self.cookie.clone().unwrap_or_default();
        let pair = all.split("; ").next().unwrap_or_default();
        pair.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned())).unwrap_or_default()
    }
    pub fn pass(&self, time: jiff::SignedDuration) {
        self.clock.fetch_add(i64::try_from(time.as_micros()).unwrap(), Ordering::SeqCst);
    }
    /// The same browser, set to other languages.
    pub fn reads(&self, languages: &'static str) -> Visitor {
        Visitor { reads: languages, ..self.clone() }
    }
    /// Another browser at the same program.
    pub fn stranger(&self) -> Visitor {
        Visitor { cookie: None, ..self.clone() }
    }
    /// A colleague who is signed in already.
    pub async fn is(&self, person: casework::ids::PersonId) -> Visitor {
        let token = hex::encode(self.app.random::<32>());
        let (kept, now) = (token.clone(), self.app.now());
        self.app.db.write(move |tx| store::sessions::make(tx, &kept, person, "a test", now)).await.unwrap();
        Visitor { cookie: Some(format!("makegood_session={token}")), ..self.clone() }
    }

    pub async fn get(&mut self, path: &str) -> Seen {
        self.send(Request::get(path), Body::empty()).await
    }
    /// Sends a form from our own page.
    pub async fn post(&mut self, path: &str, pairs: &[(&str, &str)]) -> Seen {
        self.post_from(path, pairs, Some(("sec-fetch-site", "same-origin"))).await
    }
    pub async fn post_from(&mut self, path: &str, pairs: &[(&str, &str)], said: Option<(&str, &str)>) -> Seen {
        let body: Vec<String> = pairs.iter().map(|(k, v)| format!("{}={}", escaped(k), escaped(v))).collect();
        let mut request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::HOST, "makegood.example");
        if let Some((name, value)) = said {
            request = request.header(name, value);
        }
        self.send(request, Body::from(body.join("&"))).await
    }
    /// Sends a file.
    pub async fn upload(&mut self, path: &str, request_id: &str, name: &str, bytes: &str) -> Seen {
        let body = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"request_id\"\r\n\r\n{request_id}\r\n--edge\r\n\
             Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n{bytes}\r\n--edge--\r\n"
        );
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .header("sec-fetch-site", "same-origin");
        self.send(request, Body::from(body)).await
    }

    /// The same with one more field beside the file.
    pub async fn upload_as(
        &mut self,
        path: &str,
        request_id: &str,
        (field, value): (&str, &str),
        name: &str,
        bytes: &str,
    ) -> Seen {
        let bytes = format!("{bytes}\r\n--edge\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}");
        self.upload(path, request_id, name, &bytes).await
    }

    async fn send(&mut self, mut request: axum::http::request::Builder, body: Body) -> Seen {
        request = request.header(header::ACCEPT_LANGUAGE, self.reads);
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let response = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let status = response.status();
        let text =
            |name: header::HeaderName| response.headers().get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
        let (to, again_after) = (text(header::LOCATION), text(header::REFRESH));
        if let Some(set) = text(header::SET_COOKIE) {
            assert!(set.contains("HttpOnly") && set.contains("SameSite=Lax") && set.contains("Path=/"), "{set}");
            let pair = set.split(';').next().unwrap_or_default().to_owned();
            let (name, value) = pair.split_once('=').unwrap_or((&pair, ""));
            // The session stands first; another cookie of the same name is a new one.
            let mut kept: Vec<String> = self.cookie.iter().flat_map(|all| all.split("; ")).map(str::to_owned).collect();
            kept.retain(|one| one.split('=').next() != Some(name));
            if !value.is_empty() {
                kept.push(pair.clone());
            }
            kept.sort_by_key(|one| !one.starts_with("makegood_session="));
            self.cookie = (!kept.is_empty()).then(|| kept.join("; "));
        }
        let bytes = axum::body::to_bytes(response.into_body(), 10 << 20).await.unwrap();
        Seen { status, html: String::from_utf8_lossy(&bytes).into_owned(), to, again_after }
    }
}

fn escaped(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~".contains(&b);
    text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// The firm of the first run, founded by Anna.
pub const FIRST_RUN: [(&str, &str); 6] = [
    ("name", "Anna Nowak"),
    ("email", "anna@nordlot.example"),
    ("password", "battery horse staple"),
    ("company", "Nordlot Boards"),
    ("zone", "Europe/Warsaw"),
    ("country", "PL"),
];

/// The fields of a page as they stand in it.
pub fn fields_of(html: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let main = html.split("<main").nth(1).unwrap_or_default();
    for tag in main.split("<input ").skip(1).map(|t| t.split('>').next().unwrap_or_default()) {
        let of =
            |name: &str| tag.split(&format!("{name}=\"")).nth(1).and_then(|t| t.split('"').next()).map(str::to_owned);
        all.extend(of("name").map(|name| (name, of("value").unwrap_or_default())));
    }
    for select in main.split("<select ").skip(1).map(|t| t.split("</select>").next().unwrap_or_default()) {
        let name = select.split("name=\"").nth(1).and_then(|t| t.split('"').next()).unwrap_or_default();
        let chosen = select.split("<option value=\"").find(|o| o.contains("\" selected")).unwrap_or_default();
        all.push((name.to_owned(), chosen.split('"').next().unwrap_or_default().to_owned()));
    }
    all
}
