//! Before it leaves: what it is for, what it says, who reads it, and what is not let through.
use super::house::{bare, form_of, house, value};
use crate::support::both_async;
use crate::support::world::{MR_HALE, MS_RAO};
use casework::clock::ClockKind;
use jiff::SignedDuration;

/// S050, S051, S054: after a message left the one mail is drafted within a click, on their clock, with three times and a number.
#[test]
fn s050_s051_s054_left_message_drafts_the_one_mail_that_only_arranges() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let done = house.left_message().await;
        let case = house.kept().await;
        let clock = case.clocks.iter().find(|c| c.kind == ClockKind::VoicemailMail).expect("C03");
        assert_eq!(clock.due.duration_since(clock.starts), SignedDuration::from_mins(15));
        assert_eq!(case.contacts.tries.len(), 1, "its time is stored");
        let page = house.maria.get(done.to.unwrap().split('#').next().unwrap()).await;
        page.shows(&format!("/cases/{}/mail/new?purpose=voicemail_follow_up", house.case))
            .shows("three times and your number");
        let page = house.get("/mail/new?purpose=voicemail_follow_up").await;
        page.shows("Dana Rao of Acme Robotics reads this.")
            .shows("Nobody of ours is copied.")
            .shows("dana@customer.example");
        page.shows("has no page of this case").shows("It comes from Nordlot Boards (care@boards.example)");
        let form = form_of(&page, &[]);
        let text = value(&form, "text");
        assert_eq!(text.matches("\n- ").count(), 3, "{text}");
        for words in ["Dana Rao", "Half the boards are dry", "Mon, 2 Mar 2026 09:00", "Chicago", "+48 22 555 0100"] {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert_eq!(casework::resolving::resolves(text), None);
        // Run to it leads there, too.
        house.maria.get("/").await.shows(&format!("/cases/{}/mail/new?purpose=voicemail_follow_up", house.case));
    });
}

/// S053: the purposes are a closed list, each with what it is for; there is no *resolve*, and a summary needs its talk.
#[test]
fn s053_the_purposes_are_a_closed_list_and_a_summary_needs_its_talk() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let page = house.get("/mail/new").await;
        for purpose in ["voicemail_follow_up", "ask_for_time", "summary", "update", "document", "thank_you"] {
            page.shows(&format!("mail/new?purpose={purpose}"));
        }
        assert_eq!(page.html.matches("mail/new?purpose=").count(), 6);
        page.shows("belong into a talk");
        house.maria.post(&house.at("/mail/new"), &[("purpose", "resolve")]).await.is(404);
        let form = house.form("purpose=summary", &[("text", "As we said."), ("subject", "What we said")]).await;
        house.send(&form).await.is(422).shows("there was none");
    });
}

/// S052, S054: an option or a credit in a mail before anybody spoke with them is stopped with the words found; a named person lets it pass.
#[test]
fn s052_a_first_mail_that_resolves_is_stopped_with_its_words() {
    both_async(|db| async move {
        let mut house = house(db).await;
        house.left_message().await;
        let text = "We will credit the boards. When may I call?\n\nMaria, +48 22 555 0100\n9:00 to 17:00";
        let form = house.form("purpose=ask_for_time", &[("text", text)]).await;
        let page = house.send(&form).await;
        page.is(422).shows("we will credit").shows("pass_gate").shows(text);
        assert!(house.kept().await.mails.out.is_empty());
        let again = form_of(&page, &[("pass_reason", "They write only, by contract.")]);
        house.send(&again).await.is(303);
        let case = house.kept().await;
        assert_eq!((case.passes.len(), case.mails.out.len()), (1, 1));
    });
}

#[test]
fn an_open_place_is_not_sent_and_other_readers_are_said_first() {
    both_async(|db| async move {
        let mut house = house(db).await;
        house.talked().await;
        let form = house.form("purpose=update", &[("next_contact_at", "Thu 10:00")]).await;
        let page = house.send(&form).await;
        page.is(422).shows("what is new since our last word").shows("Fill it, or take it out.");
        let text = "New boards are on the line.\n\nNext word from us: by [when they hear from us next].\n\nMaria, +48 22 555 0100\n9:00 to 17:00";
        let hale = MR_HALE.to_string();
        let form =
            house.form("purpose=update", &[("text", text), ("next_contact_at", "Thu 10:00"), ("copies", &*hale)]).await;
        // The open place of the next word is filled, and shown before it leaves (S180).
        let page = house.send(&form).await;
        page.is(422).shows("now says when they hear from you again").shows("by Thu, 5 Mar 2026 03:00.");
        page.shows("Dana Rao and Tom Hale of Acme Robotics read this.");
        let form = form_of(&page, &[("to", &*hale), ("copies", "")]);
        let page = house.send(&form).await;
        page.is(422).shows("You changed who reads it").shows("Tom Hale of Acme Robotics reads this.");
        let form = form_of(&page, &[]);
        house.send(&form).await.is(303);
        let case = house.kept().await;
        assert_eq!((case.mails.out[0].to, case.mails.out[0].next_contact_at.is_some()), (MR_HALE, true));
    });
}

#[test]
fn it_is_seen_as_they_will_see_it_before_it_leaves() {
    both_async(|db| async move {
        let mut house = house(db).await;
        house.left_message().await;
        let form = house
            .form("purpose=ask_for_time", &[("text", "When may I call?\n\n- Monday\n- <b>Tuesday</b>"), ("look", "1")])
            .await;
        let page = house.send(&form).await;
        page.is(200)
            .shows("As they will see it")
            .shows("<li>Monday</li>")
            .shows("&lt;b&gt;Tuesday&lt;/b&gt;")
            .shows("As plain text");
        assert!(house.kept().await.mails.out.is_empty(), "a look sends nothing");
    });
}

#[test]
fn without_a_mailbox_it_says_so_and_the_draft_stays() {
    both_async(|db| async move {
        let mut house = bare(db).await;
        let page = house.get("/mail/new?purpose=ask_for_time").await;
        page.shows("No mailbox sends yet").shows("/settings/mailboxes").hides("10 seconds to undo");
        let form = form_of(&page, &[("text", "When may I call you?")]);
        let page = house.send(&form).await;
        page.is(422).shows("No mailbox sends yet").shows("When may I call you?");
        let there = house.at("/mail/new?purpose=ask_for_time");
        let mut kept = form.clone();
        kept.push(("kept_as".into(), there.clone()));
        let pairs: Vec<(&str, &str)> = kept.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        house.maria.post("/drafts", &pairs).await.is(204);
        house.maria.get(&there).await.shows("When may I call you?");
        house.maria.get("/drafts").await.shows("Write a mail");
    });
}

/// Stop-on-send: what a colleague did since is read before the mail leaves.
#[test]
fn a_mail_is_stopped_when_the_case_went_on_since() {
    both_async(|db| async move {
        let mut house = house(db).await;
        house.left_message().await;
        let form = house.form("purpose=ask_for_time", &[]).await;
        let mut ewa = house.maria.is(crate::support::world::EWA).await;
        ewa.post(&house.at("/do/add-note"), &[("text", "They called us back.")]).await.is(303);
        let page = house.send(&form).await;
        page.is(409).shows("They called us back.");
        assert!(house.kept().await.mails.out.is_empty());
        let again = form_of(&page, &[]);
        house.send(&again).await.is(303);
    });
}

/// S177: after a talk its summary is drafted with what was heard, both sides' steps and dates, the next word; an invitation goes along.
#[test]
fn s177_a_talk_drafts_its_summary_with_steps_dates_and_an_invitation() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let done = house.talked().await;
        let case = house.kept().await;
        assert!(
            case.clocks.iter().any(|c| c.kind == ClockKind::Summary && c.is_running()),
            "overdue after a working day"
        );
        let page = house.maria.get(done.to.unwrap().split('#').next().unwrap()).await;
        let talk = case.talks[0].id;
        page.shows(&format!("/mail/new?purpose=summary&amp;talk={talk}"));
        let page = house.get(&format!("/mail/new?purpose=summary&talk={talk}")).await;
        let form = form_of(&page, &[]);
        let text = value(&form, "text");
        for words in [
            "Half are dry and line 3 stands.",
            "96 of 200 boards cannot be used",
            "Next word from us: by Wed, 4 Mar 2026 05:00.",
        ] {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert_eq!(value(&form, "invite"), "on");
        let (id, _) = house.sends(&format!("purpose=summary&talk={talk}"), &[]).await;
        let raw = house.raw(id).await;
        assert!(raw.contains("text/calendar") && raw.contains("method=REQUEST"), "{raw}");
        assert!(
            raw.contains("To: \"Dana Rao\" <dana@customer.example>")
                || raw.contains("To: Dana Rao <dana@customer.example>"),
            "{raw}"
        );
        house.maria.pass(SignedDuration::from_secs(11));
        house.goes(id).await;
        let case = house.kept().await;
        assert!(case.talks[0].summary_at.is_some());
        assert!(case.next_contact().is_some_and(|p| p.to == MS_RAO), "the next word stands as it was said");
    });
}
