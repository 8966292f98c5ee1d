//! The first hour: what the firm is called, how far its guide is, and the stops of a tour through a company to look around in.
use crate::audit::{self, By, NotKept};
use crate::columns::to_json;
use crate::{Conn, Fault, Tx, firm, params, record, sql};
use casework::refusal::Refusal;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Characters of the firm's name.
pub const NAME_AT_MOST: usize = 80;
/// Steps of the guide that are remembered as passed over, and stops of a tour.
const STEPS_AT_MOST: usize = 20;

/// Whether somebody is still led through the first steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SetUp {
    /// Nobody asks for the guide; so it is where it never began.
    #[default]
    Left,
    Under,
}

/// The guide as far as it is kept; what is done is seen in the data itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    pub set_up: SetUp,
    /// Steps that somebody called right as they are, or passed over.
    pub passed: Vec<String>,
}

/// A stop of the tour: its word, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    pub word: String,
    pub href: String,
}

record! {
    /// What is there already.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct There {
        pub people: i64,
        pub customers: i64,
        pub orders: i64,
        pub cases: i64,
    }
}

fn kept<T: DeserializeOwned + Default>(conn: &Conn, name: &str) -> Result<T, Fault> {
    let body: Option<String> = conn.maybe(sql!("select body from settings where name = ?1"), &params![name])?;
    let Some(body) = body else { return Ok(T::default()) };
    serde_json::from_str(&body).map_err(|e| Fault::Engine(anyhow::Error::new(e).context("a kept setting")))
}

fn keep(tx: &Tx, name: &str, body: &str) -> Result<(), Fault> {
    tx.put(
        sql!(
            "insert into settings (name, version, body) values (?1, 1, ?2)
             on conflict (name) do update set version = settings.version + 1, body = excluded.body"
        ),
        &params![name, body],
    )?;
    firm::touch(tx)
}

/// Empty until somebody names it.
pub fn company(conn: &Conn) -> Result<String, Fault> {
    kept(conn, "company")
}

/// # Errors
/// Refused when the name is empty or too long.
pub fn name_company(tx: &Tx, name: &str, by: &By) -> Result<(), NotKept> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_AT_MOST {
        return Err(Refusal::input("company", "company-name").with("most", NAME_AT_MOST).into());
    }
    let before = company(tx)?;
    if before == name {
        return Ok(());
    }
    keep(tx, "company", &to_json(&name)?)?;
    Ok(audit::note(tx, by, "company-named", "company", Some(&before), Some(&name))?)
}

pub fn guide(conn: &Conn) -> Result<Guide, Fault> {
    kept(conn, "guide")
}

pub fn keep_guide(tx: &Tx, guide: &Guide) -> Result<(), Fault> {
    let guide = Guide { passed: guide.passed.iter().take(STEPS_AT_MOST).cloned().collect(), ..guide.clone() };
    keep(tx, "guide", &to_json(&guide)?)
}

/// What the guide looks at to see what is done.
pub fn there(conn: &Conn) -> Result<There, Fault> {
    conn.one(
        sql!(
            "select (select count(*) from people where active = 1), (select count(*) from (select 1 from accounts limit 1000) as rows_there),
             (select count(*) from (select 1 from order_lines limit 1000) as rows_there), (select count(*) from (select 1 from cases limit 1000) as rows_there)"
        ),
        &[],
    )
}

/// The stops of the tour; none where there is no company to look around in.
pub fn tour(conn: &Conn) -> Result<Vec<Stop>, Fault> {
    kept(conn, "tour")
}

pub fn keep_tour(tx: &Tx, stops: &[Stop]) -> Result<(), Fault> {
    let stops: Vec<&Stop> = stops.iter().take(STEPS_AT_MOST).collect();
    keep(tx, "tour", &to_json(&stops)?)
}
