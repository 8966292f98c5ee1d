//! How both sides agreed to talk is shown, and said aloud before a call or a message that does not keep to it (S010).

use super::maria;
use crate::support::{both_async, world};
use store::accounts::{self, Account, CommunicationProtocol};
use world::{ACME, MS_RAO, NOW, by, read, write};

/// Acme is reached in German, Monday to Friday from 8 to 17 in Austin, and by a number for the night.
fn agreed(db: &store::Db) {
    let before = read(db, |conn| accounts::by_id(conn, ACME)).expect("an account");
    let protocol = CommunicationProtocol {
        preferred_channel: "phone".into(),
        allowed_hours: "Mon–Fri 8–17".into(),
        night_number: "+1 512 555 0199".into(),
        update_rhythm: "every day at nine".into(),
        escalation_theirs: "Tom Hale".into(),
        escalation_ours: "Ewa".into(),
        agreed_by_us: "Maria".into(),
        agreed_by_them: "Dana Rao".into(),
        agreed_on: Some("2026-01-15".parse().expect("a day")),
        ..before.protocol.clone()
    };
    let account = Account { language: "de".into(), protocol, ..before };
    write(db, move |tx| accounts::change(tx, &account, &by(60)));
}

#[test]
fn s010_the_account_page_shows_what_was_agreed() {
    both_async(|db| async move {
        let mut maria = maria(&db).await;
        maria.get(&format!("/accounts/{ACME}")).await.shows("Nothing was agreed yet");
        tokio::task::block_in_place(|| agreed(&db));
        let page = maria.get(&format!("/accounts/{ACME}")).await;
        for words in [
            "phone",
            "German",
            "Mon–Fri 8–17",
            "every day at nine",
            "Tom Hale",
            "Ewa",
            "Dana Rao",
            "2026-01-15",
            "+1 512 555 0199",
        ] {
            page.shows(words);
        }
        page.hides("not understood");
    });
}

/// NOW is Monday 09:00 UTC: three in the morning in Austin.
#[test]
fn s010_a_call_outside_their_hours_is_warned_of_before_it_is_saved() {
    both_async(|db| async move {
        let mut maria = maria(&db).await;
        let number = tokio::task::block_in_place(|| {
            agreed(&db);
            world::open(&db, world::trouble(ACME, MS_RAO, "Half the boards are dry."), 1, NOW)
        });
        for act in ["record-attempt", "prepare-talk", "record-conversation", "record-message"] {
            let form = maria.get(&format!("/cases/{number}/do/{act}")).await;
            form.shows("It is Mon 03:00 where Dana Rao is; we agreed on Mon–Fri 8–17").shows("+1 512 555 0199");
        }
        maria.get(&format!("/cases/{number}/do/add-note")).await.hides("we agreed on");
        maria.pass(jiff::SignedDuration::from_hours(7));
        maria.get(&format!("/cases/{number}/do/record-conversation")).await.hides("we agreed on");
    });
}

#[test]
fn s010_a_message_in_another_language_is_warned_of_once_and_then_kept() {
    both_async(|db| async move {
        let mut maria = maria(&db).await;
        let number = tokio::task::block_in_place(|| {
            agreed(&db);
            world::open(&db, world::trouble(ACME, MS_RAO, "Half the boards are dry."), 1, NOW)
        });
        maria.pass(jiff::SignedDuration::from_hours(7));
        let there = format!("/cases/{number}/do/record-message");
        let dana = MS_RAO.to_string();
        let form = maria.get(&there).await;
        let end = form.html.split("name=\"text\"").nth(1).and_then(|rest| rest.split_once('>')).unwrap().1;
        let end = end.split("</textarea>").next().unwrap().trim().to_owned();
        let english = "I would like to call you about the boards that you have on your line. When is it good for you?";
        let (said, english) = (english, &*format!("{english}\n\n{end}"));
        let message = [("purpose", "ask_for_time"), ("way", "email"), ("to", dana.as_str()), ("text", english)];
        let warned = maria.post(&there, &message).await;
        warned.is(422).shows("This reads like English; with Dana Rao we agreed on German.").shows(said);
        let mark = warned.hidden("language_seen");
        let seen = [message.as_slice(), &[("language_seen", mark.as_str())]].concat();
        let kept = maria.post(&there, &seen).await;
        assert!(kept.to.clone().unwrap_or_default().contains("done=record-message"), "{}", kept.text());
        let german =
            "Ich möchte Sie wegen der Platinen anrufen, die bei Ihnen auf der Linie sind. Wann ist es für Sie gut?";
        let german = &*format!("{german}\n\n{end}");
        let message = [("purpose", "ask_for_time"), ("way", "email"), ("to", dana.as_str()), ("text", german)];
        let kept = maria.post(&there, &message).await;
        assert!(kept.to.clone().unwrap_or_default().contains("done=record-message"), "{}", kept.text());
    });
}
