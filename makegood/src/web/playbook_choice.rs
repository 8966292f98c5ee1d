//! Which playbook a new case begins with, by the kind of trouble; a look says which of the last weeks' cases would have begun with
//! another. Cases that are open keep theirs: their steps are half done.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::playbook_words::{kind, title, title_of};
use super::ui::{self, Field, Form, Nav, Table, Typed};
use super::{clocks, setting_page};
use crate::session::{Administrator, Agent};
use crate::words::{t, t_with};
use axum::response::{IntoResponse, Response};
use casework::kinds::{Origin, TroubleKind};
use casework::playbook::Playbook;
use casework::policy::Policy;
use jiff::SignedDuration;
use maud::{Markup, html};
use store::cases::{self, Begun};

const HERE: &str = "/settings/playbooks/begin";
/// Weeks looked back for cases that would have begun with another playbook.
const WEEKS: i64 = 13;
/// Cases shown; all are counted.
const SHOWN: usize = 20;

pub async fn show(Administrator(agent): Administrator) -> Result<Markup, Oops> {
    let policy = agent.app.db.read(store::settings::policy).await?;
    page(&agent, &policy, &filled(&policy), html! {}).await
}

fn filled(policy: &Policy) -> Typed {
    let typed = Typed::nothing().with("version", policy.version.to_string());
    policy.playbooks.iter().fold(typed, |typed, (kind, name)| typed.with(kind.word(), name.clone()))
}

async fn page(agent: &Agent, policy: &Policy, typed: &Typed, look: Markup) -> Result<Markup, Oops> {
    let all = &agent.firm.playbooks;
    // Without a choice the playbooks say for themselves which they are for.
    let plain = Policy::default();
    let field = |of: TroubleKind| {
        let usual = plain.playbook(all, Origin::CustomerReported, of).map(title).unwrap_or_default();
        let choices = all.iter().map(|p| (p.name.clone(), title(p)));
        Field::select(of.word(), kind(of))
            .optional()
            .choice("", t_with("playbooks-choice-usual", &[("title", usual.into())]))
            .choices(choices)
    };
    let pairs = TroubleKind::ALL.chunks(2);
    let form = Form::post(HERE, agent.app.new_id()).typed(typed).hidden("version", policy.version);
    let form = pairs.fold(form, |form, pair| form.row(pair.iter().map(|one| field(*one))));
    let form =
        form.act("playbooks-choice-keep").or_act("look", "yes", "clocks-look").or_go("/settings/playbooks", "act-back");
    let body = html! {
        (ui::heading(t("playbooks-choice-title"), None))
        p { (t("playbooks-choice-intro")) }
        p.help { (t("playbooks-choice-help")) }
        (look)
        (form)
        (setting_page::changes(agent, "policy").await?)
    };
    Ok(desk::page(agent, "playbooks-choice-title", Nav::Settings, body))
}

fn read(typed: &mut Typed, before: &Policy, all: &[Playbook]) -> Policy {
    let mut policy = before.clone();
    for kind in TroubleKind::ALL {
        match typed.filled(kind.word()) {
            None => drop(policy.playbooks.remove(kind)),
            Some(name) if all.iter().any(|p| p.name == name) => {
                drop(policy.playbooks.insert(*kind, name.to_owned()));
            }
            Some(_) => typed.wrong(kind.word(), t("refusal-no-such-playbook-here")),
        }
    }
    policy.version = clocks::version_of(typed, before);
    policy
}

pub async fn update(Administrator(agent): Administrator, Posted(mut typed): Posted) -> Result<Response, Oops> {
    let before = agent.app.db.read(store::settings::policy).await?;
    let wanted = read(&mut typed, &before, &agent.firm.playbooks);
    if typed.is_fine() && typed.filled("look").is_some() {
        let look = would(&agent, &wanted).await?;
        return Ok(page(&agent, &before, &typed, look).await?.into_response());
    }
    if typed.is_fine() && clocks::kept(&agent, &mut typed, wanted, None).await? {
        return Ok(desk::on_to(HERE));
    }
    Ok(desk::again(page(&agent, &before, &typed, html! {}).await?))
}

async fn would(agent: &Agent, wanted: &Policy) -> Result<Markup, Oops> {
    let since = agent.app.now().saturating_sub(SignedDuration::from_hours(24 * 7 * WEEKS)).unwrap_or(agent.app.now());
    let begun = agent.app.db.read(move |conn| cases::begun_since(conn, since)).await?;
    let firm = &agent.firm;
    let all = &firm.playbooks;
    let of = |policy: &Policy, case: &Begun| policy.playbook(all, case.origin, case.kind).map(|p| p.name.clone());
    let other: Vec<(&Begun, String, String)> = begun
        .iter()
        .filter_map(|case| Some((case, of(&agent.firm.policy, case)?, of(wanted, case)?)))
        .filter(|(_, now, then)| now != then)
        .collect();
    let table = Table::new("clocks-trial")
        .under_its_heading()
        .col("cases-number")
        .col("cases-trouble")
        .col("playbooks-choice-kind")
        .col("playbooks-choice-now")
        .col("playbooks-choice-then")
        .rows(other.iter().take(SHOWN).map(|(case, now, then)| {
            [
                html! { a href={ "/cases/" (case.number) } { (case.number.to_string()) } },
                html! { (case.title) },
                html! { (kind(case.kind)) },
                html! { (title_of(firm, now)) },
                html! { (title_of(firm, then)) },
            ]
        }));
    let parts = [("cases", begun.len().into()), ("other", other.len().into()), ("weeks", WEEKS.into())];
    let body = html! {
        p { (t_with("playbooks-choice-said", &parts)) }
        @if !other.is_empty() { (table) }
        @if other.len() > SHOWN { p.quiet { (t_with("clocks-trial-shown", &[("shown", SHOWN.into())])) } }
    };
    Ok(ui::section("clocks-trial", None, body))
}
