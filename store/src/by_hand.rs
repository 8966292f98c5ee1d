//! A mail gets its place by a person, and a slip can be taken back soon after; the log keeps who did what.
use crate::messages::{self, Place};
use crate::{By, Conn, Fault, NotKept, Tx, audit, unheard};
use casework::Refusal;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// How long after it was placed; later it is no slip any more.
pub const WITHIN: SignedDuration = SignedDuration::from_mins(15);

/// Puts an unsorted mail onto a case or to an account.
///
/// # Errors
/// Refused when there is no such mail.
pub fn place(tx: &Tx, mail: Uuid, place: &Place, by: &By) -> Result<(), NotKept> {
    if !messages::put_in_place(tx, mail, place)? {
        return Err(Refusal::missing("no-such-mail").into());
    }
    // A machine's words are shown on the case and tell it nothing.
    let by_person = messages::by_id(tx, mail)?.is_some_and(|mail| mail.origin == "person");
    if matches!(place, Place::Case { .. }) && by_person {
        unheard::mark(tx, mail, by.now)?;
    }
    let there = match place {
        Place::Case { case, .. } => case.to_string(),
        Place::Account { account, .. } => account.to_string(),
        Place::Unsorted => String::new(),
    };
    Ok(audit::note(tx, by, "mail-placed", &mail.to_string(), None::<&()>, Some(&there))?)
}

/// Whether this colleague has just given the mail its place.
pub fn may_be_taken_back(conn: &Conn, mail: Uuid, by: &By) -> Result<bool, Fault> {
    let since = by.now.saturating_sub(WITHIN).unwrap_or(Timestamp::MIN);
    let log = audit::about(conn, &mail.to_string(), 2)?;
    // Two lines of the same moment have no order, so the newest counts only when it is the only one of its moment.
    let undone = log.iter().any(|entry| entry.what == "mail-placed-undone" && entry.at >= log[0].at);
    Ok(!undone
        && log.first().is_some_and(|last| last.what == "mail-placed" && last.person == by.person && last.at >= since))
}

/// The mail is unsorted again.
///
/// # Errors
/// Refused when it was placed longer ago or by somebody else.
pub fn take_back(tx: &Tx, mail: Uuid, by: &By) -> Result<(), NotKept> {
    if by.person.is_none() || !may_be_taken_back(tx, mail, by)? {
        return Err(Refusal::state("mail-undo-too-late").into());
    }
    messages::put_in_place(tx, mail, &Place::Unsorted)?;
    unheard::heard(tx, mail)?;
    Ok(audit::note(tx, by, "mail-placed-undone", &mail.to_string(), None::<&()>, None::<&()>)?)
}
