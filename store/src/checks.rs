//! The call owed after a delivery: due by itself, done by a person, never answered by time (S031, S032).

use crate::{Conn, Fault, NotKept, Tx, params, record, sql};
use casework::{
    Refusal,
    ids::{AccountId, ContactId, PersonId},
};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;
use watch::{Outcome, When};

/// The longest list of checks.
pub const PAGE: usize = 200;
const WORDS_LIMIT: usize = 2_000;
/// Deliveries that one page of the customer's asks about, those that came first; the others stand there when these are answered.
pub const ASKED_AT_MOST: i64 = 50;
/// In writing nobody is asked about a delivery whose check fell due longer ago. It stays *not heard* (S032), the call stays owed, and
/// their word about it still counts.
pub const ASKED_FOR: SignedDuration = SignedDuration::from_hours(180 * 24);

fn asked_since(now: Timestamp) -> Timestamp {
    now.saturating_sub(ASKED_FOR).unwrap_or(Timestamp::MIN)
}

record! {
    /// A check that somebody owes a customer.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Owed {
        pub line: Uuid,
        pub account_id: Uuid,
        pub account_name: String,
        pub order_no: String,
        pub line_no: String,
        pub item: Option<String>,
        pub quantity: Option<String>,
        pub delivered: When,
        pub due_at: Timestamp,
    }
}

impl Owed {
    pub fn account(&self) -> AccountId {
        AccountId(self.account_id)
    }
}

/// Checks nobody has made, the longest due first; those due later than `until` are left out.
pub fn owed(conn: &Conn, until: Timestamp, size: usize) -> Result<Vec<Owed>, Fault> {
    conn.all(
        sql!(
            "select d.line_id, d.account_id, a.name, l.order_no, l.line_no, l.item, l.quantity, d.delivered, d.due_at
             from delivery_checks d join order_lines l on l.id = d.line_id join accounts a on a.id = d.account_id
             where d.done_at is null and d.due_at <= ?1 order by d.due_at, d.line_id limit ?2"
        ),
        &params![until, size.min(PAGE) as i64],
    )
}

/// Those of the customers whose relationship this colleague keeps or covers, and of those that have nobody yet.
pub fn owed_by(conn: &Conn, person: PersonId, until: Timestamp, size: usize) -> Result<Vec<Owed>, Fault> {
    conn.all(
        sql!(
            "select d.line_id, d.account_id, a.name, l.order_no, l.line_no, l.item, l.quantity, d.delivered, d.due_at
             from delivery_checks d join order_lines l on l.id = d.line_id join accounts a on a.id = d.account_id
             where d.done_at is null and d.due_at <= ?1 and (a.relationship_owner = ?2 or a.cover = ?2 or a.relationship_owner is null) order by d.due_at, d.line_id limit ?3"
        ),
        &params![until, person, size.min(PAGE) as i64],
    )
}

/// The same for everybody in a team with this colleague.
pub fn owed_by_team(conn: &Conn, person: PersonId, until: Timestamp, size: usize) -> Result<Vec<Owed>, Fault> {
    conn.all(
        sql!(
            "select d.line_id, d.account_id, a.name, l.order_no, l.line_no, l.item, l.quantity, d.delivered, d.due_at
             from delivery_checks d join order_lines l on l.id = d.line_id join accounts a on a.id = d.account_id
             where d.done_at is null and d.due_at <= ?1 and (a.relationship_owner is null
              or a.relationship_owner in (select f.id from people f join people me on me.id = ?2 where f.id = me.id or (f.team <> '' and f.team = me.team))
              or a.cover in (select f.id from people f join people me on me.id = ?2 where f.id = me.id or (f.team <> '' and f.team = me.team)))
             order by d.due_at, d.line_id limit ?3"
        ),
        &params![until, person, size.min(PAGE) as i64],
    )
}

/// How many checks this customer has answered; *not heard* is no answer (S015).
pub fn answered(conn: &Conn, account: AccountId) -> Result<i64, Fault> {
    conn.one(
        sql!("select count(*) from delivery_checks where account_id = ?1 and outcome in ('ok', 'not_ok')"),
        &params![account],
    )
}

record! {
    /// A delivery as its customer is asked about it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Asked {
        pub line: Uuid,
        pub order_no: String,
        pub line_no: String,
        pub item: Option<String>,
        pub quantity: Option<String>,
        pub delivered: When,
        pub outcome: Option<Outcome>,
        pub contact: Option<ContactId>,
        pub done_at: Option<Timestamp>,
        pub words: String,
    }
}

/// When a customer can first be asked in writing about a delivery that nobody heard of yet: two working days after the proof of
/// it, never before the goods came. Nothing where nothing is left to ask.
pub fn first_to_ask(conn: &Conn, account: AccountId, now: Timestamp) -> Result<Option<Timestamp>, Fault> {
    conn.one(
        sql!("select min(due_at) from delivery_checks where account_id = ?1 and due_at > ?2 and (outcome is null or outcome = 'not_heard')"),
        &params![account, asked_since(now)],
    )
}

/// Deliveries that came so long ago that nobody is asked about them in writing any more; all of them count as not heard.
pub fn past_asking(conn: &Conn, account: AccountId, now: Timestamp) -> Result<i64, Fault> {
    conn.one(
        sql!("select count(*) from delivery_checks where account_id = ?1 and due_at <= ?2 and (outcome is null or outcome = 'not_heard')"),
        &params![account, asked_since(now)],
    )
}

/// The deliveries that this customer can be asked about now, those that came first before. *Not heard* is asked again.
pub fn to_ask(conn: &Conn, account: AccountId, now: Timestamp) -> Result<Vec<Asked>, Fault> {
    conn.all(
        sql!(
            "select d.line_id, l.order_no, l.line_no, l.item, l.quantity, d.delivered, d.outcome, d.contact_id, d.done_at, d.words
             from delivery_checks d join order_lines l on l.id = d.line_id
             where d.account_id = ?1 and d.due_at <= ?2 and d.due_at > ?3 and (d.outcome is null or d.outcome = 'not_heard') order by d.due_at, d.line_id limit ?4"
        ),
        &params![account, now, asked_since(now), ASKED_AT_MOST],
    )
}

/// What this customer answered since, the latest first.
pub fn told_since(conn: &Conn, account: AccountId, since: Timestamp) -> Result<Vec<Asked>, Fault> {
    conn.all(
        sql!(
            "select d.line_id, l.order_no, l.line_no, l.item, l.quantity, d.delivered, d.outcome, d.contact_id, d.done_at, d.words
             from delivery_checks d join order_lines l on l.id = d.line_id
             where d.account_id = ?1 and d.done_at >= ?2 and d.outcome in ('ok', 'not_ok') order by d.done_at desc, d.line_id limit ?3"
        ),
        &params![account, since, ASKED_AT_MOST],
    )
}

/// How a check went, as somebody at the customer told it; for *not heard* nobody did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub outcome: Outcome,
    pub contact: Option<ContactId>,
    pub words: String,
}

/// Records the answer. *OK* needs a contact who said it; it may follow a *not heard*. *Not OK* may follow an *OK*: what turns out
/// later is a trouble, too. Nothing else follows *OK*, and nothing at all *not OK*.
pub fn record_answer(tx: &Tx, line: Uuid, answer: &Answer, by: PersonId, now: Timestamp) -> Result<(), NotKept> {
    if answer.outcome != Outcome::NotHeard && answer.contact.is_none() {
        return Err(Refusal::law("check-needs-who-said-it").about("contact").into());
    }
    let words = kept_words(answer);
    let done = tx.hit(
        sql!(
            "update delivery_checks set done_at = ?2, outcome = ?3, contact_id = ?4, done_by = ?5, words = ?6
             where line_id = ?1 and (outcome is null or outcome = 'not_heard' or (outcome = 'ok' and ?7 = 'not_ok'))"
        ),
        &params![line, now, answer.outcome, answer.contact.map(|id| id.0), by.0, words, answer.outcome],
    )?;
    if done == 0 {
        let known: Option<i64> =
            tx.maybe(sql!("select known_at from delivery_checks where line_id = ?1"), &params![line])?;
        let refusal =
            if known.is_some() { Refusal::state("check-is-answered") } else { Refusal::missing("no-such-check") };
        return Err(refusal.into());
    }
    tx.put(sql!("update order_lines set look_at = null where id = ?1 and delivered is not null"), &params![line])?;
    Ok(())
}

fn kept_words(answer: &Answer) -> String {
    answer.words.trim().chars().take(WORDS_LIMIT).collect()
}

/// What came of an answer that a contact gave themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    Now,
    /// The same answer was kept before: the button was pressed twice.
    Before,
}

/// Keeps what a contact answered by their own link. Nobody of ours stands beside it, and it is never taken before the goods came.
pub fn record_theirs(
    tx: &Tx,
    account: AccountId,
    line: Uuid,
    answer: &Answer,
    now: Timestamp,
) -> Result<Given, NotKept> {
    if answer.outcome == Outcome::NotHeard || answer.contact.is_none() {
        return Err(Refusal::law("check-needs-who-said-it").about("contact").into());
    }
    let words = kept_words(answer);
    let done = tx.hit(
        sql!(
            "update delivery_checks set done_at = ?3, outcome = ?4, contact_id = ?5, done_by = null, words = ?6
             where line_id = ?1 and account_id = ?2 and due_at <= ?3 and (outcome is null or outcome = 'not_heard' or (outcome = 'ok' and ?7 = 'not_ok'))"
        ),
        &params![line, account, now, answer.outcome, answer.contact, &words, answer.outcome],
    )?;
    if done > 0 {
        tx.put(sql!("update order_lines set look_at = null where id = ?1"), &params![line])?;
        return Ok(Given::Now);
    }
    type Row = (Option<Timestamp>, Option<Outcome>, Option<ContactId>, String);
    let there: Option<Row> = tx.maybe(
        sql!("select due_at, outcome, contact_id, words from delivery_checks where line_id = ?1 and account_id = ?2"),
        &params![line, account],
    )?;
    match there {
        Some((_, outcome, contact, said))
            if outcome == Some(answer.outcome) && contact == answer.contact && said == words =>
        {
            Ok(Given::Before)
        }
        Some((Some(due), None | Some(Outcome::NotHeard), ..)) => {
            Err(Refusal::law("asked-before-it-came").with("at", due).into())
        }
        Some((Some(_), ..)) => Err(Refusal::state("check-is-answered").into()),
        Some((None, ..)) | None => Err(Refusal::missing("no-such-check").into()),
    }
}
