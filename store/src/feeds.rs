//! What calendar programs read: under which address, and what is in it. An address is a secret of which only a hash is kept; reading
//! one writes nothing.
use crate::audit::{self, By, NotKept};
use crate::ended_clocks::{Ending, TOLD_FOR};
use crate::links::Link;
use crate::people::Person;
use crate::sessions::token_hash;
use crate::{Conn, Fault, Tx, list, params, record, sql};
use casework::clock::ClockKind;
use casework::ids::*;
use casework::parts::{PromiseState, Promised, StepState};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;
use uuid::Uuid;

/// What one colleague owes, read at once; the soonest.
pub const OWED_AT_MOST: i64 = 500;
/// What ended of it lately, read at once; the latest.
pub const ENDED_AT_MOST: i64 = 200;
/// Cases whose plans are read in one statement.
const CASES_AT_ONCE: usize = 100;

record! {
    /// A calendar address as its person sees it; the secret itself is shown once, when it is made.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Feed {
        pub id: Uuid,
        pub made_at: Timestamp,
    }
}

record! {
    /// One thing that a colleague owes by a time, or owed until lately.
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Owed {
        pub kind: ClockKind,
        /// The promise, step, option or escalation it is about; the nil id when it is about the case.
        pub about: Uuid,
        pub due: Timestamp,
        /// How many events the case had when this was last so.
        pub version: i64,
        /// When the case last changed; for what ended, when it did.
        pub changed_at: Timestamp,
        /// Nothing while it runs.
        pub ending: Option<Ending>,
        pub case: CaseId,
        pub number: CaseNumber,
        /// The trouble in the customer's words.
        pub title: String,
        pub account: String,
        /// To whom it was promised, else who speaks for the case.
        pub contact: Option<String>,
        pub phone: Option<String>,
        pub promised: Option<Promised>,
        pub promise: Option<String>,
        pub promise_is: Option<PromiseState>,
    }
}

record! {
    /// A clock of a case that ended lately.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Ended {
        pub kind: ClockKind,
        pub due: Timestamp,
        pub ended_at: Timestamp,
        pub version: i64,
        pub ending: Ending,
    }
}

/// Makes an address; the one before works no more.
///
/// # Errors
/// Refused when nobody asks.
pub fn make(tx: &Tx, token: &str, id: Uuid, by: &By) -> Result<(), NotKept> {
    let Some(person) = by.person else { return Err(casework::Refusal::rights("not-allowed").into()) };
    let again: Option<i64> = tx.maybe(sql!("select 1 from calendar_feeds where id = ?1"), &params![id])?;
    if again.is_some() {
        return Ok(());
    }
    end(tx, person, by.now)?;
    tx.put(
        sql!("insert into calendar_feeds (id, person_id, token, made_at) values (?1, ?2, ?3, ?4)"),
        &params![id, person, token_hash(token), by.now],
    )?;
    Ok(audit::note(tx, by, "calendar-feed-made", &person.to_string(), None::<&()>, None::<&()>)?)
}

/// Takes the address back; it gives nothing from then on.
pub fn revoke(tx: &Tx, person: PersonId, by: &By) -> Result<(), Fault> {
    if end(tx, person, by.now)? == 0 {
        return Ok(());
    }
    audit::note(tx, by, "calendar-feed-revoked", &person.to_string(), None::<&()>, None::<&()>)
}

fn end(tx: &Tx, person: PersonId, now: Timestamp) -> Result<u64, Fault> {
    tx.hit(
        sql!("update calendar_feeds set revoked_at = ?2 where person_id = ?1 and revoked_at is null"),
        &params![person, now],
    )
}

/// The address that stands for this person.
pub fn standing(conn: &Conn, person: PersonId) -> Result<Option<Feed>, Fault> {
    conn.maybe(
        sql!("select id, made_at from calendar_feeds where person_id = ?1 and revoked_at is null"),
        &params![person],
    )
}

/// The active colleague behind a secret that was not taken back. One look by a hash, whatever was sent.
pub fn colleague(conn: &Conn, token: &str) -> Result<Option<Person>, Fault> {
    conn.maybe(
        sql!(
            "select p.id, p.name, p.email, p.phone, p.zone, p.roles, p.quiet_from, p.quiet_to, p.active, p.language
             from calendar_feeds f join people p on p.id = f.person_id where f.token = ?1 and f.revoked_at is null and p.active = 1"
        ),
        &params![token_hash(token)],
    )
}

/// The secret under which a customer's calendar program reads their case: made from the secret of their link, so that the page can
/// show it from the cookie, and nobody gets from it to the link.
pub fn calendar_token(token: &str) -> String {
    hex::encode(Sha256::digest(format!("calendar {token}").as_bytes()))
}

/// They pressed for it: from now on the calendar of this link can be read under its own address.
pub fn allow(tx: &Tx, link: Uuid, token: &str) -> Result<(), Fault> {
    tx.put(
        sql!("update customer_links set calendar = ?2 where id = ?1 and calendar is null"),
        &params![link, token_hash(&calendar_token(token))],
    )
}

/// Whether they have pressed for it.
pub fn is_allowed(conn: &Conn, link: Uuid) -> Result<bool, Fault> {
    let found: Option<i64> =
        conn.maybe(sql!("select 1 from customer_links where id = ?1 and calendar is not null"), &params![link])?;
    Ok(found.is_some())
}

/// The link behind the secret of a customer's calendar, with the version of its case; nothing when the link is over or taken back,
/// or its contact left. One look by a hash, whatever was sent.
pub fn link(conn: &Conn, token: &str, now: Timestamp) -> Result<Option<(Link, i64)>, Fault> {
    conn.maybe(
        sql!(
            "select l.id, l.case_id, c.number, l.contact_id, l.forwarding, l.made_at, l.made_by, l.expires_at, l.revoked_at, l.revoked_by, l.looked_at, l.last_act_at, c.version
             from customer_links l join cases c on c.id = l.case_id join contacts t on t.id = l.contact_id
             where l.calendar = ?1 and l.revoked_at is null and l.expires_at > ?2 and t.active = 1"
        ),
        &params![token_hash(token), now],
    )
}

/// What runs and is owed by this person, the soonest first; then what ended lately, the latest first.
pub fn owed(conn: &Conn, person: PersonId, now: Timestamp) -> Result<Vec<Owed>, Fault> {
    let mut owed: Vec<Owed> = conn.all(
        sql!(
            "select k.kind, k.about, k.due, c.version, c.changed_at, null, c.id, c.number, c.title, a.name, t.name, t.phone, p.what, p.words, p.state
             from clocks k join cases c on c.id = k.case_id join accounts a on a.id = c.account_id
             left join promises p on p.id = k.about left join contacts t on t.id = coalesce(p.contact_id, c.contact_id)
             where k.owed_by = ?1 and k.met_at is null order by k.due, c.number, k.kind, k.about limit ?2"
        ),
        &params![person, OWED_AT_MOST],
    )?;
    let since = now.saturating_sub(TOLD_FOR).unwrap_or(Timestamp::MIN);
    owed.extend(conn.all::<Owed>(
        sql!(
            "select k.kind, k.about, k.due, k.version, k.ended_at, k.ending, c.id, c.number, c.title, a.name, t.name, t.phone, p.what, p.words, p.state
             from ended_clocks k join cases c on c.id = k.case_id join accounts a on a.id = c.account_id
             left join promises p on p.id = k.about left join contacts t on t.id = coalesce(p.contact_id, c.contact_id)
             where k.owed_by = ?1 and k.ended_at > ?2 and not exists (select 1 from clocks r where r.case_id = k.case_id and r.kind = k.kind
             and r.about = k.about and r.owed_by = k.owed_by and r.met_at is null) order by k.ended_at desc, c.number, k.kind, k.about limit ?3"
        ),
        &params![person, since, ENDED_AT_MOST],
    )?);
    Ok(owed)
}

/// What the steps of these cases' plans say and how they stand, by the id of the step.
pub fn steps(conn: &Conn, cases: &[CaseId]) -> Result<HashMap<Uuid, (String, StepState)>, Fault> {
    let mut words = HashMap::new();
    for some in cases.chunks(CASES_AT_ONCE) {
        let states: Vec<String> = conn.all(
            sql!("select state from cases where id in {ids ?1}"),
            &params![list(some.iter().map(|case| case.0))],
        )?;
        for state in states {
            let plan = crate::facts::read_state(&state)?.plan;
            words.extend(plan.into_iter().flat_map(|plan| plan.steps).map(|step| (step.id.0, (step.text, step.state))));
        }
    }
    Ok(words)
}

/// The check-ins and the call afterwards of a case that ended lately; the latest of each kind stands.
pub fn ended(conn: &Conn, case: CaseId, now: Timestamp) -> Result<Vec<Ended>, Fault> {
    let since = now.saturating_sub(TOLD_FOR).unwrap_or(Timestamp::MIN);
    conn.all(
        sql!(
            "select kind, due, ended_at, version, ending from ended_clocks where case_id = ?1 and kind in ('c18_check_in', 'c23_follow_up_call')
             and ended_at > ?2 order by ended_at desc, kind limit 20"
        ),
        &params![case, since],
    )
}
