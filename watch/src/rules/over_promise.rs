//! A day that is sooner than the item usually takes, with nobody of operations who says that it can be done (W10, S014).

use crate::{
    When,
    finding::{Arg, Confidence, Finding, Kind, Sentence},
    line::{Line, LineKey, Standing},
};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};

/// A day that somebody at a customer counts on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// What tells this promise from all others; a new day is a new promise.
    pub subject: String,
    pub by: Said,
    pub item: String,
    /// From when the item has to be made or got.
    pub made_at: Timestamp,
    pub due: When,
}

/// Where it was promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// On an order line.
    Order(LineKey),
    /// On a case, in these words.
    Case { number: String, words: String },
}

impl Dated {
    /// The promise of an order line that somebody still waits for; nothing when its item is not known.
    pub fn of_line(line: &Line, now: Timestamp) -> Option<Dated> {
        let done = line.delivered.is_some()
            || line.shipped.is_some()
            || matches!(line.standing, Standing::Shipped | Standing::Delivered | Standing::Closed);
        if done || line.is_cancelled() {
            return None;
        }
        let (item, due) = (line.item.clone()?, line.promised?);
        // An order without its date is as old as the moment at which we first hear of it.
        let made_at = line.ordered.map_or(now, |ordered| ordered.begins(&TimeZone::UTC));
        Some(Dated { subject: format!("{}@{due}", line.key), by: Said::Order(line.key.clone()), item, made_at, due })
    }
}

/// `lead_days` is the item's standard lead time; without one nothing is known and nothing is said. The caller leaves out what
/// operations confirmed.
pub fn check(dated: &Dated, lead_days: Option<u32>, zone: &TimeZone, now: Timestamp) -> Option<Finding> {
    let lead = lead_days?;
    let soonest = dated.made_at.saturating_add(SignedDuration::from_hours(24 * i64::from(lead))).ok()?;
    let ends = dated.due.ends(zone);
    // What is over cannot be promised better any more; the watch over late lines takes it from there.
    if ends >= soonest || ends <= now {
        return None;
    }
    let mut evidence = Sentence::new(
        match dated.by {
            Said::Order(_) => "signal-over-promise-line",
            Said::Case { .. } => "signal-over-promise-case",
        },
        [
            ("item", Arg::Text(dated.item.clone())),
            ("due", Arg::When(dated.due)),
            ("lead", Arg::Count(lead.into())),
            ("soonest", Arg::When(When::Day(soonest.to_zoned(zone.clone()).date()))),
        ],
    );
    let mut line = None;
    match &dated.by {
        Said::Order(key) => {
            evidence.args.insert("line".into(), Arg::Text(key.to_string()));
            line = Some(key.clone());
        }
        Said::Case { number, words } => {
            evidence.args.insert("case".into(), Arg::Text(number.clone()));
            evidence.args.insert("words".into(), Arg::Text(words.clone()));
        }
    }
    Some(Finding {
        kind: Kind::OverPromise,
        subject: dated.subject.clone(),
        line,
        evidence,
        confidence: Confidence::Certain,
        since: now,
        owed_at: now,
        first_seen: now,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "2026-11-20T14:00:00Z";

    fn line(ordered: &str, promised: &str) -> Line {
        let day = |text: &str| Some(text.parse().unwrap());
        Line { item: Some("KB-7".into()), ordered: day(ordered), promised: day(promised), ..Line::new("A-1", "2") }
    }

    fn found(line: &Line, lead: Option<u32>) -> Option<Finding> {
        let now = NOW.parse().unwrap();
        check(&Dated::of_line(line, now)?, lead, &TimeZone::UTC, now)
    }

    /// S014: five days under the standard lead time.
    #[test]
    fn s014_five_days_under_the_lead_time_is_an_over_promise() {
        let early = found(&line("2026-11-19", "2026-12-03"), Some(20)).unwrap();
        assert_eq!((early.kind, early.subject.as_str()), (Kind::OverPromise, "A-1/2@2026-12-03"));
        assert_eq!(early.evidence.args["soonest"], Arg::When("2026-12-09".parse().unwrap()));
        assert_eq!(found(&line("2026-11-19", "2026-12-09"), Some(20)), None, "the lead time itself is enough");
    }

    #[test]
    fn s014_without_a_lead_time_or_an_item_nothing_is_claimed() {
        assert_eq!(found(&line("2026-11-19", "2026-11-21"), None), None);
        assert_eq!(found(&Line { item: None, ..line("2026-11-19", "2026-11-21") }, Some(20)), None);
    }

    #[test]
    fn what_left_or_is_over_is_no_promise_any_more() {
        let gone = Line { shipped: Some("2026-11-20".parse().unwrap()), ..line("2026-11-19", "2026-11-25") };
        assert_eq!(found(&gone, Some(20)), None);
        assert_eq!(found(&line("2026-11-01", "2026-11-10"), Some(20)), None);
        let cancelled = Line { standing: Standing::Cancelled, ..line("2026-11-19", "2026-11-25") };
        assert_eq!(found(&cancelled, Some(20)), None);
    }
}
