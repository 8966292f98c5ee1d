//! When to call: as early as the past shows to be worth it, and not more often for nothing than a person bears.
//!
//! There are two looks that count. A week ahead somebody can still change everything, but most lines will yet come in time: there the
//! guard calls about the likeliest, so that of the lines that come in time no more than [`EARLY`] in a thousand are called about
//! that the countdown would have spared. Three days ahead it calls about nearly all that are not there, and leaves out only those
//! that are likelier to come than nearly every late line of the past was, as long as that is bearable ([`BEARABLE`]). Both lines are drawn from lines whose end is known, and
//! move as ends become known. Until it knows enough it counts down like anybody.

use crate::slip::{
    ENOUGH, Estimate, Late,
    recalibration::{self, Recalibration},
};
use std::collections::VecDeque;

/// Of a thousand lines that came in time, so many may be called about a week ahead for nothing.
const EARLY: usize = 12;
/// Less likely than this nobody is called a week ahead, however few calls there are.
const EARLY_AT_LEAST: f64 = 0.3;
/// Of a hundred late lines, so many may go without the call of the last days.
const MISSED: usize = 5;
/// But of a thousand lines that came in time, so many may be called about at the last days for nothing. Where nearly everything comes
/// on its very day, a countdown would call about nearly everything.
const BEARABLE: usize = 80;
/// So likely, it is said on whatever day it is seen.
const ANY_DAY: f64 = 0.9;
/// Whole days to the end of the promised day.
pub const EARLY_DAYS: i32 = 7;
pub const LAST_DAYS: i32 = 3;
/// Lines whose end is known that are looked back at: enough to count, few enough to follow a season.
const KEPT: usize = 2_000;
/// Fewer ends than this teach no line to call from.
const ENDS_NEEDED: usize = 200;

/// What was said about one line while it was open.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Settled {
    /// The estimate a week ahead.
    early: Option<f64>,
    /// The estimate at the last days; none when it had come by then.
    last: Option<f64>,
}

impl Settled {
    /// Hears one look at the line.
    pub fn saw(&mut self, left: i32, estimate: Option<&Estimate>) {
        let Some(estimate) = estimate else { return };
        match left {
            EARLY_DAYS => self.early = Some(estimate.counted),
            LAST_DAYS => self.last = Some(estimate.counted),
            _ => {}
        }
    }
}

/// From which estimate on somebody is called.
#[derive(Debug, Clone, Default)]
pub struct Guard {
    settled: VecDeque<(Settled, Late)>,
    lines: Option<Lines>,
    recalibration: Option<Recalibration>,
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
            self.recalibration = self.looked_back();
            self.since = 0;
        }
    }

    /// What the last forecasts teach about the next ones.
    pub fn recalibration(&self) -> Option<Recalibration> {
        self.recalibration
    }

    fn looked_back(&self) -> Option<Recalibration> {
        let ended = self.settled.iter().rev().take(recalibration::KEPT);
        let said =
            ended.flat_map(|(said, late)| [said.early, said.last].into_iter().flatten().map(|said| (said, *late)));
        Recalibration::drawn(&said.collect::<Vec<_>>())
    }

    /// Whether somebody should be called about a line that stands so many days before its day.
    pub fn calls(&self, left: i32, estimate: Option<&Estimate>) -> bool {
        let (Some(estimate), Some(lines)) = (estimate.filter(|estimate| estimate.n >= ENOUGH), self.lines) else {
            return left <= LAST_DAYS;
        };
        let from = match left {
            EARLY_DAYS => lines.early.min(ANY_DAY),
            LAST_DAYS => lines.last,
            _ => ANY_DAY,
        };
        estimate.counted >= from
    }

    /// The lowest estimates from which on calls in the past stayed within what is bearable.
    fn drawn(&self) -> Lines {
        let of = |wanted: Late| self.settled.iter().filter(move |(_, late)| *late == wanted).map(|(said, _)| said);
        let mut late: Vec<f64> = of(Late::Yes).filter_map(|said| said.last).collect();
        late.sort_by(f64::total_cmp);
        let enough = late.len() >= ENOUGH as usize;
        let missed = late.get(late.len() * MISSED / 100).copied().filter(|_| enough).unwrap_or(0.0);
        let mut in_time: Vec<f64> = of(Late::No).filter_map(|said| said.last).collect();
        let last = missed.max(nth_highest(&mut in_time, of(Late::No).count() * BEARABLE / 1_000));
        let spared = |said: &&Settled| said.last.is_none_or(|said| said < last);
        let mut spared: Vec<f64> = of(Late::No).filter(spared).filter_map(|said| said.early).collect();
        let early = nth_highest(&mut spared, of(Late::No).count() * EARLY / 1_000);
        Lines { early: early.max(EARLY_AT_LEAST), last }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn said(late: f64) -> Estimate {
        Estimate { late, counted: late, n: 100, days: None, because: vec![] }
    }

    /// Lines that came in time were thought less likely to be late, a week ahead and three days ahead.
    fn taught() -> Guard {
        let mut guard = Guard::default();
        for n in 0..1_000 {
            let late = if n % 10 == 0 { Late::Yes } else { Late::No };
            let likely = f64::from(n % 100) / 200.0 + if late == Late::Yes { 0.4 } else { 0.0 };
            let mut settled = Settled::default();
            settled.saw(EARLY_DAYS, Some(&said(likely)));
            if late == Late::Yes || n % 17 == 0 {
                settled.saw(LAST_DAYS, Some(&said(likely)));
            }
            guard.settle(settled, late);
        }
        guard
    }

    #[test]
    fn without_a_past_it_counts_down() {
        let guard = Guard::default();
        assert!(!guard.calls(4, Some(&said(0.99))) && guard.calls(3, Some(&said(0.01))) && guard.calls(3, None));
    }

    #[test]
    fn a_week_ahead_only_the_likeliest_are_called_about() {
        let guard = taught();
        assert!(guard.calls(EARLY_DAYS, Some(&said(0.6))));
        assert!(!guard.calls(EARLY_DAYS, Some(&said(0.3))));
        assert!(!guard.calls(5, Some(&said(0.6))) && guard.calls(5, Some(&said(0.95))));
    }

    #[test]
    fn three_days_ahead_only_what_hardly_any_late_line_was_is_left_out() {
        let guard = taught();
        assert!(guard.calls(LAST_DAYS, Some(&said(0.5))));
        assert!(!guard.calls(LAST_DAYS, Some(&said(0.1))));
    }

    /// Where everything comes on its very day, three days ahead nothing is there yet, and that says little.
    #[test]
    fn where_everything_comes_on_its_day_not_everything_is_called_about() {
        let mut guard = Guard::default();
        for n in 0..1_000 {
            let late = if n % 10 == 0 { Late::Yes } else { Late::No };
            let mut settled = Settled::default();
            settled.saw(LAST_DAYS, Some(&said(f64::from(n % 100) / 1_000.0)));
            guard.settle(settled, late);
        }
        assert!(!guard.calls(LAST_DAYS, Some(&said(0.05))) && guard.calls(LAST_DAYS, Some(&said(0.099))));
    }
}
