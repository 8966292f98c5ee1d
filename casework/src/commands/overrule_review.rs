//! The review of a text found something, and a person leaves the text as it is: what was found, on which words, and why they stay. Kept in the history,
//! so that a rule which is overruled again and again is seen to be wrong.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::refusal::Refusal;
use crate::text::{Part, Text};
use serde::{Deserialize, Serialize};

/// Findings of one text that are left.
const FINDINGS_AT_MOST: usize = 50;
/// Letters of a rule's name, and of the words that are kept of a finding.
const RULE_AT_MOST: usize = 60;
const WORDS_AT_MOST: usize = 200;

asked! {
    /// One thing that the review found, and why it stays.
    pub struct Overruled {
        /// The rule, by its name in the pack.
        pub rule: String,
        /// The words it found; empty when it missed something.
        #[serde(default)]
        pub words: String,
        /// Why they stay.
        pub why: String,
    }
}

asked! {
    /// Leaves a text as it is against the review, with the reason. What stops a text cannot be left.
    pub struct OverruleReview {
        /// What is left.
        pub findings: Vec<Overruled>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReviewOverruled {
    pub findings: Vec<Overruled>,
}

impl Asks for OverruleReview {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        if !draft.case.exists() {
            return Err(Refusal::missing("no-such-case"));
        }
        if self.findings.is_empty() {
            return Err(Refusal::input("findings", "nothing-said"));
        }
        if self.findings.len() > FINDINGS_AT_MOST {
            return Err(Refusal::input("findings", "too-many").with("most", FINDINGS_AT_MOST));
        }
        for left in &self.findings {
            Refusal::unless_said(&left.rule, "findings", "nothing-said")?;
            Refusal::unless_said(&left.why, "findings", "reason-empty")?;
            for (said, most) in [(&left.rule, RULE_AT_MOST), (&left.words, WORDS_AT_MOST)] {
                if said.chars().count() > most {
                    return Err(Refusal::input("findings", "too-long").with("most", most));
                }
            }
        }
        draft.happened(ReviewOverruled { findings: self.findings.clone() });
        Ok(())
    }
}

impl Happened for ReviewOverruled {
    fn apply(&self, _: &mut Case, _: &When) {}
    fn words(&self) -> Text {
        let one = |left: &Overruled| match left.words.as_str() {
            "" => format!("{}: {}", left.rule, left.why),
            words => format!("{} “{words}”: {}", left.rule, left.why),
        };
        let all = self.findings.iter().map(|left| Part::Said(one(left))).collect();
        Text::new("event-review-overruled").with("findings", Part::List(all))
    }
}
