//! How we handle trouble, as it is promised to every customer: read from the policy in force, so that a change of the policy changes what
//! is promised; and what came of the last twelve months, counted by the reports and said only where nobody can be told from it.
use crate::app::App;
use crate::insight::period::{Days, USUAL};
use crate::insight::{Figure, Share, figures};
use crate::web::insight::period;
use casework::case::Case;
use casework::clock::ClockKind;
use casework::kinds::{FollowUpResult, Recovery, Severity};
use casework::parts::{Promised, Said};
use casework::policy::{Allowance, Policy};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::collections::HashSet;
use std::sync::Arc;
use store::firm::Firm;
use store::reports::{self, Row};
use store::{Conn, Fault};
use tokio::sync::Mutex;

/// Where everybody can read it.
pub const PATH: &str = "/how-we-handle-trouble";
/// A figure stands on so many at least, else there are not enough yet.
pub const AT_LEAST: usize = 8;
/// And they come from so many customers at least, so that none of them is told by it.
pub const CUSTOMERS_AT_LEAST: usize = 3;
/// So long a count is good enough, however many people look.
const GOOD_FOR: SignedDuration = SignedDuration::from_hours(1);

/// The way to the page; nothing while nobody published it.
pub fn way(firm: &Firm) -> Option<&'static str> {
    firm.handling.published.as_ref().map(|_| PATH)
}

casework::choices! {
    /// What every customer in trouble can count on, in the order of a case.
    pub enum Promise {
        Voice = "voice", Person = "person", NextWord = "next-word", Ways = "ways", TheirWord = "their-word", CallAfter = "call-after",
        Learned = "learned",
    }
}

/// How long something takes at most: whatever the trouble, and when much depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    pub always: Allowance,
    pub grave: Allowance,
}

impl Limit {
    /// What the policy in force allows.
    pub fn of(policy: &Policy, kind: ClockKind) -> Self {
        let of = |severity: &Severity| policy.allowance(kind, *severity);
        let grave = policy.allowance(kind, Severity::S1);
        let always = Severity::ALL.iter().map(of).max_by_key(|length| on_the_wall(*length)).unwrap_or(grave);
        Self { always, grave }
    }
}

/// About as many minutes of day and night: eight hours of work make a day.
fn on_the_wall(length: Allowance) -> u64 {
    match length {
        Allowance::WorkingMinutes(m) => u64::from(m) * 3,
        Allowance::WorkingDays(d) => u64::from(d) * 24 * 60,
        Allowance::Minutes(m) => u64::from(m),
    }
}

/// What a case has of each promise so far.
pub fn kept_so_far(case: &Case) -> Vec<(Promise, Said)> {
    let so = |is: bool| if is { Said::Yes } else { Said::No };
    let called = case.follow_up.as_ref().is_some_and(|f| f.result == Some(FollowUpResult::Ok) && f.called_at.is_some());
    let stands = |promise: &Promise| match promise {
        Promise::Voice => case.contacts.first_voice_at.is_some(),
        Promise::Person => true,
        Promise::NextWord => case.promises.iter().any(|promise| promise.what == Promised::NextContact),
        Promise::Ways => case.rounds.iter().any(|round| !round.options.is_empty()),
        Promise::TheirWord => matches!(case.recovery, Recovery::Solved | Recovery::Closed),
        Promise::CallAfter => called,
        Promise::Learned => case.prevention.letter_at.is_some(),
    };
    Promise::ALL.iter().map(|promise| (*promise, so(stands(promise)))).collect()
}

/// The figures, each with the report that counts it.
const COUNTED: [(&str, &str); 5] = [
    ("in-time", "voice_in_time"),
    ("to-voice", "minutes_to_voice"),
    ("kept", "promises_kept"),
    ("solved", "days_to_solved"),
    ("holds", "reopened"),
];

/// One figure as everybody may read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub word: &'static str,
    /// Nothing while there are too few, or they are of too few customers.
    pub figure: Option<Figure>,
}

/// What was counted last, for everybody who looks.
#[derive(Default)]
pub struct Counted(Mutex<Option<(Timestamp, Arc<Vec<Line>>)>>);

impl Counted {
    /// The figures, counted again at most once an hour; who comes meanwhile waits for that one count.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn lines(&self, app: &App) -> Result<Arc<Vec<Line>>, Fault> {
        let (mut held, now) = (self.0.lock().await, app.now());
        if let Some((_, lines)) = held.as_ref().filter(|(at, _)| now.duration_since(*at) < GOOD_FOR) {
            return Ok(lines.clone());
        }
        let zone = app.firm().ours.zone().clone();
        let lines = Arc::new(app.db.read(move |conn| count(conn, &zone, now)).await?);
        *held = Some((now, lines.clone()));
        Ok(lines)
    }
}

fn count(conn: &Conn, zone: &TimeZone, now: Timestamp) -> Result<Vec<Line>, Fault> {
    let period = period(conn, zone, &Days::named(USUAL, now.to_zoned(zone.clone()).date()), now)?;
    let mut lines = Vec::with_capacity(COUNTED.len());
    for (word, name) in COUNTED {
        let Some(report) = reports::named(name) else { continue };
        let rows = reports::rows(conn, report, &period)?;
        let figure = figures::bands(report, &rows).first().map(|band| band.figure);
        lines.push(Line { word, figure: figure.filter(|_| tells_of_nobody(&rows)).map(|figure| turned(word, figure)) });
    }
    Ok(lines)
}

fn tells_of_nobody(rows: &[Row]) -> bool {
    let customers: HashSet<_> = rows.iter().filter_map(|row| row.account).collect();
    rows.len() >= AT_LEAST && customers.len() >= CUSTOMERS_AT_LEAST
}

/// The report counts what was opened again; here stands what was not.
fn turned(word: &str, figure: Figure) -> Figure {
    match figure {
        Figure::Share(share) if word == "holds" => {
            Figure::Share(Share { hits: share.of.saturating_sub(share.hits), of: share.of })
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::ids::AccountId;
    use uuid::Uuid;

    fn of(accounts: &[u128]) -> Vec<Row> {
        let row = |n: &u128| Row {
            band: "all".into(),
            at: None,
            number: None,
            account: Some(AccountId(Uuid::from_u128(*n))),
            name: None,
            value: Some(1),
            one: None,
            two: None,
            three: None,
        };
        accounts.iter().map(row).collect()
    }

    #[test]
    fn seven_are_not_enough_and_neither_are_many_of_two_customers() {
        assert!(!tells_of_nobody(&of(&[1, 2, 3, 4, 5, 6, 7])));
        assert!(tells_of_nobody(&of(&[1, 2, 3, 1, 2, 3, 1, 2])));
        assert!(!tells_of_nobody(&of(&[1, 2, 1, 2, 1, 2, 1, 2, 1, 2])));
    }

    #[test]
    fn the_longest_is_promised_to_everybody_and_the_gravest_stands_beside_it() {
        let policy = Policy::default();
        let silence = Limit::of(&policy, ClockKind::Silence);
        assert_eq!((silence.always, silence.grave), (Allowance::WorkingDays(2), Allowance::WorkingMinutes(240)));
        let first = Limit::of(&policy, ClockKind::FirstContact);
        assert_eq!(first.always, first.grave);
    }

    #[test]
    fn what_was_not_opened_again_still_holds() {
        let opened = Figure::Share(Share { hits: 2, of: 10 });
        assert_eq!(turned("holds", opened), Figure::Share(Share { hits: 8, of: 10 }));
        assert_eq!(turned("kept", opened), opened);
    }
}
