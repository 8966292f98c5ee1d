//! Somebody knows that something went wrong: a case opens, grave or small, and is never left to see.
use super::walk::*;
use crate::clock::ClockKind as K;
use crate::commands::{OpenCase, RecordFacts, open_facts};
use crate::effect::Urgency;
use crate::kinds::*;
use crate::parts::*;
use crate::recovery::{four_lights, health, score_card};
use crate::testing::*;
use serde_json::json;

/// S005: any colleague opens a case with the account, one sentence and the answer on safety; readers too.
#[test]
fn s005_anyone_opens_a_case_with_three_things() {
    let three = json!({ "account": ACME, "title": "Two pallets are missing.", "kind": "short_quantity",
        "origin": "customer_reported", "safety": "nobody" });
    story().by(REED).does("open-case", three).then("Two pallets are missing.").stands(Recovery::Spotted);
}

/// S020: exactly one kind of a closed list; *other* says what it is.
#[test]
fn s020_every_case_has_one_kind_and_other_says_what_it_is() {
    let other = OpenCase { kind: TroubleKind::Other, ..dry_joint() };
    story().when(other.clone()).refused("other-needs-text");
    story().when(OpenCase { kind_text: Some("The forklift hit the gate.".into()), ..other }).taken();
    assert_eq!(TroubleKind::ALL.len(), 11);
}

/// S022, I27: somebody could be hurt: the gravest at once, manager and quality hear of it in the same save, and whether more of it must be
/// stopped is asked first of all, until somebody knows.
#[test]
fn s022_danger_is_the_gravest_and_both_are_told_at_once() {
    for danger in [Safety::SomebodyHurt, Safety::CouldHurt] {
        let s = story().when(OpenCase { safety: danger, ..wrong_label() }).taken();
        assert_eq!(s.case().severity, Severity::S1);
        let told: Vec<_> = s.told().into_iter().filter(|(_, u, _)| *u == Urgency::Urgent).map(|(to, ..)| to).collect();
        assert!(told.contains(&EWA) && told.contains(&QUINN));
        let s = s.due(K::FirstContact, "2026-11-23 10:00");
        assert_eq!(open_facts(s.case()).first(), Some(&"stop_ship"));
        let stopped =
            json!({ "facts": [{ "what": "stop_ship", "answer": "Lot 88 is held in Austin.", "said_by": "Ms Rao" }] });
        assert!(!open_facts(s.does("record-facts", stopped).case()).contains(&"stop_ship"));
    }
}

/// S022: where nobody can be hurt it is not asked.
#[test]
fn s022_stopping_is_asked_for_danger_alone() {
    assert!(!open_facts(opened().case()).contains(&"stop_ship"));
}

/// S132: whoever asks, a page or a program: each fact has its answer and whose word it is; what the opening form says is its writer's word.
#[test]
fn s132_a_fact_has_an_answer_and_somebody_who_said_it() {
    let fact =
        |said_by: Option<&str>| Fact { what: "lot".into(), answer: "2231".into(), said_by: said_by.map(str::to_owned) };
    let told = |said_by| RecordFacts { facts: vec![fact(said_by)] };
    let s = opened().when(told(None)).refused("fact-by-nobody").when(told(Some(" "))).refused("fact-by-nobody");
    s.when(told(Some("Ms Rao"))).taken();
    let nobody = OpenCase { facts: vec![fact(None)], ..wrong_label() };
    story().when(nobody).refused("fact-by-nobody");
    let s = story().when(OpenCase { item: Some("KB-7".into()), ..wrong_label() }).taken().replays();
    assert_eq!(s.case().facts[0].said_by.as_deref(), Some("Maria"));
}

/// S018: a defect without quantity or place shows them as open facts.
#[test]
fn s018_open_facts_of_a_defect() {
    let open = open_facts(opened().case());
    assert!(open.contains(&"quantity") && open.contains(&"where"));
}

/// S029: known earlier is logged with its reason; known later is refused.
#[test]
fn s029_we_knew_moves_earlier_with_a_reason() {
    let to = |local: &str, reason: &str| json!({ "to": at(local), "reason": reason });
    let s = opened().ask("move-recognition", to("2026-11-23 10:00", "Typed wrong.")).refused("recognition-never-later");
    let s = s.ask("move-recognition", to("2026-11-23 08:00", " ")).refused("reason-empty");
    let s = s.does("move-recognition", to("2026-11-23 08:00", "The night shift saw it."));
    s.then("The night shift saw it.").due(K::FirstContact, "2026-11-23 12:00").replays();
}

/// S037: what became graver before anybody called has grown while we waited, and that stays; what the first talk brings to light has not.
#[test]
fn s037_it_grew_while_we_waited() {
    let grew = |s: &Story| (s.case().contacts.grew_at, crate::hindsight::Hindsight::of(s.case(), s.facts.now).grew);
    let s = story().when(wrong_label()).taken();
    assert_eq!((s.case().severity, grew(&s)), (Severity::S3, (None, Said::No)));
    let worse = json!({ "impacts": [{ "dimension": "goods_unusable", "words": "Nothing of it can be used." }] });
    let later = s.at("2026-11-23 09:30").does("describe-harm", worse.clone());
    assert_eq!((later.case().severity, grew(&later).1), (Severity::S2, Said::Yes));
    let mut call = good_call(&later);
    call.what_else = Some("Nothing else.".into());
    let spoken = later.at("2026-11-23 09:40").when(call).taken();
    assert_eq!(grew(&spoken), (Some(at("2026-11-23 09:30")), Said::Yes), "a call later does not undo it");
    spoken.replays();
    let told = heard().at("2026-11-23 11:00").does("describe-harm", worse);
    assert_eq!((told.case().severity, grew(&told)), (Severity::S2, (None, Said::No)), "they were spoken with");
    let grave = story().when(dry_joint()).taken();
    assert_eq!(grew(&grave), (None, Said::No), "as grave as it is from the first minute");
}

/// S002: prepared, told, taking part: three ticks, each by its record.
#[test]
fn s002_the_score_card_has_three_ticks() {
    assert_eq!(score_card(opened().case()).map(Said::word), ["no", "no", "no"]);
    assert_eq!(score_card(heard().case()).map(Said::word), ["no", "yes", "no"], "the customer is not engaged yet");
    assert_eq!(score_card(agreed().case()).map(Said::word), ["no", "yes", "yes"]);
}

/// S250: acknowledged, in dialogue, plan agreed, relationship kept.
#[test]
fn s250_the_bar_has_four_ticks() {
    assert_eq!(four_lights(opened().case()).map(Said::word), ["no", "no", "no", "no"]);
    assert_eq!(four_lights(heard().case()).map(Said::word), ["yes", "yes", "no", "no"]);
    assert_eq!(four_lights(agreed().case()).map(Said::word), ["yes", "yes", "yes", "no"]);
    assert_eq!(four_lights(closed().case()).map(Said::word), ["yes", "yes", "yes", "yes"]);
}

/// S248: empathy, accountability, action: each green only by its records.
#[test]
fn s248_three_lights_are_green_by_records_alone() {
    assert_eq!(health(opened().case()).map(Said::word), ["no", "yes", "no"]);
    assert_eq!(health(agreed().case()).map(Said::word), ["yes", "yes", "yes"]);
    let s = agreed().runs_out(K::Promise).runs_out(K::Promise);
    assert_eq!(health(s.case())[1], Said::No, "a broken promise puts the light out");
}

/// S244, S246: kept, broken, open.
#[test]
fn s246_the_trust_line_counts_promises() {
    assert_eq!(heard().case().trust(), [0, 0, 1]);
    assert_eq!(heard().runs_out(K::Promise).runs_out(K::Promise).case().trust(), [0, 1, 0]);
    let s = heard().at("2026-11-24 11:00");
    let call = good_call(&s);
    assert_eq!(s.when(call).taken().case().trust(), [1, 0, 1]);
}

/// S202: what comes out of mediation needs both names before it is a plan.
#[test]
fn s202_an_outcome_with_one_name_stays_open() {
    let mut s = agreed();
    s.facts.case.recovery = Recovery::InMediation;
    if let Some(plan) = &mut s.facts.case.plan {
        plan.agreed_by_customer = None;
    }
    let s = s.does("add-note", json!({ "text": "Ms Lindt proposes the courier." })).stands(Recovery::InMediation);
    s.does("agree-plan", json!({ "by_customer": MS_RAO })).stands(Recovery::Agreed);
}
