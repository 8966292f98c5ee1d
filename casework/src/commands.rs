//! The list of what can be asked, and `decide`: one pure way from a wish and the facts to what happens.
//! Each command has its own file: what is asked, when it is refused, what happens, how the timeline says it.
use crate::draft::{Change, Draft};
use crate::facts::{Actor, Facts};
use crate::ids::{CaseNumber, ContactId};
use crate::refusal::Refusal;
use crate::rights::{self, Right, Whose};
use crate::shape::{Shape, Shaped};

/// A wish: validated against the facts, it says what happens.
pub trait Asks {
    /// # Errors
    /// A refusal with the sentence that says why and the way out; nothing has happened then.
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal>;
    /// Whether a contact may ask this, with these fields, in their own name. What does not say so is not theirs.
    ///
    /// # Errors
    /// `not-for-customers`, and what the command itself refuses: another's name, a field that only colleagues fill in.
    fn theirs(&self, _contact: ContactId, _facts: &Facts) -> Result<(), Refusal> {
        Err(Refusal::rights("not-for-customers"))
    }
}

/// Decides a command: rights, the command's own rules, then what follows (recovery, severity, clocks).
///
/// # Errors
/// The first refusal met; the case is unchanged then.
pub fn decide(facts: &Facts, command: &Command) -> Result<Change, Refusal> {
    let mut draft = Draft::new(facts);
    if let Actor::Customer(contact) = facts.actor {
        rights::check_contact(command.whose(), contact, facts)
            .and_then(|()| command.theirs(contact, facts))
            .and_then(|()| command.ask(&mut draft))
            .map_err(rights::as_they_read_it)?;
        draft.owner_hears();
    } else {
        rights::check(command.right(), facts)?;
        command.ask(&mut draft)?;
    }
    Ok(draft.finish())
}

/// The word after the right: a command without one is ours alone.
macro_rules! whose {
    () => {
        Whose::Ours
    };
    (Contact) => {
        Whose::TheirsToo
    };
}

macro_rules! commands {
    ($($name:ident = $word:literal in $file:ident for $right:ident $(or $whose:ident)?),* $(,)?) => {
        $(pub mod $file; pub use $file::*;)*
        /// Everything that can be asked of a case.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Command { $($name(Box<$name>)),* }
        impl Command {
            /// The words of the API, `POST …/actions/<word>`, in the order of the list.
            pub const WORDS: &'static [&'static str] = &[$($word),*];
            pub fn word(&self) -> &'static str { match self { $(Self::$name(_) => $word),* } }
            pub fn right(&self) -> Right { match self { $(Self::$name(_) => Right::$right),* } }
            /// Who may ask it, by its word.
            pub fn right_of(word: &str) -> Option<Right> { match word { $($word => Some(Right::$right),)* _ => None } }
            /// Whether a contact of the customer may ask it too.
            pub fn whose(&self) -> Whose { match self { $(Self::$name(_) => whose!($($whose)?)),* } }
            /// The same by its word; a word that is no command's is nobody's.
            pub fn whose_of(word: &str) -> Whose { match word { $($word => whose!($($whose)?),)* _ => Whose::Ours } }
            /// What it looks like from outside.
            pub fn shape_of(word: &str) -> Option<Shape> { match word { $($word => Some($name::shape()),)* _ => None } }
            /// Reads the command of that word; nothing when there is no such word.
            pub fn read<'de, D: serde::Deserializer<'de>>(word: &str, from: D) -> Option<Result<Self, D::Error>> {
                match word { $($word => Some(<$name as serde::Deserialize>::deserialize(from).map(|c| Self::$name(Box::new(c)))),)* _ => None }
            }
            fn theirs(&self, contact: ContactId, facts: &Facts) -> Result<(), Refusal> { match self { $(Self::$name(c) => c.theirs(contact, facts)),* } }
            fn ask(&self, draft: &mut Draft) -> Result<(), Refusal> { match self { $(Self::$name(c) => c.decide(draft)),* } }
        }
        $(impl From<$name> for Command { fn from(c: $name) -> Self { Self::$name(Box::new(c)) } })*
    };
}

commands! {
    // To know, to reach, to listen.
    OpenCase = "open-case" in open_case for Anyone or Contact,
    DescribeHarm = "describe-harm" in describe_harm for Work or Contact,
    MoveRecognition = "move-recognition" in move_recognition for Work,
    RecordAttempt = "record-attempt" in record_attempt for Work,
    PrepareTalk = "prepare-talk" in prepare_talk for Work,
    RecordConversation = "record-conversation" in record_conversation for Work,
    RecordMessage = "record-message" in record_message for Work,
    SendMessage = "send-message" in send_message for Bring,
    TakeBackMessage = "take-back-message" in take_back_message for Bring,
    MessageWent = "message-sent" in message_went for Internal,
    MessageCameBack = "message-undelivered" in message_came_back for Internal,
    SendReceipt = "receipt-sent" in send_receipt for Internal,
    ReceiveMessage = "receive-message" in receive_message for Internal,
    NoAnswerNeeded = "no-answer-needed" in no_answer_needed for Work,
    PlaceLetter = "place-letter" in place_letter for Bring,
    MoveLetterAway = "move-letter-away" in move_letter_away for Bring,
    HearCalendar = "hear-calendar" in hear_calendar for Internal,
    TellWhatHappened = "tell-what-happened" in tell_what_happened for Work,
    RecordReaction = "record-reaction" in record_reaction for Work or Contact,
    RecordFacts = "record-facts" in record_facts for Work,
    StateFault = "state-fault" in state_fault for Work,
    AnswerConcern = "answer-concern" in answer_concern for Work or Contact,
    AskQuestion = "ask-question" in ask_question for Work or Contact,
    CorrectUs = "correct-us" in correct_us for Work or Contact,
    AnswerQuestion = "answer-question" in answer_question for Work,
    AddIdea = "add-idea" in add_idea for Work or Contact,
    AnswerIdea = "answer-idea" in answer_idea for Work,
    SuggestColleague = "suggest-colleague" in suggest_colleague for Work or Contact,
    Invite = "invite" in invite for Work,
    TakePart = "take-part" in take_part for Work or Contact,
    AskForSupport = "ask-for-support" in ask_for_support for Work,
    AskHelpToStart = "ask-help-to-start" in ask_help_to_start for Work,
    AddNote = "add-note" in add_note for Anyone,
    OverruleReview = "overrule-review" in overrule_review for Anyone,
    KeepFile = "keep-file" in keep_file for Bring or Contact,
    ShowFile = "show-file" in show_file for Work,
    SendReport = "send-report" in send_report for Bring,
    AnswerReport = "answer-report" in answer_report for Work or Contact,
    // To decide together, to plan, to keep promises. (group A)
    AddOption = "add-option" in add_option for Work,
    WithdrawOption = "withdraw-option" in withdraw_option for Work,
    ProposeOption = "counter-proposal" in propose_option for Work or Contact,
    AnswerSuggestion = "answer-suggestion" in answer_suggestion for Work,
    LayOutOptions = "lay-out-options" in lay_out_options for Work,
    RecordDecision = "decide" in record_decision for Work or Contact,
    DraftPlan = "draft-plan" in draft_plan for Work,
    AgreePlan = "agree-plan" in agree_plan for Work or Contact,
    RevisePlan = "revise-plan" in revise_plan for Work,
    ConfirmStep = "confirm-step" in confirm_step for Work,
    LaunchEmergencyPlan = "launch-emergency-plan" in launch_emergency_plan for Work,
    SettleStep = "settle-step" in settle_step for Work or Contact,
    ReopenStep = "reopen-step" in reopen_step for Work,
    RecordCheckIn = "record-check-in" in record_check_in for Work,
    MakePromise = "make-promise" in make_promise for Work,
    MovePromise = "move-promise" in move_promise for Work,
    SettlePromise = "settle-promise" in settle_promise for Work,
    GrantAmends = "grant-amends" in grant_amends for Work,
    ApproveAmends = "approve-amends" in approve_amends for Manage,
    GiveAmends = "give-amends" in give_amends for Work,
    ChangeDelivery = "change-delivery" in change_delivery for Work or Contact,
    AssignResident = "assign-resident" in assign_resident for Work,
    ReportFromSite = "report-from-site" in report_from_site for Work,
    EndResidence = "end-residence" in end_residence for Work,
    TakeHardAction = "take-hard-action" in take_hard_action for Work,
    PauseClocks = "pause-clocks" in pause_clocks for Work,
    RecordCost = "record-cost" in record_cost for Work,
    AuthoriseReturn = "authorise-return" in authorise_return for Work,
    ReceiveReturn = "receive-return" in receive_return for Work,
    DisposeReturn = "dispose-return" in dispose_return for Work,
    CreditReturn = "credit-return" in credit_return for Work,
    EndReturn = "end-return" in end_return for Work,
    // To hear their word, to close, to go up, to hand over, to keep the books. (group B)
    Escalate = "escalate" in escalate for Work,
    AcknowledgeEscalation = "acknowledge-escalation" in acknowledge_escalation for Work,
    AskForWord = "ask-for-word" in ask_for_word for Work,
    RecordWord = "record-word" in record_word for Work or Contact,
    GiveUpWaiting = "no-word" in give_up_waiting for Manage,
    WithdrawByCustomer = "withdraw" in withdraw_by_customer for Work or Contact,
    ChooseFollowUp = "choose-follow-up" in choose_follow_up for Work,
    RecordFollowUp = "follow-up" in record_follow_up for Work or Contact,
    ReviewCase = "review" in review_case for Work,
    CloseCase = "close" in close_case for Work,
    ReopenCase = "reopen" in reopen_case for Work or Contact,
    HandOver = "hand-over" in hand_over for Work,
    TakeBackCase = "take-back" in take_back_case for Work,
    NameTeam = "name-team" in name_team for Work,
    MergeCases = "merge" in merge_cases for Work,
    LinkCases = "link" in link_cases for Work,
    SplitCase = "split" in split_case for Work,
    PassGate = "pass-gate" in pass_gate for Work,
    RunOutClock = "run-out-clock" in run_out_clock for Internal,
    RecountClocks = "recount-clocks" in recount_clocks for Internal,
    ChoosePlaybook = "choose-playbook" in choose_playbook for Work,
    MovePlaybook = "move-playbook" in move_playbook for Work,
    MovePlaybookBack = "move-playbook-back" in move_playbook_back for Work,
    TickStep = "tick-step" in tick_step for Work,
    UntickStep = "untick-step" in untick_step for Work,
    AdvancePrevention = "advance-prevention" in advance_prevention for Work,
    ReopenPrevention = "reopen-prevention" in reopen_prevention for Internal,
    // Inside: to stop the harm, to find the cause, to change it, to know that it holds.
    NameProblemTeam = "name-problem-team" in name_problem_team for Work,
    DescribeProblem = "describe-problem" in describe_problem for Work,
    CompareIs = "compare-is" in compare_is for Work,
    ContainPlace = "contain-place" in contain_place for Work,
    VerifyContainment = "verify-containment" in verify_containment for Work,
    NameCleanPoint = "name-clean-point" in name_clean_point for Work,
    RemoveContainment = "remove-containment" in remove_containment for Work,
    AddWhy = "add-why" in add_why for Work,
    NameCause = "name-cause" in name_cause for Work,
    TryCause = "try-cause" in try_cause for Work,
    CauseNotKnown = "cause-not-known" in cause_not_known for Work,
    ChooseAction = "choose-action" in choose_action for Work,
    FinishAction = "finish-action" in finish_action for Work,
    ChooseUpstream = "choose-upstream" in choose_upstream for Work,
    AskSupplier = "ask-supplier" in ask_supplier for Work,
    NoteSupplierAnswer = "note-supplier-answer" in note_supplier_answer for Work,
    KeepSupplierFile = "keep-supplier-file" in keep_supplier_file for Internal,
    TakeOverAnswer = "take-over-answer" in take_over_answer for Work,
    ReturnAnswer = "return-answer" in return_answer for Work,
    EndScar = "end-scar" in end_scar for Work,
    FixMeasure = "fix-measure" in fix_measure for Work,
    ReadAcross = "read-across" in read_across for Work,
    CheckHold = "check-hold" in check_hold for Work,
    TellDidNotHold = "tell-did-not-hold" in tell_did_not_hold for Work,
    DeclareNotAgreed = "not-agreed" in declare_not_agreed for Manage,
    Mediate = "mediate" in mediate for Manage,
    ProposeOutcome = "propose-outcome" in propose_outcome for Work,
}

/// The second case that a command changes beside its own; the store gathers it into `Facts::other`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// One that exists.
    Known(CaseNumber),
    /// A blank one, opened by the command with `Facts::next_number`.
    New,
}

impl Command {
    pub fn beside(&self) -> Option<Beside> {
        match self {
            Self::MergeCases(c) => Some(Beside::Known(c.into)),
            Self::LinkCases(c) => Some(Beside::Known(c.with)),
            Self::SplitCase(_) => Some(Beside::New),
            _ => None,
        }
    }
}
