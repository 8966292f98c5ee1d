//! One report: its figures, its course month by month, and the rows behind each number.
use super::desk;
use super::fail::Oops;
use super::insight::{self, Asked, Chosen};
use super::insight_words as words;
use super::ui::{self, Nav, Table};
use super::when;
use super::{insight_csv, insight_months};
use crate::insight::figures::{self, Band};
use crate::insight::period::LONGEST;
use crate::insight::{Figure, Sure};
use crate::session::Agent;
use crate::words::{Words, t, t_with};
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use maud::{Markup, html};
use store::Conn;
use store::reports::{self, Kind, Report, Row};

/// Rows behind a number on one page; the CSV has all.
const ROWS_SHOWN: usize = 200;

/// What one page needs.
struct Seen {
    report: &'static Report,
    rows: Vec<Row>,
    bands: Vec<Band>,
    chosen: Chosen,
}

async fn seen(agent: &Agent, name: &str, asked: &Asked) -> Result<Seen, Oops> {
    let report = reports::named(name).ok_or(Oops::NotFound)?;
    let chosen = asked.chosen(agent);
    let (days, zone, now) = (chosen.days.clone(), agent.firm.ours.zone().clone(), agent.app.now());
    let read = move |conn: &Conn| {
        let period = insight::period(conn, &zone, &days, now)?;
        reports::rows(conn, report, &period)
    };
    let rows = agent.app.db.read(read).await?;
    let bands = figures::bands(report, &rows);
    Ok(Seen { report, rows, bands, chosen })
}

/// `/insight/first_go`, and `/insight/first_go.csv` for the same as a table to take along.
pub async fn show(agent: Agent, Path(name): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Oops> {
    if let Some(name) = name.strip_suffix(".csv") {
        let seen = seen(&agent, name, &asked).await?;
        return Ok(insight_csv::figures(seen.report, &seen.bands));
    }
    let seen = seen(&agent, &name, &asked).await?;
    Ok(page(&agent, &seen).into_response())
}

/// The rows behind a number, and the same as CSV.
pub async fn behind(
    agent: Agent,
    Path((name, what)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Oops> {
    let mut seen = seen(&agent, &name, &asked).await?;
    if !asked.band.is_empty() {
        seen.rows.retain(|row| row.band == asked.band);
    }
    match what.as_str() {
        "behind" => Ok(rows_page(&agent, &seen, &asked.band).into_response()),
        "behind.csv" => Ok(insight_csv::rows(&agent, seen.report, &seen.rows)),
        _ => Err(Oops::NotFound),
    }
}

fn page(agent: &Agent, seen: &Seen) -> Markup {
    let (report, days) = (seen.report, &seen.chosen.days);
    let path = format!("/insight/{}", report.name);
    let beside = html! { a href={ "/insight?" (days.query) } { (t("insight-all")) } };
    let body = html! {
        (ui::heading(words::title(report), Some(beside)))
        p { (words::how(report)) }
        (insight::periods(&seen.chosen, &path))
        (insight::in_days(agent, days))
        @if seen.rows.is_empty() { (nothing_here(seen, &path)) }
        @else {
            (insight::cut(&seen.rows))
            @if report.kind == Kind::List { (listed(agent, seen)) } @else { (counted(seen)) (insight_months::course(agent, report, &seen.rows)) }
            p.acts {
                a href={ (path) ".csv?" (days.query) } { (t("insight-csv")) }
                " " a href={ (path) "/behind.csv?" (days.query) } { (t("insight-csv-rows")) }
            }
        }
    };
    desk::page(agent, words::title(report), Nav::Insight, body)
}

/// Where to look when these days hold nothing: further back, and from there at the other questions.
fn nothing_here(seen: &Seen, path: &str) -> Markup {
    let longest = seen.chosen.days.name == Some(LONGEST);
    let (to, label) = if longest {
        ("/insight".to_owned(), "insight-all")
    } else {
        (format!("{path}?period={}", LONGEST), "insight-look-longer")
    };
    ui::empty("insight-nothing-here", Some((to.as_str(), t(label).into())))
}

fn behind_band(seen: &Seen, band: &Band) -> String {
    format!("/insight/{}/behind?{}&band={}", seen.report.name, seen.chosen.days.query, band.name)
}

/// The figures, each with a way to what is behind it. A figure that stands alone is said large.
fn counted(seen: &Seen) -> Markup {
    match seen.bands.as_slice() {
        [only] if only.name == "all" => alone(seen, only),
        _ => side_by_side(seen),
    }
}

fn alone(seen: &Seen, band: &Band) -> Markup {
    let whole = figures::whole(std::iter::once(band.figure));
    html! {
        div.alone {
            p { strong { (words::figure(band.figure)) } " " span.quiet { (words::of_how_many(band.figure)) } }
            @if !matches!(band.figure, Figure::Middle(_)) { (ui::bar(words::bar(band.figure, whole))) }
            (ninetieth(seen))
            p { a href=(behind_band(seen, band)) { (t_with("insight-behind", &[("n", band.figure.n().into())])) } }
        }
    }
}

fn side_by_side(seen: &Seen) -> Markup {
    let report = seen.report;
    let rows = seen.bands.iter().map(|band| {
        [
            html! { (words::band(&band.name)) },
            html! { (words::figure(band.figure)) },
            insight::range(&seen.bands, band),
            html! { a href=(behind_band(seen, band)) { (band.figure.n()) } },
        ]
    });
    let table = Table::new("insight-figures")
        .under_its_heading()
        .col("insight-band")
        .number_col("insight-figure")
        .col("insight-range")
        .number_col("insight-n")
        .rows(rows);
    let said = seen.bands.iter().map(|band| words::sentence(&words::band(&band.name), band.figure)).collect::<Vec<_>>();
    ui::section(
        "insight-figures",
        None,
        html! {
            (insight::gap(report, &seen.bands))
            @if report.group == "prove" { p.quiet { (t("insight-no-proof")) } }
            div.figures { (table) }
            p.unseen { (said.join(" ")) }
            (ninetieth(seen))
        },
    )
}

/// For amounts, where there are enough: nine of ten took no longer.
fn ninetieth(seen: &Seen) -> Markup {
    let of = seen.bands.iter().filter_map(|band| match band.figure {
        Figure::Middle(middle) if middle.sure() == Sure::Enough => {
            Some((band.name.as_str(), when::span(middle.ninetieth)))
        }
        Figure::Middle(_) | Figure::Share(_) | Figure::Points(_) | Figure::Listed(_) => None,
    });
    html! { @for (name, span) in of {
        p.quiet {
            @if name == "all" { (t_with("insight-ninetieth-all", &[("span", span.into())])) }
            @else { (t_with("insight-ninetieth", &[("band", words::band(name).into()), ("span", span.into())])) }
        }
    } }
}

/// What a list is for: first how many for each customer, then each row.
fn listed(agent: &Agent, seen: &Seen) -> Markup {
    let mut by_account: Vec<(String, usize)> = vec![];
    for name in seen.rows.iter().filter_map(|row| row.name.clone()) {
        match by_account.iter_mut().find(|(known, _)| *known == name) {
            Some((_, n)) => *n += 1,
            None => by_account.push((name, 1)),
        }
    }
    by_account.sort_by(|one, two| two.1.cmp(&one.1).then_with(|| one.0.cmp(&two.0)));
    let rows = by_account.into_iter().take(ROWS_SHOWN).map(|(name, n)| [html! { (name) }, html! { (n) }]);
    let table =
        Table::new("insight-by-account").under_its_heading().col("cases-account").number_col("insight-n").rows(rows);
    html! {
        (ui::section("insight-by-account", None, html! { (table) }))
        (ui::section("insight-each", u64::try_from(seen.rows.len()).ok(), rows_table(agent, seen)))
    }
}

fn rows_page(agent: &Agent, seen: &Seen, band: &str) -> Markup {
    let (report, days) = (seen.report, &seen.chosen.days);
    let back = html! { a href={ "/insight/" (report.name) "?" (days.query) } { (t("insight-back")) } };
    let csv = format!("/insight/{}/behind.csv?{}&band={band}", report.name, days.query);
    // *All* of a report says nothing that its title does not say.
    let named = !band.is_empty() && band != "all";
    let title = if named { format!("{}: {}", words::title(report), words::band(band)) } else { words::title(report) };
    let body = html! {
        (ui::heading(&title, Some(back)))
        p { (words::how(report)) }
        (insight::in_days(agent, days))
        (insight::cut(&seen.rows))
        (rows_table(agent, seen))
        p { a href=(csv) { (t("insight-csv-rows")) } }
    };
    desk::page(agent, words::title(report), Nav::Insight, body)
}

/// The names of the three texts, where a report uses them.
pub fn text_columns(report: &Report) -> Vec<String> {
    report.columns.iter().map(|column| t(&format!("insight-column-{column}")).into_owned()).collect()
}

fn rows_table(agent: &Agent, seen: &Seen) -> Markup {
    let report = seen.report;
    let now = agent.app.now();
    let texts = text_columns(report);
    let mut table = Table::new("insight-rows")
        .under_its_heading()
        .col("insight-row-case")
        .col("cases-account")
        .col("insight-row-when");
    if report.kind != Kind::List && report.kind != Kind::Parts {
        table = table.col(if report.kind == Kind::Share { "insight-row-counts" } else { "insight-row-value" });
    }
    table = texts.iter().fold(table, |table, text| table.col(text.clone()));
    let rows = seen.rows.iter().take(ROWS_SHOWN).map(|row| {
        let mut cells = vec![
            html! { @if let Some(number) = row.number { a href={ "/cases/" (number) } data-go { (number) } } @else { (row.one.as_deref().unwrap_or_default()) } },
            html! { @if let Some(account) = row.account { a href={ "/accounts/" (account) } { (row.name.as_deref().unwrap_or_default()) } } },
            html! { (at(agent, row.at, now)) },
        ];
        if report.kind != Kind::List && report.kind != Kind::Parts {
            cells.push(html! { (words::value(report.kind, row.value)) });
        }
        cells.extend([&row.one, &row.two, &row.three].into_iter().take(texts.len()).map(|text| html! { (said(text.as_deref())) }));
        cells
    });
    let more = seen.rows.len().saturating_sub(ROWS_SHOWN);
    html! {
        (table.rows(rows))
        @if more > 0 { p.quiet { (t_with("insight-more-rows", &[("n", more.into())])) } }
    }
}

fn at(agent: &Agent, at: Option<Timestamp>, now: Timestamp) -> String {
    at.map(|at| when::day(at.to_zoned(agent.zone.clone()).date(), now, &agent.zone)).unwrap_or_default()
}

/// A text of a row: a word of the rules is said in their sentence, everything else as it stands.
pub fn said(text: Option<&str>) -> String {
    let Some(text) = text else { return String::new() };
    let looks_like_a_key = text.contains(['-', '_']) || text == "promise";
    if looks_like_a_key && Words::english().knows(&format!("insight-band-{}", text.replace('_', "-")))
        || Words::english().knows(&text.replace('_', "-")) && text.contains('_')
    {
        return words::band(text);
    }
    text.to_owned()
}
