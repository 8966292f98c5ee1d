//! Names: whether the greeting greets the contact, whether another customer is named, whether a person can be reached.
use crate::found::{Found, Hit};
use crate::record::Record;
use crate::rule::{Level, Rule};
use crate::spans::Value;
use crate::zones::Kind;
use std::ops::Range;

/// Letters by which a name may be mistyped and still be meant.
const SLIPS: usize = 2;

struct Word<'a> {
    said: &'a str,
    bytes: Range<usize>,
}

/// Words that begin with a capital, in a stretch of the text.
fn capitals<'a>(text: &'a str, within: Range<usize>) -> impl Iterator<Item = Word<'a>> {
    let start = within.start;
    let base = &text[within];
    base.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '-' && c != '’')
        .map(move |said| (said.as_ptr() as usize - base.as_ptr() as usize, said))
        .filter(|(_, said)| said.starts_with(char::is_uppercase))
        .map(move |(at, said)| Word { said, bytes: start + at..start + at + said.len() })
}

/// The greeting names the contact: a slip, or a word for many (`groups`), is one to fix; somebody else's name stops.
pub fn greeting(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let Some(record) = found.record.filter(|r| !r.contact.name.is_empty()) else { return vec![] };
    let text = found.reading.draft.text;
    let grammar = &found.pack.grammar;
    let is_form = |word: &str| {
        let low = word.to_lowercase();
        grammar
            .greetings
            .iter()
            .chain(&grammar.titles)
            .any(|g| g.split_whitespace().any(|w| w.trim_end_matches('.') == low))
    };
    let groups = rule.words("groups");
    // "Sato-san" greets Haruka Sato.
    let names = |said: &str, part: &str| said.split('-').next().is_some_and(|first| first.eq_ignore_ascii_case(part));
    let is_theirs =
        |word: &Word| parts(&record.contact.name).any(|p| p.eq_ignore_ascii_case(word.said) || names(word.said, p));
    let mut hits = vec![];
    for zone in found.reading.zone(Kind::Greeting) {
        let words: Vec<Word> = capitals(text, zone.bytes.clone()).filter(|w| !is_form(w.said)).collect();
        if words.iter().any(is_theirs) {
            continue;
        }
        for word in words {
            let near = parts(&record.contact.name).find(|p| slip(p, word.said) && !is_other(record, word.said));
            let is_group = groups.iter().any(|group| group.eq_ignore_ascii_case(word.said));
            let level = if near.is_some() || is_group { Level::Fix } else { Level::Stop };
            hits.push(Hit::new(word.bytes).against(word.said, record.contact.name.as_str()).at(level));
            if is_group {
                break;
            }
        }
    }
    hits
}

fn is_other(record: &Record, word: &str) -> bool {
    record.names().filter(|n| *n != record.contact.name).any(|n| parts(n).any(|p| p == word))
}

fn parts(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| c.is_whitespace() || c == ',').filter(|p| p.chars().nth(1).is_some())
}

fn slip(one: &str, other: &str) -> bool {
    let most = if one.chars().count() < 5 { 1 } else { SLIPS };
    distance(&one.to_lowercase(), &other.to_lowercase(), most).is_some()
}

/// Letters to change, put in or leave out; `None` when it is more than `most`.
pub fn distance(one: &str, other: &str, most: usize) -> Option<usize> {
    let [a, b] = [one, other].map(|s| s.chars().take(64).collect::<Vec<_>>());
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut before = last.clone();
    for (i, x) in a.iter().enumerate() {
        let mut now = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut least = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(now[j] + 1);
            // Two neighbours that changed places are one slip.
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                least = least.min(before[j - 1] + 1);
            }
            now.push(least);
        }
        before = std::mem::replace(&mut last, now);
    }
    last.last().copied().filter(|d| *d <= most)
}

/// A name or a number of another customer.
pub fn foreign(found: &Found<'_>, _rule: &Rule) -> Vec<Hit> {
    let Some(record) = found.record else { return vec![] };
    let text = found.reading.draft.text;
    let mut hits = vec![];
    for zone in found.reading.zones.iter().filter(|z| z.kind != Kind::Quote) {
        for name in record.foreign.iter().chain(&record.foreign_numbers).filter(|n| n.chars().nth(2).is_some()) {
            let mut from = zone.bytes.start;
            while let Some(at) = text[from..zone.bytes.end].find(name.as_str()).map(|n| from + n) {
                let end = at + name.len();
                let alone =
                    !text[..at].ends_with(char::is_alphanumeric) && !text[end..].starts_with(char::is_alphanumeric);
                if alone {
                    hits.push(Hit::new(at..end).against(name.as_str(), ""));
                }
                from = end;
            }
        }
    }
    hits
}

/// Somebody who signs or can be called by name.
pub fn person_named(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let reading = found.reading;
    let sender = found.record.map(|r| &r.sender).filter(|s| !s.name.is_empty());
    let colleague =
        |name: &str| found.record.is_some_and(|r| r.sender.name == name || r.people.iter().any(|p| p == name));
    let known = reading.typed.iter().find(|t| matches!(&t.value, Value::Name(name) if colleague(name)));
    if let Some(known) = known {
        return vec![Hit::new(reading.bytes(known.first, known.behind))];
    }
    let text = reading.draft.text;
    let no_names = rule.words("no_names");
    for zone in reading.zone(Kind::Signature) {
        let form =
            found.pack.grammar.signoffs.iter().any(|s| text[zone.bytes.clone()].to_lowercase().trim() == s.as_str());
        let lines = text[zone.bytes.clone()].lines().skip(1);
        let mut at = zone.bytes.start + text[zone.bytes.clone()].find('\n').map_or(0, |n| n + 1);
        for line in lines {
            let words: Vec<Word> = capitals(text, at..at + line.len()).collect();
            let is_name = (1..=4).contains(&line.split_whitespace().count())
                && !words.is_empty()
                && words.len()
                    == line.split_whitespace().filter(|w| w.chars().next().is_some_and(char::is_alphabetic)).count()
                && !words.iter().any(|w| no_names.iter().any(|n| n.eq_ignore_ascii_case(w.said)));
            let is_sender = sender.is_some_and(|s| line.contains(s.name.as_str()));
            if is_sender || (is_name && !form) {
                let first = &words[0].bytes;
                return vec![Hit::new(first.start..words[words.len() - 1].bytes.end)];
            }
            at += line.len() + 1;
        }
    }
    vec![]
}
