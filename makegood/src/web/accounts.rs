//! The customers: a list to find them in, and one page that shows the relationship. What they are worth is not known here (S236).
use super::case_beside::speaks;
use super::desk;
use super::fail::Oops;
use super::ui::{self, Clock, ContactCard, Facts, Field, Form, Nav, Pager, PromiseLine, Table, Typed};
use super::{away_words, learned, protocol, when};
use crate::session::Agent;
use crate::words::quotes::quoted;
use crate::words::{t, t_with};
use axum::extract::{Path, Query};
use casework::ids::AccountId;
use casework::policy::CustomerRule;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use serde::Deserialize;
use store::accounts::{self, Account, AccountRow};
use store::away::Away;
use store::cases::CaseRow;
use store::columns::folded;
use store::contacts::Contact;
use store::insights::{self, Insight};
use store::promises::OwedAmends;
use store::relationship::{self, AccountPage, Heard};
use store::sales::SalesContact;

/// Accounts on one page.
const PAGE: i64 = 50;
/// A share of fewer answers would say more than is known.
const NOTICES_THAT_TELL: usize = 5;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// The first letters of a name or of a reference.
    q: String,
    /// The last account of the page before.
    after: String,
}

pub async fn show(agent: Agent, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let (prefix, after) = (asked.q.trim().to_owned(), asked.after.parse::<AccountId>().ok());
    let looked = prefix.clone();
    let rows = agent
        .app
        .db
        .read(move |conn| {
            if !looked.is_empty() {
                return accounts::search(conn, &looked, PAGE);
            }
            let last = after.map(|id| accounts::by_id(conn, id)).transpose()?.flatten();
            let key = last.map(|last| (folded(&last.name), last.id));
            accounts::list(conn, key.as_ref().map(|(name, id)| (name.as_str(), *id)), PAGE)
        })
        .await?;
    let next = (rows.len() as i64 == PAGE && prefix.is_empty())
        .then(|| rows.last().map(|last| format!("/accounts?after={}", last.id)))
        .flatten();
    let first = after.is_some().then(|| "/accounts".to_owned());
    let typed = Typed::nothing().with("q", &prefix);
    let find =
        Form::get("/accounts").typed(&typed).field(Field::text("q", "accounts-find")).quiet_act("accounts-find-act");
    let body = html! {
        (ui::heading(t("accounts-title"), Some(html! { div.acts { a.act href="/accounts/new" { (t("accounts-add")) } a href="/accounts/quiet" { (t("quiet-title")) } } })))
        (find)
        @if rows.is_empty() && prefix.is_empty() { (desk::empty(&agent, "accounts-none", Some(("/accounts/new", t("accounts-add").into())))) }
        @else if rows.is_empty() { (ui::empty(t_with("accounts-none-found", &[("words", prefix.as_str().into())]), Some(("/accounts/new", t("accounts-add").into())))) }
        @else { (table(&agent, &rows)) (Pager::through(first, next)) }
    };
    Ok(desk::page(&agent, "accounts-title", Nav::Accounts, body))
}

fn table(agent: &Agent, rows: &[AccountRow]) -> Markup {
    let cells = rows.iter().map(|row| {
        [
            html! { a href={ "/accounts/" (row.id) } data-go { (row.name) } },
            html! { @if let Some(owner) = row.relationship_owner { (agent.firm.name_of(owner)) } @else { span.quiet { (t("accounts-nobody")) } } },
            html! { (row.country) },
            html! { (row.open_cases) },
            html! { (row.open_promises) },
        ]
    });
    let table = Table::new("accounts-title")
        .under_its_heading()
        .col("accounts-name")
        .col("accounts-owner")
        .col("accounts-country")
        .number_col("accounts-open-cases")
        .number_col("accounts-open-promises");
    html! { (table.rows(cells)) }
}

pub async fn one(agent: Agent, Path(id): Path<AccountId>) -> Result<Markup, Oops> {
    let now = agent.app.now();
    let page = agent
        .app
        .db
        .read(move |conn| {
            let Some(page) = relationship::page(conn, id, store::checks::answered(conn, id)?, now)? else {
                return Ok(None);
            };
            Ok::<_, store::Fault>(Some((page, insights::of_account(conn, id)?, store::sales::of_account(conn, id)?)))
        })
        .await?;
    let (page, insights, sales) = page.ok_or(Oops::NotFound)?;
    let (account, zone) = (&page.account, zone_of(&page.account.zone));
    let beside = html! {
        div.acts {
            a.act href={ "/cases/new?account=" (id) } { (t("act-open-case-new")) }
            a href={ "/accounts/" (id) "/sales-contact" } { (t("sales-note")) }
            a href={ "/accounts/" (id) "/arrivals" } { (t("arrivals-title")) }
            a href={ "/accounts/" (id) "/change" } { (t("accounts-change")) }
        }
    };
    let body = html! {
        (ui::heading(&account.name, Some(beside)))
        (in_short(&page, &zone, &agent, now))
        (ui::with_aside("accounts-aside", html! { (meaning(&agent, &page, &zone, now)) (sold(&agent, &sales, now)) }, aside(&agent, &page, &insights, now)))
    };
    Ok(desk::page(&agent, account.name.clone(), Nav::Accounts, body))
}

pub fn zone_of(name: &str) -> TimeZone {
    store::holidays::zone(name).unwrap_or(TimeZone::UTC)
}

fn in_short(page: &AccountPage, zone: &TimeZone, agent: &Agent, now: Timestamp) -> Markup {
    let years = page.years.map(|years| html! { (t_with("accounts-years", &[("years", i64::from(years).into())])) });
    let heard = match page.heard {
        Heard::NotHeard => html! { span.quiet { (t("accounts-not-heard")) } },
        Heard::Heard => {
            html! { (t_with("accounts-troubles", &[("count", page.cases_ever.into()), ("open", page.cases_open.into())])) }
        }
    };
    let there = html! { (ui::time(&when::there_now(now, zone, &agent.zone))) };
    ui::in_short([years, Some(heard), Some(there)].into_iter().flatten())
}

fn meaning(agent: &Agent, page: &AccountPage, zone: &TimeZone, now: Timestamp) -> Markup {
    let add = format!("/accounts/{}/contacts", page.account.id);
    let promises = page.open_promises.iter().map(|p| {
        let clock = Clock::running(p.made_at, p.due, now, &agent.zone);
        let what = if p.words.is_empty() { t("promised-next-contact").into_owned() } else { p.words.clone() };
        let line = PromiseLine::new(clock, what, p.contact.clone().unwrap_or_default())
            .by(agent.firm.name_of(p.person_id).to_owned());
        html! { (line.acts(html! { a href={ "/cases/" (p.number) } data-go { (p.number.to_string()) } })) }
    });
    let people = html! {
        @if page.contacts.is_empty() { p { (t("accounts-no-people")) } }
        @for contact in &page.contacts { (card(contact, zone, agent, now, &page.away)) }
        p { a href=(add) { (t("accounts-add-person")) } }
    };
    html! {
        (ui::section("accounts-people", count(page.contacts.len()), people))
        (ui::section("accounts-promises", count(page.open_promises.len()), html! {
            @if page.open_promises.is_empty() { p.quiet { (t("accounts-no-promises")) } }
            @else { ul.promises data-list { @for line in promises { (line) } } }
        }))
        (not_given(agent, &page.broken_amends, now))
        (ui::section("accounts-past", count(page.cases.len()), html! {
            @if page.cases.is_empty() { p.quiet { (t("accounts-not-heard-long")) } } @else { (troubles(agent, &page.cases, now)) }
        }))
    }
}

/// Amends that were promised and not given in their time, as the broken promises that they are (S158).
fn not_given(agent: &Agent, amends: &[OwedAmends], now: Timestamp) -> Markup {
    let line = |one: &OwedAmends| {
        html! {
            a href={ "/cases/" (one.number) "/do/give-amends?amends=" (one.id) } { (t("do-give-amends")) } ": " (one.number) " " (quoted(&one.title))
            " · " span.late { (when::due(one.due, now, &agent.zone)) }
        }
    };
    html! { @if !amends.is_empty() { (ui::section("accounts-broken", count(amends.len()), html! { ul { @for one in amends { li { (line(one)) } } } })) } }
}

/// Words about the next sale; whoever did not ask first how the last delivery went says why (S216).
fn sold(agent: &Agent, sales: &[SalesContact], now: Timestamp) -> Markup {
    let line = |sale: &SalesContact| {
        html! {
            (when::moment(sale.at, now, &agent.zone)) " · " (sale.words) " " span.quiet { (agent.firm.name_of(sale.person)) }
            @if !sale.despite.is_empty() { " · " (t_with("sales-despite-said", &[("why", sale.despite.as_str().into())])) }
        }
    };
    html! { @if !sales.is_empty() { (ui::section("sales-recent", count(sales.len()), html! { ul { @for sale in sales { li { (line(sale)) } } } })) } }
}

/// How much buffer they carry, once enough notices were answered (S093).
fn slack(page: &AccountPage) -> Option<String> {
    let slack = page.slack;
    (slack.of >= NOTICES_THAT_TELL)
        .then(|| t_with("accounts-slack-of", &[("still", slack.still_works.into()), ("of", slack.of.into())]))
}

/// Each trouble with how it ended, or where it stands.
fn troubles(agent: &Agent, cases: &[CaseRow], now: Timestamp) -> Markup {
    let rows = cases.iter().map(|row| {
        [
            html! { a.whole href={ "/cases/" (row.number) } data-go { (row.number.to_string()) } },
            html! { span.theirs { (row.title) } },
            html! { (t(&format!("recovery-{}", row.recovery.word().replace('_', "-")))) },
            html! { (agent.firm.name_of(row.owner_id)) },
            html! { (ui::time(&when::moment(row.recognised_at, now, &agent.zone))) },
        ]
    });
    let table =
        Table::new("accounts-past").under_its_heading().col("cases-number").col("cases-trouble").col("cases-state");
    html! { (table.col("cases-owner").col("cases-known").rows(rows)) }
}

fn count(of: usize) -> Option<u64> {
    u64::try_from(of).ok().filter(|n| *n > 0)
}

/// A person with the clock on their wall, the account's where they have none of their own (S249).
pub fn card(contact: &Contact, account: &TimeZone, agent: &Agent, now: Timestamp, away: &[Away]) -> Markup {
    let own = (!contact.zone.is_empty()).then(|| zone_of(&contact.zone));
    let mut card = ContactCard::new(contact.name.clone())
        .href(format!("/contacts/{}", contact.id))
        .there(when::there_now(now, own.as_ref().unwrap_or(account), &agent.zone));
    if !contact.phone.is_empty() {
        card = card.phone(contact.phone.clone());
    }
    if !contact.email.is_empty() {
        card = card.email(contact.email.clone());
    }
    if let Some(away) = away_words::said(away, contact.id, agent) {
        card = card.away(away);
    }
    if let Some(speaks) = speaks(agent, &contact.language) {
        card = card.speaks(speaks);
    }
    if !contact.address_as.is_empty() {
        card = card.hours(t_with("accounts-address-as", &[("name", contact.address_as.as_str().into())]));
    }
    match (contact.active, contact.role.as_str()) {
        (false, _) => html! { (card.role("accounts-person-left")) },
        (true, "") => html! { (card) },
        (true, role) => html! { (card.role(role.to_owned())) },
    }
}

fn aside(agent: &Agent, page: &AccountPage, insights: &[Insight], now: Timestamp) -> Markup {
    let account = &page.account;
    let name = |id: Option<casework::ids::PersonId>| id.map(|id| agent.firm.name_of(id).to_owned());
    let text = |words: &str| (!words.is_empty()).then(|| words.to_owned());
    let calendar = account.calendar_id.and_then(|id| agent.firm.calendars.get(&id)).map(|c| c.name().to_owned());
    let strength = account.strength.map(|s| t_with("accounts-strength-of", &[("strength", i64::from(s).into())]));
    let facts = Facts::new()
        .fact("accounts-owner", name(account.relationship_owner).unwrap_or_else(|| t("accounts-nobody").into_owned()))
        .known("accounts-cover", name(account.cover))
        .known("accounts-strength", strength)
        .fact("accounts-kept", tally(page))
        .known("accounts-slack", slack(page))
        .known("accounts-reference", account.reference.clone())
        .known("accounts-country", text(&place(account)))
        .fact("field-zone", account.zone.clone())
        .fact("accounts-language", account.language.clone())
        .fact("accounts-calendar", calendar.unwrap_or_else(|| t("accounts-calendar-ours").into_owned()));
    let matters =
        learned::what_matters(agent, &account.what_matters, insights, learned::Back::Account(account.id), now);
    html! {
        (ui::section("accounts-relationship", None, html! { (facts) }))
        @if let Some(matters) = matters { (ui::section("accounts-what-matters", None, matters)) }
        (protocol::shown(account, &page.contacts))
        @if !account.rules.is_empty() { (ui::section("accounts-rules", None, rules(&account.rules))) }
    }
}

fn place(account: &Account) -> String {
    [account.country.as_str(), account.region.as_str()]
        .into_iter()
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Kept, broken and open, with their number: a share of three promises would say more than is known.
fn tally(page: &AccountPage) -> String {
    let tally = page.promises;
    t_with(
        "accounts-tally",
        &[("kept", tally.kept.into()), ("broken", tally.broken.into()), ("open", tally.open.into())],
    )
}

fn rules(rules: &[CustomerRule]) -> Markup {
    let line = |rule: &CustomerRule| {
        t_with(
            "accounts-rule",
            &[
                ("clock", super::clocks::name_of(rule.clock).into()),
                ("length", super::clocks::in_words(rule.at_most).into()),
                ("source", rule.source.as_str().into()),
            ],
        )
    };
    html! { ul { @for rule in rules { li { (line(rule)) } } } }
}
