//! Where we are not agreed, on the customer's page: what we still do for them, who helps both of us, what is proposed, and a way to say
//! something to the neutral that we never read (S161, S199, S201).
use super::desk::Posted;
use super::fail::Oops;
use super::theirs_act;
use super::theirs_parts::Page;
use super::theirs_shell;
use super::ui::{Field, Form, Typed, section};
use super::when;
use crate::theirs::guest::Guest;
use crate::theirs::seen::{self, Seen};
use crate::words::{t, t_with};
use axum::response::{IntoResponse, Redirect, Response};
use casework::kinds::Recovery;
use maud::{Markup, html};
use store::audit::NotKept;
use store::links::{self, Opens};
use store::mediation::{self, Note, Side, Writer};

/// Nothing while we are agreed, or still deciding.
pub fn part(page: &Page<'_>) -> Markup {
    let seen = page.seen;
    let still = seen
        .still
        .as_ref()
        .map(|(still, goodwill)| section("theirs-still-do", None, html! { p { (still) } p { (goodwill) } }));
    let neutral = seen.neutral.as_ref().filter(|_| seen.stands == Recovery::InMediation).map(|neutral| {
        section("theirs-neutral", None, html! {
            p { strong { (neutral.name) } " · " (neutral.impartial) }
            p { (t_with("theirs-neutral-accepted", &[("us", neutral.accepted_by_us.as_str().into()), ("them", neutral.accepted_by_them.as_str().into())])) }
            @if let Some(outcome) = &neutral.outcome { p { (t("theirs-neutral-proposes")) " " (outcome) } p.quiet { (t("theirs-neutral-sign")) } }
            @if page.guest.opens == Opens::Acts { p.ways { a.way href={ (page.guest.home()) "/mediation" } { (t("theirs-neutral-say")) } } }
        })
    });
    html! { @if let Some(still) = still { (still) } @if let Some(neutral) = neutral { (neutral) } }
}

/// The form, with what their side said before.
pub async fn show(guest: Guest) -> Result<Response, Oops> {
    let Some(notes) = notes(&guest).await? else { return Ok(Redirect::to(&guest.home()).into_response()) };
    Ok(page(&guest, &notes, &Typed::nothing()).into_response())
}

pub async fn create(guest: Guest, Posted(mut typed): Posted) -> Result<Response, Oops> {
    let Some(notes) = notes(&guest).await? else { return Ok(Redirect::to(&guest.home()).into_response()) };
    if let Err(often) = guest.presses() {
        typed.wrong("", theirs_shell::when_again(often));
        return Ok(theirs_shell::waits(page(&guest, &notes, &typed), often));
    }
    let id = typed.value("request_id").parse().unwrap_or_else(|_| guest.app.new_request());
    let (case, link, now) = (guest.link.case, guest.link.id, guest.app.now());
    let (writer, words) = (Writer::Contact(guest.contact.id), typed.value("words").to_owned());
    let work = move |tx: &store::Tx| {
        mediation::say(tx, id.0, case, writer, &words, now)?;
        Ok(links::acted(tx, link, now)?)
    };
    match guest.app.db.write(work).await {
        Ok(()) => Ok(Redirect::to(&format!("{}/mediation", guest.home())).into_response()),
        Err(NotKept::Fault(fault)) => Err(fault.into()),
        Err(NotKept::Refused(refusal)) => {
            theirs_act::said(&guest, &mut typed, &refusal);
            Ok((super::do_on_case::status(&refusal), page(&guest, &notes, &typed)).into_response())
        }
    }
}

/// What their side said in confidence; nothing where there is no mediation, and by a link that only reads.
async fn notes(guest: &Guest) -> Result<Option<Vec<Note>>, Oops> {
    let seen: Option<Seen> = seen::of(guest).await?;
    if guest.opens == Opens::Reads || seen.is_none_or(|seen| seen.stands != Recovery::InMediation) {
        return Ok(None);
    }
    let case = guest.link.case;
    Ok(Some(guest.app.db.read(move |conn| mediation::read(conn, case, Side::Customer)).await?))
}

fn page(guest: &Guest, notes: &[Note], typed: &Typed) -> Markup {
    let title = t("theirs-neutral-say");
    let form = Form::post(format!("{}/mediation", guest.home()), guest.app.new_id())
        .id("say")
        .typed(typed)
        .field(Field::words("words", "theirs-neutral-words").rows(4))
        .act("theirs-neutral-act")
        .or_go(guest.home(), "theirs-back");
    let body = html! {
        h1 { (title) }
        p { (t("theirs-neutral-why")) }
        @if !notes.is_empty() { ul { @for note in notes { li { (note.words) " · " (when::moment(note.at, guest.app.now(), &guest.zone)) } } } }
        (form)
    };
    theirs_shell::page(&guest.firm, &title, &body)
}
