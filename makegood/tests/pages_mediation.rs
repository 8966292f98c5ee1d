//! A dispute as people see it: what shows that it is stuck, what we still do for them, the neutral's own page, words in confidence, and an
//! outcome that both sign; on both databases (S199–S204).
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

use crate::support::dispute::{Teller, to_mediation, to_not_agreed};
use crate::support::{both_async, world};
use crate::visit::Visitor;
use casework::facts::Actor;
use casework::kinds::Recovery;
use serde_json::json;
use store::Db;
use world::{EWA, MARIA, MS_RAO, after, read};

async fn maria(db: &Db, minutes: i64) -> Visitor {
    Visitor::at(db.clone(), after(minutes)).await.is(MARIA).await
}

/// The customer's browser, by a link that Maria makes.
async fn dana(maria: &mut Visitor, number: &str) -> (Visitor, String) {
    let made = maria.post(&format!("/cases/{number}/links"), &[("contact", &MS_RAO.to_string())]).await;
    let token = made.html.split("/their/").nth(1).and_then(|rest| rest.split('<').next()).unwrap().to_owned();
    let mut dana = maria.stranger();
    let home = dana.get(&format!("/their/{token}")).await.to.unwrap();
    (dana, home)
}

/// S203, S204, S199: three talks that change nothing are said on the case and on the list, with a fresh person for the next talk.
#[test]
fn s203_three_flat_talks_stand_on_the_case_and_the_list_with_who_could_talk_next() {
    both_async(|db| async move {
        let number = tokio::task::block_in_place(|| {
            world::build(&db);
            let number = world::open(&db, world::trouble(world::ACME, MS_RAO, "Who pays the sorting?"), 1, world::NOW);
            let mut t = Teller::of(&db, number);
            for _ in 0..3 {
                t.talks(MARIA);
            }
            number
        });
        let mut maria = maria(&db, 600).await;
        let page = maria.get(&format!("/cases/{number}")).await;
        page.shows("Stuck").shows("Three talks in a row changed nothing").shows("somebody fresh has talked with them");
        page.shows("not done yet; Quinn could");
        assert!(page.html.contains("/do/hand-over?to="), "the next talk can be given to somebody fresh");
        maria.get("/").await.shows("No agreement in sight").shows("Three talks in a row changed nothing");
    });
}

/// S161: not agreed is not the end: what we still do for them stands on their page, and nowhere a *no*.
#[test]
fn s161_their_page_says_what_we_still_do_for_them() {
    both_async(|db| async move {
        let number = tokio::task::block_in_place(|| to_not_agreed(&db).number.to_string());
        let mut maria = maria(&db, 900).await;
        let (mut dana, home) = dana(&mut maria, &number).await;
        let page = dana.get(&home).await;
        page.shows("What we still do for you").shows("Our inspector for the next three lots.");
        page.shows("We want to find out together.").hides("reject");
        maria.get(&format!("/cases/{number}/do/mediate")).await.shows("directors have talked").shows("not done yet");
    });
}

/// S199, S201, S202: both accept a neutral; each side speaks to them in confidence; what they propose is the plan once both have signed.
#[test]
fn s202_a_mediation_from_the_neutrals_link_to_a_plan_that_both_signed() {
    both_async(|db| async move {
        let number = tokio::task::block_in_place(|| to_mediation(&db).number.to_string());
        let mut maria = maria(&db, 900).await;
        let base = format!("/cases/{number}/mediation");
        maria.get(&base).await.shows("Ms Lindt").shows("She works for neither of us.").shows("Make the link");
        maria.post(&format!("{base}/say"), &[("words", "We could go to two days.")]).await.leads_to(&base);
        let made = maria.post(&format!("{base}/link"), &[]).await;
        let token = made.html.split("/mediator/").nth(1).and_then(|rest| rest.split('<').next()).unwrap().to_owned();
        let (mut dana, home) = dana(&mut maria, &number).await;
        dana.get(&home)
            .await
            .shows("Somebody impartial")
            .shows("Ms Lindt")
            .shows("Say something to the mediator in confidence");
        let theirs = format!("{home}/mediation");
        dana.post(&theirs, &[("words", "An excuse would do as well.")]).await.leads_to(&theirs);
        dana.get(&theirs).await.shows("An excuse would do as well.").hides("We could go to two days.");
        maria.get(&base).await.shows("We could go to two days.").hides("An excuse would do as well.");
        // Her page: the pack, both sides in confidence, and nothing of the desk.
        let mut lindt = maria.stranger();
        let page = lindt.get(&format!("/mediator/{token}")).await;
        page.shows("The pack for mediation")
            .shows("We sorted three days for your mixed lot.")
            .shows("An excuse would do as well.");
        page.shows("We could go to two days.")
            .shows("Our inspector for the next three lots.")
            .hides("/cases/")
            .hides("/do/");
        lindt.post(&format!("/mediator/{token}"), &[("words", "Both say two days.")]).await.is(303);
        lindt.get(&format!("/mediator/{token}")).await.shows("Both say two days.");
        lindt.post(&format!("/mediator/{token}"), &[("words", " ")]).await.is(422);
        maria.get(&base).await.hides("Both say two days.");
        maria
            .get(&format!("{base}/pack"))
            .await
            .shows("The pack for mediation")
            .hides("in confidence")
            .hides("We could go to two days.");
        lindt.get("/mediator/nobody").await.is(404);
        lindt.get(&base).await.is(303);
        // What she proposes; S202: with one signature it stays proposed.
        let signed = tokio::task::block_in_place(|| {
            let mut t = Teller::again(&db, number.parse().unwrap(), 60);
            t.proposes();
            t.does(EWA, "agree-plan", json!({})).recovery
        });
        assert_eq!(signed, Recovery::InMediation);
        maria.get(&base).await.shows("It stays proposed until both have signed").shows("Ewa");
        dana.get(&home).await.shows("Two days, an excuse, and films of the dock.");
        tokio::task::block_in_place(|| {
            let mut t = Teller::again(&db, number.parse().unwrap(), 80);
            let agreed = json!({ "by_customer": MS_RAO, "words": "Agreed." });
            assert_eq!(t.asks(Actor::Customer(MS_RAO), "agree-plan", agreed).unwrap().recovery, Recovery::Agreed);
        });
        maria.get(&base).await.shows("Signed by both: it is the plan.");
        lindt.get(&format!("/mediator/{token}")).await.is(404);
        let number = number.parse().unwrap();
        let kept = tokio::task::block_in_place(|| read(&db, move |conn| store::cases::by_number(conn, number)));
        assert!(kept.unwrap().case.plan.is_some_and(|plan| plan.agreed_by_customer == Some(MS_RAO)));
    });
}

/// S096: what it costs us is not shown before it is written what it does to them, even where somebody counted it first by name and reason.
#[test]
fn s096_our_costs_are_hidden_until_their_impact_is_written() {
    both_async(|db| async move {
        let number = tokio::task::block_in_place(|| {
            world::build(&db);
            let number =
                world::open(&db, world::trouble(world::ACME, MS_RAO, "Half the boards are dry."), 1, world::NOW);
            let mut t = Teller::of(&db, number);
            t.does(MARIA, "state-fault", json!({ "position": "ours", "fact": "The oven ran cold.", "our_part": "We did not look.", "their_view": "It was the oven." }));
            t.does(MARIA, "pass-gate", json!({ "gate": "impact_first", "reason": "The invoice came today." }));
            t.does(
                MARIA,
                "record-cost",
                json!({ "what": "Scrap of lot 61", "value": { "cents": 12000, "currency": "EUR" } }),
            );
            number
        });
        let mut maria = maria(&db, 100).await;
        maria.get(&format!("/cases/{number}")).await.shows("The oven ran cold.").hides("It cost us");
        tokio::task::block_in_place(|| {
            let mut t = Teller::again(&db, number, 20);
            t.does(
                MARIA,
                "describe-harm",
                json!({ "impacts": [{ "dimension": "productivity", "words": "Two people rework." }] }),
            );
        });
        let page = maria.get(&format!("/cases/{number}")).await;
        page.shows("It cost us").shows("Scrap of lot 61");
    });
}

/// The fourteen principles of ISO 10002 stand there with what the records show, at the desk and on paper with room for decisions.
#[test]
fn the_fourteen_principles_have_evidence_from_the_records_and_a_paper_for_the_review() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| to_not_agreed(&db));
        let mut maria = maria(&db, 900).await;
        makegood::jobs::hindsight::look_back(&maria.app).await.unwrap();
        let page = maria.get("/insight/by-the-book").await;
        page.shows("1. Commitment")
            .shows("14. Timeliness")
            .shows("Nothing is published yet.")
            .shows("1 cases are open now");
        page.shows("No charges").shows("/insight/voice_in_time");
        let paper = maria.get("/insight/by-the-book/paper").await;
        paper.is(200).shows("Management review of complaints").shows("What is decided").shows("By whom").hides("<nav");
    });
}
