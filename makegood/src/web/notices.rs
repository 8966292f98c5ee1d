//! What the program told me: the newest notices, those not read yet marked in words.
use super::desk;
use super::fail::Oops;
use super::ui::{self, Entry, Form, Nav, Timeline, Voice};
use crate::say::Reader;
use crate::session::Agent;
use crate::words::t;
use axum::response::Response;
use casework::ids::CaseId;
use maud::{Markup, html};
use std::collections::HashMap;
use store::cases::{self, CaseRow};
use store::outbox::{self, Notice};
use uuid::Uuid;

pub async fn show(agent: Agent) -> Result<Markup, Oops> {
    let (person, now) = (agent.person.id, agent.app.now());
    let read = move |conn: &store::Conn| {
        let notices = outbox::notices(conn, person, now)?;
        let ids: Vec<Uuid> = notices.iter().filter_map(|n| n.case.map(|c| c.0)).collect();
        let cases = if ids.is_empty() { vec![] } else { cases::by_ids(conn, &ids)? };
        Ok::<_, store::Fault>((notices, cases))
    };
    let (notices, cases) = agent.app.db.read(read).await?;
    let cases: HashMap<CaseId, CaseRow> = cases.into_iter().map(|row| (row.id, row)).collect();
    let unread = notices.iter().filter(|n| n.seen_at.is_none()).count();
    let lines =
        notices.iter().fold(Timeline::new().of_the_page(), |lines, notice| lines.entry(entry(&agent, notice, &cases)));
    let read_all = Form::post("/notices", agent.app.new_id()).act("notices-read");
    let body = html! {
        (ui::heading(t("notices-title"), None))
        @if notices.is_empty() { (desk::empty(&agent, "notices-none", Some(("/", t("run-title").into())))) }
        @else {
            @if unread > 0 { (ui::section("notices-unread", u64::try_from(unread).ok(), html! { (read_all) })) }
            (lines)
        }
    };
    Ok(desk::page(&agent, "notices-title", Nav::Elsewhere, body))
}

fn entry(agent: &Agent, notice: &Notice, cases: &HashMap<CaseId, CaseRow>) -> Entry {
    let (contacts, now) = (HashMap::new(), agent.app.now());
    let case = notice.case.and_then(|id| cases.get(&id));
    let accounts = case.map(|row| (row.account_id, row.account.clone())).into_iter().collect();
    let reader = Reader { firm: &agent.firm, contacts: &contacts, accounts: &accounts, zone: &agent.zone, now };
    let entry = Entry::new(notice.due_at, now, &agent.zone, reader.say(&notice.text), Voice::Ours);
    let marks = html! {
        p {
            @if let Some(row) = case { a href={ "/cases/" (row.number) } data-go { (row.number.to_string()) " · " (row.account) } " " }
            @if notice.urgent { (ui::chip("notices-urgent")) " " }
            @if notice.seen_at.is_none() { (ui::chip("notices-new")) }
        }
    };
    entry.with(marks)
}

/// All that was shown is read.
pub async fn read(agent: Agent) -> Result<Response, Oops> {
    let (person, now) = (agent.person.id, agent.app.now());
    agent.app.db.write(move |tx| outbox::mark_seen(tx, person, now)).await?;
    Ok(desk::on_to("/notices"))
}
