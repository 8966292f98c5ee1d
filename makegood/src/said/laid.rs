//! A time as it was said, laid on the calendar of a zone.
use super::Zones;
use super::scan::{Day, Found, Side, Unsaid};
use jiff::civil::{Date, Time, Weekday};
use jiff::{SignedDuration, Span, Timestamp, tz::TimeZone};

/// When a morning is meant and no hour is said.
const MORNING: Time = Time::constant(9, 0, 0, 0);
/// The end of a day of work; what is to be there *by Friday* is there by then.
pub(super) const EVENING: Time = Time::constant(17, 0, 0, 0);
/// A date without a year that is no longer ago than this is a past one; else next year's is meant.
const DAYS_BACK: i64 = 60;

impl Found {
    /// Whether an hour was said, or an exact length.
    pub fn has_hour(&self) -> bool {
        self.clock.is_some() || self.length.is_some()
    }

    /// The instant that is meant.
    pub fn at(&self, now: Timestamp, zones: &Zones, unsaid: Unsaid) -> Option<Timestamp> {
        if let Some(minutes) = self.length {
            return now.checked_add(SignedDuration::from_mins(minutes)).ok();
        }
        let zone = if self.side == Some(Side::Theirs) { &zones.theirs } else { &zones.ours };
        let today = now.to_zoned(zone.clone());
        let hour = match (self.clock, unsaid) {
            (Some(clock), _) => clock,
            (None, Unsaid::Morning) if !self.is_due && self.day != Some(Day::FromToday(0)) => MORNING,
            (None, _) => EVENING,
        };
        let date = match self.on(today.date()) {
            Some(date) => date?,
            // Only an hour: today's, or tomorrow's when that is over.
            None if hour > today.time() => today.date(),
            None => today.date().tomorrow().ok()?,
        };
        zone.to_ambiguous_timestamp(date.to_datetime(hour)).compatible().ok()
    }

    /// The day that is meant, when a day was said and no hour.
    pub fn day(&self, now: Timestamp, zone: &TimeZone) -> Option<Date> {
        if self.has_hour() { None } else { self.on(now.to_zoned(zone.clone()).date())? }
    }

    /// Nothing when no day was said; nothing inside when there is no such day, such as *Fri 28* on a Saturday.
    fn on(&self, today: Date) -> Option<Option<Date>> {
        let day = match (self.day, self.weekday) {
            (None, None) => return None,
            (None, Some(weekday)) => Day::On(weekday),
            (Some(day), _) => day,
        };
        let date = lay(day, today);
        let fits = |date: &Date| self.weekday.is_none_or(|w| date.weekday() == w);
        Some(date.filter(fits))
    }
}

fn lay(day: Day, today: Date) -> Option<Date> {
    let days = |n: i64| Span::new().try_days(n).ok();
    match day {
        Day::FromToday(n) => today.checked_add(days(n)?).ok(),
        Day::On(weekday) => today.nth_weekday(1, weekday).ok(),
        Day::NextWeek(weekday) => {
            let monday = today.nth_weekday(1, Weekday::Monday).ok()?;
            monday.checked_add(days(i64::from(weekday.to_monday_zero_offset()))?).ok()
        }
        Day::EndOfWeek if today.weekday() == Weekday::Friday => Some(today),
        Day::EndOfWeek => today.nth_weekday(1, Weekday::Friday).ok(),
        Day::EndOfMonth => Some(today.last_of_month()),
        Day::Date { year: Some(year), month, day } => Date::new(year, month, day).ok(),
        Day::Date { year: None, month, day } => {
            let back = today.checked_sub(days(DAYS_BACK)?).ok()?;
            // Four years on there is a 29th of February.
            (today.year()..today.year() + 5).filter_map(|y| Date::new(y, month, day).ok()).find(|date| *date >= back)
        }
        Day::OfMonth(day) => {
            let months = (0..12).filter_map(|n| today.first_of_month().checked_add(Span::new().months(n)).ok());
            months.filter_map(|first| Date::new(first.year(), first.month(), day).ok()).find(|date| *date >= today)
        }
    }
}
