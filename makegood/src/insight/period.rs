//! Which days a report looks at: the last month, quarter, year, or from one day to another. No period is longer than two years.

use jiff::ToSpan;
use jiff::civil::Date;
use store::reports::DAYS_AT_MOST;

/// The periods that have a name, with their days.
pub const NAMED: [(&str, i64); 4] = [("month", 30), ("quarter", 91), ("year", 365), (LONGEST, DAYS_AT_MOST)];
/// Where to look when a shorter one holds nothing.
pub const LONGEST: &str = "two-years";
/// When nothing is said.
pub const USUAL: &str = "year";

/// The days of a period, both in it, and how it stands in an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Days {
    pub first: Date,
    pub last: Date,
    /// `period=year`, or `from=…&to=…`.
    pub query: String,
    /// The name, when it has one.
    pub name: Option<&'static str>,
}

/// Why a period is not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Odd {
    Backwards,
    TooLong,
}

impl Days {
    /// The last days of a named period, up to today; the usual one when there is no such name.
    pub fn named(name: &str, today: Date) -> Days {
        let known = |wanted: &str| NAMED.into_iter().find(|(known, _)| *known == wanted);
        let (name, days) = known(name).or_else(|| known(USUAL)).unwrap_or(NAMED[0]);
        let first = today.checked_sub((days - 1).days()).unwrap_or(today);
        Days { first, last: today, query: format!("period={name}"), name: Some(name) }
    }

    /// From one day to another.
    ///
    /// # Errors
    /// When it goes backwards or is longer than two years.
    pub fn between(first: Date, last: Date) -> Result<Days, Odd> {
        if last < first {
            return Err(Odd::Backwards);
        }
        if first.until(last).map_or(i64::MAX, |span| span.get_days().into()) >= DAYS_AT_MOST {
            return Err(Odd::TooLong);
        }
        Ok(Days { first, last, query: format!("from={first}&to={last}"), name: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_named_period_ends_today() {
        let month = Days::named("month", day("2026-03-31"));
        assert_eq!(
            (month.first, month.last, month.query.as_str()),
            (day("2026-03-02"), day("2026-03-31"), "period=month")
        );
        assert_eq!(Days::named("for ever", day("2026-03-31")).name, Some("year"));
    }

    #[test]
    fn no_period_goes_backwards_or_on_for_ever() {
        assert_eq!(Days::between(day("2026-03-02"), day("2026-03-01")), Err(Odd::Backwards));
        assert_eq!(Days::between(day("2024-03-01"), day("2026-03-02")), Err(Odd::TooLong));
        assert!(Days::between(day("2024-03-02"), day("2026-03-02")).is_ok());
        assert_eq!(Days::between(day("2026-03-01"), day("2026-03-01")).unwrap().query, "from=2026-03-01&to=2026-03-01");
    }
}
