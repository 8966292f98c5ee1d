//! The life of one small trouble, from the call to the last message, told by the same commands that people use.

#![allow(dead_code)] // Each program of stories uses its own part of this.

use super::world::{self, MARIA, QUINN, act, ask, command};
use casework::facts::Actor;
use casework::ids::{AccountId, CaseId, CaseNumber, ContactId};
use casework::{Case, kinds::TroubleKind};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use store::Db;
use store::facts::CaseRef;
use uuid::Uuid;

/// A like trouble of the same customer is a repeat, and graver; so they differ.
const KINDS: [TroubleKind; 5] = [
    TroubleKind::Paperwork,
    TroubleKind::WrongItem,
    TroubleKind::ShortQuantity,
    TroubleKind::Transit,
    TroubleKind::Misunderstanding,
];

/// What is told of it; begin with [`Life::of`].
#[derive(Clone)]
pub struct Life {
    /// Every life of a story has its own.
    pub n: u128,
    pub account: AccountId,
    pub contact: ContactId,
    pub title: String,
    pub item: Option<String>,
    /// When it was recognised.
    pub at: Timestamp,
    /// Minutes until somebody spoke with them.
    pub voice_after: i64,
    /// What it did to them by the time half of that was over, so that it became graver.
    pub worse: Option<&'static str>,
    /// Minutes before the talk at which somebody asked for help to start it.
    pub helped_before: Option<i64>,
    /// Hours until they said that it is solved; nothing when it never was.
    pub solved_after: Option<i64>,
    pub valued: Option<u8>,
    pub reassured: Option<u8>,
    /// Whether they felt like our most important customer, 1 to 5.
    pub most_important: Option<u8>,
    /// Whether their word may be shown to the team; nobody asked when left out.
    pub may_be_shown: Option<&'static str>,
    pub strength: Option<u8>,
    /// Whom they would call first next time: us or not.
    pub call_us_first: &'static str,
    pub about_customer: String,
    pub about_us: String,
    /// Expected, promised, delivered; when the cause is a gap between them.
    pub gap: Option<[&'static str; 3]>,
}

impl Life {
    pub fn of(n: u128, account: AccountId, contact: ContactId, at: Timestamp) -> Self {
        Self {
            n,
            account,
            contact,
            title: "The labels carry the old number.".into(),
            item: None,
            at,
            voice_after: 30,
            worse: None,
            helped_before: None,
            solved_after: Some(26),
            valued: None,
            reassured: None,
            most_important: None,
            may_be_shown: None,
            call_us_first: "yes",
            strength: None,
            about_customer: "They print on Mondays.".into(),
            about_us: "Two lists were in use.".into(),
            gap: None,
        }
    }

    pub fn case(&self) -> CaseId {
        CaseId(Uuid::from_u128(0xCA5E_0000 + self.n * 100))
    }

    /// Tells it to its end, or to the agreed plan when it was never solved.
    pub fn told(&self, db: &Db) -> CaseNumber {
        let opened = casework::commands::OpenCase {
            kind: KINDS[(self.n as usize) % KINDS.len()],
            item: self.item.clone(),
            impacts: vec![casework::parts::Impact {
                dimension: casework::kinds::Dimension::Paperwork,
                words: "We relabel by hand.".into(),
            }],
            ..world::trouble(self.account, self.contact, &self.title)
        };
        let number = world::open(db, opened, self.n * 100, self.at);
        let mut teller = Teller { db, number, life: self, asked: 0, at: self.at };
        teller.until_agreed();
        if let Some(hours) = self.solved_after {
            teller.until_closed(hours);
        }
        number
    }
}

struct Teller<'a> {
    db: &'a Db,
    number: CaseNumber,
    life: &'a Life,
    asked: u128,
    at: Timestamp,
}

impl Teller<'_> {
    fn does(&mut self, word: &str, fields: Value) -> Case {
        self.asked += 1;
        act(self.db, self.number, command(word, fields), self.life.n * 100 + self.asked, self.at).case
    }
    fn later(&mut self, minutes: i64) {
        self.at = self.at.saturating_add(SignedDuration::from_mins(minutes)).expect("in range");
    }
    fn in_hours(&self, hours: i64) -> Timestamp {
        self.at.saturating_add(SignedDuration::from_hours(hours)).expect("in range")
    }

    /// The first contact's clock goes as far as the time did, as the scheduler would let it.
    fn run_out(&mut self) {
        for _ in 0..8 {
            let case = store_case(self.db, self.number);
            let clock = case.clocks.iter().find(|c| c.kind == world::FIRST_CONTACT).expect("a first contact");
            let Some(at) = clock.next_at.filter(|at| *at <= self.at) else { return };
            self.asked += 1;
            let run_out = command("run-out-clock", json!({ "kind": clock.kind.word() }));
            let n = self.life.n * 100 + self.asked;
            ask(self.db, CaseRef::Number(self.number), Actor::System, run_out, n, at).expect("it ran out");
        }
    }

    fn until_agreed(&mut self) {
        let contact = self.life.contact;
        self.later(self.life.voice_after / 2);
        if let Some(words) = self.life.worse {
            let impacts = json!([{ "dimension": "goods_unusable", "words": words }]);
            self.does("describe-harm", json!({ "impacts": impacts }));
        }
        let left = self.life.voice_after - self.life.voice_after / 2;
        let helped = self.life.helped_before.filter(|before| *before <= left);
        if let Some(before) = helped {
            self.later(left - before);
            self.does("ask-help-to-start", json!({}));
        }
        self.later(helped.unwrap_or(left));
        self.run_out();
        let call = json!({ "channel": "phone", "with": contact, "started_at": self.at,
            "acknowledgement": { "we_see": "The labels carry the old number.", "we_work": "I have the new list here." },
            "had_their_say": "yes", "reflect_back": "You relabel by hand until the new ones come.", "reflect_confirmed": "yes",
            "got_everything": "yes", "validated": "yes", "worst_part": "Standing there with a pen.", "tone_start": 2, "tone_end": 4,
            "satisfied": "yes", "led_to_this": "You changed the number.", "prevent_this": "Send us the list.",
            "what_else": "Nothing else.", "told_what_happened": "We printed from the old list.", "next_contact_at": self.in_hours(24) });
        self.does("record-conversation", call);
        if let Some([expected, promised, delivered]) = self.life.gap {
            let gap = json!({ "expected": expected, "promised": promised, "delivered": delivered });
            self.does("state-fault", json!({ "expectation": gap }));
        }
        for what in ["New labels by courier.", "We come and relabel."] {
            self.later(1);
            self.does(
                "add-option",
                json!({ "kind": "rework", "what": what, "arrives": self.in_hours(20), "confidence": "expected" }),
            );
        }
        self.later(1);
        let case = self.does("lay-out-options", json!({}));
        let first = case.round().expect("laid out").options[0];
        self.later(1);
        self.does("decide", json!({ "by": contact, "option": first, "words": "The courier, please." }));
        let step = json!({ "party": "us", "owner": MARIA, "kind": "fix", "text": "Send new labels.", "due": self.in_hours(20), "confirmed": "yes" });
        self.does("draft-plan", json!({ "steps": [step], "no_prevention_because": "The list is new.", "customer_declined": "Just send them." }));
        self.does("agree-plan", json!({ "by_customer": contact, "words": "Good." }));
    }

    fn until_closed(&mut self, hours: i64) {
        let contact = self.life.contact;
        let solved_at = self.life.at.saturating_add(SignedDuration::from_hours(hours)).expect("in range");
        self.at = self.at.max(solved_at.saturating_sub(SignedDuration::from_mins(20)).expect("in range"));
        self.later(10);
        let kept = store_case(self.db, self.number);
        let step = kept.fix_steps().find(|s| s.is_open()).expect("a fix step").id;
        self.does("settle-step", json!({ "step": step, "outcome": "done", "proof": "Signed for." }));
        self.does("ask-for-word", json!({ "way": "phone" }));
        self.later(10);
        let mut word = json!({ "by": contact, "solved": "yes", "words": "All boxes are right now.", "way": "phone" });
        let answers = [
            ("valued", self.life.valued),
            ("reassured", self.life.reassured),
            ("most_important", self.life.most_important),
        ];
        for (name, answer) in answers.into_iter().filter_map(|(name, answer)| Some((name, answer?))) {
            word[name] = answer.into();
        }
        if let Some(may) = self.life.may_be_shown {
            word["may_be_shown"] = may.into();
        }
        self.does("record-word", word);
        self.does("choose-follow-up", json!({ "kind": "call" }));
        self.later(72 * 60);
        let mut call =
            json!({ "result": "ok", "contact": contact, "channel": "phone", "call_us_first": self.life.call_us_first });
        if let Some(strength) = self.life.strength {
            call["strength"] = strength.into();
        }
        self.does("follow-up", call);
        self.does(
            "review",
            json!({ "about_customer": self.life.about_customer, "about_us": self.life.about_us, "improved": "One list.",
                "lesson": "Print from one list.", "relation": "better" }),
        );
        self.asked += 1;
        let quality = json!({ "to": "not_needed", "words": "The new list is the only one left." });
        let done = ask(
            self.db,
            CaseRef::Number(self.number),
            Actor::Person(QUINN),
            command("advance-prevention", quality),
            self.life.n * 100 + self.asked,
            self.at,
        );
        done.expect("not needed");
        self.does(
            "close",
            json!({ "value": "Your trust is worth a lot.", "commitment": "The list comes first.", "on_behalf": "yes" }),
        );
    }
}

/// The case as it is kept.
pub fn store_case(db: &Db, number: CaseNumber) -> Case {
    db.read_now(move |conn| store::cases::by_number(conn, number)).expect("read").expect("a case").case
}
