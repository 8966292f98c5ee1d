//! A mail of somebody we know that belongs to no open case: a signal tells whoever must look.

use crate::mail::route::Signal;
use jiff::Timestamp;
use store::messages::{Message, Place};
use store::signals::{FirstToTell, Raised, merged};
use uuid::Uuid;
use watch::{Arg, Sentence};

/// What the signal says of the mail.
pub struct Told<'a> {
    pub message: Uuid,
    pub from: &'a str,
    pub subject: &'a str,
    pub received_at: Timestamp,
}

impl<'a> Told<'a> {
    pub fn of(mail: &'a Message) -> Told<'a> {
        let from = if mail.from_name.is_empty() { &mail.from_mail } else { &mail.from_name };
        Told { message: mail.id, from, subject: &mail.subject, received_at: mail.received_at }
    }

    /// Nothing where nobody must look.
    pub fn raised(&self, place: &Place, signal: Signal, now: Timestamp) -> Option<Raised> {
        let (account, contact) = match *place {
            Place::Case { account, contact, .. } | Place::Account { account, contact } => (account, contact),
            Place::Unsorted => return None,
        };
        let (from, subject) = (Arg::Text(self.from.to_owned()), Arg::Text(self.subject.to_owned()));
        let (kind, evidence) = match signal {
            Signal::None => return None,
            Signal::Mail => (merged::KIND, Sentence::new("signal-mail", [("from", from), ("subject", subject)])),
            Signal::OnClosedCase(number) => {
                let case = Arg::Text(number.to_string());
                let words = [("from", from), ("subject", subject), ("case", case)];
                ("mail-on-closed-case", Sentence::new("signal-mail-on-closed-case", words))
            }
        };
        Some(Raised {
            kind: kind.into(),
            subject: format!("mail {}", self.message),
            account: Some(account),
            contact: Some(contact),
            line: None,
            message: Some(self.message),
            evidence,
            since: self.received_at,
            owed_at: self.received_at,
            detected_at: now,
            first_to_tell: FirstToTell::Customer,
            raised_by: None,
            confidence: None,
        })
    }
}
