//! Reads our own source and the locale folder: no key without a sentence, no sentence without a use, no file forgotten.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;

use super::{ENGLISH, Words};

/// Keys that code puts together from parts begin with one of these; they are not looked for one by one.
/// Write beside each where the parts come from.
pub(super) const BUILT_FROM_PARTS: &[&str] = &[
    "guide-",              // makegood/src/web/guide.rs puts the step and the part behind it
    "tour-",               // makegood/src/web/tour.rs puts the stop behind it
    "api-op-",             // makegood/src/api/openapi.rs puts the name of a route behind it
    "cli-config-wanted-",  // makegood/src/config.rs puts the key behind it
    "cli-config-without-", // makegood/src/config.rs puts the key behind it
    "mail-step-",          // makegood/src/mail/connect.rs puts the step behind it
    "refusal-",            // casework/src/refusal.rs puts the code behind it
    // The words of choices: casework/src/text.rs puts the word behind the family, `choice("option-kind", …)`.
    "do-",              // makegood/src/web/do_on_case.rs puts the word of the command behind it
    "report-",          // makegood/src/eight_d/sheet.rs puts the family and its word behind it
    "eight-d-weak-",    // makegood/src/web/case_report.rs
    "file-kind-",       // makegood/src/web/case_files.rs
    "signal-",          // watch/src/finding.rs puts the word of the kind behind it
    "say-",             // watch/src/finding.rs puts the word of the kind behind it
    "line-group-",      // makegood/src/web/line_page.rs puts the word of the group behind it
    "replay-left-out-", // makegood/src/cli/replay.rs puts the reason behind it
    "fact-",            // casework's open facts of a kind
    "function-",        // casework/src/parts/inside.rs
    "in-fmea-",         // casework/src/parts/inside.rs
    "aspect-",          // casework/src/parts/inside.rs
    "place-",           // casework/src/parts/inside.rs
    "clean-by-",        // casework/src/parts/inside.rs
    "chain-",           // casework/src/parts/inside.rs
    "category-",        // casework/src/parts/inside.rs
    "cause-state-",     // casework/src/parts/inside.rs
    "proving-",         // casework/src/parts/inside.rs
    "return-stands-",   // casework/src/parts/returns.rs
    "scar-part-",       // casework/src/parts/inside/scar.rs
    "verdict-",         // casework/src/parts/inside/scar.rs
    "upstream-way-",    // casework/src/parts/inside/upstream.rs
    "action-kind-",     // casework/src/parts/inside.rs
    "strength-",        // casework/src/parts/inside.rs
    "means-",           // casework/src/parts/inside.rs
    "hold-result-",     // casework/src/parts/inside.rs
    "reach-",           // casework/src/parts/inside.rs
    "discipline-",      // casework/src/inside.rs
    "lack-",            // casework/src/inside.rs
    "corrects-",        // casework/src/parts/asking.rs
    "did-i-",           // makegood/src/web/forms/talk/after.rs
    "asked-",           // makegood/src/web/case_lines.rs
    "topic-",           // makegood/src/web/forms/talk.rs
    "avoided-",
    "said-back-",
    "option-kind-",
    "confidence-",
    "answered-",
    "party-",
    "step-kind-",
    "step-state-",
    "step-standing-",
    "step-outcome-",
    "promised-",
    "promise-state-",
    "promise-outcome-",
    "amends-kind-",
    "hard-action-",
    "trouble-kind-",
    "origin-",
    "safety-",
    "dimension-",
    "severity-",
    "fault-",
    "channel-",
    "no-visit-reason-",
    "try-outcome-",
    "seen-",
    "satisfied-",
    "heard-",
    "reaction-",
    "starts-reflect-",  // makegood/src/mail/starts.rs puts the number of a way behind it
    "starts-invite-",   // makegood/src/mail/starts.rs
    "review-level-",    // makegood/src/web/review_setting.rs puts the level behind it
    "review-source-",   // makegood/src/web/review_rules.rs puts the letter of a source behind it
    "letters-subject-", // makegood/src/mail/letters.rs puts the purpose behind it
    "mail-came-",       // makegood/src/web/mail_lines.rs puts how far a mail came behind it
    "mail-machine-",    // makegood/src/web/mail_lines.rs puts the machine behind it
    "oddity-",          // makegood/src/web/mail_lines.rs puts what is odd behind it
    "purpose-",
    "message-way-",
    "concern-kind-",
    "concern-state-",
    "said-",
    "calendar-answer-",
    "mail-along-",
    "role-",
    "recovery-",
    "prevention-",
    "prevention-question-",
    "escalation-reason-",
    "word-way-",
    "follow-up-kind-",
    "follow-up-result-",
    "relation-",
    "policy-problem-",
    "gate-",
    "need-",
    "clock-",
    "block-",
    "rung-",           // casework/src/stuck.rs
    "book-",           // makegood/src/web/by_the_book.rs puts the principle behind it
    "playbook-",       // casework/src/playbook.rs, and the titles in playbooks/*.toml
    "told-recovery-",  // casework/src/recovery.rs puts the state behind it
    "told-corrected-", // casework/src/commands/correct_us.rs puts what is corrected behind it
    "told-reaction-",  // the word of the reaction stands behind it
    "corrects-",
    "idea-about-", // casework/src/parts/joint.rs
    "idea-became-",
    "takes-part-",
    "they-",          // casework/src/draft.rs puts the kind of event behind it
    "event-attempt-", // the outcome, the channel or the result stands behind these
    "event-conversation-",
    "event-follow-up-",
    "import-field-", // makegood/src/web/import_work.rs puts the field behind it
    "list-",         // makegood/src/web/import_work.rs puts what a file holds, or the field of a list, behind it
    "hit-",          // makegood/src/web/search.rs puts the kind of what was found behind it
    "weekday-",      // makegood/src/web/calendars.rs puts the field of the day behind it
    "insight-",      // makegood/src/web/insight_words.rs puts the report, the band or the column behind it
    "language-",     // makegood/src/web/protocol.rs puts the tag behind it
    "theirs-",       // makegood/src/web/theirs_parts.rs and theirs_act.rs put the act behind it
    "notice-about-", // makegood/src/web/own_notices.rs puts the kind behind it
    "notice-by-mail-",
    "review-about-", // makegood/src/web/review/panel.rs puts the first letters of a rule behind it
    "review-item-",
    "net-",         // makegood/src/web/webhooks.rs puts what went wrong behind it
    "audit-did-",   // makegood/src/web/settings.rs puts the deed behind it
    "audit-field-", // makegood/src/web/audit_words.rs puts the field behind it
];

/// Calls whose first literal is always a key.
const TAKES_A_KEY: &[&str] = &[
    "t(\"",
    "t_with(\"",
    "Text::new(\"",
    "text!(\"",
    ".help(\"",
    ".act(\"",
    ".col(\"",
    ".number_col(\"",
    ".legend(\"",
];

/// Enough for a source tree of many years; a loop over folders must end.
const FILES_READ: usize = 5000;

#[test]
fn every_locale_file_is_in_the_list() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../locale/en");
    let mut on_disk: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".ftl"))
        .collect();
    on_disk.sort();
    let listed: Vec<String> = ENGLISH.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(on_disk, listed, "add the missing line to ENGLISH in words.rs (in the order of the alphabet)");
}

#[test]
fn every_key_of_the_pages_has_a_sentence() {
    no_key_is_missing(|file| !file.contains("/casework/src/"));
}

#[test]
fn every_key_of_the_rules_has_a_sentence() {
    no_key_is_missing(|file| file.contains("/casework/src/"));
}

fn no_key_is_missing(of: impl Fn(&str) -> bool) {
    let words = Words::english();
    let mut missing = BTreeSet::new();
    for (file, source) in sources() {
        for key in keys_called(&source) {
            let built = BUILT_FROM_PARTS.iter().any(|prefix| key.starts_with(prefix));
            if of(&file.to_string_lossy()) && !words.knows(&key) && !built {
                missing.insert(format!("{key}  ({})", file.display()));
            }
        }
    }
    let missing: Vec<String> = missing.into_iter().collect();
    assert!(missing.is_empty(), "{} keys without a sentence in locale/en:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn every_sentence_is_used_somewhere() {
    let code = sources();
    // What stands between two quotes, whatever it is: a key is found in a moment among so many.
    let quoted: HashSet<&str> = code.iter().flat_map(|(_, source)| source.split('"')).collect();
    let all_sentences: String = ENGLISH.iter().map(|(_, text)| *text).collect();
    let mut idle = Vec::new();
    for (file, text) in ENGLISH {
        for key in ids(text) {
            let built = BUILT_FROM_PARTS.iter().any(|prefix| key.starts_with(prefix));
            if built || quoted.contains(key.as_str()) {
                continue;
            }
            if !all_sentences.contains(&format!("{{ {key} }}")) {
                idle.push(format!("{file}: {key}"));
            }
        }
    }
    assert!(idle.is_empty(), "sentences nobody says (remove them, or list the prefix):\n{}", idle.join("\n"));
}

/// The log once showed *customer-link-made*: a deed is kept by a code, and nothing had asked for its words.
#[test]
fn every_deed_of_the_log_has_its_words() {
    let mut deeds = 0;
    for (path, source) in sources() {
        for call in source.split("audit::note(").skip(1) {
            let Some(deed) = call.split(',').nth(2).and_then(|word| word.trim().strip_prefix('"')?.strip_suffix('"'))
            else {
                continue;
            };
            deeds += 1;
            let key = format!("audit-did-{deed}");
            assert!(Words::english().knows(&key), "{}: \"{key}\" has no words", path.display());
        }
    }
    assert!(deeds > 20, "{deeds}");
}

#[test]
fn every_key_is_kebab_case() {
    for (file, text) in ENGLISH {
        for key in ids(text) {
            let plain = key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            assert!(plain && key.contains('-'), "{file}: \"{key}\" should be area-and-words in kebab-case");
        }
    }
}

/// The keys of a Fluent text: a message begins at the first column with its name and an equals sign.
pub(super) fn ids(text: &str) -> Vec<String> {
    assert!(FluentResource::try_new(text.to_owned()).is_ok(), "a locale file does not parse");
    text.lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('='))
        .map(|(key, _)| key.trim().to_owned())
        .collect()
}

pub(super) fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut folders: Vec<PathBuf> =
        ["makegood/src", "casework/src", "watch/src", "store/src"].map(|part| root.join(part)).into();
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("words/scan.rs") {
                let source = fs::read_to_string(&path).unwrap();
                // Comments show how a call is written; their keys are examples.
                let code: Vec<&str> = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
                found.push((path, code.join("\n")));
                assert!(found.len() < FILES_READ, "more source files than this test reads");
            }
        }
    }
    found
}

/// The literals handed to the calls of [`TAKES_A_KEY`].
fn keys_called(source: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for call in TAKES_A_KEY {
        for (at, _) in source.match_indices(call) {
            let before = source[..at].chars().next_back().unwrap_or(' ');
            if !call.starts_with('.') && (before.is_alphanumeric() || before == '_') {
                continue;
            }
            let rest = &source[at + call.len()..];
            let end = rest.find('"').unwrap_or(0);
            // A literal made into a String is words already, as on the style page.
            if !rest[end..].starts_with("\".to_owned()") {
                keys.insert(rest[..end].to_owned());
            }
        }
    }
    keys
}

#[test]
fn the_scanner_finds_keys_where_people_write_them() {
    let found =
        keys_called(r#"t("a-b") w.t_with("c-d", &[]) that("no-no") Text::new("e-f") Field::x("n", "y").help("g-h")"#);
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(found, ["a-b", "c-d", "e-f", "g-h"]);
}
