//! The conversation sheet and what comes of it, by forms alone: before, listening, after, on both databases.

use crate::desk;
use crate::support;
use desk::Desk;
use support::both_async;

/// A talk in which everything was done, but for what a test changes or leaves out.
pub fn talk<'t>(desk: &'t Desk, more: &[(&'t str, &'t str)]) -> Vec<(&'t str, &'t str)> {
    let mut all = vec![
        ("channel", "phone"),
        ("with", desk.dana.as_str()),
        ("minutes", "12"),
        ("acknowledgement.we_see", "We see it: half the boards have no solder on U7."),
        ("acknowledgement.we_work", "I'm on it now."),
        ("notes", "Line 3 stands since six."),
        ("reflect_back", "Half the boards are dry and line 3 stands."),
        ("heard", "all"),
        ("impacts[0].words", "96 of 200 boards cannot be used"),
        ("tone_end", "4"),
        ("next_contact_at", "tomorrow 9:00"),
    ];
    all.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    all.extend(more.iter().filter(|(_, value)| !value.is_empty()));
    all
}

pub async fn sheet(desk: &Desk, case: &str) -> String {
    desk.get(&format!("/cases/{case}/do/record-conversation")).await.body
}

/// What stands in a part of the sheet.
pub fn part<'p>(page: &'p str, id: &str) -> &'p str {
    page.split(&format!("id=\"do-{id}\"")).nth(1).and_then(|s| s.split("</section>").next()).unwrap_or_default()
}

#[track_caller]
fn in_order(page: &str, words: &[&str]) {
    let places: Vec<usize> = words.iter().map(|w| page.find(w).unwrap_or_else(|| panic!("“{w}” in {page}"))).collect();
    assert!(places.is_sorted(), "{words:?} stand at {places:?}");
}

/// A case of ours with bad news: order 4417 will miss Thursday.
pub async fn bad_news(desk: &Desk) -> String {
    let news = [
        ("account", desk.acme.as_str()),
        ("title", "Order 4417 will miss Thursday."),
        ("safety", "nobody"),
        ("contact", desk.dana.as_str()),
        ("kind", "delay"),
        ("origin", "we_bring_news"),
        ("promised_on", "2026-03-05"),
        ("new_date", "2026-03-10"),
    ];
    let answer = desk.post("/cases/new", &news).await;
    assert_eq!(answer.status, 303, "{}", answer.said());
    answer.location.trim_start_matches("/cases/").split('?').next().unwrap_or_default().to_owned()
}

#[test]
fn s068_s118_bad_news_begins_with_a_breath_and_the_support_before_the_news() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let news = bad_news(&desk).await;
        let page = sheet(&desk, &news).await;
        let before = part(&page, "before");
        in_order(
            before,
            &["upset with the situation, not with you", "We want you to have what you need", "I have news"],
        );
        in_order(before, &["I am working on it myself", "Does this still work for you?"]);
        // With their need known, it is said back in the same breath (S068, S069).
        desk.done(
            &news,
            "describe-harm",
            &[("impacts[0].dimension", "deadline"), ("impacts[0].words", "Their fair opens on Friday.")],
        )
        .await;
        let page = sheet(&desk, &news).await;
        in_order(part(&page, "before"), &["We understand what you need: Their fair opens on Friday.", "I have news"]);
        let complaint = desk.opened("Half the boards have no solder on U7.").await;
        let page = sheet(&desk, &complaint).await;
        in_order(part(&page, "before"), &["Say first:", "upset with the situation, not with you"]);
        assert!(!part(&page, "before").contains("Before the news"));
    });
}

#[test]
fn s069_their_need_stands_in_the_first_lines_and_an_unknown_one_is_the_first_question() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        let page = sheet(&desk, &case).await;
        in_order(part(&page, "before"), &["Ask first:", "What do you need it for", "You want"]);
        let need = [
            ("deadline.at", "Fri 14:00"),
            ("deadline.what", "They ship to their customer"),
            ("deadline.threatened", "yes"),
        ];
        desk.done(&case, "describe-harm", &need).await;
        let page = sheet(&desk, &case).await;
        let before = part(&page, "before");
        in_order(before, &["They need (say it back)", "They ship to their customer, Fri 6 Mar, 14:00", "You want"]);
        assert!(!before.contains("Ask first:"), "{before}");
    });
}

#[test]
fn s080_the_reflect_back_is_offered_with_their_first_worry_and_saved_unedited_is_flagged() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        desk.done(
            &case,
            "record-conversation",
            &talk(&desk, &[("concerns", "Do the other lots have it too?\nFriday")]),
        )
        .await;
        let offered = "What I'm hearing is that Do the other lots have it too.";
        let page = sheet(&desk, &case).await;
        assert!(part(&page, "after").contains(offered), "{}", part(&page, "after"));
        desk.later(30);
        let saved = desk
            .done(&case, "record-conversation", &talk(&desk, &[("reflect_back", offered), ("impacts[0].words", "")]))
            .await;
        let told = desk.get(saved.location.split('#').next().unwrap_or_default()).await.body;
        assert!(told.contains("said it back in the words that were offered"), "{told}");
        let tab = desk.get(&format!("/cases/{case}/conversations")).await.body;
        assert_eq!(
            tab.matches("said back in the words that were offered").count(),
            1,
            "the other talk was in own words: {tab}"
        );
    });
}

/// S081, S082: wanting to understand opens a talk; a way forward together leads over to the options, and stands nowhere before them.
#[test]
fn s081_s082_a_phrase_is_offered_in_the_phase_it_belongs_to() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        let page = sheet(&desk, &case).await;
        let (opening, forward) = ("I want to understand how we got here.", "Let's figure out a way forward together.");
        assert!(part(&page, "listening").contains(opening) && !part(&page, "after").contains(opening));
        let options = part(&page, "after").split("Put right in this talk").nth(1).unwrap_or_default();
        assert!(
            options.contains(forward)
                && !part(&page, "listening").contains(forward)
                && !part(&page, "before").contains(forward)
        );
        let laid_out = desk.get(&format!("/cases/{case}/do/lay-out-options")).await.body;
        assert!(laid_out.contains(forward), "{laid_out}");
    });
}

#[test]
fn s125_curious_prompts_by_kind_in_free_order_and_only_their_topics_are_kept() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let defect = desk.opened("Half the boards have no solder on U7.").await;
        let late = desk.opened("The shipment is three days late").await;
        let (of_defect, of_late) = (sheet(&desk, &defect).await, sheet(&desk, &late).await);
        assert!(part(&of_defect, "listening").contains("Do you see it on other lots too?"));
        assert!(
            !of_late.contains("Do you see it on other lots too?")
                && of_late.contains("Would a part of it already help?")
        );
        assert!(
            part(&of_defect, "listening").contains("You said “Half the boards have no solder on U7”."),
            "their own words are asked on about"
        );
        assert!(!part(&of_defect, "listening").contains(" required"), "none of it must be said");
        desk.done(&defect, "record-conversation", &talk(&desk, &[("topics", "other_lots")])).await;
        let tab = desk.get(&format!("/cases/{defect}/conversations")).await.body;
        assert!(tab.contains("Asked about: other lots") && !tab.contains("Do you see it on other lots too?"), "{tab}");
    });
}

#[test]
fn s128_the_preparation_of_a_tough_conversation_lists_every_open_trouble() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let mut titles = vec![];
        for n in 1..=8 {
            let title = format!("Trouble number {n} of theirs");
            desk.opened(&title).await;
            titles.push(title);
        }
        let last = desk.opened("The shipment is three days late").await;
        let page = desk.get(&format!("/cases/{last}/do/prepare-talk")).await.body;
        for title in &titles {
            assert!(page.contains(title.as_str()), "{title} in {page}");
        }
        assert!(page.contains("What lies between you") && page.contains("this one"), "{page}");
    });
}

#[test]
fn a_promise_in_the_notes_is_proposed_after_the_save_and_kept_only_by_a_press() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        let notes = "They need the boards by Friday.\nI'll send the lots list tomorrow 12:00";
        let saved = desk.done(&case, "record-conversation", &talk(&desk, &[("notes", notes)])).await;
        let told = desk.get(saved.location.split('#').next().unwrap_or_default()).await.body;
        let proposed = told
            .split("You may have promised this")
            .nth(1)
            .expect("a proposal")
            .split("</section>")
            .next()
            .unwrap_or_default();
        assert!(proposed.contains("Send the lots list: tomorrow 12:00 · 06:00 their time"), "{proposed}");
        assert!(!proposed.contains("need the boards"), "what they need is no promise of ours: {proposed}");
        assert!(!told.contains("Promised Dana Ruiz: Send the lots list"), "nothing is promised by itself");
        let value = |name: &str| desk::field(proposed, name);
        let (words, due, to, request) = (value("words"), value("due"), value("to"), value("request_id"));
        let wish = [("what", "thing"), ("words", words.as_str()), ("due", &due), ("to", &to), ("request_id", &request)];
        desk.done(&case, "make-promise", &wish).await;
        let page = desk.get(&format!("/cases/{case}?done=make-promise")).await.body;
        assert!(page.contains("Promised Dana Ruiz: Send the lots list, by tomorrow 12:00"), "{page}");
        assert!(!page.contains("You may have promised this"), "a promise that is kept here is not proposed again");
    });
}

/// A message left on their machine is a promise, too: the same sentence, the same proposal.
#[test]
fn a_promise_in_the_note_of_a_try_is_proposed_after_the_save() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        let note = "I'll send the tracking number by Friday noon";
        let tried =
            [("channel", "phone"), ("outcome", "left_message"), ("contact", desk.dana.as_str()), ("note", note)];
        let saved = desk.done(&case, "record-attempt", &tried).await;
        let told = desk.get(saved.location.split('#').next().unwrap_or_default()).await.body;
        assert!(told.contains("You may have promised this"), "{told}");
        assert!(told.contains("Send the tracking number: Fri 6 Mar, 12:00 · 06:00 their time"), "{told}");
        assert!(!told.contains("Promised Dana Ruiz"), "nothing is promised by itself");
    });
}

#[test]
fn while_somebody_types_times_and_promises_are_read_back_and_nothing_is_kept() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        let typed = [
            ("next_contact_at", "their 9:00"),
            ("started_at", "blue moon"),
            ("options[0].what", "New labels by courier, Fri 10"),
            ("notes", "angry about March\ntracking number by Friday noon"),
        ];
        let back = desk.post(&format!("/cases/{case}/read-back"), &typed).await;
        assert_eq!(back.status, 200, "{}", back.body);
        let back: serde_json::Value = serde_json::from_str(&back.body).expect("JSON");
        assert_eq!(back["read"]["next_contact_at"], "today 15:00 · 09:00 their time");
        assert_eq!(back["read"]["options[0].what"], "New labels by courier: Fri 6 Mar, 10:00 · 04:00 their time");
        assert_eq!(back["read"]["started_at"], serde_json::Value::Null, "what is not understood is not made up");
        let caught = back["caught"].as_str().unwrap_or_default();
        assert!(
            caught.contains("Tracking number by 2026-03-06 12:00") && caught.contains("data-take=\"promises\""),
            "{caught}"
        );
        let story = desk.get(&format!("/cases/{case}/history")).await.body;
        assert!(!story.contains("Tracking number"), "{story}");
    });
}

#[test]
fn what_is_missing_is_asked_for_beside_its_field_and_what_was_understood_is_read_back() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        let path = format!("/cases/{case}/do/record-conversation");
        let short = [
            ("minutes", ""),
            ("next_contact_at", "Fri 10"),
            ("promises[0].words", "the list"),
            ("impacts[0].words", "They are not happy"),
        ];
        let no = desk.post(&path, &talk(&desk, &short)).await;
        assert_eq!(no.status, 422);
        for words in [
            "do-minutes-error",
            "How many minutes did it take?",
            "By when? Write it into the sentence",
            "Choose what it hits",
        ] {
            assert!(no.body.contains(words), "{words}: {}", no.said());
        }
        assert!(no.body.contains("Fri 6 Mar, 10:00 · 04:00 their time"), "read back without script: {}", no.body);
        let odd = desk.post(&path, &talk(&desk, &[("next_contact_at", "when it suits")])).await;
        assert!(
            odd.body.contains("We do not understand this time") && odd.body.contains("when it suits"),
            "{}",
            odd.said()
        );
        let promised =
            [("promises[0].words", "tracking number by Friday noon"), ("next_contact_at", "tomorrow, their 9:00")];
        desk.done(&case, "record-conversation", &talk(&desk, &promised)).await;
        let page = desk.get(&format!("/cases/{case}")).await.body;
        assert!(page.contains("Promised Dana Ruiz: Tracking number, by Fri 6 Mar, 12:00"), "{page}");
        assert!(page.contains("Dana Ruiz hears from us by tomorrow 15:00"), "{page}");
        assert!(page.contains("Spoke with Dana Ruiz on the phone for 12 min"), "{page}");
    });
}

/// A wrong label put right in one phone call, in the words of the short sheet (PRODUCT: small troubles stay small).
#[test]
fn a_small_trouble_needs_two_sentences_for_its_ways_and_one_for_never_again() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("The label on box 3 says the wrong item").await;
        let small = [
            ("notes", "40 boxes, the labels say rev B."),
            ("impacts[0].words", "Goods-in relabels 40 boxes"),
            ("options[0].what", "New labels by courier, tomorrow 10"),
            ("options[1].what", "The file now by mail, today 12:00"),
            ("decision.option_number", "b"),
            ("decision.words", "Send me the file."),
            ("led_to_this", "Your template is old."),
            ("plan.never_again", "Correct the template by Wed"),
            ("plan_agreed", "yes"),
        ];
        let path = format!("/cases/{case}/do/record-conversation");
        let undated: Vec<_> = small
            .iter()
            .map(|p| if p.0 == "options[1].what" { ("options[1].what", "The file now") } else { *p })
            .collect();
        let no = desk.post(&path, &talk(&desk, &undated)).await;
        assert!(no.status == 422 && no.body.contains("When do they have it?"), "{}", no.said());
        desk.done(&case, "record-conversation", &talk(&desk, &small)).await;
        let page = desk.get(&format!("/cases/{case}")).await.body;
        assert!(page.contains("decided: The file now by mail"), "{page}");
        let plan = desk.get(&format!("/cases/{case}/plan")).await.body;
        for words in ["The file now by mail", "Correct the template", "Maria Krawczyk"] {
            assert!(plan.contains(words), "{words}: {plan}");
        }
        assert!(!plan.contains("not yet by both sides"), "{plan}");
    });
}

#[test]
fn s035_the_owner_who_opens_a_case_three_times_and_does_nothing_is_told_what_to_say_first() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        let look = async || desk.get(&format!("/cases/{case}")).await.body;
        assert!(!look().await.contains("nobody has called yet"));
        assert!(!look().await.contains("nobody has called yet"), "twice is looking");
        let third = look().await;
        in_order(
            &third,
            &["You have opened this 3 times and nobody has called yet.", "Say first:", "I see what happened"],
        );
        assert!(desk.get("/").await.body.contains("You have opened this 3 times"), "on Run to it too");
        desk.later(5);
        desk.done(&case, "record-attempt", &[("outcome", "no_answer"), ("channel", "phone"), ("contact", &desk.dana)])
            .await;
        assert!(!desk.get("/").await.body.contains("You have opened this"), "an act ends it");
        assert!(!look().await.contains("nobody has called yet"));
    });
}

#[test]
fn s096_what_it_cost_us_is_hidden_until_what_it_does_to_them_is_there() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        let path = format!("/cases/{case}/do/record-cost");
        let cost = [("what", "96 boards for scrap"), ("value.cents", "2400"), ("value.currency", "EUR")];
        let hidden = desk.get(&path).await.body;
        assert!(hidden.contains("Theirs comes first.") && !hidden.contains("name=\"value.cents\""), "{hidden}");
        let no = desk.post(&path, &cost).await;
        assert!(no.status == 422 && no.said().contains("First write down what it does to them"), "{}", no.said());
        desk.done(&case, "record-conversation", &talk(&desk, &[])).await;
        assert!(desk.get(&path).await.body.contains("name=\"value.cents\""));
        desk.done(&case, "record-cost", &cost).await;
        let page = desk.get(&format!("/cases/{case}")).await.body;
        in_order(&page, &["<h2>Their side", "<h2>Our view", "2400.00 EUR: 96 boards for scrap"]);
    });
}
