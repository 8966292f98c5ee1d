//! Only the customer says that it is solved, and somebody calls a few days later.
use super::walk::*;
use crate::clock::ClockKind as K;
use crate::effect::Urgency;
use crate::event::Event;
use crate::gate::Gate;
use crate::kinds::*;
use crate::parts::*;
use crate::testing::*;
use serde_json::json;

/// S205, I01: the case goes all the way, and her word alone makes it solved.
#[test]
fn s205_a_case_is_solved_by_the_word_of_a_contact() {
    let s = asked();
    let word = yes(&s);
    let s = s.does("record-word", word).then("Ms Rao says it is solved: “All boxes are right now.”");
    s.stands(Recovery::Solved).replays();
}

/// S205, I01: an employee's id is no contact.
#[test]
fn s205_a_colleague_cannot_give_the_word() {
    let mut word = yes(&asked());
    word["by"] = json!(MARIA);
    asked().ask("record-word", word).refused("not-a-contact").stands(Recovery::AwaitingWord);
}

/// S205, I02: neither a clock nor an import says it.
#[test]
fn s205_no_timer_and_no_import_gives_the_word() {
    let word = yes(&asked());
    asked().by_system().ask("record-word", word.clone()).refused("only-their-word-solves");
    let mut s = asked();
    s.facts.actor = crate::Actor::Import;
    s.ask("record-word", word).refused("only-their-word-solves").stands(Recovery::AwaitingWord);
}

/// S032, I02: a year goes by, every clock runs out, and it is still awaiting their word.
#[test]
fn s032_silence_for_a_year_is_not_a_yes() {
    let mut s = asked();
    for _ in 0..400 {
        let next =
            s.case().clocks.iter().filter(|c| c.is_running()).filter_map(|c| c.next_at.map(|at| (at, c.kind))).min();
        let Some((_, kind)) = next else { break };
        s = s.runs_out(kind);
    }
    let later = s.at("2027-11-24 11:00").does("add-note", json!({ "text": "A year on." }));
    later.stands(Recovery::AwaitingWord);
}

/// S206: *no* goes back to deciding, counts, raises, calls the manager, and the silence is counted anew.
#[test]
fn s206_no_goes_back_to_deciding_and_is_heard() {
    let s = asked().at("2026-11-24 15:00").does(
        "record-word",
        json!({ "by": MS_RAO, "solved": "no", "words": "Three boxes are still wrong.", "way": "phone" }),
    );
    let case = s.case();
    assert_eq!((case.recovery, case.failed_fixes, case.severity), (Recovery::Deciding, 1, Severity::S2));
    assert!(s.told().iter().any(|(to, urgency, _)| *to == EWA && *urgency == Urgency::Urgent));
    assert!(s.case().decision().is_none() && s.case().fix_steps().next().is_none());
    s.then("Ms Rao says it is not solved").due(K::Silence, "2026-11-25 15:00").replays();
}

/// After a *no* the whole way is walked again: new options, a new plan, a new word.
#[test]
fn a_second_fix_is_decided_and_agreed_again() {
    let s = asked().does("record-word", json!({ "by": MS_RAO, "solved": "no", "words": "Not all.", "way": "phone" }));
    let option = |what: &str| json!({ "kind": "rework", "what": what, "arrives": at("2026-11-26 10:00"), "confidence": "expected" });
    let s = s.does("add-option", option("A second courier.")).does("add-option", option("A van today."));
    let s = decided(s.does("lay-out-options", json!({}))).stands(Recovery::Agreed);
    let s = fix(s.at("2026-11-25 09:00")).stands(Recovery::MakingGood).does("ask-for-word", json!({ "way": "phone" }));
    let word = yes(&s);
    s.stands(Recovery::AwaitingWord).does("record-word", word).stands(Recovery::Solved).replays();
}

/// S207: every worry is ticked by the customer, one by one.
#[test]
fn s207_a_worry_left_unticked_keeps_the_case_awaiting_word() {
    let answered = |s: crate::testing::Story| {
        let concern = s.case().concerns[0].id;
        s.does("answer-concern", json!({ "concern": concern, "words": "The other lots are right." }))
    };
    let mut word = yes(&asked());
    word["settled"] = json!([]);
    answered(asked()).ask("record-word", word).refused("needs-not-ticked").stands(Recovery::AwaitingWord);
}

/// S098: a worry that nobody answered keeps it from being solved.
#[test]
fn s098_an_open_worry_keeps_it_from_being_solved() {
    let mut word = yes(&asked());
    word["settled"] = json!([]);
    asked().ask("record-word", word).refused("concerns-open").stands(Recovery::AwaitingWord);
}

/// S194: met or missed is their word, not ours.
#[test]
fn s194_their_own_deadline_is_met_by_their_word() {
    let deadline = json!({ "at": at("2026-12-01 08:00"), "what": "Their fair", "threatened": "no" });
    let s = asked().does("describe-harm", json!({ "deadline": deadline }));
    let mut word = yes(&s);
    let s = s.ask("record-word", word.clone()).refused("deadline-not-answered");
    word["deadline_met"] = json!("yes");
    let s = s.does("record-word", word);
    assert_eq!(s.case().harm.deadline.as_ref().and_then(|d| d.met), Some(Said::Yes));
}

/// S195, X22: what happened is told before it can be called solved.
#[test]
fn s195_not_solved_before_they_know_what_happened() {
    let mut s = fixed();
    s.facts.case.told = None;
    s.ask("ask-for-word", json!({ "way": "phone" })).refused("tell-what-happened-first");
    let mut s = asked();
    s.facts.case.told = None;
    let word = yes(&s);
    s.ask("record-word", word).refused("tell-what-happened-first").stands(Recovery::AwaitingWord);
}

/// S164: a suggestion of theirs is answered before it can be called solved.
#[test]
fn s164_a_suggestion_without_an_answer_blocks_solved() {
    let s = asked().does("counter-proposal", json!({ "by": MS_RAO, "what": "Print the list on our side." }));
    let word = yes(&s);
    s.ask("record-word", word).refused("suggestions-open").stands(Recovery::AwaitingWord);
}

/// S055, S208, X05: their written word counts, and the call stays due.
#[test]
fn s208_a_written_word_leaves_the_follow_up_call_open() {
    let s = asked();
    let mut word = yes(&s);
    word["way"] = json!("written");
    let s = s.does("record-word", word).stands(Recovery::Solved);
    assert!(s.clock(K::FollowUpCall).is_some_and(crate::clock::Clock::is_running));
    s.does("choose-follow-up", json!({ "kind": "call" }))
        .ask("close", last_message())
        .refused("prevention-not-finished");
}

/// S055: a mail that says *fine* is a note; only a recorded word moves the case.
#[test]
fn s055_a_mail_that_says_fine_moves_nothing() {
    asked().does("add-note", json!({ "text": "Mail from Ms Rao: fine, thanks." })).stands(Recovery::AwaitingWord);
}

/// S052: *is it solved?* is not asked in writing.
#[test]
fn s052_the_word_is_not_asked_for_in_writing() {
    let s = fixed().ask("ask-for-word", json!({ "way": "written" })).refused("ask-by-voice");
    let pass = json!({ "gate": "no_resolving_in_writing", "reason": "She asked us to write only." });
    s.does("pass-gate", pass).does("ask-for-word", json!({ "way": "written" })).stands(Recovery::AwaitingWord);
}

/// The word comes after the fix, not before it.
#[test]
fn their_word_comes_when_everything_agreed_is_done() {
    agreed().ask("ask-for-word", json!({ "way": "phone" })).refused("word-too-early");
    agreed()
        .ask("record-word", json!({ "by": MS_RAO, "solved": "yes", "words": "Fine.", "way": "phone" }))
        .refused("word-too-early");
    asked()
        .ask("record-word", json!({ "by": MS_RAO, "solved": "yes", "words": " ", "way": "phone" }))
        .refused("word-without-words");
    let mut word = yes(&asked());
    word["people"] = json!(6);
    asked().ask("record-word", word).refused("one-to-five");
}

/// S209: solved on a Monday, the call is due on Thursday; closing before it is refused.
#[test]
fn s209_solved_on_monday_the_call_is_due_on_thursday() {
    let s = asked().at("2026-11-30 11:00");
    let word = yes(&s);
    let s = s.does("record-word", word).due(K::FollowUpCall, "2026-12-03 11:00");
    let s = s.does("choose-follow-up", json!({ "kind": "thank_you" })).does("review", review());
    let s = s.by(QUINN).does("advance-prevention", json!({ "to": "not_needed", "words": "Came once, one list now." }));
    s.by(MARIA).ask("close", last_message()).refused("follow-up-call-first").stands(Recovery::Solved);
}

/// S210: not OK opens the same case again and counts as a fix that failed.
#[test]
fn s210_not_ok_reopens_the_same_case() {
    let s = solved().does("choose-follow-up", json!({ "kind": "call" })).at("2026-11-27 10:00");
    let number = s.case().number;
    let call = json!({ "result": "not_ok", "contact": MS_RAO, "channel": "phone", "words": "One box is wrong again." });
    let s = s.does("follow-up", call);
    assert_eq!((s.case().number, s.case().failed_fixes, s.case().reopened.len()), (number, 1, 1));
    assert!(s.told().iter().any(|(to, ..)| *to == EWA));
    s.stands(Recovery::Told).due(K::FirstContact, "2026-11-27 14:00").replays();
}

/// A call that reached nobody leaves the call due.
#[test]
fn a_follow_up_that_reached_nobody_stays_due() {
    let s = solved().does("choose-follow-up", json!({ "kind": "call" })).at("2026-11-26 10:00");
    let s = s.does("follow-up", json!({ "result": "not_reached", "contact": MS_RAO, "channel": "phone" }));
    assert!(s.clock(K::FollowUpCall).is_some_and(crate::clock::Clock::is_running));
}

/// S211, I21: for ever, at once, the same number.
#[test]
fn s211_a_closed_case_opens_again_years_later() {
    let s = closed().at("2029-03-05 09:00");
    let number = s.case().number;
    let s = s.does("reopen", json!({ "contact": MR_HALE, "words": "The old number is back." }));
    assert_eq!(s.case().number, number);
    let s = s.stands(Recovery::Told).due(K::FirstContact, "2029-03-05 13:00");
    assert!(!s.case().was_heard(), "they are heard out again");
    let call = bare_call(&s);
    s.when(call).refused("acknowledge-first");
}

/// A machine's mail is no complaint.
#[test]
fn no_machine_reopens_a_case() {
    let words = json!({ "contact": MS_RAO, "words": "Out of office." });
    closed().by_system().ask("reopen", words.clone()).refused("only-they-reopen").stands(Recovery::Closed);
    heard().ask("reopen", words).refused("case-is-open");
}

/// DOMAIN 4.2: three asks over ten working days, a manager's reason, and it still counts as unsolved.
#[test]
fn no_word_after_three_asks_over_two_weeks_is_not_solved() {
    let reason = json!({ "reason": "Ms Rao left the firm." });
    let s = asked().by(EWA).ask("no-word", reason.clone()).refused("asked-too-little");
    let s = s.at("2026-12-01 11:00").does("ask-for-word", json!({ "way": "phone" }));
    let s = s.at("2026-12-07 11:00").does("ask-for-word", json!({ "way": "phone" })).ask("no-word", reason.clone());
    let s = s.refused("asked-too-little").at("2026-12-08 11:00");
    let s = s.by(MARIA).ask("no-word", reason.clone()).refused("needs-manager");
    let s = s.by(EWA).does("no-word", reason).stands(Recovery::NoWord);
    assert!(s.case().solved_at().is_none() && s.case().is_open());
    let word = yes(&s);
    s.does("record-word", word).stands(Recovery::Solved).replays();
}

/// DOMAIN 4.2: they may let it go, in their own words; the call stays due.
#[test]
fn the_customer_may_let_it_go_and_is_called_all_the_same() {
    let let_go = json!({ "contact": MS_RAO, "words": "We relabelled ourselves." });
    heard().by_system().ask("withdraw", let_go.clone()).refused("only-they-withdraw");
    let s = heard().does("withdraw", let_go).stands(Recovery::Withdrawn);
    assert!(s.clock(K::FollowUpCall).is_some());
}

/// S214: what comes next is chosen; nothing needs its reason.
#[test]
fn s214_the_next_step_is_chosen() {
    heard().ask("choose-follow-up", json!({ "kind": "call" })).refused("not-solved-yet");
    let s = solved().ask("choose-follow-up", json!({ "kind": "nothing" })).refused("nothing-needs-why");
    let s = s.does("choose-follow-up", json!({ "kind": "nothing", "why": "She asked for quiet." }));
    s.then("Next step chosen: nothing. She asked for quiet.");
    let ok = json!({ "result": "ok", "contact": MS_RAO, "channel": "phone" });
    solved().at("2026-11-27 10:00").ask("follow-up", ok).refused("next-step-not-chosen");
}

/// S215: a thank-you that was sent does the chosen step.
#[test]
fn s215_a_thank_you_that_was_sent_does_the_step() {
    let s = solved().does("choose-follow-up", json!({ "kind": "thank_you" })).does(
        "record-message",
        json!({ "purpose": "thank_you", "way": "letter", "to": MS_RAO, "text": "Thank you for counting the boxes." }),
    );
    assert!(crate::need::Need::NextStepDone.is_met(s.case()));
}

/// S239, S247: strength before and after, and whom they would call first.
#[test]
fn s239_strength_is_asked_before_and_after() {
    let s = ready_to_close();
    let follow_up = s.case().follow_up.as_ref().expect("called");
    assert_eq!((follow_up.strength, follow_up.call_us_first), (Some(4), Some(Said::Yes)));
    let before = s.history.iter().find_map(|h| match &h.event {
        Event::FollowUpRecorded(e) => e.strength_before,
        _ => None,
    });
    assert_eq!(before, Some(3));
}

/// S240: with their leave the words may be shown.
#[test]
fn s240_their_words_are_shown_with_their_leave() {
    let s = asked();
    let mut word = yes(&s);
    word["may_be_shown"] = json!("yes");
    let s = s.does("record-word", word);
    assert_eq!(s.case().words[0].may_be_shown, Said::Yes);
}

/// A gate is passed by name and reason, in the state the case is in, and it shows.
#[test]
fn a_gate_is_passed_with_a_name_and_a_reason() {
    let mut word = yes(&asked());
    word["settled"] = json!([]);
    let s =
        asked().ask("pass-gate", json!({ "gate": "concerns_settled", "reason": "Why not" })).refused("reason-short");
    let s = s.does(
        "pass-gate",
        json!({ "gate": "concerns_settled", "reason": "She said she would rather not talk of it." }),
    );
    let s = s
        .then("Maria passed the gate “worries settled”")
        .at("2026-11-24 11:05")
        .does("record-word", word)
        .stands(Recovery::Solved);
    assert_eq!(s.case().passes[0].gate, Gate::ConcernsSettled);
    assert!(!s.case().has_pass(Gate::ConcernsSettled), "a pass does not outlive the state it was given in");
}
