//! Every case: open ones gravest and oldest first, closed ones newest first; none drops off because it is small (S026).
use super::desk;
use super::fail::Oops;
use super::ui::{self, Field, Form, Nav, Pager, Table, Tabs, Typed};
use super::when;
use crate::session::Agent;
use crate::words::t;
use axum::extract::Query;
use casework::ids::{AccountId, CaseId, PersonId};
use casework::kinds::{Recovery, Severity};
use jiff::Timestamp;
use maud::{Markup, html};
use serde::Deserialize;
use store::cases::{self, CaseRow, Filter, Standing};
use store::mails::{self, Mark};
use store::{Conn, Fault};
use uuid::Uuid;

/// Cases on one page.
const PAGE: i64 = 50;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    standing: String,
    state: String,
    severity: String,
    owner: String,
    account: String,
    text: String,
    after: String,
}

impl Asked {
    fn filter(&self) -> Filter {
        Filter {
            standing: if self.standing == "closed" { Standing::Closed } else { Standing::Open },
            state: Recovery::from_word(&self.state),
            severity: Severity::from_word(&self.severity),
            owner: self.owner.parse().ok().map(PersonId),
            account: self.account.parse().ok().map(AccountId),
            text: self.text.clone(),
        }
    }
    /// The key of the last line of the page before.
    fn after(&self) -> Option<(Severity, Timestamp, CaseId)> {
        let mut parts = self.after.split('_');
        let severity = Severity::from_word(parts.next()?)?;
        let at = Timestamp::from_microsecond(parts.next()?.parse().ok()?).ok()?;
        Some((severity, at, parts.next()?.parse().ok()?))
    }
}

pub async fn show(agent: Agent, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let (filter, after) = (asked.filter(), asked.after());
    let standing = filter.standing;
    let read = move |conn: &Conn| {
        let rows = cases::list(conn, &filter, after, PAGE)?;
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id.0).collect();
        Ok::<_, Fault>((mails::marks(conn, &ids)?, rows))
    };
    let (marks, rows) = agent.app.db.read(read).await?;
    let older = (rows.len() as i64 == PAGE && asked.text.is_empty())
        .then(|| rows.last().map(|r| older(&asked, r, standing)))
        .flatten();
    let newer = (!asked.after.is_empty()).then(|| query(&asked, ""));
    let present = if standing == Standing::Closed { "/cases?standing=closed" } else { "/cases" };
    let body = html! {
        (ui::heading(t("cases-title"), Some(html! { a.act href="/cases/new" { (t("act-open-case-new")) } })))
        (Tabs::new("cases-standing", present).tab("/cases", "cases-open").tab("/cases?standing=closed", "cases-closed"))
        (filters(&asked))
        @if rows.is_empty() { (desk::empty(&agent, "cases-none", Some(("/cases/new", t("act-open-case-new").into())))) }
        @else { (table(&agent, &rows, &marks)) (Pager::new(newer, older)) }
    };
    Ok(desk::page(&agent, "cases-title", Nav::Cases, body))
}

fn query(asked: &Asked, after: &str) -> String {
    let pairs = [
        ("standing", &asked.standing),
        ("state", &asked.state),
        ("severity", &asked.severity),
        ("owner", &asked.owner),
        ("account", &asked.account),
    ];
    let kept: Vec<String> = pairs
        .iter()
        .filter(|(_, v)| !v.is_empty() && v.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)))
        .map(|(k, v)| format!("{k}={v}"))
        .collect();
    format!("/cases?{}&after={after}", kept.join("&"))
}
fn older(asked: &Asked, last: &CaseRow, standing: Standing) -> String {
    let at = match standing {
        Standing::Open => last.recognised_at,
        Standing::Closed => last.recognised_at,
    };
    query(asked, &format!("{}_{}_{}", last.severity.word(), at.as_microsecond(), last.id))
}

fn filters(asked: &Asked) -> Markup {
    let typed = Typed::nothing()
        .with("state", &asked.state)
        .with("severity", &asked.severity)
        .with("text", &asked.text)
        .with("standing", &asked.standing);
    let states =
        Recovery::ALL.iter().map(|r| (r.word().to_owned(), t(&format!("recovery-{}", r.word().replace('_', "-")))));
    let severities = Severity::ALL.iter().map(|s| (s.word().to_owned(), t(&format!("severity-{}", s.word()))));
    let form = Form::get("/cases")
        .typed(&typed)
        .hidden("standing", &asked.standing)
        .row([
            Field::text("text", "cases-filter-text").optional(),
            Field::select("state", "cases-filter-state").choice("", "cases-any").choices(states).optional(),
            Field::select("severity", "cases-filter-severity").choice("", "cases-any").choices(severities).optional(),
        ])
        .quiet_act("cases-filter-act");
    ui::more("cases-filter", html! { (form) })
}

/// What must not be overlooked about the mail of a case, in the words of its page (S056).
fn said_of(case: CaseId, marks: &[(Uuid, Mark)]) -> Markup {
    let own = marks.iter().filter(|(id, _)| *id == case.0).map(|(_, mark)| match mark {
        Mark::NoVoice => "case-no-voice",
        Mark::Undelivered => "case-mail-undelivered",
        Mark::LetterWaits => "case-letters-wait",
    });
    html! { @for key in own { " " span.mark { (t(key)) } } }
}

/// The lines of a list of cases.
fn table(agent: &Agent, rows: &[CaseRow], marks: &[(Uuid, Mark)]) -> Markup {
    let now = agent.app.now();
    let cells = rows.iter().map(|r| {
        let href = format!("/cases/{}", r.number);
        let due = r.next_due.map(|due| when::due(due, now, &agent.zone));
        [
            html! { a.whole href=(href) data-go { (r.number.to_string()) } },
            html! { span.theirs { (r.title) } (said_of(r.id, marks)) },
            html! { (r.account) },
            html! { @if let Some(due) = due { (owed(due, now)) } },
            html! { (t(&format!("recovery-{}", r.recovery.word().replace('_', "-")))) },
            html! { (t(&format!("severity-{}", r.severity.word()))) },
            html! { (agent.firm.name_of(r.owner_id)) },
            html! { (ui::time(&when::moment(r.recognised_at, now, &agent.zone))) },
        ]
    });
    let table = Table::new("cases-title")
        .under_its_heading()
        .col("cases-number")
        .col("cases-trouble")
        .col("cases-account")
        .col("cases-due")
        .col("cases-state")
        .col("cases-severity")
        .col("cases-owner")
        .col("cases-known");
    html! { (table.rows(cells)) }
}

/// When the next thing is owed; only what is late has the glyph, because a list does not know how much of a time is used.
fn owed(due: when::When, now: Timestamp) -> Markup {
    if due.at < now {
        html! { (ui::Clock::with(ui::Fill::Full, due)) }
    } else {
        html! { (ui::time(&due)) }
    }
}
