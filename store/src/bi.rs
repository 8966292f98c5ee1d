//! The views for reports and BI tools, and the data dictionary that is written from their comments.
use crate::dialect::{self, Engine};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// The text of all views, for both engines.
const TEXT: &str = include_str!("../views/bi.sql");

/// Which text the views of this database were made from.
pub(crate) const TABLE: &str = "create table if not exists views (sha256 {text} not null primary key) {strict};";

/// One view, as the comments in its text describe it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    pub name: &'static str,
    pub about: &'static str,
    /// Name and meaning, in order.
    pub columns: Vec<(&'static str, &'static str)>,
}

/// Every view.
pub fn views() -> Vec<View> {
    let mut views: Vec<View> = vec![];
    for line in TEXT.lines().map(str::trim) {
        if let Some((name, about)) = line.strip_prefix("-- ").and_then(|l| l.split_once(": "))
            && name.starts_with("bi_")
        {
            views.push(View { name, about, columns: vec![] });
        } else if let Some((code, meaning)) = line.split_once(" -- ")
            && let Some((_, name)) = code.trim_end_matches(',').rsplit_once(" as ")
            && let Some(view) = views.last_mut()
        {
            view.columns.push((name.trim(), meaning));
        }
    }
    views
}

/// `docs/data-dictionary.md`, as a test compares it.
pub fn dictionary() -> String {
    let mut out = String::from(
        "# Data dictionary\n\n\
         The views for reports and BI tools, on SQLite and PostgreSQL alike. This file is written from `store/views/bi.sql`; a test fails\n\
         when it is not current (`MAKEGOOD_WRITE_DOCS=1 cargo test -p store --test stories bi::` writes it).\n\n\
         Columns are only ever added. Times are UTC to the second: `timestamptz` on PostgreSQL, text such as `2026-11-23T08:00:00Z` on\n\
         SQLite. Keys are text of 32 hex digits.\n\n\
         On PostgreSQL give your BI tool a role that may only read:\n\n\
         ```sql\n\
         create role bi login password '…';\n\
         grant select on bi_cases, bi_promises, bi_clocks, bi_messages, bi_events to bi;\n\
         ```\n",
    );
    for view in views() {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "\n## {}\n\n{}\n\n| column | meaning |\n|---|---|", view.name, view.about);
        for (name, meaning) in view.columns {
            let _ = writeln!(out, "| `{name}` | {meaning} |");
        }
    }
    out
}

/// Says whether the views of a database are those of this program.
pub(crate) fn digest(engine: Engine) -> String {
    hex::encode(Sha256::digest(dialect::view(engine, TEXT)))
}

/// Removes the views; they are made again at the end of the migrations.
pub(crate) fn gone() -> String {
    let drops: Vec<&str> = TEXT.lines().filter(|line| line.starts_with("drop view")).collect();
    format!("{} drop table if exists views;", drops.join(" "))
}

/// Makes the views anew and notes from which text.
pub(crate) fn made(engine: Engine) -> String {
    format!(
        "{}\ndelete from views; insert into views (sha256) values ('{}')",
        dialect::view(engine, TEXT),
        digest(engine)
    )
}
