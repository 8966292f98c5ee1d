//! The sheets that come out of the records: options side by side, what each side may expect, the board of steps, the agenda.
//! They are read, never kept, so they cannot say anything else than the case does.
use crate::case::Case;
use crate::choices;
use crate::clock::Clock;
use crate::ids::*;
use crate::kinds::*;
use crate::parts::*;
use crate::text::Part;
use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// One option as the customer reads it. What it costs us has no place here (S142).
#[derive(Clone, Debug, PartialEq)]
pub struct OptionColumn {
    pub id: OptionId,
    pub from: Party,
    pub what: String,
    pub arrives: Option<Timestamp>,
    pub confidence: Confidence,
    pub confirmed_by: Option<PersonId>,
    pub you_do: Part,
    pub it_costs_you: Part,
    pub meets_need: Option<String>,
    pub legs: Vec<Leg>,
}

/// The options side by side: those laid out, or those ready to be, before the talk.
pub fn option_sheet(case: &Case) -> Vec<OptionColumn> {
    let laid_out = case.round().filter(|r| !r.options.is_empty());
    match laid_out {
        Some(round) => round.options.iter().filter_map(|id| case.option(*id)).map(column).collect(),
        None => case.fresh_options().map(column).collect(),
    }
}

fn column(option: &OfferedOption) -> OptionColumn {
    let does = option.customer_does.trim();
    OptionColumn {
        id: option.id,
        from: option.from,
        what: option.what.clone(),
        arrives: option.arrives,
        confidence: option.confidence,
        confirmed_by: option.confirmed_by,
        you_do: if does.is_empty() { Part::Key("option-you-do-nothing".into()) } else { Part::Said(does.to_owned()) },
        it_costs_you: option.costs(),
        meets_need: option.meets_need.clone(),
        legs: option.legs.clone(),
    }
}

/// What each side may expect of the other, for the summary and the customer's page (S174).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expectations {
    pub from_us: Vec<Expected>,
    pub of_you: Vec<Expected>,
    /// When they hear from us again.
    pub next_word: Option<Timestamp>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Expected {
    pub step: StepId,
    pub text: String,
    pub by: Timestamp,
    pub who: Who,
}
#[derive(Clone, Debug, PartialEq)]
pub enum Who {
    Colleague(PersonId),
    Named(String),
}

pub fn expectations(case: &Case) -> Expectations {
    let mut sheet = Expectations { next_word: case.next_contact().map(|p| p.due), ..Expectations::default() };
    for step in case.plan.iter().flat_map(|p| &p.steps).filter(|s| s.is_open()) {
        let who = step.owner.map_or_else(|| Who::Named(step.owner_name.clone()), Who::Colleague);
        let expected = Expected { step: step.id, text: step.text.clone(), by: step.due, who };
        // What a third party does for us, the customer expects from us.
        if step.party == Party::Customer { sheet.of_you.push(expected) } else { sheet.from_us.push(expected) }
    }
    sheet
}

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

/// What is owed next on this case, by whom and by when (S184, I05).
pub fn next_step(case: &Case) -> Option<&Clock> {
    case.clocks.iter().filter(|c| c.is_running()).min_by_key(|c| c.due)
}

/// An open case of which nothing is owed at a time to come: the nightly check lists it, and somebody moves it (S184).
pub fn stands_still(case: &Case, now: Timestamp) -> bool {
    case.is_open() && !case.clocks.iter().any(|c| c.is_running() && c.due > now)
}
