//! Takes files of orders out of a folder into which other programs put them. What was read lies in `done` afterwards, what was not in `refused`, each
//! with what there is to say about it in a `.txt` beside it; nothing is ever deleted.

use crate::app::App;
use crate::import::orders::{self, Ask, Here, Mode, NotImported};
use crate::import::plan::Wishes;
use crate::import::progress::Silent;
use crate::import::source::Source;
use crate::sentence::say;
use jiff::{SignedDuration, Timestamp};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use store::Fault;

/// Files in one beat; the rest waits for the next.
const FILES_AT_ONCE: usize = 50;
/// A file that changed within this time may still be being written.
const SETTLED: SignedDuration = SignedDuration::from_secs(10);
/// Where a file lies afterwards.
const DONE: &str = "done";
const REFUSED: &str = "refused";
/// Names under which programs write what is not finished.
const UNFINISHED: [&str; 5] = [".part", ".tmp", ".filepart", ".crdownload", "~"];
/// Refused files that are shown.
pub const SHOWN: usize = 20;

/// What one beat did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    pub done: usize,
    pub refused: usize,
}

/// A file that was not taken, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    pub name: String,
    pub why: String,
}

/// Takes what lies there, the oldest first. Blocks.
///
/// # Errors
/// When the database is away: the files stay where they are and are taken at the next beat, and the same file again changes nothing.
pub fn take(app: &App, folder: &Path) -> Result<Taken, Fault> {
    let mut taken = Taken::default();
    let files = match waiting(folder, app.now()) {
        Ok(files) => files,
        Err(problem) => {
            tracing::error!(%problem, folder = %folder.display(), "the folder of orders cannot be read");
            return Ok(taken);
        }
    };
    for file in files {
        let (place, said) = match read(app, &file) {
            Ok(said) => (DONE, said),
            Err(NotImported::Cannot(why)) => (REFUSED, say(&why.sentence(), app.firm().ours.zone())),
            Err(NotImported::Fault(fault)) => return Err(fault),
        };
        match put(folder, place, &file, &said, app.now()) {
            Ok(()) if place == DONE => taken.done += 1,
            Ok(()) => {
                tracing::warn!(file = %file.display(), "a file of orders was refused; beside it stands why");
                taken.refused += 1;
            }
            // It is read again at the next beat, which changes nothing.
            Err(problem) => tracing::error!(%problem, file = %file.display(), "a file of orders cannot be put away"),
        }
    }
    Ok(taken)
}

/// The refused files of a folder that somebody has to look at, the newest first.
pub fn refused(folder: &Path) -> Vec<Refused> {
    let mut found = listed(&folder.join(REFUSED)).unwrap_or_default();
    found.retain(|(_, path)| path.extension().is_none_or(|end| end != "txt"));
    let shown = found.into_iter().rev().take(SHOWN);
    shown
        .map(|(_, path)| Refused {
            why: fs::read_to_string(beside(&path)).unwrap_or_default().trim().to_owned(),
            name: path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        })
        .collect()
}

fn read(app: &App, file: &Path) -> Result<String, NotImported> {
    let calendar = app.firm().ours.clone();
    let here = Here { db: app.db.clone(), calendar, now: app.now(), drawn: app.new_id() };
    let ask = Ask {
        source: Source::File(file.to_owned()),
        wishes: Wishes::default(),
        account: None,
        checks_from: Some(orders::checks_from(&here.calendar, here.now)),
        mode: Mode::Keep,
        report: None,
    };
    let plan = orders::prepare(&here, &ask, &mut Silent)?;
    let report = orders::run(&here, &ask, &plan, &mut Silent)?;
    let lines = plan.lines().into_iter().chain([String::new()]).chain(report.lines(&plan.zone));
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

/// Files that nobody writes to any more.
fn waiting(folder: &Path, now: Timestamp) -> io::Result<Vec<PathBuf>> {
    let finished = |path: &Path| {
        let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        !name.starts_with('.') && !UNFINISHED.iter().any(|end| name.ends_with(end))
    };
    let settled = |at: &Timestamp| now.duration_since(*at) >= SETTLED;
    let files = listed(folder)?.into_iter().filter(|(at, path)| settled(at) && finished(path));
    Ok(files.map(|(_, path)| path).take(FILES_AT_ONCE).collect())
}

/// The files of a folder with when they changed, the oldest first.
fn listed(folder: &Path) -> io::Result<Vec<(Timestamp, PathBuf)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        // Whoever put it there may have taken it away again.
        let Ok(about) = entry.metadata() else { continue };
        if about.is_file() {
            files.push((Timestamp::try_from(about.modified()?).unwrap_or(Timestamp::MIN), entry.path()));
        }
    }
    files.sort();
    Ok(files)
}

/// Moves a file away and writes beside it what there is to say. A name that is taken gets the moment in front of it.
fn put(folder: &Path, place: &str, file: &Path, said: &str, now: Timestamp) -> io::Result<()> {
    let there = folder.join(place);
    fs::create_dir_all(&there)?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut to = there.join(&name);
    if to.exists() {
        to = there.join(format!("{}-{name}", now.as_microsecond()));
    }
    fs::write(beside(&to), format!("{said}\n"))?;
    fs::rename(file, to)
}

fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".txt");
    name.into()
}
