//! One fact of a message is changed at a time; the changed one is named, and nothing else is.
use proofread::Reviewer;

#[path = "../../xtask/src/conformance/proofread/facts.rs"]
mod facts;

#[test]
fn a_changed_fact_is_named_and_no_other() {
    let mutated = facts::mutated(&Reviewer::shipped().expect("packs"));
    assert!(mutated.precision() >= 0.99, "precision {}:\n{}", mutated.precision(), mutated.false_alarms.join("\n"));
    assert!(mutated.recall() >= 0.98, "recall {}:\n{}", mutated.recall(), mutated.missed.join("\n"));
}
