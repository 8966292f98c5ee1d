//! Being prepared, as the pages show it: what could put it right is found at once, and what may stand in says whose yes it needs.

use crate::desk;
use crate::support;
use casework::ids::AccountId;
use desk::{Desk, field};
use jiff::Timestamp;
use std::sync::atomic::{AtomicU32, Ordering};
use store::alternates::{self, Alternate};
use store::mint::Mint;
use store::stock::{self, Quantity, Stock};
use store::{Db, Fault};
use support::both_async;
use uuid::Uuid;

const TOLD: Timestamp = Timestamp::constant(1_772_438_400, 0);

async fn told(db: &Db, rows: &[(&str, &str, i64, Option<&str>)]) {
    let rows: Vec<Stock> = rows
        .iter()
        .map(|(item, site, free, ready)| Stock {
            item: (*item).into(),
            site: (*site).into(),
            on_hand: Some(Quantity(300_000)),
            free: Some(Quantity(free * 1000)),
            ready_on: ready.map(|day| day.parse().expect("a day")),
            lead_days: Some(15),
        })
        .collect();
    let mint = mint();
    let kept = db.write(move |tx| stock::keep(tx, &rows, &[], &mut mint.clone(), TOLD)).await;
    kept.map(drop).unwrap_or_else(|e: Fault| panic!("{e}"));
}

/// Each list comes with a mint that nobody had before.
fn mint() -> Mint {
    static DRAWN: AtomicU32 = AtomicU32::new(1);
    Mint::new(Uuid::from_u128(DRAWN.fetch_add(1, Ordering::Relaxed).into()), TOLD)
}

async fn stands_in(db: &Db, item: &str, alternate: &str, approved_by: Option<AccountId>) {
    let row = Alternate {
        item: item.into(),
        alternate: alternate.into(),
        fits: "yes".into(),
        approved_by,
        data_sheet: "DS-118".into(),
    };
    let mint = mint();
    let kept = db.write(move |tx| alternates::keep(tx, std::slice::from_ref(&row), &[], &mut mint.clone(), TOLD)).await;
    kept.map(drop).unwrap_or_else(|e: Fault| panic!("{e}"));
}

/// Opens a case of this kind about this item, and gives the page that one lands on.
async fn lands_on(desk: &Desk, title: &str, kind: &str, item: &str) -> (String, String) {
    let pairs = [
        ("account", desk.acme.as_str()),
        ("title", title),
        ("safety", "nobody"),
        ("contact", &desk.dana),
        ("kind", kind),
        ("item", item),
    ];
    let answer = desk.post("/cases/new", &pairs).await;
    assert_eq!(answer.status, 303, "{}", answer.said());
    let number = answer.location.trim_start_matches("/cases/").split('?').next().unwrap_or_default().to_owned();
    (number, desk.get(&answer.location).await.body)
}

/// The finder's part of a page, as words; empty when it is not there.
fn finder(page: &str) -> String {
    let part = page.split("<h2>Ways forward to check first").nth(1).unwrap_or_default();
    let part = part.split("</section>").next().unwrap_or_default();
    let mut words = String::new();
    let mut inside = true;
    for c in part.chars() {
        match c {
            '<' => inside = false,
            '>' => {
                inside = true;
                words.push(' ');
            }
            c if inside => words.push(c),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn link(page: &str, path: &str, with: &str) -> String {
    let href = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let found = href.filter(|href| href.contains(path)).find(|href| href.contains(with));
    found.unwrap_or_else(|| panic!("no link to {path} with {with} in {page}")).replace("&amp;", "&")
}

#[test]
fn s019_opening_a_defect_case_lists_stock_of_the_item_from_the_last_import_or_says_stock_unknown() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        let (_, page) = lands_on(&desk, "Half the boards have no solder on U7.", "defect", "KB-7 rev C").await;
        assert!(finder(&page).contains("stock unknown") && finder(&page).contains("makegood import stock"), "{page}");
        told(&db, &[("KB-7 rev C", "Warsaw", 240, None), ("KB-7 rev C", "Austin", 0, Some("2026-03-20"))]).await;
        let (number, page) = lands_on(&desk, "They are dry again.", "defect", "kb-7 REV C, lot 2231").await;
        let words = finder(&page);
        assert!(words.contains("Stock in Warsaw yes 240 free of 300"), "{words}");
        assert!(words.contains("Stock in Austin no 0 free of 300"), "{words}");
        assert!(words.contains("In work in Austin ready on"), "{words}");
        assert!(words.starts_with("For KB-7 rev C. The last list of stock came today 08:00"), "{words}");
        let (_, page) = lands_on(&desk, "And these fail, too.", "defect", "XX-1").await;
        assert!(finder(&page).contains("stock unknown It is on no list of stock."), "{}", finder(&page));
        // The same on the form of an option, and one press fills it.
        let path = format!("/cases/{number}/do/add-option");
        let form = desk.get(&path).await.body;
        assert!(finder(&form).contains("Stock in Warsaw yes"), "{form}");
        let filled = desk.get(&link(&page_of(&desk, &number).await, &path, "Warsaw")).await.body;
        assert_eq!(field(&filled, "what"), "Up to 240 × KB-7 rev C from our stock in Warsaw");
        assert!(filled.contains("<option value=\"from_stock\" selected"), "{filled}");
        let pairs = [("what", "240 boards from Warsaw"), ("kind", "from_stock"), ("confidence", "unknown")];
        desk.done(&number, "add-option", &pairs).await;
    });
}

async fn page_of(desk: &Desk, number: &str) -> String {
    desk.get(&format!("/cases/{number}")).await.body
}

#[test]
fn s146_a_delay_case_shows_the_answer_of_the_finder_for_stock() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        let late = "The shipment is three days late";
        let answers = async |item: &str| finder(&lands_on(&desk, late, "delay", item).await.1);
        assert!(answers("KB-7").await.contains("Our stock stock unknown"));
        told(&db, &[("KB-7", "", 12, None), ("KB-8", "", 0, None)]).await;
        assert!(answers("KB-7").await.contains("Our stock yes 12 free of 300"));
        assert!(answers("KB-8").await.contains("Our stock no 0 free of 300"));
        assert!(answers("KB-9").await.contains("Our stock stock unknown"));
        // A later list without the item: nobody knows any more.
        let mint = mint();
        let later = TOLD + jiff::SignedDuration::from_mins(30);
        let other = Stock {
            item: "KB-9".into(),
            site: String::new(),
            on_hand: None,
            free: None,
            ready_on: None,
            lead_days: None,
        };
        let kept =
            db.write(move |tx| stock::keep(tx, std::slice::from_ref(&other), &[], &mut mint.clone(), later)).await;
        kept.map(drop).unwrap_or_else(|e: Fault| panic!("{e}"));
        let words = answers("KB-7").await;
        assert!(words.contains("stock unknown not in the last list of this place"), "{words}");
        // What has nothing to do with goods asks for none.
        assert_eq!(finder(&lands_on(&desk, "The invoice is wrong", "paperwork", "KB-7").await.1), "");
    });
}

#[test]
fn s147_an_unapproved_alternate_is_shown_as_needs_your_approval() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        stands_in(&db, "KB-7", "KB-8", None).await;
        told(&db, &[("KB-8", "Warsaw", 50, None)]).await;
        let (number, page) = lands_on(&desk, "Half of them are dry.", "defect", "KB-7").await;
        let words = finder(&page);
        assert!(words.contains("Instead: KB-8 needs your approval"), "{words}");
        assert!(words.contains("same form, fit and function") && words.contains("data sheet DS-118"), "{words}");
        assert!(words.contains("Stock in Warsaw: 50 free"), "{words}");
        let path = format!("/cases/{number}/do/add-option");
        let filled = desk.get(&link(&page, &path, "alternate")).await.body;
        assert_eq!(field(&filled, "customer_does"), "Approve KB-8 by its data sheet DS-118");
        let acme: AccountId = desk.acme.parse().expect("an id");
        stands_in(&db, "KB-7", "KB-8", Some(acme)).await;
        let words = finder(&page_of(&desk, &number).await);
        assert!(words.contains("Instead: KB-8 approved by Acme Robotics") && !words.contains("needs your"), "{words}");
    });
}

#[test]
fn s166_the_finder_runs_before_the_first_talk_and_always_shows_one_measure() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        let (number, page) = lands_on(&desk, "The shipment will be late", "delay", "").await;
        assert!(page.contains("no human voice yet"), "nobody has called");
        let words = finder(&page);
        assert!(words.contains("Operations ask now") && words.contains("Ask operations"), "{words}");
        // It is a real act: a step for operations with an owner and a time, by one press and one save.
        let ask = desk.get(&link(&page, "/do/draft-plan", "contain")).await.body;
        let step = [
            ("steps[0].text", field(&ask, "steps[0].text")),
            ("steps[0].due", field(&ask, "steps[0].due")),
            ("steps[0].kind", "contain".into()),
            ("steps[0].party", "us".into()),
            ("steps[0].owner", desk.piotr.clone()),
        ];
        assert_eq!(step[1].1, "2026-03-02 11:00");
        assert!(ask.contains(&format!("<option value=\"{}\" selected", desk.piotr)), "{ask}");
        let pairs: Vec<(&str, &str)> = step.iter().map(|(name, value)| (*name, value.as_str())).collect();
        desk.done(&number, "draft-plan", &pairs).await;
        let words = finder(&page_of(&desk, &number).await);
        assert!(words.contains("Operations Piotr Lind is asked"), "{words}");
        let run = desk.get("/?whose=all").await.body;
        assert!(run.contains("Say what else there is for the goods"), "{run}");
    });
}

/// What a plan needs, as the form of the page sends it.
fn lost_in_transit(maria: &str) -> Vec<(String, String)> {
    [
        ("name", "Whole lot lost in transit"),
        ("trigger", "The carrier says it is gone, or it is a day late and nobody finds it."),
        ("kinds", "transit"),
        ("steps[0].text", "Hold what has not left yet"),
        ("steps[0].owner", "role:operations"),
        ("steps[0].minutes", "30"),
        ("steps[0].kind", "contain"),
        ("steps[1].text", "File the claim with the carrier"),
        ("steps[1].owner", &format!("person:{maria}")),
        ("steps[1].minutes", "240"),
        ("steps[1].kind", "contain"),
        ("steps[2].text", ""),
        ("steps[2].owner", "role:quality"),
        ("steps[2].kind", "contain"),
        ("phones", "Trans Nord, night desk, +48 22 555 0900"),
        ("substitutes", "Borg Boards, 200 a day"),
        ("carrier", "Trans Nord"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .to_vec()
}

fn pairs(of: &[(String, String)]) -> Vec<(&str, &str)> {
    of.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// Writes the plan by its page and gives its address.
async fn written(desk: &Desk) -> String {
    let answer = desk.post("/settings/emergency/new", &pairs(&lost_in_transit(&desk.maria))).await;
    assert_eq!(answer.status, 303, "{}", answer.said());
    answer.location
}

#[test]
fn s001_one_press_on_the_case_puts_the_steps_of_the_plan_on_it_with_owners_and_due_times() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        written(&desk).await;
        let (number, page) = lands_on(&desk, "The whole lot is lost", "transit", "KB-7").await;
        let plan = link(&page, "/do/launch-emergency-plan", "plan=").split("plan=").nth(1).unwrap().to_owned();
        let strip = page.split("class=\"emergency\"").nth(1).expect("it is offered");
        assert!(strip.split("</section>").next().unwrap().contains("Launch it"), "{strip}");
        desk.done(&number, "launch-emergency-plan", &[("plan", &plan)]).await;
        let on_case = desk.get(&format!("/cases/{number}/plan")).await.body;
        for words in ["Hold what has not left yet", "Piotr Lind", "File the claim with the carrier", "Maria Krawczyk"] {
            assert!(on_case.contains(words), "{words} in {on_case}");
        }
        let row = on_case.split("<tr").find(|row| row.contains("Hold what")).expect("the first step");
        assert!(row.contains("2026-03-02T09:30"), "due half an hour after the launch: {row}");
        let page = page_of(&desk, &number).await;
        assert!(
            page.contains("0 of 2 steps settled") && page.contains("launched") && page.contains("today 09:00"),
            "{page}"
        );
        assert!(page.contains("href=\"tel:+48225550900\""), "its numbers are at hand while it runs");
        let run = desk.get("/?whose=all").await.body;
        assert!(run.contains("Step due: Hold what has not left yet"), "{run}");
        let again = desk.post(&format!("/cases/{number}/do/launch-emergency-plan"), &[("plan", &plan)]).await;
        assert_eq!(again.status, 409, "{}", again.said());
    });
}

#[test]
fn s021_a_loss_in_transit_offers_its_plan_at_the_top_and_asks_for_claim_and_quantity() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let (_, page) = lands_on(&desk, "The pallet is lost", "transit", "KB-7").await;
        assert!(!page.contains("class=\"emergency\""), "nothing is prepared yet");
        written(&desk).await;
        let (number, page) = lands_on(&desk, "Another pallet is lost", "transit", "KB-7").await;
        let place = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words} in {page}"));
        assert!(place("Prepared for this: Whole lot lost in transit") < place("<h2>Their side"), "at the top");
        assert!(page.contains("never rehearsed"), "whether one may rely on it stands beside it");
        let form = desk.get(&format!("/cases/{number}/do/record-facts")).await.body;
        assert!(
            form.contains("The carrier's claim number") || form.contains("The carrier&#39;s claim number"),
            "{form}"
        );
        assert!(form.contains("How many are lost"), "{form}");
        let facts = [
            ("facts[0].what", "quantity_lost"),
            ("facts[0].answer", "2,400 copies"),
            ("facts[1].what", "carrier_claim"),
            ("facts[1].answer", "TN-77120"),
        ];
        desk.done(&number, "record-facts", &facts).await;
        let form = desk.get(&format!("/cases/{number}/do/record-facts")).await.body;
        assert!(!form.contains("How many are lost"), "{form}");
        let (_, other) = lands_on(&desk, "They are dry", "defect", "KB-7").await;
        assert!(!other.contains("class=\"emergency\""), "a plan for a loss is not offered on a defect");
    });
}

#[test]
fn s003_a_kind_of_trouble_without_an_emergency_plan_is_a_gap_that_stands_on_top_and_can_be_filled() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let look = async || desk.get("/settings/preparedness").await.body;
        let rows = |page: &str| page.split("<tr").skip(2).map(str::to_owned).collect::<Vec<String>>();
        let page = look().await;
        assert!(page.contains("11 of 11 kinds of trouble have no emergency plan"), "{page}");
        let plan = written(&desk).await;
        let page = look().await;
        assert!(page.contains("10 of 11 kinds of trouble have no emergency plan"), "{page}");
        let all = rows(&page);
        assert_eq!(all.len(), 11);
        assert!(all[0].contains("none") && all[0].contains("/settings/emergency/new?kinds=delay"), "{}", all[0]);
        assert!(all[10].contains("Whole lot lost in transit") && all[10].contains("stale"), "{}", all[10]);
        let form = desk.get("/settings/emergency/new?kinds=delay").await.body;
        let tag = form.split("<input").find(|tag| tag.contains("value=\"delay\"")).expect("the kind");
        assert!(tag.contains("checked"), "the link knows which gap it fills: {tag}");
        assert_eq!(desk.post(&plan, &[("rehearsed_on", "2026-03-02")]).await.status, 303);
        assert!(!rows(&look().await)[10].contains("stale"));
        for row in &all {
            assert!(row.contains("for every kind"), "a playbook: {row}");
        }
    });
}

#[test]
fn s004_a_plan_last_rehearsed_thirteen_months_ago_shows_stale() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let plan = written(&desk).await;
        let list = async || desk.get("/settings/emergency").await.body;
        assert!(list().await.contains("never rehearsed"));
        let note = async |on: &str| desk.post(&plan, &[("rehearsed_on", on)]).await;
        assert_eq!(note("2026-03-03").await.status, 422, "a rehearsal has to be held first");
        assert_eq!(note("someday").await.status, 422);
        assert_eq!(note("2025-02-02").await.status, 303);
        let stale = list().await;
        assert!(stale.contains("<span class=\"stale\">stale</span>") && stale.contains("last"), "{stale}");
        assert_eq!(note("2026-03-02").await.status, 303);
        assert!(!list().await.contains("stale"), "rehearsed today");
        desk.days_later(396).await;
        assert!(list().await.contains("<span class=\"stale\">stale</span>"), "thirteen months later");
    });
}

#[test]
fn a_plan_is_changed_and_taken_away_and_what_makes_no_sense_is_said_beside_its_field() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let mut odd = lost_in_transit(&desk.maria);
        odd[5].1 = "0".into();
        odd[14].1 = "somebody".into();
        let refused = desk.post("/settings/emergency/new", &pairs(&odd)).await;
        assert_eq!(refused.status, 422);
        for words in
            ["Say how many minutes it may take", "“somebody” is not understood", "File the claim with the carrier"]
        {
            assert!(refused.body.contains(words), "{words} in {}", refused.body);
        }
        let nothing = [("name", ""), ("trigger", ""), ("phones", "")];
        assert_eq!(desk.post("/settings/emergency/new", &nothing).await.status, 422);
        let plan = written(&desk).await;
        let form = desk.get(&format!("{plan}/change")).await.body;
        assert_eq!((field(&form, "steps[1].minutes"), field(&form, "version")), ("240".into(), "1".into()));
        let mut changed = lost_in_transit(&desk.maria);
        changed[0].1 = "Lot lost on the way".into();
        changed.push(("version".into(), "1".into()));
        assert_eq!(desk.post(&format!("{plan}/change"), &pairs(&changed)).await.status, 303);
        let stale = desk.post(&format!("{plan}/change"), &pairs(&lost_in_transit(&desk.maria))).await;
        assert_eq!(stale.status, 303, "without a version the newest is meant");
        let old = desk.post(&format!("{plan}/change"), &pairs(&changed)).await;
        assert_eq!(old.status, 422, "somebody else changed it meanwhile");
        assert_eq!(desk.post(&plan, &[("remove", "yes")]).await.status, 303);
        assert_eq!(desk.get(&plan).await.status, 404);
    });
}
