//! How its own forecasts ended: what the counts said of lines whose end is known by now, and what came.
//!
//! Where lateness rises or falls for a season, counts of the past lag behind. So the last forecasts are laid beside their ends, and the
//! next ones are moved as those should have been: by as much, and closer to or farther from an even chance. The two numbers are
//! found as in Platt, *Probabilistic outputs for support vector machines* (1999), and lean on *no correction* while little is known.

use super::Late;

/// So many lines that ended last are looked back at: enough to count, few enough to follow a season.
pub const KEPT: usize = 1_000;
/// Fewer forecasts teach nothing.
const LEAST: usize = 100;
/// How firmly both numbers lean on *no correction*: as so many forecasts at an even chance would hold them, four times over.
const SHIFT_LEANS: f64 = 4.0;
const SLOPE_LEANS: f64 = 20.0;
/// Steps of Newton's method; it stands still after a few.
const STEPS: usize = 12;
/// No count of lines makes anything certain.
const SUREST: f64 = 0.998;

/// What the counts said is moved so far, in log-odds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Recalibration {
    shift: f64,
    slope: f64,
    /// Forecasts that it was drawn from, and how many of their lines came late.
    pub n: u32,
    pub late: u32,
}

impl Recalibration {
    /// Drawn from forecasts with their ends; nothing while they are too few.
    pub fn drawn(forecasts: &[(f64, Late)]) -> Option<Recalibration> {
        if forecasts.len() < LEAST {
            return None;
        }
        let (mut shift, mut slope) = (0.0, 1.0);
        for _ in 0..STEPS {
            let (by_shift, by_slope) = newton(forecasts, shift, slope);
            shift -= by_shift;
            slope -= by_slope;
        }
        let late = forecasts.iter().filter(|(_, late)| *late == Late::Yes).count();
        let drawn = Recalibration { shift, slope, n: forecasts.len() as u32, late: late as u32 };
        // Forecasts that say the likelier the less came are not read backwards.
        (shift.is_finite() && slope.is_finite() && slope > 0.0).then_some(drawn)
    }

    /// The share that should have been said where the counts say this one; between 0 and 1, in the same order.
    pub fn of(&self, counted: f64) -> f64 {
        chance(self.shift + self.slope * odds(counted))
    }
}

/// One step for both numbers, down the log-loss with its two leanings.
fn newton(forecasts: &[(f64, Late)], shift: f64, slope: f64) -> (f64, f64) {
    let mut down = (SHIFT_LEANS * shift, SLOPE_LEANS * (slope - 1.0));
    let (mut both, mut bend) = (0.0, (SHIFT_LEANS, SLOPE_LEANS));
    for (counted, late) in forecasts {
        let odds = odds(*counted);
        let said = chance(shift + slope * odds);
        let off = said - if *late == Late::Yes { 1.0 } else { 0.0 };
        let weight = said * (1.0 - said);
        down = (down.0 + off, down.1 + off * odds);
        bend = (bend.0 + weight, bend.1 + weight * odds * odds);
        both += weight * odds;
    }
    // Never nothing: both leanings stand in it.
    let area = bend.0 * bend.1 - both * both;
    ((bend.1 * down.0 - both * down.1) / area, (bend.0 * down.1 - both * down.0) / area)
}

fn odds(share: f64) -> f64 {
    let share = share.clamp(1.0 - SUREST, SUREST);
    (share / (1.0 - share)).ln()
}

fn chance(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many forecasts of one share, of which so many came late.
    fn of(counted: f64, n: usize, late: usize) -> impl Iterator<Item = (f64, Late)> {
        (0..n).map(move |at| (counted, if at < late { Late::Yes } else { Late::No }))
    }

    #[test]
    fn what_came_as_often_as_it_was_said_stays() {
        let honest: Vec<_> = of(0.1, 300, 30).chain(of(0.5, 300, 150)).chain(of(0.8, 300, 240)).collect();
        let recalibration = Recalibration::drawn(&honest).unwrap();
        for share in [0.05, 0.1, 0.5, 0.9] {
            assert!((recalibration.of(share) - share).abs() < 0.02, "{share}: {}", recalibration.of(share));
        }
    }

    /// A winter in which everything came later than the summer had told: five in a hundred were said, eleven came.
    #[test]
    fn where_lateness_rises_the_next_forecasts_rise_with_it() {
        let winter: Vec<_> = of(0.05, 600, 66).chain(of(0.25, 200, 72)).chain(of(0.8, 100, 86)).collect();
        let recalibration = Recalibration::drawn(&winter).unwrap();
        assert!((recalibration.of(0.05) - 0.11).abs() < 0.02, "{}", recalibration.of(0.05));
        assert!((recalibration.of(0.25) - 0.36).abs() < 0.06, "{}", recalibration.of(0.25));
        assert_eq!((recalibration.n, recalibration.late), (900, 224));
    }

    #[test]
    fn a_few_forecasts_and_forecasts_that_all_ended_alike_stay_within_reason() {
        assert_eq!(Recalibration::drawn(&of(0.3, 99, 30).collect::<Vec<_>>()), None);
        let never: Vec<_> = of(0.02, 1_000, 0).collect();
        let recalibration = Recalibration::drawn(&never).unwrap();
        assert!((0.0..0.02).contains(&recalibration.of(0.02)) && recalibration.of(0.9) < 1.0);
        assert!(Recalibration::drawn(&of(f64::NAN, 200, 20).collect::<Vec<_>>()).is_none());
    }

    #[test]
    fn the_order_of_lines_stays() {
        let winter: Vec<_> = of(0.05, 600, 66).chain(of(0.6, 200, 100)).collect();
        let recalibration = Recalibration::drawn(&winter).unwrap();
        let said: Vec<f64> = (0..=100).map(|at| recalibration.of(f64::from(at) / 100.0)).collect();
        assert!(said.is_sorted() && said.iter().all(|share| (0.0..=1.0).contains(share)));
    }
}
