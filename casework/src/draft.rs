//! A change being decided: events are applied as they are said, so that the next question sees the case as it then is.
use crate::case::Case;
use crate::commands::raise;
use crate::effect::{Effect, Urgency, after_quiet_hours};
use crate::event::{Event, Happening, When};
use crate::facts::{Actor, Facts};
use crate::gate::Gate;
use crate::ids::*;
use crate::kinds::EscalationReason;
use crate::parts::{Promise, PromiseState};
use crate::refusal::Refusal;
use crate::text::{Part, Text};
use crate::{clock, recovery, severity};
use jiff::Timestamp;
use uuid::Uuid;

/// Events in one change; one conversation can carry a whole recovery, so it is generous.
const EVENTS_PER_CHANGE: usize = 64;

/// Built by `decide`, thrown away on a refusal.
pub struct Draft<'a> {
    pub facts: &'a Facts,
    pub case: Case,
    /// The second case of a merge or split, changed beside the first.
    pub other: Option<Case>,
    happened_at: Timestamp,
    events: Vec<Happening>,
    other_events: Vec<Happening>,
    effects: Vec<Effect>,
    ids: u32,
}

/// What a command did: kept by the store in one transaction.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub case: Case,
    pub events: Vec<Happening>,
    pub other: Option<(Case, Vec<Happening>)>,
    pub effects: Vec<Effect>,
}

impl<'a> Draft<'a> {
    pub fn new(facts: &'a Facts) -> Self {
        Self {
            facts,
            case: facts.case.clone(),
            other: facts.other.clone(),
            happened_at: facts.now,
            events: vec![],
            other_events: vec![],
            effects: vec![],
            ids: 0,
        }
    }

    pub fn now(&self) -> Timestamp {
        self.facts.now
    }
    /// The same request gives the same ids, so a retry changes nothing.
    pub fn new_id(&mut self) -> Uuid {
        self.ids += 1;
        Uuid::new_v5(&self.facts.request.0, &self.ids.to_be_bytes())
    }
    /// When it took place, apart from when it is typed in. Nothing takes place in the future.
    ///
    /// # Errors
    /// `happened-in-future` when `at` is later than now.
    pub fn took_place(&mut self, at: Timestamp) -> Result<(), Refusal> {
        if at > self.facts.now {
            return Err(Refusal::input("happened_at", "happened-in-future").with("at", at));
        }
        // History keeps whole microseconds, and must tell the same state.
        self.happened_at = Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at);
        Ok(())
    }
    pub fn happened_at(&self) -> Timestamp {
        self.happened_at
    }

    /// Says that something happened; the case is changed at once and the tracks follow.
    pub fn happened(&mut self, event: impl Into<Event>) {
        let when = self.when();
        say(&mut self.case, &mut self.events, event.into(), when);
    }
    /// Says that something happened on the second case.
    pub fn happened_on_other(&mut self, event: impl Into<Event>) {
        let when = self.when();
        if let Some(other) = &mut self.other {
            say(other, &mut self.other_events, event.into(), when);
        }
    }
    fn when(&self) -> When {
        When { happened_at: self.happened_at, recorded_at: self.facts.now, by: self.facts.actor }
    }

    pub fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }
    /// Tells a colleague, outside their quiet hours unless it is urgent.
    pub fn notify(&mut self, to: PersonId, urgency: Urgency, text: Text) {
        let not_before = match (urgency, self.facts.colleague(to)) {
            (Urgency::CanWait, Some(c)) => after_quiet_hours(self.facts.now, &c.zone, c.quiet),
            _ => self.facts.now,
        };
        let text = text.with("case", self.case.number).with("title", &self.case.title);
        self.effects.push(Effect::Notify { to, urgency, not_before, text });
    }

    /// What a contact did by their link is heard by the owner, whatever else follows from it.
    pub(crate) fn owner_hears(&mut self) {
        let (Actor::Customer(by), owner) = (self.facts.actor, self.case.team.owner) else { return };
        let hears = self.effects.iter().any(|e| matches!(e, Effect::Notify { to, .. } if *to == owner));
        if let Some(first) = self.events.first().filter(|_| !hears) {
            let did = Part::Key(format!("they-{}", first.event.kind().replace('_', "-")));
            self.notify(owner, Urgency::CanWait, Text::new("notice-they-acted").with("by", by).with("did", did));
        }
    }

    /// The gate holds unless a named person let it go in this state of the case.
    ///
    /// # Errors
    /// The refusal of the gate.
    pub fn gate(&self, gate: Gate, code: &'static str) -> Result<(), Refusal> {
        if self.case.has_pass(gate) { Ok(()) } else { Err(Refusal::gate(gate, code)) }
    }
    /// # Errors
    /// `no-such-case` before the first event; `case-closed` or `case-merged` when nothing more may be done.
    pub fn open_case(&self) -> Result<(), Refusal> {
        self.known_case()?;
        match self.case.recovery {
            crate::kinds::Recovery::Closed => Err(Refusal::state("case-closed")),
            _ => Ok(()),
        }
    }
    /// Inside, the work goes on after the customer's case is closed.
    ///
    /// # Errors
    /// `no-such-case` before the first event; `case-merged` when it goes on elsewhere.
    pub fn known_case(&self) -> Result<(), Refusal> {
        match self.case.recovery {
            _ if !self.case.exists() => Err(Refusal::missing("no-such-case")),
            crate::kinds::Recovery::Merged => Err(Refusal::state("case-merged")),
            _ => Ok(()),
        }
    }
    /// The colleague who acts.
    ///
    /// # Errors
    /// `needs-a-person` when a clock, an import or a customer asks.
    pub fn person(&self) -> Result<PersonId, Refusal> {
        match self.facts.actor {
            Actor::Person(id) => Ok(id),
            _ => Err(Refusal::rights("needs-a-person")),
        }
    }
    /// A contact of this account; an employee is never one (I07).
    ///
    /// # Errors
    /// `not-a-contact` (a law).
    pub fn contact(&self, id: ContactId, field: &'static str) -> Result<ContactId, Refusal> {
        if self.facts.is_contact(id) { Ok(id) } else { Err(Refusal::law("not-a-contact").about(field)) }
    }
    /// An edit names the version it saw; a newer one is refused so that the person can look (ARCHITECTURE 4.4).
    ///
    /// # Errors
    /// `changed-meanwhile`.
    pub fn unchanged(&self) -> Result<(), Refusal> {
        match self.facts.seen {
            Some(seen) if seen < self.facts.case.version => {
                Err(Refusal::changed("changed-meanwhile").with("events", self.facts.case.version - seen))
            }
            _ => Ok(()),
        }
    }

    /// Severity follows what is known by now, so that the next question of this change is asked of the right one.
    pub fn weigh(&mut self) {
        if let Some(changed) = severity::changed(&self.case, self.facts) {
            self.happened(changed);
        }
    }

    /// However a promise was broken, somebody above hears of it (I16).
    fn hear_of_broken_promises(&mut self) {
        let before = &self.facts.case;
        let new = |p: &&Promise| {
            p.state == PromiseState::Broken && before.promise(p.id).is_some_and(|b| b.state != PromiseState::Broken)
        };
        if let Some(words) = self.case.promises.iter().find(new).map(|p| p.words.clone()) {
            raise(self, EscalationReason::BrokenPromise, &words);
        }
    }

    /// Ends the change: severity and clocks follow what happened (DOMAIN 4.5, 4.7).
    pub fn finish(mut self) -> Change {
        if !self.events.is_empty() && self.case.exists() {
            self.hear_of_broken_promises();
            let when = self.when();
            follow(&mut self.case, &mut self.events, self.facts, when);
        }
        let when = self.when();
        let mut other_events = self.other_events;
        let other = self.other.take().filter(|_| !other_events.is_empty()).map(|mut other| {
            follow(&mut other, &mut other_events, self.facts, when);
            (other, other_events)
        });
        Change { case: self.case, events: self.events, other, effects: self.effects }
    }
}

/// The event changes the case at once, and the recovery track goes as far as the records bring it.
fn say(case: &mut Case, events: &mut Vec<Happening>, event: Event, when: When) {
    push(case, events, event, when);
    for _ in 0..recovery::LONGEST_WAY {
        let Some(moved) = recovery::next(case) else { break };
        push(case, events, moved.into(), when);
    }
}
fn push(case: &mut Case, events: &mut Vec<Happening>, event: Event, when: When) {
    debug_assert!(events.len() < EVENTS_PER_CHANGE, "one change has a limit");
    let happening = Happening { seq: case.version + 1, event, when };
    happening.apply(case);
    events.push(happening);
}
fn follow(case: &mut Case, events: &mut Vec<Happening>, facts: &Facts, when: When) {
    if let Some(changed) = severity::changed(case, facts) {
        say(case, events, changed.into(), when);
    }
    case.clocks = clock::derive(case, &facts.policy, &facts.ours, &facts.theirs);
}
