//! The style page: every component with the words of a believable day, for the eye of a developer and for the browser tests.
//!
//! Its sentences are example data and stand here, not in the catalogue. Its time stands still at a Monday afternoon.

mod case;
mod forms;
mod kit;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::ui::{Nav, Notice, Shell, Tabs, heading, page as whole_page};

/// One of the three pages of the style guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// *Run to it*, clocks, sayings, tables.
    Kit,
    /// A case on their side.
    Case,
    /// Fields, errors, gates.
    Forms,
}

impl Sheet {
    pub const ALL: [Sheet; 3] = [Sheet::Kit, Sheet::Case, Sheet::Forms];

    pub fn path(self) -> &'static str {
        match self {
            Sheet::Kit => "/styleguide",
            Sheet::Case => "/styleguide/case",
            Sheet::Forms => "/styleguide/forms",
        }
    }
}

/// The first page of the style guide.
pub fn page() -> Markup {
    sheet(Sheet::Kit)
}

/// A page of the style guide.
pub fn sheet(sheet: Sheet) -> Markup {
    let shell = Shell::new("Style page".to_owned()).who("Maria K.").signals(7);
    let tabs = Tabs::new("Style pages".to_owned(), sheet.path())
        .tab(Sheet::Kit.path(), "Lists and sayings".to_owned())
        .tab(Sheet::Case.path(), "A case".to_owned())
        .tab(Sheet::Forms.path(), "Forms".to_owned());
    let (shell, body) = match sheet {
        Sheet::Kit => {
            (shell.nav(Nav::RunToIt).notice(kept()), html! { (heading("Run to it", None)) (tabs) (kit::body()) })
        }
        Sheet::Case => (shell.nav(Nav::Cases), html! { (case::body(&tabs)) }),
        Sheet::Forms => (shell, html! { (heading("Forms", None)) (tabs) (forms::body()) }),
    };
    whole_page(shell, body)
}

fn kept() -> Notice {
    Notice::done("Kept: the tracking number is with Borealis, 2 h early.".to_owned())
        .way("#", "See the case".to_owned())
}

/// A Monday, 15:22 in Warsaw and 08:22 in Austin.
fn now() -> Timestamp {
    at("2025-11-24T14:22:00Z")
}

fn at(instant: &str) -> Timestamp {
    instant.parse().expect("the instants of this page are literals that parse")
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).expect("the zones of this page are in the bundled database")
}

fn ours() -> TimeZone {
    zone("Europe/Warsaw")
}

fn theirs() -> TimeZone {
    zone("America/Chicago")
}
