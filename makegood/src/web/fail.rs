//! When a page cannot be shown: what happened and the way out, never the inside.
use super::theirs_fail::Failed;
use super::ui::{self, Shell};
use crate::limits::TooOften;
use crate::words::{t, t_with};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::html;
use std::any::Any;
use std::sync::atomic::{AtomicU64, Ordering};
use store::Fault;

/// Why a page is not shown.
#[derive(Debug)]
pub enum Oops {
    NotFound,
    Forbidden,
    /// Another site made the browser send it.
    OtherSite,
    TooMany(TooOften),
    Fault(Fault),
}

impl From<Fault> for Oops {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl IntoResponse for Oops {
    fn into_response(self) -> Response {
        let wait = if let Self::TooMany(often) = &self { often.seconds() } else { 5 };
        let mut id = None;
        let (status, title, words) = match self {
            Self::NotFound => (StatusCode::NOT_FOUND, "fail-not-found-title", t("fail-not-found").into_owned()),
            Self::Forbidden => (StatusCode::FORBIDDEN, "fail-forbidden-title", t("fail-forbidden").into_owned()),
            Self::OtherSite => (StatusCode::FORBIDDEN, "fail-other-site-title", t("fail-other-site").into_owned()),
            Self::TooMany(_) => (StatusCode::TOO_MANY_REQUESTS, "fail-too-many-title", t("fail-too-many").into_owned()),
            Self::Fault(fault) if fault.is_passing() => {
                (StatusCode::SERVICE_UNAVAILABLE, "fail-busy-title", t("fail-busy").into_owned())
            }
            Self::Fault(fault) => {
                let number = id.insert(logged(&fault)).as_str();
                (StatusCode::INTERNAL_SERVER_ERROR, "fail-ours-title", t_with("fail-ours", &[("id", number.into())]))
            }
        };
        let failed = Failed { what: title.trim_start_matches("fail-").trim_end_matches("-title"), id };
        let body = html! { (ui::heading(t(title), None)) p { (words) } p { a href="/" { (t("fail-home")) } } };
        let page = ui::page(Shell::new(title), body);
        let mut response = (status, page).into_response();
        response.extensions_mut().insert(failed);
        if matches!(status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS) {
            response.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from(wait));
        }
        response
    }
}

/// Logs a fault once, at the edge, under a number that the person sees.
pub fn logged(fault: &dyn std::fmt::Display) -> String {
    static COUNT: AtomicU64 = AtomicU64::new(1);
    let id = format!("F{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    tracing::error!(fault.id = %id, problem = %fault, "a request failed");
    id
}

/// A panic is our fault like any other.
pub fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let words = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("a panic without words");
    Oops::Fault(Fault::Panicked(words.to_owned())).into_response()
}

/// There is no such page.
pub async fn not_found() -> Response {
    Oops::NotFound.into_response()
}
