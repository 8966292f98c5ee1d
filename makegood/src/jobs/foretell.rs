//! Learns from the lines that ended how likely open ones come late, and says whom to call while there is still time (W03).
use crate::app::App;
use crate::import::orders::Here;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use store::{Fault, ended_lines, foretold, lines, mint::Mint};
use uuid::Uuid;
use watch::{replay, slip};

/// Pages of open lines in one beat; what is behind them waits for the next one.
const PAGES: usize = 1_000;

/// Learns anew from the lines that ended lately, and looks at the open ones whose day comes; how many signals were raised.
///
/// # Errors
/// When the database fails; what was found before is kept.
pub async fn foretell(app: &App) -> Result<u64, Fault> {
    learn(app).await?;
    let history = app.past();
    let here = Here { db: app.db.clone(), calendar: app.firm().ours.clone(), now: app.now(), drawn: app.new_id() };
    let until = here.now + SignedDuration::from_hours(24 * i64::from(slip::FAREST));
    let (mut after, mut raised, mut mint) = (None::<(Timestamp, Uuid)>, 0, Mint::new(here.drawn, here.now));
    for _ in 0..PAGES {
        let (on, from, past) = (here.clone(), mint.clone(), history.clone());
        let work = move |tx: &store::Tx| {
            let page = ended_lines::open_between(tx, on.now, until, after)?;
            let ids: Vec<Uuid> = page.iter().map(|(_, id)| *id).collect();
            let mut mint = from.clone();
            let raised = on.on_ground(|ground| foretold::look(tx, &ids, &past, &mut mint, ground))?;
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
    Ok(raised)
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
        Ok(history) => app.learned(Arc::new(history)),
        Err(stopped) => tracing::error!(%stopped, "nobody could learn from the lines that ended"),
    }
    Ok(())
}
