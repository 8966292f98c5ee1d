//! From the press to the mail server: ten seconds to undo, their morning, sent only once it was taken, and what did not arrive.
use super::house::{House, form_of, house, value};
use crate::support::both_async;
use crate::support::world::{MS_RAO, NOW, by};
use casework::clock::ClockKind;
use casework::ids::MailId;
use jiff::SignedDuration;
use store::links::{self, Forwarding, Wanted};
use store::mails::{self, State};

async fn asks_for_time(house: &mut House) -> MailId {
    house.left_message().await;
    house.sends("purpose=voicemail_follow_up", &[]).await.0
}

fn undo_of(house: &House, id: MailId) -> String {
    house.at(&format!("/mail/{id}/take-back"))
}

#[test]
fn s051_it_leaves_after_ten_seconds_and_is_sent_once_a_server_took_it() {
    both_async(|db| async move {
        let mut house = house(db).await;
        house.left_message().await;
        let (id, page) = house.sends("purpose=voicemail_follow_up", &[]).await;
        page.shows("leaves in a few seconds").shows("Undo").shows("Waits; leaves");
        let mail = house.mail(id).await;
        assert_eq!(mail.leaves_at.duration_since(NOW), SignedDuration::from_secs(10));
        assert!(mail.subject.ends_with(&format!("[{}]", house.case)), "{}", mail.subject);
        let raw = house.raw(id).await;
        assert!(raw.contains("Reply-To: ") && raw.contains("care+") && raw.contains("Message-ID: <mg1."), "{raw}");
        assert!(!raw.contains("Auto-Submitted"), "a person wrote it");
        let running =
            |case: &casework::Case| case.clocks.iter().any(|c| c.kind == ClockKind::VoicemailMail && c.is_running());
        assert!(running(&house.kept().await), "nothing counts before a mail server took it");
        house.maria.pass(SignedDuration::from_secs(11));
        house.goes(id).await;
        assert!(!running(&house.kept().await));
        house.get("/mail").await.shows("A mail server took it").shows("their server took it").hides("Waits; leaves");
        // S056: mail is no human voice.
        house.get("").await.shows("no human voice yet");
        house.maria.get("/cases").await.shows("no human voice yet");
    });
}

#[test]
fn undo_brings_the_draft_back_and_comes_too_late_once_it_left() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let id = asks_for_time(&mut house).await;
        let there = undo_of(&house, id);
        let request = uuid::Uuid::from_u128(77).to_string();
        let back = house.maria.post(&there, &[("request_id", &*request)]).await;
        back.is(303).leads_to(&house.at("/mail/new?purpose=voicemail_follow_up"));
        house.maria.post(&there, &[("request_id", &*request)]).await.is(303);
        let page = house.get("/mail/new?purpose=voicemail_follow_up").await;
        let form = form_of(&page, &[]);
        assert!(value(&form, "text").contains("Half the boards are dry"), "{}", page.text());
        assert_eq!(house.mail(id).await.state, State::TakenBack);
        house.get("/mail").await.shows("Taken back before it left");
        house.send(&form).await.is(303);
        let second = house.kept().await.mails.out[0].id;
        assert_ne!(second, id);
        house.maria.pass(SignedDuration::from_secs(11));
        house.goes(second).await;
        house.maria.post(&undo_of(&house, second), &[]).await.is(409).shows("cannot be taken back");
        assert_eq!(house.mail(second).await.state, State::Sent);
        // Somebody is sending it at this very moment: neither the case nor the outbox changes.
        let (third, _) = house.sends("purpose=ask_for_time", &[]).await;
        house.maria.pass(SignedDuration::from_secs(11));
        let now = house.maria.app.now();
        house.db.write(move |tx| mails::claim(tx, now, 10)).await.unwrap();
        house.maria.post(&undo_of(&house, third), &[]).await.is(409);
        assert!(house.kept().await.mails.of(third).is_some(), "all of it is undone");
    });
}

#[test]
fn it_waits_for_their_morning_or_leaves_at_once() {
    both_async(|db| async move {
        let mut house = house(db).await;
        house.left_message().await;
        let page = house.get("/mail/new?purpose=ask_for_time").await;
        page.shows("Send for their morning: today 08:30 there, today 15:30 here");
        let form = form_of(&page, &[("leaves", "morning")]);
        house.send(&form).await.is(303);
        let waiting = house.kept().await.mails.out[0].clone();
        assert_eq!(waiting.leaves_at, "2026-03-02T14:30:00Z".parse().unwrap());
        house.get(&format!("/mail?sent={}", waiting.id)).await.shows("leaves today 15:30").shows("Take it back");
        let form = house.form("purpose=ask_for_time", &[("leaves", "now")]).await;
        house.send(&form).await.is(303);
        assert!(house.kept().await.mails.out.iter().any(|mail| mail.leaves_at == house.maria.app.now()));
    });
}

/// C04, S074: what came back is owed by another way: on the case, in the list, on *Run to it* and among stuck mail, until somebody reached them.
#[test]
fn s074_a_mail_that_did_not_arrive_is_seen_everywhere_until_they_are_reached() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let id = asks_for_time(&mut house).await;
        house.maria.pass(SignedDuration::from_secs(11));
        house.goes(id).await;
        house.maria.get("/mail/stuck").await.shows("Every mail gets through.");
        house.comes_back(id).await;
        house.get("").await.shows("a mail did not arrive");
        house.maria.get("/cases").await.shows("a mail did not arrive");
        house.get("/mail").await.shows("no such user").shows("Call instead").shows("Write to another address");
        let run = house.maria.get("/").await;
        run.shows("A mail of ours did not arrive.").shows("One mail does not get through.").shows("/mail/stuck");
        let stuck = house.maria.get("/mail/stuck").await;
        stuck.shows("Did not arrive").shows("dana@customer.example").shows("Call instead");
        house.maria.pass(SignedDuration::from_mins(20));
        house.talked().await;
        house.maria.get("/mail/stuck").await.shows("Every mail gets through.");
        house.maria.get("/").await.hides("does not get through");
    });
}

#[test]
fn stuck_mail_is_tried_at_once_or_taken_back_by_one_press() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let id = asks_for_time(&mut house).await;
        for attempt in 1..=3 {
            house.maria.pass(SignedDuration::from_hours(1));
            let now = house.maria.app.now();
            house.db.write(move |tx| mails::claim(tx, now, 10)).await.unwrap();
            house.db.write(move |tx| mails::deferred(tx, id, attempt, "421 try later", now)).await.unwrap();
        }
        let health = house.maria.get("/healthz").await;
        health.shows("\"mail_stuck\":1").shows("/mail/stuck");
        let page = house.maria.get("/mail/stuck").await;
        page.shows("tried 3 times").shows("421 try later").shows("Try now").shows("Take it back");
        house.maria.post(&format!("/mail/stuck/{id}/now"), &[]).await.leads_to("/mail/stuck?done=now");
        let now = house.maria.app.now();
        assert_eq!(house.mail(id).await.due_at, Some(now));
        house.maria.post(&format!("/mail/stuck/{id}/take-back"), &[]).await.leads_to("/mail/stuck?done=back");
        assert_eq!(house.mail(id).await.state, State::TakenBack);
        assert!(house.kept().await.mails.out.is_empty());
        house.maria.post(&format!("/mail/stuck/{id}/now"), &[]).await.is(409).shows("does not wait any more");
        house.maria.get("/mail/stuck").await.shows("Every mail gets through.");
    });
}

/// S183: their page names the same next word as the last mail.
#[test]
fn s183_their_page_and_the_last_mail_name_the_same_next_word() {
    both_async(|db| async move {
        let mut house = house(db).await;
        house.talked().await;
        let text = "New boards are on the line.\n\nNext word from us: by Thu, 5 Mar 2026 03:00.\n\nMaria, +48 22 555 0100\n9:00 to 17:00";
        let (id, _) = house.sends("purpose=update", &[("text", text), ("next_contact_at", "Thu 10:00")]).await;
        house.maria.pass(SignedDuration::from_secs(11));
        house.goes(id).await;
        let (token, case) = ("ab".repeat(32), house.kept().await.id);
        let (kept, contact) = (token.clone(), MS_RAO);
        let wanted = Wanted { id: uuid::Uuid::from_u128(9), case, contact, forwarding: Forwarding::Alone };
        house.db.write(move |tx| links::make(tx, &kept, wanted, &by(91))).await.unwrap();
        let mut rao = house.maria.stranger();
        let home = rao.get(&format!("/their/{token}")).await.to.expect("their page");
        let page = rao.get(&home).await;
        page.is(200).shows("Thu 5 Mar, 03:00").shows("New boards are on the line.");
    });
}
