//! Whose it is, that a text speaks of: numbers of orders and names of customers, looked up by the words of the text. The text of one customer may name
//! nothing of another; nobody has to load the list of all to know.
use crate::columns::{after_prefix, folded};
use crate::{Conn, Fault, list, params, record, sql};
use casework::ids::AccountId;

/// Words of one text that are looked up; a longer text is looked at from its beginning.
pub const WORDS_AT_MOST: usize = 200;

record! {
    /// A name by which a customer is known.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Named {
        pub name: String,
        pub account: AccountId,
    }
}

/// The orders of a customer, newest number first; at most 200.
///
/// # Errors
/// Faults of the database.
pub fn orders_of(conn: &Conn, account: AccountId) -> Result<Vec<String>, Fault> {
    conn.all(
        sql!("select distinct order_no from order_lines where account_id = ?1 order by order_no desc limit 200"),
        &params![account],
    )
}

/// Whose order that is; nobody's when there is none of that number.
///
/// # Errors
/// Faults of the database.
pub fn order(conn: &Conn, number: &str) -> Result<Option<AccountId>, Fault> {
    let begins = format!("{number}\u{1f}");
    conn.maybe(
        sql!("select account_id from order_lines where line_key >= ?1 and line_key < ?2 order by line_key limit 1"),
        &params![&*begins, after_prefix(&begins)],
    )
}

/// Those of these words that are a customer's name, whatever the case of their letters; at most 200.
///
/// # Errors
/// Faults of the database.
pub fn names(conn: &Conn, words: &[String]) -> Result<Vec<Named>, Fault> {
    let keys: Vec<String> = words.iter().take(WORDS_AT_MOST).map(|word| folded(word)).collect();
    conn.all(
        sql!("select name, id from accounts where name_key in {texts ?1} order by name_key, id limit 200"),
        &params![list(keys.iter().map(String::as_str))],
    )
}
