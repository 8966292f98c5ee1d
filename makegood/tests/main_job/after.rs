//! Their word and after: solved, the call some days later, prevention, the review, the last message, Closed, and the history that proves it.

use super::person::Person;

pub async fn their_word(anna: &Person<'_>, case: &str) {
    anna.act(case, "Their word").await;
    anna.tick("Yes, they say it is solved").await;
    anna.write("Their words", "All 200 work. Thank you.").await;
    anna.choose("Who said it", "Dana Ruiz").await;
    anna.choose("How they said it", "by phone").await;
    anna.tick("Will the rest of the order slip too?").await;
    anna.press_and_read("Keep their word", "Their word is kept.").await;
    anna.reads("All 200 work. Thank you.").await;
    anna.reads("Solved, by their word").await;
    anna.act(case, "Choose the next step").await;
    anna.tick("a call").await;
    anna.press_and_read("Choose it", "The next step is chosen.").await;
}

pub async fn days_later_the_call(anna: &Person<'_>, case: &str) {
    // S209: no closing before the call.
    anna.act(case, "Close with the last message").await;
    anna.write("We value your business: as you sent it", "We are glad that you told us.").await;
    anna.write("What we commit to: as you sent it", "Call me first.").await;
    anna.press("Close the case").await;
    assert!(anna.path().await.ends_with("/do/close"), "not before the call");
    anna.wait(3 * 24 * 60).await;
    anna.signs_in().await;
    anna.go("/").await;
    anna.reads("Is it still as it should be?").await;
    anna.press("Call after").await;
    anna.tick("OK").await;
    anna.choose("Whom you called", "Dana Ruiz").await;
    anna.choose("How", "phone").await;
    anna.write("Their words", "Still fine.").await;
    anna.tick_in("“Would you call us first next time?”", "yes").await;
    anna.tick_in("The chosen next step itself is done", "yes").await;
    anna.press_and_read("Keep the call", "The call is kept.").await;
    anna.go(case).await;
}

pub async fn learned_and_closed(anna: &Person<'_>, case: &str) {
    anna.act(case, "Short review").await;
    anna.write("What did we learn about this customer?", "They plan by the hour.").await;
    anna.write("What did we learn about how we work?", "Nobody looked at the oven.").await;
    anna.write("What improved in product, process or service?", "It is checked each shift.").await;
    anna.write("The lesson in one sentence", "Check the oven after every change.").await;
    anna.tick("better").await;
    anna.press_and_read("Keep the review", "The review is kept.").await;
    prevented(anna, case).await;
    anna.go(&format!("{case}/do/settle-step")).await;
    anna.choose("Which step", "Check the oven each shift").await;
    anna.tick("Done").await;
    anna.write("What shows it", "The log of the oven").await;
    anna.press_and_read("Keep it", "The step is settled.").await;
    anna.act(case, "Close with the last message").await;
    anna.write("We value your business: as you sent it", "We are glad that you told us.").await;
    anna.write("What we commit to: as you sent it", "Call me first.").await;
    anna.press_and_read("Close the case", "The case is closed.").await;
    anna.reads("Closed").await;
    assert_eq!(anna.lights(case).await, 4, "the relationship is kept");
    anna.go(&format!("{case}/history")).await;
    anna.reads("nothing was changed since").await;
    anna.go("/").await;
    anna.does_not_read("Order 4417").await;
    anna.go("/cases?standing=closed").await;
    anna.reads("Order 4417 is late and our line waits.").await;
}

/// Prevention, step by step to the letter (S224, S228).
async fn prevented(anna: &Person<'_>, case: &str) {
    let steps = [
        "stopping the harm",
        "contained",
        "finding the cause",
        "cause verified",
        "choosing what to change",
        "changing it",
        "proving it",
        "held",
        "shared with them",
    ];
    for to in steps {
        anna.wait(10).await;
        anna.go(&format!("{case}/do/advance-prevention")).await;
        anna.choose("Where it stands now", to).await;
        anna.write("What was done, found or proven", "Done and looked at.").await;
        match to {
            "cause verified" => anna.write("The cause as verified", "Nobody is told when the oven stops.").await,
            "changing it" => questions_answered(anna).await,
            "shared with them" => {
                anna.write("The letter as sent", "Since Monday the oven is checked each shift.").await;
            }
            _ => {}
        }
        anna.press("Keep it").await;
        assert!(!anna.path().await.ends_with("advance-prevention"), "{to}: {}", anna.text().await);
    }
}

async fn questions_answered(anna: &Person<'_>) {
    let questions = [
        "Should stock levels change?",
        "Is training needed?",
        "Is it the supplier?",
        "Is there an alternative?",
        "Must the process change?",
        "Must we promise otherwise?",
        "Must we say it otherwise?",
    ];
    for question in questions {
        let answer = if question.contains("process") { "yes" } else { "no" };
        anna.tick_in(question, answer).await;
        anna.write(&format!("{question}: what will be done, or why not"), "Looked at, in the talk of Monday.").await;
    }
}
