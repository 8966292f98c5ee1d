//! Pictures of every page, taken from the demo company on its standing clock when `MAKEGOOD_BROWSER_SCREENS` names a folder.

use std::path::{Path, PathBuf};

use super::house::House;
use super::pages::{case_of, every_path};
use super::person::Person;
use crate::browser::{Scheme, Script, with_browser};

/// A page of documentation loads several of them.
const BYTES_AT_MOST: u64 = 200_000;
/// A picture of the documentation shows what is seen without scrolling, so that its words can be read there.
const HEIGHT: i64 = 900;
/// No picture of a page is higher; what is below repeats what is above.
const WHOLE_AT_MOST: i64 = 6_000;

/// A mail that nobody should send as it is.
const MAIL: &str = "Hello,%0A%0AIn%20order%20to%20help%20you%20we%20looked%20at%20the%20layers.%20Sorry%20for%20any%20inconvenience%20this%20may%20have%20caused.%20\
    I%20will%20send%20you%20the%20test%20report%20on%2018%20December%202026.%0A%0AMaria";

fn folder(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).map(PathBuf::from)
}

async fn picture(maria: &Person<'_>, file: &Path, look: (u32, Scheme), height: i64) {
    maria.browser.look(look.0, look.1).await;
    let page = maria.browser.number("return document.documentElement.scrollHeight").await;
    maria.browser.picture_at(file, look.0, page.min(height)).await;
}

/// A page's address as the name of a file; ids differ from run to run and are left out.
fn name_of(path: &str) -> String {
    let kept = path.split(['/', '?', '=', '&']).filter(|part| !part.is_empty() && part.len() < 36);
    let name = kept.collect::<Vec<_>>().join("-").to_lowercase();
    if name.is_empty() { "run-to-it".to_owned() } else { name }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn screens_are_taken_when_a_folder_is_named() {
    let Some(folder) = folder("MAKEGOOD_BROWSER_SCREENS") else {
        println!("skipped: MAKEGOOD_BROWSER_SCREENS names no folder");
        return;
    };
    let house = House::with_the_demo_company().await;
    with_browser(Script::On, async |browser| {
        let maria = Person::at(browser, &house).await;
        for path in every_path(&maria).await {
            maria.go(&path).await;
            for scheme in Scheme::BOTH {
                for width in [1280, 360] {
                    let file = folder.join(format!("{}-{width}-{scheme:?}.png", name_of(&path)).to_lowercase());
                    picture(&maria, &file, (width, scheme), WHOLE_AT_MOST).await;
                }
            }
        }
    })
    .await;
}

/// The few that the README and the guide show; each must stay light.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_best_screens_are_taken_when_a_folder_is_named() {
    let Some(folder) = folder("MAKEGOOD_BROWSER_BEST") else {
        println!("skipped: MAKEGOOD_BROWSER_BEST names no folder");
        return;
    };
    let house = House::with_the_demo_company().await;
    with_browser(Script::On, async |browser| {
        let maria = Person::at(browser, &house).await;
        maria.is(makegood::demo::SIGN_IN).await;
        maria.go("/tour/leave").await;
        let (wide, dark, narrow) = ((1280, Scheme::Light), (1280, Scheme::Dark), (360, Scheme::Light));
        let solder = case_of(&maria, "Half the boards have no solder on U7.").await;
        let corners = case_of(&maria, "The corners of the bottom layer are bent.").await;
        let layers = case_of(&maria, "The layers come apart after the second reflow.").await;
        let narrow_dark = (360, Scheme::Dark);
        house.mailboxes().await;
        let theirs = house.their_link(&corners, makegood::demo::SIGN_IN).await;
        let mail = format!("{layers}/mail/new?purpose=update&text={MAIL}");
        let best = [
            ("run-to-it", "/".to_owned(), wide),
            ("run-to-it-dark", "/".to_owned(), dark),
            ("run-to-it-360", "/".to_owned(), narrow),
            ("case", solder.clone(), wide),
            ("case-dark", layers.clone(), dark),
            ("talk", format!("{solder}/do/record-conversation"), wide),
            ("options", format!("{corners}/options"), wide),
            ("options-aloud", format!("{corners}/options?read=aloud"), wide),
            ("plan", format!("{layers}/plan"), wide),
            ("what-they-see", format!("{layers}/what-they-see"), wide),
            ("causes", format!("{layers}/cause"), wide),
            ("eight-d", format!("{layers}/8d"), wide),
            ("eight-d-360-dark", format!("{layers}/8d"), narrow_dark),
            ("todays-calls", "/signals/calls".to_owned(), wide),
            ("how-good-the-watch-is", "/watch".to_owned(), wide),
            ("mail-of-a-case", format!("{layers}/mail"), wide),
            ("mail-unsorted", "/signals/mail".to_owned(), wide),
            ("mail-health", "/settings/mail".to_owned(), wide),
            ("why", format!("{solder}/why/c01_first_contact"), wide),
            ("history", format!("{layers}/history"), wide),
            ("compose", mail.clone(), wide),
            ("compose-dark", mail.clone(), dark),
            ("compose-360", mail.clone(), narrow),
            ("compose-360-dark", mail, narrow_dark),
            ("their-page-360", theirs.clone(), narrow),
            ("their-page-360-dark", theirs, narrow_dark),
        ];
        for (name, path, look) in best {
            let file = folder.join(format!("{name}.png"));
            maria.go(&path).await;
            picture(&maria, &file, look, HEIGHT).await;
            let bytes = std::fs::metadata(&file).unwrap().len();
            assert!(bytes < BYTES_AT_MOST, "{name}: {bytes} bytes");
        }
    })
    .await;
}
