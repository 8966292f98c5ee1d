//! Closures from a calendar file: looked at entry by entry, put among the days that differ, and kept only when somebody says so.
use super::calendars;
use super::fail::Oops;
use super::ui::{self, Field, Form, Table};
use super::when;
use crate::import::closures::{self, BYTES_AT_MOST, Closures, NoCalendar, PROBLEMS_AT_MOST, Why};
use crate::session::{Administrator, Agent};
use crate::words::{t, t_with};
use axum::extract::{Multipart, Path};
use axum::response::{IntoResponse, Response};
use casework::calendar::{CalendarSpec, MAX_EXCEPTIONS};
use jiff::civil::Date;
use maud::{Markup, html};
use uuid::Uuid;

/// Closed days shown; all are counted.
const DAYS_SHOWN: usize = 40;

/// Where a file is sent, below the hours.
pub fn form(agent: &Agent, calendar: Uuid) -> Markup {
    let help = t_with("closures-file-help", &[("limit", (BYTES_AT_MOST / 1024).into())]);
    let form = Form::post(format!("/settings/calendars/{calendar}/closures"), agent.app.new_id())
        .id("closures")
        .upload()
        .field(Field::file("file", "closures-file").help(help))
        .quiet_act("closures-look");
    ui::section("closures-title", None, html! { p { (t("closures-intro")) } (form) })
}

pub async fn look(
    Administrator(agent): Administrator,
    Path(id): Path<Uuid>,
    mut parts: Multipart,
) -> Result<Response, Oops> {
    let kept = calendars::kept(&agent, id).await?;
    let mut bytes = vec![];
    // A part that breaks off or is too large ends the reading; what is missing is said below.
    while let Ok(Some(part)) = parts.next_field().await {
        if part.name() == Some("file") {
            bytes = part.bytes().await.map(|read| read.to_vec()).unwrap_or_default();
        }
    }
    let today = agent.app.now().to_zoned(agent.zone.clone()).date();
    let found = match bytes.len() {
        0 => Err(t("upload-none").into_owned()),
        size if size > BYTES_AT_MOST => Err(t_with("closures-too-large", &[("limit", (BYTES_AT_MOST / 1024).into())])),
        _ => closures::read(&bytes, today).map_err(|why| {
            t(match why {
                NoCalendar::NotOne => "closures-no-calendar",
                NoCalendar::TooManyEntries => "closures-too-many",
            })
            .into_owned()
        }),
    };
    let found = match found {
        Ok(found) => found,
        Err(why) => {
            let refusal = html! { (ui::Refusal::new(why)) };
            let typed = calendars::filled(&kept.spec);
            return Ok(super::desk::again(calendars::edit(&agent, &kept, &typed, Some(refusal)).await?));
        }
    };
    let (spec, new) = with(&kept.spec, &found);
    let preview = html! {
        (report(&agent, &found, &new))
        (calendars::look(&agent, id, &spec).await?)
    };
    Ok(calendars::edit(&agent, &kept, &calendars::filled(&spec), Some(preview)).await?.into_response())
}

/// The hours with the closures in them, and the days that were not closed before. A day that differs already stays as it is.
fn with(spec: &CalendarSpec, found: &Closures) -> (CalendarSpec, Vec<(Date, String)>) {
    let calendar = store::holidays::calendar(spec).ok();
    let closed = |day: Date| calendar.as_ref().is_some_and(|calendar| calendar.why_closed(day).is_some());
    let mut spec = spec.clone();
    let mut new = vec![];
    for (day, name) in &found.days {
        if spec.exceptions.len() < MAX_EXCEPTIONS && !spec.exceptions.contains_key(day) && !closed(*day) {
            spec.exceptions.insert(*day, vec![]);
            new.push((*day, name.clone()));
        }
    }
    (spec, new)
}

fn report(agent: &Agent, found: &Closures, new: &[(Date, String)]) -> Markup {
    let known = found.days.len() - new.len();
    let parts = [
        ("entries", found.entries.into()),
        ("days", new.len().into()),
        ("known", known.into()),
        ("over", found.left_out.into()),
    ];
    let table = Table::new("closures-days").under_its_heading().col("calendars-day").col("closures-name");
    let (now, zone) = (agent.app.now(), &agent.zone);
    let rows =
        new.iter().take(DAYS_SHOWN).map(|(day, name)| [html! { (when::day(*day, now, zone)) }, html! { (name) }]);
    let body = html! {
        p { (t_with("closures-found", &parts)) }
        @if !found.problems.is_empty() {
            p { strong { (t_with("closures-not-taken", &[("count", found.problems.len().into())])) } }
            ul { @for problem in found.problems.iter().take(PROBLEMS_AT_MOST) { li { (said(problem)) } } }
        }
        @if !new.is_empty() { (table.rows(rows)) p { (t("closures-not-kept-yet")) } }
    };
    ui::section("closures-looked", None, body)
}

fn said(problem: &closures::Problem) -> String {
    let why = match &problem.why {
        Why::NoStart => t("closures-no-start").into_owned(),
        Why::NoDate(words) => t_with("closures-no-date", &[("words", words.clone().into())]),
        Why::HasHours => t("closures-has-hours").into_owned(),
        Why::EndsBeforeItBegins => t("closures-reversed").into_owned(),
        Why::TooLong(days) => t_with("closures-too-long", &[("days", i64::from(*days).into())]),
        Why::Repeats(rule) => t_with("closures-repeats", &[("rule", rule.clone().into())]),
        Why::NeverEnds => t("closures-never-ends").into_owned(),
    };
    let name = if problem.name.is_empty() { t("closures-nameless").into_owned() } else { problem.name.clone() };
    t_with("closures-problem", &[("line", problem.line.into()), ("name", name.into()), ("why", why.into())])
}
