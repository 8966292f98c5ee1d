//! Numbers of orders, cases and parts: letters and digits without a blank, or digits behind a word such as *order*.
use super::{Finder, Value};
use crate::grammar::Flag;
use crate::token::{Kind, Token};

/// Fewer digits say how many, not which.
const DIGITS_AT_LEAST: usize = 4;
/// Digits of a number in several parts: `2026-41873`.
const JOINED_DIGITS: usize = 7;
const LETTERS_AT_MOST: usize = 40;

impl Finder<'_> {
    pub(super) fn identifier(&self, tokens: &[Token], at: usize) -> Option<(usize, Value)> {
        let long = self.joined(tokens, at);
        if long == 1 && !tokens[at].shape.has_digit() && !self.known.has_numbers() {
            return None;
        }
        let last = &tokens[at + long - 1];
        let said = &self.text[tokens[at].start as usize..last.end as usize];
        if said.len() > LETTERS_AT_MOST {
            return None;
        }
        let digits = said.bytes().filter(u8::is_ascii_digit).count();
        let letters = said.bytes().any(|b| b.is_ascii_uppercase());
        let labelled = self.labelled(tokens, at);
        let known = self.known.number(said);
        let plain = tokens[at].kind == Kind::Number && long == 1;
        if plain && said.contains(['.', ',', ':']) && !known {
            return None;
        }
        let is_number = known
            || (letters
                && digits >= 2
                && !plain
                && digits + 2 >= said.len() / 2
                && (digits >= DIGITS_AT_LEAST || labelled))
            || (labelled && digits >= 3 && digits * 2 >= said.len())
            || (long >= 2 && digits >= JOINED_DIGITS && said.bytes().all(|b| b.is_ascii_digit() || b == b'-'))
            || (plain && digits > DIGITS_AT_LEAST && said.bytes().all(|b| b.is_ascii_digit()));
        is_number.then(|| (long, Value::Identifier { said: said.to_owned(), labelled }))
    }

    /// Tokens that a hyphen, slash, dot or nothing joins.
    fn joined(&self, tokens: &[Token], at: usize) -> usize {
        let joins = |pair: &[Token]| {
            pair[1].kind != Kind::Mark && matches!(self.between(&pair[0], &pair[1]), "" | "-" | "/" | "_" | "." | "#")
        };
        1 + tokens[at..].windows(2).take_while(|pair| joins(pair)).count()
    }

    /// `order 4711`, `order no. 4711`, `PO #4711`.
    fn labelled(&self, tokens: &[Token], at: usize) -> bool {
        let is_label = |back: usize| at >= back && self.role(&tokens[at - back]).is(Flag::label);
        is_label(1) || self.text[..tokens[at].start as usize].ends_with('#')
    }
}
