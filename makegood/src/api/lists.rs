//! `POST /api/v1/lists/{list}`: a batch of rows, read by the same code as a file: orders, steps, shipments, returns, … The same batch
//! again changes nothing; each row that is not taken says where and why, and the others are kept.
use super::body;
use super::caller::Caller;
use super::problem::{Problem, Wrong};
use super::views::{RowRefused, RowsTaken};
use crate::app::App;
use crate::import::lists;
use crate::import::numbers::Mark;
use crate::import::orders::{self, Here, Mode, NotImported};
use crate::import::plan::Wishes;
use crate::import::progress::Silent;
use crate::import::report::Report;
use crate::import::rows::Rows;
use crate::import::source::{self, Source};
use crate::sentence::say;
use crate::words::{t, t_with};
use axum::Json;
use axum::body::to_bytes;
use axum::extract::{Path, Request};
use axum::http::StatusCode;
use casework::kinds::Role;
use jiff::tz::TimeZone;
use serde_json::{Map, Value};
use uuid::Uuid;

/// Rows of one batch.
pub const ROWS_AT_MOST: usize = 10_000;
/// Bytes of one batch: a thousand and more for each row.
pub const BYTES_AT_MOST: usize = 16 * 1024 * 1024;
pub async fn take(caller: Caller, Path(list): Path<String>, request: Request) -> Result<Json<RowsTaken>, Problem> {
    if !caller.person.roles.iter().any(|role| *role != Role::Reader) {
        return Err(Problem::new(StatusCode::FORBIDDEN, "rights", t("api-lists-rights")));
    }
    let Some(list) = Rows::from_word(&list) else { return Err(Problem::missing()) };
    let id = caller.request(request.headers())?;
    let bytes = to_bytes(request.into_body(), BYTES_AT_MOST).await.map_err(|_| Problem::too_large())?;
    let sent = Sent { list, source: format!("api {}", list.word()), drawn: id.0, zone: caller.zone.clone() };
    sent.keep(&caller.app, &bytes).await
}

/// A batch as it came, from whoever may send one.
pub struct Sent {
    pub list: Rows,
    /// What the import is called on record.
    pub source: String,
    pub drawn: Uuid,
    /// For the dates of an answer.
    pub zone: TimeZone,
}

impl Sent {
    /// Reads the rows of a body, `{"rows": [{…}, …]}`, and keeps them.
    ///
    /// # Errors
    /// Why no row was taken; rows that are refused one by one stand in the answer.
    pub async fn keep(self, app: &App, bytes: &[u8]) -> Result<Json<RowsTaken>, Problem> {
        let rows = rows(bytes)?;
        let (csv, maps) = as_csv(&rows, &self.list.fields())?;
        let here = Here { db: app.db.clone(), calendar: app.firm().ours.clone(), now: app.now(), drawn: self.drawn };
        let said = source::said(Some("utf-8"), Some(',')).unwrap_or_default();
        let wishes = Wishes { maps, said, ..Wishes::default() };
        let source = Source::Upload { name: self.source, bytes: csv.into() };
        let (zone, list) = (self.zone, self.list);
        match tokio::task::spawn_blocking(move || kept(&here, list, source, wishes)).await {
            Ok(Ok(report)) => Ok(Json(taken(&report, &zone))),
            Ok(Err(NotImported::Cannot(why))) => Err(Problem::parameter("rows", say(&why.sentence(), &zone))),
            Ok(Err(NotImported::Fault(fault))) => Err(fault.into()),
            Err(stopped) => Err(store::Fault::Engine(stopped.into()).into()),
        }
    }
}

/// The rows of a body: objects of texts and numbers.
fn rows(bytes: &[u8]) -> Result<Vec<Map<String, Value>>, Problem> {
    let wrong = |detail: String| Problem::input(vec![Wrong { field: "rows".into(), detail }]);
    let value: Value = serde_json::from_slice(bytes).map_err(|_| wrong(t("api-lists-rows").into_owned()))?;
    let Value::Object(mut body) = value else { return Err(wrong(t("api-lists-rows").into_owned())) };
    let Some(Value::Array(rows)) = body.remove("rows") else { return Err(wrong(t("api-lists-rows").into_owned())) };
    if rows.len() > ROWS_AT_MOST {
        return Err(wrong(t_with("api-lists-many", &[("most", ROWS_AT_MOST.into())])));
    }
    rows.into_iter()
        .map(|row| match row {
            Value::Object(row) => Ok(row),
            _ => Err(wrong(t("api-lists-rows").into_owned())),
        })
        .collect()
}

/// The table that these rows come to, with the column of each field said, so that nothing is guessed.
fn as_csv(rows: &[Map<String, Value>], known: &[&'static str]) -> Result<(Vec<u8>, Vec<String>), Problem> {
    let used: Vec<&&str> = known.iter().filter(|word| rows.iter().any(|row| row.contains_key(**word))).collect();
    let mut errors = vec![];
    for (n, row) in rows.iter().enumerate() {
        let unknown = row.keys().filter(|name| !known.contains(&name.as_str()));
        errors.extend(unknown.take(1).map(|name| Wrong {
            field: format!("rows[{n}].{name}"),
            detail: t_with("api-lists-field", &[("fields", known.join(", ").into())]),
        }));
        if errors.len() >= body::ERRORS {
            break;
        }
    }
    if !errors.is_empty() {
        return Err(Problem::input(errors));
    }
    let mut csv = csv::Writer::from_writer(vec![]);
    let unwritten = |_| Problem::too_large();
    csv.write_record(used.iter().map(|word| **word)).map_err(unwritten)?;
    for row in rows {
        let cells = used.iter().map(|word| match row.get(**word) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(words)) => words.clone(),
            Some(other) => other.to_string(),
        });
        csv.write_record(cells).map_err(unwritten)?;
    }
    let mut maps: Vec<String> = used.iter().enumerate().map(|(n, word)| format!("{word}=#{}", n + 1)).collect();
    // What no row tells of is in no column.
    maps.extend(known.iter().filter(|word| !used.contains(word)).map(|word| format!("{word}=")));
    Ok((csv.into_inner().map_err(|_| Problem::too_large())?, maps))
}

fn kept(here: &Here, list: Rows, source: Source, wishes: Wishes) -> Result<Report, NotImported> {
    match list {
        Rows::List(kind) => {
            let ask = lists::Ask { source, wishes, decimal: Some(Mark::Point), mode: Mode::Keep, report: None };
            kind.take(here, &ask, &mut Silent).map(|(_, report)| report)
        }
        Rows::Orders => {
            let checks_from = Some(orders::checks_from(&here.calendar, here.now));
            let ask = orders::Ask { source, wishes, account: None, checks_from, mode: Mode::Keep, report: None };
            let plan = orders::prepare(here, &ask, &mut Silent)?;
            orders::run(here, &ask, &plan, &mut Silent)
        }
    }
}

fn taken(report: &Report, zone: &TimeZone) -> RowsTaken {
    let refused = report.refusals.iter().map(|problem| RowRefused {
        // The first row of a table is that of its headers.
        row: problem.row.saturating_sub(2),
        field: problem.column.clone(),
        value: problem.value.clone(),
        detail: say(&problem.why.sentence(), zone),
    });
    RowsTaken {
        rows: report.rows,
        new: report.new,
        changed: report.changed,
        same: report.same + report.repeated,
        refused: refused.collect(),
        left_empty: report
            .left_empty
            .iter()
            .map(|((field, why), (tally, _))| format!("{field}: {why} ({})", tally.count))
            .collect(),
    }
}
