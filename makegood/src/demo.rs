//! A company to look around in: twelve people who make boards, their customers, a year of orders, and troubles in every state.
//! Everything happens by the same commands as in real life, with a clock that is moved through the year before now.
//!
//! To tell more: people and customers stand in `firm.toml`, a trouble of the year is a row of `year.toml` that goes as an arc of
//! `arcs.toml` goes, one of these days is a story of `stories.toml`. Rows of other tables are added by a file of their own,
//! called from [`fill`] once everybody is there (`firm::add`) and before the tales are told.
use crate::app::App;
use crate::import::progress::{Progress, Stage};
use crate::jobs::{Outbox, Scheduler, foretell, hindsight};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::{Fault, NotKept};

mod arcs;
mod firm;
mod learned;
mod mail;
mod orders;
mod readiness;
mod steps;
mod tale;
mod when;
mod worth;
mod year_orders;

use tale::{Step, Tale};

/// Who looks around.
pub const SIGN_IN: &str = "maria@nordlot.example";
/// The stories of these days: what was asked, when and by whom. The year before them is in `demo/year.toml`.
const STORIES: &str = include_str!("demo/stories.toml");
/// Rungs of clocks in all the weeks; more would be a loop.
const RUNGS_AT_MOST: usize = 10_000;
/// The first colleague came so many months ago.
const MONTHS: i32 = 13;
/// Rounds in which the outbox is emptied; a round takes two thousand rows.
const BEATS_AT_MOST: usize = 20;
/// Notices older than this were read.
const READ_AFTER: SignedDuration = SignedDuration::from_hours(40);

/// Why the company could not be made: always a mistake of ours.
#[derive(Debug, thiserror::Error)]
pub enum Unfilled {
    #[error("the demo company's stories are not well written: {0}")]
    Story(String),
    #[error("in the story “{story}” the command {word} was refused: {why}")]
    Refused { story: String, word: String, why: String },
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Several(Vec<Unfilled>),
    #[error("the demo company could not be kept: {0}")]
    NotKept(#[from] NotKept),
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Fills an empty database; `clock` is the app's own and stands at `now` in the end. Gives the password of [`SIGN_IN`].
///
/// # Errors
/// When a story is refused: then it does not fit the rules any more.
pub async fn fill(
    app: &App,
    clock: &Arc<AtomicI64>,
    now: Timestamp,
    progress: &mut dyn Progress,
) -> Result<String, Unfilled> {
    set(clock, when::months_before(now, MONTHS));
    let password = crate::password::spelled(app.random());
    let written = firm::read()?;
    let names = firm::add(app, &written, &password, now).await?;
    readiness::add_plans(app, &names, now).await?;
    let stories = tale::read(STORIES, now)?;
    let mut tales = arcs::read(&written, &names, &stories.usual, now)?;
    let mut ordered = year_orders::made(&written, now);
    tales.iter_mut().for_each(|(tale, steps)| blame(&mut ordered, tale, steps));
    let heard = |done, of| progress.at(Stage::Ordering, done, Some(of));
    year_orders::add(app, &written, &names, &ordered, now, heard).await?;
    tales.extend(stories.tales);
    let book = tell(app, clock, now, names, tales, progress).await?;
    orders::add(app, now).await?;
    steps::add(app, ordered.iter().map(steps::Course::of).chain(orders::courses(now)).collect(), now).await?;
    readiness::add_lists(app, now).await?;
    mail::add(app, now).await?;
    worth::add(app, &ordered).await?;
    let stops = tour(&book);
    app.db.write(move |tx| store::welcome::keep_tour(tx, &stops)).await?;
    after(app, now).await?;
    learned::add(app, now).await?;
    looked_back(app).await?;
    foretell::foretell(app).await?;
    progress.finish();
    Ok(password)
}

/// A trouble with goods is about an order: the last one delivered to them.
fn blame(orders: &mut [year_orders::Order], tale: &Tale, steps: &mut [Step]) {
    let Some(opened) = steps.first_mut().filter(|step| step.word == "open-case") else { return };
    let text = |name: &str| opened.fields.get(name).and_then(serde_json::Value::as_str).unwrap_or_default();
    if text("origin") != "customer_reported" || text("kind") == "conduct" {
        return;
    }
    let words = text("title").to_owned();
    if let Some(order) = year_orders::blamed(orders, tale, opened.at, &words) {
        opened.fields.insert("item".into(), order.number.clone().into());
    }
}

/// Tells every tale in the order of time; clocks run out on the way.
async fn tell<'a>(
    app: &'a App,
    clock: &AtomicI64,
    now: Timestamp,
    names: firm::Names,
    tales: Vec<(Tale, Vec<Step>)>,
    progress: &mut dyn Progress,
) -> Result<tale::Book<'a>, Unfilled> {
    let mut telling = Telling { app, clock, scheduler: Scheduler::new(app.clone()), rungs: 0 };
    let mut steps: Vec<(usize, Step)> = vec![];
    let mut all: Vec<Tale> = vec![];
    for (n, (tale, of)) in tales.into_iter().enumerate() {
        all.push(tale);
        steps.extend(of.into_iter().map(|step| (n, step)));
    }
    // The order of time; steps of one story that fall together keep their order.
    steps.sort_by_key(|(_, step)| step.at);
    let mut book = tale::Book { app, names, now, cases: Default::default() };
    // Every story that no longer fits is said at once; the others go on.
    let mut unfit: BTreeMap<usize, Unfilled> = BTreeMap::new();
    let many = steps.len() as u64;
    for (told, (n, step)) in (0..).zip(&steps) {
        progress.at(Stage::Telling, told, Some(many));
        telling.go_to(step.at).await?;
        if !unfit.contains_key(n)
            && let Err(why) = book.tell(&all[*n], step).await
        {
            unfit.insert(*n, why);
        }
    }
    if !unfit.is_empty() {
        return Err(Unfilled::Several(unfit.into_values().collect()));
    }
    telling.go_to(now).await?;
    Ok(book)
}

/// Where the tour leads: a stop whose tale is not told leads to the list of cases.
fn tour(book: &tale::Book<'_>) -> Vec<store::welcome::Stop> {
    let case = |tale: &str, place: &str| match book.cases.get(tale) {
        Some(number) => format!("/cases/{number}{place}"),
        None => "/cases".to_owned(),
    };
    let account = book.names.id("ferro").map_or_else(|| "/accounts".to_owned(), |id| format!("/accounts/{id}"));
    let stops = [
        ("run", "/".to_owned()),
        ("why", case("dry joints", "/why/c01_first_contact")),
        ("call", case("dry joints", "/do/record-conversation")),
        ("case", case("second test run", "")),
        ("options", case("bent corners", "/options")),
        ("plan", case("delamination", "/plan")),
        ("broken", case("a promise broken", "")),
        ("signals", "/signals".to_owned()),
        ("account", account),
        ("settings", "/settings/clocks".to_owned()),
    ];
    stops.map(|(word, href)| store::welcome::Stop { word: word.to_owned(), href }).into()
}

/// What the year came to stands there at once; a running program looks back by itself.
async fn looked_back(app: &App) -> Result<(), Fault> {
    for _ in 0..BEATS_AT_MOST {
        if hindsight::look_back(app).await? == 0 {
            break;
        }
    }
    hindsight::follow_customers(app).await.map(drop)
}

/// What was left to do outside is done, and what was told long ago was read.
async fn after(app: &App, now: Timestamp) -> Result<(), Unfilled> {
    let mut outbox = Outbox::new(app.clone());
    for _ in 0..BEATS_AT_MOST {
        if outbox.beat().await == 0 {
            break;
        }
    }
    let read = now.saturating_sub(READ_AFTER).unwrap_or(now);
    let all = app.db.read(store::people::list).await?;
    app.db.write(move |tx| all.iter().try_for_each(|person| store::outbox::mark_seen(tx, person.id, read))).await?;
    Ok(())
}

fn set(clock: &AtomicI64, at: Timestamp) {
    clock.store(at.as_microsecond(), Ordering::SeqCst);
}

/// Moves the time on; clocks run out on the way, at the moment they are due.
struct Telling<'a> {
    app: &'a App,
    clock: &'a AtomicI64,
    scheduler: Scheduler,
    rungs: usize,
}

impl Telling<'_> {
    async fn go_to(&mut self, at: Timestamp) -> Result<(), Fault> {
        while self.rungs < RUNGS_AT_MOST {
            let next = self.app.db.read(move |conn| store::run::due_clocks(conn, at, 1)).await?;
            let Some(next) = next.first().map(|clock| clock.next_at) else { break };
            set(self.clock, next.max(self.app.now()));
            if self.scheduler.beat().await.ran_out == 0 {
                break;
            }
            self.rungs += 1;
        }
        set(self.clock, at.max(self.app.now()));
        Ok(())
    }
}
