//! Mail of ours: bytes that never change once written, leased to whoever sends them, and what became of each recipient.
use crate::outbox::{LEASE, Settled, pause_after};
use crate::{Conn, Fault, Tx, list, params, record, sql};
use casework::ids::*;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

mod automatic;
pub mod pace;
mod way_out;
pub use automatic::{automatic, automatic_on, automatic_to, receipts_owed};
pub use way_out::{Taken, claim_by, free, given_back, mailboxes_due};

/// Mails taken at once.
pub const TAKEN_AT_MOST: i64 = 50;
/// Recipients of one mail.
pub const RECIPIENTS_AT_MOST: usize = 50;
/// Mails of one case, or of one list, that are shown.
pub const SHOWN_AT_MOST: i64 = 200;
/// So long it is tried; then somebody must reach them by another way.
pub const TRIED_FOR: SignedDuration = SignedDuration::from_hours(5 * 24);
/// After so many tries it is shown as stuck.
pub const STUCK_AFTER: i64 = 3;

casework::choices! {
    /// How far a mail came.
    pub enum State { Waiting = "waiting", Sent = "sent", Undelivered = "undelivered", TakenBack = "taken_back" }
}
casework::choices! {
    /// How far it came with one recipient. *Sent* is what a mail server said, *bounced* what it said later.
    pub enum Came { Waiting = "waiting", Sent = "sent", Refused = "refused", Bounced = "bounced", Delayed = "delayed" }
}
casework::choices! {
    /// Where a recipient stands; *bcc* is in no header.
    pub enum At { To = "to", Cc = "cc", Bcc = "bcc" }
}
crate::columns::choices!(State, Came, At);

/// A mail as it is written, with everything that is known then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written<'a> {
    pub id: MailId,
    pub case: Option<CaseId>,
    pub mailbox: Option<Uuid>,
    pub purpose: &'a str,
    pub by: Option<PersonId>,
    /// Its Message-ID, without the angles.
    pub mail_id: &'a str,
    pub subject: &'a str,
    /// What a person reads of it.
    pub body: &'a str,
    pub raw: &'a [u8],
    pub leaves_at: Timestamp,
    pub recipients: &'a [Recipient],
}

record! {
    /// One address that a mail goes to.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Recipient {
        pub place: At,
        pub contact: Option<ContactId>,
        pub person: Option<PersonId>,
        pub address: String,
        pub state: Came,
        /// What the other side said.
        pub said: String,
        pub at: Option<Timestamp>,
    }
}

impl Recipient {
    pub fn contact(place: At, contact: ContactId, address: &str) -> Self {
        Self { contact: Some(contact), ..Self::address(place, address) }
    }
    pub fn address(place: At, address: &str) -> Self {
        let address = address.trim().to_owned();
        Self { place, contact: None, person: None, address, state: Came::Waiting, said: String::new(), at: None }
    }
}

/// Keeps a mail that is to leave; the same id again changes nothing.
pub fn keep(tx: &Tx, mail: &Written, now: Timestamp) -> Result<(), Fault> {
    let kept = tx.hit(
        sql!(
            "insert into mails_out (id, case_id, mailbox_id, purpose, made_by, state, mail_id, subject, body, raw, made_at, leaves_at, due_at, attempts, trouble)
             values (?1, ?2, ?3, ?4, ?5, 'waiting', ?6, ?7, ?8, ?9, ?10, ?11, ?11, 0, '') on conflict (id) do nothing"
        ),
        &params![
            mail.id,
            mail.case,
            mail.mailbox,
            mail.purpose,
            mail.by,
            mail.mail_id,
            mail.subject,
            mail.body,
            mail.raw,
            now,
            mail.leaves_at
        ],
    )?;
    if kept == 0 {
        return Ok(());
    }
    for (n, one) in (0_i64..).zip(mail.recipients.iter().take(RECIPIENTS_AT_MOST)) {
        tx.put(
            sql!(
                "insert into mail_recipients (mail_id, n, place, contact_id, person_id, address, state, said, at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
            ),
            &params![mail.id, n, one.place, one.contact, one.person, &one.address, one.state, &one.said, one.at],
        )?;
    }
    Ok(())
}

/// Whether a mail could still be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenBack {
    Yes,
    /// Somebody is sending it, or it has gone.
    TooLate,
}

/// Takes a mail back that nobody is sending and nobody has received.
pub fn take_back(tx: &Tx, id: MailId, now: Timestamp) -> Result<TakenBack, Fault> {
    let hit = tx.hit(
        sql!(
            "update mails_out set state = 'taken_back', due_at = null where id = ?1 and state = 'waiting' and (leased_until is null or leased_until <= ?2)
             and not exists (select 1 from mail_recipients r where r.mail_id = ?1 and r.state = 'sent')"
        ),
        &params![id, now],
    )?;
    Ok(if hit == 1 { TakenBack::Yes } else { TakenBack::TooLate })
}

record! {
    /// A mail as its sender needs it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Due {
        pub id: MailId,
        pub case: Option<CaseId>,
        pub mailbox: Option<Uuid>,
        pub purpose: String,
        pub by: Option<PersonId>,
        pub body: String,
        pub raw: Vec<u8>,
        pub made_at: Timestamp,
        pub leaves_at: Timestamp,
        /// Tries so far, this one included; the fence: whoever answers must name the same.
        pub attempts: i64,
    }
}

/// Takes up to `limit` due mails for [`LEASE`], the oldest first. Two servers never take the same at the same time.
pub fn claim(tx: &Tx, now: Timestamp, limit: i64) -> Result<Vec<Due>, Fault> {
    let ids: Vec<Uuid> = tx.all(
        sql!(
            "select id from mails_out where due_at is not null and due_at <= ?1 and (leased_until is null or leased_until <= ?1)
             order by due_at, id limit ?2 {skip_locked}"
        ),
        &params![now, limit.clamp(1, TAKEN_AT_MOST)],
    )?;
    lease(tx, &ids, now)
}

/// Whoever has them sends them; each is counted as tried once more.
fn lease(tx: &Tx, ids: &[Uuid], now: Timestamp) -> Result<Vec<Due>, Fault> {
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let until = now.saturating_add(LEASE).unwrap_or(Timestamp::MAX);
    tx.put(
        sql!("update mails_out set leased_until = ?2, attempts = attempts + 1 where id in {ids ?1}"),
        &[list(ids.iter().copied()), until.into()],
    )?;
    tx.all(
        sql!(
            "select id, case_id, mailbox_id, purpose, made_by, body, raw, made_at, leaves_at, attempts from mails_out where id in {ids ?1} order by made_at, id"
        ),
        &[list(ids.iter().copied())],
    )
}

fn settled(hit: u64) -> Settled {
    if hit == 1 { Settled::Kept } else { Settled::TooLate }
}

/// What one recipient's server said.
pub fn came(tx: &Tx, id: MailId, n: i64, state: Came, said: &str, now: Timestamp) -> Result<(), Fault> {
    let said: String = said.chars().take(500).collect();
    tx.put(
        sql!("update mail_recipients set state = ?3, said = ?4, at = ?5 where mail_id = ?1 and n = ?2"),
        &params![id, n, state, said, now],
    )
}

/// A mail server has it for everybody who takes it. `attempts` is the fence.
pub fn went(tx: &Tx, id: MailId, attempts: i64, now: Timestamp) -> Result<Settled, Fault> {
    let hit = tx.hit(
        sql!(
            "update mails_out set state = 'sent', sent_at = ?3, due_at = null, leased_until = null, trouble = '' where id = ?1 and attempts = ?2 and state = 'waiting'"
        ),
        &params![id, attempts, now],
    )?;
    Ok(settled(hit))
}

/// It did not work this time: again after 1, 2, 5, 10, 20, 40 … minutes, at the latest after 4 hours.
pub fn deferred(tx: &Tx, id: MailId, attempts: i64, trouble: &str, now: Timestamp) -> Result<Settled, Fault> {
    let trouble: String = trouble.chars().take(500).collect();
    let due = now.saturating_add(pause_after(attempts)).unwrap_or(Timestamp::MAX);
    let hit = tx.hit(
        sql!("update mails_out set due_at = ?3, leased_until = null, trouble = ?4 where id = ?1 and attempts = ?2 and state = 'waiting'"),
        &params![id, attempts, due, trouble],
    )?;
    Ok(settled(hit))
}

/// It will not be tried again: refused for good, or tried for [`TRIED_FOR`].
pub fn gave_up(tx: &Tx, id: MailId, attempts: i64, trouble: &str) -> Result<Settled, Fault> {
    let trouble: String = trouble.chars().take(500).collect();
    let hit = tx.hit(
        sql!(
            "update mails_out set state = 'undelivered', due_at = null, leased_until = null, trouble = ?3 where id = ?1 and attempts = ?2 and state = 'waiting'"
        ),
        &params![id, attempts, trouble],
    )?;
    Ok(settled(hit))
}

/// It came back after a mail server had taken it.
pub fn bounced(tx: &Tx, id: MailId, trouble: &str) -> Result<(), Fault> {
    let trouble: String = trouble.chars().take(500).collect();
    tx.put(
        sql!("update mails_out set state = 'undelivered', trouble = ?2 where id = ?1 and state = 'sent'"),
        &params![id, trouble],
    )
}

/// Somebody looked at what was in the way and wants it tried at once. Nothing when it does not wait.
pub fn again(tx: &Tx, id: MailId, now: Timestamp) -> Result<Settled, Fault> {
    let hit = tx.hit(
        sql!(
            "update mails_out set due_at = ?2 where id = ?1 and state = 'waiting' and leaves_at <= ?2 and (leased_until is null or leased_until <= ?2)"
        ),
        &params![id, now],
    )?;
    Ok(settled(hit))
}

record! {
    /// A mail as people see it.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Shown {
        pub id: MailId,
        pub case: Option<CaseId>,
        pub purpose: String,
        pub by: Option<PersonId>,
        pub state: State,
        pub mail_id: String,
        pub subject: String,
        pub body: String,
        pub made_at: Timestamp,
        pub leaves_at: Timestamp,
        /// When it is tried next; empty once nothing more is tried.
        pub due_at: Option<Timestamp>,
        pub attempts: i64,
        pub sent_at: Option<Timestamp>,
        /// What the last try said.
        pub trouble: String,
    }
}

/// One mail.
pub fn one(conn: &Conn, id: MailId) -> Result<Option<Shown>, Fault> {
    conn.maybe(
        sql!(
            "select id, case_id, purpose, made_by, state, mail_id, subject, body, made_at, leaves_at, due_at, attempts, sent_at, trouble from mails_out where id = ?1"
        ),
        &params![id],
    )
}

/// What a person wrote last, and did not take back.
pub fn last_words(conn: &Conn, by: PersonId) -> Result<Option<String>, Fault> {
    conn.maybe(
        sql!("select body from mails_out where made_by = ?1 and state <> 'taken_back' order by made_at desc limit 1"),
        &params![by],
    )
}

/// Its bytes as they left or will leave.
pub fn raw(conn: &Conn, id: MailId) -> Result<Option<Vec<u8>>, Fault> {
    conn.maybe(sql!("select raw from mails_out where id = ?1"), &params![id])
}

/// Mails of a case, the newest first.
pub fn of_case(conn: &Conn, case: CaseId) -> Result<Vec<Shown>, Fault> {
    conn.all(
        sql!(
            "select id, case_id, purpose, made_by, state, mail_id, subject, body, made_at, leaves_at, due_at, attempts, sent_at, trouble from mails_out
             where case_id = ?1 order by made_at desc, id desc limit ?2"
        ),
        &params![case, SHOWN_AT_MOST],
    )
}

/// Who a mail goes to, in the order of their numbers from 0.
pub fn recipients(conn: &Conn, id: MailId) -> Result<Vec<Recipient>, Fault> {
    conn.all(
        sql!("select place, contact_id, person_id, address, state, said, at from mail_recipients where mail_id = ?1 order by n limit ?2"),
        &params![id, RECIPIENTS_AT_MOST as i64],
    )
}

/// The mail with this Message-ID, and its case: what a bounce or an answer names.
pub fn by_mail_id(conn: &Conn, mail_id: &str) -> Result<Option<(MailId, Option<CaseId>)>, Fault> {
    conn.maybe(sql!("select id, case_id from mails_out where mail_id = ?1"), &params![mail_id])
}

/// Mails that do not get through: tried [`STUCK_AFTER`] times or more, and those that came back; the newest first, since what came back long
/// ago was dealt with.
pub fn stuck(conn: &Conn) -> Result<Vec<Shown>, Fault> {
    conn.all(
        sql!(
            "select id, case_id, purpose, made_by, state, mail_id, subject, body, made_at, leaves_at, due_at, attempts, sent_at, trouble from mails_out
             where (state = 'waiting' and attempts >= ?1) or state = 'undelivered' order by made_at desc, id desc limit ?2"
        ),
        &params![STUCK_AFTER, SHOWN_AT_MOST],
    )
}

record! {
    /// How much waits to leave.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Depth {
        pub waiting: i64,
        /// Since when the oldest that should have left is due.
        pub oldest_due_at: Option<Timestamp>,
    }
}

/// How much should have left by now.
pub fn depth(conn: &Conn, now: Timestamp) -> Result<Depth, Fault> {
    conn.one(
        sql!("select count(*), min(leaves_at) from mails_out where due_at is not null and leaves_at <= ?1"),
        &params![now],
    )
}

/// How many mails do not get through now, as far as the outbox knows: those that wait, and those that came back on a case where nobody reached them
/// by another way yet. On every *Run to it*: it starts from the few mails that came back, never from the clocks of all cases.
pub fn stuck_count(conn: &Conn) -> Result<i64, Fault> {
    conn.one(
        sql!(
            "select (select count(*) from mails_out where state = 'waiting' and attempts >= ?1)
             + (select count(*) from (select id, case_id from mails_out where state = 'undelivered' order by made_at desc, id desc limit ?2) m
                where exists (select 1 from clocks k where k.case_id = m.case_id and k.kind = 'c04_retry' and k.about = m.id and k.met_at is null))"
        ),
        &params![STUCK_AFTER, SHOWN_AT_MOST],
    )
}

casework::choices! {
    /// What a list says about the mail of a case.
    pub enum Mark {
        /// Nobody has spoken with them yet (S056).
        NoVoice = "no_voice",
        /// A mail of ours did not arrive, and nobody reached them since.
        Undelivered = "undelivered",
        /// A letter of theirs waits for an answer.
        LetterWaits = "letter_waits",
    }
}
crate::columns::choices!(Mark);

/// The marks of these cases.
pub fn marks(conn: &Conn, cases: &[Uuid]) -> Result<Vec<(Uuid, Mark)>, Fault> {
    if cases.is_empty() {
        return Ok(vec![]);
    }
    conn.all(
        sql!(
            "select c.id, 'no_voice' from cases c where c.id in {ids ?1} and c.open = 1 and not exists (select 1 from case_events e where e.case_id = c.id
             and e.kind in ('conversation_recorded', 'merged_here', 'came_by_split'))
             union all select distinct k.case_id, 'undelivered' from clocks k join mails_out m on m.id = k.about
             where k.case_id in {ids ?1} and k.kind = 'c04_retry' and k.met_at is null
             union all select distinct k.case_id, 'letter_waits' from clocks k join messages l on l.id = k.about
             where k.case_id in {ids ?1} and k.kind = 'c14_answer_proposal' and k.met_at is null"
        ),
        &[list(cases.iter().take(SHOWN_AT_MOST as usize).copied())],
    )
}
