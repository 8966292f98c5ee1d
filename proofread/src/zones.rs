//! What of a text is new: greeting, own words, signature, disclaimer, what somebody wrote before. Only own words are judged.
use crate::grammar::Grammar;
use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    New,
    Greeting,
    Signature,
    Disclaimer,
    Quote,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    pub kind: Kind,
    pub bytes: Range<usize>,
}

/// Letters of a line that are looked at to know what it begins.
const LINE_START: usize = 120;
/// Words of a line that only greets, or only takes leave.
const GREETING_WORDS: usize = 7;
/// Lines of a signature; a longer rest is text.
const SIGNATURE_LINES: usize = 15;
/// Lines below a `From:` in which the rest of a quoted head stands.
const HEAD_LINES: usize = 5;

struct Line<'a> {
    bytes: Range<usize>,
    /// Trimmed.
    said: &'a str,
    low: String,
    blank_before: usize,
}

/// The zones of a text, in order; together they are the text.
pub fn zones(text: &str, grammar: &Grammar) -> Vec<Zone> {
    let lines = lines(text);
    let mut kinds = vec![Kind::New; lines.len()];
    let own = quotes(&lines, grammar, &mut kinds);
    signature(&lines[..own], grammar, &mut kinds);
    let mut zones: Vec<Zone> = vec![];
    let mut greeted = false;
    for (line, kind) in lines.iter().zip(kinds) {
        let mut from = line.bytes.start;
        if kind == Kind::New && !greeted && !line.said.is_empty() {
            greeted = true;
            if let Some(end) = greeting(line, grammar) {
                push(&mut zones, Kind::Greeting, from..end);
                from = end;
            }
        }
        push(&mut zones, kind, from..line.bytes.end);
    }
    zones
}

fn push(zones: &mut Vec<Zone>, kind: Kind, bytes: Range<usize>) {
    if bytes.is_empty() {
        return;
    }
    match zones.last_mut() {
        Some(last) if last.kind == kind => last.bytes.end = bytes.end,
        _ => zones.push(Zone { kind, bytes }),
    }
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut at = 0;
    text.split_inclusive('\n')
        .map(|whole| {
            let bytes = at..at + whole.len();
            at = bytes.end;
            let said = whole.trim();
            let start = said.char_indices().nth(LINE_START).map_or(said.len(), |(end, _)| end);
            let blank_before = whole.len() - whole.trim_start().len();
            Line { bytes, said, low: said[..start].to_lowercase(), blank_before }
        })
        .collect()
}

/// Marks what was written before; gives how many lines stand before the part of which nothing is new.
fn quotes(lines: &[Line], grammar: &Grammar, kinds: &mut [Kind]) -> usize {
    for at in 0..lines.len() {
        let line = &lines[at];
        if line.said.starts_with('>') {
            kinds[at] = Kind::Quote;
            continue;
        }
        if line.said.is_empty() || kinds[at] == Kind::Quote {
            continue;
        }
        let rest = if grammar.quote_rules.iter().any(|rule| line.low.trim_matches(['-', '_', ' ', '*']) == *rule)
            && line.said.starts_with(['-', '_', '*'])
        {
            true
        } else if let Some(long) = quote_line(&lines[at..], grammar) {
            kinds[at..at + long].fill(Kind::Quote);
            let next = lines[at + long..].iter().find(|l| !l.said.is_empty());
            next.is_some_and(|l| !l.said.starts_with('>'))
        } else {
            is_head(&lines[at..], grammar)
        };
        if rest {
            kinds[at..].fill(Kind::Quote);
            return at;
        }
    }
    lines.len()
}

/// `On Tue, Ana wrote:`, perhaps broken into two lines.
fn quote_line(lines: &[Line], grammar: &Grammar) -> Option<usize> {
    let begins = |first: &str| lines[0].low.strip_prefix(first).is_some_and(|rest| rest.starts_with([' ', ',']));
    for [first, last] in &grammar.quote_lines {
        if !begins(first) {
            continue;
        }
        for long in 1..=2.min(lines.len()) {
            let end = lines[long - 1].said.trim_end_matches([':', ' ']);
            let ends = end.len() < lines[long - 1].said.len()
                && (end.to_lowercase().ends_with(last.as_str()) || last.is_empty());
            let dated =
                lines[..long].iter().any(|l| l.said.contains('@') || l.said.contains(|c: char| c.is_ascii_digit()));
            if ends && dated {
                return Some(long);
            }
        }
    }
    None
}

/// `From:` with two more fields right below.
fn is_head(lines: &[Line], grammar: &Grammar) -> bool {
    let is_field = |line: &Line| {
        let low = line.low.trim_start_matches('*');
        grammar.quote_heads.iter().any(|head| {
            low.strip_prefix(head.as_str()).is_some_and(|rest| rest.trim_start_matches('*').starts_with(':'))
        })
    };
    is_field(&lines[0]) && lines.iter().skip(1).take(HEAD_LINES).filter(|l| is_field(l)).count() >= 2
}

fn signature(lines: &[Line], grammar: &Grammar, kinds: &mut [Kind]) {
    let begins = |line: &Line, words: &[String]| {
        words.iter().any(|w| line.low.strip_prefix(w.as_str()).is_some_and(|r| !r.starts_with(char::is_alphanumeric)))
    };
    let mut own_lines = 0;
    let mut start = None;
    for (at, line) in lines.iter().enumerate().filter(|(at, _)| kinds[*at] == Kind::New) {
        if begins(line, &grammar.disclaimers) {
            kinds[at..lines.len()].iter_mut().filter(|k| **k == Kind::New).for_each(|k| *k = Kind::Disclaimer);
            break;
        }
        let leaves = line.said == "--"
            || line.said == "—"
            || (begins(line, &grammar.signoffs)
                && line.low.split_whitespace().count() <= GREETING_WORDS
                && !asks(line));
        if own_lines > 0 && leaves && start.is_none() {
            let left = lines[at..].iter().filter(|l| !l.said.is_empty() && !l.said.starts_with('>'));
            start = (left.take(SIGNATURE_LINES + 1).count() <= SIGNATURE_LINES).then_some(at);
        }
        own_lines += usize::from(!line.said.is_empty());
    }
    if let Some(start) = start {
        let mut postscript = false;
        for at in start..lines.len() {
            postscript |= lines[at].low.starts_with("p.s") || lines[at].low.starts_with("ps:");
            if kinds[at] == Kind::New && !postscript {
                kinds[at] = Kind::Signature;
            }
        }
    }
}

/// A line with a sentence in it takes no leave.
fn asks(line: &Line) -> bool {
    line.said.ends_with('?') || line.said.trim_end_matches(['.', '!']).contains(". ")
}

/// The byte behind the greeting of the first line.
fn greeting(line: &Line, grammar: &Grammar) -> Option<usize> {
    let greets = grammar
        .greetings
        .iter()
        .any(|w| line.low.strip_prefix(w.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
    if !greets {
        return None;
    }
    let end = line.said.find([',', '!', ':']).map(|at| at + 1);
    let head = end.map_or(line.said, |end| &line.said[..end]);
    let short = head.split_whitespace().count() <= GREETING_WORDS;
    let start = line.bytes.start + line.blank_before;
    match end {
        Some(end) if short => Some(start + end),
        None if short && !line.said.ends_with(['.', '?']) => Some(line.bytes.end),
        _ => None,
    }
}
