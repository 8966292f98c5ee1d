//! The harm is stopped at one place: how many, sorted how, marked how; the numbers balance (DOMAIN 4.1, D3).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::PersonId;
use crate::parts::{Containment, Place, Said};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

asked! {
    /// Says how the harm is stopped at a place, or how we know that there is nothing of it there. The latest word counts.
    pub struct ContainPlace {
        /// Which place.
        pub place: Place,
        /// Whether parts of the kind can be there.
        pub applies: Said,
        /// When there is nothing of it there: how we know.
        #[serde(default)]
        pub because: String,
        /// Which item.
        #[serde(default)]
        pub item: String,
        /// Which lots or serial numbers.
        #[serde(default)]
        pub lots: String,
        /// Pieces that may be bad; good and bad and unchecked make up as many.
        pub suspect: Option<u64>,
        /// Pieces found good.
        pub good: Option<u64>,
        /// Pieces found bad.
        pub bad: Option<u64>,
        /// Pieces held back that nobody has looked at yet.
        pub unchecked: Option<u64>,
        /// How they are told apart.
        #[serde(default)]
        pub method: String,
        /// How good ones are marked.
        #[serde(default)]
        pub marking: String,
        /// Who did it; you when left out.
        pub done_by: Option<PersonId>,
        /// When it was done; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlaceContained {
    pub place: Place,
    pub applies: Said,
    pub because: String,
    pub item: String,
    pub lots: String,
    pub suspect: u64,
    pub good: u64,
    pub bad: u64,
    pub unchecked: u64,
    pub method: String,
    pub marking: String,
    pub done_by: PersonId,
}

impl Asks for ContainPlace {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let done_by = match self.done_by {
            Some(person) if draft.facts.colleague(person).is_none() => {
                return Err(Refusal::input("done_by", "no-such-colleague"));
            }
            Some(person) => person,
            None => draft.person()?,
        };
        match self.applies {
            Said::No => Refusal::unless_said(&self.because, "because", "place-without-because")?,
            Said::Yes => self.check_numbers()?,
        }
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        let here = self.applies == Said::Yes;
        let number = |n: Option<u64>| n.filter(|_| here).unwrap_or(0);
        let text = |words: &String| if here { words.trim().to_owned() } else { String::new() };
        draft.happened(PlaceContained {
            place: self.place,
            applies: self.applies,
            because: if here { String::new() } else { self.because.trim().to_owned() },
            item: text(&self.item),
            lots: text(&self.lots),
            suspect: number(self.suspect),
            good: number(self.good),
            bad: number(self.bad),
            unchecked: number(self.unchecked),
            method: text(&self.method),
            marking: text(&self.marking),
            done_by,
        });
        Ok(())
    }
}

impl ContainPlace {
    fn check_numbers(&self) -> Result<(), Refusal> {
        let Some(suspect) = self.suspect else { return Err(Refusal::input("suspect", "suspect-how-many")) };
        let [good, bad, unchecked] = [self.good, self.bad, self.unchecked].map(|n| n.unwrap_or(0));
        let sum = good.saturating_add(bad).saturating_add(unchecked);
        if sum != suspect {
            let refusal = Refusal::input("suspect", "numbers-do-not-balance").with("suspect", suspect).with("sum", sum);
            return Err(refusal.with("good", good).with("bad", bad).with("unchecked", unchecked));
        }
        Refusal::unless_said(&self.method, "method", "containment-without-method")?;
        Refusal::unless_said(&self.marking, "marking", "containment-without-marking")
    }
}

impl Happened for PlaceContained {
    fn apply(&self, case: &mut Case, when: &When) {
        let places = &mut case.inside.places;
        places.retain(|c| c.place != self.place);
        places.push(Containment {
            place: self.place,
            applies: self.applies,
            because: self.because.clone(),
            item: self.item.clone(),
            lots: self.lots.clone(),
            suspect: self.suspect,
            good: self.good,
            bad: self.bad,
            unchecked: self.unchecked,
            method: self.method.clone(),
            marking: self.marking.clone(),
            done_by: self.done_by,
            at: when.happened_at,
            verified: None,
            removed: None,
        });
        places.sort_by_key(|c| c.place);
    }
    fn words(&self) -> Text {
        let key = if self.applies == Said::Yes { "event-place-contained" } else { "event-place-free" };
        Text::new(key)
            .with("place", choice("place", self.place.word()))
            .with("because", &self.because)
            .with("suspect", self.suspect)
            .with("good", self.good)
            .with("bad", self.bad)
            .with("unchecked", self.unchecked)
            .with("by", self.done_by)
    }
}
