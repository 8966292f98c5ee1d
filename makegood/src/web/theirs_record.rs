//! The record of their case, for them to keep: what was told, in a signed file that holds without us.
use super::fail::Oops;
use super::theirs_parts::Page;
use super::theirs_shell;
use super::ui::section;
use crate::theirs::guest::Guest;
use crate::theirs::record::{self, Taken};
use crate::words::t;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

/// The file. Whoever may read the page may have it; having it changes nothing of the case.
pub async fn take(guest: Guest) -> Result<Response, Oops> {
    match record::of(&guest.app, guest.link.number, &guest.account, &guest.zone).await? {
        Some(taken) => Ok(as_file(taken)),
        None => Ok(theirs_shell::gone(&guest.app)),
    }
}

/// A browser keeps it instead of showing it.
pub fn as_file(taken: Taken) -> Response {
    let name = format!("attachment; filename=\"{}\"", taken.name);
    // No compression changes what is kept: a browser undoes it before it writes the file.
    ([(CONTENT_TYPE, "application/x-ndjson; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)], taken.bytes)
        .into_response()
}

pub fn part(page: &Page<'_>) -> Markup {
    section(
        "theirs-record",
        None,
        html! {
            p { (t("theirs-record-help")) }
            p.ways {
                a.way href={ (page.guest.home()) "/record" } download { (t("theirs-record-take")) }
                a href="/verify" { (t("theirs-record-check")) }
            }
        },
    )
}
