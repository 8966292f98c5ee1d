//! The page around the customer's pages: whose it is, and nothing of the desk; small enough for a telephone on a slow network.
use super::assets::{self, Asset};
use crate::app::App;
use crate::words::{t, t_with};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};
use tower_http::set_header::SetResponseHeaderLayer;

/// A whole page of theirs; `firm` is what we are called.
pub fn page(firm: &str, title: &str, body: &Markup) -> Markup {
    around(firm, title, body, "theirs-foot", None)
}

/// The same with another word at the foot, and with a script that makes it better.
pub fn around(firm: &str, title: &str, body: &Markup, foot: &str, script: Option<&Asset>) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(crate::words::spoken().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex, nofollow";
                meta name="referrer" content="no-referrer";
                title { (title) @if !firm.is_empty() { " · " (firm) } }
                link rel="icon" type="image/svg+xml" href=(assets::icon().path);
                link rel="stylesheet" href=(assets::their_style().path);
                @if let Some(script) = script { script src=(script.path) defer {} }
            }
            body {
                a.skip href="#main" { (t("ui-skip")) }
                @if !firm.is_empty() { header { (firm) } }
                main id="main" tabindex="-1" { (body) }
                footer { (t(foot)) }
            }
        }
    }
}

/// No machine that reads the web keeps a page of theirs.
pub fn unlisted() -> SetResponseHeaderLayer<HeaderValue> {
    let (name, value) = ("x-robots-tag", "noindex, nofollow");
    SetResponseHeaderLayer::overriding(HeaderName::from_static(name), HeaderValue::from_static(value))
}

/// The one answer to a link that is unknown, over, taken back or blank: that it does not work, and whom to call. It says nothing else,
/// so that nobody learns by asking.
pub fn gone(app: &App) -> Response {
    let firm = app.firm().company.clone();
    let call = if firm.is_empty() {
        t("theirs-gone-call").into_owned()
    } else {
        t_with("theirs-gone-call-firm", &[("firm", (&*firm).into())])
    };
    let body = html! { h1 { (t("theirs-gone-title")) } p { (t("theirs-gone")) } p { (call) } };
    (StatusCode::NOT_FOUND, page(&firm, &t("theirs-gone-title"), &body)).into_response()
}
