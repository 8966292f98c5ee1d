//! The shape of the house, checked: who may know whom, how long a file may be, what may be called where, and that nothing is forgotten.
use std::fs;
use std::path::{Path, PathBuf};

/// Lines of a file; more is two stories in one.
const FILE_LINES: usize = 400;
/// Lines of a function; it fits one screen.
const FUNCTION_LINES: usize = 70;
const CRATES: [&str; 7] = ["casework", "proofread", "watch", "print", "store", "makegood", "xtask"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a workspace").to_owned()
}

fn walk(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}
/// Every Rust file of the workspace with its text; the path is relative to the root.
fn sources() -> Vec<(String, String)> {
    let root = root();
    let mut files = vec![];
    for dir in CRATES {
        walk(&root.join(dir), &mut files);
    }
    let mut all: Vec<_> = files
        .into_iter()
        .map(|f| {
            (
                f.strip_prefix(&root).expect("below the root").to_string_lossy().into_owned(),
                fs::read_to_string(&f).expect("readable"),
            )
        })
        .collect();
    all.sort();
    assert!(all.len() > 80, "the walk found only {} files", all.len());
    all
}
fn none(found: Vec<String>, what: &str) {
    assert!(found.is_empty(), "{what}:\n  {}", found.join("\n  "));
}

#[test]
fn every_file_opens_with_its_duty_and_fits_its_limit() {
    let files = sources();
    none(
        files.iter().filter(|(_, text)| !text.starts_with("//!")).map(|(f, _)| f.clone()).collect(),
        "no //! sentence at the top",
    );
    let long = files.iter().filter(|(_, text)| text.lines().count() > FILE_LINES);
    none(long.map(|(f, text)| format!("{f} has {} lines", text.lines().count())).collect(), "files over the limit");
}

#[test]
fn every_function_fits_a_screen() {
    let mut long = vec![];
    for (file, text) in sources() {
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let is_fn = ["fn ", "pub fn ", "pub(crate) fn ", "pub(super) fn ", "async fn ", "pub async fn "]
                .iter()
                .any(|start| line.trim_start().starts_with(start));
            if !is_fn || line.trim_end().ends_with(['}', ';']) {
                continue;
            }
            let end = format!("{}}}", " ".repeat(indent));
            let length = lines[at..].iter().position(|l| l.trim_end() == end).map_or(0, |n| n + 1);
            if length > FUNCTION_LINES {
                long.push(format!("{file}:{} {length} lines", at + 1));
            }
        }
    }
    none(long, "functions over the limit");
}

/// The names before ` =` or `.workspace` in the `[dependencies]` part of a manifest.
fn dependencies(of: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(of).join("Cargo.toml")).expect("a manifest");
    let part = text.split("[dependencies]").nth(1).unwrap_or("").split("\n[").next().unwrap_or("");
    part.lines()
        .filter_map(|l| l.split(['.', ' ', '=']).next())
        .filter(|n| !n.is_empty() && !n.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn dependencies_point_one_way() {
    assert_eq!(dependencies("casework"), ["jiff", "serde", "uuid"], "the rules know nothing else");
    let watch = dependencies("watch");
    assert!(watch.iter().all(|d| ["casework", "jiff", "serde"].contains(&d.as_str())), "watch knows {watch:?}");
    assert_eq!(
        dependencies("proofread"),
        // Dates and files of packs; the other three read styles of other programs (decision 0137).
        ["fancy-regex", "jiff", "regex-syntax", "saphyr-parser", "serde", "toml"],
        "the review of messages knows no case and no edge"
    );
    let print = dependencies("print");
    let ours = ["casework", "proofread", "watch", "store", "makegood"];
    assert!(print.iter().all(|d| !ours.contains(&d.as_str())), "a sheet of paper knows no case and no message");
    let web = ["axum", "hyper", "maud", "tower", "makegood"];
    assert!(dependencies("store").iter().all(|d| !web.contains(&d.as_str())), "the store knows no HTTP and no HTML");
}

#[test]
fn the_rules_are_pure() {
    let forbidden = [
        "std::fs",
        "std::net",
        "std::env",
        "SystemTime",
        "Instant::now",
        "Timestamp::now",
        "Zoned::now",
        "async fn",
        "rand::",
        "TimeZone::get",
        "TimeZone::system",
    ];
    let mut found = vec![];
    let pure = ["casework/src", "watch/src", "proofread/src"];
    for (file, text) in sources().into_iter().filter(|(f, _)| pure.iter().any(|p| f.starts_with(p))) {
        let is_test = file.contains("/stories")
            || file.contains("testing")
            || file.ends_with("tests.rs")
            || file.contains("/tests/");
        let code = if is_test { "" } else { text.split("#[cfg(test)]").next().unwrap_or("") };
        let bad = |line: &&str| !line.trim_start().starts_with("//") && forbidden.iter().any(|f| line.contains(f));
        found.extend(code.lines().filter(bad).map(|l| format!("{file}: {}", l.trim())));
    }
    none(found, "not pure");
}

#[test]
fn time_and_chance_come_in_by_one_door() {
    let forbidden =
        ["Timestamp::now(", "Zoned::now(", "SystemTime::now(", "Uuid::now_v7(", "Uuid::new_v4(", "rand::rng("];
    let mut found = vec![];
    for (file, text) in sources() {
        let is_door = file == "makegood/src/app.rs" || file.starts_with("xtask/") || file.contains("/tests/");
        let code = text.split("#[cfg(test)]").next().unwrap_or("");
        if !is_door {
            found.extend(
                code.lines()
                    .filter(|l| forbidden.iter().any(|f| l.contains(f)))
                    .map(|l| format!("{file}: {}", l.trim())),
            );
        }
    }
    none(found, "reads a clock or draws chance outside app.rs");
}

/// The literals marked as statements.
fn statements(text: &str) -> Vec<String> {
    text.split("sql!(")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(_, rest)| rest.split('"').next().unwrap_or("").to_lowercase())
        .collect()
}

#[test]
fn only_the_commit_writes_case_tables() {
    let tables = ["cases", "case_events", "clocks", "promises", "requests"];
    let mut found = vec![];
    for (file, text) in sources().into_iter().filter(|(f, _)| f.contains("/src/") && !f.starts_with("xtask/")) {
        let may =
            |table: &str| file == "store/src/commit.rs" || (table == "case_events" && file == "store/src/history.rs");
        for sql in statements(&text) {
            for table in tables {
                let writes =
                    [format!("insert into {table} "), format!("update {table} "), format!("delete from {table} ")]
                        .iter()
                        .any(|w| sql.contains(w.as_str()));
                let purge = table == "requests" && sql.contains("delete from requests where at <");
                if writes && !may(table) && !purge {
                    found.push(format!("{file} writes {table}: {sql}"));
                }
            }
        }
    }
    none(found, "only store/src/commit.rs writes case tables");
}

#[test]
fn statements_avoid_the_traps_of_two_engines() {
    let traps =
        ["string_agg", "group_concat", "round(", " ilike ", "now()", "current_timestamp", "datetime(", " offset "];
    let mut found = vec![];
    for (file, text) in sources().into_iter().filter(|(f, _)| f.contains("/src/")) {
        for sql in statements(&text) {
            found.extend(traps.iter().filter(|t| sql.contains(*t)).map(|t| format!("{file}: `{t}` in {sql}")));
            if sql.contains(" like ") && !sql.contains("lower(") {
                found.push(format!("{file}: `like` without lower() in {sql}"));
            }
        }
    }
    none(found, "SQL that the engines read differently");
}

#[test]
fn no_forgotten_file() {
    let listed = |dir: &str, list: &str, ending: &str, as_written: fn(&str) -> String| {
        let list = fs::read_to_string(root().join(list)).unwrap_or_default();
        let files = fs::read_dir(root().join(dir)).into_iter().flatten().flatten();
        let names =
            files.filter_map(|f| f.file_name().to_str().and_then(|n| n.strip_suffix(ending)).map(str::to_owned));
        names
            .filter(|n| !list.contains(&as_written(n)))
            .map(|n| format!("{dir}/{n}{ending} is not in {list:.0}"))
            .collect::<Vec<_>>()
    };
    none(
        listed("casework/src/commands", "casework/src/commands.rs", ".rs", |n| format!(" in {n} for ")),
        "commands not in the list of commands.rs",
    );
    none(listed("store/migrations", "store/src/migrate.rs", ".sql", |n| format!("\"{n}\"")), "migrations not in STEPS");
    none(listed("playbooks", "store/src/playbooks.rs", ".toml", |n| n.to_owned()), "playbooks not embedded");
    for tests in ["store/tests", "makegood/tests"] {
        let programs =
            ["stories.rs", "in_browser.rs"].map(|f| fs::read_to_string(root().join(tests).join(f)).unwrap_or_default());
        let files = fs::read_dir(root().join(tests))
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|f| f.file_name().into_string().ok());
        let stories = files.filter_map(|f| f.strip_suffix(".rs").map(str::to_owned));
        let runs = |n: &String| {
            n == "stories" || n == "in_browser" || programs.iter().any(|p| p.contains(&format!("mod {n};")))
        };
        none(stories.filter(|n| !runs(n)).collect(), "stories that no program of tests names");
    }
    none(listed("watch/src/rules", "watch/src/rules.rs", ".rs", |n| n.to_owned()), "watch rules not listed");
}

#[test]
fn every_page_says_who_may_ask() {
    let routes = fs::read_to_string(root().join("makegood/src/web/routes.rs")).expect("the routes");
    let mut found = vec![];
    for handler in routes
        .split(['(', '.'])
        .filter(|part| part.contains("::"))
        .flat_map(|part| part.split([')', ',']))
        .filter(|h| h.contains("::"))
    {
        let Some((module, name)) = handler.trim().split_once("::") else { continue };
        let skip = ["crate", "axum", "super", "Router", "session", "assets", "styleguide", "fail", "usize"];
        if skip.contains(&module)
            || module.contains(' ')
            || name.contains("::")
            || !name.chars().all(|c| c.is_ascii_lowercase() || c == '_')
        {
            continue;
        }
        let file = fs::read_to_string(root().join(format!("makegood/src/web/{module}.rs"))).unwrap_or_default();
        let signature = file
            .split(&format!("pub async fn {name}("))
            .nth(1)
            .map(|rest| rest.split(')').next().unwrap_or(""))
            .unwrap_or("");
        if !["Agent", "Administrator", "Guest", "Receiver", "Supplier", "Public"]
            .iter()
            .any(|actor| signature.contains(actor))
        {
            found.push(format!("{module}::{name}({signature})"));
        }
    }
    none(found, "handlers without Agent, Administrator, Guest, Receiver, Supplier or Public in their signature");
}

#[test]
fn names_say_what_a_thing_is() {
    let banned = ["manager", "service", "helper", "util", "utils", "handle", "misc", "common"];
    let bad = |f: &String| banned.contains(&Path::new(f).file_stem().and_then(|s| s.to_str()).unwrap_or(""));
    none(sources().into_iter().map(|(f, _)| f).filter(bad).collect(), "files named for nothing");
}
