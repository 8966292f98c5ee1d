//! A record in a real browser: taken from their page, checked on the page that anybody may open, in the same words as the command has.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

use crate::bad_records;
use crate::browser::{Browser, Scheme, Script, serve, with_browser};
use crate::by_link::{TITLE, Theirs, ask};
use crate::desk::Desk;
use crate::support::{Fresh, runtime};
use crate::walk::heard;
use axum::http::Method;
use makegood::record::SigningKey;
use serde_json::json;
use std::path::PathBuf;
use std::time::Duration;
use store::dialect::Engine;
use thirtyfour::prelude::*;

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("makegood-browser-record-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&dir).unwrap();
        Self(dir)
    }
    fn keep(&self, name: &str, bytes: &[u8]) -> String {
        let file = self.0.join(name);
        std::fs::write(&file, bytes).unwrap();
        file.to_str().unwrap().to_owned()
    }
}
impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// A firm that has made a record, the record, the secret of their link, and the case.
async fn world(desk: &Desk) -> (String, String, String) {
    let case = desk.opened(TITLE).await;
    heard(desk, &case).await;
    let dana = Theirs::invited(desk, &case, &desk.dana).await;
    (dana.get(&format!("{}/record", dana.home)).await.body, dana.token.clone(), case)
}

/// Chooses a file as a person does, and waits for what is said of it.
async fn says(browser: &Browser, file: &str) -> String {
    browser.driver.find(By::Id("verify-file")).await.unwrap().send_keys(file).await.unwrap();
    for _ in 0..300 {
        let said = browser.text("return document.getElementById('verify-said').innerText").await;
        if !said.is_empty() && said != "The file is being read." {
            return said;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("nothing was said of {file}");
}

#[test]
fn anybody_checks_a_record_in_their_browser_and_nothing_is_sent() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = Fresh::new(engine);
        runtime().block_on(async {
            let desk = Desk::new(fresh.open()).await;
            let (record, token, case) = world(&desk).await;
            let address = serve(desk.router()).await;
            let folder = Folder::new("sent");
            with_browser(Script::On, async |browser| {
                // From their page to the one that checks; a colleague has both ways, too.
                browser.open_page(&format!("{address}/their/{token}"), 360, Scheme::Light).await;
                browser.screenshot("record-their-page", 360, Scheme::Light).await;
                browser.must_be_well("their page with the record").await;
                browser.press_through("a[href='/verify']").await;
                let said = says(browser, &folder.keep("record.jsonl", record.as_bytes())).await;
                assert!(said.contains("Nothing in it was changed") && said.contains("MG-1001"), "{said}");
                assert!(said.contains("It was signed here."), "{said}");
                for (width, scheme) in
                    [(360, Scheme::Light), (360, Scheme::Dark), (1280, Scheme::Light), (1280, Scheme::Dark)]
                {
                    browser.screenshot("record-holds", width, scheme).await;
                    browser.must_be_well(&format!("a record that holds, {width} px, {scheme:?}")).await;
                }
                // One word of it, and the same page says so at once.
                let changed = record.replacen("no solder", "new solder", 1);
                let said = says(browser, &folder.keep("changed.jsonl", changed.as_bytes())).await;
                assert_eq!(said, "Line 1 is not what was written.");
                let cookie = json!({"name": "makegood_session", "value": desk.cookie(), "url": address});
                browser.screenshot("record-changed", 360, Scheme::Light).await;
                browser.must_be_well("a record that was changed").await;
                let sent =
                    "return performance.getEntriesByType('resource').filter(e => !e.name.includes('/assets/')).length";
                assert_eq!(browser.number(sent).await, 0, "nothing but the page and its own files was asked for");
                browser.devtools("Network.setCookie", cookie).await;
                for (name, path) in [("record-case", "what-they-see"), ("record-links", "links")] {
                    browser.open_page(&format!("{address}/cases/{case}/{path}"), 1280, Scheme::Light).await;
                    browser.screenshot(name, 1280, Scheme::Light).await;
                    browser.must_be_well(name).await;
                }
            })
            .await;
        });
    }
}

/// The script and the command find the same, and say it in the same words.
#[test]
fn each_bad_file_is_told_apart_in_the_browser_too() {
    let fresh = Fresh::new(Engine::Sqlite);
    runtime().block_on(async {
        let desk = Desk::new(fresh.open()).await;
        world(&desk).await;
        let address = serve(desk.router()).await;
        let (folder, key) = (Folder::new("bad"), SigningKey::of(&[1; 32]).unwrap());
        with_browser(Script::On, async |browser| {
            for (name, bytes, _, words) in bad_records::all(&key) {
                browser.open_page(&format!("{address}/verify"), 1280, Scheme::Light).await;
                let said = says(browser, &folder.keep(name, &bytes)).await;
                assert!(said.contains(words), "{name}: {said}");
            }
            browser.open_page(&format!("{address}/verify"), 360, Scheme::Light).await;
            let said = says(browser, &folder.keep("another.jsonl", &bad_records::good(&key))).await;
            assert!(said.contains("signed, but not by this installation"), "{said}");
            assert!(said.contains(&key.public().fingerprint()) && !said.contains("It was signed here"), "{said}");
            browser.screenshot("record-another", 360, Scheme::Light).await;
            browser.must_be_well("a record of another installation").await;
        })
        .await;
    });
}

/// What the browser lacks is said, with the way out; and nothing is called good that was not checked.
#[test]
fn a_browser_that_cannot_check_says_so() {
    let fresh = Fresh::new(Engine::Sqlite);
    runtime().block_on(async {
        let desk = Desk::new(fresh.open()).await;
        let (record, ..) = world(&desk).await;
        let address = serve(desk.router()).await;
        let (folder, page) = (Folder::new("without"), format!("{address}/verify"));
        let without = async |script: &str| {
            with_browser(Script::On, async |browser| {
                browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
                browser.open_page(&page, 360, Scheme::Light).await;
                let said = if script.contains("Ed25519") {
                    says(browser, &folder.keep("record.jsonl", record.as_bytes())).await
                } else {
                    browser.text("return document.getElementById('verify-said').innerText").await
                };
                assert!(
                    said.contains("Use the command below") && !said.contains("Nothing in it was changed"),
                    "{said}"
                );
                let wanted = if script.contains("Ed25519") {
                    "cannot check the signature (Ed25519)"
                } else {
                    "did not come over https"
                };
                assert!(said.contains(wanted), "{said}");
                browser.must_be_well(wanted).await;
            })
            .await;
        };
        // An older browser, and a page that came over plain http.
        without("crypto.subtle.importKey = () => Promise.reject(new DOMException('Ed25519', 'NotSupportedError'))")
            .await;
        without("Object.defineProperty(crypto, 'subtle', { value: undefined })").await;
    });
}

#[test]
fn without_script_the_page_says_how_the_command_does_it() {
    let fresh = Fresh::new(Engine::Sqlite);
    runtime().block_on(async {
        let desk = Desk::new(fresh.open()).await;
        world(&desk).await;
        let address = serve(desk.router()).await;
        with_browser(Script::Off, async |browser| {
            for width in [360, 1280] {
                browser.open_page(&format!("{address}/verify"), width, Scheme::Light).await;
                browser.must_be_well(&format!("checking without script, {width} px")).await;
            }
            let page = browser.text("return document.body.innerText").await;
            assert!(page.contains("Without JavaScript") && page.contains("makegood verify FILE --key"), "{page}");
            assert!(!page.contains("The file of the record"), "{page}");
        })
        .await;
        let plain = ask(&desk, Method::GET, "/verify", &[], String::new()).await;
        assert_eq!(plain.headers["referrer-policy"], "no-referrer");
    });
}
