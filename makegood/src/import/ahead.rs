//! Rows are read and understood on a thread of their own while those before them are being kept.

use super::{
    csv_source::{Row, Spelling, Step},
    order_rows::{OrderRow, RowProblem},
    plan::Plan,
    source::Source,
    why::{CannotStart, Why},
};
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::mpsc::{IntoIter, SyncSender, sync_channel},
    thread::Scope,
};

/// Rows that go over at once.
const ROWS: usize = 500;
/// So many of those wait at most; the reader stops until one is taken.
const WAITING: usize = 8;

/// A row as the file tells it, or why it cannot be taken.
pub(super) struct Told {
    pub number: u64,
    pub spelling: Spelling,
    pub read: Result<OrderRow, RowProblem>,
    /// The same for two rows with the same cells.
    pub content: u64,
}

pub(super) fn hash_of(hashed: impl FnOnce(&mut DefaultHasher)) -> u64 {
    let mut hasher = DefaultHasher::new();
    hashed(&mut hasher);
    hasher.finish()
}

/// All rows of the source, in their order; the last of them may be what ended the reading. Whoever stops taking them stops the reader.
pub(super) fn read<'scope>(
    scope: &'scope Scope<'scope, '_>,
    source: &'scope Source,
    plan: &'scope Plan,
) -> Result<IntoIter<Result<Vec<Told>, CannotStart>>, CannotStart> {
    let (there, here) = sync_channel(WAITING);
    let name = "import-read".to_owned();
    let reader = std::thread::Builder::new().name(name).spawn_scoped(scope, move || {
        if let Err(why) = send_all(source, plan, &there) {
            // Nobody takes rows any more when this fails, so nobody wants the reason either.
            drop(there.send(Err(why)));
        }
    });
    reader.map_err(|error| source.unreadable(&error))?;
    Ok(here.into_iter())
}

fn send_all(
    source: &Source,
    plan: &Plan,
    there: &SyncSender<Result<Vec<Told>, CannotStart>>,
) -> Result<(), CannotStart> {
    let mut csv = source.open(plan.said)?;
    let (mut row, mut rows) = (Row::default(), Vec::with_capacity(ROWS));
    loop {
        match csv.read(&mut row).map_err(|error| source.unreadable(&error))? {
            Step::End => break,
            Step::TooLong { row: number, limit } => {
                let why = Why::TooLong(limit);
                let read = Err(RowProblem { row: number, column: String::new(), value: String::new(), why });
                rows.push(Told { number, spelling: Spelling::AsTheFile, read, content: 0 });
            }
            Step::Row(spelling) => {
                let content = hash_of(|hasher| row.cells().for_each(|cell| cell.hash(hasher)));
                rows.push(Told { number: row.number, spelling, read: plan.reader.read(&row), content });
            }
        }
        if rows.len() == ROWS && there.send(Ok(std::mem::replace(&mut rows, Vec::with_capacity(ROWS)))).is_err() {
            return Ok(());
        }
    }
    drop(there.send(Ok(rows)));
    Ok(())
}
