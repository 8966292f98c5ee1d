//! The first pass over a file: how many rows, what its columns hold, how its dates are written.

use super::{
    csv_dialect::Dialect,
    csv_source::{CsvSource, Row, Spelling, Step},
    headers::ColumnSeen,
};
use std::io::{self, Read};

/// A column without one date in so many filled rows is not asked about dates any more.
const ROWS_TO_PROVE_DATES: u64 = 1_000;
/// So many values of each column are kept for showing.
pub const EXAMPLES: usize = 3;
/// A shown value is cut at so many characters.
const EXAMPLE_LENGTH: usize = 40;

/// What one pass over a file says about it.
#[derive(Debug, Clone)]
pub struct Survey {
    pub dialect: Dialect,
    pub headers: Vec<String>,
    pub columns: Vec<ColumnSeen>,
    /// Data rows, the refused ones included.
    pub rows: u64,
    /// Rows that break a limit.
    pub too_long: u64,
    /// Rows in another character set than the file.
    pub misspelt: u64,
}

/// Reads the whole file once. `seen` hears the number of rows from time to time.
pub fn survey<R: Read>(source: &mut CsvSource<R>, mut seen: impl FnMut(u64)) -> io::Result<Survey> {
    let headers = source.headers().to_vec();
    let columns = headers.iter().map(|header| ColumnSeen { header: header.clone(), ..ColumnSeen::default() }).collect();
    let mut survey = Survey { dialect: source.dialect(), headers, columns, rows: 0, too_long: 0, misspelt: 0 };
    let mut row = Row::default();
    loop {
        match source.read(&mut row)? {
            Step::End => return Ok(survey),
            Step::TooLong { .. } => survey.too_long += 1,
            Step::Row(spelling) => {
                survey.misspelt += u64::from(spelling != Spelling::AsTheFile);
                survey.columns.iter_mut().enumerate().for_each(|(at, column)| add(column, row.get(at)));
            }
        }
        survey.rows += 1;
        if survey.rows.is_multiple_of(10_000) {
            seen(survey.rows);
        }
    }
}

fn add(column: &mut ColumnSeen, cell: &str) {
    if cell.is_empty() {
        column.dates.blank += 1;
        return;
    }
    column.filled += 1;
    if column.filled <= ROWS_TO_PROVE_DATES || column.dates.dates() > 0 {
        column.dates.add(cell);
    }
    if column.examples.len() < EXAMPLES {
        let shown: String = cell.chars().take(EXAMPLE_LENGTH).collect();
        if !column.examples.contains(&shown) {
            column.examples.push(shown);
        }
    }
}
