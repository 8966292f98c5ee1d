//! Puts what a report suggests into the text: plain twins in place of what was found, with the capital that stood there.
use crate::report::{Finding, Report};

/// What goes in place of the words that were found; `None` where only a person can say it.
pub fn replacement(finding: &Finding) -> Option<String> {
    let twin = finding.replace.as_deref()?;
    let mut letters = twin.chars();
    let capital = finding.text.starts_with(char::is_uppercase) && !finding.text.chars().skip(1).any(char::is_uppercase);
    match letters.next() {
        Some(first) if capital => Some(first.to_uppercase().chain(letters).collect()),
        _ => Some(twin.to_owned()),
    }
}

/// The text with every plain twin put in; where two findings overlap the first one counts.
pub fn rewritten(text: &str, report: &Report) -> String {
    let mut said = String::with_capacity(text.len());
    let mut at = 0;
    for finding in report.findings.iter().filter(|f| f.start < f.end) {
        let Some(twin) = replacement(finding).filter(|_| finding.start >= at) else { continue };
        said.push_str(&text[at..finding.start]);
        said.push_str(&twin);
        at = finding.end;
    }
    said.push_str(&text[at..]);
    said
}
