//! Our own file of the message review at the desk: tried on what left before it is kept, versions and the way back; the pages of the rules.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

use crate::support::{both_async, world};
use crate::visit::Visitor;
use makegood::review_rules::reviewer;
use proofread::Draft;
use serde_json::json;
use store::Db;
use store::review_rules as kept;
use world::{ACME, ANNA, MARIA, MS_RAO, NOW, after, read};

const SETTINGS: &str = "/settings/review";

/// A firm of which two messages left that say *soon*.
fn two_left(db: &Db) {
    tokio::task::block_in_place(|| {
        world::build(db);
        let number = world::open(db, world::trouble(ACME, MS_RAO, "Half the boards are dry."), 1, NOW);
        for (n, text) in [(2, "I call you back soon. When may I call you?"), (3, "When may I call you? We reply soon.")]
        {
            let message = json!({ "purpose": "ask_for_time", "way": "email", "to": MS_RAO, "text": text });
            world::act(db, number, world::command("record-message", message), n, after(n as i64));
        }
    });
}

fn left(db: &Db) -> Vec<String> {
    tokio::task::block_in_place(|| read(db, |conn| kept::left(conn, 500))).into_iter().map(|m| m.text).collect()
}

#[test]
fn a_change_is_tried_on_what_left_then_kept_and_taken_back() {
    both_async(|db| async move {
        two_left(&db);
        assert_eq!(left(&db), ["When may I call you? We reply soon.", "I call you back soon. When may I call you?"]);
        let mut anna = Visitor::at(db.clone(), NOW).await.is(ANNA).await;
        let fires = |anna: &Visitor| {
            let rules = reviewer(&anna.app).unwrap();
            rules
                .review(&Draft { subject: None, text: "We ship soon." }, None)
                .findings
                .iter()
                .any(|f| f.rule == "DS10")
        };
        assert!(fires(&anna));
        anna.get(SETTINGS).await.is(200).shows("Nobody has changed this yet");
        let off = "[rules.DS10]\noff = true\n";
        let look = anna.post(SETTINGS, &[("own_file", off), ("version", "0"), ("look", "yes")]).await;
        look.is(200)
            .shows("The last 2 messages that left were read")
            .shows("about 2;")
            .shows("would no longer be told");
        assert!(fires(&anna), "a look keeps nothing");
        anna.post(SETTINGS, &[("own_file", off), ("version", "0")]).await.leads_to(SETTINGS);
        assert!(!fires(&anna), "the one place where the review is configured");
        anna.post(SETTINGS, &[("own_file", "[words]\n"), ("version", "0")])
            .await
            .is(422)
            .shows("Somebody else changed");
        let wrong = anna.post(SETTINGS, &[("own_file", "\n[rules.DS99]\noff = true\n"), ("version", "1")]).await;
        wrong.is(422).shows("own.toml:1: DS99: there is no rule of this id").shows("[rules.DS99]");
        anna.post(SETTINGS, &[("own_file", ""), ("version", "1")]).await.leads_to(SETTINGS);
        assert!(fires(&anna));
        // Back to the first version, shown and tried before it holds again.
        let page = anna.get(SETTINGS).await;
        page.shows("in force").shows("Go back to 1").shows("Anna");
        let earlier = anna.get(&format!("{SETTINGS}?version=1")).await;
        earlier.shows("This is version 1").shows("off = true").shows("would no longer be told");
        assert!(fires(&anna));
        let version = earlier.hidden("version");
        anna.post(SETTINGS, &[("own_file", off), ("version", &version)]).await.leads_to(SETTINGS);
        assert!(!fires(&anna));
        anna.get(SETTINGS).await.shows("Go back to 2");
        anna.get(&format!("{SETTINGS}?version=9")).await.is(404);
        anna.get("/settings/audit").await.shows("changed the rules of the message review");
    });
}

#[test]
fn a_rule_has_a_page_and_the_ways_from_it_show_what_they_would_do() {
    both_async(|db| async move {
        two_left(&db);
        let mut anna = Visitor::at(db.clone(), NOW).await.is(ANNA).await;
        let list = anna.get("/review/rules").await;
        list.is(200).shows(">DS10<").shows(">AP03<").shows("Counted on the last 2 messages").hides("M.apology");
        anna.get("/review/rules?q=ds10").await.shows("1 of").hides(">AP03<");
        anna.get("/review/rules?q=nothing+like+it").await.shows("No rule has these words");
        let page = anna.get("/review/rules/DS10").await;
        page.is(200).shows("2 of the last 2 messages that left went out although it had something to say");
        for said in [
            "English",
            "Deutsch",
            "It speaks about",
            "It keeps still about",
            "We will ship soon.",
            "Source",
            "Switch it off",
        ] {
            page.shows(said);
        }
        anna.get("/review/rules/DS10?text=We+ship+soon.").await.shows("It speaks about “ship soon”.");
        anna.get("/review/rules/DS10?text=We+ship+on+14+May.").await.shows("none of its words stands there");
        anna.get("/review/rules/DS10?text=Wir+liefern+die+Platten+so+bald+wie+m%C3%B6glich+an+Sie+und+Ihre+Leute.")
            .await
            .is(200);
        anna.get("/review/rules/XX99").await.is(404);
        let off = anna.get(&format!("{SETTINGS}?off=DS10")).await;
        off.shows("DS10 would be off").shows("[rules.DS10]").shows("would no longer be told");
        let but = anna.get(&format!("{SETTINGS}?except=DS10&phrase=back+soon")).await;
        but.shows("would keep still on “back soon”").shows("about 1;");
        assert_eq!(tokio::task::block_in_place(|| read(&db, kept::current)).version, 0, "a link keeps nothing");
        // Who keeps no settings reads the rules and changes none.
        let mut maria = anna.is(MARIA).await;
        maria.get("/review/rules/DS10").await.is(200).shows("An administrator can").hides("Switch it off");
        maria.get(SETTINGS).await.is(403);
        maria.post(SETTINGS, &[("own_file", ""), ("version", "0")]).await.is(403);
    });
}

/// A file that an older program kept and this one does not understand leaves nobody without a review.
#[test]
fn a_file_that_no_longer_fits_lets_the_shipped_rules_hold_and_says_so() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| {
            world::build(&db);
            world::write(&db, |tx| {
                kept::keep(tx, "[rules.DS10]\noff = true\n[rules.GONE]\noff = true\n", 0, &world::by(7))
            });
        });
        let mut anna = Visitor::at(db, NOW).await.is(ANNA).await;
        let rules = reviewer(&anna.app).unwrap();
        assert!(!rules.review(&Draft { subject: None, text: "We ship soon." }, None).findings.is_empty());
        anna.get(SETTINGS).await.shows("does not fit this version of the program").shows("own.toml:3: GONE");
    });
}
