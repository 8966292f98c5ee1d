//! Every language against English: which sentences it lacks, which it has in vain, and whether each can be filled.

use super::scan::ids;
use super::{ENGLISH, Language, Progress, Value, Words};
use fluent_bundle::FluentArgs;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The shell and the document of the API are read beside their commands, fields and options, which are English words. They are
/// said in English to everybody, so a language is complete without them.
const ENGLISH_FOR_ALL: &[&str] = &["api.ftl", "cli.ftl"];

/// The placeholders of each sentence of a language.
pub(super) fn sentences(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (_, text) in language.files() {
        let known: BTreeSet<String> = ids(text).into_iter().collect();
        let mut key = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let begins = line.split_once('=').map(|(name, _)| name.trim()).filter(|name| known.contains(*name));
            if let Some(name) = begins.filter(|_| !line.starts_with(' ')) {
                name.clone_into(&mut key);
            }
            all.entry(key.clone()).or_default().extend(placeholders(line));
        }
    }
    all.remove("");
    all
}

fn placeholders(line: &str) -> impl Iterator<Item = String> {
    line.split('$').skip(1).map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect())
}

/// Lists what is missing; a language that calls itself complete may lack nothing but what is English for everybody.
#[test]
fn every_language_that_calls_itself_complete_has_every_sentence() {
    let english = sentences(Language::English);
    assert!(english.len() > 1_000, "only {} sentences were found", english.len());
    let for_all = ENGLISH.iter().filter(|(file, _)| ENGLISH_FOR_ALL.contains(file)).flat_map(|(_, text)| ids(text));
    let for_all: BTreeSet<String> = for_all.collect();
    assert!(!for_all.is_empty(), "the files that are English for everybody are called otherwise now");
    let mut broken = vec![];
    for language in Language::ALL {
        let here = sentences(language);
        let missing: Vec<&String> =
            english.keys().filter(|key| !here.contains_key(*key) && !for_all.contains(*key)).collect();
        println!("{}: {} of {} sentences", language.own_name(), english.len() - missing.len(), english.len());
        missing.iter().for_each(|key| println!("  {}: {key}", language.tag()));
        if language.progress() == Progress::Complete && !missing.is_empty() {
            broken.push(format!("{} calls itself complete and lacks {missing:?}", language.own_name()));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// A sentence nobody asks for, and one that asks for a value which nobody gives, are mistakes in any language.
#[test]
fn no_language_says_more_than_english_does() {
    let english = sentences(Language::English);
    let mut odd = vec![];
    for language in Language::THEIRS {
        for (key, wanted) in sentences(language) {
            match english.get(&key) {
                None => odd.push(format!("{}: {key} is no sentence of ours", language.tag())),
                Some(given) => {
                    let unknown: Vec<&String> = wanted.difference(given).collect();
                    if !unknown.is_empty() {
                        odd.push(format!("{}: {key} asks for {unknown:?}", language.tag()));
                    }
                }
            }
        }
    }
    assert!(odd.is_empty(), "{}", odd.join("\n"));
}

/// Each is filled once with a number and once with a word; what cannot be filled stops the test by itself.
#[test]
fn every_sentence_of_every_language_can_be_filled() {
    for language in Language::THEIRS {
        let words = Words::of(language);
        for (key, wanted) in sentences(language) {
            for value in [Value::from(1), Value::from(5), Value::from("five")] {
                let args: FluentArgs = wanted.iter().map(|name| (name.as_str(), value.clone())).collect();
                let said = words.say(&key, Some(&args));
                assert!(!said.trim().is_empty() && *said != key, "{}: {key}", language.tag());
            }
        }
    }
}

/// The files of a folder and the list in the code are the same, and a file is called as in English.
#[test]
fn every_file_of_a_language_is_listed() {
    let names = |files: &[(&str, &str)]| files.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>();
    for language in Language::THEIRS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../locale").join(language.tag());
        let on_disk = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut on_disk: Vec<String> = on_disk.filter(|name| name.ends_with(".ftl")).collect();
        on_disk.sort();
        let listed = names(language.files());
        assert_eq!(on_disk, listed, "the list of {} in words/language.rs or words.rs", language.own_name());
        let english = names(ENGLISH);
        assert!(listed.iter().all(|name| english.contains(name)), "{}: a file English does not have", language.tag());
        let idle = listed.iter().find(|name| language != Language::English && ENGLISH_FOR_ALL.contains(&name.as_str()));
        assert_eq!(idle, None, "{}: nobody would hear it, it is English for everybody", language.tag());
    }
}

#[test]
fn placeholders_are_found() {
    let found: Vec<String> = placeholders("{ $name } is { $n ->").collect();
    assert_eq!(found, ["name", "n"]);
}
