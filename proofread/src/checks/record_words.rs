//! Words of the record: what it did to them, why it happened; what must not be said outside.
use crate::found::{Found, Hit};
use crate::phrase::cut;
use crate::reading::Reading;
use crate::record::{LIST_AT_MOST, Record};
use crate::rule::Rule;
use crate::token::{Kind, Token};
use std::collections::{BTreeSet, HashMap};

/// Letters that two words share at their start when they are forms of one.
const STEM: usize = 5;
/// Words of the record that carry no meaning of their own are shorter.
const WORD_LETTERS: usize = 4;

/// The parameter in which the organisation's own file puts its words.
pub const OWN_WORDS: &str = "own";

/// The words of a list of the record that a text would use to say the same.
fn stems(words: &[String]) -> BTreeSet<String> {
    words
        .iter()
        .take(LIST_AT_MOST)
        .flat_map(|words| cut(words))
        .filter(|word| word.chars().count() >= WORD_LETTERS || word.chars().any(|c| c.is_ascii_digit()))
        .map(|word| stem(&word))
        .collect()
}

fn stem(word: &str) -> String {
    word.chars().take(STEM).collect()
}

/// The stem of a token, into room that is used again.
fn stem_of<'a>(reading: &Reading<'_>, token: &Token, room: &'a mut String) -> &'a str {
    room.clear();
    let letters = reading.text(token.bytes()).chars().flat_map(char::to_lowercase);
    room.extend(letters.take(STEM));
    room
}

fn list<'a>(record: &'a Record, name: &str) -> &'a [String] {
    match name {
        "impact" => &record.impact,
        "cause" => &record.cause,
        "efforts" => &record.efforts,
        "problem" => &record.problem,
        "can_change" => &record.can_change,
        _ => &[],
    }
}

/// Whether the text says what `list` of the record says: a quarter of its words, or at least one.
pub fn says(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let Some(record) = found.record else { return vec![] };
    let names = rule.words("list");
    let wanted = names.first().map(|name| stems(list(record, name))).unwrap_or_default();
    let said = saying(found, &wanted);
    let different: BTreeSet<&String> = said.iter().map(|(stem, _)| stem).collect();
    if wanted.is_empty() || different.len() < (wanted.len() / 4).max(1) {
        return vec![];
    }
    said.into_iter().map(|(_, at)| Hit::new(found.reading.tokens[at].bytes())).collect()
}

fn saying(found: &Found<'_>, wanted: &BTreeSet<String>) -> Vec<(String, usize)> {
    if wanted.is_empty() {
        return vec![];
    }
    let reading = found.reading;
    let firsts: BTreeSet<u8> = wanted.iter().filter_map(|stem| stem.bytes().next()).collect();
    let may_begin = |token: &Token| {
        let first = reading.draft.text.as_bytes().get(token.bytes().start);
        first.is_some_and(|first| !first.is_ascii() || firsts.contains(&first.to_ascii_lowercase()))
    };
    let mut room = String::new();
    let mut said = vec![];
    for (at, token) in reading.tokens.iter().enumerate().filter(|(_, t)| t.kind != Kind::Mark && may_begin(t)) {
        let stem = stem_of(reading, token, &mut room);
        if wanted.contains(stem) {
            said.push((stem.to_owned(), at));
        }
    }
    said
}

/// The text names a trouble, and not one word of the trouble of the case.
pub fn other_problem(found: &Found<'_>, _rule: &Rule) -> Vec<Hit> {
    let Some(record) = found.record.filter(|r| !r.problem.is_empty()) else { return vec![] };
    let wanted = stems(&record.problem);
    let Some(named) = found.named(crate::found::PROBLEM).next() else { return vec![] };
    if wanted.is_empty() || !saying(found, &wanted).is_empty() {
        return vec![];
    }
    vec![Hit::new(named.bytes()).against(found.reading.text(named.bytes()), record.problem.join(", "))]
}

/// Words that stay in the house, by the record or by the organisation's own file.
pub fn internal(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    phrases(found, found.record.map_or(&[], |r| &r.internal), &rule.words(OWN_WORDS))
}

pub fn jargon(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    phrases(found, found.record.map_or(&[], |r| &r.jargon), &rule.words(OWN_WORDS))
}

pub fn not_approved(found: &Found<'_>, _rule: &Rule) -> Vec<Hit> {
    found.record.map_or(vec![], |record| phrases(found, &record.not_approved, &[]))
}

/// A phrase of the firm's phrase book as a whole sentence: a starting point that nobody made their own.
pub fn verbatim(found: &Found<'_>, _rule: &Rule) -> Vec<Hit> {
    found.record.map_or(vec![], |record| phrases(found, &record.phrasebook, &[]))
}

/// Where the words of one of these phrases stand in this order.
fn phrases(found: &Found<'_>, of_record: &[String], own: &[&str]) -> Vec<Hit> {
    let reading = found.reading;
    let mut by_first: HashMap<String, Vec<Vec<String>>> = HashMap::new();
    let all = of_record.iter().map(String::as_str).take(LIST_AT_MOST).chain(own.iter().copied());
    for words in all.map(cut) {
        if let Some(first) = words.first() {
            by_first.entry(first.clone()).or_default().push(words);
        }
    }
    if by_first.is_empty() {
        return vec![];
    }
    let said: Vec<String> = reading.tokens.iter().map(|t| reading.folded(t).replace('\u{2019}', "'")).collect();
    let mut hits = vec![];
    for at in 0..said.len() {
        for words in by_first.get(&said[at]).into_iter().flatten() {
            if said[at..].len() >= words.len() && said[at..at + words.len()] == words[..] {
                hits.push(Hit::new(reading.bytes(at, at + words.len())).against(words.join(" "), ""));
            }
        }
    }
    hits
}
