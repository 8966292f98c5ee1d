//! The ways to write a day or a spell of days, as they stand in the text; what they mean is said in `date.rs`.
use super::super::Finder;
use super::COUNT_AT_MOST;
use crate::grammar::{Flag, Role};
use crate::token::{Kind, Token};
use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    Plain,
    This,
    Next,
    Last,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Day {
    Full {
        day: Date,
        weekday: Option<i8>,
    },
    Month {
        day: i8,
        month: i8,
        weekday: Option<i8>,
    },
    OfMonth {
        day: i8,
    },
    Weekday {
        day: i8,
        moment: Moment,
    },
    Offset(i32),
    /// Minutes where they are what is counted.
    Spell {
        days: i32,
        minutes: Option<i64>,
        exact: bool,
        ago: bool,
    },
    Period {
        end: Option<Date>,
    },
    Ambiguous {
        one: Date,
        other: Date,
    },
}

type Found = Option<(usize, Day)>;

impl Finder<'_> {
    pub(super) fn day(&self, tokens: &[Token], at: usize) -> Found {
        let token = tokens.get(at)?;
        let role = self.role(token);
        if role.weekday > 0 {
            return self.named_day(tokens, at, role);
        }
        self.calendar_day(tokens, at)
            .or_else(|| self.near_day(tokens, at, role))
            .or_else(|| self.spell(tokens, at, role))
            .or_else(|| self.period(tokens, at, role))
    }

    fn named_day(&self, tokens: &[Token], at: usize, role: Role) -> Found {
        let said = role.weekday as i8;
        let skip = usize::from(tokens.get(at + 1).is_some_and(|t| self.role(t).is(Flag::of)));
        if role.is(Flag::short) && !self.is_led_to(tokens, at) && !self.leads_on(tokens, at + 1) {
            return None;
        }
        match self.calendar_day(tokens, at + 1 + skip) {
            Some((long, Day::Full { day, .. })) => Some((1 + skip + long, Day::Full { day, weekday: Some(said) })),
            Some((long, Day::Month { day, month, .. })) => {
                Some((1 + skip + long, Day::Month { day, month, weekday: Some(said) }))
            }
            _ => Some((1, Day::Weekday { day: said, moment: Moment::Plain })),
        }
    }

    /// *by Wed*, *on Sat*: a short name is a day behind a word that leads to one.
    fn is_led_to(&self, tokens: &[Token], at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|before| self.role(&tokens[before])) else { return false };
        let leads = [Flag::at, Flag::of, Flag::about, Flag::this, Flag::next, Flag::last];
        !before.is(Flag::article) && leads.into_iter().any(|flag| before.is(flag))
    }

    /// *Wed 25 Nov*, *Sat 14:00*: or before a day or an hour.
    fn leads_on(&self, tokens: &[Token], at: usize) -> bool {
        let skip = usize::from(tokens.get(at).is_some_and(|t| self.role(t).is(Flag::at)));
        self.calendar_day(tokens, at).is_some() || self.time(tokens, at + skip).is_some()
    }

    /// `14 May 2026`, `May 14th`, `14.05.2026`, `2026-05-14`, `5/14/2026`.
    fn calendar_day(&self, tokens: &[Token], at: usize) -> Found {
        let token = tokens.get(at)?;
        if self.role(token).month > 0 {
            return self.month_first(tokens, at);
        }
        if token.kind != Kind::Number {
            return None;
        }
        self.iso_day(tokens, at)
            .or_else(|| self.day_first(tokens, at))
            .or_else(|| self.dotted(tokens, at))
            .or_else(|| self.with_strokes(tokens, at))
    }

    fn month_first(&self, tokens: &[Token], at: usize) -> Found {
        let month = self.role(&tokens[at]).month as i8;
        let skip = usize::from(tokens.get(at + 1).is_some_and(|t| self.role(t).is(Flag::article)));
        let next = tokens.get(at + 1 + skip)?;
        let day = self.small(next)?;
        let mut long = 2 + skip;
        if tokens.get(at + long).is_some_and(|t| self.role(t).is(Flag::ordinal) && t.start == tokens[at + long - 1].end)
        {
            long += 1;
        }
        if let Some(year) = tokens.get(at + long).and_then(|t| self.year(t)) {
            return Some((long + 1, Day::Full { day: Date::new(year, month, day).ok()?, weekday: None }));
        }
        Date::new(2024, month, day).ok()?;
        Some((long, Day::Month { day, month, weekday: None }))
    }

    fn day_first(&self, tokens: &[Token], at: usize) -> Found {
        let day = self.small(&tokens[at])?;
        let mut long = 1;
        let is = |long: usize, flag: Flag| tokens.get(at + long).is_some_and(|t| self.role(t).is(flag));
        let ordinal = is(long, Flag::ordinal) && tokens[at + long].start == tokens[at].end;
        long += usize::from(ordinal);
        long += usize::from(is(long, Flag::of));
        let month = tokens.get(at + long).map(|t| self.role(t).month).filter(|m| *m > 0);
        let Some(month) = month else {
            return ordinal.then(|| self.ordinal_alone(tokens, at, day)).flatten();
        };
        let month = month as i8;
        long += 1;
        if let Some(year) = tokens.get(at + long).and_then(|t| self.year(t)) {
            return Some((long + 1, Day::Full { day: Date::new(year, month, day).ok()?, weekday: None }));
        }
        Date::new(2024, month, day).ok()?;
        Some((long, Day::Month { day, month, weekday: None }))
    }

    /// *the 25th (of this month)*: a day only behind a word that leads to one.
    fn ordinal_alone(&self, tokens: &[Token], at: usize, day: i8) -> Found {
        if !self.role(&tokens[at.checked_sub(1)?]).is(Flag::article) {
            return None;
        }
        let behind = tokens.get(at + 2).map(|t| self.role(t)).unwrap_or_default();
        let is_of_month = behind.is(Flag::of) && tokens[at + 2..].iter().take(4).any(|t| self.role(t).is(Flag::month));
        let long =
            if is_of_month { 2 + tokens[at + 2..].iter().position(|t| self.role(t).is(Flag::month))? + 1 } else { 2 };
        let leads = at.checked_sub(2).is_some_and(|b| {
            let role = self.role(&tokens[b]);
            role.is(Flag::within) || role.is(Flag::at) || role.is(Flag::about) || role.is(Flag::of)
        });
        (is_of_month || leads).then_some((long, Day::OfMonth { day }))
    }

    pub(in crate::spans) fn is_iso_day(&self, tokens: &[Token], at: usize) -> bool {
        self.iso_day(tokens, at).is_some()
    }

    fn iso_day(&self, tokens: &[Token], at: usize) -> Found {
        let [y, m, d] = tokens.get(at..at + 3)? else { return None };
        if self.between(y, m) != "-" || self.between(m, d) != "-" || self.said(y).len() != 4 {
            return None;
        }
        let day = Date::new(self.year(y)?, self.small(m)?, self.small(d)?).ok()?;
        Some((3, Day::Full { day, weekday: None }))
    }

    /// `14.05.2026`, and `14.5.` where a dot makes a day.
    fn dotted(&self, tokens: &[Token], at: usize) -> Found {
        let said = self.said(&tokens[at]);
        let parts: Vec<&str> = said.split('.').collect();
        match parts[..] {
            [day, month, year] => {
                let year = full_year(year.parse().ok()?, year.len())?;
                let day = Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?;
                Some((1, Day::Full { day, weekday: None }))
            }
            [day, month] if self.numeric_dot && self.text[tokens[at].end as usize..].starts_with('.') => {
                let (day, month) = (day.parse().ok()?, month.parse().ok()?);
                Date::new(2024, month, day).ok()?;
                Some((1, Day::Month { day, month, weekday: None }))
            }
            _ => None,
        }
    }

    fn with_strokes(&self, tokens: &[Token], at: usize) -> Found {
        let [one, two, three] = tokens.get(at..at + 3)? else { return None };
        if self.between(one, two) != "/" || self.between(two, three) != "/" {
            return None;
        }
        let (a, b) = (self.small(one)?, self.small(two)?);
        let said = self.said(three);
        let year = full_year(said.parse().ok()?, said.len())?;
        let [day_first, month_first] = [Date::new(year, b, a).ok(), Date::new(year, a, b).ok()];
        match (day_first, month_first) {
            (Some(one), Some(other)) if one != other => {
                let (one, other) = if self.day_before_month { (one, other) } else { (other, one) };
                Some((3, Day::Ambiguous { one, other }))
            }
            (Some(day), _) | (None, Some(day)) => Some((3, Day::Full { day, weekday: None })),
            (None, None) => None,
        }
    }

    /// *tomorrow*, *next Friday*.
    fn near_day(&self, tokens: &[Token], at: usize, role: Role) -> Found {
        let days = [(Flag::today, 0), (Flag::tomorrow, 1), (Flag::overmorrow, 2), (Flag::yesterday, -1)];
        if let Some((_, offset)) = days.iter().find(|(flag, _)| role.is(*flag)) {
            return Some((1, Day::Offset(*offset)));
        }
        let moment = moment(role)?;
        let mut long = 1;
        let mut next = tokens.get(at + 1).map(|t| self.role(t))?;
        if next.is(Flag::next) {
            long = 2;
            next = tokens.get(at + 2).map(|t| self.role(t))?;
        }
        (next.weekday > 0).then_some((long + 1, Day::Weekday { day: next.weekday as i8, moment }))
    }

    /// *within 24 hours*, *in the next 3 days*, *two days ago*, *3-4 more weeks*.
    fn spell(&self, tokens: &[Token], at: usize, role: Role) -> Found {
        let leads = role.is(Flag::within);
        let mut here = at + usize::from(leads);
        let passes =
            |role: Role| role.is(Flag::of) || role.is(Flag::next) || role.is(Flag::about) || role.is(Flag::this);
        if leads {
            here += tokens.iter().skip(here).take(3).take_while(|t| passes(self.role(t))).count();
        }
        let counted = tokens.get(here)?;
        let mut count = self.number(counted).filter(|n| *n <= COUNT_AT_MOST);
        let few = self.role(counted).is(Flag::few);
        if count.is_none() && !few {
            // within the hour
            let unit = self.unit(counted)?;
            let fog = tokens[at..here].iter().any(|t| self.role(t).is(Flag::next));
            return (leads && here > at + 1 && !fog).then(|| {
                let (days, minutes) = (days_of(1.0, unit), minutes_of(1.0, unit));
                (here + 1 - at, Day::Spell { days, minutes, exact: true, ago: false })
            });
        }
        here += 1;
        if let Some(second) = tokens.get(here).and_then(|t| self.number(t)) {
            count = Some(second);
            here += 1;
        }
        here += tokens.iter().skip(here).take(2).take_while(|t| passes(self.role(t))).count();
        let unit = self.unit(tokens.get(here)?)?;
        here += 1;
        let ago = tokens.get(here).is_some_and(|t| self.role(t).is(Flag::ago));
        let long = here + usize::from(ago) - at;
        let count = count.unwrap_or(3.0);
        let (days, minutes) = (days_of(count, unit), minutes_of(count, unit));
        (leads || ago).then_some((long, Day::Spell { days, minutes, exact: !few, ago }))
    }

    fn unit(&self, token: &Token) -> Option<Flag> {
        let role = self.role(token);
        [Flag::minute, Flag::hour, Flag::workday, Flag::day, Flag::week, Flag::month, Flag::year]
            .into_iter()
            .find(|unit| role.is(*unit))
    }

    /// *next week*, *end of the month*, *mid-January*, *week 22*.
    fn period(&self, tokens: &[Token], at: usize, role: Role) -> Found {
        if role.is(Flag::calendar_week) || role.is(Flag::week) {
            let number = self.small_to(tokens.get(at + 1)?, 53)?;
            let year = self.sent.map(|s| s.date().year());
            let end = year.and_then(|y| Date::new(y, 1, 4).ok()).and_then(|first| {
                let monday = first.weekday().to_monday_one_offset() - 1;
                first.checked_add((i32::from(number - 1) * 7 + 4 - i32::from(monday)).days()).ok()
            });
            return Some((2, Day::Period { end }));
        }
        let part = role.is(Flag::end) || role.is(Flag::middle) || role.is(Flag::early) || role.is(Flag::late);
        if !part && moment(role).is_none() {
            return None;
        }
        let skip = 1 + tokens
            .iter()
            .skip(at + 1)
            .take(3)
            .take_while(|t| {
                let role = self.role(t);
                role.is(Flag::of) || moment(role).is_some()
            })
            .count();
        let head = tokens.get(at + skip)?;
        let of = self.role(head);
        let next = tokens[at..at + skip].iter().any(|t| self.role(t).is(Flag::next));
        if of.month > 0 && (part || next) {
            let today = self.sent.map(DateTime::date);
            let day = if role.is(Flag::end) || role.is(Flag::late) { 28 } else { 15 };
            return Some((skip + 1, Day::Period { end: today.and_then(|t| super::nearest(t, of.month as i8, day)) }));
        }
        let unit = self.unit(head)?;
        if matches!(unit, Flag::minute | Flag::hour | Flag::year) {
            return None;
        }
        let end = self.sent.map(DateTime::date).and_then(|today| end_of(today, unit, next));
        let last = moment(role) == Some(Moment::Last);
        (!last).then_some((skip + 1, Day::Period { end }))
    }

    fn small(&self, token: &Token) -> Option<i8> {
        self.small_to(token, 31)
    }

    fn small_to(&self, token: &Token, most: i8) -> Option<i8> {
        let said = self.said(token);
        let number = if token.kind == Kind::Number && said.len() <= 2 { said.parse().ok() } else { None };
        number.filter(|n| (1..=most).contains(n))
    }

    fn year(&self, token: &Token) -> Option<i16> {
        let said = self.said(token);
        let year: i16 = if token.kind == Kind::Number && said.len() == 4 { said.parse().ok()? } else { return None };
        (1990..=2100).contains(&year).then_some(year)
    }
}

fn moment(role: Role) -> Option<Moment> {
    [(Flag::this, Moment::This), (Flag::next, Moment::Next), (Flag::last, Moment::Last)]
        .into_iter()
        .find_map(|(flag, moment)| role.is(flag).then_some(moment))
}

fn full_year(year: i16, digits: usize) -> Option<i16> {
    match digits {
        4 => (1990..=2100).contains(&year).then_some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// Whole days of a spell; five working days are a week.
fn days_of(count: f64, unit: Flag) -> i32 {
    let days = match unit {
        Flag::minute | Flag::hour => (count / if unit == Flag::hour { 24.0 } else { 1440.0 }).ceil(),
        Flag::workday => (count * 7.0 / 5.0).ceil(),
        Flag::week => count * 7.0,
        Flag::month => count * 30.0,
        Flag::year => count * 365.0,
        _ => count,
    };
    days as i32
}

fn minutes_of(count: f64, unit: Flag) -> Option<i64> {
    match unit {
        Flag::minute => Some(count as i64),
        Flag::hour => Some((count * 60.0) as i64),
        _ => None,
    }
}

fn end_of(today: Date, unit: Flag, next: bool) -> Option<Date> {
    let more = i32::from(next);
    match unit {
        Flag::week => {
            let friday = 5 - i32::from(today.weekday().to_monday_one_offset());
            today.checked_add((friday + 7 * more).days()).ok()
        }
        Flag::month => today.checked_add(more.months()).ok().map(Date::last_of_month),
        _ => Some(today),
    }
}
