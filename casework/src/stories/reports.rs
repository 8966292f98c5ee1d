//! Reports in disciplines: what may be sent, when, and what the customer says to it.
use super::inside::{changed, described, eight_d, stopped};
use crate::eight_d::{Outward, Weakness, score};
use crate::inside::Discipline;
use crate::parts::*;
use crate::testing::*;
use serde_json::{Value, json};

fn report(n: u8, stage: &str) -> Value {
    let id = format!("00000000-0000-4000-8000-0000000000{n:02}");
    json!({ "report": id, "stage": stage, "to": MS_RAO, "language": "de", "sha256": "ab".repeat(32) })
}

/// DOMAIN 7: no empty D. What is not begun is named, and a report that goes less far can be sent.
#[test]
fn no_report_is_sent_with_an_empty_discipline() {
    let s = eight_d().ask("send-report", report(1, "3d")).refused("report-is-empty-in");
    let refusal = words(&s.last.as_ref().expect_err("refused").text());
    assert!(refusal.contains("D1; D2; D3"), "{refusal}");
    let s = stopped(described(s));
    let s = s.ask("send-report", report(1, "8d")).refused("report-is-empty-in");
    let s = s.does("send-report", report(1, "3d")).then("3D report, revision 1");
    assert_eq!(s.case().reports[0].to, MS_RAO);
    // Not known yet, with a day, is an answer too; D5 waits with it.
    let not_yet =
        json!({ "chain": "occurrence", "until": at("2026-12-03 12:00"), "words": "The stencil is measured." });
    let s = s.ask("send-report", report(2, "5d")).refused("report-is-empty-in");
    let s = s.does("cause-not-known", not_yet);
    assert!(score(s.case(), ReportStage::FiveD).iter().all(|d| d.points > 0));
    s.ask("send-report", report(2, "5d")).refused("report-talk-first");
}

/// X04: the talk comes before the paper, for the first report and for each after it.
#[test]
fn x04_the_talk_comes_before_the_report() {
    let silent = opened().by(QUINN).does("choose-playbook", json!({ "name": "eight_d" }));
    let s = stopped(described(silent));
    s.ask("send-report", report(1, "3d")).refused("report-is-empty-in");
    let s = stopped(described(eight_d())).does("send-report", report(1, "3d"));
    let s = s.at("2026-11-25 09:00").ask("send-report", report(2, "3d")).refused("report-talk-first");
    let mut call = good_call(&s);
    call.next_contact_at = Some(at("2026-11-27 12:00"));
    let s = s.when(call).taken().does("send-report", report(2, "3d")).then("revision 2");
    s.replays();
}

/// They accept it or ask about it, in their own name; what was accepted stays so.
#[test]
fn the_customer_accepts_a_report_or_asks_about_it() {
    let s = stopped(described(eight_d())).does("send-report", report(1, "3d"));
    let id = s.case().reports[0].id;
    let answer = |by, answer: &str, words: &str| json!({ "report": id, "by": by, "answer": answer, "words": words });
    let s = s.by_contact(MS_RAO).ask("answer-report", answer(MR_HALE, "accepted", "")).refused("speaks-for-another");
    let s = s.ask("answer-report", answer(MS_RAO, "asks", " ")).refused("nothing-said");
    let s = s.does("answer-report", answer(MS_RAO, "asks", "Which lens?")).then("asks: Which lens?");
    assert!(s.told().iter().any(|(to, _, _)| *to == QUINN), "whoever sent it hears of it");
    let s = s.does("answer-report", answer(MS_RAO, "accepted", "Fine."));
    let s = s.ask("answer-report", answer(MS_RAO, "asks", "And now?")).refused("report-is-accepted");
    s.replays();
}

/// The points see what a customer's portal would: numbers that do not agree, a cause that says again what is seen, a hidden picture.
#[test]
fn the_points_of_a_report_see_what_a_portal_would() {
    let points = |s: &Story, d: Discipline| {
        score(s.case(), ReportStage::EightD).into_iter().find(|s| s.discipline == d).expect("there")
    };
    let s = changed(eight_d());
    let all = score(s.case(), ReportStage::EightD);
    assert_eq!(all.len(), 9);
    assert!(all.iter().all(|d| d.points > 0), "{all:?}");
    // 200 are said to be suspect, and 250 stand at the places.
    assert_eq!(points(&s, Discipline::D3).weak, [Weakness::PiecesDiffer]);
    assert_eq!(points(&s, Discipline::D8).weak, [Weakness::NotAccepted]);
    assert_eq!(points(&s, Discipline::D1).points, 2);
    let mut same = s.case().clone();
    same.inside.causes[0].text = "no solder, on U7".into();
    let weak = score(&same, ReportStage::EightD)[4].weak.clone();
    assert_eq!(weak, [Weakness::CauseIsSymptom]);
    let empty = score(opened().case(), ReportStage::ThreeD);
    assert!(empty.iter().all(|d| d.points == 0), "{empty:?}");
}

/// A file of ours that is not shown to them has no way into a report.
#[test]
fn only_files_that_they_may_see_are_for_the_report() {
    let s = eight_d();
    let mut case = s.case().clone();
    let file = |n: u128, shown, from| CaseFile {
        supplier: None,
        id: crate::ids::FileId(uuid::Uuid::from_u128(n)),
        name: "u7.jpg".into(),
        kind: crate::kinds::FileKind::Jpeg,
        bytes: 1,
        words: String::new(),
        from,
        at: s.facts.now,
        shown,
    };
    case.files = vec![file(1, Said::No, None), file(2, Said::Yes, None), file(3, Said::Yes, Some(MS_RAO))];
    let outward = Outward::of(&case);
    let seen: Vec<bool> = case.files.iter().map(|file| outward.shown_file(file.id).is_some()).collect();
    assert_eq!(seen, [false, true, true]);
}

/// A case with everything in it, inside and out, kept as a file: reports, their bench and the search for leaks are tried on it.
#[test]
fn a_whole_case_stands_in_a_file() {
    let cost = json!({ "what": "96 boards for scrap", "value": { "cents": 240_000, "currency": "EUR" } });
    let s = stopped(described(eight_d())).does("send-report", report(1, "3d"));
    let s = s
        .does("record-cost", cost)
        .does("escalate", json!({ "reason": "need_help", "words": "Two lists, one truth." }));
    let s = s.does("add-note", json!({ "text": "They always shout." }));
    let s = s.does(
        "describe-harm",
        json!({ "pressure": "Her plant manager, by noon.", "worst_part": "Telling my own customer." }),
    );
    let s = changed(s);
    let accepted =
        json!({ "report": s.case().reports[0].id, "by": MS_RAO, "answer": "accepted", "words": "This protects us." });
    let s = s.by_contact(MS_RAO).does("answer-report", accepted).by(QUINN);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/whole_case.json");
    if std::env::var("GOLDEN").as_deref() == Ok("write") {
        let text = serde_json::to_string_pretty(s.case()).expect("JSON");
        std::fs::write(path, text + "\n").expect("written");
    }
    let text = std::fs::read_to_string(path).expect("the file: GOLDEN=write cargo test -p casework --lib whole_case");
    let kept: crate::Case = serde_json::from_str(&text).expect("a case");
    assert_eq!((kept.inside.clone(), kept.reports.clone()), (s.case().inside.clone(), s.case().reports.clone()));
    assert!(!kept.costs.is_empty() && !kept.escalations.is_empty());
}
