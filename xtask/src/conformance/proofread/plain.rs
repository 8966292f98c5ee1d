//! Pairs of a text before and after it was made plain: the worse one must rank worse.
//!
//! There is no score in the review; what is compared is what it counts anyway: words a sentence, long words, words for writer and
//! reader, and findings.
use super::Outcome;
use proofread::{Draft, Report, Reviewer};
use std::path::Path;

/// # Errors
/// When the pairs cannot be read.
pub fn ranked(reviewer: &Reviewer, path: &Path) -> Result<Outcome, String> {
    let mut outcome = Outcome::new("plain_pairs");
    for pair in super::objects(path)? {
        let heavy = |side: &str| {
            let text = pair[side].as_str().unwrap_or("");
            heaviness(&reviewer.review(&Draft { subject: None, text }, None))
        };
        let (before, after) = (heavy("before"), heavy("after"));
        outcome.count(if before > after { Ok(()) } else { Err(format!("{before:.1} <= {after:.1} {pair}")) });
    }
    Ok(outcome)
}

/// Lengths of sentences are of their own already; what is said of them again does not count.
const LENGTHS: [&str; 3] = ["DS14", "DS15", "DS20"];

fn heaviness(report: &Report) -> f64 {
    let words = report.words.max(1) as f64;
    let per_100 = |count: usize| count as f64 * 100.0 / words;
    let findings = report.findings.iter().filter(|f| !LENGTHS.contains(&f.rule.as_str())).count();
    words / report.sentences.max(1) as f64 + 0.4 * per_100(report.long_words) - 0.6 * per_100(report.persons)
        + 0.4 * per_100(findings)
}
