//! What people type, made into words that both engines understand alike.
use crate::columns::folded;

/// Words of one search (limits table of RELIABILITY).
pub const TERMS_AT_MOST: usize = 16;
/// Letters of one word that count.
const TERM_AT_MOST: usize = 64;
/// Stands before each word of a name, so that names can be asked for alone. FTS5 takes a character of private use for a letter.
const NAME_MARK: char = '\u{E000}';

fn words(text: &str) -> impl Iterator<Item = String> {
    let is_part = |c: char| c.is_alphanumeric() || c == NAME_MARK;
    let words: Vec<String> = folded(text)
        .split(|c| !is_part(c))
        .filter(|w| !w.is_empty())
        .map(|w| w.chars().take(TERM_AT_MOST).collect())
        .collect();
    words.into_iter()
}

/// The words of a wish, in the order typed, each once, at most [`TERMS_AT_MOST`].
pub fn terms(text: &str) -> Vec<String> {
    let mut terms: Vec<String> = vec![];
    for word in words(text).map(|w| w.replace(NAME_MARK, "")).filter(|w| !w.is_empty()) {
        if !terms.contains(&word) && terms.len() < TERMS_AT_MOST {
            terms.push(word);
        }
    }
    terms
}

pub(super) fn as_name(term: &str) -> String {
    format!("{NAME_MARK}{term}")
}

/// The marked words of a title.
pub(super) fn names(title: &str) -> String {
    words(title).map(|w| as_name(&w)).collect::<Vec<_>>().join(" ")
}

/// Every word of the texts once, for `array_to_tsvector`.
pub(super) fn lexemes(texts: &[&str]) -> String {
    let mut all: Vec<String> = texts.iter().flat_map(|t| words(t)).collect();
    all.sort_unstable();
    all.dedup();
    all.join(" ")
}

/// Words or their beginnings, all of them. A term has only letters and digits, so quoting is safe.
pub(super) fn fts5(terms: &[String]) -> String {
    terms.iter().map(|t| format!("\"{t}\"*")).collect::<Vec<_>>().join(" ")
}
pub(super) fn tsquery(terms: &[String]) -> String {
    terms.iter().map(|t| format!("'{t}':*")).collect::<Vec<_>>().join(" & ")
}

/// Whether the texts together have all the terms.
pub(super) fn have(texts: &[&str], terms: &[String]) -> bool {
    let words: Vec<String> = texts.iter().flat_map(|t| words(t)).collect();
    terms.iter().all(|t| words.iter().any(|w| w.starts_with(t.as_str())))
}

/// How well a text fits: 2 for each whole word, 1 for each beginning.
pub(super) fn fit(text: &str, terms: &[String]) -> u32 {
    let words: Vec<String> = words(text).collect();
    let one = |term: &String| {
        if words.contains(term) { 2 } else { u32::from(words.iter().any(|w| w.starts_with(term.as_str()))) }
    };
    terms.iter().map(one).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_plain_words() {
        assert_eq!(
            terms("  Grüße, O'Brien: LX-204/b  "),
            ["grusse", "o", "brien", "lx", "204", "b"].map(|w| w.replace("grusse", "gruße"))
        );
        assert_eq!(terms("\"a\" AND NOT b* ( near"), ["a", "and", "not", "b", "near"]);
        assert_eq!(terms("🙂 —"), Vec::<String>::new());
        assert_eq!(terms("one One ONE"), ["one"]);
        assert_eq!(terms(&(0..40).map(|n| format!("w{n} ")).collect::<String>()).len(), TERMS_AT_MOST);
    }

    #[test]
    fn both_engines_are_asked_for_beginnings() {
        let terms = terms("dry joint");
        assert_eq!(fts5(&terms), "\"dry\"* \"joint\"*");
        assert_eq!(tsquery(&terms), "'dry':* & 'joint':*");
        assert!(have(&["Dry", "joints"], &terms) && !have(&["joints"], &terms));
        assert_eq!(fit("a dry jointed board", &terms), 3);
    }
}
