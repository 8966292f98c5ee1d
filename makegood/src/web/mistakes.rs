//! The three mistakes, called by their names where somebody can still put them right: the customer is not told (S030), nobody asked after a
//! delivery (S031), a complaint goes from hand to hand (S034).
use super::ui::RunLine;
use casework::Case;
use casework::clock::ClockKind;
use casework::commands::hand_over::runs_away;
use casework::ids::CaseId;
use jiff::Timestamp;
use std::collections::HashSet;
use store::checks::Owed;
use store::run::{BlockOfLines, Line};
use store::{Conn, Fault, openings};

/// Cases that went from hand to hand and nobody spoke with the customer.
pub type RunAway = HashSet<CaseId>;

/// Of the contacts on these lists.
///
/// # Errors
/// When it cannot be read.
pub fn run_away(conn: &Conn, blocks: &[BlockOfLines]) -> Result<RunAway, Fault> {
    let owed = blocks.iter().flat_map(|block| &block.lines).filter(|line| line.kind.is_contact());
    let ids: Vec<_> = owed.map(|line| line.case_id.0).collect();
    Ok(openings::run_away_from(conn, &ids)?.into_iter().collect())
}

/// The line with what went wrong on it.
pub fn marked(mut line: RunLine, l: &Line, run_away: &RunAway, now: Timestamp) -> RunLine {
    if l.kind == ClockKind::FirstContact && l.due < now {
        line = line.wrong("mistake-not-told");
    }
    if l.kind.is_contact() && run_away.contains(&l.case_id) {
        line = line.wrong("mistake-run-away");
    }
    line
}

/// The call after a delivery, which nobody made in time.
pub fn of_check(line: RunLine, check: &Owed, now: Timestamp) -> RunLine {
    if check.due_at < now { line.wrong("mistake-not-asked") } else { line }
}

/// On the page of the case.
pub fn of_case(case: &Case, now: Timestamp) -> impl Iterator<Item = &'static str> {
    let untold = case.clocks.iter().any(|c| c.kind == ClockKind::FirstContact && c.is_overdue(now));
    [(untold, "mistake-not-told"), (runs_away(case), "mistake-run-away")]
        .into_iter()
        .filter(|(made, _)| *made)
        .map(|(_, key)| key)
}
