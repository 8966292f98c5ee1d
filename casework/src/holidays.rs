//! Public holidays as rules: given a country and a region, which dates of a year are holidays, and what they are called.
//!
//! The rules are data (one file a country, read by the shell); this module only follows them. Nothing here knows which
//! weekdays a business works: that is the calendar's week.
mod easter;
mod substitute;
mod when;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};
use serde::Deserialize;

pub use substitute::Substitute;
pub use when::When;

use easter::{orthodox_easter, western_easter};

/// A holiday may last this many days at most; the longest known ones are a Chinese golden week of eight.
pub const MAX_DAYS: u8 = 16;

/// All countries that are known, by their ISO 3166 code.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Holidays {
    pub countries: BTreeMap<String, Country>,
}

/// The public holidays of one country.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// Its name in English, for lists in settings.
    pub name: String,
    /// Codes of its regions and their names. Without a region only what the whole country keeps is a holiday.
    #[serde(default)]
    pub regions: BTreeMap<String, String>,
    /// The two days of rest from which holidays are moved; Saturday and Sunday unless stated.
    #[serde(default)]
    pub rest_days: Option<[DayName; 2]>,
    /// In Japan a working day between two holidays is one too.
    #[serde(default)]
    pub between_two: BetweenTwo,
    /// The last year for which holidays that no rule can foretell, such as those of the moon, have been listed.
    #[serde(default)]
    pub listed_until: Option<i16>,
    #[serde(rename = "holiday")]
    pub rules: Vec<Rule>,
}

/// What a working day between two holidays is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BetweenTwo {
    #[default]
    WorkingDay,
    Holiday,
}

/// One holiday of a country.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub name: String,
    /// Every year on the day that these words describe, see [`When`]. Exactly one of `on` and `dates` is given.
    #[serde(default)]
    pub on: Option<When>,
    /// Or on these very dates.
    #[serde(default)]
    pub dates: Vec<Date>,
    /// How many days it lasts, 1 unless stated.
    #[serde(default = "one_day")]
    pub days: u8,
    /// First and last year in which it was or is kept.
    #[serde(default)]
    pub from: Option<i16>,
    #[serde(default)]
    pub to: Option<i16>,
    /// Years in which it was not kept, or on another day that stands in its own rule.
    #[serde(default)]
    pub not_years: Vec<i16>,
    /// Only these regions keep it; empty is all, and "no region" too.
    #[serde(default)]
    pub regions: Vec<String>,
    /// These regions do not keep it.
    #[serde(default)]
    pub not_regions: Vec<String>,
    /// What happens when it falls on a day of rest.
    #[serde(default)]
    pub substitute: Substitute,
    /// Whether the day itself stays a holiday when it is substituted.
    #[serde(default)]
    pub original: Original,
}

/// What becomes of a holiday on a day of rest once another day stands in for it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Original {
    #[default]
    Stays,
    Moves,
}

/// A weekday by its English name in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct DayName(pub Weekday);

impl TryFrom<String> for DayName {
    type Error = String;

    fn try_from(word: String) -> Result<Self, String> {
        when::weekday(&word).map(Self).ok_or_else(|| format!("{word} is no weekday"))
    }
}

/// A holiday on its date.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holiday {
    pub date: Date,
    pub name: String,
}

/// A place for which there are no rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoSuchPlace {
    Country { country: String },
    Region { country: String, region: String },
}

fn one_day() -> u8 {
    1
}

impl Holidays {
    /// Whether there are rules for a place.
    ///
    /// # Errors
    /// Names the country or the region that is not known.
    pub fn known(&self, country: &str, region: Option<&str>) -> Result<(), NoSuchPlace> {
        self.place(country, region).map(drop)
    }

    /// The holidays of one year, sorted, one a date.
    ///
    /// # Errors
    /// Names the country or the region that is not known.
    pub fn dates(&self, country: &str, region: Option<&str>, year: i16) -> Result<Vec<Holiday>, NoSuchPlace> {
        self.between(country, region, year, year)
    }

    /// The holidays of some years, first and last included, sorted, one a date.
    ///
    /// # Errors
    /// Names the country or the region that is not known.
    pub fn between(
        &self,
        country: &str,
        region: Option<&str>,
        first: i16,
        last: i16,
    ) -> Result<Vec<Holiday>, NoSuchPlace> {
        let place = self.place(country, region)?;
        // A New Year's Day on a Saturday is kept on the last day of the year before.
        let days = place.days(region, first.saturating_sub(1), last.saturating_add(1));
        let wanted = days.into_iter().filter(|(date, _)| (first..=last).contains(&date.year()));
        Ok(wanted.map(|(date, name)| Holiday { date, name: name.to_owned() }).collect())
    }

    fn place(&self, country: &str, region: Option<&str>) -> Result<&Country, NoSuchPlace> {
        let Some(found) = self.countries.get(country) else {
            return Err(NoSuchPlace::Country { country: country.to_owned() });
        };
        match region.filter(|region| !found.regions.contains_key(*region)) {
            Some(region) => Err(NoSuchPlace::Region { country: country.to_owned(), region: region.to_owned() }),
            None => Ok(found),
        }
    }
}

impl Country {
    /// What is wrong with these rules, in words for whoever edits the file; empty when all is well.
    pub fn mistakes(&self) -> Vec<String> {
        let mut found = Vec::new();
        for rule in &self.rules {
            if rule.on.is_some() != rule.dates.is_empty() {
                found.push(format!("{}: exactly one of `on` and `dates` is needed", rule.name));
            }
            if !(1..=MAX_DAYS).contains(&rule.days) {
                found.push(format!("{}: a holiday lasts 1 to {MAX_DAYS} days", rule.name));
            }
            for region in rule.regions.iter().chain(&rule.not_regions) {
                if !self.regions.contains_key(region) {
                    found.push(format!("{}: region {region} is not listed", rule.name));
                }
            }
        }
        found
    }

    fn days(&self, region: Option<&str>, first: i16, last: i16) -> BTreeMap<Date, &str> {
        let mut kept: Vec<substitute::Kept> = Vec::new();
        for rule in self.rules.iter().filter(|rule| rule.is_kept_in(region)) {
            for year in first..=last {
                kept.extend(rule.first_days(year).into_iter().map(|date| substitute::Kept { date, rule }));
            }
        }
        kept.sort_by_key(|kept| kept.date);
        let rest = self.rest_days.map_or([Weekday::Saturday, Weekday::Sunday], |days| days.map(|day| day.0));
        let mut days = substitute::settle(&kept, rest);
        if self.between_two == BetweenTwo::Holiday {
            let between: Vec<_> = days.keys().filter_map(|&day| sandwiched(&days, day)).collect();
            days.extend(between.into_iter().map(|day| (day, "Citizens' Holiday")));
        }
        days
    }
}

/// The day after `day` when it stands between two holidays and is a working day itself.
fn sandwiched(days: &BTreeMap<Date, &str>, day: Date) -> Option<Date> {
    let between = day.tomorrow().ok()?;
    let after = between.tomorrow().ok()?;
    let free = !days.contains_key(&between) && between.weekday() != Weekday::Sunday;
    (free && days.contains_key(&after)).then_some(between)
}

impl Rule {
    fn is_kept_in(&self, region: Option<&str>) -> bool {
        let listed = |regions: &[String]| region.is_some_and(|region| regions.iter().any(|other| other == region));
        (self.regions.is_empty() || listed(&self.regions)) && !listed(&self.not_regions)
    }

    fn first_days(&self, year: i16) -> Vec<Date> {
        let too_early = self.from.is_some_and(|from| year < from);
        let too_late = self.to.is_some_and(|to| year > to);
        if too_early || too_late || self.not_years.contains(&year) {
            return Vec::new();
        }
        match &self.on {
            Some(when) => when.in_year(year).into_iter().collect(),
            None => self.dates.iter().copied().filter(|date| date.year() == year).collect(),
        }
    }
}
