//! Made good: what customers said at a good end, where they let us show it to everybody here (S240).
use super::desk;
use super::fail::Oops;
use super::ui::{self, Nav, their_words};
use super::when;
use crate::session::Agent;
use crate::words::quotes::quoted;
use crate::words::{t, t_with};
use jiff::Timestamp;
use maud::{Markup, html};
use std::collections::HashMap;
use store::good_words::{self, GoodWord};
use store::{Conn, Fault, contacts};

/// Words on the page, the newest first.
const SHOWN: usize = 50;

/// What was said, and who said it.
struct Said {
    word: GoodWord,
    name: String,
}

/// # Errors
/// When the database fails.
pub async fn show(agent: Agent) -> Result<Markup, Oops> {
    let all = agent.app.db.read(read).await?;
    let now = agent.app.now();
    let body = html! {
        (ui::heading(t("good-title"), Some(html! { a href="/insight" { (t("insight-title")) } })))
        p { (t("good-why")) }
        @if all.is_empty() { (ui::empty("good-none", Some(("/cases", t("cases-title").into())))) }
        @for said in &all { (one(&agent, said, now)) }
    };
    Ok(desk::page(&agent, "good-title", Nav::Insight, body))
}

fn read(conn: &Conn) -> Result<Vec<Said>, Fault> {
    let mut names = HashMap::new();
    let mut all = vec![];
    for word in good_words::newest(conn, SHOWN)? {
        let name = match names.get(&word.by) {
            Some(name) => String::clone(name),
            None => contacts::by_id(conn, word.by)?.map(|contact| contact.name).unwrap_or_default(),
        };
        names.insert(word.by, name.clone());
        all.push(Said { word, name });
    }
    Ok(all)
}

fn one(agent: &Agent, said: &Said, now: Timestamp) -> Markup {
    let word = &said.word;
    let who = match said.name.as_str() {
        "" => word.account_name.clone(),
        name => t_with("good-who", &[("name", name.into()), ("account", word.account_name.as_str().into())]),
    };
    html! {
        article {
            (their_words(&word.words))
            p.quiet {
                (who) " · " (when::day(word.at.to_zoned(agent.zone.clone()).date(), now, &agent.zone)) " · "
                a href={ "/cases/" (word.number) } data-go { (word.number) } " " (quoted(&word.title))
            }
        }
    }
}
