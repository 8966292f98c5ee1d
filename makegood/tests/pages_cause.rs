//! The page of the causes, in process and on both databases: a defect from the complaint to *held*, by forms alone.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

use crate::desk::{Desk, field};
use crate::support::both_async;
use crate::walk::{delivered, heard};

const SOLDER: &str = "Half the boards have no solder on U7.";

/// The ids that links of the page carry behind this.
pub fn ids(page: &str, before: &str) -> Vec<String> {
    let mut all: Vec<String> = page.split(before).skip(1).map(|rest| rest.chars().take(36).collect()).collect();
    all.dedup();
    all
}

pub async fn page(desk: &Desk, case: &str) -> String {
    let page = desk.get(&format!("/cases/{case}/cause")).await;
    assert_eq!(page.status, 200, "{}", page.body);
    page.body
}
pub async fn says(desk: &Desk, case: &str, words: &str) {
    let page = page(desk, case).await;
    assert!(page.contains(words), "{words} in {page}");
}
pub async fn refused(desk: &Desk, case: &str, word: &str, pairs: &[(&str, &str)], sentence: &str) {
    let answer = desk.post(&format!("/cases/{case}/do/{word}"), pairs).await;
    assert!(matches!(answer.status, 409 | 422), "{word} is {}: {}", answer.status, answer.said());
    assert!(answer.body.contains(sentence), "{sentence} in {}", answer.said());
}
pub async fn moves(desk: &Desk, case: &str, to: &str) {
    desk.done(case, "advance-prevention", &[("to", to), ("words", "Done and seen.")]).await;
}

pub async fn described(desk: &Desk, case: &str) {
    let team = [
        ("champion", desk.maria.as_str()),
        ("leader", desk.quentin.as_str()),
        ("members[0].name", "Jan Nowak"),
        ("members[0].function", "makes_the_part"),
        ("members[0].share", "20"),
        ("members[1].name", "Ola Lis"),
        ("members[1].function", "maintenance"),
        ("members[1].share", "10"),
    ];
    refused(desk, case, "name-problem-team", &team, "A team of 2 functions").await;
    let third = [("members[2].name", "Tom Ek"), ("members[2].function", "quality"), ("members[2].share", "30")];
    desk.done(case, "name-problem-team", &team.into_iter().chain(third).collect::<Vec<_>>()).await;
    let problem = [
        ("problem.failure_mode", "No solder on U7"),
        ("problem.should", "80 to 120 µm"),
        ("problem.is", "0 to 15 µm"),
        ("problem.part", "SB-200"),
        ("problem.lots", "2231"),
        ("problem.suspect", "200"),
        ("problem.found_bad", "96"),
    ];
    desk.done(case, "describe-problem", &problem).await;
    let row = [
        ("aspect", "where"),
        ("is", "Boards of line 2"),
        ("is_not", "Boards of line 1"),
        ("distinction", "The older stencil"),
    ];
    desk.done(case, "compare-is", &row).await;
    says(desk, case, "Boards of line 1").await;
}

pub async fn contained(desk: &Desk, case: &str) {
    let there = |good: &'static str| {
        [
            ("place", "at_customer"),
            ("applies", "yes"),
            ("suspect", "200"),
            ("good", good),
            ("bad", "96"),
            ("method", "Looked at under the lens"),
            ("marking", "Green dot beside U7"),
            ("done_by", desk.piotr.as_str()),
        ]
    };
    refused(desk, case, "contain-place", &there("100"), "not looked at make 196").await;
    desk.done(case, "contain-place", &there("104")).await;
    for place in ["in_transit", "our_stock", "wip", "at_supplier"] {
        let free = [("place", place), ("applies", "no"), ("because", "Nothing of lot 2231 was sent there.")];
        desk.done(case, "contain-place", &free).await;
    }
    desk.done(case, "verify-containment", &[("place", "at_customer"), ("words", "Boxes opened and counted.")]).await;
    says(desk, case, "Still missing: the first good lot, date or serial number").await;
    let clean = [("known_by", "lot"), ("first_good", "2240"), ("words", "Printed with the new stencil.")];
    desk.done(case, "name-clean-point", &clean).await;
    moves(desk, case, "contained").await;
}

pub async fn caused(desk: &Desk, case: &str) {
    let why = [("chain", "occurrence"), ("words", "The paste did not reach the pad.")];
    desk.done(case, "add-why", &why).await;
    let first = ids(&page(desk, case).await, "chain=occurrence&amp;under=").remove(0);
    desk.done(case, "add-why", &[("chain", "occurrence"), ("under", &first), ("words", "The stencil was worn.")]).await;
    refused(
        desk,
        case,
        "name-cause",
        &[("chain", "occurrence"), ("category", "method"), ("text", "Operator error")],
        "What let it happen?",
    )
    .await;
    refused(
        desk,
        case,
        "name-cause",
        &[("chain", "occurrence"), ("category", "method"), ("text", "Piotr forgot it")],
        "no person is a cause",
    )
    .await;
    let all = [
        ("occurrence", "The stencil is worn at U7"),
        ("escape", "The camera does not look at U7"),
        ("system", "Nobody counts stencil uses"),
    ];
    for (chain, text) in all {
        desk.done(case, "name-cause", &[("chain", chain), ("category", "machine"), ("text", text)]).await;
    }
    let now = page(desk, case).await;
    let row = ids(&now, "compare-is?row=").remove(0);
    for cause in ids(&now, "try-cause?cause=") {
        let tried = [
            ("cause", cause.as_str()),
            ("became", "verified"),
            ("proving", "reproduce"),
            ("result", "5 of 5 dry, 0 of 5 with a new one."),
            ("rows", &row),
        ];
        desk.done(case, "try-cause", &tried).await;
    }
    moves(desk, case, "cause_verified").await;
}

pub async fn changed(desk: &Desk, case: &str) {
    moves(desk, case, "choosing").await;
    let causes = ids(&page(desk, case).await, "choose-action?causes=");
    let mut action = vec![
        ("text", "The printer stops when the stencil is due."),
        ("means", "training"),
        ("kind", "process"),
        ("owner", desk.piotr.as_str()),
        ("due", "2026-03-09 12:00"),
        ("side_effects", "None, looked at by the line."),
        ("documents", "Control plan"),
    ];
    action.extend(causes.iter().map(|id| ("causes", id.as_str())));
    desk.done(case, "choose-action", &action).await;
    let measure = [
        ("what", "Dry joints per 1,000 boards"),
        ("threshold", "at most 1"),
        ("window_days", "30"),
        ("shipments", "2"),
        ("item", "SB-200"),
    ];
    desk.done(case, "fix-measure", &measure).await;
    refused(
        desk,
        case,
        "advance-prevention",
        &[("to", "implementing"), ("words", "Go.")],
        "something stronger than a weak action",
    )
    .await;
    action[1].1 = "automatic_stop";
    desk.done(case, "choose-action", &action).await;
    moves(desk, case, "implementing").await;
    for id in ids(&page(desk, case).await, "finish-action?action=") {
        let done = [
            ("action", id.as_str()),
            ("proof", "Seen at the line."),
            ("documents[0].name", "Control plan"),
            ("documents[0].revision", "F"),
        ];
        desk.done(case, "finish-action", &done).await;
    }
    moves(desk, case, "verifying").await;
    desk.done(case, "remove-containment", &[("place", "at_customer"), ("words", "Lot 2240 was good without it.")])
        .await;
}

/// With the data, and every question of the bank answered.
async fn held_said(desk: &Desk, case: &str) {
    let questions = casework::kinds::PreventionQuestion::WORDS;
    let names: Vec<[String; 3]> = (0..questions.len())
        .map(|at| ["question", "answer", "words"].map(|part| format!("answers[{at}].{part}")))
        .collect();
    let mut bank = vec![("to", "held"), ("words", "It held.")];
    for (name, question) in names.iter().zip(questions) {
        bank.extend([(name[0].as_str(), *question), (name[1].as_str(), "no"), (name[2].as_str(), "Looked at.")]);
    }
    desk.done(case, "advance-prevention", &bank).await;
}
/// Looked at with two clean deliveries, and called held.
pub async fn held(desk: &Desk, case: &str) {
    let check = [("result", "held"), ("data", "0 of 2,700 boards."), ("clean_shipments", "2")];
    desk.done(case, "check-hold", &check).await;
    held_said(desk, case).await;
    says(desk, case, "It shall not happen again: held</strong>").await;
}

/// S139, S222, DOMAIN 4.3, 5.6: D0 to *held* by forms alone; each thing missing is said in one line, and the order data stand beside
/// the question whether it held.
#[test]
fn a_defect_goes_from_the_complaint_to_held() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(SOLDER).await;
        heard(&desk, &case).await;
        says(&desk, &case, "goes the shorter way").await;
        desk.done(&case, "choose-playbook", &[("name", "eight_d")]).await;
        says(&desk, &case, "Not closed yet, it still needs:").await;
        let first = desk.get(&format!("/cases/{case}")).await.body;
        assert!(
            first.contains("Not closed yet, it still needs:") && first.contains("/cause#d1"),
            "in one line on the case: {first}"
        );
        says(&desk, &case, "Perhaps the oven.").await;
        described(&desk, &case).await;
        moves(&desk, &case, "containing").await;
        contained(&desk, &case).await;
        moves(&desk, &case, "finding_cause").await;
        caused(&desk, &case).await;
        changed(&desk, &case).await;
        let check =
            |clean: &'static str| [("result", "held"), ("data", "0 of 2,700 boards."), ("clean_shipments", clean)];
        refused(&desk, &case, "check-hold", &check("2"), "It is watched until").await;
        desk.days_later(40).await;
        delivered(&desk).await;
        says(&desk, &case, "2 deliveries of SB-200 since: 2 clean").await;
        let form = desk.get(&format!("/cases/{case}/do/check-hold?clean_shipments=2")).await.body;
        assert_eq!(field(&form, "clean_shipments"), "2", "it begins with what came through clean");
        refused(&desk, &case, "check-hold", &check("1"), "1 of 2 deliveries came through clean").await;
        desk.done(&case, "check-hold", &check("2")).await;
        held_said(&desk, &case).await;
        says(&desk, &case, "It shall not happen again: held</strong>").await;
    });
}

/// An empty page says what to do first, and how the case goes.
#[test]
fn an_empty_page_says_what_to_do() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(SOLDER).await;
        for words in [
            "No team is named.",
            "Nobody has said in numbers what is wrong.",
            "We have not asked them",
            "No answer yet",
            "No cause is named yet.",
        ] {
            says(&desk, &case, words).await;
        }
        let first = desk.get(&format!("/cases/{case}")).await.body;
        assert!(!first.contains("Not closed yet, it still needs:"), "nothing is begun");
    });
}
