//! What the desk weighs and how fast it answers a hand: measured by the browser stories, which say each figure on a line of its own.
use super::Figure;
use std::process::Command;

/// What is measured: its name, what it is, and what is wanted.
const FIGURES: &[(&str, &str, &str)] = &[
    ("first_page_kb", "Run to it with all it fetches, compressed", "at most 60"),
    ("case_page_kb", "a case page with all it fetches, compressed", "at most 80"),
    ("one_call_key_presses", "keys beside the prose for a trouble put right in one call", "at most 25"),
    ("interaction_ms", "from a key to the next picture, on a case page with 500 events, median", "at most 100"),
    ("axe_violations", "found on any page, light and dark, 1280 and 360 px", "0"),
];

/// # Errors
/// When there is no browser, or a figure was not said.
pub fn measure(only: &str) -> anyhow::Result<Vec<Figure>> {
    let said = Command::new(env!("CARGO"))
        .env("MAKEGOOD_BROWSER", "required")
        .env("MAKEGOOD_BROWSER_FIGURES", "1")
        .args([
            "test",
            "-p",
            "makegood",
            "--test",
            "in_browser",
            "--",
            "figures::",
            "one_call",
            "--nocapture",
            "--test-threads=1",
        ])
        .output()?;
    let told = String::from_utf8_lossy(&said.stdout);
    anyhow::ensure!(
        said.status.success(),
        "the browser stories failed:\n{told}\n{}",
        String::from_utf8_lossy(&said.stderr)
    );
    let value = |name: &str| {
        let line = told.lines().find_map(|line| line.split_once(&format!("figure {name} ")).map(|(_, value)| value))?;
        line.trim().parse::<f64>().ok()
    };
    let wanted = FIGURES.iter().filter(|(name, ..)| name.contains(only));
    wanted
        .map(|(name, what, wanted)| {
            let value = value(name).ok_or_else(|| anyhow::anyhow!("no story said {name}"))?;
            Ok(Figure { name, what: (*what).to_owned(), value, wanted: (*wanted).to_owned() })
        })
        .collect()
}
