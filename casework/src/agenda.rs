//! What of a case has a time that the customer was told: their next word from us, promises, amends, the steps of both sides. What
//! calendars say to a customer is written from this and from nothing else of a case.
use crate::case::Case;
use crate::event::Happening;
use crate::ids::*;
use crate::kinds::{AmendsKind, Party};
use crate::parts::*;
use jiff::Timestamp;
use std::collections::HashMap;
use uuid::Uuid;

/// Things with a time that one case is followed by; far more than one holds.
pub const DATED_AT_MOST: usize = 500;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// They hear from us: the call that was agreed.
    NextWord,
    /// Something is done or there.
    Promise,
    Amends(AmendsKind),
    OurStep,
    TheirStep,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    Open,
    Kept,
    Broken,
    /// The customer let us off it, it was left out of the plan, or it went to another case.
    CalledOff,
}

/// One thing with a time; it keeps its id whatever becomes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated {
    pub id: Uuid,
    pub which: Which,
    /// As it was said to them.
    pub words: String,
    pub due: Timestamp,
    /// When it is due; once it was kept sooner, when that was.
    pub at: Timestamp,
    pub stands: Stands,
    /// Who of us does it.
    pub by: Option<PersonId>,
    pub to: Option<ContactId>,
    /// Who does it on the other side.
    pub who: String,
}

/// A thing as it was told last.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub dated: Dated,
    /// How often it was changed since it was said first.
    pub changes: u32,
    pub changed_at: Timestamp,
}

/// What stands on the case now.
pub fn of(case: &Case) -> Vec<Dated> {
    let amends = case.amends.iter().filter(|a| a.approved_by.is_some());
    let mut all: Vec<Dated> = case.promises.iter().map(promised).chain(amends.map(|a| given(case, a))).collect();
    // A draft is nobody's word yet: a plan is told once somebody of either side stands by it.
    let plan = case.plan.as_ref();
    let told = plan.filter(|p| p.agreed_by_us.is_some() || p.agreed_at.is_some() || p.half_agreed_at.is_some());
    all.extend(told.iter().flat_map(|plan| &plan.steps).map(|s| step(case, s)));
    all.truncate(DATED_AT_MOST);
    all
}

fn promised(p: &Promise) -> Dated {
    let stands = match p.state {
        PromiseState::Open => Stands::Open,
        PromiseState::Kept => Stands::Kept,
        PromiseState::Broken => Stands::Broken,
        PromiseState::Released => Stands::CalledOff,
    };
    Dated {
        id: p.id.0,
        which: if p.what == Promised::NextContact { Which::NextWord } else { Which::Promise },
        words: p.words.clone(),
        due: p.due,
        at: sooner(p.due, stands, p.settled_at),
        stands,
        by: Some(p.by),
        to: Some(p.to),
        who: String::new(),
    }
}

fn given(case: &Case, a: &Amends) -> Dated {
    let stands = match a.given_at {
        Some(at) if at > a.due => Stands::Broken,
        Some(_) => Stands::Kept,
        None if !a.stands() => Stands::CalledOff,
        None => Stands::Open,
    };
    Dated {
        id: a.id.0,
        which: Which::Amends(a.kind),
        words: String::new(),
        due: a.due,
        at: sooner(a.due, stands, a.given_at),
        stands,
        by: Some(case.team.owner),
        to: case.contact,
        who: String::new(),
    }
}

fn step(case: &Case, s: &PlanStep) -> Dated {
    let stands = match s.state {
        StepState::Open => Stands::Open,
        StepState::Done => Stands::Kept,
        StepState::Skipped => Stands::CalledOff,
    };
    let theirs = s.party == Party::Customer;
    Dated {
        id: s.id.0,
        which: if theirs { Which::TheirStep } else { Which::OurStep },
        words: s.text.clone(),
        due: s.due,
        at: sooner(s.due, stands, s.done_at),
        stands,
        by: if theirs { None } else { s.owner.or(Some(case.team.owner)) },
        to: case.contact.filter(|_| theirs),
        who: if theirs { s.owner_name.clone() } else { String::new() },
    }
}

/// What is over before its time no longer holds that time free.
fn sooner(due: Timestamp, stands: Stands, done: Option<Timestamp>) -> Timestamp {
    done.filter(|_| stands == Stands::Kept).map_or(due, |at| at.min(due))
}

/// The history told from its first event: the case, and each thing that was ever said with how often it changed. What is no longer
/// there was called off; nothing vanishes.
pub fn told(id: CaseId, history: &[Happening]) -> (Case, Vec<Entry>) {
    let mut case = Case::blank(id);
    let mut entries = vec![];
    let mut places = HashMap::new();
    for happening in history {
        happening.apply(&mut case);
        follow(&mut entries, &mut places, of(&case), happening.when.recorded_at);
    }
    (case, entries)
}

fn follow(entries: &mut Vec<Entry>, places: &mut HashMap<Uuid, usize>, now: Vec<Dated>, at: Timestamp) {
    let mut gone: Vec<bool> = entries.iter().map(|e| e.dated.stands == Stands::Open).collect();
    for dated in now {
        match places.get(&dated.id) {
            Some(place) => {
                gone[*place] = false;
                change(&mut entries[*place], dated, at);
            }
            None if entries.len() < DATED_AT_MOST => {
                places.insert(dated.id, entries.len());
                entries.push(Entry { dated, changes: 0, changed_at: at });
                gone.push(false);
            }
            None => {}
        }
    }
    for (entry, _) in entries.iter_mut().zip(gone).filter(|(_, gone)| *gone) {
        let off = Dated { stands: Stands::CalledOff, ..entry.dated.clone() };
        change(entry, off, at);
    }
}

fn change(entry: &mut Entry, dated: Dated, at: Timestamp) {
    if entry.dated != dated {
        *entry = Entry { dated, changes: entry.changes.saturating_add(1), changed_at: at };
    }
}

#[cfg(test)]
mod tests;
