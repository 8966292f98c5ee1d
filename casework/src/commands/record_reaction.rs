//! We brought news, and asked: does this still work for you? (S063, S090-S094). An apology waits for the answer.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::facts::Facts;
use crate::ids::ContactId;
use crate::kinds::*;
use crate::recovery::RecoveryMoved;
use crate::refusal::Refusal;
use crate::rights;
use crate::text::{Text, choice};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

asked! {
    /// The news was told by voice, and the customer said what it does to them.
    pub struct RecordReaction {
        /// Who answered.
        pub by: ContactId,
        /// Still works, works with changes, hurts, must check; *unknown* only says that the news was told.
        pub reaction: Reaction,
        /// Their words.
        #[serde(default)]
        pub words: String,
        /// When they really need it (S012, S094); needed when it still works.
        pub need_by: Option<Date>,
        /// Other parts they wait for, and until when (S094).
        pub waiting_for: Option<String>,
        /// When they will know, for *must check*.
        pub call_back_at: Option<Timestamp>,
        /// When; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewsTold {
    pub to: ContactId,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReactionRecorded {
    pub by: ContactId,
    pub reaction: Reaction,
    pub words: String,
    pub need_by: Option<Date>,
    pub waiting_for: Option<String>,
}

impl Asks for RecordReaction {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.contact(self.by, "by")?;
        let Some(news) = draft.case.news.clone() else {
            return Err(Refusal::state("no-news-on-this-case"));
        };
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        if !draft.case.has_voice() {
            draft.gate(crate::gate::Gate::NoResolvingInWriting, "tell-by-voice")?;
        }
        let need_by = self.need_by.or(news.need_by);
        if self.reaction == Reaction::StillWorks && need_by.is_none() {
            return Err(Refusal::input("need_by", "still-works-needs-need-by"));
        }
        if self.reaction == Reaction::MustCheck && self.call_back_at.is_none() {
            return Err(Refusal::input("call_back_at", "must-check-needs-call-back"));
        }
        if news.told_at.is_none() {
            draft.happened(NewsTold { to: self.by });
        }
        if self.reaction != Reaction::Unknown {
            draft.happened(ReactionRecorded { by: self.by, reaction: self.reaction, words: self.words.clone(), need_by, waiting_for: self.waiting_for.clone() });
        }
        if let Some(due) = self.call_back_at {
            super::MakePromise::next_contact(self.by, due).decide(draft)?;
        }
        let early = matches!(draft.case.recovery, Recovery::Spotted | Recovery::Told);
        if early && crate::recovery::still_works(&draft.case) {
            draft.happened(RecoveryMoved { from: draft.case.recovery, to: Recovery::StillWorks });
        }
        Ok(())
    }
    fn theirs(&self, contact: ContactId, facts: &Facts) -> Result<(), Refusal> {
        rights::own_name(self.by, contact, "by")?;
        rights::left_to_us(self.happened_at.as_ref(), "happened_at")?;
        // News is told by voice, by us; what it does to them they may say by their link.
        let told = facts.case.news.as_ref().is_some_and(|n| n.told_at.is_some());
        if !told || self.reaction == Reaction::Unknown { Err(Refusal::state("not-asked-yet")) } else { Ok(()) }
    }
}

impl Happened for NewsTold {
    fn apply(&self, case: &mut Case, when: &When) {
        if let Some(news) = &mut case.news {
            news.told_at = Some(when.happened_at);
        }
    }
    fn words(&self) -> Text {
        Text::new("event-news-told").with("to", self.to)
    }
}
impl Happened for ReactionRecorded {
    fn apply(&self, case: &mut Case, _: &When) {
        if let Some(news) = &mut case.news {
            news.reaction = self.reaction;
            news.need_by = self.need_by;
            if self.waiting_for.as_deref().is_some_and(|what| !what.trim().is_empty()) {
                news.waiting_for.clone_from(&self.waiting_for);
            }
        }
    }
    fn words(&self) -> Text {
        Text::new("event-reaction-recorded").with("by", self.by).with("reaction", choice("reaction", self.reaction.word())).with("words", &self.words)
    }
    fn told(&self) -> Option<Text> {
        let reaction = choice("told-reaction", self.reaction.word());
        Some(Text::new("told-reaction").with("reaction", reaction).with("words", &self.words))
    }
}
