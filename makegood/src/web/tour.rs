//! Ten minutes through the company to look around in: a strip above real pages says what to see and what to try. It can be left at
//! any stop and taken up again; how far somebody is stands in a cookie of their browser and nowhere else.
use super::desk;
use super::fail::Oops;
use super::ui::{self, Nav};
use crate::on_tour::{COOKIE_TOUR, Place};
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::http::header::{HeaderValue, SET_COOKIE};
use axum::response::Response;
use maud::{Markup, html};
use store::welcome::Stop;

/// How long a browser remembers, in seconds: a month.
const REMEMBERED: u32 = 30 * 24 * 3600;

fn title(stop: &Stop) -> String {
    t(&format!("tour-{}", stop.word)).into_owned()
}
fn what_to_try(stop: &Stop) -> String {
    t(&format!("tour-{}-try", stop.word)).into_owned()
}
fn number(n: usize, of: usize) -> String {
    t_with("tour-number", &[("n", n.into()), ("of", of.into())])
}

/// The strip: where they are, or whether they would like to begin.
pub fn strip(agent: &Agent, nav: Nav) -> Option<Markup> {
    let stops = &agent.firm.tour;
    match agent.tour.place {
        Place::At(n) => stops.get(n.checked_sub(1)?).map(|stop| at(stop, n, stops.len())),
        Place::Unasked if nav == Nav::RunToIt && !stops.is_empty() => Some(html! {
            aside.strip aria-label=(t("tour-title")) {
                p { strong { (t("tour-title")) } " " (t("tour-offer")) }
                p.ways-on { a.act href="/tour/1" { (t("tour-begin")) } " " a href="/tour/leave" { (t("tour-not-now")) } }
            }
        }),
        _ => None,
    }
}

fn at(stop: &Stop, n: usize, of: usize) -> Markup {
    html! {
        aside.strip aria-label=(t("tour-title")) {
            p { span.count { (number(n, of)) } " " strong { (title(stop)) } " " (what_to_try(stop)) }
            p.ways-on {
                @if n < of { a.act href={ "/tour/" (n + 1) } { (t("tour-next")) } }
                @else { a.act href="/tour/leave" { (t("tour-end")) } }
                " " a href=(stop.href) { (t("tour-there")) }
                @if n > 1 { " " a href={ "/tour/" (n - 1) } { (t("tour-back")) } }
                " " a href="/tour" { (t("tour-all")) }
                @if n < of { " " a href="/tour/leave" { (t("tour-leave")) } }
            }
        }
    }
}

pub async fn show(agent: Agent) -> Result<Markup, Oops> {
    let stops = &agent.firm.tour;
    let seen = (1..=stops.len()).filter(|n| agent.tour.has_seen(*n)).count();
    let body = html! {
        (ui::heading(t("tour-title"), None))
        @if stops.is_empty() {
            (ui::empty("tour-nowhere", None))
            p { code { "makegood demo --data look-around --listen 127.0.0.1:8081" } }
        } @else {
            p { (t_with("tour-intro", &[("stops", stops.len().into())])) }
            @if seen > 0 { p.quiet { (t_with("tour-so-far", &[("seen", seen.into()), ("of", stops.len().into())])) } }
            p.ways-on { (ways(&agent, stops.len(), seen)) }
            ol.guide { @for (n, stop) in (1..).zip(stops.iter()) { (line(&agent, n, stop)) } }
        }
    };
    Ok(desk::page(&agent, "tour-title", Nav::Elsewhere, body))
}

/// On from where they are, or from the first stop.
fn ways(agent: &Agent, of: usize, seen: usize) -> Markup {
    html! {
        @match agent.tour.place {
            Place::At(n) | Place::Left(n) if (1..=of).contains(&n) => {
                a.act href={ "/tour/" (n) } { (t_with("tour-take-up", &[("n", n.into())])) } " "
                @if n > 1 { a href="/tour/1" { (t("tour-from-the-start")) } }
            }
            _ => { a.act href="/tour/1" { (t(if seen > 0 { "tour-from-the-start" } else { "tour-begin" })) } }
        }
        @if let Place::At(_) = agent.tour.place { " " a href="/tour/leave" { (t("tour-leave")) } }
    }
}

/// One stop; ticked when they went on from it.
fn line(agent: &Agent, n: usize, stop: &Stop) -> Markup {
    let (seen, here) = (agent.tour.has_seen(n), agent.tour.place == Place::At(n));
    html! {
        li.(if seen && !here { "done" } else { "open" }) aria-current=[here.then_some("step")] {
            h2 {
                a href={ "/tour/" (n) } { (title(stop)) }
                @if here { " " span.count { (t("tour-here")) } } @else if seen { " " span.count { (t("tour-seen")) } }
            }
            p { (what_to_try(stop)) }
        }
    }
}

/// On to a stop, or out of the tour.
pub async fn go(agent: Agent, Path(stop): Path<String>) -> Result<Response, Oops> {
    let stops = &agent.firm.tour;
    let (to, then) = if stop == "leave" {
        let then = agent.tour.left(stops.len());
        // Whoever waved the offer away stays where they were.
        (if agent.tour.place == Place::Unasked { "/" } else { "/tour" }.to_owned(), then)
    } else {
        let n: usize = stop.parse().map_err(|_| Oops::NotFound)?;
        let found = n.checked_sub(1).and_then(|at| stops.get(at)).ok_or(Oops::NotFound)?;
        (found.href.clone(), agent.tour.on_to(n))
    };
    let mut response = desk::on_to(&to);
    let cookie = format!("{COOKIE_TOUR}={}; Path=/; Max-Age={REMEMBERED}; HttpOnly; SameSite=Lax", then.word());
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    Ok(response)
}
