//! The files of a case on the desk: what the customer sent, what we have, and what of it they see.
use super::case_page::whole;
use super::case_view::{self, Story};
use super::desk;
use super::do_on_case::numbered;
use super::fail::Oops;
use super::forms::Desk;
use super::theirs_files::MEGABYTES;
use super::ui::{Field, Form, Label, Typed, empty, section};
use super::when;
use crate::act::{Asked, NotDone, act_and};
use crate::files::kinds;
use crate::files::sent::{self, NoFile, Sent};
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::{DefaultBodyLimit, Multipart, Path};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use casework::ids::{CaseNumber, FileId, ScarId};
use casework::parts::{CaseFile, Said};
use casework::rights::{self, Right};
use maud::{Markup, html};
use std::sync::Arc;
use store::facts::CaseRef;

/// The page itself reads no more of a file than it may be long.
pub fn any_size() -> DefaultBodyLimit {
    DefaultBodyLimit::disable()
}

pub async fn show(me: Agent, Path(number): Path<String>) -> Result<Markup, Oops> {
    page(&me, numbered(&number)?, &Typed::nothing()).await
}

async fn page(me: &Agent, number: CaseNumber, typed: &Typed) -> Result<Markup, Oops> {
    let read = move |conn: &store::Conn| {
        case_view::load(conn, number, Story::Kinds(&["file_kept", "file_shown", "supplier_file_kept"]))
    };
    let view = me.app.db.read(read).await?.ok_or(Oops::NotFound)?;
    let desk = Desk { view: &view, me, now: me.app.now(), typed };
    let works = rights::holds(Right::Bring, &me.person.roles) && view.case.is_open();
    let count = u64::try_from(view.case.files.len()).ok();
    let body = html! {
        (section("files-title", count, html! {
            @if view.case.files.is_empty() { (empty("files-none", None::<(&str, Label)>)) }
            @else { ul.hits { @for file in view.case.files.iter().rev() { li { (one_of(&desk, file)) } } } }
        }))
        @if works { (section("files-add", None, html! { (form(&desk)) })) }
    };
    Ok(whole(&desk, "files", None, body))
}

/// What a supplier sent by the link of a request; nothing while they sent nothing.
pub fn of_supplier(desk: &Desk<'_>, request: ScarId) -> Markup {
    let theirs: Vec<&CaseFile> = desk.view.case.files.iter().filter(|file| file.supplier == Some(request)).collect();
    html! { @if !theirs.is_empty() {
        h3 { (t("suppliers-files")) }
        ul.hits { @for file in theirs { li { (one_of(desk, file)) } } }
    } }
}

fn one_of(desk: &Desk<'_>, file: &CaseFile) -> Markup {
    let number = desk.view.case.number;
    let at = format!("/cases/{number}/files/{}", file.id);
    let reader = desk.view.reader(desk.me, desk.now);
    let inside = &desk.view.case.inside;
    let supplier = file.supplier.and_then(|id| inside.scar(id)).map(|scar| scar.request.supplier.as_str());
    let from = match (file.from, file.shown) {
        _ if supplier.is_some() => {
            let key = if file.shown == Said::Yes { "files-supplier-shown" } else { "files-supplier" };
            t_with(key, &[("name", supplier.unwrap_or_default().into())])
        }
        (Some(contact), _) => t_with("files-from", &[("name", reader.contact(contact).into())]),
        (None, Said::Yes) => t("files-ours-shown").into_owned(),
        (None, Said::No) => t("files-ours").into_owned(),
    };
    let (turn, label) = if file.shown == Said::Yes { ("no", "files-hide") } else { ("yes", "files-show") };
    let kind = t(&format!("file-kind-{}", file.kind.word()));
    html! {
        p {
            a href=(at) { @if kinds::is_shown(file.kind) { img src=(at) alt="" width="240" loading="lazy"; br; } (file.name) }
            " · " strong { (from) }
        }
        @if !file.words.is_empty() { p.theirs[file.from.is_some() || supplier.is_some()] { (file.words) } }
        p.quiet { (kind) ", " (crate::files::size(file.bytes)) " · " (when::moment(file.at, desk.now, &desk.me.zone)) }
        @if file.from.is_none() && desk.view.case.is_open() {
            p { a href={ "/cases/" (number) "/do/show-file?file=" (file.id) "&shown=" (turn) } { (t(label)) } }
        }
    }
}

/// The words come before the file: they are here, whatever becomes of it.
fn form<'a>(desk: &Desk<'a>) -> Form<'a> {
    Form::post(format!("/cases/{}/files", desk.view.case.number), desk.me.app.new_id())
        .id("add-file")
        .upload()
        .typed(desk.typed)
        .field(Field::words("words", "files-words").optional().rows(2))
        .field(Field::check("shown", "files-for-them").help("files-for-them-help"))
        .field(Field::file("file", "files-file").help(t_with("files-file-help", &[("limit", MEGABYTES.into())])))
        .act("files-add-act")
}

pub async fn create(
    me: Agent,
    Path(number): Path<String>,
    headers: HeaderMap,
    parts: Multipart,
) -> Result<Response, Oops> {
    let number = numbered(&number)?;
    let Sent { mut typed, name, file } = sent::read(&headers, parts).await;
    let bytes = match file {
        Ok(bytes) => bytes,
        Err(why) => {
            let (status, sentence) = told(why);
            typed.wrong("file", sentence);
            return Ok((status, page(&me, number, &typed).await?).into_response());
        }
    };
    let request = desk::request_of(&me, &typed);
    let shown = if typed.filled("shown").is_some() { Said::Yes } else { Said::No };
    let command = crate::files::command(request, &name, &bytes, typed.value("words"), shown);
    let kept = me.app.db.read(move |conn| store::cases::by_number(conn, number)).await?.ok_or(Oops::NotFound)?;
    let (id, case, now, bytes) = (command.file, kept.case.id, me.app.now(), Arc::<[u8]>::from(bytes));
    let asked = Asked { id: request, command: command.into(), seen: None };
    let beside = move |tx: &store::Tx| store::files::keep(tx, id, case, &bytes, now);
    match act_and(&me.app, me.actor(), CaseRef::Number(number), asked, beside).await {
        Ok(_) => Ok(desk::on_to(&format!("/cases/{number}/files"))),
        Err(NotDone::Fault(fault)) => Err(fault.into()),
        Err(NotDone::Refused(refusal)) => {
            desk::beside(&me, &mut typed, &refusal);
            Ok(desk::again(page(&me, number, &typed).await?))
        }
    }
}

fn told(why: NoFile) -> (StatusCode, String) {
    match why {
        NoFile::NoneChosen => (StatusCode::UNPROCESSABLE_ENTITY, t("files-none-chosen").into_owned()),
        NoFile::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, t_with("files-too-large", &[("limit", MEGABYTES.into())])),
        NoFile::Broken => (StatusCode::BAD_REQUEST, t("files-missing").into_owned()),
        NoFile::Busy => (StatusCode::SERVICE_UNAVAILABLE, t("files-busy").into_owned()),
    }
}

pub async fn one(me: Agent, Path((number, id)): Path<(String, String)>) -> Result<Response, Oops> {
    let (number, id): (CaseNumber, FileId) = (numbered(&number)?, id.parse().map_err(|_| Oops::NotFound)?);
    let kept = me.app.db.read(move |conn| store::cases::by_number(conn, number)).await?.ok_or(Oops::NotFound)?;
    let file = kept.case.files.iter().find(|file| file.id == id).ok_or(Oops::NotFound)?;
    crate::files::given(&me.app, kept.case.id, file).await?.ok_or(Oops::NotFound)
}
