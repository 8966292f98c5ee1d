//! Runs the rules of a style over what is new in a text.
use super::metric::Counts;
use super::rule::{Capitals, Kind, Letters, Rule, Scope};
use crate::found::HITS_AT_MOST;
use crate::reading::Reading;
use crate::report::Finding;
use crate::rule::Level;
use crate::zones;
use fancy_regex::Regex;
use std::collections::BTreeSet;
use std::ops::Range;

/// What a rule says of a place.
struct Told {
    bytes: Range<usize>,
    /// What fills the message, in its order.
    words: Vec<String>,
    replace: Option<String>,
}

impl Told {
    fn new(bytes: Range<usize>, words: Vec<String>) -> Self {
        Self { bytes, words, replace: None }
    }
}

/// What all rules find, in their order.
pub fn findings(rules: &[Rule], accepted: Option<&Regex>, reading: &Reading<'_>) -> Vec<Finding> {
    let mut all = vec![];
    for rule in rules {
        let excepted = |said: &str| {
            let is = |regex: Option<&Regex>| regex.is_some_and(|r| r.is_match(said).unwrap_or(false));
            is(rule.exceptions.as_ref()) || (rule.takes_words && is(accepted))
        };
        let mut told = vec![];
        if let Kind::Metric(metric) = &rule.kind {
            let counts = counts(reading);
            let value = metric.told(&counts).filter(|_| counts.words > 0.0);
            told.extend(value.map(|value| Told::new(0..0, vec![format!("{value:.2}")])));
        } else {
            for bytes in places(rule.scope, reading) {
                rule.look(reading.text(bytes.clone()), bytes.start, &mut told);
            }
        }
        told.retain(|t| t.bytes.is_empty() || !excepted(reading.text(t.bytes.clone())));
        all.extend(told.into_iter().take(HITS_AT_MOST).map(|t| finding(rule, t, reading)));
    }
    all
}

fn counts(reading: &Reading<'_>) -> Counts {
    let mut counts = Counts { sentences: reading.sentences.len() as f64, ..Counts::default() };
    reading.zone(zones::Kind::New).for_each(|zone| counts.add(reading.text(zone.bytes.clone())));
    counts.paragraphs = reading.sentences.chunk_by(|a, b| a.paragraph == b.paragraph).count() as f64;
    counts
}

fn places(scope: Scope, reading: &Reading<'_>) -> Vec<Range<usize>> {
    let paragraphs = reading.sentences.chunk_by(|a, b| a.paragraph == b.paragraph);
    match scope {
        Scope::Text => reading.zone(zones::Kind::New).map(|z| z.bytes.clone()).collect(),
        Scope::Paragraph => paragraphs.map(|p| p[0].bytes.start..p[p.len() - 1].bytes.end).collect(),
        Scope::Sentence => reading.sentences.iter().map(|s| s.bytes.clone()).collect(),
    }
}

fn finding(rule: &Rule, told: Told, reading: &Reading<'_>) -> Finding {
    Finding {
        rule: rule.id.clone(),
        level: Level::Consider,
        start: told.bytes.start,
        end: told.bytes.end,
        text: reading.text(told.bytes).to_owned(),
        say: filled(&rule.message, &told.words),
        why: rule.why.clone(),
        attempt: String::new(),
        replace: told.replace.or_else(|| rule.replace.clone()),
        found: String::new(),
        expected: String::new(),
        practices: vec![],
    }
}

/// Every place of an expression that holds a letter at least; a search that took too many steps ends there.
fn matches(regex: &Regex, text: &str) -> impl Iterator<Item = Range<usize>> {
    regex.find_iter(text).map_while(Result::ok).map(|m| m.start()..m.end()).filter(|bytes| !bytes.is_empty())
}

impl Rule {
    fn look(&self, text: &str, from: usize, told: &mut Vec<Told>) {
        let at = |bytes: &Range<usize>| from + bytes.start..from + bytes.end;
        let said = |bytes: &Range<usize>| text[bytes.clone()].to_owned();
        match &self.kind {
            Kind::Existence(regex) => {
                told.extend(matches(regex, text).map(|b| Told::new(at(&b), vec![said(&b)])));
            }
            Kind::Substitution(regex, twins) => swapped(regex, twins, text, from, told),
            Kind::Occurrence { token, least, most } => {
                let all: Vec<_> = matches(token, text).collect();
                if all.len() > *most || all.len() < *least {
                    let bytes = all.first().map_or(from..from + text.len(), at);
                    told.push(Told::new(bytes, vec![all.len().to_string()]));
                }
            }
            Kind::Repetition { token, most, letters } => repeated(token, *most, *letters, text, from, told),
            Kind::Consistency(pairs) => {
                for [(one, first), (other, second)] in pairs {
                    let [a, b] = [first, second].map(|regex| matches(regex, text).next());
                    if let (Some(a), Some(b)) = (a, b) {
                        let later = if a.start > b.start { a } else { b };
                        told.push(Told::new(at(&later), vec![one.clone(), other.clone()]));
                    }
                }
            }
            Kind::Conditional { first, second } => {
                let named = |regex: &Regex| -> Vec<Range<usize>> {
                    let all = regex.captures_iter(text).map_while(Result::ok);
                    all.filter_map(|c| c.get(1).or_else(|| c.get(0)).map(|m| m.start()..m.end())).collect()
                };
                let known: BTreeSet<String> = named(second).iter().map(said).collect();
                let open = named(first).into_iter().filter(|b| !known.contains(&text[b.clone()]));
                told.extend(open.map(|b| Told::new(at(&b), vec![said(&b)])));
            }
            Kind::Capitalization(capitals) => {
                let trimmed = text.trim();
                if !trimmed.is_empty() && !capitals.fit(trimmed) {
                    let start = from + (text.len() - text.trim_start().len());
                    told.push(Told::new(start..start + trimmed.len(), vec![trimmed.to_owned()]));
                }
            }
            Kind::Metric(_) => {}
        }
    }
}

fn swapped(regex: &Regex, twins: &[String], text: &str, from: usize, told: &mut Vec<Told>) {
    for captures in regex.captures_iter(text).map_while(Result::ok) {
        let group = (0..twins.len()).find_map(|at| captures.get(at + 1).map(|m| (at, m.start()..m.end())));
        let Some((at, bytes)) = group.filter(|(_, bytes)| !bytes.is_empty()) else { continue };
        let (said, twin) = (&text[bytes.clone()], twins[at].as_str());
        let ways: Vec<&str> = twin.split('|').collect();
        if ways.contains(&said) {
            continue;
        }
        let shown = match &ways[..] {
            [all @ .., last] if !all.is_empty() => format!("{} or {last}", all.join(", ")),
            _ => twin.to_owned(),
        };
        let replace = Some(ways[0].to_owned()).filter(|way| !way.is_empty());
        told.push(Told { replace, ..Told::new(from + bytes.start..from + bytes.end, vec![shown, said.to_owned()]) });
    }
}

fn repeated(token: &Regex, most: usize, letters: Letters, text: &str, from: usize, told: &mut Vec<Told>) {
    let mut before: Option<Range<usize>> = None;
    let mut count = 0;
    for bytes in matches(token, text) {
        let said = text[bytes.clone()].trim();
        let same = before.as_ref().is_some_and(|b| {
            let before = text[b.clone()].trim();
            before == said || (letters == Letters::Folded && before.to_lowercase() == said.to_lowercase())
        });
        count = if same { count + 1 } else { 0 };
        if let Some(first) = before.filter(|b| count > most && !text[b.start..bytes.end].contains('\n')) {
            let both = from + first.start..from + bytes.end;
            told.push(Told { replace: Some(said.to_owned()), ..Told::new(both, vec![said.to_owned()]) });
            count = 0;
        }
        before = Some(bytes);
    }
}

impl Capitals {
    fn fit(&self, text: &str) -> bool {
        let first = |word: &str| word.chars().find(|c| c.is_alphabetic());
        let capital = |word: &str| first(word).is_none_or(char::is_uppercase);
        let mut words = text.split_whitespace();
        match self {
            Capitals::Lower => text.to_lowercase() == text,
            Capitals::Upper => text.to_uppercase() == text,
            Capitals::Sentence => {
                words.next().is_none_or(capital)
                    && words.all(|w| {
                        !capital(w) || first(w).is_none() || w.chars().filter(|c| c.is_uppercase()).count() > 1
                    })
            }
            Capitals::Title => words.all(|w| capital(w) || w.chars().count() <= 3),
            Capitals::Like(regex) => regex.is_match(text).unwrap_or(true),
        }
    }
}

/// Puts words into a message, one for each `%s`, as the style's own program does.
fn filled(message: &str, words: &[String]) -> String {
    let mut said = String::with_capacity(message.len());
    let mut words = words.iter();
    let mut left = message;
    while let Some(at) = left.find('%') {
        said.push_str(&left[..at]);
        let rest = &left[at + 1..];
        let long = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let kind = rest[long..].chars().next();
        match kind {
            Some('%') if long == 0 => said.push('%'),
            Some('s' | 'd' | 'f' | 'v') => said.push_str(words.next().map_or("", String::as_str)),
            _ => {
                said.push('%');
                left = rest;
                continue;
            }
        }
        left = &rest[long + 1..];
    }
    said.push_str(left);
    said
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn a_message_takes_its_words_in_order() {
        let words = ["use".to_owned(), "utilize".to_owned()];
        assert_eq!(
            filled("Use '%s', not '%s' (100 %%, 5 % off).", &words),
            "Use 'use', not 'utilize' (100 %, 5 % off)."
        );
        assert_eq!(filled("Grade %.2f", &["8.10".to_owned()]), "Grade 8.10");
    }
}
