//! What the program told me: urgent ones that wait for my word first, then the newest, those not read yet marked in words.
use super::desk;
use super::fail::Oops;
use super::own_notices;
use super::ui::{self, Entry, Form, Nav, Timeline, Voice};
use crate::say::Reader;
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::response::Response;
use casework::ids::CaseId;
use maud::{Markup, html};
use std::collections::HashMap;
use store::cases::{self, CaseRow};
use store::notices::{self, Unanswered};
use store::outbox::{self, Notice};
use uuid::Uuid;

pub async fn show(agent: Agent) -> Result<Markup, Oops> {
    let (person, now) = (agent.person.id, agent.app.now());
    let read = move |conn: &store::Conn| {
        let (mut notices, waiting) = (outbox::notices(conn, person, now)?, notices::unanswered(conn, person)?);
        notices.retain(|notice| !waiting.iter().any(|one| one.notice == notice.id));
        let all = notices.iter().map(|n| n.case).chain(waiting.iter().map(|one| one.case));
        let ids: Vec<Uuid> = all.filter_map(|case| case.map(|c| c.0)).collect();
        let cases = if ids.is_empty() { vec![] } else { cases::by_ids(conn, &ids)? };
        Ok::<_, store::Fault>((notices, waiting, cases))
    };
    let (notices, waiting, cases) = agent.app.db.read(read).await?;
    let cases: HashMap<CaseId, CaseRow> = cases.into_iter().map(|row| (row.id, row)).collect();
    let unread = notices.iter().filter(|n| n.seen_at.is_none()).count();
    let lines = notices
        .iter()
        .fold(Timeline::new().of_the_page(), |lines, notice| lines.entry(entry(&agent, notice, &cases, html! {})));
    let read_all = Form::post("/notices", agent.app.new_id()).act("notices-read");
    let body = html! {
        (ui::heading(t("notices-title"), Some(html! { a href=(own_notices::HERE) { (t("notices-how")) } })))
        @if !waiting.is_empty() { (unanswered(&agent, &waiting, &cases)?) }
        @if notices.is_empty() && !waiting.is_empty() {}
        @else if notices.is_empty() { (desk::empty(&agent, "notices-none", Some(("/", t("run-title").into())))) }
        @else {
            @if unread > 0 { (ui::section("notices-unread", u64::try_from(unread).ok(), html! { (read_all) })) }
            (lines)
        }
    };
    Ok(desk::page(&agent, "notices-title", Nav::Elsewhere, body))
}

/// What comes again and again until somebody says that they have it.
fn unanswered(agent: &Agent, waiting: &[Unanswered], cases: &HashMap<CaseId, CaseRow>) -> Result<Markup, Oops> {
    let mut lines = Timeline::new().of_the_page();
    for one in waiting {
        let have_it = Form::post(format!("/notices/{}/acknowledge", one.notice), agent.app.new_id());
        let have_it = have_it.act("notices-have-it").one_line();
        let times = one.times > 1;
        let about = html! {
            @if times { p.quiet { (t_with("notices-times", &[("times", one.times.into())])) } }
            (have_it)
        };
        // New or not, it waits.
        let notice = Notice { seen_at: Some(one.due_at), ..one.notice()? };
        lines = lines.entry(entry(agent, &notice, cases, about));
    }
    let body = html! { p { (t("notices-unanswered-help")) } (lines) };
    Ok(ui::section("notices-unanswered", u64::try_from(waiting.len()).ok(), body))
}

fn entry(agent: &Agent, notice: &Notice, cases: &HashMap<CaseId, CaseRow>, below: Markup) -> Entry {
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
        (below)
    };
    entry.with(marks)
}

/// All that was shown is read; what is urgent waits for a word of its own.
pub async fn read(agent: Agent) -> Result<Response, Oops> {
    let (person, now) = (agent.person.id, agent.app.now());
    agent.app.db.write(move |tx| outbox::mark_seen(tx, person, now)).await?;
    Ok(desk::on_to("/notices"))
}

/// I have it: it does not come again.
pub async fn acknowledge(agent: Agent, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    let (person, now) = (agent.person.id, agent.app.now());
    agent.app.db.write(move |tx| notices::acknowledge(tx, id, person, now)).await?;
    Ok(desk::on_to("/notices"))
}
