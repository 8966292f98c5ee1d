//! One small named firm, built by the same functions and commands that people use, and a way to act in it.

#![allow(dead_code)] // Each program of stories uses its own part of this.

use casework::clock::ClockKind;
use casework::commands::{Command, OpenCase};
use casework::facts::Actor;
use casework::ids::*;
use casework::kinds::*;
use casework::refusal::Refusal;
use casework::{Change, decide};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};
use store::accounts::{self, Account};
use store::commit::{self, Keeping};
use store::contacts::{self, Contact};
use store::facts::{self, Asking, CaseRef};
use store::mailboxes::{MailboxSpec, Security, SignIn, Way};
use store::people::{self, Person};
use store::{By, Db, Fault, NotKept, calendars, firm, numbers, settings};
use uuid::Uuid;

/// 2026-03-02 09:00 UTC, a Monday.
pub const NOW: Timestamp = super::NOW;

pub const MARIA: PersonId = PersonId(Uuid::from_u128(1));
pub const EWA: PersonId = PersonId(Uuid::from_u128(2));
pub const QUINN: PersonId = PersonId(Uuid::from_u128(3));
pub const ANNA: PersonId = PersonId(Uuid::from_u128(8));
pub const ACME: AccountId = AccountId(Uuid::from_u128(0xACE));
pub const BOREALIS: AccountId = AccountId(Uuid::from_u128(0xB0));
pub const MS_RAO: ContactId = ContactId(Uuid::from_u128(0xA0));
pub const MR_HALE: ContactId = ContactId(Uuid::from_u128(0xA1));
pub const JONAS: ContactId = ContactId(Uuid::from_u128(0xB1));

/// Minutes after the beginning of the story.
pub fn after(minutes: i64) -> Timestamp {
    NOW.checked_add(SignedDuration::from_mins(minutes)).expect("in range")
}

pub fn request(n: u128) -> RequestId {
    RequestId(Uuid::from_u128(0xF000_0000 + n))
}

pub fn by(n: u128) -> By {
    By { person: Some(ANNA), request: request(n), now: NOW }
}

/// A mailbox that only sends, by a server on this machine.
pub fn sends(address: &str, name: &str) -> MailboxSpec {
    let (security, sign_in) = (Security::Open, SignIn::Password);
    let way = Way { host: "localhost".into(), port: 25, security, user: String::new(), sign_in };
    MailboxSpec {
        address: address.into(),
        name: name.into(),
        incoming: None,
        folder: String::new(),
        outgoing: Some(way),
        oauth: None,
        per_hour: None,
    }
}

pub fn person(id: PersonId, name: &str, roles: &[Role]) -> Person {
    Person {
        id,
        name: name.into(),
        email: format!("{}@boards.example", name.to_lowercase()),
        phone: "+48 22 555 0100".into(),
        zone: "Europe/Warsaw".into(),
        roles: roles.to_vec(),
        quiet: Some((20 * 60, 7 * 60)),
        active: true,
        language: String::new(),
    }
}

/// Four colleagues, two customers, three contacts, our calendar.
pub fn build(db: &Db) {
    let made: Result<(), NotKept> = db.write_now(|tx| {
        let people = [
            person(ANNA, "Anna", &[Role::Administrator]),
            person(MARIA, "Maria", &[Role::Owner, Role::RelationshipOwner]),
            person(EWA, "Ewa", &[Role::Manager]),
            person(QUINN, "Quinn", &[Role::Quality]),
        ];
        for (n, colleague) in people.iter().enumerate() {
            people::add(tx, colleague, "$argon2id$none", &by(n as u128))?;
        }
        let hours = firm::default_calendar("Europe/Warsaw");
        calendars::add(tx, Uuid::from_u128(0xCA), &hours, &by(10))?;
        settings::set_our_calendar(tx, Uuid::from_u128(0xCA), &by(11))?;
        for (id, name, n) in [(ACME, "Acme Robotics", 20), (BOREALIS, "Boréalis GmbH", 21)] {
            let account = Account {
                zone: "America/Chicago".into(),
                relationship_owner: Some(MARIA),
                cover: Some(EWA),
                reference: Some(format!("K-{n}")),
                ..Account::named(id, name)
            };
            accounts::add(tx, &account, &by(n))?;
        }
        let contacts = [(MS_RAO, ACME, "Dana Rao"), (MR_HALE, ACME, "Tom Hale"), (JONAS, BOREALIS, "Jonas Weber")];
        for (n, (id, account, name)) in contacts.into_iter().enumerate() {
            let email = format!("{}@customer.example", name.split(' ').next().expect("a name").to_lowercase());
            let contact = Contact { email, phone: "+1 512 555 0148".into(), ..Contact::named(id, account, name) };
            contacts::add(tx, &contact, &by(30 + n as u128))?;
        }
        Ok(())
    });
    made.expect("the world is made");
}

/// Why nothing was done.
#[derive(Debug)]
pub enum NotDone {
    Refused(Refusal),
    NoSuchCase,
    Fault(Fault),
}
impl From<Fault> for NotDone {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// What one wish came to: the case as it then is; nothing new when the request had been done before.
#[derive(Debug, Clone, PartialEq)]
pub enum Done {
    Now(Change),
    Before(CaseId, u64),
}
impl Done {
    pub fn change(self) -> Change {
        match self {
            Self::Now(change) => change,
            Self::Before(..) => panic!("the request had been done before"),
        }
    }
}

/// The whole way of a change: look whether it was done, gather, decide, keep. As the program's one door does it.
pub fn ask(
    db: &Db,
    on: CaseRef,
    who: Actor,
    command: impl Into<Command>,
    n: u128,
    now: Timestamp,
) -> Result<Done, NotDone> {
    ask_two(db, on, None, who, command, n, now)
}

/// The same with a second case, as merge, link and split need it.
pub fn ask_two(
    db: &Db,
    on: CaseRef,
    other: Option<CaseRef>,
    who: Actor,
    command: impl Into<Command>,
    n: u128,
    now: Timestamp,
) -> Result<Done, NotDone> {
    let command = command.into();
    db.write_now(move |tx| {
        let request = request(n);
        let asking = Asking { by: who, request, seen: None, now, other };
        let door = facts::door(tx, on, &asking)?;
        if let Some((case, version)) = door.done {
            return Ok(Done::Before(case, version));
        }
        let firm = firm::load(tx)?;
        let Some(gathered) = facts::gather_from(tx, &firm, on, &asking, door)? else {
            return Err(NotDone::NoSuchCase);
        };
        let change = decide(&gathered.facts, &command).map_err(NotDone::Refused)?;
        if facts::is_nothing(&change) {
            return Ok(Done::Now(change));
        }
        let keeping = Keeping {
            before: &gathered.facts.case,
            other_before: gathered.facts.other.as_ref(),
            tail: &gathered.tail,
            other_tail: &gathered.other_tail,
            request,
            salt: Sha256::digest(n.to_be_bytes())[..16].try_into().expect("16 bytes"),
            now,
        };
        commit::commit(tx, &change, &keeping)?;
        Ok(Done::Now(change))
    })
}

/// Asks by Maria on an existing case; it must be taken.
pub fn act(db: &Db, number: CaseNumber, command: impl Into<Command>, n: u128, now: Timestamp) -> Change {
    match ask(db, CaseRef::Number(number), Actor::Person(MARIA), command, n, now) {
        Ok(done) => done.change(),
        Err(NotDone::Refused(refusal)) => panic!("refused: {} {:?}", refusal.code, refusal.parts),
        Err(other) => panic!("{other:?}"),
    }
}

/// Opens a case by Maria, as she would on the phone; its number is the next free one.
pub fn open(db: &Db, command: OpenCase, n: u128, now: Timestamp) -> CaseNumber {
    let number = db.write_now::<_, Fault, _>(|tx| numbers::take_block(tx, 1)).expect("a number");
    let on = CaseRef::New(CaseId(Uuid::from_u128(0xCA5E_0000 + n)), command.account, number);
    match ask(db, on, Actor::Person(MARIA), command, n, now) {
        Ok(Done::Now(change)) => change.case.number,
        Ok(Done::Before(..)) => panic!("the request had been done before"),
        Err(NotDone::Refused(refusal)) => panic!("refused: {} {:?}", refusal.code, refusal.parts),
        Err(other) => panic!("{other:?}"),
    }
}

/// A defect, told by the customer, impact not known.
pub fn trouble(account: AccountId, contact: ContactId, title: &str) -> OpenCase {
    OpenCase {
        account,
        contact: Some(contact),
        title: title.into(),
        kind: TroubleKind::Defect,
        kind_text: None,
        origin: Origin::CustomerReported,
        safety: Safety::Nobody,
        recognised_at: None,
        written_at: None,
        impacts: vec![],
        deadline: None,
        remedy_asked: None,
        promised_on: None,
        new_date: None,
        facts: vec![],
        item: None,
        owner: None,
        signal: None,
        playbooks: vec![],
    }
}

/// A command from its JSON, as the API reads it.
pub fn command(word: &str, json: serde_json::Value) -> Command {
    Command::read(word, json).expect("a known word").unwrap_or_else(|e| panic!("{word}: {e}"))
}

/// Reads through the port; a fault ends the story.
pub fn read<T: Send + 'static>(db: &Db, work: impl Fn(&store::Conn) -> Result<T, Fault> + Send + 'static) -> T {
    db.read_now(work).expect("read")
}

/// Writes through the port; a refusal or fault ends the story.
pub fn write<T: Send + 'static>(db: &Db, work: impl Fn(&store::Tx) -> Result<T, NotKept> + Send + 'static) -> T {
    db.write_now(work).expect("kept")
}

/// Writes through the port; it must be refused with this code.
pub fn refused<T: Send + 'static>(
    db: &Db,
    code: &str,
    work: impl Fn(&store::Tx) -> Result<T, NotKept> + Send + 'static,
) {
    match db.write_now(work) {
        Err(NotKept::Refused(refusal)) => assert_eq!(refusal.code, code),
        Err(NotKept::Fault(fault)) => panic!("{fault}"),
        Ok(_) => panic!("not refused with {code}"),
    }
}

/// The first contact is owed; used to look for a clock by its kind.
pub const FIRST_CONTACT: ClockKind = ClockKind::FirstContact;
