//! One report: its figures, its course month by month as a picture and as a table, the rows behind each number, and both as CSV.
use super::desk;
use super::fail::Oops;
use super::insight::{self, Asked, Chosen};
use super::insight_words as words;
use super::ui::{self, Column, Nav, Table};
use super::when;
use crate::insight::figures::{self, Band};
use crate::session::Agent;
use crate::words::{Words, t, t_with};
use axum::extract::{Path, Query};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
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
        return Ok(csv(&seen, "", figures_as_csv(&seen)));
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
        "behind.csv" => Ok(csv(&seen, "-rows", rows_as_csv(&agent, &seen))),
        _ => Err(Oops::NotFound),
    }
}

fn page(agent: &Agent, seen: &Seen) -> Markup {
    let (report, days) = (seen.report, &seen.chosen.days);
    let path = format!("/insight/{}", report.name);
    let beside = html! { a href={ "/insight?" (days.query) } { (t("insight-title")) } };
    let body = html! {
        (ui::heading(words::title(report), Some(beside)))
        p { (words::how(report)) }
        (insight::periods(&seen.chosen, &path))
        (insight::in_days(agent, days))
        @if seen.rows.is_empty() { (ui::empty("insight-nothing-here", Some((format!("{path}?period=two-years").as_str(), t("insight-period-two-years").into())))) }
        @else {
            (insight::cut(&seen.rows))
            @if report.kind == Kind::List { (listed(agent, seen)) } @else { (counted(seen)) (course(agent, seen)) }
            p.acts {
                a href={ (path) ".csv?" (days.query) } { (t("insight-csv")) }
                " " a href={ (path) "/behind.csv?" (days.query) } { (t("insight-csv-rows")) }
            }
        }
    };
    desk::page(agent, words::title(report), Nav::Insight, body)
}

/// The figures, each with a bar and a way to what is behind it.
fn counted(seen: &Seen) -> Markup {
    let (report, days) = (seen.report, &seen.chosen.days);
    let whole = figures::whole(seen.bands.iter().map(|band| band.figure));
    let rows = seen.bands.iter().map(|band| {
        [
            html! { (words::band(&band.name)) },
            html! { (words::figure(band.figure)) },
            insight::range(report, band, whole),
            html! { a href={ "/insight/" (report.name) "/behind?" (days.query) "&band=" (band.name) } { (band.figure.n()) } },
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

/// For amounts: nine of ten took no longer.
fn ninetieth(seen: &Seen) -> Markup {
    let of = seen.bands.iter().filter_map(|band| match band.figure {
        crate::insight::Figure::Middle(middle) => Some((words::band(&band.name), middle)),
        _ => None,
    });
    html! { @for (name, middle) in of {
        p.quiet { (t_with("insight-ninetieth", &[("band", name.into()), ("span", when::span(middle.ninetieth).into())])) }
    } }
}

/// Month by month: the picture, its sentence, and the same as a table.
fn course(agent: &Agent, seen: &Seen) -> Markup {
    let months = figures::months(seen.report, &seen.rows, agent.firm.ours.zone());
    if months.is_empty() {
        return html! {};
    }
    let whole = figures::whole(months.iter().map(|(_, figure)| *figure));
    let columns: Vec<Column> = months
        .iter()
        .map(|(month, figure)| Column { label: words::month(*month), bar: words::bar(*figure, whole) })
        .collect();
    let said: Vec<String> =
        months.iter().map(|(month, figure)| words::sentence(&words::month(*month), *figure)).collect();
    let (top, middle) = match seen.report.kind {
        Kind::Middle => (when::span(whole as i64), when::span(whole as i64 / 2)),
        Kind::Points => ("5".to_owned(), "3".to_owned()),
        Kind::Share | Kind::Parts | Kind::List => ("100 %".to_owned(), "50 %".to_owned()),
    };
    let rows = months.iter().map(|(month, figure)| {
        [
            html! { (words::month(*month)) },
            html! { (words::figure(*figure)) },
            html! { (words::between(*figure)) },
            html! { (figure.n()) },
        ]
    });
    let table = Table::new("insight-months")
        .under_its_heading()
        .col("insight-month")
        .number_col("insight-figure")
        .col("insight-range")
        .number_col("insight-n")
        .rows(rows);
    ui::section(
        "insight-months",
        None,
        html! {
            figure.picture { (ui::columns(&columns, &said.join(" "), &top, &middle)) }
            (ui::more("insight-as-table", html! { (table) }))
        },
    )
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
    let back = html! { a href={ "/insight/" (report.name) "?" (days.query) } { (words::title(report)) } };
    let csv = format!("/insight/{}/behind.csv?{}&band={band}", report.name, days.query);
    let title = if band.is_empty() { words::title(report) } else { words::band(band) };
    let body = html! {
        (ui::heading(&title, Some(back)))
        (insight::in_days(agent, days))
        (rows_table(agent, seen))
        p { a href=(csv) { (t("insight-csv-rows")) } }
    };
    desk::page(agent, words::title(report), Nav::Insight, body)
}

/// The names of the three texts, where a report uses them.
fn text_columns(report: &Report) -> Vec<String> {
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
        table = table.col("insight-row-value");
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
fn said(text: Option<&str>) -> String {
    let Some(text) = text else { return String::new() };
    let looks_like_a_key = text.contains(['-', '_']) || text == "promise";
    if looks_like_a_key && Words::english().knows(&format!("insight-band-{}", text.replace('_', "-")))
        || Words::english().knows(&text.replace('_', "-")) && text.contains('_')
    {
        return words::band(text);
    }
    text.to_owned()
}

fn figures_as_csv(seen: &Seen) -> Vec<Vec<String>> {
    let head = [
        "insight-csv-band",
        "insight-csv-n",
        "insight-csv-figure",
        "insight-csv-low",
        "insight-csv-high",
        "insight-csv-enough",
    ];
    let mut all = vec![head.map(|key| t(key).into_owned()).to_vec()];
    all.extend(seen.bands.iter().map(|band| {
        let (figure, low, high) = exact(band);
        let enough = t(if band.figure.sure() == crate::insight::Sure::Enough { "insight-yes" } else { "insight-no" });
        vec![words::band(&band.name), band.figure.n().to_string(), figure, low, high, enough.into_owned()]
    }));
    all
}

/// The figures as numbers: shares from 0 to 1, amounts in minutes, means from 1 to 5.
fn exact(band: &Band) -> (String, String, String) {
    use crate::insight::Figure;
    match band.figure {
        Figure::Share(share) => {
            let (low, high) = share.interval();
            (format!("{:.4}", share.ratio()), format!("{low:.4}"), format!("{high:.4}"))
        }
        Figure::Middle(m) => (m.median.to_string(), m.between.0.to_string(), m.between.1.to_string()),
        Figure::Points(p) => {
            let points = |v: i64| format!("{:.2}", v as f64 / 100.0);
            (points(p.mean), points(p.between.0), points(p.between.1))
        }
        Figure::Listed(n) => (n.to_string(), String::new(), String::new()),
    }
}

fn rows_as_csv(agent: &Agent, seen: &Seen) -> Vec<Vec<String>> {
    let head = ["insight-csv-band", "insight-row-when", "insight-row-case", "cases-account", "insight-row-value"];
    let mut first: Vec<String> = head.map(|key| t(key).into_owned()).to_vec();
    first.extend(text_columns(seen.report));
    let texts = seen.report.columns.len();
    let mut all = vec![first];
    all.extend(seen.rows.iter().map(|row| {
        let day = row.at.map(|at| at.to_zoned(agent.firm.ours.zone().clone()).date().to_string());
        let mut cells = vec![
            words::band(&row.band),
            day.unwrap_or_default(),
            row.number.map(|number| number.to_string()).unwrap_or_default(),
            row.name.clone().unwrap_or_default(),
            row.value.map(|value| value.to_string()).unwrap_or_default(),
        ];
        cells.extend([&row.one, &row.two, &row.three].into_iter().take(texts).map(|text| said(text.as_deref())));
        cells
    }));
    all
}

/// A file to take along. What a spreadsheet would take for a formula is made text.
fn csv(seen: &Seen, ending: &str, lines: Vec<Vec<String>>) -> Response {
    let plain = |cell: &String| {
        let risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
        if risky { format!("'{cell}") } else { cell.clone() }
    };
    let mut out = csv::Writer::from_writer(vec![]);
    for line in lines {
        // Writing into memory cannot fail.
        drop(out.write_record(line.iter().map(plain)));
    }
    let name = format!("attachment; filename=\"{}{ending}.csv\"", seen.report.name);
    let headers = [(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)];
    (headers, out.into_inner().unwrap_or_default()).into_response()
}
