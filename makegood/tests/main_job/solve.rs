//! To solve it together: two ways laid out, their choice, a plan that both agree to, and steps with proof.

use super::person::Person;

pub async fn two_ways_and_their_choice(anna: &Person<'_>, case: &str) {
    anna.wait(30).await;
    anna.act(case, "Add a way forward").await;
    anna.write("The way forward", "New boards, made here").await;
    anna.choose("What kind", "Make again").await;
    anna.choose("Who of operations says it can be done", "Anna Nowak").await;
    anna.write("They have it", "Fri 10").await;
    anna.choose("How sure", "expected").await;
    anna.press_and_read("Add the option", "The option is added.").await;
    // S140: one option is not a choice.
    anna.act(case, "Options talk").await;
    anna.press("They heard the options").await;
    anna.reads("two").await;
    assert!(anna.path().await.ends_with("/do/lay-out-options"), "one option is not a choice");
    anna.go(&format!("{case}/do/add-option")).await;
    anna.write("The way forward", "Ninety from stock, the rest later").await;
    anna.choose("What kind", "From stock").await;
    anna.write("They have it", "tomorrow 12:00").await;
    anna.choose("How sure", "expected").await;
    anna.press_and_read("Add the option", "The option is added.").await;
    anna.act(case, "What it does to them").await;
    anna.write("If I were them, the worst part would be …", "Not knowing whether Friday holds.").await;
    anna.press_and_read("Keep it", "What it does to them is kept.").await;
    anna.act(case, "Options talk").await;
    anna.press_and_read("They heard the options", "It is kept that they heard the options.").await;
    anna.reads("Deciding").await;
    anna.go(&format!("{case}/options")).await;
    for words in ["You have it", "How sure", "You do", "It costs you", "New boards, made here", "Ninety from stock"] {
        anna.reads(words).await;
    }
    anna.act(case, "Their choice").await;
    anna.tick("A New boards, made here").await;
    anna.choose("Who decided", "Dana Ruiz").await;
    anna.write("Their words", "Make them again, please.").await;
    anna.press_and_read("Keep their choice", "Their choice is kept.").await;
    anna.reads("Make them again, please.").await;
}

pub async fn planned_and_agreed(anna: &Person<'_>, case: &str) {
    anna.act(case, "Draft the plan").await;
    step(anna, "Step 1", "Send 200 new boards", "Fri 10", "Fix").await;
    step(anna, "Step 2", "Check the oven each shift", "end of month", "Prevent").await;
    anna.press_and_read("Keep the draft", "The plan is drafted.").await;
    anna.act(case, "Both sides agree").await;
    anna.choose("Who agreed for them", "Dana Ruiz").await;
    anna.write("Their words", "Agreed.").await;
    anna.press_and_read("We agree", "Both sides agreed to the plan.").await;
    anna.reads("Agreed").await;
    assert_eq!(anna.lights(case).await, 3, "acknowledged, in dialogue, plan agreed");
    anna.go(&format!("{case}/plan")).await;
    anna.reads("Send 200 new boards").await;
    anna.reads("Check the oven each shift").await;
}

async fn step(anna: &Person<'_>, nth: &str, what: &str, due: &str, kind: &str) {
    anna.write_in(nth, "What is done", what).await;
    anna.write_in(nth, "By when", due).await;
    anna.choose_in(nth, "What it is for", kind).await;
    anna.choose_in(nth, "Whose step", "us").await;
    anna.choose_in(nth, "Who does it, when it is ours", "Anna Nowak").await;
    anna.tick_in(nth, "they said: I can").await;
}

/// The fix is done with proof; then it is asked, and waited for, whether it is solved (S195).
pub async fn made_good(anna: &Person<'_>, case: &str) {
    anna.wait(60).await;
    anna.act(case, "A step: done, late or left out").await;
    anna.choose("Which step", "Send 200 new boards").await;
    anna.tick("Done").await;
    anna.write("What shows it", "Tracking 1Z 999").await;
    anna.press_and_read("Keep it", "The step is settled.").await;
    anna.reads("Making good").await;
    anna.act(case, "Ask whether it is solved").await;
    anna.choose("Whom you asked", "Dana Ruiz").await;
    anna.tick("by phone").await;
    anna.press_and_read("I asked them", "It is kept that you asked. Their word comes next.").await;
    anna.reads("Awaiting their word").await;
    anna.go("/").await;
    anna.reads("Waiting for their word").await;
}
