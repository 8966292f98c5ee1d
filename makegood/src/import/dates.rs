//! Dates as people and their systems write them, read per column and never guessed.
//!
//! One value rarely says whether `03/04/26` is March or April; a column of them does. So a column is surveyed
//! first, a notation is decided from all of its values, and only then are they read.

use super::date_shape::{Body, Shape, is_all_zeros, shape_of, stands_for_no_date};
use jiff::{
    civil::{Date, DateTime, Time},
    tz::TimeZone,
};
use watch::When;

/// Which of two small numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    DayFirst,
    MonthFirst,
}

/// What the values of one column show, counted over the whole file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    pub blank: u64,
    /// Words such as `N/A`, or a date that stands for none.
    pub none: u64,
    pub iso: u64,
    pub named: u64,
    pub serial: u64,
    /// `13/04/26`: only the first number can be the day.
    pub day_first: u64,
    /// `04/13/26`: only the second number can be the day.
    pub month_first: u64,
    /// `03/04/26`: either.
    pub either: u64,
    /// `20.11.2026`: with points the day always comes first.
    pub points: u64,
    pub other: u64,
    /// Values with a time of day that is not midnight.
    pub timed: u64,
}

impl Evidence {
    pub fn add(&mut self, text: &str) {
        if text.is_empty() {
            self.blank += 1;
            return;
        }
        if is_all_zeros(text) {
            self.none += 1;
            return;
        }
        let Some(shape) = shape_of(text) else {
            let slot = if stands_for_no_date(text) { &mut self.none } else { &mut self.other };
            *slot += 1;
            return;
        };
        self.timed += u64::from(shape.time.is_some_and(|time| time != Time::midnight()));
        let slot = match shape.body {
            Body::Iso { .. } => &mut self.iso,
            Body::Named { .. } => &mut self.named,
            Body::Serial { .. } => &mut self.serial,
            Body::Points { .. } => &mut self.points,
            Body::Pair { first, second, .. } if first > 12 && second <= 12 => &mut self.day_first,
            Body::Pair { first, second, .. } if second > 12 && first <= 12 => &mut self.month_first,
            Body::Pair { .. } => &mut self.either,
        };
        *slot += 1;
    }

    /// Values that look like a date.
    pub fn dates(&self) -> u64 {
        self.iso + self.named + self.serial + self.pairs() + self.points
    }

    fn pairs(&self) -> u64 {
        self.day_first + self.month_first + self.either
    }

    /// What is certain from this column alone.
    pub fn order(&self) -> Verdict {
        match (self.day_first, self.month_first, self.either) {
            (0, 0, 0) => Verdict::NotNeeded,
            (0, 0, _) => Verdict::Ambiguous,
            (_, 0, _) => Verdict::Sure(Order::DayFirst),
            (0, _, _) => Verdict::Sure(Order::MonthFirst),
            _ => Verdict::Contradicting,
        }
    }

    /// A spreadsheet read this column in the wrong order once: what it could read it turned into ISO dates with
    /// day and month exchanged, what it could not read stayed as it was.
    ///
    /// The trace: many ISO dates, many pairs, and not one pair that could be read either way. Of honest pairs,
    /// about four in ten can; twenty without one is a chance of one in twenty thousand.
    pub fn half_converted(&self) -> bool {
        self.iso >= 20 && self.day_first + self.month_first >= 20 && self.either == 0
    }
}

/// What a column says about the order of day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    NotNeeded,
    Sure(Order),
    /// Every value could be read either way: somebody must say.
    Ambiguous,
    /// Some values are surely day first, some surely month first.
    Contradicting,
}

/// Whether a column knows times of day; midnight everywhere means it knows days only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    Days,
    Times,
}

/// How one column is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// None when the order of two small numbers stays unknown.
    pub order: Option<Order>,
    /// ISO dates in this column were mangled and are not believed.
    pub half_converted: bool,
    pub precision: Precision,
    /// The zone of times written without one.
    pub zone: TimeZone,
}

impl Reading {
    /// From a column's own evidence, or what a person or the file's other columns say where it has none.
    pub fn decide(evidence: &Evidence, said: Option<Order>, others: Option<Order>, zone: &TimeZone) -> Reading {
        let order = match (said, evidence.order()) {
            (Some(order), _) => Some(order),
            (None, Verdict::Sure(order)) => Some(order),
            (None, Verdict::Contradicting) => None,
            (None, Verdict::Ambiguous | Verdict::NotNeeded) => others,
        };
        let precision = if evidence.timed > 0 { Precision::Times } else { Precision::Days };
        Reading { order, half_converted: evidence.half_converted(), precision, zone: zone.clone() }
    }

    /// One value. `Ok(None)` is an empty field; a field that says it has no date is `Err(SaysNone)`.
    pub fn read(&self, text: &str) -> Result<Option<When>, NoDate> {
        if text.is_empty() {
            return Ok(None);
        }
        if is_all_zeros(text) {
            return Err(NoDate::SaysNone);
        }
        let Some(shape) = shape_of(text) else {
            return Err(if stands_for_no_date(text) { NoDate::SaysNone } else { NoDate::NotADate });
        };
        if self.half_converted && matches!(shape.body, Body::Iso { .. }) {
            return Err(NoDate::Mangled);
        }
        let date = self.date(&shape.body)?;
        match date.year() {
            9999 | 2999 | 1900 | 1899 | 1753 => return Err(NoDate::SaysNone),
            1970..=2199 => {}
            _ => return Err(NoDate::YearOutOfReach),
        }
        self.moment(date, &shape).map(Some)
    }

    fn date(&self, body: &Body) -> Result<Date, NoDate> {
        let make = |year: i16, month: i8, day: i8| Date::new(year, month, day).map_err(|_| NoDate::NoSuchDay);
        match *body {
            Body::Iso { year, month, day } | Body::Named { year, month, day } => make(year, month, day),
            Body::Points { year, month, day } => make(year, month, day),
            Body::Serial { days } => {
                Date::constant(1899, 12, 30).checked_add(jiff::Span::new().days(days)).map_err(|_| NoDate::NoSuchDay)
            }
            Body::Pair { first, second, year } => match self.order {
                Some(Order::DayFirst) => make(year, second, first),
                Some(Order::MonthFirst) => make(year, first, second),
                None if first > 12 => make(year, second, first),
                None if second > 12 || first == second => make(year, first, second),
                None => Err(NoDate::EitherOrder),
            },
        }
    }

    fn moment(&self, date: Date, shape: &Shape) -> Result<When, NoDate> {
        let time = shape.time.unwrap_or(Time::midnight());
        if let Some(offset) = shape.offset {
            let at = offset.to_timestamp(DateTime::from_parts(date, time)).map_err(|_| NoDate::NoSuchDay)?;
            return Ok(When::At(at));
        }
        if self.precision == Precision::Days || shape.time.is_none() {
            return Ok(When::Day(date));
        }
        let zoned = DateTime::from_parts(date, time).to_zoned(self.zone.clone()).map_err(|_| NoDate::NoSuchDay)?;
        Ok(When::At(zoned.timestamp()))
    }
}

/// Why a field holds no date that can be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NoDate {
    /// The source itself says so: `N/A`, `tbd`, `0000-00-00`, `9999-12-31`.
    SaysNone,
    /// Words or numbers that are no date.
    NotADate,
    /// 31 April.
    NoSuchDay,
    YearOutOfReach,
    /// Day and month cannot be told apart, here or in the whole column.
    EitherOrder,
    /// A spreadsheet exchanged day and month in part of this column.
    Mangled,
}

impl NoDate {
    /// The stable word for locale keys and reports.
    pub fn word(self) -> &'static str {
        match self {
            NoDate::SaysNone => "says-none",
            NoDate::NotADate => "not-a-date",
            NoDate::NoSuchDay => "no-such-day",
            NoDate::YearOutOfReach => "year-out-of-reach",
            NoDate::EitherOrder => "either-order",
            NoDate::Mangled => "mangled",
        }
    }
}

#[cfg(test)]
#[path = "dates_tests.rs"]
mod tests;
