//! Business time as others expect it: outside tables, where this machine has them.
#[path = "../../xtask/src/conformance/days.rs"]
mod days;
#[path = "../../xtask/src/conformance/sla.rs"]
mod sla;
#[path = "../../xtask/src/conformance/tables.rs"]
mod tables;
#[path = "../../xtask/src/conformance/zones.rs"]
mod zones;

use std::path::{Path, PathBuf};

use casework::holidays::{Country, Holidays};
use tables::Outcome;

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn data() -> Option<PathBuf> {
    let data = tables::outside_data(&workspace());
    if data.is_none() {
        println!("skipped: no outside data");
    }
    data
}

fn rules() -> Holidays {
    let mut rules = Holidays::default();
    for entry in std::fs::read_dir(workspace().join("holidays")).expect("the folder of holidays is there") {
        let path = entry.expect("it can be listed").path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let code = path.file_stem().expect("a file has a name").to_string_lossy().to_uppercase();
            let text = std::fs::read_to_string(&path).expect("it can be read");
            let country: Country = toml::from_str(&text).unwrap_or_else(|problem| panic!("{code}: {problem}"));
            rules.countries.insert(code, country);
        }
    }
    rules
}

fn all_right(outcome: &Outcome) {
    println!("{}: {} of {}, {} left out", outcome.name, outcome.right, outcome.of, outcome.left_out);
    outcome.notes.iter().for_each(|note| println!("  with care: {note}"));
    assert!(outcome.of > 0 && outcome.misses.is_empty(), "{:#?}", outcome.misses);
}

#[test]
fn working_days_are_counted_as_two_libraries_count_them() {
    let Some(data) = data() else { return };
    all_right(&days::business_days(&data, &rules()).expect("the table can be read"));
}

#[test]
fn service_time_is_counted_as_three_peers_expect() {
    let Some(data) = data() else { return };
    all_right(&sla::expectations(&data).expect("the table can be read"));
}

#[test]
fn clocks_are_changed_when_another_library_changes_them() {
    let Some(data) = data() else { return };
    all_right(&zones::transitions(&data).expect("the table can be read"));
}

/// India's states keep many days that no rule foretells, and we list only the three national ones.
const KNOWN_TO_DIFFER: &[&str] = &["IN"];

#[test]
fn public_holidays_are_those_of_two_libraries() {
    let Some(data) = data() else { return };
    let days::Compared { countries, unknown } = days::public_holidays(&data, &rules()).expect("the table can be read");
    println!("no rules for: {}", unknown.join(", "));
    let compared = || countries.iter().filter(|(country, _)| !KNOWN_TO_DIFFER.contains(&country.as_str()));
    for (country, outcome) in compared() {
        println!("{country}: {} of {}, {} left out", outcome.right, outcome.of, outcome.left_out);
        // The rest are days that one library lists and the law of the place does not, or the other way round.
        assert!(outcome.share() > 0.85, "{country}: {:#?}", outcome.misses);
    }
    let (right, of) = compared().fold((0, 0), |(right, of), (_, one)| (right + one.right, of + one.of));
    assert!(right * 100 > of * 97, "{right} of {of}");
}
