//! A case ends when their word stands, it will not happen again, and the one who keeps the account says so.
use super::walk::*;
use crate::clock::ClockKind as K;
use crate::kinds::*;
use crate::testing::*;
use serde_json::json;

/// S219: value and commitment, from whoever keeps the account or on their behalf.
#[test]
fn s219_the_last_message_says_value_and_commitment() {
    let s =
        ready_to_close().ask("close", json!({ "value": "Thank you.", "on_behalf": "yes" })).refused("closing-message");
    let own = json!({ "value": "Your trust is worth a lot.", "commitment": "One list from now on." });
    let s = s.ask("close", own.clone()).refused("closing-by-relationship-owner");
    let s = s.by(RITA).does("close", own).then("Closed by Rita").stands(Recovery::Closed).replays();
    assert!(s.case().clocks.is_empty(), "a closed case owes nothing");
    assert!(closed().customer_reads().iter().any(|t| t.contains("Your trust is worth a lot to us.")));
}

/// S214: without a chosen next step it does not close.
#[test]
fn s214_without_a_next_step_it_does_not_close() {
    let s = solved().by(QUINN).does("advance-prevention", json!({ "to": "not_needed", "words": "Came once." }));
    s.by(MARIA).ask("close", last_message()).refused("next-step-not-chosen");
}

/// C25, S221, S225: a review is owed within five working days, three days for the gravest, and closing waits for it.
#[test]
fn s221_s225_closing_waits_for_the_review() {
    let s = solved().due(K::Review, "2026-12-01 11:00");
    let s = s.does("choose-follow-up", json!({ "kind": "call" })).at("2026-11-27 10:00");
    let s = s.does("follow-up", json!({ "result": "ok", "contact": MS_RAO, "channel": "phone" }));
    let s = s.by(QUINN).does("advance-prevention", json!({ "to": "not_needed", "words": "Came once." }));
    s.by(MARIA).ask("close", last_message()).refused("review-first");
}

/// S225: three days where it was gravest; overdue it stands with the owner, and the manager hears of it.
#[test]
fn s225_an_overdue_review_is_with_owner_and_manager() {
    let s = solved();
    let mut grave = s.case().clone();
    grave.severity = Severity::S1;
    let clocks = crate::clock::derive(&grave, &s.facts.policy, &s.facts.ours, &s.facts.theirs);
    let review = clocks.iter().find(|clock| clock.kind == K::Review).expect("C25");
    assert_eq!(review.due, at("2026-11-27 11:00"));
    let mut s = s;
    for _ in 0..3 {
        s = s.runs_out(K::Review);
        let told: Vec<_> = s.told().iter().map(|(to, ..)| *to).collect();
        if s.facts.now >= at("2026-12-01 11:00") {
            assert!(told.contains(&MARIA) && told.contains(&EWA), "{told:?}");
            assert!(s.clock(K::Review).is_some_and(|clock| clock.is_running() && clock.owed_by == MARIA));
            return;
        }
    }
    panic!("it never ran out");
}

/// S226, S138, S230, S232: every line of the review is asked for.
#[test]
fn s226_s138_s232_no_line_of_the_review_stays_blank() {
    let lines = [
        ("about_customer", "review-about-customer"),
        ("about_us", "review-about-us"),
        ("improved", "review-improved"),
        ("lesson", "review-lesson"),
    ];
    for (line, code) in lines {
        let mut blank = review();
        blank[line] = json!("  ");
        solved().ask("review", blank).refused(code);
    }
    let mut without = review();
    without.as_object_mut().expect("an object").remove("relation");
    assert!(crate::Command::read("review", without).is_some_and(|r| r.is_err()), "S232: the relationship is asked");
    heard().ask("review", review()).refused("not-solved-yet");
}

/// S213: an open question of theirs keeps it from closing.
#[test]
fn s213_an_open_question_blocks_closing() {
    let s = ready_to_close().does("ask-question", json!({ "words": "Which list is right?" }));
    s.ask("close", last_message()).refused("questions-open").stands(Recovery::Solved);
}

/// What was granted is given before the end.
#[test]
fn granted_amends_are_given_before_closing() {
    let amends = json!({ "kind": "waived_fee", "words": "No relabelling fee.", "value": { "cents": 5000, "currency": "EUR" }, "due": at("2026-12-01 12:00") });
    let s = ready_to_close().does("grant-amends", amends);
    s.ask("close", last_message()).refused("amends-not-given");
}

/// I16: what was promised is kept or released before the end, and so are our own steps.
#[test]
fn nothing_promised_is_forgotten_with_the_case() {
    let s = ready_to_close();
    let s = s.does(
        "make-promise",
        json!({ "what": "thing", "words": "The new list by post.", "due": at("2026-12-01 12:00") }),
    );
    s.ask("close", last_message()).refused("promises-open");
}

/// S139, X18, I20: what is solved for them is not closed while prevention is open; their word alone does not close, and proof alone does not.
#[test]
fn x18_i20_each_track_alone_cannot_close() {
    let s = solved().does("choose-follow-up", json!({ "kind": "call" })).at("2026-11-27 10:00");
    let s =
        s.does("follow-up", json!({ "result": "ok", "contact": MS_RAO, "channel": "phone" })).does("review", review());
    s.ask("close", last_message()).refused("prevention-not-finished").stands(Recovery::Solved);
    let s = heard().by(QUINN).does("advance-prevention", json!({ "to": "not_needed", "words": "Came once." }));
    s.by(MARIA).ask("close", last_message()).refused("only-their-word-closes").stands(Recovery::Heard);
}

/// I20 is a law: no pass gets past it, and no role.
#[test]
fn no_gate_and_no_role_closes_without_their_word() {
    let mut s = heard();
    for gate in crate::gate::Gate::WORDS {
        s = s.does("pass-gate", json!({ "gate": gate, "reason": "We want it off the list." }));
    }
    s.by(DORA).ask("close", last_message()).refused("only-their-word-closes");
}

/// S161, X06: the states know no rejection, and what we cannot do comes with what we still do.
#[test]
fn s161_there_is_no_rejected() {
    assert!(Recovery::WORDS.iter().all(|w| !w.contains("reject") && !w.contains("denied") && !w.contains("invalid")));
    let not = json!({ "request": "A refund of the whole order.", "still_do": "We relabel every box.", "goodwill": "We want you to sell on." });
    let laid_out = walked_to_deciding().by(EWA);
    let s = laid_out.ask("not-agreed", not.clone()).refused("manager-and-quality-first");
    let s = s
        .does("escalate", json!({ "reason": "cannot_meet_what_is_asked", "words": "They ask for more than we have." }));
    let call = s.case().escalations[0].id;
    let s = s.does("acknowledge-escalation", json!({ "escalation": call, "words": "Looking." }));
    let s = s.by(QUINN).does("acknowledge-escalation", json!({ "escalation": call }));
    let s = s.by(MARIA).ask("not-agreed", not.clone()).refused("needs-manager").by(EWA).does("not-agreed", not);
    assert!(s.customer_reads().iter().any(|t| t.contains("We relabel every box.")));
    let s = s.stands(Recovery::NotAgreed);
    mediation(s);
}

/// S199, S200, S201: mediation after the rungs below, with both sides' yes.
fn mediation(s: Story) {
    let both = json!({ "mediator": "Ms Lindt", "impartial": "She works for neither of us.", "we_accept": "yes", "accepted_by": MS_RAO });
    let mut one = both.clone();
    one["accepted_by"] = serde_json::Value::Null;
    let s = s.ask("mediate", one).refused("mediation-needs-both");
    let s = s.ask("mediate", both.clone()).refused("mediation-too-early");
    let rungs = crate::stuck::rungs(s.case(), Some(DORA)).map(|(_, done)| done.word());
    assert_eq!(rungs, ["yes", "yes", "no", "yes", "no"], "S200: each rung is shown, done or not");
    let s = s.does("pass-gate", json!({ "gate": "ladder", "reason": "Both directors are abroad." }));
    s.does("mediate", both).stands(Recovery::InMediation).replays();
}

/// Options are on the table, nothing is chosen.
fn walked_to_deciding() -> Story {
    let option = |what: &str| json!({ "kind": "rework", "what": what, "arrives": at("2026-11-26 10:00"), "confidence": "expected" });
    heard()
        .does("add-option", option("A courier."))
        .does("add-option", option("A van."))
        .does("lay-out-options", json!({}))
}

/// S092: news that still works for them is small, and is brought to its end in a few steps.
#[test]
fn s092_news_that_still_works_closes_on_the_short_path() {
    let news = crate::commands::OpenCase {
        origin: Origin::WeBringNews,
        kind: TroubleKind::Delay,
        impacts: vec![],
        ..wrong_label()
    };
    let s = story().when(news).taken().at("2026-11-23 09:40");
    assert_eq!(s.case().severity, Severity::S2, "nobody knows yet what it does to them");
    let mut call = bare_call(&s);
    let sees =
        crate::commands::Acknowledgement { we_see: "It comes on Friday.".into(), we_work: "We watch it.".into() };
    call.acknowledgement = Some(sees);
    call.no_visit_reason = Some(NoVisitReason::Distance);
    call.tone_end = Some(4);
    call.reaction = Some(Reaction::StillWorks);
    call.need_by = Some(jiff::civil::date(2026, 12, 4));
    call.next_contact_at = Some(at("2026-11-27 12:00"));
    let s = s.when(call).taken().stands(Recovery::StillWorks);
    assert_eq!(s.case().severity, Severity::S3);
    let s = s.does("choose-follow-up", json!({ "kind": "thank_you" })).at("2026-11-30 10:00");
    let s = s.does("follow-up", json!({ "result": "ok", "contact": MS_RAO, "channel": "phone", "done": "yes" }));
    let s = s.does("review", review()).by(QUINN);
    let s = s.does("advance-prevention", json!({ "to": "not_needed", "words": "A buffer of a week, as agreed." }));
    s.by(MARIA).does("close", last_message()).stands(Recovery::Closed).replays();
}
