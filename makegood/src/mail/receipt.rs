//! The receipt of a written complaint: by itself, at once, in their language, saying who calls and by when (C02). It is queued once for
//! each case, and never beyond what a storm of mail could make of it.

use super::build::{Built, Kind, Mail, Party, answer_subject, build, first_subject};
use super::incoming::{AutoAnswer, Besides};
use super::reply_address;
use super::send::RECEIPT;
use super::wire::wire_address;
use crate::foot;
use crate::web::when::day_and_time;
use crate::words::{Language, said_in, t, t_with};
use casework::Case;
use casework::clock::ClockKind;
use casework::ids::{CaseId, ContactId, MailId};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use store::accounts::Account;
use store::contacts::Contact;
use store::firm::Firm;
use store::mailboxes::{self, Mailbox};
use store::mails::{self, At, Recipient, Written};
use store::messages::{self, Message};
use store::people::Person;
use store::{Fault, Tx, accounts, cases, contacts, people};
use uuid::Uuid;

/// Automatic mail to one address in [`DAY`] (limits table).
pub const PER_CORRESPONDENT: i64 = 1;
/// Automatic mail on one case in [`HOUR`].
pub const PER_CASE: i64 = 5;
/// Automatic mail of all servers in [`HOUR`].
pub const PER_SERVER: i64 = 2_000;
const DAY: SignedDuration = SignedDuration::from_hours(24);
const HOUR: SignedDuration = SignedDuration::from_hours(1);
/// Mails of a case that are looked at for the one that is answered.
const LETTERS_LOOKED_AT: usize = 50;

/// Who we are to whoever gets a receipt.
#[derive(Clone, Copy)]
pub struct House<'a> {
    pub firm: &'a Firm,
    pub key: &'a [u8],
    /// Where their page is reached.
    pub public_url: &'a str,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    Queued,
    /// Nobody set up a mailbox to send by: it waits for one.
    NoMailbox,
    /// Nothing is owed by mail: no address, no wish for mail, or it is there already.
    NotOwed,
    /// A machine wrote, or we did ourselves.
    Machine,
    /// Their mail asks for no automatic answer (RFC 3834, `X-Auto-Response-Suppress`).
    Unwanted,
    /// They had automatic mail today, or there was too much of it in the last hour.
    Enough,
}

/// Queues the receipt of a case in the transaction of the caller.
///
/// # Errors
/// Faults of the database.
pub fn queue(tx: &Tx, house: &House, on: CaseId, now: Timestamp) -> Result<Receipt, Fault> {
    let House { firm, key, public_url } = *house;
    let Some(number) = cases::number_of(tx, on)? else { return Ok(Receipt::NotOwed) };
    let Some(case) = cases::by_number(tx, number)?.map(|kept| kept.case) else { return Ok(Receipt::NotOwed) };
    let owed = case.is_open() && case.written_at.is_some() && case.receipt_at.is_none();
    let Some(contact) = case.contact.filter(|who| owed && case.joint.may_be_written_to(*who)) else {
        return Ok(Receipt::NotOwed);
    };
    let Some(contact) = contacts::by_id(tx, contact)?.filter(|contact| contact.active) else {
        return Ok(Receipt::NotOwed);
    };
    let Some(address) = wire_address(&contact.email) else { return Ok(Receipt::NotOwed) };
    let letters = messages::of_case(tx, case.id, LETTERS_LOOKED_AT)?;
    let theirs: Vec<&Message> = letters.iter().filter(|letter| letter.contact_id == Some(contact.id.0)).collect();
    let letter = theirs.iter().rev().find(|letter| letter.is_by_a_person()).copied();
    let us = |mailbox: &Mailbox| mailbox.spec.address == reply_address::bare(&address).to_lowercase();
    if (letter.is_none() && !theirs.is_empty()) || mailboxes::list(tx)?.iter().any(us) {
        return Ok(Receipt::Machine);
    }
    if letter.is_some_and(|letter| Besides::read(&letter.besides).auto_answer == Some(AutoAnswer::Unwanted)) {
        return Ok(Receipt::Unwanted);
    }
    let Some(mailbox) = mailboxes::default(tx)? else { return Ok(Receipt::NoMailbox) };
    if !within_budget(tx, &address, case.id, now)? {
        return Ok(Receipt::Enough);
    }
    let (Some(account), Some(owner)) = (accounts::by_id(tx, case.account)?, people::by_id(tx, case.team.owner)?) else {
        return Ok(Receipt::NotOwed);
    };
    let ending = foot::of_case(tx, firm, &case, (owner.id, contact.id), public_url, now)?.unwrap_or_default();
    let told = Told {
        case: &case,
        ending,
        contact: &contact,
        account: &account,
        owner: &owner,
        company: &firm.company,
        address: &address,
    };
    let answers = match letter {
        Some(letter) => Some((letter, messages::ids_of(tx, letter.id)?)),
        None => None,
    };
    let built = match told.built(&mailbox, key, answers, now) {
        Ok(built) => built,
        Err(why) => {
            tracing::error!(case = %case.number, %why, "a receipt could not be written");
            return Ok(Receipt::NotOwed);
        }
    };
    keep(tx, &case, contact.id, &address, &mailbox, &built, now)?;
    Ok(Receipt::Queued)
}

fn keep(
    tx: &Tx,
    case: &Case,
    to: ContactId,
    address: &str,
    mailbox: &Mailbox,
    built: &Built,
    now: Timestamp,
) -> Result<(), Fault> {
    let recipients = [Recipient::contact(At::To, to, address)];
    let written = Written {
        id: id_of(case.id),
        case: Some(case.id),
        mailbox: Some(mailbox.id),
        purpose: RECEIPT,
        by: None,
        mail_id: &built.mail_id,
        subject: &built.subject,
        body: &built.text,
        raw: &built.raw,
        leaves_at: now,
        recipients: &recipients,
    };
    mails::keep(tx, &written, now)
}

/// One receipt for each case, whoever queues it and however often.
pub fn id_of(case: CaseId) -> MailId {
    MailId(Uuid::new_v5(&case.0, RECEIPT.as_bytes()))
}

fn within_budget(tx: &Tx, address: &str, case: CaseId, now: Timestamp) -> Result<bool, Fault> {
    let before = |length: SignedDuration| now.saturating_sub(length).unwrap_or(Timestamp::MIN);
    Ok(mails::automatic_to(tx, address, before(DAY))? < PER_CORRESPONDENT
        && mails::automatic_on(tx, case, before(HOUR))? < PER_CASE
        && mails::automatic(tx, before(HOUR))? < PER_SERVER)
}

/// What a receipt tells.
struct Told<'a> {
    case: &'a Case,
    /// Whom to call, when, and their page (S212).
    ending: String,
    contact: &'a Contact,
    account: &'a Account,
    owner: &'a Person,
    company: &'a str,
    address: &'a str,
}

impl Told<'_> {
    fn built(
        &self,
        mailbox: &Mailbox,
        key: &[u8],
        answers: Option<(&Message, messages::Ids)>,
        now: Timestamp,
    ) -> Result<Built, super::build::NotBuilt> {
        let tags = [self.contact.language.as_str(), self.account.language.as_str()];
        let language = tags.into_iter().find_map(Language::theirs).unwrap_or(Language::English);
        let us = if mailbox.spec.name.is_empty() { self.company } else { &mailbox.spec.name };
        let (letter, ids) = answers.unzip();
        let ids = ids.unwrap_or_default();
        let subject = || said_in(language, || first_subject(&t("receipt-subject"), self.case.number));
        let mail = Mail {
            id: id_of(self.case.id),
            at: now,
            kind: Kind::Automatic,
            from: Party::new(us, &mailbox.spec.address),
            to: vec![Party::new(&self.contact.name, self.address)],
            cc: vec![],
            reply_to: reply_address::at(key, self.case.number, &mailbox.spec.address).map(|at| Party::new(us, &at)),
            subject: letter.map_or_else(subject, |letter| answer_subject(&letter.subject)),
            text: said_in(language, || self.text(letter, now)),
            language: language.tag(),
            files: vec![],
            in_reply_to: ids.mail_id,
            references: ids.references,
            key,
        };
        build(&mail)
    }

    /// Said in the language of the room.
    fn text(&self, letter: Option<&Message>, now: Timestamp) -> String {
        let name = if self.contact.address_as.is_empty() { &self.contact.name } else { &self.contact.address_as };
        let person = || self.owner.name.as_str().into();
        let arrived = match letter.map(|letter| letter.subject.trim()).filter(|subject| !subject.is_empty()) {
            Some(subject) => t_with("receipt-arrived-about", &[("subject", subject.into()), ("person", person())]),
            None => t_with("receipt-arrived", &[("person", person())]),
        };
        let mut lines =
            vec![t_with("receipt-hello", &[("name", name.as_str().into())]), arrived + " " + &self.call(now)];
        lines.push(t_with("receipt-number", &[("case", self.case.number.to_string().into()), ("person", person())]));
        let ours = [self.ending.as_str(), self.company].into_iter().filter(|line| !line.is_empty());
        lines.push(ours.collect::<Vec<_>>().join("\n"));
        lines.join("\n\n")
    }

    /// Who calls and by when, on their clock; a time that has passed is not promised anew.
    fn call(&self, now: Timestamp) -> String {
        let first = |kind: ClockKind| matches!(kind, ClockKind::FirstContact | ClockKind::UrgentContact);
        let due = self.case.clocks.iter().find(|clock| first(clock.kind) && clock.is_running()).map(|clock| clock.due);
        let person = ("person", self.owner.name.as_str().into());
        match due.filter(|due| *due > now) {
            Some(due) => {
                let zones = [&self.contact.zone, &self.account.zone, &self.owner.zone];
                let (name, zone) = zones.into_iter().find_map(|name| Some((name, TimeZone::get(name).ok()?))).unzip();
                let zone = zone.unwrap_or(TimeZone::UTC);
                let when = day_and_time(due, &zone);
                t_with(
                    "receipt-call",
                    &[person, ("when", when.into()), ("zone", name.map_or("UTC", String::as_str).into())],
                )
            }
            None => t_with("receipt-call-next", &[person]),
        }
    }
}
