//! What order lines were worth, when somebody named the column in the file of orders. Only the fairness report reads it, and whoever approves
//! amends; no rule, no clock, no list of work can (S025, S027, S237).

use crate::{Conn, Fault, Tx, lines, params, record, sql};
use casework::ids::AccountId;
use jiff::civil::Date;
use std::collections::HashMap;
use watch::LineKey;

/// Keeps what these lines were worth, at most [`lines::BATCH`]; lines that are not known are passed over.
pub fn keep(tx: &Tx, worth: &[(LineKey, u64)]) -> Result<(), Fault> {
    if worth.is_empty() {
        return Ok(());
    }
    let keys: Vec<LineKey> = worth.iter().map(|(key, _)| key.clone()).collect();
    let known: HashMap<LineKey, (uuid::Uuid, AccountId)> =
        lines::by_keys(tx, &keys)?.into_iter().map(|kept| (kept.line.key, (kept.id, kept.account))).collect();
    for (key, cents) in worth {
        let Some((line, account)) = known.get(key) else { continue };
        tx.put(
            sql!(
                "insert into order_worth (line_id, account_id, cents) values (?1, ?2, ?3)
                 on conflict (line_id) do update set account_id = excluded.account_id, cents = excluded.cents"
            ),
            &params![*line, *account, i64::try_from(*cents).unwrap_or(i64::MAX)],
        )?;
    }
    Ok(())
}

record! {
    /// What a customer ordered since a day, as far as its worth is known.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Worth {
        /// Hundredths of the currency of the firm's books.
        pub cents: i64,
        pub orders: i64,
        pub first_on: Option<Date>,
    }
}

/// Nothing when no order since then has a known worth.
pub fn of_account(conn: &Conn, account: AccountId, since: Date) -> Result<Option<Worth>, Fault> {
    let worth: Worth = conn.one(
        sql!(
            "select cast(coalesce(sum(w.cents), 0) as bigint), cast(count(distinct l.order_no) as bigint), min(substr(l.ordered, 1, 10))
             from order_worth w join order_lines l on l.id = w.line_id where w.account_id = ?1 and l.ordered >= ?2"
        ),
        &params![account, since],
    )?;
    Ok(Some(worth).filter(|worth| worth.orders > 0))
}
