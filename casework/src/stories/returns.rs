//! Goods come back under a number, each piece is accounted for, and the credit is shown.
use super::walk::*;
use crate::kinds::*;
use crate::parts::*;
use crate::testing::*;
use serde_json::{Value, json};

fn sent_back(s: Story) -> Story {
    s.does(
        "authorise-return",
        json!({ "item": "SB-200", "quantity": 40, "how": "UPS collects it on Thursday, we pay." }),
    )
}
fn about(s: &Story, fields: &Value) -> Value {
    let mut all = json!({ "goods": s.case().returns[0].id });
    all.as_object_mut().expect("fields").extend(fields.as_object().expect("fields").clone());
    all
}

/// DOMAIN 2 (Return): under a number; what became of the pieces makes up what arrived; the credit has its number, amount and day; and the
/// customer reads each of it in plain words.
#[test]
fn a_return_has_a_number_balances_and_is_credited_with_proof() {
    let s = opened();
    let s =
        s.ask("authorise-return", json!({ "item": "SB-200", "quantity": 0, "how": "UPS" })).refused("return-how-many");
    let s = sent_back(s).then("Return MG-1042-R1: 40 × SB-200 may come back.");
    assert_eq!(
        s.customer_reads(),
        ["You may send 40 × SB-200 back under the number MG-1042-R1. UPS collects it on Thursday, we pay."]
    );
    let pieces = about(&s, &json!({ "scrap": 30, "rework": 8, "words": "U7 dry on all." }));
    let s = s.ask("dispose-return", pieces.clone()).refused("return-not-received");
    let arrived = about(&s, &json!({ "quantity": 38 }));
    let s = s.does("receive-return", arrived).then("38 pieces, 40 were asked for");
    let short = about(&s, &json!({ "scrap": 30, "words": "U7 dry on all." }));
    let s = s.ask("dispose-return", short).refused("return-does-not-balance");
    let over = about(&s, &json!({ "scrap": u64::MAX, "rework": 39, "words": "U7 dry on all." }));
    let s = s.ask("dispose-return", over).refused("return-does-not-balance");
    let s = s.does("dispose-return", pieces).then("30 scrapped. 8 reworked. U7 dry on all.");
    assert_eq!(s.customer_reads(), ["What became of MG-1042-R1: 30 scrapped. 8 reworked."]);
    let credit = |reference: &str, on: &str| json!({ "amount": { "cents": 41_800, "currency": "EUR" }, "reference": reference, "on": on });
    let no_proof = about(&s, &credit(" ", "2026-11-23"));
    let s = s.ask("credit-return", no_proof).refused("credit-without-number");
    let not_yet = about(&s, &credit("CN-77", "2026-11-24"));
    let s = s.ask("credit-return", not_yet).refused("credit-not-yet");
    let shown = about(&s, &credit("CN-77", "2026-11-23"));
    let s = s.does("credit-return", shown.clone()).then("418.00 EUR, credit note CN-77 of 2026-11-23");
    assert!(s.customer_reads()[0].contains("credit note CN-77"));
    assert_eq!(s.case().returns[0].stands(), ReturnStands::Credited);
    let s = s.ask("credit-return", shown).refused("return-is-over");
    s.replays();
}

/// Nothing that a customer waits for is forgotten with the case: goods on their way back keep it open until they are credited, or somebody
/// says why not.
#[test]
fn a_case_does_not_close_over_goods_on_their_way_back() {
    let s = sent_back(ready_to_close()).ask("close", last_message()).refused("returns-open");
    let why = about(&s, &json!({ "words": "You keep them; replacements are there." }));
    let s = s.does("end-return", why).then("Nothing more comes of MG-1042-R1");
    assert_eq!(s.customer_reads(), ["Nothing more comes of MG-1042-R1: You keep them; replacements are there."]);
    s.does("close", last_message()).stands(Recovery::Closed).replays();
}
