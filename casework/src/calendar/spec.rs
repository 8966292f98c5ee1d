//! A calendar as a person writes it down: hours per weekday, exceptions, holidays; and what can be wrong with it.
use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::NamedDay;
use crate::holidays::{Holidays, NoSuchPlace};

/// Minutes in a civil day; a window may run to the end of the following day, 2880.
pub(super) const DAY: u16 = 1440;
/// Nobody has more than two dozen shifts a day; more is a mistake in an import.
pub const MAX_WINDOWS_PER_DAY: usize = 24;
/// About a hundred exceptional days a year for twenty years.
pub const MAX_EXCEPTIONS: usize = 2_000;

/// A stretch of open time on one day, in minutes since local midnight.
///
/// `from` is 0..=1439. `to` is later than `from` and may exceed 1440, up to 2880: a night shift that begins at 22:00
/// and ends at 06:00 is `{ from: 1320, to: 1800 }` and belongs wholly to the day on which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    pub from: u16,
    pub to: u16,
}

/// Which public holidays close this calendar: a country code of ISO 3166 and, where it matters, a region of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HolidayChoice {
    pub country: String,
    #[serde(default)]
    pub region: Option<String>,
}

/// A calendar as it is edited and kept. Kept even when its zone or country is unknown here; `Calendar::new` judges it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarSpec {
    pub name: String,
    /// Grows by one with every edit, so that a clock can say which hours it was counted with.
    pub version: u32,
    /// The IANA name of the time zone, such as `Europe/Berlin`.
    pub zone: String,
    /// Monday first. An empty day is closed.
    pub week: [Vec<Window>; 7],
    /// Days that differ from the week and from holidays: no windows is closed, others are short or extra days.
    #[serde(default)]
    pub exceptions: BTreeMap<Date, Vec<Window>>,
    #[serde(default)]
    pub holidays: Option<HolidayChoice>,
}

/// Why a calendar cannot be used. `code` is stable; the fields are what its sentence needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CalendarProblem {
    /// No hours at all. Never read as "always open".
    NeverOpen,
    /// `from` is not before `to`.
    WindowReversed {
        day: NamedDay,
        window: Window,
    },
    /// `from` is past midnight or `to` past the end of the following day.
    WindowOutOfRange {
        day: NamedDay,
        window: Window,
    },
    /// Two windows share time. `second` may belong to the following day when `first` runs past midnight.
    WindowsOverlap {
        day: NamedDay,
        first: Window,
        second: Window,
    },
    TooManyWindows {
        day: NamedDay,
        count: usize,
        limit: usize,
    },
    TooManyExceptions {
        count: usize,
        limit: usize,
    },
    UnknownCountry {
        country: String,
    },
    UnknownRegion {
        country: String,
        region: String,
    },
}

impl CalendarProblem {
    /// A stable word for this problem, also the key of its sentence.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NeverOpen => "calendar-never-open",
            Self::WindowReversed { .. } => "calendar-window-reversed",
            Self::WindowOutOfRange { .. } => "calendar-window-out-of-range",
            Self::WindowsOverlap { .. } => "calendar-windows-overlap",
            Self::TooManyWindows { .. } => "calendar-too-many-windows",
            Self::TooManyExceptions { .. } => "calendar-too-many-exceptions",
            Self::UnknownCountry { .. } => "calendar-unknown-country",
            Self::UnknownRegion { .. } => "calendar-unknown-region",
        }
    }
}

impl std::fmt::Display for CalendarProblem {
    /// For logs only; people read the sentence that belongs to `code`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {self:?}", self.code())
    }
}

impl std::error::Error for CalendarProblem {}

impl From<NoSuchPlace> for CalendarProblem {
    fn from(place: NoSuchPlace) -> Self {
        match place {
            NoSuchPlace::Country { country } => Self::UnknownCountry { country },
            NoSuchPlace::Region { country, region } => Self::UnknownRegion { country, region },
        }
    }
}

impl CalendarSpec {
    /// Everything that can be judged without counting: hours are sane, the week is not empty, the place is known.
    pub(super) fn check(&self, rules: &Holidays) -> Result<(), CalendarProblem> {
        if self.exceptions.len() > MAX_EXCEPTIONS {
            return Err(CalendarProblem::TooManyExceptions { count: self.exceptions.len(), limit: MAX_EXCEPTIONS });
        }
        for (day, windows) in self.named_days() {
            check_day(day, windows)?;
        }
        if self.week.iter().all(Vec::is_empty) {
            return Err(CalendarProblem::NeverOpen);
        }
        for first in 0..7 {
            let (today, tomorrow) = (&self.week[first], &self.week[(first + 1) % 7]);
            check_night(NamedDay::weekday(first), today, tomorrow)?;
        }
        for (date, windows) in &self.exceptions {
            if let Ok(tomorrow) = date.tomorrow() {
                check_night(NamedDay::Date(*date), windows, self.plain_windows(tomorrow))?;
            }
            if let Ok(yesterday) = date.yesterday() {
                check_night(NamedDay::Date(yesterday), self.plain_windows(yesterday), windows)?;
            }
        }
        match &self.holidays {
            Some(choice) => Ok(rules.known(&choice.country, choice.region.as_deref())?),
            None => Ok(()),
        }
    }

    /// The windows of a date before holidays are considered.
    pub(super) fn plain_windows(&self, date: Date) -> &[Window] {
        match self.exceptions.get(&date) {
            Some(windows) => windows,
            None => &self.week[date.weekday().to_monday_zero_offset() as usize],
        }
    }

    fn named_days(&self) -> impl Iterator<Item = (NamedDay, &[Window])> {
        let week = self.week.iter().enumerate().map(|(n, windows)| (NamedDay::weekday(n), windows.as_slice()));
        week.chain(self.exceptions.iter().map(|(date, windows)| (NamedDay::Date(*date), windows.as_slice())))
    }
}

fn check_day(day: NamedDay, windows: &[Window]) -> Result<(), CalendarProblem> {
    if windows.len() > MAX_WINDOWS_PER_DAY {
        return Err(CalendarProblem::TooManyWindows { day, count: windows.len(), limit: MAX_WINDOWS_PER_DAY });
    }
    for &window in windows {
        if window.from >= window.to {
            return Err(CalendarProblem::WindowReversed { day, window });
        }
        if window.from >= DAY || window.to > 2 * DAY {
            return Err(CalendarProblem::WindowOutOfRange { day, window });
        }
    }
    // Windows may be written in any order; what counts is that no two of them share a minute.
    for (n, &first) in windows.iter().enumerate() {
        for &second in &windows[n + 1..] {
            if first.from < second.to && second.from < first.to {
                return Err(CalendarProblem::WindowsOverlap { day, first, second });
            }
        }
    }
    Ok(())
}

/// A shift that runs past midnight must not reach into the hours of the following day.
fn check_night(day: NamedDay, today: &[Window], tomorrow: &[Window]) -> Result<(), CalendarProblem> {
    for &first in today.iter().filter(|window| window.to > DAY) {
        for &second in tomorrow {
            if second.from < first.to - DAY {
                return Err(CalendarProblem::WindowsOverlap { day, first, second });
            }
        }
    }
    Ok(())
}
