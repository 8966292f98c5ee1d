//! A why under a why, for what made it, what let it pass, and what in the house let both be (S135, DOMAIN 4.1).
use super::Asks;
use crate::asked;
use crate::blame;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::WhyId;
use crate::parts::{Chain, Why};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use serde::{Deserialize, Serialize};

/// Whys of one case, all chains together.
const WHYS_AT_MOST: usize = 80;
/// How deep a chain goes; who needs more asks another question.
const DEEPEST: usize = 10;

asked! {
    /// Adds a why, changes one, or takes one away by leaving its words empty.
    pub struct AddWhy {
        /// The why to change; a new one when left out.
        pub why: Option<WhyId>,
        /// Which of the three questions it belongs to.
        pub chain: Chain,
        /// The why that it explains; the first of its chain when left out.
        pub under: Option<WhyId>,
        /// Because … Never a person: what let it happen?
        #[serde(default)]
        pub words: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WhyAdded {
    pub id: WhyId,
    pub chain: Chain,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<WhyId>,
    pub words: String,
}

impl Asks for AddWhy {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        blame::none_in(&self.words, "words", &draft.facts.colleagues)?;
        let inside = &draft.case.inside;
        let said = self.words.trim().to_owned();
        let added = match self.why {
            Some(id) => {
                let Some(kept) = inside.why(id) else { return Err(Refusal::missing("no-such-why").about("why")) };
                let leant_on = inside.whys.iter().any(|w| w.under == Some(id))
                    || inside.causes.iter().any(|c| c.why == Some(id));
                if said.is_empty() && leant_on {
                    return Err(Refusal::state("why-is-leant-on").about("why"));
                }
                // It keeps its place; only what it says changes.
                WhyAdded { id, chain: kept.chain, under: kept.under, words: said }
            }
            None => {
                Refusal::unless_said(&self.words, "words", "nothing-said")?;
                self.check_place(draft)?;
                WhyAdded { id: WhyId(draft.new_id()), chain: self.chain, under: self.under, words: said }
            }
        };
        draft.happened(added);
        Ok(())
    }
}

impl AddWhy {
    fn check_place(&self, draft: &Draft) -> Result<(), Refusal> {
        let inside = &draft.case.inside;
        if inside.whys.len() >= WHYS_AT_MOST {
            return Err(Refusal::input("words", "too-many").with("most", WHYS_AT_MOST));
        }
        let mut above = self.under;
        for _ in 0..DEEPEST {
            let Some(id) = above else { return Ok(()) };
            let Some(why) = inside.why(id).filter(|why| why.chain == self.chain) else {
                return Err(Refusal::missing("no-such-why").about("under"));
            };
            above = why.under;
        }
        Err(Refusal::input("under", "whys-too-deep").with("most", DEEPEST))
    }
}

impl Happened for WhyAdded {
    fn apply(&self, case: &mut Case, _: &When) {
        let whys = &mut case.inside.whys;
        if self.words.is_empty() {
            return whys.retain(|why| why.id != self.id);
        }
        match whys.iter_mut().find(|why| why.id == self.id) {
            Some(why) => why.words.clone_from(&self.words),
            None => whys.push(Why { id: self.id, chain: self.chain, under: self.under, words: self.words.clone() }),
        }
    }
    fn words(&self) -> Text {
        let key = if self.words.is_empty() { "event-why-away" } else { "event-why-added" };
        Text::new(key).with("chain", choice("chain", self.chain.word())).with("words", &self.words)
    }
}
