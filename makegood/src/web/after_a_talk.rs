//! What is said once a talk is saved: promises that may stand in its notes, each kept by one press or left; whether the reflect-back was only
//! what we offered (S080); and after a hard one a hand for whoever took the blow (S115). Works without script.
use super::forms::{Desk, read};
use super::ui::{Form, section};
use crate::promised::{Caught, in_note};
use crate::review_rules::reviewer;
use crate::words::quotes::quoted;
use crate::words::{t, t_with};
use casework::commands::ConversationRecorded;
use casework::event::Event;
use casework::parts::SaidBack;
use jiff::SignedDuration;
use maud::{Markup, html};

/// A talk saved longer ago than this is not asked about any more.
const JUST_SAVED: SignedDuration = SignedDuration::from_mins(30);

pub fn said(desk: &Desk<'_>, done: &str) -> Markup {
    if !matches!(done, "record-conversation" | "make-promise") {
        return to_write(desk, done);
    }
    let saved = desk.view.events.iter().find_map(|happening| match &happening.event {
        Event::ConversationRecorded(talk) => Some((talk, happening.when.recorded_at)),
        _ => None,
    });
    let Some((talk, at)) = saved.filter(|(_, at)| desk.now.duration_since(*at) <= JUST_SAVED) else { return html! {} };
    let zones = desk.zones();
    let promised = |c: &Caught| desk.view.case.promises.iter().any(|p| p.due == c.due);
    // Rules that do not load are told of where they are set; the talk is saved all the same.
    let noted = reviewer(&desk.me.app).map(|rules| in_note(&rules, &talk.asked.notes, at, &zones));
    let open: Vec<Caught> = noted
        .unwrap_or_default()
        .into_iter()
        .filter(|c| !promised(c) && c.due > desk.now)
        .collect();
    html! {
        @if done == "record-conversation" && talk.asked.said_back() == Some(SaidBack::AsOffered) { p.nudge { (t("talk-said-as-offered")) } }
        @if done == "record-conversation" && talk.asked.tone_end == Some(1) { (a_hand(desk)) }
        @if done == "record-conversation" { (to_write(desk, done)) }
        @if !open.is_empty() {
            (section("caught-after", None, html! { div.caught { ul { @for promise in &open { li { (proposal(promise, talk, desk)) } } } } }))
        }
    }
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

fn proposal(promise: &Caught, talk: &ConversationRecorded, desk: &Desk<'_>) -> Markup {
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
        .hidden("to", talk.asked.with)
        .quiet_act("caught-keep");
    html! { span.theirs { (quoted(&promise.said)) } " " span { (words) } (form) }
}
