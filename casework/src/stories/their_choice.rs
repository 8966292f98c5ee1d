//! What contacts choose and agree to by their own links: one after the other, in any order, and when they do not choose the same.
use super::walk::*;
use crate::clock::ClockKind as K;
use crate::effect::Urgency;
use crate::ids::{ContactId, OptionId};
use crate::kinds::*;
use crate::testing::*;
use serde_json::json;

fn laid_out() -> Story {
    let option = |what: &str, arrives: &str| json!({ "kind": "rework", "what": what, "arrives": at(arrives), "confidence": "expected" });
    heard()
        .at("2026-11-23 10:00")
        .does("add-option", option("New labels by courier.", "2026-11-24 10:00"))
        .does("add-option", option("We come and relabel.", "2026-11-25 10:00"))
        .does("lay-out-options", json!({}))
}

/// S141: the choice is made by the contact themselves, in their words.
#[test]
fn s141_a_contact_chooses_by_their_link() {
    let s = laid_out();
    let first = s.case().options[0].id;
    let s = s.by_contact(MS_RAO).does("decide", json!({ "by": MS_RAO, "option": first, "words": "The courier." }));
    let decision = s.case().decision().expect("chosen");
    assert_eq!((decision.by, decision.chosen), (MS_RAO, Some(first)));
    assert_eq!(s.told(), [(MARIA, Urgency::CanWait, "notice-they-acted".to_owned())]);
}

/// S162, S163: *none fits* is an answer; it asks how we can help and makes a second round with its time.
#[test]
fn s162_s163_none_fits_by_their_link_opens_a_round() {
    let none = json!({ "by": MS_RAO, "words": "Neither helps on Friday." });
    laid_out().by_contact(MS_RAO).ask("decide", none.clone()).refused("say-how-we-help");
    let mut helped = none;
    helped["how_can_we_help"] = json!("Send somebody.");
    let s = laid_out().by_contact(MS_RAO).does("decide", helped);
    assert_eq!(s.case().rounds.len(), 2);
    assert!(s.clock(K::OptionsReady).is_some_and(|c| c.met_at.is_none()));
}

/// S163: once nothing fitted, only what the next round lays before them can be chosen, by whichever door; what was there before is history
/// until it is laid before them again.
#[test]
fn s163_what_did_not_fit_is_history_until_it_is_laid_before_them_again() {
    let none = json!({ "by": MS_RAO, "words": "Neither.", "how_can_we_help": "Send somebody." });
    let take = |id: OptionId| json!({ "by": MS_RAO, "option": id, "words": "This one after all." });
    let s = laid_out().by_contact(MS_RAO).does("decide", none);
    let old = s.case().rounds[0].options[0];
    let s = s.ask("decide", take(old)).refused("option-not-there");
    let s = s.by(MARIA).ask("decide", take(old)).refused("option-of-earlier-round");
    let s = s.ask("lay-out-options", json!({})).refused("two-options");
    let new = |what: &str| json!({ "kind": "alternate", "what": what, "arrives": at("2026-11-27 10:00"), "confidence": "expected" });
    let s = s.does("add-option", new("Somebody of ours comes.")).does("add-option", new("A printer of yours."));
    let s = s.does("lay-out-options", json!({})).then("round 2").replays();
    let now = s.case().round().expect("a round").options.clone();
    assert!(now.len() == 2 && !now.contains(&old), "what did not fit is not laid before them by itself");
    let s = s.by_contact(MS_RAO).ask("decide", take(old)).refused("option-not-there");
    // Named by a colleague in a talk, it is before them again.
    let s = s.by(MARIA).does("lay-out-options", json!({ "options": [old, now[0]] }));
    let s = s.by_contact(MS_RAO).ask("decide", take(now[1])).refused("option-not-there");
    let s = s.does("decide", take(old)).replays();
    assert_eq!(s.case().decision().and_then(|d| d.chosen), Some(old));
}

/// S163, S164: what they proposed and we took up can be chosen without another round; once it did not fit either, it is history, too.
#[test]
fn s163_their_own_proposal_is_of_its_round_as_ours_are() {
    let s = heard().by_contact(MS_RAO).does("counter-proposal", json!({ "by": MS_RAO, "what": "We relabel." }));
    let theirs = s.case().options[0].id;
    let taken = json!({ "option": theirs, "answer": "taken", "words": "Gladly." });
    let more =
        json!({ "kind": "rework", "what": "A courier.", "arrives": at("2026-11-24 10:00"), "confidence": "expected" });
    let s = s.by(MARIA).does("answer-suggestion", taken).does("add-option", more).does("lay-out-options", json!({}));
    let none = json!({ "by": MS_RAO, "words": "Neither.", "how_can_we_help": "Send somebody." });
    let s = s.by_contact(MS_RAO).does("decide", none);
    let s =
        s.ask("decide", json!({ "by": MS_RAO, "option": theirs, "words": "Ours, then." })).refused("option-not-there");
    // A new one of this round, answered, stands by itself.
    let s = s.does("counter-proposal", json!({ "by": MS_RAO, "what": "We relabel half." }));
    let fresh = s.case().options.last().expect("kept").id;
    let partly = json!({ "option": fresh, "answer": "partly", "words": "A third of it." });
    let s = s.by(MARIA).does("answer-suggestion", partly).by_contact(MS_RAO);
    s.does("decide", json!({ "by": MS_RAO, "option": fresh, "words": "So be it." })).replays();
}

/// An option that was taken back a second ago is not chosen; they read why in their own words.
#[test]
fn an_option_taken_back_a_second_ago_is_not_chosen() {
    let s = laid_out();
    let first = s.case().options[0].id;
    let s = s.does("withdraw-option", json!({ "option": first, "reason": "The courier is full." }));
    s.by_contact(MS_RAO)
        .ask("decide", json!({ "by": MS_RAO, "option": first, "words": "The courier." }))
        .refused("option-not-there");
}

/// A plan that waits for both names: chosen, drafted, confirmed.
pub fn drafted() -> Story {
    let s = laid_out();
    let (first, due) = (s.case().options[0].id, at("2026-11-24 10:00"));
    let step = json!({ "party": "us", "owner": MARIA, "kind": "fix", "text": "Send new labels.", "due": due });
    let own = json!({ "party": "customer", "owner_name": "Tom Hale", "kind": "tell", "text": "Tell us the gate.", "due": due });
    s.does("decide", json!({ "by": MS_RAO, "option": first, "words": "The courier." }))
        .does("draft-plan", json!({ "steps": [step, own], "no_prevention_because": "The list is new." }))
}

/// S168: agreed is only what both have said yes to, in either order, each by name.
#[test]
fn s168_theirs_first_then_ours() {
    let s = drafted()
        .at("2026-11-23 11:00")
        .by_contact(MS_RAO)
        .does("agree-plan", json!({ "by_customer": MS_RAO, "version": 1 }));
    assert_eq!(
        s.customer_reads(),
        ["You agreed to the plan: Send new labels.; Tell us the gate.. Our own yes follows."]
    );
    let s = s.stands(Recovery::Deciding).due(K::AnswerProposal, "2026-11-24 11:00").replays();
    let s = s.ask("agree-plan", json!({ "by_customer": MS_RAO })).refused("plan-agreed-already");
    let s = s.by(MARIA).does("agree-plan", json!({})).stands(Recovery::Agreed).replays();
    let plan = s.case().plan.as_ref().expect("a plan");
    assert_eq!((plan.agreed_by_us, plan.agreed_by_customer), (Some(MARIA), Some(MS_RAO)));
    assert!(s.clock(K::AnswerProposal).is_none());
}

#[test]
fn s168_ours_first_then_theirs() {
    let s = drafted().does("agree-plan", json!({})).then("Their yes is still missing").stands(Recovery::Deciding);
    let s = s.ask("agree-plan", json!({})).refused("plan-agreed-already");
    let s = s.by_contact(MR_HALE).does("agree-plan", json!({ "by_customer": MR_HALE, "version": 1 }));
    let s = s.stands(Recovery::Agreed).replays();
    let plan = s.case().plan.as_ref().expect("a plan");
    assert_eq!((plan.agreed_by_us, plan.agreed_by_customer), (Some(MARIA), Some(MR_HALE)));
}

/// S153: they may leave the doing to us, in their words, and still be the ones who agree.
#[test]
fn s153_a_contact_leaves_the_doing_to_us() {
    let alone = json!({ "by_customer": MS_RAO, "version": 1, "declined": "Do it for us." });
    let s = drafted().by_contact(MS_RAO).does("agree-plan", alone).replays();
    assert_eq!(s.customer_reads()[0], "You leave the doing to us: “Do it for us.”");
    let plan = s.case().plan.as_ref().expect("a plan");
    assert_eq!((plan.customer_declined.as_deref(), plan.agreed_by_customer), (Some("Do it for us."), Some(MS_RAO)));
}

/// S187: a new version needs both names anew, and nobody agrees to one that they have not read.
#[test]
fn s187_a_revised_plan_is_read_and_agreed_again() {
    let s = drafted().by_contact(MS_RAO).does("agree-plan", json!({ "by_customer": MS_RAO, "version": 1 }));
    let step = s.case().plan.as_ref().expect("a plan").steps[0].id;
    let revise =
        json!({ "changes": [{ "step": step, "text": "Send new labels and a helper." }], "why": "They asked for it." });
    let s = s.by(MARIA).does("revise-plan", revise);
    assert!(s.case().plan.as_ref().is_some_and(|p| p.agreed_by_customer.is_none() && p.half_agreed_at.is_none()));
    let s = s
        .by_contact(MS_RAO)
        .ask("agree-plan", json!({ "by_customer": MS_RAO, "version": 1 }))
        .refused("plan-is-another");
    s.does("agree-plan", json!({ "by_customer": MS_RAO, "version": 2 }));
}

/// S187: a change of the plan that they ask for is kept in their words and answered.
#[test]
fn s187_they_ask_for_a_change_of_the_plan() {
    let change = json!({ "by": MS_RAO, "about": "plan", "words": "Gate 4, and not before noon." });
    heard().by_contact(MS_RAO).ask("correct-us", change.clone()).refused("plan-not-ready");
    let s = drafted().by_contact(MS_RAO).does("correct-us", change);
    assert_eq!(s.customer_reads(), ["You asked for a change of the plan: “Gate 4, and not before noon.”"]);
    assert!(s.clock(K::AnswerProposal).is_some());
}

/// Two contacts who choose differently are both shown, neither is overwritten, and nothing goes on until the owner spoke with them.
#[test]
fn two_contacts_who_disagree_both_stand_until_the_owner_spoke_with_them() {
    let s = laid_out();
    let ids: Vec<_> = s.case().options.iter().map(|o| o.id).collect();
    let choose = |who: ContactId, n: usize| json!({ "by": who, "option": ids[n], "words": "This one." });
    let s = s.by_contact(MS_RAO).does("decide", choose(MS_RAO, 0)).at("2026-11-23 10:05");
    let s = s.by_contact(MR_HALE).does("decide", choose(MR_HALE, 1));
    assert!(s.told().contains(&(MARIA, Urgency::Urgent, "notice-they-disagree".to_owned())));
    let both: Vec<_> = s.case().disputed().iter().map(|d| (d.by, d.chosen)).collect();
    assert_eq!(both, [(MS_RAO, Some(ids[0])), (MR_HALE, Some(ids[1]))]);
    assert!(s.case().decision().is_none(), "nobody's choice is taken for the customer's");
    // A *none fits* of one does not sweep away what the other chose.
    let none = json!({ "by": MR_HALE, "words": "Neither.", "how_can_we_help": "Come on Friday." });
    let s = s.at("2026-11-23 10:10").does("decide", none);
    assert_eq!((s.case().rounds.len(), s.case().disputed().len()), (1, 2));
    let s = s.at("2026-11-23 10:20").by(MARIA).does("decide", choose(MS_RAO, 0)).replays();
    assert_eq!(s.case().decision().map(|d| d.chosen), Some(Some(ids[0])));
    assert_eq!(s.case().decisions.len(), 4, "every word stays on record");
}

/// Two who choose the same are one word.
#[test]
fn two_contacts_who_agree_are_one_choice() {
    let s = laid_out();
    let first = s.case().options[0].id;
    let choose = |who: ContactId| json!({ "by": who, "option": first, "words": "This one." });
    let s = s.by_contact(MS_RAO).does("decide", choose(MS_RAO)).by_contact(MR_HALE).does("decide", choose(MR_HALE));
    assert_eq!(s.case().decision().map(|d| d.by), Some(MR_HALE));
}

/// What was agreed is not undone by a press.
#[test]
fn a_choice_is_not_changed_by_link_once_it_is_agreed() {
    let s = agreed();
    let other = s.case().options[1].id;
    s.by_contact(MS_RAO)
        .ask("decide", json!({ "by": MS_RAO, "option": other, "words": "The other one." }))
        .refused("agreed-so-ask-us")
        .stands(Recovery::Agreed);
}
