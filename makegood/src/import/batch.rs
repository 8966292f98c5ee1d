//! One batch of order rows within one transaction: its customers become accounts, its rows become lines.

use super::{order_rows::OrderRow, orders::Here};
use casework::ids::AccountId;
use std::{collections::HashMap, sync::Arc};
use store::{
    Fault, Tx,
    mint::Mint,
    orders::{self, Customer, Kept, Terms, Told},
    worth,
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
        Ok(Batched { kept, accounts, made, mint })
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
