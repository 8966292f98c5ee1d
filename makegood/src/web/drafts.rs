//! What somebody has typed and not yet sent: kept on the server for them alone, back in the form wherever they open it again.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::ui::{self, Form, Kept, Nav, Notice, Table, Typed};
use super::when;
use crate::session::Agent;
use crate::words::t;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use casework::ids::{PersonId, RequestId};
use maud::{Markup, html};
use serde::Deserialize;
use store::drafts;
use store::{Fault, NotKept, Tx};

/// Fields that belong to one view of a page, or are nobody's business a minute later.
const NEVER_KEPT: &[&str] = &["request_id", "kept_as", "by_hand", "password", "pass_gate", "pass_reason"];

/// A form's draft as its page finds it.
pub struct Draft {
    page: String,
    /// What was typed, and when that was kept.
    found: Option<(Typed, String)>,
}

/// Looks for the draft of a page of this person.
///
/// # Errors
/// Faults of the database.
pub async fn of(agent: &Agent, page: impl Into<String>) -> Result<Draft, Oops> {
    let (page, me) = (page.into(), agent.person.id);
    let key = page.clone();
    let draft = agent.app.db.read(move |conn| drafts::of(conn, me, &key)).await?;
    let found = draft.and_then(|draft| {
        let pairs: Vec<(String, String)> = serde_json::from_str(&draft.body).ok()?;
        Some((Typed::from_pairs(pairs), when::moment(draft.kept_at, agent.app.now(), &agent.zone).words))
    });
    Ok(Draft { page, found })
}

/// The draft of a form that came back with what was just typed: that is newer than anything kept.
pub fn sent(typed: &Typed, page: impl Into<String>) -> Draft {
    Draft { page: page_of(typed).unwrap_or_else(|| page.into()), found: None }
}

impl Draft {
    /// What the form begins with: the draft, else what is proposed.
    pub fn or(&self, proposed: Typed) -> Typed {
        self.found.as_ref().map_or(proposed, |(typed, _)| typed.clone())
    }
    /// A value of the draft, such as the version its writer saw.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.found.as_ref().and_then(|(typed, _)| typed.filled(name))
    }
    /// What to do with it when its words were sent, in the same transaction.
    pub fn sent(&self, agent: &Agent) -> Sent {
        Sent { person: agent.person.id, page: self.page.clone() }
    }
    /// What the form says about it.
    pub fn kept(&self) -> Kept {
        let kept = Kept::under(&self.page);
        match &self.found {
            Some((_, from)) => kept.from(from.clone()),
            None => kept,
        }
    }
}

/// A draft whose words were sent.
#[derive(Clone)]
pub struct Sent {
    person: PersonId,
    page: String,
}

impl Sent {
    /// Whose it was.
    pub fn person(&self) -> PersonId {
        self.person
    }
    /// No draft of them stays behind, and none goes before.
    ///
    /// # Errors
    /// Faults of the database.
    pub fn forget(&self, tx: &Tx) -> Result<(), Fault> {
        drafts::forget(tx, self.person, &self.page)
    }
}

/// The page that a form is kept under: one of ours, and nothing that leads elsewhere.
fn page_of(typed: &Typed) -> Option<String> {
    let page = typed.value("kept_as");
    let ours =
        page.starts_with('/') && !page.starts_with("//") && !page.contains(|c: char| c == '\\' || c.is_control());
    ours.then(|| page.to_owned())
}

/// Keeps what stands in a form. The script asks quietly while somebody types; the button is for pages without script.
pub async fn keep(agent: Agent, Posted(typed): Posted) -> Result<Response, Oops> {
    let page = page_of(&typed).ok_or(Oops::NotFound)?;
    let pairs: Vec<(&str, &str)> = typed.pairs().filter(|(name, _)| !NEVER_KEPT.contains(name)).collect();
    let body = serde_json::to_string(&pairs).map_err(|e| Fault::Engine(e.into()))?;
    let request = typed.value("request_id").parse::<RequestId>().ok();
    let (me, now, key) = (agent.person.id, agent.app.now(), page.clone());
    let kept = agent.app.db.write(move |tx| {
        // A word that was under way when its form was sent comes too late: the act is done.
        match request.map(|id| store::facts::already_done(tx, id)).transpose()?.flatten() {
            Some(_) => Ok(drafts::forget(tx, me, &key)?),
            None => drafts::keep(tx, me, &key, &body, now),
        }
    });
    match kept.await {
        Ok(()) if typed.filled("by_hand").is_some() => Ok(desk::on_to("/drafts?done=kept")),
        Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(NotKept::Fault(fault)) => Err(fault.into()),
        Err(NotKept::Refused(refusal)) => {
            let mut said = Typed::nothing();
            desk::beside(&agent, &mut said, &refusal);
            let body = html! { (ui::heading(t("drafts-title"), None)) (desk::said(&said)) };
            Ok(desk::again(desk::page(&agent, "drafts-title", Nav::Elsewhere, body)))
        }
    }
}

/// Lets go of a draft.
pub async fn discard(agent: Agent, Posted(typed): Posted) -> Result<Response, Oops> {
    let page = page_of(&typed).ok_or(Oops::NotFound)?;
    let (me, key) = (agent.person.id, page.clone());
    agent.app.db.write(move |tx| drafts::forget(tx, me, &key)).await?;
    Ok(match typed.value("by_hand") {
        "" => StatusCode::NO_CONTENT.into_response(),
        "list" => desk::on_to("/drafts?done=discarded"),
        _ => desk::on_to(&page),
    })
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// What was just done: `kept`.
    done: String,
}

/// Everything I began and did not send.
pub async fn list(agent: Agent, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let (me, now) = (agent.person.id, agent.app.now());
    let all = agent.app.db.read(move |conn| drafts::list(conn, me)).await?;
    let rows = all.iter().map(|draft| {
        let discard = Form::post("/drafts/discard", agent.app.new_id())
            .id(&format!("discard-{}", draft.kept_at.as_microsecond()))
            .hidden("kept_as", &draft.page)
            .hidden("by_hand", "list")
            .quiet_act("draft-discard")
            .one_line();
        [
            html! { a href=(draft.page) data-go { (called(&draft.page)) } },
            html! { (ui::time(&when::moment(draft.kept_at, now, &agent.zone))) },
            html! { (discard) },
        ]
    });
    let table = Table::new("drafts-title").under_its_heading().col("drafts-what").col("drafts-when").col("drafts-gone");
    let body = html! {
        (ui::heading(t("drafts-title"), None))
        p.quiet { (t("drafts-help")) }
        @if all.is_empty() { (ui::empty("drafts-none", Some(("/", t("run-title").into())))) } @else { (table.rows(rows)) }
    };
    let notice = match asked.done.as_str() {
        "kept" => Some(Notice::done("draft-later-done")),
        "discarded" => Some(Notice::done("draft-discarded")),
        _ => None,
    };
    Ok(desk::page_with(&agent, "drafts-title", Nav::Elsewhere, notice, body))
}

/// What a person calls the form at this address.
fn called(page: &str) -> String {
    let path = page.split('?').next().unwrap_or(page);
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    match parts.as_slice() {
        ["cases", number, "do", word] if super::forms::of(word).is_some() => {
            format!("{} · {number}", t(&format!("do-{word}")))
        }
        ["cases", number, "mail", "new"] => format!("{} · {number}", t("do-write-mail")),
        ["cases", "new"] => t("do-open-case").into_owned(),
        ["accounts", "new"] => t("accounts-new").into_owned(),
        ["accounts", _, "change"] => t("accounts-change").into_owned(),
        ["accounts", _, "contacts"] => t("contacts-new").into_owned(),
        ["contacts", _] => t("contacts-change").into_owned(),
        ["delivery-checks", _] => t("checks-title").into_owned(),
        ["signals", ..] => t("signals-title").into_owned(),
        _ => path.to_owned(),
    }
}
