//! The way of a small trouble, from the hint to the last message, as far as a story needs it.
use crate::commands::*;
use crate::kinds::*;
use crate::parts::*;
use crate::testing::*;
use serde_json::{Value, json};

impl Story {
    /// Asks by the word of the API, with the fields as a caller writes them.
    pub fn ask(self, word: &str, fields: Value) -> Self {
        let command = Command::read(word, fields).expect("a command of that word");
        self.when(command.expect("its fields"))
    }
    /// Asks, and it is taken.
    pub fn does(self, word: &str, fields: Value) -> Self {
        self.ask(word, fields).taken()
    }
    /// A clock's next rung is reached: time goes on to it, and our scheduler asks.
    pub fn runs_out(self, kind: crate::clock::ClockKind) -> Self {
        let clock = self.clock(kind).unwrap_or_else(|| panic!("no clock {kind:?}")).clone();
        let who = self.facts.actor;
        let mut story = self.by_system();
        story.facts.now = clock.next_at.expect("a rung to come").max(story.facts.now);
        let mut story = story.when(RunOutClock { kind, about: clock.about }).taken();
        story.facts.actor = who;
        story
    }
    /// Whom the last change tells, and by which sentence.
    pub fn told(&self) -> Vec<(crate::ids::PersonId, crate::effect::Urgency, String)> {
        let change = self.last.as_ref().expect("taken");
        let notices = change.effects.iter().filter_map(|effect| match effect {
            crate::effect::Effect::Notify { to, urgency, text, .. } => Some((*to, *urgency, text.key.clone())),
            crate::effect::Effect::Ask { .. } => None,
        });
        notices.collect()
    }
    /// Whatever the customer would read of the last change.
    pub fn customer_reads(&self) -> Vec<String> {
        let change = self.last.as_ref().expect("taken");
        change.events.iter().filter_map(|h| h.event.told()).map(|t| words(&t)).collect()
    }
}

/// Nothing grave: the labels are wrong, and it costs them some paperwork.
pub fn wrong_label() -> OpenCase {
    let impacts = vec![Impact { dimension: Dimension::Paperwork, words: "We relabel by hand.".into() }];
    OpenCase { kind: TroubleKind::Paperwork, title: "The labels carry the old number.".into(), impacts, ..dry_joint() }
}

/// Monday 9:40: Ms Rao was called and heard out. Her one worry is still open.
pub fn heard() -> Story {
    let story = story().when(wrong_label()).taken().at("2026-11-23 09:40");
    let mut call = good_call(&story);
    call.impacts = vec![];
    call.led_to_this = Some("You changed the number in summer.".into());
    call.prevent_this = Some("Send us the list before you print.".into());
    call.what_else = Some("Nothing else.".into());
    call.told_what_happened = Some("We printed from the old list.".into());
    call.next_contact_at = Some(at("2026-11-24 12:00"));
    story.when(call).taken().stands(Recovery::Heard)
}

fn options(story: Story) -> Story {
    let option = |what: &str, arrives: &str| json!({ "kind": "rework", "what": what, "arrives": at(arrives), "confidence": "expected" });
    story
        .at("2026-11-23 10:00")
        .does("add-option", option("New labels by courier.", "2026-11-24 10:00"))
        .does("add-option", option("We come and relabel.", "2026-11-25 10:00"))
        .does("lay-out-options", json!({}))
        .stands(Recovery::Deciding)
}

/// Monday 10:20: two options were laid out, she chose, and both agreed to the plan.
pub fn agreed() -> Story {
    let story = options(heard());
    decided(story).stands(Recovery::Agreed)
}

/// She chooses the first option laid out last, and both agree to a plan of one fix.
pub fn decided(story: Story) -> Story {
    let first = story.case().round().expect("laid out").options[0];
    let due = story.facts.now + jiff::SignedDuration::from_hours(24);
    let step = json!({ "party": "us", "owner": MARIA, "kind": "fix", "text": "Send new labels.", "due": due, "confirmed": "yes" });
    story
        .does("decide", json!({ "by": MS_RAO, "option": first, "words": "The courier, please." }))
        .does("draft-plan", json!({ "steps": [step], "no_prevention_because": "The list is new already.", "customer_declined": "Just send them." }))
        .does("agree-plan", json!({ "by_customer": MS_RAO, "words": "Good." }))
}

/// Tuesday 10:00: the labels are there.
pub fn fixed() -> Story {
    fix(agreed().at("2026-11-24 10:00"))
}

/// The open fix of the plan is done.
pub fn fix(story: Story) -> Story {
    let step = story.case().fix_steps().find(|s| s.is_open()).expect("a fix step").id;
    story.does("settle-step", json!({ "step": step, "outcome": "done", "proof": "Signed for by Hale." }))
}

/// Tuesday 11:00: Maria asked by phone.
pub fn asked() -> Story {
    fixed().at("2026-11-24 11:00").does("ask-for-word", json!({ "way": "phone" })).stands(Recovery::AwaitingWord)
}

/// Ms Rao's yes by phone, with every worry settled.
pub fn yes(story: &Story) -> Value {
    let settled: Vec<_> = story.case().concerns.iter().map(|c| c.id).collect();
    json!({ "by": MS_RAO, "solved": "yes", "words": "All boxes are right now.", "way": "phone", "settled": settled })
}

/// Tuesday 11:00: she says it is solved.
pub fn solved() -> Story {
    let story = asked();
    let word = yes(&story);
    story.does("record-word", word).stands(Recovery::Solved)
}

pub fn review() -> Value {
    json!({ "about_customer": "They print on Mondays.", "about_us": "Two lists were in use.", "improved": "One list.",
        "lesson": "Print from one list.", "relation": "better" })
}
pub fn last_message() -> Value {
    json!({ "value": "Your trust is worth a lot to us.", "commitment": "The list comes before every print.", "on_behalf": "yes" })
}

/// Friday 10:00: next step, call, prevention and review are done; only the last message is missing.
pub fn ready_to_close() -> Story {
    solved()
        .does("choose-follow-up", json!({ "kind": "call" }))
        .at("2026-11-27 10:00")
        .does(
            "follow-up",
            json!({ "result": "ok", "contact": MS_RAO, "channel": "phone", "call_us_first": "yes", "strength": 4 }),
        )
        .does("review", review())
        .by(QUINN)
        .does("advance-prevention", json!({ "to": "not_needed", "words": "The new list is the only one left." }))
        .by(MARIA)
}

/// Friday 10:00: closed.
pub fn closed() -> Story {
    ready_to_close().does("close", last_message()).stands(Recovery::Closed)
}
