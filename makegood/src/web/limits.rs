//! What each role may give without asking (DOMAIN 4.8), with a look at whom a change would touch. A limit looks at what we give,
//! never at what the customer bought.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::trial::{self, Waiting};
use super::ui::{self, Field, Form, Nav, Table, Typed};
use super::{clocks, setting_page};
use crate::session::{Administrator, Agent};
use crate::words::{self, t, t_with};
use axum::response::{IntoResponse, Response};
use casework::ids::PersonId;
use casework::kinds::Role;
use casework::policy::Policy;
use maud::{Markup, html};
use std::sync::Arc;
use store::firm::Firm;

const HERE: &str = "/settings/limits";

pub async fn show(Administrator(agent): Administrator) -> Result<Markup, Oops> {
    let policy = agent.app.db.read(store::settings::policy).await?;
    page(&agent, &policy, &filled(&policy), html! {}).await
}

fn filled(policy: &Policy) -> Typed {
    let limited = policy.authority.iter().filter(|(_, limit)| **limit < u64::MAX);
    let typed = Typed::nothing().with("version", policy.version.to_string());
    limited.fold(typed, |typed, (role, limit)| typed.with(role.word(), limit.to_string()))
}

async fn page(agent: &Agent, policy: &Policy, typed: &Typed, look: Markup) -> Result<Markup, Oops> {
    let fields = policy.authority.keys().map(|role| {
        let name = t(&format!("role-{}", role.word().replace('_', "-"))).into_owned();
        Field::number(role.word(), name).min(0).optional()
    });
    let form = Form::post(HERE, agent.app.new_id())
        .typed(typed)
        .hidden("version", policy.version)
        .row(fields)
        .act("limits-keep")
        .or_act("look", "yes", "clocks-look")
        .or_go("/settings", "act-back");
    let body = html! {
        (ui::heading(t("limits-title"), None))
        p { (t("limits-intro")) }
        p.help { (t("limits-why")) }
        (look)
        (form)
        (setting_page::changes(agent, "policy").await?)
    };
    Ok(desk::page(agent, "limits-title", Nav::Settings, body))
}

fn read(typed: &mut Typed, before: &Policy) -> Policy {
    let mut policy = before.clone();
    let roles: Vec<Role> = policy.authority.keys().copied().collect();
    for role in roles {
        match typed.filled(role.word()).map(str::parse::<u64>) {
            None => drop(policy.authority.insert(role, u64::MAX)),
            Some(Ok(limit)) => drop(policy.authority.insert(role, limit)),
            Some(Err(_)) => typed.wrong(role.word(), t("form-number")),
        }
    }
    policy.version = clocks::version_of(typed, before);
    policy
}

pub async fn update(Administrator(agent): Administrator, Posted(mut typed): Posted) -> Result<Response, Oops> {
    let before = agent.app.db.read(store::settings::policy).await?;
    let wanted = read(&mut typed, &before);
    if typed.is_fine() && typed.filled("look").is_some() {
        let trial = trial::of_policy(&agent, &wanted).await?;
        let look = ui::section("clocks-trial", None, would(&agent.firm, &wanted, &trial.waiting));
        return Ok(page(&agent, &before, &typed, look).await?.into_response());
    }
    if typed.is_fine() && clocks::kept(&agent, &mut typed, wanted, None).await? {
        return Ok(desk::on_to(HERE));
    }
    Ok(desk::again(page(&agent, &before, &typed, html! {}).await?))
}

/// A colleague whose limit would be another.
struct Allowed {
    name: String,
    from: u64,
    to: u64,
}

fn allowed(firm: &Firm, then: &Policy) -> Vec<Allowed> {
    let of = |colleague: &casework::facts::Colleague| Allowed {
        name: firm.name_of(colleague.id).to_owned(),
        from: firm.policy.limit(&colleague.roles),
        to: then.limit(&colleague.roles),
    };
    firm.colleagues.iter().map(of).filter(|allowed| allowed.from != allowed.to).collect()
}

/// A sum as it is said; the highest number there is means that there is no limit.
pub fn sum(limit: u64) -> String {
    if limit == u64::MAX {
        return t("limits-none").into_owned();
    }
    words::number(i64::try_from(limit).unwrap_or(i64::MAX))
}

/// Who may say yes to amends: a manager or director, not who asks, up to the limit.
fn approvers(firm: &Firm, waiting: &Waiting) -> Vec<PersonId> {
    let cents = waiting.amends.value.as_ref().map_or(0, |value| value.cents);
    let may = |c: &&casework::facts::Colleague| {
        c.id != waiting.amends.granted_by
            && c.roles.iter().any(|role| matches!(role, Role::Manager | Role::Director))
            && firm.policy.limit(&c.roles).saturating_mul(100) >= cents
    };
    firm.colleagues.iter().filter(may).map(|c| c.id).collect()
}

fn would(firm: &Firm, then: &Policy, waiting: &[Waiting]) -> Markup {
    let people = allowed(firm, then);
    let table = Table::new("limits-people")
        .under_its_heading()
        .col("people-name")
        .number_col("limits-now")
        .number_col("limits-then");
    let rows = people.iter().map(|p| [html! { (p.name) }, html! { (sum(p.from)) }, html! { (sum(p.to)) }]);
    let less = people.iter().filter(|p| p.to < p.from).count();
    let changed = Firm { policy: Arc::new(then.clone()), ..firm.clone() };
    let touched: Vec<String> = waiting.iter().filter_map(|waiting| of_waiting(firm, &changed, waiting)).collect();
    html! {
        @if people.is_empty() { p { (t("limits-nobody")) } }
        @else {
            p { (t_with("limits-said", &[("more", (people.len() - less).into()), ("less", less.into())])) }
            (table.rows(rows))
        }
        @if !touched.is_empty() { ul { @for line in &touched { li { (line) } } } }
        @else { p.quiet { (t("limits-no-waiting")) } }
    }
}

/// What becomes of amends that wait: who could say yes, and who could then.
pub fn of_waiting(firm: &Firm, then: &Firm, waiting: &Waiting) -> Option<String> {
    let (now, later) = (approvers(firm, waiting), approvers(then, waiting));
    if now == later {
        return None;
    }
    let names = |ids: &[PersonId]| match ids {
        [] => t("limits-nobody-could").into_owned(),
        ids => ids.iter().map(|id| firm.name_of(*id)).collect::<Vec<_>>().join(", "),
    };
    let kind = || t(&format!("amends-kind-{}", waiting.amends.kind.word().replace('_', "-"))).into_owned();
    let what = waiting.amends.value.as_ref().map_or_else(kind, words::money);
    let parts = [
        ("number", waiting.number.to_string().into()),
        ("what", what.into()),
        ("account", waiting.account.clone().into()),
        ("now", names(&now).into()),
        ("then", names(&later).into()),
    ];
    Some(t_with("limits-waiting", &parts))
}
