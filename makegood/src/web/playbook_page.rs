//! One playbook: its steps, its versions with who, when and why, the cases on each, and the way back to an earlier one.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::playbook_editor::{HERE, look};
use super::playbook_words as words;
use super::ui::{self, Facts, Field, Form, Nav, Notice, Table, Typed};
use super::{playbooks, setting_page, when};
use crate::session::{Administrator, Agent};
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use casework::playbook::Playbook;
use maud::{Markup, html};
use std::collections::BTreeMap;
use store::playbooks::{self as kept, Seen, Standing, Version, WHY_AT_MOST, is_built_in};

/// A playbook with everything that is kept of it.
struct Shown {
    name: String,
    /// The version in use, or the last that was.
    playbook: Playbook,
    standing: Option<Standing>,
    versions: Vec<Version>,
    followers: BTreeMap<u32, i64>,
}

async fn read(agent: &Agent, name: String) -> Result<Shown, Oops> {
    let wanted = name.clone();
    let read = move |conn: &store::Conn| {
        let followers = kept::followers(conn)?.remove(&wanted).unwrap_or_default();
        Ok::<_, store::Fault>((kept::standing(conn, &wanted)?, kept::versions(conn, &wanted)?, followers))
    };
    let (standing, versions, followers) = agent.app.db.read(read).await?;
    let in_use = standing.as_ref().and_then(|standing| versions.iter().find(|v| v.version == standing.version));
    let playbook = match in_use {
        Some(version) => version.playbook()?,
        None => agent.firm.playbooks.iter().find(|p| p.name == name).cloned().ok_or(Oops::NotFound)?,
    };
    Ok(Shown { name, playbook, standing, versions, followers })
}

impl Shown {
    fn is_withdrawn(&self) -> bool {
        self.standing.as_ref().is_some_and(|standing| standing.withdrawn)
    }
    fn seen(&self) -> i64 {
        self.standing.as_ref().map_or(0, |standing| standing.changes)
    }
    fn path(&self) -> String {
        format!("{HERE}/{}", self.name)
    }
    /// A text of the program that is newer than the one in use, which is the organisation's own.
    fn newer_of_program(&self) -> Option<&Version> {
        let own = self.versions.iter().any(|v| v.version == self.playbook.version && v.origin == "ours");
        self.versions.iter().find(|v| v.origin == "program").filter(|v| own && v.version > self.playbook.version)
    }
}

pub async fn show(Administrator(agent): Administrator, Path(name): Path<String>) -> Result<Markup, Oops> {
    let shown = read(&agent, name).await?;
    page(&agent, &shown, &Typed::nothing()).await
}

async fn page(agent: &Agent, shown: &Shown, typed: &Typed) -> Result<Markup, Oops> {
    let playbook = &shown.playbook;
    let path = shown.path();
    let whose = if is_built_in(&shown.name) { "playbooks-of-the-program" } else { "playbooks-of-ours" };
    let facts = Facts::new()
        .fact("playbooks-version", playbook.version)
        .fact("playbooks-whose", t(whose))
        .known("playbooks-source", Some(&playbook.source).filter(|source| !source.is_empty()))
        .fact("playbooks-meant-for", words::meant_for(playbook).unwrap_or_else(|| t("playbooks-for-any").into_owned()))
        .fact("playbooks-cases", playbooks::cases(Some(&shown.followers), playbook.version));
    let chosen = agent.firm.policy.playbooks.values().any(|name| *name == shown.name);
    let body = html! {
        (ui::heading(words::title(playbook), None))
        @if shown.is_withdrawn() { (Notice::look("playbooks-is-withdrawn")) }
        @else if !chosen && !is_built_in(&shown.name) { p.quiet { (t("playbooks-not-begun")) " " a href={ (HERE) "/begin" } { (t("playbooks-begin")) } } }
        @if let Some(newer) = shown.newer_of_program() {
            p { a href={ (path) "/" (newer.version) } { (t_with("playbooks-newer-of-program", &[("version", newer.version.into())])) } }
        }
        (facts)
        div.acts {
            a.act href={ (path) "/change" } { (t("playbooks-change-act")) }
            a href={ (HERE) "/new?copy=" (shown.name) } { (t("playbooks-copy")) }
            a href={ (path) "/" (playbook.version) "/file" } { (t("playbooks-export")) }
        }
        (ui::section("playbooks-steps", u64::try_from(playbook.steps.len()).ok(), look::steps(playbook)))
        (ui::section("playbooks-versions", None, versions(agent, shown)))
        @if !is_built_in(&shown.name) && !shown.is_withdrawn() { (ui::section("playbooks-withdraw", None, withdraw_form(agent, shown, typed))) }
        (setting_page::changes(agent, &shown.name).await?)
    };
    Ok(desk::page(agent, words::title(playbook), Nav::Settings, body))
}

fn versions(agent: &Agent, shown: &Shown) -> Markup {
    let now = agent.app.now();
    if shown.versions.is_empty() {
        return html! { p.quiet { (t("setting-never-changed")) } };
    }
    let rows = shown.versions.iter().map(|version| {
        let number = version.version;
        let who = version.person.map(|id| agent.firm.name_of(id).to_owned()).filter(|name| !name.is_empty());
        let in_use = number == shown.playbook.version && !shown.is_withdrawn();
        let count = shown.followers.get(&number).copied().unwrap_or_default();
        [
            html! { a href={ (shown.path()) "/" (number) } data-go aria-label=(t_with("playbooks-see", &[("version", number.into())])) { (number) } @if in_use { " · " (t("playbooks-in-use")) } },
            html! { (ui::time(&when::moment(version.at, now, &agent.zone))) },
            html! { (who.unwrap_or_else(|| t("playbooks-of-the-program").into_owned())) },
            html! { (version.why) },
            html! { (count) },
        ]
    });
    let table = Table::new("playbooks-versions")
        .under_its_heading()
        .col("playbooks-version")
        .col("playbooks-versions-when")
        .col("playbooks-versions-who")
        .col("playbooks-versions-why")
        .number_col("playbooks-versions-cases");
    html! { (table.rows(rows)) }
}

fn why() -> Field {
    Field::text("why", "playbooks-why")
        .help("playbooks-why-help")
        .length(u32::try_from(WHY_AT_MOST).unwrap_or(u32::MAX))
        .autocomplete("off")
}

fn withdraw_form(agent: &Agent, shown: &Shown, typed: &Typed) -> Markup {
    let form = Form::post(shown.path(), agent.app.new_id())
        .id("playbook-withdraw")
        .typed(typed)
        .hidden("seen", shown.seen())
        .field(why())
        .quiet_act("playbooks-withdraw-act");
    html! { p { (t("playbooks-withdraw-help")) } (form) }
}

/// Withdraws one of the firm's own.
pub async fn withdraw(
    Administrator(agent): Administrator,
    Path(name): Path<String>,
    Posted(mut typed): Posted,
) -> Result<Response, Oops> {
    let shown = read(&agent, name).await?;
    let by = agent.by(desk::request_of(&agent, &typed));
    let (name, why, seen) =
        (shown.name.clone(), typed.value("why").to_owned(), typed.value("seen").parse().unwrap_or(-1));
    let done = agent.app.db.write(move |tx| kept::withdraw(tx, &name, &why, Seen(seen), &by)).await;
    if let Err(why) = done {
        desk::refused(&agent, &mut typed, why)?;
        return Ok(desk::again(page(&agent, &shown, &typed).await?));
    }
    agent.app.refresh_firm().await?;
    Ok(desk::on_to(&shown.path()))
}

/// The version of that number; the text of the program where nothing was kept of it yet.
fn of_number(shown: &Shown, number: u32) -> Result<Playbook, Oops> {
    match shown.versions.iter().find(|version| version.version == number) {
        Some(version) => Ok(version.playbook()?),
        None if shown.playbook.version == number => Ok(shown.playbook.clone()),
        None => Err(Oops::NotFound),
    }
}

pub async fn version(
    Administrator(agent): Administrator,
    Path((name, number)): Path<(String, u32)>,
) -> Result<Markup, Oops> {
    let shown = read(&agent, name).await?;
    version_page(&agent, &shown, number, &Typed::nothing())
}

fn version_page(agent: &Agent, shown: &Shown, number: u32, typed: &Typed) -> Result<Markup, Oops> {
    let playbook = of_number(shown, number)?;
    let (path, in_use) = (shown.path(), &shown.playbook);
    let offered = in_use.version == number && !shown.is_withdrawn();
    let parts = [("title", words::title(&playbook).into()), ("version", number.into())];
    let title = t_with("playbooks-version-title", &parts);
    let version = shown.versions.iter().find(|version| version.version == number);
    let who =
        version.and_then(|v| v.person).map(|id| agent.firm.name_of(id).to_owned()).filter(|name| !name.is_empty());
    let facts = Facts::new()
        .known("playbooks-versions-when", version.map(|v| ui::time(&when::moment(v.at, agent.app.now(), &agent.zone))))
        .fact("playbooks-versions-who", who.unwrap_or_else(|| t("playbooks-of-the-program").into_owned()))
        .known("playbooks-versions-why", version.map(|v| v.why.clone()).filter(|why| !why.is_empty()))
        .fact("playbooks-cases", shown.followers.get(&number).copied().unwrap_or_default());
    let form = Form::post(format!("{path}/{number}"), agent.app.new_id())
        .id("playbook-back")
        .typed(typed)
        .hidden("seen", shown.seen())
        .field(why())
        .act(t_with("playbooks-back-act", &[("version", number.into())]));
    let body = html! {
        (ui::heading(title.clone(), None))
        @if offered { p { (t("playbooks-in-use")) } }
        (facts)
        div.acts {
            a href={ (path) "/change?version=" (number) } { (t("playbooks-begin-from")) }
            a href={ (path) "/" (number) "/file" } { (t("playbooks-export")) }
            a href=(path) { (words::title(in_use)) }
        }
        @if in_use.version != number {
            p.quiet { (t_with("playbooks-version-differs-from", &[("version", in_use.version.into())])) }
            (look::differs(in_use, &playbook))
        }
        (ui::section("playbooks-steps", u64::try_from(playbook.steps.len()).ok(), look::steps(&playbook)))
        @if !offered { (ui::section("playbooks-back", None, html! { p { (t("playbooks-back-help")) } (form) })) }
    };
    Ok(desk::page(agent, title, Nav::Settings, body))
}

/// Puts an earlier version in use again.
pub async fn back(
    Administrator(agent): Administrator,
    Path((name, number)): Path<(String, u32)>,
    Posted(mut typed): Posted,
) -> Result<Response, Oops> {
    let shown = read(&agent, name).await?;
    let by = agent.by(desk::request_of(&agent, &typed));
    let (name, why, seen) =
        (shown.name.clone(), typed.value("why").to_owned(), typed.value("seen").parse().unwrap_or(-1));
    let done = agent.app.db.write(move |tx| kept::put_in_force(tx, &name, number, &why, Seen(seen), &by)).await;
    if let Err(why) = done {
        desk::refused(&agent, &mut typed, why)?;
        return Ok(desk::again(version_page(&agent, &shown, number, &typed)?));
    }
    agent.app.refresh_firm().await?;
    Ok(desk::on_to(&shown.path()))
}

/// A version as a file, as those of the program are written.
pub async fn file(
    Administrator(agent): Administrator,
    Path((name, number)): Path<(String, u32)>,
) -> Result<Response, Oops> {
    let shown = read(&agent, name).await?;
    let playbook = of_number(&shown, number)?;
    let own = shown.versions.iter().find(|version| version.version == number);
    // What a person wrote between the lines goes along.
    let text = match own {
        Some(version) => format!("name = \"{}\"\nversion = {number}\n{}", playbook.name, version.body),
        None => playbook.written(),
    };
    let named = format!("attachment; filename=\"{}.toml\"", playbook.name);
    let disposition = HeaderValue::from_str(&named).map_err(|_| Oops::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/toml; charset=utf-8")),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, text).into_response())
}
