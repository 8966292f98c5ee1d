//! Numbers and money as they are written in the language of the page.

use super::{Language, Value, spoken};
use casework::money::Money;

/// From so many digits on thousands are parted: 9000 reads well as it is.
const PARTED_FROM: usize = 5;

/// `12,345` or `12.345`.
pub fn number(n: i64) -> String {
    in_language(n, spoken())
}

/// `1,250.00 EUR` or `1.250,00 EUR`: money is parted from four digits on, it is read to the last cent.
pub fn money(amount: &Money) -> String {
    let (thousands, fraction) = spoken().marks();
    let whole = parted(&(amount.cents / 100).to_string(), thousands);
    format!("{whole}{fraction}{:02} {}", amount.cents % 100, amount.currency)
}

fn in_language(n: i64, language: Language) -> String {
    let digits = n.unsigned_abs().to_string();
    let sign = if n < 0 { "-" } else { "" };
    if digits.len() < PARTED_FROM {
        return format!("{sign}{digits}");
    }
    format!("{sign}{}", parted(&digits, language.marks().0))
}

fn parted(digits: &str, mark: char) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

/// How the catalogue writes a number that a sentence was given.
pub(super) fn formatter<M>(language: Language) -> fn(&Value<'_>, &M) -> Option<String> {
    fn written(value: &Value<'_>, language: Language) -> Option<String> {
        let Value::Number(number) = value else { return None };
        // What has a fraction is written by the catalogue itself.
        (number.value.fract() == 0.0 && number.value.abs() < 1e15).then(|| in_language(number.value as i64, language))
    }
    match language {
        Language::English => |value, _| written(value, Language::English),
        Language::German => |value, _| written(value, Language::German),
        Language::Polish => |value, _| written(value, Language::Polish),
        Language::Spanish => |value, _| written(value, Language::Spanish),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::said_in;

    #[test]
    fn large_numbers_are_parted_as_the_language_parts_them() {
        let said = |n| (in_language(n, Language::English), in_language(n, Language::German));
        assert_eq!(said(9_000), ("9000".into(), "9000".into()));
        assert_eq!(said(12_345), ("12,345".into(), "12.345".into()));
        assert_eq!(said(-1_234_567), ("-1,234,567".into(), "-1.234.567".into()));
    }

    #[test]
    fn money_is_written_to_the_cent() {
        let amount = Money { cents: 123_450, currency: "EUR".into() };
        assert_eq!(money(&amount), "1,234.50 EUR");
        assert_eq!(said_in(Language::German, || money(&amount)), "1.234,50 EUR");
        assert_eq!(said_in(Language::Polish, || money(&amount)), "1\u{a0}234,50 EUR");
        assert_eq!(said_in(Language::Spanish, || money(&amount)), "1.234,50 EUR");
        assert_eq!(money(&Money { cents: 5, currency: "PLN".into() }), "0.05 PLN");
    }
}
