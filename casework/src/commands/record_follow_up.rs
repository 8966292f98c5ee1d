//! The call a few days after: is everything OK? Not OK re-opens the same case, and counts as a fix that failed (S209, S210). What a
//! contact answers in writing is their word; the call stays due all the same (S208).
use super::{Asks, CaseReopened};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::facts::{Actor, Facts};
use crate::gate::Gate;
use crate::ids::ContactId;
use crate::kinds::{Channel, FollowUpKind, FollowUpResult, Recovery};
use crate::parts::{Said, SinceSolved};
use crate::refusal::Refusal;
use crate::rights;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// How the follow-up call went; it is held by voice or in person. A contact may answer the same by their link, and the call stays due.
    pub struct RecordFollowUp {
        /// OK, not OK, not reached.
        pub result: FollowUpResult,
        /// Whom we spoke with, or tried to reach.
        pub contact: ContactId,
        /// By visit, video or phone; a contact who answers in writing leaves it out.
        pub channel: Option<Channel>,
        /// Their words; needed when it is not OK.
        #[serde(default)]
        pub words: String,
        /// Would you call us first next time? (S247)
        pub call_us_first: Option<Said>,
        /// How strong the relationship is now, 1 weak to 5 strong (S239).
        pub strength: Option<u8>,
        /// The chosen next step itself is done: the note is sent, the visit made.
        pub done: Option<Said>,
        /// When; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FollowUpRecorded {
    pub asked: RecordFollowUp,
    /// Strength of the relationship before the trouble, as the account knew it (S239).
    pub strength_before: Option<u8>,
}

impl Asks for RecordFollowUp {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let written = matches!(draft.facts.actor, Actor::Customer(_));
        if !written {
            draft.person()?;
            if self.channel.is_none() {
                return Err(Refusal::input("channel", "follow-up-by-voice"));
            }
        }
        draft.contact(self.contact, "contact")?;
        super::choose_follow_up::ended(draft)?;
        if !written && draft.case.follow_up.is_none() {
            draft.gate(Gate::NextStepChosen, "next-step-not-chosen")?;
        }
        if self.strength.is_some_and(|s| !(1..=5).contains(&s)) {
            return Err(Refusal::input("strength", "one-to-five"));
        }
        if self.result == FollowUpResult::NotOk {
            Refusal::unless_said(&self.words, "words", "word-without-words")?;
        }
        draft.took_place(self.happened_at.unwrap_or(draft.now()))?;
        let was_solved = draft.case.recovery == Recovery::Solved;
        draft.happened(FollowUpRecorded { asked: self.clone(), strength_before: draft.facts.account.strength });
        if self.result == FollowUpResult::NotOk {
            let failed_fix = if was_solved { Said::Yes } else { Said::No };
            draft.happened(CaseReopened { contact: self.contact, words: self.words.clone(), failed_fix });
            super::record_word::not_solved(draft, &self.words);
        }
        Ok(())
    }
    fn theirs(&self, contact: ContactId, _: &Facts) -> Result<(), Refusal> {
        rights::own_name(self.contact, contact, "contact")?;
        rights::left_to_us(self.channel.as_ref(), "channel")?;
        rights::left_to_us(self.done.as_ref(), "done")?;
        rights::left_to_us(self.happened_at.as_ref(), "happened_at")?;
        if self.result == FollowUpResult::NotReached {
            return Err(Refusal::rights("filled-in-by-us").about("result"));
        }
        Ok(())
    }
}

impl Happened for FollowUpRecorded {
    fn apply(&self, case: &mut Case, when: &When) {
        let asked = &self.asked;
        let Some(channel) = asked.channel else {
            // Neither the call nor the next step is done by it.
            let before = case.since_solved.as_ref();
            case.since_solved = Some(SinceSolved {
                by: asked.contact,
                at: when.happened_at,
                words: asked.words.clone(),
                call_us_first: asked.call_us_first.or(before.and_then(|b| b.call_us_first)),
                strength: asked.strength.or(before.and_then(|b| b.strength)),
                strength_before: before.and_then(|b| b.strength_before).or(self.strength_before),
            });
            return;
        };
        let reached = asked.result != FollowUpResult::NotReached;
        let follow_up = super::choose_follow_up::follow_up(case, FollowUpKind::Call, when);
        // Once they said OK, a later missed call takes nothing back.
        if reached || follow_up.result.is_none() {
            follow_up.result = Some(asked.result);
        }
        if reached {
            follow_up.called_at = Some(when.happened_at);
        }
        follow_up.call_us_first = asked.call_us_first.or(follow_up.call_us_first);
        follow_up.strength = asked.strength.or(follow_up.strength);
        follow_up.strength_before = follow_up.strength_before.or(self.strength_before);
        let called = follow_up.kind == FollowUpKind::Call && asked.result == FollowUpResult::Ok;
        let visited = follow_up.kind == FollowUpKind::Visit && channel == Channel::Visit && reached;
        if called || visited || asked.done == Some(Said::Yes) {
            follow_up.done_at = Some(when.happened_at);
        }
        if reached {
            case.contacts.last_at = case.contacts.last_at.max(Some(when.happened_at));
        }
    }
    fn words(&self) -> Text {
        let asked = &self.asked;
        match asked.channel {
            Some(channel) => Text::new(format!("event-follow-up-{}", asked.result.word().replace('_', "-")))
                .with("contact", asked.contact)
                .with("channel", choice("channel", channel.word()))
                .with("words", &asked.words),
            None => {
                let holds = asked.result == FollowUpResult::Ok;
                Text::new(if holds { "event-since-solved-ok" } else { "event-since-solved-not-ok" })
                    .with("contact", asked.contact)
                    .with("words", &asked.words)
            }
        }
    }
    fn told(&self) -> Option<Text> {
        let held = self.asked.result == FollowUpResult::Ok;
        held.then(|| Text::new(if self.asked.channel.is_some() { "told-follow-up-ok" } else { "told-since-solved-ok" }))
    }
}
