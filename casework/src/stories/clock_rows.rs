//! Every clock of DOMAIN 4.5, row by row: how long, from when, and what comes of it. What is not a clock of a case (C09, C10, C24, C29, C31, C33)
//! is proven where it runs: in `watch`, in `store` and with the deliveries.
use super::inside::{bank, changed, described, eight_d, moves, stopped};
use super::the_talk::slip;
use super::walk::*;
use super::ways::laid_out;
use crate::calendar::Calendar;
use crate::clock::{self, Clock, ClockKind as K};
use crate::inside;
use crate::kinds::*;
use crate::policy::{Allowance, Policy};
use crate::testing::*;
use jiff::SignedDuration;
use serde_json::json;

use Allowance::{Minutes as M, WorkingDays as D, WorkingMinutes as W};

/// The rows as they stand in DOMAIN 4.5, for severity 1, 2 and 3.
const ROWS: &[(&str, K, [Allowance; 3])] = &[
    ("C01", K::FirstContact, [W(240), W(240), W(240)]),
    ("C01", K::UrgentContact, [M(60), M(60), M(60)]),
    ("C02", K::Receipt, [M(1), M(1), M(1)]),
    ("C03", K::VoicemailMail, [M(15), M(15), M(15)]),
    ("C04", K::Retry, [W(120), W(120), W(120)]),
    ("C05", K::Silence, [W(240), D(1), D(2)]),
    ("C05", K::SilenceAwaitingWord, [D(3), D(3), D(3)]),
    ("C07", K::TellSlip, [D(1), D(1), D(1)]),
    ("C11", K::Containment, [M(24 * 60), M(24 * 60), D(2)]),
    ("C13", K::OptionsReady, [W(240), D(1), D(2)]),
    ("C14", K::AnswerProposal, [D(1), D(1), D(1)]),
    ("C14", K::ApproveAmends, [D(1), D(1), D(1)]),
    ("C15", K::Summary, [D(1), D(1), D(1)]),
    ("C16", K::StepConfirmed, [D(1), D(1), D(1)]),
    ("C18", K::CheckIn, [D(1), D(5), D(5)]),
    ("C19", K::CauseFound, [D(5), D(10), D(10)]),
    ("C20", K::PreventionProven, [M(60 * 24 * 60), M(60 * 24 * 60), M(60 * 24 * 60)]),
    ("C22", K::AskForWord, [W(480), W(480), W(480)]),
    ("C23", K::FollowUpCall, [D(3), D(3), D(3)]),
    ("C24", K::DeliveryCheck, [D(2), D(2), D(2)]),
    ("C25", K::Review, [M(3 * 24 * 60), D(5), D(5)]),
    ("C26", K::ImprovementLetter, [D(5), D(5), D(5)]),
    ("C27", K::EscalationOpened, [W(240), W(240), W(240)]),
    ("C28", K::Deadlock, [D(10), D(10), D(10)]),
];

/// C01 to C28: the policy that is built in has the lengths of the table, and no clock of a length is missing in either.
#[test]
fn c01_to_c28_the_lengths_are_those_of_the_table() {
    let policy = Policy::default();
    for (row, kind, lengths) in ROWS {
        assert!(kind.word().starts_with(&row.to_lowercase()), "{row} is not {kind:?}");
        for severity in Severity::ALL {
            assert_eq!(policy.allowance(*kind, *severity), lengths[severity.rank()], "{row}, {severity:?}");
        }
    }
    let measured: Vec<_> = K::ALL.iter().filter(|kind| kind.is_measured()).collect();
    assert_eq!(measured.len(), ROWS.len());
    assert!(measured.iter().all(|kind| ROWS.iter().any(|(_, row, _)| row == *kind)));
}

fn clock(s: &Story, kind: K) -> Clock {
    s.clock(kind).unwrap_or_else(|| panic!("no clock {kind:?}")).clone()
}

/// C01: recognised at nine, four working hours; with a line that stands, an hour of the day, whatever calendars say.
#[test]
fn c01_four_working_hours_or_one_hour_by_the_clock_on_the_wall() {
    let s = opened();
    assert_eq!(clock(&s, K::FirstContact).starts, s.case().recognised_at);
    let s = s.due(K::FirstContact, "2026-11-23 13:00");
    let grave = json!({ "safety": "could_hurt" });
    let s = s.at("2026-11-23 09:10").does("describe-harm", grave);
    let urgent = clock(&s, K::FirstContact);
    assert_eq!(urgent.due, urgent.starts + SignedDuration::from_hours(1), "from the same start");
}

/// C05: from when they last heard from us; the gravest at least once a day of the wall, though nobody works.
#[test]
fn c05_the_longest_silence_and_never_more_than_a_day_for_the_gravest() {
    let s = heard();
    let silent = clock(&s, K::Silence);
    assert_eq!(Some(silent.starts), s.case().contacts.last_at);
    let mut facts = s.facts.clone();
    facts.case.severity = Severity::S1;
    let last = at("2026-11-27 17:30");
    facts.case.contacts.last_at = Some(last);
    let due = |facts: &crate::Facts| {
        let all = clock::derive(&facts.case, &facts.policy, &facts.ours, &facts.theirs);
        all.iter().find(|c| c.kind == K::Silence).map(|c| c.due)
    };
    assert_eq!(due(&facts), Some(last + SignedDuration::from_hours(24)), "over a week end");
    facts.case.recovery = Recovery::AwaitingWord;
    let all = clock::derive(&facts.case, &facts.policy, &facts.ours, &facts.theirs);
    let waits = all.iter().find(|c| c.kind == K::SilenceAwaitingWord).expect("C05 while we wait");
    assert_eq!((waits.starts, waits.due), (last, at("2026-12-02 17:30")), "three working days");
}

/// C07: a slip that is known goes out in a working day, and inside five working days of the promise on the same day.
#[test]
fn c07_a_known_slip_is_told_within_a_day_or_the_same_day_near_the_promise() {
    let told = |promised: jiff::civil::Date| {
        let mut facts = slip().facts;
        facts.case.news.as_mut().expect("news").promised_on = Some(promised);
        let all = clock::derive(&facts.case, &facts.policy, &facts.ours, &facts.theirs);
        all.into_iter().find(|c| c.kind == K::TellSlip).expect("C07").due
    };
    let known = slip().case().recognised_at;
    assert_eq!(known, at("2026-11-23 09:00"));
    assert_eq!(told(jiff::civil::date(2026, 12, 18)), at("2026-11-24 09:00"));
    assert_eq!(told(jiff::civil::date(2026, 11, 27)), at("2026-11-23 13:00"));
}

/// C08: the notice that they got is counted in working days from the telling to the promised day, and below nothing after it.
#[test]
fn c08_the_notice_is_counted_in_working_days() {
    let mut case = slip().facts.case;
    let ours = slip().facts.ours;
    let news = case.news.as_mut().expect("news");
    (news.promised_on, news.told_at) = (Some(jiff::civil::date(2026, 12, 4)), Some(at("2026-11-20 12:00")));
    assert_eq!(clock::notice_days(&case, &ours), Some(10));
    case.news.as_mut().expect("news").told_at = Some(at("2026-12-07 12:00"));
    assert_eq!(clock::notice_days(&case, &ours), Some(-1));
}

/// C11, C19, C20: where 8D runs, the harm is stopped, the causes are found and it is proven that it holds, each in its time from when we knew; a
/// small trouble has none of these clocks.
#[test]
fn c11_c19_c20_where_8d_runs_harm_cause_and_proof_have_their_time() {
    let kinds = [K::Containment, K::CauseFound, K::PreventionProven];
    let running = |s: &Story| kinds.into_iter().filter(|kind| s.clock(*kind).is_some()).collect::<Vec<_>>();
    assert_eq!(running(&opened()), []);
    let s = eight_d();
    let known = s.case().recognised_at;
    for kind in kinds {
        let (row, _, lengths) = ROWS.iter().find(|(_, row, _)| *row == kind).expect("a row");
        let due = clock::stricter(known, lengths[s.case().severity.rank()], &s.facts.ours, &s.facts.theirs);
        let clock = clock(&s, kind);
        assert_eq!((clock.starts, clock.due), (known, due), "{row}");
        assert_eq!(Some(clock.owed_by), s.case().team.quality.or(Some(s.case().team.owner)), "{row}");
    }
    let s = moves(stopped(moves(described(s), "containing")), "contained");
    assert_eq!(running(&s), [K::CauseFound, K::PreventionProven]);
    let s = changed(eight_d());
    assert_eq!(running(&s), [K::PreventionProven]);
    let s = s.at("2027-01-04 09:00");
    let s = s.does("check-hold", json!({ "result": "held", "data": "0 of 2,700.", "clean_shipments": 3 }));
    let s = s.does("advance-prevention", bank());
    assert_eq!(running(&s), [], "it holds");
}

/// C21: how long it is looked whether it holds, by how grave it is, and on how many deliveries.
#[test]
fn c21_the_window_is_by_how_grave_it_is() {
    assert_eq!(Severity::ALL.iter().map(|s| inside::window_days(*s)).collect::<Vec<_>>(), [30, 60, 90]);
    assert_eq!(inside::CLEAN_SHIPMENTS, 3);
}

/// C22: the day the last fix is done we ask, and not before it. C23, C25: what follows their word starts with it.
#[test]
fn c22_c23_c25_what_is_asked_and_what_follows_their_word() {
    let s = agreed();
    assert!(s.clock(K::AskForWord).is_none(), "nothing is fixed yet");
    let s = fixed();
    let done = s.case().fix_steps().filter_map(|step| step.done_at).max().expect("done");
    let asks = clock(&s, K::AskForWord);
    assert_eq!(asks.starts, done);
    assert!(asks.due <= s.facts.ours.add_days(done, 1).expect("a day"), "the same day, or as many hours of the next");
    let s = solved();
    let said = s.case().solved_at().expect("solved");
    for kind in [K::FollowUpCall, K::Review] {
        assert_eq!(clock(&s, kind).starts, said, "{kind:?}");
    }
    let days = |n| s.facts.ours.add_days(said, n).expect("days");
    assert_eq!((clock(&s, K::FollowUpCall).due, clock(&s, K::Review).due), (days(3), days(5)));
    let mut grave = s.facts.case.clone();
    grave.severity = Severity::S1;
    let all = clock::derive(&grave, &s.facts.policy, &s.facts.ours, &s.facts.theirs);
    let review = all.iter().find(|c| c.kind == K::Review).expect("C25");
    assert_eq!(review.due, said + SignedDuration::from_hours(72), "three days by the calendar on the wall");
}

/// C28: three talks or ten working days, whichever is over first: a third talk that comes later gives no more time.
#[test]
fn c28_a_late_third_talk_gives_no_more_time() {
    let s = laid_out().at("2026-12-01 10:00");
    let due = clock(&s, K::Deadlock).due;
    let mut case = s.facts.case.clone();
    let mut talk = case.talks.last().expect("a talk").clone();
    for day in 0..3 {
        talk.ended_at = due + SignedDuration::from_hours(24 * (day + 1));
        case.talks.push(talk.clone());
    }
    let all = clock::derive(&case, &s.facts.policy, &s.facts.ours, &s.facts.theirs);
    assert_eq!(all.iter().find(|c| c.kind == K::Deadlock).map(|c| c.due), Some(due));
}

/// I29: a moment is one instant on every wall: the zones of the two calendars give the hours that count, and move no moment that was said.
#[test]
fn i29_a_stated_moment_is_the_same_instant_whatever_zone_they_are_in() {
    let s = heard().does(
        "make-promise",
        json!({ "what": "thing", "words": "The list", "to": MS_RAO, "due": at("2026-11-24 12:00") }),
    );
    let promised = |theirs: &Calendar| {
        let all = clock::derive(s.case(), &s.facts.policy, &s.facts.ours, theirs);
        all.iter().filter(|c| c.kind == K::Promise).map(|c| c.due).collect::<Vec<_>>()
    };
    let here = promised(&week(480, 1080, ZONE));
    assert!(here.contains(&at("2026-11-24 12:00")));
    for zone in ["America/Chicago", "Asia/Tokyo", "Pacific/Auckland"] {
        assert_eq!(promised(&week(480, 1080, zone)), here, "{zone}");
    }
}
