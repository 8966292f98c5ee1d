//! The calls that were agreed on a case, each as an invitation for a calendar, its update, or the word that it does not take place.
use super::calendar_feed::taken;
use super::desk;
use super::do_on_case::numbered;
use super::fail::Oops;
use super::theirs_calendar::of_calls;
use super::ui::{self, Nav};
use super::when;
use crate::ical::{Method, theirs};
use crate::session::Agent;
use crate::theirs::dates::{self, Date, Dates, What};
use crate::words::{Language, said_in, spoken, t, t_with};
use axum::extract::Path;
use axum::response::Response;
use casework::ids::CaseNumber;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use std::collections::HashMap;
use store::accounts::Account;
use store::contacts::Contact;
use store::{Conn, Fault};

/// A case in dates, with the people of its customer.
struct Known {
    dates: Dates,
    account: Account,
    contacts: Vec<Contact>,
}

async fn known(me: &Agent, number: CaseNumber) -> Result<Known, Oops> {
    let now = me.app.now();
    let read = move |conn: &Conn| {
        let Some(kept) = store::cases::by_number(conn, number)? else { return Ok::<_, Fault>(None) };
        let id = kept.case.account;
        let dates = dates::of_case(conn, number, id, now)?;
        let Some((dates, account)) = dates.zip(store::accounts::by_id(conn, id)?) else { return Ok(None) };
        Ok(Some(Known { dates, account, contacts: store::contacts::of_account(conn, id)? }))
    };
    me.app.db.read(read).await?.ok_or(Oops::NotFound)
}

pub async fn show(me: Agent, Path(number): Path<String>) -> Result<Markup, Oops> {
    let known = known(&me, numbered(&number)?).await?;
    let number = known.dates.number;
    let names: HashMap<_, &str> = known.contacts.iter().map(|c| (c.id, c.name.as_str())).collect();
    let all = of_calls(&known.dates, None, me.app.now());
    let line = |date: &Date| {
        let name = date.to.and_then(|to| names.get(&to)).copied().unwrap_or(known.account.name.as_str());
        let at = when::moment(date.due, me.app.now(), &me.zone).words;
        t_with("calls-one", &[("by", date.by.name.as_str().into()), ("name", name.into()), ("when", at.into())])
    };
    let act = |date: &Date| {
        if theirs::method(date) == Method::Request { t("calls-invite") } else { t("calls-call-off") }
    };
    let body = html! {
        (ui::heading(t("calls-title"), Some(html! { a href={ "/cases/" (number) } { (number) } " · " (known.dates.title) })))
        p { (t("calls-help")) }
        @if all.is_empty() { p { (t("calls-none")) } }
        ul { @for date in all {
            li { (line(date)) " · " a href={ "/cases/" (number) "/calls/" (date.id) } download { (act(date)) } }
        } }
    };
    Ok(desk::page(&me, "calls-title", Nav::Cases, body))
}

/// The file, in the language and on the clock of whoever is invited.
pub async fn take(me: Agent, Path((number, id)): Path<(String, String)>) -> Result<Response, Oops> {
    let known = known(&me, numbered(&number)?).await?;
    let call = |d: &&Date| d.what == What::NextWord && d.id.to_string() == id;
    let date = known.dates.all.iter().find(call).ok_or(Oops::NotFound)?;
    let contact = known.contacts.iter().find(|c| Some(c.id) == date.to).ok_or(Oops::NotFound)?;
    let tags = [&contact.language, &known.account.language];
    let language = tags.iter().find_map(|tag| Language::theirs(tag)).unwrap_or_else(spoken);
    let zone = [&contact.zone, &known.account.zone].into_iter().find(|zone| !zone.is_empty());
    let zone = zone.and_then(|zone| store::holidays::zone(zone).ok()).unwrap_or(TimeZone::UTC);
    let told = theirs::Told { dates: &known.dates, firm: &me.firm.company, zone: &zone };
    let (method, body) = said_in(language, || theirs::invitation(&told, date, contact));
    Ok(taken(method, &known.dates.number.to_string(), body))
}
