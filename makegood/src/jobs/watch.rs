//! Lets the watch look at order lines whose time has come: a promise that ended, a check that fell due; and at promises that
//! fall due within two hours (W24).
use crate::app::App;
use crate::import::orders::Here;
use store::{Fault, around_cases, mint::Mint, orders};

/// So many pages of lines in one beat; the rest waits for the next one.
const PAGES_AT_ONCE: usize = 20;

/// Looks once, page by page; how many signals were raised.
///
/// # Errors
/// When the database fails; what was found before is kept.
pub async fn look(app: &App) -> Result<u64, Fault> {
    let here = Here { db: app.db.clone(), calendar: app.firm().ours.clone(), now: app.now(), drawn: app.new_id() };
    let (mut mint, mut raised) = (Mint::new(here.drawn, here.now), 0);
    for _ in 0..PAGES_AT_ONCE {
        let (on, from) = (here.clone(), mint.clone());
        let (looked, after) = app
            .db
            .write::<_, Fault, _>(move |tx| {
                let mut mint = from.clone();
                let looked = on.on_ground(|ground| orders::look(tx, &mut mint, ground))?;
                Ok((looked, mint))
            })
            .await?;
        mint = after;
        raised += looked.signals.values().sum::<u64>();
        if looked.lines == 0 {
            break;
        }
    }
    let on = here.clone();
    let work = move |tx: &store::Tx| {
        let mut mint = mint.clone();
        on.on_ground(|ground| around_cases::promises(tx, &mut mint, ground))
    };
    Ok(raised + app.db.write::<_, Fault, _>(work).await?)
}
