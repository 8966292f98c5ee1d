//! Every shipped pack is in order, and every example of every rule does what its rule says.
use proofread::{Reviewer, examples};

#[test]
fn every_example_does_what_its_rule_says() {
    let reviewer = Reviewer::shipped().expect("the packs are in order");
    for pack in reviewer.packs() {
        let failed = examples(pack).expect("every rule has examples");
        let told: Vec<String> = failed.iter().map(ToString::to_string).collect();
        assert!(told.is_empty(), "{} examples of {} fail:\n{}", told.len(), pack.lang, told.join("\n"));
    }
}
