//! When to call them: three moments at which somebody of ours is there and free while it is day where they are, and their next morning.
use casework::calendar::Calendar;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};

/// Moments that a mail proposes.
pub const PROPOSED: usize = 3;
/// Days that are looked through for them.
const DAYS_AHEAD: i64 = 21;
/// So long a call may take.
const A_CALL: i64 = 30;
/// Nobody is asked for a time before they can have read the mail.
const NOT_BEFORE: SignedDuration = SignedDuration::from_mins(90);
/// Two proposals of one day lie so far apart.
const APART: SignedDuration = SignedDuration::from_hours(3);
/// Of one day at most so many, so that somebody who is away that day can choose another.
const OF_ONE_DAY: usize = 2;
/// Their day, where nobody knows their hours: from nine to five.
const THEIR_DAY: (i8, i8) = (9, 17);
/// When a mail for *their morning* is there.
const MORNING: Time = Time::constant(8, 30, 0, 0);

/// What is looked at to find a time.
pub struct Hours<'a> {
    pub ours: &'a Calendar,
    /// Their own hours, where they are known.
    pub theirs: Option<&'a Calendar>,
    /// Their clock.
    pub zone: &'a TimeZone,
    /// What is due from us then already.
    pub busy: &'a [Timestamp],
}

impl Hours<'_> {
    /// Up to three moments, the soonest first. Where our hours and theirs never meet, theirs decide.
    pub fn proposed(&self, now: Timestamp) -> Vec<Timestamp> {
        let both = self.among(now, |at| self.open(self.ours, at) && self.day_there(at));
        if both.is_empty() { self.among(now, |at| self.day_there(at)) } else { both }
    }

    fn among(&self, now: Timestamp, fits: impl Fn(Timestamp) -> bool) -> Vec<Timestamp> {
        let mut found: Vec<Timestamp> = vec![];
        let first = half_hour(now.saturating_add(NOT_BEFORE).unwrap_or(now));
        for step in 0..DAYS_AHEAD * 48 {
            let Ok(at) = first.checked_add(SignedDuration::from_mins(30 * step)) else { break };
            let day = |at: Timestamp| at.to_zoned(self.zone.clone()).date();
            let same = found.iter().filter(|other| day(**other) == day(at)).count();
            let apart = found.iter().all(|other| at.duration_since(*other).abs() >= APART);
            if same < OF_ONE_DAY && apart && fits(at) && !self.is_busy(at) {
                found.push(at);
            }
            if found.len() == PROPOSED {
                break;
            }
        }
        found
    }

    fn open(&self, calendar: &Calendar, at: Timestamp) -> bool {
        let ends = at.saturating_add(SignedDuration::from_mins(A_CALL)).unwrap_or(at);
        calendar.minutes_between(at, ends) == A_CALL
    }

    fn day_there(&self, at: Timestamp) -> bool {
        if let Some(theirs) = self.theirs {
            return self.open(theirs, at);
        }
        let there = at.to_zoned(self.zone.clone());
        let weekday = there.weekday().to_monday_zero_offset() < 5;
        weekday && (THEIR_DAY.0..THEIR_DAY.1).contains(&there.hour())
    }

    /// Half an hour before and after what is due, nothing else is promised.
    fn is_busy(&self, at: Timestamp) -> bool {
        self.busy.iter().any(|due| due.duration_since(at).abs() < SignedDuration::from_mins(A_CALL))
    }

    /// Half past eight on their clock, on the first of their working days that still has it before it.
    pub fn their_morning(&self, now: Timestamp) -> Timestamp {
        let today = now.to_zoned(self.zone.clone()).date();
        let at = |day: Date| day.to_datetime(MORNING).to_zoned(self.zone.clone()).map(|at| at.timestamp());
        let works = |day: Date| match self.theirs {
            Some(theirs) => theirs.is_working_day(day),
            None => day.weekday().to_monday_zero_offset() < 5,
        };
        let days = (0..DAYS_AHEAD).filter_map(|n| today.checked_add(n.days()).ok());
        let morning = days.filter(|day| works(*day)).filter_map(|day| at(day).ok()).find(|at| *at > now);
        morning.unwrap_or(now)
    }
}

/// The next full or half hour.
fn half_hour(at: Timestamp) -> Timestamp {
    let half = 30 * 60;
    let seconds = at.as_second().div_euclid(half).saturating_add(1).saturating_mul(half);
    Timestamp::from_second(seconds).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::firm::default_calendar;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }
    fn warsaw() -> Calendar {
        store::holidays::calendar(&default_calendar("Europe/Warsaw")).unwrap()
    }
    fn proposed(zone: &str, busy: &[Timestamp], now: &str) -> Vec<String> {
        let (ours, zone) = (warsaw(), TimeZone::get(zone).unwrap());
        let hours = Hours { ours: &ours, theirs: None, zone: &zone, busy };
        hours.proposed(at(now)).iter().map(|at| at.to_zoned(zone.clone()).strftime("%a %H:%M").to_string()).collect()
    }

    /// S054: three of them, while both sides are at work, not all on one day.
    #[test]
    fn s054_three_times_lie_in_our_hours_and_in_their_day() {
        // Warsaw works 8 to 17; in Chicago that is until ten in the morning.
        assert_eq!(proposed("America/Chicago", &[], "2026-03-02T09:00:00Z"), ["Mon 09:00", "Tue 09:00", "Wed 09:00"]);
        assert_eq!(proposed("Europe/Warsaw", &[], "2026-03-02T08:10:00Z"), ["Mon 11:00", "Mon 14:00", "Tue 09:00"]);
        // Friday afternoon: the weekend is nobody's day.
        assert_eq!(proposed("Europe/Warsaw", &[], "2026-03-06T15:30:00Z"), ["Mon 09:00", "Mon 12:00", "Tue 09:00"]);
    }

    #[test]
    fn what_is_due_already_is_not_given_away_twice() {
        let busy = [at("2026-03-02T10:00:00Z"), at("2026-03-03T08:00:00Z")];
        assert_eq!(proposed("Europe/Warsaw", &busy, "2026-03-02T08:10:00Z"), ["Mon 11:30", "Mon 14:30", "Tue 09:30"]);
    }

    #[test]
    fn where_hours_never_meet_their_day_decides() {
        assert_eq!(proposed("Pacific/Honolulu", &[], "2026-03-02T09:00:00Z"), ["Mon 09:00", "Mon 12:00", "Tue 09:00"]);
    }

    #[test]
    fn their_morning_is_the_next_of_their_working_days() {
        let (ours, zone) = (warsaw(), TimeZone::get("America/Chicago").unwrap());
        let hours = Hours { ours: &ours, theirs: None, zone: &zone, busy: &[] };
        assert_eq!(hours.their_morning(at("2026-03-02T09:00:00Z")), at("2026-03-02T14:30:00Z"), "the same day");
        assert_eq!(hours.their_morning(at("2026-03-02T15:00:00Z")), at("2026-03-03T14:30:00Z"));
        assert_eq!(
            hours.their_morning(at("2026-03-06T20:00:00Z")),
            at("2026-03-09T13:30:00Z"),
            "over a weekend and a change of clocks"
        );
        let theirs = store::holidays::calendar(&casework::calendar::CalendarSpec {
            exceptions: [("2026-03-03".parse().unwrap(), vec![])].into(),
            ..default_calendar("America/Chicago")
        });
        let theirs = theirs.unwrap();
        let hours = Hours { ours: &ours, theirs: Some(&theirs), zone: &zone, busy: &[] };
        assert_eq!(
            hours.their_morning(at("2026-03-02T15:00:00Z")),
            at("2026-03-04T14:30:00Z"),
            "they are closed on Tuesday"
        );
    }
}
