//! What is prepared, and what is missing before it is needed: each kind of trouble with its emergency plan, playbook and rehearsal (S003).
use super::desk;
use super::emergency::{self, PATH, prepares, today};
use super::fail::Oops;
use super::ui::{self, Nav, Table};
use crate::session::Agent;
use crate::words::{t, t_with};
use casework::emergency::{EmergencyPlan, Rehearsal};
use casework::kinds::TroubleKind;
use casework::playbook::Playbook;
use maud::{Markup, html};

/// What there is for one kind of trouble.
struct Prepared<'a> {
    kind: TroubleKind,
    plans: Vec<&'a EmergencyPlan>,
    playbooks: Vec<&'a Playbook>,
    /// Plans that were not rehearsed within a year.
    stale: usize,
}

impl Prepared<'_> {
    /// How much is missing; the most stands on top.
    fn gaps(&self) -> usize {
        usize::from(self.plans.is_empty()) * 2 + usize::from(self.playbooks.is_empty()) * 2 + self.stale.min(1)
    }
}

pub async fn show(agent: Agent) -> Result<Markup, Oops> {
    let plans = agent.app.db.read(store::emergency::list).await?;
    let playbooks = agent.firm.playbooks.clone();
    let mut all: Vec<Prepared<'_>> =
        TroubleKind::ALL.iter().map(|kind| prepared(&agent, *kind, &plans, &playbooks)).collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.gaps()));
    let without = all.iter().filter(|one| one.plans.is_empty()).count();
    let table = Table::new("prepared-title")
        .under_its_heading()
        .col("form-trouble-kind")
        .col("prepared-plan")
        .col("emergency-rehearsed")
        .col("prepared-playbook")
        .rows(all.iter().map(|one| row(&agent, one)));
    let body = html! {
        (ui::heading(t("prepared-title"), Some(html! { a href=(PATH) { (t("emergency-title")) } })))
        p { (t_with("prepared-intro", &[("without", without.into()), ("all", all.len().into())])) }
        (table)
    };
    Ok(desk::page(&agent, "prepared-title", Nav::Settings, body))
}

fn prepared<'a>(
    agent: &Agent,
    kind: TroubleKind,
    plans: &'a [EmergencyPlan],
    playbooks: &'a [Playbook],
) -> Prepared<'a> {
    let plans: Vec<&EmergencyPlan> = plans.iter().filter(|plan| plan.suits(kind)).collect();
    let stale = plans.iter().filter(|plan| plan.rehearsal(today(agent)) != Rehearsal::Fresh).count();
    let suits = |playbook: &&Playbook| playbook.kinds.is_empty() || playbook.kinds.contains(&kind);
    Prepared { kind, plans, playbooks: playbooks.iter().filter(suits).collect(), stale }
}

fn row(agent: &Agent, one: &Prepared<'_>) -> [Markup; 4] {
    let kind = t(&format!("trouble-kind-{}", one.kind.word().replace('_', "-")));
    let write = html! {
        strong { (t("prepared-none")) }
        @if prepares(agent) { " · " a href={ (PATH) "/new?kinds=" (one.kind.word()) } { (t("prepared-write")) } }
    };
    let plans = html! {
        @if one.plans.is_empty() { (write) }
        @for (at, plan) in one.plans.iter().enumerate() { @if at > 0 { ", " } a href={ (PATH) "/" (plan.id) } { (plan.name) } }
    };
    let rehearsals = html! {
        @for plan in &one.plans {
            p {
                (emergency::rehearsed(agent, plan))
                @if prepares(agent) && plan.rehearsal(today(agent)) != Rehearsal::Fresh {
                    " · " a href={ (PATH) "/" (plan.id) "#rehearsed" } { (t("prepared-rehearse")) }
                }
            }
        }
    };
    // Those that suit every kind are counted, so that one sees for which kinds there is something of their own.
    let (own, general): (Vec<&Playbook>, Vec<&Playbook>) = one.playbooks.iter().partition(|p| !p.kinds.is_empty());
    let own: Vec<String> = own.iter().map(|playbook| super::playbook_words::title(playbook)).collect();
    let general = (!general.is_empty()).then(|| t_with("prepared-general", &[("n", general.len().into())]));
    let playbooks = html! {
        @if one.playbooks.is_empty() { strong { (t("prepared-none")) } }
        (own.join(", ")) @if let Some(general) = general { @if !own.is_empty() { " · " } span.quiet { (general) } }
    };
    [html! { (kind) }, plans, rehearsals, playbooks]
}
