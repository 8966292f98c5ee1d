//! Merging, linking, splitting; prevention; the playbooks.
use super::walk::*;
use crate::Case;
use crate::clock::ClockKind as K;
use crate::effect::{Effect, FollowOn};
use crate::ids::*;
use crate::kinds::*;
use crate::need::Need;
use crate::testing::*;
use serde_json::json;
use uuid::Uuid;

/// Another case of Acme, known two hours earlier, with its own promise.
fn earlier_one() -> Case {
    let mut s = story().at("2026-11-23 09:00");
    s.facts.case = Case::blank(CaseId(Uuid::from_u128(1041)));
    s.facts.next_number = CaseNumber(1041);
    let mut known = wrong_label();
    known.recognised_at = Some(at("2026-11-23 07:00"));
    let promise = json!({ "what": "thing", "words": "A new list.", "to": MS_RAO, "due": at("2026-11-27 12:00") });
    s.when(known).taken().does("make-promise", promise).facts.case
}

fn beside(mut s: Story, other: Case) -> Story {
    s.facts.other = Some(other);
    s
}

/// I22, I02: the one that goes on keeps the earliest *we knew at* and every promise.
#[test]
fn i22_a_merge_keeps_the_earliest_moment_and_every_promise() {
    let s = beside(story().at("2026-11-23 10:00"), heard().facts.case);
    let mut s = s;
    s.facts.case = earlier_one();
    let s = s.does("merge", json!({ "into": 1042, "why": "The same labels." })).then("Goes on as MG-1042");
    let (gone, on) = (s.case(), s.facts.other.as_ref().expect("the other"));
    assert_eq!((gone.recovery, gone.merged_into, gone.clocks.len()), (Recovery::Merged, Some(on.id), 0));
    assert_eq!(on.recognised_at, at("2026-11-23 07:00"));
    assert_eq!(on.promises.len(), 2);
    assert!(on.clocks.iter().any(|c| c.kind == K::Promise && c.due == at("2026-11-27 12:00")));
    assert_eq!(on.recovery, Recovery::Heard, "a merge sets nothing solved");
}

/// I02: a trouble that still stands does not vanish into one that is called solved, nor into another customer's.
#[test]
fn a_merge_hides_no_trouble() {
    let into = json!({ "into": 1042, "why": "The same labels." });
    let mut s = beside(story().at("2026-11-24 12:00"), solved().facts.case);
    s.facts.case = earlier_one();
    let mut s = s.ask("merge", into.clone()).refused("merge-would-hide-trouble");
    s.facts.other.as_mut().expect("the other").account = AccountId(Uuid::from_u128(7));
    let s = s.ask("merge", into).refused("other-account").ask("merge", json!({ "into": 1041, "why": "x" }));
    s.refused("same-case").ask("merge", json!({ "into": 77, "why": "x" })).refused("no-such-case");
}

/// Two that belong together stay two, and each knows of the other.
#[test]
fn linked_cases_know_of_each_other() {
    let link = json!({ "with": 1041, "why": "The same list." });
    let s = beside(heard(), earlier_one()).does("link", link.clone()).then("Belongs with MG-1041: The same list.");
    assert_eq!(s.facts.other.as_ref().expect("the other").linked, [s.case().id]);
    s.ask("link", link).refused("already-linked");
}

/// A second trouble gets its own number, the same *we knew at*, and the worry that belongs to it.
#[test]
fn a_split_opens_a_case_with_the_same_moment_and_its_worries() {
    let mut s = beside(heard(), Case::blank(CaseId(Uuid::from_u128(1043))));
    s.facts.next_number = CaseNumber(1043);
    let concern = s.case().concerns[0].id;
    let s = s.does("split", json!({ "title": "Other lots may be wrong too.", "concerns": [concern] }));
    let new = s.facts.other.as_ref().expect("the new one");
    assert_eq!((new.number, new.recognised_at), (CaseNumber(1043), s.case().recognised_at));
    assert_eq!((new.concerns.len(), s.case().concerns.len()), (1, 0));
    assert_eq!(new.recovery, Recovery::Told, "they were told already");
    assert_eq!((&new.linked[..], &s.case().linked[..]), (&[s.case().id][..], &[new.id][..]));
    s.then("“Other lots may be wrong too.” goes on as MG-1043");
}

fn prevent(s: Story, to: &str, more: serde_json::Value) -> Story {
    let mut fields = json!({ "to": to, "words": "Done and seen." });
    fields.as_object_mut().expect("fields").extend(more.as_object().expect("more").clone());
    s.ask("advance-prevention", fields)
}
fn answers(questions: &[(&str, &str)]) -> serde_json::Value {
    let one = |(q, a): &(&str, &str)| json!({ "question": q, "answer": a, "words": "Looked at." });
    json!({ "answers": questions.iter().map(one).collect::<Vec<_>>() })
}
/// A dry joint of the gravest sort of which the cause is looked for.
fn finding() -> Story {
    let s = prevent(opened().by(QUINN), "containing", json!({})).taken();
    prevent(prevent(s, "contained", json!({})).taken(), "finding_cause", json!({})).taken()
}

/// S135, I23: a cause names no person and is not the symptom.
#[test]
fn s135_operator_error_is_no_cause() {
    let cause = |text: &str| json!({ "cause": text });
    let s = prevent(finding(), "cause_verified", json!({})).refused("cause-empty");
    let s = prevent(s, "cause_verified", cause("Operator error at the printer")).refused("cause-names-a-person");
    let s =
        prevent(s, "cause_verified", cause("Half the boards have no solder on U7.")).refused("cause-is-the-symptom");
    prevent(s, "cause_verified", cause("The stencil was worn at U7.")).taken().then("Prevention: cause verified");
}

/// One state at a time, and never backwards.
#[test]
fn prevention_goes_one_step_at_a_time() {
    prevent(opened(), "held", json!({})).refused("prevention-one-step");
    prevent(finding(), "containing", json!({})).refused("prevention-one-step");
}

fn verifying() -> Story {
    let s = prevent(finding(), "cause_verified", json!({ "cause": "The stencil was worn." })).taken();
    let s = prevent(s, "choosing", json!({})).taken();
    let s = prevent(s, "implementing", answers(&[("process", "yes"), ("training", "yes")])).taken();
    prevent(s, "verifying", json!({})).taken()
}

/// S009, I24: training alone is weak.
#[test]
fn s009_training_alone_is_refused() {
    let s = prevent(finding(), "cause_verified", json!({ "cause": "The stencil was worn." })).taken();
    let s = prevent(s, "choosing", json!({})).taken();
    let s = prevent(s, "implementing", json!({})).refused("no-action-chosen");
    prevent(s, "implementing", answers(&[("training", "yes"), ("stock", "no")])).refused("weak-action-alone");
}

/// S008: a delay does not finish prevention before the question of stock is answered, yes or no, with what will be done or why not.
#[test]
fn s008_a_delay_asks_for_stock_with_a_reason() {
    let mut s = verifying();
    s.facts.case.kind = TroubleKind::Delay;
    let others = answers(&["supplier", "alternatives", "promise_rule", "communication"].map(|q| (q, "no")));
    let s = prevent(s, "held", others).refused("prevention-question-open");
    let mut bare = bank();
    bare["answers"][0]["words"] = json!(" ");
    assert_eq!(bare["answers"][0]["question"], "stock");
    prevent(prevent(s, "held", bare).refused("answer-without-words"), "held", bank()).taken();
}

/// S008, S228: every question of the bank is answered before it may be said to hold.
#[test]
fn s008_s228_every_question_of_the_bank_is_answered() {
    let s = prevent(verifying(), "held", answers(&[("supplier", "no"), ("alternatives", "no")]));
    prevent(s.refused("prevention-question-open"), "held", bank()).taken().then("Prevention: held");
}
fn bank() -> serde_json::Value {
    let rest = ["stock", "supplier", "alternatives", "promise_rule", "communication"];
    answers(&rest.map(|q| (q, "no")))
}

/// S224: what we changed is told, or they would rather not hear of it; its clock is five working days.
#[test]
fn s224_what_we_changed_is_told_to_the_customer() {
    let held = prevent(verifying(), "held", bank()).taken().due(K::ImprovementLetter, "2026-11-30 09:00");
    let s = prevent(held, "shared", json!({})).refused("improvement-letter-first");
    let s = prevent(s, "shared", json!({ "letter": "New stencils since Monday; 900 boards clean." })).taken();
    assert!(s.customer_reads().iter().any(|t| t.contains("New stencils since Monday")));
    let held = prevent(verifying(), "held", bank()).taken();
    prevent(held, "shared", json!({ "letter_declined_by": MS_RAO })).taken().replays();
}

/// S137: an idea of theirs how to prevent it is answered before they read what we changed.
#[test]
fn s137_an_idea_without_an_answer_stands_before_shared() {
    let idea = json!({ "by": MS_RAO, "about": "prevention", "words": "Look at the first ten under the lens." });
    let s = prevent(verifying(), "held", bank()).taken().by_contact(MS_RAO).does("add-idea", idea).by(QUINN);
    let letter = json!({ "letter": "New stencils since Monday; 900 boards clean." });
    let s = prevent(s, "shared", letter.clone()).refused("idea-before-shared");
    let id = s.case().joint.ideas[0].id;
    let s = s.does("answer-idea", json!({ "idea": id, "became": "taken_up", "words": "We do since Monday." }));
    prevent(s, "shared", letter).taken().replays();
}

/// S224: held without a letter does not close.
#[test]
fn s224_no_closing_without_the_letter() {
    let mut s = ready_to_close();
    s.facts.case.prevention.state = Prevention::Held;
    s.ask("close", last_message()).refused("improvement-letter-first").stands(Recovery::Solved);
}

/// DOMAIN 4.3: only a small trouble that came once needs none, and quality or a manager says so.
#[test]
fn prevention_is_not_needed_only_for_a_small_trouble_that_came_once() {
    let not = json!({ "to": "not_needed", "words": "It came once." });
    heard().ask("advance-prevention", not.clone()).refused("needs-manager-or-quality");
    heard().by(QUINN).does("advance-prevention", not.clone());
    opened().by(QUINN).ask("advance-prevention", not.clone()).refused("prevention-needed");
    let mut s = heard().by(QUINN);
    s.facts.case.repeat_of = vec![CaseId(Uuid::from_u128(5))];
    s.ask("advance-prevention", not).refused("prevention-needed");
}

/// S223, I25: the like failure came back: the new case is a repeat, and the old prevention did not hold.
#[test]
fn s223_the_like_failure_reopens_what_had_held() {
    let mut s = story();
    s.facts.earlier = vec![crate::facts::EarlierCase {
        id: CaseId(Uuid::from_u128(900)),
        number: CaseNumber(900),
        account: ACME,
        kind: TroubleKind::Defect,
        recognised_at: at("2026-05-04 09:00"),
        recovery: Recovery::Closed,
        prevention: Prevention::Held,
        hand_overs: 0,
    }];
    let s = s.when(dry_joint()).taken();
    let asked =
        |e: &Effect| *e == Effect::Ask { on: CaseId(Uuid::from_u128(900)), what: FollowOn::PreventionDidNotHold };
    assert!(s.last.as_ref().is_ok_and(|c| c.effects.iter().any(asked)));
    assert_eq!(s.case().repeat_of, [CaseId(Uuid::from_u128(900))]);
    let held = prevent(verifying(), "held", bank()).taken().by_system();
    let again = held.when(FollowOn::PreventionDidNotHold.command()).taken().then("did not hold");
    assert_eq!(again.case().prevention.state, Prevention::FindingCause);
    let nothing = again.when(FollowOn::PreventionDidNotHold.command()).taken();
    assert!(nothing.last.as_ref().is_ok_and(|c| c.events.is_empty()), "twice does no harm");
}

/// DOMAIN 5: every playbook has its steps, its needs are known and its acts can be asked for.
#[test]
fn s178_the_playbooks_are_sound() {
    let steps: Vec<_> = playbooks().iter().map(|p| (p.name.clone(), p.steps.len())).collect();
    let wanted = [
        ("breaking_bad_news", 10),
        ("complaint_by_the_book", 9),
        ("eight_d", 9),
        ("run_to_the_problem", 8),
        ("save_a_great_customer", 13),
        ("three_mistakes", 17),
        ("tough_conversation", 8),
        ("we_shipped_it_bad", 7),
    ];
    assert_eq!(steps, wanted.map(|(name, n)| (name.to_owned(), n)));
    for playbook in playbooks() {
        assert!(!words(&crate::text::Text::new(playbook.title())).starts_with("playbook-"));
        for step in &playbook.steps {
            let act = step.act.as_deref().expect("an act");
            assert!(crate::Command::WORDS.contains(&act), "{}: no act {act}", playbook.name);
            assert!(
                !step.needs.is_empty() && !words(&crate::text::Text::new(step.title.clone())).starts_with("playbook-")
            );
            assert_eq!(
                step.needs.contains(&Need::ByHand) && step.needs.len() == 1,
                act == "tick-step" && step.needs.len() == 1
            );
        }
    }
}

/// S178: *step n of m, still needed: …*; a case that was walked to the end has walked its playbook, but for what takes years.
#[test]
fn s178_a_walked_case_stands_at_the_last_step_of_its_playbook() {
    let all = playbooks();
    let run = all.iter().find(|p| p.name == "run_to_the_problem").expect("there");
    let s = story().when(wrong_label()).taken();
    assert_eq!(s.case().playbooks[0].name, "run_to_the_problem");
    let standing = |s: &Story| {
        let standing = run.standing(s.case(), &s.case().playbooks[0]);
        (standing.present, standing.still_needed)
    };
    assert_eq!(standing(&s), (Some(1), vec![Need::Voice, Need::Acknowledged]));
    assert_eq!(standing(&heard()), (Some(4), vec![Need::Remedy, Need::FixDone]));
    let s = closed();
    assert_eq!(standing(&s), (Some(7), vec![Need::ByHand]));
    let s = s.at("2027-11-24 09:00").does(
        "tick-step",
        json!({ "playbook": "run_to_the_problem", "no": "8", "words": "They ordered four times since." }),
    );
    assert_eq!(standing(&s), (None, vec![]));
}

/// DOMAIN 5.1: the great customer's playbook is walked to its end by the records of one case.
#[test]
fn the_great_customers_playbook_is_walked_by_records() {
    let mut labels = wrong_label();
    labels.playbooks = vec!["save_a_great_customer".into(), "tough_conversation".into()];
    let s = ready_to_close();
    let all = playbooks();
    let named = |name: &str| all.iter().find(|p| p.name == name).expect("there");
    let great = named("save_a_great_customer");
    let running = crate::parts::RunningPlaybook::begun(&great.name, 1);
    let open: Vec<_> = (0..great.steps.len()).filter(|n| !great.is_done(s.case(), &running, *n)).collect();
    // What this small trouble did without: an apology, a compromise, a summary, a check-in; and the last message is still to come.
    assert_eq!(open.iter().map(|n| great.steps[*n].no.as_str()).collect::<Vec<_>>(), ["4", "7", "8", "9", "13"]);
}

/// Several at once, each once, and only what no record can prove is ticked.
#[test]
fn playbooks_run_side_by_side_and_ticks_need_words() {
    let tick = |no: &str, words: &str| json!({ "playbook": "three_mistakes", "no": no, "words": words });
    let s = heard().does("choose-playbook", json!({ "name": "three_mistakes" })).then("Following “Three mistakes”");
    let s = s.ask("choose-playbook", json!({ "name": "three_mistakes" })).refused("playbook-runs-already");
    let s = s.ask("choose-playbook", json!({ "name": "seven_sins" })).refused("no-such-playbook");
    let s = s.ask("tick-step", tick("A1", "Nobody.")).refused("step-not-by-hand");
    let s = s
        .ask("tick-step", tick("A2", " "))
        .refused("nothing-said")
        .ask("tick-step", tick("Z9", "x"))
        .refused("no-such-playbook-step");
    let s = s.does("tick-step", tick("A2", "No plan for labels: a gap.")).then("Step done: Launch the emergency plan");
    s.ask("tick-step", tick("A2", "Again.")).refused("step-ticked-already").replays();
}

/// S092: on the short path of news that still works the steps for those it hurts are not asked for.
#[test]
fn s092_the_short_path_asks_for_fewer_steps() {
    let all = playbooks();
    let news = all.iter().find(|p| p.name == "breaking_bad_news").expect("there");
    let mut s = story().when(crate::commands::OpenCase { origin: Origin::WeBringNews, ..wrong_label() }).taken();
    assert_eq!(s.case().playbooks[0].name, "breaking_bad_news");
    let running = s.case().playbooks[0].clone();
    let hurt = |s: &Story| news.steps.iter().enumerate().filter(|(n, _)| !news.is_done(s.case(), &running, *n)).count();
    let told = |s: &mut Story, r| s.facts.case.news.as_mut().expect("news").reaction = r;
    told(&mut s, Reaction::StillWorks);
    let short = hurt(&s);
    told(&mut s, Reaction::Hurts);
    assert!(hurt(&s) > short);
}
