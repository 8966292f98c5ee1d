//! The style page in a real browser: with and without script, light and dark, wide and narrow, nothing found wrong.

#[path = "browser/script.rs"]
mod script;

use crate::browser;
use axum::Router;
use axum::routing::get;
use browser::{Scheme, Script, serve, with_browser};
use makegood::web::assets;
use makegood::web::styleguide::{self, Sheet};

const WIDTHS: [u32; 2] = [1280, 360];

fn style_pages() -> Router {
    Sheet::ALL.into_iter().fold(assets::router(), |router, sheet| {
        router.route(sheet.path(), get(move || async move { styleguide::sheet(sheet) }))
    })
}

async fn every_style_page_is_well(script: Script) {
    let address = serve(style_pages()).await;
    with_browser(script, async |browser| {
        for sheet in Sheet::ALL {
            let name = sheet.path().trim_start_matches('/').replace('/', "-");
            for width in WIDTHS {
                for scheme in Scheme::BOTH {
                    browser.open_page(&format!("{address}{}", sheet.path()), width, scheme).await;
                    if script == Script::On {
                        browser.screenshot(&name, width, scheme).await;
                    }
                    browser.must_be_well(&format!("{name}, {width} px, {scheme:?}, script {script:?}")).await;
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_on_the_style_pages() {
    every_style_page_is_well(Script::On).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_the_style_pages_without_script() {
    every_style_page_is_well(Script::Off).await;
}

#[tokio::test]
async fn a_bad_page_is_found_with_and_without_script() {
    // A picture without words, a field without a name, and a script that the policy forbids.
    let bad = "<!DOCTYPE html><html lang=en><title>x</title><main><h1>x</h1><img src=/x.png><input><script>window.ran = 1</script>";
    let address = serve(Router::new().route("/", get(move || async move { axum::response::Html(bad) }))).await;
    for script in [Script::On, Script::Off] {
        with_browser(script, async |browser| {
            browser.open_page(&address, 360, Scheme::Light).await;
            let found: Vec<String> = browser.axe().await.into_iter().map(|violation| violation.id).collect();
            assert!(
                found.contains(&"image-alt".to_owned()) && found.contains(&"label".to_owned()),
                "{script:?}: {found:?}"
            );
            assert_eq!(browser.number("return window.ran || 0").await, 0);
        })
        .await;
    }
}

#[tokio::test]
async fn without_script_no_script_of_the_page_ran() {
    let address = serve(style_pages()).await;
    for (script, hint_hidden) in [(Script::On, 0), (Script::Off, 1)] {
        with_browser(script, async |browser| {
            browser.open_page(&format!("{address}/styleguide"), 1280, Scheme::Light).await;
            browser.axe().await;
            let hidden = browser.number("return document.querySelector('.keys-hint').hidden ? 1 : 0").await;
            assert_eq!(hidden, hint_hidden, "{script:?}");
        })
        .await;
    }
}

/// Other ways to see a page: on paper, in the colours of the system, at the narrowest width that WCAG 1.4.10 asks for.
#[tokio::test]
async fn the_style_pages_hold_on_paper_in_forced_colours_and_at_320_px() {
    let address = serve(style_pages()).await;
    with_browser(Script::On, async |browser| {
        for sheet in Sheet::ALL {
            let name = sheet.path().trim_start_matches('/').replace('/', "-");
            browser.open_page(&format!("{address}{}", sheet.path()), 320, Scheme::Light).await;
            browser.must_be_well(&format!("{name}, 320 px")).await;
            browser.look(1280, Scheme::Light).await;
            browser.emulate("", &[("forced-colors", "active"), ("prefers-color-scheme", "dark")]).await;
            browser.must_be_well(&format!("{name}, forced colours")).await;
            browser.picture(&format!("{name}-forced-colours"), 1280).await;
            browser.emulate("print", &[]).await;
            browser.picture(&format!("{name}-print"), 800).await;
            let shown = browser
                .number(
                    "return [...document.querySelectorAll('.acts, .ways, .search')].filter(e => e.offsetParent).length",
                )
                .await;
            assert_eq!(shown, 0, "{name}: paper has nothing to press");
        }
    })
    .await;
}
