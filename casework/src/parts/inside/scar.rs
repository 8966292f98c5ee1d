//! A corrective-action request: what we ask of a supplier before us, and what they answered. It is the third view of one case, and what
//! the supplier reads has a type of its own: nothing of the customer or of the house has a way onto it (decision 0180).
use crate::choices;
use crate::ids::*;
use crate::parts::CaseFile;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

choices! {
    /// What a supplier is asked for, each with its own day.
    pub enum ScarPart { Containment = "containment", Cause = "cause", Action = "action" }
}
/// What the supplier reads, word for word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScarRequest {
    pub supplier: String,
    /// Who there is asked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub to: String,
    /// The language of their page; empty leaves it to their browser.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// Their part.
    pub part: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub revision: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lots: String,
    /// Our order or their delivery note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub order: String,
    /// Pieces that may have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<u64>,
    pub wrong: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub should: String,
    /// What they are asked to do at once.
    pub containment: String,
    pub containment_by: Timestamp,
    pub cause_by: Timestamp,
    pub action_by: Timestamp,
}
impl ScarRequest {
    pub fn due(&self, part: ScarPart) -> Timestamp {
        match part {
            ScarPart::Containment => self.containment_by,
            ScarPart::Cause => self.cause_by,
            ScarPart::Action => self.action_by,
        }
    }
}
/// A supplier's own words to one of the three: the same in the history, on the case and on their page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SupplierSays {
    pub words: String,
    /// For containment: pieces that may be bad there, good, bad; the rest is not looked at yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<Counted>,
    /// For containment: how good ones are marked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub marking: String,
    /// For an action: when it is in place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_place: Option<Timestamp>,
    /// Who there says so.
    pub said_by: String,
}
/// An answer of theirs on the case, with what we made of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScarAnswer {
    /// 1 for the first answer to this request.
    pub nth: u16,
    pub part: ScarPart,
    #[serde(flatten)]
    pub says: SupplierSays,
    /// The colleague who wrote it down; nobody where it came by their link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noted_by: Option<PersonId>,
    pub at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weighed: Option<Weighed>,
}
/// Pieces at the supplier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    pub suspect: u64,
    pub good: u64,
    pub bad: u64,
}
impl Counted {
    /// Those that nobody looked at yet; nothing when more were looked at than there are.
    pub fn unchecked(self) -> Option<u64> {
        self.suspect.checked_sub(self.good.checked_add(self.bad)?)
    }
}
/// What we made of an answer: taken over into our own facts, where it is tried like any other, or not enough.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weighed {
    pub verdict: Verdict,
    /// What is missing; the supplier reads it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// By when it is asked for again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again_by: Option<Timestamp>,
    /// The cause or the action that it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub became: Option<Uuid>,
    pub by: PersonId,
    pub at: Timestamp,
}
choices! {
    pub enum Verdict { TakenOver = "taken_over", NotEnough = "not_enough" }
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scar {
    pub id: ScarId,
    /// 1 for the first request of the case.
    pub nth: u16,
    /// The cause that lies with them, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<CauseId>,
    pub request: ScarRequest,
    pub by: PersonId,
    pub at: Timestamp,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<ScarAnswer>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<ScarEnd>,
}
/// Why nothing more is asked of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScarEnd {
    pub words: String,
    pub by: PersonId,
    pub at: Timestamp,
}
/// One thing that a supplier owes us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwedBySupplier {
    pub part: ScarPart,
    pub since: Timestamp,
    pub due: Timestamp,
}

impl Scar {
    pub fn is_open(&self) -> bool {
        self.ended.is_none()
    }
    /// The answer to a part that stands: the latest, unless it was not enough.
    pub fn answer(&self, part: ScarPart) -> Option<&ScarAnswer> {
        let enough = |a: &&ScarAnswer| a.weighed.as_ref().is_none_or(|w| w.verdict != Verdict::NotEnough);
        self.latest(part).filter(enough)
    }
    fn latest(&self, part: ScarPart) -> Option<&ScarAnswer> {
        self.answers.iter().rev().find(|answer| answer.part == part)
    }
    /// What they have not answered yet, or not enough, the soonest first; nothing once it ended.
    pub fn owed(&self) -> Vec<OwedBySupplier> {
        if !self.is_open() {
            return vec![];
        }
        let open = ScarPart::ALL.iter().copied().filter(|part| self.answer(*part).is_none());
        let mut owed: Vec<OwedBySupplier> = open
            .map(|part| match self.latest(part).and_then(|answer| answer.weighed.as_ref()) {
                Some(back) => {
                    OwedBySupplier { part, since: back.at, due: back.again_by.unwrap_or(self.request.due(part)) }
                }
                None => OwedBySupplier { part, since: self.at, due: self.request.due(part) },
            })
            .collect();
        owed.sort_by_key(|one| (one.due, one.part));
        owed
    }
    /// Answers that none of us has looked at.
    pub fn waiting(&self) -> impl Iterator<Item = &ScarAnswer> {
        let later = |a: &ScarAnswer| self.answers.iter().any(|b| b.part == a.part && b.nth > a.nth);
        self.answers.iter().filter(move |a| a.weighed.is_none() && !later(a))
    }
    /// The cause or action that an answer of theirs became, the latest first.
    pub fn became(&self, part: ScarPart) -> Option<Uuid> {
        let of = self.answers.iter().rev().filter(|a| a.part == part);
        of.filter_map(|a| a.weighed.as_ref()?.became).next()
    }
    /// What the supplier may read of all this.
    pub fn outward(&self, case: CaseNumber, files: &[CaseFile]) -> AskedOfSupplier {
        let part = |part: &ScarPart| {
            let said = self.latest(*part);
            let back = said.and_then(|a| a.weighed.as_ref()).filter(|w| w.verdict == Verdict::NotEnough);
            let due = back.and_then(|w| w.again_by).unwrap_or(self.request.due(*part));
            AskedPart {
                part: *part,
                due,
                said: said.map(|a| SaidToUs { says: a.says.clone(), at: a.at }),
                not_enough: back.map(|w| w.words.clone()),
            }
        };
        AskedOfSupplier {
            number: scar_number(case, self.nth),
            request: self.request.clone(),
            at: self.at,
            by: self.by,
            parts: ScarPart::ALL.iter().map(part).collect(),
            files: files.iter().filter(|file| file.supplier == Some(self.id)).map(sent).collect(),
            ended_at: self.ended.as_ref().map(|end| end.at),
        }
    }
}

/// The number that both sides say: `MG-1042-S1`.
pub fn scar_number(case: CaseNumber, nth: u16) -> String {
    format!("{case}-S{nth}")
}

/// All that the supplier's page, its paper and its files are written from. A field that is not here cannot reach them.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedOfSupplier {
    pub number: String,
    pub request: ScarRequest,
    pub at: Timestamp,
    /// The colleague who asks.
    pub by: PersonId,
    pub parts: Vec<AskedPart>,
    /// What they sent us beside their words.
    pub files: Vec<SentToUs>,
    pub ended_at: Option<Timestamp>,
}
/// A file of theirs, as they called it.
#[derive(Clone, Debug, PartialEq)]
pub struct SentToUs {
    pub name: String,
    pub bytes: u64,
    pub at: Timestamp,
}
fn sent(file: &CaseFile) -> SentToUs {
    SentToUs { name: file.name.clone(), bytes: file.bytes, at: file.at }
}
#[derive(Clone, Debug, PartialEq)]
pub struct AskedPart {
    pub part: ScarPart,
    pub due: Timestamp,
    pub said: Option<SaidToUs>,
    /// What is missing in what they said.
    pub not_enough: Option<String>,
}
/// Their own words, back to them.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidToUs {
    pub says: SupplierSays,
    pub at: Timestamp,
}
