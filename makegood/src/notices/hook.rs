//! What goes to a webhook, signed as the Standard Webhooks specification says: `webhook-id`, `webhook-timestamp`, `webhook-signature`.
use super::{colleague, number_in};
use crate::net::{self, Net};
use crate::say::Reader;
use crate::words::{Language, said_in};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use casework::notices::About;
use casework::text::Text;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use ring::hmac;
use serde_json::{Value, json};
use std::collections::HashMap;
use store::firm::Firm;
use store::hooks::Tells;
use store::outbox::Errand;
use uuid::Uuid;

/// What a secret begins with, as it is shown.
pub(super) const BEGINS: &str = "whsec_";

/// A notice as a webhook hears of it.
pub struct Told<'a> {
    pub about: About,
    pub errand: &'a Errand,
    pub text: &'a Text,
    pub tells: Tells,
}

/// The body: ids and addresses, and only where somebody chose so the sentence, with what customers wrote.
pub fn body(firm: &Firm, url: &str, told: &Told, now: Timestamp) -> String {
    let (errand, number) = (told.errand, number_in(told.text).map(|number| number.to_string()));
    let link = number.as_ref().map(|number| format!("{url}/cases/{number}"));
    let mut data = json!({
        "notice": errand.id,
        "about": told.about.word(),
        "what": told.text.key.trim_start_matches("notice-"),
        "urgent": errand.urgent,
        "to": errand.to,
        "case": errand.case.map(|case| json!({ "id": case, "number": number })),
        "link": link,
    });
    if told.tells == Tells::Words {
        data["words"] = Value::String(words(firm, told, now));
    }
    json!({ "type": "notice", "timestamp": now.to_string(), "data": data }).to_string()
}

/// A notice, for whoever tries whether the address works.
pub fn trial(url: &str, now: Timestamp) -> String {
    json!({ "type": "test", "timestamp": now.to_string(), "data": { "link": url } }).to_string()
}

/// In English: a program reads it, or a room of people.
fn words(firm: &Firm, told: &Told, now: Timestamp) -> String {
    let (contacts, accounts) = (HashMap::new(), HashMap::new());
    let zone = told.errand.to.and_then(|to| colleague(firm, to)).map_or(TimeZone::UTC, |person| person.zone.clone());
    let reader = Reader { firm, contacts: &contacts, accounts: &accounts, zone: &zone, now };
    said_in(Language::English, || reader.say(told.text))
}

/// A secret as people carry it over.
pub fn shown(secret: &[u8]) -> String {
    format!("{BEGINS}{}", STANDARD.encode(secret))
}

/// The three headers.
pub fn headers(secret: &[u8], id: Uuid, body: &str, now: Timestamp) -> [(&'static str, String); 3] {
    let (id, at) = (id.to_string(), now.as_second().to_string());
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret);
    let signed = hmac::sign(&key, format!("{id}.{at}.{body}").as_bytes());
    let signature = format!("v1,{}", STANDARD.encode(signed.as_ref()));
    [("webhook-id", id), ("webhook-timestamp", at), ("webhook-signature", signature)]
}

/// Signatures of one message that are looked at; a sender that changes its secret sends two.
const SIGNATURES_AT_MOST: usize = 4;

/// Whether one of the signatures that a message carries (`v1,…`, with spaces between) is made with this secret over its id, its time
/// and its body.
pub fn is_signed(secret: &[u8], (id, at): (&str, &str), body: &[u8], said: &str) -> bool {
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret);
    let signed = [id.as_bytes(), b".", at.as_bytes(), b".", body].concat();
    let signatures = said.split(' ').filter_map(|one| one.strip_prefix("v1,")).take(SIGNATURES_AT_MOST);
    signatures
        .filter_map(|one| STANDARD.decode(one).ok())
        .any(|signature| hmac::verify(&key, &signed, &signature).is_ok())
}

/// Sends one. What went wrong comes back as it is kept: a word of the catalogue (`net-…`), a bar, what is known beyond it.
///
/// # Errors
/// Anything but an answer that says *taken*.
pub async fn send(net: &Net, url: &str, secret: &[u8], id: Uuid, body: &str, now: Timestamp) -> Result<(), String> {
    let answer = net::post_json(net, url, body.to_owned(), &headers(secret, id, body, now)).await;
    match answer.map_err(|why| why.kept())?.status {
        200..=299 => Ok(()),
        status @ 300..=399 => Err(format!("redirect|{status}")),
        410 => Err("gone|410".to_owned()),
        status => Err(format!("status|{status}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the specification.
    #[test]
    fn the_signature_is_that_of_the_specification() {
        let secret = STANDARD.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let key = hmac::Key::new(hmac::HMAC_SHA256, &secret);
        let body = r#"{"test": 2432232314}"#;
        let signed = hmac::sign(&key, format!("msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{body}").as_bytes());
        assert_eq!(STANDARD.encode(signed.as_ref()), "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assert_eq!(shown(&secret), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        let id = Uuid::from_u128(1);
        let [(_, said_id), (_, at), (_, signature)] = headers(&secret, id, body, Timestamp::UNIX_EPOCH);
        let again = hmac::sign(&key, format!("{id}.0.{body}").as_bytes());
        assert_eq!((said_id, at), (id.to_string(), "0".to_owned()));
        assert_eq!(signature, format!("v1,{}", STANDARD.encode(again.as_ref())));
        let said = format!("v1,AAAA v2,x {signature}");
        let id = id.to_string();
        assert!(is_signed(&secret, (&id, "0"), body.as_bytes(), &said));
        assert!(
            !is_signed(&secret, (&id, "1"), body.as_bytes(), &said)
                && !is_signed(b"x", (&id, "0"), body.as_bytes(), &said)
        );
        assert!(!is_signed(&secret, (&id, "0"), b"{}", &said) && !is_signed(&secret, (&id, "0"), body.as_bytes(), ""));
    }
}
