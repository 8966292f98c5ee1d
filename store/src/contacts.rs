//! The people at a customer: how to address and reach them. There is no field for their temper.
use crate::audit::{self, By, NotKept};
use crate::columns::folded;
use crate::people::looks_like_an_address;
use crate::search::{self, Doc};
use crate::{Conn, Fault, Tx, holidays, list, params, record, sql};
use casework::ids::*;
use casework::refusal::Refusal;
use serde::Serialize;
use std::collections::HashMap;

/// Contacts of one account; a decision looks at no more.
pub const CONTACTS_AT_MOST: i64 = 200;
/// Characters of a name.
pub const NAME_AT_MOST: usize = 120;
/// Accounts that one mail address may belong to and are looked at.
const SAME_ADDRESS_AT_MOST: i64 = 20;

record! {
    /// A person at the customer.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct Contact {
        pub id: ContactId,
        pub account_id: AccountId,
        pub name: String,
        /// *Ms Rao*, *Jonas*: as they wish to be called.
        pub address_as: String,
        /// Buyer, engineer, planner: in their words.
        pub role: String,
        /// In lower case; may be empty.
        pub email: String,
        pub phone: String,
        pub night_phone: String,
        pub language: String,
        /// The IANA name of their zone; empty says: the account's.
        pub zone: String,
        pub active: bool,
    }
}

impl Contact {
    /// A new one of that name, with nothing else known.
    pub fn named(id: ContactId, account_id: AccountId, name: &str) -> Self {
        Self {
            id,
            account_id,
            name: name.to_owned(),
            address_as: String::new(),
            role: String::new(),
            email: String::new(),
            phone: String::new(),
            night_phone: String::new(),
            language: String::new(),
            zone: String::new(),
            active: true,
        }
    }
}

/// # Errors
/// Refused when a field does not make sense, there is no such account, or it has too many.
pub fn add(tx: &Tx, contact: &Contact, by: &By) -> Result<(), NotKept> {
    let contact = checked(contact)?;
    let there: Option<i64> = tx.maybe(sql!("select 1 from accounts where id = ?1"), &params![contact.account_id])?;
    if there.is_none() {
        return Err(Refusal::missing("no-such-account").into());
    }
    let many: i64 =
        tx.one(sql!("select count(*) from contacts where account_id = ?1"), &params![contact.account_id])?;
    if many >= CONTACTS_AT_MOST {
        return Err(Refusal::input("name", "too-many-entries").with("most", CONTACTS_AT_MOST).into());
    }
    let new = tx.hit(
        sql!(
            "insert into contacts (id, account_id, name, address_as, role, email, phone, night_phone, language, zone, active, made_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) on conflict (id) do nothing"
        ),
        &params![
            contact.id,
            contact.account_id,
            &contact.name,
            &contact.address_as,
            &contact.role,
            &contact.email,
            &contact.phone,
            &contact.night_phone,
            &contact.language,
            &contact.zone,
            contact.active,
            by.now
        ],
    )?;
    if new == 1 {
        audit::note(tx, by, "contact-added", &contact.id.to_string(), None::<&Contact>, Some(&contact))?;
        index(tx, &contact, by)?;
    }
    Ok(())
}

/// A contact never moves to another account: their history stays where it was.
///
/// # Errors
/// Refused when there is no such contact or a field does not make sense.
pub fn change(tx: &Tx, contact: &Contact, by: &By) -> Result<(), NotKept> {
    let contact = checked(contact)?;
    let Some(before) = by_id(tx, contact.id)? else { return Err(Refusal::missing("no-such-contact").into()) };
    let contact = Contact { account_id: before.account_id, ..contact };
    if before == contact {
        return Ok(());
    }
    tx.hit(
        sql!(
            "update contacts set name = ?2, address_as = ?3, role = ?4, email = ?5, phone = ?6, night_phone = ?7, language = ?8, zone = ?9, active = ?10 where id = ?1"
        ),
        &params![
            contact.id,
            &contact.name,
            &contact.address_as,
            &contact.role,
            &contact.email,
            &contact.phone,
            &contact.night_phone,
            &contact.language,
            &contact.zone,
            contact.active
        ],
    )?;
    audit::note(tx, by, "contact-changed", &contact.id.to_string(), Some(&before), Some(&contact))?;
    Ok(index(tx, &contact, by)?)
}

pub fn by_id(conn: &Conn, id: ContactId) -> Result<Option<Contact>, Fault> {
    conn.maybe(
        sql!("select id, account_id, name, address_as, role, email, phone, night_phone, language, zone, active from contacts where id = ?1"),
        &params![id],
    )
}

/// Active ones first, by name; at most [`CONTACTS_AT_MOST`].
pub fn of_account(conn: &Conn, account: AccountId) -> Result<Vec<Contact>, Fault> {
    let mut all: Vec<Contact> = conn.all(
        sql!(
            "select id, account_id, name, address_as, role, email, phone, night_phone, language, zone, active from contacts
             where account_id = ?1 order by name, id limit ?2"
        ),
        &params![account, CONTACTS_AT_MOST],
    )?;
    all.sort_by_cached_key(|c| (!c.active, folded(&c.name)));
    Ok(all)
}

/// People of one customer that are named for a call.
pub const TO_CALL: usize = 2;
/// Customers whose people are looked up at once.
pub const CUSTOMERS_TO_CALL: usize = 100;

/// Whom to call at these customers, at most [`TO_CALL`] of each: who has a number, whoever told us of a trouble last before the others.
/// Of the customers the first [`CUSTOMERS_TO_CALL`].
///
/// # Errors
/// Faults of the database.
pub fn to_call(conn: &Conn, accounts: &[AccountId]) -> Result<HashMap<AccountId, Vec<Contact>>, Fault> {
    let asked = accounts.iter().take(CUSTOMERS_TO_CALL).map(|id| id.0);
    let all: Vec<Contact> = conn.all(
        sql!(
            "select c.id, c.account_id, c.name, c.address_as, c.role, c.email, c.phone, c.night_phone, c.language, c.zone, c.active from contacts c
             where c.account_id in {ids ?1} and c.active = 1 and c.phone <> ''
             order by c.account_id, coalesce((select max(k.recognised_at) from cases k where k.account_id = c.account_id and k.contact_id = c.id), 0) desc,
             c.name, c.id limit ?2"
        ),
        &params![list(asked), CUSTOMERS_TO_CALL as i64 * CONTACTS_AT_MOST],
    )?;
    let mut people: HashMap<AccountId, Vec<Contact>> = HashMap::new();
    for contact in all {
        let of_account = people.entry(contact.account_id).or_default();
        if of_account.len() < TO_CALL {
            of_account.push(contact);
        }
    }
    Ok(people)
}

/// Everybody with this mail address, active ones first: one buyer may buy for two firms.
pub fn by_email(conn: &Conn, email: &str) -> Result<Vec<Contact>, Fault> {
    let email = email.trim().to_lowercase();
    if email.is_empty() {
        return Ok(vec![]);
    }
    conn.all(
        sql!(
            "select id, account_id, name, address_as, role, email, phone, night_phone, language, zone, active from contacts
             where email = ?1 order by active desc, made_at, id limit ?2"
        ),
        &params![email, SAME_ADDRESS_AT_MOST],
    )
}

fn index(tx: &Tx, contact: &Contact, by: &By) -> Result<(), Fault> {
    // Found by their firm's name too.
    let account: String = tx.one(sql!("select name from accounts where id = ?1"), &params![contact.account_id])?;
    let body = format!("{account} {} {} {} {}", contact.address_as, contact.role, contact.email, contact.phone);
    let doc = Doc {
        kind: "contact",
        subject: contact.id.0,
        case: None,
        account: Some(contact.account_id.0),
        at: by.now,
        title: &contact.name,
        body: body.trim(),
    };
    search::put(tx, &doc)
}

fn checked(contact: &Contact) -> Result<Contact, NotKept> {
    let contact = Contact {
        name: contact.name.trim().to_owned(),
        email: contact.email.trim().to_lowercase(),
        phone: contact.phone.trim().to_owned(),
        night_phone: contact.night_phone.trim().to_owned(),
        ..contact.clone()
    };
    if contact.name.is_empty() || contact.name.chars().count() > NAME_AT_MOST {
        return Err(Refusal::input("name", "person-name").with("most", NAME_AT_MOST).into());
    }
    if !contact.email.is_empty() && !looks_like_an_address(&contact.email) {
        return Err(Refusal::input("email", "email-unlikely").into());
    }
    if !contact.zone.is_empty() && holidays::zone(&contact.zone).is_err() {
        return Err(Refusal::input("zone", "zone-unknown").with("zone", &contact.zone).into());
    }
    Ok(contact)
}
