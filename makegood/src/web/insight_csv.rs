//! A report to take along: its figures, or the rows behind them, as CSV. Figures are numbers here and not words, so that a spreadsheet can
//! count on.
use super::insight_report::{said, text_columns};
use super::insight_words as words;
use crate::insight::figures::Band;
use crate::insight::{Figure, Sure};
use crate::session::Agent;
use crate::words::t;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use store::reports::{Report, Row};

/// One line for each band.
pub fn figures(report: &Report, bands: &[Band]) -> Response {
    let head = [
        "insight-csv-band",
        "insight-csv-n",
        "insight-csv-figure",
        "insight-csv-low",
        "insight-csv-high",
        "insight-csv-enough",
    ];
    let mut all = vec![head.map(|key| t(key).into_owned()).to_vec()];
    all.extend(bands.iter().map(|band| {
        let (figure, low, high) = exact(band);
        let enough = t(if band.figure.sure() == Sure::Enough { "insight-yes" } else { "insight-no" });
        vec![words::band(&band.name), band.figure.n().to_string(), figure, low, high, enough.into_owned()]
    }));
    file(report, "", &all)
}

/// The figures as numbers: shares from 0 to 1, amounts in minutes, means from 1 to 5.
fn exact(band: &Band) -> (String, String, String) {
    match band.figure {
        Figure::Share(share) => {
            let (low, high) = share.interval();
            (format!("{:.4}", share.ratio()), format!("{low:.4}"), format!("{high:.4}"))
        }
        Figure::Middle(m) => {
            let end = |of: fn((i64, i64)) -> i64| m.between.map(|both| of(both).to_string()).unwrap_or_default();
            (m.median.to_string(), end(|(low, _)| low), end(|(_, high)| high))
        }
        Figure::Points(p) => {
            let points = |v: i64| format!("{:.2}", v as f64 / 100.0);
            (points(p.mean), points(p.between.0), points(p.between.1))
        }
        Figure::Listed(n) => (n.to_string(), String::new(), String::new()),
    }
}

/// One line for each row behind the figures.
pub fn rows(agent: &Agent, report: &Report, rows: &[Row]) -> Response {
    let head = ["insight-csv-band", "insight-row-when", "insight-row-case", "cases-account", "insight-row-value"];
    let mut first: Vec<String> = head.map(|key| t(key).into_owned()).to_vec();
    first.extend(text_columns(report));
    let texts = report.columns.len();
    let mut all = vec![first];
    all.extend(rows.iter().map(|row| {
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
    file(report, "-rows", &all)
}

/// A file to take along. What a spreadsheet would take for a formula is made text.
fn file(report: &Report, ending: &str, lines: &[Vec<String>]) -> Response {
    let plain = |cell: &String| {
        let risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
        if risky { format!("'{cell}") } else { cell.clone() }
    };
    let mut out = csv::Writer::from_writer(vec![]);
    for line in lines {
        // Writing into memory cannot fail.
        drop(out.write_record(line.iter().map(plain)));
    }
    let name = format!("attachment; filename=\"{}{ending}.csv\"", report.name);
    let headers = [(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)];
    (headers, out.into_inner().unwrap_or_default()).into_response()
}
