//! *Is it what you ordered?* - the call owed after each delivery (S031). Only a person's answer ends it; time never does (S032).
use super::arrived_wrong::{Wrong, trouble};
use super::desk::{self, Posted};
use super::drafts::{self, Draft};
use super::fail::Oops;
use super::forms::fields::radios_of;
use super::order_words;
use super::ui::{self, Clock, Field, Form, Nav, RunLine, Typed};
use super::{accounts as account_pages, when};
use crate::act::{self, NotDone};
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::response::Response;
use casework::commands::OpenCase;
use casework::ids::{CaseId, ContactId};
use casework::kinds::Safety;
use casework::parts::Said;
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use store::accounts::{self, Account};
use store::away::Away;
use store::checks::{self, Answer, Owed};
use store::contacts::{self, Contact};
use store::facts::{Asking, CaseRef};
use store::lines::{self, KeptLine};
use store::run::Whose;
use store::{Conn, Fault, NotKept};
use uuid::Uuid;
use watch::{Check, Outcome};

/// Checks on *Run to it*.
const SHOWN: usize = 25;
/// A check is shown as soon as the delivery is known: it is due within two working days, and a call made early is better.
const AHEAD: SignedDuration = SignedDuration::from_hours(14 * 24);

/// The checks somebody owes, the longest due first.
///
/// # Errors
/// When they cannot be read.
pub fn owed(conn: &Conn, whose: Whose, now: Timestamp) -> Result<Vec<Owed>, Fault> {
    let until = now.saturating_add(AHEAD).unwrap_or(Timestamp::MAX);
    match whose {
        Whose::Everybody => checks::owed(conn, until, SHOWN),
        Whose::Mine(person) => checks::owed_by(conn, person, until, SHOWN),
        Whose::Team(person) => checks::owed_by_team(conn, person, until, SHOWN),
    }
}

/// The block on *Run to it*; nothing when no check is owed.
pub fn block(agent: &Agent, checks: &[Owed], now: Timestamp) -> Markup {
    if checks.is_empty() {
        return html! {};
    }
    let lines = checks.iter().map(|check| {
        let begins = check.delivered.begins(agent.firm.ours.zone()).min(check.due_at);
        let clock = Clock::running(begins, check.due_at, now, &agent.zone);
        let about = t_with(
            "checks-line",
            &[
                ("day", when::day(check.delivered.day(&agent.zone), now, &agent.zone).into()),
                (
                    "what",
                    order_words::what(
                        check.quantity.as_deref(),
                        check.item.as_deref(),
                        &check.order_no,
                        &check.line_no,
                    )
                    .into(),
                ),
            ],
        );
        super::mistakes::of_check(RunLine::new(clock, check.account_name.clone()), check, now)
            .plain(about)
            .ask(t("checks-question").into_owned())
            .key(format!("check-{}", check.line.simple()))
            .go(&format!("/delivery-checks/{}", check.line), "checks-ask")
    });
    ui::part("block-delivery-checks", "checks-title", u64::try_from(checks.len()).ok(), ui::run_list(lines))
}

/// A delivery with the people who can say how it arrived.
struct Asked {
    line: KeptLine,
    account: Account,
    contacts: Vec<Contact>,
    away: Vec<Away>,
}

async fn one(agent: &Agent, id: Uuid) -> Result<Asked, Oops> {
    let read = move |conn: &Conn| {
        let Some(line) = lines::by_id(conn, id)? else { return Ok::<_, Fault>(None) };
        let Some(account) = accounts::by_id(conn, line.account)? else { return Ok(None) };
        let contacts: Vec<Contact> =
            contacts::of_account(conn, line.account)?.into_iter().filter(|c| c.active).collect();
        let away = store::away::of(conn, &contacts.iter().map(|c| c.id).collect::<Vec<_>>())?;
        Ok(Some(Asked { line, account, contacts, away }))
    };
    agent.app.db.read(read).await?.filter(|asked| asked.line.line.delivered.is_some()).ok_or(Oops::NotFound)
}

pub async fn show(agent: Agent, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let asked = one(&agent, id).await?;
    let draft = drafts::of(&agent, format!("/delivery-checks/{id}")).await?;
    Ok(page(&agent, &asked, &draft.or(Typed::nothing()), &draft))
}

fn page(agent: &Agent, asked: &Asked, typed: &Typed, draft: &Draft) -> Markup {
    let (now, line) = (agent.app.now(), &asked.line.line);
    let zone = store::holidays::zone(&asked.account.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let account = format!("/accounts/{}", asked.account.id);
    let delivered = line.delivered.map(|at| when::day(at.day(&agent.zone), now, &agent.zone)).unwrap_or_default();
    let what = order_words::what(line.quantity.as_deref(), line.item.as_deref(), &line.key.order_no, &line.key.line_no);
    let body = html! {
        (ui::heading(t("checks-heading"), Some(html! { a href=(account) { (asked.account.name) } })))
        p { (t_with("checks-line", &[("day", delivered.into()), ("what", what.into())])) }
        @if let Check::Done { at, outcome } = line.check {
            p { (t_with("checks-done", &[("outcome", outcome_word(outcome).into()), ("at", when::moment(at, now, &agent.zone).words.into())])) }
        }
        (ui::with_aside("checks-people", html! { @if is_open(line.check) { (form(agent, asked, typed).kept(draft.kept())) } @else { (desk::said(typed)) } }, html! {
            (ui::section("checks-people", None, html! {
                @if asked.contacts.is_empty() { p { (t("checks-nobody")) " " a href={ (account) "/contacts" } { (t("accounts-add-person")) } } }
                @for contact in &asked.contacts { (account_pages::card(contact, &zone, agent, now, &asked.away)) }
                @if is_open(line.check) { p { a href={ (account) "/arrivals" } { (t("arrivals-or-link")) } } }
            }))
        }))
    };
    desk::page(agent, "checks-heading", Nav::Orders, body)
}

/// *Not heard* may still become an answer, and what was fine may turn out not to be; *not OK* stays.
fn is_open(check: Check) -> bool {
    !matches!(check, Check::Done { outcome: Outcome::NotOk, .. })
}

/// They said that it was fine. Only that it is not, after all, can follow.
fn was_fine(check: Check) -> bool {
    matches!(check, Check::Done { outcome: Outcome::Ok, .. })
}

pub fn outcome_word(outcome: Outcome) -> String {
    t(match outcome {
        Outcome::Ok => "checks-ok",
        Outcome::NotOk => "checks-not-ok",
        Outcome::NotHeard => "checks-not-heard",
    })
    .into_owned()
}

fn form<'a>(agent: &Agent, asked: &Asked, typed: &'a Typed) -> Form<'a> {
    let people = asked.contacts.iter().map(|c| (c.id.to_string(), c.name.clone()));
    // Whatever is not right needs all of it; only where that is not known yet can it be left open.
    let needed = |field: Field| if was_fine(asked.line.line.check) { field } else { field.optional() };
    Form::post(format!("/delivery-checks/{}", asked.line.id), agent.app.new_id())
        .typed(typed)
        .field(outcomes(asked.line.line.check))
        .field(needed(radios_of("safety", "form-safety", "safety", Safety::WORDS).help("checks-safety-help")))
        .row([
            needed(Field::select("contact", "checks-who").choice("", "accounts-choose").choices(people)),
            needed(Field::text("words", "checks-words").length(2_000)),
        ])
        .act("checks-keep")
        .or_go("/", "act-back")
}

fn outcomes(check: Check) -> Field {
    let field = Field::radios("outcome", "checks-question");
    if was_fine(check) {
        return field.choice_with_help("not_ok", "checks-not-ok-after-all", "checks-not-ok-help").value("not_ok");
    }
    field.choice("ok", "checks-ok").choice_with_help("not_ok", "checks-not-ok", "checks-not-ok-help").choice_with_help(
        "not_heard",
        "checks-not-heard",
        "checks-not-heard-help",
    )
}

pub async fn create(agent: Agent, Path(id): Path<Uuid>, Posted(mut typed): Posted) -> Result<Response, Oops> {
    desk::may_work(&agent)?;
    let asked = one(&agent, id).await?;
    let outcome = match typed.value("outcome") {
        "ok" => Some(Outcome::Ok),
        "not_ok" => Some(Outcome::NotOk),
        "not_heard" => Some(Outcome::NotHeard),
        _ => None,
    };
    let draft = drafts::sent(&typed, format!("/delivery-checks/{id}"));
    let Some(outcome) = outcome else {
        typed.wrong("outcome", t("form-choose"));
        return Ok(desk::again(page(&agent, &asked, &typed, &draft)));
    };
    let contact = typed.filled("contact").and_then(|id| id.parse::<ContactId>().ok());
    let answer = Answer { outcome, contact, words: typed.value("words").to_owned() };
    if outcome == Outcome::NotOk {
        return not_ok(agent, asked, answer, typed, draft).await;
    }
    let (person, now) = (agent.person.id, agent.app.now());
    let sent = draft.sent(&agent);
    let work =
        move |tx: &store::Tx| checks::record_answer(tx, id, &answer, person, now).and_then(|()| Ok(sent.forget(tx)?));
    match agent.app.db.write(work).await {
        Ok(()) => Ok(desk::on_to("/")),
        Err(why) => {
            desk::refused(&agent, &mut typed, why)?;
            Ok(desk::again(page(&agent, &asked, &typed, &draft)))
        }
    }
}

/// What did not arrive well is a trouble at once, with the words just heard (S023, S031): the answer and its case are kept together.
async fn not_ok(agent: Agent, asked: Asked, answer: Answer, mut typed: Typed, draft: Draft) -> Result<Response, Oops> {
    let safety = Safety::from_word(typed.value("safety"));
    if answer.words.trim().is_empty() {
        typed.wrong("words", t("checks-words-needed"));
    }
    let Some(safety) = safety.filter(|_| typed.is_fine()) else {
        if safety.is_none() {
            typed.wrong("safety", t("checks-safety-needed"));
        }
        return Ok(desk::again(page(&agent, &asked, &typed, &draft)));
    };
    let request = desk::request_of(&agent, &typed);
    let wish = told(&asked, &answer, safety, &agent.person.name);
    let on = CaseRef::New(CaseId(Uuid::new_v5(&request.0, b"case")), wish.account, agent.app.next_number().await?);
    let (line, person, now) = (asked.line.id, agent.person.id, agent.app.now());
    let asking = Asking { by: agent.actor(), request, seen: None, now, other: None };
    let (firm, salt, command) = (agent.app.firm(), agent.app.random::<16>(), wish.into());
    let sent = draft.sent(&agent);
    let kept = agent.app.db.write(move |tx| {
        sent.forget(tx)?;
        checks::record_answer(tx, line, &answer, person, now).map_err(|no| match no {
            NotKept::Refused(refusal) => NotDone::Refused(refusal),
            NotKept::Fault(fault) => NotDone::Fault(fault),
        })?;
        act::within(tx, &firm, on, &asking, &command, salt)
    });
    match kept.await {
        Ok((done, moved)) => {
            if let Some(firm) = moved {
                agent.app.set_firm(firm);
            }
            Ok(desk::on_to(&format!("/cases/{}?done=open-case", done.number)))
        }
        Err(NotDone::Fault(fault)) => Err(fault.into()),
        Err(NotDone::Refused(refusal)) => {
            desk::beside(&agent, &mut typed, &refusal);
            Ok(desk::again(page(&agent, &asked, &typed, &draft)))
        }
    }
}

/// The trouble as it was just told. Where the words do not say otherwise, it is not what they ordered: that was the question.
fn told(asked: &Asked, answer: &Answer, safety: Safety, me: &str) -> OpenCase {
    let line = &asked.line.line;
    let order =
        order_words::what(line.quantity.as_deref(), line.item.as_deref(), &line.key.order_no, &line.key.line_no);
    let (account, item, words) = (asked.account.id, line.item.clone(), answer.words.as_str());
    let said_by = asked.contacts.iter().find(|one| Some(one.id) == answer.contact).map_or(me, |one| &one.name);
    trouble(Wrong { account, contact: answer.contact, order, item, said_by, words, safety, as_ordered: Said::No })
}
