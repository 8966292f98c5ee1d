//! What the palette finds while somebody types: acts on the case they look at, cases, customers, people, pages. Programs read it, as JSON.
use super::do_on_case::numbered;
use super::fail::Oops;
use super::{act_groups, case_next};
use crate::session::Agent;
use crate::words::t;
use axum::Json;
use axum::extract::Query;
use casework::ids::CaseNumber;
use serde::{Deserialize, Serialize};
use store::search::{self, Hit};

/// Found in one group; more than the eye takes in at once is no help.
const FOUND_AT_MOST: usize = 7;
/// Hits asked of the search: enough to fill every group.
const HITS: i64 = 30;
/// Letters of a question; nobody types more into a palette.
const LETTERS_AT_MOST: usize = 100;

/// The pages one can go to from anywhere.
const PAGES: &[(&str, &str)] = &[
    ("/", "ui-nav-run"),
    ("/signals", "ui-nav-signals"),
    ("/cases", "ui-nav-cases"),
    ("/orders", "ui-nav-orders"),
    ("/accounts", "ui-nav-accounts"),
    ("/cases/new", "ui-new-case"),
    ("/accounts/new", "accounts-add"),
    ("/notices", "notices-title"),
    ("/review/rules", "review-rules-title"),
    ("/settings", "ui-nav-settings"),
    ("/settings/tokens", "tokens-title"),
];
/// And those that only an administrator may open.
const FOR_ADMINISTRATORS: &[(&str, &str)] = &[
    ("/settings/people", "people-title"),
    ("/settings/calendars", "calendars-title"),
    ("/settings/clocks", "clocks-title"),
    ("/settings/review", "review-own-title"),
    ("/settings/audit", "audit-title"),
];

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    q: String,
    /// The case that is being looked at, by its number.
    on: String,
}

#[derive(Serialize)]
pub struct Answer {
    groups: Vec<Group>,
}

#[derive(Serialize)]
struct Group {
    name: String,
    found: Vec<Found>,
}

#[derive(Clone, Serialize)]
struct Found {
    words: String,
    beside: String,
    href: String,
}

impl Found {
    fn new(words: impl Into<String>, beside: impl Into<String>, href: impl Into<String>) -> Found {
        Found { words: words.into(), beside: beside.into(), href: href.into() }
    }
}

pub async fn find(me: Agent, Query(asked): Query<Asked>) -> Result<Json<Answer>, Oops> {
    let q: String = asked.q.trim().chars().take(LETTERS_AT_MOST).collect();
    let on = numbered(&asked.on).ok();
    let (words, now) = (q.clone(), me.app.now());
    let (hits, case) = me
        .app
        .db
        .read(move |conn| {
            let hits = if words.is_empty() { vec![] } else { search::find(conn, &words, HITS)? };
            let case = on.map(|number| store::cases::by_number(conn, number)).transpose()?.flatten();
            Ok::<_, store::Fault>((hits, case))
        })
        .await?;
    let acts = case.map(|kept| acts(&kept.case, now, &q)).unwrap_or_default();
    let of = |kinds: &[&str]| hits.iter().filter(|hit| kinds.contains(&hit.kind.as_str())).map(found).collect();
    let administers = if me.has(casework::kinds::Role::Administrator) { FOR_ADMINISTRATORS } else { &[] };
    let pages = PAGES
        .iter()
        .chain(administers)
        .map(|(href, key)| Found::new(t(key), "", *href))
        .filter(|page| fits(&page.words, &q));
    let groups = [
        ("palette-acts", acts),
        ("palette-cases", of(&["case"])),
        ("palette-accounts", of(&["account"])),
        ("palette-people", of(&["contact"])),
        ("palette-words", of(&["note", "message", "talk"])),
        ("palette-pages", pages.collect()),
    ];
    let groups =
        groups.into_iter().filter(|(_, found): &(_, Vec<Found>)| !found.is_empty()).map(|(name, mut found)| {
            found.truncate(FOUND_AT_MOST);
            Group { name: t(name).into_owned(), found }
        });
    Ok(Json(Answer { groups: groups.collect() }))
}

/// Acts on the case that is looked at: what is next when nothing was typed, else every act whose words fit.
fn acts(case: &casework::Case, now: jiff::Timestamp, q: &str) -> Vec<Found> {
    let number = case.number.to_string();
    if q.is_empty() {
        let next = case_next::next(case, now);
        return next.iter().map(|act| Found::new(act.label(case), number.as_str(), act.href(case))).collect();
    }
    let every = act_groups::GROUPS.iter().flat_map(|(_, words)| words.iter());
    every
        .map(|word| Found::new(t(&format!("do-{word}")), number.as_str(), format!("/cases/{number}/do/{word}")))
        .filter(|act| fits(&act.words, q))
        .collect()
}

/// Whether each word that was typed begins a word of the name.
fn fits(name: &str, q: &str) -> bool {
    let name = name.to_lowercase();
    q.to_lowercase().split_whitespace().all(|typed| name.split_whitespace().any(|word| word.starts_with(typed)))
}

fn found(hit: &Hit) -> Found {
    let account = hit.account_name.clone().unwrap_or_default();
    let number = |number: CaseNumber| format!("/cases/{number}");
    match (hit.kind.as_str(), hit.number) {
        ("account", _) => Found::new(hit.title.as_str(), "", format!("/accounts/{}", hit.subject)),
        ("contact", _) => Found::new(hit.title.as_str(), account, format!("/contacts/{}", hit.subject)),
        ("case", Some(of)) => Found::new(hit.title.as_str(), format!("{of} · {account}"), number(of)),
        (_, Some(of)) => Found::new(hit.snippet.as_str(), format!("{of} · {account}"), number(of)),
        _ => Found::new(hit.title.as_str(), account, "/cases"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_begins_words_in_any_order() {
        assert!(fits("Record a message", "mes rec"));
        assert!(fits("Their word", "THEIR"));
        assert!(!fits("Record a message", "essage"));
        assert!(fits("Anything", ""));
    }

    #[test]
    fn every_page_of_the_palette_has_a_route() {
        let routes = include_str!("routes.rs");
        for (href, _) in PAGES.iter().chain(FOR_ADMINISTRATORS) {
            assert!(routes.contains(&format!("\"{href}\"")), "{href}");
        }
    }
}
