//! What is known about a mail before it gets its place: its sender, what it answers, the cases it names.

use super::PARENTS_AT_MOST;
use crate::{Conn, Fault, cases, contacts, list, params, record, sql};
use casework::ids::{AccountId, CaseId, CaseNumber, ContactId, MailId};
use uuid::Uuid;

/// Cases that went one into the other; a longer row is a mistake.
const MERGED_AT_MOST: usize = 5;

/// A case as far as sorting mail needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseSeen {
    pub case: CaseId,
    pub number: CaseNumber,
    pub account: AccountId,
    pub open: Open,
}

/// Whether a case is still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    Open,
    Closed,
}

/// What a mail says, to be looked up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Looked<'a> {
    pub sender: Option<&'a str>,
    pub mail_id: Option<&'a str>,
    /// Ids of mails it answers, the likeliest first.
    pub parents: &'a [String],
    /// The case whose address, signed by us, it was sent to.
    pub signed: Option<CaseNumber>,
    /// Mails of ours that it answers, by Message-IDs that we sealed; the likeliest first.
    pub ours: &'a [MailId],
    /// Case numbers in its subject.
    pub numbers: &'a [CaseNumber],
}

/// What is known about a mail before it gets its place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Contacts with the sender's address.
    pub senders: Vec<(ContactId, AccountId)>,
    /// The case whose signed address it was sent to.
    pub signed: Option<CaseSeen>,
    /// The mail of ours that it answers.
    pub ours: Option<OurMail>,
    pub parent: Option<Parent>,
    /// Cases whose numbers it mentions, in that order.
    pub mentioned: Vec<CaseSeen>,
    /// The thread of a mail with the same Message-ID that is here already.
    pub twin: Option<Uuid>,
}

/// A mail of ours that is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OurMail {
    pub mail: MailId,
    pub case: Option<CaseSeen>,
}

/// The mail that this one answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parent {
    pub id: Uuid,
    pub thread: Uuid,
    pub case: Option<CaseSeen>,
}

/// Looks up what is known.
pub fn known(conn: &Conn, looked: &Looked<'_>) -> Result<Known, Fault> {
    let senders = looked.sender.map_or(Ok(Vec::new()), |sender| contacts::by_email(conn, sender))?;
    let twin = match looked.mail_id {
        Some(id) => conn.maybe(
            sql!("select thread_id from messages where mail_id = ?1 order by received_at, id limit 1"),
            &params![id],
        )?,
        None => None,
    };
    let signed: Vec<CaseNumber> = looked.signed.into_iter().collect();
    Ok(Known {
        senders: senders.into_iter().filter(|one| one.active).map(|one| (one.id, one.account_id)).collect(),
        signed: mentioned(conn, &signed)?.first().copied(),
        ours: our_mail(conn, looked.ours)?,
        parent: parent(conn, looked.parents)?,
        mentioned: mentioned(conn, looked.numbers)?,
        twin,
    })
}

fn our_mail(conn: &Conn, ids: &[MailId]) -> Result<Option<OurMail>, Fault> {
    for id in ids.iter().take(PARENTS_AT_MOST) {
        let found: Option<Option<Uuid>> =
            conn.maybe(sql!("select case_id from mails_out where id = ?1"), &params![*id])?;
        if let Some(case) = found {
            return Ok(Some(OurMail { mail: *id, case: seen(conn, case)? }));
        }
    }
    Ok(None)
}

fn parent(conn: &Conn, ids: &[String]) -> Result<Option<Parent>, Fault> {
    if ids.is_empty() {
        return Ok(None);
    }
    let wanted = list(ids.iter().take(PARENTS_AT_MOST).map(String::as_str));
    let found: Vec<(String, Uuid, Uuid, Option<Uuid>)> = conn.all(
        sql!("select mail_id, id, thread_id, case_id from messages where mail_id in {texts ?1} order by received_at, id limit 1000"),
        &params![wanted],
    )?;
    let best = ids.iter().find_map(|id| found.iter().find(|(mail_id, ..)| mail_id == id));
    let Some((_, id, thread, case)) = best else { return Ok(None) };
    Ok(Some(Parent { id: *id, thread: *thread, case: seen(conn, *case)? }))
}

fn seen(conn: &Conn, case: Option<Uuid>) -> Result<Option<CaseSeen>, Fault> {
    case.map_or(Ok(None), |case| case_seen(conn, CaseId(case)))
}

/// The case, or the one that it went into.
pub fn case_seen(conn: &Conn, case: CaseId) -> Result<Option<CaseSeen>, Fault> {
    let row: Option<CaseRow> =
        conn.maybe(sql!("select id, number, account_id, open from cases where id = ?1"), &params![case])?;
    row.map(|row| goes_on(conn, row.into())).transpose()
}

/// What went into another case goes on there, so mail about it does too.
fn goes_on(conn: &Conn, seen: CaseSeen) -> Result<CaseSeen, Fault> {
    let mut last = seen;
    for _ in 0..MERGED_AT_MOST {
        if last.open == Open::Open {
            break;
        }
        let into = cases::by_number(conn, last.number)?.and_then(|kept| kept.case.merged_into);
        let Some(into) = into else { break };
        let row: Option<CaseRow> =
            conn.maybe(sql!("select id, number, account_id, open from cases where id = ?1"), &params![into])?;
        match row {
            Some(row) => last = row.into(),
            None => break,
        }
    }
    Ok(last)
}

fn mentioned(conn: &Conn, numbers: &[CaseNumber]) -> Result<Vec<CaseSeen>, Fault> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let wanted = list(numbers.iter().filter_map(|number| i64::try_from(number.0).ok()));
    let rows: Vec<CaseRow> =
        conn.all(sql!("select id, number, account_id, open from cases where number in {ints ?1}"), &params![wanted])?;
    let seen: Vec<CaseSeen> = rows.into_iter().map(CaseSeen::from).collect();
    let named = numbers.iter().filter_map(|number| seen.iter().find(|case| case.number == *number).copied());
    named.map(|case| goes_on(conn, case)).collect()
}

record! {
    struct CaseRow {
        id: Uuid,
        number: i64,
        account: Uuid,
        open: bool,
    }
}

impl From<CaseRow> for CaseSeen {
    fn from(row: CaseRow) -> CaseSeen {
        CaseSeen {
            case: CaseId(row.id),
            number: CaseNumber(row.number.unsigned_abs()),
            account: AccountId(row.account),
            open: if row.open { Open::Open } else { Open::Closed },
        }
    }
}
