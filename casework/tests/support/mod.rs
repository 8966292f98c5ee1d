//! A second, slow and simple opinion on business time: walk minute by minute and look at the wall clock.
use casework::calendar::{Calendar, CalendarSpec, Window};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// The walk begins this long before the first minute that matters, so that a repeated hour is recognised as one.
const RUN_UP: i64 = 27 * 60;

/// Says minute after minute whether a place is open. Knows nothing of edges, transitions or intervals.
pub struct Walk<'a> {
    calendar: &'a Calendar,
    zone: &'a TimeZone,
    latest: DateTime,
    /// The date before the one on the wall, if it was ever on the wall: a day that was skipped had no night shift.
    yesterday: Option<Date>,
    open: bool,
    at: Timestamp,
}

impl<'a> Walk<'a> {
    /// `from` must be a whole minute.
    pub fn new(calendar: &'a Calendar, from: Timestamp) -> Self {
        let at = from - SignedDuration::from_mins(RUN_UP);
        let mut walk =
            Walk { calendar, zone: calendar.zone(), latest: DateTime::MIN, yesterday: None, open: false, at };
        while walk.at < from {
            walk.minute();
        }
        walk
    }

    /// The minute that begins now, and whether the place is open in it.
    pub fn minute(&mut self) -> (Timestamp, bool) {
        let (at, wall) = (self.at, self.zone.to_datetime(self.at));
        // While the clock repeats an hour nothing opens and nothing closes.
        if wall > self.latest {
            if wall.date() != self.latest.date() {
                let before = wall.date().yesterday().expect("no test is at the beginning of time");
                self.yesterday = Some(before).filter(|before| *before == self.latest.date());
            }
            self.latest = wall;
            self.open = is_open(self.calendar, wall, self.yesterday);
        }
        self.at += SignedDuration::from_mins(1);
        (at, self.open)
    }
}

fn is_open(calendar: &Calendar, wall: DateTime, yesterday: Option<Date>) -> bool {
    let minute = i32::from(wall.hour()) * 60 + i32::from(wall.minute());
    let inside = |date: Date, minute: i32| {
        hours(calendar, date).iter().any(|w| i32::from(w.from) <= minute && minute < i32::from(w.to))
    };
    inside(wall.date(), minute) || yesterday.is_some_and(|yesterday| inside(yesterday, minute + 1440))
}

fn hours(calendar: &Calendar, date: Date) -> &[Window] {
    let spec: &CalendarSpec = calendar.spec();
    if !spec.exceptions.contains_key(&date) && calendar.holiday(date).is_some() {
        return &[];
    }
    let weekday = date.weekday().to_monday_zero_offset();
    spec.exceptions.get(&date).unwrap_or(&spec.week[usize::try_from(weekday).expect("0..=6")])
}
