//! Where a sentence ends: at its mark, at a blank line, before an item of a list; not behind an abbreviation or a number.
use crate::grammar::Grammar;
use std::ops::Range;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub bytes: Range<usize>,
    /// Counted from 0 over the whole text.
    pub paragraph: u32,
    pub asks: bool,
}

/// A line that is shorter and followed by a capital ends its sentence: it was not broken by a mail program.
const BROKEN_LINE: usize = 50;

/// The sentences of `text[part]`, in order. `paragraph` counts on.
pub fn sentences(text: &str, part: Range<usize>, grammar: &Grammar, paragraph: &mut u32, into: &mut Vec<Piece>) {
    let mut cutter = Cutter { text, part: part.clone(), grammar, start: part.start, line: part.start };
    let bytes = text.as_bytes();
    let mut at = part.start;
    while at < part.end {
        match bytes[at] {
            // Most bytes are letters: above every mark that is looked for.
            b'@'.. => at += 1,
            b'\n' => {
                let blank = cutter.blank_line_behind(at);
                if blank || cutter.line_ends_sentence(at) {
                    cutter.cut(at, *paragraph, into);
                }
                *paragraph += u32::from(blank);
                cutter.line = at + 1;
                at += 1;
            }
            b'.' | b'!' | b'?' => {
                let mut end = at + 1;
                while end < part.end && matches!(bytes[end], b'.' | b'!' | b'?' | b')' | b'"' | b'\'') {
                    end += 1;
                }
                if cutter.mark_ends_sentence(at, end) {
                    cutter.cut(end, *paragraph, into);
                }
                at = end;
            }
            _ => at += 1,
        }
    }
    cutter.cut(part.end, *paragraph, into);
    *paragraph += 1;
}

struct Cutter<'a> {
    text: &'a str,
    part: Range<usize>,
    grammar: &'a Grammar,
    start: usize,
    line: usize,
}

impl Cutter<'_> {
    fn cut(&mut self, end: usize, paragraph: u32, into: &mut Vec<Piece>) {
        let said = &self.text[self.start..end];
        let trimmed = said.trim();
        if !trimmed.is_empty() {
            let start = self.start + (said.len() - said.trim_start().len());
            let asks = trimmed.trim_end_matches(['"', ')', '\'', '!']).ends_with('?');
            into.push(Piece { bytes: start..start + trimmed.len(), paragraph, asks });
        }
        self.start = end;
    }

    fn blank_line_behind(&self, at: usize) -> bool {
        let rest = &self.text[at + 1..self.part.end];
        rest.split('\n').next().is_some_and(|line| line.trim().is_empty() && line.len() < rest.len())
    }

    fn line_ends_sentence(&self, at: usize) -> bool {
        let line = self.text[self.line..at].trim();
        let next = self.text[at + 1..self.part.end].trim_start_matches([' ', '\t']);
        let begins_capital = next.chars().next().is_some_and(|c| !c.is_lowercase() && c.is_alphanumeric());
        is_item(next) || line.ends_with([':', ';']) || (line.len() < BROKEN_LINE && begins_capital)
    }

    fn mark_ends_sentence(&self, at: usize, end: usize) -> bool {
        let bytes = self.text.as_bytes();
        if end < self.part.end && !bytes[end].is_ascii_whitespace() && bytes[end] < 128 {
            return false;
        }
        let next = self.text[end..self.part.end].trim_start_matches([' ', '\t']).chars().next();
        if next.is_some_and(char::is_lowercase) {
            return false;
        }
        bytes[at] != b'.' || end > at + 1 || !self.is_short_form(at, next)
    }

    /// `Dr.`, `J.`, `14.` before what goes on.
    fn is_short_form(&self, dot: usize, next: Option<char>) -> bool {
        let before = &self.text[self.start.min(dot)..dot];
        let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or("");
        let is_number = !word.is_empty() && word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
        if is_number && (self.grammar.ordinal_dot || before.trim() == word) && next.is_some() {
            return true;
        }
        let mut letters = word.chars();
        let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && word != "I";
        initial || self.grammar.abbreviations.iter().any(|a| a.len() == word.len() && a.eq_ignore_ascii_case(word))
    }
}

/// `- `, `* `, `1. `, `a) `: an item of a list.
pub fn is_item(line: &str) -> bool {
    let mut letters = line.chars();
    match letters.next() {
        Some('-' | '*' | '•' | '–' | '·') => letters.next().is_some_and(char::is_whitespace),
        Some(c) if c.is_ascii_alphanumeric() => {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            let rest = if rest.len() == line.len() { &line[1..] } else { rest };
            line.len() - rest.len() <= 2
                && rest.starts_with(['.', ')'])
                && rest[1..].starts_with(char::is_whitespace)
                && !(rest.starts_with('.') && c == 'I')
        }
        _ => false,
    }
}
