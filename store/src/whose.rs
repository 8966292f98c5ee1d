//! Whose a number or a name is. What comes in names a customer by either, and one customer is one account: nobody is guessed at.

use crate::{
    Conn, Fault, Tx,
    accounts::{self, Account, NAME_AT_MOST},
    audit::{self, By},
    columns::folded,
    list,
    mint::Mint,
    params, record, sql,
};
use casework::ids::{AccountId, RequestId};
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};

/// A customer by the number or name that the firm's own system uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    pub key: String,
    pub name: Option<String>,
}

impl Customer {
    /// What the account is called, should it have to be made.
    fn called(&self) -> String {
        self.name.as_ref().unwrap_or(&self.key).trim().chars().take(NAME_AT_MOST).collect()
    }
}

/// Whom a number or a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    One(AccountId),
    /// Several accounts share this name, and none has it as its number.
    Several,
}

impl Whose {
    pub fn one(self) -> Option<AccountId> {
        match self {
            Whose::One(id) => Some(id),
            Whose::Several => None,
        }
    }
}

/// What came of the customers of a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    pub accounts: HashMap<String, AccountId>,
    /// The keys whose accounts had to be made, each with the key under which it was.
    pub made: HashMap<String, String>,
    /// The keys that are the name of several accounts.
    pub several: HashSet<String>,
}

record! {
    /// The first account of a name, and how many have that name.
    struct Named {
        name_key: String,
        id: AccountId,
        reference: Option<String>,
        many: i64,
    }
}

impl Named {
    /// Whoever was made from a name alone has that name where a number belongs.
    fn has_no_number(&self) -> bool {
        self.reference.as_deref().is_none_or(|reference| folded(reference) == self.name_key)
    }
    fn whose(&self) -> Whose {
        if self.many == 1 { Whose::One(self.id) } else { Whose::Several }
    }
}

/// The accounts of these numbers or names: whoever has that very number, else the only one of that name, whatever its letters' case. What
/// nobody is called is left out, and nobody is made.
///
/// # Errors
/// Faults of the database.
pub fn known(conn: &Conn, said: &[String]) -> Result<HashMap<String, Whose>, Fault> {
    let (numbers, names) = (numbers(conn, said.iter())?, names(conn, said.iter())?);
    let whose = |one: &String| {
        let number = numbers.get(one.trim()).map(|id| Whose::One(*id));
        number.or_else(|| names.get(&folded(one.trim())).map(Named::whose))
    };
    Ok(said.iter().filter_map(|one| Some((one.clone(), whose(one)?))).collect())
}

/// Whom one number or name means.
///
/// # Errors
/// Faults of the database.
pub fn is(conn: &Conn, said: &str) -> Result<Option<Whose>, Fault> {
    Ok(known(conn, &[said.to_owned()])?.into_values().next())
}

fn numbers<'a>(conn: &Conn, said: impl Iterator<Item = &'a String>) -> Result<HashMap<String, AccountId>, Fault> {
    let said = list(said.map(|one| one.trim()));
    let rows: Vec<(String, AccountId)> =
        conn.all(sql!("select reference, id from accounts where reference in {texts ?1}"), &params![said])?;
    Ok(rows.into_iter().collect())
}

fn names<'a>(conn: &Conn, said: impl Iterator<Item = &'a String>) -> Result<HashMap<String, Named>, Fault> {
    let rows: Vec<Named> = conn.all(
        sql!(
            "select a.name_key, a.id, a.reference, (select count(*) from accounts b where b.name_key = a.name_key) from accounts a
             where a.name_key in {texts ?1} and not exists (select 1 from accounts b where b.name_key = a.name_key and b.id < a.id)"
        ),
        &params![list(said.map(|one| folded(one.trim())))],
    )?;
    Ok(rows.into_iter().map(|named| (named.name_key.clone(), named)).collect())
}

/// The accounts of the customers of a batch; a missing one is made with the origin `import`, for somebody to look at.
///
/// A number that nobody has is a new customer, unless the file says its name too and the only account of that name has no number yet: then
/// that account gets it, so that the customer typed in on the first day and the one of the order system stay one.
///
/// # Errors
/// Faults of the database.
pub fn found_or_made(
    tx: &Tx,
    customers: &[Customer],
    zone: &str,
    mint: &mut Mint,
    now: Timestamp,
) -> Result<Found, Fault> {
    let called: Vec<String> = customers.iter().map(Customer::called).collect();
    let keys = || customers.iter().map(|customer| &customer.key);
    let (numbers, mut names) = (numbers(tx, keys())?, names(tx, keys().chain(&called))?);
    let mut claims: HashMap<String, usize> = HashMap::new();
    called.iter().for_each(|name| *claims.entry(folded(name)).or_default() += 1);
    let (mut found, mut fresh) = (Found::default(), HashMap::new());
    for (customer, name) in customers.iter().zip(&called) {
        let (key, fold) = (customer.key.trim(), folded(name));
        let id = match (numbers.get(key).copied(), names.get(&folded(key)).map(Named::whose)) {
            (Some(id), _) | (None, Some(Whose::One(id))) => id,
            (None, Some(Whose::Several)) => {
                found.several.insert(customer.key.clone());
                continue;
            }
            (None, None) => match names.get_mut(&fold).filter(|one| one.many == 1 && one.has_no_number()) {
                Some(one) if claims[&fold] == 1 => {
                    gets_its_number(tx, one.id, key, mint, now)?;
                    one.reference = Some(key.to_owned());
                    one.id
                }
                _ => {
                    let id = made(tx, (key, name), zone, mint, now)?;
                    let new = || Named { name_key: fold.clone(), id, reference: Some(key.to_owned()), many: 0 };
                    names.entry(fold.clone()).or_insert_with(new).many += 1;
                    fresh.insert(id, customer.key.clone());
                    id
                }
            },
        };
        found.made.extend(fresh.get(&id).map(|under| (customer.key.clone(), under.clone())));
        found.accounts.insert(customer.key.clone(), id);
    }
    Ok(found)
}

fn made(
    tx: &Tx,
    (number, name): (&str, &str),
    zone: &str,
    mint: &mut Mint,
    now: Timestamp,
) -> Result<AccountId, Fault> {
    let id = AccountId(mint.id());
    let reference = Some(number.to_owned());
    let account = Account { reference, zone: zone.into(), origin: "import".into(), ..Account::named(id, name) };
    accounts::add_found(tx, &account, now)?;
    Ok(id)
}

/// The account that had none gets the number by which the order system knows it; nobody in person did that.
fn gets_its_number(tx: &Tx, id: AccountId, number: &str, mint: &mut Mint, now: Timestamp) -> Result<(), Fault> {
    let Some(before) = accounts::by_id(tx, id)? else { return Ok(()) };
    let after = Account { reference: Some(number.to_owned()), ..before.clone() };
    tx.put(sql!("update accounts set reference = ?2 where id = ?1"), &params![id, number])?;
    accounts::index(tx, &after, now)?;
    let by = By { person: None, request: RequestId(mint.id()), now };
    audit::note(tx, &by, "account-changed", &id.to_string(), Some(&before), Some(&after))
}
