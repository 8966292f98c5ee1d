//! How we handle trouble, as everybody reads it: off until a person publishes it, its promises those of the policy in force, its figures
//! only with consent and where nobody can be told from them.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

use crate::by_link::{TITLE, Theirs, opened};
use crate::desk::Desk;
use crate::support::life::Life;
use crate::support::{both_async, world};
use crate::visit::{Seen, Visitor};
use crate::walk::heard;
use casework::clock::ClockKind;
use casework::ids::{AccountId, ContactId};
use casework::policy::Allowance;
use jiff::SignedDuration;
use makegood::handling::PATH;
use makegood::jobs::hindsight;
use store::handling::{Figures, Written};
use store::{Db, accounts, contacts, settings, welcome};
use uuid::Uuid;
use world::{ANNA, MARIA, NOW, build, by, write};

const SETTINGS: &str = "/settings/how-we-handle-trouble";
const LANGUAGES: [(&str, &str); 4] = [
    ("en", "How we handle trouble"),
    ("de", "Wie wir mit Problemen umgehen"),
    ("pl", "Co robimy, gdy coś pójdzie nie tak"),
    ("es", "Qué hacemos cuando algo sale mal"),
];

/// Anna, who keeps the settings of a firm with a name.
async fn anna(db: &Db) -> Visitor {
    tokio::task::block_in_place(|| {
        build(db);
        write(db, |tx| welcome::name_company(tx, "Nordlot Boards", &by(900)));
    });
    Visitor::at(db.clone(), NOW).await.is(ANNA).await
}

async fn press(anna: &mut Visitor, more: &[(&str, &str)]) {
    let page = anna.get(SETTINGS).await;
    let version = page.hidden("version");
    let pairs: Vec<(&str, &str)> = [("version", version.as_str())].into_iter().chain(more.iter().copied()).collect();
    anna.post(SETTINGS, &pairs).await.leads_to(SETTINGS);
}

#[test]
fn nobody_outside_reads_it_before_a_person_published_it() {
    both_async(|db| async move {
        let mut anna = anna(&db).await;
        let mut anybody = anna.stranger();
        anybody.get(PATH).await.is(404);
        anybody.get("/sign-in").await.hides(PATH);
        anna.get("/").await.hides(PATH);
        // Who keeps no settings has no part in it.
        let mut maria = anna.is(MARIA).await;
        maria.get(SETTINGS).await.is(403);
        maria.get(&format!("{SETTINGS}/preview")).await.is(403);
        maria.post(SETTINGS, &[("act", "publish"), ("version", "0")]).await.is(403);
        anna.get(SETTINGS).await.shows("Nobody outside sees it yet.").shows("the same as in Insight").is(200);
    });
}

#[test]
fn it_is_written_looked_at_published_changed_and_taken_off() {
    both_async(|db| async move {
        let mut anna = anna(&db).await;
        let mut anybody = anna.stranger();
        let words = [
            ("words.en", "We run.\n\n<b>We call.</b>"),
            ("words.de", "Wir laufen hin."),
            ("phone", "+48 22 555 01 00"),
        ];
        press(&mut anna, &words).await;
        anybody.get(PATH).await.is(404);
        let look = anna.get(&format!("{SETTINGS}/preview?language=de")).await;
        look.is(200).shows("Wir laufen hin.").shows("Nobody else sees this page").shows("noch nicht genug");
        let wrong = anna.post(SETTINGS, &[("version", "1"), ("email", "call us"), ("words.en", "We hop.")]).await;
        wrong.is(422).shows("That is no e-mail address").shows("We hop.");
        press(&mut anna, &[("act", "publish")]).await;
        let page = anybody.get(PATH).await;
        page.is(200)
            .shows("Nordlot Boards")
            .shows("<p class=\"answer\">We run.</p>")
            .shows("&lt;b&gt;We call.&lt;/b&gt;");
        page.shows("tel:+48225550100").hides("noindex").hides("<script").hides("What came of it");
        for promise in [
            "within 4 working hours",
            "within 60 minutes, day and night",
            "One person is there for you",
            "within 2 working days, and within 4 working hours when much depends on it",
            "two ways or more",
            "Only you say that it is solved",
            "We call again",
            "within 3 working days",
            "We learn from it",
            "Mon–Fri 8:00–17:00 (Europe/Warsaw)",
        ] {
            page.shows(promise);
        }
        anybody.get("/sign-in").await.shows("Are you a customer?").shows(PATH);
        anna.get("/cases").await.shows(PATH);
        // What is written later waits for the next press.
        press(&mut anna, &[("words.en", "We fly.")]).await;
        anna.get(SETTINGS).await.shows("newer than what is published").shows("Published by Anna");
        anybody.get(PATH).await.shows("We run.").hides("We fly.");
        press(&mut anna, &[("act", "publish")]).await;
        anybody.get(PATH).await.shows("We fly.");
        anna.post(SETTINGS, &[("act", "publish"), ("version", "1"), ("figures", "on")])
            .await
            .is(422)
            .shows("Somebody else changed this meanwhile");
        press(&mut anna, &[("act", "off")]).await;
        anybody.get(PATH).await.is(404);
        anna.get("/settings/audit")
            .await
            .shows("published how we handle trouble")
            .shows("took off how we handle trouble")
            .shows("Anna");
    });
}

#[test]
fn it_speaks_the_language_of_whoever_reads() {
    both_async(|db| async move {
        let mut anna = anna(&db).await;
        press(&mut anna, &[("act", "publish")]).await;
        for (tag, title) in LANGUAGES {
            let chosen = anna.stranger().get(&format!("{PATH}?language={tag}")).await;
            chosen.is(200).shows(&format!("<html lang=\"{tag}\">")).shows(&format!("<h1>{title}</h1>"));
            let mut browser = anna.stranger().reads(tag);
            browser.get(PATH).await.shows(&format!("<h1>{title}</h1>")).shows("Español").shows("Polski");
            let unknown = browser.get(&format!("{PATH}?language=tlh")).await;
            unknown.shows(title);
        }
    });
}

#[test]
fn a_change_of_the_policy_changes_what_is_promised() {
    both_async(|db| async move {
        let mut anna = anna(&db).await;
        press(&mut anna, &[("act", "publish")]).await;
        let mut anybody = anna.stranger();
        anybody.get(PATH).await.shows("one of us calls you within 4 working hours.");
        let by = store::By { person: Some(ANNA), request: anna.app.new_request(), now: anna.app.now() };
        let shorter = move |tx: &store::Tx| {
            let mut policy = settings::policy(tx)?;
            policy.clocks.insert(ClockKind::FirstContact, [Allowance::WorkingMinutes(60); 3]);
            policy.clocks.insert(ClockKind::FollowUpCall, [Allowance::WorkingDays(1); 3]);
            settings::set_policy(tx, &policy, &by)
        };
        anna.app.db.write(shorter).await.unwrap();
        anna.app.refresh_firm().await.unwrap();
        let page = anybody.get(PATH).await;
        page.shows("one of us calls you within 1 working hour.").shows("all is still well: within 1 working day.");
        anybody.get(&format!("{PATH}?language=pl")).await.shows("w ciągu 1 godziny roboczej");
        anybody.get(&format!("{PATH}?language=de")).await.shows("innerhalb von einer Arbeitsstunde");
    });
}

/// One trouble with its whole life, of one of so many customers.
fn told(db: &Db, n: u128, customers: u128) {
    let (account, contact) =
        (AccountId(Uuid::from_u128(0xE000 + n % customers)), ContactId(Uuid::from_u128(0xF000 + n % customers)));
    if n < customers {
        write(db, move |tx| {
            let named = accounts::Account::named(account, &format!("Customer {n}"));
            accounts::add(tx, &accounts::Account { relationship_owner: Some(MARIA), ..named }, &by(100 + n))?;
            contacts::add(tx, &contacts::Contact::named(contact, account, "Dee"), &by(200 + n))
        });
    }
    Life::of(n + 1, account, contact, NOW).told(db);
}

async fn looked_back(anna: &Visitor) {
    hindsight::look_back(&anna.app).await.unwrap();
    anna.app.refresh_firm().await.unwrap();
}

async fn figures(anna: &Visitor) -> Seen {
    let page = anna.stranger().get(PATH).await;
    page.is(200);
    page
}

#[test]
fn figures_are_shown_with_consent_from_eight_on_and_of_three_customers_at_least() {
    both_async(|db| async move {
        let anna = anna(&db).await;
        tokio::task::block_in_place(|| (0..7).for_each(|n| told(&db, n, 3)));
        anna.pass(SignedDuration::from_hours(24 * 14));
        let mut anna = anna.is(ANNA).await;
        looked_back(&anna).await;
        press(&mut anna, &[("act", "publish")]).await;
        figures(&anna).await.hides("What came of it");
        press(&mut anna, &[("act", "publish"), ("figures", "on")]).await;
        let seven = figures(&anna).await;
        seven.shows("What came of it").shows("not enough yet").hides("7 of 7");
        // The eighth is counted within the hour, and not by every look.
        tokio::task::block_in_place(|| told(&db, 7, 3));
        looked_back(&anna).await;
        figures(&anna).await.hides("8 of 8");
        anna.pass(SignedDuration::from_mins(61));
        let eight = figures(&anna).await;
        eight.shows("<strong>8 of 8</strong>").shows("(8 counted)").shows("<strong>30 min</strong>");
        for never in ["Customer 0", "MG-1", "labels", "Maria", "Dee"] {
            eight.hides(never);
        }
        anna.stranger().get(&format!("{PATH}?language=es")).await.shows("<strong>8 de 8</strong>");
    });
}

#[test]
fn many_troubles_of_two_customers_tell_too_much_of_them() {
    both_async(|db| async move {
        let anna = anna(&db).await;
        tokio::task::block_in_place(|| (0..9).for_each(|n| told(&db, n, 2)));
        anna.pass(SignedDuration::from_hours(24 * 14));
        let mut anna = anna.is(ANNA).await;
        looked_back(&anna).await;
        press(&mut anna, &[("act", "publish"), ("figures", "on")]).await;
        figures(&anna).await.shows("not enough yet").hides("9 of 9").hides("counted)");
    });
}

/// The page is published; the desk hears of it with its next act.
async fn published(db: &Db, desk: &Desk, case: &str) {
    let by = store::By { person: Some(desk.maria.parse().unwrap()), ..by(901) };
    let publish = move |tx: &store::Tx| {
        welcome::name_company(tx, "Nordlot Boards", &by)?;
        let written = Written { phone: "+44 20 5550 0100".into(), ..Written::default() };
        store::handling::write(tx, &written, 0, &by)?;
        store::handling::publish(tx, Figures::Hidden, 1, &by)
    };
    db.write(publish).await.unwrap();
    desk.done(case, "add-note", &[("text", "It is published.")]).await;
}

/// S191: the first summary contains the link, and the page of their case shows how far it is kept; nothing of it before it is published.
#[test]
fn s191_the_first_summary_contains_the_link_and_their_page_shows_progress() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        let case = desk.opened(TITLE).await;
        heard(&desk, &case).await;
        let summary = format!("/cases/{case}/do/record-message?purpose=summary");
        let before = desk.get(&summary).await.body;
        assert!(before.contains("Half the boards") && !before.contains(PATH), "{before}");
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        assert!(!dana.page().await.contains(PATH));
        published(&db, &desk, &case).await;
        let first = desk.get(&summary).await.body;
        assert!(first.contains(&format!("What you can count on with us: {PATH}")), "{first}");
        let text = first.split("name=\"text\"").nth(1).and_then(|rest| rest.split_once('>')).unwrap().1;
        let text = text.split("</textarea>").next().unwrap().replace("&amp;", "&");
        let sent = [("purpose", "summary"), ("to", desk.dana.as_str()), ("way", "email"), ("text", text.as_str())];
        desk.done(&case, "record-message", &sent).await;
        assert!(desk.get(&format!("/cases/{case}/messages")).await.body.contains(PATH), "as it was sent");
        assert!(!desk.get(&summary).await.body.contains(&format!("with us: {PATH}")), "only the first carries it");
        // Their page leads to it, and says which promises theirs has so far.
        let page = dana.page().await;
        assert!(page.contains(&format!("href=\"{PATH}\"")) && page.contains("3 of 7 so far"), "{page}");
        let of = |title: &str| page.split(title).nth(1).and_then(|rest| rest.split("</li>").next()).unwrap().to_owned();
        assert!(of("You hear a voice, and soon").contains("done") && of("You choose").contains("still to come"));
        let open = opened(&desk, PATH).await;
        assert_eq!(open.status, 200);
        assert!(!open.headers.contains_key("x-robots-tag") && open.headers["referrer-policy"] == "no-referrer");
    });
}

/// S239: *stronger after* is the cases with a strength after above the one before, of those that know both.
#[test]
fn s239_stronger_after_counts_the_stronger_of_those_that_know_both() {
    both_async(|db| async move {
        let anna = anna(&db).await;
        tokio::task::block_in_place(|| {
            // Before, the profile says 3; after it is 4, 3, 2, and once nobody asked.
            let strengths = [Some(4), Some(3), Some(2), None];
            for (n, strength) in (0..).zip(strengths) {
                let (account, contact) =
                    (AccountId(Uuid::from_u128(0xE000 + n)), ContactId(Uuid::from_u128(0xF000 + n)));
                write(&db, move |tx| {
                    let named = accounts::Account::named(account, &format!("Customer {n}"));
                    let known = accounts::Account { relationship_owner: Some(MARIA), strength: Some(3), ..named };
                    accounts::add(tx, &known, &by(100 + n))?;
                    contacts::add(tx, &contacts::Contact::named(contact, account, "Dee"), &by(200 + n))
                });
                Life { strength, ..Life::of(n + 1, account, contact, NOW) }.told(&db);
            }
        });
        anna.pass(SignedDuration::from_hours(24 * 14));
        let mut anna = anna.is(ANNA).await;
        looked_back(&anna).await;
        let csv = anna.get("/insight/stronger.csv").await;
        csv.is(200);
        let line =
            csv.html.lines().find(|line| line.starts_with("Stronger,")).unwrap_or_else(|| panic!("{}", csv.html));
        assert!(line.starts_with("Stronger,3,0.3333,"), "1 of the 3 that know both: {line}");
    });
}
