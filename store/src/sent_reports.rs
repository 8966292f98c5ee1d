//! What reports to customers say, as they were sent. Whom they are for, when they went and their print stands in the case.
use crate::{Conn, Fault, Tx, params, sql};
use casework::ids::{CaseId, ReportId};
use jiff::Timestamp;

/// One report: its facts as JSON and its pages as PDF.
#[derive(Clone, Debug, PartialEq)]
pub struct Frozen {
    pub facts: Vec<u8>,
    /// Empty from a program that sets no pages.
    pub pages: Vec<u8>,
}

/// Freezes a report beside its case; the same report again changes nothing.
pub fn keep(tx: &Tx, id: ReportId, case: CaseId, frozen: &Frozen, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!(
            "insert into sent_reports (id, case_id, made_at, facts, pages) values (?1, ?2, ?3, ?4, ?5) on conflict (id) do nothing"
        ),
        &params![id, case, now, &frozen.facts[..], &frozen.pages[..]],
    )
}

/// A report of this case as it was sent.
pub fn of(conn: &Conn, case: CaseId, id: ReportId) -> Result<Option<Frozen>, Fault> {
    let row: Option<(Vec<u8>, Vec<u8>)> =
        conn.maybe(sql!("select facts, pages from sent_reports where case_id = ?1 and id = ?2"), &params![case, id])?;
    Ok(row.map(|(facts, pages)| Frozen { facts, pages }))
}
