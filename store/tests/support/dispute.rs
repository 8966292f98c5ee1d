//! A dispute, told rung by rung to the mediation, by the same commands that people use.

#![allow(dead_code)] // Each program of stories uses its own part of this.

use super::world::{ACME, Done, EWA, MARIA, MS_RAO, NOW, NotDone, after, ask, build, command, open, trouble};
use casework::facts::Actor;
use casework::ids::{CaseNumber, OptionId, PersonId};
use casework::kinds::Recovery;
use jiff::Timestamp;
use serde_json::json;
use store::Db;
use store::facts::CaseRef;

/// Asks one after the other, ten minutes apart.
pub struct Teller<'a> {
    pub db: &'a Db,
    pub number: CaseNumber,
    asked: u128,
}

impl<'a> Teller<'a> {
    pub fn of(db: &'a Db, number: CaseNumber) -> Self {
        Self { db, number, asked: 0 }
    }
    /// Goes on where another one ended, so that no wish is taken for one of before.
    pub fn again(db: &'a Db, number: CaseNumber, asked: u128) -> Self {
        Self { db, number, asked }
    }
    pub fn now(&self) -> Timestamp {
        after(i64::try_from(self.asked).expect("few") * 10)
    }
    pub fn asks(&mut self, who: Actor, word: &str, fields: serde_json::Value) -> Result<casework::Case, String> {
        self.asked += 1;
        match ask(self.db, CaseRef::Number(self.number), who, command(word, fields), 1_000 + self.asked, self.now()) {
            Ok(Done::Now(change)) => Ok(change.case),
            Ok(_) => Err("asked before".into()),
            Err(NotDone::Refused(refusal)) => Err(refusal.code.into()),
            Err(other) => Err(format!("{other:?}")),
        }
    }
    pub fn does(&mut self, who: PersonId, word: &str, fields: serde_json::Value) -> casework::Case {
        self.asks(Actor::Person(who), word, fields).unwrap_or_else(|why| panic!("{word}: {why}"))
    }
    /// What the neutral proposes: an option with its steps; the id of the option.
    pub fn proposes(&mut self) -> OptionId {
        let option = json!({
            "kind": "credit", "what": "Two days, and an excuse in writing.", "arrives": after(40_000), "confidence": "expected",
            "customer_does": "Nothing.", "meets_need": "Their two days"
        });
        let option = self.does(MARIA, "add-option", option).options.last().expect("an option").id;
        let steps = json!([
            { "party": "us", "owner": MARIA, "kind": "fix", "text": "Credit two days", "due": after(40_000), "confirmed": "yes" },
            { "party": "us", "owner": MARIA, "kind": "prevent", "text": "Film the dock", "due": after(41_000), "confirmed": "yes" },
            { "party": "customer", "owner_name": "Dana Rao", "kind": "tell", "text": "Send the count", "due": after(39_000) }
        ]);
        let outcome =
            json!({ "words": "Two days, an excuse, and films of the dock.", "option": option, "steps": steps });
        let proposed = self.does(MARIA, "propose-outcome", outcome);
        assert_eq!(proposed.mediation.and_then(|m| m.outcome).map(|o| o.option), Some(option));
        option
    }
    pub fn talks(&mut self, who: PersonId) -> casework::Case {
        let now = self.now();
        self.does(
            who,
            "record-conversation",
            json!({
                "channel": "phone", "with": MS_RAO, "started_at": now, "no_visit_reason": "distance",
                "acknowledgement": { "we_see": "You sorted three days.", "we_work": "I look at what was mixed." },
                "had_their_say": "yes", "reflect_back": "Three days of two people.", "reflect_confirmed": "yes", "got_everything": "yes",
                "worst_part": "Nobody believed the count.", "told_what_happened": "We do not know where they were mixed.",
                "led_to_this": "The lots were mixed at your site.", "prevent_this": "Films of the dock.", "what_else": "Nothing.",
                "concerns": ["Who pays the sorting"], "validated": "yes", "impacts": [{ "dimension": "money", "words": "Three days of two inspectors." }],
                "tone_start": 2, "tone_end": 2, "next_contact_at": after(20_000)
            }),
        )
    }
}

/// To the mediation, rung by rung.
pub fn to_mediation(db: &Db) -> Teller<'_> {
    let mut t = to_not_agreed(db);
    let both = json!({ "mediator": "Ms Lindt", "impartial": "She works for neither of us.", "we_accept": "yes", "accepted_by": MS_RAO });
    // S201: without the customer's yes nobody is appointed; S200: a missing rung needs a name and a reason.
    let mut one = both.clone();
    one["accepted_by"] = serde_json::Value::Null;
    assert_eq!(t.asks(Actor::Person(EWA), "mediate", one).expect_err("refused"), "mediation-needs-both");
    assert_eq!(t.asks(Actor::Person(EWA), "mediate", both.clone()).expect_err("refused"), "mediation-too-early");
    t.does(EWA, "pass-gate", json!({ "gate": "ladder", "reason": "Both directors are abroad." }));
    let case = t.does(EWA, "mediate", both);
    assert_eq!(case.recovery, Recovery::InMediation);
    let mediation = case.mediation.expect("who mediates is known");
    assert_eq!((mediation.mediator.as_str(), mediation.accepted_by_them), ("Ms Lindt", MS_RAO));
    t
}

/// Three rungs up and still apart: what is asked cannot be met, and what we still do is said.
pub fn to_not_agreed(db: &Db) -> Teller<'_> {
    build(db);
    let number = open(db, trouble(ACME, MS_RAO, "We sorted three days for your mixed lot."), 1, NOW);
    let mut t = Teller::of(db, number);
    t.talks(MARIA);
    for what in ["One and a half days, shared.", "Our inspector for the next three lots."] {
        let option = json!({ "kind": "credit", "what": what, "arrives": after(30_000), "confidence": "expected", "customer_does": "Nothing.", "meets_need": "Half of it" });
        t.does(MARIA, "add-option", option);
    }
    t.does(MARIA, "pass-gate", json!({ "gate": "not_a_sale", "reason": "There is nothing to sell here." }));
    t.does(MARIA, "lay-out-options", json!({}));
    let case =
        t.does(MARIA, "escalate", json!({ "reason": "cannot_meet_what_is_asked", "words": "Neither can show it." }));
    let call = case.escalations.last().expect("called").clone();
    for who in call.awaited {
        t.does(who, "acknowledge-escalation", json!({ "escalation": call.id, "words": "I look at it." }));
    }
    let still = "Our inspector for the next three lots.";
    t.does(
        EWA,
        "not-agreed",
        json!({ "request": "Three days in full.", "still_do": still, "goodwill": "We want to find out together." }),
    );
    t
}
