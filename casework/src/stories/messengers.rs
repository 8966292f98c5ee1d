//! Whoever tells first is safe: no record of whose part it was has room for a person (S040).
use crate::Command;
use crate::kinds::Fault;
use crate::parts::{Expectation, FaultView};
use crate::shape::Shape;
use serde_json::json;

/// The fields of a shape, however deep, that could hold a person or any other id.
fn ids(shape: &Shape, name: &str, found: &mut Vec<String>) {
    match shape {
        Shape::Id => found.push(name.to_owned()),
        Shape::Optional(inner) | Shape::List(inner) => ids(inner, name, found),
        Shape::Object(_, fields) => fields.iter().for_each(|field| ids(&field.shape, field.name, found)),
        Shape::Text | Shape::Integer | Shape::Truth | Shape::Time | Shape::Date | Shape::OneOf(_) => {}
    }
}

/// S040: what is said about the cause names parts, views and facts, never a person: there is no field for one.
#[test]
fn s040_no_record_of_a_cause_can_point_to_a_person() {
    for word in ["state-fault", "review"] {
        let mut found = vec![];
        // What they expected and got has no room for a person either (S175).
        ids(&Command::shape_of(word).expect("a command"), word, &mut found);
        assert_eq!(found, Vec::<String>::new(), "{word} has room for a person");
    }
    assert_eq!(Fault::WORDS, ["unknown", "ours", "shared", "third_party", "theirs"], "sides, never people");
    // As it is kept: every value is a word of the list, a sentence or a yes.
    let said = || "said".to_owned();
    let gap = Expectation { expected: said(), promised: said(), delivered: said() };
    let full = FaultView {
        fact: Some(said()),
        our_part: Some(said()),
        their_part: Some(said()),
        their_view: Some(said()),
        our_view: Some(said()),
        expectation: Some(gap),
        ..FaultView::default()
    };
    let kept = serde_json::to_value(full).expect("JSON");
    let mut names: Vec<&str> = kept.as_object().expect("an object").keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, FAULT_FIELDS, "a new field of whose part it was: may it point to a person?");
    let with_person = json!({ "position": "ours", "fact": "seen", "person": "00000000-0000-0000-0000-000000000001" });
    let read = Command::read("state-fault", with_person).expect("a command");
    assert!(read.is_err(), "a person is not taken even when somebody sends one");
}

const FAULT_FIELDS: [&str; 8] =
    ["expectation", "fact", "our_part", "our_view", "position", "their_part", "their_view", "we_were_right"];
