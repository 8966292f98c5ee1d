//! The API as programs use it: a whole case, every kind of no, the same thing asked twice.
use crate::support;
use crate::world;
use axum::http::StatusCode;
use serde_json::{Value, json};

use support::both_async;
use world::World;

fn id(case: &Value, list: &str, n: usize) -> Value {
    case[list][n]["id"].clone()
}

#[test]
fn a_case_is_lived_through_by_api_from_the_hint_to_closed() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let n = &w.opened().await;
        assert_eq!(w.case(n).await["recovery"], "spotted");
        w.does("maria", n, "record-attempt", json!({ "channel": "phone", "outcome": "no_answer" })).await;
        w.wait(20);
        w.does("maria", n, "record-conversation", w.good_call()).await;
        assert_eq!(w.case(n).await["recovery"], "heard");
        for what in ["New labels by courier.", "We come and relabel."] {
            let option = json!({ "kind": "rework", "what": what, "arrives": w.in_hours(24), "confidence": "expected" });
            w.does("maria", n, "add-option", option).await;
        }
        w.does("maria", n, "lay-out-options", json!({})).await;
        let case = w.case(n).await;
        let decided = json!({ "by": w.dana, "option": id(&case, "options", 0), "words": "The courier, please." });
        w.does("maria", n, "decide", decided).await;
        let step = json!({ "party": "us", "owner": w.people["maria"], "kind": "fix", "text": "Send new labels.", "due": w.in_hours(24), "confirmed": "yes" });
        let plan = json!({ "steps": [step], "no_prevention_because": "The list is new already.", "customer_declined": "Just send them." });
        w.does("maria", n, "draft-plan", plan).await;
        w.does("maria", n, "agree-plan", json!({ "by_customer": w.dana, "words": "Good." })).await;
        assert_eq!(w.case(n).await["recovery"], "agreed");
        w.wait(60 * 23);
        let case = w.case(n).await;
        let done = json!({ "step": case["plan"]["steps"][0]["id"], "outcome": "done", "proof": "Signed for by Ruiz." });
        w.does("maria", n, "settle-step", done).await;
        w.does("maria", n, "ask-for-word", json!({ "way": "phone" })).await;
        w.does(
            "maria",
            n,
            "record-word",
            json!({ "by": w.dana, "solved": "yes", "words": "All boxes are right.", "way": "phone" }),
        )
        .await;
        assert_eq!(w.case(n).await["recovery"], "solved");
        w.does("maria", n, "choose-follow-up", json!({ "kind": "call" })).await;
        w.wait(60 * 48);
        w.does(
            "maria",
            n,
            "follow-up",
            json!({ "result": "ok", "contact": w.dana, "channel": "phone", "call_us_first": "yes", "strength": 4 }),
        )
        .await;
        w.does("maria", n, "review", json!({ "about_customer": "They print on Mondays.", "about_us": "Two lists were in use.", "improved": "One list.",
            "lesson": "Print from one list.", "relation": "better" })).await;
        w.does(
            "jon",
            n,
            "advance-prevention",
            json!({ "to": "not_needed", "words": "The new list is the only one left." }),
        )
        .await;
        for promise in w.case(n).await["promises"].as_array().cloned().unwrap_or_default() {
            if promise["state"] == "open" {
                w.does("maria", n, "settle-promise", json!({ "promise": promise["id"], "outcome": "kept" })).await;
            }
        }
        w.does("maria", n, "close", json!({ "value": "Your trust is worth a lot to us.", "commitment": "The list comes before every print.", "on_behalf": "yes" })).await;
        let case = w.case(n).await;
        assert_eq!(case["recovery"], "closed");
        let events = w.events(n).await;
        assert_eq!(events.len() as u64, case["version"].as_u64().expect("a version"));
        assert!(events.iter().all(|e| !e["words"].as_str().unwrap_or_default().is_empty()), "every event says itself");
        let list = w.get("reed", "/api/v1/cases?standing=closed").await;
        assert_eq!(list.body["cases"][0]["number"], *n);
        assert_eq!(w.get("maria", "/api/v1/run-to-it").await.body["blocks"].as_array().map(Vec::len), Some(7));
    });
}

#[test]
fn the_same_key_asks_the_same_thing_once() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let bearer = format!("Bearer {}", w.key("maria"));
        let once = [("authorization", bearer.as_str()), ("idempotency-key", "mail 4711")];
        let first = w.send("POST", "/api/v1/cases", &once, w.wrong_label().to_string()).await;
        let again = w.send("POST", "/api/v1/cases", &once, w.wrong_label().to_string()).await;
        assert_eq!((first.status, again.status), (StatusCode::CREATED, StatusCode::CREATED));
        assert_eq!(first.body["case"], again.body["case"]);
        assert_eq!(again.body["events"], json!([]));
        assert_eq!(
            first.headers["location"].to_str().expect("a place"),
            format!("/api/v1/cases/{}", first.body["case"].as_str().expect("a number"))
        );
        let number = first.body["case"].as_str().expect("a number");
        let path = format!("/api/v1/cases/{number}/actions/add-note");
        let note = [("authorization", bearer.as_str()), ("idempotency-key", "note 1")];
        for _ in 0..3 {
            let answer = w.send("POST", &path, &note, json!({ "text": "They called back." }).to_string()).await;
            assert_eq!(answer.status, 200);
        }
        assert_eq!(w.kinds(number, "note_added").await, 1);
        // The same words of somebody else are somebody else's.
        let ewa = format!("Bearer {}", w.key("ewa"));
        let hers = [("authorization", ewa.as_str()), ("idempotency-key", "note 1")];
        w.send("POST", &path, &hers, json!({ "text": "They called me, too." }).to_string()).await;
        assert_eq!(w.kinds(number, "note_added").await, 2);
        let long = "x".repeat(201);
        let odd = w
            .send("POST", &path, &[("authorization", bearer.as_str()), ("idempotency-key", long.as_str())], "{}")
            .await;
        odd.is_problem(422, "input");
    });
}

#[test]
fn every_kind_of_no_has_its_status_its_sentence_and_the_way_out() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let n = &w.opened().await;
        // Input: a talk in the future, with the field.
        let later = json!({ "text": "x", "happened_at": w.in_hours(1) });
        let input = w.refused("maria", n, "add-note", later, 422, "happened-in-future").await;
        assert_eq!(input.body["field"], "happened_at");
        // Gate: no acknowledgement, and its name.
        let mut bare = w.good_call();
        bare.as_object_mut().expect("an object").remove("acknowledgement");
        let gate = w.refused("maria", n, "record-conversation", bare, 409, "acknowledge-first").await;
        assert_eq!(gate.body["gate"], "acknowledgement");
        // Law: an employee of somebody else does not decide.
        let law = json!({ "channel": "phone", "outcome": "no_answer", "contact": w.stranger });
        assert!(w.refused("maria", n, "record-attempt", law, 409, "not-a-contact").await.body["gate"].is_null());
        // Rights.
        w.refused(
            "reed",
            n,
            "record-attempt",
            json!({ "channel": "phone", "outcome": "no_answer" }),
            403,
            "not-allowed",
        )
        .await;
        // Missing.
        w.refused("maria", "MG-999999", "add-note", json!({ "text": "x" }), 404, "no-such-case").await;
        // State.
        w.refused("maria", n, "ask-for-word", json!({ "way": "phone" }), 409, "word-too-early").await;
        // No setting and no role closes what the customer did not call solved.
        w.refused("maria", n, "close", json!({ "on_behalf": "yes" }), 409, "only-their-word-closes").await;
    });
}

#[test]
fn an_edit_of_an_old_version_is_refused_with_what_happened_since_and_an_addition_is_taken() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let n = &w.opened().await;
        let seen =
            w.get("maria", &format!("/api/v1/cases/{n}")).await.headers["etag"].to_str().expect("a tag").to_owned();
        w.does("ewa", n, "record-conversation", w.good_call()).await;
        let bearer = format!("Bearer {}", w.key("maria"));
        let headers = [("authorization", bearer.as_str()), ("if-match", seen.as_str())];
        let step = json!({ "steps": [{ "party": "us", "owner": w.people["maria"], "kind": "fix", "text": "Send labels.", "due": w.in_hours(24), "confirmed": "yes" }] });
        let edit = w.send("POST", &format!("/api/v1/cases/{n}/actions/draft-plan"), &headers, step.to_string()).await;
        edit.is_problem(409, "changed-meanwhile");
        let words: Vec<&str> =
            edit.body["events"].as_array().into_iter().flatten().filter_map(|e| e["words"].as_str()).collect();
        assert!(words.iter().any(|w| w.contains("Dana Ruiz")), "{words:?}");
        let note = w
            .send("POST", &format!("/api/v1/cases/{n}/actions/add-note"), &headers, json!({ "text": "x" }).to_string())
            .await;
        assert_eq!(note.status, 200);
        let odd = w
            .send(
                "POST",
                &format!("/api/v1/cases/{n}/actions/add-note"),
                &[("authorization", bearer.as_str()), ("if-match", "W/new")],
                "{}",
            )
            .await;
        odd.is_problem(422, "input");
    });
}

#[test]
fn odd_input_is_named_field_by_field_and_nothing_else_is_said() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let n = &w.opened().await;
        let path = format!("/api/v1/cases/{n}/actions/add-note");
        let unknown = w.post("maria", &path, json!({ "txt": "x" })).await;
        unknown.is_problem(422, "input");
        assert_eq!(
            unknown.body["errors"].as_array().map(|all| all.iter().map(|e| e["field"].clone()).collect::<Vec<_>>()),
            Some(vec![json!("txt"), json!("text")])
        );
        let tone = json!({ "channel": "phone", "with": w.dana, "started_at": "2026-03-02T08:00:00Z", "tone_end": 300 });
        w.post("maria", &format!("/api/v1/cases/{n}/actions/record-conversation"), tone).await.is_problem(422, "input");
        let bearer = format!("Bearer {}", w.key("maria"));
        let key = [("authorization", bearer.as_str())];
        w.send("POST", &path, &key, "{oops").await.is_problem(422, "input");
        w.send("POST", &path, &key, "[".repeat(5000)).await.is_problem(422, "input");
        w.send("POST", &path, &key, vec![b' '; 300 * 1024]).await.is_problem(413, "too-large");
        w.send("DELETE", &path, &key, "").await.is_problem(405, "method");
        w.post("maria", &format!("/api/v1/cases/{n}/actions/resolve"), json!({})).await.is_problem(404, "not-found");
        // What only our own clocks ask is not offered, and opening a case is no act on one.
        w.post("maria", &format!("/api/v1/cases/{n}/actions/run-out-clock"), json!({ "kind": "c01_first_contact" }))
            .await
            .is_problem(404, "not-found");
        w.post("maria", &format!("/api/v1/cases/{n}/actions/open-case"), json!({})).await.is_problem(404, "not-found");
        w.get("maria", "/api/v1/cases?colour=red").await.is_problem(422, "input");
        w.get("maria", "/api/v1/cases?limit=1000").await.is_problem(422, "input");
        w.get("maria", "/api/v1/cases?state=rejected").await.is_problem(422, "input");
        w.get("maria", "/api/v1/nothing").await.is_problem(404, "not-found");
        w.get("maria", "/api/v1/cases/none").await.is_problem(404, "not-found");
        w.send("GET", "/api/v1/people/me", &[], "").await.is_problem(401, "no-key");
        let wrong = w.send("GET", "/api/v1/people/me", &[("authorization", "Bearer wrong")], "").await;
        wrong.is_problem(401, "unknown-key");
        assert!(wrong.headers["www-authenticate"].to_str().expect("text").starts_with("Bearer"));
        w.send("GET", "/api/v1/people/me", &[("authorization", "Basic bWU6bWU=")], "")
            .await
            .is_problem(401, "unknown-key");
    });
}

#[test]
fn a_list_goes_on_where_the_page_before_ended() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let mut opened = vec![];
        for _ in 0..5 {
            opened.push(w.opened().await);
            w.wait(1);
        }
        let (mut seen, mut after) = (vec![], String::new());
        for _ in 0..10 {
            let page = w.get("reed", &format!("/api/v1/cases?limit=2{after}")).await;
            seen.extend(
                page.body["cases"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(|c| c["number"].as_str().map(str::to_owned)),
            );
            let Some(next) = page.body["next"].as_str() else { break };
            after = format!("&after={next}");
        }
        seen.sort();
        assert_eq!(seen, opened);
        let accounts = w.get("reed", "/api/v1/accounts").await;
        assert_eq!(accounts.body["accounts"].as_array().map(Vec::len), Some(2));
        let account = w.get("reed", &format!("/api/v1/accounts/{}", w.acme)).await;
        assert_eq!(account.body["contacts"][0]["name"], "Dana Ruiz");
        let why = w.get("reed", &format!("/api/v1/cases/{}/clocks/c01_first_contact", opened[0])).await;
        assert_eq!(why.status, 200, "{:#}", why.body);
        assert!(why.body["ours"]["stretches"].as_array().is_some_and(|s| !s.is_empty()));
        assert_eq!(w.get("reed", &format!("/api/v1/cases/{}/clocks/c23_follow_up_call", opened[0])).await.status, 404);
    });
}

#[test]
fn the_page_about_the_api_names_every_command_and_the_cookie_is_for_tls_only_where_there_is_tls() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let page = w.send("GET", "/api", &[], "").await;
        assert_eq!(page.status, 200);
        for word in makegood::api::acts() {
            assert!(page.text.contains(&format!("/actions/{word}")), "{word} is not on the page");
        }
        let sign_out = || w.send("POST", "/sign-out", &[("sec-fetch-site", "same-origin")], "");
        let plain = sign_out().await.headers["set-cookie"].to_str().expect("text").to_owned();
        assert!(plain.contains("HttpOnly") && !plain.contains("Secure"), "{plain}");
        w.app.is_reached_at("https://help.example");
        assert!(sign_out().await.headers["set-cookie"].to_str().expect("text").contains("Secure"));
    });
}

#[test]
fn too_many_calls_with_one_key_wait_and_others_do_not() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let mut last = None;
        for _ in 0..70 {
            last = Some(w.get("maria", "/api/v1/people/me").await);
            if last.as_ref().is_some_and(|a| a.status == 429) {
                break;
            }
        }
        let last = last.expect("an answer");
        last.is_problem(429, "too-often");
        assert!(last.headers["retry-after"].to_str().expect("text").parse::<u64>().expect("seconds") >= 1);
        assert_eq!(w.get("ewa", "/api/v1/people/me").await.status, 200);
    });
}
