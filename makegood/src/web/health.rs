//! Is it well? Whether the database answers and how far behind the jobs are; no names, no secrets.
use crate::session::Public;
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde_json::json;
use store::Fault;

/// A clock or an errand that waits longer than this says that a job stands still, in seconds.
const BEHIND: i64 = 120;

pub async fn show(Public(app): Public) -> Response {
    let now = app.now();
    let look = app.db.read(move |conn| {
        Ok::<_, Fault>((
            store::run::due_clocks(conn, now, 1)?.first().map(|c| c.next_at),
            store::outbox::lag(conn, now)?,
            (store::mails::depth(conn, now)?, store::mails::stuck_count(conn)?),
        ))
    });
    let (clock, outbox, (mail, stuck)) = match look.await {
        Ok(seen) => seen,
        Err(fault) => {
            tracing::warn!(problem = %fault, "the health page found the database away");
            return (StatusCode::SERVICE_UNAVAILABLE, Json(json!({ "status": "down", "database": "away" })))
                .into_response();
        }
    };
    let behind = |at: Option<Timestamp>| at.map_or(0, |at| now.duration_since(at).as_secs().max(0));
    let (clocks, errands) = (behind(clock), behind(outbox.oldest));
    let well = clocks <= BEHIND && errands <= BEHIND;
    let said = json!({
        "status": if well { "well" } else { "behind" },
        "version": env!("CARGO_PKG_VERSION"),
        "database": "answers",
        "schema": store::migrate::STEPS.len(),
        "clocks_behind_seconds": clocks,
        "outbox_waiting": outbox.waiting,
        "outbox_behind_seconds": errands,
        "mail_waiting": mail.waiting,
        "mail_behind_seconds": behind(mail.oldest_due_at),
        "mail_stuck": stuck,
        "mail_stuck_page": "/mail/stuck",
    });
    // Behind is for a person to look at; the program itself answers, so nobody should restart it.
    (StatusCode::OK, Json(said)).into_response()
}
