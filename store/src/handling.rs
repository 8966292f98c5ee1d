//! How we handle trouble, as it is said to everybody: what somebody wrote in the firm's own words beside the promises, and what of it a
//! person published. Nothing is seen outside before, and what was published stays as it is until somebody publishes again.
use crate::audit::{self, By, NotKept};
use crate::columns::to_json;
use crate::{Conn, Fault, Tx, firm, params, sql, welcome};
use casework::ids::PersonId;
use casework::refusal::Refusal;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Characters of the firm's own words in one language.
pub const WORDS_AT_MOST: usize = 2_000;
/// Characters of a number or an address to reach us by.
pub const REACH_AT_MOST: usize = 200;
/// Languages in which there may be own words.
const LANGUAGES_AT_MOST: usize = 20;
/// What the log calls it.
const SUBJECT: &str = "handling";

casework::choices! {
    /// Whether what came of the last months is shown with the promises. Whoever publishes says so; silence means no.
    pub enum Figures { Hidden = "hidden", Shown = "shown" }
}

/// What the firm says beside its promises.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Its own words, by the tag of their language.
    pub words: BTreeMap<String, String>,
    pub phone: String,
    pub email: String,
}

/// What everybody can read, and who put it there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    pub written: Written,
    pub figures: Figures,
    pub by: PersonId,
    pub at: Timestamp,
}

/// The page as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handling {
    /// Moves with every change; 0 until somebody wrote anything.
    #[serde(skip)]
    pub version: i64,
    pub written: Written,
    pub published: Option<Published>,
}

impl Handling {
    /// Whether something else is written than what is published.
    pub fn differs(&self) -> bool {
        self.published.as_ref().is_some_and(|published| published.written != self.written)
    }
}

impl Written {
    /// Trimmed, without languages in which nothing is said.
    fn tidied(&self) -> Self {
        let said = |(tag, words): (&String, &String)| (tag.clone(), words.trim().replace("\r\n", "\n"));
        let words = self.words.iter().map(said).filter(|(_, words)| !words.is_empty()).collect();
        Self { words, phone: self.phone.trim().to_owned(), email: self.email.trim().to_owned() }
    }

    fn check(&self) -> Result<(), Refusal> {
        let long = |words: &str, most: usize| words.chars().count() > most;
        if self.words.len() > LANGUAGES_AT_MOST {
            return Err(Refusal::input("words", "too-many-entries").with("most", LANGUAGES_AT_MOST));
        }
        if self.words.values().any(|words| long(words, WORDS_AT_MOST)) {
            return Err(Refusal::input("words", "too-long").with("most", WORDS_AT_MOST));
        }
        for (field, value) in [("phone", &self.phone), ("email", &self.email)] {
            if long(value, REACH_AT_MOST) {
                return Err(Refusal::input(field, "too-long").with("most", REACH_AT_MOST));
            }
        }
        let odd = !self.email.is_empty() && (!self.email.contains('@') || self.email.contains(char::is_whitespace));
        if odd { Err(Refusal::input("email", "handling-email")) } else { Ok(()) }
    }
}

/// The page; nothing written and nothing published where nobody did anything yet.
pub fn of(conn: &Conn) -> Result<Handling, Fault> {
    let kept: Option<(i64, String)> =
        conn.maybe(sql!("select version, body from settings where name = 'handling'"), &[])?;
    let Some((version, body)) = kept else { return Ok(Handling::default()) };
    let handling: Handling = serde_json::from_str(&body)
        .map_err(|e| Fault::Engine(anyhow::Error::new(e).context("the kept page of how we handle trouble")))?;
    Ok(Handling { version, ..handling })
}

fn keep(tx: &Tx, next: &Handling, before: &Handling) -> Result<(), NotKept> {
    let hit = tx.hit(
        sql!(
            "insert into settings (name, version, body) values ('handling', ?1, ?2)
             on conflict (name) do update set version = excluded.version, body = excluded.body where settings.version = ?3"
        ),
        &params![before.version + 1, to_json(next)?, before.version],
    )?;
    if hit == 0 {
        return Err(changed());
    }
    Ok(firm::touch(tx)?)
}

fn changed() -> NotKept {
    Refusal::changed("setting-changed-meanwhile").into()
}

/// Keeps what is written; nobody outside sees it. `seen` is the version that the person had before them.
///
/// # Errors
/// Refused with what is wrong with it, or when somebody else changed it meanwhile.
pub fn write(tx: &Tx, wanted: &Written, seen: i64, by: &By) -> Result<(), NotKept> {
    let wanted = wanted.tidied();
    wanted.check()?;
    let before = of(tx)?;
    if before.written == wanted {
        return Ok(());
    }
    if before.version != seen {
        return Err(changed());
    }
    keep(tx, &Handling { written: wanted.clone(), ..before.clone() }, &before)?;
    Ok(audit::note(tx, by, "handling-written", SUBJECT, Some(&before.written), Some(&wanted))?)
}

/// Lets everybody read what is written now, with or without figures. A person does this, and the log says who.
///
/// # Errors
/// Refused when the firm has no name yet, when nobody stands behind it, or when somebody else changed it meanwhile.
pub fn publish(tx: &Tx, figures: Figures, seen: i64, by: &By) -> Result<(), NotKept> {
    let Some(person) = by.person else { return Err(Refusal::rights("not-allowed").into()) };
    if welcome::company(tx)?.is_empty() {
        return Err(Refusal::state("handling-needs-a-name").into());
    }
    let before = of(tx)?;
    let wanted = Published { written: before.written.clone(), figures, by: person, at: by.now };
    let stands = before.published.as_ref().is_some_and(|p| p.written == wanted.written && p.figures == figures);
    if stands {
        return Ok(());
    }
    if before.version != seen {
        return Err(changed());
    }
    keep(tx, &Handling { published: Some(wanted.clone()), ..before.clone() }, &before)?;
    Ok(audit::note(tx, by, "handling-published", SUBJECT, before.published.as_ref(), Some(&wanted))?)
}

/// Nobody outside reads it from now on; what is written stays.
pub fn take_off(tx: &Tx, by: &By) -> Result<(), NotKept> {
    let before = of(tx)?;
    if before.published.is_none() {
        return Ok(());
    }
    keep(tx, &Handling { published: None, ..before.clone() }, &before)?;
    Ok(audit::note(tx, by, "handling-taken-off", SUBJECT, before.published.as_ref(), None::<&()>)?)
}
