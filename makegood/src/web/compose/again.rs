//! A mail that was taken back is a draft again: every field as it was, from what was kept of it.
use super::letter::{files_of, names_the_next_word};
use super::sheet::purpose_of;
use crate::mail::header_block::{HeaderBlock, ids};
use crate::mail::part;
use crate::web::case_view::CaseView;
use crate::web::review::KEEPS;
use store::mails::{self, At, Shown};
use store::messages;
use store::{Conn, Fault};

/// The pairs of a form.
type Pairs = Vec<(String, String)>;

/// The page on which it is written, and its fields.
pub fn enclosed_again(conn: &Conn, view: &CaseView, mail: &Shown) -> Result<(String, Pairs), Fault> {
    let raw = mails::raw(conn, mail.id)?.unwrap_or_default();
    let answers = answered(conn, view, &raw)?;
    let number = view.case.number;
    let answer = answers.as_ref().map(|id| format!("&answer={id}")).unwrap_or_default();
    let page = format!("/cases/{number}/mail/new?purpose={}{answer}", mail.purpose);
    let mut pairs: Pairs = vec![];
    let mut keep = |name: &str, value: String| pairs.push((name.to_owned(), value));
    keep("purpose", mail.purpose.clone());
    keep("case_version", view.case.version.to_string());
    keep("subject", mail.subject.clone());
    keep("text", mail.body.clone());
    for one in mails::recipients(conn, mail.id)? {
        let Some(contact) = one.contact else { continue };
        keep(if one.place == At::To { "to" } else { "copies" }, contact.to_string());
    }
    if let Some(out) = view.case.mails.of(mail.id) {
        let next = out.next_contact_at.filter(|_| purpose_of(&mail.purpose).is_some_and(names_the_next_word));
        next.map(|at| keep("next_contact_at", at.to_string())).unwrap_or_default();
        for promise in &out.promises {
            keep(KEEPS, format!("{} {}", promise.due, promise.words));
        }
        out.talk.map(|talk| keep("talk", talk.to_string())).unwrap_or_default();
    }
    if let Some(answers) = answers {
        keep("answer", answers);
    }
    let names = part::names(&raw);
    for file in files_of(view).filter(|file| names.contains(&file.name)) {
        keep("files", file.id.to_string());
    }
    if names.contains(&format!("{number}.ics")) {
        keep("invite", "on".to_owned());
    }
    Ok((page, pairs))
}

/// The letter of theirs that it answered.
fn answered(conn: &Conn, view: &CaseView, raw: &[u8]) -> Result<Option<String>, Fault> {
    let headers = HeaderBlock::read(raw);
    let Some(parent) = headers.get("in-reply-to").and_then(|value| ids(value, 1).pop()) else { return Ok(None) };
    for message in messages::of_case(conn, view.case.id, messages::PAGE)? {
        if messages::thread_of(conn, message.id)?.0.as_ref() == Some(&parent) {
            return Ok(Some(message.id.to_string()));
        }
    }
    Ok(None)
}
