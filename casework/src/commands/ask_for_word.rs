//! We ask: is it solved? By voice, once everything agreed is done and they know what happened (C22, S052, S195).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::ids::ContactId;
use crate::kinds::{Recovery, WordWay};
use crate::need::Need;
use crate::parts::TakesPart;
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Times one case keeps of asking; older ones stay in the history.
const ASKED_AT_MOST: usize = 50;

asked! {
    /// Asks the customer for their word.
    pub struct AskForWord {
        /// Whom we asked; the case's contact when left out.
        pub to: Option<ContactId>,
        /// How we asked; *is it solved* is not asked in writing.
        pub way: WordWay,
        /// When; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WordAsked {
    pub to: ContactId,
    pub way: WordWay,
}

impl Asks for AskForWord {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.person()?;
        let Some(to) = self.to.or(draft.case.contact) else {
            return Err(Refusal::input("to", "ask-whom"));
        };
        draft.contact(to, "to")?;
        may_be_asked(draft, to, if self.way == WordWay::Written { Written::Yes } else { Written::No })?;
        draft.took_place(self.happened_at.unwrap_or(draft.now()))?;
        if !matches!(draft.case.recovery, Recovery::MakingGood | Recovery::AwaitingWord | Recovery::NoWord) {
            return Err(Refusal::state("word-too-early"));
        }
        if !Need::FixDone.is_met(&draft.case) {
            return Err(Refusal::state("fix-not-done"));
        }
        if draft.case.told.is_none() {
            draft.gate(Gate::ToldWhatHappened, "tell-what-happened-first")?;
        }
        if self.way == WordWay::Written || !draft.case.has_voice() {
            draft.gate(Gate::NoResolvingInWriting, "ask-by-voice").map_err(|r| r.about("way"))?;
        }
        draft.happened(WordAsked { to, way: self.way });
        Ok(())
    }
}

/// Nothing is asked of somebody who would rather not take part, and nothing is written to somebody who wants no messages.
///
/// # Errors
/// `they-take-no-part`, `they-want-no-messages`.
pub(super) fn may_be_asked(draft: &Draft, to: ContactId, written: Written) -> Result<(), Refusal> {
    match (draft.case.joint.part_of(to), written) {
        (TakesPart::NotAtAll, _) => Err(Refusal::state("they-take-no-part").about("to").with("by", to)),
        (TakesPart::OnlyCalls | TakesPart::NoMessages, Written::Yes) => {
            Err(Refusal::state("they-want-no-messages").about("to").with("by", to))
        }
        _ => Ok(()),
    }
}
/// Whether something reaches them in writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    Yes,
    No,
}

impl Happened for WordAsked {
    fn apply(&self, case: &mut Case, when: &When) {
        if case.word_asked.len() >= ASKED_AT_MOST {
            case.word_asked.remove(0);
        }
        case.word_asked.push(when.happened_at);
        case.contacts.last_at = case.contacts.last_at.max(Some(when.happened_at));
    }
    fn words(&self) -> Text {
        Text::new("event-word-asked").with("to", self.to).with("way", choice("word-way", self.way.word()))
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-word-asked"))
    }
}
