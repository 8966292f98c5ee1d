//! Emergency plans as they are kept, seen by decisions and launched, on both databases.

use crate::support;
use casework::clock::ClockKind;
use casework::commands::LaunchEmergencyPlan;
use casework::emergency::{EmergencyPlan, EmergencyStep, Rehearsal, StepOwner};
use casework::ids::EmergencyPlanId;
use casework::kinds::{Role, StepKind, TroubleKind};
use casework::refusal::Refusal;
use jiff::civil::Date;
use store::run::{self, Whose};
use store::{Db, NotKept, audit, emergency, firm};
use support::both;
use support::world::*;
use uuid::Uuid;

fn id(n: u128) -> EmergencyPlanId {
    EmergencyPlanId(Uuid::from_u128(0xE0 + n))
}

fn plan(n: u128, name: &str) -> EmergencyPlan {
    let step = |text: &str, owner| EmergencyStep { text: text.into(), owner, minutes: 60, kind: StepKind::Contain };
    EmergencyPlan {
        id: id(n),
        version: 1,
        name: name.into(),
        kinds: vec![TroubleKind::Transit],
        trigger: "The carrier cannot find it.".into(),
        steps: vec![
            step("Hold what has not left yet", StepOwner::Role(Role::Quality)),
            step("Call the carrier", StepOwner::Person(MARIA)),
        ],
        phones: vec![],
        substitutes: String::new(),
        carrier: String::new(),
        rehearsed_on: None,
    }
}

fn keep(db: &Db, n: u128, plan: EmergencyPlan) -> Result<(), NotKept> {
    db.write_now(move |tx| emergency::add(tx, &plan, &by(n)))
}

fn code(result: Result<(), NotKept>) -> &'static str {
    match result.expect_err("a refusal") {
        NotKept::Refused(Refusal { code, .. }) => code,
        NotKept::Fault(fault) => panic!("{fault}"),
    }
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

#[test]
fn a_plan_is_kept_changed_rehearsed_and_taken_away_and_each_is_in_the_log() {
    both(|db| {
        build(&db);
        let before = read(&db, firm::version);
        keep(&db, 1, plan(1, " Lost in transit ")).expect("kept");
        keep(&db, 1, plan(1, "Lost in transit")).expect("the same request again is harmless");
        assert!(read(&db, firm::version) > before, "every server reads the firm again");
        assert_eq!(code(keep(&db, 2, plan(2, "Lost in transit"))), "emergency-plan-name-taken");
        assert_eq!(code(keep(&db, 3, EmergencyPlan { steps: vec![], ..plan(3, "Empty") })), "emergency-steps");
        let gone = StepOwner::Person(casework::ids::PersonId(Uuid::nil()));
        let steps = vec![EmergencyStep { owner: gone, ..plan(4, "x").steps[0].clone() }];
        assert_eq!(code(keep(&db, 4, EmergencyPlan { steps, ..plan(4, "Stranger") })), "no-such-colleague");
        let next = EmergencyPlan { carrier: "Trans Nord".into(), ..plan(1, "Lost in transit") };
        let change = |n: u128, next: EmergencyPlan| db.write_now(move |tx| emergency::change(tx, &next, &by(n)));
        change(5, next.clone()).expect("changed");
        assert_eq!(code(change(6, EmergencyPlan { carrier: "Another".into(), ..next })), "setting-changed-meanwhile");
        let rehearse =
            |n: u128, on: Date| db.write_now(move |tx| emergency::rehearsed(tx, id(1), on, day("2026-03-02"), &by(n)));
        assert_eq!(code(rehearse(7, day("2026-03-03"))), "rehearsed-in-future");
        rehearse(8, day("2026-03-02")).expect("rehearsed");
        let kept = read(&db, |c| emergency::by_id(c, id(1))).expect("it is there");
        assert_eq!(
            (kept.version, kept.carrier.as_str(), kept.rehearsed_on),
            (3, "Trans Nord", Some(day("2026-03-02")))
        );
        assert_eq!(kept.rehearsal(day("2026-03-02")), Rehearsal::Fresh);
        let log = read(&db, |c| audit::about(c, &id(1).to_string(), 10));
        let mut did: Vec<_> = log.iter().map(|line| line.what.as_str()).collect();
        did.sort_unstable();
        assert_eq!(did, ["emergency-plan-added", "emergency-plan-changed", "emergency-plan-rehearsed"]);
        write(&db, |tx| emergency::remove(tx, id(1), &by(9)));
        assert!(read(&db, emergency::list).is_empty());
    });
}

/// S001: the plan that was kept is what a decision launches; its steps have clocks and stand on Run to it in their words.
#[test]
fn s001_a_kept_plan_is_launched_and_its_steps_are_on_run_to_it() {
    both(|db| {
        build(&db);
        keep(&db, 1, plan(1, "Lost in transit")).expect("kept");
        let number = open(&db, trouble(ACME, MS_RAO, "The whole lot is lost."), 900, NOW);
        act(&db, number, LaunchEmergencyPlan { plan: id(1) }, 901, after(5));
        let blocks = read(&db, |c| run::run_to_it(c, Whose::Everybody, after(6)));
        let lines: Vec<run::Line> = blocks.into_iter().flat_map(|block| block.lines).collect();
        let due: Vec<_> = lines.iter().filter(|l| l.kind == ClockKind::StepDue).map(|l| (l.owed_by, l.about)).collect();
        assert_eq!(due.len(), 2);
        let steps = read(&db, move |c| run::steps(c, &lines));
        let words: Vec<_> = due.iter().map(|(who, step)| (*who, steps[step].text.as_str())).collect();
        assert!(words.contains(&(QUINN, "Hold what has not left yet")), "{words:?}");
        assert!(words.contains(&(MARIA, "Call the carrier")), "{words:?}");
        let without: Vec<run::Line> = vec![];
        assert!(read(&db, move |c| run::steps(c, &without)).is_empty());
    });
}

/// S071: launching a plan stops the harm beside the first contact; it neither pauses nor ends what they are owed.
#[test]
fn s071_a_launched_plan_leaves_the_first_contact_where_it_is() {
    both(|db| {
        build(&db);
        keep(&db, 1, plan(1, "Lost in transit")).expect("kept");
        let number = open(&db, trouble(ACME, MS_RAO, "The whole lot is lost."), 900, NOW);
        let owed = || {
            let blocks = read(&db, |c| run::run_to_it(c, Whose::Everybody, after(6)));
            let lines = blocks.into_iter().flat_map(|block| block.lines);
            lines.filter(|l| l.kind == ClockKind::FirstContact).map(|l| (l.starts, l.due)).collect::<Vec<_>>()
        };
        let before = owed();
        act(&db, number, LaunchEmergencyPlan { plan: id(1) }, 901, after(5));
        assert_eq!((before.len(), owed()), (1, before));
    });
}

/// S189: of what is due on one day the fix stands before what cleans up at our end, whichever hour it has; another day stays another day.
#[test]
fn s189_fixes_stand_before_cleaning_up() {
    both(|db| {
        build(&db);
        keep(&db, 1, plan(1, "Lost in transit")).expect("kept");
        let number = open(&db, trouble(ACME, MS_RAO, "The whole lot is lost."), 900, NOW);
        act(&db, number, LaunchEmergencyPlan { plan: id(1) }, 901, after(5));
        let blocks = read(&db, |c| run::run_to_it(c, Whose::Everybody, after(6)));
        let mut lines: Vec<run::Line> = blocks.into_iter().flat_map(|block| block.lines).collect();
        lines.retain(|l| l.kind == ClockKind::StepDue);
        let of_these = lines.clone();
        let mut steps = read(&db, move |c| run::steps(c, &of_these));
        let (inside, fix) = (lines[0].about, lines[1].about);
        steps.get_mut(&inside).expect("a step").kind = StepKind::Prevent;
        steps.get_mut(&fix).expect("a step").kind = StepKind::Fix;
        let mut sorted = |inside_due, fix_due| {
            lines.iter_mut().for_each(|l| l.due = if l.about == inside { inside_due } else { fix_due });
            run::put_fixes_first(&mut lines, &steps, &jiff::tz::TimeZone::UTC);
            lines.iter().map(|l| l.about).collect::<Vec<_>>()
        };
        assert_eq!(sorted(after(10), after(20)), [fix, inside]);
        assert_eq!(sorted(after(10), after(20 + 1440)), [inside, fix]);
    });
}
