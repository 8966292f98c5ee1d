//! The list of what can happen to a case. Events are the only thing that changes one; each says itself for people.
use crate::case::Case;
use crate::commands::*;
use crate::facts::Actor;
use crate::recovery::RecoveryMoved;
use crate::severity::SeverityChanged;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// When it took place, when it was typed in, and by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    pub happened_at: Timestamp,
    pub recorded_at: Timestamp,
    pub by: Actor,
}

/// One entry of the history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Happening {
    /// 1 for the first event of a case, without gaps.
    pub seq: u64,
    pub event: Event,
    pub when: When,
}

impl Happening {
    pub fn apply(&self, case: &mut Case) {
        case.version = self.seq;
        self.event.apply(case, &self.when);
    }
}

/// What every kind of event can do. It lives beside the command it comes from.
pub trait Happened {
    /// Changes the case; the only place that does.
    fn apply(&self, case: &mut Case, when: &When);
    /// Says itself for colleagues, on the timeline.
    fn words(&self) -> Text;
    /// Says itself for the customer, or not at all; what is not said here cannot reach them.
    fn told(&self) -> Option<Text> {
        None
    }
}

macro_rules! events {
    ($($name:ident = $word:literal),* $(,)?) => {
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "kind", content = "what")]
        pub enum Event { $(#[serde(rename = $word)] $name($name)),* }
        impl Event {
            /// Every kind ever shipped; kinds are added, never renamed or reused.
            pub const KINDS: &'static [&'static str] = &[$($word),*];
            pub fn kind(&self) -> &'static str { match self { $(Self::$name(_) => $word),* } }
            pub fn apply(&self, case: &mut Case, when: &When) { match self { $(Self::$name(e) => e.apply(case, when)),* } }
            pub fn words(&self) -> Text { match self { $(Self::$name(e) => e.words()),* } }
            pub fn told(&self) -> Option<Text> { match self { $(Self::$name(e) => e.told()),* } }
        }
        $(impl From<$name> for Event { fn from(e: $name) -> Self { Self::$name(e) } })*
    };
}

events! {
    // What follows from other events.
    RecoveryMoved = "recovery_moved",
    SeverityChanged = "severity_changed",
    // To know, to reach, to listen.
    CaseOpened = "case_opened",
    HarmDescribed = "harm_described",
    RecognisedEarlier = "recognised_earlier",
    AttemptRecorded = "attempt_recorded",
    TalkPrepared = "talk_prepared",
    ConversationRecorded = "conversation_recorded",
    MessageRecorded = "message_recorded",
    MessageQueued = "message_queued",
    MessageTakenBack = "message_taken_back",
    MessageSent = "message_sent",
    MessageUndelivered = "message_undelivered",
    ReceiptSent = "receipt_sent",
    MessageReceived = "message_received",
    LetterSettled = "letter_settled",
    LetterPlaced = "letter_placed",
    LetterMovedAway = "letter_moved_away",
    CalendarAnswered = "calendar_answered",
    ToldWhatHappened = "told_what_happened",
    NewsTold = "news_told",
    ReactionRecorded = "reaction_recorded",
    FactsRecorded = "facts_recorded",
    FaultStated = "fault_stated",
    ConcernAnswered = "concern_answered",
    QuestionAsked = "question_asked",
    QuestionAnswered = "question_answered",
    IdeaAdded = "idea_added",
    IdeaAnswered = "idea_answered",
    ColleagueSuggested = "colleague_suggested",
    ColleagueInvited = "colleague_invited",
    TakingPartChanged = "taking_part_changed",
    Corrected = "corrected",
    SupportAsked = "support_asked",
    HelpToStartAsked = "help_to_start_asked",
    NoteAdded = "note_added",
    ReviewOverruled = "review_overruled",
    FileKept = "file_kept",
    FileShown = "file_shown",
    ReportSent = "report_sent",
    ReportAnswered = "report_answered",
    // To decide together, to plan, to keep promises. (group A)
    OptionAdded = "option_added",
    OptionWithdrawn = "option_withdrawn",
    SuggestionAnswered = "suggestion_answered",
    OptionsLaidOut = "options_laid_out",
    DecisionRecorded = "decision_recorded",
    PlanDrafted = "plan_drafted",
    PlanAgreed = "plan_agreed",
    TakingPartDeclined = "taking_part_declined",
    PlanAgreedByOne = "plan_agreed_by_one",
    PlanRevised = "plan_revised",
    StepConfirmed = "step_confirmed",
    StepSettled = "step_settled",
    EmergencyPlanLaunched = "emergency_plan_launched",
    StepReopened = "step_reopened",
    CheckInRecorded = "check_in_recorded",
    PromiseMade = "promise_made",
    PromiseMoved = "promise_moved",
    PromiseSettled = "promise_settled",
    AmendsGranted = "amends_granted",
    AmendsApproved = "amends_approved",
    AmendsDeclined = "amends_declined",
    AmendsGiven = "amends_given",
    DeliveryChanged = "delivery_changed",
    ResidentAssigned = "resident_assigned",
    SiteReported = "site_reported",
    ResidenceEnded = "residence_ended",
    HardActionTaken = "hard_action_taken",
    ClocksPaused = "clocks_paused",
    CostRecorded = "cost_recorded",
    ReturnAuthorised = "return_authorised",
    ReturnReceived = "return_received",
    ReturnDisposed = "return_disposed",
    ReturnCredited = "return_credited",
    ReturnEnded = "return_ended",
    // To hear their word, to close, to go up, to hand over, to keep the books. (group B)
    Escalated = "escalated",
    EscalationAcknowledged = "escalation_acknowledged",
    WordAsked = "word_asked",
    WordGiven = "word_given",
    WordNotGiven = "word_not_given",
    WithdrawnByCustomer = "withdrawn_by_customer",
    FollowUpChosen = "follow_up_chosen",
    FollowUpRecorded = "follow_up_recorded",
    ReviewRecorded = "review_recorded",
    CaseClosed = "case_closed",
    CaseReopened = "case_reopened",
    CaseHandedOver = "case_handed_over",
    CaseTakenBack = "case_taken_back",
    TeamNamed = "team_named",
    CaseMerged = "case_merged",
    MergedHere = "merged_here",
    CaseLinked = "case_linked",
    CaseSplit = "case_split",
    CameBySplit = "came_by_split",
    GatePassed = "gate_passed",
    ClockRanOut = "clock_ran_out",
    PlaybookChosen = "playbook_chosen",
    PlaybookMoved = "playbook_moved",
    PlaybookMovedBack = "playbook_moved_back",
    StepTicked = "step_ticked",
    StepUnticked = "step_unticked",
    PreventionMoved = "prevention_moved",
    PreventionReopened = "prevention_reopened",
    // Inside: to stop the harm, to find the cause, to change it, to know that it holds.
    ProblemTeamNamed = "problem_team_named",
    ProblemDescribed = "problem_described",
    IsCompared = "is_compared",
    PlaceContained = "place_contained",
    ContainmentVerified = "containment_verified",
    CleanPointNamed = "clean_point_named",
    ContainmentRemoved = "containment_removed",
    WhyAdded = "why_added",
    CauseNamed = "cause_named",
    CauseTried = "cause_tried",
    CauseNotYetKnown = "cause_not_yet_known",
    ActionChosen = "action_chosen",
    ActionFinished = "action_finished",
    MeasureFixed = "measure_fixed",
    AcrossRead = "across_read",
    HoldChecked = "hold_checked",
    DidNotHoldTold = "did_not_hold_told",
    UpstreamChosen = "upstream_chosen",
    SupplierAsked = "supplier_asked",
    SupplierAnswered = "supplier_answered",
    SupplierFileKept = "supplier_file_kept",
    AnswerTakenOver = "answer_taken_over",
    AnswerReturned = "answer_returned",
    ScarEnded = "scar_ended",
    ClocksRecounted = "clocks_recounted",
    NotAgreedStated = "not_agreed_stated",
    MediationMoved = "mediation_moved",
    MediatorNamed = "mediator_named",
    OutcomeProposed = "outcome_proposed",
}

#[cfg(test)]
mod golden_tests;
