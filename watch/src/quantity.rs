//! A quantity of goods, to the thousandth. It counts pieces, metres, kilograms; never money.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The most that is read; beyond it a number is a mistake.
const MOST: i64 = 1_000_000_000_000;

/// So many thousandths of whatever the line counts in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quantity(i64);

impl Quantity {
    pub fn whole(count: u32) -> Quantity {
        Quantity(i64::from(count) * 1_000)
    }

    /// As a file of quantities was read; less than none is none.
    pub fn of_thousandths(thousandths: i64) -> Quantity {
        Quantity(thousandths.clamp(0, MOST))
    }

    pub fn thousandths(self) -> i64 {
        self.0
    }

    /// Both together.
    pub fn and(self, more: Quantity) -> Quantity {
        Quantity(self.0.saturating_add(more.0))
    }

    /// How far this is from the other, in thousandths of the other; nothing when the other is zero.
    pub fn off_by(self, other: Quantity) -> Option<i64> {
        (other.0 != 0).then(|| (self.0.saturating_sub(other.0)).saturating_mul(1_000) / other.0)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let (whole, rest) = (self.0 / 1_000, self.0 % 1_000);
        if rest == 0 {
            return write!(out, "{whole}");
        }
        write!(out, "{whole}.{}", format!("{:03}", rest.abs()).trim_end_matches('0'))
    }
}

/// Text that is no plain number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAQuantity;

impl fmt::Display for NotAQuantity {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("not a plain number such as 1200 or 12.5")
    }
}

impl std::error::Error for NotAQuantity {}

impl FromStr for Quantity {
    type Err = NotAQuantity;
    /// `1200` or `12.5`. Anything else is for a person to settle: `1.200` is read as one and two tenths nowhere.
    fn from_str(text: &str) -> Result<Quantity, NotAQuantity> {
        let (whole, rest) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        // Three digits behind a point may be thousands as well as thousandths.
        if whole.is_empty() || !digits(whole) || !digits(rest) || rest.len() > 2 {
            return Err(NotAQuantity);
        }
        let whole: i64 = whole.parse().ok().filter(|whole| *whole < MOST).ok_or(NotAQuantity)?;
        let rest: i64 = format!("{rest:0<3}").parse().map_err(|_| NotAQuantity)?;
        Ok(Quantity(whole * 1_000 + rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_numbers_are_read_and_what_may_be_two_things_is_not() {
        for text in ["1200", "12.5", "0"] {
            assert_eq!(text.parse::<Quantity>().unwrap().to_string(), text);
        }
        for text in ["1.200", "1,5", "-3", "", "12 pcs", "99999999999999999999"] {
            assert!(text.parse::<Quantity>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_difference_is_counted_in_thousandths() {
        assert_eq!(Quantity::whole(95).off_by(Quantity::whole(100)), Some(-50));
        assert_eq!(Quantity::whole(95).off_by(Quantity::default()), None);
    }
}
