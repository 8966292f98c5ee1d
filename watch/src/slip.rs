//! How likely a line comes late, told by the firm's own past: of the lines that stood where this one stands, so many came late.
//!
//! No heavy mathematics: counts of what happened, in groups that narrow down from *all lines so many days before their day* to
//! *this supplier, this route, this item group, this work centre* and *with this step done last*. A narrow group with few lines leans
//! on the wider one, and below [`ENOUGH`] lines in the widest nothing is claimed at all. What is long ago weighs less. Last, what was
//! said lately is laid beside what came, and the estimate is moved as those should have been. Only what was known on a day goes in, so
//! it learns as a person on that day could have.

use crate::story::Places;
use jiff::civil::Date;
use std::{
    collections::{BTreeMap, HashMap},
    hash::{DefaultHasher, Hash, Hasher},
};

pub mod calls;
pub mod guard;
pub mod recalibration;
pub mod steps;

use steps::Reached;

/// Fewer past lines than this are no history.
pub const ENOUGH: u32 = 8;
/// A narrow group with so many lines weighs as much as the wider group it leans on.
const LEAN: f64 = 12.0;
/// After so many days a line in the past weighs half.
const HALF_LIFE_DAYS: f64 = 90.0;
/// Days before the promise from which on something can be said.
pub const FAREST: i32 = 30;
/// Days after the promise that still tell lines apart when it is asked when a late one will come.
const LATEST: i32 = 60;

/// How far a line has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// Ordered, nothing more is known.
    Ordered,
    Confirmed,
    Ready,
    Shipped,
}

/// Where an open line stands on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing<'a> {
    pub stage: Stage,
    /// Whole days since that stage was reached.
    pub for_days: i32,
    /// Whole days from the order to the promised day, where the order's day is known.
    pub promised_in: Option<i32>,
    /// Whole days before the promised day; none are left when it is today, and less than none when it is over.
    pub left: i32,
    /// Where it stands among the plant's own steps, where it has any.
    pub reached: Option<Reached<'a>>,
    pub places: &'a Places,
}

/// One group of past lines, from wide to narrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// Everything so many days before its day.
    Everything,
    /// At the same stage.
    Stage,
    /// For about as long, with about as much time promised.
    Pace,
    ItemGroup,
    WorkCentre,
    Route,
    Supplier,
    /// The same in all of these.
    Alike,
    /// With the same of the plant's own steps done last: how far a line has come says more than where it belongs.
    Step,
    /// And about as far behind its plan.
    Behind,
    /// What the watch said lately, whatever the line, beside what came.
    Recalibration,
}

impl Group {
    pub const ALL: [Group; 11] = [
        Group::Everything,
        Group::Stage,
        Group::Pace,
        Group::ItemGroup,
        Group::WorkCentre,
        Group::Route,
        Group::Supplier,
        Group::Alike,
        Group::Step,
        Group::Behind,
        Group::Recalibration,
    ];

    /// Whether it is wide enough to remember the days on which its lines came.
    fn is_wide(self) -> bool {
        matches!(self, Group::Everything | Group::Stage | Group::Pace | Group::Step | Group::Behind)
    }

    /// The word in locale keys.
    pub fn word(self) -> &'static str {
        match self {
            Group::Everything => "everything",
            Group::Stage => "stage",
            Group::Pace => "pace",
            Group::Step => "step",
            Group::Behind => "behind",
            Group::ItemGroup => "item-group",
            Group::WorkCentre => "work-centre",
            Group::Route => "route",
            Group::Supplier => "supplier",
            Group::Alike => "alike",
            Group::Recalibration => "recalibration",
        }
    }
}

/// One line of an explanation: of so many lines in this group, so many came late, and that moved the estimate to this.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Because {
    pub group: Group,
    pub n: u32,
    pub late: u32,
    pub share_so_far: f64,
}

/// What the past says about a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// Between 0 and 1.
    pub late: f64,
    /// What the groups alone say, before recalibration; whom to call is decided by it, as recalibration changes no order.
    pub counted: f64,
    /// Past lines in the widest group, and in the narrowest that had [`ENOUGH`].
    pub n: u32,
    /// The day it most likely comes, and the days between which four of five such lines came; counted from the promise.
    pub days: Option<Interval>,
    pub because: Vec<Because>,
}

/// Days after the promised day; before it they are negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    pub earliest: i32,
    pub likely: i32,
    pub latest: i32,
}

/// What is known of one group.
#[derive(Debug, Clone, Default)]
struct Past {
    /// As of this day of the count.
    day: i32,
    weight: f64,
    weight_late: f64,
    n: u32,
    late: u32,
    /// When they came, for the wide groups only.
    came: Option<BTreeMap<i16, f32>>,
}

impl Past {
    fn fade(&mut self, day: i32) {
        if day > self.day {
            let keep = 0.5_f64.powf(f64::from(day - self.day) / HALF_LIFE_DAYS);
            self.weight *= keep;
            self.weight_late *= keep;
            self.day = day;
        }
    }
}

/// The firm's own past, as far as it was known.
#[derive(Debug, Clone, Default)]
pub struct History {
    groups: HashMap<u64, Past>,
    lines: u64,
    pub guard: guard::Guard,
}

/// How one line ended, with the days on which it was seen before.
#[derive(Debug, Clone)]
pub struct Ended<'a> {
    /// Where it stood on each day on which somebody could have asked.
    pub stood: Vec<Standing<'a>>,
    pub late: Late,
    /// Days after the promise on which it came; unknown while a late line has not come yet.
    pub came: Option<i32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Late {
    Yes,
    No,
}

impl History {
    /// Lines that it has seen to their end.
    pub fn lines(&self) -> u64 {
        self.lines
    }

    /// Takes in how a line ended, on the day it became known.
    pub fn learn(&mut self, ended: &Ended<'_>, known: Date) {
        let day = number(known);
        self.lines += 1;
        for stood in &ended.stood {
            for (group, key) in keys(stood) {
                let past = self.groups.entry(key).or_default();
                past.fade(day);
                past.day = past.day.max(day);
                past.weight += 1.0;
                past.n = past.n.saturating_add(1);
                if ended.late == Late::Yes {
                    past.weight_late += 1.0;
                    past.late = past.late.saturating_add(1);
                }
                if let Some(came) = ended.came.filter(|_| group.is_wide()) {
                    let came = came.clamp(-2 * FAREST, LATEST) as i16;
                    *past.came.get_or_insert_with(BTreeMap::new).entry(came).or_default() += 1.0;
                }
            }
        }
    }

    /// What the past says, or nothing where there is too little of it.
    pub fn estimate(&self, stood: &Standing<'_>) -> Option<Estimate> {
        let mut because = Vec::with_capacity(4);
        let (mut share, mut n, mut days) = (None, 0, None);
        for (group, key) in keys(stood) {
            let Some(past) = self.groups.get(&key) else { continue };
            if share.is_none() && past.n < ENOUGH {
                return None;
            }
            let wider = share.unwrap_or_else(|| (past.weight_late + 0.5) / (past.weight + 1.0));
            let now = (past.weight_late + LEAN * wider) / (past.weight + LEAN);
            share = Some(now);
            if past.n >= ENOUGH {
                n = past.n;
                days = past.came.as_ref().and_then(interval).or(days);
            }
            because.push(Because { group, n: past.n, late: past.late, share_so_far: now });
        }
        let counted = share?;
        let late = self.guard.recalibration().map_or(counted, |recalibration| {
            let late = recalibration.of(counted);
            because.push(Because {
                group: Group::Recalibration,
                n: recalibration.n,
                late: recalibration.late,
                share_so_far: late,
            });
            late
        });
        Some(Estimate { late, counted, n, days, because })
    }
}

/// The groups of a line, wide to narrow. A place that nobody named makes no group.
fn keys<'a>(stood: &'a Standing<'_>) -> impl Iterator<Item = (Group, u64)> + 'a {
    let left = stood.left.clamp(-1, FAREST);
    let pace = (stood.stage, pace(stood.for_days), stood.promised_in.map(span));
    let Places { item_group, supplier, work_centre, route } = stood.places;
    let named = [item_group, supplier, work_centre, route].iter().filter(|place| place.is_some()).count();
    let key = move |group: Group, place: Option<&str>| {
        let mut hasher = DefaultHasher::new();
        (group, left).hash(&mut hasher);
        match group {
            Group::Everything => {}
            Group::Stage => stood.stage.hash(&mut hasher),
            Group::Pace => pace.hash(&mut hasher),
            Group::Behind => (stood.stage, place, stood.reached.map(|reached| reached.lag())).hash(&mut hasher),
            _ => (stood.stage, place).hash(&mut hasher),
        }
        if group == Group::Alike {
            stood.places.hash(&mut hasher);
        }
        (group, hasher.finish())
    };
    let wide = [Group::Everything, Group::Stage, Group::Pace].into_iter().map(move |group| key(group, None));
    let narrow = [
        (Group::ItemGroup, item_group),
        (Group::WorkCentre, work_centre),
        (Group::Route, route),
        (Group::Supplier, supplier),
    ];
    let narrow = narrow.into_iter().filter_map(move |(group, place)| Some(key(group, Some(place.as_deref()?))));
    let step = stood.reached.map(|reached| reached.step);
    let steps = [Group::Step, Group::Behind].into_iter().filter_map(move |group| Some(key(group, Some(step?))));
    wide.chain(narrow).chain((named > 1).then(|| key(Group::Alike, None))).chain(steps)
}

/// Days in a stage, in steps that grow.
fn pace(days: i32) -> u8 {
    match days {
        ..=1 => 0,
        2..=3 => 1,
        4..=6 => 2,
        7..=10 => 3,
        11..=15 => 4,
        16..=24 => 5,
        _ => 6,
    }
}

/// Days that were promised, in steps that grow.
fn span(days: i32) -> u8 {
    match days {
        ..=7 => 0,
        8..=14 => 1,
        15..=21 => 2,
        22..=28 => 3,
        29..=42 => 4,
        _ => 5,
    }
}

/// Four of five came between these days.
fn interval(came: &BTreeMap<i16, f32>) -> Option<Interval> {
    let all: f32 = came.values().sum();
    let at = |share: f32| {
        let mut so_far = 0.0;
        came.iter().find(|(_, weight)| {
            so_far += **weight;
            so_far >= share * all
        })
    };
    let day = |share: f32| at(share).map(|(day, _)| i32::from(*day));
    Some(Interval { earliest: day(0.1)?, likely: day(0.5)?, latest: day(0.9)? })
}

/// Days since a fixed day.
pub(crate) fn number(day: Date) -> i32 {
    let epoch = Date::constant(2000, 1, 1);
    epoch.until(day).map_or(0, |span| span.get_days())
}
