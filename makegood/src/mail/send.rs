//! What became of a try to send a mail is kept in one transaction: every recipient, the mail itself, and what its case learns of it.
//! So *sent* stands on a case only after a mail server confirmed it.

use super::smtp::Said;
use crate::act::{self, NotDone};
use casework::Command;
use casework::commands::{MessageCameBack, MessageWent, SendReceipt};
use casework::facts::Actor;
use casework::ids::{CaseId, MailId, RequestId};
use jiff::Timestamp;
use store::facts::{Asking, CaseRef};
use store::firm::Firm;
use store::mails::{self, At, Came, Recipient, TRIED_FOR, Taken};
use store::outbox::Settled;
use store::{Fault, Tx};
use uuid::Uuid;

/// The word of an automatic receipt among the purposes of a mail.
pub const RECEIPT: &str = "receipt";

/// Who keeps it, and when.
#[derive(Clone, Debug)]
pub struct Keeper<'a> {
    pub firm: &'a Firm,
    pub salt: [u8; 16],
    pub now: Timestamp,
}

/// What was kept.
#[derive(Debug)]
pub struct Kept {
    pub settled: Settled,
    /// The firm, when it had moved on.
    pub moved: Option<Firm>,
}

/// The recipients who are still to be asked, with their numbers.
pub fn to_ask(recipients: &[Recipient]) -> Vec<(i64, &str)> {
    let numbered = (0_i64..).zip(recipients);
    numbered.filter(|(_, one)| one.state == Came::Waiting).map(|(n, one)| (n, one.address.as_str())).collect()
}

/// Keeps what the recipients' server said, `said` by the number of each recipient who was asked.
///
/// # Errors
/// Faults of the database; nothing is kept then, and the same bytes leave again.
pub fn settle(tx: &Tx, keeper: &Keeper, taken: &Taken, said: &[(i64, Said)]) -> Result<Kept, Fault> {
    let (due, now) = (&taken.due, keeper.now);
    let too_long = now.duration_since(due.leaves_at) >= TRIED_FOR;
    let came: Vec<(i64, Came, &str)> =
        said.iter().map(|(n, said)| (*n, state_of(said, too_long), words_of(said))).collect();
    let after = |n: i64, before: Came| came.iter().find(|(m, ..)| *m == n).map_or(before, |(_, state, _)| *state);
    let states: Vec<Came> = (0_i64..).zip(&taken.recipients).map(|(n, one)| after(n, one.state)).collect();
    let trouble = came.iter().find(|(_, state, _)| *state != Came::Sent).map_or("", |(.., words)| *words);
    let settled = if states.contains(&Came::Waiting) {
        mails::deferred(tx, due.id, due.attempts, trouble, now)?
    } else if states.iter().any(|state| matches!(state, Came::Sent | Came::Delayed)) {
        mails::went(tx, due.id, due.attempts, now)?
    } else {
        mails::gave_up(tx, due.id, due.attempts, trouble)?
    };
    if settled == Settled::TooLate {
        return Ok(Kept { settled, moved: None });
    }
    for (n, state, words) in &came {
        mails::came(tx, due.id, *n, *state, words, now)?;
    }
    let first = (0_i64..).zip(&taken.recipients).find(|(_, one)| one.place == At::To);
    let Some((case, (n, to))) = due.case.zip(first) else { return Ok(Kept { settled, moved: None }) };
    let told = match came.iter().find(|(m, ..)| *m == n) {
        Some((_, Came::Sent, _)) => Some(("sent", went(taken, to, now))),
        Some((_, Came::Refused, words)) => {
            Some(("undelivered", undelivered(due.id, &due.purpose, &to.address, words, now)))
        }
        _ => None,
    };
    let moved = match told {
        Some((what, Some(command))) => tell(tx, keeper, case, due.id, what, &command)?,
        _ => None,
    };
    Ok(Kept { settled, moved })
}

fn state_of(said: &Said, too_long: bool) -> Came {
    match said {
        Said::Sent(_) => Came::Sent,
        Said::Refused(_) => Came::Refused,
        // Five days are enough: somebody must reach them by another way.
        Said::Later(_) if too_long => Came::Refused,
        Said::Later(_) => Came::Waiting,
    }
}

fn words_of(said: &Said) -> &str {
    match said {
        Said::Sent(words) | Said::Refused(words) | Said::Later(words) => words,
    }
}

fn went(taken: &Taken, to: &Recipient, now: Timestamp) -> Option<Command> {
    let (due, text) = (&taken.due, taken.due.body.clone());
    match due.purpose.as_str() {
        RECEIPT => to.contact.map(|to| SendReceipt { to, text, happened_at: Some(now) }.into()),
        "notice" | "digest" => None,
        _ => Some(MessageWent { mail: due.id, text, happened_at: Some(now) }.into()),
    }
}

/// What the case hears when the person it was written to does not have it; the program's own mail is no word of the case.
pub(super) fn undelivered(mail: MailId, purpose: &str, address: &str, said: &str, now: Timestamp) -> Option<Command> {
    let ours = !matches!(purpose, RECEIPT | "notice" | "digest");
    let (address, said) = (address.to_owned(), said.to_owned());
    ours.then(|| MessageCameBack { mail, address, said, happened_at: Some(now) }.into())
}

/// Asks the case, once for each mail and each thing that can become of it. A case that says no keeps what became of the mail.
pub(super) fn tell(
    tx: &Tx,
    keeper: &Keeper,
    case: CaseId,
    mail: MailId,
    what: &str,
    command: &Command,
) -> Result<Option<Firm>, Fault> {
    let request = RequestId(Uuid::new_v5(&mail.0, what.as_bytes()));
    let asking = Asking { by: Actor::System, request, seen: None, now: keeper.now, other: None };
    let salt = act::own_salt(keeper.salt, request);
    match act::within(tx, keeper.firm, CaseRef::Id(case), &asking, command, salt) {
        Ok((_, moved)) => Ok(moved),
        Err(NotDone::Refused(refusal)) => {
            tracing::error!(%mail, what, code = refusal.code, "a case did not want to hear what became of its mail");
            Ok(None)
        }
        Err(NotDone::Fault(fault)) => Err(fault),
    }
}
