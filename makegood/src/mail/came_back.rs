//! A delivery report about a mail of ours: kept for each recipient it names; the case hears when the one it was written to does not have
//! it. A report of a delay is shown and changes nothing, and no report confirms anything.

use super::send::{Keeper, tell, undelivered};
use casework::ids::{CaseId, MailId};
use store::firm::Firm;
use store::mails::{self, At, Came, Recipient, State};
use store::{Conn, Fault, Tx};

/// Mails of a case that are looked through when a report names none.
const LOOKED_AT: usize = 20;
/// Recipients of a report that are looked at.
const RECIPIENTS_AT_MOST: usize = 50;

/// What became of a mail with one recipient, as a report says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nobody tries any more.
    Failed,
    Delayed,
    /// It arrived after all.
    Delivered,
}

/// One recipient of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub address: String,
    pub outcome: Outcome,
    /// What the other side said.
    pub said: String,
}

/// A report, as far as it is about mail of ours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The Message-ID of the mail that it returns, with or without its angles.
    pub mail_id: Option<String>,
    /// The case whose signed address it was sent to.
    pub case: Option<CaseId>,
    pub words: Vec<Word>,
}

/// What was made of a report.
#[derive(Debug, Default)]
pub struct Heard {
    /// The mail that it is about; nothing when it is none of ours.
    pub about: Option<(MailId, Option<CaseId>)>,
    /// Whether the case heard that its mail did not arrive.
    pub told: Told,
    /// The firm, when it had moved on.
    pub moved: Option<Firm>,
}

/// Whether a case was told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Told {
    #[default]
    No,
    Yes,
}

/// Keeps what a report says, in the transaction that keeps the report. The same again changes nothing.
///
/// # Errors
/// Faults of the database.
pub fn heard(tx: &Tx, keeper: &Keeper, report: &Report) -> Result<Heard, Fault> {
    let Some((mail, case)) = about(tx, report)? else { return Ok(Heard::default()) };
    let mut heard = Heard { about: Some((mail, case)), ..Heard::default() };
    let Some(shown) = mails::one(tx, mail)? else { return Ok(heard) };
    let recipients = mails::recipients(tx, mail)?;
    for word in report.words.iter().take(RECIPIENTS_AT_MOST) {
        let Some((n, to)) = named(&recipients, word) else { continue };
        let Some(state) = after(to.state, word.outcome) else { continue };
        mails::came(tx, mail, n, state, &word.said, keeper.now)?;
        if state != Came::Bounced || to.place != At::To {
            continue;
        }
        if shown.state == State::Sent {
            mails::bounced(tx, mail, &word.said)?;
        }
        let command = undelivered(mail, &shown.purpose, &to.address, &word.said, keeper.now);
        if let Some((case, command)) = case.zip(command) {
            heard.moved = tell(tx, keeper, case, mail, "bounced", &command)?.or(heard.moved);
            heard.told = Told::Yes;
        }
    }
    Ok(heard)
}

/// The mail that a report returns; without its id the newest one of the case that went to an address it names.
fn about(conn: &Conn, report: &Report) -> Result<Option<(MailId, Option<CaseId>)>, Fault> {
    let id = report.mail_id.as_deref().map(|id| id.trim().trim_start_matches('<').trim_end_matches('>'));
    if let Some(id) = id
        && let Some(found) = mails::by_mail_id(conn, id)?
    {
        return Ok(Some(found));
    }
    let Some(case) = report.case.filter(|_| id.is_none()) else { return Ok(None) };
    for mail in mails::of_case(conn, case)?.into_iter().filter(|mail| mail.sent_at.is_some()).take(LOOKED_AT) {
        let recipients = mails::recipients(conn, mail.id)?;
        if report.words.iter().any(|word| exactly(&recipients, &word.address).is_some()) {
            return Ok(Some((mail.id, Some(case))));
        }
    }
    Ok(None)
}

/// The recipient that a report means; one that was passed on elsewhere is meant when there was only one.
fn named<'a>(recipients: &'a [Recipient], word: &Word) -> Option<(i64, &'a Recipient)> {
    exactly(recipients, &word.address).or(match recipients {
        [only] => Some((0, only)),
        _ => None,
    })
}

fn exactly<'a>(recipients: &'a [Recipient], address: &str) -> Option<(i64, &'a Recipient)> {
    (0_i64..).zip(recipients).find(|(_, one)| one.address.eq_ignore_ascii_case(address.trim()))
}

/// What follows for a recipient; nothing when it changes nothing.
fn after(before: Came, outcome: Outcome) -> Option<Came> {
    match (before, outcome) {
        (Came::Sent | Came::Waiting | Came::Delayed, Outcome::Failed) => Some(Came::Bounced),
        (Came::Sent, Outcome::Delayed) => Some(Came::Delayed),
        (Came::Delayed, Outcome::Delivered) => Some(Came::Sent),
        _ => None,
    }
}
