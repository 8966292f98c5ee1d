//! A playbook is data: named steps, each with what must be true to leave it. All run on one engine; several may run on one case.
use crate::case::Case;
use crate::kinds::{Origin, Reaction, TroubleKind};
use crate::need::Need;
use crate::parts::{RunningPlaybook, Said};
use crate::text::Part;
use serde::{Deserialize, Serialize};

mod compared;
mod flaws;
mod written;

pub use compared::{Compared, Differs, Pair};
pub use flaws::{Flaw, Weight};

/// Steps a playbook may have.
pub const STEPS_PER_PLAYBOOK: usize = 30;
/// Characters of its name, of the number of a step, and of a title or source.
pub const NAME_AT_MOST: usize = 60;
pub const NO_AT_MOST: usize = 8;
pub const TITLE_AT_MOST: usize = 200;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Playbook {
    /// The file's name without its ending; stays the same for ever.
    pub name: String,
    pub version: u32,
    /// What people call it; without it the catalogue knows the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Where it comes from.
    pub source: String,
    /// Proposed for cases of these origins and kinds; empty means any.
    #[serde(default)]
    pub origins: Vec<Origin>,
    #[serde(default)]
    pub kinds: Vec<TroubleKind>,
    /// It runs beside another one and is chosen by a person; no case begins with it by itself.
    #[serde(default = "no")]
    pub overlay: Said,
    pub steps: Vec<PlaybookStep>,
}
fn no() -> Said {
    Said::No
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaybookStep {
    /// The number people see: `1`, `A2`.
    pub no: String,
    /// Catalogue key of its title, or the title itself ([`is_key`]).
    pub title: String,
    /// All must be true to leave the step.
    pub needs: Vec<Need>,
    /// The act that the step is done with: a command's name.
    #[serde(default)]
    pub act: Option<String>,
    /// Only after one of these answers to our news; empty means always (S092).
    #[serde(default)]
    pub after: Vec<Reaction>,
}

/// Where a case stands in one of its playbooks.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing<'p> {
    pub playbook: &'p Playbook,
    /// Index of the first step that is not done; nothing when all are.
    pub present: Option<usize>,
    /// What that step still needs.
    pub still_needed: Vec<Need>,
}

impl Playbook {
    /// What people call it: its own title, or the catalogue key of one that comes with the program.
    pub fn title(&self) -> String {
        self.title.clone().unwrap_or_else(|| key_of(&self.name))
    }
    /// Where the case stands: *step n of m, still needed: …* (S178).
    pub fn standing<'p>(&'p self, case: &Case, running: &RunningPlaybook) -> Standing<'p> {
        for (at, step) in self.steps.iter().enumerate() {
            let still_needed = step.still_needed(case, ticked(running, at));
            if !still_needed.is_empty() {
                return Standing { playbook: self, present: Some(at), still_needed };
            }
        }
        Standing { playbook: self, present: None, still_needed: vec![] }
    }
    pub fn is_done(&self, case: &Case, running: &RunningPlaybook, at: usize) -> bool {
        self.steps.get(at).is_some_and(|s| s.still_needed(case, ticked(running, at)).is_empty())
    }
    pub fn suits(&self, case: &Case) -> bool {
        (self.origins.is_empty() || self.origins.contains(&case.origin))
            && (self.kinds.is_empty() || self.kinds.contains(&case.kind))
    }
}

/// The catalogue key of the title of a playbook that comes with the program.
pub fn key_of(name: &str) -> String {
    format!("playbook-{}", name.replace('_', "-"))
}

/// Whether a title is a key of the catalogue: a person never calls a step `playbook-eight-d-d0`.
pub fn is_key(title: &str) -> bool {
    title.starts_with("playbook-") && title.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// A title to be said: a key in the reader's language, words as they are.
pub fn said(title: &str) -> Part {
    if is_key(title) { Part::Key(title.to_owned()) } else { Part::Said(title.to_owned()) }
}

/// The version that a case follows: the one it began with, whatever is offered now. A version that nobody has any more (of a program before
/// versions were kept) is stood in for by what is offered under its name.
pub fn followed<'p>(offered: &'p [Playbook], shelf: &'p [Playbook], running: &RunningPlaybook) -> Option<&'p Playbook> {
    let same = |p: &&Playbook| p.name == running.name;
    let pinned = |p: &&Playbook| same(p) && p.version == running.version;
    offered.iter().find(pinned).or_else(|| shelf.iter().find(pinned)).or_else(|| offered.iter().find(same))
}

/// Whether a person ticked the step.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ticked {
    Yes,
    No,
}
fn ticked(running: &RunningPlaybook, at: usize) -> Ticked {
    if u8::try_from(at).is_ok_and(|at| running.ticked.contains(&at)) { Ticked::Yes } else { Ticked::No }
}

impl PlaybookStep {
    /// Whether a person may say that it is done: no record can prove it, or none was prepared.
    pub fn is_ticked(&self) -> bool {
        self.needs.iter().any(|need| matches!(need, Need::ByHand | Need::EmergencyPlan))
    }
    fn still_needed(&self, case: &Case, ticked: Ticked) -> Vec<Need> {
        let answer = case.news.as_ref().map(|n| n.reaction);
        if !self.after.is_empty() && !answer.is_some_and(|a| self.after.contains(&a)) {
            return vec![];
        }
        let open = |need: &&Need| match need {
            Need::ByHand => ticked == Ticked::No,
            // Where no plan was prepared somebody says so, and goes on (DOMAIN 5.4).
            Need::EmergencyPlan => ticked == Ticked::No && !need.is_met(case),
            need => !need.is_met(case),
        };
        self.needs.iter().filter(open).copied().collect()
    }
}
