//! Mail that came in, each in its place: on a case, with an account, or unsorted; hung under what it answers.

use crate::{Cell, Column, Conn, Fault, Tx, params, record, search, sql};
use casework::ids::{AccountId, CaseId, ContactId};
use jiff::Timestamp;
use uuid::Uuid;

mod known;
mod page;
mod place;
pub use known::{CaseSeen, Known, Looked, Open, OurMail, Parent, case_seen, known};
pub use page::{keep_page, page};
pub(crate) use place::found_at;
pub use place::{Orphan, PutAway, Stray, orphans, put_in_place, stray};

/// The longest page of messages.
pub const PAGE: usize = 200;
/// So many parents of one mail are looked up.
pub const PARENTS_AT_MOST: usize = 100;

/// Where a mail belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Case { case: CaseId, account: AccountId, contact: ContactId },
    Account { account: AccountId, contact: ContactId },
    Unsorted,
}

/// A mail to be kept in its place. Lists are JSON.
#[derive(Debug, Clone)]
pub struct Letter {
    pub id: Uuid,
    pub inbox: Uuid,
    pub place: Place,
    pub stray: Stray,
    /// The thread of its parent or twin; a new one is named after its first mail.
    pub thread: Option<Uuid>,
    pub parent: Option<Uuid>,
    pub mail_id: Option<String>,
    /// Ids of mails it answers, the likeliest first.
    pub parents: Vec<String>,
    pub origin: String,
    pub from_name: String,
    pub from_mail: String,
    pub recipients: String,
    pub subject: String,
    pub body: String,
    pub attachments: String,
    pub oddities: String,
    /// What else it said: JSON, or nothing.
    pub besides: String,
    pub sent_at: Option<Timestamp>,
    pub received_at: Timestamp,
}

/// Keeps a mail and hangs under it the mails that were waiting for it.
pub fn keep(tx: &Tx, letter: &Letter) -> Result<(), Fault> {
    let (place, case, account, contact) = match letter.place {
        Place::Case { case, account, contact } => ("case", Some(case), Some(account), Some(contact)),
        Place::Account { account, contact } => ("account", None, Some(account), Some(contact)),
        Place::Unsorted => ("unsorted", None, None, None),
    };
    let thread = letter.thread.unwrap_or(letter.id);
    tx.put(
        sql!(
            "insert into messages (id, inbox_id, thread_id, parent_id, place, case_id, account_id, contact_id, mail_id, origin, from_name, from_mail, recipients, subject, body, attachments, oddities, sent_at, received_at, meant_case_id, put_away_at, besides)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)"
        ),
        &params![
            letter.id,
            letter.inbox,
            thread,
            letter.parent,
            place,
            case.map(|id| id.0),
            account.map(|id| id.0),
            contact.map(|id| id.0),
            letter.mail_id.as_deref(),
            &letter.origin,
            &letter.from_name,
            &letter.from_mail,
            &letter.recipients,
            &letter.subject,
            &letter.body,
            &letter.attachments,
            &letter.oddities,
            letter.sent_at,
            letter.received_at,
            letter.stray.meant.map(|id| id.0),
            (letter.stray.put_away == PutAway::Yes).then_some(letter.received_at),
            &letter.besides,
        ],
    )?;
    for (parent, n) in letter.parents.iter().take(PARENTS_AT_MOST).zip(0i64..) {
        tx.put(
            sql!("insert into message_parents (message_id, n, mail_id) values (?1, ?2, ?3)"),
            &params![letter.id, n, parent],
        )?;
    }
    if let Some(mail_id) = &letter.mail_id {
        adopt(tx, letter.id, thread, mail_id)?;
    }
    let words = format!("{} {} {}", letter.from_name, letter.from_mail, letter.body);
    let account = account.map(|id| id.0);
    let doc = search::Doc {
        kind: "mail",
        subject: letter.id,
        case,
        account,
        at: letter.received_at,
        title: &letter.subject,
        body: &words,
    };
    search::put(tx, &doc)
}

/// Mails that arrived before the one they answer are hung under it, and their threads become one. A mail of the same
/// thread is left where it is, so that two mails that name each other make no ring.
fn adopt(tx: &Tx, id: Uuid, thread: Uuid, mail_id: &str) -> Result<(), Fault> {
    let orphans: Vec<(Uuid, Uuid)> = tx.all(
        sql!(
            "select m.id, m.thread_id from messages m join message_parents p on p.message_id = m.id
             where p.mail_id = ?1 and m.parent_id is null and m.thread_id <> ?2 order by m.received_at, m.id limit 1000"
        ),
        &params![mail_id, thread],
    )?;
    for (orphan, its_thread) in orphans {
        tx.put(sql!("update messages set parent_id = ?2 where id = ?1"), &params![orphan, id])?;
        tx.put(sql!("update messages set thread_id = ?2 where thread_id = ?1"), &params![its_thread, thread])?;
    }
    Ok(())
}

/// The three places, for lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceWord {
    Case,
    Account,
    Unsorted,
}

impl Column for PlaceWord {
    const EXPECTED: &'static str = "case, account or unsorted";
    fn of(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Text("case") => Some(PlaceWord::Case),
            Cell::Text("account") => Some(PlaceWord::Account),
            Cell::Text("unsorted") => Some(PlaceWord::Unsorted),
            _ => None,
        }
    }
}

record! {
    /// A mail as lists and pages show it. Lists are JSON.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Message {
        pub id: Uuid,
        pub inbox_id: Uuid,
        pub thread_id: Uuid,
        pub parent_id: Option<Uuid>,
        pub place: PlaceWord,
        pub case_id: Option<Uuid>,
        pub account_id: Option<Uuid>,
        pub contact_id: Option<Uuid>,
        pub origin: String,
        pub from_name: String,
        pub from_mail: String,
        pub recipients: String,
        pub subject: String,
        pub body: String,
        pub attachments: String,
        pub oddities: String,
        pub sent_at: Option<Timestamp>,
        pub received_at: Timestamp,
        /// The case that an unsorted mail seems to be about.
        pub meant_case_id: Option<Uuid>,
        pub put_away_at: Option<Timestamp>,
        pub besides: String,
    }
}

impl Message {
    pub fn is_by_a_person(&self) -> bool {
        self.origin == "person"
    }
}

/// One mail.
pub fn by_id(conn: &Conn, id: Uuid) -> Result<Option<Message>, Fault> {
    conn.maybe(
        sql!(
            "select id, inbox_id, thread_id, parent_id, place, case_id, account_id, contact_id, origin, from_name, from_mail, recipients, subject, body, attachments, oddities, sent_at, received_at, meant_case_id, put_away_at, besides
             from messages where id = ?1"
        ),
        &params![id],
    )
}

/// What an answer to a mail hangs under.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ids {
    /// Its Message-ID, without the angles.
    pub mail_id: Option<String>,
    /// Ids of the mails before it, oldest first.
    pub references: Vec<String>,
}

/// The ids by which an answer to this mail finds its thread.
pub fn ids_of(conn: &Conn, id: Uuid) -> Result<Ids, Fault> {
    let mail_id: Option<Option<String>> =
        conn.maybe(sql!("select mail_id from messages where id = ?1"), &params![id])?;
    let references: Vec<String> = conn.all(
        sql!("select mail_id from message_parents where message_id = ?1 order by n desc limit ?2"),
        &params![id, PARENTS_AT_MOST as i64],
    )?;
    Ok(Ids { mail_id: mail_id.flatten(), references })
}

/// The mails of a case, oldest first.
pub fn of_case(conn: &Conn, case: CaseId, size: usize) -> Result<Vec<Message>, Fault> {
    conn.all(
        sql!(
            "select id, inbox_id, thread_id, parent_id, place, case_id, account_id, contact_id, origin, from_name, from_mail, recipients, subject, body, attachments, oddities, sent_at, received_at, meant_case_id, put_away_at, besides
             from messages where case_id = ?1 order by received_at, id limit ?2"
        ),
        &params![case.0, size.min(PAGE) as i64],
    )
}

/// Unsorted mails that seem to be about a case, oldest first: somebody else wrote, or a machine did.
pub fn about_case(conn: &Conn, case: CaseId, size: usize) -> Result<Vec<Message>, Fault> {
    conn.all(
        sql!(
            "select id, inbox_id, thread_id, parent_id, place, case_id, account_id, contact_id, origin, from_name, from_mail, recipients, subject, body, attachments, oddities, sent_at, received_at, meant_case_id, put_away_at, besides
             from messages where meant_case_id = ?1 and place = 'unsorted' order by received_at, id limit ?2"
        ),
        &params![case.0, size.min(PAGE) as i64],
    )
}

/// Mails that nobody could be found for, newest first, from behind the mail `after` on.
pub fn unsorted(conn: &Conn, after: Option<(Timestamp, Uuid)>, size: usize) -> Result<Vec<Message>, Fault> {
    let (at, id) = after.unwrap_or((Timestamp::MAX, Uuid::max()));
    conn.all(
        sql!(
            "select id, inbox_id, thread_id, parent_id, place, case_id, account_id, contact_id, origin, from_name, from_mail, recipients, subject, body, attachments, oddities, sent_at, received_at, meant_case_id, put_away_at, besides
             from messages where place = 'unsorted' and put_away_at is null and (received_at, id) < (?1, ?2) order by received_at desc, id desc limit ?3"
        ),
        &params![at, id, size.min(PAGE) as i64],
    )
}

/// How many mails wait for somebody to sort them.
pub fn unsorted_count(conn: &Conn) -> Result<i64, Fault> {
    conn.one(
        sql!("select cast(count(*) as bigint) from messages where place = 'unsorted' and put_away_at is null"),
        &params![],
    )
}

/// The Message-ID of a mail, and the ids of those before it, oldest first: what an answer to it carries on.
pub fn thread_of(conn: &Conn, id: Uuid) -> Result<(Option<String>, Vec<String>), Fault> {
    let mail_id: Option<Option<String>> =
        conn.maybe(sql!("select mail_id from messages where id = ?1"), &params![id])?;
    let before: Vec<String> = conn.all(
        sql!("select mail_id from message_parents where message_id = ?1 order by n desc limit ?2"),
        &params![id, PARENTS_AT_MOST as i64],
    )?;
    Ok((mail_id.flatten(), before))
}
