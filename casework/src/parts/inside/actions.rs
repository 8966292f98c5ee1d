//! What is changed so that it cannot come back, how strong that is (DOMAIN 4.12), and whether it held.
use crate::ids::*;
use crate::{asked, choices};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

choices! {
    /// What an action changes (S222).
    pub enum ActionKind {
        Process = "process", Product = "product", Communication = "communication", Supplier = "supplier", Stock = "stock",
        Training = "training", Promise = "promise",
    }
}
choices! {
    pub enum Strength { Strong = "strong", Middle = "middle", Weak = "weak" }
}
choices! {
    /// By what means an action works; how strong it is follows from that and is never typed in.
    pub enum Means {
        Interlock = "interlock", KeyedFixture = "keyed_fixture", AutomaticStop = "automatic_stop", FewerSteps = "fewer_steps",
        SameEquipment = "same_equipment", DesignChange = "design_change", SupplierChange = "supplier_change", LeadershipActs = "leadership_acts",
        SoftwareCheck = "software_check", Checklist = "checklist", ReadBack = "read_back", Capacity = "capacity",
        NoLookAlikes = "no_look_alikes", Redundancy = "redundancy", Documentation = "documentation", StockBuffer = "stock_buffer",
        DoubleCheck = "double_check", Label = "label", Procedure = "procedure", Training = "training", Attention = "attention",
        FurtherStudy = "further_study",
    }
}
impl Means {
    /// DOMAIN 4.12: strong makes it impossible, middle makes it unlikely, weak asks people to take care.
    pub fn strength(self) -> Strength {
        use Means::*;
        match self {
            Interlock | KeyedFixture | AutomaticStop | FewerSteps | SameEquipment | DesignChange | SupplierChange
            | LeadershipActs => Strength::Strong,
            SoftwareCheck | Checklist | ReadBack | Capacity | NoLookAlikes | Redundancy | Documentation
            | StockBuffer => Strength::Middle,
            DoubleCheck | Label | Procedure | Training | Attention | FurtherStudy => Strength::Weak,
        }
    }
}
asked! {
    /// A paper that changes with an action.
    pub struct ChangedDocument {
        /// Which one: *FMEA*, *control plan*, *work instruction 17*.
        pub name: String,
        /// The revision in which it is changed; empty until it is.
        #[serde(default)]
        pub revision: String,
    }
}
/// An action against one cause or several.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CorrectiveAction {
    pub id: ActionId,
    pub causes: Vec<CauseId>,
    pub text: String,
    pub kind: ActionKind,
    pub means: Means,
    pub owner: PersonId,
    pub due: Timestamp,
    /// What else it may do; empty until somebody has thought about it.
    pub side_effects: String,
    /// How we know that it works before it is rolled out.
    pub proof_before: String,
    pub documents: Vec<ChangedDocument>,
    pub chosen_at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<ActionDone>,
    /// Why it was let go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dropped: Option<String>,
}
impl CorrectiveAction {
    pub fn strength(&self) -> Strength {
        self.means.strength()
    }
    pub fn is_open(&self) -> bool {
        self.done.is_none() && self.dropped.is_none()
    }
    /// Documents that are to change and have no new revision.
    pub fn unchanged_documents(&self) -> impl Iterator<Item = &ChangedDocument> {
        self.documents.iter().filter(|d| d.revision.trim().is_empty())
    }
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ActionDone {
    pub at: Timestamp,
    pub by: PersonId,
    pub proof: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FileId>,
}
/// What will tell whether it holds, fixed before the action is done so that nobody can bend it to the result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// What is counted: *dry joints per 1,000 boards*.
    pub what: String,
    /// What it may be at most or must be at least.
    pub threshold: String,
    pub window_days: u16,
    /// Deliveries that must come through clean.
    pub shipments: u16,
    /// The item whose deliveries count.
    pub item: String,
    pub at: Timestamp,
}
choices! {
    pub enum HoldResult { Held = "held", DidNotHold = "did_not_hold" }
}
/// Somebody looked whether it holds, with the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HoldCheck {
    pub result: HoldResult,
    /// What was measured, against which threshold.
    pub data: String,
    pub clean_shipments: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FileId>,
    /// As it was fixed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    pub by: PersonId,
    pub at: Timestamp,
}
choices! {
    /// Where the same could happen; *nothing* says that we looked and there is none.
    pub enum Reach { Item = "item", Process = "process", Supplier = "supplier", Site = "site", Nothing = "nothing" }
}
/// Where the same change is made before the same harm is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReadAcrossTarget {
    pub id: TargetId,
    pub reach: Reach,
    pub what: String,
    pub owner: PersonId,
    pub due: Timestamp,
    /// What was done there, or why nothing had to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_at: Option<Timestamp>,
}
