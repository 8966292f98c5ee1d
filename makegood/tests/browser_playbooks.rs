//! A playbook written in a real browser by the keyboard alone, and each page of the editor looked at by axe, wide and narrow.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

use crate::browser::{Browser, Scheme, Script, serve, with_browser};
use crate::keys::Keys;
use crate::support::{self, Fresh, world};
use crate::visit::Visitor;
use store::dialect::Engine;
use thirtyfour::prelude::*;
use world::{ACME, ANNA, MS_RAO, NOW};

/// Stops of the Tab key before a page is called endless.
const STOPS: usize = 150;
const STEPS: &str =
    "return [...document.querySelectorAll('.playbook-steps li strong')].map(e => e.textContent).join(' | ')";

async fn looked_at(browser: &Browser, name: &str) {
    for width in [1280, 360] {
        for scheme in Scheme::BOTH {
            browser.screenshot(&format!("playbook-{name}"), width, scheme).await;
            browser.must_be_well(&format!("{name}, {width} px, {scheme:?}")).await;
        }
    }
    browser.look(1280, Scheme::Light).await;
}

async fn written_by_keys(browser: &Browser, address: &str) {
    let here = format!("{address}/settings/playbooks/run_to_the_problem");
    browser.open_page(&format!("{here}/change"), 1280, Scheme::Light).await;
    looked_at(browser, "change").await;
    let keys = Keys::of(browser, STOPS);
    // A step goes up and down under the hand, which stays with it.
    keys.tab_to("Move down: 1 Recognise it").await;
    keys.goes(Key::Alt + Key::Down).await;
    assert!(browser.text(STEPS).await.starts_with("2 Go to them now | 1 Recognise it | 3 "), "one lower");
    assert_eq!(keys.here().await, "Move down: 1 Recognise it");
    keys.goes(Key::Alt + Key::Up).await;
    assert!(browser.text(STEPS).await.starts_with("1 Recognise it | 2 "), "and back");
    keys.tab_to("Take out: 8 Keep them for years").await;
    keys.goes(Key::Enter + "").await;
    assert_eq!(keys.here().await, "Put it back", "the way back is under the hand");
    keys.tab_to("Add a step").await;
    keys.goes(Key::Enter + "").await;
    looked_at(browser, "step").await;
    keys.tab_to("What the step is called").await;
    keys.press("Send flowers").await;
    keys.tab_to("By hand, and who helps").await;
    keys.press(Key::Enter + "").await;
    keys.tab_to("done, ticked by hand").await;
    keys.press(Key::Space + "").await;
    keys.tab_to("See what it changes").await;
    keys.goes(Key::Enter + "").await;
    let read = browser.text("return document.querySelector('main').innerText").await;
    assert!(read.contains("8 Send flowers") && read.contains("Is not there any more."), "{read}");
    looked_at(browser, "look").await;
    keys.tab_to("Why, in one line").await;
    keys.press("They like flowers.").await;
    keys.goes(Key::Enter + "").await;
    let read = browser.text("return document.querySelector('main').innerText").await;
    assert!(read.contains("They like flowers.") && read.contains("8 Send flowers"), "{read}");
    looked_at(browser, "kept").await;
}

#[test]
fn a_playbook_is_changed_by_the_keyboard_alone() {
    let fresh = Fresh::new(Engine::Sqlite);
    let db = fresh.open();
    let number = {
        world::build(&db);
        world::open(&db, world::trouble(ACME, MS_RAO, "Half the boards are dry."), 1, NOW)
    };
    support::runtime().block_on(async {
        let door = Visitor::at(db.clone(), NOW).await;
        let anna = door.is(ANNA).await;
        let address = serve(door.router()).await;
        with_browser(Script::On, async |browser| {
            browser.open_page(&format!("{address}/sign-in"), 1280, Scheme::Light).await;
            let (name, value) = anna.cookie();
            browser.driver.add_cookie(Cookie::new(name, value)).await.unwrap();
            written_by_keys(browser, &address).await;
            for (name, path) in [
                ("list", "/settings/playbooks".to_owned()),
                ("version", "/settings/playbooks/run_to_the_problem/1".to_owned()),
                ("new", "/settings/playbooks/new".to_owned()),
                ("case", format!("/cases/{number}")),
                ("move", format!("/cases/{number}/do/move-playbook")),
            ] {
                browser.open_page(&format!("{address}{path}"), 1280, Scheme::Light).await;
                looked_at(browser, name).await;
            }
            browser.open_page(&format!("{address}/settings/playbooks/eight_d/change"), 1280, Scheme::Light).await;
            browser.press_through("button[value='text']").await;
            looked_at(browser, "text").await;
        })
        .await;
    });
}
