//! Finds a time among words: its day, its hour, whose clock it is on. In any order, as people put them.
use super::hours::read_clock;
use super::tokens::{Token, one_of, phrase};
use super::tongue::{Dots, Tongue};
use jiff::civil::{Date, Time, Weekday};

/// Parts of one time; more is another sentence.
const PARTS: usize = 12;
/// No length that somebody says is longer: about a year.
const MINUTES_AT_MOST: i64 = 366 * 24 * 60;

/// How much of the words must be a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// All of them: a field that asks for a time.
    Whole,
    /// A part: a sentence that may have one in it, among other numbers.
    Within,
}

/// What is meant when a day is said and no hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unsaid {
    Morning,
    Evening,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    FromToday(i64),
    On(Weekday),
    NextWeek(Weekday),
    Date { year: Option<i16>, month: i8, day: i8 },
    OfMonth(i8),
    EndOfWeek,
    EndOfMonth,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Ours,
    Theirs,
}

/// A time as it was said, before it is laid on a calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) day: Option<Day>,
    pub(super) weekday: Option<Weekday>,
    pub(super) clock: Option<Time>,
    pub(super) side: Option<Side>,
    /// Minutes from now, back or ahead.
    pub(super) length: Option<i64>,
    /// It was said as a limit: *by*, *until*.
    pub is_due: bool,
    /// How many words it takes.
    pub tokens: usize,
}

/// Every time in a text, with the place of its first word.
pub(super) fn all(tokens: &[Token], tongue: &Tongue) -> Vec<(usize, Found)> {
    let mut found = vec![];
    let mut at = 0;
    while at < tokens.len() {
        match expression(tokens, at, Mode::Within, tongue) {
            Some(said) => {
                found.push((at, said));
                at += said.tokens.max(1);
            }
            None => at += 1,
        }
    }
    found
}

/// The time that begins at this word, with what leads up to it.
pub(super) fn expression(tokens: &[Token], at: usize, mode: Mode, tongue: &Tongue) -> Option<Found> {
    let mut reading =
        Reading { tokens, tongue, mode, found: Found::default(), is_due: false, led_up: false, is_rough: false };
    let mut here = at;
    for _ in 0..PARTS {
        if let Some(words) = reading.part(here) {
            here += words;
            reading.found.tokens = here - at;
            // A limit counts once the time behind it is found.
            reading.found.is_due |= reading.is_due;
        } else if let Some((_, words)) = one_of(tokens, here, tongue.due.iter().copied()) {
            reading.is_due = true;
            here += words;
        } else if let Some((_, words)) = one_of(tokens, here, tongue.leads.iter().copied()) {
            reading.led_up = true;
            here += words;
        } else if let Some((_, words)) = one_of(tokens, here, tongue.glue.iter().copied()) {
            // A comma joins a day and its hour, and begins nothing.
            if here == at && tokens[here].is_mark() {
                return None;
            }
            here += words;
        } else {
            break;
        }
    }
    reading.sound()
}

pub(super) struct Reading<'r> {
    pub(super) tokens: &'r [Token],
    pub(super) tongue: &'r Tongue,
    pub(super) mode: Mode,
    pub(super) found: Found,
    /// *By* stood before.
    pub(super) is_due: bool,
    /// *At* or *on* stood before.
    pub(super) led_up: bool,
    /// The hour found is only a part of the day: *this morning 7:30* says it better.
    pub(super) is_rough: bool,
}

impl Reading<'_> {
    /// Whether what was found is a time at all.
    fn sound(self) -> Option<Found> {
        let found = self.found;
        let dated = found.day.is_some() || found.weekday.is_some();
        let timed = found.clock.is_some()
            && (self.mode == Mode::Whole || dated || self.is_due || self.led_up || found.side.is_some());
        let alone = found.length.is_some() && !dated && found.clock.is_none();
        (alone || (found.length.is_none() && (dated || timed))).then_some(found)
    }

    pub(super) fn one_of(&self, at: usize, phrases: &'static [&'static str]) -> usize {
        one_of(self.tokens, at, phrases.iter().copied()).map_or(0, |(_, words)| words)
    }

    /// The next part of the time, by how many words it takes.
    fn part(&mut self, at: usize) -> Option<usize> {
        self.tokens.get(at)?;
        self.length(at)
            .or_else(|| self.day(at))
            .or_else(|| self.date(at))
            .or_else(|| self.hour(at))
            .or_else(|| self.side(at))
    }

    /// *In 2 hours*, *20 min ago*.
    fn length(&mut self, at: usize) -> Option<usize> {
        if self.found != Found::default() {
            return None;
        }
        let (within, back) = (self.one_of(at, self.tongue.within), self.one_of(at, self.tongue.back));
        let (minutes, words) = self.minutes(at + within + back)?;
        let after = at + within + back + words;
        let ago = self.one_of(after, self.tongue.ago);
        let minutes = match (within, back + ago) {
            (0, 0) => return None,
            (0, _) => -minutes,
            _ => minutes,
        };
        self.found.length = Some(minutes);
        Some(after + ago - at)
    }

    fn minutes(&self, at: usize) -> Option<(i64, usize)> {
        let lengths = self.tongue.lengths;
        if let Some((n, words)) = one_of(self.tokens, at, lengths.iter().map(|l| l.0)) {
            return Some((lengths[n].1, words));
        }
        let first = self.tokens.get(at)?;
        let units = self.tongue.units;
        // Written together: `90min`, `2h`.
        let digits = first.text.find(|c: char| !c.is_ascii_digit()).unwrap_or(first.text.len());
        let (number, unit) = first.text.split_at(digits);
        let (count, unit, words) = if !number.is_empty() && !unit.is_empty() {
            (number.parse().ok()?, units.iter().find(|(name, _)| *name == unit)?.1, 1)
        } else {
            let count = first.number().or_else(|| self.number_word(at))?;
            let (n, words) = one_of(self.tokens, at + 1, units.iter().map(|u| u.0))?;
            (count, units[n].1, 1 + words)
        };
        let minutes = unit.checked_mul(count)?;
        (0..=MINUTES_AT_MOST).contains(&minutes).then_some((minutes, words))
    }

    pub(super) fn number_word(&self, at: usize) -> Option<i64> {
        let said = &self.tokens.get(at)?.text;
        self.tongue.numbers.iter().find(|(word, _)| word == said).map(|(_, n)| *n)
    }

    pub(super) fn weekday_at(&self, at: usize) -> Option<Weekday> {
        let said = &self.tokens.get(at)?.text;
        let n = self.tongue.weekdays.iter().position(|names| names.contains(&said.as_str()))?;
        Weekday::from_monday_zero_offset(i8::try_from(n).ok()?).ok()
    }

    /// *Tomorrow*, *end of the week*, *next week Tue*, *Friday*.
    fn day(&mut self, at: usize) -> Option<usize> {
        if self.found.length.is_some() {
            return None;
        }
        if self.found.day.is_none() && self.found.weekday.is_none() {
            let tongue = self.tongue;
            if let Some((n, words)) = one_of(self.tokens, at, tongue.days.iter().map(|d| d.0)) {
                self.found.day = Some(Day::FromToday(tongue.days[n].1));
                return Some(words);
            }
            let ends = [(tongue.end_of_week, Day::EndOfWeek), (tongue.end_of_month, Day::EndOfMonth)];
            for (phrases, day) in ends {
                let words = self.one_of(at, phrases);
                if words > 0 {
                    (self.found.day, self.found.is_due) = (Some(day), true);
                    return Some(words);
                }
            }
            let words = self.one_of(at, tongue.next_week);
            if words > 0 {
                let named = self.weekday_at(at + words);
                self.found.day = Some(Day::NextWeek(named.unwrap_or(Weekday::Monday)));
                return Some(words + usize::from(named.is_some()));
            }
        }
        self.weekday(at)
    }

    fn weekday(&mut self, at: usize) -> Option<usize> {
        let coming = self.one_of(at, self.tongue.coming);
        if coming > 0
            && self.found.day.is_none()
            && self.found.clock.is_none()
            && self.named_hour(at + coming).is_some()
        {
            // *This morning* is today's.
            self.found.day = Some(Day::FromToday(0));
            return Some(coming);
        }
        if self.found.weekday.is_some() || !matches!(self.found.day, None | Some(Day::Date { .. } | Day::OfMonth(_))) {
            return None;
        }
        let named = self.weekday_at(at + coming)?;
        if coming == 0 && !self.is_no_other_word(at) {
            return None;
        }
        self.found.weekday = Some(named);
        Some(coming + 1)
    }

    /// In a sentence a name of two letters is a day only where a time is told: *do* and *so* are words like any other.
    fn is_no_other_word(&self, at: usize) -> bool {
        if self.mode == Mode::Whole || self.tokens[at].text.len() > 2 || self.is_due || self.led_up {
            return true;
        }
        let ends = self.tokens.get(at + 2).is_none_or(Token::is_mark) || self.one_of(at + 2, self.tongue.o_clock) > 0;
        self.is_hour(at + 1) || (ends && self.tokens.get(at + 1).is_some_and(|t| t.number().is_some()))
    }

    /// *2026-11-27*, *27.11.2026*, *27 Nov*, *November 27th 2026*, *the 27th*.
    fn date(&mut self, at: usize) -> Option<usize> {
        if self.found.day.is_some() || self.found.length.is_some() {
            return None;
        }
        let first = &self.tokens[at].text;
        if let Some((month, day)) = self.dotted(at) {
            Date::new(2024, month, day).ok()?;
            self.found.day = Some(Day::Date { year: None, month, day });
            return Some(2);
        }
        if let Some((date, clock)) = written(first) {
            self.found.day = Some(of_date(date));
            self.found.clock = self.found.clock.or(clock);
            return Some(1);
        }
        let of = |n: usize| usize::from(phrase(self.tokens, n, "of") > 0);
        if let Some(month) = self.month_at(at) {
            let (day, _) = self.day_number(at + 1)?;
            return self.with_year(at, 2, month, day);
        }
        let (day, is_ordinal) = self.day_number(at)?;
        let of = of(at + 1).max(usize::from(phrase(self.tokens, at + 1, ".") > 0));
        if let Some(month) = self.month_at(at + 1 + of) {
            return self.with_year(at, 2 + of, month, day);
        }
        // In a sentence *the 2nd* counts shifts and lots too.
        let is_day =
            is_ordinal && (self.mode == Mode::Whole || self.is_due || self.led_up || self.found.weekday.is_some());
        if !is_day {
            return None;
        }
        self.found.day = Some(Day::OfMonth(day));
        Some(1)
    }

    /// `27.11.`, where that is how days are written.
    fn dotted(&self, at: usize) -> Option<(i8, i8)> {
        let has_dot = self.tongue.days_have_dots == Dots::MakeDays && phrase(self.tokens, at + 1, ".") > 0;
        let (day, month) = self.tokens[at].text.split_once('.').filter(|_| has_dot)?;
        Some((month.parse().ok()?, day.parse().ok()?))
    }

    fn with_year(&mut self, at: usize, words: usize, month: i8, day: i8) -> Option<usize> {
        let year = self.tokens.get(at + words).and_then(Token::number).filter(|y| (1970..=2200).contains(y));
        let year = year.and_then(|y| i16::try_from(y).ok());
        Date::new(year.unwrap_or(2024), month, day).ok()?;
        self.found.day = Some(Day::Date { year, month, day });
        Some(words + usize::from(year.is_some()))
    }

    fn month_at(&self, at: usize) -> Option<i8> {
        let said = &self.tokens.get(at)?.text;
        let n = self.tongue.months.iter().position(|names| names.contains(&said.as_str()))?;
        i8::try_from(n + 1).ok()
    }

    /// `27` or `27th`, and whether it was said as an ordinal.
    fn day_number(&self, at: usize) -> Option<(i8, bool)> {
        let said = &self.tokens.get(at)?.text;
        let ordinal = self.tongue.ordinals.iter().find_map(|end| said.strip_suffix(end));
        let day: i8 = ordinal.unwrap_or(said).parse().ok().filter(|d| (1..=31).contains(d))?;
        Some((day, ordinal.is_some()))
    }

    /// *Their 9:00*, *9:00 their time*.
    fn side(&mut self, at: usize) -> Option<usize> {
        if self.found.side.is_some() || self.found.length.is_some() {
            return None;
        }
        let (theirs, ours) = (self.one_of(at, self.tongue.theirs), self.one_of(at, self.tongue.ours));
        if theirs + ours == 0 {
            return None;
        }
        let words = theirs.max(ours);
        let named = self.one_of(at + words, self.tongue.clock_word);
        // In a sentence *their* is a word like any other, unless an hour or the word *time* stands beside it.
        let beside = named > 0 || self.is_hour(at + words);
        if self.mode == Mode::Within && !beside {
            return None;
        }
        self.found.side = Some(if theirs > 0 { Side::Theirs } else { Side::Ours });
        Some(words + named)
    }

    pub(super) fn is_hour(&self, at: usize) -> bool {
        let is_written = |t: &Token| t.text.contains(':') && read_clock(&t.text).is_some();
        self.named_hour(at).is_some() || self.tokens.get(at).is_some_and(is_written)
    }
}

/// `2026-11-27`, `2026-11-27t14:20`, `27.11.2026`.
fn written(said: &str) -> Option<(Date, Option<Time>)> {
    let (day, time) = said.split_once('t').unwrap_or((said, ""));
    if day.len() == 10 && day.as_bytes()[4] == b'-' {
        let clock = if time.is_empty() { None } else { Some(read_clock(time)?) };
        return Some((day.parse().ok()?, clock));
    }
    let parts: Vec<&str> = said.split('.').collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let date = Date::new(year.parse().ok().filter(|y| *y >= 1970)?, month.parse().ok()?, day.parse().ok()?).ok()?;
    Some((date, None))
}

fn of_date(date: Date) -> Day {
    Day::Date { year: Some(date.year()), month: date.month(), day: date.day() }
}
