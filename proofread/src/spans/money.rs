//! Amounts of money, in hundredths, however a country writes them.
use super::{Finder, Value};
use crate::token::{Kind, Token};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money {
    /// In hundredths.
    pub hundredths: i64,
    /// `EUR`; empty where a sign may mean several.
    pub currency: String,
}

const SIGNS: [(&str, &str); 4] = [("€", "EUR"), ("£", "GBP"), ("$", "USD"), ("zł", "PLN")];

impl Finder<'_> {
    pub(super) fn money(&self, tokens: &[Token], at: usize) -> Option<(usize, Value)> {
        if tokens[at].kind == Kind::Number {
            let value = self.amount_of(&tokens[at])?;
            let before = self.text[..tokens[at].start as usize].trim_end_matches(' ');
            if let Some((_, currency)) = SIGNS.iter().find(|(sign, _)| before.ends_with(sign)) {
                return Some((1, money(value, currency)));
            }
            let behind = self.text[tokens[at].end as usize..].trim_start_matches([' ', '\u{a0}']);
            if let Some((_, currency)) = SIGNS.iter().find(|(sign, _)| behind.starts_with(sign)) {
                let long = 1 + usize::from(tokens.get(at + 1).is_some_and(|t| self.said(t) == "zł"));
                return Some((long, money(value, currency)));
            }
            let currency = self.currency(tokens.get(at + 1)?)?;
            return Some((2, money(value, currency)));
        }
        // EUR 240.00
        let currency = self.currency(&tokens[at])?;
        let next = tokens.get(at + 1)?;
        let between = self.between(&tokens[at], next);
        if next.kind != Kind::Number || !between.chars().all(|c| c == ' ' || c == '\u{a0}') {
            return None;
        }
        Some((2, money(self.amount_of(next)?, currency)))
    }

    fn amount_of(&self, token: &Token) -> Option<i64> {
        let value = decimal(self.said(token), self.decimal_comma)?;
        (value.abs() < 1e13).then_some((value * 100.0).round() as i64)
    }

    fn currency(&self, token: &Token) -> Option<&str> {
        match self.role(token).currency {
            0 => None,
            at => self.roles.currencies.get(usize::from(at) - 1).map(String::as_str),
        }
    }
}

fn money(hundredths: i64, currency: &str) -> Value {
    Value::Money(Money { hundredths, currency: currency.to_owned() })
}

/// Reads `1,240.50`, `1.240,50`, `12,000`; nothing that could be a time or a version.
pub fn decimal(said: &str, decimal_comma: bool) -> Option<f64> {
    if said.contains(':') {
        return None;
    }
    let last = said.rfind([',', '.']);
    let Some(last) = last else { return said.parse().ok() };
    let mark = said.as_bytes()[last];
    let behind = said.len() - last - 1;
    let marks: Vec<u8> = said.bytes().filter(|b| !b.is_ascii_digit()).collect();
    let both = marks.contains(&b',') && marks.contains(&b'.');
    let own = if decimal_comma { b',' } else { b'.' };
    let is_fraction = if both { true } else { marks.len() == 1 && (behind != 3 || mark == own) };
    let plain: String = said
        .char_indices()
        .filter_map(|(at, c)| match c {
            ',' | '.' => (is_fraction && at == last).then_some('.'),
            digit => Some(digit),
        })
        .collect();
    plain.parse().ok()
}

/// An amount as somebody types it into a record: `240`, `240.00 EUR`, `EUR 1,240.50`.
pub fn amount(said: &str) -> Option<Money> {
    let digits: String = said.chars().filter(|c| c.is_ascii_digit() || ".,".contains(*c)).collect();
    let currency: String = said.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_uppercase();
    let currency = match SIGNS.iter().find(|(sign, _)| said.contains(sign)) {
        Some((_, code)) => (*code).to_owned(),
        None => currency,
    };
    let value = decimal(&digits, false)?;
    (value.abs() < 1e13).then(|| Money { hundredths: (value * 100.0).round() as i64, currency })
}
