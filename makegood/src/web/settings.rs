//! The way to every setting, and the log of who changed what, with before and after.
use super::audit_words;
use super::desk;
use super::fail::Oops;
use super::playbook_words;
use super::ui::{self, Nav, Pager, Table};
use super::when;
use crate::session::{Administrator, Agent};
use crate::words::{Words, t};
use axum::extract::Query;
use casework::kinds::Role;
use jiff::Timestamp;
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::Value;
use store::audit::{self, Entry};
use uuid::Uuid;

/// Lines of the log on one page.
const PAGE: i64 = 50;

pub async fn show(agent: Agent) -> Result<Markup, Oops> {
    let firms = [
        ("/settings/people", "people-title", "settings-people-help"),
        ("/settings/calendars", "calendars-title", "settings-calendars-help"),
        ("/settings/clocks", "clocks-title", "settings-clocks-help"),
        ("/settings/mailboxes", "mailboxes-title", "settings-mailboxes-help"),
        ("/settings/limits", "limits-title", "settings-limits-help"),
        ("/settings/playbooks", "playbooks-title", "settings-playbooks-help"),
        ("/settings/how-we-handle-trouble", "theirs-handling-title", "settings-handling-help"),
        ("/settings/review", "review-own-title", "settings-review-help"),
        ("/settings/webhooks", "hooks-title", "settings-hooks-help"),
        ("/settings/incoming", "hooks-in-title", "settings-hooks-in-help"),
        ("/settings/audit", "audit-title", "settings-audit-help"),
        ("/guide", "guide-title", "settings-guide-help"),
    ];
    let ready = [
        ("/settings/emergency", "emergency-title", "settings-emergency-help"),
        ("/settings/preparedness", "prepared-title", "settings-prepared-help"),
        ("/settings/mail", "mail-health-title", "settings-mail-health-help"),
        ("/review/rules", "review-rules-title", "settings-review-rules-help"),
    ];
    let own = [
        ("/settings/own", "own-title", "settings-own-help"),
        ("/notices", "notices-title", "settings-notices-help"),
        ("/settings/own/notices", "own-notices-title", "settings-own-notices-help"),
        ("/drafts", "drafts-title", "settings-drafts-help"),
        ("/settings/tokens", "tokens-title", "settings-tokens-help"),
    ];
    let body = html! {
        (ui::heading(t("settings-title"), None))
        @if agent.has(Role::Administrator) { (ui::section("settings-firm", None, ways(&firms))) }
        (ui::section("settings-ready", None, ways(&ready)))
        (ui::section("settings-own", None, ways(&own)))
    };
    Ok(desk::page(&agent, "settings-title", Nav::Settings, body))
}

fn ways(all: &[(&str, &'static str, &'static str)]) -> Markup {
    html! {
        dl.facts {
            @for (href, title, help) in all {
                div { dt { a href=(href) data-go { (t(title)) } } dd { (t(help)) } }
            }
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// The last line of the page before: its time and id.
    after: String,
}

pub async fn audit(Administrator(agent): Administrator, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let after = asked
        .after
        .split_once('_')
        .and_then(|(at, id)| Some((Timestamp::from_microsecond(at.parse().ok()?).ok()?, id.parse::<Uuid>().ok()?)));
    let lines = agent.app.db.read(move |conn| audit::list(conn, after, PAGE)).await?;
    let older = (lines.len() as i64 == PAGE)
        .then(|| lines.last().map(|last| format!("/settings/audit?after={}_{}", last.at.as_microsecond(), last.id)))
        .flatten();
    let newer = after.is_some().then(|| "/settings/audit".to_owned());
    let body = html! {
        (ui::heading(t("audit-title"), None))
        @if lines.is_empty() { (ui::empty("audit-none", None)) }
        @else { (table(&agent, &lines)) (Pager::new(newer, older)) }
    };
    Ok(desk::page(&agent, "audit-title", Nav::Settings, body))
}

pub fn table(agent: &Agent, lines: &[Entry]) -> Markup {
    let now = agent.app.now();
    let rows = lines.iter().map(|line| {
        let who = line.person.map(|id| agent.firm.name_of(id).to_owned()).filter(|name| !name.is_empty());
        [
            html! { (ui::time(&when::moment(line.at, now, &agent.zone))) },
            html! { (who.unwrap_or_else(|| t("audit-itself").into_owned())) },
            html! { (what(line)) },
            html! { (subject(agent, line)) },
            html! { @for words in audit_words::changed(agent, line) { p { (words) } } },
        ]
    });
    let table = Table::new("audit-title")
        .under_its_heading()
        .col("audit-when")
        .col("audit-who")
        .col("audit-what")
        .col("audit-subject")
        .col("audit-changed");
    html! { (table.rows(rows)) }
}

/// A deed of a later version is shown by its code rather than not at all.
fn what(line: &Entry) -> String {
    let key = format!("audit-did-{}", line.what);
    if Words::spoken().knows(&key) { t(&key).into_owned() } else { line.what.clone() }
}

fn subject(agent: &Agent, line: &Entry) -> Markup {
    let named = match line.what.split('-').next() {
        Some("playbook") => Some(playbook_words::title_of(&agent.firm, &line.subject)),
        _ => [&line.after, &line.before].into_iter().flatten().find_map(|json| name_in(json)),
    };
    let person = line.subject.parse().ok().map(|id| agent.firm.name_of(id).to_owned()).filter(|n| !n.is_empty());
    let name = named.or(person).filter(|name| !name.is_empty()).unwrap_or_else(|| t("audit-see").into_owned());
    let href = match line.what.split('-').next() {
        Some("account") => Some(format!("/accounts/{}", line.subject)),
        Some("contact") => Some(format!("/contacts/{}", line.subject)),
        Some("person" | "password") => Some(format!("/settings/people/{}", line.subject)),
        Some("calendar") => Some(format!("/settings/calendars/{}", line.subject)),
        Some("policy") => Some("/settings/clocks".to_owned()),
        Some("incoming") => Some(format!("/settings/incoming/{}", line.subject)),
        Some("hook") => Some(format!("/settings/webhooks/{}", line.subject)),
        Some("emergency") => Some(format!("/settings/emergency/{}", line.subject)),
        Some("mailbox") => Some(format!("/settings/mailboxes/{}", line.subject)),
        Some("handling") => Some("/settings/how-we-handle-trouble".to_owned()),
        Some("playbook") => Some(format!("/settings/playbooks/{}", line.subject)),
        Some("review") => Some("/settings/review".to_owned()),
        Some("our") => Some("/settings/calendars".to_owned()),
        _ => None,
    };
    html! { @if let Some(href) = href { a href=(href) { (name) } } @else if name != t("audit-see") { (name) } }
}
fn name_in(json: &str) -> Option<String> {
    serde_json::from_str::<Value>(json).ok()?.get("name")?.as_str().map(str::to_owned)
}
