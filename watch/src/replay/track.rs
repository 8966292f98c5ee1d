//! One line of the past, with the days on which each thing about it could be seen.

use super::{day_of, days};
use crate::{
    line::{Line, Standing as Word},
    slip::{
        FAREST, Late, Stage, Standing,
        steps::{self, Step},
    },
    story::{Milestone, Places},
    when::When,
};
use jiff::{civil::Date, tz::TimeZone};
use std::collections::BTreeMap;

/// A line as a file of the past tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    pub line: Line,
    pub acknowledged: Option<When>,
    pub places: Places,
    pub milestones: BTreeMap<String, Milestone>,
}

/// Why a line cannot be replayed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Left {
    NoPromise,
    /// Cancelled, and the file does not say when: whoever asks on a day cannot know.
    Cancelled,
    /// It says that it was delivered and not when.
    DeliveredWithoutDate,
    /// Its days contradict each other.
    Contradicts,
}

impl Left {
    /// The word in locale keys.
    pub fn word(self) -> &'static str {
        match self {
            Left::NoPromise => "no-promise",
            Left::Cancelled => "cancelled",
            Left::DeliveredWithoutDate => "delivered-without-date",
            Left::Contradicts => "contradicts",
        }
    }
}

/// A line in whole days.
#[derive(Debug, Clone)]
pub struct Track {
    /// Which of the lines it was given.
    pub row: usize,
    /// The first morning on which it could be looked at.
    pub start: Date,
    /// What was promised first: a promise that moved kept nobody waiting less.
    pub promise: Date,
    ordered: Option<Date>,
    stages: Vec<(Date, Stage)>,
    pub delivered: Option<Date>,
    /// When the delivery was entered, where the file says so.
    recorded: Option<Date>,
    places: Places,
    steps: Vec<Step>,
}

impl Track {
    /// # Errors
    /// With the reason, when the line says too little or contradicts itself.
    pub fn of(row: usize, past: &Past, zone: &TimeZone) -> Result<Track, Left> {
        let line: &Line = &past.line;
        let promise = line.first_promised.or(line.promised).ok_or(Left::NoPromise)?;
        if line.is_cancelled() {
            return Err(Left::Cancelled);
        }
        if line.delivered.is_none() && matches!(line.standing, Word::Delivered | Word::Closed) {
            return Err(Left::DeliveredWithoutDate);
        }
        let day = |when: Option<When>| when.map(|when| day_of(when, zone));
        let (promise, ordered) = (day_of(promise, zone), day(line.ordered));
        let mut stages: Vec<(Date, Stage)> = [
            (ordered, Stage::Ordered),
            (day(past.acknowledged), Stage::Confirmed),
            (day(line.ready), Stage::Ready),
            (day(line.shipped), Stage::Shipped),
        ]
        .into_iter()
        .filter_map(|(day, stage)| Some((day?, stage)))
        .collect();
        let delivered = day(line.delivered);
        let first = stages.iter().map(|(day, _)| *day).min();
        if first.is_some_and(|first| first > promise || delivered.is_some_and(|delivered| delivered < first)) {
            return Err(Left::Contradicts);
        }
        stages.sort();
        let start = match first {
            Some(first) => first.tomorrow().unwrap_or(first),
            // Nobody knows since when; the watch knew of it when it could first say something.
            None => promise.checked_sub(jiff::Span::new().days(FAREST)).unwrap_or(promise),
        };
        Ok(Track {
            row,
            start,
            promise,
            ordered,
            stages,
            delivered,
            recorded: day(line.recorded),
            places: past.places.clone(),
            steps: past
                .milestones
                .iter()
                .map(|(name, step)| Step { name: name.clone(), planned: day(step.planned), done: day(step.actual) })
                .collect(),
        })
    }

    /// Late when it came after the promised day. What never came, as far as the file goes, is late as well, and nobody knows how
    /// late: it is counted on its own and taught to nobody.
    pub fn late(&self) -> Option<Late> {
        Some(if self.delivered? <= self.promise { Late::No } else { Late::Yes })
    }

    /// The morning on which the delivery could be seen.
    fn seen_delivered(&self) -> Option<Date> {
        let delivered = self.delivered?;
        self.recorded.map_or(delivered, |recorded| recorded.max(delivered)).tomorrow().ok()
    }

    pub fn is_seen_delivered(&self, day: Date) -> bool {
        self.seen_delivered().is_some_and(|seen| seen <= day)
    }

    /// The morning on which it counts as past: its day is over and it came. Lines that came early wait for the others of their day,
    /// or the past would look better than it is.
    pub fn end_known(&self) -> Date {
        let over = self.promise.tomorrow().unwrap_or(self.promise);
        self.seen_delivered().map_or(over, |seen| seen.max(over))
    }

    /// Days after the promise on which it came.
    pub fn came(&self) -> Option<i32> {
        self.delivered.map(|delivered| days(self.promise, delivered))
    }

    /// Whole days from this morning to the end of the promised day: what is promised for today is due in one day.
    pub fn left(&self, day: Date) -> i32 {
        days(day, self.promise) + 1
    }

    /// The mornings on which somebody could have asked about it.
    pub fn days_seen(&self) -> impl Iterator<Item = Date> + '_ {
        let first = self.promise.checked_sub(jiff::Span::new().days(FAREST)).unwrap_or(self.start).max(self.start);
        let mut next = Some(first);
        std::iter::from_fn(move || {
            let day = next.filter(|day| *day <= self.promise && !self.is_seen_delivered(*day))?;
            next = day.tomorrow().ok();
            Some(day)
        })
    }

    /// Where it stood on a morning, with what had happened before that morning; nothing while it is too far ahead to say anything.
    pub fn standing(&self, day: Date) -> Option<Standing<'_>> {
        let left = self.left(day);
        if left > FAREST {
            return None;
        }
        let (since, stage) = self
            .stages
            .iter()
            .rev()
            .find(|(happened, _)| *happened < day)
            .copied()
            .unwrap_or((self.start, Stage::Ordered));
        let promised_in = self.ordered.map(|ordered| days(ordered, self.promise));
        let steps = self.steps.iter().map(|step| (step.name.as_str(), step.planned, step.done));
        let reached = steps::reached(steps, day);
        Some(Standing { stage, for_days: days(since, day), promised_in, left, reached, places: &self.places })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn past(ordered: &str, shipped: &str, delivered: &str, recorded: Option<&str>) -> Past {
        let when = |text: &str| (!text.is_empty()).then(|| text.parse().unwrap());
        let line = Line {
            ordered: when(ordered),
            promised: when("2026-11-20"),
            shipped: when(shipped),
            delivered: when(delivered),
            recorded: recorded.and_then(when),
            ..Line::new("A-1", "1")
        };
        Past { line, acknowledged: None, places: Places::default(), milestones: BTreeMap::new() }
    }

    fn track(ordered: &str, shipped: &str, delivered: &str) -> Track {
        Track::of(0, &past(ordered, shipped, delivered, None), &TimeZone::UTC).unwrap()
    }

    /// What happens on a day is seen on the next morning, never on the same one.
    #[test]
    fn a_morning_knows_only_the_days_before_it() {
        let track = track("2026-11-02", "2026-11-10", "2026-11-18");
        assert_eq!(track.standing(date("2026-11-10")).unwrap().stage, Stage::Ordered);
        assert_eq!(track.standing(date("2026-11-11")).unwrap().stage, Stage::Shipped);
        assert!(!track.is_seen_delivered(date("2026-11-18")) && track.is_seen_delivered(date("2026-11-19")));
        assert_eq!(track.days_seen().count(), 16, "the 3rd to the 18th");
    }

    #[test]
    fn a_line_is_past_when_its_day_is_over_and_it_came() {
        let late = track("2026-11-02", "2026-11-10", "2026-11-25");
        assert_eq!((late.late(), late.end_known(), late.came()), (Some(Late::Yes), date("2026-11-26"), Some(5)));
        let early = track("2026-11-02", "2026-11-10", "2026-11-12");
        assert_eq!((early.late(), early.end_known()), (Some(Late::No), date("2026-11-21")));
        assert_eq!(track("2026-11-02", "2026-11-10", "").late(), None, "nobody knows how late");
    }

    #[test]
    fn what_is_promised_for_today_is_due_in_one_day() {
        assert_eq!(track("2026-11-02", "", "").left(date("2026-11-20")), 1);
        assert_eq!(track("2026-11-02", "", "").left(date("2026-11-14")), 7);
    }

    /// S031, and the cry of wolf: a delivery of the 18th that somebody entered on the 24th was in time all along.
    #[test]
    fn a_delivery_that_is_entered_late_is_judged_by_its_own_day() {
        let entered = Track::of(0, &past("2026-11-02", "", "2026-11-18", Some("2026-11-24")), &TimeZone::UTC).unwrap();
        assert_eq!((entered.late(), entered.end_known()), (Some(Late::No), date("2026-11-25")));
        assert!(!entered.is_seen_delivered(date("2026-11-21")));
    }

    #[test]
    fn what_nobody_could_know_on_a_day_is_left_out() {
        let mut cancelled = past("2026-11-02", "", "", None);
        cancelled.line.standing = Word::Cancelled;
        assert_eq!(Track::of(0, &cancelled, &TimeZone::UTC).unwrap_err(), Left::Cancelled);
        let backwards = past("2026-11-10", "", "2026-11-05", None);
        assert_eq!(Track::of(0, &backwards, &TimeZone::UTC).unwrap_err(), Left::Contradicts);
    }
}
