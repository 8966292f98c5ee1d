//! What is done with one mail of a case: taken back while it waits, its bytes taken along.
use super::case_view::{self, CaseView, Story};
use super::compose::enclosed_again;
use super::desk::{self, Posted};
use super::do_on_case::numbered;
use super::fail::Oops;
use super::mail_tab;
use crate::act::{Asked, NotDone, act_and};
use crate::files;
use crate::session::Agent;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use casework::commands::TakeBackMessage;
use casework::ids::{CaseNumber, MailId, PersonId, RequestId};
use casework::refusal::Refusal;
use casework::rights::{self, Right};
use jiff::Timestamp;
use store::facts::CaseRef;
use store::mails::{self, Shown, State, TakenBack};
use store::{Conn, Fault, NotKept, Tx, drafts};

/// Takes a mail back; what was written is a draft again.
pub async fn take_back(
    me: Agent,
    Path((number, id)): Path<(String, String)>,
    Posted(typed): Posted,
) -> Result<Response, Oops> {
    let (number, mail): (CaseNumber, MailId) = (numbered(&number)?, id.parse().map_err(|_| Oops::NotFound)?);
    match taken_back(&me, number, mail, desk::request_of(&me, &typed)).await? {
        Ok(page) => Ok(desk::on_to(&page)),
        Err(sentence) => {
            Ok((StatusCode::CONFLICT, mail_tab::page(&me, number, mail_tab::Just::default(), Some(sentence)).await?)
                .into_response())
        }
    }
}

/// The page on which it can be written again; or why it could not be taken back.
pub async fn taken_back(
    me: &Agent,
    number: CaseNumber,
    mail: MailId,
    request: RequestId,
) -> Result<Result<String, String>, Oops> {
    if !rights::holds(Right::Bring, &me.person.roles) {
        return Err(Oops::Forbidden);
    }
    let read = move |conn: &Conn| {
        let Some(view) = case_view::load(conn, number, Story::Untold)? else { return Ok::<_, Fault>(None) };
        let Some(shown) = mails::one(conn, mail)?.filter(|m| m.case == Some(view.case.id)) else { return Ok(None) };
        let again = enclosed_again(conn, &view, &shown)?;
        Ok(Some((view, again)))
    };
    let (view, again) = me.app.db.read(read).await?.ok_or(Oops::NotFound)?;
    let (page, pairs) = again;
    let body = serde_json::to_string(&pairs).map_err(|e| Fault::Engine(e.into()))?;
    let (person, now, there) = (me.person.id, me.app.now(), page.clone());
    let also = move |tx: &Tx| gone_back(tx, mail, person, &there, &body, now);
    let asked = Asked { id: request, command: TakeBackMessage { mail }.into(), seen: None };
    match act_and(&me.app, me.actor(), CaseRef::Number(number), asked, also).await {
        Ok(_) => Ok(Ok(page)),
        Err(NotDone::Fault(fault)) => Err(fault.into()),
        Err(NotDone::Refused(refusal)) => Ok(Err(said(me, &view, &refusal))),
    }
}

fn said(me: &Agent, view: &CaseView, refusal: &Refusal) -> String {
    view.reader(me, me.app.now()).refusal(refusal)
}

/// The outbox lets it go, or nothing of this happens; its words lie among the drafts again.
fn gone_back(tx: &Tx, mail: MailId, person: PersonId, page: &str, body: &str, now: Timestamp) -> Result<(), NotDone> {
    if mails::take_back(tx, mail, now)? == TakenBack::TooLate {
        // Pressed twice, it was taken back the first time.
        let before = mails::one(tx, mail)?.is_some_and(|mail| mail.state == State::TakenBack);
        return if before { Ok(()) } else { Err(Refusal::state("mail-has-gone").into()) };
    }
    match drafts::keep(tx, person, page, body, now) {
        Ok(()) | Err(NotKept::Refused(_)) => Ok(()),
        Err(NotKept::Fault(fault)) => Err(fault.into()),
    }
}

/// A mail of ours, byte for byte.
pub async fn ours_raw(me: Agent, Path((number, id)): Path<(String, String)>) -> Result<Response, Oops> {
    let (number, mail): (CaseNumber, MailId) = (numbered(&number)?, id.parse().map_err(|_| Oops::NotFound)?);
    let read = move |conn: &Conn| {
        let Some(kept) = store::cases::by_number(conn, number)? else { return Ok::<_, Fault>(None) };
        let of_case = |shown: &Shown| shown.case == Some(kept.case.id);
        if mails::one(conn, mail)?.filter(of_case).is_none() {
            return Ok(None);
        }
        mails::raw(conn, mail)
    };
    let raw = me.app.db.read(read).await?.ok_or(Oops::NotFound)?;
    Ok(files::put_away(&format!("{number}.eml"), "message/rfc822", raw))
}
