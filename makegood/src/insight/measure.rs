//! The sums behind every figure: Wilson's interval for a share, nearest rank for a middle, and an honest *too few*. No interval ever shrinks to
//! nothing because there is little to count.

/// Below so many, no share is called one (DOMAIN 6).
pub const FEW: usize = 20;
/// 95 of 100 such intervals hold the true share.
const Z: f64 = 1.96;
/// Of fewer amounts even the smallest and the largest do not hold the true middle 95 times of 100: it is 1 − 2^(1−n).
const RANGE_FROM: usize = 6;

/// Whether there are enough to say anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sure {
    Enough,
    TooFew,
}

fn sure(n: usize) -> Sure {
    if n < FEW { Sure::TooFew } else { Sure::Enough }
}

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    pub hits: usize,
    pub of: usize,
}

impl Share {
    pub fn sure(self) -> Sure {
        sure(self.of)
    }
    /// From 0 to 1; of nothing it is nothing.
    pub fn ratio(self) -> f64 {
        if self.of == 0 { 0.0 } else { self.hits as f64 / self.of as f64 }
    }
    /// Wilson's interval at 95 %, from 0 to 1.
    pub fn interval(self) -> (f64, f64) {
        if self.of == 0 {
            return (0.0, 1.0);
        }
        let (n, p) = (self.of as f64, self.ratio());
        let centre = p + Z * Z / (2.0 * n);
        let spread = Z * ((p * (1.0 - p) + Z * Z / (4.0 * n)) / n).sqrt();
        let whole = 1.0 + Z * Z / n;
        (((centre - spread) / whole).max(0.0), ((centre + spread) / whole).min(1.0))
    }
}

/// The middle of amounts, by nearest rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Middle {
    pub n: usize,
    pub median: i64,
    /// Nine of ten are no more than this.
    pub ninetieth: i64,
    /// Between these the true middle lies, 95 times of 100; nothing where there are too few amounts for any such range.
    pub between: Option<(i64, i64)>,
}

impl Middle {
    /// Of no amounts there is no middle.
    pub fn of(mut values: Vec<i64>) -> Option<Middle> {
        values.sort_unstable();
        let n = values.len();
        let at = |rank: f64| values.get((rank.ceil().max(1.0) as usize).min(n.max(1)) - 1).copied();
        let half = n as f64 / 2.0;
        let reach = Z * (n as f64).sqrt() / 2.0;
        let between = if n < RANGE_FROM { None } else { at(half - reach).zip(at(half + reach + 1.0)) };
        Some(Middle { n, median: at(half)?, ninetieth: at(n as f64 * 0.9)?, between })
    }
    pub fn sure(self) -> Sure {
        sure(self.n)
    }
}

/// The mean of answers from 1 to 5, in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Points {
    pub n: usize,
    pub mean: i64,
    pub between: (i64, i64),
}

impl Points {
    pub fn of(values: &[i64]) -> Option<Points> {
        let n = values.len();
        if n == 0 {
            return None;
        }
        let mean_of = |all: &[i64]| all.iter().sum::<i64>() as f64 / all.len() as f64;
        let mean = mean_of(values);
        // As if one more had said 1 and one more 5: three equal answers do not make a certainty.
        let wider: Vec<i64> = values.iter().copied().chain([1, 5]).collect();
        let (m, around) = (wider.len() as f64, mean_of(&wider));
        let squares: f64 = wider.iter().map(|v| (*v as f64 - around).powi(2)).sum();
        let spread = Z * (squares / (m - 1.0) / m).sqrt();
        let hundredths = |v: f64| (v.clamp(1.0, 5.0) * 100.0).round() as i64;
        Some(Points { n, mean: hundredths(mean), between: (hundredths(mean - spread), hundredths(mean + spread)) })
    }
    pub fn sure(self) -> Sure {
        sure(self.n)
    }
}

/// How far two amounts are apart, in percent of the larger.
pub fn gap(one: f64, two: f64) -> u32 {
    let larger = one.max(two);
    if larger <= 0.0 { 0 } else { (((one - two).abs() / larger) * 100.0).round() as u32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent((low, high): (f64, f64)) -> (i64, i64) {
        ((low * 1000.0).round() as i64, (high * 1000.0).round() as i64)
    }

    /// Against the published table: 8 of 10 is 49.0 to 94.3 %, 0 of 10 is 0 to 27.8 %.
    #[test]
    fn wilsons_interval_is_the_published_one() {
        assert_eq!(percent(Share { hits: 8, of: 10 }.interval()), (490, 943));
        assert_eq!(percent(Share { hits: 0, of: 10 }.interval()), (0, 278));
        assert_eq!(percent(Share { hits: 10, of: 10 }.interval()), (722, 1000));
        assert_eq!(percent(Share { hits: 0, of: 0 }.interval()), (0, 1000));
    }

    #[test]
    fn the_middle_is_one_of_the_amounts() {
        let middle = Middle::of(vec![9, 1, 5]).unwrap();
        assert_eq!((middle.median, middle.ninetieth), (5, 9));
        let even = Middle::of((1..=100).collect()).unwrap();
        assert_eq!((even.median, even.ninetieth, even.between), (50, 90, Some((41, 61))));
        assert_eq!(Middle::of(vec![]), None);
    }

    /// One amount has no range, and five have none either: 6 of 100 middles lie outside of all five.
    #[test]
    fn so_few_amounts_have_a_middle_and_no_range() {
        assert_eq!(Middle::of(vec![16; 5]).unwrap().between, None);
        assert_eq!(Middle::of(vec![1, 2, 3, 4, 5, 6]).unwrap().between, Some((1, 6)));
    }

    #[test]
    fn nineteen_are_too_few_and_twenty_are_enough() {
        assert_eq!(Share { hits: 19, of: 19 }.sure(), Sure::TooFew);
        assert_eq!(Share { hits: 1, of: 20 }.sure(), Sure::Enough);
        assert_eq!(Middle::of(vec![1; 19]).unwrap().sure(), Sure::TooFew);
        assert_eq!(Points::of(&[5; 20]).unwrap().sure(), Sure::Enough);
    }

    #[test]
    fn a_mean_stays_between_one_and_five() {
        let points = Points::of(&[5, 5, 4]).unwrap();
        assert_eq!((points.mean, points.between), (467, (315, 500)));
        assert_eq!(Points::of(&[3]).unwrap().between, (100, 500), "one answer says nothing");
        let equal = Points::of(&[5; 20]).unwrap().between;
        assert!(equal.0 < 480 && equal.1 == 500, "twenty equal answers are no certainty: {equal:?}");
    }

    #[test]
    fn a_gap_is_measured_against_the_larger() {
        assert_eq!((gap(2.0, 1.0), gap(1.0, 2.0), gap(0.0, 0.0), gap(5.0, 4.0)), (50, 50, 0, 20));
    }
}
