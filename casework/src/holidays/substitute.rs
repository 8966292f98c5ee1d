//! Holidays that fall on a day of rest and the days that stand in for them.
use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};
use serde::Deserialize;

use super::{Original, Rule};

/// Which day stands in when a holiday falls on a day of rest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Substitute {
    /// None: the holiday is lost that year.
    #[default]
    None,
    /// The first day of rest gives the day before, the second the day after: United States, Saudi National Day.
    Nearest,
    /// The next day that is neither rest nor holiday: United Kingdom, Australia, New Zealand.
    NextFree,
    /// Only the second day of rest counts (Sunday), and the next day stands in even if it is a holiday: South Africa.
    SundayNext,
    /// Only the second day of rest counts, and the next free day stands in: Japan, Singapore.
    SundayNextFree,
    /// Only the second day of rest counts, and the day before stands in: the Dutch King's Day leaves a Sunday.
    SundayToSaturday,
    /// For each of its days on a day of rest, one more day after the whole holiday: the feasts of Saudi Arabia.
    AfterAll,
}

/// A holiday of one year on its own date.
pub(super) struct Kept<'a> {
    pub date: Date,
    pub rule: &'a Rule,
}

/// A search for a free day ends after two weeks; no chain of holidays is longer.
const MAX_SEARCH: usize = 14;

/// All dates with their names, substitutes included. `kept` is sorted by date; `rest` is the first and the second day of
/// rest of the week.
pub(super) fn settle<'a>(kept: &[Kept<'a>], rest: [Weekday; 2]) -> BTreeMap<Date, &'a str> {
    let mut days: BTreeMap<Date, &str> = BTreeMap::new();
    for kept in kept {
        for day in run(kept) {
            days.entry(day).or_insert(&kept.rule.name);
        }
    }
    for kept in kept {
        let moved = substitutes(kept, rest, &days);
        if !moved.is_empty() && kept.rule.original == Original::Moves {
            days.remove(&kept.date);
        }
        for day in moved {
            days.entry(day).or_insert(&kept.rule.name);
        }
    }
    days
}

fn run(kept: &Kept<'_>) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(kept.date), |day| day.tomorrow().ok()).take(usize::from(kept.rule.days))
}

fn substitutes(kept: &Kept<'_>, rest: [Weekday; 2], days: &BTreeMap<Date, &str>) -> Vec<Date> {
    let free = |day: &Date| !rest.contains(&day.weekday()) && !days.contains_key(day);
    let next_free = |day: Date| after(day).find(free);
    let (first, second) = (kept.date.weekday() == rest[0], kept.date.weekday() == rest[1]);
    let one = match kept.rule.substitute {
        Substitute::None => None,
        Substitute::Nearest if first => kept.date.yesterday().ok(),
        Substitute::Nearest | Substitute::SundayNext if second => kept.date.tomorrow().ok(),
        Substitute::NextFree if first || second => next_free(kept.date),
        Substitute::SundayNextFree if second => next_free(kept.date),
        Substitute::SundayToSaturday if second => kept.date.yesterday().ok(),
        Substitute::AfterAll => {
            let lost = run(kept).filter(|day| rest.contains(&day.weekday())).count();
            let last = run(kept).last().unwrap_or(kept.date);
            return after(last).filter(free).take(lost).collect();
        }
        _ => None,
    };
    one.into_iter().collect()
}

fn after(day: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(day.tomorrow().ok(), |day| day.tomorrow().ok()).take(MAX_SEARCH)
}
