//! Why it happened, why it was not seen, and what in the house let both be: whys, causes, and how they were tried.
use crate::asked;
use crate::choices;
use crate::ids::*;
use crate::kinds::Party;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

choices! {
    /// Why it came about, why it slipped past us, and what in the house let both be.
    pub enum Chain { Occurrence = "occurrence", Escape = "escape", System = "system" }
}
/// A why, under the one it explains.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Why {
    pub id: WhyId,
    pub chain: Chain,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<WhyId>,
    pub words: String,
}
choices! {
    /// The bones of the fish; none of them is a person.
    pub enum Category {
        Machine = "machine", Method = "method", Material = "material", Measurement = "measurement", Workplace = "workplace",
        Surroundings = "surroundings", Expectation = "expectation", Promise = "promise", UpstreamSupplier = "upstream_supplier",
    }
}
choices! {
    pub enum CauseState { Candidate = "candidate", RuledOut = "ruled_out", Verified = "verified" }
}
choices! {
    /// How a cause is proven: turned on and off, measured, or seen at work.
    pub enum Proving { Reproduce = "reproduce", Measure = "measure", Observe = "observe" }
}
asked! {
    /// A place on a picture, in per mille of its width and height.
    pub struct Spot {
        /// From the left, 0 to 1000.
        pub x: u16,
        /// From the top, 0 to 1000.
        pub y: u16,
    }
}
/// A cause, or what may be one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cause {
    pub id: CauseId,
    pub chain: Chain,
    pub category: Category,
    /// With whom it lies; ours is named before theirs.
    pub lies_with: Party,
    pub text: String,
    /// The why that it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<WhyId>,
    pub state: CauseState,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tried: Option<Tried>,
}
/// How a cause was verified or ruled out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tried {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proving: Option<Proving>,
    /// What came of it, with the numbers.
    pub result: String,
    /// The rows that it explains; of a cause ruled out, those that speak against it.
    pub rows: Vec<RowId>,
    /// The photo or the paper that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FileId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spot: Option<Spot>,
    pub by: PersonId,
    pub at: Timestamp,
}
/// An answer for a while, with the day on which it is known or asked about again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NotKnownYet {
    pub chain: Chain,
    pub until: Timestamp,
    /// What is being done to find it.
    pub words: String,
    pub at: Timestamp,
}
