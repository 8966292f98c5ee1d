//! How far a story has come: each of these is the one before it and one step more.
use crate::commands::*;
use crate::ids::*;
use crate::kinds::*;
use crate::money::Money;
use crate::parts::*;
use crate::testing::*;

/// Maria heard Ms Rao out on Monday, 09:40.
pub fn heard() -> Story {
    heard_of(dry_joint())
}
pub fn heard_of(trouble: OpenCase) -> Story {
    let s = story().when(trouble).taken().at("2026-11-23 09:40");
    let mut call = good_call(&s);
    call.led_to_this = Some("A stencil from the old revision.".into());
    s.when(call).taken().stands(Recovery::Heard)
}
/// A line that stands makes it the gravest; Ms Rao was asked what else we can do.
pub fn grave_and_heard() -> Story {
    let mut stopped = dry_joint();
    stopped.impacts = vec![Impact { dimension: Dimension::Stopped, words: "Line 3 stands.".into() }];
    heard_of(stopped)
}

/// New boards by Thursday, 26 November at noon, expected.
pub fn rework() -> AddOption {
    AddOption {
        kind: OptionKind::Rework,
        what: "We rework the boards at your site.".into(),
        arrives: Some(at("2026-11-26 12:00")),
        confidence: Some(Confidence::Expected),
        customer_does: "A bench and power.".into(),
        costs_customer: String::new(),
        meets_need: Some("Ship on Friday.".into()),
        confirmed_by: None,
        compromise: None,
        legs: vec![],
        owed_quantity: None,
    }
}
/// New boards, firm by Piotr's word.
pub fn remake() -> AddOption {
    let what = "We make 200 new boards.".into();
    let (kind, confidence) = (OptionKind::Remake, Some(Confidence::Firm));
    AddOption { kind, what, confidence, customer_does: String::new(), confirmed_by: Some(PIOTR), ..rework() }
}
pub fn lay_out() -> LayOutOptions {
    LayOutOptions { options: vec![], happened_at: None }
}
/// Two ways forward, ready since 10:00.
pub fn two_ways(s: Story) -> Story {
    s.at("2026-11-23 10:00").when(rework()).taken().when(remake()).taken()
}
pub fn laid_out() -> Story {
    two_ways(heard()).at("2026-11-23 11:00").when(lay_out()).taken().stands(Recovery::Deciding)
}
/// The option of that number among those on the case, from 1.
pub fn option(s: &Story, number: usize) -> OptionId {
    s.case().options[number - 1].id
}
pub fn choose(option: Option<OptionId>) -> RecordDecision {
    let words = if option.is_some() { "Rework, please." } else { "Neither helps me on Friday." };
    RecordDecision { by: MS_RAO, option, words: words.into(), how_can_we_help: None, happened_at: None }
}
pub fn decided() -> Story {
    laid_out().when_with(|s| choose(Some(option(s, 1)))).taken().stands(Recovery::Deciding)
}

pub fn step(kind: StepKind, owner: PersonId, text: &str, due: &str) -> PlannedStep {
    let (party, owner, due) = (Some(Party::Us), Some(owner), Some(at(due)));
    PlannedStep { party, owner, owner_name: String::new(), kind, text: text.into(), due, confirmed: None }
}
pub fn their_step(text: &str, due: &str) -> PlannedStep {
    let (owner, owner_name) = (None, "Tom Hale".into());
    PlannedStep { party: Some(Party::Customer), owner, owner_name, ..step(StepKind::Fix, MARIA, text, due) }
}
/// Maria fixes on Tuesday at noon, Piotr prevents by Friday.
pub fn small_plan() -> DraftPlan {
    let fix = step(StepKind::Fix, MARIA, "Rework the boards at Acme", "2026-11-24 12:00");
    let prevent = step(StepKind::Prevent, PIOTR, "Scrap the old stencil", "2026-11-27 12:00");
    DraftPlan { steps: vec![fix, prevent], no_prevention_because: None, customer_declined: None }
}
pub fn step_id(s: &Story, text: &str) -> StepId {
    let plan = s.case().plan.as_ref().expect("a plan");
    plan.steps.iter().find(|p| p.text.contains(text)).expect("such a step").id
}
pub fn can(s: &Story, text: &str) -> ConfirmStep {
    ConfirmStep { step: step_id(s, text), said_by: String::new() }
}
pub fn agree() -> AgreePlan {
    AgreePlan::with(MS_RAO, "Yes.")
}
/// Everybody who has a step said: I can.
pub fn confirmed() -> Story {
    decided().when(small_plan()).taken().by(PIOTR).when_with(|s| can(s, "stencil")).taken().by(MARIA)
}
pub fn agreed() -> Story {
    confirmed().when(agree()).taken().stands(Recovery::Agreed)
}
pub fn settle(s: &Story, text: &str, outcome: StepOutcome) -> SettleStep {
    let proof = (outcome == StepOutcome::Done).then(|| "Photo 12".to_owned());
    let reason = (outcome != StepOutcome::Done).then(|| "The bench came late.".to_owned());
    let (new_due, told, happened_at) = (None, None, None);
    SettleStep { step: step_id(s, text), outcome, proof, reason, new_due, told, happened_at }
}
pub fn credit(euros: u64) -> GrantAmends {
    GrantAmends {
        kind: AmendsKind::Credit,
        value: Some(Money::whole(euros, "EUR")),
        due: at("2026-11-30 17:00"),
        words: "A credit for your trouble.".into(),
    }
}
pub fn promise(words: &str, due: &str) -> MakePromise {
    MakePromise::thing(words, MS_RAO, at(due))
}
/// The refusal's code, for sentences that belong to all commands.
pub fn code(s: &Story) -> &'static str {
    s.last.as_ref().expect_err("refused").code
}
pub fn pass(gate: crate::gate::Gate) -> PassGate {
    PassGate { gate, reason: "They asked us in writing to go on.".into() }
}
