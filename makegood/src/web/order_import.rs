//! Orders from a file: sent, looked at, tried without keeping anything, kept. Every row that is not taken says why.
use super::dates;
use super::desk::{self, Posted};
use super::fail::Oops;
use super::import_told::{self, Told};
use super::ui::{self, Field as Input, Form, Nav, Table, Typed};
use super::uploads::{self, Heard, Look, Stage, Upload};
use crate::app::App;
use crate::import::headers::{Field, FileField, Guesses, guess};
use crate::import::orders::{self as import, Ask, Here, Mode, NotImported};
use crate::import::plan::{self, Wishes};
use crate::import::source::{Source, UPLOAD_BYTES};
use crate::import::survey::survey;
use crate::import::why::CannotStart;
use crate::jobs::folder;
use crate::sentence::say;
use crate::session::Agent;
use crate::words::{self, t, t_with};
use axum::extract::{DefaultBodyLimit, Multipart, Path};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use casework::calendar::Calendar;
use jiff::civil::Date;
use maud::{Markup, html};
use std::sync::Arc;
use uuid::Uuid;

/// The page of an import that is under way comes again after so many seconds.
const AGAIN_AFTER: &str = "2";

/// How large a file of orders may be, with what a browser puts around it.
pub fn upload_size() -> DefaultBodyLimit {
    DefaultBodyLimit::max(UPLOAD_BYTES as usize + 64 * 1024)
}

pub async fn show(agent: Agent) -> Result<Markup, Oops> {
    desk::may_work(&agent)?;
    Ok(first_page(&agent, &Typed::nothing()).await)
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
            Some("request_id") => typed = typed.with("request_id", part.text().await.unwrap_or_default()),
            _ => {}
        }
    }
    if bytes.is_empty() {
        typed.wrong("file", t("upload-none"));
    }
    let id = Uuid::new_v5(&desk::request_of(&agent, &typed).0, b"upload");
    let stage = Stage::Looking { done: 0, of: None };
    let taken = Upload { id, person: agent.person.id, name, bytes: bytes.into(), stage };
    if typed.is_fine() && !uploads::put(taken) {
        typed.wrong("file", t("upload-too-many"));
    }
    if !typed.is_fine() {
        return Ok(desk::again(first_page(&agent, &typed).await));
    }
    let since = import::checks_from(&agent.firm.ours, agent.app.now());
    start(&agent, id, Wishes::default(), Some(since), Mode::DryRun);
    Ok(desk::on_to(&format!("/orders/import/{id}")))
}

/// What a look or an import needs on its own thread.
struct Work {
    app: App,
    calendar: Arc<Calendar>,
    zone: jiff::tz::TimeZone,
    upload: Upload,
    wishes: Wishes,
    checks_from: Option<Date>,
    mode: Mode,
}

fn start(agent: &Agent, id: Uuid, wishes: Wishes, checks_from: Option<Date>, mode: Mode) {
    let Some(upload) = uploads::get(id, agent.person.id) else { return };
    let calendar = agent.firm.ours.clone();
    let work = Work { app: agent.app.clone(), calendar, zone: agent.zone.clone(), upload, wishes, checks_from, mode };
    // Its end is written on the shelf of uploads, in the language of whoever looks; nobody waits for the thread.
    let language = words::spoken();
    drop(tokio::task::spawn_blocking(move || words::said_in(language, || uploads::set(id, work.done()))));
}

impl Work {
    fn done(&self) -> Stage {
        let now = self.app.now();
        let here = Here { db: self.app.db.clone(), calendar: self.calendar.clone(), now, drawn: self.app.new_id() };
        let source = Source::Upload { name: self.upload.name.clone(), bytes: self.upload.bytes.clone() };
        let (wishes, checks_from, mode) = (self.wishes.clone(), self.checks_from, self.mode);
        let ask = Ask { source, wishes, account: None, checks_from, mode, report: None };
        let mut heard = Heard(self.upload.id);
        let done = import::prepare(&here, &ask, &mut heard).and_then(|plan| {
            let report = import::run(&here, &ask, &plan, &mut heard)?;
            Ok((plan, report))
        });
        match (done, mode) {
            (Ok((_, report)), Mode::Keep) => Stage::Kept(Told::of(&report, &self.zone)),
            (Err(why), Mode::Keep) => Stage::Failed(self.why_not(why)),
            (Ok((plan, report)), Mode::DryRun) => Stage::Looked(Box::new(Look {
                columns: plan.survey.columns,
                guesses: plan.guesses,
                wishes: self.wishes.clone(),
                checks_from: self.checks_from.map(|day| day.to_string()).unwrap_or_default(),
                report: Ok(Told::of(&report, &self.zone)),
            })),
            (Err(why), Mode::DryRun) => Stage::Looked(Box::new(self.as_far_as_seen(&ask.source, self.why_not(why)))),
        }
    }

    /// The columns all the same, so that a person can choose them.
    fn as_far_as_seen(&self, source: &Source, why: String) -> Look {
        let checks_from = self.checks_from.map(|day| day.to_string()).unwrap_or_default();
        let (columns, guesses, wishes) = (vec![], Guesses::new(), self.wishes.clone());
        let mut look = Look { columns, guesses, wishes, checks_from, report: Err(why) };
        let Ok(mut csv) = source.open(self.wishes.said) else { return look };
        let Ok(seen) = survey(&mut csv, |_| {}) else { return look };
        look.guesses = guess(&seen.columns);
        // A wish that names no column was the reason; the guess stands then.
        drop(crate::import::headers::override_with(&mut look.guesses, &seen.headers, &self.wishes.maps));
        look.columns = seen.columns;
        look
    }

    fn why_not(&self, why: NotImported) -> String {
        match why {
            NotImported::Cannot(CannotStart::NoColumn(field)) => {
                let name = Field::named(field).map_or_else(|| field.to_owned(), name_of);
                t_with("upload-no-column", &[("field", name.into())])
            }
            NotImported::Cannot(CannotStart::NothingSaysDelivered) => t("upload-no-delivered").into_owned(),
            NotImported::Cannot(CannotStart::Ambiguous { column, example }) => {
                t_with("upload-ambiguous", &[("column", column.into()), ("example", example.into())])
            }
            NotImported::Cannot(other) => say(&other.sentence(), &self.zone),
            NotImported::Fault(fault) => t_with("fail-ours", &[("id", super::fail::logged(&fault).into())]),
        }
    }
}

fn name_of(field: Field) -> String {
    t(&format!("import-field-{}", field.word())).into_owned()
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
    let body = html! {
        (ui::heading(t("upload-title"), Some(html! { (upload.name) })))
        @match &upload.stage {
            Stage::Looking { done, of } => { (under_way("upload-looking", *done, *of, &there)) }
            Stage::Keeping { done, of } => { (under_way("upload-keeping", *done, *of, &there)) }
            Stage::Looked(look) => { (looked(agent, upload, look, typed)) }
            Stage::Kept(told) => {
                (ui::section("upload-kept", None, html! { (told) }))
                p.ways-on { a.act href="/signals/calls" { (t("upload-then-calls")) } " " a href="/watch" { (t("upload-then-honesty")) } " " a href="/accounts" { (t("upload-then-accounts")) } " " a href="/orders" { (t("upload-then-orders")) } }
            }
            Stage::Failed(why) => { (ui::Refusal::new(why.clone()).way_out("upload-again").href("/orders/import")) }
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

/// What every file of orders should say; it stands in sight even where no column was found for it.
const WANTED: [Field; 5] = [Field::Order, Field::Customer, Field::Item, Field::Promised, Field::Delivered];

/// What each field is read from, with a way to choose another column.
fn columns(look: &Look, fields: impl Iterator<Item = Field>) -> Table {
    let choices = || look.columns.iter().enumerate().map(|(n, column)| (format!("#{}", n + 1), column.header.clone()));
    let rows = fields.map(|field| {
        let at = look.column(field);
        let chosen = at.map(|n| format!("#{}", n + 1)).unwrap_or_default();
        let examples =
            at.and_then(|n| look.columns.get(n)).map(|column| column.examples.join(" · ")).unwrap_or_default();
        let select = Input::select(field.word(), name_of(field))
            .unseen_label()
            .optional()
            .choice("", "upload-no-such")
            .choices(choices());
        [html! { (name_of(field)) }, html! { (select.value(chosen)) }, html! { (examples) }]
    });
    Table::new("upload-columns")
        .under_its_heading()
        .col("upload-field")
        .col("upload-column")
        .col("upload-examples")
        .rows(rows)
}

/// Every field: what was found or is wanted in sight, the others folded away, and what of the file is not read.
fn understood(look: &Look) -> Markup {
    let in_sight = |field: &Field| look.column(*field).is_some() || WANTED.contains(field);
    let (seen, further): (Vec<_>, Vec<_>) = Field::ALL.into_iter().partition(in_sight);
    let is_read = |n: usize| Field::ALL.into_iter().any(|field| look.column(field) == Some(n));
    let unread = look.columns.iter().enumerate().filter(|(n, _)| !is_read(*n)).map(|(_, column)| &*column.header);
    html! {
        (columns(look, seen.into_iter()))
        (import_told::left(unread))
        @if !further.is_empty() { (import_told::further(columns(look, further.into_iter()))) }
    }
}

/// What was understood, changeable, and what keeping it would do.
fn looked(agent: &Agent, upload: &Upload, look: &Look, typed: &Typed) -> Markup {
    let order = look
        .wishes
        .dates
        .map_or("", |order| if order == crate::import::dates::Order::DayFirst { "day-first" } else { "month-first" });
    let form = Form::post(format!("/orders/import/{}", upload.id), agent.app.new_id())
        .typed(typed)
        .block(understood(look))
        .row([
            Input::select("dates", "upload-dates")
                .optional()
                .choice("", "upload-dates-seen")
                .choice("day-first", "upload-day-first")
                .choice("month-first", "upload-month-first")
                .value(order),
            Input::date("checks_from", "upload-checks-from")
                .optional()
                .help("upload-checks-help")
                .value(look.checks_from.clone()),
        ]);
    let form = if look.report.is_ok() {
        form.act("upload-keep").or_act("look", "yes", "upload-look-again")
    } else {
        form.hidden("look", "yes").act("upload-look-again")
    };
    html! {
        @match &look.report {
            Ok(told) => { (ui::section("upload-would", None, html! { p { (t("upload-nothing-kept")) } (told) })) }
            Err(why) => { (ui::Refusal::new(why.clone())) }
        }
        @if !look.columns.is_empty() { (ui::section("upload-columns", None, html! { (form.or_go("/orders/import", "upload-other-file")) })) }
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
    let maps = Field::ALL.iter().map(|field| format!("{}={}", field.word(), typed.value(field.word()))).collect();
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
    start(&agent, id, wishes, since.flatten(), mode);
    Ok(desk::on_to(&format!("/orders/import/{id}")))
}
