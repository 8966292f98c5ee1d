//! Do we count working days, and know public holidays, as two independent libraries do?
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use casework::calendar::{Calendar, CalendarSpec, HolidayChoice, Window};
use casework::holidays::Holidays;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use super::tables::{Outcome, rows};

/// The dates of a country on which the two libraries disagree with each other.
pub type Disagreements = BTreeSet<(String, Date)>;

pub fn disagreements(data: &Path) -> Result<Disagreements, String> {
    let rows = rows(&data.join("calendar/holiday_oracle_disagreements.csv"), ',')?;
    rows.into_iter().map(|row| Ok((row[0].clone(), date(&row[1])?))).collect()
}

/// Rows of: country, working weekdays, start, days to add, expected end, expected count back.
pub fn business_days(data: &Path, rules: &Holidays) -> Result<Outcome, String> {
    let disagreed = disagreements(data)?;
    let mut outcome = Outcome::new("business_days");
    for row in rows(&data.join("calendar/business_days.csv"), ',')? {
        let (start, end) = (date(&row[2])?, date(&row[4])?);
        if disagreed.range((row[0].clone(), start)..=(row[0].clone(), end)).next().is_some() {
            outcome.left_out += 1;
            continue;
        }
        outcome.count(business_day(&row, start, end, rules));
    }
    Ok(outcome)
}

fn business_day(row: &[String], start: Date, end: Date, rules: &Holidays) -> Result<(), String> {
    let said = row.join(",");
    let calendar = calendar(&row[0], &row[1], rules)?;
    let days = row[3].parse().map_err(|_| format!("{said}: no number of days"))?;
    let ours = calendar.add_dates(start, days).map_err(|never| format!("{said}: {never}"))?;
    if ours != end {
        return Err(format!("{said}: we say {ours}"));
    }
    let counted = calendar.dates_between(start, end);
    if row[5] == counted.to_string() { Ok(()) } else { Err(format!("{said}: we count {counted} back")) }
}

/// A calendar that is open at noon for an hour on the weekdays of a mask such as `1111100`, Monday first.
fn calendar(country: &str, mask: &str, rules: &Holidays) -> Result<Calendar, String> {
    let open = |n: usize| mask.as_bytes().get(n) == Some(&b'1');
    let noon = Window { from: 720, to: 780 };
    let spec = CalendarSpec {
        name: country.to_owned(),
        version: 1,
        zone: "UTC".to_owned(),
        week: std::array::from_fn(|n| if open(n) { vec![noon] } else { Vec::new() }),
        exceptions: BTreeMap::new(),
        holidays: Some(HolidayChoice { country: country.to_owned(), region: None }),
    };
    Calendar::new(spec, TimeZone::UTC, rules).map_err(|problem| problem.to_string())
}

/// What the library calls some regions, where our code differs.
const OTHER_NAMES: &[(&str, &str, &str)] = &[("DE", "Augsburg", "BY-A"), ("DE", "BY", "BY-EV")];

/// What the comparison of public holidays found.
pub struct Compared {
    /// One outcome a country, of the dates that either side has.
    pub countries: BTreeMap<String, Outcome>,
    /// Places of the table for which there are no rules.
    pub unknown: Vec<String>,
}

/// Rows of: country, region whose extra day it is, date, weekday, name.
pub fn public_holidays(data: &Path, rules: &Holidays) -> Result<Compared, String> {
    let disagreed = disagreements(data)?;
    let mut theirs: BTreeMap<(String, String), BTreeMap<Date, String>> = BTreeMap::new();
    for row in rows(&data.join("calendar/public_holidays.csv"), ',')? {
        let place = (row[0].clone(), row[1].clone());
        theirs.entry(place).or_default().insert(date(&row[2])?, row[4].clone());
    }
    let mut countries: BTreeMap<String, Outcome> = BTreeMap::new();
    let mut unknown = Vec::new();
    for ((country, region), extra) in &theirs {
        let code = OTHER_NAMES.iter().find(|(c, r, _)| c == country && r == region).map_or(region.as_str(), |n| n.2);
        let code = Some(code).filter(|code| !code.is_empty());
        if rules.known(country, code).is_err() {
            unknown.push(format!("{country} {region}").trim_end().to_owned());
            continue;
        }
        let national = theirs.get(&(country.clone(), String::new()));
        let outcome = countries.entry(country.clone()).or_insert_with(|| Outcome::new("public_holidays"));
        let common = if code.is_some() { national } else { None };
        compare(outcome, (country, code), (extra, common), rules, &disagreed)?;
    }
    Ok(Compared { countries, unknown })
}

type Days = BTreeMap<Date, String>;

/// For a region only its extra days are compared: days of the whole country that it does not keep are not in the table.
fn compare(
    outcome: &mut Outcome,
    (country, region): (&str, Option<&str>),
    (extra, common): (&Days, Option<&Days>),
    rules: &Holidays,
    disagreed: &Disagreements,
) -> Result<(), String> {
    let years: BTreeSet<i16> = extra.keys().map(|date| date.year()).collect();
    let mut ours = Days::new();
    for year in years {
        let days = rules.dates(country, region, year).map_err(|problem| format!("{problem:?}"))?;
        ours.extend(days.into_iter().map(|day| (day.date, day.name)));
    }
    let dates: BTreeSet<Date> = ours.keys().chain(extra.keys()).copied().collect();
    let until = rules.countries.get(country).and_then(|country| country.listed_until).unwrap_or(i16::MAX);
    // A holiday on a Saturday or Sunday moves no working time, and the libraries list only some of them.
    let weekday = |date: &Date| !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
    let extra_only = |date: &Date| common.is_none_or(|common| !common.contains_key(date));
    for date in dates.into_iter().filter(|date| weekday(date) && extra_only(date)) {
        if disagreed.contains(&(country.to_owned(), date)) || date.year() > until {
            outcome.left_out += 1;
            continue;
        }
        let said = |side: &str, name: &str| format!("{country} {} {date}: {side} {name}", region.unwrap_or("-"));
        outcome.count(match (ours.get(&date), extra.get(&date)) {
            (Some(_), Some(_)) => Ok(()),
            (Some(name), None) => Err(said("only we have", name)),
            (None, name) => Err(said("we lack", name.map_or("?", String::as_str))),
        });
    }
    Ok(())
}

fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|problem| format!("{text}: {problem}"))
}
