//! Mail that does not get through, with an end for each by one press: try it now, take it back, call instead, write to another address.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::mail_acts;
use super::ui::{self, Form, Nav, Notice, section};
use super::when;
use crate::session::Agent;
use crate::words::quotes::quoted;
use crate::words::{t, t_with};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use casework::Case;
use casework::ids::{CaseNumber, MailId};
use casework::refusal::Refusal;
use casework::rights::{self, Right};
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use serde::Deserialize;
use store::mails::{self, Recipient, Shown, State, TakenBack};
use store::outbox::Settled;
use store::{Conn, Fault};

/// A notice to a colleague that did not arrive is shown for so long; nobody at a customer waits for it.
const NOTICES_SHOWN: SignedDuration = SignedDuration::from_hours(7 * 24);

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// `now` or `back`.
    done: String,
}

/// One of them, with its case.
struct Stuck {
    mail: Shown,
    case: Option<Case>,
    recipients: Vec<Recipient>,
}

/// Those that still want an end: what came back on a case is settled once somebody reached them by another way.
fn read(conn: &Conn, now: Timestamp) -> Result<Vec<Stuck>, Fault> {
    let mut all = vec![];
    for mail in mails::stuck(conn)? {
        let number = match mail.case {
            Some(case) => store::cases::by_ids(conn, &[case.0])?.first().map(|row| row.number),
            None => None,
        };
        let kept = number.map(|number| store::cases::by_number(conn, number)).transpose()?.flatten();
        let case = kept.map(|kept| kept.case);
        let waits = match (&case, mail.state) {
            (_, State::Waiting) => true,
            (Some(case), _) => case.is_open() && case.mails.undelivered().any(|out| out.id == mail.id),
            (None, _) => now.duration_since(mail.made_at) < NOTICES_SHOWN,
        };
        if waits {
            let recipients = mails::recipients(conn, mail.id)?;
            all.push(Stuck { mail, case, recipients });
        }
    }
    Ok(all)
}

fn may(me: &Agent) -> Result<(), Oops> {
    if rights::holds(Right::Bring, &me.person.roles) { Ok(()) } else { Err(Oops::Forbidden) }
}

pub async fn show(me: Agent, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let notice = match asked.done.as_str() {
        "now" => Some(Notice::done("stuck-tried")),
        "back" => Some(Notice::done("stuck-taken-back")),
        _ => None,
    };
    page(&me, notice).await
}

async fn page(me: &Agent, notice: Option<Notice>) -> Result<Markup, Oops> {
    may(me)?;
    let now = me.app.now();
    let all = me.app.db.read(move |conn| read(conn, now)).await?;
    let (waiting, back): (Vec<&Stuck>, Vec<&Stuck>) = all.iter().partition(|one| one.mail.state == State::Waiting);
    let count = |all: &[&Stuck]| u64::try_from(all.len()).ok();
    let list = |all: &[&Stuck]| html! { ul.stuck data-list { @for one in all { (line(me, one, now)) } } };
    let body = html! {
        (ui::heading(t("stuck-title"), None))
        @if all.is_empty() { (desk::empty(me, "stuck-none", Some(("/", t("run-title").into())))) }
        @if !back.is_empty() { (section("stuck-came-back", count(&back), html! { p.quiet { (t("stuck-came-back-why")) } (list(&back)) })) }
        @if !waiting.is_empty() { (section("stuck-waiting", count(&waiting), html! { p.quiet { (t("stuck-waiting-why")) } (list(&waiting)) })) }
    };
    Ok(desk::page_with(me, "stuck-title", Nav::RunToIt, notice, body))
}

fn line(me: &Agent, one: &Stuck, now: Timestamp) -> Markup {
    let at = |at: Timestamp| when::moment(at, now, &me.zone).words;
    let (mail, to) = (&one.mail, addresses(&one.recipients));
    let stands = match mail.state {
        State::Waiting => t_with(
            "mail-state-tried",
            &[
                ("tries", mail.attempts.into()),
                ("said", mail.trouble.as_str().into()),
                ("at", mail.due_at.map(at).unwrap_or_default().into()),
            ],
        ),
        _ => t_with("mail-state-undelivered", &[("said", mail.trouble.as_str().into())]),
    };
    html! {
        li.stuck {
            p { strong { (mail.subject) } " " span.quiet { (t_with("stuck-to", &[("to", to.into())])) } }
            p {
                @if let Some(case) = &one.case { a href={ "/cases/" (case.number) "/mail" } data-go { (case.number) } " · " span.theirs { (quoted(&case.title)) } " · " }
                (t_with("stuck-written", &[("name", mail.by.map(|by| me.firm.name_of(by).to_owned()).unwrap_or_default().into()), ("at", at(mail.made_at).into())]))
            }
            p { (stands) }
            (ends(me, one))
        }
    }
}

fn addresses(recipients: &[Recipient]) -> String {
    recipients.iter().map(|one| one.address.as_str()).collect::<Vec<_>>().join(", ")
}

fn ends(me: &Agent, one: &Stuck) -> Markup {
    let act = |act: &str, label: &'static str| {
        let form = Form::post(format!("/mail/stuck/{}/{act}", one.mail.id), me.app.new_id());
        form.id(&format!("{act}-{}", one.mail.id)).quiet_act(label).one_line()
    };
    let number = one.case.as_ref().map(|case| case.number);
    html! {
        div.acts {
            @if one.mail.state == State::Waiting {
                (act("now", "stuck-try-now"))
                (act("take-back", "mail-take-back"))
            }
            @if let Some(number) = number {
                a.act[one.mail.state != State::Waiting] href={ "/cases/" (number) "/do/record-conversation" } { (t("mail-call-instead")) }
                a href={ "/cases/" (number) "/mail/new?purpose=" (one.mail.purpose) } { (t("mail-write-elsewhere")) }
            } @else if one.mail.state != State::Waiting { a href="/settings/people" { (t("stuck-address-of-ours")) } }
        }
    }
}

pub async fn end(me: Agent, Path((id, act)): Path<(String, String)>, Posted(typed): Posted) -> Result<Response, Oops> {
    may(&me)?;
    let (mail, now): (MailId, Timestamp) = (id.parse().map_err(|_| Oops::NotFound)?, me.app.now());
    let refused = match act.as_str() {
        "now" => {
            let again = me.app.db.write(move |tx| mails::again(tx, mail, now)).await?;
            (again == Settled::TooLate).then(|| t("stuck-not-now").into_owned())
        }
        "take-back" => take_back(&me, mail, &typed, now).await?,
        _ => return Err(Oops::NotFound),
    };
    match refused {
        None => Ok(desk::on_to(if act == "now" { "/mail/stuck?done=now" } else { "/mail/stuck?done=back" })),
        Some(sentence) => Ok((StatusCode::CONFLICT, page(&me, Some(Notice::look(sentence))).await?).into_response()),
    }
}

async fn take_back(me: &Agent, mail: MailId, typed: &ui::Typed, now: Timestamp) -> Result<Option<String>, Oops> {
    let read = move |conn: &Conn| {
        let case = mails::one(conn, mail)?.map(|shown| shown.case);
        let Some(Some(case)) = case else { return Ok::<_, Fault>(case.map(|_| None)) };
        Ok(Some(store::cases::by_ids(conn, &[case.0])?.first().map(|row| row.number)))
    };
    let number: Option<CaseNumber> = me.app.db.read(read).await?.ok_or(Oops::NotFound)?;
    if let Some(number) = number {
        let back = mail_acts::taken_back(me, number, mail, desk::request_of(me, typed)).await?;
        return Ok(back.err());
    }
    let back = me.app.db.write(move |tx| mails::take_back(tx, mail, now)).await?;
    Ok((back == TakenBack::TooLate).then(|| desk::says(me, &Refusal::state("mail-has-gone").text())))
}
