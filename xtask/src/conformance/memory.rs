//! Memory that speaks first, on troubles that others wrote: do the nearest five earlier ones hold one with the same cause?
//!
//! *Same cause* on the recall data is read from the reason that the agency wrote: the first class of [`CLASSES`] of which a phrase stands in it
//! (`listeria`, `undeclared milk`, `metal`); a reason that fits none has no cause that could be compared. The class is never told to the
//! memory. What it gets is what somebody who opens a case would have: the firm, and the sentence of the trouble. Recalls of one event are one
//! trouble written down product by product, so they do not count as memories of each other. On the demo company the causes were written down
//! by hand (`memory/demo_causes.toml`); there the memory gets a case as it was opened, without what was found out later.
use crate::bench::world::{self, Folder};
use anyhow::Context as _;
use casework::Case;
use casework::commands::OpenCase;
use casework::facts::Actor;
use casework::ids::*;
use casework::kinds::*;
use casework::parts::Fact;
use comfy_table::Table;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use makegood::act;
use makegood::app::{App, Clock};
use makegood::import::progress::Silent;
use makegood::jobs::hindsight;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;
use store::accounts::Account;
use store::contacts::Contact;
use store::memory::{self, SHOWN, Told};

/// Rounds of looking back; more would be a loop.
const ROUNDS_AT_MOST: usize = 1_000;
/// Recalls of one event, which are passed over.
const SIBLINGS_AT_MOST: usize = 40;
/// Characters of a sentence that a case takes.
const SENTENCE: usize = 300;

/// Classes of causes of recalls, and the phrases of a reason that say them; the first that fits counts.
const CLASSES: [(&str, &[&str]); 24] = [
    ("listeria", &["listeria", "monocytogenes"]),
    ("salmonella", &["salmonella"]),
    ("e. coli", &["e. coli", "escherichia"]),
    ("hepatitis a", &["hepatitis"]),
    ("cyclospora", &["cyclospora"]),
    ("cronobacter or botulinum", &["cronobacter", "botulin"]),
    ("temperature", &["temperature", "refrigerat"]),
    ("undeclared milk", &["milk"]),
    ("undeclared peanut", &["peanut"]),
    ("undeclared egg", &["egg"]),
    ("undeclared wheat or gluten", &["wheat", "gluten", "barley"]),
    ("undeclared soy", &["soy"]),
    ("undeclared tree nut", &["almond", "cashew", "pecan", "walnut", "tree nut", "hazelnut", "pistachio"]),
    ("undeclared fish or shellfish", &["anchov", "undeclared fish", "shrimp", "shellfish", "crustacean"]),
    ("undeclared sesame", &["sesame"]),
    ("undeclared sulphite", &["sulfite", "sulphite"]),
    ("undeclared colour", &["yellow", "red 40", "color", "dye"]),
    ("foreign plastic", &["plastic"]),
    ("foreign metal", &["metal"]),
    ("foreign glass or stone", &["glass", "rock", "stone"]),
    ("foreign matter", &["foreign"]),
    ("lead or other heavy metal", &["lead ", "arsenic", "cadmium"]),
    ("mould or spoilage", &["mold", "spoil", "bloat", "swell"]),
    ("not made by the rules", &["insanitary", "unsanitary", "inspection", "gmp", "pasteuri"]),
];

fn class(reason: &str) -> Option<&'static str> {
    let said = reason.to_lowercase();
    CLASSES.iter().find(|(_, phrases)| phrases.iter().any(|phrase| said.contains(phrase))).map(|(class, _)| *class)
}

/// How many were asked, had a same cause before them, and met one among the nearest five.
#[derive(Default)]
struct Score {
    asked: usize,
    has_one: usize,
    met: usize,
    missed: Vec<String>,
}

impl Score {
    fn share(&self) -> f64 {
        if self.has_one == 0 { 0.0 } else { self.met as f64 / self.has_one as f64 }
    }
    fn count(&mut self, title: &str, cause: &str, before: &[&str], near: &[&str]) {
        self.asked += 1;
        if !before.contains(&cause) {
            return;
        }
        self.has_one += 1;
        if near.contains(&cause) {
            self.met += 1;
        } else {
            self.missed.push(format!("{cause}: {title}"));
        }
    }
}

/// # Errors
/// When the program refuses what is put into it, or a file cannot be read.
pub fn run(data: Option<&Path>) -> anyhow::Result<()> {
    let mut all: Vec<(&str, Score)> = vec![];
    match data {
        Some(data) => {
            all.push(("recalls, sentence and firm", recalls(data, Sentence::Reason)?));
            all.push(("recalls, product and firm only", recalls(data, Sentence::Product)?));
        }
        None => println!("skipped: no outside data"),
    }
    let (opened, told) = demo()?;
    all.push(("demo company, as opened", opened));
    all.push(("demo company, what led to it told", told));
    let mut table = Table::new();
    table.set_header(["what", "asked", "with a same cause before", "met among five", "share"]);
    for (name, score) in &all {
        let counts = [score.asked, score.has_one, score.met].map(|n| n.to_string());
        let [asked, has_one, met] = counts;
        table.add_row([(*name).to_owned(), asked, has_one, met, format!("{:.1} %", score.share() * 100.0)]);
    }
    println!("{table}");
    for (name, score) in &all {
        score.missed.iter().for_each(|missed| println!("missed, {name}: {missed}"));
    }
    for (name, figure) in [
        ("recalls, sentence and firm", "similar_top5_share"),
        ("recalls, product and firm only", "similar_top5_share_product_only"),
        ("demo company, as opened", "similar_top5_share_demo"),
        ("demo company, what led to it told", "similar_top5_share_demo_told"),
    ] {
        if let Some((_, score)) = all.iter().find(|(known, _)| *known == name) {
            println!("figure {figure} {:.4}", score.share());
        }
    }
    Ok(())
}

/// What the memory hears of a recall.
#[derive(Clone, Copy, PartialEq)]
enum Sentence {
    /// The reason and the product, as who opens a case would write them.
    Reason,
    /// The product alone: how far one comes without a word of the trouble.
    Product,
}

struct Recall {
    event: String,
    firm: String,
    reason: String,
    product: String,
    on: Date,
}

fn read(data: &Path) -> anyhow::Result<Vec<Recall>> {
    let file = data.join("fda_food_recalls/fda_food_enforcement_data.csv");
    let mut csv = csv::Reader::from_path(&file).with_context(|| file.display().to_string())?;
    let mut all = vec![];
    for row in csv.deserialize::<HashMap<String, String>>() {
        let row = row?;
        let of = |name: &str| row.get(name).map(|cell| cell.trim().to_owned()).unwrap_or_default();
        all.push(Recall {
            event: of("event_id"),
            firm: of("recalling_firm"),
            reason: of("reason_for_recall"),
            product: of("product_description"),
            on: Date::strptime("%Y%m%d", of("recall_initiation_date"))?,
        });
    }
    all.sort_by(|a, b| a.on.cmp(&b.on).then(a.event.cmp(&b.event)));
    Ok(all)
}

fn recalls(data: &Path, sentence: Sentence) -> anyhow::Result<Score> {
    let recalls = read(data)?;
    let folder = Folder::new("memory")?;
    let world = world::filled(world::sqlite(&folder.0)?, 0, None)?;
    let runtime = world::runtime()?;
    let mut firms: HashMap<&str, (AccountId, ContactId)> = HashMap::new();
    for recall in &recalls {
        if !firms.contains_key(recall.firm.as_str()) {
            firms.insert(&recall.firm, customer(&world, &recall.firm)?);
        }
    }
    let mut cases: Vec<(CaseNumber, &Recall)> = vec![];
    for recall in &recalls {
        let (account, contact) = firms[recall.firm.as_str()];
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let product = plain(&recall.product);
        let told = match sentence {
            Sentence::Reason => plain(&recall.reason),
            Sentence::Product => product.clone(),
        };
        let title: String = told.chars().take(SENTENCE).collect();
        let fact = Fact { what: "Product".into(), answer: product, said_by: Some("The maker".into()) };
        let opened = OpenCase {
            title,
            facts: vec![fact],
            kind: TroubleKind::Defect,
            recognised_at: Some(recall.on.to_zoned(TimeZone::UTC)?.timestamp()),
            ..world::trouble_of(account, contact)
        };
        let done = runtime.block_on(act::open(&world.app, Actor::Person(world.owner), world.app.new_request(), opened));
        cases.push((done.map_err(|e| anyhow::anyhow!("{e:?}"))?.number, recall));
    }
    remembered(&world.app, &runtime)?;
    let by_number: HashMap<CaseNumber, &Recall> = cases.iter().copied().collect();
    let mut score = Score::default();
    for (at, (number, recall)) in cases.iter().enumerate() {
        let Some(cause) = class(&recall.reason) else { continue };
        let before: Vec<&str> =
            cases[..at].iter().filter(|(_, r)| r.event != recall.event).filter_map(|(_, r)| class(&r.reason)).collect();
        let near: Vec<&Recall> = near(&world.app, *number, Told::of)?
            .iter()
            .map(|near| by_number[&near.number])
            .filter(|r| r.event != recall.event)
            .take(SHOWN)
            .collect();
        let near: Vec<&str> = near.iter().filter_map(|r| class(&r.reason)).collect();
        score.count(&recall.reason, cause, &before, &near);
    }
    world.app.db.close();
    Ok(score)
}

fn customer(world: &world::World, name: &str) -> anyhow::Result<(AccountId, ContactId)> {
    let (account, contact) = (AccountId(world.app.new_id()), ContactId(world.app.new_id()));
    let by = store::audit::By { person: None, request: world.app.new_request(), now: world.app.now() };
    let (owner, name) = (world.owner, name.to_owned());
    world.app.db.write_now(move |tx| {
        let named = Account::named(account, &name);
        store::accounts::add(tx, &Account { relationship_owner: Some(owner), ..named }, &by)?;
        store::contacts::add(tx, &Contact::named(contact, account, "Quality"), &by)
    })?;
    Ok((account, contact))
}

/// The cases before this one that the memory brings, the nearest first; some more than are shown.
fn near(app: &App, number: CaseNumber, told: fn(&Case) -> Told) -> anyhow::Result<Vec<Case>> {
    let near = app.db.read_now(move |conn| {
        let Some(kept) = store::cases::by_number(conn, number)? else { return Ok(vec![]) };
        memory::nearest(conn, &told(&kept.case), Some(number), SHOWN + SIBLINGS_AT_MOST)
    })?;
    Ok(near.into_iter().map(|near| near.case).collect())
}

fn remembered(app: &App, runtime: &tokio::runtime::Runtime) -> anyhow::Result<()> {
    for _ in 0..ROUNDS_AT_MOST {
        if runtime.block_on(hindsight::look_back(app))? == 0 {
            break;
        }
    }
    Ok(())
}

/// As it was opened: without what was found out since.
fn as_opened(case: &Case) -> Told {
    Told { causes: vec![], ..Told::of(case) }
}

fn demo() -> anyhow::Result<(Score, Score)> {
    let written: BTreeMap<String, BTreeMap<String, Vec<String>>> =
        toml::from_str(include_str!("memory/demo_causes.toml"))?;
    let causes = written.get("cause").context("the causes of the demo")?;
    let cause =
        |title: &str| causes.iter().find(|(_, titles)| titles.iter().any(|t| t == title)).map(|(c, _)| c.as_str());
    let folder = Folder::new("memory-demo")?;
    let now = world::now();
    let clock = Arc::new(AtomicI64::new(now.as_microsecond()));
    let app = App::new(world::sqlite(&folder.0)?, Clock::Still(Arc::clone(&clock)))?;
    let runtime = world::runtime()?;
    runtime.block_on(makegood::demo::fill(&app, &clock, now, &mut Silent))?;
    remembered(&app, &runtime)?;
    let mut cases: Vec<(CaseNumber, String)> = vec![];
    for standing in [store::cases::Standing::Open, store::cases::Standing::Closed] {
        let filter = store::cases::Filter { standing, ..Default::default() };
        let rows = app.db.read_now(move |conn| store::cases::list(conn, &filter, None, store::cases::PAGE_AT_MOST))?;
        cases.extend(rows.into_iter().map(|row| (row.number, row.title)));
    }
    cases.sort();
    let named = causes.values().flatten().filter(|title| !cases.iter().any(|(_, known)| known == *title));
    named.for_each(|title| println!("with care: the demo has no case “{title}” today"));
    let mut scores = (Score::default(), Score::default());
    for (at, (number, title)) in cases.iter().enumerate() {
        let Some(own) = cause(title) else { continue };
        let before: Vec<&str> = cases[..at].iter().filter_map(|(_, title)| cause(title)).collect();
        for (score, told) in [(&mut scores.0, as_opened as fn(&Case) -> Told), (&mut scores.1, Told::of)] {
            let near = near(&app, *number, told)?;
            let near: Vec<&str> = near.iter().take(SHOWN).filter_map(|near| cause(&near.title)).collect();
            score.count(title, own, &before, &near);
        }
    }
    app.db.close();
    Ok(scores)
}
