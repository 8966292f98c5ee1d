//! One act of the customer: a small form on a page of its own, and what comes of pressing its button. What was typed is never lost.
use super::desk::Posted;
use super::do_on_case::{Pairs, status};
use super::fail::Oops;
use super::theirs_delivery;
use super::theirs_fields;
use super::theirs_shell;
use super::ui::{Form, Typed};
use crate::act::{Asked, NotDone, act_and};
use crate::said::Zones;
use crate::say::Reader;
use crate::theirs::acts::{self, Act};
use crate::theirs::guest::Guest;
use crate::theirs::seen::{self, Seen};
use crate::words::{Words, t, t_with};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use casework::commands::Command;
use casework::ids::RequestId;
use casework::refusal::Refusal;
use maud::html;
use std::collections::HashMap;
use store::facts::CaseRef;
use store::links::{self, Opens};

pub async fn show(
    guest: Guest,
    Path((_, word)): Path<(String, String)>,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Oops> {
    let (act, seen) = match wished(&guest, &word).await? {
        Ok(wished) => wished,
        Err(no) => return Ok(no),
    };
    let request = guest.app.new_request();
    Ok(form_page(&guest, &seen, act, &Typed::from_pairs(pairs), request).into_response())
}

pub async fn create(
    guest: Guest,
    Path((_, word)): Path<(String, String)>,
    Posted(mut typed): Posted,
) -> Result<Response, Oops> {
    let (act, seen) = match wished(&guest, &word).await? {
        Ok(wished) => wished,
        Err(no) => return Ok(no),
    };
    let request = typed.value("request_id").parse().unwrap_or_else(|_| guest.app.new_request());
    if act.word == "delivery" && typed.filled("again").is_some() {
        return Ok(form_page(&guest, &seen, act, &typed, request).into_response());
    }
    if let Err(often) = guest.presses() {
        // What they typed stays before their eyes, and the same button sends it later.
        typed.wrong("", theirs_shell::when_again(often));
        return Ok(theirs_shell::waits(form_page(&guest, &seen, act, &typed, request), often));
    }
    let command = read(&guest, act, &mut typed);
    let read_back = theirs_delivery::asked_for(command.as_ref());
    let refusal = match command.filter(|_| typed.is_fine()) {
        None => None,
        Some(command) => match press(&guest, request, command).await {
            Ok(()) => return Ok(Redirect::to(&format!("{}?done={}", guest.home(), act.word)).into_response()),
            Err(NotDone::Fault(fault)) => return Err(fault.into()),
            // All else about it is fine: it is read back to them before it counts (S152).
            Err(NotDone::Refused(Refusal { code: "read-it-once-more", .. })) if read_back.is_some() => {
                return Ok(theirs_delivery::read_back(&guest, read_back.as_ref(), &typed, request).into_response());
            }
            Err(NotDone::Refused(refusal)) => Some(refusal),
        },
    };
    let answer = refusal.as_ref().map_or(StatusCode::UNPROCESSABLE_ENTITY, status);
    if let Some(refusal) = refusal {
        said(&guest, &mut typed, &refusal);
    }
    // What stands now may be the reason: a way forward that was taken back a second ago.
    let seen = seen::of(&guest).await?.unwrap_or(seen);
    Ok((answer, form_page(&guest, &seen, act, &typed, request)).into_response())
}

/// They pressed *I have read it*: our side sees when.
pub async fn read_it(guest: Guest) -> Result<Response, Oops> {
    if let Err(often) = guest.presses() {
        return Ok(theirs_shell::too_often(&guest.app, often));
    }
    if guest.opens == Opens::Acts {
        let (link, now) = (guest.link.id, guest.app.now());
        guest.app.db.write(move |tx| links::looked(tx, link, now)).await?;
    }
    Ok(Redirect::to(&format!("{}?done=read", guest.home())).into_response())
}

/// The act that is meant, on the case as they see it; else the page that says why not.
async fn wished(guest: &Guest, word: &str) -> Result<Result<(&'static Act, Seen), Response>, Oops> {
    let act = acts::of(word).ok_or(Oops::NotFound)?;
    if let Some(no) = only_reads(guest) {
        return Ok(Err(no));
    }
    match seen::of(guest).await? {
        Some(seen) => Ok(Ok((act, seen))),
        None => Ok(Err(theirs_shell::gone(&guest.app))),
    }
}

/// With a link that was passed on they read, and press nothing.
pub(super) fn only_reads(guest: &Guest) -> Option<Response> {
    if guest.opens == Opens::Acts {
        return None;
    }
    let name = guest.contact.name.as_str();
    let body = html! {
        h1 { (t("theirs-only-reads-title")) }
        p { (t_with("theirs-reads-only", &[("name", name.into())])) }
        p { a href=(guest.home()) { (t("theirs-back")) } }
    };
    let page = theirs_shell::page(&guest.firm, &t("theirs-only-reads-title"), &body);
    Some((StatusCode::FORBIDDEN, page).into_response())
}

/// The command that is meant; what is missing is said beside its field.
fn read(guest: &Guest, act: &Act, typed: &mut Typed) -> Option<Command> {
    let sent = typed.pairs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let mut reading = Typed::from_pairs(act.pairs(sent, guest.contact.id));
    let command = super::form::command(act.command, &mut reading, guest.app.now(), &Zones::ours(&guest.zone));
    for (name, sentence) in reading.errors() {
        // What our shapes say of a field that is not on their page is nothing for their eyes.
        match name {
            "" => typed.wrong(name, "theirs-fail-not-understood"),
            _ => typed.wrong(name, sentence.clone()),
        }
    }
    if act.word == "choose" && typed.filled("option").is_none() {
        typed.wrong("option", t("theirs-choose-one"));
    }
    command
}

async fn press(guest: &Guest, request: RequestId, command: Command) -> Result<(), NotDone> {
    let (link, now) = (guest.link.id, guest.app.now());
    let asked = Asked { id: request, command, seen: None };
    let on = CaseRef::Number(guest.link.number);
    act_and(&guest.app, guest.actor(), on, asked, move |tx| links::acted(tx, link, now)).await.map(|_| ())
}

/// A refusal stands beside its field, in their words.
pub(super) fn said(guest: &Guest, typed: &mut Typed, refusal: &Refusal) {
    let contacts = HashMap::from([(guest.contact.id, guest.contact.name.clone())]);
    let accounts = HashMap::from([(guest.account.id, guest.account.name.clone())]);
    let now = guest.app.now();
    let reader = Reader { firm: &guest.firm, contacts: &contacts, accounts: &accounts, zone: &guest.zone, now };
    let field = match refusal.field.unwrap_or("") {
        "impacts" => "impacts[0].words",
        "deadline" => "deadline.at",
        field => field,
    };
    typed.wrong(field, reader.refusal(refusal));
}

fn form_page(guest: &Guest, seen: &Seen, act: &Act, typed: &Typed, request: RequestId) -> maud::Markup {
    let title = t(&format!("theirs-{}", act.word)).into_owned();
    let why = format!("theirs-{}-why", act.word);
    let form = Form::post(format!("{}/do/{}", guest.home(), act.word), request.0).id("do").typed(typed);
    let form = theirs_fields::of(act, seen, guest, typed, form)
        .act(t(&format!("theirs-{}-act", act.word)))
        .or_go(guest.home(), "theirs-back");
    let body = html! {
        p.quiet { (crate::words::quotes::quoted(&seen.title)) }
        h1 { (title) }
        @if Words::spoken().knows(&why) { p { (t(&why)) } }
        (form)
    };
    theirs_shell::page(&guest.firm, &title, &body)
}
