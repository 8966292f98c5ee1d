//! The customer decides, in their words; nobody of ours can (S141, I07). *None fits* opens a second round (S162, S163).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::facts::{Actor, Facts};
use crate::gate::Gate;
use crate::ids::{ContactId, OptionId};
use crate::kinds::*;
use crate::parts::{Decision, OptionsRound};
use crate::refusal::Refusal;
use crate::rights;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Rounds in which nothing fitted, after which the case goes up (DOMAIN 4.2).
const ROUNDS_BEFORE_GOING_UP: usize = 2;
/// Choices one case may hold.
const DECISIONS_AT_MOST: usize = 50;

asked! {
    /// What the customer chose of the options laid out, or that none fits.
    pub struct RecordDecision {
        /// The contact of the customer who decided.
        pub by: ContactId,
        /// What they chose; left out when none fits.
        pub option: Option<OptionId>,
        /// How they said it.
        pub words: String,
        /// Their answer to *How can we help?*; needed when none fits.
        pub how_can_we_help: Option<String>,
        /// When they said it; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DecisionRecorded {
    pub by: ContactId,
    pub chosen: Option<OptionId>,
    /// The option as it was laid out.
    pub what: Option<String>,
    pub words: String,
    pub how_can_we_help: Option<String>,
    pub round: u32,
}

impl Asks for RecordDecision {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        decider(draft, self.by)?;
        Refusal::unless_said(&self.words, "words", "decision-without-words")?;
        if draft.case.decisions.len() >= DECISIONS_AT_MOST {
            return Err(Refusal::input("words", "too-many").with("most", DECISIONS_AT_MOST));
        }
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        if draft.case.rounds.iter().all(|r| r.options.is_empty()) {
            return Err(Refusal::state("nothing-laid-out").about("option"));
        }
        match self.option {
            Some(id) => self.choose(draft, id)?,
            None => self.none_fits(draft)?,
        }
        if !draft.case.disputed().is_empty() {
            let (owner, others) = (draft.case.team.owner, Text::new("notice-they-disagree").with("by", self.by));
            draft.notify(owner, Urgency::Urgent, others.with("words", &self.words));
        }
        Ok(())
    }
    fn theirs(&self, contact: ContactId, facts: &Facts) -> Result<(), Refusal> {
        rights::own_name(self.by, contact, "by")?;
        rights::left_to_us(self.happened_at.as_ref(), "happened_at")?;
        let deciding = [Recovery::Heard, Recovery::Deciding, Recovery::NotAgreed, Recovery::InMediation];
        if !deciding.contains(&facts.case.recovery) {
            // What was agreed is not undone by a press; they ask for a change, and we speak with them.
            return Err(Refusal::state("agreed-so-ask-us").about("option"));
        }
        // Left open over night, the page still shows a date that nobody can keep any more.
        let over = |id| facts.case.option(id).and_then(|o| o.arrives).is_some_and(|at| at <= facts.now);
        if self.option.is_some_and(over) {
            return Err(Refusal::state("option-date-over").about("option"));
        }
        rights::leaves_room(facts.case.decisions.len(), DECISIONS_AT_MOST)
    }
}

/// Only a person at the customer decides (I07). A colleague's id is refused with its own sentence.
fn decider(draft: &Draft, by: ContactId) -> Result<(), Refusal> {
    let colleague = draft.facts.colleagues.iter().any(|c| c.id.0 == by.0);
    if colleague && !draft.facts.is_contact(by) {
        return Err(Refusal::law("decider-is-customer").about("by"));
    }
    draft.contact(by, "by").map(|_| ())
}

impl RecordDecision {
    fn choose(&self, draft: &mut Draft, id: OptionId) -> Result<(), Refusal> {
        let case = &draft.case;
        let option = case.option(id).ok_or(Refusal::missing("no-such-option").about("option"))?;
        if option.withdrawn.is_some() {
            return Err(Refusal::state("option-already-withdrawn").about("option"));
        }
        if option.from == Party::Customer && option.answer.is_none() {
            return Err(Refusal::state("answer-their-proposal").about("option"));
        }
        if option.answer == Some(Answered::NotTaken) {
            return Err(Refusal::state("proposal-not-taken").about("option"));
        }
        if case.is_of_earlier_round(option) {
            return Err(Refusal::state("option-of-earlier-round").about("option"));
        }
        if !case.asks_about(option) {
            return Err(Refusal::state("option-not-laid-out").about("option"));
        }
        let what = Some(option.what.clone());
        draft.happened(self.recorded(draft, Some(id), what, None));
        Ok(())
    }

    fn none_fits(&self, draft: &mut Draft) -> Result<(), Refusal> {
        let said = |t: &&String| !t.trim().is_empty();
        let answer =
            self.how_can_we_help.as_ref().filter(said).or(draft.case.contacts.answers.how_can_we_help.as_ref());
        let answer = answer.cloned();
        if answer.is_none() {
            draft.gate(Gate::HowCanWeHelp, "how-can-we-help").map_err(|r| r.about("how_can_we_help"))?;
        }
        let rounds = draft.case.rounds.iter().filter(|r| !r.options.is_empty()).count();
        draft.happened(self.recorded(draft, None, None, answer));
        if !draft.case.disputed().is_empty() {
            return Ok(());
        }
        if rounds >= ROUNDS_BEFORE_GOING_UP {
            super::escalate::raise(draft, EscalationReason::Deadlock, &self.words);
        } else if let Some(manager) = draft.facts.manager() {
            // The next round is held with somebody new beside the owner (S163).
            draft.notify(manager, Urgency::CanWait, Text::new("notice-second-round").with("words", &self.words));
        }
        Ok(())
    }

    fn recorded(
        &self,
        draft: &Draft,
        chosen: Option<OptionId>,
        what: Option<String>,
        help: Option<String>,
    ) -> DecisionRecorded {
        let round = u32::try_from(draft.case.rounds.len()).unwrap_or(u32::MAX);
        DecisionRecorded { by: self.by, chosen, what, words: self.words.clone(), how_can_we_help: help, round }
    }
}

impl Happened for DecisionRecorded {
    fn apply(&self, case: &mut Case, when: &When) {
        let at = when.happened_at;
        let by_link = matches!(when.by, Actor::Customer(_));
        case.decisions.push(Decision { by: self.by, chosen: self.chosen, words: self.words.clone(), at, by_link });
        // What a colleague of theirs chose is not swept away by a *none fits*: both stand until somebody spoke with them.
        if self.chosen.is_none() && case.disputed().is_empty() {
            // The next round begins at once, with its own due time; what they answered belongs to this one.
            case.rounds.push(OptionsRound { at, options: vec![] });
            case.contacts.answers.how_can_we_help = None;
        }
    }
    fn words(&self) -> Text {
        match &self.what {
            Some(what) => {
                Text::new("event-decision-made").with("by", self.by).with("what", what).with("words", &self.words)
            }
            None => {
                Text::new("event-none-fits").with("by", self.by).with("words", &self.words).with("next", self.round + 1)
            }
        }
    }
    fn told(&self) -> Option<Text> {
        Some(match &self.what {
            Some(what) => Text::new("told-decision-made").with("what", what).with("words", &self.words),
            None => Text::new("told-none-fits").with("words", &self.words),
        })
    }
}
