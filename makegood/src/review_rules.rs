//! The rules by which a message is reviewed here: the packs, changed by the organisation's own file. Compiled once for each version of it.
use crate::app::App;
use proofread::{Own, Reviewer, Source};
use std::sync::{Arc, Mutex, PoisonError};
use store::Fault;
use store::review_rules::Version;

mod found;
mod trial;

pub use found::{Counts, counts};
pub use trial::{Came, RuleMoved, Trial, of_messages};

/// What the file is called where something is wrong with it.
pub const CALLED: &str = "own.toml";

/// The compiled rules of one version, and how often they were found.
#[derive(Default)]
pub struct Compiled {
    rules: Mutex<Option<(i64, Arc<Reviewer>)>>,
    found: found::Known,
}

/// The rules in force, whichever person asks and whatever is reviewed. The first to ask after a change compiles them, some milliseconds.
///
/// # Errors
/// When a shipped pack is not in order, which a test finds before.
pub fn reviewer(app: &App) -> Result<Arc<Reviewer>, Fault> {
    let firm = app.firm();
    let kept = &firm.review_rules;
    let mut rules = app.review_rules().rules.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((version, reviewer)) = &*rules
        && *version == kept.version
    {
        return Ok(reviewer.clone());
    }
    let reviewer = match of_text(&kept.body) {
        Ok(reviewer) => Arc::new(reviewer),
        // A rule that a newer program has no more must not leave every message without a review; the settings page says so.
        Err(problem) => {
            tracing::warn!(%problem, version = kept.version, "the own file of the review no longer fits: the shipped rules hold");
            shipped()?
        }
    };
    *rules = Some((kept.version, reviewer.clone()));
    Ok(reviewer)
}

/// The rules as they would be with this file.
///
/// # Errors
/// What is wrong with it, by its line.
pub fn of_text(body: &str) -> Result<Reviewer, String> {
    Reviewer::with_own(&Own::parse(&Source { name: CALLED, text: body })?)
}

/// What is wrong with the version in force, where this program reads it no more.
pub fn problem(kept: &Version) -> Option<String> {
    of_text(&kept.body).err()
}

fn shipped() -> Result<Arc<Reviewer>, Fault> {
    Reviewer::shipped().map(Arc::new).map_err(Fault::Setup)
}
