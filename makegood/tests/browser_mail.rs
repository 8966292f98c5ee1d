//! Writing mail in a real browser: compose, undo, compose again, leave it for their morning; wide and narrow, light and dark, nothing found wrong.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

#[path = "mail/house.rs"]
pub mod house;

use crate::browser::{Browser, Scheme, Script, serve, with_browser};
use crate::support::{Fresh, runtime};
use house::House;
use serde_json::json;
use store::dialect::Engine;
use store::mails::State;

async fn looked_at(browser: &Browser, name: &str) {
    for (width, scheme) in [(1280, Scheme::Light), (1280, Scheme::Dark), (360, Scheme::Light), (360, Scheme::Dark)] {
        browser.screenshot(name, width, scheme).await;
        browser.must_be_well(&format!("{name}, {width} px, {scheme:?}")).await;
    }
    browser.look(1280, Scheme::Light).await;
}

async fn open(browser: &Browser, there: &str) {
    browser.open_page(there, 1280, Scheme::Light).await;
}

/// What Ms Rao wrote, and a machine of hers.
async fn letters(house: &House) {
    let letter = house.letter(1, "Re: your boards", "When do the new ones come? The line stands.").await;
    house.arrives(1, letter, "From: dana@customer.example\r\n\r\nWhen do the new ones come?").await;
    let mut away = house.letter(2, "Out of office", "I am back on 9 March.").await;
    away.origin = "out-of-office".into();
    house.arrives(2, away, "From: dana@customer.example\r\n\r\nI am back on 9 March.").await;
}

#[test]
fn s051_a_mail_is_written_taken_back_and_left_for_their_morning() {
    let fresh = Fresh::new(Engine::Sqlite);
    runtime().block_on(async {
        let db = tokio::task::block_in_place(|| fresh.open());
        let mut house = house::house(db).await;
        house.left_message().await;
        letters(&house).await;
        let address = serve(house.maria.router()).await;
        let at = |rest: &str| format!("{address}{}", house.at(rest));
        with_browser(Script::On, async |browser| {
            let (name, value) = house.maria.cookie();
            let cookie = json!({"name": name, "value": value, "url": address});
            browser.devtools("Network.setCookie", cookie).await;
            open(browser, &at("/mail/new")).await;
            looked_at(browser, "mail-purposes").await;
            open(browser, &at("/mail/new?purpose=voicemail_follow_up")).await;
            looked_at(browser, "mail-compose").await;
            browser.press_through("#mail button[name=look]").await;
            looked_at(browser, "mail-look").await;
            browser.press_through("#mail button.act").await;
            looked_at(browser, "mail-leaves").await;
            let first = house.kept().await.mails.out[0].id;
            browser.press_through(".notice form button").await;
            assert_eq!(house.mail(first).await.state, State::TakenBack);
            let text = "return document.querySelector('#mail textarea').value";
            assert!(browser.text(text).await.contains("Half the boards are dry"), "the draft is back");
            browser.press_through("#mail button[value=morning]").await;
            let second = house.kept().await.mails.out[0].clone();
            assert_eq!(second.leaves_at, "2026-03-02T14:30:00Z".parse().unwrap());
            looked_at(browser, "mail-tab").await;
            // One key says that the letter needs no answer.
            browser.press_through("button[data-key=n]").await;
            assert!(house.kept().await.mails.letters.is_empty());
            house.maria.clone().pass(jiff::SignedDuration::from_hours(6));
            house.goes(second.id).await;
            house.comes_back(second.id).await;
            open(browser, &format!("{address}/mail/stuck")).await;
            looked_at(browser, "mail-stuck").await;
            open(browser, &address).await;
            browser.screenshot("mail-run", 1280, Scheme::Light).await;
            browser.must_be_well("Run to it with a mail that did not arrive").await;
        })
        .await;
        assert!(house.db.read(store::mails::stuck_count).await.unwrap() > 0);
    });
}

/// Somebody else answers, a shop writes, a letter is quoted: each has its end by one key, on the case and among the unsorted.
#[test]
fn whose_a_mail_is_and_where_it_belongs_is_said_by_single_keys() {
    let fresh = Fresh::new(Engine::Sqlite);
    runtime().block_on(async {
        let db = tokio::task::block_in_place(|| fresh.open());
        let mut house = house::house(db).await;
        house.talked().await;
        let date = "Date: Mon, 02 Mar 2026 08:00:00 +0000\r\nTo: care@boards.example\r\n";
        let dana = format!(
            "From: Dana Rao <dana@customer.example>\r\n{date}Message-ID: <1@customer.example>\r\nSubject: {} dry joints\r\n\r\nWhen do the new ones come?\r\n\r\nOn Mon, Maria wrote:\r\n> We look into it.\r\n\r\n-- \r\nDana Rao\r\n",
            house.case
        );
        house.comes(&dana).await;
        let eve = format!(
            "From: Eve Stone <eve@private.example>\r\n{date}Message-ID: <2@private.example>\r\nIn-Reply-To: <1@customer.example>\r\nSubject: Re: dry joints\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>I work with <b>Dana</b>. The line stands.</p><img src=https://spy.example/x.gif>"
        );
        let eve = house.comes(&eve).await;
        let away = format!(
            "From: Dana Rao <dana@customer.example>\r\n{date}Message-ID: <3@customer.example>\r\nIn-Reply-To: <1@customer.example>\r\nSubject: Out of office\r\nAuto-Submitted: auto-replied (vacation)\r\n\r\nBack on 9 March 2026.\r\n"
        );
        house.comes(&away).await;
        let shop = format!("From: Nina Berg <nina@brask-lids.example>\r\n{date}Message-ID: <4@shop.example>\r\nSubject: Lids do not fit\r\n\r\nThe lids of the last lot do not fit.\r\n");
        let shop = house.comes(&shop).await;
        let address = serve(house.maria.router()).await;
        let there = |path: String| format!("{address}{path}");
        with_browser(Script::On, async |browser| {
            let (name, value) = house.maria.cookie();
            let cookie = json!({"name": name, "value": value, "url": address});
            browser.devtools("Network.setCookie", cookie).await;
            open(browser, &there(house.at("/mail"))).await;
            looked_at(browser, "letters-tab").await;
            open(browser, &there("/signals/mail".into())).await;
            looked_at(browser, "letters-unsorted").await;
            open(browser, &there(format!("/mail/letters/{shop}/move?find=boards"))).await;
            looked_at(browser, "letters-move").await;
            open(browser, &there(format!("/mail/letters/{shop}/contact"))).await;
            looked_at(browser, "letters-contact").await;
            open(browser, &there(house.at(""))).await;
            browser.screenshot("letters-case-away", 1280, Scheme::Light).await;
            // The page as they laid it out: nothing of it ran, and nothing was fetched.
            open(browser, &there(format!("/mail/letters/{eve}/page"))).await;
            browser.screenshot("letters-page", 1280, Scheme::Light).await;
            // j to the first line, x: it is not for this case; the list has it still, n puts it away.
            open(browser, &there(house.at("/mail"))).await;
            browser.press_through("button[data-key=x]").await;
            assert_eq!(house.message(eve).await.meant_case_id, None);
            browser.press_through(".notice form button").await;
            assert!(house.message(eve).await.meant_case_id.is_some());
            browser.press_through("button[data-key=i]").await;
            assert_eq!(house.message(eve).await.case_id, Some(house.kept().await.id.0));
            looked_at(browser, "letters-placed").await;
            open(browser, &there("/signals/mail".into())).await;
            browser.press_through("button[data-key=n]").await;
            assert!(house.message(shop).await.put_away_at.is_some());
            looked_at(browser, "letters-none").await;
        })
        .await;
    });
}
