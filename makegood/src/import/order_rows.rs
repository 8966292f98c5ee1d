//! One row of an order file becomes an order line, or a reason why not.

use super::{
    amounts,
    csv_source::Row,
    dates::{NoDate, Order, Reading, Verdict},
    headers::{Field, FileField, Guesses},
    source::Manner,
    standing::{Flag, flag_of, standing_of},
    survey::Survey,
    why::{CannotStart, Why},
};
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use watch::{Line, Part, Standing, When, story::Places};

/// The longest order number, line number, customer or reference.
pub const KEY_LIMIT: usize = 100;
/// The longest name, item or status; the rest is cut.
pub const TEXT_LIMIT: usize = 300;

/// One order line as the file tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderRow {
    /// As a spreadsheet counts: the header row is 1.
    pub row: u64,
    pub customer: Option<String>,
    pub customer_name: Option<String>,
    pub line: Line,
    /// When we confirmed the order to the customer.
    pub acknowledged: Option<When>,
    /// What its past is compared with.
    pub places: Places,
    /// What it is worth, in hundredths, when a person named the column; it never enters the line (S025).
    pub worth: Option<u64>,
    /// Fields left empty, each with its reason.
    pub notes: Vec<RowProblem>,
    /// The parts that this row says nothing about, where that differs from row to row.
    pub silent: Option<Vec<Part>>,
}

/// Something in a row that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    pub row: u64,
    /// Empty when the whole row is meant.
    pub column: String,
    pub value: String,
    pub why: Why,
}

/// Reads rows of one file with one map.
#[derive(Debug, Clone)]
pub struct RowReader {
    columns: BTreeMap<Field, usize>,
    readings: BTreeMap<Field, Reading>,
    headers: Vec<String>,
    manner: Manner,
}

impl RowReader {
    /// Decides how every mapped date column is read, or says why that cannot be decided.
    ///
    /// A column that does not say which number is the day follows the file's other columns, since one export
    /// writes all its dates alike; where no column says it, a person must.
    pub fn new(
        survey: &Survey,
        guesses: &Guesses,
        said: Option<Order>,
        zone: &TimeZone,
        manner: Manner,
    ) -> Result<RowReader, CannotStart> {
        // A file of messages may speak of something else than orders.
        if manner == Manner::Table && (survey.headers.is_empty() || survey.rows == 0) {
            return Err(CannotStart::Empty);
        }
        if manner == Manner::Table {
            for field in [Field::Order, Field::Promised] {
                guesses.get(&field).ok_or(CannotStart::NoColumn(field.word()))?;
            }
            if !guesses.contains_key(&Field::Delivered) && !guesses.contains_key(&Field::Status) {
                return Err(CannotStart::NothingSaysDelivered);
            }
        }
        let seen = |field: &Field| guesses.get(field).and_then(|guess| survey.columns.get(guess.column));
        let dated = Field::ALL.into_iter().filter(|field| field.is_date() || *field == Field::Cancelled);
        let dated: Vec<_> = dated.filter_map(|field| Some((field, seen(&field)?))).collect();
        let sure = |wanted: Order| dated.iter().any(|(_, column)| column.dates.order() == Verdict::Sure(wanted));
        let others = match (sure(Order::DayFirst), sure(Order::MonthFirst)) {
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            _ => None,
        };
        let mut readings = BTreeMap::new();
        for (field, column) in dated {
            let reading = Reading::decide(&column.dates, said, others, zone);
            if field.is_needed() && reading.order.is_none() && column.dates.order() == Verdict::Ambiguous {
                let example = column.examples.first().cloned().unwrap_or_default();
                return Err(CannotStart::Ambiguous { column: column.header.clone(), example });
            }
            readings.insert(field, reading);
        }
        let columns = guesses.iter().map(|(field, guess)| (*field, guess.column)).collect();
        Ok(RowReader { columns, readings, headers: survey.headers.clone(), manner })
    }

    /// One row. A needed date that cannot be read refuses it; any other is left empty and noted.
    pub fn read(&self, row: &Row) -> Result<OrderRow, RowProblem> {
        let mut notes = Vec::new();
        let order_no = self
            .key(row, Field::Order)?
            .ok_or_else(|| self.problem(row, Field::Order, Why::Missing(Field::Order.word())))?;
        let line_no = self.key(row, Field::Line)?.unwrap_or_default();
        let mut line = Line::new(order_no, line_no);
        line.customer_reference = self.key(row, Field::Reference)?;
        line.quantity = self.text(row, Field::Quantity);
        line.item = self.text(row, Field::Item);
        line.status = self.text(row, Field::Status);
        line.standing = line.status.as_deref().map_or(Standing::Unsaid, standing_of);
        line.promised = self.date(row, Field::Promised, &mut notes)?;
        line.delivered = self.date(row, Field::Delivered, &mut notes)?;
        line.ordered = self.date(row, Field::Ordered, &mut notes)?;
        line.requested = self.date(row, Field::Requested, &mut notes)?;
        line.first_promised = self.date(row, Field::FirstPromised, &mut notes)?;
        line.need_by = self.date(row, Field::NeedBy, &mut notes)?;
        line.ready = self.date(row, Field::Ready, &mut notes)?;
        line.shipped = self.date(row, Field::Shipped, &mut notes)?;
        line.recorded = self.date(row, Field::Recorded, &mut notes)?;
        line.told = self.date(row, Field::Told, &mut notes)?;
        let acknowledged = self.date(row, Field::Acknowledged, &mut notes)?;
        self.cancelled(row, &mut line, &mut notes);
        Ok(OrderRow {
            acknowledged,
            places: self.places(row),
            row: row.number,
            customer: self.key(row, Field::Customer)?,
            customer_name: self.text(row, Field::CustomerName),
            worth: amounts::cents(self.cell(row, Field::Worth)),
            line,
            notes,
            silent: match self.manner {
                Manner::Table => None,
                Manner::Messages(_) => Some(parts_without(|field| !self.cell(row, field).is_empty())),
            },
        })
    }

    fn places(&self, row: &Row) -> Places {
        Places {
            item_group: self.text(row, Field::ItemGroup),
            supplier: self.text(row, Field::Supplier),
            work_centre: self.text(row, Field::WorkCentre),
            route: self.text(row, Field::Route),
        }
    }

    /// The parts of a line that this file has no column for.
    pub fn silent(&self) -> Vec<Part> {
        parts_without(|field| self.columns.contains_key(&field))
    }

    fn cell<'r>(&self, row: &'r Row, field: Field) -> &'r str {
        self.columns.get(&field).map_or("", |column| row.get(*column))
    }

    /// What the column of a field is called in the file.
    pub fn header(&self, field: Field) -> &str {
        self.columns.get(&field).and_then(|column| self.headers.get(*column)).map_or("", String::as_str)
    }

    fn problem(&self, row: &Row, field: Field, why: Why) -> RowProblem {
        RowProblem {
            row: row.number,
            column: self.header(field).to_owned(),
            value: self.cell(row, field).chars().take(TEXT_LIMIT).collect(),
            why,
        }
    }

    fn key(&self, row: &Row, field: Field) -> Result<Option<String>, RowProblem> {
        let cell = self.cell(row, field);
        if cell.chars().count() > KEY_LIMIT {
            return Err(self.problem(row, field, Why::TextTooLong { limit: KEY_LIMIT }));
        }
        Ok((!cell.is_empty()).then(|| cell.to_owned()))
    }

    fn text(&self, row: &Row, field: Field) -> Option<String> {
        let cell = self.cell(row, field);
        (!cell.is_empty()).then(|| cell.chars().take(TEXT_LIMIT).collect())
    }

    fn date(&self, row: &Row, field: Field, notes: &mut Vec<RowProblem>) -> Result<Option<When>, RowProblem> {
        let Some(reading) = self.readings.get(&field) else { return Ok(None) };
        match reading.read(self.cell(row, field)) {
            Ok(when) => Ok(when),
            // "To be confirmed" is an honest answer to when; only broken dates refuse a row.
            Err(why) if field.is_needed() && why != NoDate::SaysNone => Err(self.problem(row, field, Why::NoDate(why))),
            Err(why) => {
                notes.push(self.problem(row, field, Why::NoDate(why)));
                Ok(None)
            }
        }
    }

    /// A date, or a yes.
    fn cancelled(&self, row: &Row, line: &mut Line, notes: &mut Vec<RowProblem>) {
        let cell = self.cell(row, Field::Cancelled);
        let reading = self.readings.get(&Field::Cancelled);
        match (flag_of(cell), reading.map(|reading| reading.read(cell))) {
            (Some(Flag::Yes), _) => line.standing = Standing::Cancelled,
            (Some(Flag::No), _) | (None, None) => {}
            (None, Some(Ok(when))) => line.cancelled = when,
            (None, Some(Err(NoDate::SaysNone))) => {}
            (None, Some(Err(_))) => notes.push(self.problem(row, Field::Cancelled, Why::NeitherDateNorFlag)),
        }
    }
}

/// The parts whose fields say nothing.
fn parts_without(says: impl Fn(Field) -> bool) -> Vec<Part> {
    const PARTS: [(Field, Part); 13] = [
        (Field::Reference, Part::CustomerReference),
        (Field::Item, Part::Item),
        (Field::Quantity, Part::Quantity),
        (Field::Ordered, Part::Ordered),
        (Field::Requested, Part::Requested),
        (Field::NeedBy, Part::NeedBy),
        (Field::Ready, Part::Ready),
        (Field::Shipped, Part::Shipped),
        (Field::Delivered, Part::Delivered),
        (Field::Cancelled, Part::Cancelled),
        (Field::Recorded, Part::Recorded),
        (Field::Told, Part::Told),
        (Field::Status, Part::Status),
    ];
    PARTS.into_iter().filter(|(field, _)| !says(*field)).map(|(_, part)| part).collect()
}

#[cfg(test)]
#[path = "order_rows_tests.rs"]
mod tests;
