//! What a customer can meet is there in every language in which customers are spoken to. Which sentences those are is found in
//! the code: what events say for them, what a contact can be refused, and what stands on their pages.

use super::scan::{BUILT_FROM_PARTS, sources};
use super::scan_languages::sentences;
use super::{ENGLISH, Language};
use casework::event::{Event, Happening};
use casework::text::Part;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Files that are theirs from the first line to the last.
const WHOLE_FILES: &[&str] = &["fail.ftl", "letters.ftl", "starts.ftl", "when.ftl"];

/// Where their pages are written, and the parts of the kit that stand on them.
const THEIR_PAGES: &[&str] = &[
    "/makegood/src/eight_d/sheet",
    "/makegood/src/supplier_sheet.rs",
    "/makegood/src/theirs",
    "/makegood/src/web/theirs",
    "/makegood/src/web/ui/clock.rs",
    "/makegood/src/web/ui/field.rs",
    "/makegood/src/web/ui/form.rs",
    "/makegood/src/web/ui/lists.rs",
    "/makegood/src/web/ui/people.rs",
    "/makegood/src/words/quotes.rs",
];

/// Part of a form, but only where a colleague passes a gate or reads a list of the desk: a contact passes no gates.
const DESK_ONLY: &[&str] = &["ui-gate", "ui-gate-help", "ui-gate-reason"];

/// Refused to colleagues alone: what their role, their session or a gate of ours is about. A contact hears `not-for-customers`
/// before any of these, and a gate as what we still owe (casework/src/rights.rs).
const COLLEAGUES_ALONE: &[&str] = &[
    "cause-view-before-plan",
    "their-view-before-plan",
    "customer-takes-part",
    "fix-and-prevent",
    "fix-proven",
    "follow-up-by-voice",
    "heard-before-plan",
    "internal-command",
    "needs-a-person",
    "needs-manager",
    "needs-manager-or-quality",
    "next-step-not-chosen",
    "not-allowed",
    "remedy-before-amends",
    "steps-confirmed",
    "tell-by-voice",
    "what-else",
];

type Found = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_sentence_that_a_customer_can_meet_is_there_in_each_of_their_languages() {
    let english = sentences(Language::English);
    let theirs = all_of_it(&english);
    assert!(theirs.len() > 150, "only {} sentences were found", theirs.len());
    let mut broken = vec![];
    for language in Language::THEIRS {
        let here = sentences(language);
        for key in &theirs {
            match (here.get(key), english.get(key)) {
                (None, _) => broken.push(format!("{}: {key} is missing", language.tag())),
                (said, wanted) if said != wanted => {
                    broken.push(format!("{}: {key} has {said:?}, English has {wanted:?}", language.tag()));
                }
                _ => {}
            }
        }
    }
    assert!(broken.is_empty(), "{} to translate in locale/:\n{}", broken.len(), broken.join("\n"));
}

/// The languages of their side alone say nothing that nobody there reads.
#[test]
fn polish_and_spanish_hold_what_customers_meet() {
    let english = sentences(Language::English);
    let theirs = all_of_it(&english);
    for language in Language::THEIRS.into_iter().filter(|language| !Language::ALL.contains(language)) {
        let here = sentences(language);
        let met = here.keys().filter(|key| theirs.contains(*key)).count();
        assert!(met * 10 >= here.len() * 9, "{}: {met} of {} are ever met", language.tag(), here.len());
    }
}

/// The finding itself: what a customer surely meets is found, what only a colleague reads is not.
#[test]
fn what_a_customer_meets_is_found_in_the_code() {
    let theirs = all_of_it(&sentences(Language::English));
    for met in [
        "told-recovery-awaiting-word",
        "told-step-late",
        "told-reaction-must-check",
        "told-corrected-plan",
        "amends-kind-free-samples",
        "answered-partly",
        "promised-next-contact",
        "refusal-not-your-case",
        "refusal-speaks-for-another",
        "refusal-tick-each-need",
        "refusal-too-long",
        "when-days",
        "fail-not-found",
        "ui-optional",
    ] {
        assert!(theirs.contains(met), "{met} is not found");
    }
    for ours in
        ["event-case-opened", "told-intro", "refusal-needs-manager", "refusal-fix-proven", "refusal-case-closed"]
    {
        assert!(!theirs.contains(ours), "{ours} is for colleagues");
    }
}

/// What we say at the desk, by language: of the customer as of somebody else, of roles, gates and books.
const OF_THE_DESK: &[(Language, &[&str])] = &[
    (
        Language::English,
        &[
            "gate",
            "customer",
            "owner",
            "manager",
            "administrator",
            "account",
            "your role",
            "on this case",
            "record ",
            "ask them",
            "back to them",
            "in their words",
        ],
    ),
    (
        Language::German,
        &["kunde", "rolle", "administrator", "freigabe", "an diesem fall", "halten sie fest", "ausnahme"],
    ),
    (Language::Polish, &["klient", "uprawnie", "administrator", "kierownik"]),
    (Language::Spanish, &["cliente", "su rol", "administrador", "responsable del caso"]),
];

/// A refusal that a contact meets is said to them, in each of their languages, never as we say it among ourselves.
#[test]
fn no_refusal_of_theirs_is_said_as_at_the_desk() {
    let keys = refused(&code());
    let mut odd = vec![];
    for (language, ours) in OF_THE_DESK {
        let lines: Vec<&str> = language.files().iter().flat_map(|(_, text)| text.lines()).collect();
        for (key, text) in lines.iter().filter_map(|line| line.split_once(" = ")).filter(|(key, _)| keys.contains(*key))
        {
            let found = ours.iter().filter(|word| text.to_lowercase().contains(**word));
            odd.extend(found.map(|word| format!("{}: {key} says “{word}”: {text}", language.tag())));
        }
    }
    assert!(odd.is_empty(), "{}", odd.join("\n"));
}

fn all_of_it(english: &Found) -> BTreeSet<String> {
    let code = code();
    let mut theirs = told(&code, english);
    theirs.extend(refused(&code));
    theirs.extend(english.keys().filter(|key| key.starts_with("theirs-")).cloned());
    for (file, text) in ENGLISH.iter().filter(|(file, _)| WHOLE_FILES.contains(file)) {
        let ids = super::scan::ids(text);
        assert!(!ids.is_empty(), "{file}");
        theirs.extend(ids);
    }
    for (file, source) in &code {
        if THEIR_PAGES.iter().any(|page| file.contains(page)) {
            let quoted = || without_tests(source).split('"');
            theirs.extend(quoted().filter(|key| !DESK_ONLY.contains(key)).map(str::to_owned));
            // The word of a choice stands behind its family.
            let families: Vec<&str> = quoted().filter_map(|key| key.split("-{").next().filter(|f| *f != key)).collect();
            let begun = |key: &&String| families.iter().any(|f| key.starts_with(&format!("{f}-")));
            theirs.extend(english.keys().filter(begun).cloned());
        }
    }
    theirs.retain(|key| english.contains_key(key));
    theirs
}

/// Paths with one kind of slash, and what stands in them.
fn code() -> Vec<(String, String)> {
    sources().into_iter().map(|(path, source)| (path.to_string_lossy().replace('\\', "/"), source)).collect()
}

fn without_tests(source: &str) -> &str {
    source.split("#[cfg(test)]").next().unwrap_or_default()
}

/// What events say for the customer: every key that a `fn told` names or begins, and every family of words inside of one. Each
/// kind of event ever shipped is asked too, so that a key built in another way is found as well.
fn told(code: &[(String, String)], english: &Found) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let mut beginnings = BTreeSet::new();
    for (_, source) in code.iter().filter(|(file, _)| file.contains("/casework/src/") && !file.contains("/stories/")) {
        let bodies = source.split("fn told(&self)").skip(1).filter_map(|rest| rest.split("\n    }").next());
        for body in bodies {
            let named = body.split('"').skip(1).step_by(2);
            named.for_each(|key| match key.split_once("{}") {
                Some((beginning, _)) => _ = beginnings.insert(beginning.to_owned()),
                None => _ = keys.insert(key.to_owned()),
            });
            let families = body.split("choice(\"").skip(1).filter_map(|rest| rest.split('"').next());
            beginnings.extend(families.map(|family| format!("{family}-")));
        }
    }
    // The sheet of options is read to them, and what a promise is called stands beside the event that settles it.
    let speaks = |source: &str| source.contains("fn told(&self)") || source.contains("it_costs_you");
    for (_, source) in code.iter().filter(|(file, source)| file.contains("/casework/src/") && speaks(source)) {
        let words = source.split("Part::Key(\"").skip(1).filter_map(|rest| rest.split('"').next());
        keys.extend(words.map(str::to_owned));
    }
    for happening in shipped() {
        let Some(text) = happening.event.told() else { continue };
        assert!(english.contains_key(&text.key), "{}", text.key);
        text.parts.iter().for_each(|(_, part)| within(part, &mut beginnings));
        keys.insert(text.key);
    }
    let begun = |key: &&String| beginnings.iter().any(|beginning| key.starts_with(beginning.as_str()));
    keys.extend(english.keys().filter(begun).cloned());
    keys
}

/// The families of the words inside of a sentence.
fn within(part: &Part, beginnings: &mut BTreeSet<String>) {
    match part {
        Part::Key(key) => {
            let family = BUILT_FROM_PARTS.iter().filter(|family| key.starts_with(**family)).max_by_key(|f| f.len());
            beginnings.insert(family.map_or_else(|| key.clone(), |family| (*family).to_owned()));
        }
        Part::List(parts) => parts.iter().for_each(|part| within(part, beginnings)),
        _ => {}
    }
}

/// One event of each kind, as they were written.
fn shipped() -> Vec<Happening> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../casework/tests/golden/events");
    let read =
        |kind: &&str| serde_json::from_str(&fs::read_to_string(folder.join(format!("{kind}.json"))).unwrap()).unwrap();
    Event::KINDS.iter().map(read).collect()
}

/// What a contact can be refused: every code in the commands that are theirs too, and in the rules around all commands; as
/// they read it.
fn refused(code: &[(String, String)]) -> BTreeSet<String> {
    let of = |end: &str| code.iter().find(|(file, _)| file.ends_with(end)).map(|(_, source)| source.as_str()).unwrap();
    let commands = of("/casework/src/commands.rs");
    let theirs: Vec<String> = commands
        .lines()
        .filter(|line| line.trim_end().ends_with("or Contact,"))
        .filter_map(|line| Some(line.split(" in ").nth(1)?.split(' ').next()?.to_owned()))
        .collect();
    assert!(theirs.len() > 10, "{theirs:?}");
    let in_theirs = |file: &str| {
        theirs
            .iter()
            .any(|name| file.ends_with(&format!("/commands/{name}.rs")) || file.contains(&format!("/commands/{name}/")))
    };
    let around = ["commands.rs", "draft.rs", "refusal.rs", "rights.rs"].map(|name| format!("/casework/src/{name}"));
    let reads: BTreeSet<&str> = code
        .iter()
        .filter(|(file, _)| in_theirs(file) || around.iter().any(|end| file.ends_with(end)))
        .flat_map(|(_, source)| without_tests(source).split('"').skip(1).step_by(2))
        .collect();
    let turned = turned(of("/casework/src/rights.rs"));
    let heard = |said: &&&str| !turned.contains(**said) && !COLLEAGUES_ALONE.contains(*said);
    reads.iter().filter(heard).map(|said| format!("refusal-{said}")).collect()
}

/// The codes that `as_they_read_it` turns into others: those on the left of its arms.
fn turned(rights: &str) -> BTreeSet<&str> {
    let arms = rights.split("fn as_they_read_it").nth(1).and_then(|rest| rest.split("_ if ").next()).unwrap();
    // An arm of many codes goes over several lines.
    let begins = |line: &&str| line.trim_start().starts_with(['"', '|']);
    let left = arms.lines().filter(|line| begins(line) || line.contains("=>"));
    let left = left.map(|line| line.split_once("=>").map_or(line, |(left, _)| left));
    let codes: BTreeSet<&str> = left.flat_map(|left| left.split('"').skip(1).step_by(2)).collect();
    assert!(codes.len() > 10, "{codes:?}");
    codes
}
