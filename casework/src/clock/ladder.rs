//! The rungs of a clock: warning, due, and who hears of it next. A rung that was reached is an event and is not reached twice.
use super::wanted::{DayPart, Wanted};
use super::{Clock, ClockKind};
use crate::calendar::Calendar;
use crate::case::Case;
use crate::facts::Facts;
use crate::ids::PersonId;
use jiff::civil::Weekday;
use jiff::{SignedDuration, Timestamp};

/// Rungs above *due* before a clock falls silent; the miss stays visible on every list.
pub const HIGHEST_RUNG: u8 = 3;

/// The next rung not yet reached and its time: 0 warns, 1 is due, 2 and 3 go up.
pub(super) fn next(
    case: &Case,
    wanted: &Wanted,
    due: Timestamp,
    warn_at: Timestamp,
    ours: &Calendar,
) -> Option<(u8, Timestamp)> {
    let reached = |rung: u8| {
        case.ran_out
            .iter()
            .any(|r| r.kind == wanted.kind && r.about == wanted.about && r.starts == wanted.starts && r.rung == rung)
    };
    let rung = (0..=HIGHEST_RUNG).find(|rung| !reached(*rung))?;
    Some((rung, rung_at(wanted.kind, rung, due, warn_at, ours)))
}

/// When a rung is reached. A step reminds two days before, at its time, and one and two working days after (C17).
fn rung_at(kind: ClockKind, rung: u8, due: Timestamp, warn_at: Timestamp, ours: &Calendar) -> Timestamp {
    let days = |n| ours.add_days(due, n).unwrap_or(due);
    match (kind, rung) {
        (ClockKind::StepDue, 0) => due.saturating_sub(SignedDuration::from_hours(48)).unwrap_or(due),
        (_, 0) => warn_at,
        (_, 1) => due,
        (ClockKind::StepDue, n) => days(u32::from(n) - 1),
        // Above: half a working day for the next person up to answer.
        (_, n) => ours.add_minutes(due, 240 * (u32::from(n) - 1)).unwrap_or(due),
    }
}

/// Who is told at a rung, by role (C01, C06: the manager at once; C27: one level up).
pub fn told_at(clock: &Clock, rung: u8, facts: &Facts) -> Vec<PersonId> {
    let owner = clock.owed_by;
    let up = match (clock.kind, rung) {
        (_, 0) => None,
        (
            ClockKind::StepDue
            | ClockKind::Summary
            | ClockKind::VoicemailMail
            | ClockKind::CheckIn
            | ClockKind::StillWaiting
            | ClockKind::AskForWord
            | ClockKind::SupplierAnswer
            | ClockKind::CauseFound
            | ClockKind::PreventionProven,
            1,
        ) => None,
        (ClockKind::EscalationOpened | ClockKind::ApproveAmends | ClockKind::Deadlock, _) => facts.director(),
        (ClockKind::StepDue, 2) => None,
        (_, 3) => facts.director(),
        _ => facts.manager(),
    };
    let mut to = vec![owner];
    to.extend(up.filter(|p| *p != owner));
    to
}

/// Misses at which a manager must say *I have it*, not only hear of it.
pub fn calls_for_acknowledgement(kind: ClockKind, rung: u8) -> bool {
    rung == 1
        && matches!(kind, ClockKind::FirstContact | ClockKind::Promise | ClockKind::TellSlip | ClockKind::FollowUpCall)
        || rung == 2 && matches!(kind, ClockKind::Silence | ClockKind::OptionsReady)
}

/// The opening of the next working morning, its middle, or the next Monday that is one.
pub(super) fn day_part(after: Timestamp, part: DayPart, ours: &Calendar) -> Timestamp {
    let zone = ours.zone();
    let today = after.to_zoned(zone.clone()).date();
    let monday = |d: jiff::civil::Date| d.weekday() == Weekday::Monday;
    let days = today.series(jiff::Span::new().days(1)).skip(1).take(60);
    let day = match part {
        DayPart::Monday => days.into_iter().find(|d| monday(*d)),
        _ => days.into_iter().find(|d| ours.is_working_day(*d)),
    };
    let start = day.and_then(|d| d.to_zoned(zone.clone()).ok()).map_or(after, |z| z.timestamp());
    let opening = ours.next_open(start).unwrap_or(start);
    match part {
        DayPart::NextAfternoon => ours.add_minutes(opening, 240).unwrap_or(opening),
        _ => opening,
    }
}
