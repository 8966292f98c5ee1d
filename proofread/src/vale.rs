//! Styles that a house wrote for Vale, loaded as they are: folders of YAML, one rule in a file.
//!
//! All run at *consider*. What cannot be loaded is named by file and line, and everything else works. Different from the original:
//! places are bytes, rules for headings, tables and code have nothing to do in a message, and a word of a vocabulary
//! excuses exactly that word.
mod find;
mod metric;
mod plain;
mod rule;
mod yaml;

pub use plain::to_own;

use crate::pack::Source;
use crate::reading::Reading;
use crate::report::Finding;
use fancy_regex::Regex;
use yaml::Odd;

/// Rules of all styles of a house.
const RULES_AT_MOST: usize = 5000;

/// A rule, or a part of one, that cannot be loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    pub file: String,
    pub line: usize,
    pub problem: String,
}

impl std::fmt::Display for LeftOut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.problem)
    }
}

#[derive(Debug, Default)]
pub struct Style {
    rules: Vec<rule::Rule>,
    /// Words that the house accepts.
    accepted: Option<Regex>,
    pub left_out: Vec<LeftOut>,
}

impl Style {
    /// Loads files by their path: `Google/Colons.yml` is the rule `Google.Colons`, `…/accept.txt` are words of the house.
    pub fn load(files: &[Source]) -> Self {
        let mut style = Self::default();
        let mut accepted = vec![];
        for file in files.iter().take(RULES_AT_MOST) {
            let named = |odd: Odd| LeftOut { file: file.name.to_owned(), line: odd.line, problem: odd.problem };
            if file.name.ends_with("accept.txt") {
                for (line, word) in (1..).zip(file.text.lines().map(str::trim)).filter(|(_, w)| !w.is_empty()) {
                    match rule::compiled(word) {
                        Ok(_) => accepted.push(word),
                        Err(problem) => style.left_out.push(named(Odd::new(line, problem))),
                    }
                }
                continue;
            }
            let mut parts = vec![];
            let read = yaml::read(file.text).and_then(|node| rule::read(id(file.name), &node, &mut parts));
            style.left_out.extend(parts.into_iter().map(named));
            match read {
                Ok(rule) => style.rules.push(rule),
                Err(odd) => style.left_out.push(named(odd)),
            }
        }
        style.accepted = rule::accepted(accepted.into_iter());
        style
    }

    /// How many rules run.
    pub fn rules(&self) -> usize {
        self.rules.len()
    }

    pub(crate) fn findings(&self, reading: &Reading<'_>) -> Vec<Finding> {
        find::findings(&self.rules, self.accepted.as_ref(), reading)
    }
}

fn id(path: &str) -> String {
    let mut parts = path.rsplit('/');
    let file = parts.next().unwrap_or(path);
    let rule = file.rsplit_once('.').map_or(file, |(name, _)| name);
    match parts.next() {
        Some(style) => format!("{style}.{rule}"),
        None => rule.to_owned(),
    }
}
