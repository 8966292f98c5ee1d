//! What is done about a supplier before us with whom a cause lies (S007).
use crate::choices;
use crate::ids::*;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

choices! {
    /// What follows from a cause that lies with a supplier before us.
    pub enum UpstreamWay { Strengthen = "strengthen", Alternate = "alternate", Neither = "neither" }
}
/// What was chosen for one cause, as it stands in the history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UpstreamChosen {
    pub cause: CauseId,
    pub way: UpstreamWay,
    /// The supplier with whom the cause lies.
    pub supplier: String,
    /// The part that can come from elsewhere, and from whom; empty for the other two.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub alternate: String,
    /// What is agreed with them, how the other is proven, or why neither.
    pub words: String,
    pub by: PersonId,
}
/// The choice for one cause on the case; the latest holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UpstreamChoice {
    #[serde(flatten)]
    pub chosen: UpstreamChosen,
    pub at: Timestamp,
}
