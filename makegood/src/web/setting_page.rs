//! What every page of a setting has: who changed it last, and how far the open cases have followed.
use super::fail::Oops;
use super::ui;
use super::{settings, when};
use crate::session::Agent;
use crate::words::{t, t_with};
use casework::ids::PersonId;
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use store::audit;
use store::recounts::{self, Recount};
use store::{Fault, cases};

/// Changes shown below the setting; the log has them all.
const CHANGES_SHOWN: i64 = 5;
/// How long it is said that the open cases have followed.
const SAID_FOR: SignedDuration = SignedDuration::from_mins(15);

/// The last changes of a subject, with who, when, before and after.
///
/// # Errors
/// When the log cannot be read.
pub async fn changes(agent: &Agent, subject: &str) -> Result<Markup, Oops> {
    let about = subject.to_owned();
    let lines = agent.app.db.read(move |conn| audit::about(conn, &about, CHANGES_SHOWN)).await?;
    let body = html! {
        @if lines.is_empty() { p.quiet { (t("setting-never-changed")) } }
        @else { (settings::table(agent, &lines)) p { a href="/settings/audit" { (t("setting-whole-log")) } } }
    };
    Ok(ui::section("setting-changes", None, body))
}

/// Whether open cases are being counted anew, or just were; nothing when no setting moved a due time lately.
///
/// # Errors
/// When it cannot be read.
pub async fn recount(agent: &Agent, here: &str) -> Result<Markup, Oops> {
    let now = agent.app.now();
    let read = |conn: &store::Conn| {
        let latest = recounts::latest(conn)?;
        let waits = latest.as_ref().is_some_and(|latest| latest.done_at.is_none());
        Ok::<_, Fault>((latest, if waits { cases::open_count(conn)? } else { 0 }))
    };
    let (latest, open) = agent.app.db.read(read).await?;
    let said = latest.map(|latest| match latest.done_at {
        None => under_way(&latest, open, here),
        Some(done) if now.duration_since(done) <= SAID_FOR && is_of_today(&latest, now) => followed(agent, &latest),
        Some(_) => html! {},
    });
    Ok(said.unwrap_or_default())
}

/// A count that nobody here asked for, or long ago, is no news.
fn is_of_today(recount: &Recount, now: Timestamp) -> bool {
    recount.why != recounts::Why::Program.word()
        && now.duration_since(recount.asked_at) <= SignedDuration::from_hours(24)
}

fn under_way(recount: &Recount, open: i64, here: &str) -> Markup {
    let (counted, of) = (recount.counted.unsigned_abs(), open.max(recount.counted).unsigned_abs());
    html! {
        div.recount role="status" {
            (ui::progress("recount-under-way", counted, of))
            p { (t("recount-under-way-help")) " " a href=(here) { (t("upload-see")) } }
        }
    }
}

fn followed(agent: &Agent, recount: &Recount) -> Markup {
    let who = recount.person.map(|id: PersonId| agent.firm.name_of(id).to_owned()).filter(|name| !name.is_empty());
    let at = when::moment(recount.asked_at, agent.app.now(), &agent.zone);
    let parts = [
        ("counted", recount.counted.into()),
        ("moved", recount.moved.into()),
        ("who", who.unwrap_or_else(|| t("audit-itself").into_owned()).into()),
        ("when", at.words.into()),
    ];
    html! { (ui::Notice::done(t_with("recount-followed", &parts))) }
}
