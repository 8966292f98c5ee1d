//! How often somebody opened a case and did nothing (S035): one small row for a person and a case, no events.
use crate::facts::read_state;
use crate::{Conn, Fault, Tx, list as values, params, record, sql};
use casework::commands::hand_over::runs_away;
use casework::ids::{CaseId, PersonId};
use jiff::Timestamp;
use uuid::Uuid;

/// Cases asked about at once: a page of lines.
pub const CASES_AT_MOST: usize = 200;

record! {
    /// A case of theirs that was opened so often since they last did something on it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Opened {
        pub case: CaseId,
        pub looks: u32,
    }
}

/// Counts one opening; whatever the person did on the case meanwhile starts the count anew. How many there are now.
pub fn opened(tx: &Tx, case: CaseId, person: PersonId, now: Timestamp) -> Result<u32, Fault> {
    tx.put(
        sql!(
            "insert into case_looks (case_id, person_id, looks, since) values (?1, ?2, 1, ?3)
             on conflict (case_id, person_id) do update set
             looks = case when exists (select 1 from case_events e where e.case_id = case_looks.case_id and e.actor_id = case_looks.person_id
               and e.recorded_at > case_looks.since) then 1 else case_looks.looks + 1 end,
             since = case when exists (select 1 from case_events e where e.case_id = case_looks.case_id and e.actor_id = case_looks.person_id
               and e.recorded_at > case_looks.since) then ?3 else case_looks.since end"
        ),
        &params![case, person, now],
    )?;
    tx.one(sql!("select looks from case_looks where case_id = ?1 and person_id = ?2"), &params![case, person])
}

/// How often this person opened these cases since they last did something on them; those never opened are left out.
pub fn of_person(conn: &Conn, person: PersonId, cases: &[Uuid]) -> Result<Vec<Opened>, Fault> {
    if cases.is_empty() {
        return Ok(vec![]);
    }
    conn.all(
        sql!(
            "select l.case_id, l.looks from case_looks l where l.person_id = ?1 and l.case_id in {ids ?2}
             and not exists (select 1 from case_events e where e.case_id = l.case_id and e.actor_id = l.person_id and e.recorded_at > l.since)"
        ),
        &[person.into(), values(cases.iter().copied().take(CASES_AT_MOST))],
    )
}

/// Those of these cases in which nobody spoke with the customer yet and a next contact was promised twice.
pub fn put_off(conn: &Conn, cases: &[Uuid]) -> Result<Vec<CaseId>, Fault> {
    if cases.is_empty() {
        return Ok(vec![]);
    }
    conn.all(
        sql!(
            "select c.id from cases c where c.id in {ids ?1} and c.first_voice_at is null
             and (select count(*) from promises p where p.case_id = c.id and p.what = 'next_contact') >= 2"
        ),
        &[values(cases.iter().copied().take(CASES_AT_MOST))],
    )
}

/// Those of these complaints that are run away from, by the rule that the case itself goes by (S034); only of those that were handed on at
/// all is the state read.
pub fn run_away_from(conn: &Conn, cases: &[Uuid]) -> Result<Vec<CaseId>, Fault> {
    if cases.is_empty() {
        return Ok(vec![]);
    }
    let handed_on: Vec<(CaseId, String)> = conn.all(
        sql!(
            "select c.id, c.state from cases c where c.id in {ids ?1} and c.origin = 'customer_reported'
             and exists (select 1 from case_events e where e.case_id = c.id and e.kind = 'case_handed_over')"
        ),
        &[values(cases.iter().copied().take(CASES_AT_MOST))],
    )?;
    let mut run_away = vec![];
    for (id, state) in handed_on {
        if runs_away(&read_state(&state)?) {
            run_away.push(id);
        }
    }
    Ok(run_away)
}
