//! Whom to call today: those whom a word spares the most, for each minute of talk.
//!
//! Harm is counted in days and needs, never in money: how likely the line comes late, whether the day they really need it is at
//! stake, how much they can still change, and how often such a change hurt this customer before.

use crate::line::LineKey;
use std::collections::BTreeMap;

/// A call takes so long before the first line is spoken of, and so long for each line.
pub(crate) const MINUTES_TO_BEGIN: f64 = 4.0;
pub(crate) const MINUTES_A_LINE: f64 = 2.0;
/// So many days ahead they can still change everything; nearer, less.
const DAYS_TO_CHANGE: f64 = 14.0;
/// On the day itself little can be changed, and a word is owed all the same.
const LEAST: f64 = 0.1;
/// When the day is over somebody stands before an empty dock, and learns today or never until when. With the weeks they have helped
/// themselves.
const OVER: f64 = 0.3;
/// What they said on earlier notices weighs as much as this many notices of everybody.
const LEAN: f64 = 4.0;
/// How often a notice hurts, as long as nobody knows.
const HURTS: f64 = 0.6;

/// What a line means to them, as far as they said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// They need it before it will come.
    Threatened,
    /// Nobody asked: it counts as if it mattered (I28).
    Unknown,
    /// They need it later than it will come.
    HasRoom,
}

impl Need {
    pub(crate) fn weight(self) -> f64 {
        match self {
            Need::Threatened => 3.0,
            Need::Unknown => 2.0,
            Need::HasRoom => 0.5,
        }
    }
}

/// An open line that may come late.
#[derive(Debug, Clone, PartialEq)]
pub struct AtRisk {
    pub line: LineKey,
    pub account: String,
    pub late: f64,
    /// Days before the day they count on; less than none when it is over.
    pub left: i32,
    pub need: Need,
}

/// What a customer answered on earlier notices: *still works* so often, of so many (S093).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StillWorks {
    pub said: u32,
    pub of: u32,
}

impl StillWorks {
    /// How often a change hurts them, leaning on what is usual while they have said little.
    pub fn hurts(self) -> f64 {
        let hurt = f64::from(self.of.saturating_sub(self.said));
        (hurt + LEAN * HURTS) / (f64::from(self.of) + LEAN)
    }
}

/// One call, with all its lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    pub account: String,
    /// The gravest first.
    pub lines: Vec<LineKey>,
    pub harm: f64,
    pub minutes: f64,
}

impl Call {
    pub fn worth_a_minute(&self) -> f64 {
        self.harm / self.minutes
    }
}

/// The calls of today, the one first that spares most for each minute. A customer is called once, about everything.
pub fn today(at_risk: &[AtRisk], still_works: impl Fn(&str) -> StillWorks) -> Vec<Call> {
    let mut by_account: BTreeMap<&str, Vec<(f64, &AtRisk)>> = BTreeMap::new();
    for one in at_risk {
        let harm = harm(one, still_works(&one.account));
        by_account.entry(one.account.as_str()).or_default().push((harm, one));
    }
    let mut calls: Vec<Call> = by_account
        .into_iter()
        .map(|(account, mut lines)| {
            lines.sort_by(|one, two| two.0.total_cmp(&one.0).then_with(|| one.1.line.cmp(&two.1.line)));
            Call {
                account: account.to_owned(),
                harm: lines.iter().map(|(harm, _)| harm).sum(),
                minutes: MINUTES_TO_BEGIN + MINUTES_A_LINE * lines.len() as f64,
                lines: lines.into_iter().map(|(_, one)| one.line.clone()).collect(),
            }
        })
        .collect();
    calls.sort_by(|one, two| {
        two.worth_a_minute().total_cmp(&one.worth_a_minute()).then_with(|| one.account.cmp(&two.account))
    });
    calls
}

/// What a word today spares them.
fn harm(one: &AtRisk, works: StillWorks) -> f64 {
    let can_change = if one.left >= 0 {
        (f64::from(one.left) / DAYS_TO_CHANGE).clamp(LEAST, 1.0)
    } else {
        OVER * DAYS_TO_CHANGE / (DAYS_TO_CHANGE - f64::from(one.left))
    };
    one.late * one.need.weight() * works.hurts() * can_change
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(account: &str, order: &str, late: f64, left: i32, need: Need) -> AtRisk {
        let line = LineKey { order_no: order.into(), line_no: "1".into() };
        AtRisk { line, account: account.into(), late, left, need }
    }

    fn order(all: &[AtRisk]) -> Vec<String> {
        today(all, |_| StillWorks::default()).into_iter().map(|call| call.account).collect()
    }

    #[test]
    fn whoever_loses_most_is_called_first() {
        let all = [
            line("room", "A-1", 0.9, 10, Need::HasRoom),
            line("need", "B-1", 0.6, 10, Need::Threatened),
            line("unknown", "C-1", 0.6, 10, Need::Unknown),
        ];
        assert_eq!(order(&all), ["need", "unknown", "room"]);
    }

    #[test]
    fn one_call_about_three_lines_spares_more_for_each_minute_than_three_calls() {
        let mut all = vec![line("one", "A-1", 0.7, 10, Need::Unknown)];
        all.extend((1..4).map(|n| line("three", &format!("B-{n}"), 0.6, 10, Need::Unknown)));
        assert_eq!(order(&all)[0], "three");
    }

    #[test]
    fn a_word_with_days_to_change_something_goes_before_one_without() {
        let all = [line("late", "A-1", 0.8, 1, Need::Unknown), line("soon", "B-1", 0.5, 10, Need::Unknown)];
        assert_eq!(order(&all), ["soon", "late"]);
    }

    #[test]
    fn a_day_that_is_just_over_goes_before_one_long_over_and_before_one_that_is_hardly_likely() {
        let all = [
            line("years", "A-1", 1.0, -900, Need::Unknown),
            line("today", "B-1", 0.3, 3, Need::Unknown),
            line("yesterday", "C-1", 1.0, -1, Need::Unknown),
        ];
        assert_eq!(order(&all), ["yesterday", "today", "years"]);
    }

    /// S093: whoever said *still works* three times of five carries slack; whoever never said it does not.
    #[test]
    fn s093_what_they_said_on_earlier_notices_counts() {
        let slack = StillWorks { said: 3, of: 5 };
        assert!(slack.hurts() < StillWorks::default().hurts());
        assert!(StillWorks { said: 0, of: 5 }.hurts() > StillWorks::default().hurts());
        let all = [line("slack", "A-1", 0.6, 10, Need::Unknown), line("tight", "B-1", 0.6, 10, Need::Unknown)];
        let calls = today(&all, |account| if account == "slack" { slack } else { StillWorks { said: 0, of: 5 } });
        assert_eq!(calls[0].account, "tight");
    }
}
