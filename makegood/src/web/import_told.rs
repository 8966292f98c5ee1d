//! What an import says on its page: its sums in sentences, and each row that was not taken with its column, what stood there and why.
use super::ui::{self, Table};
use crate::import::report::Report;
use crate::sentence::say;
use crate::words::{t, t_with};
use jiff::tz::TimeZone;
use maud::{Markup, Render, html};

/// The report in the words of whoever sent the file.
#[derive(Clone, Debug, Default)]
pub struct Told {
    sums: Vec<String>,
    refused: Vec<Refused>,
    /// Refused rows beyond those that are shown.
    more: u64,
}

#[derive(Clone, Debug)]
struct Refused {
    row: u64,
    column: String,
    value: String,
    why: String,
}

impl Told {
    pub fn of(report: &Report, zone: &TimeZone) -> Self {
        let refused = report.shown().map(|problem| Refused {
            row: problem.row,
            column: problem.column.clone(),
            value: problem.value.clone(),
            why: say(&problem.why.sentence(), zone),
        });
        let more = report.refused.saturating_sub(report.shown().count() as u64);
        Self { sums: report.told(zone), refused: refused.collect(), more }
    }
}

impl Render for Told {
    fn render(&self) -> Markup {
        html! {
            ul { @for line in &self.sums { li { (line) } } }
            @if !self.refused.is_empty() {
                (table(&self.refused))
                @if self.more > 0 { p.quiet { (t_with("upload-refused-more", &[("count", self.more.into())])) } }
                p.quiet { (t("upload-refused-way")) }
            }
        }
    }
}

fn table(refused: &[Refused]) -> Markup {
    let rows = refused.iter().map(|row| {
        let column = if row.column.is_empty() { t("upload-refused-whole").into_owned() } else { row.column.clone() };
        [t_with("upload-refused-at", &[("row", row.row.into())]), column, row.value.clone(), row.why.clone()]
            .map(|cell| html! { (cell) })
    });
    let table = Table::new("upload-refused")
        .col("upload-refused-where")
        .col("upload-column")
        .col("upload-refused-value")
        .col("upload-refused-why");
    html! { (table.rows(rows)) }
}

/// Columns of the file that nothing is read from.
pub fn left<'a>(columns: impl Iterator<Item = &'a str>) -> Markup {
    let columns: Vec<_> = columns.filter(|header| !header.trim().is_empty()).collect();
    html! { @if !columns.is_empty() { p.quiet { (t_with("import-plan-left", &[("columns", columns.join(", ").into())])) } } }
}

/// The rest of a long table, folded away; what is chosen in it is sent all the same.
pub fn further(table: Table) -> Markup {
    ui::more("upload-further", html! { (table) })
}
