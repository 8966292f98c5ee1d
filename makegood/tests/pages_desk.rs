//! The pages of the desk that are not a case's own, as people use them, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

#[path = "desk/customers.rs"]
mod customers;
#[path = "desk/first_hour.rs"]
mod first_hour;
#[path = "desk/languages.rs"]
mod languages;
#[path = "desk/orders.rs"]
pub(crate) mod orders;
#[path = "desk/previews.rs"]
mod previews;
#[path = "desk/settings.rs"]
mod settings;

use crate::support;
use crate::visit;
use casework::kinds::Role;
use jiff::SignedDuration;
use store::people;
use support::{both_async, world};
use uuid::Uuid;
use visit::{FIRST_RUN, Visitor};
use world::{ACME, ANNA, MARIA, MS_RAO, NOW};

/// Every page that a colleague can open without being led to it.
const PAGES: [&str; 32] = [
    "/",
    "/?whose=all",
    "/cases",
    "/cases?standing=closed",
    "/signals",
    "/signals/mail",
    "/orders",
    "/orders/import",
    "/accounts",
    "/accounts/new",
    "/search?q=boards",
    "/notices",
    "/settings",
    "/guide",
    "/tour",
    "/settings/own",
    "/settings/people",
    "/settings/calendars",
    "/settings/clocks",
    "/settings/emergency",
    "/settings/emergency/new",
    "/settings/preparedness",
    "/settings/limits",
    "/settings/playbooks",
    "/settings/playbooks/begin",
    "/settings/playbooks/new",
    "/settings/playbooks/eight_d",
    "/settings/playbooks/eight_d/change",
    "/settings/playbooks/eight_d/1",
    "/settings/tokens",
    "/settings/audit",
    "/healthz",
];

/// What a screen reader and a stranger to the page need.
#[track_caller]
fn reads_well(path: &str, seen: &visit::Seen) {
    assert_eq!(seen.status.as_u16(), 200, "{path}: {}", seen.text());
    if path == "/healthz" {
        return;
    }
    let html = &seen.html;
    let title = html.split("<title>").nth(1).and_then(|t| t.split('<').next()).unwrap_or_default();
    assert!(title.len() > 3, "{path} has no title");
    assert_eq!(html.matches("<h1").count(), 1, "{path} needs one heading");
    for (at, _) in
        html.match_indices("<input").chain(html.match_indices("<select")).chain(html.match_indices("<textarea"))
    {
        let tag = html[at..].split('>').next().unwrap_or_default();
        if tag.contains("type=\"hidden\"") {
            continue;
        }
        let id = tag.split(" id=\"").nth(1).and_then(|t| t.split('"').next()).unwrap_or_default();
        assert!(html.contains(&format!("for=\"{id}\"")) && !id.is_empty(), "{path}: no label for {tag}");
    }
    for never in ["Submit", ">OK<", "Process"] {
        assert!(!html.contains(never), "{path} says {never}");
    }
}

#[test]
fn the_first_visitor_founds_the_firm_and_nobody_does_so_again() {
    both_async(|db| async move {
        let mut anna = Visitor::at(db, NOW).await;
        anna.get("/sign-in").await.leads_to("/first-run");
        anna.get("/first-run").await.is(200).shows("Begin");
        let short =
            [("name", "Anna"), ("email", "anna@nordlot.example"), ("password", "short"), ("zone", "Europe/Warsaw")];
        anna.post("/first-run", &short)
            .await
            .is(422)
            .shows("at least 12 characters")
            .shows("anna@nordlot.example")
            .hides("value=\"short\"");
        let nameless: Vec<_> = FIRST_RUN.into_iter().filter(|(name, _)| *name != "company").collect();
        anna.post("/first-run", &nameless).await.is(422).shows("Write what your firm is called");
        anna.post("/first-run", &FIRST_RUN).await.leads_to("/guide");
        anna.get("/").await.is(200).shows("Anna Nowak").shows("Nobody is waiting to hear from you.");
        let mut late = anna.stranger();
        late.get("/first-run").await.leads_to("/sign-in");
        late.post("/first-run", &FIRST_RUN).await.leads_to("/sign-in");
        late.get("/").await.leads_to("/sign-in");
        for path in PAGES {
            reads_well(path, &anna.get(path).await);
        }
    });
}

#[test]
fn the_door_opens_for_the_right_password_and_closes_behind_whoever_leaves() {
    both_async(|db| async move {
        let mut anna = Visitor::at(db, NOW).await;
        anna.post("/first-run", &FIRST_RUN).await.leads_to("/guide");
        anna.post("/sign-out", &[]).await.leads_to("/sign-in");
        anna.get("/accounts").await.leads_to("/sign-in?then=/accounts");
        let wrong = [("email", "anna@nordlot.example"), ("password", "battery horse stable")];
        anna.post("/sign-in", &wrong).await.is(422).shows("do not belong together").shows("anna@nordlot.example");
        let nobody = [("email", "nobody@nordlot.example"), ("password", "battery horse staple")];
        anna.post("/sign-in", &nobody).await.is(422).shows("do not belong together");
        let right = [("email", "Anna@nordlot.example"), ("password", "battery horse staple"), ("then", "/accounts")];
        anna.post("/sign-in", &right).await.leads_to("/accounts");
        anna.get("/accounts").await.is(200);
        let away =
            [("email", "anna@nordlot.example"), ("password", "battery horse staple"), ("then", "//evil.example")];
        anna.stranger().post("/sign-in", &away).await.leads_to("/");
        anna.pass(SignedDuration::from_hours(13));
        anna.get("/accounts").await.leads_to("/sign-in?then=/accounts");
    });
}

#[test]
fn the_sixth_wrong_password_in_a_row_has_to_wait() {
    both_async(|db| async move {
        let mut anna = Visitor::at(db, NOW).await;
        anna.post("/first-run", &FIRST_RUN).await.leads_to("/guide");
        let mut thief = anna.stranger();
        for n in 0..5 {
            let guess = format!("guess number {n} of many");
            thief.post("/sign-in", &[("email", "anna@nordlot.example"), ("password", &guess)]).await.is(422);
        }
        let right = [("email", "anna@nordlot.example"), ("password", "battery horse staple")];
        thief.post("/sign-in", &right).await.is(429).shows("tried too often");
    });
}

#[test]
fn a_change_that_another_site_sends_changes_nothing() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let form = [("name", "Kite Labs"), ("zone", "Europe/Berlin"), ("relationship_owner", &*MARIA.to_string())];
        for said in [
            Some(("sec-fetch-site", "cross-site")),
            Some(("sec-fetch-site", "same-site")),
            Some(("origin", "https://evil.example")),
            Some(("origin", "null")),
            None,
        ] {
            maria.post_from("/accounts/new", &form, said).await.is(403).shows("sent by another site");
        }
        maria.get("/accounts?q=Kite").await.is(200).hides("/accounts/new\" data-go").shows("No customer begins with");
        maria.post_from("/accounts/new", &form, Some(("origin", "https://makegood.example"))).await.is(303);
        maria.get("/accounts?q=Kite").await.shows("Kite Labs");
    });
}

#[test]
fn a_reader_looks_and_changes_nothing_and_only_an_administrator_sees_the_settings() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let reader = world::person(casework::ids::PersonId(Uuid::from_u128(77)), "Rita", &[Role::Reader]);
        let kept = reader.clone();
        db.write::<_, store::NotKept, _>(move |tx| people::add(tx, &kept, "", &world::by(900))).await.unwrap();
        let door = Visitor::at(db, NOW).await;
        let mut rita = door.is(reader.id).await;
        rita.get(&format!("/accounts/{ACME}")).await.is(200).shows("Acme Robotics");
        for path in [
            "/settings/people",
            "/settings/calendars",
            "/settings/clocks",
            "/settings/audit",
            "/accounts/new",
            "/orders/import",
        ] {
            rita.get(path).await.is(403).shows("Not for your role");
        }
        rita.post("/accounts/new", &[("name", "X")]).await.is(403);
        rita.post(&format!("/contacts/{MS_RAO}"), &[("name", "X")]).await.is(403);
        rita.post("/settings/clocks", &[("warn_at_percent", "1")]).await.is(403);
        rita.get("/settings").await.is(200).hides("/settings/people").shows("/settings/tokens");
        let mut maria = door.is(MARIA).await;
        maria.get("/settings/people").await.is(403);
        maria.get("/accounts/new").await.is(200);
        let mut anna = door.is(ANNA).await;
        anna.get("/settings/people").await.is(200);
    });
}

#[test]
fn s041_s072_contacts_owed_stand_first_and_nothing_can_be_put_above_them() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| {
            world::build(&db);
            world::open(&db, world::trouble(ACME, MS_RAO, "Half the boards are dead."), 1, NOW)
        });
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        for path in ["/", "/?whose=all", "/?whose=all&sort=name", "/?hide=contacts"] {
            let seen = maria.get(path).await;
            let first = seen.html.split("<h2>").nth(1).unwrap_or_default().to_owned();
            assert!(first.starts_with("Contacts owed"), "{path}: {}", seen.text());
            seen.shows("Half the boards are dead.").shows("tel:+15125550148").shows("Dana Rao");
        }
        let mut anna = maria.is(ANNA).await;
        for path in PAGES {
            reads_well(path, &anna.get(path).await);
        }
    });
}

/// S030, S034: what became a mistake is called by its name on the list and on the case, beside the act that ends it; a talk ends both.
#[test]
fn s030_s034_a_customer_who_is_not_told_and_one_who_is_handed_on_are_called_by_name() {
    both_async(|db| async move {
        let number = tokio::task::block_in_place(|| {
            world::build(&db);
            world::open(&db, world::trouble(ACME, MS_RAO, "Half the boards are dead."), 1, NOW)
        });
        let hand = |who, to: casework::ids::PersonId, n| {
            let on = store::facts::CaseRef::Number(number);
            let over = world::command("hand-over", serde_json::json!({ "to": to, "why": "I am on the road." }));
            let asked = || world::ask(&db, on, casework::facts::Actor::Person(who), over, n, world::after(1));
            drop(tokio::task::block_in_place(asked).expect("handed over"));
        };
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        let there = format!("/cases/{number}");
        for path in ["/?whose=all", &there] {
            maria.get(path).await.shows("Half the boards are dead.").hides("Mistake 1").hides("Mistake 3");
        }
        hand(MARIA, world::EWA, 2);
        hand(world::EWA, MARIA, 3);
        maria.pass(SignedDuration::from_hours(30));
        let mut maria = maria.is(MARIA).await;
        for path in ["/", "/?whose=all", &there] {
            let seen = maria.get(path).await;
            reads_well(path, &seen);
            seen.shows("Mistake 1: the customer is not told").shows("Mistake 3: running away");
        }
        let talk = serde_json::json!({ "channel": "phone", "with": MS_RAO, "started_at": world::after(60 * 30), "tone_end": 3,
            "acknowledgement": { "we_see": "Half of them are dead.", "we_work": "I am on it." }, "next_contact_at": world::after(60 * 40) });
        let on =
            move || world::act(&db, number, world::command("record-conversation", talk), 4, world::after(60 * 30 + 1));
        drop(tokio::task::block_in_place(on));
        for path in ["/", &there] {
            maria.get(path).await.hides("Mistake 1").hides("Mistake 3");
        }
    });
}
