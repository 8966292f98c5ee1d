//! Random lives of a case: wishes that make sense and wishes that do not, time that jumps, clocks that run out. After each
//! the invariants of the domain must hold (DOMAIN 4.4), and at the end of a life its history alone must give the same case.
use crate::case::Case;
use crate::clock;
use crate::commands::{Command, RunOutClock, decide};
use crate::draft::Change;
use crate::event::Happening;
use crate::facts::{Actor, Facts};
use crate::ids::{CaseId, CaseNumber, PersonId, RequestId};
use crate::kinds::Recovery;
use crate::refusal::Refusal;
use crate::rights::Right;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

mod chance;
mod inside;
mod laws;
mod needed;
mod rolled;
mod theirs;
mod upstream;
mod wishes;
mod world;

pub use chance::Chance;
pub use world::world;

/// Commands of one life; a real case has far fewer.
const LIFE_AT_MOST: u64 = 300;

/// What was lived through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lived {
    pub lives: u64,
    pub commands: u64,
    pub taken: u64,
    pub events: u64,
    pub closed: u64,
    pub reopened: u64,
}

/// An invariant that did not hold, with the seed that shows it again.
#[derive(Clone, Debug)]
pub struct Broken {
    pub seed: u64,
    /// The how manyeth command of the run.
    pub command: u64,
    pub word: String,
    pub law: &'static str,
    pub what: String,
}
impl std::fmt::Display for Broken {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            out,
            "seed {}, command {} ({}): {} does not hold: {}",
            self.seed, self.command, self.word, self.law, self.what
        )
    }
}

/// One wish and what came of it, as the laws see it.
pub(crate) struct Step<'a> {
    pub facts: &'a Facts,
    pub command: &'a Command,
    pub outcome: &'a Result<Change, Refusal>,
}

/// Lives lives until so many commands were asked. The same seed gives the same lives.
///
/// # Errors
/// The first invariant that does not hold.
pub fn live(world: &Facts, seed: u64, commands: u64) -> Result<Lived, Broken> {
    live_seen(world, seed, commands, &mut |_, _| {})
}

/// The same, and every life is shown at its end: the case with what surrounds it, and its history.
///
/// # Errors
/// The first invariant that does not hold.
pub fn live_seen(
    world: &Facts,
    seed: u64,
    commands: u64,
    seen: &mut dyn FnMut(&Facts, &[Happening]),
) -> Result<Lived, Broken> {
    let chance = Chance::new(seed);
    let mut run = Run { chance, seed, wishes: wishes::Wishes::new(), lived: Lived::default(), word: "", last: None };
    while run.lived.commands < commands {
        run.life(world, seen)?;
    }
    Ok(run.lived)
}

struct Run {
    chance: Chance,
    seed: u64,
    wishes: wishes::Wishes,
    lived: Lived,
    word: &'static str,
    /// The case of the life before, to merge with or link to.
    last: Option<(Case, Vec<Happening>)>,
}

impl Run {
    fn life(&mut self, world: &Facts, seen: &mut dyn FnMut(&Facts, &[Happening])) -> Result<(), Broken> {
        self.lived.lives += 1;
        let mut facts = world.clone();
        facts.case = Case::blank(CaseId(self.chance.id()));
        facts.now = world.now + SignedDuration::from_mins(self.chance.below(60 * 24 * 300).cast_signed());
        facts.next_number = CaseNumber(1_000 + self.lived.lives);
        let mut history = vec![];
        for _ in 0..self.chance.below(LIFE_AT_MOST) + 10 {
            let command = self.wish(&mut facts);
            self.ask(&mut facts, &mut history, &command)?;
            if facts.case.merged_into.is_some() {
                break;
            }
        }
        self.replay(&facts, &facts.case, &history)?;
        seen(&facts, &history);
        if let Some((case, events)) = &self.last {
            self.replay(&facts, case, events)?;
            seen(&Facts { case: case.clone(), ..facts.clone() }, events);
        }
        self.lived.reopened += facts.case.reopened.len() as u64;
        self.last = facts.case.exists().then_some((facts.case, history));
        self.wishes.other = self.last.as_ref().map_or(0, |(case, _)| case.number.0);
        Ok(())
    }

    /// The next wish, by somebody, some time later.
    fn wish(&mut self, facts: &mut Facts) -> Command {
        let pass = match self.chance.below(10) {
            0..=3 => 0,
            4..=6 => self.chance.below(50),
            7..=8 => self.chance.below(8 * 60),
            _ => self.chance.below(6 * 24 * 60),
        };
        facts.now += SignedDuration::from_mins(pass.cast_signed());
        facts.request = RequestId(self.chance.id());
        facts.actor = self.somebody(facts);
        facts.other = None;
        if self.chance.one_in(6)
            && let Some(command) = run_out(facts)
        {
            self.word = "run-out-clock";
            return command;
        }
        let (word, command) = self.wishes.next(&mut self.chance, facts);
        self.word = word;
        let by_us = !matches!(facts.actor, Actor::Customer(_));
        if by_us && matches!(command.right(), Right::Manage | Right::ManageOrQuality) && !self.chance.one_in(3) {
            facts.actor = Actor::Person(facts.manager().unwrap_or(PersonId(Uuid::nil())));
        }
        match command.beside() {
            Some(crate::commands::Beside::New) => {
                facts.other = Some(Case::blank(CaseId(self.chance.id())));
                facts.next_number = CaseNumber(facts.next_number.0 + 1_000_000);
            }
            Some(crate::commands::Beside::Known(_)) => facts.other = self.last.as_ref().map(|(case, _)| case.clone()),
            None => {}
        }
        command
    }

    fn somebody(&mut self, facts: &Facts) -> Actor {
        match self.chance.below(40) {
            0 => Actor::System,
            1 => Actor::Import,
            2..=3 => Actor::Customer(facts.account.contacts[self.chance.index(facts.account.contacts.len())]),
            // Somebody who is no contact of this customer, or not any more.
            4 if self.chance.one_in(4) => Actor::Customer(crate::ids::ContactId(self.chance.id())),
            4..=12 => Actor::Person(facts.colleagues[self.chance.index(facts.colleagues.len())].id),
            13..=20 => Actor::Person(facts.manager().unwrap_or(PersonId(Uuid::nil()))),
            _ if facts.case.exists() => Actor::Person(facts.case.team.owner),
            _ => Actor::Person(facts.colleagues[0].id),
        }
    }

    fn ask(&mut self, facts: &mut Facts, history: &mut Vec<Happening>, command: &Command) -> Result<(), Broken> {
        self.lived.commands += 1;
        let outcome = decide(facts, command);
        let step = Step { facts, command, outcome: &outcome };
        let deep = self.chance.one_in(16);
        if let Some((law, what)) = laws::broken(&step, if deep { laws::Depth::Deep } else { laws::Depth::Quick }) {
            return Err(self.broken(law, what));
        }
        let Ok(change) = outcome else { return Ok(()) };
        self.lived.taken += 1;
        self.lived.events += change.events.len() as u64;
        let ended = change.case.recovery == Recovery::Closed && facts.case.recovery != Recovery::Closed;
        self.lived.closed += u64::from(ended);
        facts.case = change.case;
        history.extend(change.events);
        match (change.other, &mut self.last) {
            (Some((other, events)), Some((case, past))) if other.id == case.id => {
                *case = other;
                past.extend(events);
            }
            (Some(split_off), _) => self.last = Some(split_off),
            (None, _) => {}
        }
        self.wishes.other = self.last.as_ref().map_or(0, |(case, _)| case.number.0);
        Ok(())
    }

    /// I17, I30: the history alone gives the same case, and the clocks follow from it.
    fn replay(&self, facts: &Facts, case: &Case, history: &[Happening]) -> Result<(), Broken> {
        let mut again = Case::blank(case.id);
        history.iter().for_each(|h| h.apply(&mut again));
        if again.exists() {
            again.clocks = clock::derive(&again, &facts.policy, &facts.ours, &facts.theirs);
        }
        if again == *case {
            return Ok(());
        }
        Err(self.broken(
            "i17_replay_equals_state",
            format!("{} events of {} give another case", history.len(), case.number),
        ))
    }

    fn broken(&self, law: &'static str, what: String) -> Broken {
        Broken { seed: self.seed, command: self.lived.commands, word: self.word.to_owned(), law, what }
    }
}

/// Time goes on to the next rung, and our scheduler asks.
fn run_out(facts: &mut Facts) -> Option<Command> {
    let running = facts.case.clocks.iter().filter_map(|c| c.next_at.map(|at| (at, c.kind, c.about)));
    let (at, kind, about): (Timestamp, _, _) = running.min()?;
    facts.now = facts.now.max(at);
    facts.actor = Actor::System;
    Some(RunOutClock { kind, about }.into())
}

#[cfg(test)]
mod tests;
