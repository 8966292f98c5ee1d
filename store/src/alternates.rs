//! What may stand in for an item, and which customers approved it (S147).

use crate::mint::Mint;
use crate::stock::{ITEMS_AT_MOST, Kept, key};
use crate::{Conn, Fault, Tx, list, params, record, sql};
use casework::ids::AccountId;
use jiff::Timestamp;
use std::collections::HashMap;
use uuid::Uuid;

/// Rows read for the items of one case.
const ROWS_AT_MOST: i64 = 200;

record! {
    /// One item that may stand in for another.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Alternate {
        pub item: String,
        pub alternate: String,
        /// Whether form, fit and function are the same, in the words of the file.
        pub fits: String,
        /// The customer who approved it; nobody when it is only known to fit.
        pub approved_by: Option<AccountId>,
        /// Where its data sheet is found.
        pub data_sheet: String,
    }
}

record! {
    /// One alternate as it is kept.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct KeptAlternate {
        pub alternate: Alternate,
        /// When a file last told of it.
        pub seen_at: Timestamp,
    }
}

/// What a file may be silent about: then what is known stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Fits,
    DataSheet,
}

record! {
    struct Raw {
        id: Uuid,
        row_key: String,
        alternate: Alternate,
    }
}

/// What tells one row from all others; the character between is in no item's name.
pub fn row_key(alternate: &Alternate) -> String {
    let by = alternate.approved_by.map(|id| id.to_string()).unwrap_or_default();
    format!("{}\u{1f}{}\u{1f}{by}", key(&alternate.item), key(&alternate.alternate))
}

/// Keeps one batch, at most [`crate::stock::BATCH`] rows, each row once. The same batch again changes nothing but when it
/// was last told.
///
/// # Errors
/// Faults of the database.
pub fn keep(tx: &Tx, batch: &[Alternate], silent: &[Part], mint: &mut Mint, now: Timestamp) -> Result<Kept, Fault> {
    let known: Vec<Raw> = tx.all(
        sql!("select id, row_key, item, alternate, fits, account_id, data_sheet from alternates where row_key in {texts ?1}"),
        &params![list(batch.iter().map(row_key))],
    )?;
    let known: HashMap<String, Raw> = known.into_iter().map(|raw| (raw.row_key.clone(), raw)).collect();
    let mut kept = Kept::default();
    for told in batch {
        let Some(before) = known.get(&row_key(told)) else {
            insert(tx, mint.id(), told, now)?;
            kept.new += 1;
            continue;
        };
        let mut row = told.clone();
        for part in silent {
            match part {
                Part::Fits => row.fits.clone_from(&before.alternate.fits),
                Part::DataSheet => row.data_sheet.clone_from(&before.alternate.data_sheet),
            }
        }
        let same = row == before.alternate;
        tx.put(
            sql!(
                "update alternates set item = ?2, alternate = ?3, fits = ?4, data_sheet = ?5, changed_at = coalesce(?6, changed_at), seen_at = ?7
                 where id = ?1"
            ),
            &params![before.id, &row.item, &row.alternate, &row.fits, &row.data_sheet, (!same).then_some(now), now],
        )?;
        if same {
            kept.same += 1;
        } else {
            kept.changed += 1;
        }
    }
    Ok(kept)
}

fn insert(tx: &Tx, id: Uuid, row: &Alternate, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!(
            "insert into alternates (id, row_key, item, item_key, alternate, fits, account_id, data_sheet, seen_at, changed_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)"
        ),
        &params![
            id,
            row_key(row),
            &row.item,
            key(&row.item),
            &row.alternate,
            &row.fits,
            row.approved_by,
            &row.data_sheet,
            now
        ],
    )
}

/// What may stand in for these items, by item and alternate; at most [`ITEMS_AT_MOST`] items.
///
/// # Errors
/// Faults of the database.
pub fn of_items(conn: &Conn, items: &[String]) -> Result<Vec<KeptAlternate>, Fault> {
    let keys = list(items.iter().take(ITEMS_AT_MOST).map(|item| key(item)));
    conn.all(
        sql!(
            "select item, alternate, fits, account_id, data_sheet, seen_at from alternates
             where item_key in {texts ?1} order by item_key, row_key limit ?2"
        ),
        &params![keys, ROWS_AT_MOST],
    )
}
