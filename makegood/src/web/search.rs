//! Finds cases, customers, people, messages and notes by their words; a case number goes straight there.
use super::desk;
use super::fail::Oops;
use super::ui::{self, Nav};
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use casework::ids::CaseNumber;
use maud::html;
use serde::Deserialize;
use store::search::{self, Hit};

/// Hits on the page.
const HITS: i64 = 50;

#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    q: String,
}

pub async fn show(agent: Agent, Query(asked): Query<Asked>) -> Result<Response, Oops> {
    let words = asked.q.trim().to_owned();
    if words.len() > 3
        && words.get(..3).is_some_and(|p| p.eq_ignore_ascii_case("mg-"))
        && words.parse::<CaseNumber>().is_ok()
    {
        return Ok(Redirect::to(&format!("/cases/{}", words.to_uppercase())).into_response());
    }
    let looked = words.clone();
    let hits = if words.is_empty() {
        vec![]
    } else {
        agent.app.db.read(move |conn| search::find(conn, &looked, HITS)).await?
    };
    let body = html! {
        (ui::heading(t("search-title"), None))
        @if words.is_empty() { p { (t("search-empty")) } }
        @else if hits.is_empty() { (ui::empty(t_with("search-none", &[("words", words.as_str().into())]), Some(("/cases/new", t("act-open-case-new").into())))) }
        @else { ul.hits data-list { @for hit in &hits { (line(hit)) } } }
    };
    let shell = desk::shell(&agent, "search-title", Nav::Elsewhere).search(words);
    Ok(desk::shelled(shell, body).into_response())
}

fn line(hit: &Hit) -> maud::Markup {
    let href = match (hit.kind.as_str(), hit.number) {
        ("account", _) => format!("/accounts/{}", hit.subject),
        ("contact", _) => format!("/contacts/{}", hit.subject),
        (_, Some(number)) => format!("/cases/{number}"),
        _ => "/cases".to_owned(),
    };
    html! {
        li {
            a href=(href) data-go { @if let Some(number) = hit.number { (number.to_string()) " · " } (hit.title) }
            " " span.quiet { (t(&format!("hit-{}", hit.kind))) @if let Some(account) = &hit.account_name { ", " (account) } }
            @if !hit.snippet.is_empty() { p.theirs { (hit.snippet) } }
        }
    }
}
