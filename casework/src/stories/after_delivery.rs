//! After the goods came, and some days after it was solved: what a contact answers by their own link, and what stays owed all the same.
use super::their_side::arrived_wrong;
use super::walk::*;
use crate::clock::{Clock, ClockKind as K};
use crate::effect::Urgency;
use crate::hindsight::Hindsight;
use crate::kinds::*;
use crate::parts::Said;
use crate::testing::*;
use serde_json::json;

/// S023: what did not arrive well opens a case by their own word, with their words and a first contact owed.
#[test]
fn s023_what_did_not_arrive_well_is_a_case_with_first_contact_owed() {
    let s = story().by_contact(MS_RAO).does("open-case", arrived_wrong(MS_RAO)).stands(Recovery::Spotted);
    assert_eq!((s.case().title.as_str(), s.case().contact), ("Two of ten boxes are wet.", Some(MS_RAO)));
    assert!(s.clock(K::FirstContact).is_some_and(Clock::is_running));
    let owner = s.case().team.owner;
    assert!(s.told().contains(&(owner, Urgency::Urgent, "notice-case-opened-for-you".to_owned())), "{:?}", s.told());
    s.replays();
}

/// How we go about it is not theirs to fill in, and neither is another firm's trouble.
#[test]
fn a_contact_opens_nothing_for_somebody_else_and_chooses_none_of_us() {
    let with = |name: &str, value: serde_json::Value| {
        let mut asked = arrived_wrong(MS_RAO);
        asked[name] = value;
        story().by_contact(MS_RAO).ask("open-case", asked)
    };
    with("owner", json!(MARIA)).refused("filled-in-by-us");
    with("origin", json!("we_found_harm")).refused("filled-in-by-us");
    with("recognised_at", json!(at("2026-11-20 08:00"))).refused("filled-in-by-us");
    with("playbooks", json!(["late"])).refused("filled-in-by-us");
    with("account", json!(uuid::Uuid::from_u128(0xBAD))).refused("not-your-case");
    with("contact", json!(MR_HALE)).refused("speaks-for-another");
    with("title", json!("  ")).refused("say-it-in-your-words");
}

/// S208, S209: *it holds*, written by their link, is their word; the call stays due and closing still waits for it.
#[test]
fn s208_s209_it_holds_in_writing_leaves_the_call_due() {
    let holds = json!({ "contact": MS_RAO, "result": "ok", "words": "All labels were right this week.", "call_us_first": "yes", "strength": 5 });
    let s = solved().at("2026-11-27 10:00").by_contact(MS_RAO).does("follow-up", holds);
    let s = s.then("Ms Rao wrote that it holds. The call is still due. All labels were right this week.");
    assert_eq!(s.customer_reads(), ["You told us that it holds."]);
    assert_eq!(s.told(), [(MARIA, Urgency::CanWait, "notice-they-acted".to_owned())]);
    assert!(s.clock(K::FollowUpCall).is_some_and(Clock::is_running), "C23 is a call");
    assert!(s.case().follow_up.is_none(), "and no next step was chosen by it");
    let s = s.stands(Recovery::Solved).replays().by(MARIA).does("review", review());
    let s = s.does("choose-follow-up", json!({ "kind": "nothing", "why": "She wrote herself." })).by(QUINN);
    let s = s.does("advance-prevention", json!({ "to": "not_needed", "words": "Came once." })).by(MARIA);
    s.ask("close", last_message()).refused("follow-up-call-first");
}

/// S239, S247: what they answered in writing is counted until somebody heard it in the call.
#[test]
fn s239_s247_what_they_wrote_is_counted() {
    let holds = json!({ "contact": MS_RAO, "result": "ok", "call_us_first": "no", "strength": 5 });
    let s = solved().at("2026-11-27 10:00").by_contact(MS_RAO).does("follow-up", holds).by(MARIA);
    let seen = Hindsight::of(s.case(), at("2026-11-27 11:00"));
    assert_eq!(
        (seen.strength_before, seen.strength_after, seen.answers.call_us_first),
        (Some(3), Some(5), Some(Said::No))
    );
    let call = json!({ "result": "ok", "contact": MS_RAO, "channel": "phone", "call_us_first": "yes", "strength": 4 });
    let s = s.does("choose-follow-up", json!({ "kind": "call" })).does("follow-up", call);
    let seen = Hindsight::of(s.case(), at("2026-11-27 12:00"));
    assert_eq!((seen.strength_after, seen.answers.call_us_first), (Some(4), Some(Said::Yes)));
}

/// S210: *it does not hold* opens the same case again, counts as a fix that failed, and a first contact is owed.
#[test]
fn s210_it_does_not_hold_in_writing_opens_the_same_case_again() {
    let no = json!({ "contact": MS_RAO, "result": "not_ok", "words": "One box is wrong again." });
    let number = solved().case().number;
    let s = solved().at("2026-11-27 10:00").by_contact(MS_RAO).does("follow-up", no).stands(Recovery::Told);
    assert_eq!((s.case().number, s.case().failed_fixes, s.case().reopened.len()), (number, 1, 1));
    assert!(s.told().contains(&(MARIA, Urgency::Urgent, "notice-not-solved".to_owned())));
    let s = s.due(K::FirstContact, "2026-11-27 14:00").replays();
    assert!(s.case().since_solved.is_none(), "what they wrote before does not hold any more");
    let mute = json!({ "contact": MS_RAO, "result": "not_ok" });
    solved().by_contact(MS_RAO).ask("follow-up", mute).refused("say-it-in-your-words");
}

/// The call itself is ours: a contact neither holds it nor misses it, and no colleague records one without saying how they spoke.
#[test]
fn the_call_itself_is_ours() {
    let by_phone = json!({ "contact": MS_RAO, "result": "ok", "channel": "phone" });
    solved().by_contact(MS_RAO).ask("follow-up", by_phone).refused("filled-in-by-us");
    let missed = json!({ "contact": MS_RAO, "result": "not_reached" });
    solved().by_contact(MS_RAO).ask("follow-up", missed).refused("filled-in-by-us");
    asked().by_contact(MS_RAO).ask("follow-up", json!({ "contact": MS_RAO, "result": "ok" })).refused("not-asked-yet");
    let how = json!({ "contact": MS_RAO, "result": "ok" });
    solved().does("choose-follow-up", json!({ "kind": "call" })).ask("follow-up", how).refused("follow-up-by-voice");
}
