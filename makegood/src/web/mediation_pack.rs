//! The pack for a neutral: both sides in their own words, what was offered and answered, what was promised and what became of it, what was
//! told. It is written from what both sides know; what is only ours (notes, costs, limits) has no way onto it.
use super::ui::{Facts, section, their_words};
use super::when;
use crate::say::Reader;
use crate::words::{t, t_with};
use casework::Case;
use casework::event::Happening;
use casework::kinds::Party;
use casework::parts::{ConcernState, Mediation, PromiseState, Promised, Said};
use casework::stuck;
use maud::{Markup, html};

/// What was told, newest last; the rest stands in the record that both can take.
const TOLD_AT_MOST: usize = 100;

/// Whose case it is and what is known of it.
pub struct Pack<'a> {
    pub case: &'a Case,
    pub account: &'a str,
    pub events: &'a [Happening],
    pub reader: &'a Reader<'a>,
}

pub fn whole(pack: &Pack<'_>) -> Markup {
    html! {
        (head(pack))
        (their_side(pack))
        (our_side(pack))
        (offered(pack))
        (promised(pack))
        (tried(pack))
        (told(pack))
    }
}

fn head(pack: &Pack<'_>) -> Markup {
    let (case, reader) = (pack.case, pack.reader);
    let known = when::moment(case.recognised_at, reader.now, reader.zone);
    let facts = Facts::new()
        .fact("pack-case", html! { (case.number) })
        .fact("pack-customer", pack.account.to_owned())
        .fact("pack-known-since", html! { (known) });
    html! { (facts) @if let Some(mediation) = &case.mediation { (neutral(pack, mediation)) } }
}

/// Who helps both, why they are impartial, and that both said yes (S201).
fn neutral(pack: &Pack<'_>, mediation: &Mediation) -> Markup {
    let reader = pack.reader;
    let accepted = t_with(
        "pack-accepted-by",
        &[
            ("us", reader.firm.name_of(mediation.accepted_by_us).into()),
            ("them", reader.contact(mediation.accepted_by_them).into()),
        ],
    );
    let facts = Facts::new()
        .fact("pack-mediator", mediation.mediator.clone())
        .fact("pack-impartial", mediation.impartial.clone())
        .fact("pack-accepted", accepted)
        .known("pack-outcome", mediation.outcome.as_ref().map(|outcome| outcome.words.clone()))
        .known("pack-signed", mediation.outcome.as_ref().map(|_| signed(pack)));
    section("pack-neutral", None, html! { (facts) })
}

/// Which of the two names stand under what is proposed (S202).
pub fn signed(pack: &Pack<'_>) -> String {
    let plan = pack.case.plan.as_ref();
    let reader = pack.reader;
    let us = plan.and_then(|plan| plan.agreed_by_us).map(|id| reader.firm.name_of(id).to_owned());
    let them = plan.and_then(|plan| plan.agreed_by_customer).map(|id| reader.contact(id));
    let names: Vec<String> = us.into_iter().chain(them).collect();
    if names.is_empty() { t("pack-nobody-signed").into_owned() } else { names.join(", ") }
}

fn their_side(pack: &Pack<'_>) -> Markup {
    let case = pack.case;
    let view = case.fault.their_view.clone().or(case.contacts.answers.led_to_this.clone());
    let open: Vec<&str> =
        case.concerns.iter().filter(|c| c.state != ConcernState::Settled).map(|c| c.words.as_str()).collect();
    let impacts: Vec<&str> = case.harm.impacts.iter().map(|impact| impact.words.as_str()).collect();
    let facts = Facts::new()
        .known("pack-impacts", (!impacts.is_empty()).then(|| listed(&impacts)))
        .known("pack-their-view", view)
        .known("pack-open", (!open.is_empty()).then(|| listed(&open)))
        .known("pack-deadline", case.harm.deadline.as_ref().map(|d| d.what.clone()));
    section(
        "pack-their-side",
        None,
        html! {
            (their_words(&case.title))
            (facts)
            @for question in &case.questions {
                (their_words(&question.words))
                p { (question.answer.clone().unwrap_or_else(|| t("pack-no-answer").into_owned())) }
            }
        },
    )
}

fn listed(all: &[&str]) -> Markup {
    html! { ul { @for one in all { li { (one) } } } }
}

/// As far as it was said to them.
fn our_side(pack: &Pack<'_>) -> Markup {
    let case = pack.case;
    let facts = Facts::new()
        .known("pack-told", case.told.as_ref().map(|told| told.what.clone()))
        .known("pack-our-part", case.fault.our_part.clone());
    let known: Vec<String> = case.facts.iter().map(|fact| format!("{}: {}", fact.what, fact.answer)).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    section(
        "pack-our-side",
        None,
        html! {
            (facts)
            @if !known.is_empty() { h3 { (t("pack-facts")) } (listed(&known)) }
        },
    )
}

fn offered(pack: &Pack<'_>) -> Markup {
    let (case, reader) = (pack.case, pack.reader);
    let laid_out = |id| case.rounds.iter().any(|round| round.options.contains(&id));
    let shown = case.standing_options().filter(|o| o.from == Party::Customer || laid_out(o.id));
    let from = |party: Party| t(if party == Party::Customer { "pack-from-them" } else { "pack-from-us" });
    section(
        "pack-offered",
        None,
        html! {
            ul { @for option in shown {
                li {
                    (option.what) " · " (from(option.from))
                    @if let Some(at) = option.arrives { " · " (when::moment(at, reader.now, reader.zone)) }
                    @if option.compromise == Said::Yes { " · " (t("pack-compromise")) }
                }
            } }
            @for decision in &case.decisions { (their_words(&decision.words)) }
        },
    )
}

fn promised(pack: &Pack<'_>) -> Markup {
    let (case, reader) = (pack.case, pack.reader);
    let things = || case.promises.iter().filter(|p| p.what == Promised::Thing || p.state == PromiseState::Broken);
    if things().next().is_none() {
        return html! {};
    }
    let words = |promise: &casework::parts::Promise| {
        if promise.words.trim().is_empty() { t("promised-next-contact").into_owned() } else { promise.words.clone() }
    };
    section(
        "pack-promised",
        None,
        html! {
            ul { @for promise in things() {
                li { (words(promise)) " · " (when::moment(promise.due, reader.now, reader.zone)) " · " (t(&format!("promise-state-{}", promise.state.word()))) }
            } }
        },
    )
}

/// What both did before they asked somebody: each rung, done or not.
fn tried(pack: &Pack<'_>) -> Markup {
    let director = pack.reader.firm.director(pack.case);
    section(
        "pack-tried",
        None,
        html! {
            ul { @for (rung, done) in stuck::rungs(pack.case, director) {
                li { (t(rung.key())) " · " (t(if done == Said::Yes { "stuck-done" } else { "stuck-not-done" })) }
            } }
        },
    )
}

fn told(pack: &Pack<'_>) -> Markup {
    let reader = pack.reader;
    let mut told: Vec<(jiff::Timestamp, String)> = pack
        .events
        .iter()
        .filter_map(|happening| Some((happening.when.happened_at, reader.say(&happening.event.told()?))))
        .take(TOLD_AT_MOST)
        .collect();
    told.reverse();
    section(
        "pack-story",
        None,
        html! {
            ul { @for (at, words) in &told { li { (when::moment(*at, reader.now, reader.zone)) " · " (words) } } }
        },
    )
}
