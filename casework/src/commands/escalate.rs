//! The case goes up: manager and quality, both named, both told at once (S129, S196, S198, X17).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::ids::{EscalationId, PersonId};
use crate::kinds::EscalationReason;
use crate::parts::Escalation;
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use serde::{Deserialize, Serialize};

/// Manager and quality, then the director, then mediation or the contract (DOMAIN X17).
pub const RUNGS_AT_MOST: u8 = 3;
/// Calls upward that one case may hold; a case that needs more needs another way.
const ESCALATIONS_AT_MOST: usize = 30;

asked! {
    /// Calls manager and quality to the case; both must open it within four working hours.
    pub struct Escalate {
        /// Why; worded about the request, never about the person.
        pub reason: EscalationReason,
        /// What the matter is.
        pub words: String,
        /// Another colleague who should hear of it too.
        pub to: Option<PersonId>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Escalated {
    pub id: EscalationId,
    pub rung: u8,
    pub reason: EscalationReason,
    pub words: String,
    pub to: Vec<PersonId>,
    pub manager: Option<PersonId>,
    pub quality: Option<PersonId>,
}

impl Asks for Escalate {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.person()?;
        Refusal::unless_said(&self.words, "words", "nothing-said")?;
        if self.to.is_some_and(|to| draft.facts.colleague(to).is_none()) {
            return Err(Refusal::input("to", "no-such-colleague"));
        }
        if draft.facts.manager().is_none() && draft.facts.quality().is_none() {
            return Err(Refusal::state("no-manager-yet"));
        }
        // Going up because somebody is not satisfied comes after a real talk with them (S198).
        if self.reason == EscalationReason::NotSatisfied && draft.case.talks.is_empty() {
            draft.gate(Gate::TalkBeforeEscalation, "talk-before-escalation").map_err(|r| r.about("reason"))?;
        }
        if is_open(&draft.case, self.reason) {
            return Err(Refusal::state("escalation-already-open").about("reason"));
        }
        call(draft, self.reason, &self.words, self.to);
        Ok(())
    }
}

/// Goes up by itself, when a rule says so. The same reason does not go up twice while somebody is still called.
pub fn raise(draft: &mut Draft, reason: EscalationReason, words: &str) {
    if !is_open(&draft.case, reason) {
        call(draft, reason, words, None);
    }
}

fn is_open(case: &Case, reason: EscalationReason) -> bool {
    case.open_escalations().any(|e| e.reason == reason)
}

fn call(draft: &mut Draft, reason: EscalationReason, words: &str, also: Option<PersonId>) {
    if draft.case.escalations.len() >= ESCALATIONS_AT_MOST {
        return;
    }
    let before = draft.case.escalations.iter().filter(|e| e.reason == reason).count();
    let rung = u8::try_from(before + 1).unwrap_or(RUNGS_AT_MOST).min(RUNGS_AT_MOST);
    let (manager, quality) = (draft.facts.manager(), draft.facts.quality());
    // The second time it goes higher; a deadlock is settled between directors (X17).
    let director = draft.facts.director().filter(|_| rung > 1 || reason == EscalationReason::Deadlock);
    let mut to: Vec<PersonId> = vec![];
    for person in [manager, quality, director, also].into_iter().flatten() {
        if !to.contains(&person) {
            to.push(person);
        }
    }
    let id = EscalationId(draft.new_id());
    draft.happened(Escalated { id, rung, reason, words: words.to_owned(), to: to.clone(), manager, quality });
    let notice = Text::new("notice-escalated").with("reason", choice("escalation-reason", reason.word()));
    for person in to {
        draft.notify(person, Urgency::Urgent, notice.clone().with("words", words));
    }
}

/// Manager and quality, once each when one person is both.
fn awaited(manager: Option<PersonId>, quality: Option<PersonId>) -> Vec<PersonId> {
    manager.into_iter().chain(quality.filter(|q| Some(*q) != manager)).collect()
}

impl Happened for Escalated {
    fn apply(&self, case: &mut Case, when: &When) {
        case.team.manager = self.manager.or(case.team.manager);
        case.team.quality = self.quality.or(case.team.quality);
        case.escalations.push(Escalation {
            id: self.id,
            rung: self.rung,
            reason: self.reason,
            words: self.words.clone(),
            to: self.to.clone(),
            awaited: awaited(self.manager, self.quality),
            at: when.recorded_at,
            acknowledged: None,
        });
    }
    fn words(&self) -> Text {
        let to = self.to.iter().map(|p| (*p).into()).collect();
        Text::new("event-escalated")
            .with("reason", choice("escalation-reason", self.reason.word()))
            .with("words", &self.words)
            .with("to", crate::text::Part::List(to))
    }
    /// What concerns the customer is said to them; our own delays are told by the person who calls.
    fn told(&self) -> Option<Text> {
        use EscalationReason::{CannotMeetWhatIsAsked, Deadlock, FixFailed, NotSatisfied, Safety};
        matches!(self.reason, NotSatisfied | CannotMeetWhatIsAsked | FixFailed | Deadlock | Safety)
            .then(|| Text::new("told-escalated"))
    }
}
