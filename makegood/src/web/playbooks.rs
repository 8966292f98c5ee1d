//! The playbooks of the firm: those of the program and its own, with the open cases on each version, and the ways to a new one.
use super::desk;
use super::fail::Oops;
use super::playbook_editor::{self, HERE, Place, text};
use super::playbook_words as words;
use super::ui::{self, Field, Form, Nav, Table, Typed};
use crate::session::{Administrator, Agent};
use crate::words::{t, t_with};
use axum::extract::{DefaultBodyLimit, Multipart};
use axum::response::{IntoResponse, Response};
use casework::playbook::{Playbook, STEPS_PER_PLAYBOOK};
use maud::{Markup, html};
use std::collections::BTreeMap;
use store::playbooks::{self, Followers, Standing, built_in};

/// Kibibytes of a file that is brought in; the largest playbook has a tenth of it.
const FILE_KB: usize = 64;

/// How large a file may be, with what a browser puts around it.
pub fn file_size() -> DefaultBodyLimit {
    DefaultBodyLimit::max(FILE_KB * 1024 + 16 * 1024)
}

pub async fn show(Administrator(agent): Administrator) -> Result<Markup, Oops> {
    page(&agent, &Typed::nothing()).await
}

async fn page(agent: &Agent, typed: &Typed) -> Result<Markup, Oops> {
    let read = |conn: &store::Conn| {
        let standings = playbooks::standings(conn)?;
        let mut withdrawn = vec![];
        for gone in standings.iter().filter(|standing| standing.withdrawn) {
            withdrawn.extend(playbooks::version(conn, &gone.name, gone.version)?);
        }
        Ok::<_, store::Fault>((standings, withdrawn, playbooks::followers(conn)?))
    };
    let (standings, withdrawn, followers) = agent.app.db.read(read).await?;
    let withdrawn: Vec<Playbook> = withdrawn.iter().map(|kept| kept.playbook()).collect::<Result<_, _>>()?;
    let rows = agent.firm.playbooks.iter().chain(&withdrawn).map(|playbook| row(playbook, &standings, &followers));
    let table = Table::new("playbooks-title")
        .under_its_heading()
        .col("playbooks-name")
        .col("playbooks-whose")
        .number_col("playbooks-version")
        .number_col("playbooks-steps")
        .col("playbooks-cases")
        .rows(rows);
    let body = html! {
        (ui::heading(t("playbooks-title"), None))
        p { (t("playbooks-intro")) }
        (table)
        div.acts {
            a.act href={ (HERE) "/new" } { (t("playbooks-write")) }
            a href={ (HERE) "/begin" } { (t("playbooks-begin")) }
        }
        (ui::section("playbooks-import", None, import_form(agent, typed)))
    };
    Ok(desk::page(agent, "playbooks-title", Nav::Settings, body))
}

fn row(playbook: &Playbook, standings: &[Standing], followers: &Followers) -> [Markup; 5] {
    let withdrawn = standings.iter().any(|one| one.name == playbook.name && one.withdrawn);
    let whose = match built_in().iter().find(|shipped| shipped.name == playbook.name) {
        None => "playbooks-of-ours",
        Some(shipped) if shipped.body() == playbook.body() => "playbooks-of-the-program",
        Some(_) => "playbooks-of-the-program-changed",
    };
    [
        html! {
            a href={ (HERE) "/" (playbook.name) } data-go { (words::title(playbook)) }
            @if withdrawn { " " span.quiet { (t("playbooks-withdrawn")) } }
        },
        html! { (t(whose)) },
        html! { (playbook.version) },
        html! { (playbook.steps.len()) },
        cases(followers.get(&playbook.name), playbook.version),
    ]
}

/// How many open cases are on which version; the one in use needs no number beside it.
pub fn cases(on: Option<&BTreeMap<u32, i64>>, in_use: u32) -> Markup {
    let on: Vec<(&u32, &i64)> = on.into_iter().flatten().rev().collect();
    if on.is_empty() {
        return html! { span.quiet { (t("playbooks-cases-none")) } };
    }
    let words = |(version, count): &(&u32, &i64)| {
        t_with("playbooks-cases-on", &[("count", (**count).into()), ("version", (**version).into())])
    };
    let only = on.len() == 1 && *on[0].0 == in_use;
    html! { @if only { (on[0].1) } @else { (on.iter().map(words).collect::<Vec<_>>().join(", ")) } }
}

fn import_form(agent: &Agent, typed: &Typed) -> Markup {
    let form = Form::post(format!("{HERE}/import"), agent.app.new_id())
        .id("playbook-import")
        .upload()
        .typed(typed)
        .field(
            Field::file("file", "playbooks-import-file")
                .help(t_with("playbooks-import-file-help", &[("limit", FILE_KB.into())])),
        )
        .quiet_act("playbooks-import-act");
    html! { (form) }
}

/// Reads a file and shows it where it can be looked at and changed; nothing is kept.
pub async fn import(Administrator(agent): Administrator, mut parts: Multipart) -> Result<Response, Oops> {
    let mut typed = Typed::nothing();
    let mut bytes = Vec::new();
    let too_large =
        || t_with("playbooks-import-large", &[("limit", FILE_KB.into()), ("steps", STEPS_PER_PLAYBOOK.into())]);
    // A part that breaks off ends the reading; what is missing is said below.
    while let Ok(Some(part)) = parts.next_field().await {
        if part.name() == Some("file") {
            match part.bytes().await {
                Ok(read) => bytes = read.to_vec(),
                Err(_) => typed.wrong("file", too_large()),
            }
        }
    }
    if bytes.len() > FILE_KB * 1024 {
        typed.wrong("file", too_large());
    }
    if bytes.is_empty() {
        typed.wrong("file", t("playbooks-import-none"));
    }
    let text = String::from_utf8(bytes).unwrap_or_default();
    if text.trim().is_empty() || text.contains('\0') {
        typed.wrong("file", t("playbooks-import-not-text"));
    }
    if !typed.is_fine() {
        return Ok(desk::again(page(&agent, &typed).await?));
    }
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let place = place_of(&agent, &text).await?;
    Ok(playbook_editor::brought_in(&agent, &place, &text).into_response())
}

/// The playbook that the file names, where there is one; else a new one.
async fn place_of(agent: &Agent, text: &str) -> Result<Place, Oops> {
    let Some(name) = text::read(text).ok().and_then(|read| read.name) else { return Ok(Place::default()) };
    match Place::of(agent, &name).await {
        Err(Oops::NotFound) => Ok(Place::default()),
        other => other,
    }
}
