//! A browser at the customer that came by a link: it has no session of ours, opens pages and presses.
#![allow(dead_code, reason = "each test file uses a part of it")]

use crate::desk::Desk;
use crate::walk::heard;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, header};
use std::collections::BTreeMap;
use tower::ServiceExt as _;

pub const TITLE: &str = "Half the boards have no solder on U7.";

/// A browser at the customer that came by a link.
pub struct Theirs<'d> {
    pub desk: &'d Desk,
    pub token: String,
    pub cookie: String,
    pub home: String,
}

pub struct Answer {
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub body: String,
}

/// Asks as a browser without any session of ours.
pub async fn ask(desk: &Desk, method: Method, path: &str, headers: &[(&str, &str)], body: String) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = desk.router().oneshot(request.body(Body::from(body)).expect("a request")).await.expect("an answer");
    let status = answer.status().as_u16();
    let said = |(n, v): (&header::HeaderName, &header::HeaderValue)| {
        (n.to_string(), v.to_str().unwrap_or_default().to_owned())
    };
    let headers = answer.headers().iter().map(said).collect();
    let bytes = to_bytes(answer.into_body(), 10_000_000).await.expect("a body");
    Answer { status, headers, body: String::from_utf8_lossy(&bytes).into_owned() }
}

pub async fn opened(desk: &Desk, path: &str) -> Answer {
    ask(desk, Method::GET, path, &[], String::new()).await
}

/// Maria makes a link for a contact and reads its secret, the only time it is shown.
pub async fn made(desk: &Desk, case: &str, contact: &str, more: &[(&str, &str)]) -> String {
    let pairs: Vec<(&str, &str)> = [("contact", contact)].into_iter().chain(more.iter().copied()).collect();
    let page = desk.post(&format!("/cases/{case}/links"), &pairs).await;
    assert_eq!(page.status, 200, "{}", page.said());
    let token = page.body.split("/their/").nth(1).and_then(|rest| rest.split('<').next()).expect("the link").to_owned();
    assert_eq!(token.len(), 64, "256 bits");
    token
}

impl<'d> Theirs<'d> {
    pub async fn invited(desk: &'d Desk, case: &str, contact: &str) -> Self {
        Self::by(desk, made(desk, case, contact, &[]).await).await
    }
    pub async fn by(desk: &'d Desk, token: String) -> Self {
        let answer = opened(desk, &format!("/their/{token}")).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        let home = answer.headers["location"].clone();
        let set = &answer.headers["set-cookie"];
        for part in [format!("Path={home};"), "HttpOnly".into(), "SameSite=Lax".into()] {
            assert!(set.contains(&part), "{part} in {set}");
        }
        assert!(!home.contains(&token), "the secret leaves the address");
        Self { desk, cookie: format!("makegood_their={token}"), token, home }
    }
    pub async fn get(&self, path: &str) -> Answer {
        ask(self.desk, Method::GET, path, &[("cookie", &self.cookie)], String::new()).await
    }
    pub async fn page(&self) -> String {
        let page = self.get(&self.home).await;
        assert_eq!(page.status, 200, "{}", page.body);
        page.body
    }
    pub async fn press(&self, act: &str, pairs: &[(&str, &str)]) -> Answer {
        let form: Vec<String> = pairs.iter().map(|(n, v)| format!("{}={}", coded(n), coded(v))).collect();
        let headers = [
            ("cookie", self.cookie.as_str()),
            ("sec-fetch-site", "same-origin"),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        ask(self.desk, Method::POST, &format!("{}/do/{act}", self.home), &headers, form.join("&")).await
    }
    pub async fn does(&self, act: &str, pairs: &[(&str, &str)]) {
        let answer = self.press(act, pairs).await;
        assert_eq!(answer.status, 303, "{act}: {}", said(&answer.body));
        let after = self.get(&answer.headers["location"]).await;
        assert!(after.body.contains("role=\"status\""), "{act}: {}", after.body);
    }
    /// The id behind the first way to this act.
    pub async fn about(&self, act: &str, name: &str) -> String {
        let (page, begins) = (self.page().await, format!("/do/{act}?{name}="));
        let id = page.split(&begins).nth(1).and_then(|rest| rest.split('"').next());
        id.unwrap_or_else(|| panic!("no {act} on {page}")).to_owned()
    }
}

pub fn said(body: &str) -> String {
    let from = body.find("class=\"errors\"").unwrap_or(0);
    body[from..].chars().take(700).collect()
}

fn coded(text: &str) -> String {
    text.bytes().map(|b| format!("%{b:02X}")).collect()
}

pub async fn laid_out(desk: &Desk, case: &str) {
    heard(desk, case).await;
    for (what, kind) in [("New boards, made here", "other"), ("Credit for the 96", "credit")] {
        let option = [("what", what), ("kind", kind), ("arrives", "Fri 10"), ("confidence", "expected")];
        desk.done(case, "add-option", &option).await;
    }
    desk.done(case, "describe-harm", &[("worst_part", "Not knowing whether Friday holds.")]).await;
    for suggestion in desk.offered(case, "answer-suggestion", "option").await {
        let answer = [("option", suggestion.as_str()), ("answer", "not_taken"), ("words", "Nobody is free this week.")];
        desk.done(case, "answer-suggestion", &answer).await;
    }
    desk.done(case, "lay-out-options", &[]).await;
}
