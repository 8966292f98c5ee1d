//! Adding working days: to an instant, keeping the time of day where the place is open then, and to a bare date.
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::minutes::MAX_BETWEEN_DAYS;
use super::{Calendar, NeverOpen, SCAN_DAYS, Window};

/// A moment as business reads it: the working day it belongs to, and how long after that day's midnight it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    pub date: Date,
    /// 0..48 h: at 02:00 in Friday's night shift this is Friday and 26 h.
    pub since_midnight: SignedDuration,
}

impl Calendar {
    /// The `days`-th working day after the one on which `start` falls, at the same local time if the place is open then,
    /// else at the nearest edge of its hours: opening when before, last close when after.
    ///
    /// A start on a day that is no working day counts as the opening of the next working day: someone who writes on
    /// Saturday is not served later than someone who writes on Monday at nine. Zero days are never before `start`.
    ///
    /// # Errors
    /// `NeverOpen` when three years hold fewer working days.
    pub fn add_days(&self, start: Timestamp, days: u32) -> Result<Timestamp, NeverOpen> {
        let never = NeverOpen { from: start, days: SCAN_DAYS };
        let moment = self.first_moment(start).ok_or(never)?;
        let date = self.nth_working_day(moment.date, days).ok_or(never)?;
        Ok(self.due_on(date, moment.since_midnight).ok_or(never)?.max(start))
    }

    /// Working days from a bare date. A date that is no working day first rolls forward to one; zero days do only that.
    ///
    /// # Errors
    /// `NeverOpen` when three years hold fewer working days.
    pub fn add_dates(&self, date: Date, days: u32) -> Result<Date, NeverOpen> {
        let from = self.edge(date, 0);
        let first = self.working_day_from(date);
        first.and_then(|date| self.nth_working_day(date, days)).ok_or(NeverOpen { from, days: SCAN_DAYS })
    }

    /// Working days from one date, included, up to another, not included; so it gives back what [`Self::add_dates`]
    /// added. Negative when `to` is before `from`. Spans longer than a century are counted up to there.
    pub fn dates_between(&self, from: Date, to: Date) -> i64 {
        if to < from {
            return -self.dates_between(to, from);
        }
        let days = self.dates_for(from, MAX_BETWEEN_DAYS).take_while(|date| *date < to);
        i64::try_from(days.filter(|date| self.is_working_day(*date)).count()).expect("a century has few days")
    }

    /// Where counting begins.
    pub(super) fn first_moment(&self, start: Timestamp) -> Option<Moment> {
        let local = self.zone.to_datetime(start);
        if let Ok(yesterday) = local.date().yesterday() {
            let late = self.windows(yesterday).iter().any(|window| {
                let (from, to) = self.edges(yesterday, *window);
                window.to > super::spec::DAY && from <= start && start < to
            });
            if late {
                let since_midnight = local.duration_since(yesterday.into());
                return Some(Moment { date: yesterday, since_midnight });
            }
        }
        let date = self.working_day_from(local.date())?;
        let since_midnight = if date == local.date() {
            local.duration_since(date.into())
        } else {
            SignedDuration::ZERO // Before every opening, so it will be moved to the opening.
        };
        Some(Moment { date, since_midnight })
    }

    /// The first working day at or after a date.
    pub(super) fn working_day_from(&self, date: Date) -> Option<Date> {
        self.dates_from(date).find(|date| self.is_working_day(*date))
    }

    fn nth_working_day(&self, from: Date, days: u32) -> Option<Date> {
        let days = usize::try_from(days).ok()?;
        let Some(skip) = days.checked_sub(1) else { return Some(from) };
        self.dates_from(from).skip(1).filter(|date| self.is_working_day(*date)).nth(skip)
    }

    /// This date and those after it, as far as a scan goes.
    pub(super) fn dates_from(&self, date: Date) -> impl Iterator<Item = Date> + use<> {
        self.dates_for(date, SCAN_DAYS + 1)
    }

    fn dates_for(&self, date: Date, days: u32) -> impl Iterator<Item = Date> + use<> {
        std::iter::successors(Some(date), |date| date.tomorrow().ok()).take(days as usize)
    }

    /// The time of day on a working day, moved inside its hours.
    fn due_on(&self, date: Date, since_midnight: SignedDuration) -> Option<Timestamp> {
        let wanted = Wanted { date, since_midnight };
        let windows = self.windows(date).iter().filter(|window| {
            let (from, to) = self.edges(date, **window);
            from < to
        });
        let mut before: Option<&Window> = None;
        for window in windows {
            if wanted.minutes_until(window.from).is_positive() {
                return Some(match before {
                    // In a break the nearer edge counts; exactly between them, the earlier one.
                    Some(earlier) if wanted.is_nearer(earlier.to, window.from) => self.edge(date, earlier.to),
                    _ => self.edge(date, window.from),
                });
            }
            if !wanted.minutes_until(window.to).is_negative() {
                return self.at(wanted).map(|at| at.min(self.edge(date, window.to)).max(self.edge(date, window.from)));
            }
            before = Some(window);
        }
        before.map(|last| self.edge(date, last.to))
    }

    /// A local time as an instant: one that the clock skips is later, one that comes twice is the earlier.
    fn at(&self, wanted: Wanted) -> Option<Timestamp> {
        let midnight: jiff::civil::DateTime = wanted.date.into();
        let local = midnight.checked_add(wanted.since_midnight).ok()?;
        self.zone.to_ambiguous_timestamp(local).compatible().ok()
    }
}

#[derive(Clone, Copy)]
struct Wanted {
    date: Date,
    since_midnight: SignedDuration,
}

impl Wanted {
    fn minutes_until(self, minute: u16) -> SignedDuration {
        SignedDuration::from_mins(i64::from(minute)) - self.since_midnight
    }

    fn is_nearer(self, earlier: u16, later: u16) -> bool {
        -self.minutes_until(earlier) <= self.minutes_until(later)
    }
}
