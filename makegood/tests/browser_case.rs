//! The pages of a case in a real browser: wide and narrow, light and dark, with and without script, nothing found wrong.

use crate::browser;
use crate::desk;
use crate::support;
use crate::walk;
use browser::{Browser, Scheme, Script, serve, with_browser};
use desk::Desk;
use serde_json::json;
use store::dialect::Engine;
use support::{Fresh, runtime};

/// A case in the middle of its way, and one that has just begun.
struct World {
    desk: Desk,
    begun: String,
    under_way: String,
}

async fn world(db: store::Db) -> World {
    let desk = Desk::new(db).await;
    let under_way = desk.opened("Half the boards have no solder on U7.").await;
    walk::heard(&desk, &under_way).await;
    walk::chosen(&desk, &under_way).await;
    walk::planned(&desk, &under_way).await;
    let begun = desk.opened("The shipment of order 4417 is three days late").await;
    World { desk, begun, under_way }
}

fn pages(world: &World) -> Vec<(&'static str, String)> {
    let (new, old) = (format!("/cases/{}", world.begun), format!("/cases/{}", world.under_way));
    vec![
        ("case", old.clone()),
        ("case-begun", new.clone()),
        ("case-conversations", format!("{old}/conversations")),
        ("case-options", format!("{old}/options")),
        ("case-plan", format!("{old}/plan")),
        ("case-messages", format!("{old}/messages")),
        ("case-history", format!("{old}/history")),
        ("case-why", format!("{new}/why/c01_first_contact")),
        ("case-sheet", format!("{new}/do/record-conversation")),
        ("case-word", format!("{old}/do/record-word")),
        ("case-plan-form", format!("{new}/do/draft-plan")),
        ("case-option-form", format!("{new}/do/add-option")),
        ("case-open", "/cases/new".to_owned()),
        ("case-open-for", format!("/cases/new?account={}", world.desk.acme)),
    ]
}

async fn signed_in(browser: &Browser, address: &str, world: &World) {
    browser
        .devtools(
            "Network.setCookie",
            json!({"name": "makegood_session", "value": world.desk.cookie(), "url": address}),
        )
        .await;
}

fn every_page_is_well(script: Script, widths: &[u32], schemes: &[Scheme]) {
    let fresh = Fresh::new(Engine::Sqlite);
    runtime().block_on(async {
        let world = world(fresh.open()).await;
        let address = serve(world.desk.router()).await;
        with_browser(script, async |browser| {
            signed_in(browser, &address, &world).await;
            for (name, path) in pages(&world) {
                for (width, scheme) in widths.iter().flat_map(|w| schemes.iter().map(move |s| (*w, *s))) {
                    browser.open_page(&format!("{address}{path}"), width, scheme).await;
                    if script == Script::On {
                        browser.screenshot(name, width, scheme).await;
                    }
                    browser.must_be_well(&format!("{name}, {width} px, {scheme:?}, script {script:?}")).await;
                }
            }
        })
        .await;
    });
}

#[test]
fn axe_finds_nothing_on_the_pages_of_a_case() {
    every_page_is_well(Script::On, &[1280, 360], &Scheme::BOTH);
}

#[test]
fn axe_finds_nothing_without_script_on_a_narrow_screen() {
    every_page_is_well(Script::Off, &[360], &[Scheme::Light]);
}

/// What was typed stays where it was, the sentence stands beside its field, and the gate is offered under it.
#[test]
fn a_refused_form_is_well_too() {
    let fresh = Fresh::new(Engine::Sqlite);
    runtime().block_on(async {
        let world = world(fresh.open()).await;
        let address = serve(world.desk.router()).await;
        with_browser(Script::On, async |browser| {
            signed_in(browser, &address, &world).await;
            for width in [1280, 360] {
                browser
                    .open_page(&format!("{address}/cases/{}/do/tell-what-happened", world.begun), width, Scheme::Light)
                    .await;
                browser
                    .text("document.querySelector('#do-what').value = 'The carrier lost a pallet.'; return ''")
                    .await;
                browser.press_through("#do button.act").await;
                browser.picture(&format!("case-gate-{width}"), width).await;
                browser.must_be_well(&format!("refused by a gate, {width} px")).await;
                let kept = browser.text("return document.querySelector('#do-what').value").await;
                assert_eq!(kept, "The carrier lost a pallet.");
                assert_eq!(browser.number("return document.querySelectorAll('#do-pass_reason').length").await, 1);
            }
        })
        .await;
    });
}
