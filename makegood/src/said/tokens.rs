//! A text cut into words and marks, each with its place in the text.
use std::ops::Range;

/// Words of one text that are looked at; a longer note is read this far.
const TOKENS: usize = 4_000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// In lower case.
    pub text: String,
    pub at: Range<usize>,
}

impl Token {
    /// A mark between words: a comma, a dash, a bullet.
    pub fn is_mark(&self) -> bool {
        !self.text.starts_with(char::is_alphanumeric)
    }
    /// The number that is written, in digits.
    pub fn number(&self) -> Option<i64> {
        if self.text.len() <= 5 { self.text.parse().ok() } else { None }
    }
}

/// `9.30`, `2026-11-27`, `14:20` and `o'clock` are one word each; every other mark stands alone.
pub(super) fn of(text: &str) -> Vec<Token> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let digit = |n: usize| chars.get(n).is_some_and(|(_, c)| c.is_ascii_digit());
    let letter = |n: usize| chars.get(n).is_some_and(|(_, c)| c.is_alphabetic());
    let joins = |n: usize| match chars[n].1 {
        ':' | '.' | '-' => n > 0 && digit(n - 1) && digit(n + 1),
        '\'' | '’' => n > 0 && letter(n - 1) && letter(n + 1),
        c => c.is_alphanumeric(),
    };
    let mut found = vec![];
    let mut n = 0;
    while n < chars.len() && found.len() < TOKENS {
        let first = n;
        if chars[n].1.is_whitespace() {
            n += 1;
            continue;
        }
        n += 1;
        while chars[first].1.is_alphanumeric() && n < chars.len() && joins(n) {
            n += 1;
        }
        let end = chars.get(n).map_or(text.len(), |(at, _)| *at);
        let at = chars[first].0..end;
        found.push(Token { text: text[at.clone()].to_lowercase().replace('’', "'"), at });
    }
    found
}

/// How many words of a phrase such as `day after tomorrow` stand here; 0 when it does not.
pub(super) fn phrase(tokens: &[Token], at: usize, phrase: &str) -> usize {
    let mut count = 0;
    for (n, word) in phrase.split(' ').enumerate() {
        if tokens.get(at + n).is_none_or(|t| t.text != word) {
            return 0;
        }
        count = n + 1;
    }
    count
}

/// The longest phrase of a list that stands here, as its place in the list and its words.
pub(super) fn one_of<'p>(
    tokens: &[Token],
    at: usize,
    phrases: impl Iterator<Item = &'p str>,
) -> Option<(usize, usize)> {
    let fits = phrases.enumerate().map(|(n, said)| (n, phrase(tokens, at, said)));
    fits.filter(|(_, words)| *words > 0).max_by_key(|(_, words)| *words)
}
