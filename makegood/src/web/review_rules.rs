//! The rules of the message review, for whoever wants to know: a list to search, and a page for each with its words, its examples, its
//! source, how often it was found, and a place to try a text.
use super::desk;
use super::fail::Oops;
use super::review_setting::level_name;
use super::ui::{self, Facts, Field, Form, Nav, Table, Typed, section};
use crate::review_rules::{self, Counts};
use crate::session::Agent;
use crate::words::{Language, Words, spoken, t, t_with};
use axum::extract::{Path, Query};
use casework::kinds::Role;
use maud::{Markup, html};
use proofread::{Because, Draft, Owned, Pack, Reviewer, Rule};
use serde::Deserialize;
use std::collections::BTreeMap;

const HERE: &str = "/review/rules";
/// Letters of what is searched for, and of a text that is tried.
const LETTERS_AT_MOST: usize = 100;
const TEXT_AT_MOST: usize = 1000;
/// Phrases shown of one rule; some have hundreds.
const PHRASES_SHOWN: usize = 60;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    q: String,
    text: String,
}

/// One id may stand in several packs, each with the words of its language.
type OfId<'a> = Vec<(&'a Pack, &'a Rule)>;

fn by_id(rules: &Reviewer) -> BTreeMap<&str, OfId<'_>> {
    let mut all: BTreeMap<&str, OfId> = BTreeMap::new();
    for pack in rules.packs() {
        for rule in pack.rules.iter().filter(|rule| speaks(rule)) {
            all.entry(rule.id()).or_default().push((pack, rule));
        }
    }
    all
}

/// A rule that only marks what is good is not listed: others look for it.
fn speaks(rule: &Rule) -> bool {
    !rule.written.say.is_empty()
}

/// The rule in the words of whoever reads, where a pack speaks their language.
fn first<'a>(of: &OfId<'a>) -> (&'a Pack, &'a Rule) {
    let mine = of.iter().find(|(pack, _)| pack.lang == spoken().tag());
    *mine.unwrap_or(&of[0])
}

pub async fn show(agent: Agent, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let rules = review_rules::reviewer(&agent.app)?;
    let counts = review_rules::counts(&agent.app).await?;
    let q: String = asked.q.trim().chars().take(LETTERS_AT_MOST).collect();
    let all = by_id(&rules);
    let found: Vec<_> = all.values().filter(|of| of.iter().any(|(_, rule)| fits(rule, &q))).collect();
    let typed = Typed::nothing().with("q", &q);
    let body = html! {
        (ui::heading(t("review-rules-title"), None))
        p { (t("review-rules-intro")) @if agent.has(Role::Administrator) { " " a href="/settings/review" { (t("review-own-title")) } } }
        (Form::get(HERE).typed(&typed).field(Field::text("q", "review-rules-search").optional().unmarked()).act("ui-search-act"))
        p.quiet role="status" {
            (t_with("review-rules-found", &[("found", found.len().into()), ("all", all.len().into()), ("messages", counts.messages.into())]))
        }
        @if found.is_empty() { (ui::empty("review-rules-none", Some((HERE, "review-rules-all".into())))) }
        @else { (table(&found, &counts)) }
    };
    Ok(desk::page(&agent, "review-rules-title", Nav::Settings, body))
}

fn fits(rule: &Rule, q: &str) -> bool {
    let q = q.to_lowercase();
    let written = &rule.written;
    let texts = [&written.id, &written.name, &written.say].into_iter().chain(&written.find).chain(&written.fires);
    q.is_empty()
        || texts.into_iter().any(|text| text.to_lowercase().contains(&q))
        || written.swap.keys().any(|k| k.contains(&q))
}

fn table(found: &[&OfId<'_>], counts: &Counts) -> Markup {
    let rows = found.iter().map(|of| {
        let (pack, rule) = first(of);
        [
            html! { a href={ (HERE) "/" (rule.id()) } { (rule.id()) } },
            html! { span lang=(pack.lang) { (rule.written.name) } },
            html! { (level(rule)) },
            html! { (of.iter().map(|(pack, _)| pack.lang.as_str()).collect::<Vec<_>>().join(", ")) },
            html! { (counts.of(rule.id())) },
        ]
    });
    let table = Table::new("review-rules-title")
        .under_its_heading()
        .col("review-rule")
        .col("review-rule-looks")
        .col("review-rule-level")
        .col("review-rule-languages")
        .number_col("review-rule-found");
    html! { (table.rows(rows)) }
}

/// How much it weighs here; a line of the checklist has no level.
fn level(rule: &Rule) -> String {
    let word = if rule.need.is_empty() { level_name(rule.level) } else { t("review-level-need").into_owned() };
    match rule.written.own {
        Owned::AsShipped => word,
        Owned::Off => t("review-rule-is-off").into_owned(),
        Owned::Level => t_with("review-rule-is-moved", &[("level", word.into())]),
        Owned::Theirs => t_with("review-rule-is-ours", &[("level", word.into())]),
    }
}

pub async fn one(agent: Agent, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let rules = review_rules::reviewer(&agent.app)?;
    let counts = review_rules::counts(&agent.app).await?;
    let all = by_id(&rules);
    let of = all.get(id.as_str()).ok_or(Oops::NotFound)?;
    let (_, rule) = first(of);
    let text: String = asked.text.chars().take(TEXT_AT_MOST).collect();
    let body = html! {
        (ui::heading(&rule.written.name, Some(html! { (rule.id()) " · " a href=(HERE) { (t("review-rules-all")) } })))
        (how_often(&counts, rule))
        @for (pack, rule) in of { (in_language(pack, rule)) }
        (section("review-rule-try", None, attempt(&rules, rule.id(), &text)))
        @if agent.has(Role::Administrator) { (section("review-rule-change", None, change(rule))) }
        @else { p.quiet { (t("review-rule-ask-administrator")) } }
    };
    let title = format!("{}: {}", rule.id(), rule.written.name);
    Ok(ui::page(desk::shell(&agent, title, Nav::Settings), body))
}

fn how_often(counts: &Counts, rule: &Rule) -> Markup {
    let parts = [("found", counts.of(rule.id()).into()), ("messages", counts.messages.into())];
    let overruled = counts.overruled(rule.id());
    let left = if counts.messages == 0 { "review-rule-no-messages" } else { "review-rule-left-with-it" };
    html! {
        p {
            (t_with("review-rule-weighs", &[("level", level(rule).into())])) " " (t_with(left, &parts))
            @if overruled > 0 { " " (t_with("review-rule-overruled", &[("count", overruled.into())])) }
        }
    }
}

/// Everything that the block of one pack says.
fn in_language(pack: &Pack, rule: &Rule) -> Markup {
    let written = &rule.written;
    let name = Language::theirs(&pack.lang).map_or(pack.lang.as_str(), |language| language.own_name());
    let said = |words: &str| (!words.is_empty()).then(|| html! { span lang=(pack.lang) { (words) } });
    let examples = |texts: &[String], fires: bool| {
        let plain = texts.iter().map(|text| (text.as_str(), false));
        let with_record =
            written.scenarios.iter().filter(|s| s.fires == fires).map(|s| (s.text.as_str(), s.facts.is_some()));
        let all: Vec<_> = plain.chain(with_record).collect();
        html! {
            ul { @for (text, record) in all { li { span.theirs lang=(pack.lang) { (text) } @if record { " " small { (t("review-rule-with-record")) } } } } }
        }
    };
    let body = html! {
        (Facts::new()
            .known("review-rule-says", said(&written.say))
            .known("review-rule-why", said(&written.why))
            .known("review-rule-suggests", said(&written.r#try))
            .known("review-rule-source", source(&written.source)))
        (looks_for(rule, pack))
        h3 { (t("review-rule-fires")) }
        (examples(&written.fires, true))
        h3 { (t("review-rule-silent")) }
        (examples(&written.silent, false))
    };
    section(name.to_owned(), None, body)
}

fn looks_for(rule: &Rule, pack: &Pack) -> Markup {
    let written = &rule.written;
    let phrases: Vec<&String> = written.find.iter().chain(written.swap.keys()).collect();
    let coded = |phrases: &[&String]| html! { ul.phrases { @for phrase in phrases.iter().take(PHRASES_SHOWN) { li { code lang=(pack.lang) { (phrase) } } } } };
    let unless: Vec<&String> = written.unless.iter().collect();
    let except: Vec<&String> = written.except.iter().collect();
    html! {
        h3 { (t("review-rule-looks-for")) }
        @if phrases.is_empty() { p { (t(if rule.need.is_empty() { "review-rule-by-check" } else { "review-rule-by-need" })) } }
        @else {
            (coded(&phrases))
            @if phrases.len() > PHRASES_SHOWN { p.quiet { (t_with("review-rule-more", &[("count", (phrases.len() - PHRASES_SHOWN).into())])) } }
        }
        @if !unless.is_empty() { p { (t("review-rule-unless")) } (coded(&unless)) }
        @if !except.is_empty() { p { (t("review-rule-except")) } (coded(&except)) }
        @if !written.when.is_empty() { p { (t("review-rule-when")) " " (asked(&written.when)) } }
    }
}

/// What the record is asked, in words: the questions are the engine's, in English.
fn asked(when: &[String]) -> Markup {
    let about = |said: &str| {
        let name = said.trim_start_matches("not ").split_whitespace().next().unwrap_or_default();
        proofread::QUESTIONS.iter().find(|(known, _)| *known == name).map(|(_, about)| *about)
    };
    html! {
        @for (n, said) in when.iter().enumerate() {
            @if n > 0 { "; " }
            code lang="en" { (said) } @if let Some(about) = about(said) { " (" span lang="en" { (about) } ")" }
        }
    }
}

/// The sources, by the letters that packs write.
fn source(letters: &str) -> Option<String> {
    let named = |letter: &str| {
        let key = format!("review-source-{}", letter.trim().to_lowercase());
        if Words::spoken().knows(&key) { t(&key).into_owned() } else { letter.trim().to_owned() }
    };
    let all: Vec<String> = letters.split([',', ';']).filter(|l| !l.trim().is_empty()).map(named).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

/// A text to try it on, and what comes of it.
fn attempt(rules: &Reviewer, id: &str, text: &str) -> Markup {
    let typed = Typed::nothing().with("text", text);
    let explained =
        (!text.trim().is_empty()).then(|| rules.explain(id, &Draft { subject: None, text }, None)).flatten();
    let said = explained.map(|explained| {
        let on: Vec<String> = explained.on.iter().map(|words| format!("“{words}”")).collect();
        let key = match explained.because {
            Because::Fires => "review-try-fires",
            Because::GivesWay => "review-try-gives-way",
            Because::NotAsked => "review-try-not-asked",
            Because::Excused => "review-try-excused",
            Because::Excepted => "review-try-excepted",
            Because::Off => "review-try-off",
            Because::Answered => "review-try-answered",
            Because::NotSaid => "review-try-not-said",
        };
        t_with(key, &[("on", on.join(", ").into())])
    });
    html! {
        @if let Some(said) = said { p role="status" { strong { (said) } } }
        (Form::get(format!("{HERE}/{id}")).id("try").typed(&typed).field(Field::text("text", "review-rule-text").optional().unmarked()).act("review-rule-try-act"))
    }
}

/// Ways to the own file, where a change is tried before it is kept.
fn change(rule: &Rule) -> Markup {
    let id = rule.id();
    html! {
        p { (t("review-rule-change-help")) }
        @if rule.is_off() || rule.written.own == Owned::Theirs { p { a href="/settings/review" { (t("review-own-title")) } } }
        @else {
            @if rule.need.is_empty() {
                (Form::get("/settings/review").id("except").hidden("except", id).field(Field::text("phrase", "review-rule-phrase").optional().unmarked()).act("review-rule-add-exception"))
            }
            p { a href={ "/settings/review?off=" (id) } { (t("review-rule-switch-off")) } }
        }
    }
}
