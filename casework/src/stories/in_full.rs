//! One case walked in full, with everything the five articles ask for: each of the five playbooks comes to its end.
use super::walk::*;
use crate::commands::*;
use crate::kinds::*;
use crate::need::Need;
use crate::parts::*;
use crate::testing::*;
use serde_json::{Value, json};

/// Those of the articles.
fn five() -> impl Iterator<Item = crate::playbook::Playbook> {
    playbooks().into_iter().filter(|p| p.overlay == Said::No)
}

/// News that hurts, followed by all five playbooks at once.
fn news() -> Story {
    let all = five().map(|p| p.name).collect();
    let opened = OpenCase { origin: Origin::WeBringNews, playbooks: all, ..wrong_label() };
    let sheet = json!({ "purpose": "Put it right.", "their_concerns": "Their fair.", "our_part": "We took the old list.",
        "two_ways_out": "Courier or van.", "not_to_say": "It is only paper." });
    story()
        .when(opened)
        .taken()
        .does("prepare-talk", json!({ "sheet": sheet, "invitation": "May I call to find a way with you?" }))
        .at("2026-11-23 09:40")
}

fn talked(s: Story) -> Story {
    let mut call = good_call(&s);
    call.reaction = Some(Reaction::Hurts);
    call.need_by = Some(jiff::civil::date(2026, 11, 27));
    call.apology = Some("I am sorry that you relabel by hand because of our list.".into());
    call.impacts = vec![];
    call.facts = vec![Fact { what: "quantity".into(), answer: "40 boxes".into(), said_by: Some("Ms Rao".into()) }];
    call.questions = vec!["Which list is right?".into()];
    call.led_to_this = Some("You changed the number.".into());
    call.prevent_this = Some("Send the list.".into());
    call.what_else = Some("Nothing.".into());
    call.told_what_happened = Some("We printed from the old list.".into());
    call.next_contact_at = Some(at("2026-11-24 12:00"));
    let s = s.when(call).taken().stands(Recovery::Heard);
    let question = s.case().questions[0].id;
    s.does("answer-question", json!({ "question": question, "answer": "The one of July." })).does(
        "state-fault",
        json!({ "position": "ours", "fact": "The printer had the old list.", "our_part": "We printed from it." }),
    )
}

fn decided_together(s: Story) -> Story {
    let option = |what: &str, compromise: &str| json!({ "kind": "rework", "what": what, "arrives": at("2026-11-25 10:00"), "confidence": "expected", "compromise": compromise });
    let step = |party: &str, kind: &str, text: &str| {
        let (owner, name) = if party == "us" { (json!(MARIA), "") } else { (Value::Null, "Ms Rao") };
        json!({ "party": party, "owner": owner, "owner_name": name, "kind": kind, "text": text, "due": at("2026-11-25 10:00"), "confirmed": "yes" })
    };
    let steps = [
        step("us", "fix", "Send new labels."),
        step("us", "prevent", "Throw the old list away."),
        step("customer", "fix", "Count the boxes."),
    ];
    let s = s.at("2026-11-23 10:30").does("add-option", option("New labels by courier.", "no"));
    let s = s.does("add-option", option("Half now, half on Friday.", "yes")).does("lay-out-options", json!({}));
    let first = s.case().round().expect("laid out").options[0];
    let s = s.does("decide", json!({ "by": MS_RAO, "option": first, "words": "The courier." }));
    let s = s.does("draft-plan", json!({ "steps": steps })).does("agree-plan", json!({ "by_customer": MS_RAO }));
    let summary = json!({ "purpose": "summary", "way": "email", "to": MS_RAO, "text": "New labels on Wednesday." });
    s.stands(Recovery::Agreed).does("record-message", summary)
}

fn made_good(s: Story) -> Story {
    let asks = json!({ "with": MS_RAO, "feedback": "Write shorter mails.", "our_reply": "We will.", "next_contact_at": at("2026-11-26 12:00") });
    let mut s = s.at("2026-11-24 11:00").does("record-check-in", asks).at("2026-11-25 09:00");
    for step in s.case().plan.clone().expect("a plan").steps {
        s = s.does("settle-step", json!({ "step": step.id, "outcome": "done", "proof": "Seen." }));
    }
    let s = s.does("ask-for-word", json!({ "way": "phone" }));
    let word = yes(&s);
    let s = s.does("record-word", word).stands(Recovery::Solved);
    let call = json!({ "result": "ok", "contact": MS_RAO, "channel": "phone", "strength": 5 });
    s.does("choose-follow-up", json!({ "kind": "call" })).at("2026-11-30 10:00").does("follow-up", call)
}

fn prevented(s: Story) -> Story {
    let answer =
        |q: &str| json!({ "question": q, "answer": if q == "process" { "yes" } else { "no" }, "words": "Looked at." });
    let answers: Vec<Value> = PreventionQuestion::WORDS.iter().map(|q| answer(q)).collect();
    let states = [
        "containing",
        "contained",
        "finding_cause",
        "cause_verified",
        "choosing",
        "implementing",
        "verifying",
        "held",
        "shared",
    ];
    states.iter().fold(s.by(QUINN), |s, to| {
        let fields = json!({ "to": to, "words": "Done and seen.", "cause": "Two lists were in use.", "answers": answers,
            "letter": if *to == "shared" { json!("One list since Monday; forty boxes clean.") } else { Value::Null } });
        s.does("advance-prevention", fields)
    })
}

/// DOMAIN 5.1-5.5, S178: with what no record can prove ticked by hand, no playbook lacks anything.
#[test]
fn s178_a_case_walked_in_full_completes_the_five_playbooks() {
    let s = prevented(made_good(decided_together(talked(news()))));
    let s = s.by(MARIA).does("review", review()).by(RITA).does("close", last_message()).stands(Recovery::Closed);
    let mut s = s.by(MARIA);
    for playbook in five() {
        let by_hand = |need: &Need| matches!(need, Need::ByHand | Need::EmergencyPlan);
        for step in playbook.steps.iter().filter(|step| step.needs.iter().any(by_hand)) {
            s = s.does("tick-step", json!({ "playbook": playbook.name, "no": step.no, "words": "Done." }));
        }
    }
    for playbook in five() {
        let running = s.case().playbooks.iter().find(|p| p.name == playbook.name).expect("it runs");
        let standing = playbook.standing(s.case(), running);
        let lacking = standing.present.map(|n| playbook.steps[n].no.clone());
        assert_eq!(lacking, None, "{} lacks {:?}", playbook.name, standing.still_needed);
    }
    s.replays();
}
