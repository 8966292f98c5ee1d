//! Mail that nobody could be found for: read, and given an end by a person with one key. Nothing is guessed, nothing is thrown away.
use super::desk;
use super::fail::Oops;
use super::letter_lines::{self, their_text};
use super::mail_move::{self, Back};
use super::signals;
use super::ui::{self, Nav, Notice, Pager, Shell};
use super::when;
use crate::session::Agent;
use crate::words::quotes::quoted;
use crate::words::{Words, t, t_with};
use axum::extract::Query;
use jiff::Timestamp;
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::HashMap;
use store::cases::{self, CaseRow};
use store::messages::{self, Message};
use store::{Conn, Fault, neighbours};
use uuid::Uuid;

/// Mails on one page.
const PAGE: usize = 25;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// The last mail of the page before: its time in microseconds and its id.
    after: String,
    /// The mail that just got an end, or was taken from it.
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
        (Some(mail), _) => Some(mail_move::done(&agent, mail, Back::Unsorted).await?),
        (None, "undo") => Some(Notice::done("mail-done-undo")),
        (None, _) => None,
    };
    list(&agent, asked.after(), notice).await
}

/// The list again, with what could not be done.
pub async fn refused(agent: &Agent, sentence: String) -> Result<Markup, Oops> {
    list(agent, None, Some(Notice::look(sentence))).await
}

/// What a page of the list shows.
struct Seen {
    mails: Vec<Message>,
    count: i64,
    /// The cases that some seem to be about.
    meant: HashMap<Uuid, CaseRow>,
    /// Firms of which somebody writes from the same house.
    firms: HashMap<Uuid, String>,
}

fn read(conn: &Conn, after: Option<(Timestamp, Uuid)>) -> Result<Seen, Fault> {
    let mails = messages::unsorted(conn, after, PAGE)?;
    let wanted: Vec<Uuid> = mails.iter().filter_map(|mail| mail.meant_case_id).collect();
    let rows = if wanted.is_empty() { vec![] } else { cases::by_ids(conn, &wanted)? };
    let mut firms = HashMap::new();
    for mail in &mails {
        if let Some((_, name)) = neighbours::of(conn, &mail.from_mail)?.into_iter().next() {
            firms.insert(mail.id, name);
        }
    }
    let meant = rows.into_iter().map(|row| (row.id.0, row)).collect();
    Ok(Seen { mails, count: messages::unsorted_count(conn)?, meant, firms })
}

async fn list(agent: &Agent, after: Option<(Timestamp, Uuid)>, notice: Option<Notice>) -> Result<Markup, Oops> {
    let seen = agent.app.db.read(move |conn| read(conn, after)).await?;
    let newer = after.map(|_| "/signals/mail".to_owned());
    let last = seen.mails.last().filter(|_| seen.mails.len() == PAGE);
    let older = last.map(|m| format!("/signals/mail?after={}_{}", m.received_at.as_microsecond(), m.id));
    let body = html! {
        (ui::heading(t("signals-title"), None))
        (signals::tabs("/signals/mail", seen.count))
        @if seen.mails.is_empty() { (ui::empty("mail-none", Some(("/signals", t("signals-waiting").into())))) }
        @else {
            p { (t("mail-intro")) }
            ul.letters data-list { @for mail in &seen.mails { (line(agent, &seen, mail)) } }
            (Pager::new(newer, older))
        }
    };
    let shell = desk::shell(agent, "mail-unsorted", Nav::Signals);
    Ok(desk::shelled(notice.into_iter().fold(shell, Shell::notice), body))
}

fn line(agent: &Agent, seen: &Seen, mail: &Message) -> Markup {
    let at = when::moment(mail.received_at, agent.app.now(), &agent.zone);
    let meant = mail.meant_case_id.and_then(|id| seen.meant.get(&id));
    html! {
        li id={ "letter-" (mail.id) } {
            h2.subject { (letter_lines::subject(mail)) }
            p { (letter_lines::sender(mail)) " · " span.quiet { (at) } }
            @if let Some(row) = meant { (about(row)) }
            @else if let Some(firm) = seen.firms.get(&mail.id) { p.nudge { (t_with("mail-same-house", &[("firm", firm.as_str().into())])) } }
            @if !mail.is_by_a_person() { p.quiet { (machine(mail)) } }
            (their_text(&mail.body))
            (letter_lines::beside(agent, mail))
            @if desk::may_work(agent).is_ok() { (ends(agent, mail, meant)) }
        }
    }
}

/// *Someone else wrote*, and on which case.
fn about(row: &CaseRow) -> Markup {
    let number = row.number.to_string();
    html! {
        p.nudge {
            strong { (t("mail-somebody-else")) } ". "
            (t_with("mail-somebody-else-of", &[("case", number.as_str().into()), ("account", row.account.as_str().into())])) " "
            a href={ "/cases/" (number) "/mail" } { (number) } " " span.theirs { (quoted(&row.title)) }
        }
    }
}

fn machine(mail: &Message) -> String {
    let key = format!("mail-machine-{}", mail.origin);
    let key = if Words::english().knows(&key) { key } else { "mail-machine-other".to_owned() };
    t_with(&key, &[("from", letter_lines::sender(mail).into()), ("subject", mail.subject.as_str().into())])
}

/// One key each: it belongs to a case, it opens one, its sender is a contact, it asks for nothing.
fn ends(agent: &Agent, mail: &Message, meant: Option<&CaseRow>) -> Markup {
    let there = format!("/mail/letters/{}", mail.id);
    html! {
        div.acts {
            @if let Some(row) = meant { (mail_move::theirs(agent, mail.id, (row.number, None), Back::Unsorted)) }
            a.act[meant.is_none()] href={ (there) "/move" } data-go data-key="b" aria-keyshortcuts="b" { (t("mail-belongs")) }
            a href=(mail_move::opens(mail)) data-key="o" aria-keyshortcuts="o" { (t("mail-opens-case")) }
            a href={ (there) "/contact" } data-key="a" aria-keyshortcuts="a" { (t("mail-add-contact")) }
            @if meant.is_some() { (mail_move::press(agent, mail.id, "not-meant", ("x", "mail-not-for-case"), Back::Unsorted)) }
            (mail_move::press(agent, mail.id, "nothing", ("n", "mail-nothing"), Back::Unsorted))
        }
    }
}
