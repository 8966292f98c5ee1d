//! Pictures of figures, drawn here as SVG: a bar with its interval beside a number, and columns month by month. Each can be read aloud:
//! the picture has its sentence, and the same stands in a table.

use maud::{Markup, html};

/// The picture of the months, in its own units: as wide as the narrowest screen leaves, so that its words are as large there as they are drawn.
const WIDE: f64 = 340.0;
const HIGH: f64 = 176.0;
const LEFT: f64 = 46.0;
const BOTTOM: f64 = 38.0;
const TOP: f64 = 8.0;
/// How wide it is on a wide screen.
const DRAWN: &str = "460";
/// Beyond so many months only every second one is named.
const ALL_NAMED: usize = 12;

/// A value from 0 to 1 with the ends of its interval, if it has one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    pub value: f64,
    pub range: Option<(f64, f64)>,
    pub weight: Weight,
}

/// How much the value says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Full,
    /// Too few to tell: drawn hollow.
    Light,
}

impl Bar {
    /// Ink at half strength; hollow when it says little. The colour is that of the words around it.
    fn ink(self) -> (&'static str, &'static str) {
        match self.weight {
            Weight::Full => (".5", "0"),
            Weight::Light => (".06", ".5"),
        }
    }
}

/// One bar on a line of a table; the number stands beside it, so it is not read aloud.
pub fn bar(bar: Bar) -> Markup {
    let at = |v: f64| format!("{:.1}", v.clamp(0.0, 1.0) * 100.0);
    let (fill, stroke) = bar.ink();
    html! {
        svg.bar viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false" fill="currentColor" stroke="currentColor" stroke-width="0" {
            rect x="0" y="3.5" width="100" height="1" fill-opacity=".2" {}
            rect x="0" y="1" width=(at(bar.value)) height="6" fill-opacity=(fill) stroke-opacity=(stroke) stroke-width=".6" {}
            @if let Some((low, high)) = bar.range { rect x=(at(low)) y="3.2" width=(at((high - low).max(0.005))) height="1.6" {} }
        }
    }
}

/// One month of a picture; nothing is drawn where there was nothing to count.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub label: String,
    pub bar: Option<Bar>,
    pub n: usize,
}

/// What stands around the columns: the whole picture in a sentence, the names of the upper lines, and what the row of numbers is.
#[derive(Clone, Debug, PartialEq)]
pub struct Around {
    pub said: String,
    pub top: String,
    pub middle: String,
    pub n: String,
}

/// Columns side by side, oldest first, each with its number below.
pub fn columns(all: &[Column], around: &Around) -> Markup {
    let floor = HIGH - BOTTOM;
    let step = (WIDE - LEFT) / all.len().max(1) as f64;
    let f = |v: f64| format!("{v:.1}");
    let y = |v: f64| f(height(v));
    html! {
        svg viewBox={ "0 0 " (f(WIDE)) " " (f(HIGH)) } width=(DRAWN) role="img" aria-label=(around.said) focusable="false" fill="currentColor" stroke="currentColor"
            stroke-width="0" font-size="11" {
            @for (v, name) in [(1.0, around.top.as_str()), (0.5, around.middle.as_str()), (0.0, "0")] {
                line x1=(f(LEFT)) y1=(y(v)) x2=(f(WIDE)) y2=(y(v)) stroke-width=".75" stroke-opacity=".2" {}
                text x=(f(LEFT - 6.0)) y=(f(height(v) + 4.0)) text-anchor="end" { (name) }
            }
            text x=(f(LEFT - 6.0)) y=(f(HIGH - 4.0)) text-anchor="end" fill-opacity=".75" { (around.n) }
            @for (at, column) in all.iter().enumerate() {
                @let centre = LEFT + step * (at as f64 + 0.5);
                @if let Some(bar) = column.bar { (upright(bar, centre, (step * 0.6).min(22.0))) }
                @if all.len() <= ALL_NAMED || at % 2 == 0 {
                    text x=(f(centre)) y=(f(floor + 16.0)) text-anchor="middle" { (column.label) }
                    text x=(f(centre)) y=(f(HIGH - 4.0)) text-anchor="middle" fill-opacity=".75" { (column.n) }
                }
            }
        }
    }
}

/// How far down a value from 0 to 1 stands.
fn height(v: f64) -> f64 {
    let floor = HIGH - BOTTOM;
    floor - v.clamp(0.0, 1.0) * (floor - TOP)
}

/// What was said, and what came of it, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub said: f64,
    pub came: f64,
    pub weight: Weight,
}

/// A square picture: said from left to right, came from the floor up. On the slanting line both are the same.
const SIDE: f64 = 260.0;

/// Points beside the line on which they would all lie if what was said came exactly so. `axes` are the words at its foot and at its top.
pub fn reliability(points: &[Point], said: &str, axes: (&str, &str)) -> Markup {
    let (edge, floor) = (SIDE - TOP, SIDE - BOTTOM);
    let f = |v: f64| format!("{v:.1}");
    let x = |v: f64| LEFT + v.clamp(0.0, 1.0) * (edge - LEFT);
    let y = |v: f64| floor - v.clamp(0.0, 1.0) * (floor - TOP * 3.0);
    html! {
        svg.square viewBox={ "0 0 " (f(SIDE)) " " (f(SIDE)) } width=(f(SIDE * 1.3)) role="img" aria-label=(said) focusable="false" fill="currentColor" stroke="currentColor"
            stroke-width="0" font-size="11" {
            @for (v, name) in [(0.0, "0"), (0.5, "50 %"), (1.0, "100 %")] {
                line x1=(f(LEFT)) y1=(f(y(v))) x2=(f(edge)) y2=(f(y(v))) stroke-width=".75" stroke-opacity=".2" {}
                text x=(f(LEFT - 6.0)) y=(f(y(v) + 4.0)) text-anchor="end" { (name) }
                text x=(f(x(v))) y=(f(floor + 14.0)) text-anchor=(if v < 1.0 { "middle" } else { "end" }) { (name) }
            }
            line x1=(f(x(0.0))) y1=(f(y(0.0))) x2=(f(x(1.0))) y2=(f(y(1.0))) stroke-width="1" stroke-opacity=".5" stroke-dasharray="4 3" {}
            @for pair in points.windows(2) {
                @if let [one, two] = pair {
                    line x1=(f(x(one.said))) y1=(f(y(one.came))) x2=(f(x(two.said))) y2=(f(y(two.came))) stroke-width="1" stroke-opacity=".5" {}
                }
            }
            @for point in points {
                @let hollow = point.weight == Weight::Light;
                circle cx=(f(x(point.said))) cy=(f(y(point.came))) r="4" fill-opacity=(if hollow { "0" } else { "1" }) stroke-width=(if hollow { "1" } else { "0" }) {}
            }
            text x=(f(LEFT)) y="12" fill-opacity=".75" { (axes.1) " ↑" }
            text x=(f(edge)) y=(f(SIDE - 6.0)) text-anchor="end" fill-opacity=".75" { (axes.0) " →" }
        }
    }
}

fn upright(bar: Bar, centre: f64, width: f64) -> Markup {
    let f = |v: f64| format!("{v:.1}");
    let (fill, stroke) = bar.ink();
    let top = height(bar.value);
    html! {
        rect fill-opacity=(fill) stroke-opacity=(stroke) stroke-width=".6" x=(f(centre - width / 2.0)) y=(f(top)) width=(f(width)) height=(f(HIGH - BOTTOM - top)) {}
        @if let Some((low, high)) = bar.range { line x1=(f(centre)) y1=(f(height(high))) x2=(f(centre)) y2=(f(height(low))) stroke-width="1.2" {} }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_says_itself_and_stays_within_its_frame() {
        let bar = Bar { value: 1.4, range: Some((-0.2, 1.1)), weight: Weight::Full };
        let mut all = vec![Column { label: "Mar".into(), bar: Some(bar), n: 31 }; 14];
        all.push(Column { label: "May".into(), bar: None, n: 0 });
        let around =
            Around { said: "March: all of 31.".into(), top: "100 %".into(), middle: "50 %".into(), n: "of".into() };
        let drawn = columns(&all, &around).into_string();
        assert!(drawn.contains("role=\"img\" aria-label=\"March: all of 31.\""));
        assert!(!drawn.contains("=\"-"), "nothing is drawn outside: {drawn}");
        assert_eq!(
            (drawn.matches(">Mar<").count(), drawn.matches(">31<").count()),
            (7, 7),
            "every second one is named"
        );
        assert_eq!(
            (drawn.matches("<rect").count(), drawn.matches(">0<").count()),
            (14, 2),
            "an empty month keeps its place"
        );
        assert!(super::bar(bar).into_string().contains("aria-hidden"));
        let point = Point { said: 1.2, came: -0.1, weight: Weight::Light };
        let drawn = reliability(&[point, point], "Said 5 %, came 6 %.", ("said", "came")).into_string();
        assert!(drawn.contains("aria-label=\"Said 5 %, came 6 %.\"") && !drawn.contains("=\"-"), "{drawn}");
        assert_eq!(drawn.matches("<circle").count(), 2);
    }
}
