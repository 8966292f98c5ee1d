//! The few settings of the whole firm: the clocks' policy and the calendar that is ours.
use crate::audit::{self, By, NotKept};
use crate::columns::to_json;
use crate::{Conn, Fault, Tx, calendars, firm, params, recounts, sql};
use casework::policy::Policy;
use casework::refusal::Refusal;
use uuid::Uuid;

/// The policy in force; the built-in one until somebody keeps another.
///
/// # Errors
/// When the kept one can no longer be read.
pub fn policy(conn: &Conn) -> Result<Policy, Fault> {
    let body: Option<String> = conn.maybe(sql!("select body from settings where name = 'policy'"), &[])?;
    let Some(body) = body else { return Ok(Policy::default()) };
    let kept: Result<Policy, _> = serde_json::from_str(&body);
    kept.map(Policy::completed).map_err(|e| Fault::Engine(anyhow::Error::new(e).context("the kept policy")))
}

/// Keeps the policy as the next version; `policy.version` says which one the person saw.
///
/// # Errors
/// Refused with what is wrong with it, or when somebody else changed it meanwhile.
pub fn set_policy(tx: &Tx, wanted: &Policy, by: &By) -> Result<(), NotKept> {
    wanted.check().map_err(|problem| {
        Refusal::input(
            "policy",
            match problem {
                casework::policy::PolicyProblem::NoHardActions => "policy-no-hard-actions",
                casework::policy::PolicyProblem::WarnShare => "policy-warn-share",
                casework::policy::PolicyProblem::ClockMissing => "policy-clock-missing",
                casework::policy::PolicyProblem::ZeroLength => "policy-zero-length",
            },
        )
    })?;
    let before = policy(tx)?;
    if before == *wanted {
        return Ok(());
    }
    let next = Policy { version: wanted.version.saturating_add(1), ..wanted.clone() };
    let hit = tx.hit(
        sql!(
            "insert into settings (name, version, body) values ('policy', ?1, ?2)
             on conflict (name) do update set version = excluded.version, body = excluded.body where settings.version = ?3"
        ),
        &params![next.version, to_json(&next)?, wanted.version],
    )?;
    // Version 1 is built in and has no row, so a first row of a version that is not next to it is stale as well.
    if hit == 0 || before.version != wanted.version {
        return Err(Refusal::changed("setting-changed-meanwhile").into());
    }
    audit::note(tx, by, "policy-changed", "policy", Some(&before), Some(&next))?;
    recounts::want(tx, recounts::Why::Policy, None, by)?;
    Ok(firm::touch(tx)?)
}

/// The calendar that is ours; nothing until somebody chose one.
pub fn our_calendar(conn: &Conn) -> Result<Option<Uuid>, Fault> {
    let id: Option<String> = conn.maybe(sql!("select body from settings where name = 'our_calendar'"), &[])?;
    Ok(id.and_then(|id| id.parse().ok()))
}

/// # Errors
/// Refused when there is no such calendar.
pub fn set_our_calendar(tx: &Tx, id: Uuid, by: &By) -> Result<(), NotKept> {
    if calendars::by_id(tx, id)?.is_none() {
        return Err(Refusal::input("our_calendar", "no-such-calendar").into());
    }
    let before = our_calendar(tx)?;
    if before == Some(id) {
        return Ok(());
    }
    tx.put(
        sql!(
            "insert into settings (name, version, body) values ('our_calendar', 1, ?1)
             on conflict (name) do update set version = settings.version + 1, body = excluded.body"
        ),
        &params![id.to_string()],
    )?;
    audit::note(tx, by, "our-calendar-chosen", "our_calendar", before.as_ref(), Some(&id))?;
    recounts::want(tx, recounts::Why::OurCalendar, None, by)?;
    Ok(firm::touch(tx)?)
}
