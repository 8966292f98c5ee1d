//! The customer's own calendar: one press shows its secret address and how to add it; each agreed call can be taken along alone.
use super::calendar_feed::{address, taken, webcal};
use super::fail::Oops;
use super::theirs_parts::Page;
use super::theirs_shell;
use super::ui::{Form, section};
use super::when;
use crate::ical::{Method, SHOWN_BEFORE, theirs};
use crate::session;
use crate::theirs::by_link::COOKIE_THEIR;
use crate::theirs::dates::{self, Date, Dates, What};
use crate::theirs::guest::Guest;
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use casework::agenda::Stands;
use casework::ids::ContactId;
use jiff::SignedDuration;
use maud::{Markup, html};
use store::feeds;
use store::links::Opens;

/// Calls shown, the soonest first.
const CALLS_SHOWN: usize = 10;
/// How long a call that fell away can be taken out of a calendar.
const OFFERED_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// On the main page: the way to it. A link that was passed on has no calendar: it would stay when reading is no longer allowed.
pub fn way(page: &Page<'_>) -> Markup {
    if page.guest.opens == Opens::Reads {
        return html! {};
    }
    section(
        "theirs-calendar",
        None,
        html! {
            p.quiet { (t("theirs-calendar-why")) }
            p.ways { a.way href={ (page.guest.home()) "/calendar" } { (t("theirs-calendar-way")) } }
        },
    )
}

pub async fn show(guest: Guest, headers: HeaderMap) -> Result<Response, Oops> {
    if guest.opens == Opens::Reads {
        return Ok(Redirect::to(&guest.home()).into_response());
    }
    let Some(dates) = dates::of(&guest).await? else { return Ok(theirs_shell::gone(&guest.app)) };
    let link = guest.link.id;
    let allowed = guest.app.db.read(move |conn| feeds::is_allowed(conn, link)).await?;
    let token = session::cookie(&headers, COOKIE_THEIR).filter(|_| allowed);
    let made = token.map(|token| address(&guest.app, &feeds::calendar_token(&token)));
    let body = html! {
        h1 { (t("theirs-calendar")) }
        p { (t("theirs-calendar-why")) }
        @match made {
            Some(address) => { (shown(&address)) },
            None => { (Form::post(format!("{}/calendar", guest.home()), guest.app.new_id()).id("calendar").act("theirs-calendar-show")) },
        }
        (calls(&guest, &dates))
        p { a href=(guest.home()) { (t("theirs-back")) } }
    };
    Ok(theirs_shell::page(&guest.firm, &t("theirs-calendar"), &body).into_response())
}

/// They pressed for it: its address works from now on.
pub async fn create(guest: Guest, headers: HeaderMap) -> Result<Response, Oops> {
    if guest.opens == Opens::Acts
        && let Some(token) = session::cookie(&headers, COOKIE_THEIR)
    {
        let link = guest.link.id;
        guest.app.db.write(move |tx| feeds::allow(tx, link, &token)).await?;
    }
    Ok(Redirect::to(&format!("{}/calendar", guest.home())).into_response())
}

fn shown(address: &str) -> Markup {
    html! {
        @if let Some(webcal) = webcal(address) { p.ways { a.way href=(webcal) { (t("theirs-calendar-subscribe")) } } }
        (section("theirs-calendar-address", None, html! {
            p.secret { (address) }
            p.quiet { (t("theirs-calendar-secret")) }
            (how_to_add())
        }))
    }
}

/// Program by program, for whoever has an address in hand.
pub fn how_to_add() -> Markup {
    let ways = [
        ("theirs-calendar-outlook", "theirs-calendar-outlook-how"),
        ("theirs-calendar-google", "theirs-calendar-google-how"),
        ("theirs-calendar-apple", "theirs-calendar-apple-how"),
    ];
    html! {
        h3 { (t("theirs-calendar-how")) }
        ul { @for (program, how) in ways { li { strong { (t(program)) } ": " (t(how)) } } }
        p.quiet { (t("theirs-calendar-late")) }
    }
}

/// The calls that can be taken into a calendar, and those still to come that fell away and can be taken out of it: what is over
/// stands in nobody's way.
pub fn of_calls(dates: &Dates, to: Option<ContactId>, now: jiff::Timestamp) -> Vec<&Date> {
    let lately = now.saturating_sub(OFFERED_FOR).unwrap_or(jiff::Timestamp::MIN);
    let mut calls: Vec<&Date> = dates
        .all
        .iter()
        .filter(|d| d.what == What::NextWord && to.is_none_or(|to| d.to == Some(to)))
        .filter(|d| d.stands == Stands::Open || (d.due > now && d.changed_at > lately && fell_away(d)))
        .collect();
    calls.sort_by_key(|d| (d.stands != Stands::Open, d.at, d.id));
    calls.truncate(CALLS_SHOWN);
    calls
}

/// It will not take place as it was agreed. What was kept when it was due took place, and stays.
fn fell_away(date: &Date) -> bool {
    let spoken_before = date.due.saturating_sub(SHOWN_BEFORE).is_ok_and(|begins| date.at < begins);
    date.stands != Stands::Kept || spoken_before
}

fn calls(guest: &Guest, dates: &Dates) -> Markup {
    let now = guest.app.now();
    let all = of_calls(dates, Some(guest.contact.id), now);
    if all.is_empty() {
        return html! {};
    }
    let line = |date: &Date| {
        let at = when::moment(date.due, now, &guest.zone).words;
        t_with("theirs-calendar-call", &[("name", date.by.name.as_str().into()), ("when", at.into())])
    };
    section(
        "theirs-calendar-calls",
        None,
        html! {
            p { (t("theirs-calendar-calls-why")) }
            @for date in all {
                p { (line(date)) }
                p.ways { a.way href={ (guest.home()) "/calls/" (date.id) } download { (t(taking(date))) } }
            }
        },
    )
}

/// What taking it does to a calendar.
pub fn taking(date: &Date) -> &'static str {
    if theirs::method(date) == Method::Request { "theirs-calendar-take" } else { "theirs-calendar-take-off" }
}

/// One agreed call as a file.
pub async fn call(guest: Guest, Path((_, id)): Path<(String, String)>) -> Result<Response, Oops> {
    if guest.opens == Opens::Reads {
        return Err(Oops::NotFound);
    }
    let Some(dates) = dates::of(&guest).await? else { return Ok(theirs_shell::gone(&guest.app)) };
    let of_theirs = |d: &&Date| d.what == What::NextWord && d.to == Some(guest.contact.id) && d.id.to_string() == id;
    let date = dates.all.iter().find(of_theirs).ok_or(Oops::NotFound)?;
    let told = theirs::Told { dates: &dates, firm: &guest.firm.company, zone: &guest.zone };
    let (method, body) = theirs::invitation(&told, date, &guest.contact);
    Ok(taken(method, &dates.number.to_string(), body))
}
