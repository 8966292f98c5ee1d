//! The case ends: their word stands, it will not happen again, and a person who keeps the account says so (S209-S224, I20).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::ids::PersonId;
use crate::kinds::{FollowUpResult, Party, Prevention, Recovery};
use crate::need::Need;
use crate::parts::{Closing, GoodsReturn, Promised, Said};
use crate::recovery;
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// Closes the case with the last message to the customer. No timer and no setting can.
    pub struct CloseCase {
        /// The line that says we value their business, as sent.
        #[serde(default)]
        pub value: String,
        /// The line of commitment, as sent.
        #[serde(default)]
        pub commitment: String,
        /// Yes, when somebody else sends it for the relationship owner, who knows of it (S219).
        pub on_behalf: Option<Said>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseClosed {
    pub by: PersonId,
    pub for_owner: PersonId,
    pub message: String,
}

impl Asks for CloseCase {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let by = draft.person()?;
        draft.unchanged()?;
        check_laws(&draft.case)?;
        check_owed(&draft.case)?;
        check_gates(draft)?;
        if self.value.trim().is_empty() || self.commitment.trim().is_empty() {
            draft.gate(Gate::ClosingMessage, "closing-message").map_err(|r| r.about("value"))?;
        }
        let for_owner = draft.case.team.relationship_owner;
        if by != for_owner && self.on_behalf != Some(Said::Yes) {
            return Err(Refusal::input("on_behalf", "closing-by-relationship-owner").with("owner", for_owner));
        }
        let message = format!("{}\n\n{}", self.value.trim(), self.commitment.trim());
        draft.happened(CaseClosed { by, for_owner, message: message.trim().to_owned() });
        Ok(())
    }
}

/// Their word, and the evidence: neither stands for the other (X18, I01, I20).
fn check_laws(case: &Case) -> Result<(), Refusal> {
    let their_word = case.words.last().is_some_and(|w| w.solved == Said::Yes);
    match case.recovery {
        Recovery::Solved if their_word => {}
        Recovery::Withdrawn | Recovery::StillWorks => {}
        _ => return Err(Refusal::law("only-their-word-closes")),
    }
    match case.prevention.state {
        Prevention::Held | Prevention::Shared | Prevention::NotNeeded => Ok(()),
        _ => Err(Refusal::law("prevention-not-finished")),
    }
}

/// Nothing that was promised may be forgotten with the case.
fn check_owed(case: &Case) -> Result<(), Refusal> {
    if case.owed_promises().any(|p| p.what == Promised::Thing) {
        return Err(Refusal::state("promises-open"));
    }
    if case.returns.iter().any(GoodsReturn::is_open) {
        return Err(Refusal::state("returns-open"));
    }
    let ours = case.plan.iter().flat_map(|p| &p.steps).any(|s| s.party != Party::Customer && s.is_open());
    if ours { Err(Refusal::state("steps-open")) } else { Ok(()) }
}

fn check_gates(draft: &Draft) -> Result<(), Refusal> {
    let case = &draft.case;
    if case.follow_up.is_none() {
        draft.gate(Gate::NextStepChosen, "next-step-not-chosen")?;
    }
    if case.follow_up.as_ref().is_none_or(|f| f.result != Some(FollowUpResult::Ok)) {
        draft.gate(Gate::FollowUpCall, "follow-up-call-first")?;
    }
    if case.review.is_none() {
        draft.gate(Gate::ReviewDone, "review-first")?;
    }
    if case.amends.iter().any(|a| a.stands() && a.given.is_none()) {
        draft.gate(Gate::AmendsGiven, "amends-not-given")?;
    }
    if !Need::QuestionsAnswered.is_met(case) {
        draft.gate(Gate::QuestionsAnswered, "questions-open")?;
    }
    if case.joint.looked_into().next().is_some() || case.joint.not_invited_yet().next().is_some() {
        draft.gate(Gate::QuestionsAnswered, "joint-work-open")?;
    }
    let improved = matches!(case.prevention.state, Prevention::Held | Prevention::Shared);
    if improved && case.prevention.letter_at.is_none() {
        draft.gate(Gate::ImprovementLetter, "improvement-letter-first")?;
    }
    Ok(())
}

impl Happened for CaseClosed {
    fn apply(&self, case: &mut Case, when: &When) {
        case.closing = Some(Closing { message: self.message.clone(), by: self.by, at: when.recorded_at });
        case.contacts.last_at = case.contacts.last_at.max(Some(when.happened_at));
        // The last message is the next word that was promised.
        super::keep_next_contact(case, when.happened_at);
        recovery::enter(case, Recovery::Closed, when);
    }
    fn words(&self) -> Text {
        let key = if self.by == self.for_owner { "event-case-closed" } else { "event-case-closed-on-behalf" };
        Text::new(key).with("owner", self.for_owner).with("message", &self.message)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-case-closed").with("message", &self.message))
    }
}
