//! Goods that come back, by the forms alone and on both databases: the number for the box, what arrived, what became of it, their money; and the
//! customer reads each of it on their own page, without what we saw on the pieces.

use crate::by_link::{TITLE, Theirs};
use crate::desk::Desk;
use crate::pages_cause::{ids, refused};
use crate::support::both_async;

#[test]
fn a_return_goes_from_its_number_to_the_credit_and_they_read_it() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        assert!(!dana.get(&dana.home).await.body.contains("-R1"), "nothing goes back yet");
        let allowed = [("item", "SB-200"), ("quantity", "40"), ("how", "UPS collects it on Thursday, we pay.")];
        refused(&desk, &case, "authorise-return", &[allowed[0], ("quantity", "0"), allowed[2]], "SB-200").await;
        desk.done(&case, "authorise-return", &allowed).await;
        let number = format!("{case}-R1");
        let plan = desk.get(&format!("/cases/{case}/plan")).await.body;
        for words in [&number, "40 × SB-200", "do/receive-return?goods="] {
            assert!(plan.contains(words), "{words} in {plan}");
        }
        let goods = ids(&plan, "receive-return?goods=").remove(0);
        let theirs = dana.get(&dana.home).await.body;
        assert!(theirs.contains(&number) && theirs.contains("UPS collects it on Thursday"), "{theirs}");
        // What was asked for is proposed; fewer came.
        let form = desk.get(&format!("/cases/{case}/do/receive-return?goods={goods}")).await.body;
        assert!(form.contains("value=\"40\""), "{form}");
        desk.done(&case, "receive-return", &[("goods", &goods), ("quantity", "38")]).await;
        let short = [("goods", goods.as_str()), ("scrap", "30"), ("words", "U7 dry on all.")];
        refused(&desk, &case, "dispose-return", &short, "value=\"30\"").await;
        let all = [("goods", goods.as_str()), ("scrap", "30"), ("rework", "8"), ("words", "U7 dry on all.")];
        desk.done(&case, "dispose-return", &all).await;
        let credit =
            [("goods", goods.as_str()), ("amount.cents", "418.00"), ("amount.currency", "EUR"), ("reference", "CN-77")];
        refused(&desk, &case, "credit-return", &credit, "CN-77").await;
        let credit: Vec<(&str, &str)> = credit.into_iter().chain([("on", "2026-03-02")]).collect();
        desk.done(&case, "credit-return", &credit).await;
        let plan = desk.get(&format!("/cases/{case}/plan")).await.body;
        assert!(plan.contains("U7 dry on all.") && plan.contains("CN-77"), "{plan}");
        assert!(!plan.contains("do/credit-return"), "it is credited once");
        let theirs = dana.get(&dana.home).await.body;
        for words in ["38", "30", "8", "418.00", "CN-77"] {
            assert!(theirs.contains(words), "{words} in {theirs}");
        }
        assert!(!theirs.contains("U7 dry on all."), "what was seen on the pieces stays ours");
    });
}
