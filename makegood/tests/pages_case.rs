//! The pages of a case in process, on both databases: every form, what is kept on a refusal, gates, and one trouble from hint to Closed.

use crate::desk;
use crate::support;
use crate::walk;
use desk::{Desk, field};
use makegood::web::forms;
use support::both_async;
use walk::{chosen, closed, heard, made_good, planned};

#[test]
fn every_command_a_person_can_ask_has_a_form() {
    use casework::commands::Command;
    use casework::rights::Right;
    let own_page = [
        "open-case",
        "keep-file",
        "send-message",
        "take-back-message",
        "place-letter",
        "move-letter-away",
        "overrule-review",
        "ask-help-to-start",
        "send-report",
    ];
    for word in Command::WORDS.iter().filter(|w| Command::right_of(w) != Some(Right::Internal) && !own_page.contains(w))
    {
        assert!(
            forms::of(word).is_some(),
            "{word} has no form: write it in makegood/src/web/forms and list it in forms.rs"
        );
    }
    for word in forms::WORDS {
        assert!(Command::right_of(word).is_some(), "{word} has a form and is no command");
    }
}

#[test]
fn every_page_of_a_case_has_a_title_one_heading_and_a_label_for_each_field() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        let base = format!("/cases/{case}");
        let mut paths: Vec<String> = forms::WORDS.iter().map(|word| format!("{base}/do/{word}")).collect();
        paths.extend(
            [
                "",
                "/conversations",
                "/options",
                "/plan",
                "/cause",
                "/mail",
                "/mail/new",
                "/mail/new?purpose=update",
                "/history",
                "/why/c01_first_contact",
            ]
            .map(|tab| format!("{base}{tab}")),
        );
        paths.push("/cases/new".into());
        for path in paths {
            let page = desk.get(&path).await;
            assert_eq!(page.status, 200, "{path}: {}", page.body);
            must_be_sound(&path, &page.body);
        }
    });
}

/// A title, one heading of the first rank, no id twice, and for every field a label.
fn must_be_sound(path: &str, page: &str) {
    assert!(page.contains("<title>") && !page.contains("<title></title>"), "{path}: no title");
    assert_eq!(page.matches("<h1>").count(), 1, "{path}: one h1");
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut seen = std::collections::HashSet::new();
    for id in &ids {
        assert!(seen.insert(*id), "{path}: the id {id} stands twice");
    }
    for tag in
        page.split('<').filter(|t| t.starts_with("input") || t.starts_with("select") || t.starts_with("textarea"))
    {
        if tag.contains("type=\"hidden\"") || tag.contains("type=\"submit\"") {
            continue;
        }
        let id = tag.split(" id=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        assert!(page.contains(&format!("for=\"{id}\"")) || tag.contains("aria-label"), "{path}: no label for {tag}");
    }
}

#[test]
fn s005_a_case_is_opened_with_three_answers_and_their_earlier_troubles_are_shown() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let first = desk.opened("The shipment is three days late").await;
        let page = desk.get(&format!("/cases/new?account={}", desk.acme)).await;
        assert!(page.body.contains(&first) && page.body.contains("The shipment is three days late"), "{}", page.body);
        let page = desk.get(&format!("/cases/{first}")).await;
        assert!(
            page.body.contains("“The shipment is three days late”") && page.body.contains("Their side"),
            "{}",
            page.body
        );
        let refused = desk.post("/cases/new", &[("account", &desk.acme), ("title", ""), ("safety", "nobody")]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("aria-invalid"), "{}", refused.body);
    });
}

#[test]
fn what_was_typed_stays_when_the_rules_say_no() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        let path = format!("/cases/{case}/do/make-promise");
        let no = desk
            .post(
                &path,
                &[("what", "thing"), ("words", "Tracking number"), ("due", "2001-01-01 10:00"), ("to", &desk.dana)],
            )
            .await;
        assert_eq!(no.status, 422, "{}", no.body);
        assert!(
            no.body.contains("value=\"Tracking number\"") && no.body.contains("value=\"2001-01-01 10:00\""),
            "{}",
            no.body
        );
        assert!(no.body.contains("do-due-error"), "{}", no.body);
        let odd = desk
            .post(
                &path,
                &[
                    ("what", "thing"),
                    ("words", "Tracking number"),
                    ("due", "when the moon is blue"),
                    ("to", &desk.dana),
                ],
            )
            .await;
        assert_eq!(odd.status, 422);
        assert!(
            odd.body.contains("when the moon is blue") && odd.body.contains("We do not understand this time"),
            "{}",
            odd.body
        );
    });
}

#[test]
fn s173_a_date_as_people_say_it_becomes_exact_and_pressing_twice_promises_once() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        let path = format!("/cases/{case}/do/make-promise");
        let request = desk.get(&path).await;
        let request = field(&request.body, "request_id");
        let wish = [
            ("request_id", request.as_str()),
            ("what", "thing"),
            ("words", "Tracking number"),
            ("due", "Fri 10"),
            ("to", desk.dana.as_str()),
        ];
        let done = desk.post(&path, &wish).await;
        assert_eq!(done.status, 303, "{}", done.body);
        assert!(done.location.contains("done=make-promise&event=2#event-2"), "{}", done.location);
        assert_eq!(desk.post(&path, &wish).await.status, 303);
        let page = desk.get(&format!("/cases/{case}?done=make-promise")).await;
        assert_eq!(
            page.body.matches("Promised Dana Ruiz: Tracking number, by Fri 6 Mar, 10:00").count(),
            1,
            "{}",
            page.body
        );
        assert!(page.body.contains("The promise is kept here with its clock."), "{}", page.body);
    });
}

#[test]
fn a_gate_is_passed_and_the_act_done_with_one_press() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        let path = format!("/cases/{case}/do/tell-what-happened");
        let wish = [("to", desk.dana.as_str()), ("what", "The oven stood too cold.")];
        let no = desk.post(&path, &wish).await;
        assert_eq!(no.status, 422, "{}", no.body);
        let gate = field(&no.body, "pass_gate");
        assert_eq!(gate, "no_resolving_in_writing");
        assert!(no.body.contains("The oven stood too cold."), "{}", no.body);
        let short = desk.post(&path, &[wish[0], wish[1], ("pass_gate", &gate), ("pass_reason", "no")]).await;
        assert_eq!(short.status, 422, "{}", short.body);
        assert!(short.body.contains("do-pass_reason-error"), "the sentence stands beside the reason: {}", short.body);
        let request = field(&no.body, "request_id");
        let seen = field(&no.body, "case_version");
        let pass = [
            wish[0],
            wish[1],
            ("pass_gate", gate.as_str()),
            ("pass_reason", "She asked for it in writing only."),
            ("request_id", &request),
            ("case_version", &seen),
        ];
        let done = desk.post(&path, &pass).await;
        assert_eq!(done.status, 303, "{}", done.body);
        assert_eq!(desk.post(&path, &pass).await.status, 303);
        let page = desk.get(&format!("/cases/{case}")).await;
        assert_eq!(page.body.matches("She asked for it in writing only.").count(), 1, "{}", page.body);
        assert!(page.body.contains("class=\"exception\""), "a pass is never hidden: {}", page.body);
    });
}

#[test]
fn two_at_once_the_second_reads_what_the_first_did_and_loses_nothing() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        let path = format!("/cases/{case}/do/state-fault");
        let seen = field(&desk.get(&path).await.body, "case_version");
        desk.done(&case, "add-note", &[("text", "The second shift saw it first.")]).await;
        let late = desk.post(&path, &[("case_version", &seen), ("our_part", "We drilled the wrong holes.")]).await;
        assert_eq!(late.status, 409, "{}", late.body);
        assert!(
            late.body.contains("The second shift saw it first.") && late.body.contains("We drilled the wrong holes."),
            "{}",
            late.body
        );
        let now = field(&late.body, "case_version");
        assert_eq!(
            desk.post(&path, &[("case_version", &now), ("our_part", "We drilled the wrong holes.")]).await.status,
            303
        );
    });
}

#[test]
fn the_history_is_checked_and_the_file_carries_what_checking_needs() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        let page = desk.get(&format!("/cases/{case}/history")).await;
        assert!(page.body.contains("nothing was changed since"), "{}", page.body);
        let file = desk.get(&format!("/cases/{case}/history.json")).await;
        let whole: serde_json::Value = serde_json::from_str(&file.body).expect("JSON");
        let last = whole["events"].as_array().and_then(|e| e.last()).expect("an event");
        assert_eq!(last["hash"], whole["tail"]);
    });
}

#[test]
fn the_due_time_is_explained_in_both_calendars() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        let page = desk.get(&format!("/cases/{case}/why/c01_first_contact")).await;
        for words in [
            "Our calendar",
            "Their calendar",
            "counted",
            "This clock never pauses.",
            "If nobody acts",
            "Clocks, version 1",
        ] {
            assert!(page.body.contains(words), "{words} in {}", page.body);
        }
    });
}

/// The main job, as somebody lives it in the browser: run to it, listen, options, their choice, a plan, promises kept, their word,
/// the call after, the review, and the last message (S079, S140, S141, S168, S195, S205, S209, S219, S221).
#[test]
fn one_trouble_is_made_good_from_the_first_word_to_closed_by_forms_alone() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        heard(&desk, &case).await;
        chosen(&desk, &case).await;
        planned(&desk, &case).await;
        made_good(&desk, &case).await;
        closed(&desk, &case).await;
    });
}
