//! Reports on the customer's page: each as it was sent, to read, to take along, to accept or to ask about.
use super::fail::Oops;
use super::theirs_parts::Page;
use super::theirs_shell;
use super::ui::section;
use super::{paper, report_files};
use crate::eight_d::{self, Report, sheet};
use crate::theirs::guest::Guest;
use crate::theirs::seen;
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use casework::ids::ReportId;
use casework::parts::{ReportAnswer, SentReport};
use maud::{Markup, html};
use store::sent_reports::{self, Frozen};

fn name(sent: &SentReport) -> String {
    let stage = t(&format!("report-stage-{}", sent.stage.word())).into_owned();
    t_with("theirs-report-of", &[("stage", stage.into()), ("revision", sent.revision.into())])
}

pub fn part(page: &Page<'_>) -> Markup {
    if page.seen.reports.is_empty() {
        return html! {};
    }
    section(
        "theirs-reports",
        None,
        html! { ul.files { @for sent in &page.seen.reports { li {
            p { a href={ (page.guest.home()) "/reports/" (sent.id) } { (name(sent)) } " · " (page.moment(sent.at)) }
            (answer(page, sent))
        } } } },
    )
}

/// What they said to it, else the two things they can say.
fn answer(page: &Page<'_>, sent: &SentReport) -> Markup {
    let id = || Some(("report", sent.id.to_string()));
    let ways = || html! { p.ways { (page.way("report-accept", id())) (page.way("report-ask", id())) } };
    match &sent.answer {
        Some(reply) if reply.answer == ReportAnswer::Accepted => html! { p { (t("theirs-report-is-accepted")) } },
        Some(reply) => {
            html! { p { (t_with("theirs-report-is-asked", &[("words", reply.words.as_str().into())])) } (ways()) }
        }
        None => ways(),
    }
}

/// The report, if it is one of the case that their link opens.
async fn kept(guest: &Guest, id: &str) -> Result<(SentReport, Report, Frozen, seen::Seen), Oops> {
    let id: ReportId = id.parse().map_err(|_| Oops::NotFound)?;
    let seen = seen::of(guest).await?.ok_or(Oops::NotFound)?;
    let sent = seen.reports.iter().find(|sent| sent.id == id).cloned().ok_or(Oops::NotFound)?;
    let case = guest.link.case;
    let frozen = guest.app.db.read(move |conn| sent_reports::of(conn, case, id)).await?.ok_or(Oops::NotFound)?;
    let report = eight_d::read(&frozen.facts).map_err(|_| Oops::NotFound)?;
    Ok((sent, report, frozen, seen))
}

pub async fn show(guest: Guest, Path((_, id)): Path<(String, String)>) -> Result<Response, Oops> {
    let (sent, report, _, seen) = kept(&guest, &id).await?;
    let page = Page { guest: &guest, seen: &seen, now: guest.app.now() };
    let home = guest.home();
    // Only what they may see has a place on their page; the rest keeps its caption.
    let at = |file: &str| {
        let is_theirs = seen.files.iter().any(|seen| seen.file.id.to_string() == file);
        is_theirs.then(|| format!("{home}/files/{file}"))
    };
    let body = html! {
        h1 { (name(&sent)) }
        p { a href=(home) { (t("theirs-back")) } }
        p { (t("theirs-report-as")) @for ending in report_files::ENDINGS { " " a href={ (home) "/reports/" (sent.id) "/" (ending) } download { (ending.to_uppercase()) } } }
        (answer(&page, &sent))
        h2 { (report.number) }
        (paper::whole(&sheet::of(&report), &at))
    };
    Ok(theirs_shell::page(&guest.firm, &name(&sent), &body).into_response())
}

pub async fn take(guest: Guest, Path((_, id, ending)): Path<(String, String, String)>) -> Result<Response, Oops> {
    let (_, report, frozen, _) = kept(&guest, &id).await?;
    report_files::given(&guest.app, guest.link.case, report, Some(frozen), &ending).await
}
