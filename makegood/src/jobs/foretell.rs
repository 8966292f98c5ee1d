//! Learns from the lines that ended how likely open ones come late, and says whom to call while there is still time (W03).
use crate::app::App;
use crate::import::orders::Here;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::{Fault, around_cases, ended_lines, foretold, imports, line_facts, lines, mint::Mint};
use uuid::Uuid;
use watch::{
    replay::{self, Learned},
    slip,
};

/// Pages of open lines in one beat; what is behind them waits for the next one.
const PAGES: usize = 1_000;

/// A day's forecast changes with the day; once an hour is soon enough while nothing comes in.
const EVERY: Duration = Duration::from_secs(3600);
/// Whoever brings orders in looks for the calls within the minute. But where files come all day it looks ahead for one part of its
/// time in so many, so that the desk never waits for it.
const REST: u32 = 20;
/// Imports that are looked through for the last one that ended; more do not run at once.
const IMPORTS: usize = 20;

/// Looks ahead once an hour, and soon after something was brought in.
pub struct Foreteller {
    app: App,
    last: Option<Look>,
}

/// When it looked last, how long that took, and what had been brought in by then.
#[derive(Clone, Copy)]
struct Look {
    ended: Instant,
    took: Duration,
    brought: Option<Timestamp>,
}

impl Foreteller {
    pub fn new(app: App) -> Foreteller {
        Foreteller { app, last: None }
    }

    /// Looks ahead if it is time to; how many signals were raised.
    ///
    /// # Errors
    /// When the database fails; the next beat tries again.
    pub async fn beat(&mut self) -> Result<u64, Fault> {
        let imports = self.app.db.read(|conn| imports::latest(conn, IMPORTS)).await?;
        let brought = imports.into_iter().filter_map(|import| import.ended_at).max();
        if self.last.is_some_and(|last| !last.is_stale(brought)) {
            return Ok(0);
        }
        let began = Instant::now();
        let raised = foretell(&self.app).await?;
        self.last = Some(Look { ended: Instant::now(), took: began.elapsed(), brought });
        Ok(raised)
    }
}

impl Look {
    fn is_stale(self, brought: Option<Timestamp>) -> bool {
        let since = self.ended.elapsed();
        since >= EVERY || brought != self.brought && since >= self.took * REST
    }
}

/// Learns anew from the lines that ended lately, and looks at the open ones whose day comes; how many signals were raised.
///
/// # Errors
/// When the database fails; what was found before is kept.
pub async fn foretell(app: &App) -> Result<u64, Fault> {
    learn(app).await?;
    let around = around_cases(app).await?;
    let learned = app.past();
    let here = Here { db: app.db.clone(), calendar: app.firm().ours.clone(), now: app.now(), drawn: app.new_id() };
    let until = here.now + SignedDuration::from_hours(24 * i64::from(slip::FAREST));
    let (mut after, mut raised, mut mint) = (None::<(Timestamp, Uuid)>, 0, Mint::new(here.drawn, here.now));
    for _ in 0..PAGES {
        let (on, from, past) = (here.clone(), mint.clone(), learned.clone());
        let work = move |tx: &store::Tx| {
            let page = ended_lines::open_between(tx, on.now, until, after)?;
            let ids: Vec<Uuid> = page.iter().map(|(_, id)| *id).collect();
            let mut mint = from.clone();
            let raised = on.on_ground(|ground| foretold::look(tx, &ids, &past.history, &mut mint, ground))?;
            Ok::<_, Fault>((raised, page.last().copied().filter(|_| page.len() == lines::PAGE), mint))
        };
        let (new, last, onward) = app.db.write::<_, Fault, _>(work).await?;
        mint = onward;
        raised += new;
        after = last;
        if after.is_none() {
            break;
        }
    }
    Ok(raised + around + what_came_in(app, &learned).await?)
}

/// Looks at lines about which something came in since the last time, also at those that were delivered long ago: goods come back, a
/// payment is cut, a customer says that nothing came (W15 to W18).
async fn what_came_in(app: &App, learned: &Arc<Learned>) -> Result<u64, Fault> {
    let here = Here { db: app.db.clone(), calendar: app.firm().ours.clone(), now: app.now(), drawn: app.new_id() };
    let from = app.db.read(line_facts::place).await?;
    let (mut after, mut raised, mut mint) = ((from, Uuid::nil()), 0, Mint::new(here.drawn, here.now));
    for _ in 0..PAGES {
        let (on, from, past) = (here.clone(), mint.clone(), learned.clone());
        let work = move |tx: &store::Tx| {
            let page = line_facts::changed(tx, after)?;
            let mut ids: Vec<Uuid> = page.iter().map(|(_, id)| *id).collect();
            ids.sort_unstable();
            ids.dedup();
            let mut mint = from.clone();
            let raised = on.on_ground(|ground| foretold::look(tx, &ids, &past.history, &mut mint, ground))?;
            if let Some((known_at, _)) = page.last() {
                line_facts::keep_place(tx, *known_at)?;
            }
            Ok::<_, Fault>((raised, page.last().copied(), page.len(), mint))
        };
        let (new, last, many, onward) = app.db.write::<_, Fault, _>(work).await?;
        mint = onward;
        raised += new;
        let Some(last) = last else { break };
        after = last;
        if many < lines::PAGE {
            break;
        }
    }
    Ok(raised)
}

/// The same failure again, cases close together, talks that end worse, lots that went to others (W21 to W23, W25).
async fn around_cases(app: &App) -> Result<u64, Fault> {
    let here = Here { db: app.db.clone(), calendar: app.firm().ours.clone(), now: app.now(), drawn: app.new_id() };
    let on = here.clone();
    let work = move |tx: &store::Tx| {
        let mut mint = Mint::new(on.drawn, on.now);
        on.on_ground(|ground| around_cases::look(tx, &mut mint, ground))
    };
    app.db.write::<_, Fault, _>(work).await
}

/// Goes through the lines that ended lately as a replay does, and keeps what that taught.
async fn learn(app: &App) -> Result<(), Fault> {
    let ids = app.db.read(ended_lines::latest).await?;
    let mut past = Vec::with_capacity(ids.len());
    for page in ids.chunks(lines::PAGE) {
        let page = page.to_vec();
        past.extend(app.db.read(move |conn| ended_lines::past(conn, &page)).await?);
    }
    let here = Here { db: app.db.clone(), calendar: app.firm().ours.clone(), now: app.now(), drawn: app.new_id() };
    let today = here.calendar.local(here.now).date();
    let learned = tokio::task::spawn_blocking(move || here.on_ground(|ground| replay::learned(&past, today, ground)));
    match learned.await {
        Ok(learned) => app.learned(Arc::new(learned)),
        Err(stopped) => tracing::error!(%stopped, "nobody could learn from the lines that ended"),
    }
    Ok(())
}
