//! Customers and their people: the page of a relationship, and the forms that change it.

use super::reads_well;
use crate::support::{both_async, world};
use crate::visit::{Seen, Visitor};
use uuid::Uuid;
use world::{ACME, EWA, MARIA, MS_RAO, NOW};

/// S015: quiet is grey. S236: years, troubles and promises, never revenue. S249: the clock on their wall.
#[test]
fn s015_s236_s249_the_page_of_a_customer_shows_the_relationship() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        let page = format!("/accounts/{ACME}");
        let quiet = maria.get(&page).await;
        reads_well(&page, &quiet);
        quiet.shows("<span class=\"quiet\">not heard</span>").shows("Quiet is not good news").shows("03:00 there");
        for never in ["revenue", "Revenue", "margin", "turnover", "€", "good standing"] {
            quiet.hides(never);
        }
        tokio::task::block_in_place(|| {
            world::open(&db, world::trouble(ACME, MS_RAO, "Half the boards are dead."), 1, NOW)
        });
        maria
            .get(&page)
            .await
            .hides("not heard")
            .shows("1 trouble, 1 open")
            .shows("Half the boards are dead.")
            .shows("0 kept, 0 broken, 0 open");
        for path in [format!("{page}/change"), format!("{page}/contacts"), format!("/contacts/{MS_RAO}")] {
            reads_well(&path, &maria.get(&path).await);
        }
    });
}

/// S093: after five notices of a slip the page says how many still worked for them; before, a share would say more than is known.
#[test]
fn s093_after_five_notices_the_page_says_how_many_still_worked_for_them() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        let answers = ["still_works", "hurts", "still_works", "must_check", "still_works"];
        for (n, answer) in (1_u128..).zip(answers) {
            maria.get(&format!("/accounts/{ACME}")).await.hides("said still works");
            let news = casework::commands::OpenCase {
                origin: casework::kinds::Origin::WeBringNews,
                ..world::trouble(ACME, MS_RAO, "Order 4417 slips.")
            };
            tokio::task::block_in_place(|| {
                let number = world::open(&db, news, 10 * n, NOW);
                let talk = serde_json::json!({ "channel": "visit", "with": MS_RAO, "started_at": NOW, "next_contact_at": world::after(900),
                    "acknowledgement": { "we_see": "It slips.", "we_work": "We speed it up." }, "reaction": answer, "need_by": "2026-04-01" });
                world::act(&db, number, world::command("record-conversation", talk), 10 * n + 1, NOW);
            });
        }
        maria.get(&format!("/accounts/{ACME}")).await.shows("said still works: 3 of 5");
    });
}

#[test]
fn s235_a_customer_needs_somebody_who_keeps_the_relationship_and_a_cover_who_is_somebody_else() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let (own, ewa) = (MARIA.to_string(), EWA.to_string());
        let base =
            [("name", "Kite Labs"), ("zone", "Europe/Berlin"), ("what_matters", "Launch on 1 May, nothing else.")];
        let with = |more: &[(&'static str, String)]| {
            let mut all: Vec<(&str, String)> = base.iter().map(|(k, v)| (*k, (*v).to_owned())).collect();
            all.extend(more.iter().cloned());
            all
        };
        async fn send(maria: &mut Visitor, path: &str, pairs: Vec<(&str, String)>) -> Seen {
            let pairs: Vec<(&str, &str)> = pairs.iter().map(|(k, v)| (*k, v.as_str())).collect();
            maria.post(path, &pairs).await
        }
        let nobody = send(&mut maria, "/accounts/new", with(&[])).await;
        nobody
            .is(422)
            .shows("Every customer needs somebody")
            .shows("Launch on 1 May, nothing else.")
            .shows("value=\"Kite Labs\"");
        let same = with(&[("relationship_owner", own.clone()), ("cover", own.clone())]);
        send(&mut maria, "/accounts/new", same).await.is(422).shows("nobody can stand in for themselves");
        let odd = with(&[
            ("relationship_owner", own.clone()),
            ("cover", ewa.clone()),
            ("country", "Germany".into()),
            ("zone", "Mars/Olympus".into()),
        ]);
        send(&mut maria, "/accounts/new", odd).await.is(422).shows("two letters of the country").shows("Mars/Olympus");
        let request = Uuid::from_u128(4711).to_string();
        let right = with(&[("relationship_owner", own.clone()), ("cover", ewa.clone()), ("request_id", request)]);
        let first = send(&mut maria, "/accounts/new", right.clone()).await;
        let again = send(&mut maria, "/accounts/new", right).await;
        assert_eq!(first.to, again.to, "pressed twice, one customer");
        let page = first.to.clone().unwrap_or_default();
        maria.get(&page).await.is(200).shows("Kite Labs").shows("Ewa").shows("Launch on 1 May");
    });
}

#[test]
fn a_deadline_of_their_own_shortens_ours_and_one_that_would_not_is_sent_back() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        let own = MARIA.to_string();
        let path = format!("/accounts/{ACME}/change");
        let rule = |number: &'static str| {
            [
                ("name", "Acme Robotics"),
                ("zone", "America/Chicago"),
                ("relationship_owner", own.as_str()),
                ("rules[0].clock", "c01_first_contact"),
                ("rules[0].number", number),
                ("rules[0].unit", "working_minutes"),
                ("rules[0].source", "Contract, section 4"),
            ]
        };
        maria.post(&path, &rule("600")).await.is(422).shows("no longer than this").shows("Contract, section 4");
        maria.post(&path, &rule("30")).await.leads_to(&format!("/accounts/{ACME}"));
        maria
            .get(&format!("/accounts/{ACME}"))
            .await
            .shows("First contact: within 30 working minutes (Contract, section 4)");
        let number =
            tokio::task::block_in_place(|| world::open(&db, world::trouble(ACME, MS_RAO, "Late again."), 1, NOW));
        let kept =
            db.read::<_, store::Fault, _>(move |conn| store::cases::by_number(conn, number)).await.unwrap().unwrap();
        let due = kept.case.clocks.iter().find(|c| c.kind == world::FIRST_CONTACT).expect("it is owed").due;
        assert!(due <= world::after(30), "their own deadline holds: {due}");
    });
}

#[test]
fn a_person_is_added_and_changed_and_what_was_typed_stays_when_it_is_sent_back() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let add = format!("/accounts/{ACME}/contacts");
        let odd =
            [("name", "Priya Shah"), ("role", "planner"), ("email", "priya at acme"), ("phone", "+1 512 555 0177")];
        maria
            .post(&add, &odd)
            .await
            .is(422)
            .shows("cannot be a mail address")
            .shows("value=\"planner\"")
            .shows("value=\"priya at acme\"");
        let right =
            [("name", "Priya Shah"), ("role", "planner"), ("email", "priya@acme.example"), ("zone", "Asia/Kolkata")];
        maria.post(&add, &right).await.leads_to(&format!("/accounts/{ACME}"));
        maria.get(&format!("/accounts/{ACME}")).await.shows("Priya Shah").shows("14:30 there");
        let there = format!("/contacts/{MS_RAO}");
        maria.post(&there, &[("name", "Dana Rao"), ("address_as", "Ms Rao"), ("active", "on")]).await.is(303);
        maria.get(&there).await.shows("value=\"Ms Rao\"");
    });
}
