//! What must still be done outside once a change is kept; the outbox carries it, never the decision.
use crate::commands::{Command, ReopenPrevention};
use crate::ids::{CaseId, PersonId};
use crate::text::Text;
use jiff::{Timestamp, civil::Time, tz::TimeZone};

#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Tell a colleague.
    Notify { to: PersonId, urgency: Urgency, not_before: Timestamp, text: Text },
    /// Ask for one more command on another case, at most three deep.
    Ask { on: CaseId, what: FollowOn },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// Waits for the end of the recipient's quiet hours.
    CanWait,
    /// Comes at once and again until acknowledged.
    Urgent,
}

/// The few things one case may ask of another.
#[derive(Clone, Debug, PartialEq)]
pub enum FollowOn {
    /// Its prevention did not hold: the like failure came back (S223).
    PreventionDidNotHold,
}

impl FollowOn {
    /// The command that is asked of the other case.
    pub fn command(&self) -> Command {
        match self {
            Self::PreventionDidNotHold => ReopenPrevention { words: String::new() }.into(),
        }
    }
}

/// The first moment at or after `at` that lies outside the quiet minutes (from-to, may cross midnight).
pub fn after_quiet_hours(at: Timestamp, zone: &TimeZone, quiet: Option<(u16, u16)>) -> Timestamp {
    let Some((from, to)) = quiet else { return at };
    let local = at.to_zoned(zone.clone());
    let minute = u16::try_from(i32::from(local.hour()) * 60 + i32::from(local.minute())).unwrap_or(0);
    let (is_quiet, ends_tomorrow) = if from <= to {
        (minute >= from && minute < to, false)
    } else {
        (minute >= from || minute < to, minute >= from)
    };
    if !is_quiet {
        return at;
    }
    let date = if ends_tomorrow { local.date().tomorrow().unwrap_or(local.date()) } else { local.date() };
    let end = Time::midnight().saturating_add(jiff::Span::new().minutes(i64::from(to)));
    zone.to_timestamp(date.to_datetime(end)).unwrap_or(at)
}
