//! Somebody spoke with the customer. One save can carry the whole recovery of a small trouble:
//! heard, options, decision, plan, next contact, their word (S076-S129, *small troubles stay small*).
use super::{AddOption, Asks, DraftPlan, MakePromise, TellWhatHappened};
use crate::asked;
use crate::curiosity::Topic;
use crate::draft::Draft;
use crate::gate::Gate;
use crate::ids::*;
use crate::kinds::*;
use crate::parts::*;
use crate::refusal::Refusal;
use crate::effect::Urgency;
use crate::text::Text;
use jiff::{SignedDuration, Timestamp};

mod one_call;
mod recorded;
pub use one_call::SaidDecision;
pub use recorded::{ConversationRecorded, proposed_channel};

/// Talks in a row with *not sure* that are taken for a no (S129).
const UNSURE_AT_MOST: u8 = 2;

asked! {
    /// The acknowledgement has two parts; with one missing it does not stop the clock (S061).
    pub struct Acknowledgement {
        /// We see the problem: names it in plain words.
        pub we_see: String,
        /// We are working to make it right.
        pub we_work: String,
    }
}
asked! {
    /// A promise made while talking.
    pub struct SaidPromise {
        /// What was promised.
        pub words: String,
        /// By when.
        pub due: Timestamp,
    }
}
asked! {
    /// A talk by visit, video or phone, with as much as came up; nothing is required while they speak.
    pub struct RecordConversation {
        /// By which way.
        pub channel: Channel,
        /// With whom.
        pub with: ContactId,
        /// When it began.
        pub started_at: Timestamp,
        /// When it ended; now when left out.
        pub ended_at: Option<Timestamp>,
        /// Why not in person; needed for the gravest troubles (S046).
        pub no_visit_reason: Option<NoVisitReason>,
        /// The first sentence: we see it, and we work on it (S059).
        pub acknowledgement: Option<Acknowledgement>,
        /// What worries them, each in their words.
        #[serde(default)]
        pub concerns: Vec<String>,
        /// What annoys them, each in their words.
        #[serde(default)]
        pub frustrations: Vec<String>,
        /// What they suggest; each becomes an option to answer (S077).
        #[serde(default)]
        pub suggestions: Vec<String>,
        /// They have had their say (S121).
        pub had_their_say: Option<Said>,
        /// In their words back: what I heard (S079).
        pub reflect_back: Option<String>,
        /// The sentence that was offered to start from; what is saved unchanged is marked so (S080).
        pub reflect_offered: Option<String>,
        /// They said: yes, that is it.
        pub reflect_confirmed: Option<Said>,
        /// What they corrected.
        pub correction: Option<String>,
        /// Have I got everything? (S126)
        pub got_everything: Option<Said>,
        /// Each worry got a sentence that takes it seriously (S103).
        pub validated: Option<Said>,
        /// How they see it.
        pub their_view: Option<String>,
        /// How we see it; opens after the reflect-back (S078).
        pub our_view: Option<String>,
        /// What it does to them.
        #[serde(default)]
        pub impacts: Vec<Impact>,
        /// Their own deadline.
        pub deadline: Option<CustomerDeadline>,
        /// Who presses them, and by when (S119).
        pub pressure: Option<String>,
        /// If I were them, the worst part would be …
        pub worst_part: Option<String>,
        /// What we were curious about: the topics of the prompts that were used, never their text (S125).
        #[serde(default)]
        pub topics: Vec<Topic>,
        /// What is known now, asked for after their say.
        #[serde(default)]
        pub facts: Vec<Fact>,
        /// What they asked and we owe an answer to.
        #[serde(default)]
        pub questions: Vec<String>,
        /// What happened, as told to them.
        pub told_what_happened: Option<String>,
        /// The apology as said: after listening, specific (X01).
        pub apology: Option<String>,
        /// Said: we understand what you need (S070).
        pub said_we_understand: Option<Said>,
        /// Said: we do everything possible; needs a real step on the case (S070).
        pub said_everything_possible: Option<Said>,
        /// Said: I want this put right as much as you do (S123).
        pub said_shared_wish: Option<Said>,
        /// What else can we do on your side? (S151)
        pub what_else: Option<String>,
        /// How can we help? (S162)
        pub how_can_we_help: Option<String>,
        /// What do you think led to this? (S136)
        pub led_to_this: Option<String>,
        /// How can we prevent it? (S137)
        pub prevent_this: Option<String>,
        /// Tone at the start, 1 angry to 5 at ease.
        pub tone_start: Option<u8>,
        /// Tone at the end, 1 angry to 5 at ease (S049).
        pub tone_end: Option<u8>,
        /// What we saw, on a visit or video (S045).
        pub seen: Option<Seen>,
        /// More of what we saw.
        #[serde(default)]
        pub seen_note: String,
        /// Are they satisfied with our response? (S129)
        pub satisfied: Option<Satisfied>,
        /// Quick words taken while they spoke.
        #[serde(default)]
        pub notes: String,
        /// For news we bring: does it still work for you?
        pub reaction: Option<Reaction>,
        /// When they really need it.
        pub need_by: Option<jiff::civil::Date>,
        /// Promises made in the talk.
        #[serde(default)]
        pub promises: Vec<SaidPromise>,
        /// Ways forward that came up.
        #[serde(default)]
        pub options: Vec<AddOption>,
        /// The options were laid before them in this talk: all that are ready.
        pub options_laid_out: Option<Said>,
        /// What they chose.
        pub decision: Option<SaidDecision>,
        /// The plan made together.
        pub plan: Option<DraftPlan>,
        /// They agreed to the plan, and so do we.
        pub plan_agreed: Option<Said>,
        /// When they hear from us again (S124, S180).
        pub next_contact_at: Option<Timestamp>,
    }
}

impl Asks for RecordConversation {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.person()?;
        draft.contact(self.with, "with")?;
        let ended_at = self.ended_at.unwrap_or(draft.now());
        draft.took_place(ended_at)?;
        self.check_sense(draft, ended_at)?;
        self.check_gates(draft)?;
        let id = TalkId(draft.new_id());
        let concerns = self.worries(draft);
        draft.happened(ConversationRecorded { id, asked: self.clone(), ended_at, concerns });
        self.follow(draft)?;
        if tense(&draft.case, ended_at) {
            draft.notify(draft.case.team.relationship_owner, Urgency::CanWait, Text::new("notice-tough-conversation"));
        }
        // Not satisfied, or twice not sure, goes up at once (S129).
        if self.satisfied == Some(Satisfied::No) || draft.case.contacts.unsure_row >= UNSURE_AT_MOST {
            super::raise(draft, EscalationReason::NotSatisfied, &self.notes);
        }
        Ok(())
    }
}

/// Two talks within thirty days that ended at tone 1 or 2: time for the tough conversation (S038).
fn tense(case: &crate::case::Case, now: Timestamp) -> bool {
    let month = SignedDuration::from_hours(24 * 30);
    let hard = |t: &&Talk| t.tone_end.is_some_and(|tone| tone <= 2) && now.duration_since(t.ended_at) <= month;
    let ended_hard = case.talks.last().is_some_and(|t| hard(&t));
    ended_hard && case.talks.iter().filter(hard).count() >= 2
}

impl RecordConversation {
    fn check_sense(&self, draft: &Draft, ended_at: Timestamp) -> Result<(), Refusal> {
        self.check_amounts()?;
        if self.started_at > ended_at {
            return Err(Refusal::input("started_at", "ends-before-it-starts"));
        }
        for (tone, field) in [(self.tone_start, "tone_start"), (self.tone_end, "tone_end")] {
            if tone.is_some_and(|t| !(1..=5).contains(&t)) {
                return Err(Refusal::input(field, "one-to-five"));
            }
        }
        if !self.facts.is_empty() {
            super::record_facts::check(draft, &self.facts)?;
        }
        if self.reflect_confirmed == Some(Said::Yes) && self.reflect_back.as_deref().is_none_or(|r| r.trim().is_empty()) {
            return Err(Refusal::input("reflect_back", "reflect-back-empty"));
        }
        Ok(())
    }

    /// Whether what was said back are their words in ours, or only what we were offered to start from (S080).
    pub fn said_back(&self) -> Option<SaidBack> {
        let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
        let (said, offered) = (plain(self.reflect_back.as_deref()?), plain(self.reflect_offered.as_deref()?));
        if said.is_empty() || offered.is_empty() {
            return None;
        }
        Some(if said == offered { SaidBack::AsOffered } else { SaidBack::OwnWords })
    }

    /// How far listening got, with this talk.
    pub fn heard(&self) -> Heard {
        match (self.had_their_say, self.reflect_confirmed, self.got_everything) {
            (Some(Said::Yes), Some(Said::Yes), Some(Said::Yes)) => Heard::Confirmed,
            (Some(Said::Yes), ..) => Heard::HadTheirSay,
            _ => Heard::NotYet,
        }
    }

    fn check_gates(&self, draft: &Draft) -> Result<(), Refusal> {
        let case = &draft.case;
        let heard = case.was_heard() || self.heard() == Heard::Confirmed;
        let at = |field: &'static str| move |r: Refusal| r.about(field);
        if self.acknowledgement.is_none() && case.contacts.acknowledged_at.is_none_or(|a| a < case.contact_owed_since) {
            draft.gate(Gate::Acknowledgement, "acknowledge-first").map_err(at("acknowledgement"))?;
        }
        if self.channel == Channel::Phone && case.severity == Severity::S1 && self.no_visit_reason.is_none() {
            draft.gate(Gate::NoVisitReason, "no-visit-reason").map_err(at("no_visit_reason"))?;
        }
        if self.channel != Channel::Visit && self.tone_end.is_none() {
            draft.gate(Gate::EndTone, "end-tone").map_err(at("tone_end"))?;
        }
        if self.our_view.is_some() && !heard {
            draft.gate(Gate::ListenFirst, "our-view-after-theirs").map_err(at("our_view"))?;
        }
        if !self.facts.is_empty() && self.heard() == Heard::NotYet && !case.talks_since_owed().any(|t| t.heard != Heard::NotYet) {
            draft.gate(Gate::ListenFirst, "facts-after-their-say").map_err(at("facts"))?;
        }
        if self.apology.is_some() {
            self.check_apology(draft)?;
        }
        if self.said_everything_possible == Some(Said::Yes) && case.plan.as_ref().is_none_or(|p| p.steps.is_empty()) && case.standing_options().next().is_none() {
            draft.gate(Gate::AssuranceNeedsStep, "assurance-needs-step").map_err(at("said_everything_possible"))?;
        }
        // This talk keeps what was promised of the next contact, so the one after it must be named (S180).
        let still_open = |p: &Promise| p.what == Promised::NextContact && p.due > draft.happened_at() && p.made_at >= self.started_at;
        if self.next_contact_at.is_none() && case.recovery.is_live() && !case.open_promises().any(still_open) {
            draft.gate(Gate::NextContact, "next-contact").map_err(at("next_contact_at"))?;
        }
        Ok(())
    }

    /// An apology comes after listening; for news we bring, only once it hurts (I09, X01).
    fn check_apology(&self, draft: &Draft) -> Result<(), Refusal> {
        let case = &draft.case;
        let at = |r: Refusal| r.about("apology");
        if case.harm.impacts.is_empty() && self.impacts.is_empty() {
            draft.gate(Gate::ImpactFirst, "impact-first").map_err(at)?;
        }
        if case.origin == Origin::WeBringNews {
            let reaction = self.reaction.or(case.news.as_ref().map(|n| n.reaction)).unwrap_or(Reaction::Unknown);
            if !matches!(reaction, Reaction::Hurts | Reaction::WorksWithChanges) {
                draft.gate(Gate::ApologyInTime, "apology-after-reaction").map_err(at)?;
            }
        } else if !case.was_heard() && self.reflect_confirmed != Some(Said::Yes) {
            draft.gate(Gate::ApologyInTime, "apology-after-listening").map_err(at)?;
        }
        Ok(())
    }

    fn worries(&self, draft: &mut Draft) -> Vec<Concern> {
        let validated = self.validated.unwrap_or(Said::No);
        let kinds = [(ConcernKind::Concern, &self.concerns), (ConcernKind::Frustration, &self.frustrations)];
        let said = kinds.into_iter().flat_map(|(kind, all)| all.iter().map(move |words| (kind, words))).filter(|(_, words)| !words.trim().is_empty());
        said.map(|(kind, words)| Concern { id: ConcernId(draft.new_id()), kind, words: words.clone(), state: ConcernState::Open, validated }).collect()
    }

    /// What came up in the talk is kept as what it is: questions, promises, a reaction, suggestions.
    fn follow(&self, draft: &mut Draft) -> Result<(), Refusal> {
        for words in self.questions.iter().filter(|q| !q.trim().is_empty()) {
            super::AskQuestion { words: words.clone() }.decide(draft)?;
        }
        if let Some(what) = self.told_what_happened.as_ref().filter(|w| !w.trim().is_empty()) {
            TellWhatHappened { to: self.with, what: what.clone(), happened_at: None }.decide(draft)?;
        }
        if let Some(reaction) = self.reaction.filter(|_| draft.case.news.is_some()) {
            let call_back_at = self.next_contact_at.filter(|_| reaction == Reaction::MustCheck);
            super::RecordReaction { by: self.with, reaction, words: self.notes.clone(), need_by: self.need_by, waiting_for: None, call_back_at, happened_at: None }.decide(draft)?;
        }
        self.one_call(draft)?;
        for said in &self.promises {
            MakePromise::thing(&said.words, self.with, said.due).decide(draft)?;
        }
        let promised = |d: &Draft, due| d.case.open_promises().any(|p| p.what == Promised::NextContact && p.due == due);
        if let Some(due) = self.next_contact_at.filter(|due| !promised(draft, *due)) {
            MakePromise::next_contact(self.with, due).decide(draft)?;
        }
        Ok(())
    }
}
