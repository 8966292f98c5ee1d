//! Without a mouse: the first visit and a new case by keyboard alone, and the keys that the script adds.

use thirtyfour::prelude::*;

use super::begin::{EMAIL, PASSWORD};
use super::house::House;
use super::person::Person;
use crate::browser::{Script, with_browser};

/// Stops of the Tab key before a page is called endless.
const STOPS: usize = 80;

/// What the keyboard is at: the label of a field, the words of a button or link.
pub const HERE: &str = r"
    const e = document.activeElement, from = e.labels && e.labels[0] ? e.labels[0] : e;
    return from.textContent.replace(/\s+/g, ' ').replace(/ ?\(optional\)/, '').trim()";

async fn press(person: &Person<'_>, keys: impl Into<TypingData>) {
    person.browser.driver.active_element().await.unwrap().send_keys(keys).await.unwrap();
}

async fn here(person: &Person<'_>) -> String {
    person.browser.text(HERE).await
}

/// Tabs on to what is called so.
async fn tab_to(person: &Person<'_>, name: &str) {
    for _ in 0..STOPS {
        if here(person).await == name {
            return;
        }
        press(person, Key::Tab + "").await;
    }
    panic!("the keyboard does not come to “{name}” on {}", person.path().await);
}

/// Writes where the keyboard is, over what stood there.
async fn type_into(person: &Person<'_>, name: &str, words: &str) {
    tab_to(person, name).await;
    press(person, Key::Control + "a").await;
    press(person, words).await;
}

async fn enter_on(person: &Person<'_>, name: &str) {
    tab_to(person, name).await;
    person.browser.driver.execute("window.pageBefore = true", Vec::new()).await.unwrap();
    press(person, Key::Enter + "").await;
    person.next_page(name).await;
}

async fn first_visit_and_a_case(script: Script) {
    let house = House::empty().await;
    with_browser(script, async |browser| {
        let anna = Person::at(browser, &house).await;
        anna.go("/").await;
        type_into(&anna, "Your name", "Anna Nowak").await;
        type_into(&anna, "Your e-mail, to sign in with", EMAIL).await;
        type_into(&anna, "A password", PASSWORD).await;
        type_into(&anna, "What your firm is called", "Nordlot Boards").await;
        type_into(&anna, "Time zone", "Europe/Warsaw").await;
        enter_on(&anna, "Begin").await;
        anna.reads("1 of 5 are done.").await;
        enter_on(&anna, "Run to it").await;
        anna.reads("Nobody is waiting to hear from you.").await;
        house.customer("Acme Robotics", EMAIL).await;
        if script == Script::On {
            keys_of_the_script(&anna).await;
        } else {
            enter_on(&anna, "Open a case").await;
        }
        tab_to(&anna, "Customer").await;
        press(&anna, "Acme").await;
        type_into(&anna, "What happened, in their words", "Half the boards have no solder on U7.").await;
        tab_to(&anna, "nobody is hurt").await;
        press(&anna, " ").await;
        enter_on(&anna, "Open the case").await;
        anna.reads("“Half the boards have no solder on U7.”").await;
        if script == Script::On {
            lines_by_j_and_k(&anna).await;
        }
    })
    .await;
}

/// `/` finds, `?` lists the keys, `c` opens a case anywhere.
async fn keys_of_the_script(anna: &Person<'_>) {
    press(anna, "/").await;
    assert_eq!(anna.browser.text("return document.activeElement.id").await, "search");
    anna.go("/").await;
    press(anna, "?").await;
    assert_eq!(anna.browser.number("return document.getElementById('keys').open ? 1 : 0").await, 1);
    press(anna, Key::Escape + "").await;
    assert_eq!(anna.browser.number("return document.getElementById('keys').open ? 1 : 0").await, 0);
    anna.go("/accounts").await;
    anna.browser.driver.execute("window.pageBefore = true", Vec::new()).await.unwrap();
    press(anna, "c").await;
    anna.next_page("c").await;
    assert_eq!(anna.path().await, "/cases/new");
}

async fn lines_by_j_and_k(anna: &Person<'_>) {
    anna.go("/").await;
    let line = "const lines = [...document.querySelectorAll('[data-list] > li')];\
                return lines.findIndex((l) => l.contains(document.activeElement))";
    assert_eq!(anna.browser.number(line).await, -1);
    for (key, at) in [("j", 0), ("k", 0)] {
        press(anna, key).await;
        assert_eq!(anna.browser.number(line).await, at, "after {key}");
    }
}

/// Ctrl K and a few letters lead to a case, a customer, a person, an act on the case that is shown, a page.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_palette_finds_people_cases_acts_and_pages() {
    let house = House::with_the_demo_company().await;
    with_browser(Script::On, async |browser| {
        let maria = Person::at(browser, &house).await;
        maria.is(makegood::demo::SIGN_IN).await;
        maria.go("/").await;
        for (typed, leads_to) in [
            ("solder u7", "/cases/MG-"),
            ("acme", "/accounts/"),
            ("dana", "/contacts/"),
            ("work ho", "/settings/calendars"),
        ] {
            palette(&maria, typed).await;
            assert!(maria.path().await.starts_with(leads_to), "{typed} leads to {}", maria.path().await);
        }
        what_is_typed_early_is_kept(&maria).await;
        let case = super::pages::case_of(&maria, "Half the boards have no solder on U7.").await;
        maria.go(&case).await;
        palette(&maria, "hand ov").await;
        assert_eq!(maria.path().await, format!("{case}/do/hand-over"));
        maria.go(&case).await;
        press(&maria, Key::Control + "k").await;
        maria.browser.must_be_well("the palette").await;
        press(&maria, Key::Escape + "").await;
        assert_eq!(maria.browser.text("return document.activeElement.tagName").await, "BODY", "focus is where it was");
    })
    .await;
}

/// On a slow line letters came before the palette's script did: they were lost, or were keys of the page. Its box takes them now.
async fn what_is_typed_early_is_kept(maria: &Person<'_>) {
    maria.go("/").await;
    let pressed = "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, cancelable: true }));\
                   return document.activeElement === document.querySelector('#palette input') ? 1 : 0";
    assert_eq!(maria.browser.number(pressed).await, 1, "the box is open before its script is here");
}

/// Opens the palette, types, waits for what is found, and takes the first.
async fn palette(maria: &Person<'_>, typed: &str) {
    press(maria, Key::Control + "k").await;
    press(maria, typed).await;
    let first = "const first = document.querySelector('#palette [aria-selected=true]');\
                 const value = document.querySelector('#palette input').value;                 return first && value === first.closest('dialog').dataset.answered ? value : ''";
    for _ in 0..100 {
        if maria.browser.text(first).await == typed {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    maria.browser.driver.execute("window.pageBefore = true", Vec::new()).await.unwrap();
    press(maria, Key::Enter + "").await;
    maria.next_page(typed).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_visit_and_a_case_need_no_mouse() {
    first_visit_and_a_case(Script::On).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_visit_and_a_case_need_neither_mouse_nor_script() {
    first_visit_and_a_case(Script::Off).await;
}
