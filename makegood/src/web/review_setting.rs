//! Our own file of the message review: what is in it, what a change would do to the messages that left, who changed it when, and the way
//! back to each earlier version.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::ui::{self, Field, Form, Nav, Notice, Table, Typed, section};
use super::when;
use crate::review_rules::{self, Came, RuleMoved, Trial};
use crate::session::{Administrator, Agent};
use crate::words::{t, t_with};
use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use proofread::{Level, Own};
use serde::Deserialize;
use store::audit::NotKept;
use store::review_rules::{self as kept, BODY_AT_MOST, MESSAGES_AT_MOST, Version};

const HERE: &str = "/settings/review";
/// Versions shown.
const VERSIONS_SHOWN: i64 = 20;
/// Letters of a phrase that becomes an exception by a press.
const PHRASE_AT_MOST: usize = 200;

/// What a link asks to be changed; it is shown and tried, and kept by nobody but the person.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// An earlier version.
    version: Option<i64>,
    /// A rule to switch off.
    off: String,
    /// A rule with one more exception: `phrase`.
    except: String,
    phrase: String,
}

pub async fn show(Administrator(agent): Administrator, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let current = agent.app.db.read(kept::current).await?;
    let phrase: String = asked.phrase.trim().chars().take(PHRASE_AT_MOST).collect();
    let (body, note) = if let Some(number) = asked.version.filter(|number| *number != current.version) {
        let earlier = agent.app.db.read(move |conn| kept::version(conn, number)).await?.ok_or(Oops::NotFound)?;
        (earlier.body, Some(t_with("review-own-earlier", &[("version", number.into())])))
    } else if is_id(&asked.off) {
        let note = t_with("review-own-off", &[("rule", asked.off.as_str().into())]);
        (Own::with_off(&current.body, &asked.off), Some(note))
    } else if is_id(&asked.except) && !phrase.is_empty() {
        let parts = [("rule", asked.except.as_str().into()), ("phrase", phrase.as_str().into())];
        (Own::with_exception(&current.body, &asked.except, &phrase), Some(t_with("review-own-except", &parts)))
    } else {
        (current.body.clone(), None)
    };
    let mut typed = typed_of(&body, current.version);
    let look = if note.is_some() { tried(&agent, &mut typed).await? } else { None };
    page(&agent, &current, &typed, Look { note, trial: look }).await
}

/// The id of a rule: what stands between brackets of the file without quotes.
fn is_id(word: &str) -> bool {
    (1..=20).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_alphanumeric())
}

fn typed_of(body: &str, version: i64) -> Typed {
    Typed::nothing().with("own_file", body).with("version", version.to_string())
}

/// What is shown above the form.
#[derive(Default)]
struct Look {
    /// Why the form holds something else than what is kept.
    note: Option<String>,
    trial: Option<Trial>,
}

async fn page(agent: &Agent, current: &Version, typed: &Typed, look: Look) -> Result<Markup, Oops> {
    let versions = agent.app.db.read(|conn| kept::versions(conn, VERSIONS_SHOWN)).await?;
    let form = Form::post(HERE, agent.app.new_id())
        .id("own-file")
        .typed(typed)
        .hidden("version", current.version)
        .field(
            Field::words("own_file", "review-own-file")
                .rows(16)
                .length(u32::try_from(BODY_AT_MOST).unwrap_or(u32::MAX))
                .help("review-own-file-help")
                .optional(),
        )
        .act("review-own-keep")
        .or_act("look", "yes", "clocks-look")
        .or_go("/settings", "act-back");
    let body = html! {
        (ui::heading(t("review-own-title"), None))
        p { (t("review-own-intro")) " " a href="/review/rules" { (t("review-rules-all")) } }
        @if let Some(problem) = review_rules::problem(current) {
            (Notice::look(t_with("review-own-unfit", &[("problem", problem.into())])))
        }
        @if let Some(note) = &look.note { (Notice::look(note.clone())) }
        @if let Some(trial) = &look.trial { (told(trial)) }
        (form)
        (ui::more("review-own-example", example()))
        (section("review-own-versions", None, history(agent, current, &versions)))
    };
    Ok(desk::page(agent, "review-own-title", Nav::Settings, body))
}

/// What can stand in the file, to copy from.
fn example() -> Markup {
    html! { p { (t("review-own-example-help")) } pre.letter lang="en" { code { (include_str!("review_setting/example.toml")) } } }
}

fn history(agent: &Agent, current: &Version, versions: &[Version]) -> Markup {
    if versions.is_empty() {
        return html! { p.quiet { (t("setting-never-changed")) } };
    }
    let now = agent.app.now();
    let rows = versions.iter().map(|version| {
        let who = version.person.map(|id| agent.firm.name_of(id).to_owned()).filter(|name| !name.is_empty());
        let number = version.version;
        [
            html! { (number) },
            html! { (ui::time(&when::moment(version.at, now, &agent.zone))) },
            html! { (who.unwrap_or_else(|| t("audit-itself").into_owned())) },
            html! { (t_with("review-own-lines", &[("count", version.body.lines().count().into())])) },
            html! {
                @if number == current.version { (t("review-own-in-force")) }
                @else { a href={ (HERE) "?version=" (number) } { (t_with("review-own-back", &[("version", number.into())])) } }
            },
        ]
    });
    let table = Table::new("review-own-versions")
        .under_its_heading()
        .col("review-own-version")
        .col("audit-when")
        .col("audit-who")
        .col("review-own-length")
        .col("review-own-way-back");
    html! { (table.rows(rows)) }
}

pub async fn update(Administrator(agent): Administrator, Posted(mut typed): Posted) -> Result<Response, Oops> {
    let looks = typed.filled("look").is_some();
    let trial = tried(&agent, &mut typed).await?;
    if typed.is_fine() && !looks {
        match keep(&agent, &typed).await {
            Ok(()) => {
                agent.app.refresh_firm().await?;
                return Ok(desk::on_to(HERE));
            }
            Err(why) => desk::refused(&agent, &mut typed, why)?,
        }
    }
    let current = agent.app.db.read(kept::current).await?;
    let fine = typed.is_fine();
    let look = Look { note: None, trial: trial.filter(|_| looks) };
    let page = page(&agent, &current, &typed, look).await?;
    Ok(if fine { page.into_response() } else { desk::again(page) })
}

async fn keep(agent: &Agent, typed: &Typed) -> Result<(), NotKept> {
    let by = agent.by(desk::request_of(agent, typed));
    let body = typed.value("own_file").to_owned();
    let seen: i64 = typed.value("version").parse().unwrap_or(-1);
    agent.app.db.write(move |tx| kept::keep(tx, &body, seen, &by)).await
}

/// Reads the last messages with it; what is wrong with the file is said beside it.
async fn tried(agent: &Agent, typed: &mut Typed) -> Result<Option<Trial>, Oops> {
    let messages = agent.app.db.read(|conn| kept::left(conn, MESSAGES_AT_MOST)).await?;
    let rules = review_rules::reviewer(&agent.app)?;
    let wanted = typed.value("own_file").to_owned();
    let read = tokio::task::spawn_blocking(move || review_rules::of_messages(&rules, &wanted, &messages));
    let tried = read.await.map_err(|odd| store::Fault::Engine(anyhow::Error::new(odd).context("trying the rules")))?;
    match tried {
        Ok(trial) => Ok(Some(trial)),
        Err(problem) => {
            typed.wrong("own_file", problem);
            Ok(None)
        }
    }
}

/// What it would do, in a sentence and a table.
fn told(trial: &Trial) -> Markup {
    let rows = trial.moved.iter().map(|moved| {
        [
            html! { a href={ "/review/rules/" (moved.rule) } { (moved.rule) } },
            html! { (way(moved)) },
            html! { (moved.findings) },
            html! { (moved.messages) },
            html! {
                a href={ "/cases/" (moved.example.0) } { (moved.example.0) }
                @if !moved.example.1.is_empty() { " “" span.theirs { (moved.example.1) } "”" }
            },
        ]
    });
    let table = Table::new("clocks-trial")
        .under_its_heading()
        .col("review-rule")
        .col("review-trial-way")
        .number_col("review-trial-findings")
        .number_col("review-trial-messages")
        .col("review-trial-example");
    let said = t_with(
        "review-trial-said",
        &[
            ("messages", trial.messages.into()),
            ("touched", trial.touched.into()),
            ("before", trial.before.into()),
            ("after", trial.after.into()),
        ],
    );
    let body = html! {
        p { (if trial.messages == 0 { t("review-trial-none").into_owned() } else { said }) }
        @if !trial.moved.is_empty() { (table.rows(rows)) }
        p.quiet { (t("review-trial-help")) }
    };
    section("clocks-trial", None, body)
}

fn way(moved: &RuleMoved) -> String {
    let word = |level: Option<Level>| level.map(level_name).unwrap_or_else(|| t("review-level-need").into_owned());
    let key = match moved.came {
        Came::Goes => "review-trial-goes",
        Came::Comes => "review-trial-comes",
        Came::Moves => "review-trial-moves",
    };
    t_with(key, &[("from", word(moved.from).into()), ("to", word(moved.to).into())])
}

/// How much a finding weighs, in a word.
pub fn level_name(level: Level) -> String {
    t(&format!("review-level-{}", level.word())).into_owned()
}
