//! Pictures of figures, drawn here as SVG: a bar with its interval beside a number, and columns month by month. Each can be read aloud:
//! the picture has its sentence, and the same stands in a table.

use maud::{Markup, html};

/// The picture of the months, in its own units; the page scales it.
const WIDE: f64 = 360.0;
const HIGH: f64 = 150.0;
const LEFT: f64 = 34.0;
const BOTTOM: f64 = 18.0;
const TOP: f64 = 8.0;
/// Beyond so many months only every second one is named.
const ALL_NAMED: usize = 12;

/// A value from 0 to 1 with the ends of its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    pub value: f64,
    pub low: f64,
    pub high: f64,
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
            rect x=(at(bar.low)) y="3.2" width=(at((bar.high - bar.low).max(0.005))) height="1.6" {}
        }
    }
}

/// One month of a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub label: String,
    pub bar: Bar,
}

/// Columns side by side, oldest first. `said` is the whole picture in a sentence; `top` and `middle` name the lines.
pub fn columns(all: &[Column], said: &str, top: &str, middle: &str) -> Markup {
    let (n, floor) = (all.len().max(1) as f64, HIGH - BOTTOM);
    let step = (WIDE - LEFT) / n;
    let width = (step * 0.6).min(22.0);
    let y = |v: f64| floor - v.clamp(0.0, 1.0) * (floor - TOP);
    let f = |v: f64| format!("{v:.1}");
    html! {
        svg viewBox={ "0 0 " (f(WIDE)) " " (f(HIGH)) } width="620" role="img" aria-label=(said) focusable="false" fill="currentColor" stroke="currentColor"
            stroke-width="0" font-size="9" {
            @for (v, name) in [(1.0, top), (0.5, middle), (0.0, "0")] {
                line x1=(f(LEFT)) y1=(f(y(v))) x2=(f(WIDE)) y2=(f(y(v))) stroke-width=".75" stroke-opacity=".2" {}
                text x=(f(LEFT - 4.0)) y=(f(y(v) + 3.0)) text-anchor="end" { (name) }
            }
            @for (at, column) in all.iter().enumerate() {
                @let centre = LEFT + step * (at as f64 + 0.5);
                @let (fill, stroke) = column.bar.ink();
                rect fill-opacity=(fill) stroke-opacity=(stroke) stroke-width=".6" x=(f(centre - width / 2.0)) y=(f(y(column.bar.value))) width=(f(width)) height=(f(floor - y(column.bar.value))) {}
                line x1=(f(centre)) y1=(f(y(column.bar.high))) x2=(f(centre)) y2=(f(y(column.bar.low))) stroke-width="1" {}
                @if all.len() <= ALL_NAMED || at % 2 == 0 {
                    text x=(f(centre)) y=(f(HIGH - 5.0)) text-anchor="middle" { (column.label) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_says_itself_and_stays_within_its_frame() {
        let bar = Bar { value: 1.4, low: -0.2, high: 1.1, weight: Weight::Full };
        let all = vec![Column { label: "Mar".into(), bar }; 14];
        let drawn = columns(&all, "March: all of 20.", "100 %", "50 %").into_string();
        assert!(drawn.contains("role=\"img\" aria-label=\"March: all of 20.\""));
        assert!(!drawn.contains("=\"-"), "nothing is drawn outside: {drawn}");
        assert_eq!(drawn.matches(">Mar<").count(), 7, "of many months every second one is named");
        assert!(super::bar(bar).into_string().contains("aria-hidden"));
    }
}
