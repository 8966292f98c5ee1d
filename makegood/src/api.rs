//! The API: what the page can do, a program can do, by the same commands; reads are views of their own.
//! Every route stands once, in [`ROUTES`]: the router, the document and the tests are made from it.
use crate::app::App;
use axum::Router;
use axum::routing::{any, get, post};

pub mod body;
pub mod caller;
mod docs;
mod handlers;
pub mod hooks_in;
pub mod lists;
pub mod openapi;
pub mod problem;
pub mod review;
pub mod views;

use problem::Problem;

/// How a route is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
}

/// Who may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Whoever has a key, or, for reads, is signed in.
    Colleague,
    /// Whoever signs with the secret of an incoming webhook.
    Signed,
    /// Anybody: it says nothing about a firm.
    Anybody,
}

/// One route of the API.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    pub method: Method,
    pub path: &'static str,
    /// The name of the operation in the document; its sentence is `api-op-<name>`.
    pub name: &'static str,
    pub who: Who,
}

macro_rules! routes {
    ($($method:ident $variant:ident $path:literal $name:literal $who:ident => $handler:path),* $(,)?) => {
        /// Every route there is.
        pub const ROUTES: &[Route] = &[$(Route { method: Method::$variant, path: $path, name: $name, who: Who::$who }),*];
        fn listed() -> Router<App> {
            Router::new()$(.route($path, $method($handler)))*
        }
    };
}

routes! {
    get Get "/api/v1/cases" "list-cases" Colleague => handlers::cases,
    post Post "/api/v1/cases" "open-case" Colleague => handlers::open,
    get Get "/api/v1/cases/{number}" "show-case" Colleague => handlers::case,
    get Get "/api/v1/cases/{number}/events" "list-events" Colleague => handlers::events,
    get Get "/api/v1/cases/{number}/clocks/{kind}" "explain-clock" Colleague => handlers::clock,
    post Post "/api/v1/cases/{number}/actions/{command}" "act" Colleague => handlers::act,
    post Post "/api/v1/lists/{list}" "take-rows" Colleague => lists::take,
    post Post "/api/v1/hooks/{id}" "take-signed-rows" Signed => hooks_in::take,
    post Post "/api/v1/review" "review" Colleague => review::review,
    get Get "/api/v1/run-to-it" "run-to-it" Colleague => handlers::run_to_it,
    get Get "/api/v1/accounts" "list-accounts" Colleague => handlers::accounts,
    get Get "/api/v1/accounts/{id}" "show-account" Colleague => handlers::account,
    get Get "/api/v1/people/me" "show-me" Colleague => handlers::me,
    get Get "/api/v1/commands" "list-commands" Anybody => handlers::commands,
    get Get "/api/v1/openapi.json" "openapi" Anybody => handlers::document,
}

pub fn router(_: App) -> Router<App> {
    listed()
        .route("/api", get(docs::show))
        .route("/api/{*rest}", any(handlers::nothing))
        .method_not_allowed_fallback(async || Problem::method())
}

/// The commands that people and programs may ask; what only our own clocks ask is not offered.
pub fn offered() -> impl Iterator<Item = &'static str> {
    use casework::Command;
    use casework::rights::Right;
    Command::WORDS
        .iter()
        .copied()
        .filter(|word| Command::right_of(word).is_some_and(|right| !matches!(right, Right::Internal | Right::Bring)))
}

/// Offered, and about a case that is there already.
pub fn acts() -> impl Iterator<Item = &'static str> {
    offered().filter(|word| *word != "open-case")
}
