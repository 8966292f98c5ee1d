//! Forgets what may be forgotten: answers kept for retries, sessions that have ended, drafts nobody touched.
use crate::app::App;
use jiff::SignedDuration;
use store::Fault;

/// How long a request's answer is kept for a retry (limits table).
const REQUESTS_KEPT: SignedDuration = SignedDuration::from_hours(24);

/// One round; a failure is tried again with the next.
pub async fn sweep(app: &App) {
    let now = app.now();
    let before = now.saturating_sub(REQUESTS_KEPT).unwrap_or(now);
    let swept = app.db.write(move |tx| {
        store::presence::sweep(tx, now)?;
        store::ended_clocks::sweep(tx, now)?;
        store::notices::sweep(tx, now)?;
        store::notice_links::sweep(tx, now)?;
        store::hook_posts::sweep(tx, now)?;
        store::pushes::sweep(tx, now)?;
        store::browsers::sweep(tx, now)?;
        let drafts = store::drafts::sweep(tx, now)?;
        Ok::<_, Fault>((store::facts::forget_requests(tx, before)?, store::sessions::sweep(tx, now)?, drafts))
    });
    match swept.await {
        Ok((requests, sessions, drafts)) => {
            tracing::debug!(requests, sessions, drafts, "forgot what may be forgotten");
        }
        Err(problem) => tracing::warn!(%problem, "nothing could be forgotten this time"),
    }
}
