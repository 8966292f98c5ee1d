//! The facts of a report, as they leave the house and as `report.json` says them. Each field is meant for the customer's eyes: what is not
//! has none here (decision 0166).
use casework::inside::Discipline;
use casework::kinds::{Party, Safety};
use casework::parts::*;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The form of the file; it grows, and nothing in it changes its meaning.
pub const FORM: &str = "makegood-report/1";

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub form: String,
    pub stage: ReportStage,
    /// The number of the case.
    pub number: String,
    /// What it will be, or was, when sent.
    pub revision: u16,
    pub language: String,
    /// The day that it states.
    pub day: Date,
    pub title: String,
    pub from: String,
    pub to: String,
    pub contact: String,
    pub head: Head,
    pub steps: Vec<Step>,
    pub help: FirstHelp,
    pub team: Option<Team>,
    pub problem: Option<Problem>,
    pub in_their_words: Vec<Words>,
    pub compared: Vec<Compared>,
    pub places: Vec<Place>,
    pub clean_from: Option<CleanFrom>,
    pub chains: Vec<ChainOf>,
    pub their_views: Vec<View>,
    pub actions: Vec<Action>,
    pub measure: Option<MeasuredBy>,
    pub held: Vec<Look>,
    pub across: Vec<Across>,
    pub accepted: Option<Words>,
    pub pictures: Vec<Shown>,
}
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Head {
    pub recognised_on: Option<Date>,
    pub opened_on: Option<Date>,
    pub safety: Option<Safety>,
    /// How many reports about the like came before.
    pub repeats: usize,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reached {
    Done,
    Begun,
    Open,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub discipline: Discipline,
    pub reached: Reached,
}
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FirstHelp {
    pub spoke_on: Option<Date>,
    pub told_on: Option<Date>,
    pub told_to: String,
    pub told: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Team {
    pub champion: String,
    pub leader: String,
    pub members: Vec<Member>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Member {
    pub name: String,
    pub function: Function,
    pub share: u8,
    pub reach: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Words {
    pub words: String,
    pub by: String,
    pub on: Option<Date>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    pub aspect: Aspect,
    pub is: String,
    pub is_not: String,
    pub distinction: String,
    pub change: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    pub place: casework::parts::Place,
    pub applies: Said,
    pub because: String,
    pub suspect: u64,
    pub good: u64,
    pub bad: u64,
    pub unchecked: u64,
    pub lots: String,
    pub method: String,
    pub marking: String,
    pub done_by: String,
    pub done_on: Date,
    pub verified_by: String,
    pub verified: String,
    /// Why nothing is held back there any more.
    pub ended: String,
    pub ended_on: Option<Date>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CleanFrom {
    pub known_by: CleanBy,
    pub value: String,
    pub words: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChainOf {
    pub chain: Chain,
    /// The whys from the first to the deepest, one list for each branch.
    pub whys: Vec<Vec<String>>,
    pub causes: Vec<CauseOf>,
    pub ruled_out: Vec<RuledOut>,
    pub not_known: Option<NotKnown>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CauseOf {
    pub text: String,
    pub category: Category,
    pub lies_with: Party,
    pub proving: Option<Proving>,
    pub proof: String,
    pub proven_on: Option<Date>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RuledOut {
    pub text: String,
    pub because: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NotKnown {
    pub until: Date,
    pub words: String,
}
/// What the customer thinks, and what we answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct View {
    pub about: IdeaAbout,
    pub by: String,
    pub words: String,
    pub answer: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Action {
    pub text: String,
    pub chains: Vec<Chain>,
    /// The causes that it works against.
    pub causes: Vec<String>,
    pub strength: Strength,
    pub owner: String,
    pub due: Date,
    pub side_effects: String,
    pub proof_before: String,
    pub done_on: Option<Date>,
    pub proof: String,
    pub documents: Vec<ChangedDocument>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeasuredBy {
    pub what: String,
    pub threshold: String,
    pub window_days: u16,
    pub shipments: u16,
    pub until: Option<Date>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Look {
    pub result: HoldResult,
    pub data: String,
    pub clean_shipments: u16,
    pub on: Date,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Across {
    pub reach: Reach,
    pub what: String,
    pub owner: String,
    pub due: Date,
    pub done: String,
    pub done_on: Option<Date>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shown {
    pub file: String,
    pub name: String,
    pub words: String,
    /// What the spot shows, and where it is.
    pub spots: Vec<SpotOn>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpotOn {
    pub across: u16,
    pub down: u16,
    pub words: String,
}
