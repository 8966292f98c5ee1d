//! What others did to a case while somebody wrote: said when it stands in the way, after it did not, and quietly while they write.
use super::case_lines;
use super::case_view::{self, Story};
use super::do_on_case::numbered;
use super::fail::Oops;
use super::forms::Desk;
use super::ui::{self, Typed};
use super::when;
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::{Path, Query};
use casework::event::{Event, Happening};
use casework::facts::Actor;
use casework::ids::{CaseId, CaseNumber};
use maud::{Markup, html};
use serde::Deserialize;
use store::{Conn, Fault};

/// Events told one by one; the others are counted.
const TOLD: usize = 10;

/// The events after the version that the person was looking at, oldest first.
///
/// # Errors
/// When they cannot be read.
pub async fn since(me: &Agent, case: CaseId, seen: u64) -> Result<Vec<Happening>, Oops> {
    let seen = i64::try_from(seen).unwrap_or(i64::MAX);
    let rows = me.app.db.read(move |conn| store::history::rows(conn, case, seen)).await?;
    Ok(rows.iter().map(store::history::happening).collect::<Result<_, _>>()?)
}

/// The version of a case now, when since then only the program itself has added to it.
///
/// # Errors
/// When it cannot be read.
pub async fn only_by_itself(me: &Agent, number: CaseNumber, seen: u64) -> Result<Option<u64>, Fault> {
    let after = i64::try_from(seen).unwrap_or(i64::MAX);
    let read = move |conn: &Conn| match store::cases::by_number(conn, number)? {
        Some(kept) => store::history::rows(conn, kept.case.id, after),
        None => Ok(vec![]),
    };
    let rows = me.app.db.read(read).await?;
    let happenings = rows.iter().map(store::history::happening).collect::<Result<Vec<_>, _>>()?;
    let by_itself = |h: &Happening| h.when.by == Actor::System;
    Ok(happenings.last().filter(|_| happenings.iter().all(by_itself)).map(|last| last.seq))
}

/// In the words of the story, each with who did it.
pub fn told(desk: &Desk<'_>, happenings: &[Happening]) -> Markup {
    let reader = desk.view.reader(desk.me, desk.now);
    let more = happenings.len().saturating_sub(TOLD);
    html! {
        ul {
            @for happening in happenings.iter().take(TOLD) {
                li { (when::moment(happening.when.recorded_at, desk.now, &desk.me.zone)) " " (reader.say(&happening.event.words())) " " span.quiet { (case_lines::by(&reader, happening.when.by)) } }
            }
            @if more > 0 { li { (t_with("live-meanwhile-more", &[("count", more.into())])) } }
        }
    }
}

#[derive(Deserialize)]
pub struct Asked {
    /// The version of the case that the page shows.
    seen: u64,
}

/// For an open form: who else is there, and what they did since it was opened. The form itself is left alone.
pub async fn show(me: Agent, Path(number): Path<String>, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let number = numbered(&number)?;
    let view = me.app.db.read(move |conn| case_view::load(conn, number, Story::Untold)).await?.ok_or(Oops::NotFound)?;
    let happenings = if view.case.version > asked.seen { since(&me, view.case.id, asked.seen).await? } else { vec![] };
    let nothing = Typed::nothing();
    let desk = Desk { view: &view, me: &me, now: me.app.now(), typed: &nothing };
    Ok(html! {
        div {
            (ui::here(view.who_is_here(&me, desk.now)))
            div data-meanwhile { @if !happenings.is_empty() { (sentence(&desk, &happenings)) } }
        }
    })
}

/// One sentence: the newest act of a person, how many others there are, and that nothing typed is lost.
fn sentence(desk: &Desk<'_>, happenings: &[Happening]) -> Markup {
    let reader = desk.view.reader(desk.me, desk.now);
    // What follows by itself from an act is no news beside it.
    let is_act = |h: &&Happening| {
        !matches!(h.event, Event::RecoveryMoved(_) | Event::SeverityChanged(_))
            && matches!(h.when.by, Actor::Person(_) | Actor::Customer(_))
    };
    let acts: Vec<&Happening> = happenings.iter().filter(is_act).collect();
    let Some(last) = acts.last().copied().or(happenings.last()) else { return html! {} };
    let values =
        [("what", reader.say(&last.event.words()).into()), ("who", case_lines::by(&reader, last.when.by).into())];
    let more = acts.len().saturating_sub(1);
    html! {
        p {
            (t_with("live-meanwhile", &values))
            @if more > 0 { " · " (t_with("live-meanwhile-more", &[("count", more.into())])) }
        }
        p.quiet { (t("live-words-stay")) " " a href={ "/cases/" (desk.view.case.number) } { (t("live-look")) } }
    }
}
