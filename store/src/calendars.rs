//! Calendars of working hours: ours, one per site, one per customer. One that cannot be counted with is never kept.
use crate::audit::{self, By, NotKept};
use crate::columns::{json, to_json};
use crate::firm::{self, CALENDARS_AT_MOST};
use crate::row::{Cell, Column};
use crate::{Conn, Fault, Tx, holidays, params, record, recounts, sql};
use casework::calendar::CalendarSpec;
use casework::refusal::Refusal;
use uuid::Uuid;

/// Characters of a calendar's name.
pub const NAME_AT_MOST: usize = 80;

impl Column for CalendarSpec {
    const EXPECTED: &'static str = "a calendar as JSON";
    fn of(cell: Cell<'_>) -> Option<Self> {
        json(cell)
    }
}

record! {
    /// A calendar as it is kept.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct KeptCalendar {
        pub id: Uuid,
        pub spec: CalendarSpec,
    }
}

/// Keeps a new calendar as version 1.
///
/// # Errors
/// Refused with the code of what is wrong with it, or when its name is taken.
pub fn add(tx: &Tx, id: Uuid, spec: &CalendarSpec, by: &By) -> Result<(), NotKept> {
    let spec = CalendarSpec { version: 1, ..checked(tx, id, spec)? };
    let many: i64 = tx.one(sql!("select count(*) from calendars"), &[])?;
    if many >= CALENDARS_AT_MOST {
        return Err(Refusal::input("name", "too-many-entries").with("most", CALENDARS_AT_MOST).into());
    }
    let new = tx.hit(
        sql!("insert into calendars (id, name, version, spec) values (?1, ?2, ?3, ?4) on conflict (id) do nothing"),
        &params![id, &spec.name, spec.version, to_json(&spec)?],
    )?;
    if new == 1 {
        audit::note(tx, by, "calendar-added", &id.to_string(), None::<&CalendarSpec>, Some(&spec))?;
        firm::touch(tx)?;
    }
    Ok(())
}

/// Keeps the hours as the next version, so that a clock can say which it was counted with.
///
/// # Errors
/// Refused when somebody else changed it since `spec.version`, or with the code of what is wrong with it.
pub fn change(tx: &Tx, id: Uuid, spec: &CalendarSpec, by: &By) -> Result<(), NotKept> {
    let spec = checked(tx, id, spec)?;
    let Some(before) = by_id(tx, id)? else { return Err(Refusal::missing("no-such-calendar").into()) };
    if before.spec == spec {
        return Ok(());
    }
    let next = CalendarSpec { version: spec.version.saturating_add(1), ..spec.clone() };
    let hit = tx.hit(
        sql!("update calendars set name = ?2, version = ?3, spec = ?4 where id = ?1 and version = ?5"),
        &params![id, &next.name, next.version, to_json(&next)?, spec.version],
    )?;
    if hit == 0 {
        return Err(Refusal::changed("setting-changed-meanwhile").into());
    }
    audit::note(tx, by, "calendar-changed", &id.to_string(), Some(&before.spec), Some(&next))?;
    recounts::want(tx, recounts::Why::Calendar, None, by)?;
    Ok(firm::touch(tx)?)
}

/// # Errors
/// Refused while an account or the firm itself counts with it.
pub fn remove(tx: &Tx, id: Uuid, by: &By) -> Result<(), NotKept> {
    let Some(before) = by_id(tx, id)? else { return Ok(()) };
    let used: Option<i64> = tx.maybe(
        sql!(
            "select 1 from accounts where calendar_id = ?1 union all select 1 from settings where name = 'our_calendar' and body = ?2 limit 1"
        ),
        &params![id, id.to_string()],
    )?;
    if used.is_some() {
        return Err(Refusal::state("calendar-in-use").into());
    }
    tx.hit(sql!("delete from calendars where id = ?1"), &params![id])?;
    audit::note(tx, by, "calendar-removed", &id.to_string(), Some(&before.spec), None::<&CalendarSpec>)?;
    Ok(firm::touch(tx)?)
}

pub fn by_id(conn: &Conn, id: Uuid) -> Result<Option<KeptCalendar>, Fault> {
    conn.maybe(sql!("select id, spec from calendars where id = ?1"), &params![id])
}

/// All of them by name, at most [`CALENDARS_AT_MOST`].
pub fn list(conn: &Conn) -> Result<Vec<KeptCalendar>, Fault> {
    conn.all(sql!("select id, spec from calendars order by name, id limit ?1"), &params![CALENDARS_AT_MOST])
}

fn checked(conn: &Conn, id: Uuid, spec: &CalendarSpec) -> Result<CalendarSpec, NotKept> {
    let spec = CalendarSpec { name: spec.name.trim().to_owned(), ..spec.clone() };
    if spec.name.is_empty() || spec.name.chars().count() > NAME_AT_MOST {
        return Err(Refusal::input("name", "calendar-name").with("most", NAME_AT_MOST).into());
    }
    if let Err(problem) = holidays::calendar(&spec) {
        return Err(Refusal::input("week", problem.code()).into());
    }
    let taken: Option<Uuid> = conn.maybe(sql!("select id from calendars where name = ?1"), &params![&spec.name])?;
    match taken {
        Some(other) if other != id => Err(Refusal::input("name", "calendar-name-taken").into()),
        _ => Ok(spec),
    }
}
