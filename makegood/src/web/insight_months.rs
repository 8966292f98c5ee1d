//! The course of a report month by month: a picture with its sentence, each column with its number and range, and the same as a table.
use super::insight_words as words;
use super::ui::{self, Around, Column, Table};
use super::when;
use crate::insight::{Figure, figures};
use crate::session::Agent;
use crate::words::t;
use jiff::civil::Date;
use maud::{Markup, html};
use store::reports::{Kind, Report, Row};

/// Nothing where there is no course: one month, or several bands.
pub fn course(agent: &Agent, report: &Report, rows: &[Row]) -> Markup {
    let months = figures::months(report, rows, agent.firm.ours.zone());
    if months.is_empty() {
        return html! {};
    }
    let longest = figures::whole(months.iter().filter_map(|(_, figure)| *figure));
    let whole = figures::round_top(longest);
    let column = |(month, figure): &(Date, Option<Figure>)| Column {
        label: words::month(*month),
        bar: figure.map(|figure| words::bar(figure, whole)),
        n: figure.map_or(0, Figure::n),
    };
    let columns: Vec<Column> = months.iter().map(column).collect();
    let said: Vec<String> = months
        .iter()
        .filter_map(|(month, figure)| Some(words::sentence(&words::month_and_year(*month), (*figure)?)))
        .collect();
    let (top, middle) = match report.kind {
        Kind::Middle => (when::span(whole as i64), when::span(whole as i64 / 2)),
        Kind::Points => ("5".to_owned(), "3".to_owned()),
        Kind::Share | Kind::Parts | Kind::List => ("100 %".to_owned(), "50 %".to_owned()),
    };
    let around = Around { said: said.join(" "), top, middle, n: t("insight-n").into_owned() };
    let rows = months.iter().map(|(month, figure)| {
        let cell = |said: fn(Figure) -> String| html! { @if let Some(figure) = figure { (said(*figure)) } };
        let shown =
            html! { @if figure.is_some() { (cell(words::figure)) } @else { span.quiet { (t("insight-none-yet")) } } };
        let n = figure.map_or(0, Figure::n);
        [html! { (words::month_and_year(*month)) }, shown, cell(words::between), html! { (n) }]
    });
    let table = Table::new("insight-months")
        .under_its_heading()
        .col("insight-month")
        .number_col("insight-figure")
        .col("insight-range")
        .number_col("insight-n")
        .rows(rows);
    let body = html! {
        figure.picture { (ui::columns(&columns, &around)) }
        (ui::more("insight-as-table", html! { (table) }))
    };
    ui::section("insight-months", None, body)
}
