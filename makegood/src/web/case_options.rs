//! The options of a case: side by side in the customer's terms, or as sentences to read aloud on the telephone.
use super::case_tabs::{acts, events, tab};
use super::forms::{Desk, letter, short};
use super::ui::{Facts, Label, Table, chip, empty, section, their_words};
use super::when;
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::{Path, Query};
use casework::kinds::Party;
use casework::parts::{Decision, OfferedOption, Said};
use casework::text::Part;
use maud::{Markup, html};
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// `aloud` shows the ways forward as sentences to read out.
    read: String,
}

pub async fn show(
    me: Agent,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Markup, super::fail::Oops> {
    let kinds = &[
        "option_withdrawn",
        "suggestion_answered",
        "options_laid_out",
        "decision_recorded",
        "amends_granted",
        "amends_approved",
        "amends_given",
    ];
    tab(me, number, "options", kinds, move |desk| {
        html! {
            (acts(desk, &["add-option", "counter-proposal", "lay-out-options", "decide"]))
            (chosen(desk))
            @if asked.read == "aloud" { (aloud(desk)) } @else { (side_by_side(desk)) }
            (earlier(desk))
            (amends(desk))
            @if !desk.view.events.is_empty() { (events(desk, "case-how-it-went", "case-no-options")) }
        }
    })
    .await
}

/// What they chose, in their words.
fn chosen(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let Some(decision) = case.decision() else { return disputed(desk) };
    let at = case.options.iter().position(|o| Some(o.id) == decision.chosen);
    let what = at.map(|at| format!("{} {}", letter(at), case.options[at].what)).unwrap_or_default();
    let by = desk.view.reader(desk.me, desk.now).contact(decision.by);
    section(
        "case-chosen",
        None,
        html! {
            p { (t_with("case-chose", &[("by", by.into()), ("what", what.trim_end_matches('.').into())])) " " span.quiet { (when::moment(decision.at, desk.now, &desk.me.zone)) } }
            (their_words(&decision.words))
        },
    )
}

/// Contacts who do not choose the same: each in their words, none above the other.
fn disputed(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let both = case.disputed();
    if both.is_empty() {
        return html! {};
    }
    let reader = desk.view.reader(desk.me, desk.now);
    let line = |decision: &Decision| {
        let at = case.options.iter().position(|o| Some(o.id) == decision.chosen);
        let what = at.map(|at| format!("{} {}", letter(at), case.options[at].what));
        let by = reader.contact(decision.by);
        match what {
            Some(what) => t_with("case-chose", &[("by", by.into()), ("what", what.trim_end_matches('.').into())]),
            None => t_with("case-chose-none", &[("by", by.into())]),
        }
    };
    section(
        "case-disputed-title",
        None,
        html! {
            p { (t("case-disputed")) }
            @for decision in both {
                p { (line(decision)) " " span.quiet { (when::moment(decision.at, desk.now, &desk.me.zone)) } }
                (their_words(&decision.words))
            }
        },
    )
}

/// Those of this round that were not taken back, with their place in the order in which they came.
fn standing<'a>(desk: &Desk<'a>) -> Vec<(usize, &'a OfferedOption)> {
    let case = &desk.view.case;
    let now = |o: &OfferedOption| o.withdrawn.is_none() && !case.is_of_earlier_round(o);
    case.options.iter().enumerate().filter(|(_, o)| now(o)).collect()
}

/// What was laid before them in earlier rounds: to be read, and chosen only when it is laid before them again (S163).
fn earlier(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let before: Vec<_> = case.options.iter().enumerate().filter(|(_, o)| case.is_of_earlier_round(o)).collect();
    if before.is_empty() {
        return html! {};
    }
    // With those of this round, which stay before them.
    let now: String = case.fresh_options().map(|o| format!("&options={}", o.id)).collect();
    let again = |o: &OfferedOption| format!("/cases/{}/do/lay-out-options?options={}{now}", case.number, o.id);
    section(
        "options-earlier",
        u64::try_from(before.len()).ok(),
        html! {
            p.quiet { (t("options-earlier-help")) }
            ul { @for (at, option) in before { li {
                strong { (letter(at)) } " " (option.what) " · " (arrives(desk, option))
                @if option.withdrawn.is_some() { " · " (t("options-was-taken-back")) }
                @else if option.is_ready() { " · " a href=(again(option)) { (t("options-lay-out-again")) } }
            } } }
        },
    )
}

fn here(desk: &Desk<'_>) -> String {
    format!("/cases/{}/options", desk.view.case.number)
}

/// Ours and theirs with equal rank, in the customer's terms; what an option costs us stands nowhere here (S142, S156).
fn side_by_side(desk: &Desk<'_>) -> Markup {
    let standing = standing(desk);
    if standing.is_empty() {
        return empty("case-no-options", None::<(&str, Label)>);
    }
    let table = standing.iter().fold(Table::new("options-caption").col("options-terms"), |table, (at, option)| {
        let whose = if option.from == Party::Customer { format!(" ({})", t("options-theirs")) } else { String::new() };
        table.col(format!("{} {}{whose}", letter(*at), short(&option.what)))
    });
    let row = |label: &'static str, cell: &dyn Fn(&OfferedOption) -> Markup| {
        std::iter::once(html! { (t(label)) })
            .chain(standing.iter().map(|(_, option)| html! { span { (cell(option)) } }))
            .collect::<Vec<_>>()
    };
    let table = table
        .row(row("options-kind", &kind))
        .row(row("options-arrives", &|o| html! { span.arrives { (arrives(desk, o)) } }))
        .row(row("options-sure", &|o| sure(desk, o)))
        .row(row("options-you-do", &|o| said(&o.customer_does, "option-you-do-nothing")))
        .row(row("options-costs-you", &costs))
        .row(row("options-need", &|o| said(o.meets_need.as_deref().unwrap_or_default(), "options-not-said")))
        .row(row("options-acts", &|o| option_acts(desk, o)));
    section(
        "tab-options",
        None,
        html! {
            p { a href={ (here(desk)) "?read=aloud" } { (t("options-read-aloud")) } }
            div.side-by-side { (table) }
        },
    )
}

/// Large, in whole sentences, one card a way: for the eyes of somebody who holds a telephone. Nothing of ours alone is on it (S149).
fn aloud(desk: &Desk<'_>) -> Markup {
    let standing = standing(desk);
    if standing.is_empty() {
        return empty("case-no-options", None::<(&str, Label)>);
    }
    let card = |(at, option): &(usize, &OfferedOption)| {
        let facts = Facts::new()
            .fact("options-aloud-arrives", html! { span.arrives { (arrives(desk, option)) } })
            .fact("options-sure", sure(desk, option))
            .fact("options-you-do", said(&option.customer_does, "option-you-do-nothing"))
            .fact("options-costs-you", costs(option))
            .known("options-need", option.meets_need.clone().filter(|need| !need.trim().is_empty()));
        html! {
            div.card {
                h3 { (t_with("options-aloud-way", &[("letter", letter(*at).to_string().into()), ("what", option.what.as_str().into())])) }
                (facts)
            }
        }
    };
    section(
        "options-aloud-title",
        u64::try_from(standing.len()).ok(),
        html! {
            p.quiet { (t("options-aloud-how")) " " a href=(here(desk)) { (t("options-aloud-back")) } }
            div.cards { @for option in &standing { (card(option)) } }
        },
    )
}

fn kind(option: &OfferedOption) -> Markup {
    html! {
        (t(&format!("option-kind-{}", option.kind.word().replace('_', "-"))))
        @if option.compromise == Said::Yes { " " (chip("options-compromise")) }
    }
}

fn arrives(desk: &Desk<'_>, option: &OfferedOption) -> Markup {
    html! {
        @if let Some(at) = option.arrives {
            (when::moment(at, desk.now, &desk.me.zone)) " (" (when::their_time(at, &desk.view.zone(), &desk.me.zone)) ")"
        } @else { (t("options-no-date")) }
    }
}

fn sure(desk: &Desk<'_>, option: &OfferedOption) -> Markup {
    html! {
        (t(&format!("confidence-{}", option.confidence.word())))
        @if let Some(person) = option.confirmed_by { " (" (desk.me.firm.name_of(person)) ")" }
    }
}

fn costs(option: &OfferedOption) -> Markup {
    match option.costs() {
        Part::Key(key) => html! { (t(&key)) },
        Part::Said(words) => html! { (words) },
        _ => html! {},
    }
}

fn said(words: &str, else_say: &str) -> Markup {
    html! { @if words.trim().is_empty() { (t(else_say)) } @else { (words) } }
}

fn option_acts(desk: &Desk<'_>, option: &OfferedOption) -> Markup {
    let act = |word: &str, key: &str| html! { a href={ "/cases/" (desk.view.case.number) "/do/" (word) "?option=" (option.id) } { (t(key)) } };
    html! {
        @if desk.view.case.asks_about(option) { (act("decide", "options-they-chose")) " · " }
        @if option.from == Party::Customer {
            @match option.answer {
                Some(answer) => { (t(&format!("answered-{}", answer.word().replace('_', "-")))) },
                None => { (act("answer-suggestion", "do-answer-suggestion")) },
            }
        } @else { (act("withdraw-option", "options-take-back")) }
    }
}

/// Something extra to say sorry, apart from what puts it right (S157).
fn amends(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let act = |word: &str, id: casework::ids::AmendsId| html! { a href={ "/cases/" (case.number) "/do/" (word) "?amends=" (id) } { (t(&format!("do-{word}"))) } };
    section(
        "case-amends",
        None,
        html! {
            ul { @for given in &case.amends {
                li {
                    (t(&format!("amends-kind-{}", given.kind.word().replace('_', "-"))))
                    @if let Some(value) = &given.value { ", " (value) }
                    ", " (when::moment(given.due, desk.now, &desk.me.zone)) " · "
                    @if let Some(proof) = &given.given { (t_with("amends-was-given", &[("proof", proof.clone().into())])) }
                    @else if given.approved_by.is_some() { (act("give-amends", given.id)) }
                    @else if given.stands() { (t("amends-waits")) " · " (act("approve-amends", given.id)) }
                    @else { (t("amends-refused")) }
                }
            } }
            p { a href={ "/cases/" (case.number) "/do/grant-amends" } { (t("do-grant-amends")) } }
        },
    )
}
