//! A small trouble put right in one call: suggestions, options, their choice, the plan and the yes to it, in that order.
use super::RecordConversation;
use crate::asked;
use crate::commands::{AgreePlan, AnswerSuggestion, Asks, LayOutOptions, ProposeOption, RecordDecision};
use crate::draft::Draft;
use crate::gate::Gate;
use crate::ids::OptionId;
use crate::kinds::{Answered, Party};
use crate::parts::Said;
use crate::refusal::Refusal;

/// Suggestions, options, questions and promises that one talk may bring, of each; more is another talk. Together they
/// stay below the events that one change may hold.
const OF_EACH_AT_MOST: usize = 10;

asked! {
    /// What the customer chose while talking.
    pub struct SaidDecision {
        /// Its number among the options laid out, from 1; left out when none fits.
        pub option_number: Option<u8>,
        /// How they said it.
        pub words: String,
    }
}

impl RecordConversation {
    /// Everything is asked of the same rules as when it comes one by one; the first refusal keeps all of it back.
    pub(super) fn one_call(&self, draft: &mut Draft) -> Result<(), Refusal> {
        // A trouble that turned out small while they spoke is treated as small, and a grave one as grave.
        draft.weigh();
        for what in self.suggestions.iter().filter(|s| !s.trim().is_empty()) {
            ProposeOption::said(self.with, what).decide(draft).map_err(|r| r.about("suggestions"))?;
        }
        for option in &self.options {
            option.decide(draft).map_err(|r| r.about("options"))?;
        }
        if self.options_laid_out == Some(Said::Yes) {
            let all = LayOutOptions { options: vec![], happened_at: None };
            // What has a field of its own on this sheet is said there.
            let here = |r: Refusal| if r.field == Some("worst_part") { r } else { r.about("options_laid_out") };
            all.decide(draft).map_err(here)?;
        }
        self.decide_together(draft)?;
        if let Some(plan) = &self.plan {
            plan.decide(draft).map_err(|r| r.about("plan"))?;
        }
        if self.plan_agreed == Some(Said::Yes) {
            let agreed = AgreePlan::with(self.with, "");
            agreed.decide(draft).map_err(|r| r.about("plan_agreed"))?;
        }
        Ok(())
    }

    /// # Errors
    /// `too-many` when one talk brings more of something than can be said in one.
    pub(super) fn check_amounts(&self) -> Result<(), Refusal> {
        let amounts = [
            (self.suggestions.len(), "suggestions"),
            (self.options.len(), "options"),
            (self.questions.len(), "questions"),
            (self.promises.len(), "promises"),
        ];
        match amounts.into_iter().find(|(of_it, _)| *of_it > OF_EACH_AT_MOST) {
            Some((_, field)) => Err(Refusal::input(field, "too-many").with("most", OF_EACH_AT_MOST)),
            None => Ok(()),
        }
    }

    fn decide_together(&self, draft: &mut Draft) -> Result<(), Refusal> {
        let Some(said) = &self.decision else { return self.help_asked(draft) };
        let option = said.option_number.map(|number| numbered(draft, number)).transpose()?;
        let theirs = |o: &crate::parts::OfferedOption| o.from == Party::Customer && o.answer.is_none();
        if let Some(id) = option.filter(|id| draft.case.option(*id).is_some_and(theirs)) {
            // They chose what they proposed, and we took it in the same breath.
            let taken = AnswerSuggestion { option: id, answer: Answered::Taken, words: said.words.clone() };
            taken.decide(draft).map_err(|r| r.about("decision"))?;
        }
        let help = self.how_can_we_help.clone();
        let choice = RecordDecision {
            by: self.with,
            option,
            words: said.words.clone(),
            how_can_we_help: help,
            happened_at: None,
        };
        choice.decide(draft).map_err(|r| r.about("decision"))
    }
}

impl RecordConversation {
    /// Ways forward were laid before them and they chose none: then how we can help is asked (S162).
    fn help_asked(&self, draft: &mut Draft) -> Result<(), Refusal> {
        if self.options_laid_out != Some(Said::Yes) || draft.case.contacts.answers.how_can_we_help.is_some() {
            return Ok(());
        }
        draft.gate(Gate::HowCanWeHelp, "help-not-asked").map_err(|r| r.about("how_can_we_help"))
    }
}

/// The option of that number among those laid out.
fn numbered(draft: &Draft, number: u8) -> Result<OptionId, Refusal> {
    let laid_out = draft.case.round().map_or(&[][..], |r| &r.options);
    let at = usize::from(number).checked_sub(1);
    let found = at.and_then(|at| laid_out.get(at)).copied();
    found.ok_or(Refusal::input("decision", "no-such-option-number").with("laid-out", laid_out.len()))
}
