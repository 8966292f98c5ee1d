//! The customer firms: who they are, how they wish to be reached, and how their troubles went. Never what they are worth (S236).
use crate::audit::{self, By, NotKept};
use crate::columns::{after_prefix, folded, json, to_json};
use crate::row::{Cell, Column};
use crate::search::{self, Doc};
use crate::{Conn, Fault, Tx, holidays, params, record, recounts, sql};
use casework::ids::*;
use casework::policy::CustomerRule;
use casework::refusal::Refusal;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use uuid::Uuid;

/// Accounts on one page of the list.
pub const PAGE_AT_MOST: i64 = 100;
/// Characters of a name.
pub const NAME_AT_MOST: usize = 200;
/// Characters of a text about an account.
pub const TEXT_AT_MOST: usize = 4_000;
/// Rules one account may have.
pub const RULES_AT_MOST: usize = 50;

/// How both sides agreed to talk (DOMAIN 4.1): kept as they wrote it, since it is read by people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CommunicationProtocol {
    pub preferred_channel: String,
    /// When they may be called, in their words.
    pub allowed_hours: String,
    pub night_number: String,
    /// How often they want to hear from us while something is open.
    pub update_rhythm: String,
    /// They want one check for all deliveries of a day.
    pub bundled_delivery_check: bool,
    /// How long it takes from us to them, in minutes; nothing when nobody goes there (S044).
    pub travel_minutes: Option<u16>,
    /// Whom to call when it goes up, at their side.
    pub escalation_theirs: String,
    /// Whom to call when it goes up, at ours.
    pub escalation_ours: String,
    pub agreed_by_us: String,
    pub agreed_by_them: String,
    pub agreed_on: Option<Date>,
}

impl Column for CommunicationProtocol {
    const EXPECTED: &'static str = "a protocol as JSON";
    fn of(cell: Cell<'_>) -> Option<Self> {
        json(cell)
    }
}

record! {
    /// A customer firm.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct Account {
        pub id: AccountId,
        pub name: String,
        /// Their number in our other systems; no two accounts share one.
        pub reference: Option<String>,
        /// ISO 3166, two letters, or empty.
        pub country: String,
        pub region: String,
        /// The IANA name of their time zone.
        pub zone: String,
        /// BCP 47, such as `en` or `de`.
        pub language: String,
        pub relationship_owner: Option<PersonId>,
        /// Stands in for the relationship owner (S235).
        pub cover: Option<PersonId>,
        /// Their own hours; ours where none is chosen.
        pub calendar_id: Option<Uuid>,
        pub since_on: Option<Date>,
        /// Strength of the relationship, 1-5.
        pub strength: Option<u8>,
        pub what_matters: String,
        pub protocol: CommunicationProtocol,
        /// Their own deadlines, which only shorten ours (I15).
        pub rules: Vec<CustomerRule>,
        /// How it came to us: `typed`, `import`.
        pub origin: String,
    }
}

impl Account {
    /// A new one of that name, with nothing else known.
    pub fn named(id: AccountId, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            reference: None,
            country: String::new(),
            region: String::new(),
            zone: "Etc/UTC".into(),
            language: "en".into(),
            relationship_owner: None,
            cover: None,
            calendar_id: None,
            since_on: None,
            strength: None,
            what_matters: String::new(),
            protocol: CommunicationProtocol::default(),
            rules: vec![],
            origin: "typed".into(),
        }
    }
}

/// # Errors
/// Refused when a field does not make sense or the reference is taken.
pub fn add(tx: &Tx, account: &Account, by: &By) -> Result<(), NotKept> {
    let account = checked(tx, account)?;
    if insert(tx, &account, by.now)? == 1 {
        audit::note(tx, by, "account-added", &account.id.to_string(), None::<&Account>, Some(&account))?;
        index(tx, &account, by.now)?;
    }
    Ok(())
}

/// An account that an import found in the firm's own system: made as it stands there, its origin tells the rest.
pub(crate) fn add_found(tx: &Tx, account: &Account, now: Timestamp) -> Result<(), Fault> {
    insert(tx, account, now)?;
    index(tx, account, now)
}

fn insert(tx: &Tx, account: &Account, now: Timestamp) -> Result<u64, Fault> {
    tx.hit(
        sql!(
            "insert into accounts (id, name, name_key, reference, country, region, zone, language, relationship_owner, cover, calendar_id, since_on, strength,
             what_matters, protocol, rules, origin, made_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
             on conflict (id) do nothing"
        ),
        &params![
            account.id,
            &account.name,
            folded(&account.name),
            account.reference.as_deref(),
            &account.country,
            &account.region,
            &account.zone,
            &account.language,
            account.relationship_owner,
            account.cover,
            account.calendar_id,
            account.since_on,
            account.strength,
            &account.what_matters,
            to_json(&account.protocol)?,
            to_json(&account.rules)?,
            &account.origin,
            now
        ],
    )
}

/// # Errors
/// Refused when there is no such account, a field does not make sense or the reference is taken.
pub fn change(tx: &Tx, account: &Account, by: &By) -> Result<(), NotKept> {
    let account = checked(tx, account)?;
    let Some(before) = by_id(tx, account.id)? else { return Err(Refusal::missing("no-such-account").into()) };
    if before == account {
        return Ok(());
    }
    tx.hit(
        sql!(
            "update accounts set name = ?2, name_key = ?3, reference = ?4, country = ?5, region = ?6, zone = ?7, language = ?8, relationship_owner = ?9, cover = ?10,
             calendar_id = ?11, since_on = ?12, strength = ?13, what_matters = ?14, protocol = ?15, rules = ?16, origin = ?17 where id = ?1"
        ),
        &params![
            account.id,
            &account.name,
            folded(&account.name),
            account.reference.as_deref(),
            &account.country,
            &account.region,
            &account.zone,
            &account.language,
            account.relationship_owner,
            account.cover,
            account.calendar_id,
            account.since_on,
            account.strength,
            &account.what_matters,
            to_json(&account.protocol)?,
            to_json(&account.rules)?,
            &account.origin
        ],
    )?;
    audit::note(tx, by, "account-changed", &account.id.to_string(), Some(&before), Some(&account))?;
    if (before.calendar_id, &before.rules) != (account.calendar_id, &account.rules) {
        recounts::want(tx, recounts::Why::Account, Some(account.id), by)?;
    }
    Ok(index(tx, &account, by.now)?)
}

/// The zones of these accounts, at most [`PAGE_AT_MOST`].
///
/// # Errors
/// Faults of the database.
pub fn zones(conn: &Conn, accounts: &[AccountId]) -> Result<HashMap<AccountId, String>, Fault> {
    let rows: Vec<(AccountId, String)> = conn.all(
        sql!("select id, zone from accounts where id in {ids ?1} order by id limit ?2"),
        &params![crate::list(accounts.iter().map(|id| id.0)), PAGE_AT_MOST],
    )?;
    Ok(rows.into_iter().collect())
}

pub fn by_id(conn: &Conn, id: AccountId) -> Result<Option<Account>, Fault> {
    conn.maybe(
        sql!(
            "select id, name, reference, country, region, zone, language, relationship_owner, cover, calendar_id, since_on, strength, what_matters, protocol, rules, origin
             from accounts where id = ?1"
        ),
        &params![id],
    )
}

/// The account that other systems know by this number.
pub fn by_reference(conn: &Conn, reference: &str) -> Result<Option<AccountId>, Fault> {
    conn.maybe(sql!("select id from accounts where reference = ?1"), &params![reference.trim()])
}

record! {
    /// One line of the list of accounts.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct AccountRow {
        pub id: AccountId,
        pub name: String,
        /// What the list is sorted by; the page after this row begins behind it.
        pub name_key: String,
        pub country: String,
        pub relationship_owner: Option<PersonId>,
        pub open_cases: i64,
        pub open_promises: i64,
    }
}

/// By name, from behind `after` on.
pub fn list(conn: &Conn, after: Option<(&str, AccountId)>, limit: i64) -> Result<Vec<AccountRow>, Fault> {
    let (key, id) = after.unwrap_or(("", AccountId(Uuid::nil())));
    conn.all(
        sql!(
            "select a.id, a.name, a.name_key, a.country, a.relationship_owner,
             (select count(*) from cases c where c.account_id = a.id and +c.open = 1),
             (select count(*) from promises p where p.account_id = a.id and p.state = 'open')
             from accounts a where (a.name_key, a.id) > (?1, ?2) order by a.name_key, a.id limit ?3"
        ),
        &params![key, id, limit.clamp(1, PAGE_AT_MOST)],
    )
}

/// Those whose name or reference begins with these letters, by name.
pub fn search(conn: &Conn, prefix: &str, limit: i64) -> Result<Vec<AccountRow>, Fault> {
    let (from, limit) = (folded(prefix.trim()), limit.clamp(1, PAGE_AT_MOST));
    let named: Vec<AccountRow> = conn.all(
        sql!(
            "select a.id, a.name, a.name_key, a.country, a.relationship_owner,
             (select count(*) from cases c where c.account_id = a.id and +c.open = 1),
             (select count(*) from promises p where p.account_id = a.id and p.state = 'open')
             from accounts a where a.name_key >= ?1 and a.name_key < ?2 order by a.name_key, a.id limit ?3"
        ),
        &params![&from, after_prefix(&from), limit],
    )?;
    if !named.is_empty() {
        return Ok(named);
    }
    conn.all(
        sql!(
            "select a.id, a.name, a.name_key, a.country, a.relationship_owner,
             (select count(*) from cases c where c.account_id = a.id and +c.open = 1),
             (select count(*) from promises p where p.account_id = a.id and p.state = 'open')
             from accounts a where a.reference >= ?1 and a.reference < ?2 order by a.reference limit ?3"
        ),
        &params![prefix.trim(), after_prefix(prefix.trim()), limit],
    )
}

pub(crate) fn index(tx: &Tx, account: &Account, now: Timestamp) -> Result<(), Fault> {
    let body = format!("{} {}", account.reference.as_deref().unwrap_or(""), account.what_matters);
    let doc = Doc {
        kind: "account",
        subject: account.id.0,
        case: None,
        account: Some(account.id.0),
        at: now,
        title: &account.name,
        body: body.trim(),
    };
    search::put(tx, &doc)
}

fn checked(conn: &Conn, account: &Account) -> Result<Account, NotKept> {
    let reference = account.reference.as_deref().map(str::trim).filter(|r| !r.is_empty()).map(str::to_owned);
    let account = Account { name: account.name.trim().to_owned(), reference, ..account.clone() };
    if account.name.is_empty() || account.name.chars().count() > NAME_AT_MOST {
        return Err(Refusal::input("name", "account-name").with("most", NAME_AT_MOST).into());
    }
    if account.what_matters.chars().count() > TEXT_AT_MOST {
        return Err(Refusal::input("what_matters", "too-long").with("most", TEXT_AT_MOST).into());
    }
    if account.rules.len() > RULES_AT_MOST {
        return Err(Refusal::input("rules", "too-many-entries").with("most", RULES_AT_MOST).into());
    }
    if holidays::zone(&account.zone).is_err() {
        return Err(Refusal::input("zone", "zone-unknown").with("zone", &account.zone).into());
    }
    if account.strength.is_some_and(|s| !(1..=5).contains(&s)) {
        return Err(Refusal::input("strength", "strength-odd").into());
    }
    for (person, field) in [(account.relationship_owner, "relationship_owner"), (account.cover, "cover")] {
        if let Some(id) = person
            && crate::people::by_id(conn, id)?.is_none()
        {
            return Err(Refusal::input(field, "no-such-colleague").into());
        }
    }
    if let Some(reference) = &account.reference
        && by_reference(conn, reference)?.is_some_and(|other| other != account.id)
    {
        return Err(Refusal::input("reference", "reference-taken").into());
    }
    if let Some(calendar) = account.calendar_id
        && crate::calendars::by_id(conn, calendar)?.is_none()
    {
        return Err(Refusal::input("calendar_id", "no-such-calendar").into());
    }
    Ok(account)
}
