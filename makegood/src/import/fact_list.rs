//! Lists of what touches order lines: steps, purchases, stock set aside, inspections, loads, shipments, returns, short payments,
//! nonconformities. One
//! way to read them all; each sort says which columns it needs and what a row of it tells (W05 to W09, W13 to W18).

use super::{
    cells::Cells,
    csv_source::Row,
    fact_words::FACTS,
    header_words::Names,
    headers::{FileField, Holds, fold},
    lists::{Batch, Batched, List},
    order_rows::RowProblem,
    why::Why,
};
use std::{collections::HashMap, marker::PhantomData};
use store::{
    Fault, Tx,
    line_facts::{self, OfLine},
    lines,
    mint::Mint,
    stock::Kept,
};
use watch::{
    LineKey, Quantity, When,
    fact::{Fact, What},
};

mod kinds;
mod sorts;

pub use kinds::ListKind;
pub(crate) use kinds::of_sort;

pub use sorts::{Inspections, Loads, Milestones, Nonconformities, Pegs, Returns, Shipments, ShortPayments, Supplies};

macro_rules! fields {
    ($($field:ident = $word:literal),* $(,)?) => {
        /// What a column of such a list may hold.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum FactField { $($field),* }

        impl FileField for FactField {
            const ALL: &'static [FactField] = &[$(FactField::$field),*];
            const NAMES: &'static [Names<FactField>] = &FACTS;

            fn word(self) -> &'static str {
                match self { $(FactField::$field => $word),* }
            }

            fn holds(self) -> Holds {
                if self.is_date() { Holds::Dates } else { Holds::Other }
            }
        }
    };
}

fields! {
    Order = "order", Line = "line", Milestone = "milestone", Planned = "planned", Done = "done", Number = "number", Left = "left",
    Expected = "expected", Quantity = "quantity", Lots = "lots", Scanned = "scanned", Exception = "exception", Proof = "proof",
    Denied = "denied", Verdict = "verdict", On = "on", Kind = "kind", Case = "case", Needed = "needed", Promised = "promised",
    Received = "received", Wanted = "wanted", Pegged = "pegged", Centre = "centre", Week = "week", HoursPlanned = "hours-planned",
    HoursThere = "hours-there", What = "what", Standing = "standing",
}

impl FactField {
    fn is_date(self) -> bool {
        use FactField::*;
        matches!(
            self,
            Planned | Done | Left | Expected | Scanned | Proof | Denied | On | Needed | Promised | Received | Week
        )
    }
}

/// One sort of list: which columns it needs, and what a row tells of its line.
pub trait Sort: Send + Sync + 'static {
    const KIND: &'static str;
    const NEEDED: &'static [FactField];
    const SAYS: &'static [FactField];
    /// What it may say beside those.
    const MORE: &'static [FactField] = &[];
    const NUMBERS: &'static [FactField];

    /// What the row tells, or why it is not taken.
    fn what(read: &mut Reading<'_>) -> Result<What, RowProblem>;
}

/// One row, read field by field.
pub struct Reading<'a> {
    cells: &'a Cells<FactField>,
    row: &'a Row,
    notes: &'a mut Vec<RowProblem>,
}

impl Reading<'_> {
    fn day(&mut self, field: FactField) -> Option<When> {
        self.cells.day(self.row, field, self.notes).map(When::Day)
    }

    /// A day without which the row says nothing.
    fn day_needed(&mut self, field: FactField) -> Result<When, RowProblem> {
        let mut notes = vec![];
        match self.cells.day(self.row, field, &mut notes) {
            Some(day) => Ok(When::Day(day)),
            None => Err(notes.pop().unwrap_or_else(|| self.missing(field))),
        }
    }

    fn key(&self, field: FactField) -> Result<String, RowProblem> {
        self.cells.needed(self.row, field)
    }

    fn words(&self, field: FactField) -> Option<String> {
        Some(self.cells.words(self.row, field)).filter(|words| !words.is_empty())
    }

    fn quantity(&self, field: FactField) -> Result<Option<Quantity>, RowProblem> {
        let read = self.cells.number(self.row, field)?;
        let quantity = read.map(|store::stock::Quantity(thousandths)| Quantity::of_thousandths(thousandths));
        Ok(quantity)
    }

    fn hours(&self, field: FactField) -> Result<u32, RowProblem> {
        let read = self.cells.number(self.row, field)?.ok_or_else(|| self.missing(field))?;
        u32::try_from(read.0 / 1_000)
            .map_err(|_| self.problem(field, Why::NoNumber(super::numbers::NoNumber::NotANumber)))
    }

    /// A word of a closed list, as it is written in four languages.
    fn word<T: Copy>(&self, field: FactField, known: &[(&[&str], T)]) -> Result<T, RowProblem> {
        let written = fold(&self.key(field)?);
        let hit = known.iter().find(|(words, _)| words.contains(&written.as_str()));
        hit.map(|(_, value)| *value).ok_or_else(|| self.problem(field, Why::UnknownWord))
    }

    fn missing(&self, field: FactField) -> RowProblem {
        self.problem(field, Why::Missing(field.word()))
    }

    fn problem(&self, field: FactField, why: Why) -> RowProblem {
        self.cells.problem(self.row, field, why)
    }
}

/// One row of such a list.
#[derive(Clone)]
pub struct Told {
    key: LineKey,
    what: What,
    /// The same as a problem, should nobody know that line.
    unknown: RowProblem,
}

/// A list of one sort.
pub struct FactList<S>(PhantomData<S>);

impl<S: Sort> List for FactList<S> {
    type Field = FactField;
    type Row = Told;
    const KIND: &'static str = S::KIND;
    const NEEDED: &'static [FactField] = S::NEEDED;
    const SAYS: &'static [FactField] = S::SAYS;
    const NUMBERS: &'static [FactField] = S::NUMBERS;

    fn read(cells: &Cells<FactField>, row: &Row, notes: &mut Vec<RowProblem>) -> Result<Told, RowProblem> {
        let key = LineKey {
            order_no: cells.needed(row, FactField::Order)?,
            line_no: cells.key(row, FactField::Line)?.unwrap_or_default(),
        };
        let what = S::what(&mut Reading { cells, row, notes })?;
        Ok(Told { key, what, unknown: cells.problem(row, FactField::Order, Why::NoSuchLine) })
    }

    fn key(row: &Told) -> String {
        format!("{}\u{1f}{}\u{1f}{}", row.key.order_no, row.key.line_no, row.what.name())
    }

    fn keep(tx: &Tx, batch: &Batch<FactField, Told>, _: &mut Mint) -> Result<Batched, Fault> {
        let keys: Vec<LineKey> = batch.rows.iter().map(|(_, row)| row.key.clone()).collect();
        let known = lines::by_keys(tx, &keys)?;
        let known: HashMap<&LineKey, uuid::Uuid> = known.iter().map(|kept| (&kept.line.key, kept.id)).collect();
        let (mut facts, mut refused) = (vec![], vec![]);
        for (_, row) in &batch.rows {
            match known.get(&row.key).copied() {
                Some(line) => {
                    let fact = Fact { line: row.key.clone(), known_at: batch.now, what: row.what.clone() };
                    facts.push(OfLine { line, fact });
                }
                None => refused.push(row.unknown.clone()),
            }
        }
        let told = facts.len() as u64;
        let new = line_facts::keep(tx, &facts)?;
        Ok(Batched { kept: Kept { new, changed: 0, same: told - new }, refused })
    }
}
