//! One thing that a source told about an order line, and when it became known here.
//!
//! Facts come late, twice and out of order. So each names its own place in the story, and of two facts for one place the one that
//! became known later counts, wherever it stood in the queue.

use crate::{
    line::{Line, LineKey, Outcome, Standing},
    story::{Inspection, Load, Milestone, Nonconformity, Pegged, Places, Return, Shipment, ShortPayment, Supply},
    when::When,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What became known of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub line: LineKey,
    pub known_at: Timestamp,
    pub what: What,
}

/// The dates of a line that a source may tell one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dated {
    Ordered,
    Acknowledged,
    /// What they asked for.
    Requested,
    /// What they really need: asked, never assumed (S012).
    NeedBy,
    Ready,
    Shipped,
    Delivered,
    Cancelled,
}

/// The content of a fact. A date that is taken back is told as none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    Item {
        item: Option<String>,
        quantity: Option<String>,
    },
    Places(Places),
    Standing(Standing),
    Date(Dated, Option<When>),
    /// We said, or now expect, this day. Every one of them is kept.
    Promised {
        day: When,
        told_at: Option<Timestamp>,
    },
    Milestone {
        name: String,
        step: Milestone,
    },
    Supply {
        number: String,
        supply: Supply,
    },
    Stock(Pegged),
    Inspection {
        number: String,
        test: Inspection,
    },
    Load {
        centre: String,
        load: Load,
    },
    Shipment {
        number: String,
        shipment: Shipment,
    },
    Return {
        number: String,
        back: Return,
    },
    ShortPayment {
        number: String,
        short: ShortPayment,
    },
    Nonconformity {
        number: String,
        report: Nonconformity,
    },
    Question,
    Check(Outcome),
    Alternates(Vec<String>),
}

/// The place of a fact in the story of its line: two facts for one place are about the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place<'a> {
    sort: u8,
    name: &'a str,
    /// What happens more than once has a place for each moment.
    at: Option<Timestamp>,
}

impl What {
    /// What tells it from others of its sort on the same line; nothing where a line has only one.
    pub fn name(&self) -> &str {
        match self {
            What::Milestone { name, .. } => name,
            What::Supply { number, .. }
            | What::Inspection { number, .. }
            | What::Shipment { number, .. }
            | What::Return { number, .. }
            | What::ShortPayment { number, .. }
            | What::Nonconformity { number, .. } => number,
            What::Load { centre, .. } => centre,
            _ => "",
        }
    }
}

impl Fact {
    pub(crate) fn place(&self) -> Place<'_> {
        let fixed = |sort| Place { sort, name: "", at: None };
        let named = |sort, name| Place { sort, name, at: None };
        let each = |sort| Place { sort, name: "", at: Some(self.known_at) };
        match &self.what {
            What::Item { .. } => fixed(0),
            What::Places(_) => fixed(1),
            What::Standing(_) => fixed(2),
            What::Date(dated, _) => fixed(3 + *dated as u8),
            What::Promised { .. } => each(20),
            what @ What::Milestone { .. } => named(21, what.name()),
            what @ What::Supply { .. } => named(22, what.name()),
            What::Stock(_) => fixed(23),
            what @ What::Inspection { .. } => named(24, what.name()),
            what @ What::Load { .. } => named(25, what.name()),
            what @ What::Shipment { .. } => named(26, what.name()),
            what @ What::Return { .. } => named(27, what.name()),
            what @ What::ShortPayment { .. } => named(28, what.name()),
            What::Question => each(29),
            What::Check(_) => each(30),
            What::Alternates(_) => fixed(31),
            what @ What::Nonconformity { .. } => named(32, what.name()),
        }
    }

    /// The place as text, for storage.
    pub fn place_text(&self) -> String {
        let Place { sort, name, at } = self.place();
        match at {
            Some(at) => format!("{sort:02} {}", at.as_microsecond()),
            None => format!("{sort:02} {name}"),
        }
    }

    /// Of two facts for one place: the later one, and of two from one moment the same one in whatever order they came.
    pub(crate) fn goes_before(&self, other: &Fact) -> bool {
        self.known_at > other.known_at
            || self.known_at == other.known_at && format!("{:?}", self.what) > format!("{:?}", other.what)
    }
}

/// Everything that an order file says about a line at one moment, as facts. What it is silent about is told by nobody.
pub fn of_line(line: &Line, known_at: Timestamp) -> Vec<Fact> {
    let fact = |what| Fact { line: line.key.clone(), known_at, what };
    let mut facts = Vec::new();
    if line.item.is_some() || line.quantity.is_some() {
        facts.push(fact(What::Item { item: line.item.clone(), quantity: line.quantity.clone() }));
    }
    if line.standing != Standing::Unsaid {
        facts.push(fact(What::Standing(line.standing)));
    }
    let dates = [
        (Dated::Ordered, line.ordered),
        (Dated::Requested, line.requested),
        (Dated::NeedBy, line.need_by),
        (Dated::Ready, line.ready),
        (Dated::Shipped, line.shipped),
        (Dated::Delivered, line.delivered),
        (Dated::Cancelled, line.cancelled),
    ];
    facts.extend(dates.into_iter().filter(|(_, at)| at.is_some()).map(|(dated, at)| fact(What::Date(dated, at))));
    if let Some(day) = line.promised {
        // The day of telling is the day on which the customer heard it, which was not before we knew.
        let told_at = line.told.map(|told| told.ends(&jiff::tz::TimeZone::UTC).min(known_at));
        facts.push(fact(What::Promised { day, told_at }));
    }
    facts
}
