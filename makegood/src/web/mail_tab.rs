//! The mail of a case: letters that wait for an answer on top, then theirs and ours as they came, each with what became of it.
use super::case_lines;
use super::case_page::whole;
use super::case_view::{self, CaseView, Story};
use super::do_on_case::numbered;
use super::fail::Oops;
use super::forms::Desk;
use super::letter_lines;
use super::mail_lines;
use super::mail_move::{self, Back};
use super::someone_else;
use super::their_promises;
use super::ui::{Entry, Form, Label, Notice, Timeline, Typed, empty, section};
use super::when;
use crate::review_rules;
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::{Path, Query};
use casework::ids::{CaseNumber, MailId};
use casework::parts::LetterIn;
use casework::rights::{self, Right};
use jiff::Timestamp;
use maud::{Markup, html};
use proofread::Reviewer;
use serde::Deserialize;
use store::mails::{self, Recipient, Shown, State};
use store::messages::{self, Message};
use store::{Conn, Fault};

/// Events that went another way: by letter, by short message.
const OTHERWISE: &[&str] = &["message_recorded", "receipt_sent", "letter_moved_away", "calendar_answered"];

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// The mail that was just sent.
    sent: Option<uuid::Uuid>,
    /// The letter that somebody just gave its place, or took from it.
    moved: Option<uuid::Uuid>,
    /// `undo` when that was just taken back.
    done: String,
}

/// What was just done on this page.
#[derive(Clone, Copy, Default)]
pub struct Just {
    sent: Option<MailId>,
    moved: Option<uuid::Uuid>,
    undone: Option<&'static str>,
}

/// Everything of this page, as one moment of the database had it.
struct Seen {
    view: CaseView,
    ours: Vec<(Shown, Vec<Recipient>)>,
    theirs: Vec<Message>,
    /// What seems to be about this case and is by nobody whom its customer knows.
    strays: Vec<Message>,
}

fn read(conn: &Conn, number: CaseNumber) -> Result<Option<Seen>, Fault> {
    let Some(view) = case_view::load(conn, number, Story::Kinds(OTHERWISE))? else { return Ok(None) };
    let case = view.case.id;
    let mut ours = vec![];
    for mail in mails::of_case(conn, case)? {
        let recipients = mails::recipients(conn, mail.id)?;
        ours.push((mail, recipients));
    }
    let theirs = messages::of_case(conn, case, messages::PAGE)?;
    let strays = messages::about_case(conn, case, messages::PAGE)?;
    Ok(Some(Seen { view, ours, theirs, strays }))
}

pub async fn show(me: Agent, Path(number): Path<String>, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let undone = (asked.done == "undo").then_some("mail-done-undone");
    let just = Just { sent: asked.sent.map(MailId), moved: asked.moved, undone };
    page(&me, numbered(&number)?, just, None).await
}

/// The tab, with word of what was just sent or of what could not be done.
pub async fn page(me: &Agent, number: CaseNumber, just: Just, refused: Option<String>) -> Result<Markup, Oops> {
    let seen = me.app.db.read(move |conn| read(conn, number)).await?.ok_or(Oops::NotFound)?;
    let nothing = Typed::nothing();
    let desk = Desk { view: &seen.view, me, now: me.app.now(), typed: &nothing };
    let sent = just.sent.and_then(|id| seen.ours.iter().find(|(mail, _)| mail.id == id));
    let moved = match just.moved {
        Some(mail) => Some(mail_move::done(me, mail, Back::Case(number)).await?),
        None => just.undone.map(Notice::done),
    };
    let rules = review_rules::reviewer(&me.app)?;
    let notice = refused.map(Notice::look).or_else(|| sent.map(|(mail, to)| leaving(&desk, mail, to))).or(moved);
    let all = [seen.ours.is_empty(), seen.theirs.is_empty(), seen.strays.is_empty(), seen.view.events.is_empty()];
    let none = all.into_iter().all(|none| none);
    let body = html! {
        div.acts {
            a.act href={ "/cases/" (number) "/mail/new" } { (t("do-write-mail")) }
            a href={ "/cases/" (number) "/do/record-message" } { (t("do-record-message")) }
        }
        (someone_else::section(&desk, &seen.strays))
        (letters(&desk, &seen, &rules))
        @if none { (empty("case-no-messages", None::<(&str, Label)>)) }
        @else { (section("tab-mail", None, html! { (thread(&desk, &seen)) })) }
    };
    Ok(whole(&desk, "mail", notice, body))
}

pub fn may_write(me: &Agent) -> bool {
    rights::holds(Right::Bring, &me.person.roles)
}

/// *It leaves in a few seconds*, with the way back; works without script, as long as it has not left.
fn leaving(desk: &Desk<'_>, mail: &Shown, to: &[Recipient]) -> Notice {
    let names = mail_lines::names(desk, to);
    let at = when::moment(mail.leaves_at, desk.now, &desk.me.zone).words;
    let soon = mail.leaves_at.duration_since(desk.now) < jiff::SignedDuration::from_mins(1);
    let key = match mail.state {
        State::Waiting if soon => "mail-leaves-soon",
        State::Waiting => "mail-leaves-at",
        State::Sent => "mail-has-left",
        State::Undelivered => "mail-came-back",
        State::TakenBack => "mail-taken-back",
    };
    let notice = Notice::done(t_with(key, &[("to", names.into()), ("at", at.into())]));
    match mail.state {
        State::Waiting => notice.below(take_back(desk, mail, "undo-act")),
        _ => notice,
    }
}

/// A button that takes a mail back; whether it is still there is seen when it is pressed.
pub fn take_back(desk: &Desk<'_>, mail: &Shown, label: &'static str) -> Markup {
    let form = Form::post(format!("/cases/{}/mail/{}/take-back", desk.view.case.number, mail.id), desk.me.app.new_id())
        .id(&format!("take-back-{}-{}", mail.id, label))
        .quiet_act(label)
        .one_line();
    html! { (form) }
}

/// Letters that nobody has answered, the oldest first (C14).
fn letters(desk: &Desk<'_>, seen: &Seen, rules: &Reviewer) -> Markup {
    let waiting = &desk.view.case.mails.letters;
    if waiting.is_empty() {
        return html! {};
    }
    let one = |(at, letter): (usize, &LetterIn)| {
        let reader = desk.view.reader(desk.me, desk.now);
        let kept = seen.theirs.iter().find(|message| message.id == letter.message.0);
        let known = when::moment(letter.at, desk.now, &desk.me.zone);
        html! {
            li.letter-waiting {
                p { strong { (reader.contact(letter.from)) } ": " (letter.subject) " · " span.quiet { (known) } }
                @if let Some(kept) = kept {
                    (letter_lines::their_text(&kept.body))
                    (their_promises::proposals(desk, rules, desk.view.contact(letter.from), kept))
                }
                @if may_write(desk.me) { (answering(desk, letter, if at == 0 { Keys::First } else { Keys::None })) }
            }
        }
    };
    let count = u64::try_from(waiting.len()).ok();
    section(
        "mail-letters",
        count,
        html! { ul.letters data-list { @for waits in waiting.iter().enumerate() { (one(waits)) } } },
    )
}

/// Whether single letters do the acts of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keys {
    First,
    None,
}

/// *Answer*, and *needs no answer* by one key.
fn answering(desk: &Desk<'_>, letter: &LetterIn, keys: Keys) -> Markup {
    let number = desk.view.case.number;
    let key = |letter: &'static str| (keys == Keys::First).then_some(letter);
    let done = format!("/cases/{number}/do/no-answer-needed");
    html! {
        div.acts {
            a.act href=(answer_href(desk, letter.message.0)) data-key=[key("w")] aria-keyshortcuts=[key("w")] { (t("mail-answer")) }
            form.one-line method="post" action=(done) {
                input type="hidden" name="request_id" value=(desk.me.app.new_id());
                input type="hidden" name="message" value=(letter.message);
                button type="submit" data-key=[key("n")] aria-keyshortcuts=[key("n")] { (t("mail-no-answer")) }
            }
            a href={ "/mail/letters/" (letter.message) "/move" } data-key=[key("v")] aria-keyshortcuts=[key("v")] { (t("mail-move")) }
        }
    }
}

/// Where an answer is written: before anybody spoke with them it asks for a time (S052).
pub fn answer_href(desk: &Desk<'_>, message: uuid::Uuid) -> String {
    let purpose = if desk.view.case.has_voice() { "update" } else { "ask_for_time" };
    format!("/cases/{}/mail/new?purpose={purpose}&answer={message}", desk.view.case.number)
}

/// Theirs, ours, and what went another way, the newest first.
fn thread(desk: &Desk<'_>, seen: &Seen) -> Markup {
    let reader = desk.view.reader(desk.me, desk.now);
    let mut all: Vec<(Timestamp, Entry)> = vec![];
    for (mail, recipients) in &seen.ours {
        all.push((mail.made_at, mail_lines::ours(desk, mail, recipients)));
    }
    for message in &seen.theirs {
        all.push((message.received_at, mail_lines::theirs(desk, message)));
    }
    // What a machine wrote about this case stands in its line, whoever's machine it was.
    for message in seen.strays.iter().filter(|mail| !someone_else::waits(mail)) {
        all.push((message.received_at, mail_lines::theirs(desk, message)));
    }
    for happening in &seen.view.events {
        all.push((happening.when.happened_at, case_lines::entry(&reader, happening)));
    }
    all.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let timeline = all.into_iter().fold(Timeline::new(), |story, (_, entry)| story.entry(entry));
    html! { (timeline) }
}
