//! The page of the customer's own calendar in a real browser, narrow and wide, light and dark, in each of their languages; and where a
//! colleague finds theirs.

use crate::browser::{Scheme, Script, serve, with_browser};
use crate::by_link::made;
use crate::desk::Desk;
use crate::support::{Fresh, runtime};
use crate::walk::heard;
use serde_json::json;
use store::dialect::Engine;
use store::sql;

#[test]
fn their_calendar_is_one_press_away_and_well_in_each_language() {
    let fresh = Fresh::new(Engine::Sqlite);
    runtime().block_on(async {
        let db = fresh.open();
        let desk = Desk::new(db.clone()).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        heard(&desk, &case).await;
        let token = made(&desk, &case, &desk.dana, &[]).await;
        let address = serve(desk.router()).await;
        with_browser(Script::Off, async |browser| {
            browser.open_page(&format!("{address}/their/{token}"), 360, Scheme::Light).await;
            browser.press_through("a.way[href$='/calendar']").await;
            browser.must_be_well("calendar, before the press").await;
            browser.press_through("#calendar button").await;
            let page = browser.driver.current_url().await.expect("a page").to_string();
            for language in ["en", "de", "pl", "es"] {
                let set = sql!("update contacts set language = ?1");
                db.write(move |tx| tx.put(set, &store::params![language])).await.expect("set");
                for (width, scheme) in [(360, Scheme::Light), (360, Scheme::Dark), (1280, Scheme::Light)] {
                    browser.open_page(&page, width, scheme).await;
                    browser.screenshot(&format!("their-calendar-{language}"), width, scheme).await;
                    browser.must_be_well(&format!("calendar, {language}, {width} px, {scheme:?}")).await;
                }
            }
            let ours = json!({"name": "makegood_session", "value": desk.cookie(), "url": address});
            browser.devtools("Network.setCookie", ours).await;
            for (name, path) in
                [("own-calendar", "/settings/own".to_owned()), ("agreed-calls", format!("/cases/{case}/calls"))]
            {
                for (width, scheme) in [(360, Scheme::Dark), (1280, Scheme::Light)] {
                    browser.open_page(&format!("{address}{path}"), width, scheme).await;
                    browser.screenshot(name, width, scheme).await;
                    browser.must_be_well(&format!("{name}, {width} px, {scheme:?}")).await;
                }
            }
        })
        .await;
    });
}
