//! `POST /api/v1/review`: reads a text before it leaves, against the record of a case where one is named. It keeps nothing.
use super::body;
use super::caller::Caller;
use super::problem::{Problem, Wrong};
use super::views::{FoundView, LineView, PromisedView, ReviewView};
use crate::review::{About, Elsewhere, Passed, Reviewed, Text};
use crate::review_rules;
use crate::web::case_view::{self, CaseView, Story};
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use casework::asked;
use casework::gate::Gate;
use casework::ids::{CaseNumber, ContactId};
use casework::kinds::{MessageWay, Purpose};
use casework::shape::Shaped;
use jiff::Timestamp;
use proofread::{Level, Promiser, Record, Reviewer, State};
use std::sync::Arc;
use store::Conn;

asked! {
    /// A text to be read.
    pub struct ReviewAsked {
        /// The text, at most 20,000 characters of it.
        pub text: String,
        /// Its subject.
        pub subject: Option<String>,
        /// The number of the case that it is about.
        pub case: Option<String>,
        /// Whom it is written to; the contact who speaks first when left out.
        pub to: Option<ContactId>,
        /// What it is for.
        pub purpose: Option<Purpose>,
        /// By which way it goes; by mail when left out.
        pub way: Option<MessageWay>,
        /// When they hear from us next, as the text says.
        pub next_contact_at: Option<Timestamp>,
        /// How many files go along.
        pub attachments: Option<u32>,
    }
}

pub async fn review(caller: Caller, body: Result<Bytes, BytesRejection>) -> Result<Json<ReviewView>, Problem> {
    caller.app.limits().review(caller.person.id.0).map_err(Problem::too_often)?;
    let asked: ReviewAsked = body::asked(&ReviewAsked::shape(), body)?;
    let rules = review_rules::reviewer(&caller.app)?;
    let reviewed = match &asked.case {
        Some(number) => {
            let number: CaseNumber = number.parse().map_err(|_| Problem::missing())?;
            against(&caller, rules, number, &asked).await?
        }
        None => Reviewed::of(rules, &asked.text, asked.subject.as_deref(), &unknown(&caller), vec![]),
    };
    Ok(Json(view(&reviewed)))
}

/// Nothing is known but who writes and when.
fn unknown(caller: &Caller) -> Record {
    let now = caller.app.now().to_zoned(caller.zone.clone()).datetime();
    Record { sent_at: Some(now), ..Record::default() }
}

async fn against(
    caller: &Caller,
    rules: Arc<Reviewer>,
    number: CaseNumber,
    asked: &ReviewAsked,
) -> Result<Reviewed, Problem> {
    let text = format!("{}\n{}", asked.subject.as_deref().unwrap_or_default(), asked.text);
    let writer = caller.person.id;
    let read = move |conn: &Conn| {
        let Some(view) = case_view::load(conn, number, Story::Untold)? else { return Ok::<_, store::Fault>(None) };
        let elsewhere = Elsewhere::look(conn, view.account.id, writer, &text)?;
        Ok(Some((view, elsewhere)))
    };
    let (view, elsewhere): (CaseView, Elsewhere) = caller.app.db.read(read).await?.ok_or_else(Problem::missing)?;
    let to = match asked.to {
        Some(id) => Some(view.contact(id).ok_or_else(|| {
            Problem::input(vec![Wrong { field: "to".into(), detail: crate::words::t("api-not-found").into_owned() }])
        })?),
        None => view.speaker(),
    };
    let theirs = to.map_or_else(|| view.zone(), |to| view.zone_of(to));
    let passed = if view.case.has_pass(Gate::NoResolvingInWriting) { Passed::ByName } else { Passed::No };
    let about = About {
        case: &view.case,
        account: &view.account,
        contacts: &view.contacts,
        firm: &caller.firm,
        writer: &caller.person,
        to,
        zones: (&theirs, &caller.zone),
        now: caller.app.now(),
        text: Text::message(asked.purpose, asked.way.unwrap_or(MessageWay::Email)),
        next: asked.next_contact_at,
        dates: &[],
        passed,
        attachments: asked.attachments,
        elsewhere: &elsewhere,
    };
    Ok(Reviewed::of(rules, &asked.text, asked.subject.as_deref(), &about.record(), vec![]))
}

fn view(reviewed: &Reviewed) -> ReviewView {
    let report = &reviewed.report;
    let found = |f: &proofread::Finding| FoundView {
        rule: f.rule.clone(),
        level: f.level.word().to_owned(),
        start: f.start as u64,
        end: f.end as u64,
        text: f.text.clone(),
        say: f.say.clone(),
        why: f.why.clone(),
        suggestion: f.replace.clone().unwrap_or_else(|| f.attempt.clone()),
    };
    let line = |l: &proofread::Line| LineView {
        rule: l.rule.clone(),
        item: l.item.clone(),
        state: match l.state {
            State::There => "there",
            State::Weak => "weak",
            State::Missing => "missing",
            State::NotNeeded => "not_needed",
        }
        .to_owned(),
        say: l.say.clone(),
        suggestion: l.attempt.clone(),
    };
    let promise = |p: &proofread::Promise| PromisedView {
        by: if p.who == Promiser::Sender { "sender" } else { "reader" }.to_owned(),
        start: p.start as u64,
        end: p.end as u64,
        text: p.text.clone(),
        due: p.due.map(|due| due.to_string()),
    };
    ReviewView {
        language: report.lang.clone(),
        findings: report.findings.iter().map(found).collect(),
        checklist: report.checklist.iter().map(line).collect(),
        promises: report.promises.iter().map(promise).collect(),
        may_send: report.findings.iter().all(|f| f.level != Level::Stop),
    }
}
