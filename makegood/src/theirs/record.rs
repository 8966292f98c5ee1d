//! The record of a case, made of what was told to its customer and nothing else: an event that does not say itself for them is left
//! behind where it is read.
use crate::app::App;
use crate::record::{self, Head, Installation, Role, SigningKey, Told, Who};
use crate::say::Reader;
use crate::web::when;
use crate::words::{self, t, t_with};
use casework::facts::Actor;
use casework::ids::*;
use casework::text::{Part, Text};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};
use std::collections::{HashMap, HashSet};
use store::accounts::Account;
use store::firm::Firm;
use store::{Conn, Fault, cases, contacts, history, record_key};

/// Events looked through, oldest first; the newest of a longer history are missing, which no case of a life comes near.
const EVENTS_READ: usize = 100_000;

/// A record as it is taken along.
#[derive(Debug)]
pub struct Taken {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// One thing as it was said for the customer.
struct Said {
    at: Timestamp,
    by: Actor,
    text: Text,
}

/// What was read for it.
struct Kept {
    number: CaseNumber,
    title: String,
    owner: PersonId,
    said: Vec<Said>,
    names: HashMap<ContactId, String>,
}

/// The record of a case of this customer, in the language of the page under way and on this clock; nothing when it is no case of theirs.
///
/// # Errors
/// Faults of the database.
pub async fn of(app: &App, number: CaseNumber, account: &Account, zone: &TimeZone) -> Result<Option<Taken>, Fault> {
    let whose = account.id;
    let Some(kept) = app.db.read(move |conn| kept(conn, number, whose)).await? else { return Ok(None) };
    let key = key(app).await?;
    let (firm, now) = (app.firm(), app.now());
    let accounts = HashMap::from([(account.id, account.name.clone())]);
    let reader = Reader { firm: &firm, contacts: &kept.names, accounts: &accounts, zone, now };
    let head = Head {
        installation: Installation { name: firm.company.to_string(), address: app.public_url().to_owned() },
        customer: account.name.clone(),
        case: kept.number.to_string(),
        title: kept.title.clone(),
        language: words::spoken().tag().to_owned(),
        zone: zone.iana_name().unwrap_or("UTC").to_owned(),
        made: when::iso(now),
    };
    let known = known(&kept);
    let told: Vec<Told> = kept.said.iter().map(|said| told(&reader, &known, said)).collect();
    let left_out = |n: usize| t_with("theirs-record-left-out", &[("n", n.into())]);
    let bytes = record::write(&key, &head, &told, left_out)
        .map_err(|e| Fault::Engine(anyhow::Error::new(e).context("a record")))?;
    Ok(Some(Taken { name: format!("{}.jsonl", kept.number), bytes }))
}

/// The key of this installation, made now if there is none.
async fn key(app: &App) -> Result<SigningKey, Fault> {
    let seed = match app.db.read(record_key::kept).await? {
        Some(seed) => seed,
        None => {
            let (fresh, now) = (app.random::<32>(), app.now());
            app.db.write(move |tx| record_key::keep(tx, fresh, now)).await?
        }
    };
    grown(&seed)
}

/// What is signed with here, for whoever compares; nothing until the first record was made.
///
/// # Errors
/// Faults of the database.
pub async fn our_key(app: &App) -> Result<Option<record::PublicKey>, Fault> {
    app.db.read(record_key::kept).await?.map(|seed| grown(&seed).map(|key| key.public())).transpose()
}

fn grown(seed: &record_key::Seed) -> Result<SigningKey, Fault> {
    SigningKey::of(seed).ok_or_else(|| Fault::Engine(anyhow::anyhow!("the key of the records grows from nothing")))
}

fn kept(conn: &Conn, number: CaseNumber, account: AccountId) -> Result<Option<Kept>, Fault> {
    let Some(case) = cases::by_number(conn, number)?.map(|kept| kept.case).filter(|case| case.account == account)
    else {
        return Ok(None);
    };
    let (mut said, mut after, mut read) = (vec![], 0, 0);
    while read < EVENTS_READ {
        let rows = history::rows(conn, case.id, after)?;
        let Some(last) = rows.last() else { break };
        (after, read) = (last.seq, read + rows.len());
        for row in &rows {
            let happening = history::happening(row)?;
            let when = happening.when;
            said.extend(happening.event.told().map(|text| Said { at: when.happened_at, by: when.by, text }));
        }
    }
    let names = contacts::of_account(conn, account)?.into_iter().map(|contact| (contact.id, contact.name)).collect();
    Ok(Some(Kept { number, title: case.title, owner: case.team.owner, said, names }))
}

/// Whom of ours they know by name: their person here, and everybody whom something told to them names. Anybody else is the firm.
fn known(kept: &Kept) -> HashSet<PersonId> {
    let mut known = HashSet::from([kept.owner]);
    kept.said.iter().flat_map(|said| &said.text.parts).for_each(|(_, part)| named(part, &mut known));
    known
}

fn named(part: &Part, known: &mut HashSet<PersonId>) {
    match part {
        Part::Person(id) => _ = known.insert(*id),
        Part::List(parts) => parts.iter().for_each(|part| named(part, known)),
        _ => {}
    }
}

fn told(reader: &Reader<'_>, known: &HashSet<PersonId>, said: &Said) -> Told {
    let parts = said.text.parts.iter().map(|(name, part)| (name.clone(), in_full(reader, part))).collect();
    let fields = said.text.parts.iter().map(|(name, part)| (name.to_string(), field(reader, part)));
    Told {
        time: when::iso(said.at),
        when: when::whole_moment(said.at, reader.zone),
        who: who(reader.firm, reader, known, said.by),
        told: said.text.key.strip_prefix("told-").unwrap_or(&said.text.key).to_owned(),
        words: reader.say(&Text { key: said.text.key.clone(), parts }),
        fields: fields.collect::<Map<String, Value>>(),
    }
}

fn who(firm: &Firm, reader: &Reader<'_>, known: &HashSet<PersonId>, by: Actor) -> Who {
    match by {
        Actor::Customer(id) => Who { role: Role::Customer, name: reader.contact(id) },
        Actor::Person(id) if known.contains(&id) => Who { role: Role::Supplier, name: firm.name_of(id).to_owned() },
        Actor::Person(_) | Actor::System | Actor::Import => {
            Who { role: Role::Supplier, name: firm.company.to_string() }
        }
    }
}

/// A record is read long after: no *tomorrow* in it, and every day with its year.
fn in_full(reader: &Reader<'_>, part: &Part) -> Part {
    match part {
        Part::Time(at) => Part::Said(when::whole_moment(*at, reader.zone)),
        Part::Date(day) => Part::Said(when::whole_date(*day)),
        Part::List(parts) => Part::List(parts.iter().map(|part| in_full(reader, part)).collect()),
        other => other.clone(),
    }
}

/// The same for a program to read: times as numbers of their standard, amounts in whole minor units.
fn field(reader: &Reader<'_>, part: &Part) -> Value {
    match part {
        Part::Said(words) => json!(words),
        Part::Number(n) => json!(n),
        Part::Time(at) => json!(when::iso(*at)),
        Part::Date(day) => json!(day.to_string()),
        Part::Person(id) => json!(reader.firm.name_of(*id)),
        Part::Contact(id) => json!(reader.contact(*id)),
        Part::Account(id) => json!(reader.accounts.get(id)),
        Part::Case(number) => json!(number.to_string()),
        Part::Money(money) => json!({ "cents": money.cents, "currency": money.currency }),
        Part::Key(key) => json!(t(key)),
        Part::List(parts) => parts.iter().map(|part| field(reader, part)).collect(),
    }
}
