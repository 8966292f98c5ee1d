//! Files on the customer's page: what they sent and what we put there for them. Pictures are shown, everything else is to be put away.
use super::fail::Oops;
use super::theirs_act::{self, only_reads};
use super::theirs_parts::Page;
use super::theirs_shell;
use super::ui::{Field, Form, Typed, section};
use crate::act::{Asked, NotDone, act_and};
use crate::files::kinds;
use crate::files::sent::{self, NoFile, Sent};
use crate::theirs::guest::Guest;
use crate::theirs::seen::{self, SeenFile};
use crate::words::{t, t_with};
use axum::extract::{Multipart, Path};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use casework::commands::FILE_BYTES;
use casework::ids::{FileId, RequestId};
use casework::parts::Said;
use maud::{Markup, html};
use std::sync::Arc;
use store::facts::CaseRef;
use store::links::{self, Opens};

/// As it is said to people.
pub(super) const MEGABYTES: u64 = FILE_BYTES / 1024 / 1024;

pub fn files(page: &Page<'_>) -> Markup {
    let may_send = page.guest.opens == Opens::Acts && page.seen.stands.is_open();
    if page.seen.files.is_empty() && !may_send {
        return html! {};
    }
    section(
        "theirs-files",
        None,
        html! {
            @if page.seen.files.is_empty() { p { (t("theirs-files-none")) } }
            @else { ul.files { @for file in &page.seen.files { li { (one_of(page, file)) } } } }
            @if may_send { p.ways { a.way href={ (page.guest.home()) "/files" } { (t("theirs-send-file")) } } }
        },
    )
}

fn one_of(page: &Page<'_>, seen: &SeenFile) -> Markup {
    let file = &seen.file;
    let at = format!("{}/files/{}", page.guest.home(), file.id);
    let from = match (&seen.from, file.from == Some(page.guest.contact.id)) {
        (None, _) => t("theirs-file-from-us").into_owned(),
        (Some(_), true) => t("theirs-file-from-you").into_owned(),
        (Some(name), false) => t_with("theirs-file-from", &[("name", name.as_str().into())]),
    };
    let key = if kinds::is_shown(file.kind) { "theirs-file-open" } else { "theirs-file-get" };
    html! {
        p {
            a href=(at) aria-label=(t_with(key, &[("name", file.name.as_str().into())])) {
                @if kinds::is_shown(file.kind) { img src=(at) alt="" loading="lazy"; }
                (file.name)
            }
        }
        @if !file.words.is_empty() { p { (file.words) } }
        p.quiet { (from) " · " (page.moment(file.at)) " · " (crate::files::size(file.bytes)) }
    }
}

/// One file of theirs, as far as it is theirs to see.
pub async fn one(guest: Guest, Path((_, id)): Path<(String, String)>) -> Result<Response, Oops> {
    let id: FileId = id.parse().map_err(|_| Oops::NotFound)?;
    let seen = seen::of(&guest).await?.ok_or(Oops::NotFound)?;
    let file = seen.files.iter().find(|seen| seen.file.id == id).ok_or(Oops::NotFound)?;
    crate::files::given(&guest.app, guest.link.case, &file.file).await?.ok_or(Oops::NotFound)
}

pub async fn show(guest: Guest) -> Result<Response, Oops> {
    if let Some(no) = only_reads(&guest) {
        return Ok(no);
    }
    Ok(form_page(&guest, &Typed::nothing(), guest.app.new_request()).into_response())
}

pub async fn create(guest: Guest, headers: HeaderMap, parts: Multipart) -> Result<Response, Oops> {
    if let Some(no) = only_reads(&guest) {
        return Ok(no);
    }
    let Sent { mut typed, name, file } = sent::read(&headers, parts).await;
    let request = typed.value("request_id").parse().unwrap_or_else(|_| guest.app.new_request());
    if let Err(often) = guest.presses() {
        typed.wrong("", theirs_shell::when_again(often));
        return Ok(theirs_shell::waits(form_page(&guest, &typed, request), often));
    }
    let bytes = match taken(file, &mut typed) {
        Ok(bytes) => bytes,
        Err(status) => return Ok((status, form_page(&guest, &typed, request)).into_response()),
    };
    match keep(&guest, request, &name, bytes, typed.value("words")).await {
        Ok(()) => Ok(Redirect::to(&format!("{}?done=send-file", guest.home())).into_response()),
        Err(NotDone::Fault(fault)) => Err(fault.into()),
        Err(NotDone::Refused(refusal)) => {
            theirs_act::said(&guest, &mut typed, &refusal);
            Ok((super::do_on_case::status(&refusal), form_page(&guest, &typed, request)).into_response())
        }
    }
}

async fn keep(guest: &Guest, request: RequestId, name: &str, bytes: Vec<u8>, words: &str) -> Result<(), NotDone> {
    let command = crate::files::command(request, name, &bytes, words, Said::Yes);
    let (id, case, link, now) = (command.file, guest.link.case, guest.link.id, guest.app.now());
    let bytes: Arc<[u8]> = bytes.into();
    let asked = Asked { id: request, command: command.into(), seen: None };
    let on = CaseRef::Number(guest.link.number);
    let beside = move |tx: &store::Tx| {
        store::files::keep(tx, id, case, &bytes, now)?;
        links::acted(tx, link, now)
    };
    act_and(&guest.app, guest.actor(), on, asked, beside).await.map(|_| ())
}

/// What was sent; where nothing came, why, beside its field.
pub(super) fn taken(file: Result<Vec<u8>, NoFile>, typed: &mut Typed) -> Result<Vec<u8>, StatusCode> {
    file.map_err(|why| {
        let (status, sentence) = told(why);
        typed.wrong("file", sentence);
        status
    })
}

fn told(why: NoFile) -> (StatusCode, String) {
    match why {
        NoFile::NoneChosen => (StatusCode::UNPROCESSABLE_ENTITY, t("theirs-file-none").into_owned()),
        NoFile::TooLarge => {
            (StatusCode::PAYLOAD_TOO_LARGE, t_with("theirs-file-too-large", &[("limit", MEGABYTES.into())]))
        }
        NoFile::Broken => (StatusCode::BAD_REQUEST, t("theirs-file-broken").into_owned()),
        NoFile::Busy => (StatusCode::SERVICE_UNAVAILABLE, t("theirs-file-busy").into_owned()),
    }
}

/// The words come before the file: they are here, whatever becomes of it.
fn form_page(guest: &Guest, typed: &Typed, request: RequestId) -> Markup {
    let title = t("theirs-send-file");
    let form = Form::post(format!("{}/files", guest.home()), request.0)
        .id("send")
        .upload()
        .typed(typed)
        .field(Field::words("words", "theirs-field-file-words").optional().rows(3))
        .field(
            Field::file("file", "theirs-field-file")
                .help(t_with("theirs-send-file-why", &[("limit", MEGABYTES.into())])),
        )
        .act("theirs-send-file-act")
        .or_go(guest.home(), "theirs-back");
    theirs_shell::page(&guest.firm, &title, &html! { h1 { (title) } (form) })
}
