//! The pictures that the README shows, taken from the demo company when `MAKEGOOD_SCREENS` names a folder.

use std::path::{Path, PathBuf};

use crate::house::House;
use crate::pages::case_of;
use crate::person::Person;
use crate::support::{Scheme, Script, with_browser};

/// A page of documentation loads several of them.
const BYTES_AT_MOST: u64 = 200_000;
/// A picture shows what is seen without scrolling, so that its words can be read in a README.
const HEIGHT: i64 = 900;

async fn picture(maria: &Person<'_>, folder: &Path, name: &str, path: &str, look: (u32, Scheme)) {
    maria.browser.look(look.0, look.1).await;
    maria.go(path).await;
    let file = folder.join(format!("{name}.png"));
    let page = maria.browser.number("return document.documentElement.scrollHeight").await;
    maria.browser.picture_at(&file, look.0, page.min(HEIGHT)).await;
    let bytes = std::fs::metadata(&file).unwrap().len();
    assert!(bytes < BYTES_AT_MOST, "{name}: {bytes} bytes");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn screens_are_taken_when_a_folder_is_named() {
    let Some(folder) = std::env::var_os("MAKEGOOD_SCREENS").map(PathBuf::from) else {
        println!("skipped: MAKEGOOD_SCREENS names no folder");
        return;
    };
    let house = House::with_the_demo_company().await;
    with_browser(Script::On, async |browser| {
        let maria = Person::at(browser, &house).await;
        maria.is(makegood::demo::SIGN_IN).await;
        let (wide, dark, narrow) = ((1280, Scheme::Light), (1280, Scheme::Dark), (360, Scheme::Light));
        let solder = case_of(&maria, "Half the boards have no solder on U7.").await;
        let corners = case_of(&maria, "The corners of the bottom layer are bent.").await;
        let layers = case_of(&maria, "The layers come apart after the second reflow.").await;
        picture(&maria, &folder, "run-to-it", "/", wide).await;
        picture(&maria, &folder, "run-to-it-dark", "/", dark).await;
        picture(&maria, &folder, "run-to-it-360", "/", narrow).await;
        picture(&maria, &folder, "case", &solder, wide).await;
        picture(&maria, &folder, "talk", &format!("{solder}/do/record-conversation"), wide).await;
        picture(&maria, &folder, "options", &format!("{corners}/options"), wide).await;
        picture(&maria, &folder, "plan", &format!("{layers}/plan"), wide).await;
        picture(&maria, &folder, "why", &format!("{solder}/why/c01_first_contact"), wide).await;
        picture(&maria, &folder, "history", &format!("{layers}/history"), wide).await;
    })
    .await;
}
