//! What these stories share: a signed-in browser at the program, and patience until a page has changed by itself.
use crate::browser::{Browser, Scheme};
use crate::support::world;
use crate::visit::Visitor;
use serde_json::json;
use std::time::Duration;
use store::Db;

/// A firm with two open cases, `MG-1001` and `MG-1002`.
pub fn two_cases(db: &Db) -> [String; 2] {
    tokio::task::block_in_place(|| {
        world::build(db);
        [(1, "Half the boards are dead."), (2, "The reels are short.")].map(|(n, title)| {
            world::open(
                db,
                world::trouble(world::ACME, world::MS_RAO, title),
                n,
                world::after(i64::try_from(n).unwrap()),
            )
            .to_string()
        })
    })
}

/// Signs the browser in as whoever the visitor is.
pub async fn sign_in(browser: &Browser, address: &str, who: &Visitor) {
    let (name, value) = who.cookie();
    browser.devtools("Network.setCookie", json!({"name": name, "value": value, "url": address})).await;
}

pub async fn open(browser: &Browser, address: &str) {
    browser.open_page(address, 1280, Scheme::Light).await;
}

/// Waits until the script says yes, for at most ten seconds.
pub async fn until(browser: &Browser, what: &str, script: &str) {
    for _ in 0..100 {
        if browser.number(&format!("return ({script}) ? 1 : 0")).await == 1 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("{what} did not come: {}", browser.text("return document.body.innerText").await);
}

/// It stays so for some seconds.
pub async fn stays(browser: &Browser, what: &str, script: &str, seconds: u64) {
    for _ in 0..seconds * 5 {
        let still = browser.number(&format!("return ({script}) ? 1 : 0")).await == 1;
        assert!(still, "{what}: {}", browser.text("return document.body.innerText").await);
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// Puts the pointer there.
pub async fn point_at(browser: &Browser, x: i64, y: i64) {
    browser.devtools("Input.dispatchMouseEvent", json!({"type": "mouseMoved", "x": x, "y": y})).await;
}

/// Presses one key as a person does.
pub async fn press(browser: &Browser, key: &str) {
    for kind in ["keyDown", "keyUp"] {
        browser.devtools("Input.dispatchKeyEvent", json!({"type": kind, "key": key, "text": key})).await;
    }
}
