//! Which language a page is said in: as the browser asks until it is known who reads, then as they chose.

use super::reads_well;
use crate::support::{both_async, world};
use crate::visit::{FIRST_RUN, Visitor};
use world::{ANNA, MARIA, NOW};

#[test]
fn before_signing_in_the_browser_decides_and_what_is_english_for_all_stays_so() {
    both_async(|db| async move {
        let mut anna = Visitor::at(db, NOW).await;
        anna.post("/first-run", &FIRST_RUN).await.leads_to("/guide");
        let mut stranger = anna.stranger().reads("de-AT,de;q=0.9,en;q=0.5");
        let door = stranger.get("/sign-in").await;
        reads_well("the door in German", &door);
        door.shows("<html lang=\"de\">").shows("Zur Seite springen").shows("Passwort");
        let document = stranger.get("/api").await;
        document.shows("<html lang=\"de\">").shows("Zur Seite springen").shows("The whole document");
        let mut other = anna.stranger().reads("pl");
        other.get("/sign-in").await.shows("<html lang=\"en\">").shows("Skip to the page");
    });
}

#[test]
fn a_colleague_chooses_a_language_and_nobody_else_is_changed_by_it() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let page = maria.get("/settings/own").await;
        reads_well("about you", &page);
        page.shows("as the browser asks").shows(">Deutsch</option>");
        let chosen = [("zone", "Europe/Berlin"), ("phone", "+49 30 555 0100"), ("language", "de")];
        maria.post("/settings/own", &chosen).await.leads_to("/settings/own");
        let cases = maria.get("/cases").await;
        reads_well("the cases in German", &cases);
        cases.shows("<html lang=\"de\">").shows("Aufträge").shows("Abmelden").shows("Liste eingrenzen");
        let tell = [("words", "Das Laminat fehlt."), ("since", "gestern 16:00")];
        let told = maria.post("/signals/new", &tell).await.to.expect("it leads to the signal");
        maria.get(&told).await.shows("Das Laminat fehlt.").shows("gestern 16:00");
        let mut anna = maria.is(ANNA).await;
        anna.get("/").await.shows("<html lang=\"en\">").shows("Orders");
        anna.get("/settings/audit").await.shows("language: nothing → de");
        let odd = [("zone", "Europe/Berlin"), ("language", "de<b>")];
        maria.post("/settings/own", &odd).await.is(422).shows("Wählen Sie eine der Sprachen");
    });
}
