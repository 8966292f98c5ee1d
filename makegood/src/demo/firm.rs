//! Who is at Nordlot Boards, for whom they work, and when each side is there.
use super::{SIGN_IN, Unfilled, when};
use crate::app::App;
use casework::calendar::{CalendarSpec, HolidayChoice, Window};
use casework::ids::{AccountId, ContactId, PersonId};
use casework::kinds::Role;
use jiff::{Timestamp, civil::Date};
use std::collections::HashMap;
use store::accounts::{Account, CommunicationProtocol};
use store::contacts::Contact;
use store::people::Person;
use store::{By, NotKept};
use uuid::Uuid;

/// What a short name in the stories stands for.
#[derive(Default)]
pub struct Names {
    pub people: HashMap<&'static str, PersonId>,
    pub contacts: HashMap<&'static str, ContactId>,
    pub accounts: HashMap<&'static str, AccountId>,
}

/// Short name, name, roles, phone.
const PEOPLE: [(&str, &str, &[Role], &str); 12] = {
    use Role::*;
    [
        ("maria", "Maria Krawczyk", &[Owner, Administrator], "+48 22 555 01 17"),
        ("ewa", "Ewa Lindqvist", &[Manager], "+48 22 555 01 10"),
        ("rita", "Rita Falk", &[RelationshipOwner], "+48 22 555 01 12"),
        ("anna", "Anna Holm", &[RelationshipOwner, Owner], "+48 22 555 01 13"),
        ("tomek", "Tomek Zieliński", &[Owner], "+48 22 555 01 18"),
        ("sven", "Sven Åkesson", &[Owner], "+48 22 555 01 19"),
        ("jon", "Jon Sandberg", &[Quality], "+48 22 555 01 30"),
        ("ines", "Inês Duarte", &[Quality], "+48 22 555 01 31"),
        ("piotr", "Piotr Nowak", &[Operations], "+48 22 555 01 40"),
        ("lars", "Lars Ek", &[Operations], "+48 22 555 01 41"),
        ("dora", "Dora Berg", &[Director], "+48 22 555 01 01"),
        ("olga", "Olga Wójcik", &[Reader], "+48 22 555 01 50"),
    ]
};

struct Customer {
    short: &'static str,
    name: &'static str,
    reference: &'static str,
    country: &'static str,
    region: &'static str,
    zone: &'static str,
    /// Minutes of the local day.
    hours: (u16, u16),
    since: i16,
    owner: &'static str,
    matters: &'static str,
    /// Short name, name, how to address them, role, phone.
    contacts: &'static [(&'static str, &'static str, &'static str, &'static str, &'static str)],
}

const CUSTOMERS: [Customer; 6] = [
    Customer {
        short: "acme",
        name: "Acme Robotics",
        reference: "10017",
        country: "US",
        region: "",
        zone: "America/Chicago",
        hours: (7 * 60, 16 * 60),
        since: 2017,
        owner: "rita",
        matters: "Their line runs on our boards within two days of arrival. They want the bad news first and by phone.",
        contacts: &[
            ("dana", "Dana Ruiz", "Dana", "quality", "+1 512 555 0148"),
            ("tom", "Tom Hale", "Mr Hale", "buyer", "+1 512 555 0111"),
        ],
    },
    Customer {
        short: "kite",
        name: "Kite Labs",
        reference: "10023",
        country: "DE",
        region: "BE",
        zone: "Europe/Berlin",
        hours: (8 * 60, 17 * 60),
        since: 2020,
        owner: "anna",
        matters: "Small batches, many changes. A date that is sure matters more to them than an early one.",
        contacts: &[
            ("jonas", "Jonas Weber", "Herr Weber", "planner", "+49 30 555 0110"),
            ("lena", "Lena Vogt", "Frau Vogt", "engineer", "+49 30 555 0112"),
        ],
    },
    Customer {
        short: "borealis",
        name: "Borealis Instruments",
        reference: "10031",
        country: "FI",
        region: "",
        zone: "Europe/Helsinki",
        hours: (8 * 60, 16 * 60),
        since: 2015,
        owner: "rita",
        matters: "They build for ships: what leaves the harbour cannot be called back.",
        contacts: &[
            ("aino", "Aino Laine", "Aino", "buyer", "+358 9 555 0120"),
            ("mikko", "Mikko Salo", "Mikko", "engineer", "+358 9 555 0121"),
        ],
    },
    Customer {
        short: "mills",
        name: "Mills & Sons",
        reference: "10042",
        country: "GB",
        region: "ENG",
        zone: "Europe/London",
        hours: (8 * 60 + 30, 17 * 60),
        since: 2011,
        owner: "anna",
        matters: "A family firm. They forgive much and forget little.",
        contacts: &[
            ("grace", "Grace Mills", "Ms Mills", "owner", "+44 113 555 0130"),
            ("harold", "Harold Dean", "Mr Dean", "goods in", "+44 113 555 0132"),
        ],
    },
    Customer {
        short: "sakura",
        name: "Sakura Measuring",
        reference: "10058",
        country: "JP",
        region: "",
        zone: "Asia/Tokyo",
        hours: (9 * 60, 18 * 60),
        since: 2022,
        owner: "rita",
        matters: "Everything in writing after it was said, with lot numbers.",
        contacts: &[("haru", "Haruka Sato", "Sato-san", "quality", "+81 6 5550 0140")],
    },
    Customer {
        short: "halden",
        name: "Halden Medical",
        reference: "10064",
        country: "CH",
        region: "ZH",
        zone: "Europe/Zurich",
        hours: (8 * 60, 17 * 60),
        since: 2019,
        owner: "anna",
        matters: "Papers must be right before goods are: without the certificate nothing is unpacked.",
        contacts: &[("urs", "Urs Keller", "Herr Keller", "incoming inspection", "+41 44 555 01 50")],
    },
];

/// Adds everybody as of six months ago.
pub async fn add(app: &App, password: &str, now: Timestamp) -> Result<Names, Unfilled> {
    let (password, salt) = (password.to_owned(), app.random());
    let hashed = tokio::task::spawn_blocking(move || crate::password::hash(&password, salt)).await;
    let hash = hashed.ok().and_then(Result::ok).ok_or_else(|| Unfilled::Story("the password is not one".into()))?;
    let names = names(app);
    let people: Vec<Person> = PEOPLE.iter().map(|person| colleague(&names, person)).collect();
    let (customers, by, ours) =
        (customers(app, &names, now), By { person: None, request: app.new_request(), now: app.now() }, app.new_id());
    app.db
        .write(move |tx| {
            store::calendars::add(tx, ours, &hours("Nordlot, Warsaw", when::ZONE, (8 * 60, 18 * 60), ("PL", "")), &by)?;
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
    app.refresh_firm().await?;
    Ok(names)
}

fn names(app: &App) -> Names {
    let mut names = Names::default();
    names.people.extend(PEOPLE.iter().map(|p| (p.0, PersonId(app.new_id()))));
    for customer in &CUSTOMERS {
        names.accounts.insert(customer.short, AccountId(app.new_id()));
        names.contacts.extend(customer.contacts.iter().map(|c| (c.0, ContactId(app.new_id()))));
    }
    names
}

fn colleague(names: &Names, (short, name, roles, phone): &(&str, &str, &[Role], &str)) -> Person {
    Person {
        id: names.people[short],
        name: (*name).to_owned(),
        email: format!("{short}@nordlot.example"),
        phone: (*phone).to_owned(),
        zone: when::ZONE.to_owned(),
        roles: roles.to_vec(),
        quiet: Some((20 * 60, 7 * 60)),
        active: true,
    }
}

fn customers(app: &App, names: &Names, now: Timestamp) -> Vec<(Account, CalendarSpec, Vec<Contact>)> {
    CUSTOMERS.iter().map(|customer| one(app, names, customer, now)).collect()
}

fn one(app: &App, names: &Names, customer: &Customer, now: Timestamp) -> (Account, CalendarSpec, Vec<Contact>) {
    let id = names.accounts[customer.short];
    let agreed_on = when::months_before(now, 5).to_zoned(when::zone()).date();
    let protocol = CommunicationProtocol {
        preferred_channel: "phone".into(),
        update_rhythm: "daily while something is open".into(),
        escalation_theirs: customer.contacts.last().map(|c| c.1.to_owned()).unwrap_or_default(),
        escalation_ours: "Ewa Lindqvist, Jon Sandberg".into(),
        agreed_by_us: "Rita Falk".into(),
        agreed_by_them: customer.contacts[0].1.to_owned(),
        agreed_on: Some(agreed_on),
        ..CommunicationProtocol::default()
    };
    let account = Account {
        reference: Some(customer.reference.to_owned()),
        country: customer.country.to_owned(),
        region: customer.region.to_owned(),
        zone: customer.zone.to_owned(),
        relationship_owner: names.people.get(customer.owner).copied(),
        cover: names.people.get("maria").copied(),
        calendar_id: Some(app.new_id()),
        since_on: Date::new(customer.since, 3, 1).ok(),
        strength: Some(4),
        what_matters: customer.matters.to_owned(),
        protocol,
        ..Account::named(id, customer.name)
    };
    let host: String = customer.name.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    let contacts = customer.contacts.iter().map(|(short, name, address_as, role, phone)| Contact {
        address_as: (*address_as).to_owned(),
        role: (*role).to_owned(),
        email: format!("{short}@{host}.example"),
        phone: (*phone).to_owned(),
        ..Contact::named(names.contacts[short], id, name)
    });
    let calendar = hours(customer.name, customer.zone, customer.hours, (customer.country, customer.region));
    (account, calendar, contacts.collect())
}

fn hours(name: &str, zone: &str, (from, to): (u16, u16), (country, region): (&str, &str)) -> CalendarSpec {
    let open = vec![Window { from, to }];
    let week = [open.clone(), open.clone(), open.clone(), open.clone(), open, vec![], vec![]];
    let holidays =
        HolidayChoice { country: country.to_owned(), region: (!region.is_empty()).then(|| region.to_owned()) };
    CalendarSpec {
        name: name.to_owned(),
        version: 1,
        zone: zone.to_owned(),
        week,
        exceptions: Default::default(),
        holidays: Some(holidays),
    }
}

/// Whether an id is somebody of ours or theirs.
impl Names {
    pub fn id(&self, short: &str) -> Option<Uuid> {
        let person = self.people.get(short).map(|p| p.0);
        person.or_else(|| self.contacts.get(short).map(|c| c.0)).or_else(|| self.accounts.get(short).map(|a| a.0))
    }
}
