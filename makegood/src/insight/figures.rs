//! From the rows of a report to its figures: one for each band, and one for each month.

use super::measure::{self, Middle, Points, Share, Sure};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use store::reports::{Kind, Report, Row};

/// A difference of more than this is looked at (S027).
pub const GAP_PERCENT: u32 = 20;
/// Months on one picture: the longest period has 25.
const MONTHS_AT_MOST: usize = 25;

/// What was counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figure {
    Share(Share),
    Middle(Middle),
    Points(Points),
    /// Rows to read.
    Listed(usize),
}

impl Figure {
    pub fn n(self) -> usize {
        match self {
            Figure::Share(share) => share.of,
            Figure::Middle(middle) => middle.n,
            Figure::Points(points) => points.n,
            Figure::Listed(n) => n,
        }
    }
    /// A list claims nothing, so it is never too short.
    pub fn sure(self) -> Sure {
        match self {
            Figure::Share(share) => share.sure(),
            Figure::Middle(middle) => middle.sure(),
            Figure::Points(points) => points.sure(),
            Figure::Listed(_) => Sure::Enough,
        }
    }
    /// On a scale from 0 to 1, with the ends of its interval if it has one; amounts are measured against `whole`.
    pub fn scaled(self, whole: f64) -> (f64, Option<(f64, f64)>) {
        let of = |v: i64| if whole > 0.0 { (v as f64 / whole).clamp(0.0, 1.0) } else { 0.0 };
        let points = |v: i64| ((v as f64 / 100.0 - 1.0) / 4.0).clamp(0.0, 1.0);
        match self {
            Figure::Share(share) => (share.ratio(), Some(share.interval())),
            Figure::Middle(middle) => (of(middle.median), middle.between.map(|(low, high)| (of(low), of(high)))),
            Figure::Points(p) => (points(p.mean), Some((points(p.between.0), points(p.between.1)))),
            Figure::Listed(_) => (0.0, None),
        }
    }
    /// The amount itself, for comparing.
    fn amount(self) -> f64 {
        match self {
            Figure::Share(share) => share.ratio(),
            Figure::Middle(middle) => middle.median as f64,
            Figure::Points(points) => points.mean as f64,
            Figure::Listed(n) => n as f64,
        }
    }
}

/// One line of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    pub name: String,
    pub figure: Figure,
}

/// The bands in the order of their report, else the most frequent first; a report without rows has none.
pub fn bands(report: &Report, rows: &[Row]) -> Vec<Band> {
    let mut by_name: HashMap<&str, Vec<&Row>> = HashMap::new();
    for row in rows {
        by_name.entry(&row.band).or_default().push(row);
    }
    let mut found: Vec<(&str, Vec<&Row>)> = by_name.into_iter().collect();
    let place = |name: &str| report.bands.iter().position(|known| *known == name).unwrap_or(report.bands.len());
    found.sort_by_key(|(name, of_band)| (place(name), Reverse(of_band.len()), *name));
    // Parts are counted against all rows; everything else against the rows of its band.
    let of = |(name, of_band): (&str, Vec<&Row>)| {
        Some(Band { name: name.to_owned(), figure: figure(report.kind, &of_band, rows.len())? })
    };
    found.into_iter().filter_map(of).collect()
}

fn figure(kind: Kind, rows: &[&Row], of: usize) -> Option<Figure> {
    let values = || rows.iter().filter_map(|row| row.value);
    match kind {
        Kind::Share => Some(Figure::Share(Share { hits: values().filter(|v| *v != 0).count(), of: values().count() })),
        Kind::Middle => Middle::of(values().collect()).map(Figure::Middle),
        Kind::Points => Points::of(&values().collect::<Vec<_>>()).map(Figure::Points),
        Kind::Parts => Some(Figure::Share(Share { hits: rows.len(), of })),
        Kind::List => Some(Figure::Listed(rows.len())),
    }
}

/// Month by month, oldest first and none left out, where the report has one band and its rows know when they were; nothing when there is one
/// month only.
pub fn months(report: &Report, rows: &[Row], zone: &TimeZone) -> Vec<(Date, Option<Figure>)> {
    let one_band = rows.first().is_some_and(|first| rows.iter().all(|row| row.band == first.band));
    if !one_band || matches!(report.kind, Kind::Parts | Kind::List) {
        return vec![];
    }
    let month = |row: &Row| row.at.map(|at| at.to_zoned(zone.clone()).date().first_of_month());
    let mut by_month: BTreeMap<Date, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        if let Some(month) = month(row) {
            by_month.entry(month).or_default().push(row);
        }
    }
    let (Some((first, _)), Some((last, _))) = (by_month.first_key_value(), by_month.last_key_value()) else {
        return vec![];
    };
    if first == last {
        return vec![];
    }
    let of = |month: Date| (month, by_month.get(&month).and_then(|rows| figure(report.kind, rows, rows.len())));
    first.series(1.month()).take_while(|month| month <= last).take(MONTHS_AT_MOST).map(of).collect()
}

/// How far the two bands of a comparison are apart, in percent of the larger; nothing while one of them is empty.
pub fn gap(report: &Report, bands: &[Band]) -> Option<u32> {
    let (one, two) = report.compare?;
    let of = |name: &str| bands.iter().find(|band| band.name == name).map(|band| band.figure.amount());
    Some(measure::gap(of(one)?, of(two)?))
}

/// The top of a scale of minutes: the next round time that is no shorter, whose half is round too.
pub fn round_top(minutes: f64) -> f64 {
    const HOUR: f64 = 60.0;
    const DAY: f64 = 24.0 * HOUR;
    const TOPS: [f64; 20] = [
        10.0,
        20.0,
        30.0,
        HOUR,
        2.0 * HOUR,
        4.0 * HOUR,
        6.0 * HOUR,
        8.0 * HOUR,
        12.0 * HOUR,
        DAY,
        2.0 * DAY,
        4.0 * DAY,
        6.0 * DAY,
        8.0 * DAY,
        10.0 * DAY,
        14.0 * DAY,
        20.0 * DAY,
        30.0 * DAY,
        60.0 * DAY,
        100.0 * DAY,
    ];
    TOPS.into_iter().find(|top| *top >= minutes).unwrap_or_else(|| (minutes / (100.0 * DAY)).ceil() * 100.0 * DAY)
}

/// What the longest bar stands for.
pub fn whole(figures: impl Iterator<Item = Figure>) -> f64 {
    let most = figures.filter_map(|figure| match figure {
        Figure::Middle(middle) => Some(middle.between.map_or(middle.median, |(_, high)| high.max(middle.median))),
        Figure::Share(_) | Figure::Points(_) | Figure::Listed(_) => None,
    });
    most.max().unwrap_or(0) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::reports;

    fn row(band: &str, at: &str, value: i64) -> Row {
        let at = Some(format!("{at}T12:00:00Z").parse().unwrap());
        Row {
            band: band.into(),
            at,
            number: None,
            account: None,
            name: None,
            value: Some(value),
            one: None,
            two: None,
            three: None,
        }
    }

    /// S027: twice as long for a small order is a gap of 50 %, and that is more than 20.
    #[test]
    fn s027_a_gap_between_small_and_large_orders_is_measured() {
        let report = reports::named("fair_days").unwrap();
        let rows = [row("under-100", "2026-03-02", 4000), row("over-2500", "2026-03-02", 2000)];
        let bands = bands(report, &rows);
        assert_eq!(gap(report, &bands), Some(50));
        assert!(gap(report, &bands).is_some_and(|gap| gap > GAP_PERCENT));
        assert_eq!(gap(report, &bands[..1]), None, "nothing to compare with");
    }

    /// S231: n, both rates and both intervals; and under twenty it is too few to tell.
    #[test]
    fn s231_a_practice_shows_both_rates_with_their_number() {
        let report = reports::named("practice_voice").unwrap();
        let mut rows: Vec<Row> = (0..25).map(|n| row("done", "2026-03-02", i64::from(n < 20))).collect();
        rows.extend((0..10).map(|n| row("not-done", "2026-03-02", i64::from(n < 5))));
        let bands = bands(report, &rows);
        assert_eq!(bands[0].figure, Figure::Share(Share { hits: 20, of: 25 }));
        assert_eq!((bands[0].figure.sure(), bands[1].figure.sure()), (Sure::Enough, Sure::TooFew));
        let (_, range) = bands[0].figure.scaled(0.0);
        let (low, high) = range.unwrap();
        assert!(low > 0.6 && high < 0.92 && low < 0.8 && high > 0.8);
    }

    /// S245: as strong counts, weaker does not.
    #[test]
    fn s245_as_strong_or_stronger_counts_after_at_least_before() {
        let report = reports::named("stronger").unwrap();
        let band = "as-strong-or-stronger";
        let rows = [row(band, "2026-03-02", 1), row(band, "2026-03-02", 1), row(band, "2026-03-02", 0)];
        assert_eq!(bands(report, &rows)[0].figure, Figure::Share(Share { hits: 2, of: 3 }));
    }

    #[test]
    fn parts_are_counted_against_the_whole() {
        let report = reports::named("outcomes").unwrap();
        let rows = [row("kept", "2026-03-02", 1), row("kept", "2026-03-02", 1), row("lost", "2026-03-02", 1)];
        let figures: Vec<Figure> = bands(report, &rows).iter().map(|band| band.figure).collect();
        assert_eq!(figures, [Figure::Share(Share { hits: 2, of: 3 }), Figure::Share(Share { hits: 1, of: 3 })]);
    }

    #[test]
    fn bands_stand_in_the_order_of_their_report_else_the_most_frequent_first() {
        let names = |report: &str, rows: &[Row]| -> Vec<String> {
            bands(reports::named(report).unwrap(), rows).into_iter().map(|band| band.name).collect()
        };
        let speeds = ["later", "never", "within-1-hour"].map(|band| row(band, "2026-03-02", 1));
        assert_eq!(names("stronger_by_speed", &speeds), ["within-1-hour", "later", "never"]);
        let steps = ["promise", "clock-c01_first_contact", "clock-c01_first_contact"].map(|b| row(b, "2026-03-02", 1));
        assert_eq!(names("late_steps", &steps), ["clock-c01_first_contact", "promise"]);
    }

    #[test]
    fn a_scale_ends_at_a_round_time() {
        let tops = [7.0, 61.0, 1500.0, 8600.0, 200_000.0].map(round_top);
        assert_eq!(tops, [10.0, 120.0, 2880.0, 8640.0, 288_000.0]);
    }

    #[test]
    fn months_follow_each_other_and_one_month_is_no_course() {
        let report = reports::named("first_go").unwrap();
        let rows = [row("all", "2026-05-02", 1), row("all", "2026-03-02", 1), row("all", "2026-03-31", 0)];
        let months = months(report, &rows, &TimeZone::UTC);
        let firsts: Vec<String> = months.iter().map(|(month, _)| month.to_string()).collect();
        assert_eq!(firsts, ["2026-03-01", "2026-04-01", "2026-05-01"], "a month without any has its place");
        assert_eq!(months[0].1, Some(Figure::Share(Share { hits: 1, of: 2 })));
        assert_eq!(months[1].1, None);
        assert_eq!(super::months(report, &rows[1..], &TimeZone::UTC), []);
    }
}
