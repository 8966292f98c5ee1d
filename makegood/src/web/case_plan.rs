//! The plan as one line of time for both sides, with the doubts a colleague would voice, and what each version changed.
use super::case_returns;
use super::case_tabs::{acts, events, tab};
use super::forms::Desk;
use super::ui::{Clock, Facts, Label, chip, empty, section};
use super::when;
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Path;
use casework::event::{Event, Happening};
use casework::kinds::{Party, StepKind};
use casework::parts::{PlanStep, Said};
use casework::realism::{self, Doubt, Known};
use jiff::{SignedDuration, ToSpan};
use maud::{Markup, html};
use std::collections::HashMap;
use store::run;

/// Versions told with their differences; older ones stand in the history.
const VERSIONS_TOLD: usize = 10;
/// Steps whose day is looked at; a plan has no more that are open at once.
const DAYS_LOOKED_AT: usize = 60;

pub async fn show(me: Agent, Path(number): Path<String>) -> Result<Markup, super::fail::Oops> {
    let kinds = &[
        "plan_drafted",
        "plan_revised",
        "plan_agreed",
        "step_settled",
        "step_confirmed",
        "check_in_recorded",
        "clocks_paused",
        "delivery_changed",
        "return_authorised",
        "return_received",
        "return_disposed",
        "return_credited",
        "return_ended",
    ];
    let known = known(&me, &number).await?;
    tab(me, number, "plan", kinds, move |desk| {
        html! {
            (plan_acts(desk))
            (both_sides(desk, &known))
            (case_returns::part(desk))
            (versions(desk))
            @if !desk.view.events.is_empty() { (events(desk, "plan-what-was-done", "case-no-plan")) }
        }
    })
    .await
}

/// What else is due on the days of our open steps, and how fast earlier steps were done; by the id of the step.
async fn known(me: &Agent, number: &str) -> Result<HashMap<uuid::Uuid, Known>, super::fail::Oops> {
    let number = super::do_on_case::numbered(number)?;
    let zone = me.zone.clone();
    let read = move |conn: &store::Conn| {
        let Some(kept) = store::cases::by_number(conn, number)? else { return Ok::<_, store::Fault>(HashMap::new()) };
        let case = kept.case;
        let done = run::steps_done(conn)?;
        let open = case.plan.iter().flat_map(|plan| &plan.steps).filter(|step| step.is_open()).take(DAYS_LOOKED_AT);
        let mut known = HashMap::new();
        for step in open {
            let day = step.due.to_zoned(zone.clone()).start_of_day().ok();
            let day = day.and_then(|from| Some((from.timestamp(), from.checked_add(1.day()).ok()?.timestamp())));
            let others = match (step.owner, day) {
                (Some(owner), Some(day)) => run::owed_between(conn, owner, day, case.id)?,
                _ => 0,
            };
            let known_here = Known {
                others_due: u32::try_from(others).unwrap_or(0),
                done_before: u32::try_from(done.count).unwrap_or(0),
                shortest: done.shortest.map(SignedDuration::from_micros),
            };
            known.insert(step.id.0, known_here);
        }
        Ok(known)
    };
    Ok(me.app.db.read(read).await?)
}

fn plan_acts(desk: &Desk<'_>) -> Markup {
    match &desk.view.case.plan {
        None => acts(desk, &["draft-plan"]),
        Some(plan) if plan.agreed_at.is_none() => acts(desk, &["agree-plan", "draft-plan", "revise-plan"]),
        Some(_) => acts(desk, &["record-check-in", "revise-plan", "change-delivery", "pause-clocks"]),
    }
}

/// Ours beside theirs on one line of time, with today across it; theirs are *still open*, never overdue (S154, S170).
fn both_sides(desk: &Desk<'_>, known: &HashMap<uuid::Uuid, Known>) -> Markup {
    let Some(plan) = &desk.view.case.plan else { return empty("case-no-plan", None::<(&str, Label)>) };
    let mut steps: Vec<&PlanStep> = plan.steps.iter().collect();
    steps.sort_by_key(|step| step.due);
    let today = steps.iter().position(|step| step.due > desk.now).unwrap_or(steps.len());
    let line = html! { li.today { (t_with("plan-today", &[("date", when::moment(desk.now, desk.now, &desk.me.zone).words.into())])) } };
    section(
        "tab-plan",
        None,
        html! {
            @if plan.untold_change == Said::Yes { p.late { (t("case-not-told")) } }
            (standing(desk))
            div.track-sides { p { (t("plan-ours")) } p { (desk.view.account.name) } }
            ol.track data-list {
                @for (at, step) in steps.iter().enumerate() {
                    @if at == today { (line) }
                    (one(desk, step, known.get(&step.id.0).copied().unwrap_or_default()))
                }
                @if today == steps.len() { (line) }
            }
        },
    )
}

fn standing(desk: &Desk<'_>) -> Markup {
    let Some(plan) = &desk.view.case.plan else { return html! {} };
    let reader = desk.view.reader(desk.me, desk.now);
    let agreed = plan.agreed_at.map(|at| {
        let us = plan.agreed_by_us.map_or("", |id| desk.me.firm.name_of(id)).to_owned();
        let them = plan.agreed_by_customer.map(|id| reader.contact(id)).unwrap_or_default();
        html! { (us) " · " (them) " · " (when::moment(at, desk.now, &desk.me.zone)) }
    });
    let facts = Facts::new()
        .fact("plan-version", plan.version)
        .fact("plan-agreed", agreed.unwrap_or_else(|| html! { (t("plan-not-agreed")) }))
        .known("form-no-prevention", plan.no_prevention_because.clone())
        .known("form-declined", plan.customer_declined.clone());
    html! { (facts) }
}

fn one(desk: &Desk<'_>, step: &PlanStep, known: Known) -> Markup {
    let theirs = step.party == Party::Customer;
    let who = step.owner.map_or(step.owner_name.as_str(), |id| desk.me.firm.name_of(id));
    let whose = (step.party == Party::Third).then(|| t(&format!("party-{}", step.party.word())).into_owned());
    let kind = t(&format!("step-kind-{}", step.kind.word()));
    let marked = matches!(step.kind, StepKind::Fix | StepKind::Prevent);
    html! {
        li.theirs-to-do[theirs] {
            div.at { (by(desk, step)) }
            div.step {
                p { (step.text) " " @if marked { (chip(kind)) } @else { span.quiet { (kind) } } }
                p.quiet {
                    (who) @if let Some(whose) = &whose { ", " (whose) } " · " (state(step))
                    @if step.is_open() && !theirs && step.confirmed == Said::No { " · " (t("plan-not-confirmed")) }
                }
                @for doubt in doubts(desk, step, known) { p.nudge { (doubt) } }
                (step_acts(desk, step))
            }
        }
    }
}

fn by(desk: &Desk<'_>, step: &PlanStep) -> Markup {
    let zone = &desk.me.zone;
    match (step.is_open(), step.party == Party::Customer, step.done_at) {
        (true, false, _) => html! { (Clock::running(step.made_at, step.due, desk.now, zone)) },
        (false, false, Some(done)) => html! { (Clock::met(step.made_at, step.due, done, zone)) },
        _ => html! { (when::moment(step.due, desk.now, zone)) },
    }
}

fn state(step: &PlanStep) -> Markup {
    html! {
        @if step.party == Party::Customer && step.is_open() { (t("plan-still-open")) }
        @else { (t(&format!("step-state-{}", step.state.word()))) }
        @if let Some(proof) = &step.proof { ": " (proof) }
    }
}

fn step_acts(desk: &Desk<'_>, step: &PlanStep) -> Markup {
    let go = |word: &str, key: &str| html! { a href={ "/cases/" (desk.view.case.number) "/do/" (word) "?step=" (step.id) } { (t(key)) } };
    html! {
        @if step.is_open() {
            p.acts {
                @if step.party != Party::Customer && step.confirmed == Said::No { (go("confirm-step", "do-confirm-step")) }
                (go("settle-step", "plan-settle"))
            }
        }
    }
}

/// Each doubt as a colleague would say it; it blocks nothing.
fn doubts(desk: &Desk<'_>, step: &PlanStep, known: Known) -> Vec<String> {
    let (ours, theirs) = (&desk.me.firm.ours, desk.me.firm.calendar(desk.view.account.calendar_id));
    realism::doubts(step, ours, &theirs, known)
        .into_iter()
        .map(|doubt| match doubt {
            Doubt::Holiday { party: Party::Customer, name } => t_with(
                "plan-doubt-holiday-theirs",
                &[("name", name.into()), ("account", desk.view.account.name.as_str().into())],
            ),
            Doubt::Holiday { name, .. } => t_with("plan-doubt-holiday-ours", &[("name", name.into())]),
            Doubt::Crowded { others } => {
                let who = step.owner.map_or("", |id| desk.me.firm.name_of(id));
                t_with("plan-doubt-crowded", &[("who", who.into()), ("n", i64::from(others).into())])
            }
            Doubt::FasterThanEver { shortest } => {
                t_with("plan-doubt-faster", &[("span", when::span(shortest.as_mins()).into())])
            }
        })
        .collect()
}

/// What each new version changed, in whole sentences: added, left out, moved, handed on.
fn versions(desk: &Desk<'_>) -> Markup {
    let revised = |happening: &Happening| match &happening.event {
        Event::PlanRevised(plan) => Some((happening.when.happened_at, plan.clone())),
        _ => None,
    };
    let all: Vec<_> = desk.view.events.iter().filter_map(revised).take(VERSIONS_TOLD).collect();
    html! {
        @for (at, plan) in &all {
            (section(t_with("plan-version-of", &[("n", i64::from(plan.version).into()), ("date", when::moment(*at, desk.now, &desk.me.zone).words.into())]), None, html! {
                @if !plan.why.trim().is_empty() { p { (plan.why) } }
                ul { @for line in changes(desk, &plan.before, &plan.steps) { li { (line) } } }
            }))
        }
    }
}

/// A step is the same when it has the same id, else the same words and side.
fn changes(desk: &Desk<'_>, before: &[PlanStep], after: &[PlanStep]) -> Vec<Markup> {
    let same = |one: &PlanStep, other: &PlanStep| {
        one.id == other.id || (one.text == other.text && one.party == other.party && one.kind == other.kind)
    };
    let day = |step: &PlanStep| when::moment(step.due, desk.now, &desk.me.zone).words;
    let who = |step: &PlanStep| step.owner.map_or(step.owner_name.clone(), |id| desk.me.firm.name_of(id).to_owned());
    let mut lines = vec![];
    for step in after {
        let Some(old) = before.iter().find(|old| same(old, step)) else {
            lines.push(html! { (t("plan-added")) " " ins { (step.text) } ", " (who(step)) ", " (day(step)) });
            continue;
        };
        let moved = (old.due != step.due).then(|| html! { " " del { (day(old)) } " → " ins { (day(step)) } });
        let handed = (who(old) != who(step)).then(|| html! { " " del { (who(old)) } " → " ins { (who(step)) } });
        let reworded = (old.text != step.text).then(|| html! { " → " ins { (step.text) } });
        if moved.is_some() || handed.is_some() || reworded.is_some() {
            let parts = [reworded, moved, handed];
            lines.push(html! { (old.text) @for part in parts.iter().flatten() { (part) } });
        }
    }
    let gone = before.iter().filter(|old| !after.iter().any(|step| same(old, step)));
    lines.extend(gone.map(|old| html! { (t("plan-left-out")) " " del { (old.text) } }));
    if lines.is_empty() {
        lines.push(html! { (t("plan-nothing-moved")) });
    }
    lines
}
