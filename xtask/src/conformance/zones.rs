//! Does our time zone library change its clocks when another one says so?
use std::path::Path;

use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp, civil};

use super::tables::{Outcome, rows};

/// Rows of: zone, instant of the change, minutes from UTC before and after, local time right after.
pub fn transitions(data: &Path) -> Result<Outcome, String> {
    let mut outcome = Outcome::new("tz_transitions");
    for row in rows(&data.join("calendar/tz_transitions.csv"), ',')? {
        outcome.count(transition(&row).map_err(|miss| format!("{}: {miss}", row.join(","))));
    }
    Ok(outcome)
}

fn transition(row: &[String]) -> Result<(), String> {
    let zone = jiff::tz::db().get(&row[0]).map_err(|problem| problem.to_string())?;
    let at: Timestamp = row[1].parse().map_err(|_| "no instant".to_owned())?;
    let before = zone.to_offset(at - SignedDuration::from_secs(1));
    let after = zone.to_offset(at);
    let minutes = |offset: Offset| (offset.seconds() / 60).to_string();
    if minutes(before) != row[2] || minutes(after) != row[3] {
        return Err(format!("we change from {before} to {after}"));
    }
    let wall: civil::DateTime = row[4].parse().map_err(|_| "no local time".to_owned())?;
    if zone.to_datetime(at) == wall { Ok(()) } else { Err(format!("our wall shows {}", zone.to_datetime(at))) }
}
