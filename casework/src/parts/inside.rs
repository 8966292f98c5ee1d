//! What is found and done inside so that it does not happen again: containment, cause, actions (DOMAIN 4.1, 4.3, 5.6, 7). None of it
//! is said to the customer by its event; the report and the letter do that.
use super::Said;
use crate::ids::*;
use crate::{asked, choices};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

mod actions;
mod causes;
mod scar;
mod upstream;
pub use actions::*;
pub use causes::*;
pub use scar::*;
pub use upstream::*;

/// The facts of the second track, each kept by a command of its own; the gates of prevention read them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Inside {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<ProblemTeam>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<Problem>,
    /// What it is, and what it could be and is not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<IsRow>,
    /// One for each place that was answered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Containment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clean_from: Option<CleanPoint>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub whys: Vec<Why>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub causes: Vec<Cause>,
    /// *Not known yet* is an answer for a while; the latest of each chain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_known: Vec<NotKnownYet>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<CorrectiveAction>,
    /// What follows where a cause lies with a supplier before us; one for each such cause.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub upstream: Vec<UpstreamChoice>,
    /// What suppliers before us were asked for, and what they answered; oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scars: Vec<Scar>,
    /// How we will know that it holds; fixed before an action is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    /// Whether it held, each time somebody looked; the latest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<HoldCheck>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<ReadAcrossTarget>,
    /// When it was last seen not to hold; what was verified and chosen before is not enough any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again_since: Option<Timestamp>,
    /// Since when it is owed to tell the customer that it did not hold, before anybody else tells them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub untold_since: Option<Timestamp>,
}

choices! {
    /// What a member of the team does in the house. Whoever makes the part knows it best.
    pub enum Function {
        MakesThePart = "makes_the_part", Quality = "quality", ProcessEngineering = "process_engineering", Design = "design",
        Maintenance = "maintenance", Logistics = "logistics", Purchasing = "purchasing", Sales = "sales", Supplier = "supplier",
        Customer = "customer", Other = "other",
    }
}
asked! {
    /// Somebody who works on the problem. People who make the part often have no place in this program, so a name is enough.
    pub struct Member {
        /// Their name.
        pub name: String,
        /// The colleague, when they are one here.
        pub person: Option<PersonId>,
        /// What they do in the house.
        pub function: Function,
        /// How much of their time they have for it, in percent.
        pub share: u8,
        /// How they are reached: telephone or mail.
        #[serde(default)]
        pub reach: String,
    }
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProblemTeam {
    /// Who gives time and money for it.
    pub champion: PersonId,
    /// Who leads the work.
    pub leader: PersonId,
    pub members: Vec<Member>,
    pub at: Timestamp,
}

choices! {
    /// Whether the FMEA had thought of it.
    pub enum InFmea { Yes = "yes", No = "no", NoFmea = "no_fmea" }
}
asked! {
    /// What is wrong with what, in numbers.
    pub struct Problem {
        /// How it fails: *no solder on U7*.
        pub failure_mode: String,
        /// What it should be, with the unit: *solder height 80 to 120 µm*.
        #[serde(default)]
        pub should: String,
        /// What was measured: *0 to 15 µm*.
        #[serde(default)]
        pub is: String,
        /// The part's number.
        #[serde(default)]
        pub part: String,
        /// Its revision.
        #[serde(default)]
        pub revision: String,
        /// Lots or serial numbers that have it.
        #[serde(default)]
        pub lots: String,
        /// Pieces delivered.
        pub shipped: Option<u64>,
        /// Pieces that may have it.
        pub suspect: Option<u64>,
        /// Pieces that have it.
        pub found_bad: Option<u64>,
        /// The first delivery that has it.
        #[serde(default)]
        pub first_shipment: String,
        /// Whether the FMEA had thought of it.
        pub in_fmea: Option<InFmea>,
        /// Where in the process it arises, as far as seen.
        #[serde(default)]
        pub process_place: String,
    }
}

choices! {
    /// What a row of the table compares.
    pub enum Aspect { What = "what", Where = "where", When = "when", Extent = "extent" }
}
/// One row of is and is not. A cause must explain both sides of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IsRow {
    pub id: RowId,
    pub aspect: Aspect,
    pub is: String,
    pub is_not: String,
    /// What is different between the two.
    pub distinction: String,
    /// What changed there, and when.
    pub change: String,
}

choices! {
    /// Where parts of the kind can be.
    pub enum Place {
        AtCustomer = "at_customer", InTransit = "in_transit", OurStock = "our_stock", Wip = "wip", AtSupplier = "at_supplier",
    }
}
/// How the harm is stopped at one place. The numbers balance: suspect is good and bad and unchecked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Containment {
    pub place: Place,
    /// No says: there is nothing of it there, and `because` says how we know.
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
    pub at: Timestamp,
    /// Somebody other than the doer looked whether it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<Seconded>,
    /// Ended on purpose, once the lasting action works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed: Option<Seconded>,
}
impl Containment {
    /// Parts are still held back or sorted there.
    pub fn stands(&self) -> bool {
        self.applies == Said::Yes && self.removed.is_none()
    }
}
/// Who looked, when, and what they saw.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seconded {
    pub by: PersonId,
    pub at: Timestamp,
    pub words: String,
}
choices! {
    /// By what the first good part is known.
    pub enum CleanBy { Lot = "lot", Date = "date", Serial = "serial" }
}
/// From here on every part is good.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CleanPoint {
    pub known_by: CleanBy,
    /// The lot, date or serial number.
    pub first_good: String,
    /// How we know.
    pub words: String,
    pub at: Timestamp,
}

impl Inside {
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
    pub fn place(&self, place: Place) -> Option<&Containment> {
        self.places.iter().find(|c| c.place == place)
    }
    pub fn row(&self, id: RowId) -> Option<&IsRow> {
        self.rows.iter().find(|row| row.id == id)
    }
    pub fn why(&self, id: WhyId) -> Option<&Why> {
        self.whys.iter().find(|why| why.id == id)
    }
    /// The whys of a chain right below one, or its first ones.
    pub fn whys_under(&self, chain: Chain, under: Option<WhyId>) -> impl Iterator<Item = &Why> {
        self.whys.iter().filter(move |why| why.chain == chain && why.under == under)
    }
    pub fn cause(&self, id: CauseId) -> Option<&Cause> {
        self.causes.iter().find(|cause| cause.id == id)
    }
    /// Causes proven by turning them on and off, measuring or observing, since it last did not hold.
    pub fn verified(&self) -> impl Iterator<Item = &Cause> {
        let since = self.again_since;
        let fresh =
            move |cause: &&Cause| cause.tried.as_ref().is_some_and(|tried| since.is_none_or(|at| tried.at >= at));
        self.causes.iter().filter(|cause| cause.state == CauseState::Verified).filter(fresh)
    }
    pub fn action(&self, id: ActionId) -> Option<&CorrectiveAction> {
        self.actions.iter().find(|action| action.id == id)
    }
    /// Actions that were not dropped, chosen since it last did not hold.
    pub fn standing_actions(&self) -> impl Iterator<Item = &CorrectiveAction> {
        let since = self.again_since;
        self.actions.iter().filter(move |a| a.dropped.is_none() && since.is_none_or(|at| a.chosen_at >= at))
    }
    pub fn actions_for(&self, cause: CauseId) -> impl Iterator<Item = &CorrectiveAction> {
        self.standing_actions().filter(move |a| a.causes.contains(&cause))
    }
    /// Verified causes that lie with a supplier before us and of which nobody said since what follows (S007).
    pub fn upstream_open(&self) -> impl Iterator<Item = &Cause> {
        let since = self.again_since;
        let chosen = move |cause: &Cause| {
            self.upstream.iter().any(|c| c.chosen.cause == cause.id && since.is_none_or(|at| c.at >= at))
        };
        self.verified().filter(|cause| cause.category == Category::UpstreamSupplier).filter(move |cause| !chosen(cause))
    }
    pub fn scar(&self, id: ScarId) -> Option<&Scar> {
        self.scars.iter().find(|scar| scar.id == id)
    }
    pub fn target(&self, id: TargetId) -> Option<&ReadAcrossTarget> {
        self.targets.iter().find(|target| target.id == id)
    }
    /// When the last of the standing actions was done; nothing while one is open, or when there is none.
    pub fn all_done_at(&self) -> Option<Timestamp> {
        let done: Option<Vec<Timestamp>> = self.standing_actions().map(|a| a.done.as_ref().map(|d| d.at)).collect();
        done?.into_iter().max()
    }
    /// From when it may be said to hold: the window is over.
    pub fn window_ends(&self) -> Option<Timestamp> {
        let days = i64::from(self.measure.as_ref()?.window_days);
        self.all_done_at()?.checked_add(jiff::SignedDuration::from_hours(24 * days)).ok()
    }
}
