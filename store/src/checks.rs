//! The call owed after a delivery: due by itself, done by a person, never answered by time (S031, S032).

use crate::{Conn, Fault, NotKept, Tx, params, record, sql};
use casework::{
    Refusal,
    ids::{AccountId, ContactId, PersonId},
};
use jiff::Timestamp;
use uuid::Uuid;
use watch::{Outcome, When};

/// The longest list of checks.
pub const PAGE: usize = 200;
const WORDS_LIMIT: usize = 2_000;

record! {
    /// A check that somebody owes a customer.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Owed {
        pub line: Uuid,
        pub account_id: Uuid,
        pub account_name: String,
        pub order_no: String,
        pub line_no: String,
        pub item: Option<String>,
        pub quantity: Option<String>,
        pub delivered: When,
        pub due_at: Timestamp,
    }
}

impl Owed {
    pub fn account(&self) -> AccountId {
        AccountId(self.account_id)
    }
}

/// Checks nobody has made, the longest due first; those due later than `until` are left out.
pub fn owed(conn: &Conn, until: Timestamp, size: usize) -> Result<Vec<Owed>, Fault> {
    conn.all(
        sql!(
            "select d.line_id, d.account_id, a.name, l.order_no, l.line_no, l.item, l.quantity, d.delivered, d.due_at
             from delivery_checks d join order_lines l on l.id = d.line_id join accounts a on a.id = d.account_id
             where d.done_at is null and d.due_at <= ?1 order by d.due_at, d.line_id limit ?2"
        ),
        &params![until, size.min(PAGE) as i64],
    )
}

/// Those of the customers whose relationship this colleague keeps or covers, and of those that have nobody yet.
pub fn owed_by(conn: &Conn, person: PersonId, until: Timestamp, size: usize) -> Result<Vec<Owed>, Fault> {
    conn.all(
        sql!(
            "select d.line_id, d.account_id, a.name, l.order_no, l.line_no, l.item, l.quantity, d.delivered, d.due_at
             from delivery_checks d join order_lines l on l.id = d.line_id join accounts a on a.id = d.account_id
             where d.done_at is null and d.due_at <= ?1 and (a.relationship_owner = ?2 or a.cover = ?2 or a.relationship_owner is null) order by d.due_at, d.line_id limit ?3"
        ),
        &params![until, person, size.min(PAGE) as i64],
    )
}

/// The same for everybody in a team with this colleague.
pub fn owed_by_team(conn: &Conn, person: PersonId, until: Timestamp, size: usize) -> Result<Vec<Owed>, Fault> {
    conn.all(
        sql!(
            "select d.line_id, d.account_id, a.name, l.order_no, l.line_no, l.item, l.quantity, d.delivered, d.due_at
             from delivery_checks d join order_lines l on l.id = d.line_id join accounts a on a.id = d.account_id
             where d.done_at is null and d.due_at <= ?1 and (a.relationship_owner is null
              or a.relationship_owner in (select f.id from people f join people me on me.id = ?2 where f.id = me.id or (f.team <> '' and f.team = me.team))
              or a.cover in (select f.id from people f join people me on me.id = ?2 where f.id = me.id or (f.team <> '' and f.team = me.team)))
             order by d.due_at, d.line_id limit ?3"
        ),
        &params![until, person, size.min(PAGE) as i64],
    )
}

/// How many checks this customer has answered; *not heard* is no answer (S015).
pub fn answered(conn: &Conn, account: AccountId) -> Result<i64, Fault> {
    conn.one(
        sql!("select count(*) from delivery_checks where account_id = ?1 and outcome in ('ok', 'not_ok')"),
        &params![account],
    )
}

/// How a check went, as somebody at the customer told it; for *not heard* nobody did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub outcome: Outcome,
    pub contact: Option<ContactId>,
    pub words: String,
}

/// Records the answer. *OK* needs a contact who said it; it may follow a *not heard*, and nothing follows *OK* or *not OK*.
pub fn record_answer(tx: &Tx, line: Uuid, answer: &Answer, by: PersonId, now: Timestamp) -> Result<(), NotKept> {
    if answer.outcome != Outcome::NotHeard && answer.contact.is_none() {
        return Err(Refusal::law("check-needs-who-said-it").about("contact").into());
    }
    let words: String = answer.words.trim().chars().take(WORDS_LIMIT).collect();
    let done = tx.hit(
        sql!(
            "update delivery_checks set done_at = ?2, outcome = ?3, contact_id = ?4, done_by = ?5, words = ?6
             where line_id = ?1 and (outcome is null or outcome = 'not_heard')"
        ),
        &params![line, now, answer.outcome, answer.contact.map(|id| id.0), by.0, words],
    )?;
    if done == 0 {
        let known: Option<i64> =
            tx.maybe(sql!("select known_at from delivery_checks where line_id = ?1"), &params![line])?;
        let refusal =
            if known.is_some() { Refusal::state("check-is-answered") } else { Refusal::missing("no-such-check") };
        return Err(refusal.into());
    }
    tx.put(sql!("update order_lines set look_at = null where id = ?1 and delivered is not null"), &params![line])?;
    Ok(())
}
