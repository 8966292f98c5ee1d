//! Is the review right? Its facts are changed one at a time; texts that others wrote are read, and what they say of them is compared.
mod facts;
mod labels;
mod plain;

use super::tables::Outcome;
use comfy_table::Table;
use makegood::mail::{Ours, parse::parse};
use proofread::{Draft, Level, Reviewer};
use std::path::Path;

/// Mails without a trouble that are read; more say nothing new.
const MAILS_AT_MOST: usize = 1000;

/// What the review says about ordinary mails, which have nothing to put right.
struct Ordinary {
    mails: usize,
    words: usize,
    stops: Vec<String>,
    fixes: Vec<String>,
}

/// # Errors
/// When a pack is not in order or a file of the data cannot be read.
pub fn run(data: Option<&Path>) -> Result<(), String> {
    let reviewer = Reviewer::shipped()?;
    let rules: usize = reviewer.packs().iter().map(|p| p.rules.len()).sum();
    let facts = facts::mutated(&reviewer);
    facts.missed.iter().for_each(|miss| println!("missed, facts: {miss}"));
    facts.false_alarms.iter().for_each(|alarm| println!("false alarm, facts: {alarm}"));
    println!("figure rules {rules}");
    println!("figure facts_precision {:.4}", facts.precision());
    println!("figure facts_recall {:.4}", facts.recall());
    let Some(data) = data else {
        println!("skipped: no outside data");
        return Ok(());
    };
    let pairs = plain::ranked(&reviewer, &data.join("plainlanguage_gov/before_after_pairs.jsonl"))?;
    pairs.misses.iter().for_each(|miss| println!("missed, pairs: {miss}"));
    println!("{}", labels::table(&reviewer, &data.join("labelled_messages/dev.jsonl"))?);
    println!("{}", updates(&reviewer, &data.join("statuspage_emma/updates.jsonl"))?);
    let ordinary = ordinary(&reviewer, &data.join("spamassassin/ham"))?;
    ordinary.stops.iter().for_each(|stop| println!("false stop: {stop}"));
    ordinary.fixes.iter().for_each(|fix| println!("false fix: {fix}"));
    println!("ordinary mails: {} with {} words", ordinary.mails, ordinary.words);
    println!("figure plain_pairs_ranked {:.4}", pairs.share());
    println!("figure false_stops {}", ordinary.stops.len());
    println!(
        "figure false_fix_per_100_words {:.4}",
        ordinary.fixes.len() as f64 * 100.0 / ordinary.words.max(1) as f64
    );
    Ok(())
}

/// The lines of a file of JSON objects.
fn objects(path: &Path) -> Result<Vec<serde_json::Value>, String> {
    let text = std::fs::read_to_string(path).map_err(|problem| format!("{}: {problem}", path.display()))?;
    text.lines().map(|line| serde_json::from_str(line).map_err(|odd| format!("{}: {odd}", path.display()))).collect()
}

fn ordinary(reviewer: &Reviewer, folder: &Path) -> Result<Ordinary, String> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .map_err(|problem| format!("{}: {problem}", folder.display()))?
        .flatten()
        .map(|f| f.path())
        .collect();
    files.sort();
    let nobody = Ours { addresses: vec![], domains: vec![] };
    let mut all = Ordinary { mails: 0, words: 0, stops: vec![], fixes: vec![] };
    for file in files.iter().take(MAILS_AT_MOST) {
        let raw = std::fs::read(file).map_err(|problem| format!("{}: {problem}", file.display()))?;
        let (mail, _) = parse(&raw, &nobody);
        let report = reviewer.review(&Draft { subject: None, text: &mail.text }, None);
        if report.lang != "en" {
            continue;
        }
        all.mails += 1;
        all.words += report.words;
        for finding in &report.findings {
            let said = format!("{} {}: {:?}", file.display(), finding.rule, finding.text);
            match finding.level {
                Level::Stop => all.stops.push(said),
                Level::Fix => all.fixes.push(said),
                Level::Consider => {}
            }
        }
    }
    Ok(all)
}

/// What a supplier's own updates hold, and lack.
fn updates(reviewer: &Reviewer, path: &Path) -> Result<Table, String> {
    let mut table = Table::new();
    table.set_header(["updates of a supplier", "there", "of"]);
    let objects = objects(path)?;
    for name in [
        "problem",
        "ownership",
        "apology",
        "reason",
        "action.own",
        "date.future",
        "update.timed",
        "update.vague",
        "open.door",
    ] {
        let there = objects
            .iter()
            .filter(|o| {
                let text = o["body"].as_str().unwrap_or("");
                reviewer.review(&Draft { subject: None, text }, None).markers.iter().any(|m| m.name == name)
            })
            .count();
        table.add_row([name.to_owned(), there.to_string(), objects.len().to_string()]);
    }
    Ok(table)
}
