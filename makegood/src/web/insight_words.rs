//! How figures are said: *84 % of 31, between 67 and 93 %*, *too few to tell*, and the names of reports and bands.
use super::ui::{Bar, Weight};
use super::when;
use crate::insight::measure::FEW;
use crate::insight::{Figure, Sure};
use crate::words::{Words, t, t_with};
use jiff::civil::Date;
use store::reports::{Kind, Report};

/// The title of a report.
pub fn title(report: &Report) -> String {
    t(&format!("insight-{}", report.name.replace('_', "-"))).into_owned()
}

/// What it counts, and how.
pub fn how(report: &Report) -> String {
    t(&format!("insight-{}-how", report.name.replace('_', "-"))).into_owned()
}

/// The name of a band; what is named by the rules is said in their words.
pub fn band(name: &str) -> String {
    let name = name.replace('_', "-");
    let keys = [format!("insight-band-{name}"), name.clone()];
    let known = keys.iter().find(|key| Words::english().knows(key));
    known.map_or(name.clone(), |key| t(key).into_owned())
}

fn percent(ratio: f64) -> i64 {
    (ratio * 100.0).round() as i64
}

fn points(hundredths: i64) -> String {
    format!("{}.{}", hundredths / 100, hundredths % 100 / 10)
}

/// The figure itself: *84 %*, *3 h 20 min*, *4.2*, or that there are too few, with what there is.
pub fn figure(figure: Figure) -> String {
    if figure.sure() == Sure::TooFew {
        return t_with("insight-too-few", &[("said", amount(figure).into())]);
    }
    amount(figure)
}

/// As a number of so many: *16 of 19* says more than a percentage of few.
fn amount(figure: Figure) -> String {
    match figure {
        Figure::Share(share) if share.sure() == Sure::TooFew => {
            t_with("insight-of", &[("hits", share.hits.into()), ("of", share.of.into())])
        }
        Figure::Share(share) => t_with("insight-percent", &[("percent", percent(share.ratio()).into())]),
        Figure::Middle(middle) => when::span(middle.median),
        Figure::Points(mean) => points(mean.mean),
        Figure::Listed(n) => t_with("insight-listed", &[("n", n.into())]),
    }
}

/// How far it may be off: *67 to 93 %*.
pub fn between(figure: Figure) -> String {
    match figure {
        Figure::Share(share) => {
            let (low, high) = share.interval();
            t_with("insight-between-percent", &[("low", percent(low).into()), ("high", percent(high).into())])
        }
        Figure::Middle(middle) => match middle.between {
            Some((low, high)) => from_to(when::span(low), when::span(high)),
            None => t("insight-no-range").into_owned(),
        },
        Figure::Points(mean) => from_to(points(mean.between.0), points(mean.between.1)),
        Figure::Listed(_) => String::new(),
    }
}

/// *1 day to 5 days*; what is the same at both ends is said once.
fn from_to(low: String, high: String) -> String {
    if low == high { low } else { t_with("insight-between", &[("low", low.into()), ("high", high.into())]) }
}

/// Whether it has a range at all.
fn has_range(figure: Figure) -> bool {
    !matches!(figure, Figure::Listed(_)) && figure.scaled(1.0).1.is_some()
}

/// What stands beside a figure that is said alone: *of 44, most likely 82 to 98 %*.
pub fn of_how_many(figure: Figure) -> String {
    let values = [("n", figure.n().into()), ("between", between(figure).into())];
    if has_range(figure) { t_with("insight-alone", &values) } else { t_with("insight-alone-few", &values[..1]) }
}

/// A figure as it is read aloud: *84 % of 31, between 67 and 93 %*.
pub fn sentence(name: &str, figure: Figure) -> String {
    let values = [
        ("name", name.to_owned().into()),
        ("figure", self::figure(figure).into()),
        ("n", figure.n().into()),
        ("between", between(figure).into()),
    ];
    if has_range(figure) { t_with("insight-said", &values) } else { t_with("insight-said-list", &values[..3]) }
}

/// The bar of a figure; amounts are measured against the longest one.
pub fn bar(figure: Figure, whole: f64) -> Bar {
    let (value, range) = figure.scaled(whole);
    let weight = if figure.sure() == Sure::TooFew { Weight::Light } else { Weight::Full };
    Bar { value, range, weight }
}

/// The value of one row, in words.
pub fn value(kind: Kind, value: Option<i64>) -> String {
    match (kind, value) {
        (_, None) | (Kind::List | Kind::Parts, _) => String::new(),
        (Kind::Share, Some(v)) => t(if v == 0 { "insight-no" } else { "insight-yes" }).into_owned(),
        (Kind::Middle, Some(v)) => when::span(v),
        (Kind::Points, Some(v)) => v.to_string(),
    }
}

/// A month under its column; a new year stands in place of its first month.
pub fn month(first: Date) -> String {
    if first.month() == 1 { first.year().to_string() } else { when::month(first) }
}

/// A month in a sentence or a table.
pub fn month_and_year(first: Date) -> String {
    t_with("insight-month-year", &[("month", when::month(first).into()), ("year", first.year().to_string().into())])
}

/// Below how many nothing is claimed.
pub fn few() -> usize {
    FEW
}
