//! Every refusal that a contact runs into, wherever the case stands and whatever they send: said to them, never as we say it at the desk.
use super::their_side::theirs;
use super::walk::*;
use crate::commands::{Command, decide};
use crate::facts::{Actor, Facts};
use crate::refusal::Strength;
use crate::testing::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;

/// How we speak among ourselves, and of somebody else.
const OF_THE_DESK: &[&str] = &[
    "gate",
    "customer",
    "owner",
    "manager",
    "director",
    "administrator",
    "account",
    "your role",
    "on this case",
    "record ",
    "ask them",
    "to them",
    "of theirs",
    "their word",
    "their yes",
    "reload",
    "a colleague reads",
];

/// The case at each station of its way, as a contact could find it when they press.
fn stations() -> Vec<Story> {
    let taken_back = {
        let s = heard().does("add-option", json!({ "kind": "rework", "what": "New labels.", "arrives": at("2026-11-24 10:00"), "confidence": "expected" }));
        let s = s.does("add-option", json!({ "kind": "rework", "what": "We relabel.", "arrives": at("2026-11-23 12:00"), "confidence": "expected" }));
        let s = s.does("lay-out-options", json!({}));
        let first = s.case().options[0].id;
        s.does("withdraw-option", json!({ "option": first, "reason": "No courier." })).at("2026-11-23 14:00")
    };
    let proposed = heard().by_contact(MR_HALE).does("counter-proposal", json!({ "by": MR_HALE, "what": "A list." }));
    let hurt = heard().by_contact(MR_HALE).does("describe-harm", json!({ "safety": "could_hurt" }));
    let unread = heard().by_contact(MR_HALE).does(
        "describe-harm",
        json!({ "deadline": { "at": at("2026-11-27 12:00"), "what": "The fair", "threatened": "yes" } }),
    );
    vec![
        story(),
        opened(),
        heard(),
        taken_back,
        proposed,
        hurt,
        unread,
        super::their_choice::drafted(),
        agreed(),
        fixed(),
        asked(),
        solved(),
        closed(),
    ]
}

/// The same wish, well and badly filled in.
fn ways_to_send(fields: &Value, facts: &Facts) -> Vec<Value> {
    let mut all = vec![fields.clone()];
    let Some(names) = fields.as_object().map(|object| object.keys().cloned().collect::<Vec<_>>()) else { return all };
    for name in &names {
        for bad in [
            json!(" "),
            json!("x".repeat(21_000)),
            json!(Uuid::from_u128(0xBAD)),
            json!("no"),
            json!("late"),
            Value::Null,
        ] {
            let mut other = fields.clone();
            other[name] = bad;
            all.push(other);
        }
    }
    let case = &facts.case;
    let options = case.options.iter().map(|o| ("option", o.id.0));
    let steps = case.plan.iter().flat_map(|p| &p.steps).map(|s| ("step", s.id.0));
    for (name, id) in options.chain(steps).filter(|(name, _)| names.iter().any(|n| n == name)) {
        for outcome in ["done", "late", "skipped"] {
            let mut other = fields.clone();
            other[name] = json!(id);
            if name == "step" {
                other["outcome"] = json!(outcome);
                other["reason"] = json!("Tom is away.");
            }
            all.push(other);
        }
    }
    let more = [
        ("option", Value::Null),
        ("deadline_met", json!("yes")),
        ("new_due", json!(at("2026-11-20 10:00"))),
        ("reaction", json!("still_works")),
        ("reaction", json!("must_check")),
        ("outcome", json!(9)),
        ("version", json!(7)),
        ("happened_at", json!(at("2026-11-20 10:00"))),
        ("safety", json!("nobody")),
        ("read_back", json!("no")),
        ("arrives", json!(at("2026-11-01 10:00"))),
        ("how", json!("joins")),
        ("about", json!("plan")),
        ("way", json!("phone")),
    ];
    for (name, value) in more {
        let mut other = fields.clone();
        other[name] = value;
        all.push(other);
    }
    all
}

#[test]
fn no_refusal_that_a_contact_meets_speaks_as_the_desk_does() {
    let mut met: BTreeMap<&'static str, String> = BTreeMap::new();
    for station in stations() {
        let contacts = [MS_RAO, MR_HALE, crate::ids::ContactId(Uuid::from_u128(0xBAD))];
        for who in contacts {
            let facts = Facts { actor: Actor::Customer(who), seen: Some(1), ..station.facts.clone() };
            let not_theirs = ("pass-gate", json!({ "gate": "told_what_happened", "reason": "Go on." }));
            for (word, fields) in theirs(who).into_iter().chain([not_theirs]) {
                for sent in ways_to_send(&fields, &facts) {
                    let Some(Ok(command)) = Command::read(word, sent) else { continue };
                    if let Err(refusal) = decide(&facts, &command) {
                        assert!(
                            !matches!(refusal.strength, Strength::Gate(_)),
                            "{}: a gate is ours to pass",
                            refusal.code
                        );
                        met.insert(refusal.code, words(&refusal.text()));
                    }
                }
            }
        }
    }
    assert!(met.len() >= 20, "too few were met: {:?}", met.keys());
    let odd: Vec<_> = met
        .iter()
        .filter(|(_, said)| {
            OF_THE_DESK.iter().any(|ours| said.to_lowercase().contains(ours)) || said.starts_with("refusal-")
        })
        .collect();
    assert!(odd.is_empty(), "said as at the desk: {odd:#?}");
}
