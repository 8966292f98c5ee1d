//! Emergency plans: kept like any setting, with the log beside them. One that cannot be launched is never kept.
use crate::audit::{self, By, NotKept};
use crate::columns::{json, to_json};
use crate::firm;
use crate::row::{Cell, Column};
use crate::{Conn, Fault, Tx, params, sql};
use casework::emergency::{EmergencyPlan, PLANS_AT_MOST, StepOwner};
use casework::ids::{EmergencyPlanId, PersonId};
use casework::refusal::Refusal;
use jiff::civil::Date;
use uuid::Uuid;

impl Column for EmergencyPlan {
    const EXPECTED: &'static str = "an emergency plan as JSON";
    fn of(cell: Cell<'_>) -> Option<Self> {
        json(cell)
    }
}

/// Keeps a new plan as version 1.
///
/// # Errors
/// Refused with what is missing in it, or when its name is taken.
pub fn add(tx: &Tx, plan: &EmergencyPlan, by: &By) -> Result<(), NotKept> {
    let plan = EmergencyPlan { version: 1, ..checked(tx, plan)? };
    let many: i64 = tx.one(sql!("select count(*) from emergency_plans"), &[])?;
    if usize::try_from(many).is_ok_and(|many| many >= PLANS_AT_MOST) {
        return Err(Refusal::input("name", "too-many-entries").with("most", PLANS_AT_MOST).into());
    }
    let new = tx.hit(
        sql!(
            "insert into emergency_plans (id, name, version, body) values (?1, ?2, ?3, ?4) on conflict (id) do nothing"
        ),
        &params![plan.id.0, &plan.name, plan.version, to_json(&plan)?],
    )?;
    if new == 1 {
        audit::note(tx, by, "emergency-plan-added", &plan.id.to_string(), None::<&EmergencyPlan>, Some(&plan))?;
        firm::touch(tx)?;
    }
    Ok(())
}

/// Keeps the next version of a plan; `plan.version` is the one that the person saw.
///
/// # Errors
/// Refused with what is missing in it, or when somebody else changed it meanwhile.
pub fn change(tx: &Tx, plan: &EmergencyPlan, by: &By) -> Result<(), NotKept> {
    keep(tx, plan, "emergency-plan-changed", by)
}

/// Notes that a plan was rehearsed on that day (S004).
///
/// # Errors
/// Refused when there is no such plan, or the day has not come.
pub fn rehearsed(tx: &Tx, id: EmergencyPlanId, on: Date, today: Date, by: &By) -> Result<(), NotKept> {
    if on > today {
        return Err(Refusal::input("rehearsed_on", "rehearsed-in-future").into());
    }
    let Some(before) = by_id(tx, id)? else { return Err(Refusal::missing("no-such-emergency-plan").into()) };
    keep(tx, &EmergencyPlan { rehearsed_on: Some(on), ..before }, "emergency-plan-rehearsed", by)
}

fn keep(tx: &Tx, plan: &EmergencyPlan, what: &str, by: &By) -> Result<(), NotKept> {
    let plan = checked(tx, plan)?;
    let Some(before) = by_id(tx, plan.id)? else { return Err(Refusal::missing("no-such-emergency-plan").into()) };
    if before == plan {
        return Ok(());
    }
    let next = EmergencyPlan { version: plan.version.saturating_add(1), ..plan.clone() };
    let hit = tx.hit(
        sql!("update emergency_plans set name = ?2, version = ?3, body = ?4 where id = ?1 and version = ?5"),
        &params![next.id.0, &next.name, next.version, to_json(&next)?, plan.version],
    )?;
    if hit == 0 {
        return Err(Refusal::changed("setting-changed-meanwhile").into());
    }
    audit::note(tx, by, what, &next.id.to_string(), Some(&before), Some(&next))?;
    Ok(firm::touch(tx)?)
}

/// Takes a plan away; what it brought onto cases stays there.
///
/// # Errors
/// Faults of the database.
pub fn remove(tx: &Tx, id: EmergencyPlanId, by: &By) -> Result<(), NotKept> {
    let Some(before) = by_id(tx, id)? else { return Ok(()) };
    tx.hit(sql!("delete from emergency_plans where id = ?1"), &params![id.0])?;
    audit::note(tx, by, "emergency-plan-removed", &id.to_string(), Some(&before), None::<&EmergencyPlan>)?;
    Ok(firm::touch(tx)?)
}

/// # Errors
/// Faults of the database.
pub fn by_id(conn: &Conn, id: EmergencyPlanId) -> Result<Option<EmergencyPlan>, Fault> {
    conn.maybe(sql!("select body from emergency_plans where id = ?1"), &params![id.0])
}

/// All of them by name, at most [`PLANS_AT_MOST`].
///
/// # Errors
/// Faults of the database, and a plan that can no longer be read.
pub fn list(conn: &Conn) -> Result<Vec<EmergencyPlan>, Fault> {
    conn.all(sql!("select body from emergency_plans order by name, id limit ?1"), &params![PLANS_AT_MOST as i64])
}

fn checked(tx: &Tx, plan: &EmergencyPlan) -> Result<EmergencyPlan, NotKept> {
    let plan = EmergencyPlan { name: plan.name.trim().to_owned(), ..plan.clone() };
    plan.check()?;
    let taken: Option<Uuid> = tx.maybe(sql!("select id from emergency_plans where name = ?1"), &params![&plan.name])?;
    if taken.is_some_and(|other| other != plan.id.0) {
        return Err(Refusal::input("name", "emergency-plan-name-taken").into());
    }
    let people: Vec<PersonId> = plan
        .steps
        .iter()
        .filter_map(|step| match step.owner {
            StepOwner::Person(id) => Some(id),
            StepOwner::Role(_) => None,
        })
        .collect();
    for id in people {
        let known: Option<i64> = tx.maybe(sql!("select 1 from people where id = ?1"), &params![id])?;
        if known.is_none() {
            return Err(Refusal::input("steps", "no-such-colleague").into());
        }
    }
    Ok(plan)
}
