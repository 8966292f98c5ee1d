//! Memory that speaks first: the nearest earlier troubles, why each is near, and how it went: their words, what helped, what was promised
//! and whether it held, what was learned (S138, S227, S230).
use super::ui::{Facts, more, section, their_words};
use super::when;
use crate::session::Agent;
use crate::words::quotes::quoted;
use crate::words::{t, t_with};
use casework::Case;
use casework::ids::AccountId;
use casework::kinds::{Prevention, TroubleKind};
use casework::parts::{PromiseState, StepState};
use jiff::Timestamp;
use maud::{Markup, html};
use store::memory::{self, Alike, Near, SHOWN, Told};
use store::{Conn, Fault};

/// Promises of one earlier trouble that are told; the rest are counted.
const PROMISES_SHOWN: usize = 4;
/// Words that say why it is near.
const WORDS_SHOWN: usize = 5;

/// How much of an earlier trouble stands open at once.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Before a case is opened nothing is more useful.
    InFull,
    /// Beside the work on a case it stays quiet.
    Folded,
}

/// The nearest to what is being written; nothing before there is a customer or a sentence.
pub fn to_written(conn: &Conn, told: &Told) -> Result<Vec<Near>, Fault> {
    let says_nothing = told.account.is_none() && told.words.iter().all(|words| words.trim().is_empty());
    if says_nothing { Ok(vec![]) } else { memory::nearest(conn, told, None, SHOWN) }
}

/// The nearest to a case, of those before it.
pub fn to_case(conn: &Conn, case: &Case) -> Result<Vec<Near>, Fault> {
    memory::nearest(conn, &Told::of(case), Some(case.number), SHOWN)
}

/// Nothing when nothing is near: an empty memory has nothing to say.
pub fn said(me: &Agent, near: &[Near], shown: Shown, now: Timestamp) -> Markup {
    if near.is_empty() {
        return html! {};
    }
    let body = html! {
        p.quiet { (t("memory-why")) }
        ol { @for one in near { li { (line(me, one, now)) (how_it_went(me, one, shown, now)) } } }
    };
    section("memory-title", None, body)
}

fn line(me: &Agent, near: &Near, now: Timestamp) -> Markup {
    let case = &near.case;
    html! {
        p {
            a href={ "/cases/" (case.number) } { (case.number) } " " (quoted(&case.title)) " · " (near.account) " · "
            (t(&format!("recovery-{}", case.recovery.word().replace('_', "-")))) " · " (when::ago(case.recognised_at, now, &me.zone))
        }
        p.quiet { (near.alike.iter().map(|alike| why(alike, case.kind)).collect::<Vec<_>>().join(" · ")) }
    }
}

/// Why it is near, in the words that both share.
fn why(alike: &Alike, kind: TroubleKind) -> String {
    let listed = |words: &[String]| words.iter().take(WORDS_SHOWN).cloned().collect::<Vec<_>>().join(", ");
    match alike {
        Alike::Named(names) => t_with("memory-named", &[("names", listed(names).into())]),
        Alike::Cause(words) => t_with("memory-cause", &[("words", listed(words).into())]),
        Alike::Account => t("memory-account").into_owned(),
        Alike::Words(words) => t_with("memory-words", &[("words", listed(words).into())]),
        Alike::Kind => {
            let kind = t(&format!("trouble-kind-{}", kind.word().replace('_', "-")));
            t_with("memory-kind", &[("kind", kind.into_owned().into())])
        }
    }
}

fn how_it_went(me: &Agent, near: &Near, shown: Shown, now: Timestamp) -> Markup {
    let case = &near.case;
    let nothing = case.words.is_empty() && worked(case).is_empty() && case.promises.is_empty() && case.review.is_none();
    if nothing {
        return html! { p.quiet { (t("memory-nothing-yet")) } };
    }
    let facts = Facts::new()
        .known("memory-their-word", case.words.last().map(|word| their_words(&word.words)))
        .known("memory-led-to-it", case.told.as_ref().map(|told| told.what.clone()))
        .known("memory-worked", list(&worked(case)))
        .known("memory-promised", promised(me, case, now))
        .known("memory-prevention", prevention(case))
        .known("memory-lesson", case.review.as_ref().map(|review| review.lesson.clone()))
        .known("memory-improved", case.review.as_ref().map(|review| review.improved.clone()));
    match shown {
        Shown::InFull => html! { (facts) },
        Shown::Folded => more("memory-how-it-went", html! { (facts) }),
    }
}

/// What they chose and what was done of the plan.
fn worked(case: &Case) -> Vec<String> {
    let chosen = case.decision().and_then(|decision| decision.chosen).and_then(|id| case.option(id));
    let done = case.fix_steps().filter(|step| step.state == StepState::Done).map(|step| step.text.clone());
    let mut all: Vec<String> = chosen.map(|option| option.what.clone()).into_iter().chain(done).collect();
    all.dedup();
    all
}

fn list(all: &[String]) -> Option<Markup> {
    match all {
        [] => None,
        [one] => Some(html! { (one) }),
        many => Some(html! { ul { @for one in many { li { (one) } } } }),
    }
}

/// Each promise with whether it held; calls that were promised are only counted.
fn promised(me: &Agent, case: &Case, now: Timestamp) -> Option<Markup> {
    let with_words: Vec<_> = case.promises.iter().filter(|p| !p.words.trim().is_empty()).collect();
    let count = |state: PromiseState| case.promises.iter().filter(|p| p.state == state).count();
    let [kept, broken, open] = [PromiseState::Kept, PromiseState::Broken, PromiseState::Open].map(count);
    let counted = t_with("case-promises", &[("open", open.into()), ("kept", kept.into()), ("broken", broken.into())]);
    (!case.promises.is_empty()).then(|| {
        html! {
            (counted)
            @if !with_words.is_empty() { ul { @for promise in with_words.iter().take(PROMISES_SHOWN) { li {
                (promise.words) " · " (when::moment(promise.due, now, &me.zone)) " · "
                @if promise.state == PromiseState::Broken { strong { (held(promise.state)) } } @else { (held(promise.state)) }
            } } } }
        }
    })
}

fn held(state: PromiseState) -> String {
    t(&format!("promise-state-{}", state.word())).into_owned()
}

/// How it went with preventing it, once anybody began.
fn prevention(case: &Case) -> Option<String> {
    let state = case.prevention.state;
    (state != Prevention::NotStarted).then(|| t(&format!("prevention-{}", state.word().replace('_', "-"))).into_owned())
}

/// What is written on the form that opens a case.
pub fn told(account: Option<AccountId>, title: &str, item: &str, kind: &str) -> Told {
    let (words, known) = (vec![title.to_owned()], vec![item.to_owned()]);
    Told { account, kind: TroubleKind::from_word(kind), words, known, causes: vec![] }
}
