//! Other checkers of texts on the same messages, where they are installed (`tests/linters/install.sh`).
use anyhow::Context as _;
use comfy_table::Table;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A checker, and how long it took for all texts.
pub struct Timed {
    pub name: String,
    pub seconds: f64,
    pub found: usize,
}

/// One table: milliseconds for a message, megabytes in a second, on the same texts.
pub fn table(texts: &[String], all: &[Timed]) -> Table {
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut table = Table::new();
    table.set_header(["on the same messages", "ms a message", "MB/s", "found"]);
    for one in all {
        table.add_row([
            one.name.clone(),
            format!("{:.3}", one.seconds * 1000.0 / texts.len() as f64),
            format!("{:.2}", bytes as f64 / 1e6 / one.seconds),
            one.found.to_string(),
        ]);
    }
    table
}

/// Whatever is installed, each in its own program.
///
/// # Errors
/// When the texts cannot be written down for them.
pub fn others(texts: &[String]) -> anyhow::Result<Vec<Timed>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = std::env::var_os("MAKEGOOD_LINTERS").map_or_else(|| root.join("target/linters"), PathBuf::from);
    if !folder.is_dir() {
        println!("others: none is installed in {}; tests/linters/install.sh does it", folder.display());
        return Ok(vec![]);
    }
    let file = std::env::temp_dir().join(format!("makegood-texts-{}.json", std::process::id()));
    std::fs::write(&file, serde_json::to_string(texts)?).context("the texts are written down")?;
    let mut all = vec![];
    for (program, script) in [("node", "tests/linters/timed.mjs"), ("python3", "tests/linters/timed.py")] {
        let mut command = Command::new(program);
        command.arg(root.join(script)).arg(&folder).arg(&file).stderr(Stdio::null());
        if let Ok(said) = command.output() {
            all.extend(String::from_utf8_lossy(&said.stdout).lines().filter_map(timed));
        }
    }
    std::fs::remove_file(&file).context("the texts are taken away")?;
    Ok(all)
}

fn timed(line: &str) -> Option<Timed> {
    let mut parts = line.split('\t');
    let (name, seconds, found) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some(Timed { name: name.to_owned(), seconds, found })
}
