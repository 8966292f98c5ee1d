//! Whose people write from the same house: what an unknown sender's address says about where they work.
use crate::{Conn, Fault, params, sql};
use casework::ids::AccountId;

/// Houses where anybody may have a box; their name says nothing about a firm.
const FOR_EVERYBODY: [&str; 22] = [
    "aol.com",
    "freenet.de",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hotmail.com",
    "icloud.com",
    "interia.pl",
    "live.com",
    "mail.com",
    "me.com",
    "msn.com",
    "outlook.com",
    "proton.me",
    "protonmail.com",
    "t-online.de",
    "web.de",
    "wp.pl",
    "yahoo.com",
];
/// Accounts of one house that are looked at.
const ACCOUNTS_AT_MOST: i64 = 5;

/// The house of an address, unless anybody may write from there.
pub fn house(address: &str) -> Option<&str> {
    let (_, domain) = address.rsplit_once('@')?;
    (!domain.is_empty() && !FOR_EVERYBODY.contains(&domain.to_lowercase().as_str())).then_some(domain)
}

/// The accounts of which somebody writes from the same house, the one with the most people first.
pub fn of(conn: &Conn, address: &str) -> Result<Vec<(AccountId, String)>, Fault> {
    let Some(house) = house(address) else { return Ok(vec![]) };
    let ending: String = house.to_lowercase().chars().filter(|letter| !matches!(letter, '%' | '_' | '\\')).collect();
    let rows: Vec<(AccountId, String, i64)> = conn.all(
        sql!(
            "select a.id, a.name, count(*) from contacts c join accounts a on a.id = c.account_id
             where lower(c.email) like ?1 group by a.id, a.name order by count(*) desc, a.name limit ?2"
        ),
        &params![format!("%@{ending}"), ACCOUNTS_AT_MOST],
    )?;
    Ok(rows.into_iter().map(|(id, name, _)| (id, name)).collect())
}
