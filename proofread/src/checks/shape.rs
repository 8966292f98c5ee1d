//! How long, how loud, how heavy: what can be counted without knowing what is meant.
use crate::found::{Found, Hit};
use crate::reading::Sentence;
use crate::rule::{Level, Rule};
use crate::token::Kind;
use std::collections::BTreeSet;

/// A sentence over `words` words; over `fix` words it is one to fix in a message about a trouble.
pub fn long_sentence(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let [most, fix] = [rule.number("words", 25.0) as usize, rule.number("fix", 35.0) as usize];
    let long = found.reading.sentences.iter().filter(|s| s.words > most);
    long.map(|s| {
        let level = if s.words > fix && found.is_about_trouble() { Level::Fix } else { Level::Consider };
        Hit::new(s.bytes.clone()).against(s.words.to_string(), most.to_string()).at(level)
    })
    .collect()
}

/// More than `words` words a sentence, on average, in a text of several.
pub fn average_sentence(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let sentences = found.reading.sentences.len();
    let most = rule.number("words", 20.0);
    let average = found.reading.words() as f64 / sentences.max(1) as f64;
    if sentences < 3 || average <= most {
        return vec![];
    }
    vec![Hit::new(0..0).against(format!("{average:.0}"), format!("{most:.0}"))]
}

/// A paragraph over `words` words or `sentences` sentences.
pub fn long_paragraph(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let [words, sentences] = [rule.number("words", 90.0) as usize, rule.number("sentences", 6.0) as usize];
    let all = &found.reading.sentences;
    all.chunk_by(|a, b| a.paragraph == b.paragraph)
        .filter(|p| p.iter().map(|s| s.words).sum::<usize>() > words || p.len() > sentences)
        .map(|p| Hit::new(p[0].bytes.start..p[p.len() - 1].bytes.end))
        .collect()
}

/// `count` nouns with the endings of `endings` within `words` words, and nobody of `persons` in the sentence.
pub fn noun_pile(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let (endings, persons, plain) = (rule.words("endings"), rule.words("persons"), rule.words("except"));
    let [count, within] = [rule.number("count", 2.0) as usize, rule.number("words", 6.0) as usize];
    let long = rule.number("letters", 7.0) as usize;
    let reading = found.reading;
    let mut hits = vec![];
    let last = |word: &str| word.bytes().last().map(|byte| byte.to_ascii_lowercase());
    let tails: BTreeSet<u8> = endings.iter().filter_map(|ending| last(ending)).collect();
    let may_end = |word: &str| last(word).is_some_and(|byte| tails.contains(&byte));
    let is_noun = |at: &usize| {
        let token = &reading.tokens[*at];
        if token.kind != Kind::Word || token.bytes().len() < long {
            return false;
        }
        let said = reading.text(token.bytes());
        let low = said.trim_end_matches(['s', 'S']);
        (may_end(low) || may_end(said))
            && endings.iter().any(|e| ends(low, e) || ends(said, e))
            && !plain.iter().any(|p| low.eq_ignore_ascii_case(p) || said.eq_ignore_ascii_case(p))
    };
    let is_somebody = |at: usize| {
        let token = &reading.tokens[at];
        token.kind == Kind::Word && token.bytes().len() <= 5 && reading.is_one(token, &persons)
    };
    for sentence in &reading.sentences {
        let nouns: Vec<usize> = sentence.tokens.clone().filter(is_noun).collect();
        let pile = nouns.windows(count).find(|w| w[count - 1] - w[0] < within);
        if let Some(pile) = pile
            && !sentence.tokens.clone().any(is_somebody)
        {
            hits.push(Hit::new(reading.bytes(pile[0], pile[count - 1] + 1)));
        }
    }
    hits
}

fn ends(word: &str, ending: &str) -> bool {
    word.len() >= ending.len()
        && word.get(word.len() - ending.len()..).is_some_and(|end| end.eq_ignore_ascii_case(ending))
}

/// A word of more than three letters in capitals among words that are not; two exclamation marks.
pub fn all_capitals(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let reading = found.reading;
    let letters = rule.number("letters", 4.0) as usize;
    let known = glossary(found, rule);
    let mut hits = vec![];
    let is_loud = |at: usize| {
        if !reading.tokens[at].shape.has_later_capital() {
            return false;
        }
        let said = reading.text(reading.tokens[at].bytes());
        said.chars().count() >= letters && said.chars().all(char::is_uppercase) && !known.contains(said)
    };
    let may_shout = |s: &&Sentence| s.shape.has_later_capital() || s.shape.is_loud();
    for sentence in reading.sentences.iter().filter(may_shout) {
        let loud: Vec<usize> = sentence.tokens.clone().filter(|at| is_loud(*at)).collect();
        // One short form alone is a name; a shout has vowels, or company.
        let shouts = loud.len() >= 2
            || loud.iter().any(|at| rule.words("words").contains(&reading.text(reading.tokens[*at].bytes())));
        if shouts && let (Some(first), Some(last)) = (loud.first(), loud.last()) {
            hits.push(Hit::new(reading.bytes(*first, *last + 1)));
        }
        let marks: Vec<usize> = sentence.tokens.clone().filter(|at| reading.tokens[*at].shape.is_loud()).collect();
        if marks.len() >= 2 {
            hits.push(Hit::new(reading.bytes(marks[0], marks[marks.len() - 1] + 1)));
        }
    }
    hits
}

/// Short forms that the reader knows: by the record, or by the organisation's own file.
fn glossary<'a>(found: &'a Found<'_>, rule: &'a Rule) -> BTreeSet<&'a str> {
    let record = found.record.into_iter().flat_map(|r| r.glossary.iter().chain(&r.numbers)).map(String::as_str);
    record.chain(rule.words(super::OWN_WORDS)).collect()
}

/// A short form in capitals that the reader's glossary does not have and the text does not spell out.
pub fn short_forms(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let reading = found.reading;
    let known = glossary(found, rule);
    let everybody: BTreeSet<&str> = rule.words("known").into_iter().collect();
    let mut seen = BTreeSet::new();
    let mut hits = vec![];
    for (at, token) in reading.tokens.iter().enumerate().filter(|(_, t)| t.shape.has_later_capital()) {
        let said = reading.text(token.bytes());
        let capitals = said.bytes().filter(u8::is_ascii_uppercase).count();
        let is_short = token.kind == Kind::Word && said.len() <= 6 && capitals >= 2 && capitals + 2 >= said.len();
        if !is_short || known.contains(said) || everybody.contains(said) || !seen.insert(said) {
            continue;
        }
        let in_number = reading.typed_at(at).is_some();
        let before = reading.draft.text[..token.start as usize].ends_with('(');
        let behind = reading.draft.text[token.end as usize..].trim_start().starts_with('(');
        if !in_number && !before && !behind && hits.len() < 20 {
            hits.push(Hit::new(token.bytes()));
        }
    }
    hits
}

/// `[date?]`, `{{name}}`, `[NAME]`: a hole that somebody meant to fill. Words of `words` are only to fix.
pub fn placeholder(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let text = found.reading.draft.text;
    let mut hits = vec![];
    for zone in found.reading.zones.iter().filter(|z| z.kind != crate::zones::Kind::Quote) {
        let own = &text.as_bytes()[zone.bytes.clone()];
        for (open, close) in [("{{", "}}"), ("[", "]"), ("<<", ">>"), ("${", "}")] {
            let mut at = if own.contains(&open.as_bytes()[0]) { zone.bytes.start } else { zone.bytes.end };
            while let Some(start) = text.get(at..zone.bytes.end).and_then(|t| t.find(open)).map(|n| at + n) {
                let inner = start + open.len();
                let window = &text[inner..floor(text, (inner + 60).min(zone.bytes.end))];
                at = inner;
                let Some(long) = window.find(close) else { continue };
                let said = &window[..long];
                at = inner + long;
                if is_hole(open, said) {
                    hits.push(Hit::new(start..inner + long + close.len()));
                }
            }
        }
    }
    let words = rule.words("words");
    let fits = |long: usize| words.iter().any(|w| w.len() == long);
    let tokens = found.reading.tokens.iter().filter(|t| fits(t.bytes().len()));
    let said = tokens.filter(|t| words.contains(&found.reading.text(t.bytes())));
    hits.extend(said.map(|t| Hit::new(t.bytes()).at(Level::Fix)));
    hits
}

fn is_hole(open: &str, said: &str) -> bool {
    if said.contains('\n') || said.trim().is_empty() {
        return false;
    }
    match open {
        "[" => {
            said.ends_with('?')
                || (said.len() >= 4
                    && said.chars().all(|c| c.is_ascii_uppercase() || c == ' ' || c == '_')
                    && said.contains(|c: char| c.is_ascii_uppercase()))
        }
        _ => said.chars().all(|c| c.is_alphanumeric() || " _.-#/".contains(c)),
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Words of a text below which its level says nothing.
const LEVEL_WORDS: usize = 50;

/// More hard words and long sentences than the reader's level: `letters` make a word hard, `share` of hundred are too many.
pub fn reading_level(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let reading = found.reading;
    let words = reading.words();
    if words < LEVEL_WORDS {
        return vec![];
    }
    let letters = rule.number("letters", 10.0) as usize;
    let plain = |t: &&crate::token::Token| {
        t.kind == Kind::Word && t.bytes().len() >= letters && !reading.text(t.bytes()).starts_with(char::is_uppercase)
    };
    let hard = reading.tokens.iter().filter(plain).count() * 100 / words;
    let long = reading.sentences.iter().filter(|s| s.words > 25).count() * 100 / reading.sentences.len().max(1);
    if hard <= rule.number("share", 20.0) as usize && long <= rule.number("long", 50.0) as usize {
        return vec![];
    }
    vec![Hit::new(0..0).against(format!("{hard} % / {long} %"), format!("{} %", rule.number("share", 20.0)))]
}
