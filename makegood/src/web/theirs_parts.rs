//! The parts of their page, each written from what is meant for their eyes.
use super::ui::{Form, section, their_words};
use super::when;
use super::{theirs_calendar, theirs_joint, theirs_record, theirs_ways};
use crate::theirs::acts;
use crate::theirs::guest::Guest;
use crate::theirs::seen::{Named, Promise, Seen, Step, Way};
use crate::words::{t, t_with};
use casework::kinds::{Party, Recovery};
use casework::parts::{PromiseState, Said, StepState, TakesPart};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use std::borrow::Cow;
use store::links::Opens;

/// Who looks, at what, and when.
pub struct Page<'a> {
    pub guest: &'a Guest,
    pub seen: &'a Seen,
    pub now: Timestamp,
}

impl Page<'_> {
    /// The way to an act; nothing where it is not theirs to press, or makes no sense now.
    pub fn way(&self, word: &str, about: Option<(&str, String)>) -> Markup {
        if self.guest.opens == Opens::Reads || acts::offered(self.seen, word) == Said::No {
            return html! {};
        }
        let about = about.map(|(name, value)| format!("?{name}={value}")).unwrap_or_default();
        html! { a.way href={ (self.guest.home()) "/do/" (word) (about) } { (t(&format!("theirs-{word}"))) } }
    }
    pub fn moment(&self, at: Timestamp) -> Markup {
        html! { (when::moment(at, self.now, &self.guest.zone)) }
    }
}

pub fn whole(page: &Page<'_>, notice: Option<&str>) -> Markup {
    let first = first(page.seen);
    html! {
        @if let Some(key) = notice { p.notice role="status" { (t(key)) } }
        h1.theirs { (crate::words::quotes::quoted(&page.seen.title)) }
        (theirs_joint::stepped_back(page))
        (standing(page))
        (super::theirs_mediation::part(page))
        @match first { First::Word => (is_it_solved(page)), First::Plan => (plan(page)), First::Ways => (theirs_ways::ways(page)), First::Nothing => {} }
        (whom_to_call(&page.seen.person, page.now, &page.guest.zone))
        (heard(page))
        (questions(page))
        @if first != First::Plan { (plan(page)) }
        @if first != First::Ways { (theirs_ways::ways(page)) }
        (promises(page))
        (theirs_joint::ideas(page))
        (theirs_joint::people(page))
        (super::theirs_returns::part(page))
        (super::theirs_reports::part(page))
        (super::theirs_files::files(page))
        (told(page))
        (theirs_record::part(page))
        @if first != First::Word { (is_it_solved(page)) }
        (theirs_calendar::way(page))
        (super::theirs_handling::so_far(page))
        (passing_on(page))
    }
}

/// What stands first, so that nobody has to look for it on a telephone: what of theirs everything waits for, else the plan that
/// runs, and once nothing runs any more whether it holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    Word,
    Plan,
    Ways,
    Nothing,
}

fn first(seen: &Seen) -> First {
    let ours = seen.plan.as_ref().is_some_and(|plan| plan.agreed_by_us.is_some());
    let chosen = seen.ways.iter().any(|way| way.chosen == Said::Yes);
    if seen.joint.mine == TakesPart::NotAtAll {
        // Nothing waits for somebody who would rather not take part.
        First::Nothing
    } else if seen.word_can_be_given == Said::Yes || !seen.stands.is_live() {
        First::Word
    } else if ours {
        First::Plan
    } else if !chosen && seen.ways.iter().any(|way| way.can_be_chosen == Said::Yes) {
        First::Ways
    } else {
        First::Nothing
    }
}

/// One plain sentence, and by when they hear from us (S183): the same promise as in our last message.
fn standing(page: &Page<'_>) -> Markup {
    let seen = page.seen;
    html! {
        p.lead { (stands(seen)) }
        p {
            @match seen.next_word {
                Some(due) if due < page.now => { (t("theirs-next-missed")) " " (page.moment(due)) ". " (t("theirs-next-call")) },
                Some(due) => { (t("theirs-next")) " " strong { (page.moment(due)) } },
                None if seen.stands.is_live() => { (t("theirs-next-none")) },
                None => {},
            }
        }
        @if page.guest.opens == Opens::Reads { p.notice { (t_with("theirs-reads-only", &[("name", page.guest.contact.name.as_str().into())])) } }
        @if let Some(news) = &seen.news {
            p { (news) }
            p { (page.way("answer-news", None)) }
        }
    }
}

/// While they decide it is said whether there is anything to choose from, or whether they chose already.
fn stands(seen: &Seen) -> Cow<'static, str> {
    let any = |is: &dyn Fn(&Way) -> Said| seen.ways.iter().any(|way| is(way) == Said::Yes);
    match seen.stands {
        Recovery::Deciding if any(&|way| way.chosen) => t("theirs-stands-chosen"),
        Recovery::Deciding if !any(&|way| way.can_be_chosen) => t("theirs-stands-preparing"),
        state => t(&format!("told-recovery-{}", state.word().replace('_', "-"))),
    }
}

/// Somebody by name, with number and hours (S212).
pub fn whom_to_call(person: &Named, now: Timestamp, zone: &TimeZone) -> Markup {
    if person.name.is_empty() {
        return html! {};
    }
    let dialled: String = person.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    section(
        "theirs-person",
        None,
        html! {
            p { strong { (person.name) } }
            @if !person.phone.is_empty() { p { a.way href={ "tel:" (dialled) } { (person.phone) } } }
            @if !person.email.is_empty() { p { a href={ "mailto:" (person.email) } { (person.email) } } }
            @if let Some((from, to)) = person.there {
                p.quiet { (t_with("theirs-there", &[
                    ("day", when::on_day(from, now, zone).into()),
                    ("from", when::hour(from, zone).words.into()),
                    ("to", when::hour(to, zone).words.into()),
                ])) }
            }
        },
    )
}

/// Their words, what it does to them, their deadline; with the way to correct us.
fn heard(page: &Page<'_>) -> Markup {
    let seen = page.seen;
    let nothing = seen.impacts.is_empty() && seen.needs.is_empty() && seen.deadline.is_none();
    section(
        "theirs-heard",
        None,
        html! {
            @if nothing { p { (t("theirs-heard-nothing")) } }
            @if !seen.impacts.is_empty() {
                h3 { (t("theirs-impacts")) }
                ul { @for words in &seen.impacts { li { (words) } } }
            }
            @if let Some((what, at)) = &seen.deadline { h3 { (t("theirs-deadline")) } p { (what) ", " (page.moment(*at)) } }
            @if !seen.needs.is_empty() {
                h3 { (t("theirs-needs")) }
                ul { @for need in &seen.needs { li { (need.words) @if need.settled == Said::Yes { " " span.quiet { (t("theirs-settled")) } } } } }
            }
            p.ways { (page.way("correct", None)) (page.way("add", None)) }
        },
    )
}

fn questions(page: &Page<'_>) -> Markup {
    let seen = page.seen;
    section(
        "theirs-questions",
        None,
        html! {
            @for asked in &seen.asked {
                (their_words(&asked.words))
                @match &asked.answer { Some(answer) => p.answer { (answer) }, None => p.quiet { (t("theirs-answer-owed")) } }
            }
            @if seen.asked.is_empty() { p { (t("theirs-no-questions")) } }
            p.ways { (page.way("ask", None)) }
        },
    )
}

/// Both sides' steps with their dates; theirs are *still open*, never late (S154).
fn plan(page: &Page<'_>) -> Markup {
    let Some(plan) = &page.seen.plan else { return html! {} };
    let missing = match (&plan.agreed_by_us, &plan.agreed_by_them) {
        (Some(_), Some(_)) => None,
        (None, _) => Some("theirs-plan-we-still"),
        (Some(_), None) => Some("theirs-plan-you-still"),
    };
    section(
        "theirs-plan",
        None,
        html! {
            ol.steps { @for step in &plan.steps { (one(page, step)) } }
            p {
                @if let Some(us) = &plan.agreed_by_us { (t_with("theirs-agreed", &[("name", us.as_str().into())])) " " }
                @if let Some(them) = &plan.agreed_by_them { (t_with("theirs-agreed", &[("name", them.as_str().into())])) " " }
                @if let Some(missing) = missing { (t(missing)) }
            }
            p.ways {
                (page.way("agree", Some(("version", plan.version.to_string()))))
                (page.way("change-plan", None))
                (page.way("delivery", None))
            }
        },
    )
}

fn one(page: &Page<'_>, step: &Step) -> Markup {
    let theirs = step.party == Party::Customer;
    let late = step.state == StepState::Open && step.due < page.now;
    let state = match step.state {
        StepState::Done => "theirs-was-done",
        StepState::Skipped => "theirs-was-skipped",
        StepState::Open if theirs => "theirs-step-open-theirs",
        StepState::Open if late => "theirs-step-late",
        StepState::Open => "theirs-step-open",
    };
    let whose = if theirs { t("theirs-step-yours") } else { t("theirs-step-ours") };
    html! {
        li.done[step.state == StepState::Done] {
            p { (step.text) }
            p.quiet {
                (whose) @if !step.who.is_empty() { " (" (step.who) ")" } " · " (page.moment(step.due)) " · " (t(state))
            }
            @if theirs && step.state == StepState::Open { p { (page.way("step", Some(("step", step.id.to_string())))) } }
        }
    }
}

/// What we promised beside the plan; what we did not keep is owned here.
fn promises(page: &Page<'_>) -> Markup {
    if page.seen.promises.is_empty() {
        return html! {};
    }
    let state = |promise: &Promise| match (promise.state, promise.settled_at) {
        (PromiseState::Kept, _) => "theirs-promise-kept",
        (PromiseState::Released, _) => "theirs-promise-released",
        (PromiseState::Broken, Some(_)) => "theirs-promise-kept-late",
        (PromiseState::Broken, None) => "theirs-promise-broken",
        (PromiseState::Open, _) if promise.due < page.now => "theirs-promise-late",
        (PromiseState::Open, _) => "theirs-promise-open",
    };
    section(
        "theirs-promises",
        None,
        html! {
            ol.steps { @for promise in &page.seen.promises {
                li.done[promise.state == PromiseState::Kept] {
                    p { (promise.words) }
                    p.quiet { (page.moment(promise.due)) " · " (t(state(promise))) }
                }
            } }
        },
    )
}

/// What was told so far, newest first.
fn told(page: &Page<'_>) -> Markup {
    if page.seen.told.is_empty() {
        return html! {};
    }
    let read = (page.guest.opens == Opens::Acts).then(|| {
        Form::post(format!("{}/read", page.guest.home()), page.guest.app.new_id()).id("read").quiet_act("theirs-read")
    });
    section(
        "theirs-told",
        None,
        html! {
            ol.told { @for told in &page.seen.told {
                li.theirs[told.theirs == Said::Yes] { p.quiet { (page.moment(told.at)) } p { (told.words) } }
            } }
            @if let Some(read) = read { (read) }
        },
    )
}

/// Only their word says that it is solved; two of them may differ, and both stand here.
fn is_it_solved(page: &Page<'_>) -> Markup {
    let seen = page.seen;
    section(
        "theirs-word",
        None,
        html! {
            @for word in &seen.words {
                p.quiet {
                    (t_with(if word.solved == Said::Yes { "theirs-said-solved" } else { "theirs-said-not" }, &[("name", word.by.as_str().into())]))
                    " · " (page.moment(word.at))
                }
                (their_words(&word.words))
            }
            @if seen.word_can_be_given == Said::No && seen.stands.is_live() { p { (t("theirs-word-later")) } }
            p.ways {
                (page.way("solved", None))
                (page.way("not-solved", None))
                (page.way("since-solved", None))
                (page.way("open-again", None))
                (page.way("let-rest", None))
            }
        },
    )
}

fn passing_on(page: &Page<'_>) -> Markup {
    match (&page.guest.to_pass_on, page.guest.opens) {
        (Some(token), _) => section(
            "theirs-pass-on",
            None,
            html! { p { (t("theirs-pass-on-help")) } p.secret { (page.guest.app.public_url()) "/their/" (token) } },
        ),
        (None, Opens::Acts) => {
            html! { p.quiet { (t_with("theirs-yours-alone", &[("name", page.guest.contact.name.as_str().into())])) } }
        }
        (None, Opens::Reads) => html! {},
    }
}
