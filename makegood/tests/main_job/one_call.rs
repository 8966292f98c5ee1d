//! A small trouble put right while they are on the line, by keyboard: from `c` to saved, every key counted. It has to beat picking
//! up the phone with a sticky note.

use thirtyfour::prelude::*;

use super::house::House;
use super::person::Person;
use super::presses::Presses;
use crate::browser::{Scheme, Script, with_browser};

/// Presses beside the words themselves; a sticky note needs none, but it keeps nothing either.
const PRESSES_AT_MOST: usize = 25;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_call_recovery_needs_few_keys_beside_the_words() {
    let house = House::with_the_demo_company().await;
    with_browser(Script::On, async |browser| {
        let maria = Person::at(browser, &house).await;
        maria.is(makegood::demo::SIGN_IN).await;
        maria.go("/").await;
        let keys = Presses::of(&maria);
        keys.turns_the_page("c", "c").await;
        keys.is_at("Customer").await;
        // A customer whose papers were never wrong before: a repeat would make it grave, and ask why it was not a visit.
        keys.press("Y", "Y").await;
        keys.tab().await;
        keys.words("What happened, in their words", "The labels on 40 boxes say rev B.").await;
        keys.tab().await;
        keys.is_at("nobody is hurt").await;
        keys.press("Space", " ").await;
        keys.turns_the_page("Ctrl+Enter", Key::Control + Key::Enter).await;
        keys.words("Their words", "40 boxes, goods-in cannot book them").await;
        keys.go_on().await;
        keys.words("What I heard", "Goods-in cannot book 40 boxes, because their labels say rev B.").await;
        keys.tab().await;
        keys.is_at("yes, and that is all of it").await;
        keys.press("Space", " ").await;
        keys.tab().await;
        keys.is_at("What it hits").await;
        keys.tab().await;
        keys.words("What it does to them", "They relabel 40 boxes by hand").await;
        keys.tab().await;
        keys.is_at("Tone at the end").await;
        keys.press("4", "4").await;
        keys.next_part().await;
        keys.words("They hear from us again", "today 17:00").await;
        keys.next_part().await;
        keys.words("The first way", "New labels by courier, tomorrow 10").await;
        keys.tab().await;
        keys.words("The second way", "The file by mail, today 15:30").await;
        keys.tab().await;
        keys.is_at("the first way").await;
        keys.press("Down", Key::Down + "").await;
        keys.is_at("the second way").await;
        keys.tab().await;
        keys.words("How they said it", "Send me the file.").await;
        keys.tab().await;
        keys.words("“What do you think led to this?”", "Your template is old.").await;
        keys.tab().await;
        keys.words("So that it does not happen again", "Correct the template by Wed").await;
        keys.tab().await;
        keys.press("Space", " ").await;
        keys.turns_the_page("Ctrl+Enter", Key::Control + Key::Enter).await;
        keys.told_as("one_call_key_presses");
        maria.reads("The talk is kept.").await;
        maria.reads("decided: The file by mail").await;
        maria.reads("Agreed").await;
        let case = maria.path().await;
        assert_eq!(maria.lights(&case).await, 3, "acknowledged, in dialogue, plan agreed");
        assert!(keys.count() <= PRESSES_AT_MOST, "{} presses", keys.count());
    })
    .await;
}

/// The three parts, each looked at by axe; nothing is lost between them, and the timer's minutes are there at the end.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_parts_of_the_sheet_take_turns_and_lose_nothing() {
    let house = House::with_the_demo_company().await;
    with_browser(Script::On, async |browser| {
        let maria = Person::at(browser, &house).await;
        maria.is(makegood::demo::SIGN_IN).await;
        let case = super::pages::case_of(&maria, "Half the boards have no solder on U7.").await;
        let sheet = format!("{case}/do/record-conversation");
        maria.go(&sheet).await;
        let shown = "return [...document.querySelectorAll('.stage')].map((s) => s.checkVisibility() ? 1 : 0).join('')";
        assert_eq!(browser.text(shown).await, "100", "before, and nothing else");
        looks(&maria, "talk-before").await;
        maria.choose("Why not in person?", "too far").await;
        maria.press_here("They are on the line").await;
        assert_eq!(browser.text(shown).await, "010");
        assert_eq!(browser.text("return document.activeElement.name").await, "notes");
        maria.write("Their words", "U7 dry, lot 2231\nangry about March\nI'll send the lots list tomorrow 9").await;
        looks(&maria, "talk-listening").await;
        maria.press_here("They have said it all").await;
        assert_eq!(browser.text(shown).await, "001");
        assert_eq!(maria.kept("Minutes it took").await, "1", "the timer filled it");
        maria.reads("What I'm hearing is that U7 dry, lot 2231.").await;
        maria.press_here("Start from it").await;
        assert_eq!(maria.kept("What I heard").await, "What I'm hearing is that U7 dry, lot 2231.");
        // Their lines become worries and annoyances by a press.
        maria.press_here("worries").await;
        maria.until_here("Promise it: Send the lots list").await;
        maria.write("They hear from us again", "their 9:00").await;
        maria.until_here("their time").await;
        looks(&maria, "talk-after").await;
        let take = "[...document.querySelectorAll('[data-take]')].find((b) => b.textContent.includes('lots list')).click(); return ''";
        browser.text(take).await;
        assert!(maria.kept("I promised").await.starts_with("Send the lots list by 2026-03-03 09:00"));
        maria.part("Listening").await;
        assert!(maria.kept("Their words").await.contains("angry about March"), "nothing is lost");
        assert_eq!(maria.kept("What worries them").await, "U7 dry, lot 2231");
        // The lid closes; the words are back where they were.
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        maria.go(&sheet).await;
        maria.part("After").await;
        assert_eq!(maria.kept("They hear from us again").await, "their 9:00");
        maria.press("Save the talk").await;
        assert_eq!(browser.text(shown).await, "001", "what is missing stands in the last part");
        browser.must_be_well("the sheet sent back").await;
    })
    .await;
}

async fn looks(maria: &Person<'_>, name: &str) {
    for (width, scheme) in [(360, Scheme::Light), (360, Scheme::Dark), (1280, Scheme::Dark), (1280, Scheme::Light)] {
        maria.browser.look(width, scheme).await;
        maria.browser.screenshot(name, width, scheme).await;
        maria.browser.must_be_well(&format!("{name}, {width} px, {scheme:?}")).await;
    }
}
