//! One mail of theirs as it came: its raw bytes, its files, and its page as they laid it out, so closed that nothing of it runs or fetches anything.
use super::fail::Oops;
use super::letter_lines::{self, can_be_opened, name_of};
use crate::files;
use crate::mail::{Attachment, contents};
use crate::session::Agent;
use crate::words::t;
use axum::extract::Path;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, PreEscaped, html};
use store::messages::{self, Message};
use store::{Conn, Fault, inbox};
use uuid::Uuid;

/// Nothing is loaded, nothing runs, no form leaves; a link opens by being pressed.
const CLOSED: &str = "default-src 'none'; sandbox allow-popups allow-popups-to-escape-sandbox; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'";

async fn letter(me: &Agent, id: &str) -> Result<(Message, Vec<u8>), Oops> {
    let id: Uuid = id.parse().map_err(|_| Oops::NotFound)?;
    let read = move |conn: &Conn| {
        let Some(mail) = messages::by_id(conn, id)? else { return Ok::<_, Fault>(None) };
        Ok(inbox::raw(conn, mail.inbox_id)?.map(|raw| (mail, raw)))
    };
    me.app.db.read(read).await?.ok_or(Oops::NotFound)
}

pub async fn raw(me: Agent, Path(id): Path<String>) -> Result<Response, Oops> {
    let (mail, raw) = letter(&me, &id).await?;
    Ok(files::put_away(&format!("{}.eml", mail.id), "message/rfc822", raw))
}

/// A file that came with it: to be put away, never shown or run here.
pub async fn file(me: Agent, Path((id, nth)): Path<(String, usize)>) -> Result<Response, Oops> {
    let (mail, raw) = letter(&me, &id).await?;
    let all: Vec<Attachment> = serde_json::from_str(&mail.attachments).unwrap_or_default();
    let file = all.get(nth).filter(|_| can_be_opened(&mail)).ok_or(Oops::NotFound)?;
    // As they were listed when it came: what was packed into others is opened again.
    let found = tokio::task::spawn_blocking(move || contents::files(&raw).into_iter().nth(nth)).await.ok().flatten();
    let bytes = found.ok_or(Oops::NotFound)?.bytes;
    Ok(files::put_away(&name_of(file), "application/octet-stream", bytes))
}

/// As they laid it out, made safe when it came; a mail without HTML is shown as it was typed.
pub async fn page(me: Agent, Path(id): Path<String>) -> Result<Response, Oops> {
    let id: Uuid = id.parse().map_err(|_| Oops::NotFound)?;
    let read = move |conn: &Conn| {
        let Some(mail) = messages::by_id(conn, id)? else { return Ok::<_, Fault>(None) };
        Ok(Some((mail, messages::page(conn, id)?)))
    };
    let (mail, page) = me.app.db.read(read).await?.ok_or(Oops::NotFound)?;
    let whole = html! {
        (DOCTYPE)
        html {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                meta name="color-scheme" content="light dark";
                base target="_blank";
                title { (letter_lines::subject(&mail)) }
            }
            body {
                main {
                    p { small { (t("mail-page-note")) } }
                    h1 { (letter_lines::subject(&mail)) }
                    // Cleaned once by ammonia when it came in; nothing else ever writes it.
                    @match &page { Some(html) => { (PreEscaped(html)) } None => { pre { (mail.body) } } }
                }
            }
        }
    };
    let mut response = whole.into_string().into_response();
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, CLOSED),
        (HeaderName::from_static("x-content-type-options"), "nosniff"),
        (HeaderName::from_static("referrer-policy"), "no-referrer"),
    ];
    for (name, value) in headers {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    Ok(response)
}
