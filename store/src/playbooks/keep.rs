//! A next version is kept, an earlier one made the offered one again, one's own withdrawn: each with who, when and why, and none of it moves
//! an open case.
use super::{BODY_AT_MOST, OWN_AT_MOST, Standing, VERSIONS_AT_MOST, Version, WHY_AT_MOST, built_in, is_built_in, read};
use super::{standing, version};
use crate::audit::{self, By, NotKept};
use crate::{Fault, Tx, firm, params, sql};
use casework::playbook::{NAME_AT_MOST, Playbook};
use casework::refusal::Refusal;
use jiff::Timestamp;
use serde::Serialize;
use uuid::Uuid;

/// What the person had before them when they changed it: how many changes it had seen, 0 when there was none of this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen(pub i64);

/// Words that stand in the addresses of the settings page.
const TAKEN: [&str; 3] = ["new", "import", "begin"];

/// What the log says of it.
#[derive(Serialize)]
struct Logged<'a> {
    name: String,
    offered: u32,
    withdrawn: bool,
    why: &'a str,
}

/// Keeps the next version and offers it from now on; open cases stay with theirs.
///
/// # Errors
/// Refused when the text cannot be read or followed, when there are too many, or when somebody else changed it meanwhile.
pub fn keep(tx: &Tx, name: &str, body: &str, why: &str, seen: Seen, by: &By) -> Result<u32, NotKept> {
    let why = reason(why)?;
    if body.chars().count() > BODY_AT_MOST {
        return Err(Refusal::input("text", "too-long").with("most", BODY_AT_MOST).into());
    }
    let Ok(playbook) = read(name, 0, body) else { return Err(Refusal::input("text", "playbook-unreadable").into()) };
    if playbook.title.is_none() && !is_built_in(name) {
        return Err(Refusal::input("title", "playbook-without-title").into());
    }
    if !playbook.can_be_followed() {
        return Err(Refusal::input("steps", "playbook-cannot-be-followed").into());
    }
    let before = standing(tx, name)?;
    if let Some(now) = &before
        && !now.withdrawn
        && version(tx, name, now.version)?.is_some_and(|kept| kept.body == body)
    {
        return Ok(now.version);
    }
    if before.as_ref().map_or(0, |now| now.changes) != seen.0 {
        return Err(Refusal::changed("setting-changed-meanwhile").into());
    }
    let before = match before {
        Some(before) => Some(before),
        // The text of the program becomes a version first, so that there is a way back to it.
        None if is_built_in(name) => {
            bring(tx, name, by.now)?;
            standing(tx, name)?
        }
        None => {
            may_be_added(tx, name)?;
            None
        }
    };
    let next = next_version(tx, name)?;
    let id = Uuid::new_v5(&by.request.0, format!("playbook {name} {next}").as_bytes());
    let kept = Version {
        name: name.to_owned(),
        version: next,
        at: by.now,
        person: by.person,
        why: why.to_owned(),
        origin: "ours".into(),
        body: body.to_owned(),
    };
    if insert(tx, id, &kept)? == 0 {
        return Err(Refusal::changed("setting-changed-meanwhile").into());
    }
    let now = Standing { name: name.to_owned(), version: next, withdrawn: false, changes: 1 };
    change(tx, "playbook-kept", before.as_ref(), now, &playbook, why, by)?;
    Ok(next)
}

/// Offers an earlier version again; one that was withdrawn is offered again with it.
///
/// # Errors
/// Refused when there is no such version, or when somebody else changed it meanwhile.
pub fn put_in_force(tx: &Tx, name: &str, number: u32, why: &str, seen: Seen, by: &By) -> Result<(), NotKept> {
    let why = reason(why)?;
    let (Some(before), Some(kept)) = (standing(tx, name)?, version(tx, name, number)?) else {
        return Err(Refusal::missing("no-such-playbook-version").with("version", number).into());
    };
    if before.version == number && !before.withdrawn {
        return Ok(());
    }
    if before.changes != seen.0 {
        return Err(Refusal::changed("setting-changed-meanwhile").into());
    }
    let now = Standing { version: number, withdrawn: false, ..before.clone() };
    change(tx, "playbook-back", Some(&before), now, &kept.playbook()?, why, by)
}

/// Offers one of the organisation's own no more; open cases that follow it go on.
///
/// # Errors
/// Refused for one that comes with the program, or when somebody else changed it meanwhile.
pub fn withdraw(tx: &Tx, name: &str, why: &str, seen: Seen, by: &By) -> Result<(), NotKept> {
    let why = reason(why)?;
    if is_built_in(name) {
        return Err(Refusal::state("playbook-of-the-program").into());
    }
    let Some(before) = standing(tx, name)? else {
        return Err(Refusal::missing("no-such-playbook").with("name", name).into());
    };
    if before.withdrawn {
        return Ok(());
    }
    if before.changes != seen.0 {
        return Err(Refusal::changed("setting-changed-meanwhile").into());
    }
    let Some(kept) = version(tx, name, before.version)? else {
        return Err(Refusal::missing("no-such-playbook-version").with("version", before.version).into());
    };
    let now = Standing { withdrawn: true, ..before.clone() };
    change(tx, "playbook-withdrawn", Some(&before), now, &kept.playbook()?, why, by)
}

/// At a start: what the program brings becomes a version where it is not the latest of its texts, so that a case which follows it finds it
/// after the next program brings another. Where the organisation has not put its own text in its place, it is offered from now on.
///
/// # Errors
/// Faults of the database.
pub fn bring_shipped(tx: &Tx, now: Timestamp) -> Result<usize, Fault> {
    let mut brought = 0;
    for playbook in built_in().iter() {
        brought += bring(tx, &playbook.name, now)?;
    }
    if brought > 0 {
        firm::touch(tx)?;
    }
    Ok(brought)
}

fn bring(tx: &Tx, name: &str, at: Timestamp) -> Result<usize, Fault> {
    let built = built_in();
    let Some(playbook) = built.iter().find(|playbook| playbook.name == name) else { return Ok(0) };
    let body = playbook.body();
    let latest: Option<String> = tx.maybe(
        sql!("select body from playbook_versions where name = ?1 and origin = 'program' order by version desc limit 1"),
        &params![name],
    )?;
    if latest.is_some_and(|latest| latest == body) {
        return Ok(0);
    }
    let before = standing(tx, name)?;
    let offered = match &before {
        Some(before) => version(tx, name, before.version)?.is_some_and(|kept| kept.origin == "program"),
        None => true,
    };
    // Cases that began before versions were kept follow the number that stands in the file.
    let number = last_version(tx, name)?.map_or(playbook.version, |last| (last + 1).max(playbook.version));
    let kept = Version {
        name: name.to_owned(),
        version: number,
        at,
        person: None,
        why: String::new(),
        origin: "program".into(),
        body,
    };
    insert(tx, Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("playbook {name} {number}").as_bytes()), &kept)?;
    if offered {
        tx.put(
            sql!(
                "insert into playbooks (name, version, withdrawn, changes) values (?1, ?2, 0, 1) on conflict (name) do update
                 set version = excluded.version, changes = playbooks.changes + 1"
            ),
            &params![name, number],
        )?;
    }
    Ok(1)
}

fn reason(why: &str) -> Result<&str, Refusal> {
    let why = why.trim();
    if why.is_empty() || why.contains('\n') {
        return Err(Refusal::input("why", "playbook-why"));
    }
    if why.chars().count() > WHY_AT_MOST {
        return Err(Refusal::input("why", "too-long").with("most", WHY_AT_MOST));
    }
    Ok(why)
}

/// A name stands in addresses, files and the records of cases.
fn may_be_added(tx: &Tx, name: &str) -> Result<(), NotKept> {
    let fine = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    if name.is_empty() || name.len() > NAME_AT_MOST || !name.bytes().all(fine) || TAKEN.contains(&name) {
        return Err(Refusal::input("title", "playbook-name").into());
    }
    let names: Vec<String> = tx.all(sql!("select name from playbooks limit 1000"), &params![])?;
    if names.iter().filter(|name| !is_built_in(name)).count() >= OWN_AT_MOST {
        return Err(Refusal::input("title", "too-many").with("most", OWN_AT_MOST).into());
    }
    Ok(())
}

fn last_version(tx: &Tx, name: &str) -> Result<Option<u32>, Fault> {
    tx.maybe(
        sql!("select version from playbook_versions where name = ?1 order by version desc limit 1"),
        &params![name],
    )
}

fn next_version(tx: &Tx, name: &str) -> Result<u32, NotKept> {
    let next = last_version(tx, name)?.map_or(1, |last| last.saturating_add(1));
    if i64::from(next) > VERSIONS_AT_MOST {
        return Err(Refusal::state("playbook-versions").with("most", VERSIONS_AT_MOST).into());
    }
    Ok(next)
}

fn insert(tx: &Tx, id: Uuid, kept: &Version) -> Result<u64, Fault> {
    tx.hit(
        sql!(
            "insert into playbook_versions (id, name, version, at, person_id, why, origin, body) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             on conflict (name, version) do nothing"
        ),
        &params![id, &kept.name, kept.version, kept.at, kept.person, &kept.why, &kept.origin, &kept.body],
    )
}

/// Writes how it stands now, with a line in the log.
fn change(
    tx: &Tx,
    what: &str,
    before: Option<&Standing>,
    now: Standing,
    playbook: &Playbook,
    why: &str,
    by: &By,
) -> Result<(), NotKept> {
    let hit = match before {
        Some(before) => tx.hit(
            sql!("update playbooks set version = ?2, withdrawn = ?3, changes = changes + 1 where name = ?1 and changes = ?4"),
            &params![&now.name, now.version, now.withdrawn, before.changes],
        )?,
        None => tx.hit(
            sql!("insert into playbooks (name, version, withdrawn, changes) values (?1, ?2, ?3, 1) on conflict (name) do nothing"),
            &params![&now.name, now.version, now.withdrawn],
        )?,
    };
    if hit == 0 {
        return Err(Refusal::changed("setting-changed-meanwhile").into());
    }
    let title = playbook.title.clone().unwrap_or_else(|| playbook.name.clone());
    let log = |standing: &Standing, why| Logged {
        name: title.clone(),
        offered: standing.version,
        withdrawn: standing.withdrawn,
        why,
    };
    let was = before.map(|before| log(before, ""));
    audit::note(tx, by, what, &now.name, was.as_ref(), Some(&log(&now, why)))?;
    Ok(firm::touch(tx)?)
}
