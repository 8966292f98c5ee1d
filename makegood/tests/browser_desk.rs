//! The pages of the desk in a real browser, for the demo company: wide and narrow, light and dark, nothing found wrong.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

use crate::browser;
use crate::support;
use crate::visit;
use browser::{Browser, Scheme, Script, serve, with_browser};
use futures_util::FutureExt as _;
use std::panic::AssertUnwindSafe;
use store::dialect::Engine;
use support::Fresh;
use thirtyfour::Cookie;
use visit::{Seen, Visitor};

/// A Monday, 15:22 in Warsaw.
const NOW: jiff::Timestamp = jiff::Timestamp::constant(1_763_994_120, 0);
const WIDTHS: [u32; 2] = [1280, 360];

const FILE: &str = "Order No;Pos;Customer No;Customer name;Item;Qty;Requested;Promised date;Ship date;Delivery date\n\
    4417;1;77001;Kite Labs;KB-7 rev C;200;2025-11-18;2025-11-20;;\n\
    4418;1;77001;Kite Labs;KB-7 rev C;40;2025-11-20;2025-11-21;2025-11-20;2025-11-21\n\
    4419;1;77002;Mills & Sons;Power stage, 48 V, coated;1250;2025-12-01;2025-12-04;;\n\
    4420;1;77002;Mills & Sons;Sensor head;10;2025-11-28;31.04.2025;;\n";

/// The first link of a page that begins so.
fn link(seen: &Seen, begins: &str) -> String {
    let all = seen.html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let fits = |href: &&str| href.strip_prefix(begins).is_some_and(|rest| rest.len() == 36);
    all.into_iter().find(fits).unwrap_or_else(|| panic!("no link to {begins}: {}", seen.text())).to_owned()
}

/// The demo company with a file of orders brought in; the pages to look at, with a name for each.
async fn furnished(maria: &mut Visitor) -> Vec<(String, &'static str)> {
    let id = uuid::Uuid::from_u128(7).to_string();
    let there = maria.upload("/orders/import", &id, "orders-november.csv", FILE).await.to.clone().unwrap();
    let mut look = maria.get(&there).await;
    while look.again_after.is_some() {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        look = maria.get(&there).await;
    }
    let said = [
        ("order", "#1"),
        ("line", "#2"),
        ("customer", "#3"),
        ("customer-name", "#4"),
        ("item", "#5"),
        ("quantity", "#6"),
        ("requested", "#7"),
        ("promised", "#8"),
        ("shipped", "#9"),
        ("delivered", "#10"),
        ("checks_from", "2025-11-01"),
    ];
    maria.post(&there, &said).await.leads_to(&there);
    while maria.get(&there).await.again_after.is_some() {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let tried = maria
        .upload("/orders/import", &uuid::Uuid::from_u128(8).to_string(), "orders-november.csv", FILE)
        .await
        .to
        .clone()
        .unwrap();
    while maria.get(&tried).await.again_after.is_some() {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let mut pages = found_by_links(maria).await;
    pages.extend([(there, "import-done"), (tried, "import-look")]);
    pages
}

/// The pages that have an address of their own, and one of each kind that a list leads to.
async fn found_by_links(maria: &mut Visitor) -> Vec<(String, &'static str)> {
    let account = link(&maria.get("/accounts").await, "/accounts/");
    let contact = link(&maria.get(&account).await, "/contacts/");
    let signal = link(&maria.get("/signals").await, "/signals/");
    let check = link(&maria.get("/orders?order=4418").await, "/delivery-checks/");
    let calendar = link(&maria.get("/settings/calendars").await, "/settings/calendars/");
    let person = link(&maria.get("/settings/people").await, "/settings/people/");
    let plan = link(&maria.get("/settings/emergency").await, "/settings/emergency/");
    let mut pages: Vec<(String, &'static str)> = [
        ("/", "run-to-it"),
        ("/?whose=all", "run-to-it-all"),
        ("/cases", "cases"),
        ("/signals", "signals"),
        ("/signals/mail", "mail"),
        ("/orders", "orders"),
        ("/orders/import", "import"),
        ("/accounts", "accounts"),
        ("/accounts/new", "account-new"),
        ("/notices", "notices"),
        ("/search?q=boards", "search"),
        ("/settings", "settings"),
        ("/settings/people", "people"),
        ("/settings/calendars", "calendars"),
        ("/settings/clocks", "clocks"),
        ("/settings/emergency", "emergency"),
        ("/settings/emergency/new", "emergency-new"),
        ("/settings/preparedness", "preparedness"),
        ("/settings/tokens", "tokens"),
        ("/settings/audit", "audit"),
    ]
    .map(|(path, name)| (path.to_owned(), name))
    .to_vec();
    pages.extend([
        (format!("{account}/change"), "account-change"),
        (format!("{account}/contacts"), "contact-new"),
        (account, "account"),
        (contact, "contact"),
        (signal, "signal"),
        (check, "check"),
        (calendar, "calendar"),
        (person, "person"),
        (format!("{plan}/change"), "emergency-change"),
        (plan, "emergency-plan"),
    ]);
    pages
}

/// Every page is looked at before the first problem is told.
async fn looked_at(browser: &Browser, address: &str, pages: &[(String, &'static str)]) {
    let mut ill = vec![];
    for (path, name) in pages {
        for width in WIDTHS {
            for scheme in Scheme::BOTH {
                browser.open_page(&format!("{address}{path}"), width, scheme).await;
                browser.screenshot(&format!("desk-{name}"), width, scheme).await;
                let story = format!("{path}, {width} px, {scheme:?}");
                if AssertUnwindSafe(browser.must_be_well(&story)).catch_unwind().await.is_err() {
                    ill.push(story);
                }
            }
        }
    }
    assert!(ill.is_empty(), "not well, see above: {ill:#?}");
}

#[test]
fn axe_finds_nothing_on_the_pages_of_the_desk() {
    let fresh = Fresh::new(Engine::Sqlite);
    let db = fresh.open();
    support::runtime().block_on(async {
        let door = Visitor::at(db.clone(), NOW).await;
        makegood::demo::fill(&door.app, door.clock(), NOW, &mut makegood::import::progress::Silent).await.unwrap();
        door.app.refresh_firm().await.unwrap();
        let read = |conn: &store::Conn| store::people::by_email(conn, makegood::demo::SIGN_IN);
        let mut person = db.read(read).await.unwrap().unwrap().person;
        // Whoever looks here sees every page, so one who may keep the settings too.
        person.roles.push(casework::kinds::Role::Administrator);
        let (id, by) = (person.id, store::By { person: None, request: door.app.new_request(), now: NOW });
        db.write(move |tx| store::people::change(tx, &person, &by)).await.unwrap();
        let mut maria = door.is(id).await;
        let pages = furnished(&mut maria).await;
        let address = serve(door.router()).await;
        with_browser(Script::On, async |browser| {
            browser.open_page(&format!("{address}/sign-in"), 360, Scheme::Light).await;
            browser.screenshot("desk-sign-in", 360, Scheme::Light).await;
            browser.must_be_well("/sign-in").await;
            let (name, value) = maria.cookie();
            browser.driver.add_cookie(Cookie::new(name, value)).await.unwrap();
            looked_at(browser, &address, &pages).await;
        })
        .await;
    });
}
