//! The reports: one query each, in a file of its own under `reports/`, read as rows of one shape and counted elsewhere. A new one is a file and
//! a line here; its page, its chart, its table as CSV and the cases behind each number follow from it.
//!
//! A query gives nine columns: the band it counts in, when it was, the number of the case, the customer's id and name, the value, and three texts.
//! It names what it needs of the period (`:from`, `:until`, `:first_day`, …) and ends with `limit :limit`.

use crate::{Conn, Fault, Value, record};
use casework::ids::{AccountId, CaseNumber};
use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date, tz::TimeZone};
use std::sync::LazyLock;

/// Rows of one report; a longer period says that these are the newest.
pub const ROWS_AT_MOST: usize = 20_000;
/// The longest period, in days: two years and a day.
pub const DAYS_AT_MOST: i64 = 731;

macro_rules! reports {
    ($($name:literal),* $(,)?) => {
        /// Name and text of each, in the order in which the page shows them.
        const TEXTS: &[(&str, &str)] = &[$(($name, include_str!(concat!("reports/", $name, ".sql")))),*];
    };
}

reports! {
    // Did we run to it?
    "voice_in_time", "minutes_to_voice", "help_to_call", "grew", "told_first", "slips_told", "prevented", "checks_heard",
    // Did we keep our word?
    "promises_kept", "deadlines_met", "two_ways",
    // Do they say that it is solved?
    "days_to_solved", "first_go", "reopened", "repeats", "satisfied", "valued_reassured",
    // Do they stay?
    "stronger", "stronger_by_speed", "call_us_first", "reorder", "reorder_accounts", "outcomes", "lost_after_trouble",
    // Is it fair?
    "fair_days", "fair_remedy",
    // Do our practices help?
    "practice_voice", "practice_voice_reorder", "practice_heard", "practice_two_ways", "practice_promises",
    // What can we learn?
    "expectation_gaps", "late_steps",
}

/// What its rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The value is 1 or 0; the share of ones in each band is counted.
    Share,
    /// The value is an amount; its middle in each band is looked for.
    Middle,
    /// The value is an answer from 1 to 5; its mean is looked for.
    Points,
    /// Each row is a part of the whole; the bands are counted.
    Parts,
    /// The rows themselves are what one wants to read.
    List,
}

const KINDS: [(&str, Kind); 5] = [
    ("share", Kind::Share),
    ("middle", Kind::Middle),
    ("points", Kind::Points),
    ("parts", Kind::Parts),
    ("list", Kind::List),
];

/// A report as its file describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub name: &'static str,
    /// The question of the page it stands under.
    pub group: &'static str,
    pub kind: Kind,
    /// The bands that it may have, in the order of the page; none where the most frequent stands first.
    pub bands: Vec<&'static str>,
    /// Two bands whose difference is looked at (S027).
    pub compare: Option<(&'static str, &'static str)>,
    /// What the three texts of a list are, as far as they are used.
    pub columns: Vec<&'static str>,
    sql: &'static str,
    wants: Vec<Want>,
}

/// What a query may ask of the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Want {
    From,
    Until,
    YearBefore,
    MonthBefore,
    FirstDay,
    FirstDay90,
    FirstDayYearBefore,
    KnownUntil,
    Limit,
}

const WANTS: [(&str, Want); 9] = [
    ("from", Want::From),
    ("until", Want::Until),
    ("year_before", Want::YearBefore),
    ("month_before", Want::MonthBefore),
    ("first_day", Want::FirstDay),
    ("first_day_90", Want::FirstDay90),
    ("first_day_year_before", Want::FirstDayYearBefore),
    ("known_until", Want::KnownUntil),
    ("limit", Want::Limit),
];

/// Every report, in the order of the page.
pub fn all() -> &'static [Report] {
    static ALL: LazyLock<Vec<Report>> =
        LazyLock::new(|| TEXTS.iter().map(|(name, text)| Report::read(name, text)).collect());
    &ALL
}

/// The report of that name.
pub fn named(name: &str) -> Option<&'static Report> {
    all().iter().find(|report| report.name == name)
}

impl Report {
    fn read(name: &'static str, text: &'static str) -> Report {
        let header = |wanted: &str| {
            text.lines()
                .find_map(|line| line.strip_prefix("-- ")?.strip_prefix(wanted)?.strip_prefix(": "))
                .map(str::trim)
        };
        let listed = |wanted: &str| header(wanted).map(|all| all.split(", ").collect()).unwrap_or_default();
        let kind = header("kind").and_then(|word| KINDS.iter().find(|(known, _)| *known == word));
        let (sql, wants) = numbered(text);
        Report {
            name,
            group: header("group").unwrap_or_default(),
            kind: kind.map_or(Kind::List, |(_, kind)| *kind),
            bands: listed("bands"),
            compare: header("compare").and_then(|both| both.split_once(", ")),
            columns: listed("columns"),
            sql,
            wants,
        }
    }

    /// The statement, for a test that lets both engines read it.
    pub fn statement(&self) -> &'static str {
        self.sql
    }
}

/// `:from` becomes `?1`, in the order of first use: an engine refuses a value that it is not asked for. Kept for the life of the program.
fn numbered(text: &str) -> (&'static str, Vec<Want>) {
    let code: String = text.lines().filter(|line| !line.starts_with("--")).collect::<Vec<_>>().join("\n");
    let mut wants: Vec<Want> = vec![];
    let mut parts = code.split(':');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name = part.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next().unwrap_or_default();
        let Some((_, want)) = WANTS.iter().find(|(known, _)| *known == name) else {
            out.push(':');
            out.push_str(part);
            continue;
        };
        let at = wants.iter().position(|w| w == want).unwrap_or_else(|| {
            wants.push(*want);
            wants.len() - 1
        });
        out.push_str(&format!("?{}", at + 1));
        out.push_str(&part[name.len()..]);
    }
    (Box::leak(out.into_boxed_str()), wants)
}

/// A period of days, both of them in it, as the firm's own calendar has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    pub first: Date,
    pub last: Date,
    pub zone: TimeZone,
    /// The day up to which orders came in; what is not known yet is not counted.
    pub known_until: Option<Date>,
    pub now: Timestamp,
}

impl Period {
    fn instant(&self, day: Date) -> Timestamp {
        day.to_zoned(self.zone.clone()).map_or(Timestamp::MAX, |start| start.timestamp())
    }
    fn from(&self) -> Timestamp {
        self.instant(self.first)
    }
    fn until(&self) -> Timestamp {
        self.last.tomorrow().map_or(Timestamp::MAX, |next| self.instant(next))
    }

    fn value(&self, want: Want) -> Value<'static> {
        let days = |day: Date, n: i64| day.checked_add(n.days()).unwrap_or(day).to_string();
        let hours = |at: Timestamp, n: i64| at.saturating_add(SignedDuration::from_hours(n)).unwrap_or(at);
        match want {
            Want::From => Value::from(self.from()),
            Want::Until => Value::from(self.until()),
            Want::YearBefore => Value::from(hours(self.from(), -24 * 365)),
            Want::MonthBefore => Value::from(hours(self.now, -24 * 30)),
            Want::FirstDay => Value::Text(self.first.to_string().into()),
            Want::FirstDay90 => Value::Text(days(self.first, 90).into()),
            Want::FirstDayYearBefore => Value::Text(days(self.first, -365).into()),
            // Before any orders came in, every day is later than what is known.
            Want::KnownUntil => Value::Text(self.known_until.map(|day| day.to_string()).unwrap_or_default().into()),
            Want::Limit => Value::Int(ROWS_AT_MOST as i64),
        }
    }
}

record! {
    /// One row of a report.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Row {
        pub band: String,
        pub at: Option<Timestamp>,
        pub number: Option<CaseNumber>,
        pub account: Option<AccountId>,
        pub name: Option<String>,
        pub value: Option<i64>,
        pub one: Option<String>,
        pub two: Option<String>,
        pub three: Option<String>,
    }
}

/// The rows of a report in a period, at most [`ROWS_AT_MOST`], the newest first, so that no band is cut off before another.
pub fn rows(conn: &Conn, report: &Report, period: &Period) -> Result<Vec<Row>, Fault> {
    let values: Vec<Value<'_>> = report.wants.iter().map(|want| period.value(*want)).collect();
    conn.all(report.sql, &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_numbers_in_the_order_of_first_use() {
        let (sql, wants) = numbered("-- a: note\nselect 1 where a >= :from and b < :until and c >= :from limit :limit");
        assert_eq!(sql, "select 1 where a >= ?1 and b < ?2 and c >= ?1 limit ?3");
        assert_eq!(wants, [Want::From, Want::Until, Want::Limit]);
    }

    #[test]
    fn every_report_says_what_it_is() {
        const GROUPS: [&str; 7] = ["run", "word", "solved", "stay", "fair", "prove", "learn"];
        for report in all() {
            assert!(GROUPS.contains(&report.group), "{} is in no group", report.name);
            assert!(
                report.sql.trim_end().ends_with(&format!("limit ?{}", report.wants.len())),
                "{} has no limit",
                report.name
            );
            let text = TEXTS.iter().find(|(name, _)| *name == report.name).map(|(_, text)| *text).unwrap();
            assert!(text.contains("\n-- kind: "), "{} says no kind", report.name);
            assert_eq!(report.kind == Kind::List, !report.columns.is_empty(), "{}", report.name);
        }
    }

    /// Ordered by band, a long period would keep the first band and lose the others, and call what is left the newest.
    #[test]
    fn what_is_cut_off_is_the_oldest_and_not_the_last_band() {
        for report in all() {
            let (_, order) = report.sql.rsplit_once("order by ").unwrap();
            let first = order.split(',').next().unwrap();
            assert!(first.ends_with(" desc"), "{} is ordered by {first}", report.name);
        }
    }
}
