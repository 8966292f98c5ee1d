//! The morning at *Run to it*: the list moves by itself, holds still under the finger, and keeps the focus.
use super::pages::{open, point_at, press, sign_in, stays, two_cases, until};
use crate::browser::{Scheme, Script, serve, with_browser};
use crate::support::both_async;
use crate::support::world::{ACME, EWA, MARIA, MS_RAO, NOW, after, open as opened, trouble};
use crate::visit::Visitor;
use jiff::SignedDuration;
use store::Db;

const NUMBERS: &str = "[...document.querySelectorAll('.run .case')].map(a => a.textContent).join(' ')";
const BUTTON: &str = "document.querySelector('#live button:not([hidden])')?.textContent";
const BAR: &str = "document.querySelector('#live [role=status]').textContent";

fn another(db: &Db, n: u128) {
    tokio::task::block_in_place(|| {
        opened(db, trouble(ACME, MS_RAO, &format!("Trouble {n}.")), n, after(2 + i64::try_from(n).unwrap()));
    });
}

#[test]
fn the_list_moves_by_itself_and_never_under_the_finger() {
    both_async(|db| async move {
        two_cases(&db);
        let maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        maria.pass(SignedDuration::from_mins(3));
        let address = serve(maria.router()).await;
        with_browser(Script::On, async |browser| {
            sign_in(browser, &address, &maria).await;
            open(browser, &address).await;
            point_at(browser, 5, 5).await;
            // Nobody touches it: the new line comes, is said once, and the saying goes.
            another(&db, 3);
            until(browser, "the new line", &format!("{NUMBERS}.includes('MG-1003')")).await;
            until(browser, "what is said", &format!("{BAR}.includes('1 change is shown')")).await;
            until(browser, "silence", &format!("{BAR} === ''")).await;

            // The pointer is on a line: nothing moves, the bar says how many changes wait, `r` shows them.
            point_at(browser, 400, 300).await;
            until(browser, "the pointer", "document.querySelector('#moving').matches(':hover')").await;
            let before = browser.text(&format!("return {NUMBERS}")).await;
            another(&db, 4);
            another(&db, 5);
            until(browser, "the bar", &format!("{BUTTON} === '2 changes: show them r'")).await;
            stays(browser, "the list moved under the finger", &format!("{NUMBERS} === '{before}'"), 2).await;
            press(browser, "r").await;
            until(browser, "the new lines", &format!("{NUMBERS}.includes('MG-1004') && {NUMBERS}.includes('MG-1005')"))
                .await;
            stays(browser, "the bar went", "document.querySelector('#live button').hidden", 1).await;

            // The focus is on a line: the same, and it stays on that line when the others come.
            point_at(browser, 5, 5).await;
            browser.text("document.querySelector('.run .case[href$=\"MG-1002\"]').focus(); return ''").await;
            another(&db, 6);
            until(browser, "the bar", &format!("{BUTTON} === '1 change: show it r'")).await;
            stays(browser, "the list moved under the focus", &format!("!{NUMBERS}.includes('MG-1006')"), 1).await;
            for width in [1280, 360] {
                browser.screenshot("live-bar", width, Scheme::Light).await;
                browser.must_be_well("the bar of changes").await;
            }
            press(browser, "r").await;
            until(browser, "the new line", &format!("{NUMBERS}.includes('MG-1006')")).await;
            assert_eq!(browser.text("return document.activeElement.textContent").await, "MG-1002");
            let said = browser.console().await;
            assert!(said.is_empty(), "{said:?}");
        })
        .await;
    });
}

#[test]
fn what_is_new_since_the_last_look_is_marked_in_words_with_and_without_script() {
    both_async(|db| async move {
        let [case, _] = two_cases(&db);
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        let mut ewa = maria.is(EWA).await;
        maria.pass(SignedDuration::from_mins(3));
        maria.get("/").await.is(200);
        maria.pass(SignedDuration::from_mins(40));
        ewa.post(&format!("/cases/{case}/do/add-note"), &[("text", "Their line stands still.")]).await.is(303);
        let address = serve(maria.router()).await;
        for script in [Script::On, Script::Off] {
            with_browser(script, async |browser| {
                sign_in(browser, &address, &maria).await;
                for width in [1280, 360] {
                    browser.open_page(&address, width, Scheme::Light).await;
                    if script == Script::On {
                        for scheme in Scheme::BOTH {
                            browser.screenshot("live-news", width, scheme).await;
                        }
                    }
                    browser.must_be_well(&format!("what is new, {width} px, {script:?}")).await;
                    let words = browser.text("return document.querySelector('main').innerText").await;
                    assert!(words.contains("Since you looked, today 10:03: 1 moved on"), "{words}");
                    assert!(words.contains("Ewa worked on it, 10:43"), "{words}");
                }
            })
            .await;
        }
        let mut maria = maria;
        maria.post("/looks", &[("list", "mine")]).await.leads_to("/");
        maria.get("/").await.hides("Since you looked");
    });
}
