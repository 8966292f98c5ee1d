//! The home page: who must hear from us, now. Contacts owed stand on top and nothing can be put above them (S041, S072).
use super::desk;
use super::fail::Oops;
use super::ui::{self, Clock, Nav, RunLine, Tabs};
use super::when;
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Query;
use casework::clock::{Block, ClockKind};
use casework::ids::PersonId;
use jiff::{Timestamp, tz::TimeZone};
use maud::{Markup, html};
use serde::Deserialize;
use store::run::{self, BlockOfLines, COUNT_AT_MOST, Line, Whose};

#[derive(Deserialize, Default)]
pub struct Asked {
    /// `all`, or the id of a colleague; one's own when left out.
    #[serde(default)]
    whose: String,
}

pub async fn show(agent: Agent, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let whose = match asked.whose.as_str() {
        "all" => Whose::Everybody,
        other => Whose::Mine(other.parse().unwrap_or(agent.person.id)),
    };
    let now = agent.app.now();
    let (blocks, checks) = agent
        .app
        .db
        .read(move |conn| {
            Ok::<_, store::Fault>((run::run_to_it(conn, whose, now)?, super::delivery_checks::owed(conn, whose, now)?))
        })
        .await?;
    let nothing = blocks.iter().all(|b| b.lines.is_empty()) && checks.is_empty();
    let body = html! {
        (ui::heading(t("run-title"), Some(whose_tabs(&agent, whose))))
        @if nothing { (ui::empty("run-nothing", Some(("/cases/new", t("run-nothing-next").into())))) }
        @for block in &blocks {
            @if block.block == Block::DeliveryChecks {
                (super::delivery_checks::block(&agent, &checks, now))
            } @else if !block.lines.is_empty() || (block.block == Block::Contacts && !nothing) {
                (block_of(&agent, block, now))
            }
        }
    };
    Ok(desk::page(&agent, "run-title", Nav::RunToIt, body))
}

fn whose_tabs(agent: &Agent, whose: Whose) -> Markup {
    let present = match whose {
        Whose::Everybody => "/?whose=all".to_owned(),
        Whose::Mine(person) if person == agent.person.id => "/".to_owned(),
        Whose::Mine(person) => format!("/?whose={person}"),
    };
    let mut tabs = Tabs::new("run-whose", present).tab("/", "run-mine").tab("/?whose=all", "run-all");
    if let Whose::Mine(person) = whose
        && person != agent.person.id
    {
        tabs = tabs.tab(format!("/?whose={person}"), agent.firm.name_of(person).to_owned());
    }
    html! { (tabs) }
}

fn block_of(agent: &Agent, block: &BlockOfLines, now: Timestamp) -> Markup {
    let key = format!("block-{}", block.block.word().replace('_', "-"));
    let count = u64::try_from(block.count).ok();
    let body = html! {
        @if block.lines.is_empty() { p.quiet { (t("run-no-contacts")) } }
        (ui::run_list(block.lines.iter().map(|l| line(agent, l, now))))
        @if block.count > block.lines.len() as i64 {
            p.quiet { (t_with("run-more", &[("shown", block.lines.len().into()), ("all", many(block.count).into())])) " " a href="/cases" { (t("run-all-cases")) } }
        }
    };
    ui::section(t(&key).into_owned(), count, body)
}
fn many(count: i64) -> String {
    if count > COUNT_AT_MOST { format!("{COUNT_AT_MOST}+") } else { count.to_string() }
}

/// One line: whom to reach, where, in whose words, and the one obvious act.
fn line(agent: &Agent, l: &Line, now: Timestamp) -> RunLine {
    let case = format!("/cases/{}", l.number);
    let why = format!("{case}/why/{}?about={}", l.kind.word(), l.about);
    let clock = match l.kind.block() {
        Block::Updates => Clock::silence(l.starts, l.due, now, &agent.zone),
        _ => Clock::running(l.starts, l.due, now, &agent.zone),
    };
    let mut line = RunLine::new(clock.why(why), l.account.clone()).case(l.number.to_string(), case.clone());
    let zone = their_zone(l);
    if l.kind.is_contact() {
        if let Some(name) = &l.contact {
            line = line.person(name.clone()).there(when::there_now(now, &zone, &agent.zone));
        }
        if let Some(phone) = l.phone.as_deref().filter(|p| !p.is_empty()) {
            line = line.phone(phone);
        }
        line = line.theirs(l.title.clone()).say_first(first_sentence(l));
    } else {
        line = line.plain(what_is_owed(agent, l, now));
    }
    acts(line, l, &case)
}

fn their_zone(l: &Line) -> TimeZone {
    let name = l.contact_zone.as_deref().filter(|z| !z.is_empty()).unwrap_or(&l.account_zone);
    store::holidays::zone(name).unwrap_or(TimeZone::UTC)
}

/// A sentence to begin with, made of what they said; a starting point, not a script (S041, S067).
fn first_sentence(l: &Line) -> String {
    let name = l.address_as.as_deref().filter(|n| !n.is_empty()).or(l.contact.as_deref()).unwrap_or("");
    let key = match l.kind {
        ClockKind::FollowUpCall => "say-first-follow-up",
        ClockKind::TellSlip => "say-first-news",
        _ => "say-first-trouble",
    };
    t_with(key, &[("name", name.into()), ("title", l.title.trim_end_matches('.').into())])
}

fn what_is_owed(agent: &Agent, l: &Line, now: Timestamp) -> String {
    let owner = if l.owed_by == agent.person.id { String::new() } else { agent.firm.name_of(l.owed_by).to_owned() };
    let promised = l.promise.as_deref().filter(|p| !p.is_empty());
    let what = match (l.kind, promised) {
        (ClockKind::Promise, Some(words)) => t_with(
            "run-promised",
            &[("words", words.into()), ("due", when::moment(l.due, now, &agent.zone).words.into())],
        ),
        (ClockKind::Promise, None) => {
            t_with("run-promised-word", &[("due", when::moment(l.due, now, &agent.zone).words.into())])
        }
        (kind, _) => t(&format!("clock-{}", kind.word().replace('_', "-"))).into_owned(),
    };
    let words = t_with("run-line", &[("what", what.into()), ("title", l.title.as_str().into())]);
    if owner.is_empty() { words } else { t_with("run-line-of", &[("line", words.into()), ("owner", owner.into())]) }
}

/// The next act for each kind of clock, and what else is likely.
fn acts(line: RunLine, l: &Line, case: &str) -> RunLine {
    let to = |command: &str| format!("{case}/do/{command}");
    let about = |command: &str, field: &str| format!("{case}/do/{command}?{field}={}", l.about);
    match l.kind {
        ClockKind::FollowUpCall => line.call().or_go(&to("follow-up"), "act-follow-up"),
        ClockKind::VoicemailMail | ClockKind::Receipt => line.go(&to("record-message"), "act-record-message"),
        kind if kind.is_contact() => line
            .call()
            .or_go(&to("record-conversation"), "act-call-sheet")
            .or_go(&format!("{}?outcome=left_message", to("record-attempt")), "act-left-message")
            .or_go(&to("hand-over"), "act-hand-over"),
        ClockKind::Promise => {
            line.go(&about("settle-promise", "promise"), "act-keep-it").or_go(&to("record-message"), "act-tell-late")
        }
        ClockKind::StepDue | ClockKind::StepConfirmed => line
            .go(&about(if l.kind == ClockKind::StepDue { "settle-step" } else { "confirm-step" }, "step"), "act-step"),
        ClockKind::Silence | ClockKind::SilenceAwaitingWord => {
            line.go(&to("record-conversation"), "act-call-sheet").or_go(&to("record-message"), "act-update")
        }
        ClockKind::Summary => {
            line.go(&format!("{}?purpose=summary&talk={}", to("record-message"), l.about), "act-summary")
        }
        ClockKind::CheckIn => line.go(&to("record-check-in"), "act-check-in"),
        ClockKind::AskForWord => line.go(&to("ask-for-word"), "act-ask-for-word"),
        ClockKind::StillWaiting => {
            line.go(&to("record-word"), "act-record-word").or_go(&to("ask-for-word"), "act-ask-for-word")
        }
        ClockKind::OptionsReady => line.go(&to("add-option"), "act-add-option"),
        ClockKind::AnswerProposal => line.go(&about("answer-suggestion", "option"), "act-answer"),
        ClockKind::ApproveAmends => line.go(&about("approve-amends", "amends"), "act-approve"),
        ClockKind::EscalationOpened => line.go(&about("acknowledge-escalation", "escalation"), "act-have-it"),
        ClockKind::Review => line.go(&to("review"), "act-review"),
        ClockKind::ImprovementLetter => line.go(&to("advance-prevention"), "act-letter"),
        _ => line.go(case, "act-open-case"),
    }
}

/// Whose list a link leads to.
pub fn of(person: PersonId) -> String {
    format!("/?whose={person}")
}
