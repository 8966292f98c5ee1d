//! Teams: people who stand in for each other, named by a word. A team has no other content, no lead and no figures.
use crate::audit::{self, By, NotKept};
use crate::columns::folded;
use crate::firm::PEOPLE_AT_MOST;
use crate::{Conn, Fault, Tx, firm, params, sql};
use casework::ids::PersonId;
use casework::refusal::Refusal;

/// Characters of a team's name.
pub const NAME_AT_MOST: usize = 60;

/// The team of a person; empty when they have none.
pub fn of(conn: &Conn, person: PersonId) -> Result<String, Fault> {
    Ok(conn.maybe(sql!("select team from people where id = ?1"), &params![person])?.unwrap_or_default())
}

/// Every team that somebody active is in, by name.
pub fn all(conn: &Conn) -> Result<Vec<String>, Fault> {
    let mut all: Vec<String> = conn.all(
        sql!("select distinct team from people where team <> '' and active = 1 order by team limit ?1"),
        &params![PEOPLE_AT_MOST],
    )?;
    all.sort_by_cached_key(|team| folded(team));
    Ok(all)
}

/// Puts a person into a team, or into none. The same team in other letters is the same team.
///
/// # Errors
/// Refused when the name is too long or there is no such person.
pub fn set(tx: &Tx, person: PersonId, team: &str, by: &By) -> Result<(), NotKept> {
    let wanted = team.split_whitespace().collect::<Vec<_>>().join(" ");
    if wanted.chars().count() > NAME_AT_MOST {
        return Err(Refusal::input("team", "team-too-long").with("most", NAME_AT_MOST).into());
    }
    let before: Option<String> = tx.maybe(sql!("select team from people where id = ?1"), &params![person])?;
    let Some(before) = before else { return Err(Refusal::missing("no-such-person").into()) };
    let known = all(tx)?.into_iter().find(|team| folded(team) == folded(&wanted));
    // Whoever is alone in a team may spell it anew.
    let wanted = known.filter(|team| *team != before).unwrap_or(wanted);
    if wanted == before {
        return Ok(());
    }
    tx.hit(sql!("update people set team = ?2 where id = ?1"), &params![person, &wanted])?;
    audit::note(tx, by, "person-team-changed", &person.to_string(), Some(&before), Some(&wanted))?;
    Ok(firm::touch(tx)?)
}
