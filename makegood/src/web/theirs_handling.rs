//! How we handle trouble, for everybody: what a customer in trouble can count on, with the times of the policy in force, in the firm's own
//! words beside it; and how far it is kept so far on the page of a case.
use super::fail::Oops;
use super::theirs_parts::Page;
use super::theirs_shell;
use super::ui::section;
use super::{clocks, hours, when};
use crate::handling::{self, Limit, Line, PATH, Promise};
use crate::insight::{Figure, Sure};
use crate::session::Public;
use crate::words::{Language, spoken, t, t_with};
use axum::extract::Query;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use casework::calendar::CalendarSpec;
use casework::clock::ClockKind;
use casework::parts::Said;
use casework::policy::Allowance;
use maud::{Markup, html};
use serde::Deserialize;
use store::firm::Firm;
use store::handling::{Figures, Written};

/// Days of a week.
const WEEK: usize = 7;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// Chosen on the page; else the browser says it.
    pub language: String,
}

pub async fn show(Public(app): Public, Query(asked): Query<Asked>, headers: HeaderMap) -> Result<Response, Oops> {
    crate::words::speak_theirs(&[&asked.language], &headers);
    let firm = app.firm_now().await?;
    let Some(published) = &firm.handling.published else { return Err(Oops::NotFound) };
    let lines = match published.figures {
        Figures::Shown => Some(app.counted().lines(&app).await?),
        Figures::Hidden => None,
    };
    let body = body(&firm, &published.written, lines.as_ref().map(|lines| lines.as_slice()));
    Ok(theirs_shell::open_page(&firm, &t("theirs-handling-title"), &body, languages(PATH)).into_response())
}

/// The page below its heading.
pub fn body(firm: &Firm, written: &Written, lines: Option<&[Line]>) -> Markup {
    let own = written.words.get(spoken().tag()).map_or("", String::as_str);
    html! {
        h1 { (t("theirs-handling-title")) }
        p.lead { (t("theirs-handling-lead")) }
        @for words in own.split("\n\n").filter(|words| !words.trim().is_empty()) { p.answer { (words.trim()) } }
        (section("theirs-handling-promises", None, html! {
            ol.steps { @for promise in Promise::ALL {
                li { h3 { (title(*promise)) } p { (sentence(firm, *promise)) } }
            } }
            p.quiet { (t_with("theirs-handling-hours", &[
                ("hours", week(firm.ours.spec()).into()),
                ("zone", firm.ours.spec().zone.replace('_', " ").into()),
            ])) }
        }))
        @if let Some(lines) = lines { (section("theirs-handling-figures", None, figures(lines))) }
        @if !written.phone.is_empty() || !written.email.is_empty() { (section("theirs-handling-reach", None, reach(written))) }
    }
}

fn reach(written: &Written) -> Markup {
    let dialled: String = written.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    html! {
        p { (t("theirs-handling-reach-help")) }
        @if !written.phone.is_empty() { p { a.way href={ "tel:" (dialled) } { (written.phone) } } }
        @if !written.email.is_empty() { p { a href={ "mailto:" (written.email) } { (written.email) } } }
    }
}

/// The same page in the other languages.
pub fn languages(here: &str) -> Markup {
    html! {
        p.ways { @for language in Language::THEIRS {
            @if language == spoken() { strong lang=(language.tag()) { (language.own_name()) } }
            @else { a lang=(language.tag()) hreflang=(language.tag()) href={ (here) "?language=" (language.tag()) } { (language.own_name()) } }
        } }
    }
}

fn title(promise: Promise) -> String {
    t(&format!("theirs-handling-{}-title", promise.word())).into_owned()
}

/// The promise with its times, as the policy has them now.
fn sentence(firm: &Firm, promise: Promise) -> String {
    let at_most = |kind| within(Limit::of(&firm.policy, kind));
    let times = match promise {
        Promise::Voice => {
            vec![("within", at_most(ClockKind::FirstContact)), ("urgent", at_most(ClockKind::UrgentContact))]
        }
        Promise::NextWord => vec![("within", at_most(ClockKind::Silence)), ("summary", at_most(ClockKind::Summary))],
        Promise::Ways => {
            vec![("within", at_most(ClockKind::OptionsReady)), ("answer", at_most(ClockKind::AnswerProposal))]
        }
        Promise::CallAfter => vec![("within", at_most(ClockKind::FollowUpCall))],
        Promise::Learned => vec![("within", at_most(ClockKind::ImprovementLetter))],
        Promise::Person | Promise::TheirWord => vec![],
    };
    let key = format!("theirs-handling-{}", promise.word());
    let parts: Vec<_> = times.into_iter().map(|(name, words)| (name, words.into())).collect();
    t_with(&key, &parts)
}

fn within(limit: Limit) -> String {
    let (time, grave) = (length(limit.always), length(limit.grave));
    if limit.always == limit.grave {
        return t_with("theirs-handling-within", &[("time", time.into())]);
    }
    t_with("theirs-handling-within-grave", &[("time", time.into()), ("grave", grave.into())])
}

/// *4 working hours*, *60 minutes*, as it stands behind *within*.
fn length(length: Allowance) -> String {
    let (n, unit) = clocks::parted(length);
    t_with(&format!("theirs-handling-length-{}", unit.replace('_', "-")), &[("n", i64::from(n).into())])
}

/// The hours of a week, days alike together: *Mon–Fri 8:00-17:00*.
fn week(spec: &CalendarSpec) -> String {
    let mut said: Vec<String> = vec![];
    let mut day = 0;
    while day < WEEK {
        let mut last = day;
        while last + 1 < WEEK && spec.week[last + 1] == spec.week[day] {
            last += 1;
        }
        let name = |at: usize| when::weekday_of(i64::try_from(at + 1).unwrap_or(1));
        let days = if last == day { name(day) } else { format!("{}–{}", name(day), name(last)) };
        if !spec.week[day].is_empty() {
            said.push(format!("{days} {}", hours::in_words(&spec.week[day]).replace('-', "–")));
        }
        day = last + 1;
    }
    said.join(", ")
}

/// What came of the last twelve months, each with how many it stands on.
pub fn figures(lines: &[Line]) -> Markup {
    let few = || html! { p { span.quiet { (t("theirs-handling-few")) } } };
    html! {
        p.quiet { (t("theirs-handling-figures-help")) }
        ol.told { @for line in lines { li {
            p { (t(&format!("theirs-handling-figure-{}", line.word))) }
            @match line.figure {
                Some(figure) => p { strong { (amount(figure)) } " " span.quiet { (t_with("theirs-handling-n", &[("n", figure.n().into())])) } },
                None => { (few()) },
            }
        } } }
    }
}

/// Of few it says how many of how many; a percentage would say more than it knows.
fn amount(figure: Figure) -> String {
    match figure {
        Figure::Share(share) if share.sure() == Sure::TooFew => {
            t_with("theirs-handling-of", &[("hits", share.hits.into()), ("of", share.of.into())])
        }
        Figure::Share(share) => {
            let percent = (share.ratio() * 100.0).round() as i64;
            t_with("theirs-handling-percent", &[("percent", percent.into())])
        }
        Figure::Middle(middle) => when::span(middle.median),
        Figure::Points(_) | Figure::Listed(_) => String::new(),
    }
}

/// On the page of a case: which of the promises it has so far (S191); nothing where the page is not published.
pub fn so_far(page: &Page<'_>) -> Markup {
    let Some(way) = handling::way(&page.guest.firm) else { return html! {} };
    let promised = &page.seen.promised;
    let done = promised.iter().filter(|(_, so)| *so == Said::Yes).count();
    section(
        "theirs-handling-so-far",
        None,
        html! {
            details {
                summary { (t_with("theirs-handling-so-far-short", &[("done", done.into()), ("of", promised.len().into())])) }
                ol.steps { @for (promise, so) in promised {
                    li.done[*so == Said::Yes] {
                        p { (title(*promise)) " " span.quiet { (t(if *so == Said::Yes { "theirs-handling-done" } else { "theirs-handling-to-come" })) } }
                    }
                } }
            }
            p { a href=(way) { (t("theirs-handling-title")) } }
        },
    )
}
