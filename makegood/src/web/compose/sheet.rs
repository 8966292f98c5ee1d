//! What a mail is begun from: the talks, who has a page, who sends, what is due from us already, the letter that it answers.
use crate::mail::sender::{self, Sender};
use crate::mail::slots::Hours;
use crate::web::case_view::CaseView;
use crate::web::forms::Desk;
use crate::words::{Language, spoken};
use casework::clock::ClockKind;
use casework::commands::ConversationRecorded;
use casework::event::Event;
use casework::ids::{ContactId, MessageId, PersonId, TalkId};
use casework::kinds::Purpose;
use casework::parts::SentReport;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::contacts::Contact;
use store::messages::{self, Message};
use store::{Conn, Fault, feeds};

/// The purposes in the order in which a trouble goes on.
pub const PURPOSES: [Purpose; 6] = [
    Purpose::VoicemailFollowUp,
    Purpose::AskForTime,
    Purpose::Summary,
    Purpose::Update,
    Purpose::Document,
    Purpose::ThankYou,
];

/// A word of the closed list; there is no *resolve* (S053).
pub fn purpose_of(word: &str) -> Option<Purpose> {
    PURPOSES.into_iter().find(|purpose| purpose.word() == word)
}

/// A letter of theirs that is answered.
pub struct Answering {
    pub letter: Message,
    /// Its Message-ID, and those before it, oldest first.
    pub thread: (Option<String>, Vec<String>),
}

pub struct Sheet {
    pub sender: Option<Sender>,
    /// What is due from whoever writes, so that no time is given away twice.
    pub busy: Vec<Timestamp>,
    pub answers: Option<Answering>,
}

impl Sheet {
    pub fn read(
        conn: &Conn,
        view: &CaseView,
        person: PersonId,
        answers: Option<MessageId>,
        now: Timestamp,
    ) -> Result<Self, Fault> {
        let owed = feeds::owed(conn, person, now)?;
        let by_voice = |kind: ClockKind| kind.is_contact() || matches!(kind, ClockKind::Promise | ClockKind::CheckIn);
        let busy = owed.iter().filter(|o| o.ending.is_none() && by_voice(o.kind)).map(|o| o.due).collect();
        let letter = match answers {
            Some(id) => messages::by_id(conn, id.0)?.filter(|m| m.case_id == Some(view.case.id.0)),
            None => None,
        };
        let answers = match letter {
            Some(letter) => Some(Answering { thread: messages::thread_of(conn, letter.id)?, letter }),
            None => None,
        };
        Ok(Self { sender: sender::of(conn)?, busy, answers })
    }

    /// Whom it is written to: who was chosen, who wrote, who spoke, who speaks for the trouble.
    pub fn to<'a>(&self, desk: &Desk<'a>) -> Option<&'a Contact> {
        let known = |id: Option<ContactId>| id.and_then(|id| desk.view.contact(id)).filter(|c| c.active);
        let chosen = desk.typed.filled("to").and_then(|id| id.parse().ok());
        let wrote = self.answers.as_ref().and_then(|a| a.letter.contact_id).map(ContactId);
        let spoke = self.talk(desk).map(|talk| talk.asked.with);
        known(chosen).or_else(|| known(wrote)).or_else(|| known(spoke)).or_else(|| desk.view.speaker())
    }

    /// The talk that a summary sums up: the one that was chosen, else the last.
    pub fn talk<'a>(&self, desk: &Desk<'a>) -> Option<&'a ConversationRecorded> {
        let chosen: Option<TalkId> = desk.typed.filled("talk").and_then(|id| id.parse().ok());
        let talks = || {
            desk.view.events.iter().filter_map(|happening| match &happening.event {
                Event::ConversationRecorded(talk) => Some(talk),
                _ => None,
            })
        };
        talks().find(|talk| Some(talk.id) == chosen).or_else(|| talks().max_by_key(|talk| talk.asked.started_at))
    }

    /// Three moments to propose.
    pub fn slots(&self, desk: &Desk<'_>, zone: &TimeZone) -> Vec<Timestamp> {
        self.hours(desk, zone, |hours| hours.proposed(desk.now))
    }

    /// Half past eight on the next of their working days.
    pub fn morning(&self, desk: &Desk<'_>, now: Timestamp) -> Timestamp {
        let zone = self.to(desk).map_or_else(|| desk.view.zone(), |contact| desk.view.zone_of(contact));
        self.hours(desk, &zone, |hours| hours.their_morning(now))
    }

    fn hours<T>(&self, desk: &Desk<'_>, zone: &TimeZone, ask: impl FnOnce(&Hours<'_>) -> T) -> T {
        let firm = &desk.me.firm;
        let theirs = desk.view.account.calendar_id.and_then(|id| firm.calendars.get(&id));
        ask(&Hours { ours: &firm.ours, theirs: theirs.map(|calendar| &**calendar), zone, busy: &self.busy })
    }
}

/// The report that a mail tells of, where it came from there.
pub fn report<'a>(desk: &Desk<'a>) -> Option<&'a SentReport> {
    let id = desk.typed.filled("report")?.parse().ok()?;
    desk.view.case.reports.iter().find(|sent| sent.id == id)
}

/// The language in which somebody at the customer is written to.
pub fn language_of(desk: &Desk<'_>, contact: &Contact) -> Language {
    let tags = [&contact.language, &desk.view.account.language];
    tags.iter().find_map(|tag| Language::theirs(tag)).unwrap_or_else(spoken)
}
