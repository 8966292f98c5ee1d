//! A boundary as a record: what happened, what is within, who heard it from us first, and each amendment with who, when, why, from what to
//! what (S229).
use super::desk::{self, Posted};
use super::fail::Oops;
use super::radius;
use super::ui::{self, Field, Form, Nav, Notice, Shell, Table, Typed, section};
use super::when;
use crate::import::orders::Here;
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::{Path, Query};
use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;
use store::boundaries::{self, AmendedHow, Amendment, Amends, Boundary, Cause, WHY_AT_MOST, Within};
use store::mint::Mint;
use store::radius::{Sort, ToldFirst};
use store::{Conn, Fault, NotKept};
use uuid::Uuid;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// How many signals were just made.
    made: Option<u64>,
    /// How many signals were just ended.
    ended: Option<u64>,
}

struct Seen {
    boundary: Boundary,
    within: Within,
    amendments: Vec<Amendment>,
    told: ToldFirst,
}

pub async fn show(agent: Agent, Path(id): Path<Uuid>, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    page(&agent, id, &Typed::nothing(), &asked).await
}

fn read(conn: &Conn, id: Uuid) -> Result<Option<Seen>, Fault> {
    let Some(boundary) = boundaries::by_id(conn, id)? else { return Ok(None) };
    let within = boundaries::within(conn, id)?;
    let told = boundaries::told_first(conn, &within)?;
    Ok(Some(Seen { boundary, amendments: boundaries::amendments(conn, id)?, within, told }))
}

async fn page(agent: &Agent, id: Uuid, typed: &Typed, asked: &Asked) -> Result<Markup, Oops> {
    let Some(seen) = agent.app.db.read(move |conn| read(conn, id)).await? else { return Err(Oops::NotFound) };
    let ToldFirst { ended, by_them } = seen.told;
    // Two forms ask why; what is wrong with one is said there only.
    let nothing = Typed::nothing();
    let (to_widen, to_narrow) = if typed.filled("narrow").is_some() { (&nothing, typed) } else { (typed, &nothing) };
    let lines = seen.amendments.first().map_or(0, |last| last.lines_to);
    let body = html! {
        (ui::heading(t("boundary-title"), Some(html! { (ui::time(&when::moment(seen.boundary.drawn_at, agent.app.now(), &agent.zone))) })))
        p { strong { (seen.boundary.words) } }
        p { (t_with("boundary-reaches", &[("lines", lines.into())])) }
        @if ended > 0 { p { (t_with("radius-told-first", &[("first", (ended - by_them).into()), ("ended", ended.into())])) } }
        (section("boundary-within", None, html! {
            @if seen.within.0.is_empty() { p.quiet { (t("boundary-nothing")) } }
            @else { ul { @for cause in &seen.within.0 { li { (link(cause)) } } } }
        }))
        (section("boundary-widen", None, widening(agent, id, to_widen)))
        @if !seen.within.0.is_empty() { (section("boundary-narrow", None, narrowing(agent, id, to_narrow, &seen.within))) }
        (section("boundary-amendments", None, table(agent, &seen.amendments)))
    };
    let shell = desk::shell(agent, "boundary-title", Nav::Signals);
    let made = asked.made.map(|made| Notice::done(t_with("radius-made", &[("count", made.into())])));
    let left = asked.ended.map(|ended| Notice::done(t_with("boundary-ended", &[("count", ended.into())])));
    Ok(desk::shelled(made.into_iter().chain(left).fold(shell, Shell::notice), body))
}

/// What it spreads by and its name, with the way to the lines.
fn link(cause: &Cause) -> Markup {
    match Sort::from_word(&cause.sort) {
        Some(sort) => html! { a href=(radius::href(sort, &cause.name)) { (named(cause)) } },
        None => html! { (named(cause)) },
    }
}

fn named(cause: &Cause) -> String {
    let sort =
        Sort::from_word(&cause.sort).map_or_else(|| cause.sort.clone(), |sort| t(radius::sort_key(sort)).into_owned());
    format!("{sort}: {}", cause.name)
}

/// What is within, and how many lines that touches.
fn reach(within: &Within, lines: i64) -> String {
    if within.0.is_empty() {
        return t("boundary-none").into_owned();
    }
    let named = within.0.iter().map(named).collect::<Vec<_>>().join("; ");
    format!("{named}, {}", t_with("boundary-lines", &[("lines", lines.into())]))
}

fn why() -> Field {
    Field::words("why", "boundary-why").rows(2).length(WHY_AT_MOST as u32)
}

fn widening(agent: &Agent, id: Uuid, typed: &Typed) -> Markup {
    let form = Form::post(format!("/radius/{id}"), agent.app.new_id())
        .typed(typed)
        .row([radius::sorts(), Field::text("name", "radius-name").length(radius::NAME_AT_MOST as u32)])
        .field(why())
        .act("boundary-widen-act");
    html! { (form) }
}

fn narrowing(agent: &Agent, id: Uuid, typed: &Typed, within: &Within) -> Markup {
    let choices = within.0.iter().map(|cause| (word(cause), named(cause)));
    let form = Form::post(format!("/radius/{id}"), agent.app.new_id())
        .id("narrow")
        .typed(typed)
        .hidden("narrow", "yes")
        .field(Field::select("cause", "boundary-leave-out").choice("", "accounts-choose").choices(choices))
        .field(why())
        .quiet_act("boundary-narrow-act");
    html! { p { (t("boundary-narrow-help")) } (form) }
}

/// A cause as one word of a form.
fn word(cause: &Cause) -> String {
    format!("{}={}", cause.sort, cause.name)
}

fn table(agent: &Agent, amendments: &[Amendment]) -> Markup {
    let rows = amendments.iter().map(|one| {
        let how = match one.how {
            AmendedHow::Drawn => "boundary-drawn",
            AmendedHow::Widened => "boundary-widened",
            AmendedHow::Narrowed => "boundary-narrowed",
        };
        [
            html! { (ui::time(&when::moment(one.at, agent.app.now(), &agent.zone))) },
            html! { (agent.firm.name_of(one.person)) },
            html! { (t(how)) },
            html! { (reach(&one.causes_from, one.lines_from)) },
            html! { (reach(&one.causes_to, one.lines_to)) },
            html! { (one.why) },
        ]
    });
    let table = Table::new("boundary-amendments")
        .under_its_heading()
        .col("audit-when")
        .col("audit-who")
        .col("boundary-how")
        .col("boundary-from")
        .col("boundary-to")
        .col("boundary-why");
    html! { (table.rows(rows)) }
}

/// The latest boundaries, for the page that looks for a cause.
pub fn list(agent: &Agent, all: &[Boundary]) -> Markup {
    html! { @if !all.is_empty() {
        (section("boundary-all", None, html! { ul { @for one in all {
            li { a href={ "/radius/" (one.id) } { (one.words) } " " span.quiet { (ui::time(&when::moment(one.drawn_at, agent.app.now(), &agent.zone))) } }
        } } }))
    } }
}

/// Widens or narrows it.
pub async fn amend(agent: Agent, Path(id): Path<Uuid>, Posted(mut typed): Posted) -> Result<Response, Oops> {
    desk::may_work(&agent)?;
    let (request, now) = (desk::request_of(&agent, &typed), agent.app.now());
    let by = Amends { request: request.0, person: agent.person.id, why: typed.value("why").to_owned() };
    let narrows = typed.filled("narrow").is_some();
    let cause = if narrows { chosen(&typed) } else { radius::cause(&typed).map(|(sort, name)| Cause::of(sort, &name)) };
    let Some(cause) = cause else {
        if narrows {
            typed.wrong("cause", t("form-choose"))
        } else {
            typed.wrong("name", t("form-needed"))
        }
        return Ok(desk::again(page(&agent, id, &typed, &Asked::default()).await?));
    };
    let here = Here { db: agent.app.db.clone(), calendar: agent.firm.ours.clone(), now, drawn: Uuid::nil() };
    let work = move |tx: &store::Tx| {
        let mut mint = Mint::new(request.0, now);
        if narrows {
            return boundaries::narrow(tx, id, &cause, &by, now);
        }
        here.on_ground(|ground| boundaries::widen(tx, id, &cause, &by, &mut mint, ground))
    };
    match agent.app.db.write::<_, NotKept, _>(work).await {
        Ok(many) => {
            let said = if narrows { "ended" } else { "made" };
            Ok(desk::on_to(&format!("/radius/{id}?{said}={many}")))
        }
        Err(why) => {
            desk::refused(&agent, &mut typed, why)?;
            Ok(desk::again(page(&agent, id, &typed, &Asked::default()).await?))
        }
    }
}

fn chosen(typed: &Typed) -> Option<Cause> {
    let (sort, name) = typed.filled("cause")?.split_once('=')?;
    Some(Cause::of(Sort::from_word(sort)?, name))
}
