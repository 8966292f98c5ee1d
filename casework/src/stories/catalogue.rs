//! Every word a person can meet is in the catalogue: choices, needs, gates, clocks, states and refusals.
use crate::avoidance::Avoided;
use crate::clock::{Block, ClockKind};
use crate::curiosity::Topic;
use crate::gate::Gate;
use crate::inside::{Discipline, Lack};
use crate::kinds::*;
use crate::need::Need;
use crate::parts::*;
use crate::policy::PolicyProblem;
use crate::testing::words;
use crate::text::Text;

/// Those of what is found and done inside.
const INSIDE: [(&str, &[&str]); 17] = [
    ("function", Function::WORDS),
    ("in-fmea", InFmea::WORDS),
    ("aspect", Aspect::WORDS),
    ("place", Place::WORDS),
    ("clean-by", CleanBy::WORDS),
    ("chain", Chain::WORDS),
    ("chain-question", Chain::WORDS),
    ("category", Category::WORDS),
    ("cause-state", CauseState::WORDS),
    ("proving", Proving::WORDS),
    ("action-kind", ActionKind::WORDS),
    ("strength", Strength::WORDS),
    ("means", Means::WORDS),
    ("hold-result", HoldResult::WORDS),
    ("reach", Reach::WORDS),
    ("discipline", Discipline::WORDS),
    ("lack", Lack::WORDS),
];

#[test]
fn every_choice_has_its_word() {
    let families: [(&str, &[&str]); 47] = [
        ("trouble-kind", TroubleKind::WORDS),
        ("origin", Origin::WORDS),
        ("safety", Safety::WORDS),
        ("dimension", Dimension::WORDS),
        ("severity", Severity::WORDS),
        ("fault", Fault::WORDS),
        ("recovery", Recovery::WORDS),
        ("told-recovery", Recovery::WORDS),
        ("prevention", Prevention::WORDS),
        ("channel", Channel::WORDS),
        ("no-visit-reason", NoVisitReason::WORDS),
        ("try-outcome", TryOutcome::WORDS),
        ("seen", Seen::WORDS),
        ("satisfied", Satisfied::WORDS),
        ("reaction", Reaction::WORDS),
        ("option-kind", OptionKind::WORDS),
        ("confidence", Confidence::WORDS),
        ("party", Party::WORDS),
        ("step-kind", StepKind::WORDS),
        ("answered", Answered::WORDS),
        ("amends-kind", AmendsKind::WORDS),
        ("purpose", Purpose::WORDS),
        ("message-way", MessageWay::WORDS),
        ("word-way", WordWay::WORDS),
        ("follow-up-kind", FollowUpKind::WORDS),
        ("follow-up-result", FollowUpResult::WORDS),
        ("relation", Relation::WORDS),
        ("escalation-reason", EscalationReason::WORDS),
        ("role", Role::WORDS),
        ("hard-action", HardAction::WORDS),
        ("prevention-question", PreventionQuestion::WORDS),
        ("said", Said::WORDS),
        ("heard", Heard::WORDS),
        ("corrects", Corrects::WORDS),
        ("told-reaction", Reaction::WORDS),
        ("concern-kind", ConcernKind::WORDS),
        ("concern-state", ConcernState::WORDS),
        ("promised", Promised::WORDS),
        ("promise-state", PromiseState::WORDS),
        ("need", Need::WORDS),
        ("gate", Gate::WORDS),
        ("clock", ClockKind::WORDS),
        ("block", Block::WORDS),
        ("topic", Topic::WORDS),
        ("avoided", Avoided::WORDS),
        ("said-back", SaidBack::WORDS),
        ("policy-problem", PolicyProblem::WORDS),
    ];
    let keys = families
        .iter()
        .chain(&INSIDE)
        .flat_map(|(family, all)| all.iter().map(move |w| format!("{family}-{}", w.replace('_', "-"))));
    let missing: Vec<String> = keys.filter(|key| words(&Text::new(key.clone())) == *key).collect();
    assert!(missing.is_empty(), "without a word: {missing:#?}");
}

/// A refusal says why and the way out, in the catalogue.
#[test]
fn every_refusal_has_its_sentence() {
    let mut missing = vec![];
    let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).expect("the sources").flatten().map(|e| e.path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            missing.extend(codes(&text).into_iter().filter(|code| {
                let key = format!("refusal-{code}");
                words(&Text::new(key.clone())) == key
            }));
        }
    }
    missing.sort();
    missing.dedup();
    assert!(missing.is_empty(), "refused without a sentence: {missing:#?}");
}

/// The codes handed to `Refusal::…("code")`, `unless_said(…, "code")` and `.gate(Gate::…, "code")`.
fn codes(text: &str) -> Vec<String> {
    let calls = [
        "Refusal::law(",
        "Refusal::state(",
        "Refusal::missing(",
        "Refusal::rights(",
        "Refusal::changed(",
        "Refusal::input(",
        "unless_said(",
        ".gate(Gate::",
    ];
    let mut found = vec![];
    for line in text.lines().filter(|l| !l.trim_start().starts_with("//")) {
        for (at, call) in calls.iter().flat_map(|call| line.match_indices(call)) {
            let rest = &line[at + call.len()..];
            let inside = rest.split(')').next().unwrap_or("");
            let last = inside.rsplit('"').nth(1).unwrap_or("");
            if last.contains('-') && last.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit()) {
                found.push(last.to_owned());
            }
        }
    }
    found
}
