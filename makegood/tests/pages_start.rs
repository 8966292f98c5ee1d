//! Help me start: made of what the case knows, with holes that show and cannot be sent; reached from the sheet and from where a mail is written.

use crate::support::{both_async, world};
use crate::visit::Visitor;
use casework::kinds::Dimension;
use casework::parts::Impact;
use jiff::SignedDuration;
use serde_json::json;
use world::{ACME, MARIA, MS_RAO, NOW, after};

/// S067, S100: pressing it yields the problem, the effect and a question; what nobody knows is a hole with the way to fill it.
#[test]
fn s067_help_me_start_is_made_of_the_case_and_its_holes_cannot_be_sent() {
    both_async(|db| async move {
        let number = tokio::task::block_in_place(|| {
            world::build(&db);
            let impact = Impact { dimension: Dimension::GoodsUnusable, words: "Line 3 stands.".into() };
            let trouble = casework::commands::OpenCase {
                impacts: vec![impact],
                ..world::trouble(ACME, MS_RAO, "Half the boards are dry.")
            };
            world::open(&db, trouble, 1, NOW)
        });
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        let sheet = maria.get(&format!("/cases/{number}/do/record-conversation")).await;
        sheet.shows(&format!("action=\"/cases/{number}/start\"")).shows("form=\"ask-start\"").shows("Help me start");
        let page = maria.get(&format!("/cases/{number}/start")).await;
        page.is(200)
            .shows("Thank you for telling us. You told us: “Half the boards are dry.”")
            .shows("What it does to you: Line 3 stands.")
            .shows("How it came about we do not know yet.")
            .shows("I want to help you with this. What do you need most right now?")
            .shows("<mark>")
            .shows("[which step, by when?]")
            .shows(&format!("/cases/{number}/do/draft-plan"))
            .shows("neither takes nor denies a fault")
            .hides("sorry")
            .hides("mistake");
        // The same in a mail, as a draft that may be changed; with its hole it is sent back.
        let there = format!("/cases/{number}/mail/new?purpose=update");
        maria
            .get(&there)
            .await
            .shows(&format!("action=\"/cases/{number}/start\""))
            .hides("Half the boards are dry.”\n\nWhat");
        let mail = maria.get(&format!("{there}&start=1")).await;
        mail.is(200).shows("You told us: “Half the boards are dry.”").shows("[which step, by when?]");
        maria.get(&format!("/cases/{number}/mail/new?purpose=ask_for_time&start=1")).await.hides("You told us");
        let fields: Vec<(String, String)> = crate::visit::fields_of(&mail.html);
        let text = ("text", "Dana, this is where it stands.\n\nNext: [which step, by when?].");
        let pairs: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).chain([text]).collect();
        maria.post(&format!("/cases/{number}/mail/new"), &pairs).await.is(422).shows("[which step, by when?]");
        // Ours, with its fact: owned at once, apologised for only after they were heard.
        tokio::task::block_in_place(|| {
            let fault = json!({ "position": "ours", "fact": "The oven profile was wrong.", "our_part": "We set the oven 20 degrees too low." });
            world::act(&db, number, world::command("state-fault", fault), 2, after(5))
        });
        let page = maria.get(&format!("/cases/{number}/start")).await;
        page.shows("This was our mistake: We set the oven 20 degrees too low.")
            .shows("No apology yet")
            .hides("I am sorry");
    });
}

/// S067: when help was asked is on the record, and how long it took from there to a call; asked twice is one wait, and looking is no asking.
#[test]
fn s067_the_time_from_help_to_the_call_is_recorded() {
    both_async(|db| async move {
        let number = tokio::task::block_in_place(|| {
            world::build(&db);
            world::open(&db, world::trouble(ACME, MS_RAO, "Half the boards are dry."), 1, NOW)
        });
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        let there = format!("/cases/{number}/start");
        let helped = async || {
            let kept = db.read(move |conn| store::cases::by_number(conn, number)).await.unwrap().unwrap();
            kept.case.contacts.helped
        };
        maria.get(&there).await.is(200);
        assert!(helped().await.is_empty(), "whoever only looks has asked for nothing");
        maria.post(&there, &[]).await.is(303).leads_to(&there);
        maria.pass(SignedDuration::from_mins(3));
        maria.post(&there, &[]).await.is(303);
        maria.pass(SignedDuration::from_mins(4));
        let attempt = [("channel", "phone"), ("outcome", "no_answer")];
        maria.post(&format!("/cases/{number}/do/record-attempt"), &attempt).await.is(303);
        let kept = helped().await;
        assert_eq!(kept.len(), 1, "{kept:?}");
        let took = kept[0].called_at.map(|at| at.duration_since(kept[0].asked_at).as_mins());
        assert_eq!(took, Some(7));
        maria.get(&format!("/cases/{number}/history")).await.shows("Asked for help to start");
    });
}
