//! What a supplier answered: by their own link, or told to a colleague who writes it down. It is their word and changes no fact of ours.
use super::Asks;
use super::ask_supplier::called;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::facts::Actor;
use crate::ids::{PersonId, ScarId};
use crate::parts::{Counted, ScarAnswer, ScarPart, SupplierSays};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Answers to one request; what they say by their link fills half of it.
const ANSWERS_AT_MOST: usize = 40;
/// Characters of an answer, and of a name.
const WORDS_AT_MOST: usize = 4_000;
const NAME_AT_MOST: usize = 200;

asked! {
    /// Keeps a supplier's answer to one of the three things that they were asked for.
    pub struct NoteSupplierAnswer {
        /// The request.
        pub scar: ScarId,
        /// What it answers.
        pub part: ScarPart,
        /// Their answer.
        pub words: String,
        /// Who there says so.
        pub said_by: String,
        /// For containment: pieces that may be bad at their place; 0 is a number too.
        pub suspect: Option<u64>,
        /// For containment: pieces found good.
        pub good: Option<u64>,
        /// For containment: pieces found bad.
        pub bad: Option<u64>,
        /// For containment: how good ones are marked.
        #[serde(default)]
        pub marking: String,
        /// For what they change: when it is in place.
        pub in_place: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SupplierAnswered {
    pub scar: ScarId,
    pub nth: u16,
    pub number: String,
    pub supplier: String,
    pub part: ScarPart,
    #[serde(flatten)]
    pub says: SupplierSays,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noted_by: Option<PersonId>,
}

impl Asks for NoteSupplierAnswer {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let scar = draft.case.inside.scar(self.scar).ok_or(Refusal::missing("no-such-scar").about("scar"))?;
        if !scar.is_open() {
            return Err(Refusal::state("scar-ended").about("scar"));
        }
        let most = if draft.facts.actor == Actor::System { ANSWERS_AT_MOST / 2 } else { ANSWERS_AT_MOST };
        if scar.answers.len() >= most {
            return Err(Refusal::input("words", "too-many").with("most", most));
        }
        let counted = self.checked()?;
        let (nth, asker) = (u16::try_from(scar.answers.len() + 1).unwrap_or(u16::MAX), scar.by);
        let supplier = scar.request.supplier.clone();
        let noted_by = draft.facts.person();
        let number = called(&draft.case, self.scar);
        let answered = SupplierAnswered {
            scar: self.scar,
            nth,
            number: number.clone(),
            supplier: supplier.clone(),
            part: self.part,
            says: self.says(counted),
            noted_by,
        };
        draft.happened(answered);
        if noted_by != Some(asker) {
            let notice = Text::new("notice-supplier-answered").with("supplier", &supplier);
            let notice = notice.with("part", choice("scar-part", self.part.word())).with("number", number);
            draft.notify(asker, Urgency::CanWait, notice);
        }
        Ok(())
    }
}

impl NoteSupplierAnswer {
    /// What of it is kept: each of the three has its own.
    fn says(&self, counted: Option<Counted>) -> SupplierSays {
        let text = |words: &String| words.trim().to_owned();
        SupplierSays {
            words: text(&self.words),
            counted,
            marking: if counted.is_some() { text(&self.marking) } else { String::new() },
            in_place: self.in_place.filter(|_| self.part == ScarPart::Action),
            said_by: text(&self.said_by),
        }
    }
    fn checked(&self) -> Result<Option<Counted>, Refusal> {
        Refusal::unless_said(&self.words, "words", "scar-answer-empty")?;
        Refusal::unless_said(&self.said_by, "said_by", "scar-who-says-so")?;
        for (words, field, most) in [
            (&self.words, "words", WORDS_AT_MOST),
            (&self.marking, "marking", WORDS_AT_MOST),
            (&self.said_by, "said_by", NAME_AT_MOST),
        ] {
            if words.chars().count() > most {
                return Err(Refusal::input(field, "too-long").with("most", most));
            }
        }
        match self.part {
            ScarPart::Containment => self.counted().map(Some),
            ScarPart::Action if self.in_place.is_none() => Err(Refusal::input("in_place", "scar-action-when")),
            _ => Ok(None),
        }
    }

    /// Good and bad are not more than there are; what is left over is not looked at yet.
    fn counted(&self) -> Result<Counted, Refusal> {
        let suspect = self.suspect.ok_or(Refusal::input("suspect", "scar-how-many"))?;
        let counted = Counted { suspect, good: self.good.unwrap_or(0), bad: self.bad.unwrap_or(0) };
        if counted.unchecked().is_none() {
            let refusal = Refusal::input("suspect", "scar-more-counted-than-there").with("suspect", suspect);
            return Err(refusal.with("good", counted.good).with("bad", counted.bad));
        }
        if suspect > 0 {
            Refusal::unless_said(&self.marking, "marking", "scar-marking-empty")?;
        }
        Ok(counted)
    }
}

impl Happened for SupplierAnswered {
    fn apply(&self, case: &mut Case, when: &When) {
        let Some(scar) = case.inside.scars.iter_mut().find(|scar| scar.id == self.scar) else { return };
        scar.answers.push(ScarAnswer {
            nth: self.nth,
            part: self.part,
            says: self.says.clone(),
            noted_by: self.noted_by,
            at: when.recorded_at,
            weighed: None,
        });
    }
    fn words(&self) -> Text {
        let key = if self.noted_by.is_some() { "event-supplier-answer-noted" } else { "event-supplier-answered" };
        Text::new(key)
            .with("supplier", &self.supplier)
            .with("number", &self.number)
            .with("part", choice("scar-part", self.part.word()))
            .with("who", &self.says.said_by)
            .with("words", &self.says.words)
    }
}
