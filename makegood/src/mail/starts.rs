//! Help me start (S067): a first sentence, the facts, one question, made of what the case knows and of nothing else, in the customer's
//! language. Who had a part in it decides what is owned (X07), what brought it up and what they answered decides when an apology comes
//! (X01). A fact that nobody knows stays a hole, and `letters::gap` lets nothing leave with one.
use super::letters::moment;
use crate::web::when;
use crate::words::quotes::quoted;
use crate::words::{Language, said_in, t, t_with};
use casework::Case;
use casework::kinds::{Fault, Origin, Party, Reaction};
use casework::parts::StepState;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Things of one kind that a beginning names; the rest is for the talk.
const NAMED_AT_MOST: usize = 2;
/// Ways to say the same, so that two cases of one writer do not sound alike.
const WAYS: u64 = 3;

/// Whether an apology has its place yet (X01).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apology {
    Now,
    /// First they speak, and hear back what we understood.
    AfterListening,
    /// First they say whether it hurts.
    AfterTheirAnswer,
    /// It is not ours; acknowledging and helping is (S100).
    NotOurs,
}

/// What is known, and nothing beside it.
#[derive(Clone, Debug)]
pub struct Known<'a> {
    pub fault: Fault,
    pub origin: Origin,
    pub apology: Apology,
    /// The trouble: their words, or our news.
    pub problem: String,
    pub our_part: Option<String>,
    pub effects: Vec<String>,
    pub concerns: Vec<String>,
    pub done: Vec<String>,
    pub steps: Vec<(String, Timestamp)>,
    pub old_day: Option<Date>,
    pub new_day: Option<Date>,
    /// When they hear from us again, where that is on the record.
    pub next: Option<Timestamp>,
    /// Which of several ways to say it comes first.
    pub turn: u64,
    /// Their clock.
    pub zone: &'a TimeZone,
}

/// What a sentence is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Problem,
    Effect,
    Part,
    Cause,
    Done,
    Step,
    NextWord,
    Question,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub about: About,
    pub text: String,
}

impl<'a> Known<'a> {
    pub fn of(case: &Case, now: Timestamp, zone: &'a TimeZone) -> Self {
        let news = case.news.as_ref().filter(|_| case.origin == Origin::WeBringNews);
        let steps = || case.plan.iter().flat_map(|plan| &plan.steps).filter(|step| step.party != Party::Customer);
        let open = steps().filter(|step| step.state == StepState::Open && step.due > now);
        let done = steps().filter(|step| step.state == StepState::Done);
        let words = |text: &str| text.trim().to_owned();
        Self {
            fault: case.fault.position,
            origin: case.origin,
            apology: apology(case),
            problem: words(news.map_or(&case.title, |news| &news.text)),
            our_part: case.fault.our_part.as_deref().map(words).filter(|part| !part.is_empty()),
            effects: case.harm.impacts.iter().map(|impact| words(&impact.words)).take(NAMED_AT_MOST).collect(),
            concerns: case.concerns.iter().map(|concern| words(&concern.words)).take(NAMED_AT_MOST).collect(),
            done: done.map(|step| words(&step.text)).take(NAMED_AT_MOST).collect(),
            steps: open.map(|step| (words(&step.text), step.due)).take(NAMED_AT_MOST).collect(),
            old_day: news.and_then(|news| news.promised_on),
            new_day: news.and_then(|news| news.new_date),
            next: case.next_contact().map(|promise| promise.due).filter(|due| *due > now),
            turn: case.number.0,
            zone,
        }
    }
}

/// Ours is apologised for once they were heard; news of ours only once they said that it hurts.
pub fn apology(case: &Case) -> Apology {
    let reaction = case.news.as_ref().map_or(Reaction::Unknown, |news| news.reaction);
    match case.fault.position {
        Fault::Unknown | Fault::ThirdParty | Fault::Theirs => Apology::NotOurs,
        Fault::Ours | Fault::Shared if case.origin == Origin::WeBringNews => match reaction {
            Reaction::Hurts | Reaction::WorksWithChanges => Apology::Now,
            Reaction::Unknown | Reaction::StillWorks | Reaction::MustCheck => Apology::AfterTheirAnswer,
        },
        Fault::Ours | Fault::Shared if case.was_heard() => Apology::Now,
        Fault::Ours | Fault::Shared => Apology::AfterListening,
    }
}

/// The beginning, sentence by sentence: what it is, what it does to them, our part, what happens, one question (S130, X11).
pub fn start(known: &Known, language: Language) -> Vec<Sentence> {
    said_in(language, || {
        let mut all = vec![];
        let mut say = |about: About, text: String| all.push(Sentence { about, text });
        for text in problem(known) {
            say(About::Problem, text);
        }
        say(About::Effect, effect(known));
        if let Some(text) = part(known) {
            say(About::Part, text);
        }
        if known.fault == Fault::Unknown {
            say(About::Cause, t("starts-unknown").into_owned());
        }
        if !known.done.is_empty() {
            say(About::Done, t_with("starts-done", &[("what", ended(&known.done.join("; ")).into())]));
        }
        for text in steps(known) {
            say(About::Step, text);
        }
        say(About::NextWord, next_word(known));
        let news = known.origin == Origin::WeBringNews;
        say(About::Question, t(if news { "starts-still-works" } else { "starts-help" }).into_owned());
        all
    })
}

/// The sentences as paragraphs of a mail.
pub fn written(sentences: &[Sentence]) -> String {
    let mut paragraphs: Vec<String> = vec![];
    let mut before = None;
    for sentence in sentences {
        let goes_on = before == Some(sentence.about) || sentence.about == About::Cause;
        match paragraphs.last_mut().filter(|_| goes_on) {
            Some(paragraph) => *paragraph = format!("{paragraph} {}", sentence.text),
            None => paragraphs.push(sentence.text.clone()),
        }
        before = Some(sentence.about);
    }
    paragraphs.join("\n\n")
}

/// Ways to say back what they said, with their first worry in it, and ways to invite to a talk: places to start from (X10, S080).
pub fn phrases(known: &Known, language: Language) -> [Vec<String>; 2] {
    said_in(language, || {
        let concern = known.concerns.first().unwrap_or(&known.problem);
        let of = |kind: &str, n: u64| format!("starts-{kind}-{}", (known.turn + n) % WAYS + 1);
        let reflect = (0..WAYS).map(|n| t_with(&of("reflect", n), &[("concern", quoted(&ended(concern)).into())]));
        let invite = (0..WAYS).map(|n| t(&of("invite", n)).into_owned());
        [reflect.collect(), invite.collect()]
    })
}

/// Phrases of ours that somebody wrote word for word; the next time they are a script (X10).
pub fn said_before(before: &str, language: Language) -> Vec<String> {
    let invites =
        said_in(language, || (1..=WAYS).map(|n| t(&format!("starts-invite-{n}")).into_owned()).collect::<Vec<_>>());
    invites.into_iter().filter(|phrase| before.contains(phrase.as_str())).collect()
}

fn problem(known: &Known) -> Vec<String> {
    let key = match known.origin {
        Origin::CustomerReported => "starts-problem",
        Origin::WeFoundHarm => "starts-found",
        Origin::WeBringNews => "starts-news",
    };
    let words = ended(&known.problem);
    let words = if known.origin == Origin::CustomerReported { quoted(&words) } else { words };
    let days = match (known.new_day, known.old_day) {
        (Some(new), Some(old)) => {
            let parts = [("new", when::whole_date(new).into()), ("old", when::whole_date(old).into())];
            Some(t_with("starts-day", &parts))
        }
        (Some(new), None) => Some(t_with("starts-day-new", &[("new", when::whole_date(new).into())])),
        (None, _) => None,
    };
    [t_with(key, &[("problem", words.into())])].into_iter().chain(days).collect()
}

/// For a complaint it has to be known what it does; about news nobody takes it to be bad before they said so (S090).
fn effect(known: &Known) -> String {
    match (known.effects.is_empty(), known.origin) {
        (false, _) => t_with("starts-effect", &[("effect", ended(&known.effects.join("; ")).into())]),
        (true, Origin::WeBringNews) => t("starts-effect-asked").into_owned(),
        (true, _) => t("starts-effect-gap").into_owned(),
    }
}

/// What is ours is owned first and, in its time, apologised for; nothing is said of anybody else's part.
fn part(known: &Known) -> Option<String> {
    let key = match (known.fault, known.apology) {
        (Fault::Ours, Apology::Now) => "starts-sorry-ours",
        (Fault::Shared, Apology::Now) => "starts-sorry-shared",
        // News is told, and owned once it is known to hurt.
        (Fault::Ours | Fault::Shared, Apology::AfterTheirAnswer) => return None,
        (Fault::Ours, _) => "starts-own-ours",
        (Fault::Shared, _) => "starts-own-shared",
        (Fault::Unknown | Fault::ThirdParty | Fault::Theirs, _) => return None,
    };
    let part = known.our_part.as_deref().map_or_else(|| t("starts-part-gap").into_owned(), ended);
    Some(t_with(key, &[("part", part.into())]))
}

/// The next real steps with their days (S102); for news they answer first, so that none is invented for it.
fn steps(known: &Known) -> Vec<String> {
    let dated = |(what, at): &(String, Timestamp)| {
        let parts = [("what", what.trim_end_matches(['.', ' ']).into()), ("at", moment(*at, known.zone).into())];
        t_with("starts-step", &parts)
    };
    let all: Vec<String> = known.steps.iter().map(dated).collect();
    match (all.is_empty(), known.origin) {
        (true, Origin::WeBringNews) => vec![],
        (true, _) => vec![t("starts-step-gap").into_owned()],
        (false, _) => all,
    }
}

fn next_word(known: &Known) -> String {
    let at = known.next.map_or_else(|| t("starts-next-gap").into_owned(), |at| moment(at, known.zone));
    t_with("letters-next", &[("at", at.into())])
}

/// Somebody's words as a sentence.
fn ended(words: &str) -> String {
    let words = words.trim();
    if words.ends_with(['.', '!', '?', '…']) { words.to_owned() } else { format!("{words}.") }
}

#[cfg(test)]
#[path = "starts_tests.rs"]
mod tests;
