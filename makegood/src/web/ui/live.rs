//! The quiet bar at the foot of a page that moves: how many changes wait, or what others did while somebody writes. The script fills it.

use jiff::Timestamp;
use maud::{Markup, Render, html};
use uuid::Uuid;

use crate::live::Topic;
use crate::words::{t, t_with};

/// What a page listens for.
#[derive(Clone, Debug)]
pub struct Live {
    on: Topic,
    tab: Uuid,
    since: Timestamp,
    doing: String,
    ask: Option<String>,
}

impl Live {
    /// `tab` is an id of this view of the page; `since` is when it was read.
    pub fn on(on: Topic, tab: Uuid, since: Timestamp) -> Live {
        Live { on, tab, since, doing: String::new(), ask: None }
    }

    /// The form of an act is open. Nothing of it moves; the bar says what others did, as `ask` answers it.
    pub fn writing(mut self, word: &str, ask: String) -> Live {
        self.doing = word.to_owned();
        self.ask = Some(ask);
        self
    }
}

impl Render for Live {
    fn render(&self) -> Markup {
        let n = || [("n", "{n}".into())];
        html! {
            div.live id="live" data-on=(self.on) data-tab=(self.tab) data-since=(self.since.as_microsecond()) data-doing=(self.doing) data-ask=[self.ask.as_deref()]
                data-one=(t("live-one-change")) data-many=(t_with("live-many-changes", &n()))
                data-shown-one=(t("live-shown-one")) data-shown-many=(t_with("live-shown-many", &n())) {
                div role="status" {}
                button type="button" hidden aria-keyshortcuts="r" { span {} " " kbd aria-hidden="true" { "r" } }
            }
        }
    }
}

/// The part of a page that is brought up to date while somebody looks, and never under their finger.
pub fn moving(body: Markup) -> Markup {
    html! { div.moving id="moving" { (body) } }
}

/// Who else is there; the place stays when nobody is, so that the script finds it.
pub fn here(words: Option<String>) -> Markup {
    html! { span.here.quiet data-here { @if let Some(words) = words { (words) } } }
}
