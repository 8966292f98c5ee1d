//! *Why 14:20?* - every due time can be opened: start, rule, both calendars hour by hour, pauses, rungs, policy version.
use super::wanted::{self, Length};
use super::{Clock, ladder, stricter};
use crate::calendar::{Calendar, Trace};
use crate::case::Case;
use crate::facts::Facts;
use crate::ids::PersonId;
use crate::parts::Pause;
use crate::policy::Allowance;
use jiff::Timestamp;

/// Everything that made a due time.
#[derive(Clone, Debug)]
pub struct Explanation {
    pub clock: Clock,
    pub rule: Rule,
    pub policy_version: u32,
    /// The paper of the customer's own rule, when that one holds.
    pub their_rule: Option<String>,
    pub ours: Option<Counted>,
    pub theirs: Option<Counted>,
    /// Which calendar ended first and so holds.
    pub holds: Holds,
    pub pauses: Vec<Pause>,
    /// Who is told when, if nothing happens.
    pub ladder: Vec<(u8, Vec<PersonId>)>,
}
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    Allowed(Allowance),
    /// Said to the customer, or written in the plan.
    Stated,
    /// The next part of a working day.
    DayPart,
}
#[derive(Clone, Debug)]
pub struct Counted {
    pub calendar: String,
    pub version: u32,
    pub trace: Trace,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Ours,
    Theirs,
    Both,
}

/// The explanation of one clock of the case; nothing when the case no longer has it.
pub fn explain(case: &Case, kind: super::ClockKind, about: Option<uuid::Uuid>, facts: &Facts) -> Option<Explanation> {
    let clock = case.clocks.iter().find(|c| c.kind == kind && c.about == about)?.clone();
    let wanted =
        wanted::wanted(case).into_iter().find(|w| w.kind == kind && w.about == about && w.starts == clock.starts)?;
    let mut their_rule = None;
    let rule = match wanted.length {
        Length::Of(k) | Length::Shortest(k, _) | Length::Sooner(k, _) => {
            let ends = |(allowed, _): &(Allowance, Option<&str>)| {
                stricter(wanted.starts, *allowed, &facts.ours, &facts.theirs)
            };
            let holding = facts.policy.lengths(k, case.severity).min_by_key(ends);
            let (allowed, source) = holding.unwrap_or((facts.policy.allowance(k, case.severity), None));
            let said = match wanted.length {
                Length::Sooner(_, at) => at < ends(&(allowed, None)),
                _ => false,
            };
            their_rule = source.map(str::to_owned).filter(|_| !said);
            if said { Rule::Stated } else { Rule::Allowed(allowed) }
        }
        Length::Stated(_) => Rule::Stated,
        Length::DayPart(_) => Rule::DayPart,
    };
    let (ours, theirs) = (&facts.ours, &facts.theirs);
    let usual = super::before_their_rule(case, &wanted, &facts.policy, ours, theirs);
    let sooner = super::their_rule(&wanted, &facts.policy, ours, theirs).filter(|(ends, _)| *ends < usual);
    let rule = sooner.map_or(rule, |(_, theirs)| {
        their_rule = Some(theirs.source.clone());
        Rule::Allowed(theirs.at_most)
    });
    let (ours, theirs) = match rule {
        Rule::Allowed(allowed) => {
            (counted(&facts.ours, wanted.starts, allowed), counted(&facts.theirs, wanted.starts, allowed))
        }
        _ => (None, None),
    };
    let ends = |c: &Option<Counted>| c.as_ref().map(|c| c.trace.due);
    let holds = match (ends(&ours), ends(&theirs)) {
        (Some(a), Some(b)) if a < b => Holds::Ours,
        (Some(a), Some(b)) if b < a => Holds::Theirs,
        _ => Holds::Both,
    };
    let ladder = (0..=ladder::HIGHEST_RUNG).map(|rung| (rung, ladder::told_at(&clock, rung, facts))).collect();
    let pauses = if kind.may_pause() { case.pauses.clone() } else { vec![] };
    Some(Explanation {
        clock,
        rule,
        policy_version: facts.policy.version,
        their_rule,
        ours,
        theirs,
        holds,
        pauses,
        ladder,
    })
}

fn counted(calendar: &Calendar, starts: Timestamp, allowed: Allowance) -> Option<Counted> {
    let trace = match allowed {
        Allowance::WorkingMinutes(m) => calendar.trace_minutes(starts, m),
        Allowance::WorkingDays(d) => calendar.trace_days(starts, d),
        Allowance::Minutes(_) => return None,
    };
    Some(Counted { calendar: calendar.name().to_owned(), version: calendar.version(), trace: trace.ok()? })
}
