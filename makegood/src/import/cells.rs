//! The cells of a list beside the orders, read by what their columns hold: a key, some words, a day, a number.

use super::{
    csv_source::{Row, Step},
    dates::{NoDate, Order, Reading, Verdict},
    headers::{FileField, Guesses, Holds},
    numbers::{self, Evidence, Mark},
    order_rows::{KEY_LIMIT, RowProblem, TEXT_LIMIT},
    plan::Columns,
    source::Source,
    why::{CannotStart, Why},
};
use jiff::{civil::Date, tz::TimeZone};
use std::collections::BTreeMap;
use store::stock::Quantity;

/// How the cells of one file are read.
#[derive(Debug, Clone)]
pub struct Cells<F> {
    columns: BTreeMap<F, usize>,
    headers: Vec<String>,
    dates: BTreeMap<F, Reading>,
    marks: BTreeMap<F, Option<Mark>>,
    zone: TimeZone,
}

impl<F: FileField> Cells<F> {
    /// Decides how the dates and the numbers of each column are written; for the numbers it reads the file once more.
    pub fn new(
        source: &Source,
        columns: &Columns<F>,
        numbered: &[F],
        said: (super::csv_source::Said, Option<Mark>),
        zone: &TimeZone,
    ) -> Result<Cells<F>, CannotStart> {
        let places: BTreeMap<F, usize> = columns.guesses.iter().map(|(field, guess)| (*field, guess.column)).collect();
        let dated = places.iter().filter(|(field, _)| field.holds() == Holds::Dates);
        let dates = dated.filter_map(|(field, column)| {
            let seen = columns.survey.columns.get(*column)?;
            let others = match seen.dates.order() {
                Verdict::Ambiguous => other_order(columns, &columns.guesses),
                _ => None,
            };
            Some((*field, Reading::decide(&seen.dates, columns.dates, others, zone)))
        });
        let dates = dates.collect();
        let marks = marks(source, &places, numbered, said)?;
        let headers = columns.survey.headers.clone();
        Ok(Cells { columns: places, headers, dates, marks, zone: zone.clone() })
    }

    pub fn has_column(&self, field: F) -> bool {
        self.columns.contains_key(&field)
    }

    /// What the column of a field is called in the file.
    pub fn header(&self, field: F) -> &str {
        self.columns.get(&field).and_then(|column| self.headers.get(*column)).map_or("", String::as_str)
    }

    fn cell<'r>(&self, row: &'r Row, field: F) -> &'r str {
        self.columns.get(&field).map_or("", |column| row.get(*column))
    }

    pub fn problem(&self, row: &Row, field: F, why: Why) -> RowProblem {
        let value = self.cell(row, field).chars().take(TEXT_LIMIT).collect();
        RowProblem { row: row.number, column: self.header(field).to_owned(), value, why }
    }

    /// What tells things apart: too long is refused, never cut.
    pub fn key(&self, row: &Row, field: F) -> Result<Option<String>, RowProblem> {
        let cell = self.cell(row, field);
        if cell.chars().count() > KEY_LIMIT {
            return Err(self.problem(row, field, Why::TextTooLong { limit: KEY_LIMIT }));
        }
        Ok((!cell.is_empty()).then(|| cell.to_owned()))
    }

    /// The same where the row is nothing without it.
    pub fn needed(&self, row: &Row, field: F) -> Result<String, RowProblem> {
        self.key(row, field)?.ok_or_else(|| self.problem(row, field, Why::Missing(field.word())))
    }

    pub fn words(&self, row: &Row, field: F) -> String {
        self.cell(row, field).chars().take(TEXT_LIMIT).collect()
    }

    /// A day; one that cannot be read is left empty and noted.
    pub fn day(&self, row: &Row, field: F, notes: &mut Vec<RowProblem>) -> Option<Date> {
        let reading = self.dates.get(&field)?;
        match reading.read(self.cell(row, field)) {
            Ok(when) => when.map(|when| when.day(&self.zone)),
            Err(NoDate::SaysNone) => None,
            Err(why) => {
                notes.push(self.problem(row, field, Why::NoDate(why)));
                None
            }
        }
    }

    /// A number; one that cannot be read refuses the row.
    pub fn number(&self, row: &Row, field: F) -> Result<Option<Quantity>, RowProblem> {
        let mark = self.marks.get(&field).copied().flatten();
        numbers::read(self.cell(row, field), mark).map_err(|why| self.problem(row, field, Why::NoNumber(why)))
    }
}

/// One export writes all its dates alike, so a column that does not show which number is the day follows one that does.
fn other_order<F: FileField>(columns: &Columns<F>, guesses: &Guesses<F>) -> Option<Order> {
    let dated = guesses.iter().filter(|(field, _)| field.holds() == Holds::Dates);
    let sure = dated.filter_map(|(_, guess)| match columns.survey.columns.get(guess.column)?.dates.order() {
        Verdict::Sure(order) => Some(order),
        _ => None,
    });
    let mut sure = sure.collect::<Vec<_>>();
    sure.dedup();
    if let [one] = sure.as_slice() { Some(*one) } else { None }
}

fn marks<F: FileField>(
    source: &Source,
    places: &BTreeMap<F, usize>,
    numbered: &[F],
    (written, said): (super::csv_source::Said, Option<Mark>),
) -> Result<BTreeMap<F, Option<Mark>>, CannotStart> {
    let mut seen: Vec<(F, usize, Evidence)> =
        numbered.iter().filter_map(|field| Some((*field, *places.get(field)?, Evidence::default()))).collect();
    if seen.is_empty() || said.is_some() {
        return Ok(seen.into_iter().map(|(field, ..)| (field, said)).collect());
    }
    let (mut csv, mut row) = (source.open(written)?, Row::default());
    loop {
        match csv.read(&mut row).map_err(|error| source.unreadable(&error))? {
            Step::End => break,
            Step::TooLong { .. } => {}
            Step::Row(_) => seen.iter_mut().for_each(|(_, column, evidence)| evidence.add(row.get(*column))),
        }
    }
    Ok(seen.into_iter().map(|(field, _, evidence)| (field, evidence.mark(None))).collect())
}
