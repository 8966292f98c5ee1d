//! Who is at Nordlot Boards, for whom they work, and when each side is there: read from `firm.toml`.
use super::{SIGN_IN, Unfilled, when};
use crate::app::App;
use casework::calendar::{CalendarSpec, HolidayChoice, Window};
use casework::ids::{AccountId, ContactId, PersonId};
use casework::kinds::Role;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use store::accounts::{Account, CommunicationProtocol};
use store::contacts::Contact;
use store::handling::{self, Figures};
use store::people::Person;
use store::{By, NotKept};
use uuid::Uuid;

const WRITTEN: &str = include_str!("firm.toml");
/// Colleagues and customers in the file.
const AT_MOST: usize = 40;

/// The file, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// What they are called.
    company: String,
    /// What everybody can read of how they handle trouble.
    handling: Said,
    person: Vec<WrittenPerson>,
    pub customer: Vec<Customer>,
}
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
struct Said {
    phone: String,
    email: String,
    words: BTreeMap<String, String>,
}
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenPerson {
    short: String,
    name: String,
    roles: Vec<Role>,
    phone: String,
}
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Customer {
    pub short: String,
    pub name: String,
    pub reference: String,
    country: String,
    #[serde(default)]
    region: String,
    zone: String,
    #[serde(default = "english")]
    language: String,
    /// Hours of their day, from and to.
    open: (Time, Time),
    since: Date,
    /// Who keeps the relationship.
    pub owner: String,
    matters: String,
    /// What they order, and how: days between two orders, and days on the road.
    pub items: Vec<String>,
    pub rhythm: i64,
    pub transit: i64,
    pub contact: Vec<WrittenContact>,
}
fn english() -> String {
    "en".into()
}
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenContact {
    pub short: String,
    name: String,
    /// How to address them.
    #[serde(rename = "as")]
    address_as: String,
    role: String,
    phone: String,
}

/// What a short name in the tales stands for.
#[derive(Default)]
pub struct Names {
    pub people: HashMap<String, PersonId>,
    pub contacts: HashMap<String, ContactId>,
    pub accounts: HashMap<String, AccountId>,
    /// How a letter begins and ends: a contact's address, a colleague's first name.
    pub called: HashMap<String, String>,
}

impl Names {
    /// Somebody of ours or theirs, or their firm.
    pub fn id(&self, short: &str) -> Option<Uuid> {
        let person = self.people.get(short).map(|p| p.0);
        person.or_else(|| self.contacts.get(short).map(|c| c.0)).or_else(|| self.accounts.get(short).map(|a| a.0))
    }
}

impl Written {
    /// The whole name of somebody at a customer.
    pub fn contact_name(&self, short: &str) -> Option<&str> {
        self.customer.iter().flat_map(|c| &c.contact).find(|c| c.short == short).map(|c| c.name.as_str())
    }
}

/// # Errors
/// When the file is not well written.
pub fn read() -> Result<Written, Unfilled> {
    let written: Written = toml::from_str(WRITTEN).map_err(|e| Unfilled::Story(e.to_string()))?;
    if written.person.len() > AT_MOST || written.customer.len() > AT_MOST {
        return Err(Unfilled::Story("too many people".into()));
    }
    Ok(written)
}

/// Adds everybody as of the beginning of the year.
pub async fn add(app: &App, written: &Written, password: &str, now: Timestamp) -> Result<Names, Unfilled> {
    let (password, salt) = (password.to_owned(), app.random());
    let hashed = tokio::task::spawn_blocking(move || crate::password::hash(&password, salt)).await;
    let hash = hashed.ok().and_then(Result::ok).ok_or_else(|| Unfilled::Story("the password is not one".into()))?;
    let names = names(app, written);
    let people: Vec<Person> = written.person.iter().map(|person| colleague(&names, person)).collect();
    let customers: Vec<_> = written.customer.iter().map(|customer| one(app, &names, customer, now)).collect();
    let (by, ours) = (By { person: None, request: app.new_request(), now: app.now() }, app.new_id());
    let hours =
        hours("Nordlot, Warsaw", when::ZONE, (Time::constant(8, 0, 0, 0), Time::constant(18, 0, 0, 0)), "PL", "");
    app.db
        .write(move |tx| {
            store::calendars::add(tx, ours, &hours, &by)?;
            store::settings::set_our_calendar(tx, ours, &by)?;
            for person in &people {
                let known = if person.email == SIGN_IN { hash.as_str() } else { "" };
                store::people::add(tx, person, known, &by)?;
            }
            for (account, calendar, contacts) in &customers {
                if let Some(id) = account.calendar_id {
                    store::calendars::add(tx, id, calendar, &by)?;
                }
                store::accounts::add(tx, account, &by)?;
                contacts.iter().try_for_each(|contact| store::contacts::add(tx, contact, &by).map(drop))?;
            }
            Ok::<_, NotKept>(())
        })
        .await?;
    named(app, written, &names).await?;
    app.refresh_firm().await?;
    Ok(names)
}

/// What they are called, and what everybody can read of how they handle trouble; Maria published it, figures and all.
async fn named(app: &App, written: &Written, names: &Names) -> Result<(), NotKept> {
    let (company, said) = (written.company.clone(), written.handling.clone());
    let by = By { person: names.people.get("maria").copied(), request: app.new_request(), now: app.now() };
    let write = move |tx: &store::Tx| {
        store::welcome::name_company(tx, &company, &by)?;
        let said = said.clone();
        handling::write(tx, &handling::Written { words: said.words, phone: said.phone, email: said.email }, 0, &by)?;
        handling::publish(tx, Figures::Shown, 1, &by)
    };
    app.db.write(write).await
}

fn names(app: &App, written: &Written) -> Names {
    let mut names = Names::default();
    for person in &written.person {
        names.people.insert(person.short.clone(), PersonId(app.new_id()));
        let first = person.name.split(' ').next().unwrap_or_default();
        names.called.insert(person.short.clone(), first.to_owned());
    }
    for customer in &written.customer {
        names.accounts.insert(customer.short.clone(), AccountId(app.new_id()));
        for contact in &customer.contact {
            names.contacts.insert(contact.short.clone(), ContactId(app.new_id()));
            names.called.insert(contact.short.clone(), contact.address_as.clone());
        }
    }
    names
}

fn colleague(names: &Names, person: &WrittenPerson) -> Person {
    Person {
        id: names.people[&person.short],
        name: person.name.clone(),
        email: format!("{}@nordlot.example", person.short),
        phone: person.phone.clone(),
        zone: when::ZONE.to_owned(),
        roles: person.roles.clone(),
        quiet: Some((20 * 60, 7 * 60)),
        active: true,
        language: String::new(),
    }
}

fn one(app: &App, names: &Names, customer: &Customer, now: Timestamp) -> (Account, CalendarSpec, Vec<Contact>) {
    let id = names.accounts[&customer.short];
    let agreed_on = when::months_before(now, 5).to_zoned(when::zone()).date();
    let protocol = CommunicationProtocol {
        preferred_channel: "phone".into(),
        update_rhythm: "daily while something is open".into(),
        escalation_theirs: customer.contact.last().map(|c| c.name.clone()).unwrap_or_default(),
        escalation_ours: "Ewa Lindqvist, Jon Sandberg".into(),
        agreed_by_us: names.called.get(&customer.owner).cloned().unwrap_or_default(),
        agreed_by_them: customer.contact.first().map(|c| c.name.clone()).unwrap_or_default(),
        agreed_on: Some(agreed_on),
        ..CommunicationProtocol::default()
    };
    let account = Account {
        reference: Some(customer.reference.clone()),
        country: customer.country.clone(),
        region: customer.region.clone(),
        zone: customer.zone.clone(),
        language: customer.language.clone(),
        relationship_owner: names.people.get(&customer.owner).copied(),
        cover: names.people.get("maria").copied(),
        calendar_id: Some(app.new_id()),
        since_on: Some(customer.since),
        strength: Some(4),
        what_matters: customer.matters.clone(),
        protocol,
        ..Account::named(id, &customer.name)
    };
    let host: String = customer.name.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    let contacts = customer.contact.iter().map(|contact| Contact {
        address_as: contact.address_as.clone(),
        role: contact.role.clone(),
        email: format!("{}@{host}.example", contact.short),
        phone: contact.phone.clone(),
        language: customer.language.clone(),
        ..Contact::named(names.contacts[&contact.short], id, &contact.name)
    });
    let calendar = hours(&customer.name, &customer.zone, customer.open, &customer.country, &customer.region);
    (account, calendar, contacts.collect())
}

fn hours(name: &str, zone: &str, (from, to): (Time, Time), country: &str, region: &str) -> CalendarSpec {
    let minute = |time: Time| u16::try_from(i32::from(time.hour()) * 60 + i32::from(time.minute())).unwrap_or(0);
    let open = vec![Window { from: minute(from), to: minute(to) }];
    let week = [open.clone(), open.clone(), open.clone(), open.clone(), open, vec![], vec![]];
    let region = (!region.is_empty()).then(|| region.to_owned());
    let holidays = HolidayChoice { country: country.to_owned(), region };
    CalendarSpec {
        name: name.to_owned(),
        version: 1,
        zone: zone.to_owned(),
        week,
        exceptions: Default::default(),
        holidays: Some(holidays),
    }
}
