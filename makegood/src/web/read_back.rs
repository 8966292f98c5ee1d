//! Reads back, while somebody types, what would be understood: times on both clocks, and promises caught in the notes. Keeps nothing.
use super::case_view::{self, Story};
use super::desk::Posted;
use super::do_on_case::numbered;
use super::fail::Oops;
use super::forms::{Desk, read};
use super::ui::Typed;
use crate::promised::{Caught, in_note};
use crate::review_rules::reviewer;
use crate::session::Agent;
use crate::words::quotes::quoted;
use crate::words::{t, t_with};
use axum::Json;
use axum::extract::Path;
use casework::parts::Promised;
use jiff::Timestamp;
use maud::{Markup, html};
use proofread::Reviewer;
use serde::Serialize;
use std::collections::BTreeMap;

/// Fields read back at once; no form asks for more times.
const FIELDS: usize = 40;

#[derive(Serialize)]
pub struct Back {
    /// By the name of the field, what was understood; what was not is left out.
    read: BTreeMap<String, String>,
    /// The promises found in the notes, to be taken up or left.
    caught: String,
}

pub async fn create(me: Agent, Path(number): Path<String>, Posted(typed): Posted) -> Result<Json<Back>, Oops> {
    let number = numbered(&number)?;
    let view = me.app.db.read(move |conn| case_view::load(conn, number, Story::Untold)).await?.ok_or(Oops::NotFound)?;
    let desk = Desk { view: &view, me: &me, now: me.app.now(), typed: &typed };
    let names: Vec<String> = typed.names().take(FIELDS).map(str::to_owned).collect();
    let words = |name: &String| Some((name.clone(), read::back(name, typed.value(name), &desk)?));
    let read = names.iter().filter_map(words).collect();
    let promises = said_here(typed.value("notes"), &typed, &desk, &*reviewer(&me.app)?);
    Ok(Json(Back { read, caught: proposals(&promises, &desk).into_string() }))
}

/// What reads like a promise in the notes and stands in no field yet.
fn said_here(notes: &str, typed: &Typed, desk: &Desk<'_>, rules: &Reviewer) -> Vec<Caught> {
    let zones = desk.zones();
    let known: Vec<Timestamp> = (0..FIELDS)
        .filter_map(|n| crate::said::dated(typed.filled(&format!("promises[{n}].words"))?, desk.now, &zones))
        .map(|(_, due)| due)
        .chain(crate::said::time(typed.value("next_contact_at"), desk.now, &zones))
        .collect();
    in_note(rules, notes, desk.now, &zones).into_iter().filter(|c| !known.contains(&c.due)).collect()
}

/// Each with one button that puts it where it belongs; nothing is kept before the talk is saved.
fn proposals(promises: &[Caught], desk: &Desk<'_>) -> Markup {
    html! {
        @if !promises.is_empty() {
            p { (t("caught-title")) }
            ul {
                @for promise in promises {
                    li {
                        span.theirs { (quoted(&promise.said)) } " "
                        @let (field, value) = goes_to(promise, desk);
                        button type="button" data-take=(field) value=(value) { (take(promise, desk)) }
                    }
                }
            }
        }
    }
}

/// Which field takes it, and the words that stand in it then, with the exact day.
fn goes_to(promise: &Caught, desk: &Desk<'_>) -> (&'static str, String) {
    let at = promise.due.to_zoned(desk.me.zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
    match promise.what {
        Promised::NextContact => ("next_contact_at", at),
        Promised::Thing => {
            ("promises", t_with("caught-as-promise", &[("what", promise.words.clone().into()), ("at", at.into())]))
        }
    }
}

fn take(promise: &Caught, desk: &Desk<'_>) -> String {
    let at = read::both_clocks(promise.due, desk);
    let key = if promise.what == Promised::NextContact { "caught-take-contact" } else { "caught-take" };
    t_with(key, &[("what", promise.words.clone().into()), ("at", at.into())])
}
