//! The sheets that come out of the records: what was done and what comes, the board of steps, the agenda.
//! They are read, never kept, so they cannot say anything else than the case does.
use crate::case::Case;
use crate::choices;
use crate::ids::*;
use crate::kinds::*;
use crate::parts::*;
use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// What was done and what will be done, each dated, for an update (S165, S192).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measures<'c> {
    pub taken: Vec<&'c PlanStep>,
    pub will_take: Vec<&'c PlanStep>,
}

/// Every step of ours done since a moment, such as the last update, and every one to come.
pub fn measures(case: &Case, since: Timestamp) -> Measures<'_> {
    let ours = || case.plan.iter().flat_map(|p| &p.steps).filter(|s| s.party != Party::Customer);
    let mut taken: Vec<_> = ours().filter(|s| s.done_at.is_some_and(|at| at > since)).collect();
    let mut will_take: Vec<_> = ours().filter(|s| s.is_open()).collect();
    taken.sort_by_key(|step| step.done_at);
    will_take.sort_by_key(|step| step.due);
    Measures { taken, will_take }
}

choices! {
    /// How a step stands on the board. The customer's own are *still open*, never overdue (S154).
    pub enum StepStanding { OnTrack = "on_track", Late = "late", Done = "done", LeftOut = "left_out", StillOpen = "still_open" }
}

/// How one step stands now (S185).
pub fn standing(step: &PlanStep, now: Timestamp) -> StepStanding {
    match (step.state, step.party) {
        (StepState::Done, _) => StepStanding::Done,
        (StepState::Skipped, _) => StepStanding::LeftOut,
        (StepState::Open, Party::Customer) => StepStanding::StillOpen,
        (StepState::Open, _) if step.due < now => StepStanding::Late,
        (StepState::Open, _) => StepStanding::OnTrack,
    }
}

/// The place of a step in its owner's day: what helps the customer comes before cleaning up at our end (S189).
pub fn order_of_step(kind: StepKind, due: Timestamp, zone: &TimeZone) -> (Date, u8, Timestamp) {
    let rank = match kind {
        StepKind::Contain => 0,
        StepKind::Fix => 1,
        StepKind::Tell => 2,
        StepKind::Prevent => 3,
    };
    (due.to_zoned(zone.clone()).date(), rank, due)
}

/// What the next check-in talks about (S186, S188, S176).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agenda {
    pub open_steps: Vec<StepId>,
    pub late_steps: Vec<StepId>,
    /// Feedback that we have not replied to.
    pub unanswered: Vec<String>,
    pub untold_change: Option<u32>,
}

pub fn agenda(case: &Case, now: Timestamp) -> Agenda {
    let Some(plan) = &case.plan else { return Agenda::default() };
    let open = || plan.steps.iter().filter(|s| s.is_open());
    let unanswered = case.check_ins.iter().filter(|c| c.our_reply.is_none()).filter_map(|c| c.feedback.clone());
    Agenda {
        open_steps: open().map(|s| s.id).collect(),
        late_steps: open().filter(|s| standing(s, now) == StepStanding::Late).map(|s| s.id).collect(),
        unanswered: unanswered.collect(),
        untold_change: (plan.untold_change == Said::Yes).then_some(plan.version),
    }
}

/// An open case of which nothing is owed at a time to come: the nightly check lists it, and somebody moves it (S184).
pub fn stands_still(case: &Case, now: Timestamp) -> bool {
    case.is_open() && !case.clocks.iter().any(|c| c.is_running() && c.due > now)
}
