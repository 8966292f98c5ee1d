//! What a person says about a mail, in one transaction: it lies where they say, and each case that it leaves or reaches has it in its history with
//! their name. A machine's mail is moved and no case hears of it.

use super::quoted;
use super::receive::told::Told;
use super::route::Signal;
use crate::act::{self, NotDone};
use casework::Case;
use casework::commands::{Command, MoveLetterAway, PlaceLetter};
use casework::facts::Actor;
use casework::ids::{CaseId, CaseNumber, ContactId, MessageId, RequestId};
use casework::parts::Said;
use casework::refusal::Refusal;
use store::by_hand::{self, Along, Moved, Waited};
use store::facts::{Asking, CaseRef};
use store::firm::Firm;
use store::messages::{self, Message, Place, PlaceWord};
use store::mint::Mint;
use store::{By, Fault, NotKept, Tx, cases, signals};
use uuid::Uuid;

/// Who moves a mail, and what their wishes need.
pub struct Hand<'a> {
    pub firm: &'a Firm,
    pub by: By,
    pub salt: [u8; 16],
}

/// Puts a mail where somebody says, with what goes along. The same request again changes nothing. The firm comes back when it had moved on.
///
/// # Errors
/// The rule's refusal, or a fault of ours; nothing has changed then.
pub fn put(tx: &Tx, hand: &Hand, mail: Uuid, along: Along, place: &Place) -> Result<Option<Firm>, NotDone> {
    if by_hand::done_before(tx, &hand.by)?.is_some() {
        return Ok(None);
    }
    let mails = by_hand::along(tx, mail, along).map_err(not_done)?;
    let target = match place {
        Place::Case { case, .. } => case_of(tx, Some(case.0))?,
        Place::Account { .. } | Place::Unsorted => None,
    };
    let mut cases = Cases::default();
    let mut moved = vec![];
    for mail in mails {
        if target.as_ref().is_some_and(|case| Some(case.id.0) == mail.case_id) {
            return Err(Refusal::input("case", "mail-lies-there").into());
        }
        let before = cases.get(tx, mail.case_id)?;
        let waits = |case: &&Case| case.mails.letters.iter().any(|letter| letter.message.0 == mail.id);
        let waited = if before.filter(waits).is_some() { Waited::Yes } else { Waited::No };
        moved.push(Moved { mail, waited });
    }
    let mut firm = None;
    let into = target.as_ref().map(|case| case.number);
    for one in &moved {
        let from = cases.get(tx, one.mail.case_id)?;
        firm = leaves(tx, hand, &one.mail, from, into)?.or(firm);
    }
    by_hand::place(tx, &moved, place, &hand.by).map_err(not_done)?;
    for one in &moved {
        let from = cases.get(tx, one.mail.case_id)?.map(|case| case.number);
        let waits = if one.mail.case_id.is_none() || one.waited == Waited::Yes { Said::Yes } else { Said::No };
        if let (Place::Case { contact, .. }, Some(case)) = (place, &target) {
            firm = reaches(tx, hand, &one.mail, case, (*contact, from, waits))?.or(firm);
        }
    }
    raise(tx, hand, &moved, place)?;
    Ok(firm)
}

/// Everything stands as before what this person did last with the mail, and the cases have that in their history too.
///
/// # Errors
/// Refused when that was longer ago or somebody else's act; or a fault of ours.
pub fn take_back(tx: &Tx, hand: &Hand, mail: Uuid) -> Result<Option<Firm>, NotDone> {
    let before = by_hand::before(tx, mail)?;
    if by_hand::may_be_taken_back(tx, mail, &hand.by)?.is_none() {
        return Err(Refusal::state("mail-undo-too-late").into());
    }
    let (mut firm, mut back) = (None, vec![]);
    for one in before {
        let Some(now) = messages::by_id(tx, one.id)? else { continue };
        if now.case_id == one.case.map(|case| case.0) {
            continue;
        }
        let (left, reached) = (case_of(tx, now.case_id)?, case_of(tx, one.case.map(|case| case.0))?);
        firm = leaves(tx, hand, &now, left.as_ref(), reached.as_ref().map(|case| case.number))?.or(firm);
        back.push((one, now, left.map(|case| case.number), reached));
    }
    by_hand::take_back(tx, mail, &hand.by).map_err(not_done)?;
    for (one, now, left, reached) in back {
        let waits = if one.waited { Said::Yes } else { Said::No };
        if let (Some(case), Some(contact)) = (reached, one.contact) {
            firm = reaches(tx, hand, &now, &case, (contact, left, waits))?.or(firm);
        }
    }
    Ok(firm)
}

/// A mail of somebody we know, on no case: whoever works hears of it as if it had come so.
fn raise(tx: &Tx, hand: &Hand, moved: &[Moved], place: &Place) -> Result<(), Fault> {
    let Some(first) = moved.first().filter(|one| one.mail.is_by_a_person()) else { return Ok(()) };
    if !matches!(place, Place::Account { .. }) {
        return Ok(());
    }
    let raised = Told::of(&first.mail).raised(place, Signal::Mail, hand.by.now);
    let mut mint = Mint::new(Uuid::new_v5(&hand.by.request.0, b"signal"), hand.by.now);
    signals::raise(tx, raised.as_slice(), &mut mint).map(drop)
}

fn leaves(
    tx: &Tx,
    hand: &Hand,
    mail: &Message,
    from: Option<&Case>,
    into: Option<CaseNumber>,
) -> Result<Option<Firm>, NotDone> {
    let Some(case) = from.filter(|case| hears(case, mail)) else { return Ok(None) };
    let away = MoveLetterAway { message: MessageId(mail.id), subject: mail.subject.clone(), into };
    ask(tx, hand, mail, case.id, "away", away.into())
}

fn reaches(
    tx: &Tx,
    hand: &Hand,
    mail: &Message,
    case: &Case,
    (from, moved_from, waits): (ContactId, Option<CaseNumber>, Said),
) -> Result<Option<Firm>, NotDone> {
    if !hears(case, mail) {
        return Ok(None);
    }
    let own = quoted::own(&mail.body);
    let placed = PlaceLetter {
        message: MessageId(mail.id),
        from,
        subject: mail.subject.clone(),
        text: if own.is_empty() { mail.body.clone() } else { own },
        moved_from,
        waits,
        happened_at: Some(mail.received_at),
    };
    ask(tx, hand, mail, case.id, "placed", placed.into())
}

/// A closed case is told nothing, and no case is told what a machine wrote.
fn hears(case: &Case, mail: &Message) -> bool {
    case.is_open() && mail.is_by_a_person()
}

fn ask(
    tx: &Tx,
    hand: &Hand,
    mail: &Message,
    case: CaseId,
    what: &str,
    command: Command,
) -> Result<Option<Firm>, NotDone> {
    let request = RequestId(Uuid::new_v5(&hand.by.request.0, format!("{what} {}", mail.id).as_bytes()));
    let Some(person) = hand.by.person else { return Err(Refusal::rights("needs-a-person").into()) };
    let asking = Asking { by: Actor::Person(person), request, seen: None, now: hand.by.now, other: None };
    let salt = act::own_salt(hand.salt, request);
    let (_, moved) = act::within(tx, hand.firm, CaseRef::Id(case), &asking, &command, salt)?;
    Ok(moved)
}

/// The cases that mails are taken from, each read once.
#[derive(Default)]
struct Cases(Vec<Case>);

impl Cases {
    fn get(&mut self, tx: &Tx, id: Option<Uuid>) -> Result<Option<&Case>, Fault> {
        let Some(id) = id else { return Ok(None) };
        if !self.0.iter().any(|case| case.id.0 == id) {
            self.0.extend(case_of(tx, Some(id))?);
        }
        Ok(self.0.iter().find(|case| case.id.0 == id))
    }
}

fn case_of(tx: &Tx, id: Option<Uuid>) -> Result<Option<Case>, Fault> {
    let Some(id) = id else { return Ok(None) };
    let Some(number) = cases::number_of(tx, CaseId(id))? else { return Ok(None) };
    Ok(cases::by_number(tx, number)?.map(|kept| kept.case))
}

fn not_done(why: NotKept) -> NotDone {
    match why {
        NotKept::Refused(refusal) => refusal.into(),
        NotKept::Fault(fault) => fault.into(),
    }
}

/// Whether a mail waits beside this case because somebody else wrote.
pub fn waits_beside(mail: &Message, case: CaseId) -> bool {
    mail.place == PlaceWord::Unsorted && mail.meant_case_id == Some(case.0) && mail.put_away_at.is_none()
}
