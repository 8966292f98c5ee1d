//! The review beside a text that is to leave: by forms alone, without script, on both databases. What a colleague would say first, what must not go, what
//! goes with a reason, and what is promised.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]
use crate::pages_mail::house::{House, form_of, house, value};
use crate::support::both_async;
use crate::support::world::{BOREALIS, MARIA, MS_RAO};
use crate::visit::Seen;
use jiff::SignedDuration;
use serde_json::json;

/// What is said of a mail of that purpose, as the page asks for it while somebody types.
async fn said(house: &mut House, purpose: &str, text: &str, more: &[(&str, &str)]) -> Seen {
    let rao = MS_RAO.to_string();
    let mut pairs = vec![("purpose", purpose), ("to", &*rao), ("subject", "Your boards"), ("text", text)];
    pairs.extend(more);
    let there = house.at("/review/send-message");
    let seen = house.maria.post(&there, &pairs).await;
    seen.is(200);
    seen
}

const END: &str = "\n\nMaria Keller, +48 22 555 0100";

/// S052, S050: what belongs into a talk stops a mail until somebody has called; a mail that only arranges is left in peace.
#[test]
fn s052_a_mail_that_resolves_before_a_call_is_stopped_while_it_is_typed() {
    both_async(|db| async move {
        let mut house = house(db).await;
        house.left_message().await;
        let page =
            said(&mut house, "ask_for_time", &format!("Dear Ms Rao,\n\nWe will replace the boards.{END}"), &[]).await;
        page.shows("Stop").shows("Call first").shows("It cannot go like this");
        page.shows(&house.at("/do/record-conversation"));
        let page = house.get("/mail/new?purpose=voicemail_follow_up").await;
        page.shows("Review").hides("It cannot go like this").hides("Call first. Use");
        let page = said(
            &mut house,
            "ask_for_time",
            "We will replace the boards.",
            &[("pass_gate", "no_resolving_in_writing"), ("pass_reason", "They write only, by contract.")],
        )
        .await;
        page.hides("Call first. Use");
    });
}

/// S086, S101: after the talk the record knows what it does to them; a text that does not say it is asked for it, in their words.
#[test]
fn s086_a_text_that_does_not_say_what_it_does_to_them_is_asked_for_it() {
    both_async(|db| async move {
        let mut house = house(db).await;
        house.talked().await;
        let text = format!("Dear Ms Rao,\n\nPiotr tests the rest today.{END}");
        let page = said(&mut house, "update", &text, &[]).await;
        page.shows("what it does to them").shows("96 of 200 boards cannot be used");
        let with = format!("Dear Ms Rao,\n\nHalf the boards are dry, and 96 of 200 boards cannot be used.{END}");
        let page = said(&mut house, "update", &with, &[]).await;
        page.shows("what it does to them: there");
    });
}

/// FX03, PR06: a date that the record does not hold stops; a promise that was broken and is not mentioned is said.
#[test]
fn s244_a_date_that_nobody_holds_stops_and_a_broken_promise_is_to_be_mentioned() {
    both_async(|db| async move {
        let mut house = house(db).await;
        house.talked().await;
        let promise = [("what", "thing"), ("words", "Send the test report"), ("due", "today 17:00")];
        house.does("make-promise", &promise).await;
        let text = format!("Dear Ms Rao,\n\nWe will ship the new boards on 12 March 2026.{END}");
        let page = said(&mut house, "update", &text, &[]).await;
        page.shows("It cannot go like this")
            .shows("12 March 2026")
            .shows("You are promising")
            .shows("Ship the new boards");
        // One tick makes it a promise, and the date is right.
        let keeps = page.html.split("name=\"keeps\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let page = said(&mut house, "update", &text, &[("keeps", &keeps)]).await;
        page.hides("It cannot go like this").shows("You are promising");
        house.maria.pass(SignedDuration::from_hours(30));
        house.maria = house.maria.is(MARIA).await;
        let page =
            said(&mut house, "update", &format!("Dear Ms Rao,\n\nPiotr tests the boards today.{END}"), &[]).await;
        page.shows("We did not keep this").shows("Send the test report");
    });
}

/// S100: where it is not ours, a text that names the situation and helps is not punished for not owning it; one that owns it is stopped.
#[test]
fn s100_an_acknowledgement_of_what_is_not_ours_is_left_in_peace() {
    both_async(|db| async move {
        let mut house = house(db).await;
        house.talked().await;
        house.does("state-fault", &[("position", "third_party"), ("fact", "The carrier dropped the pallet.")]).await;
        let text = format!(
            "Dear Ms Rao,\n\nI see that 96 of 200 boards cannot be used. I found a second carrier and call you today.{END}"
        );
        said(&mut house, "update", &text, &[])
            .await
            .hides("our own part: Missing")
            .hides("an apology for what we did: Missing");
        let text = format!("Dear Ms Rao,\n\nIt was our mistake that 96 of 200 boards cannot be used.{END}");
        said(&mut house, "update", &text, &[]).await.shows("It was our mistake");
    });
}

/// What we know of one customer is never told to another.
#[test]
fn the_name_of_another_customer_stops_a_mail() {
    both_async(|db| async move {
        let mut house = house(db).await;
        house.talked().await;
        let name = house.db.read(move |conn| store::accounts::by_id(conn, BOREALIS)).await.unwrap().unwrap().name;
        let text = format!("Dear Ms Rao,\n\nThe boards of {name} came first.{END}");
        said(&mut house, "update", &text, &[]).await.shows("It cannot go like this").shows(&name);
        let form = house.form("purpose=update", &[("text", &text), ("next_contact_at", "Thu 10:00")]).await;
        let page = house.send(&form).await;
        let page = if page.html.contains("now says when") { house.send(&form_of(&page, &[])).await } else { page };
        page.is(422).shows("This cannot leave yet").shows(&name);
        assert!(house.kept().await.mails.out.is_empty());
    });
}

/// Without script: the button *Review* sends nothing and loses nothing; a suggestion is put in by its button.
#[test]
fn review_and_put_it_in_are_buttons_of_the_form() {
    both_async(|db| async move {
        let mut house = house(db).await;
        house.talked().await;
        let text = "Dear Ms Rao,\n\nIn order to help you, Piotr tests the boards today.";
        let form = house.form("purpose=update", &[("text", text), ("subject", "New test"), ("review", "1")]).await;
        let page = house.send(&form).await;
        page.is(200).shows("New test").shows("Replace").shows("The text with what was found");
        assert!(page.html.contains("<mark"), "the words are marked");
        let mut puts = page.html.split("name=\"apply\" value=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let apply = puts.find(|put| put.contains("In order to")).unwrap().to_owned();
        let page = house.send(&form_of(&page, &[("apply", &apply)])).await;
        page.is(200);
        assert_eq!(value(&form_of(&page, &[]), "text"), "Dear Ms Rao,\n\nTo help you, Piotr tests the boards today.");
        assert!(house.kept().await.mails.out.is_empty(), "neither sends");
    });
}

/// S107: what would be read wrong is sent when somebody answers for it, and the reason is in the history; a promise that was ticked is in the ledger once
/// the mail has gone.
#[test]
fn s107_what_is_left_against_the_review_goes_with_its_reason_and_promises_go_to_the_ledger() {
    both_async(|db| async move {
        let mut house = house(db).await;
        house.talked().await;
        let text = format!(
            "Dear Ms Rao,\n\nHalf the boards are dry. Sorry for any inconvenience. I will send the tracking number by Friday 6 March 2026 at 12:00.{END}\n9:00 to 17:00"
        );
        let form = house.form("purpose=update", &[("text", &text), ("next_contact_at", "Thu 10:00")]).await;
        let page = house.send(&form).await;
        page.is(422).shows("now says when they hear");
        let keeps = page.html.split("name=\"keeps\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let page = house.send(&form_of(&page, &[("keeps", &keeps)])).await;
        page.is(422).shows("Something would be read wrong").shows("left_all");
        assert!(house.kept().await.mails.out.is_empty());
        let again = form_of(&page, &[("left_all", "She wrote it herself."), ("keeps", &keeps)]);
        let sent = house.send(&again).await;
        sent.is(303);
        let case = house.kept().await;
        assert_eq!(house.happened("review_overruled").await.len(), 1);
        house.get("/history").await.shows("Left as it is, against the review").shows("She wrote it herself.");
        let mail = case.mails.out[0].clone();
        assert_eq!(mail.promises.iter().map(|p| p.words.as_str()).collect::<Vec<_>>(), ["Send the tracking number"]);
        assert!(!case.promises.iter().any(|p| p.words.contains("tracking")));
        house.maria.pass(SignedDuration::from_secs(11));
        house.goes(mail.id).await;
        assert!(house.kept().await.promises.iter().any(|p| p.words == "Send the tracking number"));
    });
}

/// S114: a note that judges a person raises the flag when it is saved; the next press keeps it.
#[test]
fn s114_a_note_that_judges_a_person_is_asked_about_once() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let there = house.at("/do/add-note");
        let note = [("text", "Called twice. customer is being difficult")];
        let page = house.maria.post(&there, &note).await;
        page.is(422).shows("judges a person").shows("Judging a person").shows("press again");
        house.maria.post(&there, &[note[0], ("review_seen", "yes")]).await.is(303);
        house.maria.post(&there, &[("text", "She says that the line stands since Tuesday.")]).await.is(303);
    });
}

/// S058, S083: an invitation that confronts, and a view of ours that defends itself, are said beside their fields.
#[test]
fn s058_s083_an_invitation_that_confronts_and_a_view_that_defends_itself_are_said() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let there = house.at("/review/prepare-talk");
        let text = "I want to talk about our dispute over the boards.";
        house.maria.post(&there, &[("invitation", text)]).await.is(200).shows("invites to a fight");
        let there = house.at("/review/state-fault");
        house
            .maria
            .post(&there, &[("our_view", "As we already told you, the boards were right.")])
            .await
            .is(200)
            .shows("On the defence");
    });
}

/// What stands on their page is not sent with an open place.
#[test]
fn an_answer_for_their_page_does_not_leave_with_an_open_place() {
    both_async(|db| async move {
        let mut house = house(db).await;
        house.talked().await;
        let there = house.at("/do/record-message");
        let rao = MS_RAO.to_string();
        let mut message =
            vec![("purpose", "update"), ("way", "portal"), ("to", &*rao), ("next_contact_at", "Thu 10:00")];
        let open = format!("The new boards ship on [date?].{END}\n9:00 to 17:00");
        message.push(("text", &open));
        house.maria.post(&there, &message).await.is(422).shows("This cannot leave yet").shows("still to be filled in");
        assert_eq!(house.kept().await.contacts.messages, 0);
    });
}

/// The same by program: findings with their bytes, the checklist, promises, and whether it may be sent.
#[test]
fn a_program_asks_for_the_review_of_a_text() {
    both_async(|db| async move {
        let w = crate::world::World::new(db).await;
        let number = w.opened().await;
        let key = format!("Bearer {}", w.key("maria"));
        let headers = vec![("authorization", key.as_str())];
        let ask = async |body: serde_json::Value| w.send("POST", "/api/v1/review", &headers, body.to_string()).await;
        let answer = ask(json!({ "text": "Dear Mr Kowalski,\n\nwe ship on [date?].", "case": number })).await;
        assert_eq!(answer.status, 200, "{:#}", answer.body);
        assert_eq!(answer.body["may_send"], false);
        let rules: Vec<&str> =
            answer.body["findings"].as_array().unwrap().iter().filter_map(|f| f["rule"].as_str()).collect();
        assert!(rules.contains(&"FX09") && rules.contains(&"FX01"), "{rules:?}");
        let answer = ask(json!({ "text": "I will send the tracking number by Friday noon." })).await;
        assert_eq!(answer.body["promises"][0]["due"], "2026-03-06T12:00:00");
        assert_eq!(ask(json!({ "txt": "x" })).await.status, 422);
        assert_eq!(ask(json!({ "text": "x", "case": "MG-999999" })).await.status, 404);
    });
}

/// X10: a phrase that the program proposed is a beginning; the second time that one person sends it word for word, it is said to be a script.
#[test]
fn x10_the_second_use_of_a_phrase_as_it_is_is_told() {
    both_async(|db| async move {
        const PHRASE: &str = "I want to understand how we got here. When can we talk?";
        const TOLD: &str = "This is the phrase book word for word";
        let mut house = house(db).await;
        house.left_message().await;
        let text = format!("Dear Ms Rao,\n\n{PHRASE}{END}, 9:00 to 17:00");
        said(&mut house, "ask_for_time", &text, &[]).await.hides(TOLD);
        let form = house.form("purpose=ask_for_time", &[("text", &text), ("next_contact_at", "Thu 10:00")]).await;
        let mut page = house.send(&form).await;
        for _ in 0..2 {
            if page.status == 422 {
                page = house.send(&form_of(&page, &[("left_all", "It is only to fix a time.")])).await;
            }
        }
        page.is(303);
        said(&mut house, "ask_for_time", &text, &[]).await.shows(TOLD);
        said(&mut house, "ask_for_time", &format!("Dear Ms Rao,\n\nMay I call you at ten?{END}"), &[])
            .await
            .hides(TOLD);
    });
}
