//! Mail from senders nobody knows: read, and given its place by a person. Nothing is guessed, nothing is thrown away.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::signals;
use super::ui::{self, Entry, Field, Form, Nav, Notice, Pager, Timeline, Typed, Voice};
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::{Path, Query};
use axum::response::Response;
use casework::ids::CaseNumber;
use casework::refusal::Refusal;
use jiff::Timestamp;
use maud::{Markup, html};
use serde::Deserialize;
use store::audit::NotKept;
use store::messages::{self, Message, Place};
use store::{Conn, Fault, by_hand, cases, contacts};
use uuid::Uuid;

/// Mails on one page.
const PAGE: usize = 25;
/// Characters of a mail shown.
const SHOWN: usize = 600;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// The last mail of the page before: its time in microseconds and its id.
    after: String,
    /// The mail that just got its place, or was taken from it.
    placed: Option<Uuid>,
    /// `undo` when a mail was just taken from its place.
    done: String,
}

impl Asked {
    fn after(&self) -> Option<(Timestamp, Uuid)> {
        let (at, id) = self.after.split_once('_')?;
        Some((Timestamp::from_microsecond(at.parse().ok()?).ok()?, id.parse().ok()?))
    }
}

pub async fn show(agent: Agent, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let notice = match (asked.placed, asked.done.as_str()) {
        (Some(mail), _) => Some(placed(&agent, mail).await?),
        (None, "undo") => Some(Notice::done("mail-done-undo")),
        (None, _) => None,
    };
    list(&agent, asked.after(), None, notice).await
}

/// Word that a mail has its place, and the way back while it may have been a slip.
async fn placed(agent: &Agent, mail: Uuid) -> Result<Notice, Oops> {
    let (notice, by) = (Notice::done("mail-done-placed"), agent.by(agent.app.new_request()));
    if !agent.app.db.read(move |conn| by_hand::may_be_taken_back(conn, mail, &by)).await? {
        return Ok(notice);
    }
    let form = Form::post(format!("/signals/mail/{mail}/undo"), agent.app.new_id()).quiet_act("undo-act").one_line();
    Ok(notice.below(html! { (form) p.quiet { (t("undo-note")) } }))
}

/// Takes a mail from the place that one has just given it.
pub async fn undo(agent: Agent, Path(id): Path<Uuid>, Posted(mut typed): Posted) -> Result<Response, Oops> {
    desk::may_work(&agent)?;
    let by = agent.by(desk::request_of(&agent, &typed));
    match agent.app.db.write(move |tx| by_hand::take_back(tx, id, &by)).await {
        Ok(()) => Ok(desk::on_to("/signals/mail?done=undo")),
        Err(why) => {
            desk::refused(&agent, &mut typed, why)?;
            let said = typed.errors().next().map(|(_, words)| Notice::look(words.clone()));
            Ok(desk::again(list(&agent, None, None, said).await?))
        }
    }
}

async fn list(
    agent: &Agent,
    after: Option<(Timestamp, Uuid)>,
    refused: Option<(Uuid, Typed)>,
    notice: Option<Notice>,
) -> Result<Markup, Oops> {
    let read =
        move |conn: &Conn| Ok::<_, Fault>((messages::unsorted(conn, after, PAGE)?, messages::unsorted_count(conn)?));
    let (mails, count) = agent.app.db.read(read).await?;
    let newer = after.map(|_| "/signals/mail".to_owned());
    let last = mails.last().filter(|_| mails.len() == PAGE);
    let older = last.map(|m| format!("/signals/mail?after={}_{}", m.received_at.as_microsecond(), m.id));
    let lines = mails.iter().fold(Timeline::new().of_the_page(), |lines, mail| {
        let typed =
            refused.as_ref().filter(|(id, _)| *id == mail.id).map_or_else(Typed::nothing, |(_, typed)| typed.clone());
        lines.entry(entry(agent, mail, &typed))
    });
    let body = html! {
        (ui::heading(t("signals-title"), None))
        (signals::tabs("/signals/mail", count))
        @if mails.is_empty() { (ui::empty("mail-none", Some(("/signals", t("signals-waiting").into())))) }
        @else { p { (t("mail-intro")) } (lines) (Pager::new(newer, older)) }
    };
    Ok(desk::page_with(agent, "mail-unsorted", Nav::Signals, notice, body))
}

fn entry(agent: &Agent, mail: &Message, typed: &Typed) -> Entry {
    let now = agent.app.now();
    let subject = if mail.subject.is_empty() { t("mail-no-subject").into_owned() } else { mail.subject.clone() };
    let from = if mail.from_name.is_empty() {
        mail.from_mail.clone()
    } else {
        format!("{} <{}>", mail.from_name, mail.from_mail)
    };
    let cut: String = mail.body.chars().take(SHOWN).collect();
    let words = if cut.len() < mail.body.len() { format!("{cut} …") } else { cut };
    let form = Form::post(format!("/signals/mail/{}", mail.id), agent.app.new_id())
        .typed(typed)
        .row([
            Field::text("case", t_with("mail-case", &[("subject", subject.as_str().into())])).optional(),
            Field::text("contact", t_with("mail-contact", &[("subject", subject.as_str().into())])).optional(),
        ])
        .quiet_act("mail-place");
    let fold = html! {
        @if typed.is_fine() { (ui::more(t("mail-place-it"), html! { (form) })) } @else { (form) }
        p { a href="/cases/new" { (t("act-open-case-new")) } }
    };
    Entry::new(mail.received_at, now, &agent.zone, subject, Voice::Theirs).by(from).quote(words).with(fold)
}

/// Puts a mail onto a case, or to the contact with that address.
pub async fn place(agent: Agent, Path(id): Path<Uuid>, Posted(mut typed): Posted) -> Result<Response, Oops> {
    desk::may_work(&agent)?;
    let (case, contact) = (typed.value("case").to_owned(), typed.value("contact").to_owned());
    let by = agent.by(desk::request_of(&agent, &typed));
    let work = move |tx: &store::Tx| {
        let place = place_of(tx, &case, &contact)?;
        by_hand::place(tx, id, &place, &by)
    };
    match agent.app.db.write(work).await {
        Ok(()) => Ok(desk::on_to(&format!("/signals/mail?placed={id}"))),
        Err(why) => {
            desk::refused(&agent, &mut typed, why)?;
            Ok(desk::again(list(&agent, None, Some((id, typed)), None).await?))
        }
    }
}

fn place_of(conn: &Conn, case: &str, contact: &str) -> Result<Place, NotKept> {
    if !case.is_empty() {
        let number = case.parse::<CaseNumber>().ok();
        let kept = number.map(|number| cases::by_number(conn, number)).transpose()?.flatten();
        let Some(kept) = kept else { return Err(Refusal::input("case", "signal-case-number").into()) };
        let found = contacts::of_account(conn, kept.case.account)?;
        let contact = kept.case.contact.or_else(|| found.first().map(|c| c.id));
        let Some(contact) = contact else { return Err(Refusal::input("case", "mail-case-without-contact").into()) };
        return Ok(Place::Case { case: kept.case.id, account: kept.case.account, contact });
    }
    match contacts::by_email(conn, contact)?.first() {
        Some(found) => Ok(Place::Account { account: found.account_id, contact: found.id }),
        None => Err(Refusal::input("contact", "mail-no-such-contact").into()),
    }
}
