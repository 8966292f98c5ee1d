//! One batch of order rows within one transaction: its customers become accounts, its rows become lines.

use super::{order_rows::OrderRow, orders::Here};
use casework::ids::AccountId;
use jiff::Timestamp;
use std::{collections::HashMap, sync::Arc};
use store::{
    Fault, Tx,
    line_facts::{self, OfLine},
    lines,
    mint::Mint,
    orders::{self, Customer, Kept, Terms, Told},
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
    pub unnamed: String,
    pub terms: Arc<Terms>,
    pub mint: Mint,
}

impl Load {
    pub fn keep(&self, tx: &Tx, here: &Here) -> Result<Batched, Fault> {
        let mut mint = self.mint.clone();
        let zone = &here.calendar.spec().zone;
        let (accounts, made) = orders::accounts_of(tx, &self.unknown, zone, &mut mint, here.now)?;
        let told = |row: &OrderRow| {
            let key = row.customer.as_ref().unwrap_or(&self.unnamed);
            let account = *self.known.get(key).or_else(|| accounts.get(key))?;
            Some(Told { row: row.row, account, line: row.line.clone() })
        };
        let told: Vec<Told> = self.rows.iter().filter_map(told).collect();
        let kept = here.on_ground(|ground| orders::keep(tx, &told, &self.terms, &mut mint, ground))?;
        let worth = |row: &OrderRow| Some((row.line.key.clone(), row.worth?));
        worth::keep(tx, &self.rows.iter().filter_map(worth).collect::<Vec<_>>())?;
        line_facts::keep(tx, &self.facts(tx, here.now)?)?;
        Ok(Batched { kept, accounts, made, mint })
    }

    /// What the file says of a line beside its own columns: when it was confirmed, and where it belongs.
    fn facts(&self, tx: &Tx, now: Timestamp) -> Result<Vec<OfLine>, Fault> {
        let says = |row: &&OrderRow| row.acknowledged.is_some() || row.places != Places::default();
        let rows: Vec<&OrderRow> = self.rows.iter().filter(says).collect();
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
            facts.extend(
                told.map(|what| OfLine { line, fact: Fact { line: row.line.key.clone(), known_at: now, what } }),
            );
        }
        Ok(facts)
    }
}

/// What one transaction did.
#[derive(Debug)]
pub(super) struct Batched {
    pub kept: Kept,
    pub accounts: HashMap<String, AccountId>,
    pub made: Vec<String>,
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
