//! What a message says about a line, whatever its syntax.

use super::segments::Syntax;
use crate::import::fact_list::FactField;
use crate::import::headers::{Field, FileField};
use std::collections::{BTreeMap, BTreeSet};

/// What one message says about one line of an order, and where it says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telling<F = Field> {
    pub segment: u64,
    pub cells: BTreeMap<F, String>,
}

impl<F: FileField> Telling<F> {
    /// One that says nothing yet.
    pub fn at(segment: u64) -> Telling<F> {
        Telling { segment, cells: BTreeMap::new() }
    }

    pub fn says(&mut self, field: F, value: &str) {
        if !value.is_empty() {
            self.cells.insert(field, value.to_owned());
        }
    }

    /// Of several dates for parts of a line the last one counts: then all of it is there.
    pub fn says_last(&mut self, field: F, day: &str) {
        if self.cells.get(&field).is_none_or(|known| known.as_str() < day) {
            self.says(field, day);
        }
    }
}

/// A file of messages, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interchange {
    pub syntax: Syntax,
    /// How many messages of each kind were read.
    pub read: BTreeMap<String, u64>,
    /// How many of each kind say nothing about orders that is understood here.
    pub unread: BTreeMap<String, u64>,
    /// In the order of the file.
    pub tellings: Vec<Telling>,
    /// What customers report as not conforming.
    pub reports: Vec<Telling<FactField>>,
    /// Segments in it.
    pub segments: u64,
}

impl Interchange {
    pub fn empty(syntax: Syntax, segments: usize) -> Interchange {
        let (read, unread) = (BTreeMap::new(), BTreeMap::new());
        Interchange { syntax, read, unread, tellings: vec![], reports: vec![], segments: segments as u64 }
    }

    /// `850 × 2, 855 × 1`.
    pub fn counted(kinds: &BTreeMap<String, u64>) -> String {
        kinds.iter().map(|(kind, n)| format!("{kind} × {n}")).collect::<Vec<_>>().join(", ")
    }

    /// What its tellings about orders say, column by column.
    pub fn columns(&self) -> BTreeSet<Field> {
        columns(&self.tellings)
    }

    /// Its table of order lines.
    pub fn as_csv(&self) -> Vec<u8> {
        as_csv(&self.tellings)
    }
}

/// What tellings say, column by column.
pub fn columns<F: FileField>(tellings: &[Telling<F>]) -> BTreeSet<F> {
    tellings.iter().flat_map(|one| one.cells.keys().copied()).collect()
}

/// The table: columns are called as fields are, and a telling stands in the row of its segment. The first segment opens the
/// interchange, so its row is free for the headers.
pub fn as_csv<F: FileField>(tellings: &[Telling<F>]) -> Vec<u8> {
    let columns = columns(tellings);
    let header: Vec<&str> = columns.iter().map(|field| field.word()).collect();
    let mut out = header.join(",");
    let mut row = 1;
    for telling in tellings {
        // Two tellings of one segment stand in two rows; that happens to none of the messages read here.
        for _ in row..telling.segment.max(row + 1) {
            out.push('\n');
        }
        row = telling.segment.max(row + 1);
        let cells = columns.iter().map(|field| quoted(telling.cells.get(field).map_or("", String::as_str)));
        out.push_str(&cells.collect::<Vec<_>>().join(","));
    }
    out.push('\n');
    out.into_bytes()
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', ';', '\t']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// `20260305` and `202603051430` as a table writes them; anything else as it stands, so that the reading of dates says what is
/// wrong with it. Six digits are a year of this century (X12 before 4010).
pub fn day(written: &str) -> String {
    let digits = written.bytes().all(|b| b.is_ascii_digit());
    let part = |from: usize, to: usize| written.get(from..to).unwrap_or_default();
    match written.len() {
        8 if digits => format!("{}-{}-{}", part(0, 4), part(4, 6), part(6, 8)),
        12 | 14 if digits => {
            format!("{}-{}-{}T{}:{}", part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 12))
        }
        6 if digits => format!("20{}-{}-{}", part(0, 2), part(2, 4), part(4, 6)),
        _ => written.to_owned(),
    }
}

/// Two customers may number their orders alike, so an order is called by its number and who gave it.
pub fn order_name(number: &str, customer: &str) -> String {
    if number.is_empty() || customer.is_empty() { number.to_owned() } else { format!("{number}/{customer}") }
}

/// As a number, where it is one.
pub fn amount(written: &str) -> Option<f64> {
    written.replace(',', ".").parse().ok()
}
