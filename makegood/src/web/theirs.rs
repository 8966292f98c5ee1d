//! Their page of their case, in the order in which somebody who waits asks: where it stands, when they hear from us, whom they call,
//! what we heard, what they can choose, what was agreed, what was told, whether it is solved.
use super::fail::Oops;
use super::theirs_parts::{self, Page};
use super::theirs_shell;
use crate::theirs::guest::Guest;
use crate::theirs::{acts, seen};
use crate::words::Words;
use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Done {
    /// The act that was just done, by its word.
    done: String,
}

pub async fn show(guest: Guest, Query(done): Query<Done>) -> Result<Response, Oops> {
    let Some(seen) = seen::of(&guest).await? else { return Ok(theirs_shell::gone(&guest.app)) };
    let page = Page { guest: &guest, seen: &seen, now: guest.app.now() };
    let known = acts::of(&done.done).is_some() || ["read", "send-file"].contains(&done.done.as_str());
    let notice = known.then(|| format!("theirs-{}-done", done.done)).filter(|key| Words::spoken().knows(key));
    let body = theirs_parts::whole(&page, notice.as_deref());
    Ok(theirs_shell::page(&guest.firm, &seen.title, &body).into_response())
}
