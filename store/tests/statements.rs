//! Every SQL text in the program is understood by both engines and avoids the words that mean different things on them.

use crate::support;
use std::{
    fs,
    path::{Path, PathBuf},
};
use store::dialect::Engine;
use support::Fresh;

/// One statement of the source: where it stands, for which engine if not for both, and its text.
#[derive(Debug, PartialEq)]
struct Statement {
    place: String,
    only: Option<Engine>,
    text: String,
}

fn source_files(dir: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(dir) else { return };
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            source_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

fn statements() -> Vec<Statement> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    source_files(&root.join("store/src"), &mut files);
    source_files(&root.join("makegood/src"), &mut files);
    assert!(files.len() > 5, "the source is where it should be");
    let read = |file: &PathBuf| fs::read_to_string(file).expect("a readable file");
    files.iter().flat_map(|file| in_source(&file.display().to_string(), &read(file))).collect()
}

/// Finds `sql!("…")`, `sql!(sqlite "…")` and `sql!(postgres "…")`, raw or not, outside of comments.
fn in_source(file: &str, source: &str) -> Vec<Statement> {
    let mut found = Vec::new();
    for (at, _) in source.match_indices("sql!(") {
        let line_start = source[..at].rfind('\n').map_or(0, |n| n + 1);
        if source[line_start..at].trim_start().starts_with("//") {
            continue;
        }
        let rest = source[at + "sql!(".len()..].trim_start();
        let (only, rest) = if let Some(rest) = rest.strip_prefix("sqlite") {
            (Some(Engine::Sqlite), rest)
        } else if let Some(rest) = rest.strip_prefix("postgres") {
            (Some(Engine::Postgres), rest)
        } else {
            (None, rest)
        };
        let place = format!("{file}:{}", source[..at].matches('\n').count() + 1);
        let text = literal(rest.trim_start()).unwrap_or_else(|| panic!("{place}: sql! takes one literal"));
        found.push(Statement { place, only, text });
    }
    found
}

fn literal(source: &str) -> Option<String> {
    if let Some(raw) = source.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let end = format!("\"{}", "#".repeat(hashes));
        return raw[hashes..].strip_prefix('"')?.split_once(end.as_str()).map(|(text, _)| text.to_owned());
    }
    let mut out = String::new();
    let mut chars = source.strip_prefix('"')?.chars().peekable();
    loop {
        match chars.next()? {
            '"' => return Some(out),
            '\\' => match chars.next()? {
                '\n' => while chars.next_if(|c| c.is_whitespace()).is_some() {},
                'n' => out.push('\n'),
                other => out.push(other),
            },
            other => out.push(other),
        }
    }
}

#[test]
fn every_statement_prepares() {
    let all = statements();
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = Fresh::new(engine);
        let db = fresh.open();
        let bad: Vec<String> = all
            .iter()
            .filter(|s| s.only.is_none_or(|only| only == engine))
            .filter_map(|s| {
                let text: &'static str = Box::leak(s.text.clone().into_boxed_str());
                let list: &'static [&'static str] = Box::leak(Box::new([text]));
                db.prepare_all(list).err().map(|fault| format!("{}: {fault}", s.place))
            })
            .collect();
        db.close();
        assert!(bad.is_empty(), "{engine:?} does not understand:\n{}", bad.join("\n"));
    }
    println!("{} statements", all.len());
}

#[test]
fn no_statement_uses_a_word_that_means_different_things() {
    // `like` ignores case on SQLite only; rounding and floating point differ; time is given, never asked of the database;
    // `$1` binds in the wrong order on SQLite; text aggregates have no order on older engines.
    const TRAPS: [&str; 9] =
        ["round(", "avg(", "ilike", "now()", "current_timestamp", "current_date", "string_agg", "group_concat", "$1"];
    for s in statements() {
        let text = s.text.to_lowercase();
        for trap in TRAPS {
            assert!(s.only.is_some() || !text.contains(trap), "{}: {trap}", s.place);
        }
        assert!(!text.contains(" like ") || text.contains("lower("), "{}: like without lower()", s.place);
        assert!(!text.contains("\"\""), "{}: an empty name", s.place);
    }
}

#[test]
fn the_scanner_finds_what_is_written() {
    let source = "
        tx.put(sql!(\"insert into a \\
            values (?1)\"), &[]);
        // sql!(\"a comment\")
        let two = sql!(
            r#\"select \"x\" from a\"#
        );
        let three = sql!(postgres \"select to_tsvector(?1)\");";
    let found: Vec<_> = in_source("x.rs", source).into_iter().map(|s| (s.place, s.only, s.text)).collect();
    assert_eq!(
        found,
        [
            ("x.rs:2".into(), None, "insert into a values (?1)".into()),
            ("x.rs:5".into(), None, "select \"x\" from a".into()),
            ("x.rs:8".into(), Some(Engine::Postgres), "select to_tsvector(?1)".into()),
        ]
    );
}
