//! What comes after the cause: actions, the measure that says whether they hold, and where else the same is changed.
use super::facts::{Across, Action, Look, MeasuredBy};
use super::fill::Named;
use casework::eight_d::Outward;
use casework::parts::{Chain, CorrectiveAction, HoldCheck, Measure, ReadAcrossTarget, ReportStage};

pub(super) fn actions(of: &Outward<'_>, stage: ReportStage, named: &Named<'_>) -> Vec<Action> {
    of.inside.standing_actions().map(|action| self::action(of, action, stage, named)).collect()
}

/// What was chosen belongs to D5; that it was done, and by which papers, to D6 and D7.
fn action(of: &Outward<'_>, action: &CorrectiveAction, stage: ReportStage, named: &Named<'_>) -> Action {
    let against: Vec<_> = action.causes.iter().filter_map(|id| of.inside.cause(*id)).collect();
    let is_against = |chain: &Chain| against.iter().any(|cause| cause.chain == *chain);
    let done = action.done.as_ref().filter(|_| stage == ReportStage::EightD);
    Action {
        text: action.text.clone(),
        chains: Chain::ALL.iter().copied().filter(is_against).collect(),
        causes: against.iter().map(|cause| cause.text.clone()).collect(),
        strength: action.strength(),
        owner: (named.person)(action.owner),
        due: named.day(action.due),
        side_effects: action.side_effects.clone(),
        proof_before: action.proof_before.clone(),
        done_on: done.map(|done| named.day(done.at)),
        proof: done.map(|done| done.proof.clone()).unwrap_or_default(),
        documents: if stage == ReportStage::EightD { action.documents.clone() } else { vec![] },
    }
}

pub(super) fn measured(of: &Outward<'_>, measure: &Measure, named: &Named<'_>) -> MeasuredBy {
    MeasuredBy {
        what: measure.what.clone(),
        threshold: measure.threshold.clone(),
        window_days: measure.window_days,
        shipments: measure.shipments,
        until: of.inside.window_ends().map(|at| named.day(at)),
    }
}

pub(super) fn looks(of: &Outward<'_>, named: &Named<'_>) -> Vec<Look> {
    let look = |check: &HoldCheck| Look {
        result: check.result,
        data: check.data.clone(),
        clean_shipments: check.clean_shipments,
        on: named.day(check.at),
    };
    of.inside.checks.iter().map(look).collect()
}

pub(super) fn across(of: &Outward<'_>, named: &Named<'_>) -> Vec<Across> {
    let target = |target: &ReadAcrossTarget| Across {
        reach: target.reach,
        what: target.what.clone(),
        owner: (named.person)(target.owner),
        due: named.day(target.due),
        done: target.done.clone().unwrap_or_default(),
        done_on: target.done_at.map(|at| named.day(at)),
    };
    of.inside.targets.iter().map(target).collect()
}
