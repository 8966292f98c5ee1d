//! How each colleague wants to hear of each kind of notice besides the page.
use crate::audit::{self, By, NotKept};
use crate::{Conn, Fault, Tx, params, record, sql};
use casework::ids::PersonId;
use casework::notices::{About, ByMail};
use casework::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

casework::choices! {
    /// Whether webhooks hear of what one is told.
    pub enum ByHooks { Yes = "yes", No = "no" }
}

casework::choices! {
    /// Whether one's browsers show it.
    pub enum ByPush { Yes = "yes", No = "no" }
}

/// The ways of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    pub mail: ByMail,
    pub hooks: ByHooks,
    /// Kept before there were browsers: as proposed.
    #[serde(default = "shown")]
    pub push: ByPush,
}

fn shown() -> ByPush {
    ByPush::Yes
}

/// Every kind with its ways.
pub type Ways = BTreeMap<About, Way>;

record! {
    struct Kept {
        about: About,
        mail: ByMail,
        hooks: i64,
        push: i64,
    }
}

/// What the program proposes.
pub fn proposed() -> Ways {
    About::ALL
        .iter()
        .map(|about| (*about, Way { mail: about.proposed(), hooks: ByHooks::Yes, push: ByPush::Yes }))
        .collect()
}

/// How this person wants to hear; what they did not choose is as proposed.
pub fn of(conn: &Conn, person: PersonId) -> Result<Ways, Fault> {
    let kept: Vec<Kept> = conn.all(
        sql!("select about, mail, hooks, push from notice_ways where person_id = ?1 order by about limit 20"),
        &params![person],
    )?;
    let mut ways = proposed();
    for one in kept.into_iter().filter(|one| one.about.may_choose()) {
        let hooks = if one.hooks == 1 { ByHooks::Yes } else { ByHooks::No };
        let push = if one.push == 1 { ByPush::Yes } else { ByPush::No };
        ways.insert(one.about, Way { mail: one.mail, hooks, push });
    }
    Ok(ways)
}

/// Keeps what a person chose for themselves.
///
/// # Errors
/// Refused when nobody asks.
pub fn keep(tx: &Tx, person: PersonId, ways: &Ways, by: &By) -> Result<(), NotKept> {
    let before = of(tx, person)?;
    if before == *ways {
        return Ok(());
    }
    if by.person.is_none_or(|asks| asks != person) {
        return Err(Refusal::rights("not-allowed").into());
    }
    for (about, way) in ways.iter().filter(|(about, _)| about.may_choose()) {
        tx.put(
            sql!(
                "insert into notice_ways (person_id, about, mail, hooks, push) values (?1, ?2, ?3, ?4, ?5)
                 on conflict (person_id, about) do update set mail = excluded.mail, hooks = excluded.hooks, push = excluded.push"
            ),
            &params![person, *about, way.mail, i64::from(way.hooks == ByHooks::Yes), i64::from(way.push == ByPush::Yes)],
        )?;
    }
    let now = of(tx, person)?;
    Ok(audit::note(tx, by, "notice-ways-changed", &person.to_string(), Some(&before), Some(&now))?)
}

/// The same with no mail of any kind that may be chosen: one press in a mail.
pub fn without_mail(ways: &Ways) -> Ways {
    let off = |(about, way): (&About, &Way)| {
        let mail = if about.may_choose() { ByMail::Off } else { way.mail };
        (*about, Way { mail, ..*way })
    };
    ways.iter().map(off).collect()
}
