//! The demo company is told on both databases in a moment, and every page of it has life on any day somebody looks around.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

use crate::support;
use crate::visit;
use casework::kinds::Recovery;
use jiff::{SignedDuration, Timestamp};
use makegood::demo;
use makegood::import::progress::Silent;
use std::collections::{BTreeMap, BTreeSet};
use store::cases::{CaseRow, Filter, Standing};
use store::dialect::Engine;
use store::{Db, Fault};
use support::Fresh;
use visit::Visitor;

/// A Monday afternoon, a Sunday night, and New Year's Eve.
const MONDAY: &str = "2026-11-23T13:20:00Z";
const SUNDAY: &str = "2026-11-22T21:40:00Z";
const NEW_YEARS_EVE: &str = "2026-12-31T08:05:00Z";
/// Rows read of a list.
const MANY: usize = 500;
/// Pages that have something on them whenever they are opened.
const PAGES: [&str; 13] = [
    "/",
    "/?whose=all",
    "/cases",
    "/cases?standing=closed",
    "/signals",
    "/signals/mail",
    "/orders",
    "/accounts",
    "/notices",
    "/search?q=boards",
    "/settings/people",
    "/settings/calendars",
    "/settings/audit",
];

struct Company {
    db: Db,
    visitor: Visitor,
    now: Timestamp,
}

impl Company {
    async fn told(at: &str, db: Db) -> Self {
        let now: Timestamp = at.parse().unwrap();
        let visitor = Visitor::at(db.clone(), now).await;
        let filled = demo::fill(&visitor.app, visitor.clock(), now, &mut Silent).await;
        let password = filled.unwrap_or_else(|why| panic!("{why}"));
        assert!(password.len() > 20);
        assert_eq!(visitor.app.now(), now, "the clock stands at now again");
        Self { db, visitor, now }
    }

    async fn cases(&self, standing: Standing) -> Vec<CaseRow> {
        let filter = Filter { standing, ..Filter::default() };
        let (mut all, mut after) = (vec![], None);
        loop {
            let filter = filter.clone();
            let page = store::cases::PAGE_AT_MOST;
            let rows =
                self.db.read::<_, Fault, _>(move |conn| store::cases::list(conn, &filter, after, page)).await.unwrap();
            let Some(last) = rows.last() else { return all };
            after = Some((last.severity, last.recognised_at, last.id));
            all.extend(rows);
            assert!(all.len() < MANY, "more cases than this test reads");
        }
    }

    /// What makes the pages worth opening, whatever day it is.
    async fn has_life(&mut self) {
        let (open, closed) = (self.cases(Standing::Open).await, self.cases(Standing::Closed).await);
        let states: BTreeSet<Recovery> = open.iter().chain(&closed).map(|row| row.recovery).collect();
        let missing: Vec<_> = Recovery::ALL.iter().filter(|r| !states.contains(r)).collect();
        assert!(missing.is_empty(), "no case is {missing:?}");
        assert!(closed.len() >= 30 && open.len() >= 15, "{} closed, {} open", closed.len(), open.len());
        let mut by_month: BTreeMap<String, usize> = BTreeMap::new();
        for row in &closed {
            *by_month.entry(row.recognised_at.strftime("%Y-%m").to_string()).or_default() += 1;
        }
        assert!(by_month.len() >= 9, "closed cases lie in {by_month:?}");
        let now = self.now;
        let signals = self.db.read::<_, Fault, _>(store::signals::counts).await.unwrap();
        let many: i64 = signals.iter().map(|(_, n)| n).sum();
        assert!(signals.len() >= 3 && (6..60).contains(&many), "{signals:?}");
        let ahead = now.saturating_add(SignedDuration::from_hours(14 * 24)).unwrap();
        let owed = self.db.read::<_, Fault, _>(move |conn| store::checks::owed(conn, ahead, 100)).await.unwrap();
        assert!((1..30).contains(&owed.len()), "{} checks are owed", owed.len());
        let maria =
            self.db.read::<_, Fault, _>(|conn| store::people::by_email(conn, demo::SIGN_IN)).await.unwrap().unwrap();
        let mut browser = self.visitor.is(maria.person.id).await;
        for path in PAGES {
            let seen = browser.get(path).await;
            assert_eq!(seen.status.as_u16(), 200, "{path}: {}", seen.text());
            assert!(!seen.html.contains("class=\"empty\""), "{path} has nothing on it: {}", seen.text());
        }
        // Whoever is their customer reads under their name what to count on, and what came of it.
        let open = self.visitor.stranger().get(makegood::handling::PATH).await;
        open.is(200).shows("<header>Nordlot Boards</header>").shows("Promises kept").shows("counted)");
    }

    /// Every stop of the tour opens, says what to try, and can be left and taken up again.
    async fn the_tour_leads_through_it(&mut self) {
        let maria = self.db.read::<_, Fault, _>(|conn| store::people::by_email(conn, demo::SIGN_IN)).await;
        let mut browser = self.visitor.is(maria.unwrap().unwrap().person.id).await;
        browser.get("/").await.shows("Ten stops, ten minutes");
        let stops = self.visitor.app.firm().tour.len();
        assert!((8..=10).contains(&stops), "{stops} stops");
        for n in 1..=stops {
            let step = browser.get(&format!("/tour/{n}")).await;
            let there = step.to.clone().expect("it leads somewhere");
            assert!(n == 1 || there != "/cases", "stop {n} found no case");
            browser.get(&there).await.is(200).shows(&format!("{n} of {stops}")).shows("class=\"strip\"");
        }
        browser.get("/tour/3").await;
        browser.get("/tour/leave").await.leads_to("/tour");
        browser.get("/").await.hides("class=\"strip\"");
        browser
            .get("/tour")
            .await
            .is(200)
            .shows("Take it up again at stop 3")
            .shows(&format!("{} of {stops} seen.", stops - 1))
            .shows("<li class=\"done\">");
        browser.get("/tour/99").await.is(404);
    }

    async fn every_chain_holds(&self) {
        let (open, closed) = (self.cases(Standing::Open).await, self.cases(Standing::Closed).await);
        for row in open.into_iter().chain(closed) {
            let id = row.id;
            let read = move |conn: &store::Conn| {
                let kept = store::cases::by_number(conn, row.number)?;
                Ok::<_, Fault>((kept, store::history::all_rows(conn, id)?))
            };
            let (kept, rows) = self.db.read(read).await.unwrap();
            store::history::verify(id, &rows, &kept.unwrap().tail).unwrap();
        }
    }
}

/// The year is told on its own database, which is gone afterwards.
fn told(at: &str, engine: Engine) {
    let fresh = Fresh::new(engine);
    let db = fresh.open();
    support::runtime().block_on(async {
        let mut company = Company::told(at, db.clone()).await;
        company.has_life().await;
        company.the_tour_leads_through_it().await;
        company.every_chain_holds().await;
    });
    db.close();
}

#[test]
fn the_demo_company_has_a_trouble_in_every_state_on_a_monday() {
    told(MONDAY, Engine::Sqlite);
}

#[test]
fn the_demo_company_has_life_on_a_sunday_night() {
    told(SUNDAY, Engine::Sqlite);
}

#[test]
fn the_demo_company_has_life_on_new_years_eve_on_postgres_too() {
    told(NEW_YEARS_EVE, Engine::Postgres);
}
