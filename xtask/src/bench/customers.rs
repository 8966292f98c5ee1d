//! What a customer feels: the server time of their page among many cases, its weight on a slow line, and a thousand of them at once on the
//! real program. Each has a case whose plan is agreed, a link of their own and the page that comes of both.
use super::load::{self, Customer};
use super::world::{self, CALLERS, World};
use super::{Figure, starting};
use anyhow::Context as _;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use casework::ids::{CaseId, ContactId};
use casework::{Actor, Case, Command};
use jiff::SignedDuration;
use makegood::act::{self, Asked};
use makegood::theirs::by_link::COOKIE_THEIR;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use store::audit::By;
use store::facts::CaseRef;
use store::links::{Forwarding, Wanted, make};
use tower::ServiceExt as _;

/// Views of the page; the median counts.
const VIEWS: usize = 400;
/// Bytes of a page or of what it fetches.
const BYTES_AT_MOST: usize = 4 << 20;

/// # Errors
/// When a story is refused, or something does not answer as it should.
pub fn measure(only: &str, cases: usize, customers: usize) -> anyhow::Result<Vec<Figure>> {
    let wants = |name: &str| only.is_empty() || name.contains(only);
    let world = world::big(cases)?;
    let runtime = world::runtime()?;
    eprintln!("inviting {} customers …", customers.min(cases));
    let customers = runtime.block_on(invited(&world, customers))?;
    let mut figures = vec![];
    if wants("customer_page_ms") {
        figures.push(runtime.block_on(served(&world, &customers))?);
    }
    if wants("customer_page_compressed_kb") {
        figures.push(runtime.block_on(weighed(&world, &customers))?);
    }
    if wants("customers_p99_ms") {
        let requests = (0..load::acts(customers.len())).map(|_| world.app.new_id()).collect();
        let folder = world.folder.as_ref().context("the big database has a folder")?;
        world.app.db.close();
        starting::calm(folder)?;
        let running = starting::Running::on(&starting::binary()?, folder)?;
        eprintln!("waiting until the program has caught up …");
        running.until_idle()?;
        let felt = runtime.block_on(load::of(&running.address, customers, requests))?;
        figures.push(Figure {
            name: "customers_p99_ms",
            what: format!("{felt}, among {cases} cases"),
            value: felt.p99(),
            wanted: "at most 100".into(),
        });
    }
    Ok(figures)
}

/// So many customers, each of another case, as far as the agreed plan.
async fn invited(world: &World, customers: usize) -> anyhow::Result<Vec<Customer>> {
    let many = customers.min(world.cases.len());
    let apart = world.cases.len() / many.max(1);
    let chosen: Vec<usize> = (0..many).map(|n| n * apart).collect();
    let mut invited = Vec::with_capacity(many);
    for some in chosen.chunks(CALLERS) {
        let at_once = some.iter().map(|n| {
            let (_, contact) = world.customers[n % world.customers.len()];
            tokio::spawn(one(
                Teller { app: world.app.clone(), owner: Actor::Person(world.owner) },
                world.cases[*n],
                contact,
            ))
        });
        for customer in at_once.collect::<Vec<_>>() {
            invited.push(customer.await??);
        }
    }
    Ok(invited)
}

struct Teller {
    app: makegood::app::App,
    owner: Actor,
}

impl Teller {
    async fn does(&self, case: CaseId, word: &str, fields: Value) -> anyhow::Result<Case> {
        let command = Command::read(word, fields).context("no such command")??;
        let done = act::act(&self.app, self.owner, CaseRef::Id(case), Asked::new(&self.app, command)).await;
        let number = done.map_err(|e| anyhow::anyhow!("{word}: {e:?}"))?.number;
        let kept = self.app.db.read(move |conn| store::cases::by_number(conn, number)).await?;
        Ok(kept.context("the case")?.case)
    }
    fn in_hours(&self, hours: i64) -> anyhow::Result<jiff::Timestamp> {
        Ok(self.app.now().checked_add(SignedDuration::from_hours(hours))?)
    }
}

/// Tells a case up to the agreed plan and makes a link for its customer.
async fn one(teller: Teller, case: CaseId, contact: ContactId) -> anyhow::Result<Customer> {
    let call = json!({ "channel": "phone", "with": contact, "started_at": teller.app.now(),
        "acknowledgement": { "we_see": "Half the boards have no solder on U7.", "we_work": "I have the lot here in front of me." },
        "had_their_say": "yes", "reflect_back": "Two people rework by hand until the new ones come.", "reflect_confirmed": "yes",
        "got_everything": "yes", "validated": "yes", "worst_part": "Not knowing whether Friday holds.", "tone_start": 2, "tone_end": 4,
        "satisfied": "yes", "led_to_this": "You changed the stencil.", "prevent_this": "Look at the first ten boards.",
        "what_else": "Nothing else.", "told_what_happened": "The oven stood too cold.", "next_contact_at": teller.in_hours(24)? });
    teller.does(case, "record-conversation", call).await?;
    for what in ["New boards, made here and sent by courier.", "We come and rework them at your line."] {
        let option =
            json!({ "kind": "rework", "what": what, "arrives": teller.in_hours(20)?, "confidence": "expected" });
        teller.does(case, "add-option", option).await?;
    }
    let laid_out = teller.does(case, "lay-out-options", json!({})).await?;
    let first = laid_out.round().context("laid out")?.options[0];
    teller.does(case, "decide", json!({ "by": contact, "option": first, "words": "The courier, please." })).await?;
    let Actor::Person(owner) = teller.owner else { anyhow::bail!("a colleague tells it") };
    let step = json!({ "party": "us", "owner": owner, "kind": "fix", "text": "Send 200 new boards.", "due": teller.in_hours(20)?, "confirmed": "yes" });
    let plan = json!({ "steps": [step], "no_prevention_because": "The oven was mended.", "customer_declined": "Just send them." });
    teller.does(case, "draft-plan", plan).await?;
    teller.does(case, "agree-plan", json!({ "by_customer": contact, "words": "Good." })).await?;
    link(&teller, case, contact).await
}

async fn link(teller: &Teller, case: CaseId, contact: ContactId) -> anyhow::Result<Customer> {
    let Actor::Person(owner) = teller.owner else { anyhow::bail!("a colleague makes it") };
    let (token, id) = (hex::encode(teller.app.random::<32>()), teller.app.new_id());
    let by = By { person: Some(owner), request: teller.app.new_request(), now: teller.app.now() };
    let (kept, wanted) = (token.clone(), Wanted { id, case, contact, forwarding: Forwarding::Alone });
    let made = teller.app.db.write(move |tx| make(tx, &kept, wanted, &by)).await;
    made.map_err(|e| anyhow::anyhow!("{e:?}"))?;
    Ok(Customer { home: format!("/theirs/{id}"), cookie: format!("{COOKIE_THEIR}={token}") })
}

async fn fetched(router: &Router, path: &str, cookie: &str) -> anyhow::Result<Vec<u8>> {
    let request =
        Request::get(path).header(header::COOKIE, cookie).header(header::ACCEPT_ENCODING, "gzip").body(Body::empty())?;
    let response = router.clone().oneshot(request).await?;
    anyhow::ensure!(response.status() == StatusCode::OK, "{path} answered {}", response.status());
    Ok(axum::body::to_bytes(response.into_body(), BYTES_AT_MOST).await?.to_vec())
}

/// From the request to the last byte, compressed, one customer after the other.
async fn served(world: &World, customers: &[Customer]) -> anyhow::Result<Figure> {
    let router = makegood::serve::router(world.app.clone());
    let mut times: Vec<Duration> = Vec::with_capacity(VIEWS);
    for customer in customers.iter().cycle().take(VIEWS) {
        let start = Instant::now();
        let body = fetched(&router, &customer.home, &customer.cookie).await?;
        times.push(start.elapsed());
        anyhow::ensure!(body.len() > 500, "their page is empty");
    }
    times.sort();
    let ms = |at: usize| times[at].as_secs_f64() * 1000.0;
    Ok(Figure {
        name: "customer_page_ms",
        what: format!(
            "a customer's page with an agreed plan, among {} cases; 99 of 100 within {:.2} ms",
            world.cases.len(),
            ms(VIEWS * 99 / 100)
        ),
        value: ms(VIEWS / 2),
        wanted: "at most 5".into(),
    })
}

/// The first look: the page and everything that it fetches, as it goes over the line.
async fn weighed(world: &World, customers: &[Customer]) -> anyhow::Result<Figure> {
    let router = makegood::serve::router(world.app.clone());
    let customer = customers.first().context("a customer")?;
    let page = fetched(&router, &customer.home, &customer.cookie).await?;
    let request = Request::get(&customer.home).header(header::COOKIE, &customer.cookie).body(Body::empty())?;
    let plain = axum::body::to_bytes(router.clone().oneshot(request).await?.into_body(), BYTES_AT_MOST).await?;
    let text = String::from_utf8(plain.to_vec())?;
    let mut bytes = page.len();
    let parts: Vec<&str> = text.split("=\"/assets/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    anyhow::ensure!(!parts.is_empty(), "the page fetches no stylesheet");
    for part in &parts {
        bytes += fetched(&router, &format!("/assets/{part}"), "").await?.len();
    }
    Ok(Figure {
        name: "customer_page_compressed_kb",
        what: format!("the page ({:.1}) with the {} files that it fetches", page.len() as f64 / 1000.0, parts.len()),
        value: bytes as f64 / 1000.0,
        wanted: "at most 30".into(),
    })
}
