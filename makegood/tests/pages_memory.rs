//! Memory speaks first, as people see it: the nearest earlier troubles beside the form that opens a case and on the page of a case.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

use crate::support::life::Life;
use crate::support::{both_async, world};
use crate::visit::Visitor;
use makegood::jobs::hindsight;
use world::{ACME, BOREALIS, JONAS, MARIA, MS_RAO, NOW, after, open, trouble};

/// Maria, in a firm that went through one trouble with labels and looked back at it.
async fn maria(db: &store::Db) -> (Visitor, String) {
    let first = tokio::task::block_in_place(|| {
        world::build(db);
        Life { item: Some("KB-7".into()), ..Life::of(1, ACME, MS_RAO, NOW) }.told(db).to_string()
    });
    let maria = Visitor::at(db.clone(), after(90_000)).await.is(MARIA).await;
    hindsight::look_back(&maria.app).await.unwrap();
    (maria, first)
}

/// S230, S138, S227: whoever opens a like case reads what was said, what helped, what was promised, what was learned; without script.
#[test]
fn s230_opening_a_case_shows_the_nearest_earlier_one_with_its_lesson() {
    both_async(|db| async move {
        let (mut maria, first) = maria(&db).await;
        maria.get("/cases/new").await.hides("Like this before").shows("Look whether there was anything like it");
        // Another customer, the same item: one press looks and opens nothing.
        let looked = maria
            .post("/cases/new", &[("title", "The labels on KB7 are wrong"), ("safety", "nobody"), ("then", "look")])
            .await;
        looked
            .is(200)
            .shows("Like this before")
            .shows(&first)
            .shows("names the same: KB7")
            .shows("Their word at the end")
            .shows("What helped")
            .shows("Promised, and whether it held")
            .shows("Lesson")
            .hides("Please look at these");
        assert!(looked.html.contains("The labels on KB7 are wrong"), "what was typed stays");
        let cases = tokio::task::block_in_place(|| world::read(&db, store::cases::open_count));
        assert_eq!(cases, 0, "looking opens nothing");
        // The customer alone brings theirs, and a sentence that came along brings its like.
        maria.get(&format!("/cases/new?account={ACME}")).await.shows("Like this before").shows("the same customer");
        maria.get("/cases/new?title=Old+number+on+the+labels").await.shows(&first).shows("the same words: ");
    });
}

/// S230: on the page of an open case it stands quietly, with why it is near; a case does not remember itself.
#[test]
fn s230_a_case_page_says_what_was_like_it_and_why() {
    both_async(|db| async move {
        let (mut maria, first) = maria(&db).await;
        let next = tokio::task::block_in_place(|| {
            open(&db, trouble(BOREALIS, JONAS, "Your labels carry a number nobody knows."), 9_000, after(90_000))
        });
        let page = maria.get(&format!("/cases/{next}")).await;
        page.shows("Like this before").shows(&first).shows("How it went").shows("number");
        let own = page.html.split("Like this before").nth(1).unwrap();
        assert!(!own.split("</ol>").next().unwrap().contains(&format!("/cases/{next}\"")), "not itself");
        maria.get(&format!("/cases/{first}")).await.hides("Like this before");
    });
}
