//! How one line of a case reads: who did it, what a clock says, an event of the story in the voice it came in.
use super::ui::{self, Entry, Voice, their_words};
use super::when;
use crate::say::Reader;
use crate::words::{t, t_with};
use casework::Case;
use casework::clock::Clock;
use casework::commands::ConversationRecorded;
use casework::curiosity::Topic;
use casework::event::{Event, Happening};
use casework::facts::Actor;
use casework::ids::CaseNumber;
use casework::parts::{Said, SaidBack};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use maud::{Markup, html};

/// Typing it in within this time is the same moment to a reader.
const TYPED_AT_ONCE: SignedDuration = SignedDuration::from_mins(5);
/// Kinds that are the customer's own words, whoever typed them.
const THEIR_WORDS: &[&str] = &[
    "word_given",
    "reaction_recorded",
    "decision_recorded",
    "case_reopened",
    "withdrawn_by_customer",
    "question_asked",
    "delivery_changed",
];

/// Who did it.
pub fn by(reader: &Reader<'_>, actor: Actor) -> String {
    match actor {
        Actor::Person(id) => reader.firm.name_of(id).to_owned(),
        Actor::Customer(id) => reader.contact(id),
        Actor::System => t("by-machine").into_owned(),
        Actor::Import => t("by-import").into_owned(),
    }
}

/// The clock that matters now: a contact that is owed stands above everything else (S041, S072).
pub fn main_clock(case: &Case) -> Option<&Clock> {
    let running = || case.clocks.iter().filter(|c| c.is_running());
    running().find(|c| c.kind.is_contact()).or_else(|| running().next())
}

/// What a clock is about, in words.
pub fn clock_name(clock: &Clock) -> String {
    t(&format!("clock-{}", clock.kind.word().replace('_', "-"))).into_owned()
}

/// The clock with its words, leading to the page that explains it.
pub fn clock(clock: &Clock, number: CaseNumber, now: Timestamp, zone: &TimeZone) -> ui::Clock {
    let glyph = match clock.met_at {
        None => ui::Clock::running(clock.starts, clock.due, now, zone),
        Some(met) => ui::Clock::met(clock.starts, clock.due, met, zone),
    };
    glyph.why(why(clock, number))
}

/// Where the due time is explained.
pub fn why(clock: &Clock, number: CaseNumber) -> String {
    let about = clock.about.map(|id| format!("?about={id}")).unwrap_or_default();
    format!("/cases/{number}/why/{}{about}", clock.kind.word())
}

/// One event of the story.
pub fn entry(reader: &Reader<'_>, happening: &Happening) -> Entry {
    let at = happening.when;
    let words = reader.say(&happening.event.words());
    let voice = voice(happening);
    let mut entry =
        Entry::new(at.happened_at, reader.now, reader.zone, words, voice).id(format!("event-{}", happening.seq));
    // What follows from an act by itself has nobody's name.
    if voice != Voice::Machine {
        entry = entry.by(by(reader, at.by));
    }
    let late = at.recorded_at.duration_since(at.happened_at) > TYPED_AT_ONCE;
    let typed = late.then(|| when::moment(at.recorded_at, reader.now, reader.zone));
    let said = if let Event::ConversationRecorded(talk) = &happening.event { Some(talk_words(talk)) } else { None };
    if typed.is_none() && said.is_none() {
        return entry;
    }
    entry.with(html! {
        @if let Some(said) = said { (said) }
        @if let Some(typed) = typed { p.quiet { (t("case-typed-in")) " " (typed) } }
    })
}

/// Whose act it was.
pub fn voice(happening: &Happening) -> Voice {
    let from_customer = |event: &Event| match event {
        Event::OptionAdded(added) => added.option.from == casework::kinds::Party::Customer,
        other => THEIR_WORDS.contains(&other.kind()),
    };
    let moved = matches!(happening.event, Event::RecoveryMoved(_) | Event::SeverityChanged(_));
    match (&happening.event, happening.when.by) {
        (Event::GatePassed(_), _) => Voice::Exception,
        (_, Actor::Customer(_)) => Voice::Theirs,
        (event, _) if from_customer(event) => Voice::Theirs,
        (_, Actor::System) => Voice::Machine,
        _ if moved => Voice::Machine,
        _ => Voice::Ours,
    }
}

/// What they said in a talk, in their typeface, then what we said back.
fn talk_words(talk: &ConversationRecorded) -> Markup {
    let asked = &talk.asked;
    let theirs = asked
        .concerns
        .iter()
        .chain(&asked.frustrations)
        .chain(&asked.suggestions)
        .chain(asked.impacts.iter().map(|i| &i.words));
    html! {
        @for words in theirs { (their_words(words)) }
        @if let Some(reflect) = asked.reflect_back.as_ref().filter(|r| !r.trim().is_empty()) {
            p {
                (t_with("case-said-back", &[("words", reflect.clone().into())]))
                @if asked.said_back() == Some(SaidBack::AsOffered) { " " span.quiet { (t("said-back-as-offered")) } }
            }
        }
        @if let Some(seen) = seen(talk) { p.quiet { (seen) } }
        p.quiet { (t(if asked.said_shared_wish == Some(Said::Yes) { "talk-shared-wish-said" } else { "talk-shared-wish-not-said" })) }
        @if !asked.topics.is_empty() { p.quiet { (t("case-asked-about")) " " (topics(&asked.topics)) } }
        @if !asked.notes.trim().is_empty() { p.lines { (asked.notes) } }
    }
}

/// What somebody saw who was there, apart from what was said (S045).
fn seen(talk: &ConversationRecorded) -> Option<String> {
    let asked = &talk.asked;
    let note = Some(asked.seen_note.trim()).filter(|note| !note.is_empty());
    let seen = asked.seen.map(|seen| t(&format!("seen-{}", seen.word().replace('_', "-"))).into_owned());
    let all: Vec<String> = seen.into_iter().chain(note.map(str::to_owned)).collect();
    (!all.is_empty()).then(|| t_with("case-seen", &[("seen", all.join(", ").into())]))
}

/// The topics of a talk, by their short names (S125).
fn topics(topics: &[Topic]) -> String {
    let name = |topic: &Topic| t(&format!("asked-{}", topic.word().replace('_', "-"))).into_owned();
    topics.iter().map(name).collect::<Vec<_>>().join(" · ")
}
