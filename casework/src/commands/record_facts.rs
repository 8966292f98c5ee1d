//! What is known, and who said it; asked for after they have had their say (S121, S132, S133, X21).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::kinds::Safety;
use crate::parts::{Fact, Heard};
use crate::refusal::Refusal;
use crate::text::{Part, Text};
use serde::{Deserialize, Serialize};

/// Facts one case may hold.
const FACTS_AT_MOST: usize = 100;

asked! {
    /// Adds facts; the customer is asked for them once they have been let speak.
    pub struct RecordFacts {
        /// What is known now.
        pub facts: Vec<Fact>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FactsRecorded {
    pub facts: Vec<Fact>,
}

impl Asks for RecordFacts {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        check(draft, &self.facts)?;
        let listened = draft.case.talks_since_owed().any(|t| t.heard != Heard::NotYet);
        if !listened && draft.case.has_voice() {
            draft.gate(Gate::ListenFirst, "facts-after-their-say").map_err(|r| r.about("facts"))?;
        }
        draft.happened(FactsRecorded { facts: self.facts.clone() });
        Ok(())
    }
}

/// # Errors
/// When there is nothing, too much, or a fact without a name, an answer or somebody who said it.
pub(super) fn check(draft: &Draft, facts: &[Fact]) -> Result<(), Refusal> {
    if facts.is_empty() {
        return Err(Refusal::input("facts", "nothing-said"));
    }
    if draft.case.facts.len() + facts.len() > FACTS_AT_MOST {
        return Err(Refusal::input("facts", "too-many").with("most", FACTS_AT_MOST));
    }
    are_whole(facts)
}

/// A fact is what is asked, the answer, and whose word that is (S132).
///
/// # Errors
/// `fact-incomplete`, `fact-by-nobody`.
pub(super) fn are_whole(facts: &[Fact]) -> Result<(), Refusal> {
    if facts.iter().any(|f| f.what.trim().is_empty() || f.answer.trim().is_empty()) {
        return Err(Refusal::input("facts", "fact-incomplete"));
    }
    match facts.iter().find(|f| f.said_by.as_deref().is_none_or(|who| who.trim().is_empty())) {
        Some(fact) => Err(Refusal::input("facts", "fact-by-nobody").with("what", &fact.what)),
        None => Ok(()),
    }
}

/// What a first call should find out for this kind and is not yet known (S018, S132); where somebody is or could be hurt, first of all whether
/// more of it must be stopped (S022).
pub fn open_facts(case: &Case) -> Vec<&'static str> {
    use crate::kinds::TroubleKind as K;
    let wanted: &[&'static str] = match case.kind {
        K::Defect => &["item", "lot", "quantity", "where", "since"],
        K::WrongItem | K::ShortQuantity => &["item", "quantity", "where"],
        K::Transit => &["item", "quantity_lost", "carrier_claim"],
        K::Delay | K::OverPromise => &["order", "need_by"],
        _ => &["what", "since"],
    };
    let danger = case.harm.safety.is_some_and(|safety| safety != Safety::Nobody);
    let stop = danger.then_some("stop_ship");
    let known = |what: &&str| case.facts.iter().any(|f| f.what.eq_ignore_ascii_case(what));
    stop.iter().chain(wanted).filter(|w| !known(w)).copied().collect()
}

impl Happened for FactsRecorded {
    fn apply(&self, case: &mut Case, _: &When) {
        case.facts.extend(self.facts.iter().cloned());
    }
    fn words(&self) -> Text {
        let said = self.facts.iter().map(|f| Part::Said(format!("{}: {}", f.what, f.answer))).collect();
        Text::new("event-facts-recorded").with("facts", Part::List(said))
    }
}
