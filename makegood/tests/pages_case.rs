//! The pages of a case in process, on both databases: every form, what is kept on a refusal, gates, and one trouble from hint to Closed.

#[path = "pages_case/desk.rs"]
mod desk;
#[path = "../../store/tests/support/mod.rs"]
mod support;

use desk::{Desk, field};
use makegood::web::forms;
use support::both_async;

#[test]
fn every_command_a_person_can_ask_has_a_form() {
    use casework::commands::Command;
    use casework::rights::Right;
    let own_page = ["open-case"];
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
            ["", "/conversations", "/options", "/plan", "/messages", "/history", "/why/c01_first_contact"]
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
        assert!(done.location.contains("done=make-promise#event-"), "{}", done.location);
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
        let seen = field(&no.body, "seen");
        let pass = [
            wish[0],
            wish[1],
            ("pass_gate", gate.as_str()),
            ("pass_reason", "She asked for it in writing only."),
            ("request_id", &request),
            ("seen", &seen),
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
        let seen = field(&desk.get(&path).await.body, "seen");
        desk.done(&case, "add-note", &[("text", "The second shift saw it first.")]).await;
        let late = desk.post(&path, &[("seen", &seen), ("our_part", "We drilled the wrong holes.")]).await;
        assert_eq!(late.status, 409, "{}", late.body);
        assert!(
            late.body.contains("The second shift saw it first.") && late.body.contains("We drilled the wrong holes."),
            "{}",
            late.body
        );
        let now = field(&late.body, "seen");
        assert_eq!(desk.post(&path, &[("seen", &now), ("our_part", "We drilled the wrong holes.")]).await.status, 303);
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

async fn page_says(desk: &Desk, case: &str, words: &str) {
    let page = desk.get(&format!("/cases/{case}")).await;
    assert!(page.body.contains(words), "{words} in {}", page.body);
}

async fn heard(desk: &Desk, case: &str) {
    desk.later(30);
    desk.done(case, "record-attempt", &[("outcome", "left_message"), ("channel", "phone"), ("contact", &desk.dana)])
        .await;
    let draft = desk.get(&format!("/cases/{case}/do/record-message?purpose=voicemail_follow_up")).await;
    assert!(draft.body.contains("I just called and left a message"), "S051: {}", draft.body);
    desk.later(30);
    let sheet = desk.get(&format!("/cases/{case}/do/record-conversation")).await;
    assert!(
        sheet.body.contains("Dana Ruiz, I see what happened: Half the boards have no solder on U7."),
        "S067: {}",
        sheet.body
    );
    // S120: while they speak nothing is required. X21: their say, the reflect-back and what it does to them stand before the facts.
    let listening =
        sheet.body.split("While they speak").nth(1).and_then(|s| s.split("</fieldset>").next()).unwrap_or_default();
    assert!(!listening.contains("required"), "{listening}");
    let place =
        |name: &str| sheet.body.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("{name} is on the sheet"));
    let order = [
        "acknowledgement.we_see",
        "notes",
        "had_their_say",
        "reflect_back",
        "impacts[0].words",
        "facts[0].answer",
        "our_view",
    ];
    assert!(order.windows(2).all(|pair| place(pair[0]) < place(pair[1])), "{:?}", order.map(place));
    let talk = [
        ("channel", "phone"),
        ("with", desk.dana.as_str()),
        ("started_at", "2026-03-02 09:50"),
        ("acknowledgement.we_see", "We see it: half the boards have no solder on U7."),
        ("acknowledgement.we_work", "I'm on it now."),
        ("notes", "Line 3 stands since six."),
        ("concerns", "Do the other lots have it too?"),
        ("suggestions", "Send a person to rework them here"),
        ("had_their_say", "yes"),
        ("reflect_back", "Half the boards are dry on U7 and line 3 stands."),
        ("reflect_confirmed", "yes"),
        ("got_everything", "yes"),
        ("impacts[0].dimension", "goods_unusable"),
        ("impacts[0].words", "96 of 200 boards cannot be used"),
        ("tone_start", "2"),
        ("tone_end", "4"),
        ("satisfied", "yes"),
        ("led_to_this", "Perhaps the oven."),
        ("what_else", "Nothing more."),
        ("facts[1].what", "lot"),
        ("facts[1].answer", "2231"),
        ("next_contact_at", "tomorrow 9:00"),
    ];
    desk.done(case, "record-conversation", &talk).await;
    page_says(desk, case, "Do the other lots have it too?").await;
    page_says(desk, case, "96 of 200 boards cannot be used").await;
}

async fn chosen(desk: &Desk, case: &str) {
    desk.later(60);
    // S140: one option is not a choice.
    let remake = [
        ("what", "New boards, made here"),
        ("kind", "remake"),
        ("arrives", "Fri 10"),
        ("confidence", "expected"),
        ("confirmed_by", ""),
    ];
    assert!(desk.offered(case, "add-option", "confirmed_by").await.contains(&desk.piotr), "operations can be named");
    let mut with_name = remake;
    with_name[4].1 = &desk.piotr;
    desk.done(case, "add-option", &with_name).await;
    let proposals = desk.offered(case, "answer-suggestion", "option").await;
    for proposal in &proposals {
        desk.done(
            case,
            "answer-suggestion",
            &[("option", proposal), ("answer", "not_taken"), ("words", "We have nobody free to travel this week.")],
        )
        .await;
    }
    let early = desk.post(&format!("/cases/{case}/do/lay-out-options"), &[]).await;
    assert_eq!(early.status, 422, "{}", early.body);
    assert!(early.body.contains("pass_gate"), "{}", early.body);
    desk.done(
        case,
        "add-option",
        &[("what", "Credit for the 96"), ("kind", "credit"), ("arrives", "tomorrow 12:00"), ("confidence", "expected")],
    )
    .await;
    desk.done(case, "describe-harm", &[("worst_part", "Not knowing whether Friday holds.")]).await;
    desk.done(case, "lay-out-options", &[]).await;
    // S142: side by side in their terms, and nothing of what it costs us.
    let table = desk.get(&format!("/cases/{case}/options")).await;
    for words in ["You have it", "How sure", "You do", "It costs you", "New boards, made here", "Credit for the 96"] {
        assert!(table.body.contains(words), "{words}: {}", table.body);
    }
    assert!(!table.body.contains("our cost"), "{}", table.body);
    let offered = desk.offered(case, "decide", "option").await;
    // S141: nobody here decides.
    let ours = desk
        .post(&format!("/cases/{case}/do/decide"), &[("option", &offered[0]), ("by", &desk.maria), ("words", "A")])
        .await;
    assert_eq!(ours.status, 422, "{}", ours.body);
    desk.done(case, "decide", &[("option", &offered[0]), ("by", &desk.dana), ("words", "Make them again, please.")])
        .await;
    page_says(desk, case, "Make them again, please.").await;
}

async fn planned(desk: &Desk, case: &str) {
    let plan = [
        ("steps[0].text", "Send 200 new boards"),
        ("steps[0].kind", "fix"),
        ("steps[0].party", "us"),
        ("steps[0].owner", desk.maria.as_str()),
        ("steps[0].due", "Fri 10"),
        ("steps[0].confirmed", "yes"),
        ("steps[1].text", "Check the oven's profile each shift"),
        ("steps[1].kind", "prevent"),
        ("steps[1].party", "us"),
        ("steps[1].owner", desk.quentin.as_str()),
        ("steps[1].due", "end of month"),
        ("steps[1].confirmed", "yes"),
        ("steps[2].kind", "fix"),
        ("steps[2].party", "us"),
        ("steps[2].owner", desk.maria.as_str()),
    ];
    desk.done(case, "draft-plan", &plan).await;
    desk.done(case, "agree-plan", &[("by_customer", &desk.dana), ("words", "Agreed.")]).await;
    let tab = desk.get(&format!("/cases/{case}/plan")).await;
    assert!(
        tab.body.contains("Send 200 new boards")
            && tab.body.contains("Check the oven")
            && !tab.body.contains("not yet by both sides"),
        "{}",
        tab.body
    );
}

async fn made_good(desk: &Desk, case: &str) {
    desk.later(60);
    let steps = desk.offered(case, "settle-step", "step").await;
    let page = desk.get(&format!("/cases/{case}/do/settle-step")).await.body;
    let fix = steps
        .iter()
        .find(|id| page.split(id.as_str()).nth(1).is_some_and(|rest| rest.starts_with("\">Send 200")))
        .expect("the fix");
    desk.done(case, "settle-step", &[("step", fix), ("outcome", "done"), ("proof", "Tracking 1Z 999")]).await;
    // S195: they must know what happened before anybody asks.
    desk.done(
        case,
        "tell-what-happened",
        &[("to", &desk.dana), ("what", "The oven stood 20 degrees too cold on Thursday.")],
    )
    .await;
    desk.done(case, "ask-for-word", &[("to", &desk.dana), ("way", "phone")]).await;
    page_says(desk, case, "Their word").await;
    let worries = desk.offered(case, "record-word", "settled").await;
    assert_eq!(worries.len(), 1, "S207: the worry is there to be ticked");
    let word = [
        ("solved", "yes"),
        ("words", "All 200 work. Thank you."),
        ("by", desk.dana.as_str()),
        ("way", "phone"),
        ("settled", &worries[0]),
        ("outcome", "5"),
        ("valued", "5"),
    ];
    desk.done(case, "record-word", &word).await;
    page_says(desk, case, "All 200 work. Thank you.").await;
}

async fn closed(desk: &Desk, case: &str) {
    // S209: no closing before the call.
    let message = [("value", "We are glad that you told us."), ("commitment", "Call me first.")];
    assert_ne!(desk.post(&format!("/cases/{case}/do/close"), &message).await.status, 303);
    desk.done(case, "choose-follow-up", &[("kind", "call")]).await;
    desk.days_later(3).await;
    let call = [
        ("result", "ok"),
        ("contact", desk.dana.as_str()),
        ("channel", "phone"),
        ("words", "Still fine."),
        ("call_us_first", "yes"),
        ("strength", "5"),
        ("done", "yes"),
    ];
    desk.done(case, "follow-up", &call).await;
    let review = [
        ("about_customer", "They plan by the hour."),
        ("about_us", "Nobody looked at the oven after the change of shift."),
        ("improved", "The profile is checked each shift."),
        ("lesson", "Check the oven's profile after every change."),
        ("relation", "better"),
    ];
    desk.done(case, "review", &review).await;
    prevented(desk, case).await;
    let steps = desk.offered(case, "settle-step", "step").await;
    desk.done(case, "settle-step", &[("step", &steps[0]), ("outcome", "done"), ("proof", "Log of both shifts")]).await;
    desk.done(case, "close", &message).await;
    page_says(desk, case, "Open it again").await;
    let again = desk.get(&format!("/cases/new?account={}", desk.acme)).await;
    assert!(
        again.body.contains("Check the oven&#39;s profile after every change.")
            || again.body.contains("Check the oven's profile after every change."),
        "S230: {}",
        again.body
    );
}

/// Prevention step by step to the letter (S224, S228).
async fn prevented(desk: &Desk, case: &str) {
    for to in [
        "containing",
        "contained",
        "finding_cause",
        "cause_verified",
        "choosing",
        "implementing",
        "verifying",
        "held",
        "shared",
    ] {
        desk.later(10);
        let mut pairs = vec![("to", to), ("words", "Done and looked at.")];
        if to == "cause_verified" {
            pairs.push(("cause", "The profile is not read back after a change of shift."));
        }
        if to == "shared" {
            pairs.push(("letter", "Since Monday the profile is checked each shift; the log shows it."));
        }
        let page = desk.get(&format!("/cases/{case}/do/advance-prevention")).await.body;
        let mut answers = vec![];
        for n in (0..7).filter(|n| page.contains(&format!("name=\"answers[{n}].question\""))) {
            let name = |part: &str| format!("answers[{n}].{part}");
            let question = desk::field(&page, &name("question"));
            let answer = match (to, question.as_str()) {
                ("implementing", "process") => "yes",
                ("held", _) => "no",
                _ => continue,
            };
            answers.extend([
                (name("question"), question.clone()),
                (name("answer"), answer.to_owned()),
                (name("words"), "Looked at with the shift.".to_owned()),
            ]);
        }
        pairs.extend(answers.iter().map(|(n, v)| (n.as_str(), v.as_str())));
        desk.done(case, "advance-prevention", &pairs).await;
    }
}
