//! The open stretches of a calendar as instants, in order, without allocation.
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, Offset};
use jiff::{SignedDuration, Timestamp};

use super::spec::DAY;
use super::{Calendar, Nights, SCAN_DAYS, Window};

/// Walks over open stretches `(from, to)`, `from < to`, that end after a given instant. Never yields overlapping ones.
pub(super) struct Stretches<'a> {
    calendar: &'a Calendar,
    date: Option<Date>,
    today: &'a [Window],
    next_window: usize,
    days_left: u32,
    /// Nothing at or before this instant is given out; it moves on with every stretch.
    after: Timestamp,
    /// Where the first stretch may begin before `after`, later ones may not.
    floor: Timestamp,
}

impl Calendar {
    /// Stretches that end after `from`; the first one may have begun before it. Looks three years ahead.
    pub(super) fn stretches(&self, from: Timestamp) -> Stretches<'_> {
        self.stretches_for(from, SCAN_DAYS)
    }

    /// The same with another limit, in days.
    pub(super) fn stretches_for(&self, from: Timestamp, days: u32) -> Stretches<'_> {
        let today = self.zone.to_datetime(from).date();
        let first = match self.night_shifts {
            Nights::None => today,
            Nights::Some => today.yesterday().unwrap_or(today),
        };
        let today = self.windows(first);
        let floor = Timestamp::MIN;
        Stretches { calendar: self, date: Some(first), today, next_window: 0, days_left: days, after: from, floor }
    }

    /// The instants at which a window of a date begins and ends; they are equal when nothing of it exists.
    pub(super) fn edges(&self, date: Date, window: Window) -> (Timestamp, Timestamp) {
        let (from, to) = (self.edge(date, window.from), self.edge(date, window.to));
        // The night shift of a day that never was (Apia, 30 December 2011) did not begin, so it does not end next morning.
        if window.to > DAY && self.edge(date, 0) >= self.edge(date, DAY) { (from, from) } else { (from, to) }
    }

    /// A local minute as an instant. In a fold the earlier of the two; a minute that the clock skipped becomes the moment
    /// of the change itself, the first one that exists after it. So edges never swap their order.
    pub(super) fn edge(&self, date: Date, minute: u16) -> Timestamp {
        let Some(local) = at_minute(date, minute) else { return Timestamp::MAX };
        match self.zone.to_ambiguous_timestamp(local).offset() {
            AmbiguousOffset::Unambiguous { offset } => instant(offset, local),
            AmbiguousOffset::Fold { before, .. } => instant(before, local),
            AmbiguousOffset::Gap { before, .. } => {
                let later = instant(before, local);
                let just_after = later.checked_add(SignedDuration::from_secs(1)).unwrap_or(later);
                self.zone.preceding(just_after).next().map_or(later, |change| change.timestamp())
            }
        }
    }
}

impl Iterator for Stretches<'_> {
    type Item = (Timestamp, Timestamp);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let date = self.date?;
            if let Some(&window) = self.today.get(self.next_window) {
                self.next_window += 1;
                let (from, to) = self.calendar.edges(date, window);
                // An exception beside a night shift on a holiday's eve could overlap; no minute is counted twice.
                let from = from.max(self.floor);
                if to > self.after && from < to {
                    self.after = to;
                    self.floor = to;
                    return Some((from, to));
                }
                continue;
            }
            self.days_left = self.days_left.checked_sub(1)?;
            self.date = date.tomorrow().ok();
            self.next_window = 0;
            self.today = self.date.map_or(&[], |date| self.calendar.windows(date));
        }
    }
}

/// Minutes since the midnight of `date`, 0..=2880, as a civil time; `None` past the end of all time.
fn at_minute(date: Date, minute: u16) -> Option<DateTime> {
    let (days, minute) = (minute / DAY, minute % DAY);
    let mut date = date;
    for _ in 0..days {
        date = date.tomorrow().ok()?;
    }
    let hour = i8::try_from(minute / 60).expect("an hour of a day is below 24");
    let minute = i8::try_from(minute % 60).expect("a minute of an hour is below 60");
    Some(date.to_datetime(Time::constant(hour, minute, 0, 0)))
}

/// Only the first and last day of all time can fail, and then the end of time is what was meant.
fn instant(offset: Offset, local: DateTime) -> Timestamp {
    offset.to_timestamp(local).unwrap_or(if local.year() > 0 { Timestamp::MAX } else { Timestamp::MIN })
}
