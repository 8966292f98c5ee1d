//! The clock glyph and the time element: the only coloured things on a page, and never colour alone.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, Render, html};

use crate::web::when::{self, Moves, When};
use crate::words::t;

/// How much of a clock's time is used: the disc fills, and its colour goes from green to red.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Less than half is used: an outline, green.
    Far,
    /// Half is used: a quarter disc, yellow.
    Quarter,
    /// Three quarters are used: three quarters of a disc, orange.
    ThreeQuarters,
    /// The time is over: a full disc, red.
    Full,
}

impl Fill {
    /// The fill of a clock that runs from `started` to `due`, as seen at `now`.
    pub fn of(started: Timestamp, due: Timestamp, now: Timestamp) -> Fill {
        let whole = (due.as_second() - started.as_second()).max(1);
        let used = now.as_second() - started.as_second();
        if now >= due {
            Fill::Full
        } else if used * 4 >= whole * 3 {
            Fill::ThreeQuarters
        } else if used * 2 >= whole {
            Fill::Quarter
        } else {
            Fill::Far
        }
    }

    fn class(self) -> &'static str {
        match self {
            Fill::Far => "far",
            Fill::Quarter => "quarter",
            Fill::ThreeQuarters => "three-quarters",
            Fill::Full => "full",
        }
    }

    /// The filled part of a disc of radius 6.75 around (8, 8), beginning at twelve o'clock as a clock does.
    fn path(self) -> &'static str {
        match self {
            Fill::Far => "M8 8Z",
            Fill::Quarter => "M8 8V1.25A6.75 6.75 0 0 1 14.75 8Z",
            Fill::ThreeQuarters => "M8 8V1.25A6.75 6.75 0 1 1 1.25 8Z",
            Fill::Full => "M8 1.25A6.75 6.75 0 1 1 8 14.75A6.75 6.75 0 1 1 8 1.25Z",
        }
    }
}

/// A clock as a person sees it: the glyph with its words, and a link to the explanation of its due time when there is one.
#[derive(Clone, Debug)]
pub struct Clock {
    fill: Fill,
    when: When,
    met: Met,
    why: Option<String>,
    /// From when to when it runs; the script fills the disc as that time is used.
    runs: Option<(Timestamp, Timestamp)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Met {
    Running,
    Met,
}

impl Clock {
    /// A clock that runs: "due in 12 min", "25 min late".
    pub fn running(started: Timestamp, due: Timestamp, now: Timestamp, zone: &TimeZone) -> Clock {
        Clock { runs: Some((started, due)), ..Clock::with(Fill::of(started, due, now), when::due(due, now, zone)) }
    }

    /// A clock that was met: it keeps the shape it had at that moment, with a tick and how early or late it was.
    pub fn met(started: Timestamp, due: Timestamp, met_at: Timestamp, zone: &TimeZone) -> Clock {
        Clock { met: Met::Met, ..Clock::with(Fill::of(started, due, met_at), when::met(due, met_at, zone)) }
    }

    /// A clock of silence: how long they have heard nothing, filled by how near the limit is.
    pub fn silence(since: Timestamp, limit: Timestamp, now: Timestamp, zone: &TimeZone) -> Clock {
        Clock { runs: Some((since, limit)), ..Clock::with(Fill::of(since, limit, now), when::since(since, now, zone)) }
    }

    /// A clock with its fill already known and any words.
    pub fn with(fill: Fill, when: When) -> Clock {
        Clock { fill, when, met: Met::Running, why: None, runs: None }
    }

    /// Leads from the words to the page that explains the due time.
    pub fn why(mut self, href: impl Into<String>) -> Clock {
        self.why = Some(href.into());
        self
    }

    fn glyph(&self) -> Markup {
        // The tick stands beside the disc, so that the shape the clock had when it was met stays readable.
        let width = if self.met == Met::Met { 28 } else { 16 };
        html! {
            svg.glyph viewBox={ "0 0 " (width) " 16" } width=(width) height="16" aria-hidden="true" focusable="false" {
                circle cx="8" cy="8" r="6.75" {}
                path.part-of d=(self.fill.path()) {}
                @if self.met == Met::Met { path.tick d="M19 8.5L21.8 11.3L27 5" {} }
            }
        }
    }
}

impl Render for Clock {
    fn render(&self) -> Markup {
        let met = if self.met == Met::Met { " met" } else { "" };
        let (from, to) = self.runs.map(|(from, to)| (from.as_second(), to.as_second())).unzip();
        html! {
            span class={ "clock " (self.fill.class()) (met) } data-from=[from] data-to=[to] {
                (self.glyph())
                @if self.met == Met::Met { span.unseen { (t("ui-clock-met")) " " } }
                @if let Some(href) = &self.why {
                    a href=(href) title=(t("ui-clock-why")) { (time(&self.when)) }
                } @else { (time(&self.when)) }
            }
        }
    }
}

/// A time in words with the exact instant on hover.
pub fn time(when: &When) -> Markup {
    let moves = match when.moves {
        Moves::Due => Some("due"),
        Moves::Ago => Some("ago"),
        Moves::Since => Some("since"),
        Moves::Still => None,
    };
    html! { time datetime=(when::iso(when.at)) title=(when.exact) data-moves=[moves] { (when.words) } }
}

impl Render for When {
    fn render(&self) -> Markup {
        time(self)
    }
}
