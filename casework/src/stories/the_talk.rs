//! Listening, speaking plainly, apologising rightly: the practices of the conversation.
use crate::clock::ClockKind as K;
use crate::commands::*;
use crate::gate::Gate;
use crate::kinds::*;
use crate::parts::*;
use crate::testing::*;

pub(super) fn call(change: impl FnOnce(&mut RecordConversation)) -> Story {
    call_on(opened().at("2026-11-23 09:40"), change)
}
pub(super) fn call_on(s: Story, change: impl FnOnce(&mut RecordConversation)) -> Story {
    let mut call = good_call(&s);
    change(&mut call);
    s.when(call)
}
/// We bring news of a slip: promised for the 4th, now the 11th of December.
pub(super) fn slip() -> Story {
    let mut news = dry_joint();
    news.origin = Origin::WeBringNews;
    news.kind = TroubleKind::Delay;
    news.title = "Order 4417 will miss Thursday.".into();
    news.promised_on = Some(jiff::civil::date(2026, 12, 4));
    news.new_date = Some(jiff::civil::date(2026, 12, 11));
    story().when(news).taken()
}
pub(super) fn reaction(reaction: Reaction) -> RecordReaction {
    RecordReaction {
        by: MS_RAO,
        reaction,
        words: String::new(),
        need_by: None,
        waiting_for: None,
        call_back_at: None,
        happened_at: None,
    }
}

#[test]
fn s049_a_call_without_the_tone_at_the_end_is_not_saved() {
    call(|c| c.tone_end = None).refused("end-tone");
    call(|c| c.tone_end = Some(9)).refused("one-to-five");
}

#[test]
fn s045_a_visit_needs_no_tone_but_takes_what_was_seen() {
    call(|c| {
        c.channel = Channel::Visit;
        c.tone_end = None;
        c.seen = Some(Seen::Tense);
    })
    .taken()
    .stands(Recovery::Heard);
}

#[test]
fn s046_the_gravest_trouble_by_phone_says_why_nobody_went() {
    let mut stopped = dry_joint();
    stopped.impacts = vec![Impact { dimension: Dimension::Stopped, words: "Line 3 stands.".into() }];
    let s = story().when(stopped.clone()).taken().at("2026-11-23 09:20");
    call_on(s, |c| c.no_visit_reason = None).refused("no-visit-reason");
    call_on(story().when(stopped).taken(), |c| c.channel = Channel::Visit).taken();
}

#[test]
fn s048_another_channel_leaves_the_due_time_where_it_is() {
    let tried = RecordAttempt {
        channel: Channel::Visit,
        outcome: TryOutcome::NoAnswer,
        contact: None,
        happened_at: None,
        note: String::new(),
    };
    let by_phone = RecordAttempt { channel: Channel::Phone, ..tried.clone() };
    opened()
        .at("2026-11-23 09:30")
        .when(tried)
        .taken()
        .at("2026-11-23 10:30")
        .when(by_phone)
        .taken()
        .due(K::FirstContact, "2026-11-23 13:00");
}

#[test]
fn s059_s061_half_an_acknowledgement_does_not_stop_the_clock() {
    call(|c| c.acknowledgement = None).refused("acknowledge-first");
    let half =
        call(|c| c.acknowledgement = Some(Acknowledgement { we_see: "U7 is dry.".into(), we_work: String::new() }))
            .taken()
            .stands(Recovery::Spotted);
    assert!(half.clock(K::FirstContact).is_some_and(|c| c.met_at.is_none()));
    let whole = call(|_| ()).taken();
    assert!(whole.clock(K::FirstContact).is_some_and(|c| c.met_at.is_some()));
}

#[test]
fn s064_a_first_contact_needs_no_option_and_no_cause() {
    let s = call(|_| ()).taken();
    assert!(s.case().options.is_empty() && s.case().told.is_none());
}

#[test]
fn s070_everything_possible_is_said_only_with_a_real_step() {
    call(|c| c.said_everything_possible = Some(Said::Yes)).refused("assurance-needs-step");
}

#[test]
fn s076_s079_s126_heard_needs_their_say_the_reflect_back_and_nothing_missing() {
    call(|c| c.reflect_confirmed = Some(Said::No)).taken().stands(Recovery::Told);
    call(|c| c.got_everything = None).taken().stands(Recovery::Told);
    call(|c| c.had_their_say = None).taken().stands(Recovery::Told);
    call(|c| c.reflect_back = None).refused("reflect-back-empty");
    call(|_| ()).taken().stands(Recovery::Heard);
}

#[test]
fn s077_concerns_and_frustrations_are_kept_in_their_words() {
    let s = call(|c| c.frustrations = vec!["Again, after March.".into()]).taken();
    let words: Vec<_> = s.case().concerns.iter().map(|c| (c.kind, c.words.as_str())).collect();
    assert_eq!(
        words,
        [(ConcernKind::Concern, "Do the other lots have it too?"), (ConcernKind::Frustration, "Again, after March.")]
    );
}

#[test]
fn s078_s084_our_view_waits_until_theirs_is_heard() {
    call(|c| {
        c.our_view = Some("Our test does not see U7.".into());
        c.got_everything = Some(Said::No);
    })
    .refused("our-view-after-theirs");
    opened()
        .when(StateFault { our_view: Some("All was tested.".into()), ..StateFault::nothing() })
        .refused("our-view-after-theirs");
    call(|c| c.our_view = Some("Our test does not see U7.".into())).taken();
}

#[test]
fn s085_an_apology_waits_for_what_it_did_to_them() {
    call(|c| {
        c.impacts.clear();
        c.apology = Some("We are sorry that your people rework by hand.".into());
    })
    .refused("impact-first");
    let s = call(|c| c.apology = Some("We are sorry that your people rework by hand.".into())).taken();
    assert!(s.case().contacts.apologised_at.is_some());
}

#[test]
fn x01_an_apology_for_harm_done_waits_for_the_reflect_back() {
    call(|c| {
        c.reflect_confirmed = None;
        c.apology = Some("We are sorry.".into());
    })
    .refused("apology-after-listening");
}

#[test]
fn s090_s091_s092_news_is_not_taken_to_be_bad_and_no_apology_before_the_answer() {
    let s = slip();
    assert_eq!(s.case().news.as_ref().map(|n| n.reaction), Some(Reaction::Unknown));
    call_on(s, |c| c.apology = Some("We are sorry.".into())).refused("apology-after-reaction");
    call_on(slip(), |c| {
        c.apology = Some("We are sorry that it hurts your Friday.".into());
        c.reaction = Some(Reaction::Hurts);
    })
    .taken()
    .stands(Recovery::Heard);
}

#[test]
fn s092_what_still_works_ends_on_the_short_path_with_the_real_need_by() {
    let told = |r| call_on(slip(), |c| c.reaction = Some(r));
    told(Reaction::StillWorks).refused("still-works-needs-need-by");
    let s = call_on(slip(), |c| {
        c.reaction = Some(Reaction::StillWorks);
        c.need_by = Some(jiff::civil::date(2026, 12, 15));
    });
    let s = s.taken().stands(Recovery::StillWorks).replays();
    // S012: the need-by is what they said, never a copy of the promised date.
    assert_eq!(s.case().news.as_ref().and_then(|n| n.need_by), Some(jiff::civil::date(2026, 12, 15)));
}

#[test]
fn s092_must_check_comes_with_a_time_to_call_back() {
    let s = call_on(slip(), |c| c.next_contact_at = Some(at("2026-11-24 10:00")));
    s.taken().when(reaction(Reaction::MustCheck)).refused("must-check-needs-call-back");
}

#[test]
fn s063_s065_a_known_slip_is_told_within_a_working_day_and_the_notice_is_counted() {
    let s = slip().due(K::TellSlip, "2026-11-24 09:00");
    let s = call_on(s.at("2026-11-23 14:00"), |c| c.reaction = Some(Reaction::Hurts)).taken();
    assert!(s.clock(K::TellSlip).is_some_and(|c| c.met_at.is_some()));
    // Told on Monday the 23rd of November, promised for Friday the 4th of December.
    assert_eq!(crate::clock::notice_days(s.case(), &s.facts.ours), Some(9));
}

#[test]
fn s097_harm_in_their_terms_needs_words() {
    let nothing = DescribeHarm {
        safety: None,
        impacts: vec![Impact { dimension: Dimension::Money, words: " ".into() }],
        deadline: None,
        pressure: None,
        worst_part: None,
        deadline_met: None,
    };
    opened().when(nothing).refused("impact-without-words");
    for line in [Dimension::Money, Dimension::Standing, Dimension::Productivity, Dimension::Deadline, Dimension::Safety]
    {
        assert!(Dimension::ALL.contains(&line));
    }
}

#[test]
fn s098_only_their_word_settles_a_worry() {
    let s = call(|_| ()).taken();
    let concern = s.case().concerns[0].id;
    let s = s.when(AnswerConcern { concern, words: "Lot 2231 only.".into(), settled_by: None }).taken();
    assert_eq!(s.case().concerns[0].state, ConcernState::Answered);
    let s = s.when(AnswerConcern { concern, words: "Good.".into(), settled_by: Some(MS_RAO) }).taken();
    assert_eq!(s.case().concerns[0].state, ConcernState::Settled);
    let stranger = crate::ids::ContactId(MARIA.0);
    s.when(AnswerConcern { concern, words: "Settled, I say.".into(), settled_by: Some(stranger) })
        .refused("not-a-contact");
}

#[test]
fn s099_s104_s105_our_part_comes_before_theirs_and_rests_on_a_fact() {
    let fault = StateFault { position: Some(Fault::Shared), ..StateFault::nothing() };
    opened().when(fault.clone()).refused("fault-needs-fact");
    opened()
        .when(StateFault { their_part: Some("The drawing was old.".into()), ..StateFault::nothing() })
        .refused("our-part-first");
    let ours = StateFault {
        fact: Some("Rev B on the traveller.".into()),
        our_part: Some("We built to rev B.".into()),
        their_part: Some("Rev C came late.".into()),
        ..fault
    };
    opened().when(ours).taken().then("Rev B");
}

#[test]
fn s039_being_sure_that_we_were_right_changes_nothing() {
    let sure = StateFault { we_were_right: Some(Said::Yes), ..StateFault::nothing() };
    let (before, after) = (opened(), opened().when(sure).taken());
    assert_eq!((before.case().recovery, &before.case().clocks), (after.case().recovery, &after.case().clocks));
}

#[test]
fn s103_s119_s122_worries_are_taken_seriously_pressure_and_the_worst_part_are_kept() {
    let s = call(|c| c.pressure = Some("The plant manager, by Friday.".into())).taken();
    assert_eq!(s.case().concerns[0].validated, Said::Yes);
    assert_eq!(s.case().harm.pressure.as_deref(), Some("The plant manager, by Friday."));
    assert!(s.case().harm.worst_part.is_some());
}

#[test]
fn s115_s116_s117_a_hand_for_who_took_the_blow_and_no_mark_on_the_customer() {
    let s =
        opened().when(AskForSupport { words: "That was hard.".into() }).taken().then("Asked the manager for a hand");
    let told = s.last.as_ref().map(|c| c.effects.clone()).unwrap_or_default();
    assert!(matches!(told.as_slice(), [crate::effect::Effect::Notify { to, .. }] if *to == EWA));
    // The words go to the manager alone; nothing of them stays in the history.
    assert!(!serde_json::to_string(&s.history).expect("JSON").contains("That was hard"));
}

#[test]
fn s120_while_they_speak_nothing_is_required_but_who_and_how() {
    let s = opened().at("2026-11-23 09:40");
    let call = bare_call(&s);
    // What is missing is asked for after the talk, each by its gate, never as a broken field.
    let refusal = s.when(call).last.expect_err("something is still missing");
    assert!(refusal.passable().is_some());
}

#[test]
fn s121_s133_facts_are_asked_for_after_their_say() {
    let fact = Fact { what: "lot".into(), answer: "2231".into(), said_by: Some("Ms Rao".into()) };
    let early = fact.clone();
    call(move |c| {
        c.had_their_say = None;
        c.facts = vec![early];
    })
    .refused("facts-after-their-say");
    let s = call(move |c| c.facts = vec![fact]).taken();
    // S018, S132: what a first call about a defect should find out, until it is known.
    assert_eq!(open_facts(s.case()), ["item", "quantity", "where", "since"]);
}

#[test]
fn s124_s180_every_talk_ends_with_when_they_hear_from_us_again() {
    call(|c| c.next_contact_at = None).refused("next-contact");
    let s = call(|_| ()).taken().due(K::Promise, "2026-11-24 09:40");
    assert_eq!(s.case().next_contact().map(|p| p.what), Some(Promised::NextContact));
    call(|c| c.next_contact_at = Some(at("2026-11-20 09:00"))).refused("promise-in-the-past");
}

#[test]
fn s127_a_hard_talk_is_prepared_in_full() {
    let sheet = Preparation {
        purpose: "Hear it all.".into(),
        their_concerns: "Other lots.".into(),
        our_part: "We shipped untested.".into(),
        two_ways_out: "Remake, rework.".into(),
        not_to_say: "Our cost.".into(),
        who_joins: String::new(),
    };
    let half = Preparation { not_to_say: " ".into(), ..sheet.clone() };
    opened().when(PrepareTalk { sheet: Some(half), invitation: None }).refused("preparation-incomplete");
    opened().when(PrepareTalk { sheet: Some(sheet), invitation: None }).taken().then("Hear it all");
}

#[test]
fn s057_asking_for_a_meeting_is_on_the_record() {
    let s = opened()
        .when(PrepareTalk { sheet: None, invitation: Some("Could we look at it together on Tuesday at ten?".into()) })
        .taken();
    assert!(s.case().contacts.invited_at.is_some());
}

#[test]
fn s129_not_satisfied_calls_manager_and_quality_at_once() {
    let s = call(|c| c.satisfied = Some(Satisfied::No)).taken();
    let escalation = s.case().open_escalations().next().expect("an escalation");
    assert!(escalation.to.contains(&EWA) && escalation.to.contains(&QUINN));
    let unsure = call(|c| c.satisfied = Some(Satisfied::NotSure)).taken();
    assert_eq!(unsure.case().open_escalations().count(), 0, "once is not twice");
    let twice = call_on(unsure.at("2026-11-23 15:00"), |c| c.satisfied = Some(Satisfied::NotSure)).taken();
    assert_eq!(twice.case().open_escalations().count(), 1);
}

#[test]
fn a_gate_is_passed_by_name_and_reason_and_the_pass_is_an_event() {
    let s = opened()
        .at("2026-11-23 09:40")
        .when(PassGate { gate: Gate::EndTone, reason: "The line broke before the end.".into() })
        .taken()
        .then("The line broke");
    call_on(s, |c| c.tone_end = None).taken();
}

#[test]
fn a_talk_in_the_future_or_backwards_is_refused() {
    call(|c| c.ended_at = Some(at("2026-11-23 18:00"))).refused("happened-in-future");
    call(|c| {
        c.started_at = at("2026-11-23 09:35");
        c.ended_at = Some(at("2026-11-23 09:30"));
    })
    .refused("ends-before-it-starts");
}
