//! The form of an emergency plan: what happened, for which kinds, when to launch it, who does what by when, whom to call.
use super::desk::{self, Posted};
use super::emergency::{PATH, kept, may_prepare};
use super::fail::Oops;
use super::ui::{self, Field, Form, Nav, Typed};
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::{Path, Query};
use axum::response::Response;
use casework::emergency::*;
use casework::ids::EmergencyPlanId;
use casework::kinds::{Role, StepKind, TroubleKind};
use maud::{Markup, html};
use store::audit::NotKept;
use store::emergency;

/// Rows for steps on an empty form, and free ones below those that are there.
const ROWS: usize = 4;
const FREE_ROWS: usize = 2;
/// Roles that a step may fall to; a reader and an administrator do not act for a customer.
const ROLES: [Role; 6] =
    [Role::Operations, Role::Quality, Role::Owner, Role::RelationshipOwner, Role::Manager, Role::Director];

pub async fn new(agent: Agent, Query(pairs): Query<Vec<(String, String)>>) -> Result<Markup, Oops> {
    may_prepare(&agent)?;
    // The page of gaps says which kind it is for.
    Ok(blank(&agent, &Typed::from_pairs(pairs.into_iter().filter(|(name, _)| name == "kinds"))))
}

fn blank(agent: &Agent, typed: &Typed) -> Markup {
    let form = fields(
        Form::post(format!("{PATH}/new"), agent.app.new_id()).id("emergency-plan").typed(typed),
        agent,
        rows(typed),
    )
    .act("emergency-keep-new")
    .or_go(PATH, "act-back");
    let body = html! {
        (ui::heading(t("emergency-new"), None))
        p { (t("emergency-new-intro")) }
        (form)
    };
    desk::page(agent, "emergency-new", Nav::Settings, body)
}

/// As many rows as steps came with the form, and some free ones.
fn rows(typed: &Typed) -> usize {
    let used = (0..STEPS_AT_MOST).rev().find(|at| typed.filled(&named(*at, "text")).is_some()).map_or(0, |at| at + 1);
    (used + FREE_ROWS).clamp(ROWS, STEPS_AT_MOST)
}

fn named(at: usize, part: &str) -> String {
    format!("steps[{at}].{part}")
}

fn fields<'f>(form: Form<'f>, agent: &Agent, rows: usize) -> Form<'f> {
    let kinds = TroubleKind::ALL
        .iter()
        .fold(Field::checks("kinds", "emergency-for").help("emergency-for-help"), |field, kind| {
            field.choice(kind.word(), t(&format!("trouble-kind-{}", kind.word().replace('_', "-"))))
        });
    let form = form
        .field(Field::text("name", "emergency-name").help("emergency-name-help").length(120))
        .field(Field::words("trigger", "emergency-trigger").rows(2).help("emergency-trigger-help").length(2_000))
        .field(kinds)
        .block(html! { h2 { (t("emergency-steps")) } p.help { (t("emergency-steps-help")) } });
    let form = (0..rows)
        .fold(form, |form, at| form.pairs(t_with("form-step-n", &[("n", (at + 1).into())]), step_row(agent, at)));
    form.field(Field::words("phones", "emergency-phones").help("emergency-phones-help").optional())
        .field(
            Field::words("substitutes", "emergency-substitutes").rows(2).help("emergency-substitutes-help").optional(),
        )
        .field(Field::words("carrier", "emergency-carrier").rows(2).help("emergency-carrier-help").optional())
}

fn step_row(agent: &Agent, at: usize) -> [Field; 4] {
    let roles = ROLES.iter().map(|role| {
        (format!("role:{}", role.word()), t(&format!("role-{}", role.word().replace('_', "-"))).into_owned())
    });
    let mut people: Vec<(String, String)> = agent
        .firm
        .colleagues
        .iter()
        .map(|colleague| (format!("person:{}", colleague.id), agent.firm.name_of(colleague.id).to_owned()))
        .collect();
    people.sort_by(|one, two| one.1.cmp(&two.1));
    let kinds = StepKind::ALL.iter().map(|kind| (kind.word().to_owned(), t(&format!("step-kind-{}", kind.word()))));
    [
        Field::text(&named(at, "text"), "form-step-text").unmarked(),
        Field::select(&named(at, "owner"), "emergency-step-owner").choices(roles.chain(people)).unmarked(),
        Field::number(&named(at, "minutes"), "emergency-step-minutes").min(1).max(MINUTES_AT_MOST).unmarked(),
        Field::select(&named(at, "kind"), "form-step-kind").choices(kinds).unmarked(),
    ]
}

/// The plan of the form; what makes no sense is said beside the fields.
fn read(typed: &mut Typed, id: EmergencyPlanId, version: u32) -> EmergencyPlan {
    let mut steps = vec![];
    for at in 0..STEPS_AT_MOST {
        let Some(text) = typed.filled(&named(at, "text")).map(str::to_owned) else {
            if typed.filled(&named(at, "minutes")).is_some() {
                typed.wrong(&named(at, "text"), t("emergency-step-needs-text"));
            }
            continue;
        };
        let minutes = typed.value(&named(at, "minutes")).parse().ok().filter(|m| (1..=MINUTES_AT_MOST).contains(m));
        if minutes.is_none() {
            let most = [("most", MINUTES_AT_MOST.into())];
            typed.wrong(&named(at, "minutes"), t_with("emergency-step-needs-minutes", &most));
        }
        let owner = owner_of(typed.value(&named(at, "owner")));
        if owner.is_none() {
            typed.wrong(&named(at, "owner"), t("form-choose"));
        }
        let kind = StepKind::from_word(typed.value(&named(at, "kind"))).unwrap_or(StepKind::Contain);
        if let (Some(owner), Some(minutes)) = (owner, minutes) {
            steps.push(EmergencyStep { text, owner, minutes, kind });
        }
    }
    let phones = phones(typed);
    let text = |name: &str| typed.value(name).to_owned();
    EmergencyPlan {
        id,
        version,
        name: text("name"),
        kinds: typed.values("kinds").filter_map(TroubleKind::from_word).collect(),
        trigger: text("trigger"),
        steps,
        phones,
        substitutes: text("substitutes"),
        carrier: text("carrier"),
        rehearsed_on: None,
    }
}

fn owner_of(value: &str) -> Option<StepOwner> {
    match value.split_once(':')? {
        ("role", word) => Role::from_word(word).map(StepOwner::Role),
        ("person", id) => id.parse().ok().map(StepOwner::Person),
        _ => None,
    }
}
fn owner_value(owner: StepOwner) -> String {
    match owner {
        StepOwner::Role(role) => format!("role:{}", role.word()),
        StepOwner::Person(id) => format!("person:{id}"),
    }
}

/// One line each: who, a comma, the number.
fn phones(typed: &mut Typed) -> Vec<PhoneLine> {
    let (mut lines, mut odd) = (vec![], None);
    for line in typed.value("phones").lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.rsplit_once(',') {
            Some((who, number)) if number.chars().any(|c| c.is_ascii_digit()) && !who.trim().is_empty() => {
                lines.push(PhoneLine { who: who.trim().to_owned(), number: number.trim().to_owned() });
            }
            _ => odd = odd.or(Some(line.to_owned())),
        }
    }
    if let Some(line) = odd {
        typed.wrong("phones", t_with("emergency-phone-odd", &[("line", line.into())]));
    }
    lines
}

/// A kept plan as the form shows it.
fn filled(plan: &EmergencyPlan) -> Typed {
    let phones: Vec<String> = plan.phones.iter().map(|line| format!("{}, {}", line.who, line.number)).collect();
    let typed = Typed::nothing()
        .with("name", &plan.name)
        .with("trigger", &plan.trigger)
        .with("phones", phones.join("\n"))
        .with("substitutes", &plan.substitutes)
        .with("carrier", &plan.carrier)
        .with("version", plan.version.to_string());
    let typed = plan.kinds.iter().fold(typed, |typed, kind| typed.with("kinds", kind.word()));
    plan.steps.iter().enumerate().fold(typed, |typed, (at, step)| {
        typed
            .with(&named(at, "text"), &step.text)
            .with(&named(at, "owner"), owner_value(step.owner))
            .with(&named(at, "minutes"), step.minutes.to_string())
            .with(&named(at, "kind"), step.kind.word())
    })
}

pub async fn create(agent: Agent, Posted(mut typed): Posted) -> Result<Response, Oops> {
    may_prepare(&agent)?;
    let by = agent.by(desk::request_of(&agent, &typed));
    let id = EmergencyPlanId(uuid::Uuid::new_v5(&by.request.0, b"emergency plan"));
    let plan = read(&mut typed, id, 1);
    if typed.is_fine() {
        let kept = agent.app.db.write(move |tx| emergency::add(tx, &plan, &by)).await;
        if let Some(response) = settled(&agent, &mut typed, id, kept).await? {
            return Ok(response);
        }
    }
    Ok(desk::again(blank(&agent, &typed)))
}

async fn settled(
    agent: &Agent,
    typed: &mut Typed,
    id: EmergencyPlanId,
    kept: Result<(), NotKept>,
) -> Result<Option<Response>, Oops> {
    match kept {
        Ok(()) => {
            agent.app.refresh_firm().await?;
            Ok(Some(desk::on_to(&format!("{PATH}/{id}"))))
        }
        Err(why) => {
            desk::refused(agent, typed, why)?;
            // The store speaks of the steps as a whole; their first row is where the person looks.
            if let Some(sentence) = typed.error("steps").cloned() {
                typed.wrong(&named(0, "text"), sentence);
            }
            Ok(None)
        }
    }
}

pub async fn change(agent: Agent, Path(id): Path<EmergencyPlanId>) -> Result<Markup, Oops> {
    may_prepare(&agent)?;
    let plan = kept(&agent, id).await?;
    Ok(edit(&agent, &plan, &filled(&plan)))
}

fn edit(agent: &Agent, plan: &EmergencyPlan, typed: &Typed) -> Markup {
    let path = format!("{PATH}/{}", plan.id);
    let form = fields(
        Form::post(format!("{path}/change"), agent.app.new_id()).id("emergency-plan").typed(typed),
        agent,
        rows(typed),
    )
    .hidden("version", typed.filled("version").unwrap_or("1"))
    .act("emergency-keep")
    .or_go(path, "act-back");
    let body = html! { (ui::heading(&plan.name, None)) p.quiet { (t("emergency-change-note")) } (form) };
    desk::page(agent, plan.name.clone(), Nav::Settings, body)
}

pub async fn update(
    agent: Agent,
    Path(id): Path<EmergencyPlanId>,
    Posted(mut typed): Posted,
) -> Result<Response, Oops> {
    may_prepare(&agent)?;
    let before = kept(&agent, id).await?;
    let version = typed.filled("version").and_then(|v| v.parse().ok()).unwrap_or(before.version);
    let plan = EmergencyPlan { rehearsed_on: before.rehearsed_on, ..read(&mut typed, id, version) };
    if typed.is_fine() {
        let by = agent.by(desk::request_of(&agent, &typed));
        let kept = agent.app.db.write(move |tx| emergency::change(tx, &plan, &by)).await;
        if let Some(response) = settled(&agent, &mut typed, id, kept).await? {
            return Ok(response);
        }
    }
    Ok(desk::again(edit(&agent, &before, &typed)))
}
