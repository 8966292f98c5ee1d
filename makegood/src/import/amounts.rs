//! Amounts of money as order systems write them: `1,234.50`, `1.234,50 €`, `USD 1234`. They become whole hundredths, or nothing.

/// No order is worth more than this many hundredths; a larger number is a mistake in the file.
const AT_MOST: u64 = 1_000_000_000_000;

/// The amount in hundredths; nothing when it cannot be read, or is less than nothing.
pub fn cents(text: &str) -> Option<u64> {
    let text = text.trim();
    if text.starts_with(['-', '(']) || text.ends_with('-') {
        return None;
    }
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    let mark = digits.rfind(['.', ',']);
    // One or two digits behind the last mark are hundredths; three are a thousand's group.
    let (whole, part) = match mark {
        Some(at) if (1..=2).contains(&(digits.len() - at - 1)) => (&digits[..at], &digits[at + 1..]),
        _ => (digits.as_str(), ""),
    };
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    if whole.is_empty() && part.is_empty() {
        return None;
    }
    let units: u64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let hundredths: u64 = if part.is_empty() { 0 } else { format!("{part:0<2}").parse().ok()? };
    units.checked_mul(100)?.checked_add(hundredths).filter(|cents| *cents <= AT_MOST)
}

#[cfg(test)]
mod tests {
    use super::cents;

    #[test]
    fn amounts_are_read_as_they_are_written() {
        let read = [
            ("1234", 123_400),
            ("1,234.50", 123_450),
            ("1.234,50 €", 123_450),
            ("USD 99.9", 9_990),
            ("1 234,00", 123_400),
            ("1,234", 123_400),
            ("0.05", 5),
            (".5", 50),
        ];
        for (text, wanted) in read {
            assert_eq!(cents(text), Some(wanted), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_nothing() {
        for text in ["", "on request", "-5", "(5.00)", "99999999999999999999"] {
            assert_eq!(cents(text), None, "{text}");
        }
    }
}
