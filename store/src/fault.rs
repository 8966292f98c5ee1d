//! What can go wrong below the rules: our problem, never the user's, told apart by who must act.

use thiserror::Error;

/// A failure of the database or of the way to it. A closure given to [`crate::Db::write`] returns its own error type,
/// which only has to be `From<Fault>`; a rule's refusal therefore travels through untouched.
#[derive(Debug, Error)]
pub enum Fault {
    /// The queue is full, a lock was not had in time, or a statement ran too long. The edge answers 503.
    #[error("the database has too much to do at the moment; try again shortly")]
    Busy,
    /// The database was closed, usually because the program is stopping.
    #[error("the database is closed")]
    Closed,
    /// There is no connection and none could be made.
    #[error("the database cannot be reached: {0}")]
    Unreachable(String),
    /// The connection broke before the answer to `commit` arrived. Asking again with the same request id is safe.
    #[error("the connection broke while saving; it is not known whether the change was kept")]
    Unknown,
    /// Others changed the same rows at the same time and 60 further attempts did not get through.
    #[error("too many changed the same thing at the same time; try again shortly")]
    Clash,
    /// Nothing of the group was kept.
    #[error("the disk of the database is full; nothing was kept")]
    Full,
    /// Other work in the same group of changes made the engine undo all of it. Nothing was kept.
    #[error("the change was undone together with others that were saved at the same moment; try again")]
    Undone,
    /// The work panicked; it was rolled back.
    #[error("a bug stopped the work, nothing was kept: {0}")]
    Panicked(String),
    /// The work ignored a failed statement and went on. PostgreSQL cannot, so neither engine may.
    #[error("a bug: the work went on after a statement had failed; nothing was kept")]
    WentOn,
    /// Such a row exists already. `constraint` reads `table(column, column)` on both engines.
    #[error("there is one already: {constraint}")]
    Unique { constraint: String },
    /// A row points to one that is not there, or one that is pointed to was to be removed.
    #[error("a row would point to nothing: {0}")]
    Foreign(String),
    /// A value is missing or outside of what its column allows.
    #[error("a value is not allowed: {0}")]
    Check(String),
    /// A trigger refused, as those of the history do.
    #[error("the database forbids it: {0}")]
    Forbidden(String),
    /// `one` found nothing.
    #[error("no row: {0}")]
    NoRow(&'static str),
    /// `all` found more rows than [`crate::tx::MAX_ROWS`].
    #[error("more rows than any list may have: {0}")]
    TooMany(&'static str),
    /// A column does not hold what the program expects there.
    #[error("column {column} holds {found}, expected {expected}")]
    Odd { column: usize, expected: &'static str, found: String },
    /// The data was written by a newer version of the program.
    #[error(
        "the database has schema {found}, this program knows up to {known}: start the newer version that wrote it, \
         or restore the copy made before the upgrade"
    )]
    NewerSchema { found: i64, known: i64 },
    /// A migration that ran here reads differently in this program.
    #[error("migration {0} was changed after it had run on this database; this program does not belong to this data")]
    ChangedMigration(String),
    /// Another process has the same SQLite file open.
    #[error("{0} is in use by another Makegood; stop that one first, or choose another data folder")]
    SecondServer(String),
    /// SQLite before 3.51.3, and 3.52.0, can lose committed changes (F1 of the reliability notes).
    #[error("SQLite {0} can lose data; Makegood needs 3.51.3 or newer, and not 3.52.0")]
    OldSqlite(String),
    /// The server or the address of the database is set up in a way that Makegood does not accept.
    #[error("{0}")]
    Setup(String),
    /// Anything else the engine said.
    #[error("{0:#}")]
    Engine(#[from] anyhow::Error),
}

impl Fault {
    /// What an engine said, with the statement it said it about.
    pub(crate) fn engine(error: impl std::error::Error + Send + Sync + 'static, about: &str) -> Self {
        Self::Engine(anyhow::Error::new(error).context(about.to_owned()))
    }

    /// Whether the same request may work in a moment without anybody doing anything.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Busy | Self::Closed | Self::Unreachable(_) | Self::Unknown | Self::Clash | Self::Undone)
    }
}
