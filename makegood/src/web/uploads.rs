//! Files of orders and lists between being sent and being kept: a few, in memory, with what was understood of them and how far they are.
//! Another server does not have them, nor this one after a restart; the page then asks for the file again.
use super::import_told::Told;
use crate::import::headers::ColumnSeen;
use crate::import::numbers::Mark;
use crate::import::plan::Wishes;
use crate::import::progress::{Progress, Stage as Part};
use crate::import::rows::Rows;
use casework::ids::PersonId;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;

/// Files held at once; with 20 MiB each that is 80 MiB.
const HELD_AT_MOST: usize = 4;

static HELD: Mutex<Vec<Upload>> = Mutex::new(Vec::new());

/// One file.
#[derive(Clone)]
pub struct Upload {
    pub id: Uuid,
    pub person: PersonId,
    pub name: String,
    /// What the person says that it holds.
    pub holds: Rows,
    pub bytes: Arc<[u8]>,
    pub stage: Stage,
}

/// How far it is.
#[derive(Clone)]
pub enum Stage {
    /// It is being read and tried.
    Looking {
        done: u64,
        of: Option<u64>,
    },
    /// It was tried; nothing is kept.
    Looked(Box<Look>),
    Keeping {
        done: u64,
        of: Option<u64>,
    },
    /// It is kept, and what came of it.
    Kept(Told),
    /// It could not be kept to its end; why, and the way out.
    Failed(String),
}

/// What a look at the file said.
#[derive(Clone)]
pub struct Look {
    pub columns: Vec<ColumnSeen>,
    /// The column of each field, by the field's word.
    pub places: BTreeMap<&'static str, usize>,
    /// What the person said about it so far.
    pub said: HowRead,
    /// What keeping it would do; or why it cannot be read as it is.
    pub report: Result<Told, String>,
}

impl Look {
    /// The column that a field is read from.
    pub fn column(&self, field: &str) -> Option<usize> {
        self.places.get(field).copied()
    }
}

/// How a person wants a file read.
#[derive(Clone, Default)]
pub struct HowRead {
    pub wishes: Wishes,
    /// Of orders: deliveries before this day are history.
    pub checks_from: Option<Date>,
    /// Of lists: what divides whole pieces from parts.
    pub decimal: Option<Mark>,
}

fn held() -> std::sync::MutexGuard<'static, Vec<Upload>> {
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes a file in; the oldest that is at rest goes when there are too many. False when all are being worked on.
pub fn put(upload: Upload) -> bool {
    let mut held = held();
    held.retain(|other| other.id != upload.id);
    if held.len() >= HELD_AT_MOST {
        let Some(at) = held.iter().position(|other| !other.is_busy()) else { return false };
        held.remove(at);
    }
    held.push(upload);
    true
}

/// A file of that person.
pub fn get(id: Uuid, person: PersonId) -> Option<Upload> {
    held().iter().find(|upload| upload.id == id && upload.person == person).cloned()
}

/// Says how far a file is.
pub fn set(id: Uuid, stage: Stage) {
    if let Some(upload) = held().iter_mut().find(|upload| upload.id == id) {
        if matches!(stage, Stage::Kept(_)) {
            // What is kept in the database need not be held here.
            upload.bytes = Arc::from([]);
        }
        upload.stage = stage;
    }
}

impl Upload {
    pub fn is_busy(&self) -> bool {
        matches!(self.stage, Stage::Looking { .. } | Stage::Keeping { .. })
    }
}

/// Hears from an import how far it is.
pub struct Heard(pub Uuid);

impl Progress for Heard {
    fn at(&mut self, part: Part, done: u64, of: Option<u64>) {
        let mut held = held();
        let Some(upload) = held.iter_mut().find(|upload| upload.id == self.0) else { return };
        upload.stage = match (&upload.stage, part) {
            (Stage::Looking { .. }, _) => Stage::Looking { done, of },
            // The watch's look has no known end, so the bar stays full meanwhile.
            (_, Part::Looking) => Stage::Keeping { done: 1, of: Some(1) },
            _ => Stage::Keeping { done, of },
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upload(n: u128, stage: Stage) -> Upload {
        Upload {
            id: Uuid::from_u128(n),
            person: PersonId(Uuid::nil()),
            name: String::new(),
            holds: Rows::Orders,
            bytes: Arc::from([]),
            stage,
        }
    }

    #[test]
    fn the_oldest_at_rest_makes_room_and_nobody_sees_anothers_file() {
        let busy = || Stage::Looking { done: 0, of: None };
        assert!(put(upload(1, busy())));
        (2..=5).for_each(|n| assert!(put(upload(n, Stage::Kept(Told::default())))));
        let mine = PersonId(Uuid::nil());
        assert!(get(Uuid::from_u128(1), mine).is_some() && get(Uuid::from_u128(2), mine).is_none());
        assert!(get(Uuid::from_u128(5), PersonId(Uuid::max())).is_none());
        (6..=8).for_each(|n| assert!(put(upload(n, busy()))));
        assert!(!put(upload(9, busy())), "all are being worked on");
    }
}
