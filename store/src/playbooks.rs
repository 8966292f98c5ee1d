//! The playbooks that come with the program, and those of the organisation with every version of them. What a case follows is found again
//! whatever is offered by then.
use crate::{Conn, Fault, Tx, params, record, sql};
use casework::Case;
use casework::ids::{AccountId, CaseId, CaseNumber, PersonId};
use casework::playbook::Playbook;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

mod keep;

pub use keep::{Seen, bring_shipped, keep, put_in_force, withdraw};

/// Playbooks of its own that an organisation may have.
pub const OWN_AT_MOST: usize = 40;
/// Versions of one playbook.
pub const VERSIONS_AT_MOST: i64 = 200;
/// Characters of a text.
pub const BODY_AT_MOST: usize = 20_000;
/// Characters of a reason.
pub const WHY_AT_MOST: usize = 200;
/// Versions held at hand because cases follow them; older ones stand in for each other by what is offered.
const SHELF_AT_MOST: i64 = 500;
/// Open cases of one playbook that are listed; all are counted.
pub const FOLLOWING_AT_MOST: i64 = 200;

/// File name without its ending, and its text; a new file is a new line.
const FILES: [(&str, &str); 8] = [
    ("breaking_bad_news", include_str!("../../playbooks/breaking_bad_news.toml")),
    ("complaint_by_the_book", include_str!("../../playbooks/complaint_by_the_book.toml")),
    ("eight_d", include_str!("../../playbooks/eight_d.toml")),
    ("run_to_the_problem", include_str!("../../playbooks/run_to_the_problem.toml")),
    ("save_a_great_customer", include_str!("../../playbooks/save_a_great_customer.toml")),
    ("three_mistakes", include_str!("../../playbooks/three_mistakes.toml")),
    ("tough_conversation", include_str!("../../playbooks/tough_conversation.toml")),
    ("we_shipped_it_bad", include_str!("../../playbooks/we_shipped_it_bad.toml")),
];

/// Every built-in playbook, in the order of their names.
pub fn built_in() -> Arc<Vec<Playbook>> {
    static ALL: OnceLock<Arc<Vec<Playbook>>> = OnceLock::new();
    ALL.get_or_init(|| Arc::new(FILES.iter().map(|(_, text)| shipped(text)).collect())).clone()
}

fn shipped(text: &str) -> Playbook {
    toml::from_str(text).expect("a built-in playbook is read by the tests")
}

/// Whether the program brings a playbook of this name.
pub fn is_built_in(name: &str) -> bool {
    FILES.iter().any(|(known, _)| *known == name)
}

record! {
    struct Row {
        name: String,
        version: u32,
        body: String,
    }
}

impl Row {
    fn read(self) -> Result<Playbook, Fault> {
        read(&self.name, self.version, &self.body)
            .map_err(|e| Fault::Engine(anyhow::anyhow!("{e}").context(format!("the kept playbook {}", self.name))))
    }
}

/// A kept text as a playbook.
fn read(name: &str, version: u32, body: &str) -> Result<Playbook, toml::de::Error> {
    let mut value: toml::Table = toml::from_str(body)?;
    value.insert("name".into(), name.into());
    value.insert("version".into(), i64::from(version).into());
    value.try_into()
}

/// What a case can begin to follow: those of the program first, in the order of their names, then those of the organisation. None of its own
/// comes before one of the program, so that none begins on a case unless somebody chose it.
pub fn offered(conn: &Conn) -> Result<Vec<Playbook>, Fault> {
    let rows: Vec<Row> = conn.all(
        sql!(
            "select v.name, v.version, v.body from playbooks p join playbook_versions v on v.name = p.name and v.version = p.version
             where p.withdrawn = 0 order by p.name limit ?1"
        ),
        &params![(OWN_AT_MOST + FILES.len()) as i64],
    )?;
    let mut kept: Vec<Playbook> = rows.into_iter().map(Row::read).collect::<Result<_, _>>()?;
    let mut all = vec![];
    for built in built_in().iter() {
        let own = kept.iter().position(|playbook| playbook.name == built.name);
        all.push(own.map_or_else(|| built.clone(), |at| kept.remove(at)));
    }
    all.extend(kept);
    Ok(all)
}

/// Versions that cases follow and that are not offered any more.
pub fn shelf(conn: &Conn) -> Result<Vec<Playbook>, Fault> {
    let rows: Vec<Row> = conn.all(
        sql!(
            "select v.name, v.version, v.body from playbook_versions v join playbooks p on p.name = v.name
             where (p.version <> v.version or p.withdrawn = 1)
             and exists (select 1 from case_playbooks c where c.name = v.name and c.version = v.version)
             order by v.at desc, v.name, v.version desc limit ?1"
        ),
        &params![SHELF_AT_MOST],
    )?;
    rows.into_iter().map(Row::read).collect()
}

record! {
    /// One version, with who kept it, when and why.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Version {
        pub name: String,
        pub version: u32,
        pub at: Timestamp,
        /// Nobody where the program brought it.
        pub person: Option<PersonId>,
        pub why: String,
        /// `ours` or `program`.
        pub origin: String,
        /// The file without its name and version.
        pub body: String,
    }
}

impl Version {
    /// # Errors
    /// When the kept text is no playbook any more: a bug, never a person's fault.
    pub fn playbook(&self) -> Result<Playbook, Fault> {
        Row { name: self.name.clone(), version: self.version, body: self.body.clone() }.read()
    }
}

record! {
    /// How a playbook stands.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Standing {
        pub name: String,
        /// The version that new cases begin with.
        pub version: u32,
        pub withdrawn: bool,
        /// Counts the changes; goes along with a form.
        pub changes: i64,
    }
}

/// How each kept playbook stands, in the order of their names. One of the program that nobody changed and no start has kept yet has no row.
pub fn standings(conn: &Conn) -> Result<Vec<Standing>, Fault> {
    conn.all(
        sql!("select name, version, withdrawn, changes from playbooks order by name limit ?1"),
        &params![(OWN_AT_MOST + FILES.len()) as i64],
    )
}

/// How one stands; nothing when there is no such playbook, or the program brings it and nobody kept it yet.
pub fn standing(conn: &Conn, name: &str) -> Result<Option<Standing>, Fault> {
    conn.maybe(sql!("select name, version, withdrawn, changes from playbooks where name = ?1"), &params![name])
}

/// The versions of a playbook, newest first.
pub fn versions(conn: &Conn, name: &str) -> Result<Vec<Version>, Fault> {
    conn.all(
        sql!("select name, version, at, person_id, why, origin, body from playbook_versions where name = ?1 order by version desc limit ?2"),
        &params![name, VERSIONS_AT_MOST],
    )
}

/// One version.
pub fn version(conn: &Conn, name: &str, number: u32) -> Result<Option<Version>, Fault> {
    conn.maybe(
        sql!("select name, version, at, person_id, why, origin, body from playbook_versions where name = ?1 and version = ?2"),
        &params![name, number],
    )
}

/// How many open cases follow which version, by the name of the playbook.
pub type Followers = BTreeMap<String, BTreeMap<u32, i64>>;

/// Open cases on each version.
pub fn followers(conn: &Conn) -> Result<Followers, Fault> {
    let rows: Vec<(String, u32, i64)> = conn.all(
        sql!(
            "select p.name, p.version, count(*) from case_playbooks p join cases c on c.id = p.case_id where c.open = 1
             group by p.name, p.version order by p.name, p.version limit ?1"
        ),
        &params![SHELF_AT_MOST],
    )?;
    let mut all = Followers::new();
    for (name, version, count) in rows {
        all.entry(name).or_default().insert(version, count);
    }
    Ok(all)
}

record! {
    /// An open case that follows a playbook.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Follower {
        pub case: CaseId,
        pub number: CaseNumber,
        pub account: AccountId,
        pub account_name: String,
        pub title: String,
        pub version: u32,
        /// The case as it is kept.
        state: String,
    }
}

impl Follower {
    /// # Errors
    /// When the kept state is not a case any more: a bug, never a person's fault.
    pub fn case(&self) -> Result<Case, Fault> {
        crate::facts::read_state(&self.state)
    }
}

/// Open cases that follow a playbook, the gravest and oldest first.
pub fn following(conn: &Conn, name: &str, limit: i64) -> Result<Vec<Follower>, Fault> {
    conn.all(
        sql!(
            "select c.id, c.number, c.account_id, a.name, c.title, p.version, c.state from case_playbooks p join cases c on c.id = p.case_id
             join accounts a on a.id = c.account_id where p.name = ?1 and c.open = 1 order by c.severity desc, c.recognised_at, c.id limit ?2"
        ),
        &params![name, limit.clamp(1, FOLLOWING_AT_MOST)],
    )
}

/// Which versions a case follows, beside it: those that went, came or changed.
pub(crate) fn note_case(tx: &Tx, before: &Case, after: &Case) -> Result<(), Fault> {
    for gone in before.playbooks.iter().filter(|b| after.playbooks.iter().all(|a| a.name != b.name)) {
        tx.put(sql!("delete from case_playbooks where case_id = ?1 and name = ?2"), &params![after.id.0, &gone.name])?;
    }
    let known = |now: &&casework::parts::RunningPlaybook| {
        !before.playbooks.iter().any(|was| was.name == now.name && was.version == now.version)
    };
    for running in after.playbooks.iter().filter(known) {
        tx.put(
            sql!(
                "insert into case_playbooks (case_id, name, version) values (?1, ?2, ?3) on conflict (case_id, name) do update set version = excluded.version"
            ),
            &params![after.id.0, &running.name, running.version],
        )?;
    }
    // A case that was moved follows a version that no server may have on its shelf.
    if after.playbooks.iter().filter(known).any(|now| before.playbooks.iter().any(|was| was.name == now.name)) {
        crate::firm::touch(tx)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_folder_is_embedded_under_its_own_name() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../playbooks");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|f| f.unwrap().file_name().into_string().unwrap())
            .filter_map(|f| f.strip_suffix(".toml").map(str::to_owned))
            .collect();
        files.sort();
        assert_eq!(files, FILES.map(|(name, _)| name));
        assert_eq!(built_in().iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), FILES.map(|(name, _)| name));
    }

    #[test]
    fn a_kept_text_is_the_file_without_its_head() {
        for playbook in built_in().iter() {
            assert_eq!(&read(&playbook.name, playbook.version, &playbook.body()).unwrap(), playbook);
        }
    }
}
