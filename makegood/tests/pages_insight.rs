//! Looking back honestly, as people see it: figures with their number and range, what is behind them, and nothing about worth where work is
//! sorted.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

use crate::support::life::Life;
use crate::support::{both_async, world};
use crate::visit::Visitor;
use casework::ids::{AccountId, ContactId};
use jiff::{SignedDuration, ToSpan};
use makegood::jobs::hindsight;
use serde_json::json;
use store::{accounts, contacts, imports, orders, reports, worth};
use uuid::Uuid;
use watch::{Ground, Line, LineKey};
use world::{ACME, BOREALIS, EWA, JONAS, MARIA, MS_RAO, NOW, act, after, build, by, command, read, write};

/// Two orders whose worth is known: a small one that waited long, a large one that did not.
fn troubles(db: &store::Db) {
    build(db);
    let acme = read(db, |conn| accounts::by_id(conn, ACME)).expect("an account");
    write(db, move |tx| accounts::change(tx, &accounts::Account { strength: Some(3), ..acme.clone() }, &by(72)));
    let gap = Some(["Boards by Friday", "=HYPERLINK(\"x\")", "Boards on Monday"]);
    let small = Life {
        item: Some("A-1".into()),
        solved_after: Some(100),
        valued: Some(5),
        strength: Some(4),
        ..Life::of(1, ACME, MS_RAO, NOW)
    };
    let large = Life { item: Some("B-2".into()), solved_after: Some(26), gap, ..Life::of(2, BOREALIS, JONAS, NOW) };
    small.told(db);
    large.told(db);
    ordered(db);
}

fn ordered(db: &store::Db) {
    let line = |account, order: &str| orders::Told {
        row: 2,
        account,
        line: Line { ordered: Some("2026-01-10".parse().expect("a day")), ..Line::new(order, "1") },
    };
    let told = vec![line(ACME, "A-1"), line(BOREALIS, "B-2")];
    write(db, move |tx| {
        let after = |at: jiff::Timestamp, days: u32| at + (i64::from(days) * 24).hours();
        let zone = jiff::tz::TimeZone::UTC;
        let ground = Ground { now: NOW, zone: &zone, working_days_after: &after };
        let mut mint = store::mint::Mint::new(Uuid::from_u128(78), NOW);
        orders::keep(tx, &told, &orders::Terms::default(), &mut mint, &ground)?;
        let key = |order: &str| LineKey { order_no: order.into(), line_no: "1".into() };
        worth::keep(tx, &[(key("A-1"), 9_900), (key("B-2"), 31_415_900)])?;
        imports::begin(tx, Uuid::from_u128(79), "orders", "orders.csv", NOW)?;
        Ok(imports::finish(tx, Uuid::from_u128(79), "{}", NOW + (24 * 200).hours())?)
    });
}

/// Two weeks later, looked back at.
async fn later(db: &store::Db) -> Visitor {
    let maria = Visitor::at(db.clone(), NOW).await;
    maria.pass(SignedDuration::from_hours(24 * 14));
    hindsight::look_back(&maria.app).await.expect("looked back");
    hindsight::follow_customers(&maria.app).await.expect("followed");
    maria.is(MARIA).await
}

#[test]
fn insight_says_what_it_can_and_how_sure_it_is() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| build(&db));
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        maria
            .get("/insight")
            .await
            .is(200)
            .shows("No trouble was recognised in these days")
            .shows("aria-current=\"page\"");
        tokio::task::block_in_place(|| troubles_after_build(&db));
        let mut maria = later(&db).await;
        let page = maria.get("/insight").await;
        for question in
            ["Did we run to it?", "Did we keep our word?", "Do they stay?", "Is it fair?", "Do our practices help?"]
        {
            page.shows(question);
        }
        page.shows("2 of 2 · too few to tell").shows("A voice in time").shows("Gaps of expectation");
        for report in reports::all() {
            let one = maria.get(&format!("/insight/{}", report.name)).await;
            assert_eq!(one.status.as_u16(), 200, "{}", report.name);
            assert_eq!(one.html.matches("<h1").count(), 1, "{}", report.name);
            maria.get(&format!("/insight/{}?period=month", report.name)).await.is(200);
            maria.get(&format!("/insight/{}.csv", report.name)).await.is(200);
            maria.get(&format!("/insight/{}/behind.csv", report.name)).await.is(200);
        }
        maria.get("/insight/nothing").await.is(404);
        maria.get("/insight/first_go/nothing").await.is(404);
    });
}

fn troubles_after_build(db: &store::Db) {
    let small = Life { solved_after: Some(100), valued: Some(5), strength: Some(4), ..Life::of(1, ACME, MS_RAO, NOW) };
    small.told(db);
    Life { gap: Some(["a", "b", "c"]), ..Life::of(2, BOREALIS, JONAS, NOW) }.told(db);
}

#[test]
fn a_period_that_makes_no_sense_comes_back_with_its_sentence() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| build(&db));
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        maria
            .get("/insight?from=2026-03-02&to=2026-03-01")
            .await
            .shows("The last day comes before the first.")
            .shows("2026-03-02");
        maria.get("/insight?from=2020-01-01").await.shows("at most two years long");
        maria.get("/insight?from=the%20other%20day").await.shows("the other day");
        maria.get("/insight?from=2026-02-01&to=2026-02-28").await.shows("1 Feb").shows("28 Feb");
    });
}

/// S027: median days to solved and remedy share by the worth of the order, and a gap over 20 % is flagged.
#[test]
fn s027_like_harm_like_speed_and_a_gap_is_flagged() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| troubles(&db));
        let mut maria = later(&db).await;
        maria
            .get("/insight")
            .await
            .shows("Like speed for small and large orders")
            .shows("A gap of 74 %, but too few to tell: look at the cases.");
        let fair = maria.get("/insight/fair_days").await;
        fair.shows("Orders under 100")
            .shows("Orders over 2,500")
            .shows("A gap of 74 %")
            .shows("4 days 4 h")
            .shows("too few to tell");
        let remedy = maria.get("/insight/fair_remedy").await;
        remedy.shows("1 of 1 · too few to tell").hides("look at the cases");
        let csv = maria.get("/insight/fair_days.csv").await;
        assert!(csv.html.starts_with("Which,Number,Figure,Low,High,Enough to tell\n"), "{}", csv.html);
        assert!(csv.html.contains("\"Orders over 2,500\",1,1560,"), "{}", csv.html);
    });
}

/// S159: the two answers beside their word are what the figure is made of.
#[test]
fn s159_valued_and_reassured_are_their_own_answers() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| troubles(&db));
        let mut maria = later(&db).await;
        maria.get("/insight/valued_reassured").await.shows("Valued").shows("5.0").hides(">Reassured<");
    });
}

/// S143: *did we treat you as our most important customer?* is asked beside their word, and its mean is told.
#[test]
fn s143_they_are_asked_whether_they_were_our_most_important_customer() {
    both_async(|db| async move {
        let asked = tokio::task::block_in_place(|| {
            build(&db);
            Life { most_important: Some(5), ..Life::of(1, ACME, MS_RAO, NOW) }.told(&db);
            Life { most_important: Some(2), ..Life::of(2, BOREALIS, JONAS, NOW) }.told(&db);
            Life { solved_after: None, ..Life::of(3, BOREALIS, JONAS, NOW) }.told(&db)
        });
        let mut maria = later(&db).await;
        let form = maria.get(&format!("/cases/{asked}/do/record-word")).await;
        form.shows("name=\"most_important\"").shows("They felt like our most important customer");
        maria
            .get("/insight/valued_reassured")
            .await
            .shows("As our most important customer")
            .shows("3.5")
            .hides(">Valued<");
    });
}

/// S240: their words stand on a page for everybody here, once they said that they may, with the case and who said them.
#[test]
fn s240_their_words_stand_on_a_page_for_everybody_when_they_may() {
    both_async(|db| async move {
        let number = tokio::task::block_in_place(|| {
            build(&db);
            Life::of(2, BOREALIS, JONAS, NOW).told(&db);
            Life { may_be_shown: Some("yes"), ..Life::of(1, ACME, MS_RAO, NOW) }.told(&db)
        });
        let mut maria = later(&db).await;
        maria.get("/insight").await.shows("href=\"/insight/made-good\"");
        let page = maria.get("/insight/made-good").await;
        page.is(200).shows("“All boxes are right now.”").shows("Dana Rao, Acme Robotics").shows(&number.to_string());
        page.hides("Boréalis").hides("Nobody has said yet");
    });
}

/// S175: gaps of expectation stand by customer, each with what was expected, promised and delivered; a formula stays text in the CSV.
#[test]
fn s175_gaps_of_expectation_are_counted_by_account() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| troubles(&db));
        let mut maria = later(&db).await;
        let page = maria.get("/insight/expectation_gaps").await;
        page.shows("By customer")
            .shows("Boréalis GmbH")
            .shows("Boards by Friday")
            .shows("Boards on Monday")
            .shows("MG-1002");
        let csv = maria.get("/insight/expectation_gaps/behind.csv").await;
        assert!(csv.html.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{}", csv.html);
        let form = maria.get("/cases/MG-1002/do/state-fault").await;
        form.shows("It came from an expectation").shows("Boards by Friday");
    });
}

/// One trouble of a customer of its own, spoken about after so many minutes.
fn told_of(db: &store::Db, n: u128, voice_after: i64) {
    let (account, contact) = (AccountId(Uuid::from_u128(0xE000 + n)), ContactId(Uuid::from_u128(0xF000 + n)));
    write(db, move |tx| {
        let named = accounts::Account::named(account, &format!("Customer {n}"));
        accounts::add(tx, &accounts::Account { relationship_owner: Some(MARIA), ..named }, &by(100 + n))?;
        contacts::add(tx, &contacts::Contact::named(contact, account, "Dee"), &by(200 + n))
    });
    Life { voice_after, ..Life::of(n, account, contact, NOW) }.told(db);
}

/// S231: with twenty or more a practice has its rate, its number and its range; with fewer it is too few to tell.
#[test]
fn s231_a_voice_in_time_stands_beside_the_rest_with_number_rate_and_range() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| {
            build(&db);
            // No customer has the same trouble twice: that would be a graver one, and another life.
            (1..=20).for_each(|n| told_of(&db, n, 30));
            (21..=22).for_each(|n| told_of(&db, n, 26 * 60));
        });
        let mut maria = later(&db).await;
        let page = maria.get("/insight/practice_voice").await;
        page.shows("what went together, not what caused what").shows("Done: 100 %, of 20, most likely 84 to 100 %.");
        page.shows("Not done: 2 of 2 · too few to tell, of 2, most likely 34 to 100 %.");
        let csv = maria.get("/insight/practice_voice.csv").await;
        assert!(csv.html.contains("Done,20,1.0000,0.8389,1.0000,yes\n"), "{}", csv.html);
        assert!(csv.html.contains("Not done,2,1.0000,0.3424,1.0000,no\n"), "{}", csv.html);
    });
}

/// One amount has no range: 1 day to 1 day would say that it is certain.
#[test]
fn a_figure_of_one_claims_no_range() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| {
            build(&db);
            Life::of(1, ACME, MS_RAO, NOW).told(&db);
        });
        let mut maria = later(&db).await;
        maria.get("/insight").await.shows("too few for a range");
        let one = maria.get("/insight/days_to_solved").await;
        one.shows("of 1, too few for a range").shows("See the 1 behind it");
        let nothing = maria.get("/insight/lost_after_trouble").await;
        nothing.shows("Nothing in these days can answer this.").shows("Look at the last two years");
        maria
            .get("/insight/lost_after_trouble?period=two-years")
            .await
            .shows("All questions")
            .hides("Look at the last");
    });
}

/// What is behind a number is one press away.
#[test]
fn what_is_behind_a_number_is_one_press_away() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| troubles(&db));
        let mut maria = later(&db).await;
        maria
            .get("/insight/stronger_by_speed")
            .await
            .shows("Spoken to within an hour")
            .shows("1 of 1 · too few to tell");
        maria
            .get("/insight/practice_voice")
            .await
            .shows("what went together, not what caused what")
            .shows("2 of 2 · too few to tell");
        let report = maria.get("/insight/first_go").await;
        report.shows("/insight/first_go/behind?period=year&amp;band=all");
        let behind = maria.get("/insight/first_go/behind?period=year&band=all").await;
        behind.shows("MG-1001").shows("MG-1002").shows("/cases/MG-1001").shows("Acme Robotics");
    });
}

/// S237: worth stands beside the decision about amends, for those who may decide, and on no page where work is sorted or done.
#[test]
fn s237_what_a_customer_is_worth_is_on_no_triage_page_and_only_beside_the_approval() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| troubles(&db));
        let number = tokio::task::block_in_place(|| {
            let number =
                world::open(&db, world::trouble(BOREALIS, JONAS, "Half the boards are dry."), 9000, after(20_000));
            let amends = json!({ "kind": "credit", "words": "A credit.", "due": after(40_000), "value": { "cents": 900_000, "currency": "EUR" } });
            act(&db, number, command("grant-amends", amends), 9001, after(20_001));
            number
        });
        let mut maria = later(&db).await;
        let case = format!("/cases/{number}");
        let mut pages: Vec<String> = [
            "/",
            "/?whose=all",
            "/signals",
            "/signals/new",
            "/cases",
            "/cases?standing=closed",
            "/orders",
            "/accounts",
            "/accounts/quiet",
            "/search?q=boards",
            "/notices",
            "/insight",
        ]
        .map(str::to_owned)
        .to_vec();
        pages.extend(
            ["", "/conversations", "/options", "/plan", "/messages", "/history", "/why/c01_first_contact"]
                .map(|tab| format!("{case}{tab}")),
        );
        pages.extend([format!("/accounts/{BOREALIS}"), format!("/cases/new?account={BOREALIS}")]);
        pages.extend(
            ["grant-amends", "record-conversation", "escalate", "hand-over"].map(|word| format!("{case}/do/{word}")),
        );
        for person in [MARIA, EWA] {
            let mut reader = maria.is(person).await;
            for path in &pages {
                let seen = reader.get(path).await;
                assert_eq!(seen.status.as_u16(), 200, "{path}");
                for amount in ["314,159", "314159", "Years together"] {
                    assert!(!seen.html.contains(amount), "{path} shows what a customer is worth");
                }
            }
        }
        let decision = format!("{case}/do/approve-amends");
        maria.get(&decision).await.hides("Years together").hides("314,159");
        let mut ewa = maria.is(EWA).await;
        ewa.get(&decision).await.shows("Years together").shows("314,159").shows("for the long game");
    });
}
