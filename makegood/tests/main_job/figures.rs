//! What the desk weighs and how fast it answers a hand, in a real browser; said when `MAKEGOOD_BROWSER_FIGURES` is set.

use casework::Actor;
use casework::commands::AddNote;
use makegood::act::{self, Asked};
use store::facts::CaseRef;

use super::house::House;
use super::pages::{case_of, every_path};
use super::person::Person;
use crate::browser::{Scheme, Script, with_browser};

/// A case page with so many events answers at once.
const EVENTS: usize = 500;
/// Presses of each key; their median is the figure.
const PRESSES: usize = 15;
/// The browser tells no interaction that was painted faster than this, in milliseconds.
const LEAST_TOLD: i64 = 16;

/// Bytes of the page and all that it fetched, as they went over the line.
const WEIGHT: &str = "const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];\
    return all.reduce((sum, one) => sum + one.encodedBodySize, 0)";
/// Keeps how long each interaction took until the next picture was painted.
const WATCH: &str = "window.took = {}; new PerformanceObserver((list) => { for (const one of list.getEntries())\
    if (one.interactionId) window.took[one.interactionId] = Math.max(window.took[one.interactionId] || 0, Math.round(one.duration)); })\
    .observe({ type: 'event', durationThreshold: 16 })";

fn asked() -> bool {
    let asked = std::env::var_os("MAKEGOOD_BROWSER_FIGURES").is_some();
    if !asked {
        println!("skipped: MAKEGOOD_BROWSER_FIGURES is not set");
    }
    asked
}

/// What `cargo xtask bench desk` reads.
fn say(name: &str, value: f64) {
    println!("figure {name} {value:.3}");
}

async fn weight(maria: &Person<'_>, path: &str) -> f64 {
    maria.browser.devtools("Network.clearBrowserCache", serde_json::json!({})).await;
    maria.go(path).await;
    // Typefaces that a letter asks for come after the page.
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    maria.browser.number(WEIGHT).await as f64 / 1000.0
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_are_weighed_with_everything_they_fetch() {
    if !asked() {
        return;
    }
    let house = House::with_the_demo_company().await;
    with_browser(Script::On, async |browser| {
        let maria = Person::at(browser, &house).await;
        maria.is(makegood::demo::SIGN_IN).await;
        let case = case_of(&maria, "The layers come apart after the second reflow.").await;
        say("first_page_kb", weight(&maria, "/").await);
        say("case_page_kb", weight(&maria, &case).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hand_is_answered_at_once_on_a_long_case() {
    if !asked() {
        return;
    }
    let house = House::with_the_demo_company().await;
    with_browser(Script::On, async |browser| {
        let maria = Person::at(browser, &house).await;
        maria.is(makegood::demo::SIGN_IN).await;
        let case = case_of(&maria, "The layers come apart after the second reflow.").await;
        long_story(&house, &case).await;
        maria.go(&format!("{case}?show=ours")).await;
        let shown = maria.browser.number("return document.querySelectorAll('.story ol > li').length").await;
        assert!(shown >= EVENTS as i64 - 50, "{shown} events on the page");
        maria.browser.driver.execute(WATCH, Vec::new()).await.unwrap();
        let mut presses = 0;
        for _ in 0..PRESSES {
            for key in ["j", "k", "?", "?"] {
                maria.browser.driver.active_element().await.unwrap().send_keys(key).await.unwrap();
                presses += 1;
                tokio::time::sleep(std::time::Duration::from_millis(80)).await;
            }
        }
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let told = maria.browser.text("return Object.values(window.took).join(' ')").await;
        let mut took: Vec<i64> = told.split(' ').filter_map(|one| one.parse().ok()).collect();
        // What was painted faster than the browser tells counts as the least it tells.
        took.resize(took.len().max(presses), LEAST_TOLD);
        took.sort_unstable();
        say("interaction_ms", took[took.len() / 2] as f64);
    })
    .await;
}

/// Notes, as colleagues leave them, until the story is long.
async fn long_story(house: &House, case: &str) {
    let number = case.trim_start_matches("/cases/").parse().unwrap();
    let email = makegood::demo::SIGN_IN.to_owned();
    let found = house.app.db.read(move |conn| store::people::by_email(conn, &email)).await.unwrap().unwrap();
    for n in 0..EVENTS {
        let note =
            AddNote { text: format!("Note {n}: the lot was looked at again, board by board."), happened_at: None };
        let asked = Asked::new(&house.app, note);
        act::act(&house.app, Actor::Person(found.person.id), CaseRef::Number(number), asked).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn axe_counts_what_it_finds_everywhere() {
    if !asked() {
        return;
    }
    let house = House::with_the_demo_company().await;
    with_browser(Script::On, async |browser| {
        let maria = Person::at(browser, &house).await;
        let mut found = 0;
        for path in every_path(&maria).await {
            maria.go(&path).await;
            for scheme in Scheme::BOTH {
                for width in [1280, 360] {
                    maria.browser.look(width, scheme).await;
                    found += maria.browser.axe().await.len();
                }
            }
        }
        say("axe_violations", found as f64);
    })
    .await;
}
