//! What the pages of a case promise to the practices: whose side stands first, what is hidden until when, what may never be overlooked.

use crate::by_link::Theirs;
use crate::desk;
use crate::support;
use crate::walk;
use desk::{Desk, field};
use support::both_async;
use walk::{chosen, heard, planned};

async fn page(desk: &Desk, case: &str) -> String {
    desk.get(&format!("/cases/{case}")).await.body
}

#[test]
fn s095_the_page_opens_on_their_side_and_s084_ours_waits_until_theirs_is_heard() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        let before = page(&desk, &case).await;
        let place = |words: &str| before.find(words).unwrap_or_else(|| panic!("{words} in {before}"));
        assert!(place("<h2>Their side") < place("<h2>Next") && place("<h2>Next") < place("<h2>Our view"));
        assert!(before.contains("Ours opens when theirs is heard"), "{before}");
        heard(&desk, &case).await;
        let after = page(&desk, &case).await;
        assert!(!after.contains("Ours opens when theirs is heard"), "{after}");
    });
}

#[test]
fn s056_s178_s236_s249_s250_what_one_sees_at_a_glance() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        let seen = page(&desk, &case).await;
        for words in [
            "no human voice yet",
            "Step 2 of",
            "Still needed:",
            "Acknowledged",
            "In dialogue",
            "Plan agreed",
            "Relationship kept",
            "9 years",
            "href=\"tel:+15125550148\"",
            "03:00 there",
            "Empathy",
            "First contact",
            "/why/c01_first_contact",
        ] {
            assert!(seen.contains(words), "{words} in {seen}");
        }
        for never in ["revenue", "Revenue", "turnover", "margin"] {
            assert!(!seen.contains(never), "{never} stands on the page");
        }
        heard(&desk, &case).await;
        assert!(!page(&desk, &case).await.contains("no human voice yet"));
    });
}

#[test]
fn nothing_ticked_is_not_taken_for_none_fits() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        heard(&desk, &case).await;
        desk.done(
            &case,
            "add-option",
            &[("what", "New boards"), ("kind", "other"), ("arrives", "Fri 10"), ("confidence", "expected")],
        )
        .await;
        desk.done(
            &case,
            "add-option",
            &[("what", "Credit"), ("kind", "credit"), ("arrives", "Fri 10"), ("confidence", "expected")],
        )
        .await;
        desk.done(&case, "describe-harm", &[("worst_part", "Not knowing.")]).await;
        desk.done(&case, "lay-out-options", &[]).await;
        let path = format!("/cases/{case}/do/decide");
        let nothing = desk.post(&path, &[("by", &desk.dana), ("words", "Hm.")]).await;
        assert_eq!(nothing.status, 422, "{}", nothing.said());
        // S162, S163: none fits is an answer, and asks how we can help.
        let none = [("option", "none"), ("by", desk.dana.as_str()), ("words", "Neither helps us.")];
        assert_eq!(desk.post(&path, &none).await.status, 422);
        let with_help = [none[0], none[1], none[2], ("how_can_we_help", "Send somebody to sort them here.")];
        assert_eq!(desk.post(&path, &with_help).await.status, 303);
    });
}

#[test]
fn s176_a_change_they_do_not_know_of_cannot_be_overlooked_and_s154_their_steps_are_still_open() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        heard(&desk, &case).await;
        chosen(&desk, &case).await;
        planned(&desk, &case).await;
        let form = desk.get(&format!("/cases/{case}/do/revise-plan")).await.body;
        let step = field(&form, "changes[0].step");
        let theirs = [
            ("changes[0].step", step.as_str()),
            ("changes[0].due", "next Mon 10:00"),
            ("why", "The oven needs a day longer."),
            ("new_steps[0].text", "Send the 96 boards back"),
            ("new_steps[0].kind", "fix"),
            ("new_steps[0].party", "customer"),
            ("new_steps[0].owner", desk.maria.as_str()),
            ("new_steps[0].owner_name", "Dana Ruiz"),
            ("new_steps[0].due", "tomorrow 12:00"),
        ];
        desk.done(&case, "revise-plan", &theirs).await;
        assert!(page(&desk, &case).await.contains("a change is not told yet"), "S176");
        desk.days_later(3).await;
        let plan = desk.get(&format!("/cases/{case}/plan")).await.body;
        let row = plan.split("<li").find(|row| row.contains("Send the 96 boards back")).expect("their step");
        assert!(row.contains("still open") && !row.contains(" late"), "S154: {row}");
        assert!(plan.contains("version 2") || plan.contains(">2<"), "S187: {plan}");
        // S187: what the new version changed can be read, not only that there is one.
        assert!(plan.contains("New: <ins>Send the 96 boards back</ins>") && plan.contains("<del>"), "{plan}");
    });
}

/// A wrong label put right in one phone call is one screen and one save (PRODUCT: small troubles stay small).
#[test]
fn a_small_trouble_is_heard_chosen_and_planned_in_one_save() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("The label on box 3 says the wrong item").await;
        let talk = [
            ("channel", "phone"),
            ("with", desk.dana.as_str()),
            ("started_at", "2026-03-02 08:55"),
            ("acknowledgement.we_see", "We see it: the label on box 3 is wrong."),
            ("acknowledgement.we_work", "I put it right now."),
            ("had_their_say", "yes"),
            ("reflect_back", "Box 3 has another label and your scanner refuses it."),
            ("reflect_confirmed", "yes"),
            ("got_everything", "yes"),
            ("impacts[0].dimension", "productivity"),
            ("impacts[0].words", "They have to type it in by hand"),
            ("worst_part", "The night shift does not know."),
            ("tone_start", "3"),
            ("tone_end", "5"),
            ("satisfied", "yes"),
            ("led_to_this", "Two orders packed at once."),
            ("what_else", "Nothing."),
            ("options[0].what", "A new label by mail, today"),
            ("options[0].kind", "other"),
            ("options[0].arrives", "tomorrow 9:00"),
            ("options[0].confidence", "expected"),
            ("options[1].what", "You print it from our file now"),
            ("options[1].kind", "other"),
            ("options[1].arrives", "in 1 hours"),
            ("options[1].confidence", "expected"),
            ("options_laid_out", "yes"),
            ("decision.option_number", "2"),
            ("decision.words", "Send the file."),
            ("plan.steps[0].text", "Send the label as a file"),
            ("plan.steps[0].kind", "fix"),
            ("plan.steps[0].party", "us"),
            ("plan.steps[0].owner", desk.maria.as_str()),
            ("plan.steps[0].due", "in 1 hours"),
            ("plan.steps[0].confirmed", "yes"),
            ("plan.steps[1].kind", "prevent"),
            ("plan.steps[1].party", "us"),
            ("plan.no_prevention_because", "It happened once; the bench is changed next week anyway."),
            ("plan_agreed", "yes"),
            ("next_contact_at", "tomorrow 9:00"),
        ];
        desk.done(&case, "record-conversation", &talk).await;
        let seen = page(&desk, &case).await;
        assert!(seen.contains("· <span>Agreed</span>") || seen.contains("Agreed"), "{seen}");
        let plan = desk.get(&format!("/cases/{case}/plan")).await.body;
        assert!(plan.contains("Send the label as a file") && !plan.contains("not yet by both sides"), "{plan}");
    });
}

#[test]
fn cases_are_linked_merged_and_split_by_the_number_people_say() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let first = desk.opened("Half the boards have no solder on U7.").await;
        let second = desk.opened("U7 is dry on the second lot too").await;
        desk.done(&first, "link", &[("with", &second), ("why", "The same oven.")]).await;
        assert!(page(&desk, &first).await.contains(&format!("/cases/{second}")));
        let split = desk.done(&first, "split", &[("title", "The invoice is wrong as well")]).await;
        assert!(split.location.contains("other=MG-"), "{}", split.location);
        let told = desk.get(split.location.split('#').next().unwrap_or_default()).await.body;
        assert!(told.contains("The other trouble has its own case.") && told.contains("Go to MG-"), "{told}");
        let into = [("into", first.trim_start_matches("MG-")), ("why", "One trouble."), ("look", "1")];
        let seen = desk.post(&format!("/cases/{second}/do/merge"), &into).await.body;
        assert!(seen.contains("Nothing has been done yet") && seen.contains(&format!("Goes on as {first}")), "{seen}");
        assert!(!page(&desk, &second).await.contains("This case went into"), "a look changes nothing");
        desk.done(&second, "merge", &[("into", first.trim_start_matches("MG-")), ("why", "One trouble.")]).await;
        assert!(page(&desk, &second).await.contains("This case went into"));
    });
}

/// I26, S212: each message ends with a name, a number, the hours and the way to their page; one that ends without any of them is refused.
#[test]
fn s212_a_message_without_its_end_is_refused() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        heard(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let end = walk::end_of_a_message(&desk, &case).await;
        let lines: Vec<&str> = end.lines().collect();
        assert!(lines.len() == 3 && lines[0].contains("Maria") && lines[0].contains('+'), "{end}");
        assert!(lines[1].starts_with("You reach me from ") && lines[2].ends_with(&dana.home), "{end}");
        let (name, number) = lines[0].split_once(" · ").expect("a name and a number");
        let there = format!("/cases/{case}/do/record-message");
        let send = async |text: &str| {
            let mail = [("purpose", "document"), ("way", "email"), ("to", desk.dana.as_str()), ("text", text)];
            desk.post(&there, &mail).await
        };
        for (without, said) in [
            (end.replace(name, "The team"), "does not end with a name"),
            (end.replace(number, ""), "without a number to call"),
            (end.replace(lines[1], "Always."), "the hours in which you can be reached"),
            (end.replace(lines[2], ""), "without the way to their page"),
            (String::new(), "does not end with a name"),
        ] {
            let refused = send(&format!("Here is the list.\n\n{without}")).await;
            assert_eq!(refused.status, 422, "{without}: {}", refused.said());
            assert!(
                refused.body.contains(said) && refused.body.contains("Here is the list."),
                "{said}: {}",
                refused.said()
            );
        }
        // Above everything else it is no end, and the end alone is no message.
        let above = format!("{end}\n{}", "And one more thing.\n".repeat(6));
        assert_eq!(send(&above).await.status, 422);
        assert_eq!(send(&end).await.status, 422);
        desk.done(
            &case,
            "record-message",
            &[
                ("purpose", "document"),
                ("way", "email"),
                ("to", desk.dana.as_str()),
                ("text", &format!("Here is the list.\n\n{end}")),
            ],
        )
        .await;
        // Whoever came by their link before follows the address in it to their page.
        assert_eq!(dana.page().await.matches("Here is the list.").count(), 1);
    });
}

/// S174: what each side may expect is drawn from the plan and stands in the summary that is sent.
#[test]
fn s174_the_summary_says_what_each_side_does_by_when() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        heard(&desk, &case).await;
        let summary = format!("/cases/{case}/do/record-message?purpose=summary");
        let before = desk.get(&summary).await.body;
        chosen(&desk, &case).await;
        planned(&desk, &case).await;
        let after = desk.get(&summary).await.body;
        let steps = |page: &str| page.lines().filter(|line| line.starts_with("- ")).count();
        assert!(steps(&before) == 0 && steps(&after) >= 2, "{after}");
        assert!(after.contains("You hear from us again by"), "{after}");
        // Sent as it was drafted, they read the sheet: ours and theirs, each with its time.
        let text = after.split("name=\"text\"").nth(1).and_then(|rest| rest.split_once('>')).expect("a field").1;
        let text = text.split("</textarea>").next().unwrap_or_default().replace("&amp;", "&");
        let sent = [("purpose", "summary"), ("to", desk.dana.as_str()), ("way", "email"), ("text", text.as_str())];
        desk.done(&case, "record-message", &sent).await;
        let theirs = Theirs::invited(&desk, &case, &desk.dana).await.page().await;
        let told = theirs.split("What was told so far").nth(1).unwrap_or_default();
        assert!(steps(told) >= 2 && told.contains("Send 200 new boards"), "{told}");
    });
}

/// S132: what is known stands with who said it: from a talk whoever was spoken with, else whoever wrote it down, unless another is named.
#[test]
fn s132_each_fact_stands_with_who_said_it() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        crate::walk::heard(&desk, &case).await;
        let facts = [
            ("facts[0].what", "since"),
            ("facts[0].answer", "Last Friday"),
            ("facts[1].what", "line"),
            ("facts[1].answer", "The second"),
            ("facts[1].said_by", "Tom at the gate"),
        ];
        desk.done(&case, "record-facts", &facts).await;
        let page = desk.get(&format!("/cases/{case}")).await.body;
        for (answer, who) in [("2231", "Dana"), ("Last Friday", "Maria"), ("The second", "Tom at the gate")] {
            let said = page.split(&format!("{answer} <span class=\"quiet\">(")).nth(1);
            assert!(said.is_some_and(|said| said.starts_with(who)), "{answer} without {who}: {page}");
        }
    });
}

/// S158: amends have a day and need proof; what is not given in time lists as a broken promise, on the case, on the customer and in the count.
#[test]
fn s158_amends_that_are_not_given_list_as_broken_promises() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        heard(&desk, &case).await;
        let credit = |due| {
            [
                ("kind", "credit"),
                ("value.cents", "150"),
                ("value.currency", "EUR"),
                ("words", "A credit for the lost day."),
                ("due", due),
            ]
        };
        let undated = desk.post(&format!("/cases/{case}/do/grant-amends"), &credit("")).await;
        assert_eq!(undated.status, 422, "{}", undated.said());
        desk.done(&case, "grant-amends", &credit("tomorrow 12:00")).await;
        let account = format!("/accounts/{}", desk.acme);
        let (here, there) = (desk.get(&format!("/cases/{case}")).await.body, desk.get(&account).await.body);
        assert!(here.contains("a credit, 150.00 EUR") && !here.contains("broken: not given"), "{here}");
        assert!(!there.contains("Broken promises") && !there.contains("1 broken"), "{there}");
        desk.days_later(2).await;
        let (here, there) = (desk.get(&format!("/cases/{case}")).await.body, desk.get(&account).await.body);
        assert!(here.contains("broken: not given") && here.contains("1 broken"), "{here}");
        assert!(there.contains("Broken promises") && there.contains("1 broken"), "{there}");
        let way = format!("/cases/{case}/do/give-amends?amends=");
        let amends: String = there.split(&way).nth(1).expect("the way to give it").chars().take(36).collect();
        let given = |proof| [("amends", amends.as_str()), ("proof", proof)];
        let bare = desk.post(&format!("/cases/{case}/do/give-amends"), &given("")).await;
        assert_eq!(bare.status, 422, "{}", bare.said());
        desk.done(&case, "give-amends", &given("Credit note 88")).await;
        assert!(!desk.get(&account).await.body.contains("Broken promises"));
    });
}
