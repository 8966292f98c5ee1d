//! Looks back: what cases came to, on which days customers order and who has gone quiet, and what became of them a year later. All of it is
//! written beside the cases and orders, so that nobody who works on a case ever waits for it.
use crate::app::App;
use crate::import::orders::Here;
use casework::ids::AccountId;
use store::hindsight::{self, CaughtUp};
use store::{Fault, imports, mint::Mint, rhythms};

/// Portions of cases in one beat; the rest waits for the next one.
const ROUNDS: usize = 50;
/// Portions of customers in one round: more than any firm has; a loop must end.
const PORTIONS: usize = 100_000;

/// Looks back at the cases that changed; how many.
///
/// # Errors
/// When the database fails; what was written before stays.
pub async fn look_back(app: &App) -> Result<usize, Fault> {
    let (zone, mut cases) = (app.firm().ours.zone().clone(), 0);
    for _ in 0..ROUNDS {
        let (zone, now) = (zone.clone(), app.now());
        let round = app.db.write::<_, Fault, _>(move |tx| hindsight::look_back(tx, &zone, now)).await?;
        cases += round.cases;
        if round.caught_up == CaughtUp::Yes {
            break;
        }
    }
    Ok(cases)
}

/// Follows every customer's orders, and keeps the outcomes whose year is over; how many signals were raised. Nothing while no orders were
/// ever brought in: a silence can only be heard where something was said before.
///
/// # Errors
/// When the database fails; what was written before stays.
pub async fn follow_customers(app: &App) -> Result<u64, Fault> {
    let Some(last) = app.db.read(|conn| imports::last_ended(conn, "orders")).await? else { return Ok(0) };
    let here = Here { db: app.db.clone(), calendar: app.firm().ours.clone(), now: app.now(), drawn: app.new_id() };
    let known_until = last.min(here.now).to_zoned(here.calendar.zone().clone()).date();
    let (mut after, mut raised, mut mint) = (None::<AccountId>, 0, Mint::new(here.drawn, here.now));
    for _ in 0..PORTIONS {
        let (on, from) = (here.clone(), mint.clone());
        let work = move |tx: &store::Tx| {
            let mut mint = from.clone();
            let followed = on.on_ground(|ground| rhythms::follow(tx, after, known_until, &mut mint, ground))?;
            Ok((followed, mint))
        };
        let (followed, onward) = app.db.write::<_, Fault, _>(work).await?;
        mint = onward;
        raised += followed.signals;
        after = followed.last;
        if after.is_none() {
            break;
        }
    }
    let now = here.now;
    app.db.write::<_, Fault, _>(move |tx| hindsight::keep_outcomes(tx, known_until, now)).await?;
    Ok(raised)
}
