//! Quantities as people and their systems write them, read per column and never guessed: `1.200` is twelve hundred or one and a bit.

use store::stock::Quantity;

/// Which sign divides whole pieces from parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Comma,
    Point,
}

impl Mark {
    fn sign(self) -> char {
        match self {
            Mark::Comma => ',',
            Mark::Point => '.',
        }
    }
    fn other(self) -> Mark {
        match self {
            Mark::Comma => Mark::Point,
            Mark::Point => Mark::Comma,
        }
    }
}

/// `comma` or `point`.
pub fn mark_named(word: &str) -> Option<Mark> {
    match word {
        "comma" => Some(Mark::Comma),
        "point" => Some(Mark::Point),
        _ => None,
    }
}

/// What the values of one column show, counted over the whole file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Evidence {
    /// `2,5` or `1.200,5`: only the comma can divide off parts.
    comma: u64,
    /// `2.5` or `1,200.5`.
    point: u64,
    /// `1,200`, which is either.
    either_comma: u64,
    /// `1.200`, which is either.
    either_point: u64,
    /// No sign at all.
    plain: u64,
}

impl Evidence {
    pub fn add(&mut self, text: &str) {
        let Some((_, digits)) = stripped(text) else { return };
        let slot = match shape_of(&digits) {
            Shape::Plain => &mut self.plain,
            Shape::Sure(Mark::Comma) => &mut self.comma,
            Shape::Sure(Mark::Point) => &mut self.point,
            Shape::Either(Mark::Comma) => &mut self.either_comma,
            Shape::Either(Mark::Point) => &mut self.either_point,
        };
        *slot += 1;
    }

    /// The mark of this column. Where every value with a sign could be read either way, the values without one tell: who
    /// writes parts as `240.000` writes them on every value, who groups thousands leaves `40` as it is.
    pub fn mark(&self, said: Option<Mark>) -> Option<Mark> {
        let grouped = |sign: Mark| (self.plain > 0).then(|| sign.other());
        match (said, self.comma > 0, self.point > 0) {
            (Some(mark), ..) => Some(mark),
            (None, true, true) => None,
            (None, true, false) => Some(Mark::Comma),
            (None, false, true) => Some(Mark::Point),
            (None, false, false) => match (self.either_comma > 0, self.either_point > 0) {
                (true, false) => grouped(Mark::Comma),
                (false, true) => grouped(Mark::Point),
                _ => None,
            },
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Plain,
    /// This sign divides off parts, whatever else stands in the column.
    Sure(Mark),
    /// One such sign before three digits.
    Either(Mark),
}

fn shape_of(digits: &str) -> Shape {
    let signs: Vec<Mark> = digits
        .chars()
        .filter_map(|c| match c {
            ',' => Some(Mark::Comma),
            '.' => Some(Mark::Point),
            _ => None,
        })
        .collect();
    match signs.as_slice() {
        [] => Shape::Plain,
        [one] => {
            let (whole, part) = digits.split_once(one.sign()).unwrap_or((digits, ""));
            let groups = part.len() == 3 && (1..=3).contains(&whole.len()) && whole != "0";
            if groups { Shape::Either(*one) } else { Shape::Sure(*one) }
        }
        // Twelve hundred thousand has two points, and no number two decimal marks.
        [first, .., last] if first == last => Shape::Sure(first.other()),
        [.., last] => Shape::Sure(*last),
    }
}

/// The digits and signs of a number without what people put around them, and whether it is below zero.
fn stripped(text: &str) -> Option<(i64, String)> {
    let text = text.trim();
    let (sign, text) = match (text.strip_prefix(['-', '−']), text.strip_suffix('-')) {
        (Some(rest), _) | (None, Some(rest)) => (-1, rest),
        (None, None) => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’')).collect();
    let sound = digits.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.');
    (sound && digits.starts_with(|c: char| c.is_ascii_digit())).then_some((sign, digits))
}

/// Why a field holds no number that can be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoNumber {
    NotANumber,
    /// Thousands or parts: the column does not show it.
    EitherMark,
}

/// One value of a column with this mark. `Ok(None)` is an empty field.
pub fn read(text: &str, mark: Option<Mark>) -> Result<Option<Quantity>, NoNumber> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let (sign, digits) = stripped(text).ok_or(NoNumber::NotANumber)?;
    let mark = match (mark, shape_of(&digits)) {
        (Some(mark), _) | (None, Shape::Sure(mark)) => mark,
        (None, Shape::Plain) => Mark::Point,
        (None, Shape::Either(_)) => return Err(NoNumber::EitherMark),
    };
    let (whole, part) = digits.split_once(mark.sign()).unwrap_or((&digits, ""));
    let mut groups = whole.split(mark.other().sign());
    let first = groups.next().unwrap_or_default();
    let grouped = groups.clone().next().is_some();
    if grouped && (first.len() > 3 || groups.clone().any(|group| group.len() != 3)) {
        return Err(NoNumber::NotANumber);
    }
    if part.contains([',', '.']) {
        return Err(NoNumber::NotANumber);
    }
    let whole: String = std::iter::once(first).chain(groups).collect();
    let whole: i64 = whole.parse().map_err(|_| NoNumber::NotANumber)?;
    // A thousandth is as fine as anybody counts; what is finer is left off rather than rounded up into a promise.
    let part = format!("{part:0<3}")[..3].parse::<i64>().map_err(|_| NoNumber::NotANumber)?;
    let thousandths = whole.checked_mul(1000).and_then(|all| all.checked_add(part)).ok_or(NoNumber::NotANumber)?;
    Ok(Some(Quantity(sign * thousandths)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(values: &[&str]) -> Vec<Result<Option<i64>, NoNumber>> {
        let mut evidence = Evidence::default();
        values.iter().for_each(|value| evidence.add(value));
        let mark = evidence.mark(None);
        values.iter().map(|value| read(value, mark).map(|q| q.map(|q| q.0))).collect()
    }

    #[test]
    fn numbers_are_read_as_their_column_writes_them() {
        let same = |values: &[&str], wanted: &[i64]| {
            let wanted: Vec<_> = wanted.iter().map(|w| Ok(Some(*w))).collect();
            assert_eq!(column(values), wanted, "{values:?}");
        };
        same(&["1.200", "40", "3"], &[1_200_000, 40_000, 3_000]);
        same(&["1,200", "40"], &[1_200_000, 40_000]);
        same(&["1.200", "2,5"], &[1_200_000, 2_500]);
        same(&["240.000", "0.000", "1,240.000"], &[240_000, 0, 1_240_000]);
        same(&["1.200.000"], &[1_200_000_000]);
        same(
            &["1 200", "1'200", "1\u{a0}200", "12-", "-7", "+3"],
            &[1_200_000, 1_200_000, 1_200_000, -12_000, -7_000, 3_000],
        );
        same(&["0,12345"], &[123]);
    }

    /// A column of 240.000 alone may be 240 pieces or a quarter of a million; nobody is promised the larger one.
    #[test]
    fn what_can_be_read_two_ways_is_refused_until_somebody_says() {
        assert_eq!(column(&["240.000", "120.000"]), [Err(NoNumber::EitherMark), Err(NoNumber::EitherMark)]);
        assert_eq!(read("240.000", mark_named("point")), Ok(Some(Quantity(240_000))));
        assert_eq!(read("240.000", mark_named("comma")), Ok(Some(Quantity(240_000_000))));
        assert_eq!(mark_named("dot"), None);
    }

    #[test]
    fn words_and_broken_numbers_are_no_numbers_and_empty_is_nothing() {
        for odd in ["many", "12 pcs", "1.2.3,4,5", "1,2,3", "--3", ".", "99999999999999999999"] {
            assert_eq!(read(odd, None), Err(NoNumber::NotANumber), "{odd}");
        }
        assert_eq!(read("  ", None), Ok(None));
    }
}
