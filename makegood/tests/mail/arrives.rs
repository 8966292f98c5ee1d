//! Their mail on a case: letters wait for an answer on top, machines stand in one line, files and raw bytes are put away safely.
use super::house::{form_of, house, value};
use crate::support::both_async;
use casework::clock::ClockKind;
use casework::kinds::Recovery;
use serde_json::json;

const RAW: &str = "From: dana@customer.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\
    Content-Type: text/plain\r\n\r\nAll fine now.\r\n--x\r\nContent-Type: text/html; name=\"lots.html\"\r\n\
    Content-Disposition: attachment; filename=\"lots.html\"\r\n\r\n<script>alert(1)</script>\r\n--x--\r\n";

/// S055: a mail that says *fine* settles nothing: it waits for an answer, and the case stands where it stood.
#[test]
fn s055_a_mail_that_says_fine_waits_for_a_person_and_settles_nothing() {
    both_async(|db| async move {
        let mut house = house(db).await;
        house.talked().await;
        let before = house.kept().await.recovery;
        let letter = house.letter(1, "Re: the boards", "All fine now, thank you!").await;
        let id = letter.id;
        house.arrives(1, letter, RAW).await;
        let case = house.kept().await;
        assert_eq!((case.recovery, before), (before, Recovery::Heard));
        assert!(case.words.is_empty() && case.solved_at().is_none());
        assert!(case.clocks.iter().any(|c| c.kind == ClockKind::AnswerProposal && c.about == Some(id)));
        house.get("").await.shows("they wait for an answer").shows(&format!("purpose=update&amp;answer={id}"));
        house.maria.get("/cases").await.shows("they wait for an answer");
        let tab = house.get("/mail").await;
        tab.shows("They wait for an answer")
            .shows("All fine now, thank you!")
            .shows("Needs no answer")
            .shows("data-key=\"n\"");
        // Run to it knows the letter by its id and leads to it.
        house.get(&format!("/do/answer-suggestion?option={id}")).await.leads_to(&house.at("/mail"));
        house.does("no-answer-needed", &[("message", &id.to_string())]).await;
        house.get("/mail").await.hides("They wait for an answer");
    });
}

#[test]
fn an_answer_carries_the_thread_on_and_settles_the_letter_once_it_left() {
    both_async(|db| async move {
        let mut house = house(db).await;
        house.talked().await;
        let letter = house.letter(1, "AW: the boards", "When do they come?").await;
        let letter_id = letter.id;
        house.arrives(1, letter, RAW).await;
        let page = house.get(&format!("/mail/new?purpose=update&answer={letter_id}")).await;
        page.shows("You answer: AW: the boards").shows("When do they come?");
        let form = form_of(&page, &[]);
        assert_eq!(value(&form, "subject"), "Re: the boards");
        let text =
            "On Thursday.\n\nNext word from us: by Thu, 5 Mar 2026 03:00.\n\nMaria, +48 22 555 0100\n9:00 to 17:00";
        let changed = [("text", text), ("next_contact_at", "Thu 10:00")];
        let (id, _) = house.sends(&format!("purpose=update&answer={letter_id}"), &changed).await;
        let raw = house.raw(id).await;
        assert!(raw.contains("In-Reply-To: <theirs-1@customer.example>"), "{raw}");
        assert!(raw.contains("References: <before@customer.example>\r\n <theirs-1@customer.example>"), "{raw}");
        assert_eq!(house.kept().await.mails.letters.len(), 1, "it has not left yet");
        // Taken back, it still answers the letter.
        let back = house.maria.post(&house.at(&format!("/mail/{id}/take-back")), &[]).await;
        let page = house.maria.get(&back.to.unwrap()).await;
        page.shows("You answer: AW: the boards").shows("On Thursday.");
        let again = form_of(&page, &[]);
        let done = house.send(&again).await;
        done.is(303);
        let id = done.to.unwrap().split("sent=").nth(1).unwrap().parse().unwrap();
        assert!(house.raw(id).await.contains("In-Reply-To: <theirs-1@customer.example>"));
        house.maria.pass(jiff::SignedDuration::from_secs(11));
        house.goes(id).await;
        assert!(house.kept().await.mails.letters.is_empty());
    });
}

#[test]
fn files_and_raw_bytes_are_put_away_and_machines_stand_in_one_line() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let mut letter = house.letter(1, "Photos", "See the <script>alert(1)</script> list.").await;
        letter.attachments = json!([{ "name": "lots.html", "content_type": "text/html", "bytes": 26 }]).to_string();
        letter.oddities = "no-date two-froms".into();
        let id = letter.id;
        house.arrives(1, letter, RAW).await;
        let mut away = house.letter(2, "Out of office", "I am back on 9 March.").await;
        away.origin = "out-of-office".into();
        house.arrives(2, away, "From: dana@customer.example\r\n\r\nI am back on 9 March.").await;
        let tab = house.get("/mail").await;
        tab.hides("<script>alert").shows("It has no date.").shows("It names two senders.").shows("lots.html");
        tab.shows("Dana Rao is out of office: Out of office").shows("I am back on 9 March.");
        assert_eq!(house.kept().await.mails.letters.len(), 1, "a machine waits for nothing");
        for (rest, kind, bytes) in [
            (format!("/mail/letters/{id}/files/0"), "application/octet-stream", &b"<script>alert(1)</script>"[..]),
            (format!("/mail/letters/{id}/raw"), "message/rfc822", RAW.as_bytes()),
        ] {
            let (status, headers, body) = house.taken_at(&rest).await;
            assert_eq!((status, body.as_slice()), (200, bytes), "{rest}");
            assert_eq!(headers["content-type"], kind);
            assert_eq!(headers["x-content-type-options"], "nosniff");
            let said = |name: &str| headers[name].to_str().unwrap().to_owned();
            assert!(said("content-disposition").starts_with("attachment; filename*=UTF-8''"));
            assert!(said("content-security-policy").contains("sandbox"), "{headers:?}");
        }
        assert_eq!(house.taken_at(&format!("/mail/letters/{id}/files/1")).await.0, 404);
        assert_eq!(house.taken_at(&format!("/mail/letters/{}/raw", uuid::Uuid::from_u128(5))).await.0, 404);
    });
}
