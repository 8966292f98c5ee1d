//! What a case brings up by itself, and what is said after a talk: by forms alone, on both databases.

use crate::desk::Desk;
use crate::pages_talk::{bad_news, part, sheet, talk};
use crate::support::both_async;
use crate::walk::{chosen, ended, heard, planned};

const BOARDS: &str = "Half the boards have no solder on U7.";

async fn page(desk: &Desk, case: &str) -> String {
    desk.get(&format!("/cases/{case}")).await.body
}

#[test]
fn s115_after_a_talk_that_ended_in_anger_a_hand_is_offered() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(BOARDS).await;
        let after = async |tone: &str| {
            desk.later(30);
            let saved = desk.done(&case, "record-conversation", &talk(&desk, &[("tone_end", tone)])).await;
            desk.get(saved.location.split('#').next().unwrap_or_default()).await.body
        };
        let calm = after("4").await;
        assert!(!calm.contains("That was hard"), "{calm}");
        let hard = after("1").await;
        let hand =
            hard.split("That was hard").nth(1).unwrap_or_default().split("</section>").next().unwrap_or_default();
        for offered in
            ["Take a breath", "/do/prepare-talk", "Bring a colleague", "/do/hand-over", "/do/ask-for-support"]
        {
            assert!(hand.contains(offered), "{offered}: {hand}");
        }
    });
}

#[test]
fn s181_the_third_update_without_news_asks_for_another_rhythm() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(BOARDS).await;
        heard(&desk, &case).await;
        let text = ended(&desk, &case, "The carrier has not found the pallet yet. We asked them twice today.\n").await;
        let update = [
            ("purpose", "update"),
            ("way", "email"),
            ("to", desk.dana.as_str()),
            ("text", text.as_str()),
            ("no_change_tried", "Asked the carrier twice."),
            ("next_contact_at", "tomorrow 9:00"),
            ("left_all", "There is nothing else to say yet."),
        ];
        let asks = "times in a row they heard that nothing is new";
        for _ in 0..3 {
            assert!(!page(&desk, &case).await.contains(asks), "not before the third");
            desk.later(60);
            desk.done(&case, "record-message", &update).await;
        }
        let third = page(&desk, &case).await;
        assert!(
            third.contains(&format!("3 {asks}")) && third.contains(&format!("/accounts/{}/change", desk.acme)),
            "{third}"
        );
        desk.later(30);
        desk.done(&case, "record-conversation", &talk(&desk, &[])).await;
        assert!(!page(&desk, &case).await.contains(asks), "they were asked");
    });
}

#[test]
fn s074_after_three_tries_the_case_names_somebody_else_or_a_visit() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(BOARDS).await;
        let tries = async |n: usize| {
            for _ in 0..n {
                desk.later(60);
                let tried = [("outcome", "no_answer"), ("channel", "phone"), ("contact", desk.dana.as_str())];
                desk.done(&case, "record-attempt", &tried).await;
            }
            page(&desk, &case).await
        };
        assert!(!tries(2).await.contains("nobody was reached"));
        let alone = tries(1).await;
        for words in ["3 tries, and nobody was reached.", "Nobody else is known there.", "channel=visit"] {
            assert!(alone.contains(words), "{words}: {alone}");
        }
        let hale = [("name", "Tom Hale"), ("phone", "+1 512 555 0199"), ("zone", "America/Chicago")];
        let added = desk.post(&format!("/accounts/{}/contacts", desk.acme), &hale).await;
        assert_eq!(added.status, 303, "{}", added.said());
        let other = page(&desk, &case).await;
        let said =
            other.split("nobody was reached").nth(1).unwrap_or_default().split("</section>").next().unwrap_or_default();
        assert!(said.contains("Speak with Tom Hale instead") && said.contains("tel:+15125550199"), "{said}");
        desk.later(30);
        desk.done(&case, "record-conversation", &talk(&desk, &[])).await;
        assert!(!page(&desk, &case).await.contains("nobody was reached"), "somebody was");
    });
}

#[test]
fn s045_a_visit_is_asked_once_what_was_seen_and_the_story_shows_it() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(BOARDS).await;
        let there = format!("/cases/{case}/do/record-conversation");
        let visit = talk(&desk, &[("channel", "visit")]);
        let asked = desk.post(&there, &visit).await;
        assert!(asked.status == 422 && asked.body.contains("how did they seem?"), "{}", asked.said());
        assert!(asked.body.contains("name=\"seen_asked\""), "the next press keeps it: {}", asked.body);
        desk.done(&case, "record-conversation", &talk(&desk, &[("channel", "visit"), ("seen_asked", "yes")])).await;
        assert!(!page(&desk, &case).await.contains("Seen there"));
        desk.later(30);
        let seen = [("channel", "visit"), ("seen", "tense"), ("seen_note", "She kept looking at line 3.")];
        desk.done(&case, "record-conversation", &talk(&desk, &seen)).await;
        let story = page(&desk, &case).await;
        assert!(story.contains("Seen there: tense, She kept looking at line 3."), "{story}");
        let by_phone = desk.opened("The shipment is three days late").await;
        desk.done(&by_phone, "record-conversation", &talk(&desk, &[])).await;
    });
}

#[test]
fn s123_each_talk_shows_whether_the_shared_wish_was_said() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(BOARDS).await;
        desk.done(&case, "record-conversation", &talk(&desk, &[])).await;
        let tab = async || desk.get(&format!("/cases/{case}/conversations")).await.body;
        let not_said = tab().await;
        assert!(
            not_said.contains("Not said: that we want it solved") && !not_said.contains("Said: we want it"),
            "{not_said}"
        );
        desk.later(30);
        desk.done(&case, "record-conversation", &talk(&desk, &[("said_shared_wish", "yes")])).await;
        assert!(tab().await.contains("Said: we want it solved as much as they do."));
    });
}

#[test]
fn s103_a_worry_without_a_sentence_that_takes_it_seriously_is_named_before_the_ways() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(BOARDS).await;
        let worried = [("concerns", "Do the other lots have it too?")];
        desk.done(&case, "record-conversation", &talk(&desk, &worried)).await;
        let form = async || desk.get(&format!("/cases/{case}/do/lay-out-options")).await.body;
        let before = form().await;
        let first = before.split("Before the ways forward").nth(1).unwrap_or_default();
        assert!(
            first.contains("Do the other lots have it too?") && first.contains("/do/answer-concern?concern="),
            "{before}"
        );
        assert!(page(&desk, &case).await.contains("no sentence yet that takes it seriously"));
        let serious = desk.opened("The label on box 3 says the wrong item").await;
        let taken = [("concerns", "Do the other lots have it too?"), ("validated", "yes")];
        desk.done(&serious, "record-conversation", &talk(&desk, &taken)).await;
        let form = desk.get(&format!("/cases/{serious}/do/lay-out-options")).await.body;
        assert!(!form.contains("Before the ways forward"), "{form}");
        assert!(page(&desk, &serious).await.contains("taken seriously in a talk"));
    });
}

#[test]
fn s119_who_presses_them_stands_on_their_side() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(BOARDS).await;
        let pressed = [("pressure", "The plant manager, by Friday.")];
        desk.done(&case, "record-conversation", &talk(&desk, &pressed)).await;
        let all = page(&desk, &case).await;
        let theirs =
            all.split("<h2>Their side").nth(1).unwrap_or_default().split("</section>").next().unwrap_or_default();
        assert!(theirs.contains("The plant manager, by Friday."), "{theirs}");
        assert!(sheet(&desk, &case).await.contains("name=\"pressure\""), "it is asked");
    });
}

#[test]
fn s062_how_early_and_how_often_stand_on_the_case_with_the_time_left() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(BOARDS).await;
        let first = page(&desk, &case).await;
        assert!(first.contains("/why/c01_first_contact") && first.contains("First contact"), "{first}");
        desk.later(20);
        desk.done(&case, "record-conversation", &talk(&desk, &[])).await;
        let often = page(&desk, &case).await;
        assert!(often.contains("they have heard nothing for") && often.contains("/why/c05_"), "{often}");
        let why = desk.get(&format!("/cases/{case}/why/c01_first_contact")).await;
        assert_eq!(why.status, 200, "how early it was stays to be seen");
    });
}

#[test]
fn s065_the_case_says_how_many_working_days_ahead_they_were_told() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let news = bad_news(&desk).await;
        assert!(!page(&desk, &news).await.contains("working days ahead"), "not told yet");
        desk.done(&news, "record-conversation", &talk(&desk, &[("reaction", "hurts")])).await;
        let told = page(&desk, &news).await;
        // Told on Monday the 2nd, promised for Thursday the 5th.
        assert!(told.contains("3 working days ahead"), "{told}");
    });
}

#[test]
fn s099_s105_ours_or_shared_without_our_part_is_flagged_before_the_plan_and_nothing_waits_for_it() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let other = "The label on box 3 says the wrong item";
        for (position, title, flag) in [
            ("ours", BOARDS, "what we did is not written down yet"),
            ("shared", other, "our part is not written down yet"),
        ] {
            let case = desk.opened(title).await;
            desk.done(&case, "record-conversation", &talk(&desk, &[])).await;
            assert!(!page(&desk, &case).await.contains(flag), "nobody said whose it is");
            desk.done(&case, "state-fault", &[("position", position), ("fact", "Photo 3 shows the stencil.")]).await;
            assert!(page(&desk, &case).await.contains(flag), "{position}");
            let agree = desk.get(&format!("/cases/{case}/do/agree-plan")).await.body;
            assert!(agree.contains(flag), "where the plan is agreed, too: {agree}");
            desk.done(&case, "state-fault", &[("our_part", "We used the old stencil.")]).await;
            assert!(!page(&desk, &case).await.contains(flag), "{position}");
        }
    });
}

#[test]
fn s186_a_check_in_begins_with_its_agenda_of_open_steps() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(BOARDS).await;
        heard(&desk, &case).await;
        chosen(&desk, &case).await;
        planned(&desk, &case).await;
        let form = async || desk.get(&format!("/cases/{case}/do/record-check-in")).await.body;
        let agenda = |page: &str| {
            let after = page.split("Go through what is open:").nth(1).unwrap_or_default();
            after.split("</ul>").next().unwrap_or_default().to_owned()
        };
        let before = agenda(&form().await);
        assert!(before.contains("Send 200 new boards") && !before.contains("late"), "{before}");
        desk.days_later(30).await;
        assert!(agenda(&form().await).contains("late"));
    });
}

#[test]
fn s118_s117_the_card_stands_on_the_sheet_of_harm_and_of_news() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let (harm, news) = (desk.opened(BOARDS).await, bad_news(&desk).await);
        for case in [harm, news] {
            let sheet = sheet(&desk, &case).await;
            assert!(part(&sheet, "before").contains("You may bring a colleague, or hand over."), "{sheet}");
        }
    });
}

#[test]
fn s066_while_a_slip_is_not_answered_a_text_says_what_they_can_still_change() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let news = bad_news(&desk).await;
        desk.done(&news, "record-conversation", &talk(&desk, &[])).await;
        let said = async |text: &str| {
            let mail = [("purpose", "update"), ("to", desk.dana.as_str()), ("subject", "Order 4417"), ("text", text)];
            desk.post(&format!("/cases/{news}/review/send-message"), &mail).await.body
        };
        let slip = "Dear Dana,\n\nOrder 4417 will miss Thursday. It is with you on 10 March 2026.";
        let missing = said(slip).await;
        let asks = "It does not say what they can still change, and until when.";
        assert!(missing.contains(asks), "{missing}");
        let whole = said(&format!("{slip} You can still change the delivery address until Friday.")).await;
        assert!(!whole.contains(asks), "{whole}");
        let answer = [("by", desk.dana.as_str()), ("reaction", "hurts"), ("words", "Our fair is on Friday.")];
        desk.done(&news, "record-reaction", &answer).await;
        assert!(!said(slip).await.contains(asks), "they answered");
    });
}

#[test]
fn s189_on_run_to_it_what_helps_them_stands_before_what_cleans_up_at_our_end() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(BOARDS).await;
        heard(&desk, &case).await;
        chosen(&desk, &case).await;
        let plan = [
            ("steps[0].text", "Change the work instruction"),
            ("steps[0].kind", "prevent"),
            ("steps[0].party", "us"),
            ("steps[0].owner", desk.maria.as_str()),
            ("steps[0].due", "Fri 9:00"),
            ("steps[0].confirmed", "yes"),
            ("steps[1].text", "Send 200 new boards"),
            ("steps[1].kind", "fix"),
            ("steps[1].party", "us"),
            ("steps[1].owner", desk.maria.as_str()),
            ("steps[1].due", "Fri 16:00"),
            ("steps[1].confirmed", "yes"),
        ];
        desk.done(&case, "draft-plan", &plan).await;
        desk.done(&case, "agree-plan", &[("by_customer", &desk.dana), ("words", "Agreed.")]).await;
        let list = desk.get("/").await.body;
        let place = |words: &str| list.find(words).unwrap_or_else(|| panic!("{words} in {list}"));
        assert!(place("Send 200 new boards") < place("Change the work instruction"), "both are due on Friday");
    });
}

#[test]
fn s044_the_sheet_proposes_a_visit_where_the_way_fits_before_the_contact_is_due() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(BOARDS).await;
        assert!(!sheet(&desk, &case).await.contains("Best way"), "nobody knows the way");
        let there = format!("/accounts/{}/change", desk.acme);
        let as_it_is = crate::visit::fields_of(&desk.get(&there).await.body);
        let mut fields: Vec<(&str, &str)> = as_it_is.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        fields.retain(|(name, _)| *name != "travel_minutes");
        let odd = desk.post(&there, &[&fields[..], &[("travel_minutes", "far")]].concat()).await;
        assert_eq!(odd.status, 422, "{}", odd.said());
        let way = desk.post(&there, &[&fields[..], &[("travel_minutes", "40")]].concat()).await;
        assert_eq!(way.status, 303, "{}", way.said());
        // Four working hours are left, then half an hour.
        assert!(
            part(&sheet(&desk, &case).await, "before").contains("Visit today: there is time for the way (40 min).")
        );
        desk.later(210);
        let late = sheet(&desk, &case).await;
        assert!(part(&late, "before").contains("Phone now: the way there (40 min)"), "{late}");
    });
}

#[test]
fn s094_what_else_they_wait_for_stands_on_their_side_with_their_real_need() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let news = bad_news(&desk).await;
        desk.done(&news, "record-conversation", &talk(&desk, &[])).await;
        let answer = [
            ("by", desk.dana.as_str()),
            ("reaction", "still_works"),
            ("words", "No hurry."),
            ("need_by", "2026-03-28"),
            ("waiting_for", "The motors, until the 28th."),
        ];
        desk.done(&news, "record-reaction", &answer).await;
        let theirs = page(&desk, &news).await;
        assert!(
            theirs.contains("they wait for other parts anyway:") && theirs.contains("The motors, until the 28th."),
            "{theirs}"
        );
    });
}

#[test]
fn s184_a_case_with_nothing_ahead_says_so_until_somebody_gives_it_a_next_step() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(BOARDS).await;
        assert!(!page(&desk, &case).await.contains("nothing ahead"), "the first contact is ahead");
        desk.days_later(30).await;
        let still = page(&desk, &case).await;
        assert!(still.contains("nothing ahead") && still.contains("/do/make-promise"), "{still}");
        desk.done(&case, "record-conversation", &talk(&desk, &[])).await;
        assert!(!page(&desk, &case).await.contains("nothing ahead"));
    });
}
