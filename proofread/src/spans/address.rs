//! Mail addresses, links and telephone numbers. Their words are no words of the message.
use super::{Finder, Typed, Value};
use crate::token::{Kind, Token};
use crate::vocabulary::SetId;

/// Digits of a telephone number.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;
/// Groups of digits of a telephone number.
const PHONE_GROUPS: usize = 7;

impl Finder<'_> {
    /// Finds what has an `@` in it, begins with a scheme or with `www.`, and takes the tokens out of every class.
    pub(super) fn addresses(&self, tokens: &mut [Token], from: usize, found: &mut Vec<Typed>) {
        let mut at = 0;
        while at < tokens.len() {
            let (start, end) = self.run(tokens, at);
            let said = &self.text[start..end];
            let value = if said.contains("://") || said.starts_with("www.") {
                Some(Value::Link)
            } else if said.contains('@') && !said.starts_with('@') && !said.ends_with('@') {
                Some(Value::Email(said.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()))
            } else {
                None
            };
            let behind = at + tokens[at..].iter().take_while(|t| (t.start as usize) < end).count();
            if let Some(value) = value {
                tokens[at..behind].iter_mut().for_each(|t| t.set = SetId(0));
                found.push(Typed { first: from + at, behind: from + behind, value });
            }
            at = behind.max(at + 1);
        }
    }

    /// The bytes without a blank around a token.
    fn run(&self, tokens: &[Token], at: usize) -> (usize, usize) {
        let bytes = self.text.as_bytes();
        let start = tokens[at].start as usize;
        let mut end = tokens[at].end as usize;
        for pair in tokens[at..].windows(2) {
            let gap = pair[0].end as usize..pair[1].start as usize;
            if bytes[gap].iter().any(|b| b.is_ascii_whitespace() || matches!(b, b'<' | b'>' | b'(' | b')' | b',')) {
                break;
            }
            end = pair[1].end as usize;
        }
        (start, end)
    }

    /// Digits in groups, perhaps with `+`, brackets, dots or slashes between.
    pub(super) fn phone(&self, tokens: &[Token], at: usize) -> Option<(usize, Value)> {
        if tokens[at].kind != Kind::Number {
            return None;
        }
        let before = self.text[..tokens[at].start as usize].ends_with(['+', '(']);
        let mut digits = String::new();
        let mut long = 0;
        for token in tokens[at..].iter().take(PHONE_GROUPS) {
            let joined = long == 0 || {
                let between = self.between(&tokens[at + long - 1], token);
                !between.is_empty() && between.len() <= 3 && between.chars().all(|c| " -/().".contains(c))
            };
            let said = self.said(token);
            if token.kind != Kind::Number || !joined || said.contains([',', ':']) {
                break;
            }
            digits.extend(said.chars().filter(char::is_ascii_digit));
            long += 1;
        }
        let is_phone =
            PHONE_DIGITS.contains(&digits.len()) && (before || (long >= 2 && digits.starts_with('0')) || long >= 3);
        (is_phone && !self.is_iso_day(tokens, at)).then_some((long, Value::Phone(digits)))
    }
}
