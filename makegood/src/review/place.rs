//! What a suggestion does to a text when it is taken: a plain twin stands for its words, a sentence filled from the record for the sentence that was found
//! or before the names at the end. An example that the record does not know is only shown: nothing is invented.
use super::order::{Reviewed, Said};
use proofread::Finding;
use std::ops::Range;

/// A suggestion with fewer letters outside its open places says nothing.
const LETTERS_AT_LEAST: usize = 4;
/// Lines of the names at the end of a letter.
const NAMES_AT_MOST: usize = 5;
/// A piece of a sentence stands for found words that are not more than these; behind longer ones it is put.
const SHORT: usize = 4;

/// Words, and the bytes of the text for which they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    pub bytes: Range<usize>,
    pub words: String,
}

impl Put {
    /// The text with it; nothing when the text is another by now.
    pub fn put_in(&self, text: &str) -> Option<String> {
        let (before, after) = (text.get(..self.bytes.start)?, text.get(self.bytes.end..)?);
        Some(format!("{before}{}{after}", self.words))
    }
}

/// What can be put in for something that is said of a text; nothing where only a person knows the words.
pub fn put(reviewed: &Reviewed, said: Said<'_>) -> Option<Put> {
    let text = reviewed.text.as_str();
    match said {
        Said::Found(finding) => match &finding.replace {
            Some(twin) => Some(twin_of(text, finding, twin)),
            None => known(reviewed, &finding.rule, &finding.attempt).map(|words| found(text, finding, &begun(words))),
        },
        Said::Wanting(line) => {
            // A piece of a sentence has no place of its own.
            let words = known(reviewed, &line.rule, &line.attempt).filter(|words| is_whole(words))?;
            let words = begun(words);
            let at = end_of_words(text);
            let gap = if at == 0 { "" } else { "\n\n" };
            Some(Put { bytes: at..at, words: format!("{gap}{words}") })
        }
    }
}

/// The suggestion, when its rule fills it from the record.
fn known<'a>(reviewed: &Reviewed, rule: &str, attempt: &'a str) -> Option<&'a str> {
    let filled = reviewed.written(rule)?.contains('{');
    Some(attempt).filter(|words| filled && says_something(words))
}

fn is_whole(words: &str) -> bool {
    words.ends_with(['.', '?', '!'])
}

/// Nothing but open places helps nobody.
pub fn says_something(words: &str) -> bool {
    let mut outside = true;
    let letters = words.chars().filter(|c| {
        match c {
            '[' => outside = false,
            ']' => outside = true,
            _ => {}
        }
        outside && c.is_alphabetic()
    });
    letters.count() >= LETTERS_AT_LEAST
}

fn twin_of(text: &str, finding: &Finding, twin: &str) -> Put {
    let mut bytes = finding.start..finding.end;
    if twin.is_empty() && text[bytes.end..].starts_with(' ') {
        bytes.end += 1;
    }
    let capital = text[bytes.clone()].starts_with(char::is_uppercase);
    let words = if capital { with_a_capital(twin) } else { twin.to_owned() };
    Put { bytes, words }
}

/// A whole sentence begins with a capital, whatever it was filled from.
fn begun(words: &str) -> String {
    if is_whole(words) { with_a_capital(words) } else { words.to_owned() }
}

fn with_a_capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn found(text: &str, finding: &Finding, words: &str) -> Put {
    let bytes = finding.start..finding.end;
    if bytes.is_empty() {
        let at = end_of_words(text);
        return Put { bytes: at..at, words: format!("\n\n{words}") };
    }
    if is_whole(words) {
        return Put { bytes: sentence(text, &bytes), words: words.to_owned() };
    }
    if text[bytes.clone()].split_whitespace().count() <= SHORT {
        return Put { bytes, words: words.to_owned() };
    }
    Put { bytes: bytes.end..bytes.end, words: format!(" {words}") }
}

/// The whole sentence around some words, on its line.
fn sentence(text: &str, bytes: &Range<usize>) -> Range<usize> {
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '\n');
    let start = text[..bytes.start].rfind(ends).map_or(0, |at| at + 1);
    let start = start + text[start..bytes.start].len() - text[start..bytes.start].trim_start().len();
    let last = text[..bytes.end].ends_with(ends);
    let end = match text[bytes.end..].find(ends) {
        _ if last => bytes.end,
        Some(at) if text[bytes.end + at..].starts_with('\n') => bytes.end + at,
        Some(at) => bytes.end + at + 1,
        None => text.len(),
    };
    start..end
}

/// Before the names at the end of a letter, which are lines and no sentence; else at its end.
fn end_of_words(text: &str) -> usize {
    let trimmed = text.trim_end();
    let names = |last: &str| last.lines().count() <= NAMES_AT_MOST && !is_whole(last);
    match trimmed.rfind("\n\n") {
        Some(at) if at > 0 && names(trimmed[at..].trim()) => at,
        _ => trimmed.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::order::shipped;
    use proofread::Record;

    fn taken(text: &str, record: &Record, rule: &str) -> Option<String> {
        let reviewed = shipped(text, record, vec![]);
        let (first, rest) = reviewed.said();
        let said = *first.iter().chain(&rest).find(|said| said.rule() == rule)?;
        put(&reviewed, said)?.put_in(&reviewed.text)
    }

    #[test]
    fn a_plain_twin_stands_for_its_words_and_keeps_their_capital() {
        let record = Record::default();
        let told = taken("In order to help, we call you.", &record, "DS03");
        assert_eq!(told.as_deref(), Some("To help, we call you."));
    }

    #[test]
    fn what_is_missing_is_put_before_the_names_from_the_record_and_an_unknown_fact_stays_a_hole() {
        let record = Record { open: Some(true), impact: vec!["line 3 stands still".into()], ..Record::default() };
        let text = "Dear Ana,\n\nYour boards are drilled wrong.\n\nMaria Keller\n+48 22 555 0100";
        let told = taken(text, &record, "EM01").unwrap_or_default();
        assert!(told.contains("line 3 stands still") && told.ends_with("Maria Keller\n+48 22 555 0100"), "{told}");
        let told = taken(text, &record, "UP01").unwrap_or_default();
        assert!(told.contains("[next update?]"), "{told}");
        assert_eq!(end_of_words("Dear Ana,\n\nWe ship on Friday."), "Dear Ana,\n\nWe ship on Friday.".len());
        assert!(!says_something("[effort?].") && says_something("by [date?], or so"));
    }

    /// An example of the rules is nobody's fact.
    #[test]
    fn an_example_is_not_put_in() {
        let record = Record::default();
        assert_eq!(
            taken("Your order is late. We will make sure that this never happens again.", &record, "PR02"),
            None
        );
    }

    #[test]
    fn a_sentence_is_taken_whole() {
        let text = "We know. We are sorry if you feel let down. Call me.";
        let at = text.find("sorry if").map(|at| at..at + 8).unwrap_or_default();
        assert_eq!(&text[sentence(text, &at)], "We are sorry if you feel let down.");
    }
}
