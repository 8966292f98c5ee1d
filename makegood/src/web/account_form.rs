//! A customer as a form: who keeps the relationship, who covers, how both sides talk, and deadlines of their own.
use super::contact_form::language_field;
use super::desk::{self, Posted};
use super::edits::{self, Seen};
use super::fail::Oops;
use super::first_run::zone_field;
use super::ui::{self, Field, Form, Kept, Nav, Typed};
use super::{clocks, dates, drafts};
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::response::Response;
use casework::clock::ClockKind;
use casework::ids::{AccountId, PersonId};
use casework::kinds::Severity;
use casework::policy::{Allowance, CustomerRule, Policy};
use maud::{Markup, html};
use store::accounts::{self, Account, CommunicationProtocol};
use store::audit::NotKept;
use uuid::Uuid;

/// Empty lines for deadlines of their own, below those that are there.
const EMPTY_RULES: usize = 2;

pub async fn new(agent: Agent) -> Result<Markup, Oops> {
    desk::may_work(&agent)?;
    let typed = Typed::nothing()
        .with("zone", &agent.person.zone)
        .with("language", "en")
        .with("relationship_owner", agent.person.id.to_string());
    let draft = drafts::of(&agent, "/accounts/new").await?;
    let blank = Account::named(AccountId(Uuid::nil()), "");
    let seen = Seen::now(&agent, &blank, &draft);
    Ok(page(&agent, &blank, &draft.or(typed), draft.kept(), seen))
}

pub async fn create(agent: Agent, Posted(mut typed): Posted) -> Result<Response, Oops> {
    desk::may_work(&agent)?;
    // The id follows from the request, so that pressing twice adds one customer.
    let request = desk::request_of(&agent, &typed);
    let id = AccountId(Uuid::new_v5(&request.0, b"account"));
    let blank = Account::named(id, "");
    let account = read(&agent, &mut typed, &blank);
    let draft = drafts::sent(&typed, "/accounts/new");
    if typed.is_fine() {
        let (by, sent) = (agent.by(request), draft.sent(&agent));
        let work = move |tx: &store::Tx| accounts::add(tx, &account, &by).and_then(|()| Ok(sent.forget(tx)?));
        match agent.app.db.write(work).await {
            Ok(()) => return Ok(desk::on_to(&format!("/accounts/{id}"))),
            Err(why) => desk::refused(&agent, &mut typed, why)?,
        }
    }
    let blank = Account::named(AccountId(Uuid::nil()), "");
    let seen = Seen::sent(&typed);
    Ok(desk::again(page(&agent, &blank, &typed, draft.kept(), seen)))
}

pub async fn change(agent: Agent, Path(id): Path<AccountId>) -> Result<Markup, Oops> {
    desk::may_work(&agent)?;
    let account = kept(&agent, id).await?;
    let draft = drafts::of(&agent, format!("/accounts/{id}/change")).await?;
    let seen = Seen::now(&agent, &account, &draft);
    Ok(page(&agent, &account, &draft.or(filled(&account)), draft.kept(), seen))
}

pub async fn update(agent: Agent, Path(id): Path<AccountId>, Posted(mut typed): Posted) -> Result<Response, Oops> {
    desk::may_work(&agent)?;
    let before = kept(&agent, id).await?;
    let account = read(&agent, &mut typed, &before);
    let draft = drafts::sent(&typed, format!("/accounts/{id}/change"));
    let mut seen = Seen::sent(&typed);
    if typed.is_fine() {
        let (by, sent, mark) = (agent.by(desk::request_of(&agent, &typed)), draft.sent(&agent), seen.mark());
        let work = move |tx: &store::Tx| {
            edits::unchanged(&mark, accounts::by_id(tx, id)?.as_ref())?;
            accounts::change(tx, &account, &by)?;
            Ok::<_, NotKept>(sent.forget(tx)?)
        };
        match agent.app.db.write(work).await {
            Ok(()) => return Ok(desk::on_to(&format!("/accounts/{id}"))),
            Err(why) => {
                seen = seen.came_back(&agent, &mut typed, why, id.to_string(), &kept(&agent, id).await?).await?
            }
        }
    }
    Ok(desk::again(page(&agent, &before, &typed, draft.kept(), seen)))
}

async fn kept(agent: &Agent, id: AccountId) -> Result<Account, Oops> {
    agent.app.db.read(move |conn| accounts::by_id(conn, id)).await?.ok_or(Oops::NotFound)
}

fn page(agent: &Agent, account: &Account, typed: &Typed, kept: Kept, seen: Seen) -> Markup {
    let is_new = account.name.is_empty();
    let (title, action, act, back) = if is_new {
        (t("accounts-new").into_owned(), "/accounts/new".to_owned(), "accounts-keep-new", "/accounts".to_owned())
    } else {
        let there = format!("/accounts/{}", account.id);
        (account.name.clone(), format!("{there}/change"), "act-save", there)
    };
    let lines = account.rules.len() + EMPTY_RULES;
    let form = seen.into_form(Form::post(action, agent.app.new_id()).typed(typed).kept(kept));
    let form = protocol_fields(relationship_fields(agent, who_fields(form, typed.value("language"))));
    let form = rule_fields(form, lines).act(act).or_go(back, "act-back");
    let body = html! { (ui::heading(&title, None)) (form) };
    desk::page(agent, title.clone(), Nav::Accounts, body)
}

fn who_fields<'a>(form: Form<'a>, language: &str) -> Form<'a> {
    form.row([
        Field::text("name", "accounts-name").autocomplete("off").length(200),
        Field::text("reference", "accounts-reference").optional().help("accounts-reference-help").autocomplete("off"),
    ])
    .row([
        Field::text("country", "accounts-country").optional().help("accounts-country-help").length(2),
        Field::text("region", "accounts-region").optional(),
    ])
    .row([zone_field(), language_field(language)])
}

/// Every customer has somebody who keeps the relationship, and somebody who does so meanwhile (S235).
fn relationship_fields<'a>(agent: &Agent, form: Form<'a>) -> Form<'a> {
    let people = || colleagues(agent).into_iter();
    let mut calendars: Vec<(String, String)> =
        agent.firm.calendars.iter().map(|(id, c)| (id.to_string(), c.name().to_owned())).collect();
    calendars.sort_by_cached_key(|(_, name)| store::columns::folded(name));
    form.row([
        Field::select("relationship_owner", "accounts-owner")
            .help("accounts-owner-help")
            .choice("", "accounts-choose")
            .choices(people()),
        Field::select("cover", "accounts-cover")
            .optional()
            .help("accounts-cover-help")
            .choice("", "accounts-nobody-yet")
            .choices(people()),
    ])
    .row([
        Field::select("calendar_id", "accounts-calendar")
            .optional()
            .help("accounts-calendar-help")
            .choice("", "accounts-calendar-ours")
            .choices(calendars),
        Field::date("since_on", "accounts-since").optional(),
    ])
    .field(
        (1..=5u8).fold(
            Field::radios("strength", "accounts-strength")
                .optional()
                .help("accounts-strength-help")
                .choice("", "accounts-strength-unknown"),
            |field, n| field.choice(&n.to_string(), n.to_string()),
        ),
    )
    .field(
        Field::words("what_matters", "accounts-what-matters")
            .optional()
            .help("accounts-what-matters-help")
            .length(4_000),
    )
}

/// Those who may sign in, by name.
fn colleagues(agent: &Agent) -> Vec<(String, String)> {
    let named = |id: PersonId| (id.to_string(), agent.firm.name_of(id).to_owned());
    let mut all: Vec<_> = agent.firm.colleagues.iter().map(|c| named(c.id)).collect();
    all.sort_by_cached_key(|(_, name)| store::columns::folded(name));
    all
}

fn protocol_fields(form: Form<'_>) -> Form<'_> {
    form.more(
        "protocol-title",
        [
            Field::text("preferred_channel", "protocol-channel").optional(),
            Field::text("allowed_hours", "protocol-hours").optional().help("protocol-hours-help"),
            Field::phone("night_number", "protocol-night").optional(),
            Field::text("update_rhythm", "protocol-rhythm").optional().help("protocol-rhythm-help"),
            Field::check("bundled_delivery_check", "protocol-bundled"),
            Field::number("travel_minutes", "protocol-travel")
                .min(0)
                .max(TRAVEL_AT_MOST)
                .optional()
                .help("protocol-travel-help"),
            Field::text("escalation_theirs", "protocol-up-theirs").optional(),
            Field::text("escalation_ours", "protocol-up-ours").optional(),
            Field::text("agreed_by_us", "protocol-agreed-us").optional(),
            Field::text("agreed_by_them", "protocol-agreed-them").optional(),
            Field::date("agreed_on", "protocol-agreed-on").optional(),
        ],
    )
}

fn rule_fields(mut form: Form<'_>, lines: usize) -> Form<'_> {
    form = form.block(html! { h2 { (t("accounts-rules")) } p { (t("accounts-rules-help")) } });
    for n in 0..lines.min(accounts::RULES_AT_MOST) {
        let name = |part: &str| format!("rules[{n}].{part}");
        form = form.row([
            Field::select(&name("clock"), "accounts-rule-clock")
                .optional()
                .choice("", "accounts-rule-none")
                .choices(clocks::measured().map(|k| (k.word().to_owned(), clocks::name_of(k)))),
            Field::number(&name("number"), "accounts-rule-number").optional().min(1).max(100_000),
            clocks::unit_field(&name("unit")).optional(),
            Field::text(&name("source"), "accounts-rule-source").optional().length(200),
        ]);
    }
    form
}

fn filled(account: &Account) -> Typed {
    let id = |id: Option<PersonId>| id.map(|id| id.to_string()).unwrap_or_default();
    let p = &account.protocol;
    let mut typed = Typed::nothing()
        .with("name", &account.name)
        .with("reference", account.reference.clone().unwrap_or_default())
        .with("country", &account.country)
        .with("region", &account.region)
        .with("zone", &account.zone)
        .with("language", &account.language)
        .with("relationship_owner", id(account.relationship_owner))
        .with("cover", id(account.cover))
        .with("calendar_id", account.calendar_id.map(|id| id.to_string()).unwrap_or_default())
        .with("since_on", account.since_on.map(|day| day.to_string()).unwrap_or_default())
        .with("strength", account.strength.map(|s| s.to_string()).unwrap_or_default())
        .with("what_matters", &account.what_matters)
        .with("preferred_channel", &p.preferred_channel)
        .with("allowed_hours", &p.allowed_hours)
        .with("night_number", &p.night_number)
        .with("update_rhythm", &p.update_rhythm)
        .with("travel_minutes", p.travel_minutes.map(|minutes| minutes.to_string()).unwrap_or_default())
        .with("escalation_theirs", &p.escalation_theirs)
        .with("escalation_ours", &p.escalation_ours)
        .with("agreed_by_us", &p.agreed_by_us)
        .with("agreed_by_them", &p.agreed_by_them)
        .with("agreed_on", p.agreed_on.map(|day| day.to_string()).unwrap_or_default());
    if p.bundled_delivery_check {
        typed = typed.with("bundled_delivery_check", "on");
    }
    for (n, rule) in account.rules.iter().enumerate() {
        let (number, unit) = clocks::parted(rule.at_most);
        typed = typed
            .with(&format!("rules[{n}].clock"), rule.clock.word())
            .with(&format!("rules[{n}].number"), number.to_string())
            .with(&format!("rules[{n}].unit"), unit)
            .with(&format!("rules[{n}].source"), &rule.source);
    }
    typed
}

/// The account of the form; what makes no sense is said beside the fields.
fn read(agent: &Agent, typed: &mut Typed, before: &Account) -> Account {
    let country = typed.value("country").to_uppercase();
    if !(country.is_empty() || (country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase()))) {
        typed.wrong("country", t("accounts-country-odd"));
    }
    let owner = person(typed, "relationship_owner");
    if owner.is_none() {
        typed.wrong("relationship_owner", t("accounts-owner-needed"));
    }
    if owner.is_some() && owner == person(typed, "cover") {
        typed.wrong("cover", t("accounts-cover-same"));
    }
    let text = |typed: &Typed, name: &str| typed.value(name).to_owned();
    let language = typed.filled("language").unwrap_or("en").to_owned();
    Account {
        name: text(typed, "name"),
        reference: typed.filled("reference").map(str::to_owned),
        region: text(typed, "region"),
        zone: text(typed, "zone"),
        relationship_owner: owner,
        cover: person(typed, "cover"),
        calendar_id: typed.filled("calendar_id").and_then(|id| id.parse().ok()),
        since_on: day(agent, typed, "since_on"),
        strength: typed.filled("strength").and_then(|n| n.parse().ok()),
        what_matters: text(typed, "what_matters"),
        protocol: protocol(agent, typed),
        rules: rules(agent, typed),
        country,
        language,
        ..before.clone()
    }
}

fn person(typed: &Typed, name: &str) -> Option<PersonId> {
    typed.filled(name).and_then(|id| id.parse().ok())
}

fn day(agent: &Agent, typed: &mut Typed, name: &str) -> Option<jiff::civil::Date> {
    let words = typed.filled(name)?.to_owned();
    let day = dates::date(&words, agent.app.now(), &agent.zone);
    if day.is_none() {
        typed.wrong(name, t("form-date"));
    }
    day
}

/// The longest way that is still a visit, in minutes: two days.
const TRAVEL_AT_MOST: u16 = 2_880;

/// How long it takes to go there; nothing where nobody wrote it down.
fn travel(typed: &mut Typed) -> Option<u16> {
    let words = typed.filled("travel_minutes")?.to_owned();
    let minutes = words.parse().ok().filter(|minutes| *minutes <= TRAVEL_AT_MOST);
    if minutes.is_none() {
        typed.wrong("travel_minutes", t_with("protocol-travel-odd", &[("most", TRAVEL_AT_MOST.into())]));
    }
    minutes
}

fn protocol(agent: &Agent, typed: &mut Typed) -> CommunicationProtocol {
    let agreed_on = day(agent, typed, "agreed_on");
    let travel_minutes = travel(typed);
    let text = |name: &str| typed.value(name).to_owned();
    CommunicationProtocol {
        preferred_channel: text("preferred_channel"),
        allowed_hours: text("allowed_hours"),
        night_number: text("night_number"),
        update_rhythm: text("update_rhythm"),
        bundled_delivery_check: typed.filled("bundled_delivery_check").is_some(),
        travel_minutes,
        escalation_theirs: text("escalation_theirs"),
        escalation_ours: text("escalation_ours"),
        agreed_by_us: text("agreed_by_us"),
        agreed_by_them: text("agreed_by_them"),
        agreed_on,
    }
}

/// Deadlines of their own. One that would not shorten any of ours is sent back instead of being kept without effect (I15).
fn rules(agent: &Agent, typed: &mut Typed) -> Vec<CustomerRule> {
    let mut all = Vec::new();
    for n in 0..accounts::RULES_AT_MOST {
        let name = |part: &str| format!("rules[{n}].{part}");
        let Some(clock) = typed.filled(&name("clock")).and_then(ClockKind::from_word) else { continue };
        let length = clocks::allowance(typed.value(&name("number")), typed.value(&name("unit")));
        let Some(at_most) = length else {
            typed.wrong(&name("number"), t("clocks-number-needed"));
            continue;
        };
        let rule = CustomerRule { clock, at_most, source: typed.value(&name("source")).to_owned() };
        if never_shortens(&agent.firm.policy, &rule) {
            typed.wrong(&name("number"), t_with("accounts-rule-longer", &[("clock", clocks::name_of(clock).into())]));
        }
        all.push(rule);
    }
    all
}

/// Whether our own time is surely no longer than theirs, for every severity.
fn never_shortens(policy: &Policy, rule: &CustomerRule) -> bool {
    use Allowance::{Minutes as M, WorkingDays as D, WorkingMinutes as W};
    let no_sooner = |ours: Allowance| match (ours, rule.at_most) {
        (W(ours), W(theirs)) | (D(ours), D(theirs)) | (M(ours), M(theirs) | W(theirs)) => theirs >= ours,
        _ => false,
    };
    Severity::ALL.iter().all(|severity| no_sooner(policy.allowance(rule.clock, *severity)))
}
