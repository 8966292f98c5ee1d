//! Emergency plans: the list, and one plan as it is read when it is needed. Whoever works here may read them all, at night too.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::ui::{self, Facts, Field, Form, Nav, Table, Typed};
use super::when;
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::response::Response;
use casework::emergency::{EmergencyPlan, Rehearsal, StepOwner};
use casework::ids::EmergencyPlanId;
use casework::kinds::Role;
use jiff::civil::Date;
use maud::{Markup, html};
use store::emergency;

/// Where the plans live.
pub const PATH: &str = "/settings/emergency";

/// Who may write plans: whoever answers for what happens then, and whoever keeps the settings.
pub fn may_prepare(agent: &Agent) -> Result<(), Oops> {
    if prepares(agent) { Ok(()) } else { Err(Oops::Forbidden) }
}
pub fn prepares(agent: &Agent) -> bool {
    let roles = [Role::Manager, Role::Director, Role::Quality, Role::Operations, Role::Administrator];
    roles.into_iter().any(|role| agent.has(role))
}

/// Today where the firm is.
pub fn today(agent: &Agent) -> Date {
    agent.firm.ours.local(agent.app.now()).date()
}

pub async fn show(agent: Agent) -> Result<Markup, Oops> {
    let all = agent.app.db.read(emergency::list).await?;
    let rows = all.iter().map(|plan| {
        [
            html! { a href={ (PATH) "/" (plan.id) } data-go { (plan.name) } },
            html! { (kinds(plan)) },
            html! { (plan.steps.len()) },
            rehearsed(&agent, plan),
        ]
    });
    let table = Table::new("emergency-title")
        .under_its_heading()
        .col("emergency-name")
        .col("emergency-for")
        .number_col("emergency-steps")
        .col("emergency-rehearsed")
        .rows(rows);
    let body = html! {
        (ui::heading(t("emergency-title"), None))
        p { (t("emergency-intro")) }
        @if all.is_empty() { (ui::empty("emergency-none", None)) } @else { (table) }
        @if prepares(&agent) { div.acts { a.act href={ (PATH) "/new" } { (t("emergency-write")) } a href="/settings/preparedness" { (t("prepared-title")) } } }
        @else { p { a href="/settings/preparedness" { (t("prepared-title")) } } }
    };
    Ok(desk::page(&agent, "emergency-title", Nav::Settings, body))
}

/// The kinds of trouble that it is for.
pub fn kinds(plan: &EmergencyPlan) -> String {
    let word = |kind: &casework::kinds::TroubleKind| {
        t(&format!("trouble-kind-{}", kind.word().replace('_', "-"))).into_owned()
    };
    plan.kinds.iter().map(word).collect::<Vec<_>>().join(", ")
}

/// When it was last rehearsed, and *stale* where that is too long ago (S004).
pub fn rehearsed(agent: &Agent, plan: &EmergencyPlan) -> Markup {
    let on = plan.rehearsed_on.map(|day| when::day(day, agent.app.now(), &agent.zone));
    match plan.rehearsal(today(agent)) {
        Rehearsal::Fresh => html! { (on.unwrap_or_default()) },
        Rehearsal::Stale => {
            html! { span.stale { (t("emergency-stale")) } " · " (t_with("emergency-last", &[("day", on.unwrap_or_default().into())])) }
        }
        Rehearsal::Never => html! { span.stale { (t("emergency-stale")) } " · " (t("emergency-never")) },
    }
}

/// Who does a step: a role, or a person by name.
pub fn owner(agent: &Agent, owner: StepOwner) -> String {
    match owner {
        StepOwner::Role(role) => t(&format!("role-{}", role.word().replace('_', "-"))).into_owned(),
        StepOwner::Person(id) => match agent.firm.name_of(id) {
            "" => t("emergency-left").into_owned(),
            name => name.to_owned(),
        },
    }
}

/// How long a step may take, in the unit that people would say.
pub fn within(minutes: u32) -> String {
    match minutes {
        m if m % 60 == 0 => t_with("emergency-hours", &[("n", (m / 60).into())]),
        m => t_with("emergency-minutes", &[("n", m.into())]),
    }
}

/// The steps, each with who does it and by when after the launch.
pub fn steps(agent: &Agent, plan: &EmergencyPlan) -> Markup {
    let table = Table::new("emergency-steps")
        .under_its_heading()
        .col("emergency-what")
        .col("emergency-who")
        .col("emergency-due")
        .col("emergency-what-for");
    let rows = plan.steps.iter().map(|step| {
        let kind = t(&format!("step-kind-{}", step.kind.word()));
        [
            html! { (step.text) },
            html! { (owner(agent, step.owner)) },
            html! { (within(step.minutes)) },
            html! { (kind) },
        ]
    });
    html! { (table.rows(rows)) }
}

/// Whom to call, who else can make it, who carries it; nothing where nothing was written.
pub fn at_hand(plan: &EmergencyPlan) -> Option<Markup> {
    let said = |text: &str| Some(text.to_owned()).filter(|text| !text.trim().is_empty());
    let call = |number: &str| {
        let dial: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        html! { a.phone href={ "tel:" (dial) } { (number) } }
    };
    let phones = (!plan.phones.is_empty()).then(|| {
        html! {
            ul { @for line in &plan.phones { li { (line.who) " " (call(&line.number)) } } }
        }
    });
    if phones.is_none() && said(&plan.substitutes).is_none() && said(&plan.carrier).is_none() {
        return None;
    }
    let facts = Facts::new()
        .known("emergency-phones", phones)
        .known("emergency-substitutes", said(&plan.substitutes))
        .known("emergency-carrier", said(&plan.carrier));
    Some(html! { (facts) })
}

pub async fn one(agent: Agent, Path(id): Path<EmergencyPlanId>) -> Result<Markup, Oops> {
    let plan = kept(&agent, id).await?;
    Ok(page(&agent, &plan, &Typed::nothing()))
}

pub async fn kept(agent: &Agent, id: EmergencyPlanId) -> Result<EmergencyPlan, Oops> {
    agent.app.db.read(move |conn| emergency::by_id(conn, id)).await?.ok_or(Oops::NotFound)
}

fn page(agent: &Agent, plan: &EmergencyPlan, typed: &Typed) -> Markup {
    let facts = Facts::new()
        .fact("emergency-for", kinds(plan))
        .fact("emergency-trigger", plan.trigger.clone())
        .fact("emergency-rehearsed", rehearsed(agent, plan));
    let body = html! {
        (ui::heading(&plan.name, Some(html! { a href=(PATH) { (t("emergency-title")) } })))
        (desk::said(typed))
        (facts)
        (ui::section("emergency-steps", None, steps(agent, plan)))
        @if let Some(at_hand) = at_hand(plan) { (ui::section("emergency-at-hand", None, at_hand)) }
        @if prepares(agent) { (acts(agent, plan)) }
    };
    desk::page(agent, plan.name.clone(), Nav::Settings, body)
}

/// What is done with a plan: rehearsed, changed, taken away.
fn acts(agent: &Agent, plan: &EmergencyPlan) -> Markup {
    let path = format!("{PATH}/{}", plan.id);
    let rehearsal = Form::post(&path, agent.app.new_id())
        .id("rehearsed")
        .field(
            Field::date("rehearsed_on", "emergency-rehearsed-on")
                .value(today(agent).to_string())
                .max(today(agent))
                .help("emergency-rehearsed-help"),
        )
        .act("emergency-note-rehearsal");
    let removal =
        Form::post(&path, agent.app.new_id()).id("remove").hidden("remove", "yes").quiet_act("emergency-remove");
    html! {
        (ui::section("emergency-rehearsal", None, html! { (rehearsal) }))
        p { a href={ (path) "/change" } { (t("emergency-change")) } }
        (ui::more("emergency-remove-it", html! { p { (t("emergency-remove-help")) } (removal) }))
    }
}

/// A rehearsal is noted, or the plan is taken away.
pub async fn settle(
    agent: Agent,
    Path(id): Path<EmergencyPlanId>,
    Posted(mut typed): Posted,
) -> Result<Response, Oops> {
    may_prepare(&agent)?;
    let plan = kept(&agent, id).await?;
    let (by, today) = (agent.by(desk::request_of(&agent, &typed)), today(&agent));
    let (done, leads_to) = if typed.filled("remove").is_some() {
        (agent.app.db.write(move |tx| emergency::remove(tx, id, &by)).await, PATH.to_owned())
    } else {
        let Ok(on) = typed.value("rehearsed_on").parse::<Date>() else {
            typed.wrong("rehearsed_on", t("form-date"));
            return Ok(desk::again(page(&agent, &plan, &typed)));
        };
        (agent.app.db.write(move |tx| emergency::rehearsed(tx, id, on, today, &by)).await, format!("{PATH}/{id}"))
    };
    match done {
        Ok(()) => {
            agent.app.refresh_firm().await?;
            Ok(desk::on_to(&leads_to))
        }
        Err(why) => {
            desk::refused(&agent, &mut typed, why)?;
            Ok(desk::again(page(&agent, &plan, &typed)))
        }
    }
}
