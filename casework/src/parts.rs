//! The records a case is made of. Each keeps only what rules and pages ask for; the full text stays in its event.
use crate::curiosity::Topic;
use crate::gate::Gate;
use crate::ids::*;
use crate::kinds::*;
use crate::{asked, choices};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

mod asking;
mod files;
mod harm;
mod inside;
mod joint;
mod mails;
mod making_good;
mod mediation;
mod reports;
mod returns;
pub use asking::*;
pub use files::*;
pub use harm::*;
pub use inside::*;
pub use joint::*;
pub use mails::*;
pub use making_good::*;
pub use mediation::*;
pub use reports::*;
pub use returns::*;

choices! {
    /// A plain answer where a bool would hide what it means.
    pub enum Said { Yes = "yes", No = "no" }
}

/// What was done to reach the customer, folded to what clocks need.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ContactLog {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_voice_at: Option<Timestamp>,
    /// When it became graver while nobody had spoken with them (S037).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grew_at: Option<Timestamp>,
    /// Both parts of the acknowledgement were said by voice (S061).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acknowledged_at: Option<Timestamp>,
    /// When the customer last heard from us, by talk or message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_at: Option<Timestamp>,
    /// The last message left by voice that no mail has followed yet (C03).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voicemail_at: Option<Timestamp>,
    /// Times that somebody asked for help to start, each with the first try to call after it (S067).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helped: Vec<Helped>,
    /// Tries since somebody was last reached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tries: Vec<Try>,
    pub talks: u32,
    pub messages: u32,
    /// Updates in a row that said *no change* (S181).
    pub no_change_row: u8,
    /// Talks in a row after which the person was not sure of satisfaction (S129).
    pub unsure_row: u8,
    /// A meeting or call was asked for as problem-solving (S057).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invited_at: Option<Timestamp>,
    /// A specific apology was said (X01).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apologised_at: Option<Timestamp>,
    /// What the customer answered to the questions a talk must not forget.
    pub answers: Answers,
    /// The preparation of the next talk (S127).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prepared: Option<Preparation>,
}

/// Somebody asked for help to start (S067). Who it was the history knows; nothing counts by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Helped {
    pub asked_at: Timestamp,
    /// The first call that was tried, or talk that took place, after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called_at: Option<Timestamp>,
}

/// Times of help that one case keeps; the first ones tell how it went.
const HELPED_AT_MOST: usize = 100;

impl ContactLog {
    /// Asked again before anybody called, it is the same wait.
    pub fn help_asked(&mut self, at: Timestamp) {
        let waits = self.helped.last().is_some_and(|last| last.called_at.is_none());
        if !waits && self.helped.len() < HELPED_AT_MOST {
            self.helped.push(Helped { asked_at: at, called_at: None });
        }
    }

    /// Somebody called, or spoke with them; what lay before the help is not its doing.
    pub fn called(&mut self, at: Timestamp) {
        let waits = self.helped.last_mut().filter(|last| last.called_at.is_none() && last.asked_at <= at);
        if let Some(last) = waits {
            last.called_at = Some(at);
        }
    }
}

/// The customer's answers to what we must ask.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answers {
    /// What else can we do on your side? (S151)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what_else: Option<String>,
    /// How can we help? (S162)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how_can_we_help: Option<String>,
    /// What do you think led to this? (S136)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub led_to_this: Option<String>,
    /// How can we prevent it? (S137)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prevent_this: Option<String>,
}
asked! {
    /// What is thought through before a hard talk (S124, S127).
    pub struct Preparation {
        /// What you want from the talk.
        pub purpose: String,
        /// What they are likely to worry about.
        pub their_concerns: String,
        /// Our part in it, in the first person.
        pub our_part: String,
        /// Two ways out to have in mind.
        pub two_ways_out: String,
        /// What not to say.
        pub not_to_say: String,
        /// Who joins.
        #[serde(default)]
        pub who_joins: String,
    }
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Try {
    pub at: Timestamp,
    pub outcome: TryOutcome,
    pub contact: Option<ContactId>,
}

choices! {
    /// How far a talk got with listening.
    pub enum Heard { NotYet = "not_yet", HadTheirSay = "had_their_say", Confirmed = "confirmed" }
}
choices! {
    /// Whether the reflect-back was said in one's own words, or as it was offered to start from (S080).
    pub enum SaidBack { OwnWords = "own_words", AsOffered = "as_offered" }
}
/// A talk, folded to what rules and pages ask for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Talk {
    pub id: TalkId,
    pub channel: Channel,
    pub with: ContactId,
    pub by: PersonId,
    pub started_at: Timestamp,
    pub ended_at: Timestamp,
    pub heard: Heard,
    pub tone_start: Option<u8>,
    pub tone_end: Option<u8>,
    pub satisfied: Option<Satisfied>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_back: Option<SaidBack>,
    /// What we asked about (S125).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    /// The written summary that went out (C15).
    pub summary_at: Option<Timestamp>,
}

choices! {
    pub enum ConcernKind { Concern = "concern", Frustration = "frustration" }
}
choices! {
    pub enum ConcernState { Open = "open", Answered = "answered", Settled = "settled" }
}
/// Something that worries the customer; only their word settles it (S098).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Concern {
    pub id: ConcernId,
    pub kind: ConcernKind,
    pub words: String,
    pub state: ConcernState,
    pub validated: Said,
}
asked! {
    /// Something known, and who said it (S132).
    pub struct Fact {
        /// What is asked: lot, quantity, since when.
        pub what: String,
        /// The answer, as said.
        pub answer: String,
        /// Who said it; no fact is taken without.
        pub said_by: Option<String>,
    }
}
/// News we bring before it hurts: a slip, a shortage, a change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct News {
    pub text: String,
    /// The date we had promised, if the news is about one (S063).
    pub promised_on: Option<Date>,
    pub new_date: Option<Date>,
    pub told_at: Option<Timestamp>,
    /// Unknown until asked; never taken to be bad (S090).
    pub reaction: Reaction,
    /// When they really need it, in their words (S012, S094).
    pub need_by: Option<Date>,
    /// What else they wait for anyway, and until when, in their words (S094).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_for: Option<String>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Told {
    pub at: Timestamp,
    pub by: PersonId,
    pub to: ContactId,
    /// What happened, as it was told.
    pub what: String,
}
/// The customer's own word (I01).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Word {
    pub by: ContactId,
    pub solved: Said,
    pub words: String,
    pub way: WordWay,
    pub at: Timestamp,
    /// 1 (not at all) to 5 (fully), each may be left open.
    pub outcome: Option<u8>,
    pub process: Option<u8>,
    pub people: Option<u8>,
    pub valued: Option<u8>,
    pub reassured: Option<u8>,
    pub most_important: Option<u8>,
    pub may_be_shown: Said,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FollowUp {
    pub kind: FollowUpKind,
    pub why: Option<String>,
    pub chosen_at: Timestamp,
    pub called_at: Option<Timestamp>,
    pub result: Option<FollowUpResult>,
    /// Would you call us first next time? (S247)
    pub call_us_first: Option<Said>,
    /// Strength of the relationship after, 1-5 (S239).
    pub strength: Option<u8>,
    /// As the account knew it before the trouble; kept with the first call that asked (S239).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength_before: Option<u8>,
    /// The chosen act itself (note, discount, visit) was done.
    pub done_at: Option<Timestamp>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Review {
    pub at: Timestamp,
    pub by: PersonId,
    pub about_customer: String,
    pub about_us: String,
    /// What improved, or *nothing, because* (S138).
    pub improved: String,
    pub lesson: String,
    pub relation: Relation,
}
/// The closing message of value and commitment (S219).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Closing {
    pub message: String,
    pub by: PersonId,
    pub at: Timestamp,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Escalation {
    pub id: EscalationId,
    pub rung: u8,
    pub reason: EscalationReason,
    pub words: String,
    pub to: Vec<PersonId>,
    /// Manager and quality who have not opened it yet; both must (S196).
    pub awaited: Vec<PersonId>,
    pub at: Timestamp,
    /// When the last of them had opened it.
    pub acknowledged: Option<Acknowledged>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Acknowledged {
    pub by: PersonId,
    pub at: Timestamp,
}
/// A must-be-true let go by a named person with a reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GatePass {
    pub gate: Gate,
    pub by: PersonId,
    pub reason: String,
    pub at: Timestamp,
}
/// A fix clock stands still, with a reason and an end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pause {
    pub from: Timestamp,
    pub until: Timestamp,
    pub reason: String,
    pub by: PersonId,
}
/// A hand-over, as it would have to be taken back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Given {
    pub by: PersonId,
    pub from: PersonId,
    pub to: PersonId,
    pub at: Timestamp,
    /// Those that went along.
    pub promises: Vec<PromiseId>,
    /// Whether it counts as handing on without a word (S034).
    pub counted: Said,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunningPlaybook {
    pub name: String,
    pub version: u32,
    pub ticked: Vec<u8>,
    /// As it was before somebody moved it; nothing once a step is ticked since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved: Option<MovedFrom>,
}
/// How a playbook was followed before it was moved to another version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MovedFrom {
    pub from: u32,
    pub ticked: Vec<u8>,
    pub by: PersonId,
    pub at: Timestamp,
}
impl RunningPlaybook {
    /// From its beginning.
    pub fn begun(name: &str, version: u32) -> Self {
        Self { name: name.to_owned(), version, ticked: vec![], moved: None }
    }
}
/// Prevention in outline (DOMAIN 4.3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PreventionTrack {
    pub state: Prevention,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why_not_needed: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<PersonId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<PreventionAnswer>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_at: Option<Timestamp>,
    /// The improvement letter went out, or the customer would rather not have one (S224).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter_at: Option<Timestamp>,
}
impl Default for PreventionTrack {
    fn default() -> Self {
        Self {
            state: Prevention::NotStarted,
            why_not_needed: None,
            approved_by: None,
            answers: vec![],
            held_at: None,
            letter_at: None,
        }
    }
}
asked! {
    /// One answer of the prevention bank.
    pub struct PreventionAnswer {
        pub question: PreventionQuestion,
        pub answer: Said,
        /// What will be done, or why not.
        pub words: String,
    }
}
