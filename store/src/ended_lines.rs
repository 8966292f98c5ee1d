//! Lines that ended lately, for the watch to learn from: what was promised, and when each thing really happened.

use crate::{
    Conn, Fault, line_facts,
    lines::{self, KeptLine},
    params, sql,
};
use jiff::Timestamp;
use uuid::Uuid;
use watch::replay::Past;

/// Lines that are learned from: enough for every season and route, few enough to hold at once.
pub const LEARNED_FROM: i64 = 20_000;

/// The ids of the lines whose delivery became known last, the latest first.
///
/// # Errors
/// Faults of the database.
pub fn latest(conn: &Conn) -> Result<Vec<Uuid>, Fault> {
    conn.all(sql!("select line_id from delivery_checks order by known_at desc limit ?1"), &params![LEARNED_FROM])
}

/// These lines as a replay wants them; at most a page of lines.
///
/// # Errors
/// Faults of the database.
pub fn past(conn: &Conn, ids: &[Uuid]) -> Result<Vec<Past>, Fault> {
    let kept: Vec<KeptLine> = lines::by_ids(conn, ids)?;
    let stories = line_facts::stories(conn, &kept)?;
    let past = |story: watch::story::Story| Past {
        line: story.line,
        acknowledged: story.acknowledged,
        places: story.places,
        milestones: story.milestones,
    };
    Ok(stories.into_iter().map(past).collect())
}

/// Open lines whose day comes between these moments, each with its facts; from behind the line `after` on, soonest first. Whatever
/// has a day to come is due to be looked at when that day is over, so the page is found by that.
///
/// # Errors
/// Faults of the database.
pub fn open_between(
    conn: &Conn,
    from: Timestamp,
    to: Timestamp,
    after: Option<(Timestamp, Uuid)>,
) -> Result<Vec<(Timestamp, Uuid)>, Fault> {
    let (at, id) = after.unwrap_or((from, Uuid::nil()));
    conn.all(
        sql!(
            "select look_at, id from order_lines where look_at is not null and look_at > ?1 and look_at <= ?2 and (look_at, id) > (?3, ?4)
             and delivered is null order by look_at, id limit ?5"
        ),
        &params![from, to, at, id, lines::PAGE as i64],
    )
}
