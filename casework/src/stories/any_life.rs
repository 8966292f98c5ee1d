//! Random lives of a case: any command in any order, from its shape alone, between acts that bring it forward.
//! A life that fails prints its seed; `MAKEGOOD_SEED=n` lives it again, `MAKEGOOD_LIVES=n` lives more of them.
use super::always;
use crate::clock::ClockKind;
use crate::commands::*;
use crate::facts::Actor;
use crate::kinds::*;
use crate::parts::*;
use crate::shape::{Field, Required, Shape};
use crate::testing::*;
use jiff::SignedDuration;
use serde_json::{Map, Value, json};

/// Lives in one test run; each is short enough to read when it fails.
const LIVES: u64 = 150;
const ACTS_IN_A_LIFE: usize = 120;

/// Chance that can be had again: SplitMix64, from Steele, Lea and Flood (2014).
pub struct Chance(u64);
impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(n.max(1)).expect("a small number")).expect("a small number")
    }
    fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }
    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

#[test]
fn whatever_is_asked_in_whatever_order_the_laws_hold_and_the_history_gives_the_same_case() {
    let number = |name: &str| std::env::var(name).ok().and_then(|n| n.parse::<u64>().ok());
    let first = number("MAKEGOOD_SEED").unwrap_or(1);
    let lives = if number("MAKEGOOD_SEED").is_some() { 1 } else { number("MAKEGOOD_LIVES").unwrap_or(LIVES) };
    let (mut taken, mut states) = (0usize, std::collections::BTreeSet::new());
    for seed in first..first + lives {
        println!("MAKEGOOD_SEED={seed}");
        let life = live(seed);
        taken += life.history.len();
        states.extend(life.history.iter().filter_map(|h| match &h.event {
            crate::Event::RecoveryMoved(moved) => Some(moved.to.word()),
            _ => None,
        }));
        states.insert(life.case().recovery.word());
        life.replays();
    }
    if lives >= LIVES {
        let wanted = ["told", "heard", "deciding", "agreed", "making_good", "awaiting_word", "closed"];
        assert!(wanted.iter().all(|w| states.contains(w)), "these lives are too short: {states:?}, {taken} events");
    }
}

fn live(seed: u64) -> Story {
    let mut chance = Chance(seed);
    let mut s = story();
    for _ in 0..ACTS_IN_A_LIFE {
        let longest = if chance.percent(10) { 6_000 } else { 200 };
        let minutes = i64::try_from(chance.below(longest)).expect("small");
        s.facts.now += SignedDuration::from_mins(minutes);
        s.facts.actor = match chance.below(20) {
            0 => Actor::System,
            1 => Actor::Customer(MS_RAO),
            2 => Actor::Import,
            _ => Actor::Person(*chance.pick(&[MARIA, MARIA, EWA, QUINN, PIOTR, RITA, DORA, REED])),
        };
        let before = s.case().clone();
        let asked = if chance.percent(75) { forward(&mut chance, &s) } else { anything(&mut chance, &s) };
        let Some(command) = asked else { continue };
        s = s.when(command);
        always::holds(&before, &s);
    }
    s
}

/// An act that a good colleague would do next, done by one who may.
fn forward(chance: &mut Chance, s: &Story) -> Option<Command> {
    let case = s.case();
    let now = s.facts.now;
    if !case.exists() {
        let mut trouble = dry_joint();
        trouble.safety = *chance.pick(Safety::ALL);
        trouble.impacts = if chance.percent(50) { vec![] } else { vec![impact(chance)] };
        return Some(trouble.into());
    }
    if chance.percent(15) {
        let clock = case.clocks.iter().find(|c| c.next_at.is_some_and(|at| at <= now))?;
        return Some(RunOutClock { kind: clock.kind, about: clock.about }.into());
    }
    let (word, fields) = match case.recovery {
        Recovery::Spotted | Recovery::Told => {
            let mut call = good_call(s);
            call.impacts = vec![impact(chance)];
            call.led_to_this = Some("An old list.".into());
            call.what_else = Some("A van.".into());
            call.told_what_happened = Some("We used the old list.".into());
            return Some(call.into());
        }
        Recovery::Heard | Recovery::Deciding => deciding(chance, s)?,
        Recovery::Agreed | Recovery::MakingGood if case.fix_steps().any(PlanStep::is_open) => {
            let step = case.fix_steps().find(|p| p.is_open()).map(|p| p.id);
            ("settle-step", json!({ "step": step, "outcome": "done", "proof": "Photo 12" }))
        }
        Recovery::Agreed | Recovery::MakingGood if case.told.is_none() => {
            ("tell-what-happened", json!({ "to": MS_RAO, "what": "We used the old list." }))
        }
        Recovery::Agreed | Recovery::MakingGood => ("ask-for-word", json!({ "way": "phone" })),
        Recovery::AwaitingWord | Recovery::NoWord => {
            let settled: Vec<_> = case.concerns.iter().map(|c| c.id).collect();
            let solved = if chance.percent(75) { "yes" } else { "no" };
            let met = case.harm.deadline.as_ref().map(|_| "yes");
            let fields = json!({ "by": MS_RAO, "solved": solved, "words": "So it is.", "way": "phone", "settled": settled, "deadline_met": met });
            ("record-word", fields)
        }
        Recovery::Closed | Recovery::Merged => {
            ("reopen", json!({ "by": MS_RAO, "words": "It is back.", "reason": "It is back." }))
        }
        _ => ending(s),
    };
    Command::read(word, fields).and_then(Result::ok)
}

/// Options, the choice, the plan and the yes to it.
fn deciding(chance: &mut Chance, s: &Story) -> Option<(&'static str, Value)> {
    let case = s.case();
    let due = s.facts.now + SignedDuration::from_hours(30);
    let open_round = case.round().is_none_or(|r| r.options.is_empty());
    let what = format!("Way {} of {}", case.options.len(), chance.below(1000));
    Some(if open_round && (chance.percent(50) || case.ready_options().count() < 2) {
        ("add-option", json!({ "kind": "rework", "what": what, "arrives": due, "confidence": "expected" }))
    } else if open_round {
        ("lay-out-options", json!({}))
    } else if case.decision().is_none() {
        let option = chance.percent(80).then(|| case.round().and_then(|r| r.options.first().copied())).flatten();
        ("decide", json!({ "by": MS_RAO, "option": option, "words": "So be it.", "how_can_we_help": "Be quick." }))
    } else if case.plan.as_ref().is_none_or(|p| p.agreed_at.is_none()) && case.fix_steps().all(|p| !p.is_open()) {
        let step = |kind: &str| json!({ "party": "us", "owner": MARIA, "kind": kind, "text": "Do it", "due": due, "confirmed": "yes" });
        ("draft-plan", json!({ "steps": [step("fix"), step("prevent")] }))
    } else {
        ("agree-plan", json!({ "by_customer": MS_RAO }))
    })
}

/// What is left to do after the word, in an order that ends in closing.
fn ending(s: &Story) -> (&'static str, Value) {
    let case = s.case();
    let step = case.plan.iter().flat_map(|p| &p.steps).find(|p| p.is_open()).map(|p| p.id);
    let owed = case.owed_promises().find(|p| p.what == Promised::Thing).map(|p| p.id);
    let amends = case.amends.iter().find(|a| a.stands() && a.given.is_none());
    let question = case.questions.iter().find(|q| q.answer.is_none()).map(|q| q.id);
    let prevented = matches!(case.prevention.state, Prevention::Held | Prevention::Shared | Prevention::NotNeeded);
    let called = case.follow_up.as_ref().is_some_and(|f| f.result == Some(FollowUpResult::Ok));
    match (step, owed, amends, question) {
        (Some(step), ..) => ("settle-step", json!({ "step": step, "outcome": "done", "proof": "Photo 12" })),
        (_, Some(promise), ..) => {
            ("settle-promise", json!({ "promise": promise, "outcome": "kept", "proof": "Photo 13" }))
        }
        (.., Some(amends), _) if amends.approved_by.is_none() => {
            ("approve-amends", json!({ "amends": amends.id, "answer": "no", "words": "Another way." }))
        }
        (.., Some(amends), _) => ("give-amends", json!({ "amends": amends.id, "proof": "Note 88" })),
        (.., Some(question)) => ("answer-question", json!({ "question": question, "answer": "Yes." })),
        _ if case.follow_up.is_none() => ("choose-follow-up", json!({ "kind": "call" })),
        _ if !called => {
            let (contact, channel) = (MS_RAO, Channel::Phone);
            (
                "follow-up",
                json!({ "result": "ok", "contact": contact, "channel": channel, "call_us_first": "yes", "strength": 4 }),
            )
        }
        _ if !prevented => preventing(case.prevention.state),
        _ if case.review.is_none() => (
            "review",
            json!({ "about_customer": "They print on Mondays.", "about_us": "Two lists were in use.", "improved": "One list.",
                "lesson": "Print from one list.", "relation": "better" }),
        ),
        _ => (
            "close",
            json!({ "value": "Your trust is worth a lot to us.", "commitment": "The list comes first.", "on_behalf": "yes" }),
        ),
    }
}

fn preventing(state: Prevention) -> (&'static str, Value) {
    let at = Prevention::ALL.iter().position(|p| *p == state).unwrap_or_default();
    let to = if state == Prevention::DidNotHold { Prevention::FindingCause } else { Prevention::ALL[at + 1] };
    let answers: Vec<_> =
        PreventionQuestion::WORDS.iter().map(|q| json!({ "question": q, "answer": "yes", "words": "Done." })).collect();
    let cause = "Two lists were in use at once";
    (
        "advance-prevention",
        json!({ "to": to, "words": "Seen and measured.", "cause": cause, "answers": answers, "letter": "We keep one list now." }),
    )
}

fn impact(chance: &mut Chance) -> Impact {
    Impact { dimension: *chance.pick(Dimension::ALL), words: "It costs us days.".into() }
}

/// Any command at all, its fields made from its shape.
fn anything(chance: &mut Chance, s: &Story) -> Option<Command> {
    let word = *chance.pick(Command::WORDS);
    let Some(Shape::Object(_, fields)) = Command::shape_of(word) else { return None };
    let value = object(chance, s, &fields, 0);
    // What does not parse never reaches the rules.
    Command::read(word, value).and_then(Result::ok)
}

fn object(chance: &mut Chance, s: &Story, fields: &[Field], depth: usize) -> Value {
    let mut made = Map::new();
    for field in fields {
        if field.required == Required::No && !chance.percent(50) {
            continue;
        }
        made.insert(field.name.to_owned(), value(chance, s, field.name, &field.shape, depth));
    }
    Value::Object(made)
}

fn value(chance: &mut Chance, s: &Story, name: &str, shape: &Shape, depth: usize) -> Value {
    let now = s.facts.now;
    match shape {
        Shape::Text if name == "currency" => "EUR".into(),
        Shape::Text => if chance.percent(95) { "As they said it, word by word." } else { "" }.into(),
        Shape::Integer => chance.below(7).into(),
        Shape::Truth => chance.percent(50).into(),
        Shape::Time => {
            let hours = i64::try_from(chance.below(200)).expect("small") - if chance.percent(60) { 100 } else { 0 };
            json!(now + SignedDuration::from_hours(hours))
        }
        Shape::Date => json!((now + SignedDuration::from_hours(72)).to_zoned(jiff::tz::TimeZone::UTC).date()),
        Shape::Id => id(chance, s, name),
        Shape::OneOf(words) => (*chance.pick(words)).into(),
        Shape::Optional(inner) => value(chance, s, name, inner, depth),
        Shape::List(_) if depth > 2 => json!([]),
        Shape::List(inner) => {
            let how_many = chance.below(4);
            (0..how_many).map(|_| value(chance, s, name, inner, depth + 1)).collect()
        }
        Shape::Object(_, fields) => object(chance, s, fields, depth + 1),
    }
}

/// An id that fits the field's name, mostly; now and then one of something else.
fn id(chance: &mut Chance, s: &Story, name: &str) -> Value {
    let case = s.case();
    let people = || [MARIA, EWA, QUINN, PIOTR, RITA, DORA, REED].map(|p| p.0).to_vec();
    let fitting: Vec<uuid::Uuid> = match name {
        "option" | "options" => case.options.iter().map(|o| o.id.0).collect(),
        "step" => case.plan.iter().flat_map(|p| &p.steps).map(|p| p.id.0).collect(),
        "promise" => case.promises.iter().map(|p| p.id.0).collect(),
        "amends" => case.amends.iter().map(|a| a.id.0).collect(),
        "concern" | "settled" => case.concerns.iter().map(|c| c.id.0).collect(),
        "question" => case.questions.iter().map(|q| q.id.0).collect(),
        "talk" => case.talks.iter().map(|t| t.id.0).collect(),
        "escalation" => case.escalations.iter().map(|e| e.id.0).collect(),
        "account" => vec![ACME.0],
        "owner" | "person" | "second" | "confirmed_by" | "manager" | "quality" => people(),
        "about" => case.clocks.iter().filter_map(|c| c.about).collect(),
        _ => vec![MS_RAO.0, MR_HALE.0],
    };
    let stranger = fitting.is_empty() || chance.percent(8);
    json!(if stranger { *chance.pick(&people()) } else { *chance.pick(&fitting) })
}

#[test]
fn the_same_seed_lives_the_same_life() {
    let (one, again) = (live(7), live(7));
    assert_eq!(one.history, again.history);
    assert!(one.case().clocks.iter().all(|c| ClockKind::ALL.contains(&c.kind)));
}
