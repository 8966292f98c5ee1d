//! Why a time is due when it is: every stretch that was counted and every one that was skipped, in order.
use jiff::Timestamp;
use jiff::civil::Date;

use super::{Calendar, NeverOpen};

/// A page that explains a time lists no more pieces than this; a person reads a dozen.
pub const MAX_PIECES: usize = 400;

/// What one piece of time did to the count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Open time that was counted, in whole minutes, rounded down.
    Counted { minutes: u32 },
    /// The day on which a count of days began; it is not counted itself.
    FirstDay,
    /// A working day that was counted, by its number.
    Day { number: u32 },
    /// Outside the hours of the week.
    Closed,
    /// A public holiday, by its name.
    Holiday(String),
    /// Closed or shortened on this very date.
    Exception,
}

/// One stretch of time and what it did. Pieces follow each other without a hole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub from: Timestamp,
    pub to: Timestamp,
    pub why: Why,
}

/// The material for a page that answers "why 14:20?".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    pub pieces: Vec<Piece>,
    pub due: Timestamp,
    /// How many pieces were left off at the end because of [`MAX_PIECES`].
    pub left_off: u32,
}

impl Trace {
    fn to(due: Timestamp) -> Self {
        Self { pieces: Vec::new(), due, left_off: 0 }
    }

    /// Adds a piece; neighbours that say the same become one.
    fn add(&mut self, from: Timestamp, to: Timestamp, why: Why) {
        if from >= to {
            return;
        }
        if let Some(last) = self.pieces.last_mut().filter(|last| last.to == from) {
            match (&mut last.why, &why) {
                (Why::Counted { minutes }, Why::Counted { minutes: more }) => {
                    *minutes += more;
                    last.to = to;
                    return;
                }
                (said, now) if said == now => {
                    last.to = to;
                    return;
                }
                _ => {}
            }
        }
        if self.pieces.len() < MAX_PIECES {
            self.pieces.push(Piece { from, to, why });
        } else {
            self.left_off += 1;
        }
    }
}

impl Calendar {
    /// How [`Self::add_minutes`] arrives at its answer.
    ///
    /// # Errors
    /// `NeverOpen`, as `add_minutes`.
    pub fn trace_minutes(&self, start: Timestamp, minutes: u32) -> Result<Trace, NeverOpen> {
        let due = self.add_minutes(start, minutes)?;
        let mut trace = Trace::to(due);
        let mut at = start;
        for (from, to) in self.stretches(start).take_while(|(from, _)| *from < due) {
            self.skip(&mut trace, at, from.max(start));
            let (from, to) = (from.max(start), to.min(due));
            let counted = u32::try_from(to.duration_since(from).as_mins()).unwrap_or(0);
            trace.add(from, to, Why::Counted { minutes: counted });
            at = to;
        }
        Ok(trace)
    }

    /// How [`Self::add_days`] arrives at its answer: whole local days, and the last one up to the due time.
    ///
    /// # Errors
    /// `NeverOpen`, as `add_days`.
    pub fn trace_days(&self, start: Timestamp, days: u32) -> Result<Trace, NeverOpen> {
        let due = self.add_days(start, days)?;
        let mut trace = Trace::to(due);
        let Some(first) = self.first_moment(start) else { return Ok(trace) };
        let mut number = 0;
        for date in self.dates_from(self.local(start).date().min(first.date)) {
            let (from, to) = (self.edge(date, 0).max(start), self.edge(date, super::spec::DAY));
            if from >= due {
                break;
            }
            let why = if date == first.date {
                Why::FirstDay
            } else if date > first.date && self.is_working_day(date) {
                number += 1;
                Why::Day { number }
            } else {
                self.why_skipped(date)
            };
            // The last day reaches to the due time even where its night shift runs past midnight.
            let last = if days == 0 { date == first.date } else { number == days };
            if last {
                trace.add(from, due, why);
                break;
            }
            trace.add(from, to.min(due), why);
        }
        Ok(trace)
    }

    /// A closed stretch, cut at local midnights where the reason changes.
    fn skip(&self, trace: &mut Trace, from: Timestamp, to: Timestamp) {
        if from >= to {
            return;
        }
        for date in self.dates_from(self.local(from).date()) {
            let (midnight, next) = (self.edge(date, 0), self.edge(date, super::spec::DAY));
            if midnight >= to {
                break;
            }
            trace.add(midnight.max(from), next.min(to), self.why_skipped(date));
        }
    }

    fn why_skipped(&self, date: Date) -> Why {
        if self.spec.exceptions.contains_key(&date) {
            return Why::Exception;
        }
        self.holiday(date).map_or(Why::Closed, |name| Why::Holiday(name.to_owned()))
    }
}
