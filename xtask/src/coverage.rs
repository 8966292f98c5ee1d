//! `cargo xtask coverage`: which of the 250 practices have a test that names them, by stage.
use anyhow::Context as _;
use clap::Args;
use comfy_table::Table;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct Coverage {
    /// Also list the practices without a test.
    #[arg(long)]
    missing: bool,
}

/// First practice and name of each stage, as in the list of practices.
const STAGES: [(u16, &str); 12] = [
    (1, "0 prepare"),
    (16, "1 catch it"),
    (41, "2 first contact"),
    (76, "3 the conversation"),
    (132, "4 facts and causes"),
    (140, "5 options, decision, amends"),
    (168, "6 plan and expectations"),
    (179, "7 act and keep informed"),
    (196, "8 escalate, mediate"),
    (205, "9 their word, follow up"),
    (221, "10 learn, prevent, share"),
    (232, "11 relationship"),
];
const LAST: u16 = 250;

/// # Errors
/// When the sources cannot be read.
pub fn run(asked: &Coverage) -> anyhow::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("the workspace")?;
    let mut named = BTreeSet::new();
    for dir in ["casework", "watch", "proofread", "store", "makegood"] {
        walk(&root.join(dir), &mut named)?;
    }
    let mut table = Table::new();
    table.set_header(["stage", "practices", "with a test", "without"]);
    for (at, (first, name)) in STAGES.iter().enumerate() {
        let last = STAGES.get(at + 1).map_or(LAST, |(next, _)| next - 1);
        let missing: Vec<String> = (*first..=last).filter(|n| !named.contains(n)).map(|n| format!("S{n:03}")).collect();
        let all = usize::from(last - first + 1);
        let list = if asked.missing { missing.join(" ") } else { missing.len().to_string() };
        table.add_row([(*name).to_owned(), all.to_string(), (all - missing.len()).to_string(), list]);
    }
    println!("{table}");
    println!("figure practices {}", named.len());
    Ok(())
}

fn walk(dir: &Path, named: &mut BTreeSet<u16>) -> anyhow::Result<()> {
    for entry in fs::read_dir(dir)? {
        let path: PathBuf = entry?.path();
        if path.is_dir() {
            walk(&path, named)?;
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = fs::read_to_string(&path)?;
            named.extend(numbers(tested(&path, &text)));
        }
    }
    Ok(())
}

/// The part of a file that is tests: all of it below `tests/` or `stories/`, else what follows `#[cfg(test)]`.
fn tested<'t>(path: &Path, text: &'t str) -> &'t str {
    let whole = path.components().any(|c| matches!(c.as_os_str().to_str(), Some("tests" | "stories")))
        || path.file_stem().and_then(|s| s.to_str()).is_some_and(|s| s == "tests" || s.ends_with("_tests"));
    if whole { text } else { text.find("#[cfg(test)]").map_or("", |at| &text[at..]) }
}

/// `S141` in a comment, or `s141_` in the name of a test.
fn numbers(text: &str) -> BTreeSet<u16> {
    let bytes = text.as_bytes();
    let digits = |at: usize| {
        text.get(at + 1..at + 4).filter(|d| d.bytes().all(|b| b.is_ascii_digit())).and_then(|d| d.parse::<u16>().ok())
    };
    let starts = |at: usize| at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
    let ends = |at: usize| bytes.get(at + 4).is_none_or(|b| !b.is_ascii_alphanumeric());
    (0..bytes.len())
        .filter(|at| matches!(bytes[*at], b'S' | b's') && starts(*at) && ends(*at))
        .filter_map(digits)
        .filter(|n| (1..=LAST).contains(n))
        .collect()
}
