//! The neutral's own page, by their link: the pack and nothing of the desk, what each side said to them in confidence, and their own notes,
//! which nobody else reads.
use super::case_view::{self, CaseView, Story};
use super::desk::Posted;
use super::fail::Oops;
use super::mediation_pack::{self, Pack};
use super::theirs_shell::{self, around};
use super::ui::{Field, Form, Typed, section};
use super::when;
use crate::app::App;
use crate::say::Reader;
use crate::session::{CameFrom, Public};
use crate::theirs::by_link;
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use std::collections::HashMap;
use std::net::IpAddr;
use store::audit::NotKept;
use store::mediation::{self, MediatorLink, Note, Side, Writer};

struct Seen {
    link: MediatorLink,
    view: CaseView,
    notes: Vec<Note>,
}

/// What the neutral sees, else the answer to a link that does not work.
async fn behind(app: &App, token: &str, headers: &HeaderMap, from: Option<IpAddr>) -> Result<Seen, Response> {
    let (token, now) = (token.to_owned(), app.now());
    let read = move |conn: &store::Conn| {
        let Some(link) = mediation::find(conn, &token, now)? else { return Ok::<_, store::Fault>(None) };
        let Some(view) = case_view::load(conn, link.number, Story::Many)? else { return Ok(None) };
        let notes = mediation::read(conn, link.case, Side::Mediator)?;
        Ok(Some(Seen { link, view, notes }))
    };
    let seen = by_link::behind(app, headers, from, read).await?;
    seen.ok_or_else(|| by_link::no_such(app, from, theirs_shell::gone_for_good(app)))
}

pub async fn show(
    Public(app): Public,
    Path(token): Path<String>,
    CameFrom(from): CameFrom,
    headers: HeaderMap,
) -> Result<Markup, Response> {
    let seen = behind(&app, &token, &headers, from).await?;
    Ok(page(&app, &token, &seen, &Typed::nothing()))
}

/// A note of theirs, for themselves.
pub async fn create(
    Public(app): Public,
    Path(token): Path<String>,
    CameFrom(from): CameFrom,
    headers: HeaderMap,
    Posted(mut typed): Posted,
) -> Result<Response, Response> {
    let seen = behind(&app, &token, &headers, from).await?;
    if let Err(often) = app.limits().press(seen.link.id, from) {
        typed.wrong("", theirs_shell::when_again(often));
        return Ok(theirs_shell::waits(page(&app, &token, &seen, &typed), often));
    }
    let id = typed.value("request_id").parse().unwrap_or_else(|_| app.new_request());
    let (case, words, now) = (seen.link.case, typed.value("words").to_owned(), app.now());
    match app.db.write(move |tx| mediation::say(tx, id.0, case, Writer::Mediator, &words, now)).await {
        Ok(()) => Ok(Redirect::to(&format!("/mediator/{token}")).into_response()),
        Err(NotKept::Fault(fault)) => Err(Oops::from(fault).into_response()),
        Err(NotKept::Refused(refusal)) => {
            typed.wrong("words", t(&format!("refusal-{}", refusal.code)).into_owned());
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&app, &token, &seen, &typed)).into_response())
        }
    }
}

fn page(app: &App, token: &str, seen: &Seen, typed: &Typed) -> Markup {
    let firm = app.firm();
    let names: HashMap<_, _> = seen.view.contacts.iter().map(|c| (c.id, c.name.clone())).collect();
    let accounts = HashMap::from([(seen.view.account.id, seen.view.account.name.clone())]);
    let zone = firm.ours.zone().clone();
    let reader = Reader { firm: &firm, contacts: &names, accounts: &accounts, zone: &zone, now: app.now() };
    let pack =
        Pack { case: &seen.view.case, account: &seen.view.account.name, events: &seen.view.events, reader: &reader };
    let title = t("pack-title");
    let form = Form::post(format!("/mediator/{token}"), app.new_id())
        .id("note")
        .typed(typed)
        .field(Field::words("words", "mediator-note").rows(3))
        .act("mediator-note-act");
    let of = |side: Side| seen.notes.iter().filter(move |note| note.side == side);
    let body = html! {
        h1 { (title) }
        p { (t_with("mediator-why", &[("us", (&*firm.company).into()), ("them", seen.view.account.name.as_str().into())])) }
        (mediation_pack::whole(&pack))
        @for (label, side) in [("mediator-from-us", Side::Us), ("mediator-from-them", Side::Customer), ("mediator-own", Side::Mediator)] {
            (section(label, None, html! {
                @if of(side).next().is_none() { p.quiet { (t("mediator-nothing")) } }
                ul { @for note in of(side) { li { (note.words) " · " (when::moment(note.at, reader.now, &zone)) } } }
            }))
        }
        (form)
    };
    around(&firm.company, &title, &body, "mediator-foot", None)
}
