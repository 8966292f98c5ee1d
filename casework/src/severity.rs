//! How grave, and what first (DOMAIN 4.7): harm, time left, broken promises, age. Nothing else is looked at (I03).
use crate::case::Case;
use crate::event::{Happened, When};
use crate::facts::Facts;
use crate::kinds::{Dimension, Recovery, Safety, Severity};
use crate::parts::{PromiseState, Said};
use crate::text::{Text, choice};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// A threatened deadline this near makes it the gravest.
const NEAR: SignedDuration = SignedDuration::from_hours(48);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeverityChanged {
    pub from: Severity,
    pub to: Severity,
    /// It became graver than it was recognised, and nobody had spoken with them yet (S037).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub while_we_waited: bool,
}

impl Happened for SeverityChanged {
    fn apply(&self, case: &mut Case, when: &When) {
        case.severity = self.to;
        if self.while_we_waited {
            case.contacts.grew_at.get_or_insert(when.recorded_at);
        }
    }
    fn words(&self) -> Text {
        Text::new("event-severity-changed")
            .with("from", choice("severity", self.from.word()))
            .with("to", choice("severity", self.to.word()))
    }
}

/// The change of severity that the records ask for, if any.
pub(crate) fn changed(case: &Case, facts: &Facts) -> Option<SeverityChanged> {
    let to = severity(case, facts.now, repeat_is_recent(case, facts));
    let while_we_waited = to < case.severity && to < case.first_severity && nobody_spoke(case, facts.now);
    (to != case.severity).then_some(SeverityChanged { from: case.severity, to, while_we_waited })
}

fn repeat_is_recent(case: &Case, facts: &Facts) -> Recent {
    let days = SignedDuration::from_hours(24 * i64::from(facts.policy.repeat_days));
    match case.repeat_at {
        None if case.repeat_of.is_empty() => Recent::No,
        Some(at) if case.recognised_at.duration_since(at) <= days => Recent::Within90Days,
        _ => Recent::WithinYear,
    }
}

/// How long ago the like failure was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recent {
    No,
    WithinYear,
    Within90Days,
}

/// S1: safety, something stopped, or a threatened deadline within 48 h. S2: a threatened deadline, unusable goods, unknown
/// impact, or a repeat within 90 days. S3 otherwise. A repeat or a failed fix is one step up. In doubt the higher.
pub fn severity(case: &Case, now: Timestamp, repeat: Recent) -> Severity {
    let base = base(case, now, repeat);
    let broken = case.promises.iter().any(|p| p.state == PromiseState::Broken);
    // A broken promise on top of a grave case is the second let-down.
    if repeat != Recent::No || case.failed_fixes > 0 || (broken && base == Severity::S2) { base.raised() } else { base }
}

fn base(case: &Case, now: Timestamp, repeat: Recent) -> Severity {
    let hit = |d: Dimension| case.harm.impacts.iter().any(|i| i.dimension == d);
    if is_urgent(case, now) {
        return Severity::S1;
    }
    let threatened = case.harm.deadline.as_ref().is_some_and(|d| d.threatened == Said::Yes && d.met.is_none());
    if threatened
        || hit(Dimension::GoodsUnusable)
        || hit(Dimension::Deadline)
        || impact_is_unknown(case)
        || repeat == Recent::Within90Days
    {
        return Severity::S2;
    }
    Severity::S3
}

/// Nobody said what it does to them; when our news still works for them, they said it: nothing (I28, S092).
pub fn impact_is_unknown(case: &Case) -> bool {
    case.harm.impacts.is_empty() && !crate::recovery::still_works(case)
}

/// Safety, a stopped line or event, or a threatened deadline within 48 hours: the first contact is owed in one hour (C01).
pub fn is_urgent(case: &Case, now: Timestamp) -> bool {
    let stopped = case.harm.impacts.iter().any(|i| matches!(i.dimension, Dimension::Stopped | Dimension::Safety));
    let near = case
        .harm
        .deadline
        .as_ref()
        .is_some_and(|d| d.threatened == Said::Yes && d.met.is_none() && d.at.duration_since(now) <= NEAR);
    case.harm.safety.is_some_and(|s| s != Safety::Nobody) || stopped || near
}

/// The place in the order of work: smaller comes first. Compared field by field, in this order (DOMAIN 4.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OrderOfWork {
    /// 0 when a promise to the customer is overdue.
    pub overdue_promise: u8,
    /// 0 when a contact is overdue.
    pub overdue_contact: u8,
    pub severity: Severity,
    /// The customer's own deadline; far away when there is none.
    pub deadline: Timestamp,
    /// Oldest first.
    pub recognised_at: Timestamp,
}

pub fn order_of_work(case: &Case, now: Timestamp) -> OrderOfWork {
    let promise = case.owed_promises().any(|p| p.due < now);
    let contact = case.clocks.iter().any(|c| c.kind.is_contact() && c.met_at.is_none() && c.due < now);
    OrderOfWork {
        overdue_promise: u8::from(!promise),
        overdue_contact: u8::from(!contact),
        severity: case.severity,
        deadline: case.harm.deadline.as_ref().filter(|d| d.met.is_none()).map_or(Timestamp::MAX, |d| d.at),
        recognised_at: case.recognised_at,
    }
}

/// The case has been there for a while, and nobody of us has spoken with the customer.
fn nobody_spoke(case: &Case, now: Timestamp) -> bool {
    case.opened_at < now && case.contacts.first_voice_at.is_none() && case.recovery == Recovery::Spotted
}
