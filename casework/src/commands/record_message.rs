//! A written message went to the customer. Writing arranges, confirms and informs; it does not resolve (S052, S053, S182, X04).
use super::ask_for_word::{Written, may_be_asked};
use super::{Asks, MakePromise};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::ids::{ContactId, PromiseId, TalkId};
use crate::kinds::*;
use crate::parts::Said;
use crate::refusal::Refusal;
use crate::resolving;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What is written, out of whichever wish has its fields.
macro_rules! writing {
    ($asked:expr) => {
        $crate::commands::record_message::Writing {
            purpose: $asked.purpose,
            to: $asked.to,
            text: &$asked.text,
            talk: $asked.talk,
            next_contact_at: $asked.next_contact_at,
            no_change_tried: $asked.no_change_tried.as_deref(),
            understood: $asked.understood.as_deref(),
        }
    };
}
pub(super) use writing;

/// Updates in a row without any change after which a new rhythm is agreed (S181).
pub const NO_CHANGE_AT_MOST: u8 = 3;
/// Letters of the one line that says what they will understand.
pub const READ_BACK_AT_MOST: u32 = 300;

asked! {
    /// A message that was sent, with its purpose from the closed list.
    pub struct RecordMessage {
        /// What it is for; there is no *resolve*.
        pub purpose: Purpose,
        /// By which way it went.
        pub way: MessageWay,
        /// Who received it.
        pub to: ContactId,
        /// The text as sent.
        pub text: String,
        /// The talk that a summary sums up.
        pub talk: Option<TalkId>,
        /// When they hear from us again; an update needs it.
        pub next_contact_at: Option<Timestamp>,
        /// For *no change*: what was tried since the last word.
        pub no_change_tried: Option<String>,
        /// In one line of the writer's, what they will understand; asked where the text leaves with this (S113). Never shown to them.
        pub understood: Option<String>,
        /// When it went; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MessageRecorded {
    pub purpose: Purpose,
    pub way: MessageWay,
    pub to: ContactId,
    pub text: String,
    pub talk: Option<TalkId>,
    pub no_change: Said,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub understood: Option<String>,
}

impl Asks for RecordMessage {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let written = writing!(self);
        written.may_be_sent(draft)?;
        draft.took_place(self.happened_at.unwrap_or(draft.now()))?;
        written.serves_its_purpose(draft)?;
        if matches!(self.way, MessageWay::Portal | MessageWay::Letter) {
            written.is_read_back(draft)?;
        }
        draft.happened(MessageRecorded {
            purpose: self.purpose,
            way: self.way,
            to: self.to,
            text: self.text.clone(),
            talk: written.summed_up(&draft.case),
            no_change: written.no_change(),
            understood: written.understood(),
        });
        if let Some(due) = self.next_contact_at {
            MakePromise::next_contact(self.to, due).decide(draft)?;
        }
        Ok(())
    }
}

/// What is asked of everything that goes to a customer in writing, whichever way it goes.
pub(super) struct Writing<'a> {
    pub purpose: Purpose,
    pub to: ContactId,
    pub text: &'a str,
    pub talk: Option<TalkId>,
    pub next_contact_at: Option<Timestamp>,
    pub no_change_tried: Option<&'a str>,
    pub understood: Option<&'a str>,
}

impl Writing<'_> {
    /// To somebody of theirs who takes messages, with words in it.
    pub(super) fn may_be_sent(&self, draft: &Draft) -> Result<(), Refusal> {
        draft.contact(self.to, "to")?;
        may_be_asked(draft, self.to, Written::Yes)?;
        if self.text.trim().is_empty() {
            return Err(Refusal::input("text", "message-empty"));
        }
        Ok(())
    }
    pub(super) fn summed_up(&self, case: &Case) -> Option<TalkId> {
        self.talk.or_else(|| case.talks.last().map(|t| t.id)).filter(|_| self.purpose == Purpose::Summary)
    }
    pub(super) fn understood(&self) -> Option<String> {
        self.understood.map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned)
    }
    /// At the gravest severity, whoever writes says first in one line what they will understand (S113). What only arranges a talk or thanks is
    /// not asked for it.
    pub(super) fn is_read_back(&self, draft: &Draft) -> Result<(), Refusal> {
        let letters = self.understood.map_or(0, |line| line.chars().count());
        if letters > READ_BACK_AT_MOST as usize {
            return Err(Refusal::input("understood", "read-back-too-long").with("most", READ_BACK_AT_MOST).with("letters", letters));
        }
        if self.purpose.tells() && draft.case.severity == Severity::S1 && self.understood().is_none() {
            draft.gate(Gate::ReadBack, "read-back").map_err(|refusal| refusal.about("understood"))?;
        }
        Ok(())
    }
    pub(super) fn no_change(&self) -> Said {
        if self.no_change_tried.is_some() { Said::Yes } else { Said::No }
    }
    pub(super) fn serves_its_purpose(&self, draft: &Draft) -> Result<(), Refusal> {
        if self.purpose == Purpose::Summary {
            let talk = self.summed_up(&draft.case);
            if !draft.case.talks.iter().any(|t| Some(t.id) == talk) {
                return Err(Refusal::law("summary-needs-a-talk").about("purpose"));
            }
        }
        let informs = matches!(self.purpose, Purpose::Update | Purpose::Document | Purpose::ThankYou);
        if informs && !draft.case.has_voice() {
            draft.gate(Gate::NoResolvingInWriting, "write-only-after-a-talk")?;
        }
        if !draft.case.has_voice()
            && let Some(words) = resolving::resolves(self.text)
        {
            draft
                .gate(Gate::NoResolvingInWriting, "mail-resolves")
                .map_err(|refusal| refusal.about("text").with("words", words))?;
        }
        if self.purpose == Purpose::Update && self.next_contact_at.is_none() {
            draft.gate(Gate::NextContact, "update-needs-next-contact").map_err(|r| r.about("next_contact_at"))?;
        }
        if self.no_change_tried.is_some_and(|t| t.trim().is_empty()) {
            return Err(Refusal::input("no_change_tried", "no-change-needs-what-was-tried"));
        }
        Ok(())
    }
}

/// What follows once they have it in writing: the clocks that waited for it are met. Says which promises of a next word it kept.
pub(super) fn they_have_it(case: &mut Case, purpose: Purpose, talk: Option<TalkId>, no_change: Said, at: Timestamp) -> Vec<PromiseId> {
    let log = &mut case.contacts;
    log.messages += 1;
    log.last_at = log.last_at.max(Some(at));
    log.no_change_row = if no_change == Said::Yes { log.no_change_row.saturating_add(1) } else { 0 };
    match purpose {
        Purpose::VoicemailFollowUp => log.voicemail_at = None,
        Purpose::AskForTime => {
            log.voicemail_at = None;
            log.invited_at = Some(at);
        }
        Purpose::Summary => {
            if let Some(talk) = case.talks.iter_mut().find(|t| Some(t.id) == talk) {
                talk.summary_at = Some(at);
            }
        }
        Purpose::ThankYou => {
            if let Some(f) = case.follow_up.as_mut().filter(|f| f.kind == FollowUpKind::ThankYou) {
                f.done_at = Some(at);
            }
        }
        Purpose::Update | Purpose::Document => {}
    }
    if matches!(purpose, Purpose::Summary | Purpose::Update)
        && let Some(plan) = &mut case.plan
    {
        plan.untold_change = Said::No;
    }
    // The promised word came, in writing; what came late stays late.
    crate::commands::keep_next_contact(case, at)
}

impl Happened for MessageRecorded {
    fn apply(&self, case: &mut Case, when: &When) {
        they_have_it(case, self.purpose, self.talk, self.no_change, when.happened_at);
        case.mails.reached(Some(self.to), when.happened_at);
    }
    fn words(&self) -> Text {
        let said = match &self.understood {
            Some(understood) => Text::new("event-message-recorded-read-back").with("understood", understood),
            None => Text::new("event-message-recorded"),
        };
        said.with("purpose", choice("purpose", self.purpose.word())).with("to", self.to).with("text", &self.text)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-message").with("text", &self.text))
    }
}
