//! Mail on its way to the customer, and letters of theirs that wait for an answer. The mails themselves are kept beside the case.
use super::Said;
use crate::ids::*;
use crate::kinds::Purpose;
use crate::{asked, choices};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Mails that went out are remembered so that a late bounce finds its own; the oldest are forgotten first.
pub const SENT_REMEMBERED: usize = 30;
/// Letters that wait for an answer, each with its clock.
pub const LETTERS_AT_MOST: usize = 20;

choices! {
    /// How far a mail of ours came. *Sent* says that the relay took it, never that somebody read it.
    pub enum MailState {
        /// Written and approved; it leaves at its time.
        Waiting = "waiting",
        /// A mail server took it.
        Sent = "sent",
        /// It was refused, or it came back.
        Undelivered = "undelivered",
    }
}

asked! {
    /// A promise that stands in a mail of ours.
    pub struct WrittenPromise {
        /// What is promised.
        pub words: String,
        /// By when.
        pub due: Timestamp,
    }
}

/// A mail of ours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MailOut {
    pub id: MailId,
    pub purpose: Purpose,
    pub to: ContactId,
    /// Who wrote it.
    pub by: PersonId,
    pub state: MailState,
    /// Since when it is in this state.
    pub at: Timestamp,
    /// When it leaves, or left.
    pub leaves_at: Timestamp,
    /// The talk that it sums up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub talk: Option<TalkId>,
    /// When they hear from us again: promised once it is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_contact_at: Option<Timestamp>,
    /// What else it promises; each counts once it is sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promises: Vec<WrittenPromise>,
    pub no_change: Said,
    /// What it settled when it was sent, so that all of it is owed again when it comes back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<PromiseId>,
    /// When they had last heard from us before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heard_before: Option<Timestamp>,
}

/// A letter of theirs that nobody has answered yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LetterIn {
    pub message: MessageId,
    pub from: ContactId,
    pub subject: String,
    pub at: Timestamp,
}

/// The mail of a case, as far as rules and pages ask for it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mails {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub out: Vec<MailOut>,
    /// Theirs that wait for an answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub letters: Vec<LetterIn>,
    /// When somebody at the customer last wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub they_wrote_at: Option<Timestamp>,
}

impl Mails {
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
    pub fn of(&self, id: MailId) -> Option<&MailOut> {
        self.out.iter().find(|mail| mail.id == id)
    }
    pub fn waiting(&self) -> impl Iterator<Item = &MailOut> {
        self.out.iter().filter(|mail| mail.state == MailState::Waiting)
    }
    /// Mails that did not arrive, and after which nobody reached that person by another way.
    pub fn undelivered(&self) -> impl Iterator<Item = &MailOut> {
        self.out.iter().filter(|mail| mail.state == MailState::Undelivered)
    }
    /// Somebody of ours reached them, by voice or in writing: what waited for that is over.
    pub fn reached(&mut self, who: Option<ContactId>, at: Timestamp) {
        let same = |other: ContactId| who.is_none_or(|who| who == other);
        self.letters.retain(|letter| letter.at > at || !same(letter.from));
        self.out.retain(|mail| mail.state != MailState::Undelivered || mail.at > at || !same(mail.to));
    }
    pub(crate) fn wait_for_answer(&mut self, letter: LetterIn) {
        if self.letters.len() < LETTERS_AT_MOST {
            self.letters.push(letter);
        }
    }
    pub(crate) fn remember(&mut self, mail: MailOut) {
        let sent = |mail: &MailOut| mail.state == MailState::Sent;
        if self.out.iter().filter(|mail| sent(mail)).count() >= SENT_REMEMBERED
            && let Some(oldest) = self.out.iter().position(sent)
        {
            self.out.remove(oldest);
        }
        self.out.push(mail);
    }
}
