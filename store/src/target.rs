//! Where the data is: a SQLite file in the data folder, or a PostgreSQL database. Never one by mistake for the other.

use crate::fault::Fault;
use std::{
    fmt,
    path::{Path, PathBuf},
};

/// The file in the data folder.
pub const FILE: &str = "makegood.db";

/// Which database to open and with how many connections.
#[derive(Clone, PartialEq, Eq)]
pub enum Target {
    Sqlite { file: PathBuf, readers: usize },
    Postgres { url: String, writers: usize, readers: usize },
}

impl Target {
    /// No address means SQLite in the data folder. An address that is not understood is an error and never silently
    /// SQLite: people have lost track of their data that way (Vaultwarden #7061).
    pub fn parse(database_url: Option<&str>, data_dir: &Path) -> Result<Self, Fault> {
        let Some(url) = database_url else {
            return Ok(Self::Sqlite { file: data_dir.join(FILE), readers: 2 });
        };
        match url.split_once("://") {
            // 8 writers reach what 16 do on a small machine; each server of PostgreSQL allows about 100 in all.
            Some(("postgres" | "postgresql", _)) => Ok(Self::Postgres { url: url.to_owned(), writers: 8, readers: 4 }),
            Some((scheme, _)) => Err(Fault::Setup(format!(
                "the database address starts with {scheme}://, which Makegood does not know; \
                 write postgres://user:password@host/database, or leave it out to use SQLite in the data folder"
            ))),
            None => Err(Fault::Setup(
                "the database address is not one; write postgres://user:password@host/database, \
                 or leave it out to use SQLite in the data folder"
                    .into(),
            )),
        }
    }

    /// The same database with other numbers of connections, each at least one. SQLite always has one writer.
    #[must_use]
    pub fn with_connections(self, writing: usize, reading: usize) -> Self {
        match self {
            Self::Sqlite { file, .. } => Self::Sqlite { file, readers: reading.max(1) },
            Self::Postgres { url, .. } => Self::Postgres { url, writers: writing.max(1), readers: reading.max(1) },
        }
    }
}

/// Without the user and the password, so that it can be logged.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite { file, .. } => write!(f, "SQLite {}", file.display()),
            Self::Postgres { url, .. } => {
                let after = url.rsplit('@').next().unwrap_or_default();
                let place = after.split(['?', '#']).next().unwrap_or_default();
                write!(f, "PostgreSQL {}", place.rsplit("://").next().unwrap_or_default())
            }
        }
    }
}

impl fmt::Debug for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_is_sqlite_in_the_data_folder() {
        let target = Target::parse(None, Path::new("/srv/mg")).expect("a target");
        assert_eq!(target.to_string(), "SQLite /srv/mg/makegood.db");
    }

    #[test]
    fn an_unknown_address_is_an_error_and_never_sqlite() {
        for wrong in ["mysql://x", "sqlite:///x.db", "", "localhost:5432", "Postgres://x"] {
            let fault = Target::parse(Some(wrong), Path::new("/srv")).expect_err(wrong);
            assert!(matches!(fault, Fault::Setup(_)), "{fault}");
        }
    }

    #[test]
    fn the_password_is_never_shown() {
        let target = Target::parse(Some("postgres://mg:s3cr3t@db.example/mg?sslmode=require"), Path::new("/"));
        assert_eq!(format!("{:?}", target.expect("a target")), "PostgreSQL db.example/mg");
        let target = Target::parse(Some("postgresql:///mg?host=/run/postgresql&password=s3cr3t"), Path::new("/"));
        assert!(!format!("{:?}", target.expect("a target")).contains("s3cr3t"));
    }
}
