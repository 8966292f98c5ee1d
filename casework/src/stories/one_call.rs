//! Small troubles stay small: one call, one save, every law and gate (PRODUCT).
use super::ways::*;
use crate::commands::*;
use crate::gate::Gate;
use crate::kinds::*;
use crate::parts::*;
use crate::testing::*;

/// The labels carry the old part number; nobody stands still for it.
fn wrong_label() -> OpenCase {
    OpenCase {
        title: "The labels say rev B.".into(),
        kind: TroubleKind::Paperwork,
        impacts: vec![Impact { dimension: Dimension::Paperwork, words: "Goods-in has to relabel 40 boxes.".into() }],
        ..dry_joint()
    }
}
fn new_labels() -> AddOption {
    AddOption {
        kind: OptionKind::Remake,
        what: "New labels by courier tomorrow".into(),
        arrives: Some(at("2026-11-24 10:00")),
        confidence: Some(Confidence::Expected),
        confirmed_by: Some(PIOTR),
        ..rework()
    }
}
fn file_to_print() -> AddOption {
    AddOption {
        kind: OptionKind::Alternate,
        what: "The file now, you print".into(),
        arrives: Some(at("2026-11-23 17:00")),
        customer_does: "Print 40 labels".into(),
        confirmed_by: None,
        ..new_labels()
    }
}
/// Heard, two ways, their choice, the plan and the yes to it: about a minute of typing.
fn call_that_settles(s: &Story) -> RecordConversation {
    let mut call = good_call(s);
    call.no_visit_reason = None;
    call.worst_part = None;
    call.impacts = vec![];
    call.led_to_this = Some("Our template is old.".into());
    call.told_what_happened = Some("Our template still had revision B.".into());
    call.options = vec![new_labels(), file_to_print()];
    call.options_laid_out = Some(Said::Yes);
    call.decision = Some(SaidDecision { option_number: Some(2), words: "Send me the file.".into() });
    call.plan = Some(DraftPlan {
        steps: vec![
            step(StepKind::Fix, MARIA, "Send the label file", "2026-11-23 12:00"),
            step(StepKind::Prevent, MARIA, "Correct the template", "2026-11-25 12:00"),
        ],
        no_prevention_because: None,
        customer_declined: None,
    });
    call.plan_agreed = Some(Said::Yes);
    call.next_contact_at = Some(at("2026-11-23 16:00"));
    call
}
fn called() -> Story {
    let s = story().when(wrong_label()).taken().at("2026-11-23 09:40");
    s.when_with(call_that_settles)
}

#[test]
fn a_wrong_label_put_right_in_one_call_is_one_save() {
    let s = called().then("decided: The file now, you print").stands(Recovery::Agreed).replays();
    assert_eq!(s.case().severity, Severity::S3);
    assert!(s.case().passes.is_empty(), "every law and gate holds");
    assert_eq!(s.case().next_contact().expect("a next contact").due, at("2026-11-23 16:00"));
    let says: Vec<_> = s.said();
    let order = ["A way forward", "laid before", "decided", "Plan drafted", "Plan agreed"];
    let places: Vec<_> = order.iter().map(|w| says.iter().position(|s| s.contains(w)).expect("said")).collect();
    assert!(places.is_sorted(), "{says:#?}");
    let s = s.at("2026-11-23 10:00").when_with(|s| settle(s, "label file", StepOutcome::Done)).taken();
    let s = s.stands(Recovery::MakingGood);
    s.when(AskForWord { to: Some(MS_RAO), way: WordWay::Phone, happened_at: None })
        .taken()
        .stands(Recovery::AwaitingWord)
        .replays();
}

#[test]
fn i06_one_call_passes_no_gate_by_the_way() {
    let short = |change: fn(&mut RecordConversation), code: &str, field: &str| {
        let s = story().when(wrong_label()).taken().at("2026-11-23 09:40");
        let mut call = call_that_settles(&s);
        change(&mut call);
        let s = s.when(call).refused(code);
        assert_eq!(s.last.as_ref().expect_err("refused").field, Some(field));
        assert!(s.case().talks.is_empty(), "nothing was kept; the sheet is as it was typed");
    };
    short(|c| _ = c.options.pop(), "two-options", "options_laid_out");
    short(|c| c.reflect_confirmed = None, "options-after-reflect-back", "options_laid_out");
    // A newcomer once read of the worst part beside *They chose*, while its own field was folded away.
    let stands = |c: &mut RecordConversation| {
        c.impacts = vec![Impact { dimension: Dimension::Stopped, words: "Line 3 stands.".into() }];
    };
    short(stands, "worst-part", "worst_part");
    short(|c| c.options[0].confirmed_by = None, "operations-confirms", "options");
    short(|c| c.led_to_this = None, "cause-view-before-plan", "plan_agreed");
    short(|c| _ = c.plan.as_mut().map(|p| p.steps.pop()), "fix-and-prevent", "plan_agreed");
    short(|c| _ = c.plan.as_mut().map(|p| p.steps[0].due = None), "step-without-date", "plan");
    short(|c| _ = c.decision.as_mut().map(|d| d.option_number = Some(3)), "no-such-option-number", "decision");
    short(|c| _ = c.decision.as_mut().map(|d| d.words = String::new()), "decision-without-words", "decision");
}

#[test]
fn s077_what_they_suggest_becomes_an_option_with_the_same_rank() {
    let s = story().when(wrong_label()).taken().at("2026-11-23 09:40");
    let mut call = call_that_settles(&s);
    call.suggestions = vec!["Give us the credit for one hour.".into(), " ".into()];
    call.options.pop();
    call.decision = Some(SaidDecision { option_number: Some(1), words: "One hour, and we are even.".into() });
    let s = s.when(call).then("They propose: “Give us the credit for one hour.”").then("taken — “One hour");
    let s = s.then("decided: Give us the credit for one hour.").stands(Recovery::Agreed).replays();
    assert_eq!(s.case().options.iter().filter(|o| o.from == Party::Customer).count(), 1);
}

#[test]
fn s162_none_fits_in_one_call_asks_how_we_can_help() {
    let s = story().when(wrong_label()).taken().at("2026-11-23 09:40");
    let mut call = call_that_settles(&s);
    call.decision = Some(SaidDecision { option_number: None, words: "I need them on Sunday.".into() });
    (call.plan, call.plan_agreed) = (None, None);
    let s = s.when(call.clone()).refused("how-can-we-help");
    call.how_can_we_help = Some("Is there a printer near us?".into());
    s.when(call).then("Round 2 begins").stands(Recovery::Deciding).replays();
}

/// S162: ways forward were laid before them in the talk and they chose none: how we can help is asked, whatever else was said.
#[test]
fn s162_a_talk_of_options_without_a_choice_asks_how_we_can_help() {
    let s = story().when(wrong_label()).taken().at("2026-11-23 09:40");
    let mut call = call_that_settles(&s);
    (call.decision, call.plan, call.plan_agreed) = (None, None, None);
    let s = s.when(call.clone()).refused("help-not-asked");
    let no = s.last.as_ref().expect_err("refused");
    assert_eq!((no.passable(), no.field), (Some(Gate::HowCanWeHelp), Some("how_can_we_help")));
    assert!(s.case().talks.is_empty(), "nothing was kept by halves");
    let mut helped = call.clone();
    helped.how_can_we_help = Some("Let me ask my shift leader first.".into());
    let s = s.when(helped).then("round 1").stands(Recovery::Deciding).replays();
    assert_eq!(s.case().rounds.len(), 1, "thinking it over is no *none fits*");
    // Where nothing was laid before them nothing is asked.
    call.options_laid_out = None;
    story().when(wrong_label()).taken().at("2026-11-23 09:40").when(call).taken();
}

#[test]
fn a_trouble_that_turns_grave_while_they_speak_is_treated_as_grave() {
    let s = story().when(wrong_label()).taken().at("2026-11-23 09:40");
    let mut call = call_that_settles(&s);
    call.impacts = vec![Impact { dimension: Dimension::Stopped, words: "Line 3 stands.".into() }];
    let s = s.when(call).refused("worst-part");
    assert_eq!(s.last.as_ref().expect_err("refused").passable(), Some(Gate::WorstPart));
}

#[test]
fn one_call_typed_in_later_happened_when_it_took_place() {
    let s = story().when(wrong_label()).taken().at("2026-11-23 09:40");
    let call = RecordConversation { ended_at: Some(at("2026-11-23 09:40")), ..call_that_settles(&s) };
    let s = s.at("2026-11-23 11:00").when(call).taken().stands(Recovery::Agreed).replays();
    let plan = s.case().plan.as_ref().expect("a plan");
    assert_eq!(plan.agreed_at, Some(at("2026-11-23 09:40")));
    assert_eq!(s.case().decision().expect("a decision").at, at("2026-11-23 09:40"));
}
