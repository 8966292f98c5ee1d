//! After a setting changed, the due times of open cases follow: a portion at a time, through the door, from where it stopped.
use crate::act::{self, Asked, NotDone};
use crate::app::App;
use casework::commands::RecountClocks;
use casework::facts::Actor;
use casework::ids::{CaseId, RequestId};
use store::Fault;
use store::facts::CaseRef;
use store::recounts::{self, Recount};
use uuid::Uuid;

/// Portions of one beat, of a hundred cases each; the rest at the next.
const PORTIONS: usize = 20;
/// Recounts finished in one beat: a firm-wide one answers all that waited before it.
const RECOUNTS: usize = 10;

/// Asks for a count when another program ran here before: its holidays or its rules may have been others.
///
/// # Errors
/// When the database fails.
pub async fn begin(app: &App) -> Result<(), Fault> {
    let by = store::By { person: None, request: app.new_request(), now: app.now() };
    let program = env!("CARGO_PKG_VERSION");
    app.db.write(move |tx| recounts::want_if_program_changed(tx, program, &by)).await
}

/// Goes on with what waits; how many cases were looked at.
///
/// # Errors
/// When the database fails; what was done before is kept, and the next beat goes on behind it.
pub async fn beat(app: &App) -> Result<i64, Fault> {
    let mut counted = 0;
    for _ in 0..RECOUNTS {
        let waiting = app.db.read(recounts::waiting).await?;
        // The newest of the whole firm answers every one before it; without one they come in their order.
        let firm_wide = waiting.iter().rev().find(|recount| recount.account.is_none());
        let Some(next) = firm_wide.or(waiting.first()).cloned() else { break };
        let (looked, end) = one(app, next).await?;
        counted += looked;
        if end == End::ToBeContinued {
            break;
        }
    }
    Ok(counted)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Done,
    ToBeContinued,
}

async fn one(app: &App, mut recount: Recount) -> Result<(i64, End), Fault> {
    // The firm of this moment: whoever changed it may sit at another server.
    app.refresh_firm().await?;
    let mut counted = 0;
    for _ in 0..PORTIONS {
        let (firm, of) = (app.firm(), recount.clone());
        let portion = app.db.read(move |conn| recounts::portion(conn, &firm, &of)).await?;
        let mut moved = 0;
        for case in &portion.stale {
            moved += i64::from(asked(app, recount.id, *case).await?);
        }
        counted += portion.counted;
        let (of, looked, now) = (recount.clone(), portion.clone(), app.now());
        app.db
            .write(move |tx| {
                recounts::went_on(tx, &of, &looked, moved)?;
                if looked.last.is_none() { recounts::done(tx, &of, now) } else { Ok(()) }
            })
            .await?;
        let Some(last) = portion.last else { return Ok((counted, End::Done)) };
        recount.after = Some(last);
    }
    Ok((counted, End::ToBeContinued))
}

/// Whether a due time of the case moved. One bad case never stops the others; a database that is away stops the beat.
async fn asked(app: &App, recount: Uuid, case: CaseId) -> Result<bool, Fault> {
    // The same recount asks the same case once, whichever server does it.
    let id = RequestId(Uuid::new_v5(&recount, case.0.as_bytes()));
    let wish = Asked { id, ..Asked::new(app, RecountClocks {}) };
    match act::act(app, Actor::System, CaseRef::Id(case), wish).await {
        Ok(done) => Ok(!done.events.is_empty()),
        Err(NotDone::Fault(fault)) if fault.is_passing() => Err(fault),
        Err(NotDone::Fault(fault)) => {
            tracing::error!(case.id = %case, problem = %fault, "the clocks of a case could not be counted anew; its next command does it");
            Ok(false)
        }
        Err(NotDone::Refused(refusal)) => {
            tracing::error!(case.id = %case, why = refusal.code, "the clocks of a case were not counted anew");
            Ok(false)
        }
    }
}
