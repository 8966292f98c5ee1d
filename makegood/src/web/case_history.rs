//! The history of a case as it is kept: both times, who, what; checked here, and given out so that anybody can check it.
use super::case_view::{self, Story};
use super::desk;
use super::do_on_case::numbered;
use super::fail::Oops;
use super::ui::{Nav, Notice, Pager, Table, heading};
use super::{case_lines, when};
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::Json;
use axum::extract::{Path, Query};
use axum::http::header::CONTENT_DISPOSITION;
use axum::response::{IntoResponse, Response};
use casework::event::Happening;
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::json;
use store::history::{self, Broken, EventRow};

/// Events on one page of the history.
const PAGE: usize = 200;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// Only events before this one.
    before: Option<i64>,
}

pub async fn show(me: Agent, Path(number): Path<String>, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let number = numbered(&number)?;
    let (view, rows) = me
        .app
        .db
        .read(move |conn| {
            let Some(view) = case_view::load(conn, number, Story::Untold)? else { return Ok(None) };
            let rows = history::all_rows(conn, view.case.id)?;
            Ok::<_, store::Fault>(Some((view, rows)))
        })
        .await?
        .ok_or(Oops::NotFound)?;
    let checked = history::verify(view.case.id, &rows, &view.tail);
    let reader = view.reader(&me, me.app.now());
    let before = asked.before.unwrap_or(i64::MAX);
    let shown: Vec<&EventRow> = rows.iter().rev().filter(|row| row.seq < before).take(PAGE).collect();
    let table = Table::new("history-caption")
        .number_col("history-no")
        .col("history-happened")
        .col("history-recorded")
        .col("history-who")
        .col("history-kind")
        .col("history-words");
    let told: Vec<Happening> = shown.iter().map(|row| history::happening(row)).collect::<Result<_, _>>()?;
    let table = told.iter().fold(table, |table, happening| {
        let at = happening.when;
        table.row([
            html! { (happening.seq) },
            html! { (when::moment(at.happened_at, reader.now, reader.zone)) },
            html! { (when::moment(at.recorded_at, reader.now, reader.zone)) },
            html! { (case_lines::by(&reader, at.by)) },
            html! { (happening.event.kind().replace('_', " ")) },
            html! { (reader.say(&happening.event.words())) },
        ])
    });
    let older = shown.last().filter(|row| row.seq > 1).map(|row| format!("/cases/{number}/history?before={}", row.seq));
    let newer = asked.before.map(|_| format!("/cases/{number}/history"));
    let body = html! {
        (heading(t("tab-history"), Some(html! { a href={ "/cases/" (number) } { (number) } " · " (view.account.name) })))
        (verdict(&checked, rows.len()))
        p { a href={ "/cases/" (number) "/history.json" } { (t("history-take")) } " " span.quiet { (t("history-take-why")) } }
        (table)
        (Pager::new(newer, older))
    };
    Ok(desk::page(&me, t_with("history-title", &[("number", number.to_string().into())]), Nav::Cases, body))
}

/// Whether the chain holds, in plain words.
fn verdict(checked: &Result<(), Broken>, events: usize) -> Notice {
    match checked {
        Ok(()) => Notice::done(t_with("history-holds", &[("n", events.into())])),
        Err(Broken::Gap { seq }) => Notice::look(t_with("history-gap", &[("seq", (*seq).into())])),
        Err(Broken::Changed { seq }) => Notice::look(t_with("history-changed", &[("seq", (*seq).into())])),
        Err(Broken::Tail) => Notice::look(t("history-tail")),
    }
}

/// Rows, the case's id and the last hash: enough to check the chain without us (ARCHITECTURE 4.5).
pub async fn export(me: Agent, Path(number): Path<String>) -> Result<Response, Oops> {
    let number = numbered(&number)?;
    let (case, tail, rows) = me
        .app
        .db
        .read(move |conn| {
            let Some(kept) = store::cases::by_number(conn, number)? else { return Ok(None) };
            let rows = history::all_rows(conn, kept.case.id)?;
            Ok::<_, store::Fault>(Some((kept.case.id, kept.tail, rows)))
        })
        .await?
        .ok_or(Oops::NotFound)?;
    let events: Vec<_> = rows
        .iter()
        .map(|row| {
            json!({
                "seq": row.seq, "kind": row.kind, "happened_at": row.happened_at, "recorded_at": row.recorded_at, "actor": row.actor,
                "actor_id": row.actor_id, "body": row.body, "salt": hex::encode(&row.salt), "hash": hex::encode(&row.hash),
            })
        })
        .collect();
    let whole = json!({ "case": number.to_string(), "case_id": case, "tail": hex::encode(&tail), "how": t("history-how"), "events": events });
    let name = format!("attachment; filename=\"{number}-history.json\"");
    Ok(([(CONTENT_DISPOSITION, name)], Json(whole)).into_response())
}
