//! The home page: who must hear from us, now. Contacts owed stand on top and nothing can be put above them (S041, S072).
use super::desk;
use super::fail::Oops;
use super::gone_around::{self, OfLines};
use super::mistakes::{self, RunAway};
use super::ui::{self, Clock, Nav, RunLine, Tabs};
use super::whats_new::{self, News};
use super::{case_stuck, here, when};
use crate::live::Topic;
use crate::session::{Agent, AskedBy, asked_by};
use crate::words::quotes::quoted;
use crate::words::{t, t_with};
use axum::extract::{Form as Posted, Query};
use axum::http::HeaderMap;
use axum::response::Response;
use casework::Case;
use casework::clock::{Block, ClockKind};
use casework::ids::PersonId;
use casework::parts::PlanStep;
use jiff::{Timestamp, tz::TimeZone};
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::HashMap;
use store::checks::Owed;
use store::presence::{self, Here};
use store::run::{self, BlockOfLines, COUNT_AT_MOST, Line, Whose};
use store::wishes::{self, Wish};
use store::{Conn, Fault, cases, looks, teams};
use uuid::Uuid;

/// Cases without agreement in sight that are shown.
const APART_SHOWN: i64 = 5;

#[derive(Deserialize, Default)]
pub struct Asked {
    /// `all`, `team`, or the id of a colleague; one's own when left out.
    #[serde(default)]
    whose: String,
}

pub async fn show(agent: Agent, headers: HeaderMap, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let me = agent.person.id;
    let whose = match asked.whose.as_str() {
        "all" => Whose::Everybody,
        "team" => Whose::Team(me),
        other => Whose::Mine(other.parse().unwrap_or(me)),
    };
    let now = agent.app.now();
    let (list, by) = (whats_new::list_of(&agent, whose), asked_by(&headers));
    let zone = agent.zone.clone();
    let seen = agent.app.db.read(move |conn| read(conn, me, whose, list, by, (now, &zone))).await?;
    if let (Some(list), Some(look)) = (list, seen.look) {
        agent.app.db.write(move |tx| looks::note(tx, me, list, look)).await?;
    }
    let page = ui::heading(t("run-title"), Some(whose_tabs(&agent, whose, &seen.team)));
    let body = html! { (page) (ui::moving(blocks(&agent, &seen, now))) };
    let shell = desk::shell(&agent, "run-title", Nav::RunToIt);
    Ok(desk::shelled(shell.live(ui::Live::on(Topic::Run, agent.app.new_id(), now)), body))
}

/// Everything the page shows, as one moment of the database had it.
struct Seen {
    blocks: Vec<BlockOfLines>,
    checks: Vec<Owed>,
    wishes: Vec<Wish>,
    /// The steps that lines are about, by their ids.
    steps: HashMap<Uuid, PlanStep>,
    news: Option<News>,
    here: Vec<Here>,
    team: String,
    /// The look to note, when it is not noted yet.
    look: Option<looks::Look>,
    /// Contacts that are gone around (S035).
    around: OfLines,
    /// Complaints that are run away from (S034).
    run_away: RunAway,
    /// Mails that do not get through.
    stuck: i64,
    /// Cases without agreement in sight, each with what shows it (S203).
    apart: Vec<Case>,
    /// Urgent notices that wait for my word.
    unanswered: i64,
}

fn read(
    conn: &Conn,
    me: PersonId,
    whose: Whose,
    list: Option<&'static str>,
    by: AskedBy,
    (now, zone): (Timestamp, &TimeZone),
) -> Result<Seen, Fault> {
    let mut blocks = run::run_to_it(conn, whose, now)?;
    let (mut news, mut look, mut steps) = (None, None, HashMap::new());
    for block in &blocks {
        steps.extend(run::steps(conn, &block.lines)?);
    }
    for block in blocks.iter_mut().filter(|block| block.block == Block::Promises) {
        run::put_fixes_first(&mut block.lines, &steps, zone);
    }
    if let Some(list) = list {
        let (since, noted) = whats_new::look(looks::of(conn, me, list)?, by, now);
        look = noted;
        news = Some(whats_new::read(conn, me, list, since, &blocks)?);
    }
    Ok(Seen {
        around: gone_around::of_lines(conn, whose, me, &blocks)?,
        run_away: mistakes::run_away(conn, &blocks)?,
        stuck: store::mails::stuck_count(conn)?,
        apart: apart(conn, whose, now)?,
        unanswered: store::notices::waiting(conn, me)?,
        blocks,
        steps,
        checks: super::delivery_checks::owed(conn, whose, now)?,
        wishes: wishes::open(conn, whose)?,
        news,
        here: presence::all(conn, now)?,
        team: teams::of(conn, me)?,
        look,
    })
}

fn apart(conn: &Conn, whose: Whose, now: Timestamp) -> Result<Vec<Case>, Fault> {
    let mine = match whose {
        Whose::Mine(person) => Some(person),
        Whose::Team(_) | Whose::Everybody => None,
    };
    let mut cases = vec![];
    for number in cases::stuck(conn, mine, now, APART_SHOWN)? {
        cases.extend(cases::by_number(conn, number)?.map(|kept| kept.case));
    }
    Ok(cases)
}

/// What to do next stands on the page of each case, rung by rung.
fn apart_block(cases: &[Case], now: Timestamp) -> Markup {
    html! { @if !cases.is_empty() {
        (ui::section("stuck-cases", u64::try_from(cases.len()).ok(), html! { ul { @for case in cases {
            li { a href={ "/cases/" (case.number) } { (case.number) } " " (quoted(&case.title)) @if let Some(why) = case_stuck::in_a_line(case, now) { " · " (why) } }
        } } }))
    } }
}

fn blocks(agent: &Agent, seen: &Seen, now: Timestamp) -> Markup {
    let nothing = seen.blocks.iter().all(|b| b.lines.is_empty()) && seen.checks.is_empty() && seen.wishes.is_empty();
    let lines = || seen.blocks.iter().flat_map(|b| &b.lines);
    let beside = Beside {
        marks: seen.news.as_ref().map(|news| news.on_lines(agent, lines(), now)).unwrap_or_default(),
        here: here::by_place(&seen.here),
        steps: &seen.steps,
        around: &seen.around,
        run_away: &seen.run_away,
    };
    html! {
        @if let Some(news) = &seen.news { (news.summary(agent, now)) }
        @if seen.stuck > 0 && super::mail_tab::may_write(agent) {
            p.stuck { (t_with("run-mail-stuck", &[("count", seen.stuck.into())])) " " a href="/mail/stuck" { (t("run-mail-stuck-way")) } }
        }
        @if seen.unanswered > 0 {
            p { a href="/notices" data-go { (t_with("run-unanswered", &[("count", seen.unanswered.into())])) } }
        }
        @if nothing { (desk::empty(agent, "run-nothing", Some(("/cases/new", t("run-nothing-next").into())))) }
        @for block in &seen.blocks {
            @if block.block == Block::DeliveryChecks {
                (super::delivery_checks::block(agent, &seen.checks, now))
            } @else if !block.lines.is_empty() || (block.block == Block::Contacts && !nothing) {
                (block_of(agent, block, &beside, now))
            }
            @if block.block == Block::OurDecision { (apart_block(&seen.apart, now)) }
            @if block.block == Block::Contacts { (super::link_wishes::block(agent, &seen.wishes, now)) }
        }
    }
}

/// What is said beside the lines: what is new, who is there, what is gone around or run away from.
struct Beside<'a> {
    marks: HashMap<String, Vec<String>>,
    here: HashMap<&'a str, Vec<&'a Here>>,
    steps: &'a HashMap<Uuid, PlanStep>,
    around: &'a OfLines,
    run_away: &'a RunAway,
}

fn whose_tabs(agent: &Agent, whose: Whose, team: &str) -> Markup {
    let present = match whose {
        Whose::Everybody => "/?whose=all".to_owned(),
        Whose::Team(_) => "/?whose=team".to_owned(),
        Whose::Mine(person) if person == agent.person.id => "/".to_owned(),
        Whose::Mine(person) => format!("/?whose={person}"),
    };
    let mut tabs = Tabs::new("run-whose", present).tab("/", "run-mine");
    if !team.is_empty() || matches!(whose, Whose::Team(_)) {
        tabs = tabs.tab("/?whose=team", "run-team");
    }
    tabs = tabs.tab("/?whose=all", "run-all");
    if let Whose::Mine(person) = whose
        && person != agent.person.id
    {
        tabs = tabs.tab(format!("/?whose={person}"), agent.firm.name_of(person).to_owned());
    }
    html! { (tabs) }
}

fn block_of(agent: &Agent, block: &BlockOfLines, beside: &Beside<'_>, now: Timestamp) -> Markup {
    let key = format!("block-{}", block.block.word().replace('_', "-"));
    let count = u64::try_from(block.count).ok();
    let body = html! {
        @if block.lines.is_empty() { p.quiet { (t("run-no-contacts")) } }
        (ui::run_list(block.lines.iter().map(|l| line(agent, l, beside, now))))
        @if block.count > block.lines.len() as i64 {
            p.quiet { (t_with("run-more", &[("shown", block.lines.len().into()), ("all", many(block.count).into())])) " " a href="/cases" { (t("run-all-cases")) } }
        }
    };
    ui::part(&key, t(&key).into_owned(), count, body)
}
fn many(count: i64) -> String {
    if count > COUNT_AT_MOST { format!("{COUNT_AT_MOST}+") } else { count.to_string() }
}

/// One line: whom to reach, where, in whose words, and the one obvious act.
fn line(agent: &Agent, l: &Line, beside: &Beside<'_>, now: Timestamp) -> RunLine {
    let case = format!("/cases/{}", l.number);
    let why = format!("{case}/why/{}?about={}", l.kind.word(), l.about);
    let clock = match l.kind.block() {
        Block::Updates => Clock::silence(l.starts, l.due, now, &agent.zone),
        _ => Clock::running(l.starts, l.due, now, &agent.zone),
    };
    let key = whats_new::key(l);
    let place = Topic::Case(l.number).to_string();
    let here = beside.here.get(place.as_str()).and_then(|pages| here::words(agent, pages.iter().copied()));
    let mut line = RunLine::new(clock.why(why), l.account.clone()).case(l.number.to_string(), case.clone());
    line = mistakes::marked(line, l, beside.run_away, now);
    line = whats_new::marked(line, beside.marks.get(&key)).key(key).here(here);
    let zone = their_zone(l);
    if l.kind.is_contact() {
        if let Some(name) = &l.contact {
            line = line.person(name.clone()).there(when::there_now(now, &zone, &agent.zone));
        }
        if let Some(phone) = l.phone.as_deref().filter(|p| !p.is_empty()) {
            line = line.phone(phone);
        }
        if l.owed_by != agent.person.id {
            line = line.owed_by(t_with("run-owed-by", &[("name", agent.firm.name_of(l.owed_by).into())]));
        }
        line = line.theirs(l.title.clone()).say_first(first_sentence(l));
        if l.kind == ClockKind::Retry && !l.about.is_nil() {
            line = line.plain("run-mail-undelivered");
        } else if let Some(words) = beside.around.get(&l.case_id) {
            line = line.plain(words.clone());
        }
    } else {
        line = line.plain(what_is_owed(agent, l, beside, now)).about(l.title.clone());
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
        // Owed anew: they told us since that it is not solved.
        ClockKind::FirstContact if l.starts > l.recognised_at => "say-first-again",
        _ => "say-first-trouble",
    };
    t_with(key, &[("name", name.into()), ("title", l.title.trim_end_matches('.').into())])
}

fn what_is_owed(agent: &Agent, l: &Line, beside: &Beside<'_>, now: Timestamp) -> String {
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
        (kind, _) => {
            let name = t(&format!("clock-{}", kind.word().replace('_', "-"))).into_owned();
            match beside.steps.get(&l.about) {
                Some(step) => t_with("run-step", &[("what", name.into()), ("step", step.text.as_str().into())]),
                None => name,
            }
        }
    };
    if owner.is_empty() { what } else { t_with("run-line-of", &[("line", what.into()), ("owner", owner.into())]) }
}

/// The next act for each kind of clock, and what else is likely; `d` does the obvious one, `l` tells or writes.
fn acts(line: RunLine, l: &Line, case: &str) -> RunLine {
    let to = |command: &str| format!("{case}/do/{command}");
    let write = |purpose: &str| format!("{case}/mail/new?purpose={purpose}");
    let about = |command: &str, field: &str| format!("{case}/do/{command}?{field}={}", l.about);
    let (go, also) = match l.kind {
        ClockKind::FollowUpCall => return line.call().by_key("t").or_go(&to("follow-up"), "act-follow-up").by_key("s"),
        ClockKind::VoicemailMail => {
            ((write("voicemail_follow_up"), "next-voicemail-mail"), Some((to("record-message"), "act-record-message")))
        }
        // A mail of ours did not arrive.
        ClockKind::Retry if !l.about.is_nil() => {
            return to_reach_them(line, &to).or_go(&format!("{case}/mail/new"), "mail-write-elsewhere").by_key("l");
        }
        kind if kind.is_contact() => return to_reach_them(line, &to),
        ClockKind::Receipt => ((to("record-message"), "act-record-message"), None),
        ClockKind::Promise => {
            ((about("settle-promise", "promise"), "act-keep-it"), Some((write("update"), "act-tell-late")))
        }
        ClockKind::StepDue => ((about("settle-step", "step"), "act-step"), None),
        ClockKind::StepConfirmed => ((about("confirm-step", "step"), "act-step"), None),
        ClockKind::Silence | ClockKind::SilenceAwaitingWord => {
            ((to("record-conversation"), "act-call-sheet"), Some((write("update"), "act-update")))
        }
        ClockKind::Summary => ((format!("{}&talk={}", write("summary"), l.about), "act-summary"), None),
        ClockKind::CheckIn => ((to("record-check-in"), "act-check-in"), None),
        ClockKind::AskForWord => ((to("ask-for-word"), "act-ask-for-word"), None),
        ClockKind::StillWaiting => {
            ((to("record-word"), "act-record-word"), Some((to("ask-for-word"), "act-ask-for-word")))
        }
        ClockKind::OptionsReady => ((to("add-option"), "act-add-option"), None),
        ClockKind::AnswerProposal if l.about.is_nil() => ((to("agree-plan"), "act-answer"), None),
        ClockKind::AnswerProposal => ((about("answer-suggestion", "option"), "act-answer"), None),
        ClockKind::ApproveAmends => ((about("approve-amends", "amends"), "act-approve"), None),
        ClockKind::EscalationOpened => ((about("acknowledge-escalation", "escalation"), "act-have-it"), None),
        ClockKind::SupplierAnswer => ((format!("{case}/suppliers"), "act-suppliers"), None),
        ClockKind::Containment | ClockKind::CauseFound | ClockKind::PreventionProven => {
            ((format!("{case}/cause"), "act-open-case"), None)
        }
        ClockKind::Review => ((to("review"), "act-review"), None),
        ClockKind::ImprovementLetter => ((to("advance-prevention"), "act-letter"), None),
        _ => ((case.to_owned(), "act-open-case"), None),
    };
    let line = line.go(&go.0, go.1).by_key("d");
    match also {
        Some((href, label)) => line.or_go(&href, label).by_key("l"),
        None => line,
    }
}

#[derive(Deserialize)]
pub struct Looked {
    list: String,
}

/// Everything on the list is seen: nothing on it is new any more.
pub async fn seen(agent: Agent, Posted(looked): Posted<Looked>) -> Result<Response, Oops> {
    let (me, now) = (agent.person.id, agent.app.now());
    let back = match looked.list.as_str() {
        "mine" => "/",
        "team" => "/?whose=team",
        "all" => "/?whose=all",
        _ => return Err(Oops::NotFound),
    };
    let look = looks::Look { since: now, seen: now };
    agent.app.db.write(move |tx| looks::note(tx, me, &looked.list, look)).await?;
    Ok(desk::on_to(back))
}

fn to_reach_them(line: RunLine, to: &dyn Fn(&str) -> String) -> RunLine {
    line.call()
        .by_key("t")
        .or_go(&to("record-conversation"), "act-call-sheet")
        .by_key("s")
        .or_go(&format!("{}?outcome=left_message", to("record-attempt")), "act-left-message")
        .by_key("m")
        .or_go(&to("hand-over"), "act-hand-over")
        .by_key("h")
}

/// Whose list a link leads to.
pub fn of(person: PersonId) -> String {
    format!("/?whose={person}")
}
