//! Case numbers, given out in blocks: a counter row per case would make all writers wait for each other.
use crate::{Fault, Tx, params, sql};
use casework::ids::CaseNumber;

/// The first number of a fresh firm: nobody likes to be number one.
pub const FIRST: u64 = 1001;
/// Numbers taken at once, at most.
pub const BLOCK_AT_MOST: u32 = 10_000;

/// Takes `count` numbers and gives the first; the others follow it. Numbers of a block that is not used up are never used.
///
/// # Errors
/// Faults of the database.
pub fn take_block(tx: &Tx, count: u32) -> Result<CaseNumber, Fault> {
    let count = i64::from(count.clamp(1, BLOCK_AT_MOST));
    tx.put(
        sql!(
            "insert into settings (name, version, body) values ('case_number', ?1, '')
             on conflict (name) do update set version = settings.version + ?2"
        ),
        &params![crate::facts::signed(FIRST) + count, count],
    )?;
    let next: i64 = tx.one(sql!("select version from settings where name = 'case_number'"), &[])?;
    Ok(CaseNumber((next - count).unsigned_abs()))
}
