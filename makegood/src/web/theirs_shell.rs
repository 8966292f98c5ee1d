//! The page around the customer's pages: whose it is, and nothing of the desk; small enough for a telephone on a slow network.
use super::assets::{self, Asset};
use super::{paper, theirs_fresh};
use crate::app::App;
use crate::handling;
use crate::limits::TooOften;
use crate::words::{t, t_with};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};
use store::firm::Firm;
use tower_http::set_header::SetResponseHeaderLayer;

/// What is around a page: whether machines that read the web may list it, what stands at its foot, the script that makes it better.
struct Around<'a> {
    listed: Listed,
    foot: Markup,
    script: Option<&'a Asset>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Listed {
    Never,
    Yes,
}

/// A whole page of theirs, under the name of the firm.
pub fn page(firm: &Firm, title: &str, body: &Markup) -> Markup {
    let foot = html! {
        p { (t("theirs-foot")) }
        @if let Some(way) = handling::way(firm) { p { a href=(way) { (t("theirs-handling-title")) } } }
    };
    whole(&firm.company, title, body, Around { listed: Listed::Never, foot, script: None })
}

/// The same with another word at the foot, and with a script that makes it better.
pub fn around(firm: &str, title: &str, body: &Markup, foot: &str, script: Option<&Asset>) -> Markup {
    whole(firm, title, body, Around { listed: Listed::Never, foot: html! { (t(foot)) }, script })
}

/// A page for everybody, in the same dress.
pub fn open_page(firm: &Firm, title: &str, body: &Markup, foot: Markup) -> Markup {
    whole(&firm.company, title, body, Around { listed: Listed::Yes, foot, script: None })
}

fn whole(firm: &str, title: &str, body: &Markup, around: Around<'_>) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(crate::words::spoken().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                @if around.listed == Listed::Never { meta name="robots" content="noindex, nofollow"; }
                meta name="referrer" content="no-referrer";
                title { (title) @if !firm.is_empty() { " · " (firm) } }
                link rel="icon" type="image/svg+xml" href=(assets::icon().path);
                link rel="stylesheet" href=(assets::their_style().path);
                @if paper::is_on(body) { link rel="stylesheet" href=(assets::paper_style().path); }
                @if let Some(script) = around.script { script src=(script.path) defer {} }
            }
            body {
                a.skip href="#main" { (t("ui-skip")) }
                @if !firm.is_empty() { header { (firm) } }
                main id="main" tabindex="-1" { (body) }
                footer { (around.foot) }
            }
        }
    }
}

/// No machine that reads the web keeps a page of theirs.
pub fn unlisted() -> SetResponseHeaderLayer<HeaderValue> {
    let (name, value) = ("x-robots-tag", "noindex, nofollow");
    SetResponseHeaderLayer::overriding(HeaderName::from_static(name), HeaderValue::from_static(value))
}

/// The one answer to a link that is unknown, over, taken back or blank: that it does not work, whom to call, and a form that asks for a
/// fresh one. It says nothing else, so that nobody learns by asking.
pub fn gone(app: &App) -> Response {
    // It goes to the address that stands in the browser, with the same cookie: the form itself knows of no link.
    no_such_link(
        app,
        &html! {
            p { (t("theirs-fresh-why")) }
            form method="post" action={ "?" (theirs_fresh::FRESH) } {
                div.acts { button.act type="submit" { (t("theirs-fresh-act")) } }
            }
        },
    )
}

/// The same for a link about deliveries: whoever sent it sends another.
pub fn gone_for_good(app: &App) -> Response {
    no_such_link(app, &html! {})
}

fn no_such_link(app: &App, fresh: &Markup) -> Response {
    let firm = app.firm();
    let call = if firm.company.is_empty() {
        t("theirs-gone-call").into_owned()
    } else {
        t_with("theirs-gone-call-firm", &[("firm", (&*firm.company).into())])
    };
    let body = html! {
        h1 { (t("theirs-gone-title")) }
        p { (t("theirs-gone")) }
        (fresh)
        p { (call) }
    };
    (StatusCode::NOT_FOUND, page(&firm, &t("theirs-gone-title"), &body)).into_response()
}

/// Too often: when to try again. A form that was pressed too often is shown again instead, by [`waits`].
pub fn too_often(app: &App, often: TooOften) -> Response {
    let title = t("theirs-too-often-title");
    let body = html! { h1 { (title) } p { (when_again(often)) } p { (t("theirs-too-often-call")) } };
    waits(page(&app.firm(), &title, &body), often)
}

pub fn when_again(often: TooOften) -> String {
    match often.seconds() {
        seconds @ ..60 => t_with("theirs-too-often-seconds", &[("seconds", seconds.into())]),
        seconds => t_with("theirs-too-often-minutes", &[("minutes", seconds.div_ceil(60).into())]),
    }
}

/// A page that says when to press again.
pub fn waits(page: Markup, often: TooOften) -> Response {
    let after = [(header::RETRY_AFTER, HeaderValue::from(often.seconds()))];
    (StatusCode::TOO_MANY_REQUESTS, after, page).into_response()
}
