//! A past year, day by day, with only what was known on each day: how good would the watch have been?
//!
//! On each morning the watch sees what happened before that morning, learns from lines whose end had become known by then, and says
//! which open lines it would call about. What it said is scored against what came, once the year is over.

use crate::{
    Ground,
    slip::{Ended, History, Late, Standing, guard::Settled},
    when::When,
};
use jiff::{civil::Date, tz::TimeZone};
use std::collections::BTreeMap;

mod score;
mod track;

pub use score::{Bin, Calibration, Score};
pub use track::{Left, Past, Track};

/// Days of the promise that are scored; what was promised before is learned from and not scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub from: Date,
    pub to: Date,
}

/// The longest past that is scored while learning, in days.
const SCORED_DAYS: i64 = 365;

/// What a watch learned from a past, and how good it would have been over the last year of it.
#[derive(Debug, Clone, Default)]
pub struct Learned {
    /// What it looks at open lines with.
    pub history: History,
    pub score: Score,
    /// The promised days that were scored.
    pub period: Option<Period>,
}

/// What a watch would have learned by a morning.
pub fn learned(past: &[Past], until: Date, ground: &Ground) -> Learned {
    let mut left = BTreeMap::new();
    let tracks = tracks(past, ground, &mut left);
    // The last year that the past knows of: an old file has one as well.
    let to = tracks.iter().map(|track| track.promise).filter(|day| *day < until).max().unwrap_or(until);
    let period = Period { from: to.saturating_sub(jiff::Span::new().days(SCORED_DAYS)), to };
    let mut run = Run::new(&tracks, period, ground);
    let mut day = tracks.iter().map(|track| track.start).min().unwrap_or(until);
    while day <= until {
        run.one_day(day);
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    Learned { history: run.history, score: run.score.ended(left), period: Some(period) }
}

/// The lines in whole days; those that cannot be replayed are counted.
fn tracks(past: &[Past], ground: &Ground, left: &mut BTreeMap<Left, u64>) -> Vec<Track> {
    let mut tracks = Vec::with_capacity(past.len());
    for (row, one) in past.iter().enumerate() {
        match Track::of(row, one, ground.zone) {
            Ok(track) => tracks.push(track),
            Err(why) => *left.entry(why).or_default() += 1,
        }
    }
    tracks
}

/// Replays; `seen` hears each day with how many lines are open on it.
pub fn replay(past: &[Past], period: Period, ground: &Ground, mut seen: impl FnMut(Date, usize)) -> Score {
    let mut left = BTreeMap::new();
    let tracks = tracks(past, ground, &mut left);
    let mut run = Run::new(&tracks, period, ground);
    let (Some(first), last) = (tracks.iter().map(|track| track.start).min(), period.to) else {
        return run.score.ended(left);
    };
    let mut day = first;
    // The morning after the last promised day still says how it ended.
    while day.yesterday().is_ok_and(|before| before <= last) {
        run.one_day(day);
        seen(day, run.open.len());
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    // What was entered later than the period ends is scored all the same; nobody learns from it any more.
    for at in std::mem::take(&mut run.ends).into_values().flatten() {
        run.settle(at);
    }
    run.score.ended(left)
}

/// Days on which something happens to lines, each with the lines.
type Diary = BTreeMap<Date, Vec<usize>>;

struct Run<'a> {
    tracks: &'a [Track],
    period: Period,
    ground: &'a Ground<'a>,
    starts: Diary,
    /// When it became known how a line ended.
    ends: Diary,
    open: Vec<usize>,
    history: History,
    /// The highest estimate of each line so far, for the guard.
    said: BTreeMap<usize, Settled>,
    score: score::Counting,
}

impl<'a> Run<'a> {
    fn new(tracks: &'a [Track], period: Period, ground: &'a Ground<'a>) -> Run<'a> {
        let (mut starts, mut ends) = (Diary::new(), Diary::new());
        for (at, track) in tracks.iter().enumerate() {
            starts.entry(track.start).or_default().push(at);
            ends.entry(track.end_known()).or_default().push(at);
        }
        Run {
            tracks,
            period,
            ground,
            starts,
            ends,
            open: vec![],
            history: History::default(),
            said: BTreeMap::new(),
            score: score::Counting::default(),
        }
    }

    fn one_day(&mut self, day: Date) {
        if let Some(new) = self.starts.remove(&day) {
            self.open.extend(new);
        }
        if let Some(known) = self.ends.remove(&day) {
            self.learn(&known, day);
        }
        let mut open = std::mem::take(&mut self.open);
        open.retain(|at| self.look(*at, day));
        self.open = open;
    }

    fn learn(&mut self, known: &[usize], day: Date) {
        for at in known {
            let track = &self.tracks[*at];
            if let Some(late) = track.late() {
                self.history.learn(&Ended { stood: stood(track), late, came: track.came() }, day);
                if let Some(said) = self.said.remove(at) {
                    self.history.guard.settle(said, late);
                }
                self.score.resolved(late);
            }
            self.settle(*at);
        }
    }

    fn settle(&mut self, at: usize) {
        let track = &self.tracks[at];
        if self.period.from <= track.promise && track.promise <= self.period.to {
            self.score.line(at, track, self.ground);
        }
    }

    /// Looks at one line in the morning; whether it has to be looked at again.
    fn look(&mut self, at: usize, day: Date) -> bool {
        let track = &self.tracks[at];
        if day > track.promise || track.is_seen_delivered(day) {
            return false;
        }
        let Some(stood) = track.standing(day) else { return true };
        let estimate = self.history.estimate(&stood);
        self.said.entry(at).or_default().saw(stood.left, estimate.as_ref());
        let is_scored = self.period.from <= track.promise;
        if let Some(late) = track.late().filter(|_| is_scored) {
            self.score.forecast(&stood, estimate.as_ref(), late);
        }
        if self.history.guard.calls(stood.left, estimate.as_ref()) && is_scored {
            self.score.call(at, stood.left);
        }
        true
    }
}

/// Where a line stood on each morning on which somebody could have asked.
fn stood(track: &Track) -> Vec<Standing<'_>> {
    track.days_seen().filter_map(|seen| track.standing(seen)).collect()
}

/// The local day of something that happened.
fn day_of(when: When, zone: &TimeZone) -> Date {
    when.day(zone)
}

/// Whole days from one day to another.
fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// Late or not, as a number that forecasts are compared with.
fn came_true(late: Late) -> f64 {
    match late {
        Late::Yes => 1.0,
        Late::No => 0.0,
    }
}
