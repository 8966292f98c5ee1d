//! The only writer of case tables: the state, its history, its clocks and promises, and what must go out, in one transaction.
//! It never interprets an event; what differs between the case before and after is what it writes.
use crate::facts::signed;
use crate::{Fault, Tx, Value, ended_clocks, history, insights, over_promise, params, playbooks, search, signals, sql};
use casework::clock::Clock;
use casework::effect::{Effect, FollowOn, Urgency};
use casework::facts::Actor;
use casework::ids::*;
use casework::parts::Promise;
use casework::{Case, Change, Event, Happening};
use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

/// What keeping needs besides the change itself.
pub struct Keeping<'a> {
    pub before: &'a Case,
    pub other_before: Option<&'a Case>,
    pub tail: &'a [u8],
    pub other_tail: &'a [u8],
    pub request: RequestId,
    /// Fresh random bytes, so that a kept text cannot be guessed from its hash.
    pub salt: [u8; 16],
    pub now: Timestamp,
}

/// # Errors
/// Faults of the database; nothing is kept then.
pub fn commit(tx: &Tx, change: &Change, keeping: &Keeping) -> Result<(), Fault> {
    keep(tx, keeping.before, &change.case, &change.events, keeping.tail, keeping)?;
    if let Some((other, events)) = &change.other {
        let blank = Case::blank(other.id);
        keep(tx, keeping.other_before.unwrap_or(&blank), other, events, keeping.other_tail, keeping)?;
    }
    put_effects(tx, change, keeping)?;
    tx.put(
        sql!("insert into requests (id, case_id, version, at) values (?1, ?2, ?3, ?4)"),
        &params![keeping.request.0, change.case.id.0, signed(change.case.version), keeping.now],
    )
}

fn keep(
    tx: &Tx,
    before: &Case,
    after: &Case,
    events: &[Happening],
    tail: &[u8],
    keeping: &Keeping,
) -> Result<(), Fault> {
    let rows = history::chained(after.id, events, tail, keeping.salt)?;
    let tail = rows.last().map_or(tail, |row| &row.hash);
    put_case(tx, before, after, tail, keeping.now)?;
    for row in &rows {
        history::append(tx, after.id, row)?;
    }
    put_clocks(tx, before, after)?;
    ended_clocks::note(tx, before, after, keeping.now)?;
    put_promises(tx, before, after)?;
    end_signals(tx, after, events, keeping.now)?;
    playbooks::note_case(tx, before, after)?;
    insights::of_review(tx, before, after)?;
    over_promise::of_case(tx, before, after, keeping.request, keeping.now)?;
    search::index_case(tx, before, after, events, keeping.now)
}

/// The signal that a case was opened from ends with it, in the same transaction (I12).
fn end_signals(tx: &Tx, after: &Case, events: &[Happening], now: Timestamp) -> Result<(), Fault> {
    for happening in events {
        let Event::CaseOpened(opened) = &happening.event else { continue };
        let by = match happening.when.by {
            Actor::Person(person) => Some(person),
            _ => None,
        };
        if let Some(signal) = opened.asked.signal {
            signals::became(tx, signal, after.id, by, now)?;
        }
    }
    Ok(())
}

fn put_case(tx: &Tx, before: &Case, after: &Case, tail: &[u8], now: Timestamp) -> Result<(), Fault> {
    let state = serde_json::to_string(after).map_err(|e| Fault::Engine(e.into()))?;
    let deadline = after.harm.deadline.as_ref().map(|d| d.at);
    let solved = after.solved_at();
    let rank = i64::try_from(after.severity.rank()).unwrap_or(0);
    if before.exists() {
        let changed = if sorted_by(before) == sorted_by(after) {
            stay_in_place(tx, before, after, tail, now, &state)?
        } else {
            move_in_lists(tx, before, after, tail, now, &state)?
        };
        return if changed == 1 { Ok(()) } else { Err(Fault::Clash) };
    }
    tx.put(
        sql!(
            "insert into cases (id, number, account_id, contact_id, owner_id, title, kind, origin, severity, recovery, prevention, open, recognised_at, opened_at,
             deadline_at, first_voice_at, solved_at, changed_at, version, tail, state) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)"
        ),
        &params![
            after.id.0,
            signed(after.number.0),
            after.account.0,
            after.contact.map(|c| c.0),
            after.team.owner.0,
            &after.title,
            after.kind.word(),
            after.origin.word(),
            rank,
            after.recovery.word(),
            after.prevention.state.word(),
            after.is_open(),
            after.recognised_at,
            after.opened_at,
            deadline,
            after.contacts.first_voice_at,
            solved,
            now,
            signed(after.version),
            tail,
            state
        ],
    )
}

/// What the indexes of `cases` are made of, and may change.
fn sorted_by(case: &Case) -> (PersonId, i64, &'static str, bool, Timestamp) {
    let rank = i64::try_from(case.severity.rank()).unwrap_or(0);
    (case.team.owner, rank, case.recovery.word(), case.is_open(), case.recognised_at)
}

/// Most commands leave a case where it is in every list: naming an indexed column would write each index anew, a page or two each,
/// even with the same value.
fn stay_in_place(tx: &Tx, before: &Case, after: &Case, tail: &[u8], now: Timestamp, state: &str) -> Result<u64, Fault> {
    tx.hit(
        sql!(
            "update cases set contact_id = ?2, title = ?3, prevention = ?4, deadline_at = ?5, first_voice_at = ?6, solved_at = ?7,
             changed_at = ?8, version = ?9, tail = ?10, state = ?11 where id = ?1 and version = ?12"
        ),
        &params![
            after.id.0,
            after.contact.map(|c| c.0),
            &after.title,
            after.prevention.state.word(),
            after.harm.deadline.as_ref().map(|d| d.at),
            after.contacts.first_voice_at,
            after.solved_at(),
            now,
            signed(after.version),
            tail,
            state,
            signed(before.version)
        ],
    )
}

fn move_in_lists(tx: &Tx, before: &Case, after: &Case, tail: &[u8], now: Timestamp, state: &str) -> Result<u64, Fault> {
    let (owner, rank, recovery, open, recognised_at) = sorted_by(after);
    tx.hit(
        sql!(
            "update cases set owner_id = ?2, severity = ?3, recovery = ?4, open = ?5, recognised_at = ?6, contact_id = ?7, title = ?8, prevention = ?9,
             deadline_at = ?10, first_voice_at = ?11, solved_at = ?12, changed_at = ?13, version = ?14, tail = ?15, state = ?16
             where id = ?1 and version = ?17"
        ),
        &params![
            after.id.0,
            owner.0,
            rank,
            recovery,
            open,
            recognised_at,
            after.contact.map(|c| c.0),
            &after.title,
            after.prevention.state.word(),
            after.harm.deadline.as_ref().map(|d| d.at),
            after.contacts.first_voice_at,
            after.solved_at(),
            now,
            signed(after.version),
            tail,
            state,
            signed(before.version)
        ],
    )
}

fn about(clock: &Clock) -> Uuid {
    clock.about.unwrap_or(Uuid::nil())
}
fn key(clock: &Clock) -> (&'static str, Uuid, Timestamp) {
    (clock.kind.word(), about(clock), clock.starts)
}

/// Rows that went, came or changed; a clock that stays as it is costs nothing.
fn put_clocks(tx: &Tx, before: &Case, after: &Case) -> Result<(), Fault> {
    let same_head = before.severity == after.severity;
    for gone in before.clocks.iter().filter(|b| !after.clocks.iter().any(|a| key(a) == key(b))) {
        let (kind, about, starts) = key(gone);
        tx.put(
            sql!("delete from clocks where case_id = ?1 and kind = ?2 and about = ?3 and starts = ?4"),
            &params![after.id.0, kind, about, starts],
        )?;
    }
    for clock in after.clocks.iter().filter(|a| !same_head || !before.clocks.contains(a)) {
        let (kind, about, starts) = key(clock);
        tx.put(
            sql!(
                "insert into clocks (case_id, kind, about, starts, block, owed_by, account_id, severity, due, warn_at, met_at, next_at, next_rung)
                 values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
                 on conflict (case_id, kind, about, starts) do update set block = excluded.block, owed_by = excluded.owed_by, severity = excluded.severity,
                 due = excluded.due, warn_at = excluded.warn_at, met_at = excluded.met_at, next_at = excluded.next_at, next_rung = excluded.next_rung"
            ),
            &params![
                after.id.0,
                kind,
                about,
                starts,
                clock.kind.block().word(),
                clock.owed_by.0,
                after.account.0,
                i64::try_from(after.severity.rank()).unwrap_or(0),
                clock.due,
                clock.warn_at,
                clock.met_at,
                clock.next_at,
                clock.next_rung
            ],
        )?;
    }
    Ok(())
}

fn put_promises(tx: &Tx, before: &Case, after: &Case) -> Result<(), Fault> {
    for promise in after.promises.iter().filter(|p| !before.promises.contains(p)) {
        put_promise(tx, after, promise)?;
    }
    Ok(())
}
fn put_promise(tx: &Tx, case: &Case, p: &Promise) -> Result<(), Fault> {
    tx.put(
        sql!(
            "insert into promises (id, case_id, account_id, what, words, contact_id, person_id, made_at, due, state, settled_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             on conflict (id) do update set case_id = excluded.case_id, person_id = excluded.person_id, due = excluded.due, state = excluded.state, settled_at = excluded.settled_at"
        ),
        &params![p.id.0, case.id.0, case.account.0, p.what.word(), &p.words, p.to.0, p.by.0, p.made_at, p.due, p.state.word(), p.settled_at],
    )
}

/// Puts what must still be done outside into the outbox; a part of [`commit`].
pub fn put_effects(tx: &Tx, change: &Change, keeping: &Keeping) -> Result<(), Fault> {
    for (n, effect) in change.effects.iter().enumerate() {
        put_effect(tx, effect, change.case.id, n, keeping)?;
    }
    Ok(())
}

fn put_effect(tx: &Tx, effect: &Effect, case: CaseId, n: usize, keeping: &Keeping) -> Result<(), Fault> {
    let id = Uuid::new_v5(&keeping.request.0, format!("effect {n}").as_bytes());
    let (kind, to, urgent, due, payload): (&str, Option<PersonId>, bool, Timestamp, Value) = match effect {
        Effect::Notify { to, urgency, not_before, text } => {
            ("notify", Some(*to), *urgency == Urgency::Urgent, *not_before, json!({ "text": text }).to_string().into())
        }
        Effect::Ask { on, what: FollowOn::PreventionDidNotHold } => (
            "prevention_did_not_hold",
            None,
            false,
            keeping.now,
            json!({ "on": on, "because": case }).to_string().into(),
        ),
    };
    tx.put(
        sql!("insert into outbox (id, case_id, kind, to_id, urgent, payload, due_at, attempts, made_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8)"),
        &params![id, case.0, kind, to.map(|p| p.0), urgent, payload, due, keeping.now],
    )
}
