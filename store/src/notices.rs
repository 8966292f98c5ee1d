//! What is still to be said of notices besides their place on the page: by mail, and again while nobody acknowledges an urgent one.
use crate::columns::role_words;
use crate::outbox::Notice;
use crate::{Conn, Fault, Tx, list, params, record, sql};
use casework::ids::{CaseId, PersonId};
use casework::kinds::Role;
use casework::notices::{About, ByMail};
use casework::text::Text;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use uuid::Uuid;

/// People served in one beat.
pub const PEOPLE_AT_ONCE: i64 = 100;
/// Notices of one person looked at for one mail, the newest; the rest has ended by then.
pub const RUNS_AT_ONCE: i64 = 500;
/// What ended is kept so long.
pub const KEPT_FOR: SignedDuration = SignedDuration::from_hours(90 * 24);

/// A notice that was just shown, as it begins to run.
#[derive(Clone, Debug)]
pub struct Begun<'a> {
    pub notice: Uuid,
    pub person: PersonId,
    pub case: Option<CaseId>,
    pub about: About,
    pub urgent: bool,
    pub mail: ByMail,
    pub roles: &'a [Role],
    /// When it is said for the first time besides the page.
    pub next: Option<Timestamp>,
}

record! {
    /// A notice with something still to be said of it.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Run {
        pub notice: Uuid,
        pub case: Option<CaseId>,
        pub about: About,
        pub urgent: bool,
        pub mail: ByMail,
        pub roles: Vec<Role>,
        /// How often it was said since it first stood on the page.
        pub times: i64,
        pub payload: String,
        /// When it came to stand on the page.
        pub due_at: Timestamp,
        pub seen_at: Option<Timestamp>,
    }
}

#[derive(Deserialize)]
struct Payload {
    text: Text,
}

impl Run {
    /// # Errors
    /// When what was kept cannot be read.
    pub fn text(&self) -> Result<Text, Fault> {
        let payload: Payload = serde_json::from_str(&self.payload).map_err(|e| Fault::Engine(e.into()))?;
        Ok(payload.text)
    }
}

/// Begins to say a notice besides the page; again for the same notice it changes nothing.
pub fn begin(tx: &Tx, begun: &Begun, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!(
            "insert into notice_runs (notice_id, person_id, case_id, about, urgent, mail, roles, told_at, times, next_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, ?9) on conflict (notice_id) do nothing"
        ),
        &params![
            begun.notice,
            begun.person,
            begun.case.map(|c| c.0),
            begun.about,
            begun.urgent,
            begun.mail,
            role_words(begun.roles),
            now,
            begun.next
        ],
    )
}

/// People to whom something is due to be said.
pub fn due_people(conn: &Conn, now: Timestamp) -> Result<Vec<PersonId>, Fault> {
    conn.all(
        sql!("select distinct person_id from notice_runs where next_at is not null and next_at <= ?1 order by person_id limit ?2"),
        &params![now, PEOPLE_AT_ONCE],
    )
}

/// What is due to be said to this person, the newest first. Two servers never take the same at the same time.
pub fn due(tx: &Tx, person: PersonId, now: Timestamp) -> Result<Vec<Run>, Fault> {
    let ids: Vec<Uuid> = tx.all(
        sql!(
            "select notice_id from notice_runs where person_id = ?1 and next_at is not null and next_at <= ?2
             order by told_at desc, notice_id desc limit ?3 {skip_locked}"
        ),
        &params![person, now, RUNS_AT_ONCE],
    )?;
    if ids.is_empty() {
        return Ok(vec![]);
    }
    tx.all(
        sql!(
            "select r.notice_id, r.case_id, r.about, r.urgent, r.mail, r.roles, r.times, o.payload, o.due_at, o.seen_at
             from notice_runs r join outbox o on o.id = r.notice_id where r.notice_id in {ids ?1} order by o.due_at desc, r.notice_id desc"
        ),
        &[list(ids)],
    )
}

/// When a mail about notices last went to this person.
pub fn last_mail(conn: &Conn, person: PersonId) -> Result<Option<Timestamp>, Fault> {
    conn.one(sql!("select max(mailed_at) from notice_runs where person_id = ?1"), &params![person])
}

/// Nothing more is to be said of these.
pub fn end(tx: &Tx, notices: &[Uuid]) -> Result<(), Fault> {
    if notices.is_empty() {
        return Ok(());
    }
    tx.put(sql!("update notice_runs set next_at = null where notice_id in {ids ?1}"), &[list(notices.iter().copied())])
}

/// Of what is not urgent and due to this person nothing more is said: beyond [`RUNS_AT_ONCE`] it stands on the page only.
pub fn end_rest(tx: &Tx, person: PersonId, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!("update notice_runs set next_at = null where person_id = ?1 and urgent = 0 and next_at is not null and next_at <= ?2"),
        &params![person, now],
    )
}

/// These are said later.
pub fn put_off(tx: &Tx, notices: &[Uuid], until: Timestamp) -> Result<(), Fault> {
    if notices.is_empty() {
        return Ok(());
    }
    tx.put(
        sql!("update notice_runs set next_at = ?2 where notice_id in {ids ?1} and next_at is not null"),
        &[list(notices.iter().copied()), until.into()],
    )
}

/// A mail brought these.
pub fn mailed(tx: &Tx, notices: &[Uuid], now: Timestamp) -> Result<(), Fault> {
    if notices.is_empty() {
        return Ok(());
    }
    tx.put(
        sql!("update notice_runs set mailed_at = ?2 where notice_id in {ids ?1}"),
        &[list(notices.iter().copied()), now.into()],
    )
}

/// Said once more; on the page it is new again.
pub fn said(tx: &Tx, notice: Uuid, next: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!("update notice_runs set times = times + 1, next_at = ?2 where notice_id = ?1 and acknowledged_at is null"),
        &params![notice, next],
    )?;
    tx.put(sql!("update outbox set seen_at = null where id = ?1"), &params![notice])
}

record! {
    /// An urgent notice that nobody acknowledged yet.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Unanswered {
        pub notice: Uuid,
        pub case: Option<CaseId>,
        pub times: i64,
        pub payload: String,
        pub due_at: Timestamp,
    }
}

impl Unanswered {
    /// As it stands on the page.
    ///
    /// # Errors
    /// When what was kept cannot be read.
    pub fn notice(&self) -> Result<Notice, Fault> {
        let payload: Payload = serde_json::from_str(&self.payload).map_err(|e| Fault::Engine(e.into()))?;
        let (id, case) = (self.notice, self.case);
        Ok(Notice { id, case, urgent: true, text: payload.text, due_at: self.due_at, seen_at: None })
    }
}

/// Urgent notices of a person that wait for their word, the newest first.
pub fn unanswered(conn: &Conn, person: PersonId) -> Result<Vec<Unanswered>, Fault> {
    conn.all(
        sql!(
            "select r.notice_id, r.case_id, r.times, o.payload, o.due_at from notice_runs r join outbox o on o.id = r.notice_id
             where r.person_id = ?1 and r.urgent = 1 and r.next_at is not null and r.acknowledged_at is null order by o.due_at desc, r.notice_id desc limit ?2"
        ),
        &params![person, crate::outbox::NOTICES_AT_MOST],
    )
}

/// How many urgent notices wait for this person's word, counted to 100.
pub fn waiting(conn: &Conn, person: PersonId) -> Result<i64, Fault> {
    conn.one(
        sql!(
            "select count(*) from (select 1 from notice_runs where person_id = ?1 and urgent = 1 and next_at is not null and acknowledged_at is null
             limit 100) as waiting"
        ),
        &params![person],
    )
}

/// The person has it: nothing more is said of it. Nothing changes for what is not theirs or is answered.
pub fn acknowledge(tx: &Tx, notice: Uuid, person: PersonId, now: Timestamp) -> Result<u64, Fault> {
    tx.put(
        sql!("update outbox set seen_at = ?3 where id = ?1 and to_id = ?2 and seen_at is null"),
        &params![notice, person, now],
    )?;
    tx.hit(
        sql!("update notice_runs set acknowledged_at = ?3, next_at = null where notice_id = ?1 and person_id = ?2 and acknowledged_at is null"),
        &params![notice, person, now],
    )
}

record! {
    /// What a case is now, as far as a notice about it is still true.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Now {
        pub case: CaseId,
        pub open: bool,
        pub state: String,
    }
}

/// What cases are now.
pub fn cases_now(conn: &Conn, cases: &[Uuid]) -> Result<Vec<Now>, Fault> {
    if cases.is_empty() {
        return Ok(vec![]);
    }
    conn.all(
        sql!("select id, open, state from cases where id in {ids ?1} order by id limit ?2"),
        &[list(cases.iter().copied()), RUNS_AT_ONCE.into()],
    )
}

/// Whether a clock of this kind still runs for this time on the case.
pub fn still_runs(conn: &Conn, case: CaseId, kind: &str, due: Timestamp) -> Result<bool, Fault> {
    let found: Option<i64> = conn.maybe(
        sql!("select 1 from clocks where case_id = ?1 and kind = ?2 and due = ?3 and met_at is null limit 1"),
        &params![case, kind, due],
    )?;
    Ok(found.is_some())
}

/// Whether this person changed the case since; who acts has heard.
pub fn acted_since(conn: &Conn, case: CaseId, person: PersonId, since: Timestamp) -> Result<bool, Fault> {
    let found: Option<i64> = conn.maybe(
        sql!("select 1 from case_events where case_id = ?1 and recorded_at > ?2 and actor = 'person' and actor_id = ?3 limit 1"),
        &params![case, since, person],
    )?;
    Ok(found.is_some())
}

/// Forgets what ended long ago; says how many.
pub fn sweep(tx: &Tx, now: Timestamp) -> Result<u64, Fault> {
    let since = now.saturating_sub(KEPT_FOR).unwrap_or(Timestamp::MIN);
    tx.hit(sql!("delete from notice_runs where next_at is null and told_at <= ?1"), &params![since])
}
