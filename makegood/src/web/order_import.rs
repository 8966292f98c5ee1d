//! Orders, and what touches their lines, from a file: sent, looked at, tried without keeping anything, kept. Every row that is not taken
//! says why.
use super::dates;
use super::desk::{self, Posted};
use super::fail::Oops;
use super::import_told;
use super::import_work::{called, name_of, start};
use super::ui::{self, Field as Input, Form, Nav, Table, Typed};
use super::uploads::{self, HowRead, Look, Stage, Upload};
use crate::import::dates::Order;
use crate::import::numbers::{Mark, mark_named};
use crate::import::orders::{self as import, Mode};
use crate::import::plan::{self, Wishes};
use crate::import::rows::Rows;
use crate::import::source::UPLOAD_BYTES;
use crate::import::why::CannotStart;
use crate::jobs::folder;
use crate::sentence::say;
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::{DefaultBodyLimit, Multipart, Path, Query};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;
use uuid::Uuid;

/// The page of an import that is under way comes again after so many seconds.
const AGAIN_AFTER: &str = "2";

/// How large a file of orders may be, with what a browser puts around it.
pub fn upload_size() -> DefaultBodyLimit {
    DefaultBodyLimit::max(UPLOAD_BYTES as usize + 64 * 1024)
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// What the file holds, by its word; orders when left out.
    list: String,
}

pub async fn show(agent: Agent, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    desk::may_work(&agent)?;
    let holds = Rows::from_word(&asked.list).unwrap_or(Rows::Orders);
    Ok(first_page(&agent, &Typed::nothing().with("list", holds.word())).await)
}

/// What lies in the folder of refused files: somebody must ask for it again, or bring it in here by hand.
async fn refused(agent: &Agent) -> Markup {
    let Some(folder) = agent.app.orders_folder().map(ToOwned::to_owned) else { return html! {} };
    let place = folder.join("refused").display().to_string();
    let files = tokio::task::spawn_blocking(move || folder::refused(&folder)).await.unwrap_or_default();
    let body = html! {
        @if files.is_empty() {
            p.quiet { (t("upload-folder-none")) }
        } @else {
            p { (t_with("upload-folder-refused", &[("place", place.into())])) }
            ul { @for file in &files { li { strong { (file.name) } " · " (file.why) } } }
        }
    };
    ui::section("upload-folder", None, body)
}

async fn first_page(agent: &Agent, typed: &Typed) -> Markup {
    let form = Form::post("/orders/import", agent.app.new_id())
        .upload()
        .typed(typed)
        .field(
            Input::select("list", "upload-list")
                .help("upload-list-help")
                .choices(Rows::all().map(|rows| (rows.word().to_owned(), called(rows)))),
        )
        .field(
            Input::file("file", "upload-file")
                .help(t_with("upload-file-help", &[("limit", (UPLOAD_BYTES / 1024 / 1024).into())])),
        )
        .act("upload-look")
        .or_go("/orders", "act-back");
    let refused = refused(agent).await;
    let body = html! { (ui::heading(t("upload-title"), None)) p { (t("upload-intro")) } (form) (refused) };
    desk::page(agent, "upload-title", Nav::Orders, body)
}

pub async fn upload(agent: Agent, mut parts: Multipart) -> Result<Response, Oops> {
    desk::may_work(&agent)?;
    let mut typed = Typed::nothing();
    let (mut name, mut bytes) = (String::new(), Vec::new());
    // A part that breaks off or is too large ends the reading; what is missing is said below.
    while let Ok(Some(part)) = parts.next_field().await {
        match part.name() {
            Some("file") => {
                name = part.file_name().unwrap_or_default().to_owned();
                match part.bytes().await {
                    Ok(read) => bytes = read.to_vec(),
                    Err(_) => typed
                        .wrong("file", say(&CannotStart::TooManyBytes { limit: UPLOAD_BYTES }.sentence(), &agent.zone)),
                }
            }
            Some("list") => typed = typed.with("list", part.text().await.unwrap_or_default()),
            Some("request_id") => typed = typed.with("request_id", part.text().await.unwrap_or_default()),
            _ => {}
        }
    }
    let holds = typed.filled("list").map_or(Some(Rows::Orders), Rows::from_word);
    if holds.is_none() {
        typed.wrong("list", t("form-choose"));
    }
    if bytes.is_empty() {
        typed.wrong("file", t("upload-none"));
    }
    let id = Uuid::new_v5(&desk::request_of(&agent, &typed).0, b"upload");
    let stage = Stage::Looking { done: 0, of: None };
    let holds = holds.unwrap_or(Rows::Orders);
    let taken = Upload { id, person: agent.person.id, name, holds, bytes: bytes.into(), stage };
    if typed.is_fine() && !uploads::put(taken) {
        typed.wrong("file", t("upload-too-many"));
    }
    if !typed.is_fine() {
        return Ok(desk::again(first_page(&agent, &typed).await));
    }
    let since = import::checks_from(&agent.firm.ours, agent.app.now());
    start(&agent, id, HowRead { checks_from: Some(since), ..HowRead::default() }, Mode::DryRun);
    Ok(desk::on_to(&format!("/orders/import/{id}")))
}

pub async fn one(agent: Agent, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    desk::may_work(&agent)?;
    let Some(upload) = uploads::get(id, agent.person.id) else { return Ok(gone(&agent).await) };
    let mut response = page(&agent, &upload, &Typed::nothing()).into_response();
    if upload.is_busy() {
        response.headers_mut().insert(header::REFRESH, HeaderValue::from_static(AGAIN_AFTER));
    }
    Ok(response)
}

async fn gone(agent: &Agent) -> Response {
    let mut typed = Typed::nothing();
    typed.wrong("file", t("upload-gone"));
    desk::again(first_page(agent, &typed).await)
}

fn page(agent: &Agent, upload: &Upload, typed: &Typed) -> Markup {
    let there = format!("/orders/import/{}", upload.id);
    let again = format!("/orders/import?list={}", upload.holds.word());
    let body = html! {
        (ui::heading(t("upload-title"), Some(html! { (called(upload.holds)) " · " (upload.name) })))
        @match &upload.stage {
            Stage::Looking { done, of } => { (under_way("upload-looking", *done, *of, &there)) }
            Stage::Keeping { done, of } => {
                (under_way(if upload.holds == Rows::Orders { "upload-keeping" } else { "upload-keeping-rows" }, *done, *of, &there))
            }
            Stage::Looked(look) => { (looked(agent, upload, look, typed)) }
            Stage::Kept(told) => {
                (ui::section("upload-kept", None, html! { (told) }))
                @match upload.holds {
                    Rows::Orders => { p.ways-on { a.act href="/signals/calls" { (t("upload-then-calls")) } " " a href="/watch" { (t("upload-then-honesty")) } " " a href="/accounts" { (t("upload-then-accounts")) } " " a href="/orders" { (t("upload-then-orders")) } } }
                    Rows::List(_) => { p.quiet { (t("upload-then-looked")) } p.ways-on { a.act href="/signals" { (t("upload-then-signals")) } " " a href=(again) { (t("upload-other-file")) } } }
                }
            }
            Stage::Failed(why) => { (ui::Refusal::new(why.clone()).way_out("upload-again").href(again.clone())) }
        }
    };
    desk::page(agent, "upload-title", Nav::Orders, body)
}

fn under_way(key: &'static str, done: u64, of: Option<u64>, there: &str) -> Markup {
    html! {
        (ui::progress(key, done, of.unwrap_or(done)))
        p { (t("upload-wait")) " " a href=(there) { (t("upload-see")) } }
    }
}

/// What every file should say; it stands in sight even where no column was found for it.
fn wanted(holds: Rows) -> Vec<&'static str> {
    match holds {
        Rows::Orders => vec!["order", "customer", "item", "promised", "delivered"],
        Rows::List(_) => holds.fields(),
    }
}

/// What each field is read from, with a way to choose another column.
fn columns<'a>(holds: Rows, look: &Look, fields: impl Iterator<Item = &'a str>) -> Table {
    let choices = || look.columns.iter().enumerate().map(|(n, column)| (format!("#{}", n + 1), column.header.clone()));
    let rows = fields.map(|field| {
        let at = look.column(field);
        let chosen = at.map(|n| format!("#{}", n + 1)).unwrap_or_default();
        let examples =
            at.and_then(|n| look.columns.get(n)).map(|column| column.examples.join(" · ")).unwrap_or_default();
        let name = name_of(holds, field);
        let select = Input::select(field, name.clone())
            .unseen_label()
            .optional()
            .choice("", "upload-no-such")
            .choices(choices());
        [html! { (name) }, html! { (select.value(chosen)) }, html! { (examples) }]
    });
    Table::new("upload-columns")
        .under_its_heading()
        .col("upload-field")
        .col("upload-column")
        .col("upload-examples")
        .rows(rows)
}

/// Every field: what was found or is wanted in sight, the others folded away, and what of the file is not read.
fn understood(holds: Rows, look: &Look) -> Markup {
    let (fields, wanted) = (holds.fields(), wanted(holds));
    let in_sight = |field: &&str| look.column(field).is_some() || wanted.contains(field);
    let (seen, further): (Vec<_>, Vec<_>) = fields.iter().copied().partition(in_sight);
    let is_read = |n: usize| fields.iter().any(|field| look.column(field) == Some(n));
    let unread = look.columns.iter().enumerate().filter(|(n, _)| !is_read(*n)).map(|(_, column)| &*column.header);
    html! {
        (columns(holds, look, seen.into_iter()))
        (import_told::left(unread))
        @if !further.is_empty() { (import_told::further(columns(holds, look, further.into_iter()))) }
    }
}

/// How dates are read, and what else may be said about a file of this sort.
fn how_read<'a>(form: Form<'a>, holds: Rows, said: &HowRead) -> Form<'a> {
    let order = match said.wishes.dates {
        None => "",
        Some(Order::DayFirst) => "day-first",
        Some(Order::MonthFirst) => "month-first",
    };
    let dates = Input::select("dates", "upload-dates")
        .optional()
        .choice("", "upload-dates-seen")
        .choice("day-first", "upload-day-first")
        .choice("month-first", "upload-month-first")
        .value(order);
    match holds {
        Rows::Orders => {
            let since = said.checks_from.map(|day| day.to_string()).unwrap_or_default();
            let since =
                Input::date("checks_from", "upload-checks-from").optional().help("upload-checks-help").value(since);
            form.row([dates, since])
        }
        Rows::List(kind) if kind.numbers().is_empty() => form.field(dates),
        Rows::List(_) => {
            let mark = match said.decimal {
                None => "",
                Some(Mark::Comma) => "comma",
                Some(Mark::Point) => "point",
            };
            let decimal = Input::select("decimal", "upload-decimal")
                .optional()
                .choice("", "upload-dates-seen")
                .choice("comma", "upload-decimal-comma")
                .choice("point", "upload-decimal-point")
                .value(mark);
            form.row([dates, decimal])
        }
    }
}

/// What was understood, changeable, and what keeping it would do.
fn looked(agent: &Agent, upload: &Upload, look: &Look, typed: &Typed) -> Markup {
    let form = Form::post(format!("/orders/import/{}", upload.id), agent.app.new_id())
        .typed(typed)
        .block(understood(upload.holds, look));
    let form = how_read(form, upload.holds, &look.said);
    let form = if look.report.is_ok() {
        form.act(if upload.holds == Rows::Orders { "upload-keep" } else { "upload-keep-rows" }).or_act(
            "look",
            "yes",
            "upload-look-again",
        )
    } else {
        form.hidden("look", "yes").act("upload-look-again")
    };
    html! {
        @match &look.report {
            Ok(told) => { (ui::section("upload-would", None, html! { p { (t("upload-nothing-kept")) } (told) })) }
            Err(why) => { (ui::Refusal::new(why.clone())) }
        }
        @if !look.columns.is_empty() { (ui::section("upload-columns", None, html! { (form.or_go(format!("/orders/import?list={}", upload.holds.word()), "upload-other-file")) })) }
    }
}

/// Looks again with what the person said, or keeps it.
pub async fn go_on(agent: Agent, Path(id): Path<Uuid>, Posted(mut typed): Posted) -> Result<Response, Oops> {
    desk::may_work(&agent)?;
    let Some(upload) = uploads::get(id, agent.person.id) else { return Ok(gone(&agent).await) };
    // Pressed twice: the work is under way already.
    if !matches!(upload.stage, Stage::Looked(_)) {
        return Ok(desk::on_to(&format!("/orders/import/{id}")));
    }
    let maps = upload.holds.fields().into_iter().map(|field| format!("{field}={}", typed.value(field))).collect();
    let wishes = Wishes { maps, dates: plan::order_named(typed.value("dates")), ..Wishes::default() };
    let since = typed.filled("checks_from").map(|words| dates::date(words, agent.app.now(), &agent.zone));
    if since == Some(None) {
        typed.wrong("checks_from", t("form-date"));
        return Ok(desk::again(page(&agent, &upload, &typed)));
    }
    let (mode, stage) = if typed.filled("look").is_some() {
        (Mode::DryRun, Stage::Looking { done: 0, of: None })
    } else {
        (Mode::Keep, Stage::Keeping { done: 0, of: None })
    };
    uploads::set(id, stage);
    let decimal = mark_named(typed.value("decimal"));
    start(&agent, id, HowRead { wishes, checks_from: since.flatten(), decimal }, mode);
    Ok(desk::on_to(&format!("/orders/import/{id}")))
}
