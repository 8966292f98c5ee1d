//! The laws, asked of any case there can be: what comes out must not depend on money, and clocks run as they were promised.
use super::walk::*;
use crate::Case;
use crate::clock::{self, ClockKind as K};
use crate::commands::Command;
use crate::facts::Facts;
use crate::ids::*;
use crate::kinds::*;
use crate::money::Money;
use crate::parts::*;
use crate::policy::{Allowance, CustomerRule, Policy};
use crate::severity::{OrderOfWork, Recent, order_of_work, severity};
use crate::shape::Shape;
use crate::simulate;
use crate::testing::*;
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use proptest::prelude::*;
use serde_json::json;

/// A case in the middle of its life, and what surrounds it.
fn any_case(seed: u64) -> Facts {
    let world = simulate::world(TimeZone::get(ZONE).expect("a known zone"), playbooks());
    let mut found = world.clone();
    let keep = &mut |facts: &Facts, _: &[crate::Happening]| {
        if facts.case.exists() {
            found = facts.clone();
        }
    };
    simulate::live_seen(&world, seed, 60, keep).unwrap_or_else(|broken| panic!("{broken}"));
    found
}
fn clocks(case: &Case, facts: &Facts) -> Vec<crate::clock::Clock> {
    clock::derive(case, &facts.policy, &facts.ours, &facts.theirs)
}
fn place(case: &Case, now: Timestamp) -> (Severity, OrderOfWork) {
    (severity(case, now, Recent::No), order_of_work(case, now))
}
/// The case with every amount in it set to so many cents.
fn with_amounts(case: Case, cents: u64) -> Case {
    fn set(value: &mut serde_json::Value, cents: u64) {
        match value {
            serde_json::Value::Object(fields) => {
                for (name, value) in fields.iter_mut() {
                    if name == "cents" { *value = json!(cents) } else { set(value, cents) }
                }
            }
            serde_json::Value::Array(all) => all.iter_mut().for_each(|one| set(one, cents)),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(case).expect("JSON");
    set(&mut value, cents);
    serde_json::from_value(value).expect("a case")
}
/// Every field name of a command, at any depth.
fn fields(shape: &Shape, into: &mut Vec<&'static str>) {
    match shape {
        Shape::Object(_, all) => all.iter().for_each(|f| {
            into.push(f.name);
            fields(&f.shape, into);
        }),
        Shape::Optional(inner) | Shape::List(inner) => fields(inner, into),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// S025, I03: what we give, what they say it costs and what the order was called move no clock and no place in the order of work.
    #[test]
    fn s025_money_moves_no_clock_and_no_priority(seed in any::<u64>(), cents in 1u64..1_000_000_000) {
        let facts = any_case(seed);
        let mut rich = facts.case.clone();
        rich.title = format!("An order of {} EUR", cents / 100);
        for amends in &mut rich.amends {
            amends.value = Some(Money { cents, currency: "EUR".into() });
        }
        for impact in rich.harm.impacts.iter_mut().filter(|i| i.dimension == Dimension::Money) {
            impact.words = format!("We lose {cents}");
        }
        // Every other amount that stands anywhere in the case: what it cost us, what a return was credited with.
        let rich = with_amounts(rich, cents);
        prop_assert_eq!(clocks(&rich, &facts), clocks(&facts.case, &facts));
        prop_assert_eq!(place(&rich, facts.now), place(&facts.case, facts.now));
    }

    /// I03: whoever of us has the case, the times are the same, and so is its place.
    #[test]
    fn i03_who_has_the_case_moves_no_clock_and_no_priority(seed in any::<u64>(), at in 0usize..3) {
        let facts = any_case(seed);
        let mut others = facts.case.clone();
        let who = [MARIA, PIOTR, EWA][at];
        (others.team.owner, others.team.relationship_owner, others.team.manager) = (who, who, Some(who));
        let times = |case: &Case| {
            let mut all: Vec<_> = clocks(case, &facts).into_iter().map(|c| (c.kind, c.about, c.starts, c.due, c.met_at)).collect();
            all.sort();
            all
        };
        prop_assert_eq!(times(&others), times(&facts.case));
        prop_assert_eq!(place(&others, facts.now), place(&facts.case, facts.now));
    }

    /// I15: in any life, a rule of theirs makes no clock later, takes none away, and is kept by every clock of its kind but a moment that was said.
    #[test]
    fn i15_in_any_life_their_rule_is_kept_and_only_shortens(seed in any::<u64>(), at in any::<prop::sample::Index>(), n in 1u32..3_000) {
        let facts = any_case(seed);
        let measured: Vec<K> = K::ALL.iter().copied().filter(|k| k.is_measured()).collect();
        let clock = measured[at.index(measured.len())];
        let rule = CustomerRule { clock, at_most: Allowance::WorkingMinutes(n), source: "Their quality manual".into() };
        let ruled = Facts { policy: facts.policy.shortened(&[rule]).into(), ..facts.clone() };
        let all = |facts: &Facts| {
            let mut all: Vec<_> = clocks(&facts.case, facts).into_iter().map(|c| (c.kind, c.about, c.starts, c.due)).collect();
            all.sort();
            all
        };
        let (with, without) = (all(&ruled), all(&facts));
        prop_assume!(without.len() < crate::clock::CLOCKS_PER_CASE);
        let said: Vec<_> = clock::wanted::wanted(&facts.case).into_iter().filter(|w| matches!(w.length, clock::wanted::Length::Stated(_))).collect();
        let is_said = |kind: K, about| said.iter().any(|w| w.kind == kind && w.about == about);
        let most = Allowance::WorkingMinutes(n);
        for ((kind, about, starts, due), (other, its, since, before)) in with.iter().zip(&without) {
            prop_assert_eq!((kind, about, starts), (other, its, since));
            prop_assert!(due <= before, "{:?} is later", kind);
            let ends = clock::stricter(*starts, most, &facts.ours, &facts.theirs);
            let kept = *kind != clock || is_said(*kind, *about) || kind.may_pause() || *due <= ends;
            prop_assert!(kept, "{:?} is due {} and not {}", kind, due, ends);
        }
        prop_assert_eq!(with.len(), without.len());
    }

    /// C01 to C28: in any life no clock is owed later than its own row gives, but a further try, a moment that was said, and what stands still.
    #[test]
    fn no_clock_is_later_than_its_row(seed in any::<u64>()) {
        let facts = any_case(seed);
        for w in clock::wanted::wanted(&facts.case) {
            let free = matches!(w.length, clock::wanted::Length::Stated(_) | clock::wanted::Length::DayPart(_)) || w.kind.may_pause();
            if free || !w.kind.is_measured() {
                continue;
            }
            let due = clock::due(&facts.case, &w, &facts.policy, &facts.ours, &facts.theirs);
            let row = clock::earliest(w.starts, &facts.policy, w.kind, facts.case.severity, &facts.ours, &facts.theirs);
            prop_assert!(due <= row, "{:?} is due {} and not {}", w.kind, due, row);
            prop_assert!(due >= w.starts, "{:?} is owed before it began", w.kind);
        }
    }

    /// I11, S234, S039: whose part it was, and that we believe we were right, moves no clock and no need.
    #[test]
    fn s039_s234_fault_moves_nothing(seed in any::<u64>(), at in 0usize..5) {
        let facts = any_case(seed);
        let mut theirs = facts.case.clone();
        theirs.fault.position = Fault::ALL[at];
        theirs.fault.we_were_right = true;
        prop_assert_eq!(clocks(&theirs, &facts), clocks(&facts.case, &facts));
        prop_assert_eq!(place(&theirs, facts.now), place(&facts.case, facts.now));
        for state in Recovery::ALL {
            prop_assert_eq!(crate::recovery::missing(&theirs, *state), crate::recovery::missing(&facts.case, *state));
        }
    }

    /// I04, S029: *we knew at* moves earlier with a reason, and never later.
    #[test]
    fn i04_recognition_only_moves_earlier(minutes in -100_000i64..100_000) {
        let s = opened();
        let known = s.case().recognised_at;
        let to = known + SignedDuration::from_mins(minutes);
        let s = s.at("2027-06-01 09:00").ask("move-recognition", json!({ "to": to, "reason": "It stood in the mail." }));
        prop_assert_eq!(s.last.is_ok(), minutes < 0);
        prop_assert!(s.case().recognised_at <= known);
    }

    /// I13: another severity gives other lengths, never another start.
    #[test]
    fn i13_another_severity_counts_from_the_same_start(seed in any::<u64>(), at in 0usize..3) {
        let facts = any_case(seed);
        let other = Case { severity: Severity::ALL[at], ..facts.case.clone() };
        let starts = |case: &Case| {
            let mut all: Vec<_> = clocks(case, &facts).iter().map(|c| (c.kind, c.about, c.starts)).collect();
            all.sort();
            all
        };
        // A case with more than a page of clocks keeps the soonest, and which those are depends on the due times.
        let full = |case: &Case| clocks(case, &facts).len() >= crate::clock::CLOCKS_PER_CASE;
        prop_assume!(!full(&other) && !full(&facts.case));
        prop_assert_eq!(starts(&other), starts(&facts.case));
    }

    /// I14: contact, silence and word clocks run on whatever stands still.
    #[test]
    fn i14_only_our_own_steps_stand_still(seed in any::<u64>(), hours in 1i64..2_000) {
        let facts = any_case(seed);
        let mut paused = facts.case.clone();
        let from = paused.recognised_at;
        let until = from + SignedDuration::from_hours(hours);
        paused.pauses = vec![Pause { from, until, reason: "They travel.".into(), by: MARIA }];
        let never = |case: &Case| clocks(case, &facts).into_iter().filter(|c| !c.kind.may_pause()).map(|c| (c.kind, c.about, c.due)).collect::<Vec<_>>();
        prop_assert_eq!(never(&paused), never(&Case { pauses: vec![], ..paused.clone() }));
    }

    /// I15: a customer's own rule only shortens a clock.
    #[test]
    fn i15_a_customers_rule_only_shortens(at in any::<prop::sample::Index>(), kind in 0usize..3, n in 1u32..5_000, minutes in 0i64..200_000) {
        let clock = K::ALL[at.index(K::ALL.len())];
        let at_most = match kind {
            0 => Allowance::Minutes(n),
            1 => Allowance::WorkingMinutes(n),
            _ => Allowance::WorkingDays(n % 60 + 1),
        };
        let policy = Policy::default();
        let short = policy.shortened(&[CustomerRule { clock, at_most, source: "Their quality manual".into() }]);
        let (ours, theirs) = (week(480, 1080, ZONE), week(480, 1080, "America/Chicago"));
        let starts = self::at("2026-11-02 08:00") + SignedDuration::from_mins(minutes);
        for kind in K::ALL.iter().filter(|k| k.is_measured()) {
            for severity in Severity::ALL {
                let due = |p: &Policy| clock::earliest(starts, p, *kind, *severity, &ours, &theirs);
                prop_assert!(due(&short) <= due(&policy), "{:?} is later", kind);
            }
        }
    }

    /// I21, S211: whenever they say so, the same number is open again.
    #[test]
    fn i21_reopening_keeps_the_number(days in 0i64..4_000) {
        let mut s = closed();
        let number = s.case().number;
        s.facts.now += SignedDuration::from_hours(24 * days);
        let s = s.does("reopen", json!({ "contact": MS_RAO, "words": "Again." }));
        prop_assert_eq!((s.case().number, s.case().recovery), (number, Recovery::Told));
    }

    /// I22: whichever two are one, the earliest moment and every promise go on.
    #[test]
    fn i22_any_merge_keeps_the_earliest_moment_and_every_promise(one in any::<u64>(), two in any::<u64>()) {
        let mut facts = any_case(one);
        let mut other = any_case(two).case;
        other.number = CaseNumber(999_999);
        let before = (facts.case.recognised_at.min(other.recognised_at), facts.case.promises.len() + other.promises.len());
        facts.other = Some(other);
        facts.actor = crate::Actor::Person(facts.case.team.owner);
        let into = Command::read("merge", json!({ "into": 999_999, "why": "One trouble." })).expect("a word").expect("fields");
        if let Ok(change) = crate::decide(&facts, &into) {
            let (on, _) = change.other.expect("the other goes on");
            prop_assert_eq!((on.recognised_at, on.promises.len()), before);
            prop_assert!(on.recovery != Recovery::Solved || facts.other.is_some_and(|o| o.recovery == Recovery::Solved));
        }
    }
}

/// S028, S024: the $25 and the $2,500 case with the same facts get the same clocks, playbook and place.
#[test]
fn s028_the_25_and_the_2500_dollar_case_are_treated_alike() {
    let told = |title: &str| story().when(crate::commands::OpenCase { title: title.into(), ..wrong_label() }).taken();
    let (small, large) = (told("$25 of labels are wrong."), told("$2500 of labels are wrong."));
    assert_eq!(small.case().clocks, large.case().clocks);
    assert_eq!(small.case().playbooks, large.case().playbooks);
    assert_eq!(place(small.case(), small.facts.now), place(large.case(), large.facts.now));
}

/// S025, S005, S024: opening a case asks for no value, size or tier; nothing asks for one but what we give and what it cost us.
#[test]
fn s024_no_command_asks_what_a_customer_is_worth() {
    let money = ["value", "price", "amount", "revenue", "margin", "tier", "size", "cents", "order_value"];
    for word in Command::WORDS {
        let mut names = vec![];
        fields(&Command::shape_of(word).expect("every word has a shape"), &mut names);
        let asks: Vec<_> = names.iter().filter(|n| money.contains(n)).collect();
        // The last message has a line called value: that we value them. What a trouble cost us, or was credited, says nothing of the customer,
        // and no rule reads it (S096).
        let ours = ["grant-amends", "close", "record-cost", "credit-return"];
        assert!(asks.is_empty() || ours.contains(word), "{word} asks for {asks:?}");
    }
}

/// S073: no setting takes an account, a segment or a tier out of the clocks.
#[test]
fn s073_the_policy_knows_no_account_and_no_tier() {
    let policy = serde_json::to_value(Policy::default()).expect("JSON");
    let names: Vec<_> = policy.as_object().expect("fields").keys().cloned().collect();
    let known = [
        "version",
        "clocks",
        "warn_at_percent",
        "authority",
        "hard_actions",
        "repeat_months",
        "repeat_days",
        "playbooks",
    ];
    assert!(names.iter().all(|n| known.contains(&n.as_str())), "{names:?}");
}

/// S238: the list of acts that need a second name is never empty.
#[test]
fn s238_the_list_of_hard_actions_is_never_empty() {
    let empty = Policy { hard_actions: vec![], ..Policy::default() };
    assert!(empty.check().is_err() && Policy::default().check().is_ok());
}

/// S017: a deadline of theirs tomorrow comes before none. S026: of equal harm the oldest comes first, however small.
#[test]
fn s017_s026_their_deadline_first_then_the_oldest() {
    let now = at("2026-11-23 09:00");
    let mut late = dry_joint();
    late.kind = TroubleKind::Delay;
    let plain = story().when(late.clone()).taken();
    let what = "Their fair opens".to_owned();
    late.deadline = Some(CustomerDeadline { at: at("2026-11-24 08:00"), what, threatened: Said::Yes, met: None });
    let due = story().when(late).taken();
    assert!(order_of_work(due.case(), now) < order_of_work(plain.case(), now));
    let mut old = wrong_label();
    old.title = "$25 of labels.".into();
    old.recognised_at = Some(at("2026-11-03 09:00"));
    let (old, new) = (story().when(old).taken(), story().when(wrong_label()).taken());
    let contacts = |s: &Story| OrderOfWork { overdue_contact: 1, ..order_of_work(s.case(), now) };
    assert!(contacts(&old) < contacts(&new));
}

/// I05, S184: every open case has an owner and something owed with a date.
#[test]
fn i05_every_open_case_owes_something_by_a_date() {
    for s in [opened(), heard(), agreed(), fixed(), asked(), solved()] {
        let running = s.case().clocks.iter().any(|c| c.is_running() && c.due > s.facts.now);
        assert!(running, "{:?} owes nothing", s.case().recovery);
    }
}

/// S234, X06: no word a case can be described with says that the customer is wrong.
#[test]
fn s234_there_is_no_field_customer_wrong() {
    let judging = ["customer_wrong", "unreasonable", "difficult", "invalid", "unjustified", "rejected", "blame"];
    for word in Command::WORDS {
        let mut names = vec![*word];
        fields(&Command::shape_of(word).expect("every word has a shape"), &mut names);
        assert!(names.iter().all(|n| !judging.iter().any(|j| n.contains(j))), "{word}: {names:?}");
    }
}

/// S189: our approval of a large credit never holds a fix.
#[test]
fn s189_an_approval_holds_no_fix() {
    let amends = json!({ "kind": "credit", "words": "A large credit.", "value": { "cents": 9_000_000, "currency": "EUR" }, "due": at("2026-12-01 12:00") });
    let s = agreed().ask("grant-amends", amends);
    fix(s.at("2026-11-24 10:00")).stands(Recovery::MakingGood);
}
