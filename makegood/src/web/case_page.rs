//! The page of a case: their side first, then what we owe next, then the steps and the story; the account quietly beside it.
use super::case_beside::card;
use super::case_notice::{self, Done};
use super::case_sieve::Sieve;
use super::case_view::{self, Older, Story};
use super::desk;
use super::do_on_case::numbered;
use super::fail::Oops;
use super::forms::Desk;
use super::gone_around::{self, Opening};
use super::ui::{
    self, ContactCard, Light, Lights, Nav, Notice, Pager, Tabs, Timeline, Typed, chip, chips, heading, in_short, more,
    section, with_aside,
};
use super::{
    act_groups, after_a_talk, case_cause, case_emergency, case_finder, case_lines, case_next, case_prompts, case_sides,
    case_steps, case_stuck, memory, mistakes, their_links, when,
};
use crate::live::Topic;
use crate::session::{Agent, AskedBy, asked_by};
use crate::words::quotes::quoted;
use crate::words::{t, t_with};
use axum::extract::{Path, Query};
use axum::http::HeaderMap;
use casework::clock::ClockKind;
use casework::need::Need;
use casework::parts::Said;
use casework::recovery::four_lights;
use casework::sheets;
use maud::{Markup, html};
use serde::Deserialize;

/// What the address may say about a case page.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// The story before this event.
    before: Option<i64>,
    /// Which part of the story: `theirs`, `promises`, `ours`; all of it when left out.
    show: String,
}

pub async fn show(
    me: Agent,
    headers: HeaderMap,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
    Query(done): Query<Done>,
) -> Result<Markup, Oops> {
    let number = numbered(&number)?;
    let sieve = Sieve::of(&asked.show);
    let story = match (sieve, asked.before) {
        (Sieve::All, None) => Story::Newest,
        (Sieve::All, Some(before)) => Story::Before(before),
        _ => Story::Many,
    };
    let view = me.app.db.read(move |conn| case_view::load(conn, number, story)).await?.ok_or(Oops::NotFound)?;
    let to_look = done.act().is_empty() && asked.before.is_none() && sieve == Sieve::All;
    // An open page that follows what moves is no new look.
    let opening = if to_look && asked_by(&headers) == AskedBy::Person { Opening::ToLook } else { Opening::Otherwise };
    let looks = gone_around::looks(&me, &view, opening).await?;
    let nothing = Typed::nothing();
    let desk = Desk { view: &view, me: &me, now: me.app.now(), typed: &nothing };
    let body = html! {
        (after_a_talk::said(&desk, done.act()))
        (case_sides::their_side(&desk))
        (case_stuck::said(&desk))
        (coming(&desk, looks))
        (case_finder::found(&desk))
        (case_sides::our_view(&desk))
        (case_steps::steps(&desk))
        (memory::said(&me, &view.near, memory::Shown::Folded, desk.now))
        (story_of(&desk, sieve, asked.before))
    };
    let notice = case_notice::done(&desk, &done).await?;
    Ok(whole(&desk, "story", notice, body))
}

/// The page around one tab of a case.
pub fn whole(desk: &Desk<'_>, present: &str, notice: Option<Notice>, body: Markup) -> Markup {
    let (view, case) = (desk.view, &desk.view.case);
    let here = ui::here(view.who_is_here(desk.me, desk.now));
    let beside = html! { a href={ "/accounts/" (view.account.id) } { (view.account.name) } " · " (case.number) " " (here) (their_links::looking_now(desk.me, &view.contacts, &view.links)) };
    let page = ui::moving(html! {
        (heading(html! { span.theirs { (quoted(&case.title)) } }, Some(beside)))
        (in_short(standing(desk)))
        div.standing { (lights(desk)) (marks(desk)) }
        (case_emergency::strip(desk))
        @if let Some(line) = case_cause::why_open(desk).filter(|_| present != "cause") { p.notice-line { (line) } }
        (tabs(desk, present))
        (with_aside("case-aside", body, case_sides::aside(desk)))
    });
    let title = t_with(
        "case-title",
        &[("number", case.number.to_string().into()), ("title", super::forms::short(&case.title).into())],
    );
    let live = ui::Live::on(Topic::Case(case.number), desk.me.app.new_id(), desk.now);
    let shell = desk::shell(desk.me, title, Nav::Cases).live(live);
    ui::page(
        match notice {
            Some(notice) => shell.notice(notice),
            None => shell,
        },
        page,
    )
}

/// The clock that matters, how grave it is, since when we know, where it stands.
fn standing(desk: &Desk<'_>) -> Vec<Markup> {
    let case = &desk.view.case;
    let zone = &desk.me.zone;
    let mut short = vec![];
    if let Some(clock) = case_lines::main_clock(case) {
        short.push(
            html! { (case_lines::clock_name(clock)) " " (case_lines::clock(clock, case.number, desk.now, zone)) },
        );
    }
    let quiet = case
        .clocks
        .iter()
        .find(|c| c.is_running() && matches!(c.kind, ClockKind::Silence | ClockKind::SilenceAwaitingWord));
    if let Some(clock) = quiet.filter(|c| case_lines::main_clock(case) != Some(c)) {
        let silence =
            ui::Clock::silence(clock.starts, clock.due, desk.now, zone).why(case_lines::why(clock, case.number));
        short.push(html! { (t("case-heard-nothing")) " " (silence) });
    }
    short.push(html! { (t(&format!("severity-{}", case.severity.word()))) });
    let known = when::moment(case.recognised_at, desk.now, zone);
    short.push(html! { (t("case-known-since")) " " (known) " (" (when::their_time(case.recognised_at, &desk.view.zone(), zone)) ")" });
    short.push(html! { (t(&format!("recovery-{}", case.recovery.word().replace('_', "-")))) });
    short
}

/// Acknowledged, in dialogue, plan agreed, relationship kept (S250).
fn lights(desk: &Desk<'_>) -> Lights {
    let labels = ["light-acknowledged", "light-dialogue", "light-plan", "light-kept"];
    let lit = four_lights(&desk.view.case);
    let next = lit.iter().position(|l| *l == Said::No);
    labels.into_iter().zip(lit).enumerate().fold(Lights::new(), |lights, (at, (label, lit))| {
        let state = match lit {
            Said::Yes => Light::Lit,
            Said::No if next == Some(at) && desk.view.case.is_open() => Light::Next,
            Said::No => Light::Unlit,
        };
        lights.light(t(label), state)
    })
}

/// What must not be overlooked: no voice yet (S056), a change not told (S176), nothing ahead (S184), engaged or not (S002, S153), let down twice, grown while
/// we waited (S037).
fn marks(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let untold = case.plan.as_ref().is_some_and(|p| p.untold_change == Said::Yes);
    let took_part = case.decision().is_some()
        || case.plan.iter().flat_map(|p| &p.steps).any(|s| s.party == casework::kinds::Party::Customer);
    let mut short: Vec<Markup> = vec![];
    if untold {
        short.push(html! { a.late href={ "/cases/" (case.number) "/do/revise-plan" } { (chip("case-not-told")) } });
    }
    short.extend(mistakes::of_case(case, desk.me.app.now()).map(|key| html! { span.late { (chip(key)) } }));
    if sheets::stands_still(case, desk.now) {
        short
            .push(html! { a.late href={ "/cases/" (case.number) "/do/make-promise" } { (chip("case-stands-still")) } });
    }
    if !case.has_voice() && case.is_open() {
        short.push(chip("case-no-voice"));
    }
    if case.is_open() && case.mails.undelivered().next().is_some() {
        short.push(html! { a.late href={ "/cases/" (case.number) "/mail" } { (chip("case-mail-undelivered")) } });
    }
    if case.is_open() && !case.mails.letters.is_empty() {
        short.push(html! { a href={ "/cases/" (case.number) "/mail" } { (chip("case-letters-wait")) } });
    }
    if took_part {
        short.push(chip("case-engaged"));
    } else if Need::CustomerTakesPart.is_met(case) {
        short.push(chip("case-leaves-it-to-us"));
    } else if case.was_heard() && case.is_open() {
        let way = case_next::for_need(case, Need::CustomerTakesPart).map(|act| act.href(case)).unwrap_or_default();
        short.push(html! { a.late href=(way) { (chip("case-not-engaged")) } });
    }
    if case.is_open() && case.contacts.grew_at.is_some() {
        short.push(chip("case-grew"));
    }
    if case.let_down_twice() {
        short.push(chip("case-let-down-twice"));
    }
    if !case.repeat_of.is_empty() {
        short.push(chip("case-repeat"));
    }
    html! { @if !short.is_empty() { (chips(short)) } }
}

fn tabs(desk: &Desk<'_>, present: &str) -> Tabs {
    let case = &desk.view.case;
    let base = format!("/cases/{}", case.number);
    let href = |tab: &str| if tab == "story" { base.clone() } else { format!("{base}/{tab}") };
    let count = |n: usize| u64::try_from(n).unwrap_or(0);
    let options = case.standing_options().count();
    let steps = case.plan.as_ref().map_or(0, |p| p.steps.len());
    Tabs::new("case-tabs", href(present))
        .tab(href("story"), "tab-story")
        .counted(href("conversations"), "tab-conversations", u64::from(case.contacts.talks))
        .counted(href("options"), "tab-options", count(options))
        .counted(href("plan"), "tab-plan", count(steps))
        .counted(href("cause"), "tab-cause", count(case.inside.causes.len()))
        .tab(href("mail"), "tab-mail")
        .counted(href("files"), "tab-files", count(case.files.len()))
        .counted(href("8d"), "tab-8d", count(case.reports.len()))
        .tab(href("what-they-see"), "tab-what-they-see")
        .tab(href("history"), "tab-history")
}

/// The one obvious act as a button, what else helps beside it, and every other act folded.
fn coming(desk: &Desk<'_>, looks: u32) -> Markup {
    let case = &desk.view.case;
    let acts = case_next::next(case, desk.now);
    let label = |act: &case_next::NextAct| act.label(case);
    let folded = html! {
        @for (group, words) in act_groups::GROUPS {
            h3 { (t(group)) }
            ul.acts-list {
                @if *group == "acts-reach" { li { a href={ "/cases/" (case.number) "/mail/new" } { (t("do-write-mail")) } } }
                @for word in *words { li { a href={ "/cases/" (case.number) "/do/" (word) } { (t(&format!("do-{word}"))) } } } }
        }
    };
    let merged = case.merged_into.and_then(|id| desk.view.related.iter().find(|r| r.id == id));
    section(
        "case-next",
        None,
        html! {
            @if let Some(into) = merged { p { (t("case-merged-into")) " " a href={ "/cases/" (into.number) } { (into.number) } } }
            (gone_around::nudge(desk, looks))
            (case_prompts::said(desk))
            @if let Some(first) = acts.first() {
                @if let Some(card) = to_call(desk, first.word) { (card) }
                @if let Some(what) = first.what(case) { p { (what) } }
                div.acts {
                    a.act href=(first.href(case)) data-key="a" aria-keyshortcuts="a" { (first.name()) }
                    @for act in acts.iter().skip(1) { a href=(act.href(case)) { (label(act)) } }
                }
            }
            (more("case-all-acts", folded))
        },
    )
}

/// Whom to call, with the number to tap and what time it is there.
fn to_call(desk: &Desk<'_>, word: &str) -> Option<ContactCard> {
    let by_voice = ["record-conversation", "record-attempt", "follow-up", "ask-for-word", "record-word"];
    let contact = desk.view.speaker().filter(|_| by_voice.contains(&word))?;
    Some(card(desk, contact))
}

/// The story under its days, whole or sieved; each sieve has an address, so that it works without script.
fn story_of(desk: &Desk<'_>, sieve: Sieve, before: Option<i64>) -> Markup {
    let view = desk.view;
    let reader = view.reader(desk.me, desk.now);
    let shown = view.events.iter().filter(|happening| sieve.keeps(happening));
    let timeline = shown.fold(Timeline::new(), |story, happening| story.entry(case_lines::entry(&reader, happening)));
    let base = format!("/cases/{}", view.case.number);
    let older = match view.older {
        Older::Before(seq) if sieve == Sieve::All => Some(format!("{base}?before={seq}")),
        _ => None,
    };
    let ways = Sieve::ALL.map(|way| (way.href(&base), t(way.label())));
    html! {
        section.part id="story" {
            h2 { (t("tab-story")) " " span.count { (view.case.version) } }
            (ui::sieve("story-sieve", &sieve.href(&base), &ways))
            @if view.events.iter().any(|happening| sieve.keeps(happening)) { (timeline) }
            @else { (ui::empty("story-none", Some((base.as_str(), t("story-all").into())))) }
            @if older.is_none() { (told_first(desk)) }
            (Pager::new(before.map(|_| base.clone()), older))
        }
    }
}

/// At the bottom of the story, where it began: who told first, with thanks (S040).
fn told_first(desk: &Desk<'_>) -> Markup {
    let words = |signal: &store::signals::Signal| {
        let at = when::moment(signal.detected_at, desk.now, &desk.me.zone).words;
        match signal.raised_by {
            Some(id) => {
                t_with("case-first-to-tell", &[("name", desk.me.firm.name_of(id).to_owned().into()), ("at", at.into())])
            }
            None => t_with("case-first-to-tell-unnamed", &[("at", at.into())]),
        }
    };
    html! { @for signal in &desk.view.told_first { p { a href={ "/signals/" (signal.id) } { (words(signal)) } } } }
}
