//! Orders that are brought in, what looks wrong in them, and the call after each delivery.

use crate::support::{both_async, world};
use crate::visit::{Seen, Visitor};
use std::time::Duration;
use uuid::Uuid;
use world::{MARIA, NOW};

/// One line late, one delivered and to be asked about, one broken date.
const FILE: &str = "Order No;Pos;Customer No;Item;Qty;Promised date;Delivery date\n\
    4417;1;K-20;KB-7 rev C;200;2026-02-20;\n\
    4418;1;K-20;KB-7 rev C;40;2026-02-27;2026-02-27\n\
    4419;1;K-20;Sensor head;10;31.04.2026;\n";

/// Waits for the work behind an import's page, as the page itself does.
pub(crate) async fn settled(maria: &mut Visitor, path: &str) -> Seen {
    for _ in 0..600 {
        let seen = maria.get(path).await;
        if seen.again_after.is_none() {
            return seen;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the import did not end");
}

async fn brought_in(maria: &mut Visitor) -> Seen {
    let request = Uuid::new_v5(&Uuid::nil(), format!("{:p}", &*maria).as_bytes()).to_string();
    let sent = maria.upload("/orders/import", &request, "orders.csv", FILE).await;
    let there = sent.to.clone().expect("it leads on");
    let look = settled(maria, &there).await;
    look.shows("Nothing is kept yet.")
        .shows("2 new")
        .shows("1 refused")
        .shows("KB-7 rev C")
        .shows("There is no such day")
        .shows("Rows that are not taken")
        .shows("Row 4")
        .shows("31.04.2026")
        .hides("--report");
    maria.get("/orders").await.shows("No order is known yet");
    let columns: Vec<(String, String)> = crate::visit::fields_of(&look.html);
    let pairs: Vec<(&str, &str)> = columns.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    maria.post(&there, &pairs).await.leads_to(&there);
    settled(maria, &there).await
}

#[test]
fn orders_are_looked_at_tried_and_kept_and_every_refused_row_says_why() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        maria.upload("/orders/import", "", "orders.csv", "").await.is(422).shows("Choose a file that is not empty");
        brought_in(&mut maria).await.shows("It is done").shows("2 new").shows("There is no such day");
        let orders = maria.get("/orders").await;
        orders.shows("Late or slipping").shows("4417/1").shows("Acme Robotics");
        let (late, every) = (orders.html.find("Late or slipping"), orders.html.find("Every line"));
        assert!(late < every, "late and slipping ones stand first");
        let (_, all) = orders.html.split_once("Every line").expect("every line");
        assert!(all.find("4418/1") < all.find("4417/1"), "the last order first");
        orders.shows("They need it on");
        for never in ["Price", "Value", "€", "$"] {
            orders.hides(never);
        }
        maria.get("/orders?order=4418").await.shows("4418/1").hides("4417/1");
        maria.get("/orders?order=9").await.shows("No order begins with");
    });
}

#[test]
fn a_file_whose_columns_say_nothing_is_mapped_by_hand() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let file = "aa,bb,cc,Colour\n4417,2026-02-20,2026-02-21,green\n";
        let sent = maria.upload("/orders/import", &Uuid::from_u128(5).to_string(), "odd.csv", file).await;
        let there = sent.to.clone().expect("it leads on");
        settled(&mut maria, &there).await.shows("No column was recognised as: Order number").hides("Keep these orders");
        let said = [("order", "#1"), ("promised", "#2"), ("delivered", "#3"), ("look", "yes")];
        maria.post(&there, &said).await.leads_to(&there);
        settled(&mut maria, &there)
            .await
            .shows("1 new")
            .shows("Keep these orders")
            .shows("Not read: Colour")
            .shows("What else a file may say");
        maria.get(&format!("/orders/import/{}", Uuid::from_u128(9))).await.is(422).shows("no longer here");
    });
}

/// S031: every delivery is asked about. S032: time alone answers nothing.
#[test]
fn s031_s032_a_delivery_is_asked_about_and_only_a_person_answers() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        brought_in(&mut maria).await;
        let home = maria.get("/").await;
        home.shows("Ask whether it arrived well").shows("Is it what you ordered?").shows("40 × KB-7 rev C (4418/1)");
        home.hides("Mistake 2");
        let there =
            home.html.split("href=\"/delivery-checks/").nth(1).and_then(|t| t.split('"').next()).expect("a link");
        let there = format!("/delivery-checks/{there}");
        maria.pass(jiff::SignedDuration::from_hours(24 * 365));
        let mut maria = maria.is(MARIA).await;
        maria.get("/").await.shows("Ask whether it arrived well").shows("Mistake 2: nobody asked after the delivery");
        super::reads_well("a check", &maria.get(&there).await);
        maria
            .post(&there, &[("outcome", "ok"), ("words", "All fine.")])
            .await
            .is(422)
            .shows("Name the person at the customer who said so")
            .shows("All fine.");
        maria.post(&there, &[("outcome", "not_heard")]).await.leads_to("/");
        maria.get(&format!("/accounts/{}", world::ACME)).await.shows("not heard");
        let dana = world::MS_RAO.to_string();
        maria.post(&there, &[("outcome", "ok"), ("contact", &dana), ("words", "All fine.")]).await.leads_to("/");
        maria.get(&there).await.shows("They say it is right").shows("They say it is not, after all");
        maria.post(&there, &[("outcome", "not_heard")]).await.is(422).shows("has answered for this delivery");
        maria.get(&format!("/accounts/{}", world::ACME)).await.hides("not heard");
    });
}

/// S023: the question is asked in plain words, and a *no* is a trouble at once, with the words just heard; kept together or not at all.
#[test]
fn s023_is_it_what_you_ordered_and_a_no_opens_a_case() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        brought_in(&mut maria).await;
        let home = maria.get("/").await;
        let there =
            home.html.split("href=\"/delivery-checks/").nth(1).and_then(|t| t.split('"').next()).expect("a link");
        let there = format!("/delivery-checks/{there}");
        maria.get(&there).await.shows("Is it what you ordered?").shows("They say it is not");
        let dana = world::MS_RAO.to_string();
        let no = [("outcome", "not_ok"), ("contact", dana.as_str()), ("words", "We ordered green ones and got blue.")];
        maria.post(&there, &no[..2]).await.is(422).shows("The case opens with these words.").shows("is anyone hurt");
        maria.post(&there, &no).await.is(422).shows("Ask it first").shows("We ordered green ones and got blue.");
        maria.get("/cases").await.hides("We ordered green ones");
        let request = maria.get(&there).await.hidden("request_id");
        let told = [no[0], no[1], no[2], ("safety", "nobody"), ("request_id", request.as_str())];
        let opened = maria.post(&there, &told).await;
        let case = opened.to.clone().expect("a case");
        assert!(case.starts_with("/cases/MG-") && case.ends_with("?done=open-case"), "{case}");
        maria.get(&case).await.shows("“We ordered green ones and got blue.”").shows("First contact");
        let number =
            case.trim_start_matches("/cases/").split('?').next().and_then(|n| n.parse().ok()).expect("a number");
        let read = move |conn: &store::Conn| store::cases::by_number(conn, number);
        let kept = maria.app.db.read::<_, store::Fault, _>(read).await.unwrap().expect("a case").case;
        assert_eq!(kept.kind, casework::kinds::TroubleKind::WrongItem);
        assert!(kept.facts.iter().any(|fact| fact.answer == "40 × KB-7 rev C (4418/1)"), "{:?}", kept.facts);
        maria.get(&there).await.shows("They say it is not").hides("Keep their answer");
    });
}

/// S216: whoever wants to speak of the next sale first asks how the last delivery went; the stop shows the way out.
#[test]
fn s216_a_sales_contact_is_stopped_until_somebody_asked_how_the_last_delivery_went() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let account = format!("/accounts/{}", world::ACME);
        let page = format!("{account}/sales-contact");
        maria.get(&account).await.shows("Note a sales contact");
        maria.get(&page).await.is(200).hides("First ask how the last one went");
        brought_in(&mut maria).await;
        let stop = maria.get(&page).await;
        super::reads_well(&page, &stop);
        stop.shows("First ask how the last one went")
            .shows("40 × KB-7 rev C (4418/1)")
            .shows("href=\"/delivery-checks/");
        let next = [("words", "The next lot of KB-7."), ("contact", "")];
        maria
            .post(&page, &next)
            .await
            .is(422)
            .shows("First ask how the last delivery went.")
            .shows("The next lot of KB-7.");
        maria.get(&account).await.hides("The next lot of KB-7.");
        let despite = [next[0], next[1], ("despite", "They asked for the offer themselves.")];
        maria.post(&page, &despite).await.leads_to(&account);
        maria
            .get(&account)
            .await
            .shows("The next lot of KB-7.")
            .shows("without asking first: They asked for the offer themselves.");
        let there =
            stop.html.split("href=\"/delivery-checks/").nth(1).and_then(|t| t.split('"').next()).expect("a link");
        let dana = world::MS_RAO.to_string();
        let fine = [("outcome", "ok"), ("contact", dana.as_str()), ("words", "All fine.")];
        maria.post(&format!("/delivery-checks/{there}"), &fine).await.leads_to("/");
        maria.get(&page).await.hides("First ask how the last one went");
        maria.post(&page, &[("words", "The frame order for spring.")]).await.leads_to(&account);
        maria.get(&account).await.shows("The frame order for spring.");
    });
}

/// S145: while a trouble of theirs is open the page says so, with the way there, before anything is sold.
#[test]
fn s145_a_word_about_the_next_sale_is_warned_while_a_case_is_open() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        let page = format!("/accounts/{}/sales-contact", world::ACME);
        maria.get(&page).await.is(200).hides("First put right what is open");
        let trouble = world::trouble(world::ACME, world::MS_RAO, "Half the boards are dry.");
        let number = tokio::task::block_in_place(|| world::open(&db, trouble, 1, NOW));
        let warned = maria.get(&page).await;
        super::reads_well(&page, &warned);
        warned
            .shows("First put right what is open")
            .shows(&format!("href=\"/cases/{number}\""))
            .shows("Half the boards are dry.");
        let other = format!("/accounts/{}/sales-contact", world::BOREALIS);
        maria.get(&other).await.hides("First put right what is open");
    });
}

#[test]
fn s036_a_signal_ends_in_one_of_its_ways_and_is_put_off_once() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        brought_in(&mut maria).await;
        let list = maria.get("/signals").await;
        super::reads_well("/signals", &list);
        list.shows("4417/1 was promised for").shows("Acme Robotics").shows("/cases/new?signal=");
        let id = list
            .html
            .split("href=\"/signals/")
            .skip(1)
            .find(|t| t.contains('-') && !["mail", "new", "calls"].iter().any(|page| t.starts_with(page)))
            .and_then(|t| t.split('"').next())
            .expect("a link");
        let there = format!("/signals/{id}");
        super::reads_well(&there, &maria.get(&there).await);
        maria.post(&format!("{there}/dismiss"), &[("reason", " ")]).await.is(422).shows("Say why");
        maria
            .post(&format!("{there}/merge"), &[("case", "MG-99")])
            .await
            .is(422)
            .shows("There is no such case")
            .shows("MG-99");
        maria
            .post(&format!("{there}/snooze"), &[("until", "in 3 days")])
            .await
            .is(422)
            .shows("one working day at most");
        maria
            .post(&format!("{there}/snooze"), &[("until", "tomorrow 9:00")])
            .await
            .leads_to(&format!("/signals?done=snooze&id={id}"));
        maria.get("/signals").await.hides("4417/1");
        maria.post(&format!("{there}/snooze"), &[("until", "tomorrow 9:00")]).await.is(422).shows("put off once");
        maria.get(&there).await.shows("put off once already").hides("signals-snooze");
        maria
            .post(&format!("{there}/prevented"), &[("reason", "It left this morning, note 88.")])
            .await
            .leads_to(&format!("/signals?done=prevented&id={id}"));
        maria
            .get(&there)
            .await
            .shows("It was prevented.")
            .shows("It left this morning, note 88.")
            .shows("Maria")
            .hides("Dismiss it");
    });
}

#[test]
fn a_signal_that_became_a_case_has_ended_with_it() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        brought_in(&mut maria).await;
        let read = |conn: &store::Conn| store::signals::waiting(conn, world::after(60), None, 10);
        let late =
            db.read(read).await.unwrap().into_iter().find(|s| s.kind == "late-undelivered").expect("one is late");
        let open = casework::commands::OpenCase {
            signal: Some(late.id),
            ..world::trouble(world::ACME, world::MS_RAO, "4417 is late.")
        };
        let number = tokio::task::block_in_place(|| world::open(&db, open, 1, NOW));
        maria
            .get(&format!("/signals/{}", late.id))
            .await
            .shows("It became a case.")
            .shows(&number.to_string())
            .shows("Maria");
        maria.get("/signals").await.hides("4417/1 was promised");
    });
}
