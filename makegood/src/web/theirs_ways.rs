//! The ways forward on their page, side by side, in their terms: choose one, say that none fits, propose another, ask.
use super::theirs_parts::Page;
use super::ui::{Facts, section, their_words};
use crate::theirs::seen::Way;
use crate::words::{t, t_with};
use casework::kinds::{Answered, Confidence, Recovery};
use casework::parts::Said;
use casework::text::Part;
use maud::{Markup, html};

pub fn ways(page: &Page<'_>) -> Markup {
    let seen = page.seen;
    if seen.ways.is_empty() && seen.decided.is_empty() && !seen.stands.is_live() {
        return html! {};
    }
    // Once they chose and nothing else can be chosen, what was not chosen is history, too.
    let settled = seen.ways.iter().all(|way| way.can_be_chosen == Said::No) && seen.ways.iter().any(is_chosen);
    let (now, before): (Vec<&Way>, Vec<&Way>) =
        seen.ways.iter().partition(|way| way.earlier == Said::No && (!settled || is_chosen(way)));
    section(
        "theirs-ways",
        None,
        html! {
            @if let Some(key) = nothing_to_choose(page, &now) { p { (t(key)) } }
            div.side-by-side { @for way in now { (one(page, way)) } }
            @if seen.differ == Said::Yes { p.notice { (t("theirs-choices-differ")) } }
            @for decided in &seen.decided {
                p.quiet {
                    @match &decided.what {
                        Some(what) => { (t_with("theirs-chose", &[("name", decided.by.as_str().into()), ("what", what.trim_end_matches('.').into())])) },
                        None => { (t_with("theirs-none-fitted", &[("name", decided.by.as_str().into())])) },
                    }
                    " · " (page.moment(decided.at))
                }
                (their_words(&decided.words))
            }
            @if !before.is_empty() { (talked_about(page, &before)) }
            p.ways { (page.way("none-fits", None)) (page.way("propose", None)) }
        },
    )
}

fn is_chosen(way: &Way) -> bool {
    way.chosen == Said::Yes
}

/// Why there is nothing to choose: nothing was laid before them yet, or what was did not fit and another round is being prepared.
fn nothing_to_choose(page: &Page<'_>, now: &[&Way]) -> Option<&'static str> {
    let (seen, stands) = (page.seen, page.seen.stands);
    if seen.ways.is_empty() {
        return Some("theirs-ways-none");
    }
    let none = now.iter().all(|way| way.answer == Some(Answered::NotTaken) && !is_chosen(way));
    let preparing = matches!(stands, Recovery::Told | Recovery::Heard | Recovery::Deciding | Recovery::InMediation);
    (none && preparing && seen.ways.iter().any(|way| way.earlier == Said::Yes)).then_some("theirs-ways-being-made")
}

/// What was laid before them earlier or not chosen, to be read and not to be pressed (S163).
fn talked_about(page: &Page<'_>, earlier: &[&Way]) -> Markup {
    html! {
        details {
            summary { (t("theirs-ways-earlier")) }
            ul { @for way in earlier {
                li { (way.what) @if let Some(at) = way.arrives { " · " (page.moment(at)) } }
            } }
        }
    }
}

fn one(page: &Page<'_>, way: &Way) -> Markup {
    let arrives = match way.arrives {
        Some(at) => page.moment(at),
        None => html! { (t("options-no-date")) },
    };
    let does =
        if way.they_do.trim().is_empty() { t("option-you-do-nothing").into_owned() } else { way.they_do.clone() };
    let costs = match &way.costs {
        Part::Key(key) => t(key).into_owned(),
        Part::Said(words) => words.clone(),
        _ => String::new(),
    };
    let theirs = way.theirs == Said::Yes;
    let facts = Facts::new()
        .fact("options-arrives", arrives)
        .known(
            "options-sure",
            (!theirs || way.confidence != Confidence::Unknown)
                .then(|| t(&format!("confidence-{}", way.confidence.word()))),
        )
        .fact("options-you-do", does)
        .known("options-costs-you", (!theirs).then_some(costs))
        .known("options-need", Some(way.suits.clone()).filter(|suits| !suits.trim().is_empty()));
    let answer = match way.answer {
        Some(Answered::Taken) => Some("theirs-proposal-taken"),
        Some(Answered::Partly) => Some("theirs-proposal-partly"),
        Some(Answered::NotTaken) => Some("theirs-proposal-not-taken"),
        None if theirs => Some("theirs-proposal-waits"),
        None => None,
    };
    html! {
        section.one-way.chosen[way.chosen == Said::Yes] {
            h3 { (way.what) }
            @if theirs { p.quiet { (t("theirs-proposal")) } }
            (facts)
            @if let Some(answer) = answer { p.quiet { (t(answer)) } }
            @if way.over == Said::Yes && way.chosen == Said::No { p.quiet { (t("theirs-way-over")) } }
            @if way.chosen == Said::Yes { p { strong { (t("theirs-chosen")) } } }
            @if way.can_be_chosen == Said::Yes { (page.way("choose", Some(("option", way.id.to_string())))) }
        }
    }
}
