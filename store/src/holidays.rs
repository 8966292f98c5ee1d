//! The public holidays that come with the program, and calendars made ready to count with.
use sha2::{Digest as _, Sha256};
use std::sync::LazyLock;

use casework::calendar::{Calendar, CalendarProblem, CalendarSpec};
use casework::holidays::{Country, Holidays};

// Whoever makes a calendar ready also needs the zones of the people who use it.
pub use crate::zones::zone;

use crate::zones::UnknownZone;

/// Every file of the folder `holidays/`; a test fails when one is forgotten.
const FILES: &[(&str, &str)] = &[
    ("AT", include_str!("../../holidays/at.toml")),
    ("AU", include_str!("../../holidays/au.toml")),
    ("BE", include_str!("../../holidays/be.toml")),
    ("BR", include_str!("../../holidays/br.toml")),
    ("CA", include_str!("../../holidays/ca.toml")),
    ("CH", include_str!("../../holidays/ch.toml")),
    ("CN", include_str!("../../holidays/cn.toml")),
    ("CZ", include_str!("../../holidays/cz.toml")),
    ("DE", include_str!("../../holidays/de.toml")),
    ("DK", include_str!("../../holidays/dk.toml")),
    ("ES", include_str!("../../holidays/es.toml")),
    ("FI", include_str!("../../holidays/fi.toml")),
    ("FR", include_str!("../../holidays/fr.toml")),
    ("GB", include_str!("../../holidays/gb.toml")),
    ("GR", include_str!("../../holidays/gr.toml")),
    ("HU", include_str!("../../holidays/hu.toml")),
    ("IE", include_str!("../../holidays/ie.toml")),
    ("IN", include_str!("../../holidays/in.toml")),
    ("IT", include_str!("../../holidays/it.toml")),
    ("JP", include_str!("../../holidays/jp.toml")),
    ("KR", include_str!("../../holidays/kr.toml")),
    ("LU", include_str!("../../holidays/lu.toml")),
    ("MX", include_str!("../../holidays/mx.toml")),
    ("NL", include_str!("../../holidays/nl.toml")),
    ("NO", include_str!("../../holidays/no.toml")),
    ("NZ", include_str!("../../holidays/nz.toml")),
    ("PL", include_str!("../../holidays/pl.toml")),
    ("PT", include_str!("../../holidays/pt.toml")),
    ("RO", include_str!("../../holidays/ro.toml")),
    ("SA", include_str!("../../holidays/sa.toml")),
    ("SE", include_str!("../../holidays/se.toml")),
    ("SG", include_str!("../../holidays/sg.toml")),
    ("SK", include_str!("../../holidays/sk.toml")),
    ("TR", include_str!("../../holidays/tr.toml")),
    ("US", include_str!("../../holidays/us.toml")),
    ("ZA", include_str!("../../holidays/za.toml")),
];

/// Why a kept calendar cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoCalendar {
    #[error(transparent)]
    UnknownZone(#[from] UnknownZone),
    #[error(transparent)]
    Unsound(#[from] CalendarProblem),
}

impl NoCalendar {
    /// A stable word for this problem, also the key of its sentence.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownZone(_) => "calendar-unknown-zone",
            Self::Unsound(problem) => problem.code(),
        }
    }
}

/// The rules of all countries, read once.
pub fn rules() -> &'static Holidays {
    static RULES: LazyLock<Holidays> = LazyLock::new(|| {
        let read = |(code, text): &(&str, &str)| {
            let country: Country = toml::from_str(text).expect("the tests read every file of holidays/");
            ((*code).to_owned(), country)
        };
        Holidays { countries: FILES.iter().map(read).collect() }
    });
    &RULES
}

/// What the files say, in short: another program with other holidays has another.
pub fn digest() -> String {
    let all = FILES.iter().fold(Sha256::new(), |all, (code, text)| all.chain_update(code).chain_update(text));
    hex::encode(all.finalize())
}

/// A calendar ready to count with.
///
/// # Errors
/// When its zone is not known here or the spec is unsound.
pub fn calendar(spec: &CalendarSpec) -> Result<Calendar, NoCalendar> {
    Ok(Calendar::new(spec.clone(), zone(&spec.zone)?, rules())?)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_file_of_the_folder_is_forgotten() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../holidays");
        let names = std::fs::read_dir(folder).expect("the folder is there").filter_map(|entry| {
            let name = entry.expect("an entry can be read").file_name().into_string().expect("names are text");
            name.strip_suffix(".toml").map(str::to_uppercase)
        });
        let embedded: BTreeSet<String> = FILES.iter().map(|(code, _)| (*code).to_owned()).collect();
        assert_eq!(names.collect::<BTreeSet<_>>(), embedded, "list the file in store/src/holidays.rs");
    }

    #[test]
    fn every_file_can_be_read_and_says_nothing_impossible() {
        for (code, text) in FILES {
            let country: Country = toml::from_str(text).unwrap_or_else(|problem| panic!("{code}: {problem}"));
            assert_eq!(country.mistakes(), Vec::<String>::new(), "{code}");
        }
    }

    #[test]
    fn every_country_and_region_has_holidays_in_every_listed_year() {
        for (code, country) in &rules().countries {
            let regions = std::iter::once(None).chain(country.regions.keys().map(|region| Some(region.as_str())));
            for region in regions {
                for year in 2015..=country.listed_until.unwrap_or(2035) {
                    let days = rules().dates(code, region, year).expect("it is listed");
                    assert!((3..40).contains(&days.len()), "{code} {region:?} {year}: {} days", days.len());
                }
            }
        }
    }

    #[test]
    fn the_table_of_the_folder_names_every_country_with_its_regions() {
        let readme = include_str!("../../holidays/README.md");
        for (code, country) in &rules().countries {
            let until = country.listed_until.map_or("rules only".to_owned(), |year| year.to_string());
            let row = format!("| {code} | {} |", country.name);
            let row = readme.lines().find(|line| line.starts_with(&row));
            let row = row.unwrap_or_else(|| panic!("{code} is not in holidays/README.md"));
            assert!(row.ends_with(&format!("| {until} |")), "{code} is listed until {until}");
            assert!(country.regions.keys().all(|region| row.contains(region.as_str())), "{code}: a region is missing");
        }
    }

    // S249: the clocks of every country, with its own holidays.
    #[test]
    fn a_kept_calendar_counts_with_its_countrys_holidays() {
        let spec: CalendarSpec = serde_json::from_str(
            r#"{"name": "Berlin", "version": 3, "zone": "Europe/Berlin", "holidays": {"country": "DE", "region": "BE"},
                "week": [[{"from": 540, "to": 1020}], [{"from": 540, "to": 1020}], [{"from": 540, "to": 1020}],
                         [{"from": 540, "to": 1020}], [{"from": 540, "to": 1020}], [], []]}"#,
        )
        .expect("the spec parses");
        let desk = calendar(&spec).expect("it is sound");
        assert_eq!(desk.holiday(jiff::civil::date(2024, 3, 8)), Some("International Women's Day"));
        let gone = CalendarSpec { zone: "Mars/Olympus".into(), ..spec };
        assert_eq!(calendar(&gone).expect_err("no such zone").code(), "calendar-unknown-zone");
    }
}
