//! The first hour: steps that can be passed over and taken up again, empty pages that lead back to them, and no question without a reason.

use super::orders::settled;
use super::reads_well;
use crate::support::{both_async, world};
use crate::visit::{FIRST_RUN, Seen, Visitor, fields_of};
use uuid::Uuid;
use world::{ANNA, MARIA, NOW};

/// What explains itself, so that a sentence more would be noise.
const EXPLAINS_ITSELF: [&str; 6] = ["name", "email", "password", "file", "title", "ours"];

/// Fields that must be filled and say nowhere why.
fn unexplained(seen: &Seen) -> Vec<String> {
    let tags = ["<input", "<select", "<textarea"];
    let html = &seen.html;
    let at = tags.iter().flat_map(|tag| html.match_indices(tag).map(|(at, _)| at));
    at.map(|at| html[at..].split('>').next().unwrap_or_default())
        .filter(|tag| tag.contains(" required") && !tag.contains("aria-describedby") && !tag.contains("type=\"radio\""))
        .filter_map(|tag| tag.split(" name=\"").nth(1)?.split('"').next().map(str::to_owned))
        .filter(|name| !EXPLAINS_ITSELF.contains(&name.as_str()))
        .collect()
}

#[test]
fn the_first_steps_are_done_passed_over_and_taken_up_again() {
    both_async(|db| async move {
        let mut anna = Visitor::at(db, NOW).await;
        anna.post("/first-run", &FIRST_RUN).await.leads_to("/guide");
        let page = anna.get("/guide").await;
        reads_well("the guide", &page);
        page.shows("1 of 5 are done.").shows("What your firm is called").shows("Nordlot Boards").shows("Do it now");
        anna.post("/guide", &[("step", "company"), ("company", " ")])
            .await
            .is(422)
            .shows("Write what your firm is called");
        anna.post("/guide", &[("step", "company"), ("company", "Nordlot Boards & Co")]).await.leads_to("/guide");
        anna.get("/guide")
            .await
            .shows("1 of 5 are done")
            .shows("Nordlot Boards &amp; Co")
            .shows("8:00-17:00, Europe/Warsaw");
        anna.get("/accounts").await.shows("Nordlot Boards").shows("Go on with the first steps");
        for step in ["hours", "people"] {
            anna.post("/guide", &[("step", step), ("act", "pass")]).await.leads_to("/guide");
        }
        let later = anna.get("/guide").await;
        later
            .shows("2 of 5 are done, 1 left for later.")
            .shows("Change the name")
            .shows("Colleagues and roles")
            .shows("Bring in orders");
        // It is left and taken up again where it was; what is done stays done.
        anna.get("/").await.shows("Makegood is being set up");
        for path in ["/settings/people", "/settings/calendars", "/accounts/new", "/orders/import"] {
            anna.get(path).await.shows("Go on with the first steps");
        }
        anna.post("/guide", &[("act", "leave")]).await.leads_to("/");
        anna.get("/").await.hides("Makegood is being set up");
        for path in ["/accounts", "/settings/people", "/orders/import"] {
            anna.get(path).await.hides("Go on with the first steps");
        }
        anna.post("/guide", &[("act", "open")]).await.leads_to("/guide");
        anna.get("/guide").await.shows("2 of 5 are done, 1 left for later.");
    });
}

#[test]
fn every_main_page_of_an_empty_firm_says_what_to_do_next() {
    both_async(|db| async move {
        let mut anna = Visitor::at(db, NOW).await;
        anna.post("/first-run", &FIRST_RUN).await.leads_to("/guide");
        for (path, next) in [
            ("/", "/cases/new"),
            ("/cases", "/cases/new"),
            ("/signals", "/orders/import"),
            ("/orders", "/orders/import"),
            ("/accounts", "/accounts/new"),
            ("/notices", "/"),
        ] {
            let seen = anna.get(path).await;
            reads_well(path, &seen);
            let empty = seen.html.split("class=\"empty\"").nth(1).unwrap_or_else(|| panic!("{path}: {}", seen.text()));
            let empty = empty.split("</div>").next().unwrap_or_default();
            assert!(empty.contains(&format!("href=\"{next}\"")), "{path} does not lead to {next}: {empty}");
            assert!(empty.contains("href=\"/guide\""), "{path} does not lead back to the first steps");
        }
    });
}

#[test]
fn no_question_of_the_first_hour_stands_there_without_a_reason() {
    both_async(|db| async move {
        let mut anna = Visitor::at(db, NOW).await;
        let mut asked = vec![("/first-run", unexplained(&anna.get("/first-run").await))];
        anna.post("/first-run", &FIRST_RUN).await.leads_to("/guide");
        for path in [
            "/guide",
            "/settings/people",
            "/settings/calendars",
            "/accounts/new",
            "/orders/import",
            "/cases/new",
            "/settings/own",
        ] {
            asked.push((path, unexplained(&anna.get(path).await)));
        }
        let without: Vec<_> = asked.into_iter().filter(|(_, names)| !names.is_empty()).collect();
        assert!(without.is_empty(), "asked without a reason: {without:?}");
    });
}

#[test]
fn a_colleague_who_keeps_no_settings_is_not_led_through_them() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| {
            world::build(&db);
            world::write(&db, |tx| {
                let guide = store::welcome::Guide { set_up: store::welcome::SetUp::Under, passed: vec![] };
                Ok(store::welcome::keep_guide(tx, &guide)?)
            });
        });
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        maria.get("/").await.hides("Makegood is being set up");
        maria.get("/guide").await.is(403);
        let mut anna = maria.is(ANNA).await;
        anna.get("/").await.shows("Makegood is being set up");
        // Without a company to look around in there is no tour, and the page says where it is.
        anna.get("/tour").await.shows("makegood demo");
        anna.get("/tour/1").await.is(404);
    });
}

/// S235: orders from a file make customers whom nobody keeps; whoever opens a case for one hears of it before they type, with the way out.
#[test]
fn a_case_for_a_customer_from_a_file_says_first_that_nobody_keeps_them() {
    both_async(|db| async move {
        let mut anna = Visitor::at(db, NOW).await;
        anna.post("/first-run", &FIRST_RUN).await.leads_to("/guide");
        let file =
            "Order No,Customer,Customer No,Item,Promised date,Delivery date\n4417,Kite Labs,K-31,Frame,2026-02-20,\n";
        let sent = anna.upload("/orders/import", &Uuid::from_u128(31).to_string(), "orders.csv", file).await;
        let there = sent.to.clone().expect("it leads on");
        let columns = fields_of(&settled(&mut anna, &there).await.html);
        let pairs: Vec<(&str, &str)> = columns.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        anna.post(&there, &pairs).await.leads_to(&there);
        settled(&mut anna, &there).await.shows("It is done").shows("1 new account from the file");
        let accounts = anna.get("/accounts").await;
        let links = accounts.shows("Kite Labs").html.split("href=\"/accounts/").skip(1);
        let id =
            links.filter_map(|link| link.split('"').next()).find(|id| id.len() == 36).expect("an account").to_owned();
        let page = anna.get(&format!("/cases/new?account={id}")).await;
        reads_well("a case for somebody whom nobody keeps", &page);
        page.shows("Nobody keeps the relationship with Kite Labs yet")
            .shows(&format!("href=\"/accounts/{id}/change\""));
    });
}

/// S005, S235: the first trouble comes before anybody typed in customers; the firm and whoever tells it are added with the case, once.
#[test]
fn the_first_case_brings_its_customer_with_it() {
    both_async(|db| async move {
        let mut anna = Visitor::at(db, NOW).await;
        anna.post("/first-run", &FIRST_RUN).await.leads_to("/guide");
        let page = anna.get("/cases/new").await;
        reads_well("a first case", &page);
        page.shows("Nobody is here yet").hides("Find a customer");
        let request = Uuid::from_u128(77).to_string();
        let new = [("new_customer", "Acme Motors"), ("new_contact", "Ms Rao"), ("new_phone", "+48 22 555 01")];
        let with = |more: &[(&'static str, &'static str)]| {
            let all = new.iter().chain(more).map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            all.chain([("request_id".to_owned(), request.clone())]).collect::<Vec<_>>()
        };
        let half = with(&[("title", ""), ("safety", "nobody")]);
        let half: Vec<(&str, &str)> = half.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let again = anna.post("/cases/new", &half).await;
        again.is(422).shows("Acme Motors").shows("+48 22 555 01");
        anna.get("/accounts").await.hides("Acme Motors");
        let whole = with(&[("title", "Half the boards are dead."), ("safety", "nobody"), ("then", "listen")]);
        let whole: Vec<(&str, &str)> = whole.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let opened = anna.post("/cases/new", &whole).await;
        let there = opened.to.clone().expect("it leads on");
        assert!(there.ends_with("/do/record-conversation?part=listening"), "{there}");
        assert_eq!(
            anna.post("/cases/new", &whole).await.to.as_deref(),
            Some(there.as_str()),
            "pressed twice, one case"
        );
        let sheet = anna.get(&there).await;
        sheet.shows("Ms Rao").shows("+48 22 555 01");
        let accounts = anna.get("/accounts").await;
        assert_eq!(accounts.html.matches(">Acme Motors<").count(), 1);
        // With customers there it is folded under the list, and a name that is there already is said beside the field.
        let page = anna.get("/cases/new").await;
        page.shows("They are not in the list").shows("Find a customer");
    });
}
