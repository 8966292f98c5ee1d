//! What lies where: stock by item and site as the firm's own system told it last, and how long an item takes (S014, S019, S146).

use crate::columns::folded;
use crate::mint::Mint;
use crate::row::{Cell, Column};
use crate::{Conn, Fault, Tx, Value, list, params, record, sql};
use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use std::{collections::HashMap, fmt};
use uuid::Uuid;

/// Rows of one batch.
pub const BATCH: usize = 1_000;
/// Items looked up at once, and rows read for them.
pub const ITEMS_AT_MOST: usize = 20;
const ROWS_AT_MOST: i64 = 200;

/// How much of something, in thousandths, so that 2.5 m stays 2.5 m without floating point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Quantity(pub i64);

impl Quantity {
    pub fn is_some(self) -> bool {
        self.0 > 0
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, all) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        let part = format!("{:03}", all % 1000);
        let part = part.trim_end_matches('0');
        write!(out, "{sign}{}{}{part}", all / 1000, if part.is_empty() { "" } else { "." })
    }
}

impl Column for Quantity {
    const EXPECTED: &'static str = "a quantity in thousandths";
    fn of(cell: Cell<'_>) -> Option<Self> {
        i64::of(cell).map(Self)
    }
}
impl From<Quantity> for Value<'_> {
    fn from(quantity: Quantity) -> Self {
        Value::Int(quantity.0)
    }
}

/// One item at one site, as a file tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stock {
    pub item: String,
    /// Where it lies; empty when the file knows one place only.
    pub site: String,
    pub on_hand: Option<Quantity>,
    /// What nobody else waits for.
    pub free: Option<Quantity>,
    /// When work in progress is ready.
    pub ready_on: Option<Date>,
    /// How long the item takes when nothing lies there, in days.
    pub lead_days: Option<u32>,
}

impl Stock {
    /// What can be taken: what is free, else what lies there.
    pub fn to_take(&self) -> Option<Quantity> {
        self.free.or(self.on_hand)
    }
}

/// What a file may be silent about: then what is known stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    OnHand,
    Free,
    ReadyOn,
    LeadDays,
}

/// What came of one batch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kept {
    pub new: u64,
    pub changed: u64,
    pub same: u64,
}

/// One item at one site as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptStock {
    pub stock: Stock,
    /// When a file last told of it.
    pub seen_at: Timestamp,
    /// When a file last told of this site at all.
    pub site_seen_at: Timestamp,
}

impl KeptStock {
    /// A later file of the site is silent about it, so nobody knows what is there now.
    pub fn is_gone(&self) -> bool {
        self.seen_at < self.site_seen_at
    }
}

record! {
    struct Raw {
        id: Uuid,
        item: String,
        site: String,
        on_hand: Option<Quantity>,
        free: Option<Quantity>,
        ready_on: Option<Date>,
        lead_days: Option<u32>,
        seen_at: Timestamp,
    }
}

impl Raw {
    fn stock(&self) -> Stock {
        Stock {
            item: self.item.clone(),
            site: self.site.clone(),
            on_hand: self.on_hand,
            free: self.free,
            ready_on: self.ready_on,
            lead_days: self.lead_days,
        }
    }
}

/// How an item or a site is compared: without case, marks and spare spaces.
pub fn key(text: &str) -> String {
    folded(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Keeps one batch, at most [`BATCH`] rows, each item and site once. The same batch again changes nothing but when it was
/// last told.
///
/// # Errors
/// Faults of the database.
pub fn keep(tx: &Tx, batch: &[Stock], silent: &[Part], mint: &mut Mint, now: Timestamp) -> Result<Kept, Fault> {
    let known: Vec<Raw> = tx.all(
        sql!(
            "select id, item, site, on_hand, free, ready_on, lead_days, seen_at from stock where item_key in {texts ?1}"
        ),
        &params![list(batch.iter().map(|stock| key(&stock.item)))],
    )?;
    let place = |item: &str, site: &str| (key(item), key(site));
    let known: HashMap<_, Raw> = known.into_iter().map(|raw| (place(&raw.item, &raw.site), raw)).collect();
    let mut kept = Kept::default();
    for told in batch {
        let Some(before) = known.get(&place(&told.item, &told.site)) else {
            insert(tx, mint.id(), told, now)?;
            kept.new += 1;
            continue;
        };
        let stock = take_over(told, &before.stock(), silent);
        let same = stock == before.stock();
        update(tx, before.id, &stock, if same { None } else { Some(now) }, now)?;
        if same {
            kept.same += 1;
        } else {
            kept.changed += 1;
        }
    }
    Ok(kept)
}

/// What the file has no column for stays as it was.
fn take_over(told: &Stock, before: &Stock, silent: &[Part]) -> Stock {
    let mut stock = told.clone();
    for part in silent {
        match part {
            Part::OnHand => stock.on_hand = before.on_hand,
            Part::Free => stock.free = before.free,
            Part::ReadyOn => stock.ready_on = before.ready_on,
            Part::LeadDays => stock.lead_days = before.lead_days,
        }
    }
    stock
}

fn insert(tx: &Tx, id: Uuid, stock: &Stock, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!(
            "insert into stock (id, item, item_key, site, site_key, on_hand, free, ready_on, lead_days, seen_at, changed_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10)"
        ),
        &params![
            id,
            &stock.item,
            key(&stock.item),
            &stock.site,
            key(&stock.site),
            stock.on_hand,
            stock.free,
            stock.ready_on,
            stock.lead_days,
            now
        ],
    )
}

fn update(tx: &Tx, id: Uuid, stock: &Stock, changed: Option<Timestamp>, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!(
            "update stock set item = ?2, site = ?3, on_hand = ?4, free = ?5, ready_on = ?6, lead_days = ?7,
             changed_at = coalesce(?8, changed_at), seen_at = ?9 where id = ?1"
        ),
        &params![
            id,
            &stock.item,
            &stock.site,
            stock.on_hand,
            stock.free,
            stock.ready_on,
            stock.lead_days,
            changed,
            now
        ],
    )
}

record! {
    struct Found {
        raw: Raw,
        site_seen_at: Timestamp,
    }
}

/// What lies where of these items, by item and site; at most [`ITEMS_AT_MOST`] items.
///
/// # Errors
/// Faults of the database.
pub fn of_items(conn: &Conn, items: &[String]) -> Result<Vec<KeptStock>, Fault> {
    let keys = list(items.iter().take(ITEMS_AT_MOST).map(|item| key(item)));
    let rows: Vec<Found> = conn.all(
        sql!(
            "select s.id, s.item, s.site, s.on_hand, s.free, s.ready_on, s.lead_days, s.seen_at,
             (select max(t.seen_at) from stock t where t.site_key = s.site_key)
             from stock s where s.item_key in {texts ?1} order by s.item_key, s.site_key limit ?2"
        ),
        &params![keys, ROWS_AT_MOST],
    )?;
    let kept = |found: Found| KeptStock {
        stock: found.raw.stock(),
        seen_at: found.raw.seen_at,
        site_seen_at: found.site_seen_at,
    };
    Ok(rows.into_iter().map(kept).collect())
}

/// The standard lead time of an item in days, the shortest of its sites; nothing when no file told one (S014).
///
/// # Errors
/// Faults of the database.
pub fn lead_time(conn: &Conn, item: &str) -> Result<Option<u32>, Fault> {
    conn.one(sql!("select min(lead_days) from stock where item_key = ?1"), &params![key(item)])
}

/// When a file last told of stock; nothing before the first one.
///
/// # Errors
/// Faults of the database.
pub fn told_at(conn: &Conn) -> Result<Option<Timestamp>, Fault> {
    conn.one(sql!("select max(seen_at) from stock"), &[])
}

#[cfg(test)]
mod tests {
    use super::{Quantity, key};

    #[test]
    fn a_quantity_is_written_as_people_write_it() {
        let written = [(240_000, "240"), (2_500, "2.5"), (-50, "-0.05"), (0, "0"), (1_001, "1.001")];
        for (thousandths, words) in written {
            assert_eq!(Quantity(thousandths).to_string(), words);
        }
    }

    #[test]
    fn an_item_is_the_same_however_it_is_written() {
        assert_eq!(key("  KB-7\u{a0} Rév C "), key("kb-7 rev c"));
        assert_ne!(key("KB-7 rev C"), key("KB-7 rev D"));
    }
}
