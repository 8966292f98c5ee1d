//! The hour of a time: *14:20*, *10am*, *noon*, *five o'clock*, *half past nine*.
use super::laid::EVENING;
use super::scan::{Day, Mode, Reading};
use super::tokens::one_of;
use jiff::civil::Time;

/// Bare hours below this are said of the afternoon: nobody promises a call at three in the night.
const FIRST_HOUR_OF_MORNING: i64 = 6;

impl Reading<'_> {
    pub(super) fn named_hour(&self, at: usize) -> Option<(Time, usize)> {
        let hours = self.tongue.hours;
        let (n, words) = one_of(self.tokens, at, hours.iter().map(|h| h.0))?;
        Some((clock(hours[n].1, hours[n].2)?, words))
    }

    /// *14:20*, *10am*, *noon*, *five o'clock*, *half past nine*, and a bare number where only an hour can be meant.
    pub(super) fn hour(&mut self, at: usize) -> Option<usize> {
        if self.found.length.is_some() || (self.found.clock.is_some() && !self.is_rough) {
            return None;
        }
        if let Some(rough) = self.found.clock {
            let (time, words) = self.number_hour(at)?;
            let hour = if rough.hour() >= 12 && time.hour() < 12 { time.hour() + 12 } else { time.hour() };
            (self.found.clock, self.is_rough) = (Some(clock(hour, time.minute())?), false);
            return Some(words);
        }
        let end_of_day = self.one_of(at, self.tongue.end_of_day);
        let (time, words) = if end_of_day > 0 {
            self.found.is_due = true;
            if self.found.weekday.is_none() && self.found.day.is_none() {
                self.found.day = Some(Day::FromToday(0));
            }
            (EVENING, end_of_day)
        } else if let Some(named) = self.named_hour(at) {
            self.is_rough = true;
            named
        } else if let Some(past) = self.past_the_hour(at) {
            past
        } else {
            self.number_hour(at)?
        };
        self.found.clock = Some(time);
        Some(words)
    }

    fn past_the_hour(&self, at: usize) -> Option<(Time, usize)> {
        let tongue = self.tongue;
        let kinds =
            [(tongue.half_past, 30), (tongue.quarter_past, 15), (tongue.quarter_to, -15), (tongue.half_to, -30)];
        let (words, minutes) =
            kinds.into_iter().map(|(said, m)| (self.one_of(at, said), m)).find(|(words, _)| *words > 0)?;
        let hour = afternoon(self.tokens.get(at + words)?.number().or_else(|| self.number_word(at + words))?);
        let minutes = hour * 60 + minutes;
        let time = clock(i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?)?;
        Some((time, words + 1))
    }

    fn number_hour(&self, at: usize) -> Option<(Time, usize)> {
        let said = &self.tokens[at].text;
        let is_end = |end: &'static [&'static str]| end.iter().find_map(|e| said.strip_suffix(e));
        let glued = [(self.tongue.before_noon, 0), (self.tongue.after_noon, 12)];
        for (ends, add) in glued {
            if let Some(digits) = is_end(ends).filter(|d| d.starts_with(|c: char| c.is_ascii_digit())) {
                return Some((twelve(read_clock(digits)?, add)?, 1));
            }
        }
        let written = read_clock(said);
        for (ends, add) in glued {
            let words = self.one_of(at + 1, ends);
            if words > 0 {
                let hour = written.or_else(|| clock(i8::try_from(self.number_word(at)?).ok()?, 0))?;
                return Some((twelve(hour, add)?, 1 + words));
            }
        }
        let o_clock = self.one_of(at + 1, self.tongue.o_clock);
        if o_clock > 0 {
            let hour = self.tokens[at].number().or_else(|| self.number_word(at))?;
            return Some((clock(i8::try_from(afternoon(hour)).ok()?, 0)?, 1 + o_clock));
        }
        if said.contains([':', '.']) {
            return Some((written?, 1));
        }
        let bare = self.tokens[at].number().filter(|_| said.len() <= 2 && self.may_be_bare(at))?;
        let hour = if said.starts_with('0') { bare } else { afternoon(bare) };
        Some((clock(i8::try_from(hour).ok()?, 0)?, 1))
    }

    /// After a day or *at*, and with nothing behind it that it could count: *Friday 9*, never *Friday 200 boards*.
    fn may_be_bare(&self, at: usize) -> bool {
        let dated = self.found.day.is_some() || self.found.weekday.is_some() || self.found.side.is_some();
        if self.mode == Mode::Whole {
            return true;
        }
        let ends = self.tokens.get(at + 1).is_none_or(|next| {
            let sides = [self.tongue.theirs, self.tongue.ours, self.tongue.and, self.tongue.glue];
            next.is_mark()
                || sides.iter().any(|words| words.contains(&next.text.as_str()))
                || self.weekday_at(at + 1).is_some()
                || one_of(self.tokens, at + 1, self.tongue.days.iter().map(|d| d.0)).is_some()
        });
        (dated || self.is_due || self.led_up) && ends
    }
}

/// Hours that nobody works in are said of the afternoon.
fn afternoon(hour: i64) -> i64 {
    if (1..FIRST_HOUR_OF_MORNING).contains(&hour) { hour + 12 } else { hour }
}

fn twelve(time: Time, add: i8) -> Option<Time> {
    let hour = time.hour();
    (1..=12).contains(&hour).then(|| clock(hour % 12 + add, time.minute()))?
}

fn clock(hour: i8, minute: i8) -> Option<Time> {
    Time::new(hour, minute, 0, 0).ok()
}

/// `14:20`, `9.30`, `9`.
pub(super) fn read_clock(said: &str) -> Option<Time> {
    let (hour, minute) = said.split_once([':', '.']).unwrap_or((said, "00"));
    let plain = |part: &str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
    if !plain(hour) || minute.len() != 2 || !plain(minute) {
        return None;
    }
    clock(hour.parse().ok()?, minute.parse().ok()?)
}
