//! A report to take along: as PDF, as one page of HTML that needs nothing else, as JSON, as a table.
use super::paper;
use crate::app::App;
use crate::eight_d::{self, Report, sheet, table};
use crate::files::{kinds, put_away};
use crate::web::fail::Oops;
use crate::words::t;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use casework::ids::CaseId;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use store::Fault;
use store::sent_reports::Frozen;

/// What a report can be had as, the likeliest first. Without the feature `pdf` there is none.
pub const ENDINGS: &[&str] =
    if cfg!(feature = "pdf") { &["pdf", "html", "json", "csv"] } else { &["html", "json", "csv"] };

/// As little as paper needs; the page takes it along. It is no `paper.css`: the file is read where none of ours is, and printed, so its colours are
/// those of paper.
const STYLE: &str = "body{font:11pt/1.45 'Source Sans 3','Segoe UI',system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1f1b16}\
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #cfc7b8}th{font-size:.85em}.n{text-align:right}\
h3{border-top:2px solid #1d4f7c;padding-top:.5rem;margin:2rem 0 .5rem}h4{color:#1d4f7c;margin:1rem 0 .3rem}p{margin:.3rem 0}\
.quiet,dt{color:#5d564b;font-size:.85em}dl{display:grid;grid-template-columns:repeat(3,1fr);gap:.6rem}dd{margin:0}.paper-title{font:1.6rem/1.25 Charter,Georgia,serif}\
.paper-steps{display:flex;gap:.5rem;list-style:none;padding:0;flex-wrap:wrap}.paper-steps li{border:1px solid #857c6d;padding:.2rem .5rem}.done{background:#1d4f7c;color:#fff}\
blockquote{border-left:3px solid #1d4f7c;margin:.5rem 0;padding-left:1rem}.paper-cause{background:#f5f2eb;padding:.6rem}.paper-mark{border:1px solid #b3201b;color:#b3201b;padding:0 .3rem}\
figure{margin:1rem 0}img{max-width:100%}tr,figure{break-inside:avoid}h3,h4{break-after:avoid}thead{display:table-header-group}";

/// The pictures that a report names, as far as they are kept.
///
/// # Errors
/// Faults of the database.
pub async fn pictures(app: &App, case: CaseId, report: &Report) -> Result<Vec<print::File>, Fault> {
    let names: Vec<String> = report.pictures.iter().map(|shown| shown.file.clone()).collect();
    let read = move |conn: &store::Conn| {
        let mut files = vec![];
        for name in &names {
            let Ok(id) = name.parse() else { continue };
            let bytes = store::files::content(conn, case, id)?;
            files.extend(bytes.map(|bytes| print::File { name: name.clone(), bytes }));
        }
        Ok(files)
    };
    app.db.read(read).await
}

/// The facts with their pages, as they would be sent.
///
/// # Errors
/// Faults of the database, and of the setting.
pub async fn frozen(app: &App, case: CaseId, report: &Report) -> Result<Frozen, Fault> {
    let facts = eight_d::json(report);
    let pages = pages(app, case, report).await?;
    Ok(Frozen { facts, pages: pages.unwrap_or_default() })
}

async fn pages(app: &App, case: CaseId, report: &Report) -> Result<Option<Vec<u8>>, Fault> {
    let files = pictures(app, case, report).await?;
    let report = report.clone();
    // A long report takes some tenths of a second: not on a thread that others wait for.
    let set = tokio::task::spawn_blocking(move || eight_d::pages(&report, &files)).await;
    set.map_err(|e| Fault::Engine(e.into()))?.map_err(Fault::Engine)
}

/// One report in one form. What was set when it was sent is given as it was.
///
/// # Errors
/// `NotFound` for another ending; faults of the database.
pub async fn given(
    app: &App,
    case: CaseId,
    report: Report,
    sent: Option<Frozen>,
    ending: &str,
) -> Result<Response, Oops> {
    let name = format!("{}-{}-{}.{ending}", report.stage.word().to_uppercase(), report.number, report.revision);
    let (kind, bytes) = match (ending, sent) {
        ("json", Some(frozen)) => ("application/json", frozen.facts),
        ("json", None) => ("application/json", eight_d::json(&report)),
        ("csv", _) => ("text/csv; charset=utf-8", lines(&report)?),
        ("html", _) => {
            let files = pictures(app, case, &report).await?;
            ("text/html; charset=utf-8", alone(&report, &files).into_string().into_bytes())
        }
        ("pdf", Some(frozen)) if !frozen.pages.is_empty() => ("application/pdf", frozen.pages),
        ("pdf", _) => ("application/pdf", pages(app, case, &report).await?.ok_or(Oops::NotFound)?),
        _ => return Err(Oops::NotFound),
    };
    Ok(put_away(&name, kind, bytes))
}

fn lines(report: &Report) -> Result<Vec<u8>, Fault> {
    let mut csv = csv::Writer::from_writer(vec![]);
    let head =
        ["eight-d-csv-part", "eight-d-csv-heading", "eight-d-csv-line", "eight-d-csv-column", "eight-d-csv-says"];
    let written = csv.write_record(head.map(|key| t(key).into_owned())).and_then(|()| {
        table::of(&sheet::of(report))
            .iter()
            .try_for_each(|line| csv.write_record(line.each_ref().map(|cell| plain(cell))))
    });
    written.map_err(|e| Fault::Engine(e.into()))?;
    csv.into_inner().map_err(|e| Fault::Engine(anyhow::anyhow!(e.to_string())))
}
/// A spreadsheet runs what begins like a formula; here it is only text.
fn plain(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

/// One file with its pictures in it.
fn alone(report: &Report, files: &[print::File]) -> Markup {
    let sheet = sheet::of(report);
    let at = |name: &str| {
        let file = files.iter().find(|file| file.name == name)?;
        let kind = kinds::content_type(kinds::of(&file.bytes));
        Some(format!("data:{kind};base64,{}", BASE64.encode(&file.bytes)))
    };
    html! {
        (DOCTYPE)
        html lang=(sheet.lang) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (sheet.kind) " " (sheet.number) }
                style { (PreEscaped(STYLE)) }
            }
            body { h1.quiet { (sheet.kind) " " (sheet.number) } (paper::whole(&sheet, &at)) }
        }
    }
}
