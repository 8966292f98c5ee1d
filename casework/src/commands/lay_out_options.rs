//! The options talk: at least two ways forward are laid before the customer, side by side (S076, S122, S140, S142, I06).
use super::Asks;
use super::add_option::is_no_sale;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::ids::OptionId;
use crate::kinds::Severity;
use crate::parts::{OfferedOption, OptionsRound};
use crate::refusal::Refusal;
use crate::text::{Part, Text};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Ways forward that the customer is asked to choose from (X03).
const WAYS_AT_LEAST: usize = 2;

asked! {
    /// Says that the options were laid before the customer in a talk.
    pub struct LayOutOptions {
        /// Which ones; all that are ready when empty, but for those of an earlier round.
        #[serde(default)]
        pub options: Vec<OptionId>,
        /// When; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OptionsLaidOut {
    /// 1 for the first round.
    pub round: u32,
    pub options: Vec<OptionId>,
    /// What they are, as they were said.
    pub what: Vec<String>,
}

impl Asks for LayOutOptions {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        let laid_out = self.chosen_ones(draft)?;
        self.check_gates(draft, &laid_out)?;
        if laid_out.is_empty() {
            return Err(Refusal::state("no-options-yet").about("options"));
        }
        let open = draft.case.round().is_some_and(|r| r.options.is_empty());
        let rounds = draft.case.rounds.len() + usize::from(!open);
        draft.happened(OptionsLaidOut {
            round: u32::try_from(rounds).unwrap_or(u32::MAX),
            options: laid_out.iter().map(|o| o.id).collect(),
            what: laid_out.iter().map(|o| o.what.clone()).collect(),
        });
        Ok(())
    }
}

impl LayOutOptions {
    fn chosen_ones(&self, draft: &Draft) -> Result<Vec<OfferedOption>, Refusal> {
        let case = &draft.case;
        if self.options.is_empty() {
            return Ok(case.fresh_options().cloned().collect());
        }
        let mut named: Vec<OfferedOption> = vec![];
        for id in &self.options {
            let option = case.option(*id).ok_or(Refusal::missing("no-such-option").about("options"))?;
            if !option.is_ready() {
                return Err(Refusal::input("options", "option-not-ready").with("what", &option.what));
            }
            if !named.iter().any(|o| o.id == option.id) {
                named.push(option.clone());
            }
        }
        Ok(named)
    }

    fn check_gates(&self, draft: &Draft, laid_out: &[OfferedOption]) -> Result<(), Refusal> {
        let case = &draft.case;
        // A choice is laid before a person by voice; writing only confirms it (X04).
        if case.talks_since_owed().next().is_none() {
            draft.gate(Gate::NoResolvingInWriting, "options-by-voice")?;
        }
        if !case.was_heard() {
            draft.gate(Gate::ReflectBack, "options-after-reflect-back")?;
        }
        if different(laid_out) < WAYS_AT_LEAST {
            draft.gate(Gate::TwoOptions, "two-options").map_err(|r| r.about("options"))?;
        }
        if laid_out.first().is_some_and(|o| !is_no_sale(o)) {
            draft.gate(Gate::NotASale, "not-a-sale").map_err(|r| r.about("options"))?;
        }
        if case.severity <= Severity::S2 && case.harm.worst_part.as_deref().is_none_or(|w| w.trim().is_empty()) {
            draft.gate(Gate::WorstPart, "worst-part").map_err(|r| r.about("worst_part"))?;
        }
        Ok(())
    }
}

/// How many ways are really different; the same thing said twice is one way.
fn different(options: &[OfferedOption]) -> usize {
    let same = |a: &OfferedOption, b: &OfferedOption| {
        a.kind == b.kind && a.arrives == b.arrives && a.what.eq_ignore_ascii_case(&b.what)
    };
    options.iter().enumerate().filter(|(n, o)| !options[..*n].iter().any(|earlier| same(earlier, o))).count()
}

impl Happened for OptionsLaidOut {
    fn apply(&self, case: &mut Case, when: &When) {
        let round = OptionsRound { at: when.happened_at, options: self.options.clone() };
        match case.rounds.last_mut().filter(|r| r.options.is_empty()) {
            Some(open) => *open = round,
            None => case.rounds.push(round),
        }
    }
    fn words(&self) -> Text {
        Text::new("event-options-laid-out").with("round", self.round).with("options", self.list())
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-options-laid-out").with("options", self.list()))
    }
}
impl OptionsLaidOut {
    fn list(&self) -> Part {
        Part::List(self.what.iter().map(Part::from).collect())
    }
}
