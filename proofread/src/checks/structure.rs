//! In which order a message says things, and what belongs together.
use crate::found::{Found, Hit, Marker, PROBLEM};
use crate::rule::Rule;
use crate::spans::{Typed, Value};
use std::collections::BTreeSet;

/// More than `over` of the markers of `markers`, in a message of fewer than `words` words.
pub fn marker_count(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    if found.reading.words() as f64 >= rule.number("words", f64::MAX) {
        return vec![];
    }
    let over = rule.number("over", 1.0) as usize;
    let mut all: Vec<_> = rule.words("markers").into_iter().flat_map(|name| found.named(name)).collect();
    all.sort_by_key(|m| m.bytes().start);
    all.dedup_by(|b, a| b.bytes().start < a.bytes().end);
    all.get(over).map(|m| Hit::new(m.bytes()).against(all.len().to_string(), over.to_string())).into_iter().collect()
}

/// The first of the markers stands behind `percent` of the words.
pub fn marker_late(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let words = found.reading.words();
    let first = rule.words("markers").into_iter().flat_map(|name| found.named(name)).min_by_key(|m| m.bytes().start);
    let Some(first) = first.filter(|_| words as f64 >= rule.number("words", 60.0)) else { return vec![] };
    let before: usize = found.reading.sentences.iter().take(first.sentence()).map(|s| s.words).sum();
    if before * 100 > words * rule.number("percent", 60.0) as usize { vec![Hit::new(first.bytes())] } else { vec![] }
}

/// The trouble is named, but not in the first `sentences` sentences, nor within the first `words` words.
pub fn buried_lead(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let [sentences, words] = [rule.number("sentences", 2.0) as usize, rule.number("words", 50.0) as usize];
    // What is asked is no news: *is anything else wrong?*
    let tells = |m: &&Marker| !found.reading.sentences.get(m.sentence()).is_some_and(|s| s.asks);
    let Some(first) = found.named(PROBLEM).filter(tells).min_by_key(|m| m.bytes().start) else { return vec![] };
    let before: usize = found.reading.sentences.iter().take(first.sentence()).map(|s| s.words).sum();
    if first.sentence() < sentences || before < words { vec![] } else { vec![Hit::new(first.bytes())] }
}

/// A way forward without a date and without what it costs.
pub fn option_without_terms(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let reading = found.reading;
    let terms: BTreeSet<usize> = reading
        .typed
        .iter()
        .filter(|t| matches!(t.value, Value::Date(_) | Value::Money(_)))
        .map(|t| reading.sentence_of(t.first))
        .collect();
    let free: BTreeSet<usize> =
        rule.words("terms").into_iter().flat_map(|n| found.named(n)).map(|m| m.sentence()).collect();
    let mut seen = BTreeSet::new();
    rule.words("markers")
        .into_iter()
        .flat_map(|name| found.named(name))
        .filter(|m| !terms.contains(&m.sentence()) && !free.contains(&m.sentence()) && seen.insert(m.sentence()))
        .map(|m| Hit::new(m.bytes()))
        .collect()
}

/// Ways forward, and nobody is asked which.
pub fn options_without_question(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let options: Vec<_> = rule.words("markers").into_iter().flat_map(|name| found.named(name)).collect();
    let asked = found.reading.sentences.iter().any(|s| s.asks)
        || rule.words("asks").into_iter().any(|name| found.has_named(name));
    match options.last() {
        Some(last) if options.len() >= 2 && !asked => vec![Hit::new(last.bytes())],
        _ => vec![],
    }
}

/// A telephone number, and nobody says when somebody is there.
pub fn phone_without_hours(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let reading = found.reading;
    let is_time = |t: &Typed| matches!(&t.value, Value::Date(w) if w.time.is_some());
    let times = reading.typed.iter().chain(&reading.around).filter(|t| is_time(t)).count();
    if times >= 2 || rule.words("hours").into_iter().any(|name| found.has_named(name)) {
        return vec![];
    }
    let phones = reading.typed.iter().filter(|t| matches!(t.value, Value::Phone(_)));
    phones.take(1).map(|t| Hit::new(reading.bytes(t.first, t.behind))).collect()
}

/// Two times or more to choose from.
pub fn two_times(found: &Found<'_>, _rule: &Rule) -> Vec<Hit> {
    let reading = found.reading;
    let times: Vec<&Typed> =
        reading.typed.iter().filter(|t| matches!(&t.value, Value::Date(w) if w.time.is_some() && !w.over)).collect();
    if times.len() < 2 {
        return vec![];
    }
    times.into_iter().map(|t| Hit::new(reading.bytes(t.first, t.behind))).collect()
}

/// `over` times *we* and never *I*, from one person to another.
pub fn we_without_i(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let reading = found.reading;
    let (we, i) = (rule.words("we"), rule.words("i"));
    let is = |words: &[&str], at: usize| {
        let said = reading.text(reading.tokens[at].bytes());
        said.len() <= 6 && words.iter().any(|w| said.eq_ignore_ascii_case(w))
    };
    let all = 0..reading.tokens.len();
    if all.clone().any(|at| is(&i, at)) {
        return vec![];
    }
    let found_we: Vec<usize> = all.filter(|at| is(&we, *at)).collect();
    match found_we.get(rule.number("over", 2.0) as usize) {
        Some(at) => vec![Hit::new(reading.tokens[*at].bytes())],
        None => vec![],
    }
}
