//! One signal: what looks wrong and has no case yet. Each ends as a case, merged, prevented with evidence, or dismissed with a name and a reason (S036).
use super::desk::{self, Posted};
use super::drafts::{self, Draft};
use super::fail::Oops;
use super::ui::{self, Clock, Facts, Field, Form, Nav, Tabs, Typed};
use super::{dates, tell_signal, when};
use crate::sentence::say;
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::{Path, Query};
use axum::response::Response;
use casework::ids::{CaseNumber, SignalId};
use casework::refusal::Refusal;
use jiff::Timestamp;
use maud::{Markup, html};
use serde::Deserialize;
use store::accounts::{self, Account};
use store::audit::NotKept;
use store::signals::{self, End, FirstToTell, Signal, Status, told, undo};
use store::{Conn, Fault, cases};
use watch::Confidence;

/// Signals, and the mail that nobody could be found for.
pub fn tabs(present: &str, unsorted: i64) -> Markup {
    let tabs = Tabs::new("signals-tabs", present)
        .tab("/signals", "signals-waiting")
        .tab("/signals/calls", "todays-calls-title");
    let tabs = tabs.counted("/signals/mail", "mail-unsorted", unsorted.unsigned_abs());
    html! { (tabs.tab("/watch", "honesty-title")) }
}

pub(super) fn open_case(signal: &Signal) -> String {
    let account = signal.account.map(|id| format!("&account={id}")).unwrap_or_default();
    let contact = signal.contact.map(|id| format!("&contact={id}")).unwrap_or_default();
    format!("/cases/new?signal={}{account}{contact}", signal.id)
}

/// A signal with what its page says about it.
struct Seen {
    signal: Signal,
    account: Option<Account>,
    case: Option<CaseNumber>,
    /// What was begun of the two ends that take words.
    begun: [Draft; 2],
}

async fn seen(agent: &Agent, id: SignalId) -> Result<Seen, Oops> {
    let read = move |conn: &Conn| {
        let Some(signal) = signals::by_id(conn, id)? else { return Ok::<_, Fault>(None) };
        let account = signal.account.map(|id| accounts::by_id(conn, id)).transpose()?.flatten();
        let case = signal.case.map(|id| cases::number_of(conn, id)).transpose()?.flatten();
        Ok(Some((signal, account, case)))
    };
    let (signal, account, case) = agent.app.db.read(read).await?.ok_or(Oops::NotFound)?;
    let begun =
        [drafts::of(agent, begun_at(id, "prevented")).await?, drafts::of(agent, begun_at(id, "dismiss")).await?];
    Ok(Seen { signal, account, case, begun })
}

/// How the page was come to.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Come {
    /// Filled when somebody just told of what was told already.
    before: String,
}

/// Where the words of an end are kept: on the page of the signal.
fn begun_at(id: SignalId, end: &str) -> String {
    format!("/signals/{id}?as={end}")
}

pub async fn one(agent: Agent, Path(id): Path<SignalId>, Query(come): Query<Come>) -> Result<Markup, Oops> {
    let seen = seen(&agent, id).await?;
    let mut typed = Typed::nothing();
    if !come.before.is_empty() {
        typed.wrong("", t("signals-told-before"));
    }
    Ok(page(&agent, &seen, &typed, ""))
}

/// `refused` names the end that was asked for and not taken.
fn page(agent: &Agent, seen: &Seen, typed: &Typed, refused: &str) -> Markup {
    let (signal, now) = (&seen.signal, agent.app.now());
    let at = |at: Timestamp| html! { (ui::time(&when::moment(at, now, &agent.zone))) };
    let first = match signal.first_to_tell {
        FirstToTell::Customer => t("signals-told-by-them").into_owned(),
        FirstToTell::Us if signal.kind == told::KIND => tell_signal::thanks(agent, signal.raised_by),
        FirstToTell::Us => t("signals-seen-by-us").into_owned(),
    };
    let facts = Facts::new()
        .fact("signals-since", at(signal.since))
        .fact(
            "signals-owed",
            html! { (Clock::running(signal.since.min(signal.owed_at), signal.owed_at, now, &agent.zone)) },
        )
        .fact("signals-detected", at(signal.detected_at))
        .fact("signals-first", first)
        .known("signals-sure", signal.confidence.map(sure));
    let beside = seen.account.as_ref().map(|a| html! { a href={ "/accounts/" (a.id) } { (a.name) } });
    let body = html! {
        (ui::heading(t("signals-one"), beside))
        p { (say(&signal.evidence, &agent.zone)) }
        @if let Some(first) = first_words(signal) { p { span.quiet { (t("say-first")) ": " } (say(&first, &agent.zone)) } }
        (facts)
        @if signal.ended_at.is_some() { (desk::said(typed)) (ended(agent, seen)) }
        @else {
            @if refused.is_empty() { (desk::said(typed)) }
            p { a.act href=(open_case(signal)) { (t("act-open-case-new")) } } (ends(agent, signal, &seen.begun, typed, refused)) }
    };
    desk::page(agent, "signals-one", Nav::Signals, body)
}

/// How sure the watch was.
fn sure(confidence: Confidence) -> String {
    match confidence {
        Confidence::Certain => t("signals-sure-certain").into_owned(),
        Confidence::Share { per_cent, of } => {
            t_with("signals-sure-share", &[("share", i64::from(per_cent).into()), ("lines", i64::from(of).into())])
        }
        Confidence::NoHistory => t("signals-sure-no-history").into_owned(),
    }
}

/// The first sentence to say, for what the watch itself saw and nobody has ended.
pub(super) fn first_words(signal: &Signal) -> Option<watch::Sentence> {
    let seen_by_the_watch = watch::Kind::ALL.iter().any(|kind| kind.word() == signal.kind);
    (seen_by_the_watch && signal.ended_at.is_none())
        .then(|| watch::finding::first_words(&signal.kind, &signal.evidence))
}

fn ended(agent: &Agent, seen: &Seen) -> Markup {
    let (signal, now) = (&seen.signal, agent.app.now());
    let how = match signal.status {
        Status::Case => "signals-ended-case",
        Status::Merged => "signals-ended-merged",
        Status::Prevented => "signals-ended-prevented",
        Status::Dismissed => "signals-ended-dismissed",
        Status::New | Status::Snoozed => "signals-waiting",
    };
    let by = signal.ended_by.map(|id| agent.firm.name_of(id).to_owned()).unwrap_or_default();
    let at = signal.ended_at.map(|at| when::moment(at, now, &agent.zone).words).unwrap_or_default();
    ui::section(
        "signals-ended",
        None,
        html! {
            p { (t(how)) @if let Some(number) = seen.case { " " a href={ "/cases/" (number) } { (number.to_string()) } } }
            @if let Some(reason) = &signal.reason { blockquote { p { (reason) } } }
            @if let Some(proof) = &signal.proof { p { (t("signals-ended-itself")) " " (say(proof, &agent.zone)) } }
            @if by.is_empty() { p.quiet { (at) } } @else { p.quiet { (t_with("signals-ended-by", &[("name", by.into()), ("at", at.into())])) } }
        },
    )
}

/// The other ends; each asks for what makes it honest.
fn ends(agent: &Agent, signal: &Signal, begun: &[Draft; 2], typed: &Typed, refused: &str) -> Markup {
    let of = |end: &str| if end == refused { typed.clone() } else { Typed::nothing() };
    let to = |end: &str| format!("/signals/{}/{end}", signal.id);
    let (merge, snooze) = (of("merge"), of("snooze"));
    let back = |end: &str, draft: &Draft| if end == refused { typed.clone() } else { draft.or(Typed::nothing()) };
    let [prevented, dismiss] = [back("prevented", &begun[0]), back("dismiss", &begun[1])];
    let form = |end: &str| Form::post(to(end), agent.app.new_id());
    html! {
        (ui::section("signals-merge", None, html! {
            (form("merge").typed(&merge).field(Field::text("case", "signals-case").help("signals-case-help")).quiet_act("signals-merge-act"))
        }))
        (ui::section("signals-prevented", None, html! {
            (form("prevented").typed(&prevented).kept(begun[0].kept()).field(Field::words("reason", "signals-evidence").help("signals-evidence-help").rows(2)).quiet_act("signals-prevented-act"))
        }))
        (ui::section("signals-dismiss", None, html! {
            (form("dismiss").typed(&dismiss).kept(begun[1].kept()).field(Field::words("reason", "signals-reason").help("signals-reason-help").rows(2)).quiet_act("signals-dismiss-act"))
        }))
        @if signal.snoozes == 0 {
            (ui::section("signals-snooze", None, html! {
                (form("snooze").typed(&snooze).field(Field::text("until", "signals-until").help("signals-until-help").value(t("signals-until-start").into_owned())).quiet_act("signals-snooze-act"))
            }))
        } @else { p.quiet { (t("signals-snoozed-once")) } }
    }
}

pub async fn end(
    agent: Agent,
    Path((id, word)): Path<(SignalId, String)>,
    Posted(mut typed): Posted,
) -> Result<Response, Oops> {
    desk::may_work(&agent)?;
    let seen = seen(&agent, id).await?;
    let (person, now) = (agent.person.id, agent.app.now());
    let reason = typed.value("reason").to_owned();
    let kept = match word.as_str() {
        "merge" => merged(&agent, id, typed.value("case")).await,
        "prevented" | "dismiss" => {
            let end = if word == "dismiss" { End::Dismissed { reason } } else { End::Prevented { evidence: reason } };
            let sent = drafts::sent(&typed, begun_at(id, &word)).sent(&agent);
            let work =
                move |tx: &store::Tx| signals::end(tx, id, &end, person, now).and_then(|()| Ok(sent.forget(tx)?));
            agent.app.db.write(work).await
        }
        "snooze" => snoozed(&agent, &seen, &mut typed).await,
        "undo" => {
            let by = agent.by(desk::request_of(&agent, &typed));
            agent.app.db.write(move |tx| undo::take_back(tx, id, &by)).await
        }
        _ => return Err(Oops::NotFound),
    };
    match kept {
        Ok(()) => Ok(desk::on_to(&format!("/signals?done={word}&id={id}"))),
        Err(why) => {
            desk::refused(&agent, &mut typed, why)?;
            Ok(desk::again(page(&agent, &seen, &typed, &word)))
        }
    }
}

async fn merged(agent: &Agent, id: SignalId, case: &str) -> Result<(), NotKept> {
    let Ok(number) = case.parse::<CaseNumber>() else {
        return Err(Refusal::input("case", "signal-case-number").into());
    };
    let (person, now) = (agent.person.id, agent.app.now());
    let work = move |tx: &store::Tx| {
        let Some(kept) = cases::by_number(tx, number)? else {
            return Err(NotKept::Refused(Refusal::input("case", "signal-case-number")));
        };
        signals::end(tx, id, &End::Merged(kept.case.id), person, now)
    };
    agent.app.db.write(work).await
}

/// Once, and no longer than one working day (C31).
async fn snoozed(agent: &Agent, seen: &Seen, typed: &mut Typed) -> Result<(), NotKept> {
    let (id, now) = (seen.signal.id, agent.app.now());
    let Some(until) = dates::time(typed.value("until"), now, &agent.zone) else {
        return Err(Refusal::input("until", "signal-until-unclear").into());
    };
    let ours = &agent.firm.ours;
    let one_day = ours.add_days(now, 1).unwrap_or(now);
    // *Tomorrow morning* is meant kindly even when the day opens a little later.
    let most = ours.next_open(one_day).unwrap_or(one_day);
    agent.app.db.write(move |tx| signals::snooze(tx, id, until, most, now)).await
}
