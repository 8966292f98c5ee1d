//! What cases came to, beside them in columns that reports can count. A job writes it after cases changed; it can be made anew from
//! the cases at any time, so it is neither exported nor checked by the doctor.

use crate::facts::{read_state, signed};
use crate::{Conn, Fault, Tx, Value, list, memory, params, playbooks, record, sql};
use casework::{
    Case,
    hindsight::Hindsight,
    ids::{AccountId, CaseId, CaseNumber},
    parts::Said,
};
use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date, tz::TimeZone};

/// Cases looked back at in one transaction.
pub const CASES_AT_ONCE: usize = 200;
/// Events read to find the cases that changed.
const EVENTS_AT_ONCE: i64 = 2_000;
/// Facts of a case that may name its order.
const FACTS_READ: usize = 50;
/// Where the job has got to, as a row of the settings.
const PLACE: &str = "hindsight";
/// A transaction that began earlier may be seen later: so far back it looks again.
const OVERLAP: SignedDuration = SignedDuration::from_mins(2);

record! {
    struct Kept {
        id: CaseId,
        version: i64,
        number: CaseNumber,
        state: String,
    }
}

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    pub cases: usize,
    /// Whether everything up to now has been looked at.
    pub caught_up: CaughtUp,
}

/// Whether there is more to look back at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CaughtUp {
    #[default]
    Yes,
    NotYet,
}

/// Looks back at one portion of the cases that changed since the last time, oldest change first.
pub fn look_back(tx: &Tx, zone: &TimeZone, now: Timestamp) -> Result<Round, Fault> {
    let from = place(tx)?;
    let changed: Vec<(CaseId, Timestamp)> = tx.all(
        sql!(
            "select case_id, recorded_at from case_events where recorded_at >= ?1 order by recorded_at, case_id, seq limit ?2"
        ),
        &params![from, EVENTS_AT_ONCE],
    )?;
    let full = changed.len() as i64 == EVENTS_AT_ONCE;
    let Some((_, last)) = changed.last().copied() else { return Ok(Round::default()) };
    let mut ids: Vec<CaseId> = changed.into_iter().map(|(id, _)| id).collect();
    ids.sort_unstable();
    ids.dedup();
    let stale = stale(tx, &ids)?;
    let now_looked: Vec<&Kept> = stale.iter().take(CASES_AT_ONCE).collect();
    for kept in &now_looked {
        let case = read_state(&kept.state)?;
        put(tx, kept, &case, zone, now)?;
        memory::keep(tx, &case)?;
        playbooks::note_case(tx, &Case::blank(case.id), &case)?;
    }
    if stale.len() > now_looked.len() {
        return Ok(Round { cases: now_looked.len(), caught_up: CaughtUp::NotYet });
    }
    let on = if full { last } else { last.max(from).saturating_sub(OVERLAP).unwrap_or(from).max(from) };
    // A page of one single instant must not be read for ever.
    let on = if full && on == from { on.saturating_add(SignedDuration::from_micros(1)).unwrap_or(on) } else { on };
    keep_place(tx, on)?;
    Ok(Round { cases: now_looked.len(), caught_up: if full { CaughtUp::NotYet } else { CaughtUp::Yes } })
}

fn place(conn: &Conn) -> Result<Timestamp, Fault> {
    let micros: Option<i64> = conn.maybe(sql!("select version from settings where name = ?1"), &params![PLACE])?;
    Ok(micros.and_then(|at| Timestamp::from_microsecond(at).ok()).unwrap_or(Timestamp::UNIX_EPOCH))
}

fn keep_place(tx: &Tx, at: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!(
            "insert into settings (name, version, body) values (?1, ?2, '') on conflict (name) do update set version = excluded.version"
        ),
        &params![PLACE, at.as_microsecond()],
    )
}

/// Those of these cases whose row is of an older version, or is not there.
fn stale(conn: &Conn, ids: &[CaseId]) -> Result<Vec<Kept>, Fault> {
    conn.all(
        sql!(
            "select c.id, c.version, c.number, c.state from cases c left join hindsight h on h.case_id = c.id
             where c.id in {ids ?1} and (h.version is null or h.version <> c.version) order by c.id limit ?2"
        ),
        &params![list(ids.iter().copied()), CASES_AT_ONCE as i64 + 1],
    )
}

/// Minutes from recognition, around the clock.
fn minutes(from: Timestamp, to: Option<Timestamp>) -> Option<i64> {
    to.map(|to| to.duration_since(from).as_mins().max(0))
}

fn flag(said: Option<Said>) -> Option<bool> {
    said.map(|said| said == Said::Yes)
}

fn put(tx: &Tx, kept: &Kept, case: &Case, zone: &TimeZone, now: Timestamp) -> Result<(), Fault> {
    let h = Hindsight::of(case, now);
    // What became of a merged case is told by the one it went into.
    if case.merged_into.is_some() {
        return tx.put(sql!("delete from hindsight where case_id = ?1"), &params![kept.id]);
    }
    let solved_on = h.solved_at.map(|at| at.to_zoned(zone.clone()).date());
    let after = |days: i64| -> Option<Date> { solved_on.and_then(|on| on.checked_add(days.days()).ok()) };
    let recognised_on = h.recognised_at.to_zoned(zone.clone()).date();
    let columns = [
        params![kept.id, kept.version, kept.number, h.account, h.kind, h.origin, signed_rank(&h), h.recognised_at]
            .to_vec(),
        params![
            minutes(h.recognised_at, h.first_voice_at),
            flag(h.voice_in_time),
            h.heard == Said::Yes,
            flag(h.two_ways),
            minutes(h.recognised_at, h.decided_at),
            minutes(h.recognised_at, h.fixed_at),
            h.solved_at,
            minutes(h.recognised_at, h.solved_at),
            flag(h.first_go),
            h.reopened_soon == Said::Yes,
            h.deadline_at,
            flag(h.deadline_met)
        ]
        .to_vec(),
        params![
            h.answers.outcome,
            h.answers.process,
            h.answers.people,
            h.answers.valued,
            h.answers.reassured,
            h.answers.most_important,
            flag(h.answers.call_us_first),
            h.strength_before,
            h.strength_after,
            h.relation.map(casework::kinds::Relation::word),
            signed(h.promises_kept.into()),
            signed(h.promises_broken.into()),
            h.remedy == Said::Yes,
            h.tone_start,
            h.tone_end,
            h.late.map(casework::hindsight::Late::word),
            h.is_repeat == Said::Yes
        ]
        .to_vec(),
        params![
            h.expectation.as_ref().map(|gap| gap.expected.clone()),
            h.expectation.as_ref().map(|gap| gap.promised.clone()),
            h.expectation.as_ref().map(|gap| gap.delivered.clone()),
            solved_on,
            after(-365),
            after(90),
            after(180),
            after(365),
            recognised_on,
            recognised_on.checked_add(180.days()).ok(),
            order_of(tx, case)?,
            h.grew == Said::Yes,
            h.start_minutes
        ]
        .to_vec(),
    ]
    .concat();
    tx.put(sql!("delete from hindsight where case_id = ?1"), &params![kept.id])?;
    insert(tx, &columns)
}

/// The order the case is about: that of the signal it came from, or one that its facts name and that this customer has.
fn order_of(conn: &Conn, case: &Case) -> Result<Option<String>, Fault> {
    let signalled: Option<String> = conn.maybe(
        sql!(
            "select l.order_no from signals s join order_lines l on l.id = s.line_id where s.case_id = ?1 order by s.detected_at, s.id limit 1"
        ),
        &params![case.id],
    )?;
    if signalled.is_some() {
        return Ok(signalled);
    }
    let named = case.facts.iter().map(|fact| fact.answer.trim()).filter(|answer| !answer.is_empty()).take(FACTS_READ);
    // *4417/10* names a line, *4417* the whole order.
    let named = named.flat_map(|answer| [answer, answer.rsplit_once('/').map_or(answer, |(order, _)| order)]);
    conn.maybe(
        sql!(
            "select order_no from order_lines where account_id = ?1 and order_no in {texts ?2} order by order_no, line_no limit 1"
        ),
        &params![case.account, list(named)],
    )
}

fn signed_rank(h: &Hindsight) -> i64 {
    i64::try_from(h.severity.rank()).unwrap_or(0)
}

fn insert(tx: &Tx, columns: &[Value<'_>]) -> Result<(), Fault> {
    tx.put(
        sql!(
            "insert into hindsight (case_id, version, number, account_id, kind, origin, severity, recognised_at, voice_minutes, voice_in_time, heard, two_ways,
             decided_minutes, fixed_minutes, solved_at, solved_minutes, first_go, reopened_soon, deadline_at, deadline_met, outcome, process, people, valued,
             reassured, most_important, call_us_first, strength_before, strength_after, relation, promises_kept, promises_broken, remedy, tone_start, tone_end,
             late, is_repeat, expected, promised, delivered, solved_on, year_before, day_90, day_180, day_365, recognised_on,
             recognised_180, order_no, grew, start_minutes)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30,
             ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41, ?42, ?43, ?44, ?45, ?46, ?47, ?48, ?49, ?50)"
        ),
        columns,
    )
}

/// When the row of a case was last made from it, for those who wait for it.
pub fn version_of(conn: &Conn, case: CaseId) -> Result<Option<i64>, Fault> {
    conn.maybe(sql!("select version from hindsight where case_id = ?1"), &params![case])
}

record! {
    /// A solved case whose twelve months are over.
    struct Due {
        case: CaseId,
        account: AccountId,
        solved_at: Timestamp,
        year_before: Date,
        solved_on: Date,
        until: Date,
    }
}

/// Outcomes written at once.
const OUTCOMES_AT_ONCE: i64 = 200;

/// Writes what became of the customers whose twelve months are over (S241): how many days with an order in the year before their word and
/// in the year after it. Written once and kept. `known_until` is the day up to which orders came in: what is not known yet is not told, and
/// a customer of whom no order of these two years is known is left out.
pub fn keep_outcomes(tx: &Tx, known_until: Date, now: Timestamp) -> Result<usize, Fault> {
    let due: Vec<Due> = tx.all(
        sql!(
            "select h.case_id, h.account_id, h.solved_at, h.year_before, h.solved_on, h.day_365 from hindsight h
             where h.solved_at is not null and h.day_365 <= ?1
             and not exists (select 1 from outcomes o where o.case_id = h.case_id)
             and exists (select 1 from order_days d where d.account_id = h.account_id and d.day > h.year_before and d.day <= h.day_365)
             order by h.solved_at, h.case_id limit ?2"
        ),
        &params![known_until, OUTCOMES_AT_ONCE],
    )?;
    let mut kept = 0;
    for one in &due {
        let before = orders_between(tx, one.account, one.year_before, one.solved_on)?;
        let after = orders_between(tx, one.account, one.solved_on, one.until)?;
        tx.put(
            sql!(
                "insert into outcomes (case_id, account_id, outcome, orders_before, orders_after, solved_at, looked_at)
                 values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict (case_id) do nothing"
            ),
            &params![one.case, one.account, outcome(before, after), before, after, one.solved_at, now],
        )?;
        kept += 1;
    }
    Ok(kept)
}

/// Days with an order after the first day and up to the last.
fn orders_between(conn: &Conn, account: AccountId, after: Date, until: Date) -> Result<i64, Fault> {
    conn.one(
        sql!("select count(*) from order_days where account_id = ?1 and day > ?2 and day <= ?3"),
        &params![account, after, until],
    )
}

/// A fifth more is grown, a fifth less is shrunk; no order at all is lost.
fn outcome(before: i64, after: i64) -> &'static str {
    match (before, after) {
        (_, 0) => "lost",
        (before, after) if after * 5 >= before * 6 && after > before => "grew",
        (before, after) if after * 5 <= before * 4 => "shrank",
        _ => "kept",
    }
}

#[cfg(test)]
mod tests {
    use super::outcome;

    #[test]
    fn s241_kept_grew_shrank_and_lost_are_told_apart() {
        let told = [
            (10, 10, "kept"),
            (10, 11, "kept"),
            (10, 12, "grew"),
            (10, 8, "shrank"),
            (10, 9, "kept"),
            (10, 0, "lost"),
            (0, 1, "grew"),
            (1, 1, "kept"),
        ];
        for (before, after, word) in told {
            assert_eq!(outcome(before, after), word, "{before} {after}");
        }
    }
}
