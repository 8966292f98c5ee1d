//! A file of past orders, read for a replay: nothing is kept, and what cannot be read is told by row and column.

use super::{
    csv_source::{Row, Step},
    order_rows::RowProblem,
    plan::{Plan, Wishes, plan},
    progress::{Progress, Stage},
    source::Source,
    why::{CannotStart, Why},
};
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use watch::replay::Past;

/// A replay holds all lines at once; more than these are for a bigger machine than a desk has.
pub const LINES_AT_MOST: usize = 5_000_000;
/// So many problems are named; all are counted.
pub const PROBLEMS_NAMED: usize = 20;

/// What was read.
pub struct Read {
    pub plan: Plan,
    pub past: Vec<Past>,
    /// Rows of `past`, as a spreadsheet counts.
    pub rows: Vec<u64>,
    pub refused: Problems,
    /// Fields that could not be read; their lines are replayed without them.
    pub left_empty: Problems,
}

/// The first few, and how many there were in all.
#[derive(Default)]
pub struct Problems {
    pub count: u64,
    pub named: Vec<RowProblem>,
}

impl Problems {
    fn add(&mut self, problem: RowProblem) {
        self.count += 1;
        if self.named.len() < PROBLEMS_NAMED {
            self.named.push(problem);
        }
    }
}

/// Reads it all.
///
/// # Errors
/// When the file cannot be read as orders at all.
pub fn read(
    source: &Source,
    wishes: &Wishes,
    ours: &TimeZone,
    progress: &mut dyn Progress,
) -> Result<Read, CannotStart> {
    let plan = plan(source, wishes, ours, |_| None, progress)?;
    let mut csv = source.open(plan.said)?;
    let mut read =
        Read { plan, past: vec![], rows: vec![], refused: Problems::default(), left_empty: Problems::default() };
    let mut row = Row::default();
    loop {
        match csv.read(&mut row).map_err(|error| source.unreadable(&error))? {
            Step::End => break,
            Step::TooLong { row: number, limit } => {
                let why = Why::TooLong(limit);
                read.refused.add(RowProblem { row: number, column: String::new(), value: String::new(), why });
            }
            Step::Row(_) => read.take(&row),
        }
        if read.past.len() >= LINES_AT_MOST {
            return Err(CannotStart::TooManyRows { limit: LINES_AT_MOST as u64 });
        }
        if row.number.is_multiple_of(10_000) {
            progress.at(Stage::Reading, row.number, Some(read.plan.survey.rows));
        }
    }
    Ok(read)
}

impl Read {
    fn take(&mut self, row: &Row) {
        match self.plan.reader.read(row) {
            Err(problem) => self.refused.add(problem),
            Ok(one) => {
                one.notes.into_iter().for_each(|note| self.left_empty.add(note));
                self.rows.push(one.row);
                let milestones = BTreeMap::new();
                self.past.push(Past { line: one.line, acknowledged: one.acknowledged, places: one.places, milestones });
            }
        }
    }
}
