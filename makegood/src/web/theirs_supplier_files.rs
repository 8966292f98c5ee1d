//! A file that a supplier sends by their link: a photo, a measurement, a certificate. What came stands on their page by its name; nothing
//! of it is given out again by the link.
use super::fail::Oops;
use super::theirs_files::{MEGABYTES, taken};
use super::theirs_shell::{self, around};
use super::theirs_supplier::why_not;
use super::ui::{Field, Form, Typed, section};
use super::when;
use crate::act::{Asked, NotDone, act_and};
use crate::files::sent::{self, Sent};
use crate::theirs::supplier::Supplier;
use crate::words::{t, t_with};
use axum::extract::Multipart;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use casework::commands::{KeepFile, KeepSupplierFile};
use casework::facts::Actor;
use casework::ids::RequestId;
use casework::parts::Said;
use maud::{Markup, html};
use std::sync::Arc;
use store::facts::CaseRef;
use store::supplier_links;

/// What they sent so far, and the way to send more while the request is open.
pub fn files(me: &Supplier) -> Markup {
    let open = me.asked.ended_at.is_none();
    if me.asked.files.is_empty() && !open {
        return html! {};
    }
    let now = me.app.now();
    let body = html! {
        @if me.asked.files.is_empty() { p { (t("supplier-files-none")) } }
        @else { ul.files { @for file in &me.asked.files { li {
            p { (file.name) }
            p.quiet { (crate::files::size(file.bytes)) " · " (when::moment(file.at, now, &me.zone)) }
        } } } }
        @if open { p.ways { a.way href={ (me.home()) "/files" } { (t("supplier-send-file")) } } }
    };
    section("supplier-files", None, body)
}

pub async fn show(me: Supplier) -> Result<Markup, Oops> {
    if me.asked.ended_at.is_some() {
        return Err(Oops::NotFound);
    }
    Ok(page(&me, &Typed::nothing(), me.app.new_request()))
}

pub async fn create(me: Supplier, headers: HeaderMap, parts: Multipart) -> Result<Response, Oops> {
    if me.asked.ended_at.is_some() {
        return Err(Oops::NotFound);
    }
    let Sent { mut typed, name, file } = sent::read(&headers, parts).await;
    let request = typed.value("request_id").parse().unwrap_or_else(|_| me.app.new_request());
    if let Err(often) = me.presses() {
        typed.wrong("", theirs_shell::when_again(often));
        return Ok(theirs_shell::waits(page(&me, &typed, request), often));
    }
    let bytes = match taken(file, &mut typed) {
        Ok(bytes) => bytes,
        Err(status) => return Ok((status, page(&me, &typed, request)).into_response()),
    };
    match keep(&me, request, &name, bytes, typed.value("words")).await {
        Ok(()) => Ok(Redirect::to(&format!("{}?done=file", me.home())).into_response()),
        Err(NotDone::Fault(fault)) => Err(fault.into()),
        Err(NotDone::Refused(refusal)) => {
            typed.wrong(refusal.field.unwrap_or(""), why_not(&refusal));
            Ok((super::do_on_case::status(&refusal), page(&me, &typed, request)).into_response())
        }
    }
}

async fn keep(me: &Supplier, request: RequestId, name: &str, bytes: Vec<u8>, words: &str) -> Result<(), NotDone> {
    let KeepFile { file, name, kind, bytes: length, sha256, words, shown: _ } =
        crate::files::command(request, name, &bytes, words, Said::No);
    let command = KeepSupplierFile { scar: me.link.scar, file, name, kind, bytes: length, sha256, words };
    let (case, link, now) = (me.link.case, me.link.id, me.app.now());
    let bytes: Arc<[u8]> = bytes.into();
    let asked = Asked { id: request, command: command.into(), seen: None };
    let beside = move |tx: &store::Tx| {
        store::files::keep(tx, file, case, &bytes, now)?;
        supplier_links::acted(tx, link, now)
    };
    act_and(&me.app, Actor::System, CaseRef::Number(me.link.number), asked, beside).await.map(|_| ())
}

/// The words come before the file: they are here, whatever becomes of it.
fn page(me: &Supplier, typed: &Typed, request: RequestId) -> Markup {
    let title = t("supplier-send-file");
    let form = Form::post(format!("{}/files", me.home()), request.0)
        .id("send")
        .upload()
        .typed(typed)
        .field(Field::words("words", "theirs-field-file-words").optional().rows(3))
        .field(
            Field::file("file", "theirs-field-file")
                .help(t_with("supplier-send-file-why", &[("limit", MEGABYTES.into())])),
        )
        .act("theirs-send-file-act")
        .or_go(me.home(), "theirs-back");
    around(&me.firm.company, &title, &html! { h1 { (title) } (form) }, "supplier-foot", None)
}
