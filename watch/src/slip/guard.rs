//! When to call: as early as the past shows to be worth it, and not more often for nothing than a person bears.
//!
//! A call that was not needed costs trust, so of the lines that come in time at most [`BEARABLE`] may be called about. Within that
//! the guard looks back at lines whose end is known: from which estimate on would calls have been right? It keeps a line a week
//! ahead and another at the last days, and moves both as ends become known. Until it knows enough it counts down like anybody.

use crate::slip::{ENOUGH, Estimate, Late};
use std::collections::VecDeque;

/// Of a thousand lines that came in time, so many may have been called about.
const BEARABLE: usize = 60;
/// Of these, so many may be spent on calling a week ahead.
const EARLY: usize = 25;
/// Days before the promise that count as early, and those at which the countdown calls.
pub const EARLY_DAYS: i32 = 7;
pub const LAST_DAYS: i32 = 3;
/// Lines whose end is known that are looked back at: enough to count, few enough to follow a season.
const KEPT: usize = 2_000;
/// Fewer ends than this teach no line to call from.
const ENDS_NEEDED: usize = 200;

/// What was said about one line while it was open.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Settled {
    /// The highest estimate a week ahead or sooner.
    early: Option<f64>,
    /// The highest estimate up to the last days.
    last: Option<f64>,
}

impl Settled {
    /// Hears one look at the line.
    pub fn saw(&mut self, left: i32, estimate: Option<&Estimate>) {
        let Some(estimate) = estimate else { return };
        let raise = |slot: &mut Option<f64>| *slot = Some(slot.map_or(estimate.late, |known| known.max(estimate.late)));
        if left >= EARLY_DAYS {
            raise(&mut self.early);
        }
        if left == LAST_DAYS {
            self.last = Some(estimate.late);
        }
    }
}

/// From which estimate on somebody is called.
#[derive(Debug, Clone, Default)]
pub struct Guard {
    settled: VecDeque<(Settled, Late)>,
    lines: Option<Lines>,
    /// Ends since the lines were drawn.
    since: usize,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Lines {
    early: f64,
    last: f64,
}

/// The lines are drawn anew after so many ends.
const EVERY: usize = 50;

impl Guard {
    /// Hears how a line ended.
    pub fn settle(&mut self, said: Settled, late: Late) {
        if self.settled.len() == KEPT {
            self.settled.pop_front();
        }
        self.settled.push_back((said, late));
        self.since += 1;
        if self.settled.len() >= ENDS_NEEDED && (self.lines.is_none() || self.since >= EVERY) {
            self.lines = Some(self.drawn());
            self.since = 0;
        }
    }

    /// Whether somebody should be called about a line that stands so many days before its day.
    pub fn calls(&self, left: i32, estimate: Option<&Estimate>) -> bool {
        let (Some(estimate), Some(lines)) = (estimate.filter(|estimate| estimate.n >= ENOUGH), self.lines) else {
            return left <= LAST_DAYS;
        };
        if left >= LAST_DAYS + 1 { estimate.late >= lines.early } else { estimate.late >= lines.last }
    }

    /// The lowest estimates from which on calls in the past stayed within what is bearable.
    fn drawn(&self) -> Lines {
        let in_time = self.settled.iter().filter(|(_, late)| *late == Late::No);
        let count = in_time.clone().count();
        let mut early: Vec<f64> = in_time.clone().filter_map(|(said, _)| said.early).collect();
        let early = nth_highest(&mut early, count * EARLY / 1_000);
        let called = |said: &Settled| said.early.is_some_and(|said| said >= early);
        let spent = in_time.clone().filter(|(said, _)| called(said)).count();
        let mut last: Vec<f64> = in_time.filter(|(said, _)| !called(said)).filter_map(|(said, _)| said.last).collect();
        let last = nth_highest(&mut last, (count * BEARABLE / 1_000).saturating_sub(spent));
        Lines { early, last }
    }
}

/// The estimate from which on no more than `n` of these are called about.
fn nth_highest(said: &mut [f64], n: usize) -> f64 {
    said.sort_by(|one, two| two.total_cmp(one));
    match said.get(n) {
        // Exactly this one would be one too many.
        Some(next) => next + 1e-9,
        None => 0.0,
    }
}
