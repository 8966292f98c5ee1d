//! The forms of a case: one written by hand for each thing a person can ask of it, what is usual first and the rest folded.
//!
//! Adding a command: write its form in the file of its phase, and its line here; a test names the ones without.
use super::case_view::CaseView;
use super::ui::{Form, Typed};
use crate::said::Zones;
use crate::session::Agent;
use jiff::Timestamp;

mod ask;
mod books;
mod cost;
mod emergency;
pub mod fields;
mod inside;
mod joint;
mod know;
pub mod open;
mod options;
mod plan;
mod playbook;
mod promises;
mod reach;
pub mod read;
mod resident;
mod returns;
pub mod talk;
mod tidy;
mod up;
mod upstream;
mod word;

pub use fields::{called, letter, short, step_words};
pub use promises::amends_words;
pub(super) use reach::ending;
pub use talk::first_sentence;
pub use tidy::tidy;

/// What a form may look at: the case, who asks, and what came with the address or was typed.
pub struct Desk<'a> {
    pub view: &'a CaseView,
    pub me: &'a Agent,
    pub now: Timestamp,
    pub typed: &'a Typed,
}

impl Desk<'_> {
    /// Our clock and that of the person we talk to.
    pub fn zones(&self) -> Zones {
        let theirs = self.view.speaker().map_or_else(|| self.view.zone(), |contact| self.view.zone_of(contact));
        Zones { ours: self.me.zone.clone(), theirs }
    }
}

/// A posted form as its command is read from it: short ways of saying put into full, rows nobody filled left out.
pub fn in_full(word: &str, pairs: &[(String, String)], desk: &Desk<'_>) -> talk::Full {
    let mut pairs = tidy(pairs);
    if matches!(word, "record-conversation" | "record-facts") {
        know::say_whose(&mut pairs, desk);
    }
    if word == "record-conversation" { talk::in_full(pairs, desk) } else { talk::Full { pairs, wrong: vec![] } }
}

/// The field under which a sentence of the rules is shown, where the form asks in other words.
pub fn shown_at(word: &str, field: &'static str) -> &'static str {
    match (word, field) {
        ("record-conversation", "options_laid_out" | "decision") => "decision.option_number",
        ("record-conversation", "had_their_say" | "reflect_confirmed" | "got_everything") => "heard",
        ("describe-problem", "failure_mode") => "problem.failure_mode",
        ("describe-problem", "should") => "problem.should",
        ("describe-problem", "found_bad") => "problem.found_bad",
        ("try-cause", "spot") => "spot.x",
        _ => field,
    }
}

/// Questions where no answer would be taken for one: nothing ticked is not *none fits*.
const ASKED_FOR: &[(&str, &str)] = &[("decide", "option")];

/// The fields of a command that a person has to answer and did not, though its shape would let them be.
pub fn unanswered(word: &str, typed: &Typed) -> Vec<&'static str> {
    let asked = ASKED_FOR.iter().filter(|(command, _)| *command == word);
    asked.filter(|(_, name)| typed.filled(name).is_none()).map(|(_, name)| *name).collect()
}

/// Writes the fields of one command into its form.
pub type Write = for<'f> fn(Form<'f>, &Desk<'_>) -> Form<'f>;

macro_rules! forms {
    ($($word:literal => $write:path),* $(,)?) => {
        /// Every command that has a form, by its word.
        pub const WORDS: &[&str] = &[$($word),*];
        /// The form of a command.
        pub fn of(word: &str) -> Option<Write> { match word { $($word => Some($write),)* _ => None } }
    };
}

forms! {
    // To know.
    "describe-harm" => know::describe_harm,
    "move-recognition" => know::move_recognition,
    "record-facts" => know::record_facts,
    "state-fault" => know::state_fault,
    // To reach, to listen.
    "record-attempt" => reach::record_attempt,
    "prepare-talk" => reach::prepare_talk,
    "record-conversation" => talk::record_conversation,
    "record-message" => reach::record_message,
    "tell-what-happened" => reach::tell_what_happened,
    "record-reaction" => reach::record_reaction,
    "answer-concern" => ask::answer_concern,
    "ask-question" => ask::ask_question,
    "correct-us" => ask::correct_us,
    "answer-question" => ask::answer_question,
    "add-idea" => joint::add_idea,
    "answer-idea" => joint::answer_idea,
    "suggest-colleague" => joint::suggest_colleague,
    "invite" => joint::invite,
    "take-part" => joint::take_part,
    "ask-for-support" => ask::ask_for_support,
    "no-answer-needed" => ask::no_answer_needed,
    "add-note" => ask::add_note,
    "show-file" => ask::show_file,
    "answer-report" => joint::answer_report,
    // To decide together.
    "add-option" => options::add_option,
    "withdraw-option" => options::withdraw_option,
    "counter-proposal" => options::counter_proposal,
    "answer-suggestion" => options::answer_suggestion,
    "lay-out-options" => options::lay_out_options,
    "decide" => options::decide,
    // To plan.
    "draft-plan" => plan::draft_plan,
    "agree-plan" => plan::agree_plan,
    "revise-plan" => plan::revise_plan,
    "confirm-step" => plan::confirm_step,
    "launch-emergency-plan" => emergency::launch_emergency_plan,
    "settle-step" => plan::settle_step,
    "reopen-step" => plan::reopen_step,
    "record-check-in" => plan::record_check_in,
    "pause-clocks" => plan::pause_clocks,
    "change-delivery" => plan::change_delivery,
    "assign-resident" => resident::assign_resident,
    "report-from-site" => resident::report_from_site,
    "end-residence" => resident::end_residence,
    // To keep promises, to make amends.
    "make-promise" => promises::make_promise,
    "move-promise" => promises::move_promise,
    "settle-promise" => promises::settle_promise,
    "grant-amends" => promises::grant_amends,
    "approve-amends" => promises::approve_amends,
    "give-amends" => promises::give_amends,
    "take-hard-action" => promises::take_hard_action,
    "authorise-return" => returns::authorise_return,
    "receive-return" => returns::receive_return,
    "dispose-return" => returns::dispose_return,
    "credit-return" => returns::credit_return,
    "end-return" => returns::end_return,
    "record-cost" => cost::record_cost,
    // Their word and after.
    "ask-for-word" => word::ask_for_word,
    "record-word" => word::record_word,
    "no-word" => word::no_word,
    "withdraw" => word::withdraw,
    "choose-follow-up" => word::choose_follow_up,
    "follow-up" => word::follow_up,
    "review" => word::review,
    "close" => word::close,
    "reopen" => word::reopen,
    // To go up.
    "escalate" => up::escalate,
    "acknowledge-escalation" => up::acknowledge_escalation,
    "not-agreed" => up::not_agreed,
    "mediate" => up::mediate,
    "propose-outcome" => up::propose_outcome,
    "pass-gate" => up::pass_gate,
    // To keep the books.
    "hand-over" => books::hand_over,
    "take-back" => books::take_back,
    "name-team" => books::name_team,
    "merge" => books::merge,
    "link" => books::link,
    "split" => books::split,
    "choose-playbook" => playbook::choose_playbook,
    "move-playbook" => playbook::move_playbook,
    "move-playbook-back" => playbook::move_playbook_back,
    "tick-step" => playbook::tick_step,
    "untick-step" => playbook::untick_step,
    "advance-prevention" => books::advance_prevention,
    // Inside.
    "name-problem-team" => inside::name_problem_team,
    "describe-problem" => inside::describe_problem,
    "compare-is" => inside::compare_is,
    "contain-place" => inside::contain_place,
    "verify-containment" => inside::verify_containment,
    "name-clean-point" => inside::name_clean_point,
    "remove-containment" => inside::remove_containment,
    "add-why" => inside::add_why,
    "name-cause" => inside::name_cause,
    "try-cause" => inside::try_cause,
    "cause-not-known" => inside::cause_not_known,
    "choose-action" => inside::choose_action,
    "finish-action" => inside::finish_action,
    "ask-supplier" => upstream::ask_supplier,
    "note-supplier-answer" => upstream::note_supplier_answer,
    "take-over-answer" => upstream::take_over_answer,
    "return-answer" => upstream::return_answer,
    "end-scar" => upstream::end_scar,
    "choose-upstream" => upstream::choose_upstream,
    "fix-measure" => inside::fix_measure,
    "read-across" => inside::read_across,
    "check-hold" => inside::check_hold,
    "tell-did-not-hold" => inside::tell_did_not_hold,
}
