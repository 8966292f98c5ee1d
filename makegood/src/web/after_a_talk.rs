//! What is said once a talk or a try is saved: promises that may stand in its notes, each kept by one press or left; whether the reflect-back was only
//! what we offered (S080); and after a hard one a hand for whoever took the blow (S115). Works without script.
use super::forms::{Desk, read};
use super::ui::{Form, section};
use crate::promised::{Caught, in_note};
use crate::review_rules::reviewer;
use crate::words::quotes::quoted;
use crate::words::{t, t_with};
use casework::commands::ConversationRecorded;
use casework::event::Event;
use casework::ids::ContactId;
use casework::parts::SaidBack;
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};

/// A talk saved longer ago than this is not asked about any more.
const JUST_SAVED: SignedDuration = SignedDuration::from_mins(30);

/// What was noted, whom it was about, and when it was kept.
struct Noted<'a> {
    talk: Option<&'a ConversationRecorded>,
    notes: &'a str,
    with: Option<ContactId>,
    at: Timestamp,
}

pub fn said(desk: &Desk<'_>, done: &str) -> Markup {
    if !matches!(done, "record-conversation" | "record-attempt" | "make-promise") {
        return to_write(desk, done);
    }
    let just = |noted: &Noted| desk.now.duration_since(noted.at) <= JUST_SAVED;
    let Some(noted) = last_noted(desk).filter(just) else { return to_write_unless_talked(desk, done) };
    let open = open_promises(desk, &noted);
    let talk = noted.talk.filter(|_| done == "record-conversation");
    html! {
        @if talk.is_some_and(|talk| talk.asked.said_back() == Some(SaidBack::AsOffered)) { p.nudge { (t("talk-said-as-offered")) } }
        @if talk.is_some_and(|talk| talk.asked.tone_end == Some(1)) { (a_hand(desk)) }
        @if done != "make-promise" { (to_write(desk, done)) }
        @if !open.is_empty() {
            (section("caught-after", None, html! { div.caught { ul { @for promise in &open { li { (proposal(promise, noted.with, desk)) } } } } }))
        }
    }
}

/// A message left is followed by its mail, however long ago it was written down.
fn to_write_unless_talked(desk: &Desk<'_>, done: &str) -> Markup {
    if done == "record-attempt" {
        to_write(desk, done)
    } else {
        html! {}
    }
}

/// The last talk, or the last try to reach them.
fn last_noted<'a>(desk: &'a Desk<'_>) -> Option<Noted<'a>> {
    desk.view.events.iter().find_map(|happening| {
        let at = happening.when.recorded_at;
        match &happening.event {
            Event::ConversationRecorded(talk) => {
                Some(Noted { talk: Some(talk), notes: &talk.asked.notes, with: Some(talk.asked.with), at })
            }
            Event::AttemptRecorded(tried) => Some(Noted { talk: None, notes: &tried.note, with: tried.contact, at }),
            _ => None,
        }
    })
}

/// What reads like a promise in the notes and is not in the ledger yet.
fn open_promises(desk: &Desk<'_>, noted: &Noted<'_>) -> Vec<Caught> {
    // Rules that do not load are told of where they are set; what was noted is kept all the same.
    let caught = reviewer(&desk.me.app).map(|rules| in_note(&rules, noted.notes, noted.at, &desk.zones()));
    let promised = |c: &Caught| desk.view.case.promises.iter().any(|p| p.due == c.due);
    caught.unwrap_or_default().into_iter().filter(|c| !promised(c) && c.due > desk.now).collect()
}

/// They were still angry at the end: breathe, bring somebody along, or hand over, and none of it is blame (S115, S117).
fn a_hand(desk: &Desk<'_>) -> Markup {
    let number = desk.view.case.number;
    section(
        "hard-title",
        None,
        html! {
            p.ten-seconds { (t("hard-breathe")) }
            ul {
                li { a href={ "/cases/" (number) "/do/prepare-talk" } { (t("hard-colleague")) } }
                li { a href={ "/cases/" (number) "/do/hand-over" } { (t("hard-hand-over")) } }
                li { a href={ "/cases/" (number) "/do/ask-for-support" } { (t("hard-support")) } }
            }
        },
    )
}

/// The mail that follows, drafted and one press away: after a message left the one that only arranges (S051), after a talk its summary (S177).
fn to_write(desk: &Desk<'_>, done: &str) -> Markup {
    let case = &desk.view.case;
    let write = |purpose: &str| format!("/cases/{}/mail/new?purpose={purpose}", case.number);
    let unsummed = case.talks.last().filter(|talk| talk.summary_at.is_none());
    let (href, why, act) = match (done, unsummed) {
        ("record-attempt", _) if case.contacts.voicemail_at.is_some() => {
            (write("voicemail_follow_up"), "mail-after-message", "next-voicemail-mail")
        }
        ("record-conversation", Some(talk)) => {
            (format!("{}&talk={}", write("summary"), talk.id), "mail-after-talk", "next-summary")
        }
        _ => return html! {},
    };
    html! {
        p { (t(why)) }
        div.acts { a.act href=(href) { (t(act)) } }
    }
}

fn proposal(promise: &Caught, with: Option<ContactId>, desk: &Desk<'_>) -> Markup {
    let words = t_with(
        "read-sentence",
        &[("what", promise.words.clone().into()), ("at", read::both_clocks(promise.due, desk).into())],
    );
    let form = Form::post(format!("/cases/{}/do/make-promise", desk.view.case.number), desk.me.app.new_id())
        .id(&format!("caught-{}", promise.due.as_second()))
        .one_line()
        .hidden("what", promise.what.word())
        .hidden("words", &promise.words)
        .hidden("due", promise.due)
        .quiet_act("caught-keep");
    let form = match with {
        Some(with) => form.hidden("to", with),
        None => form,
    };
    html! { span.theirs { (quoted(&promise.said)) } " " span { (words) } (form) }
}
