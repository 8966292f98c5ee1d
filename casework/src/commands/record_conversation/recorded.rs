//! What a talk changes: the customer heard from us, and we heard them.
use super::RecordConversation;
use crate::case::Case;
use crate::event::{Happened, When};
use crate::facts::Actor;
use crate::ids::TalkId;
use crate::kinds::{Channel, Satisfied};
use crate::parts::*;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConversationRecorded {
    pub id: TalkId,
    pub asked: RecordConversation,
    pub ended_at: Timestamp,
    pub concerns: Vec<Concern>,
}

impl Happened for ConversationRecorded {
    fn apply(&self, case: &mut Case, when: &When) {
        self.contact(case);
        self.talk(case, when);
        self.harm(case);
        case.concerns.extend(self.concerns.iter().cloned());
        case.facts.extend(self.asked.facts.iter().cloned());
        for (new, kept) in [(&self.asked.their_view, &mut case.fault.their_view), (&self.asked.our_view, &mut case.fault.our_view)] {
            if new.is_some() {
                kept.clone_from(new);
            }
        }
        crate::commands::keep_next_contact(case, self.asked.started_at);
        case.mails.reached(Some(self.asked.with), self.asked.started_at);
    }
    fn words(&self) -> Text {
        let minutes = self.ended_at.duration_since(self.asked.started_at).as_mins();
        Text::new(format!("event-conversation-{}", self.asked.channel.word())).with("with", self.asked.with).with("minutes", minutes).with("channel", choice("channel", self.asked.channel.word()))
    }
    fn told(&self) -> Option<Text> {
        let heard = self.asked.reflect_back.as_ref().filter(|_| self.asked.reflect_confirmed == Some(Said::Yes))?;
        Some(Text::new("told-conversation").with("heard", heard))
    }
}

impl ConversationRecorded {
    /// The customer heard from us when the talk took place, not when somebody typed it in.
    fn contact(&self, case: &mut Case) {
        let (log, asked) = (&mut case.contacts, &self.asked);
        log.talks += 1;
        log.called(asked.started_at);
        log.first_voice_at = Some(log.first_voice_at.map_or(asked.started_at, |at| at.min(asked.started_at)));
        log.last_at = log.last_at.max(Some(self.ended_at));
        log.tries.clear();
        log.voicemail_at = None;
        log.no_change_row = 0;
        let complete = asked.acknowledgement.as_ref().is_some_and(|a| !a.we_see.trim().is_empty() && !a.we_work.trim().is_empty());
        if complete && log.acknowledged_at.is_none_or(|at| at < case.contact_owed_since) {
            log.acknowledged_at = Some(asked.started_at.max(case.contact_owed_since));
        }
        log.unsure_row = if asked.satisfied == Some(Satisfied::NotSure) { log.unsure_row.saturating_add(1) } else { 0 };
        if asked.apology.is_some() {
            log.apologised_at = Some(self.ended_at);
        }
        let answers = &mut log.answers;
        for (new, kept) in [
            (&asked.what_else, &mut answers.what_else),
            (&asked.how_can_we_help, &mut answers.how_can_we_help),
            (&asked.led_to_this, &mut answers.led_to_this),
            (&asked.prevent_this, &mut answers.prevent_this),
        ] {
            if new.as_deref().is_some_and(|t| !t.trim().is_empty()) {
                kept.clone_from(new);
            }
        }
    }

    fn talk(&self, case: &mut Case, when: &When) {
        let by = match when.by {
            Actor::Person(id) => id,
            _ => case.team.owner,
        };
        let asked = &self.asked;
        case.talks.push(Talk {
            id: self.id,
            channel: asked.channel,
            with: asked.with,
            by,
            started_at: asked.started_at,
            ended_at: self.ended_at,
            heard: asked.heard(),
            tone_start: asked.tone_start,
            tone_end: asked.tone_end,
            satisfied: asked.satisfied,
            said_back: asked.said_back(),
            topics: asked.topics.clone(),
            summary_at: None,
        });
    }

    fn harm(&self, case: &mut Case) {
        let (harm, asked) = (&mut case.harm, &self.asked);
        harm.impacts.extend(asked.impacts.iter().cloned());
        if asked.deadline.is_some() {
            harm.deadline.clone_from(&asked.deadline);
        }
        if asked.pressure.is_some() {
            harm.pressure.clone_from(&asked.pressure);
        }
        if asked.worst_part.is_some() {
            harm.worst_part.clone_from(&asked.worst_part);
        }
    }
}

/// The highest rung of the ladder that still fits before the contact is due (S044).
pub fn proposed_channel(minutes_left: i64, travel_minutes: Option<i64>) -> Channel {
    match travel_minutes {
        Some(travel) if travel + 15 <= minutes_left => Channel::Visit,
        _ => Channel::Phone,
    }
}
