//! Every page that a person can open, looked at by axe: wide and narrow, light and dark, and without script.

use super::begin;
use super::house::House;
use super::person::Person;
use crate::browser::{Scheme, Script, with_browser};
use store::notice_links::LinkWhat;

const ROUTES: &str = include_str!("../../src/web/routes.rs");
/// These answer programs and scripts.
const NOT_PAGES: [&str; 28] = [
    "/settings/playbooks/{name}/{version}/file",
    "/cases/{number}/suppliers/{scar}/paper",
    "/suppliers/{link}/paper",
    "/supplier/{token}",
    "/cases/{number}/8d/{report}/{ending}",
    "/theirs/{link}/reports/{report}",
    "/theirs/{link}/reports/{report}/{ending}",
    "/mail/letters/{id}/files/{nth}",
    "/mail/letters/{id}/page",
    "/mail/letters/{id}/raw",
    "/cases/{number}/mail/{mail}/raw",
    "/calendar/{file}",
    "/cases/{number}/calls/{promise}",
    "/cases/{number}/files/{file}",
    "/cases/{number}/record",
    "/theirs/{link}/calls/{promise}",
    "/theirs/{link}/files/{file}",
    "/theirs/{link}/record",
    "/healthz",
    "/cases/{number}/history.json",
    "/cases/{number}/meanwhile",
    "/live",
    "/palette",
    "/tour/{stop}",
    "/arrived/{token}",
    "/arrived/",
    "/their/{token}",
    "/their/",
];
/// They stand on a mail that nobody could be found for; `browser_mail.rs` has one come in and looks at them.
const OF_A_MAIL: [&str; 2] = ["/mail/letters/{id}/contact", "/mail/letters/{id}/move"];
/// Nobody sees it once there is an account.
const BEFORE_THE_FIRST_ACCOUNT: &str = "/first-run";

/// One order late, one delivered and to be asked about, for a customer of the demo company.
const ORDERS: &str = "Order No;Pos;Customer No;Item;Qty;Promised date;Delivery date\n\
    4417;1;10017;KB-7 rev C;200;2026-02-20;\n\
    4418;1;10017;KB-7 rev C;40;2026-02-27;2026-02-27\n";
/// Where a page of a route is found.
enum At {
    /// It has one address.
    Here,
    /// The case with this title, and what follows its number.
    Case(&'static str, &'static str),
    /// The first link of a page whose address begins so.
    LinkOn(&'static str, &'static str),
    /// The same, and this behind its address.
    LinkThen(&'static str, &'static str, &'static str),
    /// The page of a new link to the customer for the case with this title, and this behind its address.
    Invited(&'static str, &'static str),
    /// The page of a new link to the deliveries of the customer whose check is owed the longest.
    Asked,
    /// The page of a mailbox that is added for it.
    Mailbox,
    /// A link as it stands in a mail to her about notices, for this.
    Mailed(LinkWhat),
    /// A webhook that does not get through.
    Hook,
    HookIn,
    Boundary,
    /// The page of somebody impartial between us and a customer.
    Neutral,
    /// The page of a supplier who is asked about their part, and where they send a file.
    Supplier,
    SupplierFiles,
    /// The present page.
    Shown,
    /// This address, of many that the route has.
    On(&'static str),
}

const CORNERS: &str = "The corners of the bottom layer are bent.";
const LAYERS: &str = "The layers come apart after the second reflow.";
const SORTED: &str = "We sorted three days for your mixed lot.";
const SOLDER: &str = "Half the boards have no solder on U7.";

/// Every page of `routes.rs`; forms of a case by the ones that differ most.
const PAGES: &[(&str, At)] = &[
    ("/orders/import/{id}", At::Shown),
    ("/", At::Here),
    ("/sign-in", At::Here),
    ("/cases", At::Here),
    ("/cases/new", At::Here),
    ("/cases/{number}", At::Case(SOLDER, "")),
    ("/cases/{number}/do/{command}", At::Case(SOLDER, "/do/record-conversation")),
    ("/cases/{number}/do/{command}", At::Case(LAYERS, "/do/draft-plan")),
    ("/cases/{number}/do/{command}", At::Case(LAYERS, "/do/record-word")),
    ("/cases/{number}/do/{command}", At::Case(CORNERS, "/do/decide")),
    ("/cases/{number}/conversations", At::Case(LAYERS, "/conversations")),
    ("/cases/{number}/options", At::Case(CORNERS, "/options")),
    ("/cases/{number}/plan", At::Case(LAYERS, "/plan")),
    ("/cases/{number}/cause", At::Case(LAYERS, "/cause")),
    ("/cases/{number}/messages", At::Case(LAYERS, "/messages")),
    ("/cases/{number}/mail", At::Case(LAYERS, "/mail")),
    ("/cases/{number}/mail/new", At::Case(LAYERS, "/mail/new")),
    ("/cases/{number}/mail/new", At::Case(LAYERS, "/mail/new?purpose=summary")),
    ("/mail/stuck", At::Here),
    ("/cases/{number}/options", At::Case(CORNERS, "/options?read=aloud")),
    ("/cases/{number}", At::Case(LAYERS, "?show=theirs")),
    ("/cases/{number}/start", At::Case(SOLDER, "/start")),
    ("/cases/{number}/what-they-see", At::Case(LAYERS, "/what-they-see")),
    ("/cases/{number}/history", At::Case(LAYERS, "/history")),
    ("/theirs/{link}", At::Invited(LAYERS, "")),
    ("/theirs/{link}/do/{act}", At::Invited(CORNERS, "/do/solved")),
    ("/theirs/{link}/do/{act}", At::Invited(SOLDER, "/do/add")),
    ("/arrivals/{link}", At::Asked),
    ("/cases/{number}/links", At::Case(LAYERS, "/links")),
    ("/cases/{number}/bring-in", At::Case(LAYERS, "/bring-in")),
    ("/cases/{number}/calls", At::Case(LAYERS, "/calls")),
    ("/cases/{number}/8d", At::Case(LAYERS, "/8d")),
    ("/cases/{number}/files", At::Case(LAYERS, "/files")),
    ("/cases/{number}/mediation", At::Case(SORTED, "/mediation")),
    ("/cases/{number}/mediation/pack", At::Case(SORTED, "/mediation/pack")),
    ("/mediator/{token}", At::Neutral),
    ("/suppliers/{link}", At::Supplier),
    ("/suppliers/{link}/files", At::SupplierFiles),
    ("/cases/{number}/suppliers", At::Case(LAYERS, "/suppliers")),
    ("/theirs/{link}/mediation", At::Invited(SORTED, "/mediation")),
    ("/their/asked", At::Here),
    ("/theirs/{link}/calendar", At::Invited(LAYERS, "/calendar")),
    ("/theirs/{link}/files", At::Invited(LAYERS, "/files")),
    ("/verify", At::Here),
    ("/cases/{number}/why/{clock}", At::Case(SOLDER, "/why/c01_first_contact")),
    ("/signals", At::Here),
    ("/signals/new", At::Here),
    ("/signals/mail", At::Here),
    ("/signals/calls", At::Here),
    ("/signals/{id}", At::LinkOn("/signals", "/signals/0")),
    ("/watch", At::Here),
    ("/radius", At::Here),
    ("/orders", At::Here),
    ("/orders/line/{id}", At::LinkOn("/orders", "/orders/line/0")),
    ("/orders/import", At::Here),
    ("/delivery-checks/{id}", At::LinkOn("/?whose=all", "/delivery-checks/")),
    ("/review/rules", At::Here),
    ("/review/rules/{id}", At::On("/review/rules/DS10?text=We+ship+soon.")),
    ("/settings/review", At::On("/settings/review?off=DS10")),
    ("/accounts", At::Here),
    ("/accounts/quiet", At::Here),
    ("/accounts/new", At::Here),
    ("/accounts/quiet", At::Here),
    ("/accounts/{id}", At::LinkOn("/accounts", "/accounts/")),
    ("/accounts/{id}/change", At::LinkOn("/accounts/{id}", "/accounts/")),
    ("/accounts/{id}/contacts", At::LinkOn("/accounts/{id}", "/accounts/")),
    ("/accounts/{id}/arrivals", At::LinkOn("/accounts/{id}", "/accounts/")),
    ("/accounts/{id}/sales-contact", At::LinkOn("/accounts/{id}", "/accounts/")),
    ("/contacts/{id}", At::LinkOn("/accounts/{id}", "/contacts/")),
    ("/drafts", At::Here),
    ("/insight", At::Here),
    ("/insight/made-good", At::Here),
    ("/insight/by-the-book", At::Here),
    ("/insight/by-the-book/paper", At::Here),
    ("/insight/{name}", At::On("/insight/first_go")),
    ("/insight/{name}", At::On("/insight/expectation_gaps")),
    ("/insight/{name}/{what}", At::On("/insight/first_go/behind?period=year&band=all")),
    ("/guide", At::Here),
    ("/tour", At::Here),
    ("/search", At::Here),
    ("/notices", At::Here),
    ("/told/{token}", At::Mailed(LinkWhat::Acknowledge)),
    ("/notices/off/{token}", At::Mailed(LinkWhat::Off)),
    ("/settings", At::Here),
    ("/settings/own", At::Here),
    ("/settings/own/notices", At::Here),
    ("/radius/{id}", At::Boundary),
    ("/settings/incoming", At::Here),
    ("/settings/incoming/{id}", At::HookIn),
    ("/settings/webhooks", At::Here),
    ("/settings/webhooks/{id}", At::Hook),
    ("/settings/people", At::Here),
    ("/settings/people/{id}", At::LinkOn("/settings/people", "/settings/people/")),
    ("/settings/calendars", At::Here),
    ("/settings/calendars/{id}", At::LinkOn("/settings/calendars", "/settings/calendars/")),
    ("/settings/clocks", At::Here),
    ("/settings/emergency", At::Here),
    ("/settings/emergency/new", At::Here),
    ("/settings/emergency/{id}", At::LinkOn("/settings/emergency", "/settings/emergency/")),
    ("/settings/emergency/{id}/change", At::LinkThen("/settings/emergency", "/settings/emergency/", "/change")),
    ("/settings/preparedness", At::Here),
    ("/settings/limits", At::Here),
    ("/settings/mail", At::Here),
    ("/settings/mailboxes", At::Here),
    ("/settings/mailboxes/{id}", At::Mailbox),
    ("/settings/playbooks", At::Here),
    ("/settings/playbooks/begin", At::Here),
    ("/settings/playbooks/new", At::Here),
    ("/settings/playbooks/{name}", At::On("/settings/playbooks/eight_d")),
    ("/settings/playbooks/{name}/change", At::On("/settings/playbooks/eight_d/change")),
    ("/settings/playbooks/{name}/{version}", At::On("/settings/playbooks/eight_d/1")),
    ("/settings/tokens", At::Here),
    ("/settings/how-we-handle-trouble", At::Here),
    ("/settings/how-we-handle-trouble/preview", At::On("/settings/how-we-handle-trouble/preview?language=pl")),
    ("/how-we-handle-trouble", At::On("/how-we-handle-trouble?language=en")),
    ("/settings/audit", At::Here),
];

/// The routes that answer to a look.
fn shown_routes() -> Vec<&'static str> {
    ROUTES
        .split(".route(")
        .skip(1)
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split_once('"'))
        .filter(|(_, after)| after.trim_start_matches(',').trim_start().starts_with("get("))
        .map(|(route, _)| route)
        .collect()
}

#[test]
fn every_page_of_the_routes_is_looked_at() {
    let routes = shown_routes();
    assert!(routes.len() > 35, "{routes:?}");
    for route in &routes {
        let listed = PAGES.iter().any(|(page, _)| page == route);
        assert!(
            listed || NOT_PAGES.contains(route) || OF_A_MAIL.contains(route) || *route == BEFORE_THE_FIRST_ACCOUNT,
            "{route} is looked at by nobody: add it to PAGES in makegood/tests/main_job/pages.rs"
        );
    }
    for (page, _) in PAGES {
        assert!(routes.contains(page), "{page} is no route any more");
    }
}

/// Signed in at the demo company, with orders just sent to be looked at.
async fn maria_at_work<'a>(maria: &Person<'a>) {
    maria.is(makegood::demo::SIGN_IN).await;
    let file = std::env::temp_dir().join(format!("makegood-pages-{}-{:p}.csv", std::process::id(), maria));
    std::fs::write(&file, ORDERS).unwrap();
    begin::bring_in(maria, &file).await;
    begin::keep(maria).await;
    begin::bring_in(maria, &file).await;
    std::fs::remove_file(&file).unwrap();
}

/// The address of the page, as a person would have come to it.
async fn address(maria: &Person<'_>, route: &'static str, at: &At, account: &str) -> String {
    match at {
        At::Here if route == "/search" => "/search?q=boards".to_owned(),
        At::Here => route.to_owned(),
        At::Shown => maria.path().await,
        At::Invited(title, after) => format!("{}{after}", invited(maria, title).await),
        At::Asked => asked(maria).await,
        At::Mailbox => mailbox(maria).await,
        At::Hook => format!("/settings/webhooks/{}", maria.house.failing_hook().await),
        At::Boundary => format!("/radius/{}", maria.house.boundary(makegood::demo::SIGN_IN).await),
        At::HookIn => format!("/settings/incoming/{}", maria.house.incoming_hook().await),
        At::Supplier => format!("/supplier/{}", maria.house.supplier(LAYERS).await),
        At::SupplierFiles => {
            maria.go(&format!("/supplier/{}", maria.house.supplier(LAYERS).await)).await;
            format!("{}/files", maria.path().await)
        }
        At::Neutral => format!("/mediator/{}", maria.house.neutral(SORTED).await),
        At::Mailed(what) => {
            let token = maria.house.mailed(makegood::demo::SIGN_IN, *what).await;
            route.replace("{token}", &token)
        }
        At::On(path) => (*path).to_owned(),
        At::Case(title, after) => format!("{}{after}", case_of(maria, title).await),
        At::LinkThen(page, begins, after) => {
            maria.go(page).await;
            let found = link(maria, begins, "").await;
            format!("{}{after}", found.unwrap_or_else(|| panic!("{page} leads to no {route}")))
        }
        At::LinkOn(page, begins) => {
            maria.go(&page.replace("{id}", account)).await;
            let ends = route.rsplit('/').next().filter(|last| !last.starts_with('{')).unwrap_or_default();
            link(maria, begins, ends).await.unwrap_or_else(|| panic!("{page} leads to no {route}"))
        }
    }
}

/// Makes a link for the first contact of a case and comes by it, as the customer does.
async fn invited(maria: &Person<'_>, title: &str) -> String {
    let case = case_of(maria, title).await;
    by_new_link(maria, &format!("{case}/links"), "/their/").await
}

/// Adds a mailbox from which mail is fetched.
async fn mailbox(maria: &Person<'_>) -> String {
    maria.go("/settings/mailboxes").await;
    let fill = "document.querySelector('[name=address]').value = 'care@nordlot.example';\
                document.querySelector('[name=in_host]').value = 'imap.nordlot.example'; return ''";
    maria.browser.text(fill).await;
    maria.press("Add the mailbox").await;
    maria.path().await
}

/// Makes a link to the deliveries of the customer whose check is owed the longest, and comes by it.
async fn asked(maria: &Person<'_>) -> String {
    maria.go("/?whose=all").await;
    let check = link(maria, "/delivery-checks/", "").await.expect("a check is owed");
    maria.go(&check).await;
    let page = link(maria, "/accounts/", "/arrivals").await.expect("the way to a link");
    by_new_link(maria, &page, "/arrived/").await
}

/// Makes a link for the first contact on this page and comes by it, as the customer does.
async fn by_new_link(maria: &Person<'_>, page: &str, begins: &str) -> String {
    maria.go(page).await;
    maria.browser.text("document.querySelector('select[name=contact]').selectedIndex = 1; return ''").await;
    maria.press("Make the link").await;
    let link = maria.browser.text("return document.querySelector('main code').textContent").await;
    let from = link.find(begins).expect("a link");
    maria.go(&link[from..]).await;
    maria.path().await
}

/// The first link that begins and ends so and leads to one thing.
async fn link(maria: &Person<'_>, begins: &str, ends: &str) -> Option<String> {
    let digits = if begins.ends_with('/') || begins.ends_with('0') { "[0-9a-f]{8}-" } else { "" };
    let begins = begins.trim_end_matches('0');
    let script = format!(
        "const a = [...document.querySelectorAll('main a')].map((a) => a.getAttribute('href') || '')\
         .find((h) => h.match('^{begins}{digits}') && h.endsWith('{ends}')); return a || ''"
    );
    Some(maria.browser.text(&script).await).filter(|href| !href.is_empty())
}

pub async fn case_of(maria: &Person<'_>, title: &str) -> String {
    maria.go("/cases").await;
    let script = format!(
        "const row = [...document.querySelectorAll('main tr')].find((r) => r.textContent.includes({title:?}));\
         return row.querySelector('a').getAttribute('href')"
    );
    maria.browser.text(&script).await
}

/// The address of every page, for Maria at the demo company with orders just sent.
pub async fn every_path(maria: &Person<'_>) -> Vec<String> {
    maria_at_work(maria).await;
    let (mut paths, mut account) = (vec![], String::new());
    for (route, at) in PAGES {
        let path = address(maria, route, at, &account).await;
        if *route == "/accounts/{id}" {
            account = path.trim_start_matches("/accounts/").to_owned();
        }
        paths.push(path);
    }
    paths
}

async fn every_page_is_well(script: Script) {
    let house = House::with_the_demo_company().await;
    with_browser(script, async |browser| {
        let maria = Person::at(browser, &house).await;
        for path in every_path(&maria).await {
            maria.go(&path).await;
            maria.must_have_a_title(&path).await;
            looked_at(&maria, &path).await;
        }
    })
    .await;
}

/// With script: wide and narrow, light and dark. Without: wide and light.
async fn looked_at(person: &Person<'_>, path: &str) {
    let looks: &[(u32, Scheme)] = match person.browser.script() {
        Script::On => &[(1280, Scheme::Light), (1280, Scheme::Dark), (360, Scheme::Dark), (360, Scheme::Light)],
        Script::Off => &[(1280, Scheme::Light)],
    };
    for (width, scheme) in looks {
        person.browser.look(*width, *scheme).await;
        let story = format!("{path}, {width} px, {scheme:?}, script {:?}", person.browser.script());
        person.browser.must_be_well(&story).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn axe_finds_nothing_on_any_page() {
    every_page_is_well(Script::On).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn axe_finds_nothing_on_any_page_without_script() {
    every_page_is_well(Script::Off).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn axe_finds_nothing_on_the_very_first_page() {
    let house = House::empty().await;
    for script in [Script::On, Script::Off] {
        with_browser(script, async |browser| {
            let anna = Person::at(browser, &house).await;
            anna.go(BEFORE_THE_FIRST_ACCOUNT).await;
            looked_at(&anna, BEFORE_THE_FIRST_ACCOUNT).await;
        })
        .await;
    }
}
