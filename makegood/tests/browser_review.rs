//! The review of a mail in a real browser, by keyboard, with script and without: what is said as it is typed, how fast, and that nothing jumps.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

use crate::browser::{Browser, Scheme, Script, serve, with_browser};
use crate::browser_mail::house::{self, House};
use crate::support::{Fresh, runtime};
use serde_json::json;
use std::time::Duration;
use store::dialect::Engine;
use thirtyfour::prelude::*;

/// From a key to what is said of it, where the program is built for testing; in a release it is a tenth of that.
const KEY_TO_FINDING_AT_MOST: i64 = 500;

const BAD: &str = "Dear Ms Rao,\n\nHalf the boards are dry. Sorry for any inconvenience. We will ship the new boards on 12 March 2026.\n\nMaria Keller";

async fn signed_in(house: &House, browser: &Browser, address: &str) {
    let (name, value) = house.maria.cookie();
    browser.devtools("Network.setCookie", json!({"name": name, "value": value, "url": address})).await;
}

/// Keys that are held together are held until the next.
async fn typed(field: &WebElement, keys: impl Into<TypingData>) {
    field.send_keys(keys).await.unwrap();
}

async fn until(browser: &Browser, what: &str) {
    for _ in 0..200 {
        if browser.number(&format!("return ({what}) ? 1 : 0")).await == 1 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("it never came: {what}; {}", browser.text("return document.querySelector('.review').innerText").await);
}

const TEXT: &str = "return document.querySelector('#mail-text').value";
const SAID: &str = "document.querySelector('.review').innerText";

async fn with_script(house: &mut House) {
    house.talked().await;
    let address = serve(house.maria.router()).await;
    let there = format!("{address}{}", house.at("/mail/new?purpose=update"));
    with_browser(Script::On, async |browser| {
        signed_in(house, browser, &address).await;
        browser.open_page(&there, 1280, Scheme::Light).await;
        let field = browser.driver.find(By::Css("#mail-text")).await.unwrap();
        field.clear().await.unwrap();
        // From the key to the finding, as a person sees it.
        let watch = "window.keyAt = 0; window.took = [];
            const field = document.querySelector('#mail-text'), place = document.querySelector('[data-found]');
            field.addEventListener('input', () => { window.keyAt = performance.now(); }, true);
            new MutationObserver(() => window.took.push(performance.now() - window.keyAt)).observe(place, {childList: true});
            window.topAt = field.getBoundingClientRect().top; return ''";
        browser.text(watch).await;
        field.click().await.unwrap();
        typed(&field, BAD).await;
        until(browser, &format!("{SAID}.includes('12 March 2026') && document.querySelector('.review').textContent.includes('inconvenience')")).await;
        let took = browser.number("return Math.round([...window.took].sort((a, b) => a - b)[Math.floor(window.took.length / 2)])").await;
        println!("figure review_key_to_finding_ms {took} ms (debug)");
        assert!(took <= KEY_TO_FINDING_AT_MOST, "{took} ms from key to finding");
        let moved = browser.number("return Math.round(Math.abs(document.querySelector('#mail-text').getBoundingClientRect().top - window.topAt))").await;
        assert_eq!(moved, 0, "the text stays where it is");
        assert!(browser.number("return document.querySelectorAll('.marks mark').length").await >= 2);
        let marked = browser.text("return [...document.querySelectorAll('.marks mark')].map(m => m.textContent).join('|')").await;
        assert!(marked.contains("12 March 2026"), "{marked}");
        for (width, scheme) in [(1280, Scheme::Light), (1280, Scheme::Dark), (360, Scheme::Light), (360, Scheme::Dark)] {
            browser.screenshot("review-compose", width, scheme).await;
            browser.must_be_well(&format!("the review, {width} px, {scheme:?}")).await;
        }
        browser.look(1280, Scheme::Light).await;
        // F8 goes to the first finding and selects its words.
        field.click().await.unwrap();
        typed(&field, Key::F8 + "").await;
        let chosen = "const f = document.querySelector('#mail-text'); return f.value.slice(f.selectionStart, f.selectionEnd)";
        assert_eq!(browser.text(chosen).await, "12 March 2026");
        until(browser, "document.querySelector('[data-told]').textContent.includes('12 March 2026')").await;
        // One tick makes it a promise: it stops no more.
        browser.driver.find(By::Css("[name=keeps]")).await.unwrap().send_keys(" ").await.unwrap();
        until(browser, &format!("!{SAID}.includes('It cannot go like this')")).await;
        // A suggestion is put in by a key, and undo takes it back.
        field.click().await.unwrap();
        typed(&field, Key::Control + Key::Home).await;
        typed(&field, "In order to help: ").await;
        until(browser, "document.querySelector('[data-put=\"To\"], [data-put=\"to\"]')").await;
        let before = browser.text(TEXT).await;
        browser.text("document.querySelector('details[data-fold=also]').open = true; return ''").await;
        for _ in 0..12 {
            typed(&field, Key::F8 + "").await;
            if browser.text(chosen).await == "In order to" {
                break;
            }
        }
        typed(&field, Key::Alt + Key::Enter).await;
        until(browser, "document.querySelector('#mail-text').value.startsWith('To help')").await;
        typed(&field, Key::Control + "z").await;
        assert_eq!(browser.text(TEXT).await, before, "undo takes it back");
    })
    .await;
}

async fn without_script(house: &mut House) {
    house.talked().await;
    let address = serve(house.maria.router()).await;
    let there = format!("{address}{}", house.at("/mail/new?purpose=update"));
    with_browser(Script::Off, async |browser| {
        signed_in(house, browser, &address).await;
        browser.open_page(&there, 1280, Scheme::Light).await;
        let field = browser.driver.find(By::Css("#mail-text")).await.unwrap();
        field.clear().await.unwrap();
        field.send_keys(BAD).await.unwrap();
        browser.press_through("button[name=review]").await;
        assert!(browser.text(TEXT).await.contains("12 March 2026"), "nothing typed is lost");
        let said = browser.text("return document.querySelector('.review').innerText").await;
        assert!(said.contains("It cannot go like this") && said.contains("12 March 2026"), "{said}");
        assert!(browser.number("return document.querySelectorAll('.review mark').length").await >= 2);
        for (width, scheme) in [(1280, Scheme::Light), (360, Scheme::Dark)] {
            browser.screenshot("review-without-script", width, scheme).await;
            browser.must_be_well(&format!("the review without script, {width} px")).await;
        }
        browser.look(1280, Scheme::Light).await;
        browser.driver.find(By::Css("[name=keeps]")).await.unwrap().send_keys(" ").await.unwrap();
        browser.press_through("button[name=review]").await;
        let said = browser.text("return document.querySelector('.review').innerText").await;
        assert!(!said.contains("It cannot go like this"), "{said}");
    })
    .await;
}

fn on(engine: Engine, story: impl AsyncFnOnce(&mut House)) {
    let fresh = Fresh::new(engine);
    runtime().block_on(async {
        let db = tokio::task::block_in_place(|| fresh.open());
        let mut house = house::house(db).await;
        story(&mut house).await;
    });
}

#[test]
fn s107_a_mail_is_reviewed_as_it_is_typed_by_keyboard() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        on(engine, async |house| with_script(house).await);
    }
}

#[test]
fn s107_without_script_a_button_reviews_and_loses_nothing() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        on(engine, async |house| without_script(house).await);
    }
}
