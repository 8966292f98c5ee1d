//! Options, the customer's decision, amends (stage 5).
use super::ways::*;
use crate::clock::ClockKind as K;
use crate::commands::*;
use crate::gate::Gate;
use crate::ids::*;
use crate::kinds::*;
use crate::parts::*;
use crate::refusal::Strength;
use crate::testing::*;
use crate::text::Part;

#[test]
fn s140_i06_the_options_talk_needs_two_ways_forward() {
    // S140: with one it is refused, with two it passes.
    let s = heard().at("2026-11-23 10:00").when(rework()).taken().when(lay_out()).refused("two-options");
    let refusal = s.last.as_ref().expect_err("refused");
    assert_eq!(refusal.passable(), Some(Gate::TwoOptions));
    assert_eq!(
        words(&refusal.text()),
        "The options talk needs two ways forward. Add one, or pass the gate with your name and a reason."
    );
    s.when(remake())
        .taken()
        .when(lay_out())
        .then("Options laid before them (round 1)")
        .stands(Recovery::Deciding)
        .replays();
}

#[test]
fn s140_the_same_way_said_twice_is_one_way() {
    heard().when(rework()).taken().when(rework()).taken().when(lay_out()).refused("two-options");
}

#[test]
fn s140_a_named_person_may_go_on_with_one_way_and_the_timeline_says_so() {
    let s = heard().when(rework()).taken().when(pass(Gate::TwoOptions)).taken();
    s.when(lay_out()).then("round 1").stands(Recovery::Deciding);
}

#[test]
fn x03_the_first_contact_needs_no_option() {
    assert!(heard().case().options.is_empty());
}

#[test]
fn s076_options_are_not_opened_before_reflect_back_is_confirmed() {
    let s = opened().at("2026-11-23 09:40");
    let mut call = good_call(&s);
    call.reflect_confirmed = Some(Said::No);
    let s = two_ways(s.when(call).taken().stands(Recovery::Told));
    s.when(lay_out()).refused("options-after-reflect-back");
}

#[test]
fn x04_options_are_laid_out_by_voice() {
    two_ways(opened()).when(lay_out()).refused("options-by-voice");
}

#[test]
fn s122_in_grave_cases_the_owner_has_stood_in_their_place() {
    let mut stopped = dry_joint();
    stopped.impacts = vec![Impact { dimension: Dimension::Stopped, words: "Line 3 stands.".into() }];
    let s = story().when(stopped).taken().at("2026-11-23 09:40");
    let mut call = good_call(&s);
    call.worst_part = None;
    let s = two_ways(s.when(call).taken());
    let s = s.when(lay_out()).refused("worst-part");
    let place = DescribeHarm {
        safety: None,
        impacts: vec![],
        deadline: None,
        pressure: None,
        worst_part: Some("Telling my own customer.".into()),
        deadline_met: None,
    };
    s.when(place).taken().when(lay_out()).taken();
}

#[test]
fn s141_i07_only_the_customer_decides() {
    let s = laid_out();
    let maria = RecordDecision { by: ContactId(MARIA.0), ..choose(Some(option(&s, 1))) };
    let s = s.when(maria).refused("decider-is-customer");
    assert_eq!(s.last.as_ref().expect_err("refused").strength, Strength::Law);
    let stranger = RecordDecision { by: ContactId(uuid::Uuid::from_u128(99)), ..choose(Some(option(&s, 1))) };
    let s = s.when(stranger);
    assert_eq!((code(&s), s.last.as_ref().expect_err("refused").strength), ("not-a-contact", Strength::Law));
    let s = s.when_with(|s| choose(Some(option(s, 1))));
    let s = s.then("Ms Rao decided: We rework the boards at your site. — “Rework, please.”").replays();
    let kept = s.case().decision().expect("a decision");
    assert_eq!((kept.by, kept.words.as_str(), kept.at), (MS_RAO, "Rework, please.", at("2026-11-23 11:00")));
}

#[test]
fn s141_a_decision_has_their_words() {
    let s = laid_out();
    let silent = RecordDecision { words: " ".into(), ..choose(Some(option(&s, 1))) };
    s.when(silent).refused("decision-without-words");
}

#[test]
fn s141_what_was_not_laid_out_cannot_be_chosen() {
    let s = heard().when(rework()).taken();
    let s = s.when_with(|s| choose(Some(option(s, 1)))).refused("nothing-laid-out");
    let s =
        s.when(remake()).taken().when(lay_out()).taken().when(AddOption { what: "Later".into(), ..rework() }).taken();
    s.when_with(|s| choose(Some(option(s, 3)))).refused("option-not-laid-out");
}

#[test]
fn s142_an_option_has_no_place_for_what_it_costs_us() {
    let option = serde_json::to_value(&laid_out().case().options[0]).expect("JSON");
    let fields: Vec<_> = option.as_object().expect("fields").keys().cloned().collect();
    assert!(!fields.iter().any(|f| f.contains("our_cost") || f.contains("price")), "{fields:?}");
}

#[test]
fn s144_the_rules_cannot_see_what_a_customer_is_worth() {
    let seen = format!("{:?}", laid_out().facts.account);
    assert!(!["tier", "revenue", "margin", "order_value"].iter().any(|money| seen.contains(money)), "{seen}");
}

#[test]
fn s145_a_purchase_is_never_the_only_or_first_way() {
    let buy = AddOption { kind: OptionKind::NewPurchase, what: "Buy the newer model.".into(), ..rework() };
    let s = heard().when(buy.clone()).refused("not-a-sale").when(rework()).taken().when(buy).taken();
    let first = |s: &Story| LayOutOptions { options: vec![option(s, 2), option(s, 1)], happened_at: None };
    s.when_with(first).refused("not-a-sale").when(lay_out()).taken();
}

#[test]
fn s148_a_faster_way_shows_its_arrival_and_is_paid_by_us() {
    let faster = AddOption { kind: OptionKind::Expedite, what: "By air.".into(), ..rework() };
    let s = heard().when(faster).then("it costs them: paid by us").when(remake()).taken();
    let option = &s.case().options[0];
    assert_eq!((option.arrives, option.costs()), (Some(at("2026-11-26 12:00")), Part::Key("option-paid-by-us".into())));
}

#[test]
fn s149_a_remake_needs_a_name_of_operations() {
    let s = heard().when(AddOption { confirmed_by: None, confidence: Some(Confidence::Expected), ..remake() });
    let s = s.refused("operations-confirms").when(AddOption { confirmed_by: Some(MARIA), ..remake() });
    s.refused("operations-confirms").when(remake()).then("We make 200 new boards. (Make again)").replays();
}

#[test]
fn x19_a_firm_date_needs_a_name_of_operations_and_whoever_passes_the_gate_vouches_for_it() {
    let firm = AddOption { confidence: Some(Confidence::Firm), ..rework() };
    let s = heard().when(firm.clone()).refused("operations-confirms").when(pass(Gate::OperationsConfirms)).taken();
    let s = s.when(firm).taken();
    assert_eq!(s.case().options[0].confirmed_by, Some(MARIA));
    assert!(s.case().options[0].is_ready());
}

#[test]
fn x12_a_date_says_how_sure_it_is_and_no_date_is_an_honest_unknown() {
    let s = heard().when(AddOption { confidence: None, ..rework() }).refused("date-without-confidence");
    let s = s.when(AddOption { arrives: None, ..rework() }).refused("confidence-without-date");
    let s = s.when(AddOption { arrives: None, confidence: None, ..rework() }).then("no date yet");
    s.when(AddOption { arrives: Some(at("2026-11-20 12:00")), ..rework() }).refused("arrives-in-the-past");
}

#[test]
fn s150_the_ways_of_a_split_add_up_to_what_is_owed() {
    let leg = |quantity, route: &str, arrives| Leg { quantity, route: route.into(), arrives: at(arrives) };
    let legs = vec![
        leg(80, "Our van", "2026-11-24 12:00"),
        leg(60, "Courier", "2026-11-25 09:00"),
        leg(60, "Truck", "2026-11-27 09:00"),
    ];
    let split = AddOption { kind: OptionKind::Split, arrives: None, owed_quantity: Some(200), legs, ..rework() };
    let s = heard().when(AddOption { owed_quantity: Some(210), ..split.clone() }).refused("legs-do-not-add-up");
    let s = s.when(AddOption { owed_quantity: None, ..split.clone() }).refused("split-needs-quantity");
    let s = s.when(AddOption { legs: vec![], ..split.clone() }).refused("split-needs-legs");
    let s = s.when(split).taken().replays();
    assert_eq!(s.case().options[0].legs.len(), 3);
    assert_eq!(s.case().options[0].arrives, Some(at("2026-11-27 09:00")), "it is there with its last way");
}

#[test]
fn s151_a_grave_case_does_not_leave_deciding_without_asking_what_else() {
    let s = two_ways(grave_and_heard()).when(lay_out()).taken().when_with(|s| choose(Some(option(s, 1)))).taken();
    let s = s.when(small_plan()).taken().by(PIOTR).when_with(|s| can(s, "stencil")).taken().by(MARIA);
    let s = s.when(agree()).refused("what-else").stands(Recovery::Deciding);
    let mut call = bare_call(&s);
    call.what_else = Some("A van at our dock at six.".into());
    call.tone_end = Some(3);
    call.no_visit_reason = Some(NoVisitReason::Distance);
    call.next_contact_at = Some(at("2026-11-23 15:00"));
    s.when(call).taken().when(agree()).taken().stands(Recovery::Agreed).replays();
}

#[test]
fn s152_a_new_address_is_read_back_and_the_steps_are_asked_again() {
    let change = ChangeDelivery {
        by: MS_RAO,
        address: Some("Dock 4, Mill Road".into()),
        receiver: Some("Tom Hale".into()),
        arrives: None,
        read_back: None,
        happened_at: None,
    };
    let s = agreed().when(change.clone()).refused("read-back-first");
    let s = s.when(ChangeDelivery { read_back: Some(Said::Yes), ..change.clone() });
    let s = s.then("Ms Rao asked for another delivery, read back: Dock 4, Mill Road Tom Hale").replays();
    let fix = s.case().step(step_id(&s, "Rework")).expect("the step").clone();
    assert_eq!(fix.confirmed, Said::No, "can you, with the new address?");
    s.when(ChangeDelivery { address: None, receiver: None, ..change }).refused("delivery-change-empty");
}

#[test]
fn s155_a_shared_blame_case_needs_one_compromise() {
    use crate::need::Need;
    let s = laid_out();
    assert!(!Need::Compromise.is_met(s.case()));
    let s = s.when(AddOption { what: "We rework, you ship.".into(), compromise: Some(Said::Yes), ..rework() }).taken();
    assert!(Need::Compromise.is_met(s.case()), "the playbook for shared blame asks for it");
}

#[test]
fn i11_whose_part_it_was_changes_nothing_about_the_way_to_a_remedy() {
    for position in Fault::ALL {
        let fact = StateFault { position: Some(*position), fact: Some("Photo 3".into()), ..StateFault::nothing() };
        let s = two_ways(heard().when(fact).taken()).when(lay_out()).taken();
        s.when_with(|s| choose(Some(option(s, 1)))).taken().when(small_plan()).taken().stands(Recovery::Deciding);
    }
}

#[test]
fn s156_their_proposal_stands_beside_ours_and_is_answered_within_a_working_day() {
    let theirs = ProposeOption { by: MR_HALE, ..ProposeOption::said(MR_HALE, "Send one of your people.") };
    let s = heard().at("2026-11-23 10:00").when(theirs).then("They propose: “Send one of your people.”");
    let s = s.due(K::AnswerProposal, "2026-11-24 10:00").when(rework()).taken().when(lay_out()).taken();
    assert_eq!(s.case().round().expect("a round").options.len(), 2, "one of ours and one of theirs");
    let s = s.when_with(|s| choose(Some(option(s, 1)))).refused("answer-their-proposal");
    let answer = |s: &Story, answer| AnswerSuggestion { option: option(s, 1), answer, words: "Rita comes.".into() };
    let s = s.when_with(|s| answer(s, Answered::Taken)).then("taken — “Rita comes.”").replays();
    assert!(s.clock(K::AnswerProposal).is_none());
    s.when_with(|s| choose(Some(option(s, 1)))).then("decided: Send one of your people.");
}

#[test]
fn s164_a_suggestion_is_answered_with_its_why_and_not_withdrawn_by_us() {
    let s = heard().when(ProposeOption::said(MS_RAO, "Lend us a tester.")).taken();
    let withdraw = WithdrawOption { option: option(&s, 1), reason: "No.".into() };
    let s = s.when(withdraw).refused("answer-their-proposal");
    let answer = |s: &Story, words: &str| AnswerSuggestion {
        option: option(s, 1),
        answer: Answered::NotTaken,
        words: words.into(),
    };
    let s = s.when_with(|s| answer(s, "")).refused("answer-without-why");
    let s = s.when_with(|s| answer(s, "Ours is in repair.")).then("not taken");
    assert!(!s.case().options[0].is_ready(), "what we cannot take is no way forward");
}

#[test]
fn an_option_of_ours_falls_away_with_its_reason_unless_they_chose_it() {
    let take_back = |s: &Story, n| WithdrawOption { option: option(s, n), reason: "The line is booked.".into() };
    let s = decided().when_with(|s| take_back(s, 1)).refused("chosen-option-stands");
    let s = s.when_with(|s| take_back(s, 2)).then("Taken back: We make 200 new boards.");
    s.when_with(|s| take_back(s, 2)).refused("option-already-withdrawn").replays();
}

#[test]
fn s162_none_fits_asks_how_we_can_help() {
    let s = laid_out().when(choose(None)).refused("how-can-we-help");
    assert_eq!(s.last.as_ref().expect_err("refused").passable(), Some(Gate::HowCanWeHelp));
    let asked = RecordDecision { how_can_we_help: Some("Find me 50 boards by Thursday.".into()), ..choose(None) };
    s.when(asked).then("Ms Rao: none fits.");
}

#[test]
fn s163_none_fits_opens_a_second_round_with_a_due_time_and_after_two_the_case_goes_up() {
    let none = RecordDecision { how_can_we_help: Some("Fifty by Thursday.".into()), ..choose(None) };
    let s = laid_out().at("2026-11-23 11:30").when(none.clone()).then("Round 2 begins").stands(Recovery::Deciding);
    assert_eq!(s.case().rounds.len(), 2);
    assert!(s.case().decision().is_none());
    // C13 starts anew; what did not fit does not count as ready.
    let clock = s.clock(K::OptionsReady).expect("a due time").clone();
    assert_eq!((clock.starts, clock.met_at), (at("2026-11-23 11:30"), None));
    let s = s.due(K::OptionsReady, "2026-11-25 11:30");
    let s = s.when(AddOption { what: "Fifty from stock.".into(), kind: OptionKind::FromStock, ..rework() }).taken();
    let s = s.when(AddOption { what: "Fifty from a friend.".into(), ..rework() }).taken();
    assert!(s.clock(K::OptionsReady).expect("still shown").met_at.is_some());
    let s = s.at("2026-11-23 15:00").when(lay_out()).then("round 2").when(none).then("Round 3 begins");
    assert!(s.case().open_escalations().any(|e| e.reason == EscalationReason::Deadlock));
    s.replays();
}

#[test]
fn s161_there_is_no_rejected() {
    let all = [Recovery::WORDS, Prevention::WORDS, Answered::WORDS, OptionKind::WORDS];
    assert!(!all.iter().flat_map(|w| w.iter()).any(|w| w.contains("reject") || w.contains("denied")));
}

#[test]
fn c28_three_talks_without_agreement_are_a_deadlock_and_so_are_ten_working_days() {
    // S199: the first options talk starts it.
    let s = laid_out().due(K::Deadlock, "2026-12-07 11:00");
    assert_eq!(s.clock(K::Deadlock).expect("a clock").owed_by, EWA);
    let why = crate::clock::explain::explain(s.case(), K::Deadlock, None, &s.facts).expect("an explanation");
    assert_eq!(why.ours.expect("counted in our calendar").trace.due, at("2026-12-07 11:00"));
    let talk = |s: &Story| {
        let mut call = bare_call(s);
        call.tone_end = Some(3);
        call.next_contact_at = Some(at("2026-11-26 10:00"));
        call
    };
    let s = s.at("2026-11-24 10:00").when_with(talk).taken().at("2026-11-24 15:00").when_with(talk).taken();
    let s = s.due(K::Deadlock, "2026-12-07 11:00").at("2026-11-25 10:00").when_with(talk).taken();
    s.due(K::Deadlock, "2026-11-25 10:00");
}

#[test]
fn c13_two_ways_are_owed_soon_after_we_heard_them() {
    heard().due(K::OptionsReady, "2026-11-25 09:40");
    let s = grave_and_heard().due(K::OptionsReady, "2026-11-23 13:40");
    let why = crate::clock::explain::explain(s.case(), K::OptionsReady, None, &s.facts).expect("an explanation");
    assert_eq!(why.ours.expect("ours").trace.due, at("2026-11-23 13:40"));
    assert_eq!(why.policy_version, 1);
    let s = two_ways(s);
    assert_eq!(s.clock(K::OptionsReady).expect("still shown").met_at, Some(at("2026-11-23 10:00")));
}
