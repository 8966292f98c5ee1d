//! The customer's record of a case, for a colleague who is asked for it: the same lines that they take themselves, in their language
//! and on their clock.
use super::do_on_case::numbered;
use super::fail::Oops;
use super::theirs_record::as_file;
use crate::session::Agent;
use crate::theirs::record;
use crate::words::{spoken, t};
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::Response;
use casework::ids::CaseNumber;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use store::accounts::Account;
use store::contacts::Contact;
use store::{Conn, Fault};

pub async fn take(me: Agent, Path(number): Path<String>) -> Result<Response, Oops> {
    let number = numbered(&number)?;
    let (account, speaker) = me.app.db.read(move |conn| whose(conn, number)).await?.ok_or(Oops::NotFound)?;
    let language = speaker.as_ref().map_or("", |contact| contact.language.as_str());
    crate::words::speak_theirs(&[language, &account.language, spoken().tag()], &HeaderMap::new());
    let zones = [speaker.as_ref().map_or("", |contact| contact.zone.as_str()), account.zone.as_str()];
    let zone = zones.into_iter().find(|zone| !zone.is_empty()).and_then(|zone| store::holidays::zone(zone).ok());
    let taken = record::of(&me.app, number, &account, &zone.unwrap_or(TimeZone::UTC)).await?;
    taken.map(as_file).ok_or(Oops::NotFound)
}

/// The customer of the case, and the person there who speaks first.
fn whose(conn: &Conn, number: CaseNumber) -> Result<Option<(Account, Option<Contact>)>, Fault> {
    let Some(case) = store::cases::by_number(conn, number)?.map(|kept| kept.case) else { return Ok(None) };
    let speaker = case.contact.map(|id| store::contacts::by_id(conn, id)).transpose()?.flatten();
    Ok(store::accounts::by_id(conn, case.account)?.map(|account| (account, speaker)))
}

/// Where a colleague finds it.
pub fn way(number: CaseNumber) -> Markup {
    html! {
        p {
            a href={ "/cases/" (number) "/record" } download { (t("record-take")) }
            " " span.quiet { (t("record-take-why")) " " a href="/verify" { (t("record-check")) } }
        }
    }
}
