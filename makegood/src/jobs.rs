//! What the program does by itself: run out clocks, count them anew, take what must go out, forget what may be forgotten.
use crate::app::App;
use jiff::SignedDuration;
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::{Instant, MissedTickBehavior};

mod clocks;
mod guard;
pub mod hindsight;
mod outbox;
mod post;
pub mod recount;
pub mod sweep;
pub mod watch;

pub use clocks::Scheduler;
pub use guard::Guard;
pub use outbox::Outbox;
pub use post::{Finding, Post, Relays, Run};

/// How often due clocks are looked for.
const CLOCKS_EVERY: Duration = Duration::from_secs(5);
/// How often the watch looks: a promise ends at midnight, a check falls due on the hour; a minute is soon enough.
const LOOK_EVERY: Duration = Duration::from_secs(60);
/// How often what must go out is looked for.
const OUTBOX_EVERY: Duration = Duration::from_secs(2);
/// How often cases that changed are looked back at: reports may be a minute old.
const LOOK_BACK_EVERY: Duration = Duration::from_secs(60);
/// How often customers' orders are followed: silence is counted in days.
const FOLLOW_EVERY: Duration = Duration::from_secs(3600);
/// How often it is looked whether a setting changed that moves due times.
const RECOUNT_EVERY: Duration = Duration::from_secs(3);
/// How often old rows are forgotten.
const SWEEP_EVERY: Duration = Duration::from_secs(3600);
/// A row that fails so often is left for a person.
pub const TRIES: u8 = 3;

/// The jobs of a running program; dropping it leaves them running, `abort` ends them.
pub struct Jobs {
    tasks: Vec<JoinHandle<()>>,
}

impl Jobs {
    /// Ends them at the next point where they wait; what a job has begun in the database is kept or undone as a whole.
    pub fn abort(&self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}

/// Starts every job; each looks at once and then again and again.
pub fn start(app: App) -> Jobs {
    let tasks = vec![
        tokio::spawn(run_out_clocks(app.clone())),
        tokio::spawn(empty_outbox(app.clone())),
        tokio::spawn(look(app.clone())),
        tokio::spawn(look_back(app.clone())),
        tokio::spawn(follow_customers(app.clone())),
        tokio::spawn(count_anew(app.clone())),
        tokio::spawn(forget(app)),
    ];
    Jobs { tasks }
}

async fn run_out_clocks(app: App) {
    let mut scheduler = Scheduler::new(app.clone());
    let mut guard = Guard::new(app.now(), SignedDuration::ZERO);
    let started = Instant::now();
    let mut beat = every(CLOCKS_EVERY);
    loop {
        beat.tick().await;
        let ran = SignedDuration::try_from(started.elapsed()).unwrap_or(SignedDuration::MAX);
        if guard.lets_go(app.now(), ran) {
            scheduler.beat().await;
        }
    }
}

async fn empty_outbox(app: App) {
    let mut outbox = Outbox::new(app);
    let mut beat = every(OUTBOX_EVERY);
    loop {
        beat.tick().await;
        outbox.beat().await;
    }
}

async fn forget(app: App) {
    let mut beat = every(SWEEP_EVERY);
    loop {
        beat.tick().await;
        sweep::sweep(&app).await;
    }
}

async fn count_anew(app: App) {
    if let Err(fault) = recount::begin(&app).await {
        tracing::error!(%fault, "it could not be seen whether another program ran here before");
    }
    let mut beat = every(RECOUNT_EVERY);
    loop {
        beat.tick().await;
        if let Err(fault) = recount::beat(&app).await {
            tracing::warn!(%fault, "the clocks could not be counted anew; they are tried again in a moment");
        }
    }
}

async fn look(app: App) {
    let mut beat = every(LOOK_EVERY);
    loop {
        beat.tick().await;
        if let Err(fault) = watch::look(&app).await {
            tracing::error!(%fault, "the watch could not look");
        }
    }
}

async fn look_back(app: App) {
    let mut beat = every(LOOK_BACK_EVERY);
    loop {
        beat.tick().await;
        if let Err(fault) = hindsight::look_back(&app).await {
            tracing::error!(%fault, "nobody could look back at the cases");
        }
    }
}

async fn follow_customers(app: App) {
    let mut beat = every(FOLLOW_EVERY);
    loop {
        beat.tick().await;
        if let Err(fault) = hindsight::follow_customers(&app).await {
            tracing::error!(%fault, "the orders of customers could not be followed");
        }
    }
}

fn every(period: Duration) -> tokio::time::Interval {
    let mut interval = tokio::time::interval(period);
    interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
    interval
}
