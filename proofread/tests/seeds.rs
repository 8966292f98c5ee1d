//! What the articles themselves call bad and good, word for word.
use proofread::{Draft, Level, Reviewer};

fn review(text: &str) -> proofread::Report {
    Reviewer::shipped().expect("packs").review(&Draft { subject: None, text }, None)
}

/// S108: the article's bad sentence.
#[test]
fn s108_the_bad_sentence_has_three_findings() {
    let report =
        review("Apparently, part X is failing to meet desired effectiveness quotas in real-world applications.");
    let rules: Vec<&str> = report.findings.iter().map(|f| f.rule.as_str()).collect();
    assert!(rules.len() >= 3, "{rules:?}");
    assert!(rules.contains(&"DS05") && rules.contains(&"DS04"), "{rules:?}");
}

/// S109: the article's good sentence.
#[test]
fn s109_the_good_sentence_has_none() {
    let report = review("Part X isn't working right. We're going to replace it.");
    assert_eq!(report.findings, []);
    assert!(report.may_send);
}

/// S111
#[test]
fn s111_a_passive_that_hides_who_is_told_and_an_act_is_not() {
    let told = |text| review(text).findings.iter().any(|f| f.rule == "DS01" && f.level == Level::Fix);
    assert!(told("An error was made in production."));
    assert!(!told("We drilled the wrong holes."));
}

/// S112
#[test]
fn s112_soon_is_no_time_and_tuesday_at_two_is() {
    let told = |text| review(text).findings.iter().any(|f| f.rule == "DS10");
    assert!(told("We will ship soon."));
    assert!(!told("Your boards ship Tuesday 14:00."));
}

/// Spans are bytes of the text that was given.
#[test]
fn a_finding_names_its_words() {
    let text = "Dear Ana,\n\nMistakes were made – sorry.\n";
    let report = review(text);
    let finding = report.findings.iter().find(|f| f.rule == "DS01").expect("found");
    assert_eq!(&text[finding.start..finding.end], "Mistakes were made");
}
