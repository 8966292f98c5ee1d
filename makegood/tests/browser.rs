//! The style page in a real browser: with and without script, light and dark, wide and narrow, nothing found wrong.

#[path = "browser/support.rs"]
mod support;

use axum::Router;
use axum::routing::get;
use makegood::web::assets;
use makegood::web::styleguide::{self, Sheet};
use support::{Scheme, Script, serve, with_browser};

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
