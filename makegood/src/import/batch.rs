//! One batch of order rows within one transaction: its customers become accounts, its rows become lines.

use super::{
    order_rows::{OrderRow, RowProblem},
    orders::Here,
    why::Why,
};
use casework::ids::AccountId;
use jiff::Timestamp;
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};
use store::{
    Fault, Tx,
    line_facts::{self, OfLine},
    lines,
    mint::Mint,
    orders::{self, Kept, Terms, Told},
    whose::{self, Customer},
    worth,
};
use uuid::Uuid;
use watch::{
    LineKey,
    fact::{Dated, Fact, What},
    story::Places,
};

/// One batch on its way into a transaction, which may have to run twice.
pub(super) struct Load {
    pub rows: Vec<OrderRow>,
    pub unknown: Vec<Customer>,
    pub known: HashMap<String, AccountId>,
    /// Whose the rows are that name nobody.
    pub unnamed: Customer,
    /// What the column of the customer is called in the file.
    pub column: String,
    pub terms: Arc<Terms>,
    pub mint: Mint,
}

impl Load {
    pub fn keep(&self, tx: &Tx, here: &Here) -> Result<Batched, Fault> {
        let mut mint = self.mint.clone();
        let zone = &here.calendar.spec().zone;
        let found = whose::found_or_made(tx, &self.unknown, zone, &mut mint, here.now)?;
        let told = |row: &OrderRow| {
            let key = self.customer(row);
            let account = *self.known.get(key).or_else(|| found.accounts.get(key))?;
            Some(Told { row: row.row, account, line: row.line.clone() })
        };
        let told: Vec<Told> = self.rows.iter().filter_map(told).collect();
        let kept = here.on_ground(|ground| orders::keep(tx, &told, &self.terms, &mut mint, ground))?;
        let refused = self.refused(&found.several);
        let taken: Vec<&OrderRow> =
            self.rows.iter().filter(|row| !found.several.contains(self.customer(row))).collect();
        let worth = |row: &&OrderRow| Some((row.line.key.clone(), row.worth?));
        worth::keep(tx, &taken.iter().filter_map(worth).collect::<Vec<_>>())?;
        line_facts::keep(tx, &facts(tx, &taken, here.now)?)?;
        Ok(Batched { kept, accounts: found.accounts, made: found.made, refused, mint })
    }

    /// The number or name of a row's customer.
    fn customer<'a>(&'a self, row: &'a OrderRow) -> &'a str {
        row.customer.as_ref().unwrap_or(&self.unnamed.key)
    }

    /// The rows of those whose name several accounts have.
    fn refused(&self, several: &HashSet<String>) -> Vec<RowProblem> {
        let rows = self.rows.iter().filter(|row| several.contains(self.customer(row)));
        let problem = |row: &OrderRow| RowProblem {
            row: row.row,
            column: row.customer.as_ref().map_or_else(String::new, |_| self.column.clone()),
            value: self.customer(row).to_owned(),
            why: Why::SeveralCustomers,
        };
        rows.map(problem).collect()
    }
}

/// The customers of these rows that no earlier batch found, each once.
pub(super) fn unknown(rows: &[OrderRow], known: &HashMap<String, AccountId>, unnamed: &Customer) -> Vec<Customer> {
    let mut unknown: HashMap<&str, Customer> = HashMap::new();
    for row in rows {
        let key = row.customer.as_ref().unwrap_or(&unnamed.key);
        if !known.contains_key(key) {
            let customer = || match &row.customer {
                Some(key) => Customer { key: key.clone(), name: row.customer_name.clone() },
                None => unnamed.clone(),
            };
            unknown.entry(key).or_insert_with(customer);
        }
    }
    let mut unknown: Vec<Customer> = unknown.into_values().collect();
    unknown.sort_by(|one, two| one.key.cmp(&two.key));
    unknown
}

/// What the file says of a line beside its own columns: when it was confirmed, and where it belongs.
fn facts(tx: &Tx, rows: &[&OrderRow], now: Timestamp) -> Result<Vec<OfLine>, Fault> {
    let says = |row: &&&OrderRow| row.acknowledged.is_some() || row.places != Places::default();
    let rows: Vec<&OrderRow> = rows.iter().filter(says).copied().collect();
    if rows.is_empty() {
        return Ok(vec![]);
    }
    let keys: Vec<LineKey> = rows.iter().map(|row| row.line.key.clone()).collect();
    let ids: HashMap<LineKey, Uuid> =
        lines::by_keys(tx, &keys)?.into_iter().map(|kept| (kept.line.key, kept.id)).collect();
    let mut facts = vec![];
    for row in rows {
        let Some(line) = ids.get(&row.line.key).copied() else { continue };
        let acknowledged = row.acknowledged.map(|at| What::Date(Dated::Acknowledged, Some(at)));
        let places = (row.places != Places::default()).then(|| What::Places(row.places.clone()));
        let told = acknowledged.into_iter().chain(places);
        facts.extend(told.map(|what| OfLine { line, fact: Fact { line: row.line.key.clone(), known_at: now, what } }));
    }
    Ok(facts)
}

/// What one transaction did.
#[derive(Debug)]
pub(super) struct Batched {
    pub kept: Kept,
    pub accounts: HashMap<String, AccountId>,
    /// The keys whose accounts were made, each with the key under which it was.
    pub made: HashMap<String, String>,
    /// The rows that only the database could refuse.
    pub refused: Vec<RowProblem>,
    pub mint: Mint,
}

/// Ends a transaction without keeping it.
pub(super) enum Stop<T> {
    Dry(Box<T>),
    Fault(Fault),
}

impl<T> From<Fault> for Stop<T> {
    fn from(fault: Fault) -> Self {
        Stop::Fault(fault)
    }
}
