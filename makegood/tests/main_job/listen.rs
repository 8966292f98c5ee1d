//! To run to it and to listen: the line on top, the message left, the sheet with a gate that says no and loses nothing.

use super::person::Person;

pub async fn run_to_it_and_message_left(anna: &Person<'_>, case: &str) {
    anna.press("Run to it").await;
    anna.reads("Contacts owed").await;
    anna.reads("Dana Ruiz, Acme Robotics").await;
    anna.reads("“Order 4417 is late and our line waits.”").await;
    anna.reads("+1 512 555 0148").await;
    let first = anna.browser.text("return document.querySelector('main h2').textContent").await;
    assert!(first.starts_with("Contacts owed"), "nothing stands above them: {first}");
    let number = case.trim_start_matches("/cases/");
    let top = anna.browser.text("return document.querySelector('[data-list] > li').innerText").await;
    assert!(top.contains(number), "{number} stands on top: {top}");
    anna.press("Left a message").await;
    anna.choose("Whom you tried to reach", "Dana Ruiz").await;
    anna.tick("left a message").await;
    anna.write("What you left, or heard", "My name, my number, and that I call again at four.").await;
    anna.press_and_read("Keep the try", "The try is kept. The next one has its clock.").await;
    anna.go(&format!("{case}/do/record-message?purpose=voicemail_follow_up")).await;
    assert!(anna.kept("The text as it was sent").await.contains("I just called and left a message"), "S051");
    anna.press_and_read("Keep the message", "The message is kept.").await;
}

/// The talk. The first save forgets the next contact: the gate says so, and nothing that was typed is lost (S079, S120).
pub async fn heard(anna: &Person<'_>, case: &str) {
    anna.wait(40).await;
    anna.go(case).await;
    anna.press("Call sheet").await;
    anna.reads("Dana, I see what happened: Order 4417 is late and our line waits.").await;
    anna.choose("With", "Dana Ruiz").await;
    anna.choose("How", "phone").await;
    anna.part("Listening").await;
    let words = "Line 3 stands from Thursday on.";
    anna.write("Their words", words).await;
    anna.write("What worries them", "Will the rest of the order slip too?").await;
    anna.part("After").await;
    anna.write("What I heard", "The line stands from Thursday on without the 200 boards.").await;
    anna.tick("yes, and that is all of it").await;
    anna.choose("What it hits", "goods cannot be used").await;
    anna.write("What it does to them", "Line 3 waits for 200 boards").await;
    anna.choose("Tone at the end", "4").await;
    anna.choose("Tone at the start", "2").await;
    anna.write("Minutes it took", "12").await;
    anna.tick("satisfied").await;
    anna.write("“What else can we do on your side?”", "Nothing more.").await;
    anna.write("“What do you think led to this?”", "Perhaps the oven.").await;
    anna.press("Save the talk").await;
    anna.reads("next contact").await;
    assert!(anna.path().await.ends_with("/do/record-conversation"), "it was not kept");
    assert_eq!(anna.kept("Their words").await, words, "nothing that was typed is lost");
    assert_eq!(anna.kept("What I heard").await, "The line stands from Thursday on without the 200 boards.");
    anna.write("They hear from us again", "tomorrow 16:00").await;
    anna.press_and_read("Save the talk", "The talk is kept.").await;
    anna.reads("Heard").await;
    anna.reads("Line 3 waits for 200 boards").await;
    anna.reads("Will the rest of the order slip too?").await;
    assert_eq!(anna.lights(case).await, 2, "acknowledged, in dialogue");
    anna.act(case, "They were told what happened").await;
    anna.choose("Who was told", "Dana Ruiz").await;
    anna.write("What happened, as it was told", "The oven stood still for two days.").await;
    // S085: what matters is told by voice; who tells it in writing says why.
    anna.press("Keep it").await;
    if anna.path().await.ends_with("tell-what-happened") {
        anna.write("Why it is right to go on without it", "Told in the same talk.").await;
        anna.press("Keep it").await;
    }
    anna.reads("It is kept that they know what happened.").await;
}
