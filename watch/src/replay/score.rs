//! How good the watch was: counted, and compared with knowing nothing and with a bare countdown.

use super::{Left, Track, came_true};
use crate::{
    Ground, When,
    line::Line,
    rules::unchecked_delivery,
    slip::{Estimate, Late, Standing},
};
use std::collections::BTreeMap;

/// Ten groups of forecasts, from *hardly ever* to *nearly always*.
pub const BINS: usize = 10;
/// A bare countdown calls about everything that is not there so many days before its day.
pub const COUNTDOWN: i32 = 3;
/// Forecasts are compared on so many days before the promise.
const COMPARED: i32 = 14;

/// What came of one replay.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Score {
    /// Lines whose promise lay in the period and that came.
    pub lines: u64,
    pub late: u64,
    pub called: u64,
    /// Lines of the period that never came, as far as the file goes; a call about one of them was not for nothing.
    pub never_came: u64,
    pub never_came_called: u64,
    /// Of the late ones, those called about so many whole days before their day was over: at all, three, seven.
    pub caught: u64,
    pub caught_3_days: u64,
    pub caught_7_days: u64,
    pub false_alarms: u64,
    /// Days before the promise at which late lines were first called about, half of them sooner.
    pub median_lead: Option<i32>,
    /// What a countdown at three days would have caught and wrongly called about.
    pub countdown_caught: u64,
    pub countdown_false: u64,
    pub brier: Option<f64>,
    pub brier_base: Option<f64>,
    pub brier_countdown: Option<f64>,
    pub calibration: Calibration,
    /// Late lines without a call, at most [`MISSES`], by their place among the lines given.
    pub missed: Vec<usize>,
    /// Checks after a delivery: how many were owed, and how many before the goods were there, which must be none.
    pub surveys: u64,
    pub surveys_before_delivery: u64,
    /// Lines that could not be replayed, and why.
    pub left_out: BTreeMap<Left, u64>,
    /// Forecasts without enough history.
    pub without_history: u64,
}

/// So many misses are named.
pub const MISSES: usize = 50;

/// Forecasts by what they said, with what came.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Calibration {
    pub bins: [Bin; BINS],
}

#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Bin {
    pub n: u64,
    pub said: f64,
    pub came: f64,
}

impl Calibration {
    fn add(&mut self, said: f64, late: Late) {
        let at = ((said * BINS as f64) as usize).min(BINS - 1);
        let bin = &mut self.bins[at];
        bin.n += 1;
        bin.said += said;
        bin.came += came_true(late);
    }

    /// How far what was said is from what came, in the mean over all forecasts.
    pub fn off_by(&self) -> Option<f64> {
        let n: u64 = self.bins.iter().map(|bin| bin.n).sum();
        let off: f64 = self.bins.iter().map(|bin| (bin.said - bin.came).abs()).sum();
        (n > 0).then(|| off / n as f64)
    }
}

impl Score {
    fn share(of: u64, all: u64) -> Option<f64> {
        (all > 0).then(|| of as f64 / all as f64)
    }

    pub fn recall_3_days(&self) -> Option<f64> {
        Score::share(self.caught_3_days, self.late)
    }

    pub fn recall_7_days(&self) -> Option<f64> {
        Score::share(self.caught_7_days, self.late)
    }

    /// Of the lines that came in time, those somebody was called about for nothing.
    pub fn false_alarm_rate(&self) -> Option<f64> {
        Score::share(self.false_alarms, self.lines - self.late)
    }

    pub fn precision(&self) -> Option<f64> {
        Score::share(self.caught, self.called)
    }
}

/// Sums of squares, for a Brier score.
#[derive(Debug, Clone, Copy, Default)]
struct Squares {
    n: u64,
    sum: f64,
}

impl Squares {
    fn add(&mut self, said: f64, late: Late) {
        self.n += 1;
        self.sum += (said - came_true(late)).powi(2);
    }

    fn mean(self) -> Option<f64> {
        (self.n > 0).then(|| self.sum / self.n as f64)
    }
}

/// The score while it is being counted.
#[derive(Debug, Default)]
pub(super) struct Counting {
    score: Score,
    first_calls: BTreeMap<usize, i32>,
    leads: Vec<i32>,
    seen: Seen,
    watch: Squares,
    base: Squares,
    countdown: Squares,
}

/// Lines whose end was known so far: all that somebody without a watch could say.
#[derive(Debug, Default)]
struct Seen {
    all: u64,
    late: u64,
}

impl Counting {
    pub fn resolved(&mut self, late: Late) {
        self.seen.all += 1;
        self.seen.late += u64::from(late == Late::Yes);
    }

    pub fn forecast(&mut self, stood: &Standing<'_>, estimate: Option<&Estimate>, late: Late) {
        if stood.left > COMPARED {
            return;
        }
        let Some(estimate) = estimate else {
            self.score.without_history += 1;
            return;
        };
        self.watch.add(estimate.late, late);
        self.score.calibration.add(estimate.late, late);
        let base = (self.seen.late as f64 + 0.5) / (self.seen.all as f64 + 1.0);
        self.base.add(base, late);
        self.countdown.add(if stood.left <= COUNTDOWN { 1.0 } else { 0.0 }, late);
    }

    /// Somebody is called about a line, so many days before its day is over.
    pub fn call(&mut self, at: usize, left: i32) {
        self.first_calls.entry(at).or_insert(left);
    }

    /// A line of the period, once its end is known.
    pub fn line(&mut self, at: usize, track: &Track, ground: &Ground) {
        let score = &mut self.score;
        let first = self.first_calls.remove(&at);
        let Some(late) = track.late() else {
            score.never_came += 1;
            score.never_came_called += u64::from(first.is_some());
            return;
        };
        score.lines += 1;
        score.called += u64::from(first.is_some());
        let counted_down = track.days_seen().any(|day| track.left(day) == COUNTDOWN);
        match late {
            Late::Yes => {
                score.late += 1;
                score.countdown_caught += u64::from(counted_down);
                score.caught += u64::from(first.is_some());
                score.caught_3_days += u64::from(first.is_some_and(|left| left >= 3));
                score.caught_7_days += u64::from(first.is_some_and(|left| left >= 7));
                match first {
                    Some(left) => self.leads.push(left),
                    None if score.missed.len() < MISSES => score.missed.push(track.row),
                    None => {}
                }
            }
            Late::No => {
                score.false_alarms += u64::from(first.is_some());
                score.countdown_false += u64::from(counted_down);
            }
        }
        self.survey(track, ground);
    }

    /// When somebody would have asked how it arrived: asked of the rule itself, with the line as it was known on each morning.
    fn survey(&mut self, track: &Track, ground: &Ground) {
        let Some(delivered) = track.delivered else { return };
        let known = |delivered: Option<When>| Line { delivered, ..Line::new("", "") };
        let before = unchecked_delivery::from(&known(None), ground);
        let after = unchecked_delivery::from(&known(Some(When::Day(delivered))), ground);
        let arrived = When::Day(delivered).begins(ground.zone);
        self.score.surveys += u64::from(after.is_some());
        self.score.surveys_before_delivery +=
            [before, after].into_iter().flatten().filter(|due| *due < arrived).count() as u64;
    }

    pub fn ended(mut self, left_out: BTreeMap<Left, u64>) -> Score {
        self.leads.sort_unstable();
        self.score.median_lead = self.leads.get(self.leads.len() / 2).copied();
        self.score.brier = self.watch.mean();
        self.score.brier_base = self.base.mean();
        self.score.brier_countdown = self.countdown.mean();
        self.score.left_out = left_out;
        self.score
    }
}
