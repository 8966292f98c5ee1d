//! Adding working minutes to an instant, and counting them between two.
use jiff::{SignedDuration, Timestamp};

use super::{Calendar, NeverOpen, SCAN_DAYS};

/// A count between two instants looks at no more than a century of days; longer spans are counted up to there.
pub const MAX_BETWEEN_DAYS: u32 = 100 * 366;
/// More pauses than this on one clock are ignored: no person pauses a thousand times.
pub const MAX_PAUSES: usize = 1_000;

impl Calendar {
    /// The instant at which `minutes` of open time have passed since `start`. Zero minutes are `start` itself. A count
    /// that is used up exactly at closing time ends at closing time, not at the next opening.
    ///
    /// # Errors
    /// `NeverOpen` when three years hold less open time than asked.
    pub fn add_minutes(&self, start: Timestamp, minutes: u32) -> Result<Timestamp, NeverOpen> {
        spend(start, minutes, self.stretches(start))
    }

    /// Whole minutes of open time between two instants, rounded down; negative when `b` is before `a`.
    pub fn minutes_between(&self, a: Timestamp, b: Timestamp) -> i64 {
        self.minutes_between_paused(a, b, &[])
    }

    /// As [`Self::add_minutes`], with stretches that do not count. `pauses` may overlap and come in any order; a pause
    /// that still runs ends, for this count, where the caller says it ends.
    ///
    /// # Errors
    /// `NeverOpen` when three years hold less open time than asked.
    pub fn add_minutes_paused(
        &self,
        start: Timestamp,
        minutes: u32,
        pauses: &[(Timestamp, Timestamp)],
    ) -> Result<Timestamp, NeverOpen> {
        let pauses = tidy(pauses);
        spend(start, minutes, Unpaused::new(start, self.stretches(start), &pauses))
    }

    /// As [`Self::minutes_between`], minus pauses.
    pub fn minutes_between_paused(&self, a: Timestamp, b: Timestamp, pauses: &[(Timestamp, Timestamp)]) -> i64 {
        if b < a {
            return -self.minutes_between_paused(b, a, pauses);
        }
        let pauses = tidy(pauses);
        let stretches = self.stretches_for(a, MAX_BETWEEN_DAYS).take_while(|(from, _)| *from < b);
        let open = Unpaused::new(a, stretches, &pauses)
            .map(|(from, to)| to.min(b).duration_since(from))
            .filter(SignedDuration::is_positive);
        open.sum::<SignedDuration>().as_mins()
    }
}

/// Uses a budget of minutes up on open stretches.
fn spend(
    start: Timestamp,
    minutes: u32,
    stretches: impl Iterator<Item = (Timestamp, Timestamp)>,
) -> Result<Timestamp, NeverOpen> {
    let mut left = SignedDuration::from_mins(i64::from(minutes));
    if left.is_zero() {
        return Ok(start);
    }
    let never = NeverOpen { from: start, days: SCAN_DAYS };
    for (from, to) in stretches {
        let from = from.max(start);
        let open = to.duration_since(from);
        if left <= open {
            return from.checked_add(left).map_err(|_| never);
        }
        left -= open;
    }
    Err(never)
}

/// Sorted, merged, without empty ones.
fn tidy(pauses: &[(Timestamp, Timestamp)]) -> Vec<(Timestamp, Timestamp)> {
    let mut sorted: Vec<_> = pauses.iter().take(MAX_PAUSES).copied().filter(|(from, to)| from < to).collect();
    sorted.sort_unstable();
    let mut merged: Vec<(Timestamp, Timestamp)> = Vec::with_capacity(sorted.len());
    for (from, to) in sorted {
        match merged.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => merged.push((from, to)),
        }
    }
    merged
}

/// Open stretches with the pauses cut out of them.
struct Unpaused<'a, I> {
    open: I,
    pauses: &'a [(Timestamp, Timestamp)],
    current: Option<(Timestamp, Timestamp)>,
    start: Timestamp,
}

impl<'a, I: Iterator<Item = (Timestamp, Timestamp)>> Unpaused<'a, I> {
    fn new(start: Timestamp, open: I, pauses: &'a [(Timestamp, Timestamp)]) -> Self {
        Self { open, pauses, current: None, start }
    }
}

impl<I: Iterator<Item = (Timestamp, Timestamp)>> Iterator for Unpaused<'_, I> {
    type Item = (Timestamp, Timestamp);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (from, to) = match self.current.take() {
                Some(rest) => rest,
                None => self.open.next().map(|(from, to)| (from.max(self.start), to))?,
            };
            while self.pauses.first().is_some_and(|pause| pause.1 <= from) {
                self.pauses = &self.pauses[1..];
            }
            let Some(&(pause_from, pause_to)) = self.pauses.first() else { return Some((from, to)) };
            if pause_from >= to {
                return Some((from, to));
            }
            if pause_to < to {
                self.current = Some((pause_to, to));
            }
            if from < pause_from {
                return Some((from, pause_from));
            }
        }
    }
}
