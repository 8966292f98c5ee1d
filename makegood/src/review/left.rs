//! What a person leaves as it is against the review: the rule, the words it found, and why they stay. An exception belongs to one rule and one phrase.
use crate::web::ui::Typed;
use casework::commands::Overruled;
use proofread::Finding;

/// Findings of one text that can be left.
const AT_MOST: usize = 50;
/// Letters of the found words that are kept.
const WORDS_KEPT: usize = 200;

/// One finding that is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    pub rule: String,
    pub words: String,
    pub why: String,
}

impl Left {
    pub fn of(finding: &Finding, why: &str) -> Self {
        Self { rule: finding.rule.clone(), words: words_of(finding), why: why.to_owned() }
    }
    pub fn is_about(&self, finding: &Finding) -> bool {
        self.rule == finding.rule && self.words == words_of(finding)
    }
    pub fn kept(&self) -> Overruled {
        Overruled { rule: self.rule.clone(), words: self.words.clone(), why: self.why.clone() }
    }
}

/// The found words as they travel with the form: on one line, not longer than history keeps them.
pub fn words_of(finding: &Finding) -> String {
    let one_line = finding.text.split_whitespace().collect::<Vec<_>>().join(" ");
    one_line.chars().take(WORDS_KEPT).collect()
}

/// What was left on a form; a row without a reason is none.
pub fn left_in(typed: &Typed) -> Vec<Left> {
    let value = |n: usize, part: &str| typed.value(&format!("left[{n}].{part}")).to_owned();
    let row = |n: usize| Left { rule: value(n, "rule"), words: value(n, "words"), why: value(n, "why") };
    (0..AT_MOST).map(row).filter(|left| !left.rule.is_empty() && !left.why.is_empty()).collect()
}
