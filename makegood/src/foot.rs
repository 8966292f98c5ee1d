//! How each message to a customer ends: somebody by name, their number, the hours, and the page where the case stands (S212). A
//! message that ends without one of them is not kept.
use crate::theirs::guest;
use crate::theirs::seen::named;
use crate::web::when;
use crate::words::Language;
use crate::words::spoken::said_in;
use crate::words::t_with;
use casework::Case;
use casework::commands::Command;
use casework::facts::{Actor, Facts};
use casework::ids::{ContactId, PersonId};
use casework::refusal::Refusal;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::contacts::{self, Contact};
use store::firm::Firm;
use store::links::{self, Link};
use store::people::{self, Person};
use store::{Conn, Fault, Tx};

/// Lines with something in them that count as the end of a message.
const LINES_AT_MOST: usize = 5;
/// Fewer digits are no telephone number.
const DIGITS_AT_LEAST: usize = 6;

/// What a message to somebody can end with.
pub struct Ending<'a> {
    pub firm: &'a Firm,
    pub person: &'a Person,
    pub to: &'a Contact,
    /// Where they are.
    pub zone: TimeZone,
    pub links: &'a [Link],
    pub public_url: &'a str,
    pub now: Timestamp,
}

impl Ending<'_> {
    /// The lines, in the language of whoever reads them.
    pub fn lines(&self, language: &str) -> String {
        said_in(Language::theirs(language).unwrap_or(Language::English), || {
            let mut lines = vec![match self.person.phone.as_str() {
                "" => self.person.name.clone(),
                phone => format!("{} · {phone}", self.person.name),
            }];
            if let Some((from, to)) = named(self.firm, Some(self.person), self.now).there {
                let hour = |at| when::hour(at, &self.zone).words;
                lines.push(t_with("theirs-message-hours", &[("from", hour(from).into()), ("to", hour(to).into())]));
            }
            if let Some(link) = self.links.iter().find(|link| link.contact == self.to.id && link.stands(self.now)) {
                let page = format!("{}{}", self.public_url, guest::home(link));
                lines.push(t_with("theirs-message-page", &[("page", page.into())]));
            }
            lines.join("\n")
        })
    }
}

/// The end of a message about a case, as its form shows it; nothing where one of both is unknown.
///
/// # Errors
/// Faults of the database.
pub fn of_case(
    conn: &Conn,
    firm: &Firm,
    case: &Case,
    (by, to): (PersonId, ContactId),
    public_url: &str,
    now: Timestamp,
) -> Result<Option<String>, Fault> {
    let (Some(person), Some(contact)) = (people::by_id(conn, by)?, contacts::by_id(conn, to)?) else { return Ok(None) };
    let Some(account) = store::accounts::by_id(conn, case.account)? else { return Ok(None) };
    let zone = if contact.zone.is_empty() { &account.zone } else { &contact.zone };
    let zone = store::holidays::zone(zone).unwrap_or(TimeZone::UTC);
    let links = links::of_case(conn, case.id)?;
    let ending = Ending { firm, person: &person, to: &contact, zone, links: &links, public_url, now };
    let language = if contact.language.is_empty() { &account.language } else { &contact.language };
    Ok(Some(ending.lines(language)))
}

/// Looks at how a message ends before it is kept.
///
/// # Errors
/// What its end lacks, or a fault of the database.
pub fn look(tx: &Tx, facts: &Facts, command: &Command, now: Timestamp) -> Result<Option<Refusal>, Fault> {
    let (to, text) = match command {
        Command::RecordMessage(message) => (message.to, &message.text),
        Command::SendMessage(message) => (message.to, &message.text),
        _ => return Ok(None),
    };
    let sender = match facts.actor {
        Actor::Person(id) => Some(id),
        _ => None,
    };
    let mut ours: Vec<Person> = vec![];
    for id in sender.into_iter().chain([facts.case.team.owner]) {
        ours.extend(people::by_id(tx, id)?);
    }
    let links = links::of_case(tx, facts.case.id)?;
    let link = links.iter().find(|link| link.contact == to && link.stands(now));
    Ok(lacks(text, &ours, link))
}

fn lacks(text: &str, ours: &[Person], link: Option<&Link>) -> Option<Refusal> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    if lines.is_empty() {
        // That nothing was written at all is said elsewhere.
        return None;
    }
    let end = lines.iter().rev().take(LINES_AT_MOST).copied().collect::<Vec<_>>();
    let stands = |words: &str| end.iter().any(|line| line.contains(words));
    let lacking = |code| Some(Refusal::input("text", code));
    let Some(person) = ours.iter().find(|person| stands(&person.name)) else {
        return lacking("message-names-nobody");
    };
    let number = digits(&person.phone);
    let is_number = |line: &&str| match number.as_str() {
        "" => !line.contains("://") && digits(line).len() >= DIGITS_AT_LEAST,
        number => digits(line).contains(number),
    };
    if !end.iter().any(is_number) {
        return lacking("message-has-no-number");
    }
    if !end.iter().any(|line| hours(line) >= 2) {
        return lacking("message-has-no-hours");
    }
    let page = |link: &Link| stands(&guest::home(link)) || stands("/their/");
    if link.is_some_and(|link| !page(link)) {
        return lacking("message-has-no-page");
    }
    // A message that begins with its end says nothing: a name and a number are no words.
    let first = lines[0].replace(&person.name, "").replace(&person.phone, "");
    if !first.contains(char::is_alphabetic) {
        return lacking("message-empty");
    }
    None
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Times of day in a line, as 9:00 or 17.30.
fn hours(line: &str) -> usize {
    let bytes = line.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_time = |at: &usize| {
        let mark = bytes.get(*at).is_some_and(|b| matches!(b, b':' | b'.'));
        mark && *at > 0 && digit(*at - 1) && digit(*at + 1) && digit(*at + 2) && !digit(*at + 3)
    };
    (0..bytes.len()).filter(is_time).count()
}
