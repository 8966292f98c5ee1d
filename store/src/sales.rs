//! A word about the next sale to a customer: first one asks how the last delivery went (S216). Makegood sells nothing; it
//! only keeps somebody from asking for more before the last thing is known to be right.
use crate::audit::{By, NotKept};
use crate::{Conn, Fault, Tx, params, record, sql};
use casework::ids::{AccountId, ContactId, PersonId};
use casework::refusal::Refusal;
use jiff::Timestamp;
use uuid::Uuid;

/// Characters of what it is about, and of why the last delivery was not asked about.
pub const WORDS_AT_MOST: usize = 2_000;
/// Shown on the account's page.
const SHOWN: i64 = 5;
/// A reason says more than *no*.
const REASON_AT_LEAST: usize = 5;

record! {
    /// A sales contact as it was noted.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct SalesContact {
        pub id: Uuid,
        pub contact: Option<ContactId>,
        pub person: PersonId,
        pub at: Timestamp,
        pub words: String,
        /// Why the last delivery was not asked about first; empty when there was nothing to ask.
        pub despite: String,
    }
}

/// What somebody wishes to note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noting {
    pub id: Uuid,
    pub account: AccountId,
    pub contact: Option<ContactId>,
    pub words: String,
    /// Why they go on although the last delivery was not asked about.
    pub despite: String,
}

record! {
    /// A delivery that nobody has asked about yet.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Unasked {
        pub line: Uuid,
        pub order_no: String,
        pub line_no: String,
        pub item: Option<String>,
        pub quantity: Option<String>,
        pub delivered: watch::When,
    }
}

/// Deliveries to this customer whose check is owed and not done, the newest first.
pub fn unasked(conn: &Conn, account: AccountId) -> Result<Vec<Unasked>, Fault> {
    conn.all(
        sql!(
            "select d.line_id, l.order_no, l.line_no, l.item, l.quantity, d.delivered from delivery_checks d join order_lines l on l.id = d.line_id
             where d.account_id = ?1 and d.done_at is null and d.due_at is not null order by d.due_at desc, d.line_id limit ?2"
        ),
        &params![account, SHOWN],
    )
}

/// Notes a sales contact. Pressed twice it is noted once.
///
/// # Errors
/// Refused while a delivery was not asked about, unless a reason is given; refused when nothing is said.
pub fn note(tx: &Tx, noting: &Noting, by: &By) -> Result<(), NotKept> {
    let words = noting.words.trim();
    if words.is_empty() {
        return Err(Refusal::input("words", "sales-about-what").into());
    }
    if words.chars().count() > WORDS_AT_MOST {
        return Err(Refusal::input("words", "too-long").with("most", WORDS_AT_MOST).into());
    }
    let open = unasked(tx, noting.account)?;
    let despite = if open.is_empty() { "" } else { noting.despite.trim() };
    if !open.is_empty() && despite.chars().count() < REASON_AT_LEAST {
        return Err(Refusal::state("ask-how-the-last-went").about("despite").into());
    }
    let Some(person) = by.person else { return Err(Refusal::rights("needs-a-person").into()) };
    let despite: String = despite.chars().take(WORDS_AT_MOST).collect();
    tx.put(
        sql!(
            "insert into sales_contacts (id, account_id, contact_id, person_id, at, words, despite)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict (id) do nothing"
        ),
        &params![noting.id, noting.account, noting.contact.map(|c| c.0), person, by.now, words, despite],
    )?;
    Ok(())
}

/// The newest sales contacts of a customer.
pub fn of_account(conn: &Conn, account: AccountId) -> Result<Vec<SalesContact>, Fault> {
    conn.all(
        sql!(
            "select id, contact_id, person_id, at, words, despite from sales_contacts where account_id = ?1 order by at desc, id limit ?2"
        ),
        &params![account, SHOWN],
    )
}
