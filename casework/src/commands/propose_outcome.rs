//! What the mediator proposes, with its steps: it stays proposed until both sides have signed, and is the plan then (S202).
use super::draft_plan::PlannedStep;
use super::{Asks, DraftPlan, OptionsLaidOut};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{OptionId, PersonId};
use crate::kinds::Recovery;
use crate::parts::Outcome;
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// Writes down what the mediator proposes; both sides sign by agreeing to the plan.
    pub struct ProposeOutcome {
        /// What is proposed, as the mediator said it.
        pub words: String,
        /// The way forward that it is; a new one is written down as an option first.
        pub option: OptionId,
        /// Both sides' steps.
        pub steps: Vec<PlannedStep>,
        /// Why nothing is to be prevented, when no step prevents.
        pub no_prevention_because: Option<String>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeProposed {
    pub words: String,
    pub option: OptionId,
    pub plan: u32,
    pub by: PersonId,
}

impl Asks for ProposeOutcome {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let by = draft.person()?;
        if draft.case.recovery != Recovery::InMediation {
            return Err(Refusal::state("outcome-in-mediation"));
        }
        Refusal::unless_said(&self.words, "words", "nothing-said")?;
        let option = draft.case.option(self.option).ok_or(Refusal::missing("no-such-option").about("option"))?;
        if option.withdrawn.is_some() {
            return Err(Refusal::state("option-already-withdrawn").about("option"));
        }
        if !option.is_ready() {
            return Err(Refusal::input("option", "option-not-ready").with("what", &option.what));
        }
        // Both knew two ways before; what a neutral proposes is laid before them alone, and counts by their choice as ever.
        let what = option.what.clone();
        if !draft.case.round().is_some_and(|round| round.options.contains(&self.option)) {
            let open = draft.case.round().is_some_and(|r| r.options.is_empty());
            let rounds = draft.case.rounds.len() + usize::from(!open);
            let round = u32::try_from(rounds).unwrap_or(u32::MAX);
            draft.happened(OptionsLaidOut { round, options: vec![self.option], what: vec![what] });
        }
        let plan = DraftPlan {
            steps: self.steps.clone(),
            no_prevention_because: self.no_prevention_because.clone(),
            customer_declined: None,
        };
        plan.decide(draft)?;
        let version = draft.case.plan.as_ref().map_or(1, |plan| plan.version);
        draft.happened(OutcomeProposed { words: self.words.clone(), option: self.option, plan: version, by });
        Ok(())
    }
}

impl Happened for OutcomeProposed {
    fn apply(&self, case: &mut Case, when: &When) {
        if let Some(mediation) = &mut case.mediation {
            mediation.outcome = Some(Outcome {
                words: self.words.clone(),
                option: self.option,
                plan: self.plan,
                by: self.by,
                at: when.recorded_at,
            });
        }
    }
    fn words(&self) -> Text {
        Text::new("event-outcome-proposed").with("words", &self.words)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-outcome-proposed").with("words", &self.words))
    }
}
