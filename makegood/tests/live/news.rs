//! *Run to it* says what is new since somebody looked, for each list by itself, and whose list it is.
use super::hear::one_case;
use crate::support::world::{ACME, ANNA, EWA, MARIA, MS_RAO, NOW, after, command, open, trouble};
use crate::support::{both_async, world};
use crate::visit::Visitor;
use axum::body::Body;
use axum::http::Request;
use jiff::SignedDuration;
use serde_json::json;
use tower::ServiceExt as _;

fn minutes(n: i64) -> SignedDuration {
    SignedDuration::from_mins(n)
}

#[test]
fn lines_say_what_others_did_since_the_last_look_and_stop_when_it_is_seen() {
    both_async(|db| async move {
        let case = one_case(&db);
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        let mut ewa = maria.is(EWA).await;
        maria.get("/").await.hides("Since you looked");
        maria.pass(minutes(30));
        ewa.post(&format!("/cases/{case}/do/add-note"), &[("text", "They stand still.")]).await.is(303);
        maria.post(&format!("/cases/{case}/do/add-note"), &[("text", "Mine.")]).await.is(303);
        let opened = db.clone();
        tokio::task::block_in_place(|| {
            let promise =
                json!({ "what": "thing", "words": "the list of lots", "to": MS_RAO, "due": after(60).to_string() });
            world::act(&opened, case.parse().unwrap(), command("make-promise", promise), 50, after(31));
            open(&opened, trouble(ACME, MS_RAO, "Another one."), 51, after(31));
        });
        maria.pass(minutes(10));
        let seen = maria.get("/").await;
        // Warsaw is an hour ahead; she looked at ten.
        seen.shows("Since you looked, today 10:00:")
            .shows("1 moved on")
            .shows("<span class=\"mark\">Ewa worked on it, 10:30</span>");
        seen.hides("1 new").hides("new since");
        assert_eq!(seen.html.matches("class=\"mark\"").count(), 1, "once, on the first line of the case");
        maria.get("/").await.shows("Since you looked, today 10:00:");

        maria.post("/looks", &[("list", "mine")]).await.leads_to("/");
        maria.get("/").await.hides("Since you looked").hides("class=\"mark\"");
        maria.post("/looks", &[("list", "theirs")]).await.is(404);
    });
}

#[test]
fn a_new_case_a_broken_promise_and_a_case_handed_to_me_are_each_called_by_name() {
    both_async(|db| async move {
        let case = one_case(&db);
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        let mut ewa = maria.is(EWA).await;
        ewa.get("/?whose=all").await.is(200);
        ewa.get("/").await.is(200);
        maria.pass(minutes(30));
        let kept = db.clone();
        tokio::task::block_in_place(|| {
            let promise =
                json!({ "what": "thing", "words": "the list of lots", "to": MS_RAO, "due": after(60).to_string() });
            world::act(&kept, case.parse().unwrap(), command("make-promise", promise), 50, after(31));
            open(&kept, trouble(ACME, MS_RAO, "Another one."), 51, after(31));
        });
        maria.pass(minutes(45));
        // The clock warns first, then it runs out.
        for _ in 0..2 {
            makegood::jobs::Scheduler::new(maria.app.clone()).beat().await;
        }
        let all = ewa.get("/?whose=all").await;
        all.shows("<span class=\"mark\">promise broken</span>").shows("1 promise broken").shows("1 new");
        all.shows("<span class=\"mark\">new since 10:00</span>");
        maria
            .post(&format!("/cases/{case}/do/hand-over"), &[("to", &EWA.to_string()), ("why", "You know them.")])
            .await
            .is(303);
        ewa.get("/").await.shows("Maria handed it to you").shows("1 handed to you");
        // Nobody's own acts are news to them.
        maria.get("/?whose=all").await.hides("handed");
    });
}

#[test]
fn a_page_that_asks_by_itself_is_no_look_and_no_use_of_the_session() {
    both_async(|db| async move {
        let case = one_case(&db);
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let mut ewa = maria.is(EWA).await;
        maria.get("/").await.is(200);
        let by_itself = |path: &str| {
            let (name, value) = maria.cookie();
            let request =
                Request::get(path).header("cookie", format!("{name}={value}")).header("makegood-by-itself", "1");
            maria.router().oneshot(request.body(Body::empty()).unwrap())
        };
        for _ in 0..3 {
            maria.pass(minutes(30));
            ewa.post(&format!("/cases/{case}/do/add-note"), &[("text", "Still standing.")]).await.is(303);
            assert_eq!(by_itself("/").await.unwrap().status(), 200);
        }
        maria.clone().get("/").await.shows("Since you looked, today 10:00:");
        // Twelve hours after a person last used it, the session has ended, whatever its page did meanwhile.
        for _ in 0..24 {
            maria.pass(minutes(30));
            by_itself("/").await.unwrap();
        }
        maria.pass(minutes(1));
        assert_eq!(by_itself("/").await.unwrap().status(), 303);
    });
}

#[test]
fn a_team_is_set_under_people_and_sees_each_others_lines() {
    both_async(|db| async move {
        one_case(&db);
        let mut anna = Visitor::at(db, NOW).await.is(ANNA).await;
        let mut ewa = anna.is(EWA).await;
        ewa.get("/").await.hides("My team").hides("Half the boards are dead.");
        ewa.get("/?whose=team").await.hides("Half the boards are dead.");
        for (id, name, role) in [(MARIA, "Maria", "owner"), (EWA, "Ewa", "manager")] {
            let email = format!("{}@boards.example", name.to_lowercase());
            let form = [
                ("name", name),
                ("email", &*email),
                ("zone", "Europe/Warsaw"),
                ("team", "Inside sales"),
                ("roles", role),
                ("active", "on"),
            ];
            anna.post(&format!("/settings/people/{id}"), &form).await.leads_to("/settings/people");
        }
        anna.get(&format!("/settings/people/{EWA}"))
            .await
            .shows("value=\"Inside sales\"")
            .shows("So far: Inside sales");
        anna.get("/settings/audit").await.shows("put into a team");
        ewa.get("/").await.shows("My team").hides("Half the boards are dead.");
        ewa.get("/?whose=team").await.shows("Half the boards are dead.").shows("Maria owes it");
    });
}
