//! What the program does by itself: run out clocks, count them anew, take what must go out, forget what may be forgotten.
use crate::app::App;
use crate::mail::fetch::Pace;
use crate::mail::smtp::Patience;
use jiff::SignedDuration;
use std::time::Duration;
use store::dialect::Engine;
use tokio::sync::watch as watch_stop;
use tokio::task::JoinHandle;
use tokio::time::{Instant, MissedTickBehavior};

mod clocks;
pub mod folder;
pub mod foretell;
mod guard;
pub mod hindsight;
pub mod mail;
pub mod notices;
mod outbox;
mod post;
pub mod pushes;
mod receipts;
pub mod recount;
pub mod sweep;
pub mod watch;

pub use clocks::Scheduler;
pub use guard::Guard;
pub use outbox::Outbox;
pub use post::{Finding, Post, Relays, Run};
pub use receipts::Receipts;

/// How often due clocks are looked for.
const CLOCKS_EVERY: Duration = Duration::from_secs(5);
/// How often the watch looks: a promise ends at midnight, a check falls due on the hour; a minute is soon enough.
const LOOK_EVERY: Duration = Duration::from_secs(60);
/// How often what must go out is looked for.
const OUTBOX_EVERY: Duration = Duration::from_secs(2);
/// How often the folder is looked into where other programs put orders.
const FOLDER_EVERY: Duration = Duration::from_secs(15);
/// How often cases that changed are looked back at: reports may be a minute old.
const LOOK_BACK_EVERY: Duration = Duration::from_secs(60);
/// How often customers' orders are followed: silence is counted in days.
const FOLLOW_EVERY: Duration = Duration::from_secs(3600);
/// How often it is looked whether something was brought in that changes what is foretold.
const NEWS_EVERY: Duration = Duration::from_secs(10);
/// How often it is looked whether a setting changed that moves due times.
const RECOUNT_EVERY: Duration = Duration::from_secs(3);
/// How often mail that must leave is looked for.
const POST_EVERY: Duration = Duration::from_secs(1);
/// How often written complaints without a receipt are looked for: they have one minute (C02).
const RECEIPTS_EVERY: Duration = Duration::from_secs(3);
/// How long a stop waits for mails that are on the line.
const LAST_MAIL: Duration = Duration::from_secs(5);
/// How often it is looked what is to be said to colleagues, and sent to webhooks.
const SAY_EVERY: Duration = Duration::from_secs(5);
/// How often old rows are forgotten.
const SWEEP_EVERY: Duration = Duration::from_secs(3600);
/// A row that fails so often is left for a person.
pub const TRIES: u8 = 3;

/// The jobs of a running program; dropping it leaves them running, `abort` ends them.
pub struct Jobs {
    tasks: Vec<JoinHandle<()>>,
    /// Sends mail, and ends by itself when it is told to.
    post: JoinHandle<()>,
    stop: watch_stop::Sender<()>,
}

impl Jobs {
    /// Ends them at the next point where they wait; what a job has begun in the database is kept or undone as a whole.
    pub fn abort(&self) {
        self.tasks.iter().for_each(JoinHandle::abort);
        self.post.abort();
    }

    /// The same at the end of a program: mails on the line are ended first, so that nobody has to send them twice.
    pub async fn end(self) {
        self.stop.send_replace(());
        let stopped = tokio::time::timeout(LAST_MAIL * 2, self.post).await;
        if stopped.is_err() {
            tracing::warn!("mail was cut off in the middle; it is sent again as the same bytes");
        }
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}

/// Starts every job; each looks at once and then again and again.
pub fn start(app: App) -> Jobs {
    let tasks = vec![
        tokio::spawn(run_out_clocks(app.clone())),
        tokio::spawn(empty_outbox(app.clone())),
        tokio::spawn(look(app.clone())),
        tokio::spawn(take_orders(app.clone())),
        tokio::spawn(look_back(app.clone())),
        tokio::spawn(foretell(app.clone())),
        tokio::spawn(follow_customers(app.clone())),
        tokio::spawn(count_anew(app.clone())),
        tokio::spawn(receipts(app.clone())),
        tokio::spawn(mail::sort(app.clone())),
        tokio::spawn(mail::fetch(app.clone(), Pace::REAL)),
        tokio::spawn(say_to_colleagues(app.clone())),
        tokio::spawn(send_to_hooks(app.clone())),
        tokio::spawn(send_to_browsers(app.clone())),
        tokio::spawn(bring_playbooks(app.clone())),
        tokio::spawn(forget(app.clone())),
    ];
    let (stop, stopped) = watch_stop::channel(());
    Jobs { tasks, post: tokio::spawn(empty_post(app, stopped)), stop }
}

/// What this program brings becomes a version, so that cases which follow it find it under the next one.
async fn bring_playbooks(app: App) {
    let now = app.now();
    let brought = app.db.write(move |tx| store::playbooks::bring_shipped(tx, now)).await;
    let followed = match brought {
        Ok(0) => Ok(()),
        Ok(_) => app.refresh_firm().await,
        Err(fault) => Err(fault),
    };
    if let Err(fault) = followed {
        tracing::warn!(%fault, "the playbooks of the program are kept as versions at the next start");
    }
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

async fn empty_post(app: App, mut stopped: watch_stop::Receiver<()>) {
    let free = app.db.write(|tx| match tx.engine() {
        // One program has this database for itself: whoever held mail is gone.
        Engine::Sqlite => store::mails::free(tx),
        Engine::Postgres => Ok(()),
    });
    if let Err(fault) = free.await {
        let fault: store::Fault = fault;
        tracing::warn!(problem = %fault, "mail of a stopped program is free when its lease is over");
    }
    let mut post = Post::new(app, crate::mail::relays::of_mailboxes(), Patience::default());
    let mut beat = every(POST_EVERY);
    loop {
        tokio::select! {
            _ = beat.tick() => post.beat().await,
            _ = stopped.changed() => return post.stop(LAST_MAIL).await,
        }
    }
}

async fn receipts(app: App) {
    let mut receipts = Receipts::new(app);
    let mut beat = every(RECEIPTS_EVERY);
    loop {
        beat.tick().await;
        receipts.beat().await;
    }
}

async fn say_to_colleagues(app: App) {
    let mut beat = every(SAY_EVERY);
    loop {
        beat.tick().await;
        if let Err(fault) = notices::say(&app).await {
            tracing::warn!(%fault, "colleagues could not be told what is due; it is tried again in a moment");
        }
    }
}

async fn send_to_hooks(app: App) {
    if let Err(fault) = crate::notices::hook_secret::seal_plain(&app).await {
        tracing::warn!(%fault, "secrets of webhooks that lie as they were are sealed at the next start");
    }
    let mut beat = every(SAY_EVERY);
    loop {
        beat.tick().await;
        if let Err(fault) = notices::send(&app).await {
            tracing::warn!(%fault, "webhooks could not be served; they are tried again in a moment");
        }
    }
}

async fn send_to_browsers(app: App) {
    // The page on which browsers are connected needs it.
    match crate::notices::push::key(&app).await {
        Ok(Ok(_)) => {}
        Ok(Err(problem)) => tracing::warn!(%problem, "no browser can be connected: there is no key"),
        Err(fault) => tracing::warn!(%fault, "no browser can be connected before the next start"),
    }
    let mut beat = every(SAY_EVERY);
    loop {
        beat.tick().await;
        if let Err(fault) = pushes::send(&app).await {
            tracing::warn!(%fault, "browsers could not be told; they are tried again in a moment");
        }
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

async fn take_orders(app: App) {
    let Some(folder) = app.orders_folder().map(ToOwned::to_owned) else { return };
    let mut beat = every(FOLDER_EVERY);
    loop {
        beat.tick().await;
        let (app, folder) = (app.clone(), folder.clone());
        match tokio::task::spawn_blocking(move || folder::take(&app, &folder)).await {
            Ok(Ok(_)) => {}
            Ok(Err(fault)) => {
                tracing::warn!(%fault, "orders could not be taken from their folder; they are tried again in a moment")
            }
            Err(problem) => {
                tracing::error!(%problem, "the folder of orders was left in the middle; it is looked into again")
            }
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

async fn foretell(app: App) {
    let mut foreteller = foretell::Foreteller::new(app);
    let mut beat = every(NEWS_EVERY);
    loop {
        beat.tick().await;
        if let Err(fault) = foreteller.beat().await {
            tracing::error!(%fault, "nobody could look ahead at the open order lines");
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
