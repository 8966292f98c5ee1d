//! Act, keep them informed, keep moving (stage 7), and what every case has at any time.
use super::ways::*;
use crate::clock::ClockKind as K;
use crate::clock::explain::explain;
use crate::commands::*;
use crate::effect::{Effect, Urgency};
use crate::ids::*;
use crate::kinds::*;
use crate::need::Need;
use crate::parts::*;
use crate::sheets;
use crate::testing::*;

fn update(text: &str, next: Option<&str>, tried: Option<&str>) -> RecordMessage {
    RecordMessage {
        purpose: Purpose::Update,
        way: MessageWay::Email,
        to: MS_RAO,
        text: text.into(),
        talk: None,
        next_contact_at: next.map(at),
        understood: None,
        no_change_tried: tried.map(Into::into),
        happened_at: None,
    }
}

#[test]
fn s143_every_account_gets_the_same_clocks_and_the_same_option_rule() {
    let like = |strength, cover| {
        let mut s = heard();
        (s.facts.account.strength, s.facts.account.cover) = (strength, cover);
        s.when(rework()).taken().when(lay_out()).refused("two-options").when(remake()).taken().when(lay_out()).taken()
    };
    let due = |s: &Story| s.case().clocks.iter().map(|c| (c.kind, c.due)).collect::<Vec<_>>();
    assert_eq!(due(&like(Some(5), Some(RITA))), due(&like(None, None)));
}

#[test]
fn s156_a_proposal_without_an_answer_reaches_the_manager() {
    let s = heard().when(ProposeOption::said(MS_RAO, "Lend us a tester.")).taken();
    let clock = s.clock(K::AnswerProposal).expect("C14 runs").clone();
    let why = explain(s.case(), K::AnswerProposal, clock.about, &s.facts).expect("an explanation");
    assert_eq!(why.ours.expect("counted in our calendar").trace.due, at("2026-11-24 09:40"));
    let run_out = RunOutClock { kind: K::AnswerProposal, about: clock.about };
    let s = s.by_system().at("2026-11-24 08:00").when(run_out.clone()).taken();
    let s = s.at("2026-11-24 09:40").when(run_out).taken();
    let effects = &s.last.as_ref().expect("taken").effects;
    let urgent = |e: &Effect| matches!(e, Effect::Notify { to, urgency: Urgency::Urgent, .. } if *to == EWA);
    assert!(effects.iter().any(urgent), "one working day is over");
}

#[test]
fn s177_c15_a_talk_is_summed_up_in_writing_within_a_working_day() {
    let s = heard().due(K::Summary, "2026-11-24 09:40");
    assert!(s.clock(K::Summary).expect("C15").is_overdue(at("2026-11-24 09:41")));
    let summary = RecordMessage { purpose: Purpose::Summary, ..update("What we said, and who does what.", None, None) };
    let s = s.at("2026-11-23 16:00").when(summary).taken();
    assert_eq!(s.clock(K::Summary).expect("still shown").met_at, Some(at("2026-11-23 16:00")));
}

#[test]
fn s178_a_case_says_which_step_of_its_playbook_it_is_at_and_what_it_still_needs() {
    let s = laid_out();
    let playbook = s.facts.playbooks.iter().find(|p| p.name == "save_a_great_customer").expect("in the workspace");
    let running = RunningPlaybook::begun(&playbook.name, playbook.version);
    let standing = playbook.standing(s.case(), &running);
    assert!(standing.present.is_some_and(|at| at < playbook.steps.len()));
    assert!(!standing.still_needed.is_empty());
    // S155: the playbook for shared blame asks for one compromise among the options.
    let options = playbook.steps.iter().find(|step| step.needs.contains(&Need::Compromise)).expect("step 7");
    assert!(options.needs.contains(&Need::TwoOptions) && !Need::Compromise.is_met(s.case()));
}

#[test]
fn s179_a_grave_case_without_a_word_for_four_working_hours_is_overdue() {
    let s = grave_and_heard().due(K::Silence, "2026-11-23 13:40");
    assert!(s.clock(K::Silence).expect("C05").is_overdue(at("2026-11-23 13:41")));
    let s = s.at("2026-11-23 13:00").when(update("The new boards are on line 2.", Some("2026-11-23 16:00"), None));
    s.taken().due(K::Silence, "2026-11-23 17:00");
}

#[test]
fn s181_the_third_update_without_change_asks_for_a_new_rhythm() {
    let s = heard().when(update("No change.", Some("2026-11-23 12:00"), Some(" ")));
    let s = s.refused("no-change-needs-what-was-tried");
    let s = ["2026-11-23 12:00", "2026-11-23 14:00", "2026-11-23 16:00"]
        .into_iter()
        .fold(s, |s, next| s.when(update("No change.", Some(next), Some("Asked the carrier twice."))).taken());
    assert_eq!(s.case().contacts.no_change_row, crate::commands::record_message::NO_CHANGE_AT_MOST);
    let s = s.when(update("They found the truck.", Some("2026-11-24 09:00"), None)).taken();
    assert_eq!(s.case().contacts.no_change_row, 0);
}

#[test]
fn s182_an_update_says_when_they_hear_again() {
    heard().when(update("We are on it.", None, None)).refused("update-needs-next-contact");
}

#[test]
fn s184_i05_every_open_case_has_a_next_step_with_an_owner_and_a_time() {
    let fixed = |s: Story| s.when_with(|s| settle(s, "Rework", StepOutcome::Done)).taken();
    let stories = [opened(), heard(), laid_out(), decided(), confirmed(), agreed(), fixed(agreed())];
    for s in stories {
        let owed = s.case().clocks.iter().filter(|c| c.is_running()).min_by_key(|c| c.due);
        let next = owed.unwrap_or_else(|| panic!("nothing next in {:?}", s.case().recovery));
        assert!(next.due > s.facts.now && s.facts.colleague(next.owed_by).is_some());
        assert!(!sheets::stands_still(s.case(), s.facts.now));
        // Nobody did anything for a month: the nightly check finds it.
        assert!(sheets::stands_still(s.case(), at("2026-12-28 09:00")));
    }
}

#[test]
fn s190_who_stays_at_their_site_reports_daily_until_the_customer_says_it_is_enough() {
    let stay = AssignResident {
        person: PIOTR,
        site: "Acme, final test".into(),
        report: "Boards sorted and boards good".into(),
        authority: "Stop and sort a lot".into(),
        to: None,
        first_report: at("2026-11-23 17:00"),
    };
    let s = agreed().when(stay.clone()).then("Piotr stays at Acme, final test").replays();
    let report = |s: &Story| s.case().open_promises().find(|p| p.words.contains("sorted")).map(|p| (p.due, p.by));
    assert_eq!(report(&s), Some((at("2026-11-23 17:00"), PIOTR)));
    let s = s.when(stay).refused("resident-already").by(PIOTR).at("2026-11-23 16:30");
    let words = "80 sorted, 62 good.";
    let daily = ReportFromSite { person: None, words: words.into(), happened_at: None };
    let s = s.when(daily.clone()).then("Piotr from the site: “80 sorted, 62 good.”").replays();
    assert_eq!(report(&s), Some((at("2026-11-24 17:00"), PIOTR)), "the next one is promised");
    assert_eq!(s.case().contacts.last_at, Some(at("2026-11-23 16:30")));
    // A Friday's report is followed by Monday's.
    let s = s.at("2026-11-27 17:30").when(daily).taken();
    assert_eq!(report(&s), Some((at("2026-11-30 17:00"), PIOTR)));
    let end = EndResidence { person: PIOTR, by: ContactId(MARIA.0), words: "Enough.".into(), happened_at: None };
    let s = s.when(end.clone());
    assert_eq!(code(&s), "not-a-contact", "we do not end it ourselves");
    let s = s.when(EndResidence { by: MS_RAO, ..end }).then("Ms Rao said Piotr need not stay any more").replays();
    assert_eq!(report(&s), None);
}

#[test]
fn s194_s195_success_is_told_and_judged_at_their_own_deadline() {
    let mut trouble = dry_joint();
    let (what, threatened, met) = ("Their fair opens.".into(), Said::No, None);
    trouble.deadline = Some(CustomerDeadline { at: at("2026-12-18 09:00"), what, threatened, met });
    let s = two_ways(heard_of(trouble)).when(lay_out()).taken().when_with(|s| choose(Some(option(s, 1)))).taken();
    let s = s.when(small_plan()).taken().by(PIOTR).when_with(|s| can(s, "stencil")).taken().by(MARIA);
    let s = s.when(agree()).taken().when_with(|s| settle(s, "Rework", StepOutcome::Done)).taken();
    let s = s.stands(Recovery::MakingGood);
    let word = RecordWord {
        by: MS_RAO,
        solved: Said::Yes,
        words: "It is.".into(),
        way: WordWay::Phone,
        settled: s.case().concerns.iter().map(|c| c.id).collect(),
        deadline_met: None,
        outcome: None,
        process: None,
        people: None,
        valued: None,
        reassured: None,
        most_important: None,
        may_be_shown: None,
        happened_at: None,
    };
    // S195: what happened is told before it can be solved.
    let s = s.when(word.clone()).refused("tell-what-happened-first");
    let told = TellWhatHappened { to: MS_RAO, what: "We used the old stencil.".into(), happened_at: None };
    let s = s.when(told).taken().when(word.clone()).refused("deadline-not-answered");
    let s = s.when(RecordWord { deadline_met: Some(Said::Yes), ..word }).taken().stands(Recovery::Solved);
    assert_eq!(s.case().harm.deadline.as_ref().expect("a deadline").met, Some(Said::Yes));
}
