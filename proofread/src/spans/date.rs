//! Days, times and spells of time: *14 May*, *by Friday noon*, *2026-05-14*, *within 24 hours*, *the 25th*, *end of the week*.
//!
//! Nothing is guessed: a day without a year is the one nearest to when the text is sent, two small numbers with a stroke
//! between are called ambiguous, and without the moment of sending nothing is resolved at all.
mod parts;

use super::{Finder, Value};
use crate::grammar::Flag;
use crate::token::{Kind, Token};
use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, Time};
use parts::{Day, Moment};

/// How exact a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exact {
    /// A day of the calendar.
    Day,
    /// A day that only means something today: *tomorrow*, *Friday*.
    Relative,
    /// A spell that begins now: *within 24 hours*.
    Within,
    /// *next week*, *mid-January*.
    Period,
    /// Only a time of the day.
    Time,
    /// `10/6/26`: two days could be meant.
    Ambiguous,
}

/// On whose clock a time is said to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    #[default]
    Unsaid,
    /// *our 9:00*
    Ours,
    /// *9:00 your time*, *their 9:00*
    Theirs,
}

/// What a day is counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counted {
    /// It stands in the calendar.
    #[default]
    Calendar,
    /// It follows from the day of sending: *tomorrow*, *next week*.
    Sending,
    /// No day is said: the next time that it is this late.
    Hour,
}

#[derive(Clone, Debug, PartialEq)]
pub struct When {
    pub exact: Exact,
    /// The day that is meant, or the last of the spell.
    pub day: Option<Date>,
    pub time: Option<Time>,
    /// Only a part of the day is said: *tomorrow morning*.
    pub about: Option<Time>,
    /// Minutes from the moment of sending: *within 24 hours*.
    pub after: Option<i64>,
    /// A zone that the text names.
    pub zone: bool,
    pub side: Side,
    /// The day of the week that the text says, 1 for Monday.
    pub weekday: Option<i8>,
    /// Whether the text says the year.
    pub year: bool,
    /// Said to be over: *yesterday*, *last Friday*, *two days ago*.
    pub over: bool,
    /// The other reading of an ambiguous one.
    pub other: Option<Date>,
}

impl When {
    fn new(exact: Exact) -> Self {
        Self {
            exact,
            day: None,
            time: None,
            about: None,
            after: None,
            zone: false,
            side: Side::Unsaid,
            weekday: None,
            year: false,
            over: false,
            other: None,
        }
    }

    pub fn is_past(&self, sent: Option<DateTime>) -> bool {
        let before = |sent: DateTime| self.day.is_some_and(|day| day < sent.date());
        self.over || sent.is_some_and(before)
    }

    /// The moment by which something is to be done; the end of the day where no time is said.
    pub fn due(&self, sent: Option<DateTime>) -> Option<DateTime> {
        if let (Some(minutes), Some(sent)) = (self.after, sent) {
            return sent.checked_add(minutes.minutes()).ok();
        }
        let day = self.day.or_else(|| self.next(sent?))?;
        Some(day.to_datetime(self.time.or(self.about).unwrap_or_else(|| Time::constant(23, 59, 0, 0))))
    }

    /// The day on which a time without a day comes next.
    fn next(&self, sent: DateTime) -> Option<Date> {
        let time = self.time.filter(|_| self.exact == Exact::Time)?;
        if time > sent.time() { Some(sent.date()) } else { sent.date().tomorrow().ok() }
    }

    /// What its day is counted from.
    pub fn counted(&self) -> Counted {
        match self.exact {
            Exact::Day | Exact::Ambiguous => Counted::Calendar,
            Exact::Time => Counted::Hour,
            // So many minutes from then are the same everywhere.
            _ if self.after.is_some() => Counted::Calendar,
            _ => Counted::Sending,
        }
    }

    /// A day or a time that one can write into a calendar.
    pub fn is_firm(&self) -> bool {
        matches!(self.exact, Exact::Day | Exact::Relative | Exact::Within | Exact::Time)
    }
}

/// Days by which a date without a year may lie behind; a date further back is meant to come.
const NEAR_PAST_DAYS: i32 = 150;
/// The hours that a part of the day begins with.
const MORNING: i8 = 9;
const AFTERNOON: i8 = 14;
const EVENING: i8 = 17;
/// A bare hour below this is said of the afternoon: nobody promises a call at three in the night.
const FIRST_HOUR: i8 = 6;
/// Units that a spell may count; more is no appointment.
const COUNT_AT_MOST: f64 = 1000.0;

impl Finder<'_> {
    pub(super) fn date(&self, tokens: &[Token], at: usize) -> Option<(usize, Value)> {
        let (mut long, mut when) = self.day_then_time(tokens, at).or_else(|| self.time_then_day(tokens, at))?;
        if let Some(zone) = tokens.get(at + long)
            && when.time.is_some()
            && self.role(zone).is(Flag::zone)
        {
            when.zone = true;
            long += 1;
        }
        if when.time.is_some() {
            let behind = tokens.get(at + long + 1).is_some_and(|t| self.role(t).is(Flag::wall));
            let named = tokens.get(at + long).filter(|_| behind).map_or(Side::Unsaid, |t| self.side(t));
            let before = at.checked_sub(1).map_or(Side::Unsaid, |before| self.side(&tokens[before]));
            (when.side, long) = if named == Side::Unsaid { (before, long) } else { (named, long + 2) };
        }
        Some((long, Value::Date(when)))
    }

    /// *their*, *our*.
    pub fn side(&self, token: &Token) -> Side {
        let role = self.role(token);
        if role.is(Flag::theirs) {
            return Side::Theirs;
        }
        if role.is(Flag::ours) { Side::Ours } else { Side::Unsaid }
    }

    fn day_then_time(&self, tokens: &[Token], at: usize) -> Option<(usize, When)> {
        let (mut long, day) = self.day(tokens, at)?;
        let mut when = self.resolved(day);
        if let Some(about) = tokens.get(at + long).and_then(|t| self.part_of_day(t)) {
            when.about = Some(about);
            long += 1;
        }
        let skip = self.skip(tokens, at + long, &[Flag::at, Flag::about]);
        let bare = || self.bare_hour(tokens, at + long + skip, skip, &when);
        if let Some((more, time)) = self.time(tokens, at + long + skip).or_else(bare) {
            when.time = Some(time);
            long += skip + more;
        }
        Some((long, when))
    }

    /// *morning*, *afternoon*: behind a day, where no hour is said.
    fn part_of_day(&self, token: &Token) -> Option<Time> {
        let role = self.role(token);
        let parts = [(Flag::morning, MORNING), (Flag::afternoon, AFTERNOON), (Flag::evening, EVENING)];
        parts.into_iter().find_map(|(flag, hour)| role.is(flag).then(|| Time::constant(hour, 0, 0, 0)))
    }

    /// The `9` of *tomorrow 9* and *Thursday at 9*: behind a day, where nothing is counted, and not the day of the month.
    fn bare_hour(&self, tokens: &[Token], at: usize, led: usize, when: &When) -> Option<(usize, Time)> {
        let token = tokens.get(at).filter(|t| t.kind == Kind::Number && t.bytes().len() <= 2)?;
        // *on 12 May: 20, 30 and 40* counts; *tomorrow 9* does not.
        let fits = match when.exact {
            Exact::Relative => led > 0 || !self.between(&tokens[at - 1], token).contains(':'),
            Exact::Day => led > 0,
            _ => false,
        };
        if !fits {
            return None;
        }
        if let Some(next) = tokens.get(at + 1) {
            let ends = self.between(token, next).contains([',', ';', ')']) || self.role(next).is(Flag::and);
            if !ends {
                return None;
            }
        }
        let hour: i8 = self.said(token).parse().ok()?;
        let is_the_day = when.day.is_some_and(|day| day.day() == hour) && when.weekday.is_some();
        if is_the_day && led == 0 {
            return None;
        }
        let late = when.about.is_some_and(|about| about.hour() >= 12) || hour < FIRST_HOUR;
        let hour = if late && (1..12).contains(&hour) { hour + 12 } else { hour };
        Some((1, Time::new(hour, 0, 0, 0).ok()?))
    }

    fn time_then_day(&self, tokens: &[Token], at: usize) -> Option<(usize, When)> {
        let (mut long, time) = self.time(tokens, at)?;
        let mut zone = 0;
        if tokens.get(at + long).is_some_and(|t| self.role(t).is(Flag::zone)) {
            zone = 1;
        }
        let skip = zone + self.skip(tokens, at + long + zone, &[Flag::of]);
        let mut when = match self.day(tokens, at + long + skip) {
            Some((more, day)) if !matches!(day, Day::Spell { .. }) => {
                long += skip + more;
                self.resolved(day)
            }
            _ => When::new(Exact::Time),
        };
        when.time = Some(time);
        when.zone = zone > 0 && long > 1;
        Some((long, when))
    }

    /// How many tokens with one of these roles stand here, two at most.
    fn skip(&self, tokens: &[Token], at: usize, flags: &[Flag]) -> usize {
        tokens.iter().skip(at).take(2).take_while(|t| flags.iter().any(|f| self.role(t).is(*f))).count()
    }

    fn resolved(&self, day: Day) -> When {
        let today = self.sent.map(DateTime::date);
        match day {
            Day::Full { day, weekday } => When { day: Some(day), weekday, year: true, ..When::new(Exact::Day) },
            Day::Month { day, month, weekday } => {
                let near = today.and_then(|today| nearest(today, month, day));
                When { day: near, weekday, ..When::new(Exact::Day) }
            }
            Day::OfMonth { day } => {
                let meant = today.and_then(|today| {
                    let this = Date::new(today.year(), today.month(), day).ok()?;
                    if this >= today { Some(this) } else { this.checked_add(1.month()).ok() }
                });
                When { day: meant, ..When::new(Exact::Day) }
            }
            Day::Weekday { day, moment } => {
                let meant = today.and_then(|today| weekday(today, day, moment));
                let over = moment == Moment::Last;
                When { day: meant, weekday: Some(day), over, ..When::new(Exact::Relative) }
            }
            Day::Offset(days) => {
                let meant = today.and_then(|today| today.checked_add(days.days()).ok());
                When { day: meant, over: days < 0, ..When::new(Exact::Relative) }
            }
            Day::Spell { days, minutes, exact, ago } => {
                let span = if ago { -days } else { days };
                let meant = today.and_then(|today| today.checked_add(span.days()).ok());
                let after = minutes.filter(|_| exact && !ago);
                let exact = if exact { Exact::Within } else { Exact::Period };
                When { day: meant, over: ago, after, ..When::new(exact) }
            }
            Day::Period { end } => When { day: end, ..When::new(Exact::Period) },
            Day::Ambiguous { one, other } => {
                When { day: Some(one), other: Some(other), year: true, ..When::new(Exact::Ambiguous) }
            }
        }
    }

    /// A time of the day: `16:00`, `5 pm`, `16 Uhr`, *noon*.
    fn time(&self, tokens: &[Token], at: usize) -> Option<(usize, Time)> {
        let token = tokens.get(at)?;
        let role = self.role(token);
        if role.is(Flag::noon) {
            return Some((1, Time::constant(12, 0, 0, 0)));
        }
        if role.is(Flag::midnight) {
            return Some((1, Time::constant(23, 59, 0, 0)));
        }
        if token.kind != Kind::Number {
            return None;
        }
        let said = self.said(token);
        let (hour, minute) = match said.split_once(':').or_else(|| said.split_once('.')) {
            Some((hour, minute)) => (hour.parse().ok()?, minute.get(..2)?.parse().ok()?),
            None => (said.parse().ok()?, 0),
        };
        let next = tokens.get(at + 1).map(|t| self.role(t)).unwrap_or_default();
        // "p.m." is two tokens.
        let two = tokens.get(at + 2).is_some_and(|t| {
            let one = &tokens[at + 1];
            one.bytes().len() == 1 && t.bytes().len() == 1 && self.between(one, t) == "."
        });
        let long = 2 + usize::from(two);
        let hour: i8 = hour;
        if (next.is(Flag::am) || next.is(Flag::pm)) && (1..=12).contains(&hour) {
            let hour = hour % 12 + if next.is(Flag::pm) { 12 } else { 0 };
            return Some((long, Time::new(hour, minute, 0, 0).ok()?));
        }
        if next.is(Flag::clock) {
            return Some((2, Time::new(hour, minute, 0, 0).ok()?));
        }
        let is_time = said.contains(':') && said.len() >= 4 && said.split(':').nth(1).is_some_and(|m| m.len() == 2);
        if is_time { Some((1, Time::new(hour, minute, 0, 0).ok()?)) } else { None }
    }
}

/// The day of that name nearest to today: last month's rather than next year's.
fn nearest(today: Date, month: i8, day: i8) -> Option<Date> {
    let this = Date::new(today.year(), month, day).ok().or_else(|| Date::new(today.year() + 1, month, day).ok())?;
    let behind = this.until(today).ok()?.get_days();
    if behind > NEAR_PAST_DAYS {
        return Date::new(this.year() + 1, month, day).ok();
    }
    if behind < NEAR_PAST_DAYS - 365 {
        return Date::new(this.year() - 1, month, day).ok();
    }
    Some(this)
}

fn weekday(today: Date, day: i8, moment: Moment) -> Option<Date> {
    let now = today.weekday().to_monday_one_offset();
    let ahead = i32::from((day - now).rem_euclid(7));
    let days = match moment {
        Moment::Last if ahead == 0 => -7,
        Moment::Last => ahead - 7,
        // "Friday" said on a Friday is a week ahead or this evening; the calendar decides nothing here.
        Moment::This | Moment::Plain if ahead == 0 => 0,
        Moment::This | Moment::Plain => ahead,
        // "next Friday" is in the next week.
        Moment::Next => ahead + if i32::from(now) + ahead <= 7 { 7 } else { 0 },
    };
    today.checked_add(days.days()).ok()
}
