//! Joint work: their whys and ideas are answered by a person, their colleagues are asked by us, and whoever steps back is left in peace.
use super::walk::*;
use crate::clock::ClockKind as K;
use crate::effect::Urgency;
use crate::facts::Actor;
use crate::ids::ContactId;
use crate::kinds::*;
use crate::need::Need;
use crate::parts::*;
use crate::testing::*;
use serde_json::{Value, json};

fn why(by: ContactId) -> Value {
    json!({ "by": by, "about": "cause", "words": "Two lists are in use." })
}

fn idea(by: ContactId) -> Value {
    json!({ "by": by, "about": "prevention", "words": "Print from our list." })
}

fn part(by: ContactId, how: &str) -> Value {
    json!({ "by": by, "how": how, "words": "I am away until March." })
}

/// S164: a why by their link is owed an answer within a working day, and the owner hears of it.
#[test]
fn s164_a_why_by_their_link_is_owed_an_answer() {
    let s = heard().at("2026-11-23 10:00").by_contact(MS_RAO).does("add-idea", why(MS_RAO));
    assert_eq!(s.customer_reads(), ["You said what you think led to it: “Two lists are in use.”"]);
    assert_eq!(s.told(), [(MARIA, Urgency::CanWait, "notice-they-acted".to_owned())]);
    let s = s.then("Ms Rao on what led to it").due(K::AnswerProposal, "2026-11-24 10:00").replays();
    assert_eq!(s.clock(K::AnswerProposal).expect("C14").owed_by, MARIA);
}

/// S164: the answer says who, when and what became of it; a *no* without a why is none.
#[test]
fn s164_the_answer_says_what_became_of_it() {
    let s = heard().by_contact(MS_RAO).does("add-idea", idea(MS_RAO)).by(MARIA).at("2026-11-23 11:00");
    let id = s.case().joint.ideas[0].id;
    let answer = |became: &str, words: &str| json!({ "idea": id, "became": became, "words": words });
    let s = s.ask("answer-idea", answer("not_taken_up", " ")).refused("answer-without-why");
    let s = s.does("answer-idea", answer("taken_up", "We print from yours now.")).replays();
    assert_eq!(s.customer_reads(), ["Maria answered “Print from our list.”: taken up. We print from yours now."]);
    let given = s.case().joint.ideas[0].answer.clone().expect("answered");
    assert_eq!((given.became, given.by, given.at), (Became::TakenUp, MARIA, at("2026-11-23 11:00")));
    assert!(s.clock(K::AnswerProposal).is_none());
}

/// *Still looking* is an answer with a time, and that time has its clock; a later answer ends it.
#[test]
fn still_looking_is_looked_at_again() {
    let s = heard().by_contact(MS_RAO).does("add-idea", idea(MS_RAO)).by(MARIA);
    let id = s.case().joint.ideas[0].id;
    let looking = json!({ "idea": id, "became": "still_looking", "words": "We try it in print shop two." });
    let s = s.ask("answer-idea", looking.clone()).refused("still-looking-until-when");
    let mut until = looking;
    until["again_by"] = json!(at("2026-11-20 12:00"));
    let s = s.ask("answer-idea", until.clone()).refused("arrives-in-the-past");
    until["again_by"] = json!(at("2026-12-01 12:00"));
    let s = s.does("answer-idea", until).due(K::AnswerProposal, "2026-12-01 12:00").replays();
    let s = s.does("answer-idea", json!({ "idea": id, "became": "not_taken_up", "words": "The shop cannot." }));
    assert!(s.clock(K::AnswerProposal).is_none());
}

/// S156: what they brought and nobody answered within a working day goes up.
#[test]
fn s156_an_idea_without_an_answer_goes_up() {
    let s = heard().at("2026-11-23 10:00").by_contact(MS_RAO).does("add-idea", idea(MS_RAO)).by(MARIA);
    let mut s = s;
    for _ in 0..6 {
        s = s.runs_out(K::AnswerProposal);
        if s.told().iter().any(|(to, ..)| *to == EWA) {
            assert!(s.facts.now >= at("2026-11-24 10:00"), "not before the working day is over");
            return;
        }
    }
    panic!("the manager never heard of it");
}

/// S164: an idea without an answer stands before *Solved*, by their link and by us; they read that it is ours to do.
#[test]
fn s164_an_unanswered_idea_stands_before_solved() {
    let s = asked().by_contact(MS_RAO).does("add-idea", idea(MS_RAO));
    let settled: Vec<_> = s.case().concerns.iter().map(|c| c.id).collect();
    let word = json!({ "by": MS_RAO, "solved": "yes", "words": "Yes.", "way": "written", "settled": settled });
    let s = s.ask("record-word", word.clone()).refused("we-owe-an-answer").stands(Recovery::AwaitingWord);
    let id = s.case().joint.ideas[0].id;
    let s = s.by(MARIA).does("answer-idea", json!({ "idea": id, "became": "taken_up", "words": "We do." }));
    s.by_contact(MS_RAO).does("record-word", word).stands(Recovery::Solved);
}

/// An idea that is still looked at, and somebody whom nobody asked, are not forgotten with the case.
#[test]
fn what_is_still_looked_at_stands_before_closing() {
    let s = ready_to_close().by_contact(MS_RAO).does("add-idea", idea(MS_RAO)).by(MARIA);
    let id = s.case().joint.ideas[0].id;
    let s = s.ask("close", last_message()).refused("questions-open");
    let later =
        json!({ "idea": id, "became": "still_looking", "words": "In spring.", "again_by": at("2027-03-01 12:00") });
    let s = s.does("answer-idea", later).ask("close", last_message()).refused("joint-work-open");
    let s = s.does("answer-idea", json!({ "idea": id, "became": "taken_up", "words": "Done." }));
    s.does("close", last_message()).stands(Recovery::Closed);
}

/// S136, S137: what they write by their link is their answer to what we have to ask.
#[test]
fn s136_s137_their_own_words_answer_what_we_must_ask() {
    let s = opened().by_contact(MS_RAO);
    assert!(!Need::CauseAsked.is_met(s.case()) && !Need::PreventionAsked.is_met(s.case()));
    let s = s.does("add-idea", why(MS_RAO)).does("add-idea", idea(MS_RAO));
    assert!(Need::CauseAsked.is_met(s.case()) && Need::PreventionAsked.is_met(s.case()));
}

/// A page is not pressed ten thousand times: they wait for answers first.
#[test]
fn ideas_without_an_answer_have_an_end() {
    let mut s = heard().by_contact(MS_RAO);
    for _ in 0..10 {
        s = s.does("add-idea", why(MS_RAO));
    }
    let s = s.ask("add-idea", why(MS_RAO)).refused("enough-for-now");
    assert_eq!(s.case().clocks.iter().filter(|c| c.kind == K::AnswerProposal).count(), 6);
}

/// A colleague of theirs takes part once we asked them; the suggestion has its clock and its answer.
#[test]
fn a_colleague_of_theirs_is_asked_by_us() {
    let them = json!({ "by": MS_RAO, "name": "Tom Hale", "role": "Quality", "reach": "tom@acme.example" });
    let s = heard().at("2026-11-23 10:00").by_contact(MS_RAO).does("suggest-colleague", them);
    assert_eq!(s.told(), [(MARIA, Urgency::CanWait, "notice-they-acted".to_owned())]);
    let s = s.due(K::AnswerProposal, "2026-11-24 10:00");
    let id = s.case().joint.invitations[0].id;
    let invite = json!({ "suggestion": id, "contact": MR_HALE });
    let s = s.ask("invite", invite.clone()).refused("not-for-customers");
    let s = s.by(MARIA).ask("invite", json!({ "suggestion": id })).refused("answer-without-why");
    let s = s.does("invite", invite.clone()).replays();
    assert_eq!(s.customer_reads(), ["Mr Hale takes part now."]);
    assert!(s.clock(K::AnswerProposal).is_none());
    assert_eq!(s.case().joint.invited().collect::<Vec<_>>(), [MR_HALE]);
    s.ask("invite", invite)
        .refused("suggestion-answered")
        .ask("invite", json!({ "contact": MR_HALE }))
        .refused("invited-already");
}

#[test]
fn whoever_suggested_somebody_is_told_why_not() {
    let them = json!({ "by": MS_RAO, "name": "Their lawyer", "reach": "+48 22 555 0100" });
    let s = heard().by_contact(MS_RAO).does("suggest-colleague", them).by(MARIA);
    let id = s.case().joint.invitations[0].id;
    let s = s.does("invite", json!({ "suggestion": id, "words": "We speak with you first." })).replays();
    assert_eq!(s.customer_reads(), ["We do not ask Their lawyer to take part: We speak with you first."]);
    assert!(s.clock(K::AnswerProposal).is_none() && s.case().joint.invited().next().is_none());
}

/// What we would ask of somebody who stepped back stops; their word is still theirs, and they may take it back.
#[test]
fn asks_stop_for_whoever_steps_back_until_they_take_part_again() {
    let fixed = || fixed().by_contact(MS_RAO);
    let ask = |way: &str| json!({ "to": MS_RAO, "way": way });
    let update = json!({ "purpose": "ask_for_time", "way": "email", "to": MS_RAO, "text": "May we call?" });
    let s = fixed().does("take-part", part(MS_RAO, "not_at_all")).by(MARIA);
    let s = s.ask("ask-for-word", ask("phone")).refused("they-take-no-part");
    let s = s.ask("record-message", update.clone()).refused("they-take-no-part");
    let s = s.by_contact(MS_RAO).does("take-part", part(MS_RAO, "joins")).replays();
    s.by(MARIA).does("ask-for-word", ask("phone")).stands(Recovery::AwaitingWord);
    for how in ["only_calls", "no_messages"] {
        let s = fixed().does("take-part", part(MS_RAO, how)).by(MARIA);
        let s = s.ask("record-message", update.clone()).refused("they-want-no-messages");
        let s = s.ask("ask-for-word", ask("written")).refused("they-want-no-messages");
        s.does("ask-for-word", ask("phone")).stands(Recovery::AwaitingWord);
    }
}

/// I01, S206: stepping back and silence are no yes and no *solved*, whatever was asked before; clocks go on.
#[test]
fn stepping_back_and_silence_are_never_read_as_ok_or_solved() {
    for (from, how) in [
        (opened(), "not_at_all"),
        (agreed(), "no_messages"),
        (fixed(), "not_at_all"),
        (asked(), "only_calls"),
        (asked(), "not_at_all"),
    ] {
        let before = from.case().clone();
        let s = from.by_contact(MS_RAO).does("take-part", part(MS_RAO, how)).stands(before.recovery).replays();
        let after = s.case();
        assert_eq!((&after.words, &after.decisions, &after.plan), (&before.words, &before.decisions, &before.plan));
        assert_eq!((&after.contacts, &after.harm, &after.promises), (&before.contacts, &before.harm, &before.promises));
        for clock in before.clocks.iter().filter(|c| c.kind != K::Summary) {
            assert!(after.clocks.contains(clock), "{:?} went on before and must go on", clock.kind);
        }
        assert!(
            after.clocks.iter().all(|c| c.met_at.is_none() || before.clocks.iter().any(|b| b == c)),
            "nothing is met by it"
        );
    }
    // A month of silence after it changes nothing either.
    let mut s = asked().by_contact(MS_RAO).does("take-part", part(MS_RAO, "not_at_all")).by(MARIA);
    for _ in 0..4 {
        s = s.runs_out(K::StillWaiting);
    }
    assert!(s.case().solved_at().is_none());
    s.stands(Recovery::AwaitingWord);
}

/// S153: with nobody at the customer who takes part, no step of theirs is asked for; with one invited, it is.
#[test]
fn s153_a_critical_case_without_their_part_is_flagged_unless_they_declined() {
    let grave = opened();
    assert!(!Need::CustomerTakesPart.is_met(grave.case()));
    let s = grave.by_contact(MS_RAO).does("take-part", part(MS_RAO, "not_at_all"));
    assert!(Need::CustomerTakesPart.is_met(s.case()));
    let s = s.by(MARIA).does("invite", json!({ "contact": MR_HALE }));
    assert!(!Need::CustomerTakesPart.is_met(s.case()), "somebody else of theirs takes part");
    // Whoever stepped back is not invited over their head.
    s.ask("invite", json!({ "contact": MS_RAO })).refused("they-take-no-part");
}

#[test]
fn only_a_change_is_kept_and_only_for_oneself() {
    let s = heard().by_contact(MS_RAO).ask("take-part", part(MS_RAO, "joins")).refused("takes-part-so-already");
    let s = s.ask("take-part", part(MR_HALE, "not_at_all")).refused("speaks-for-another");
    let s = s.does("take-part", part(MS_RAO, "only_calls"));
    assert_eq!(s.customer_reads(), ["Ms Rao would like calls only."], "the words are for us");
    assert_eq!(s.told(), [(MARIA, Urgency::CanWait, "notice-they-acted".to_owned())]);
    assert_eq!(s.case().joint.part_of(MR_HALE), TakesPart::Joins);
    let last = s.history.last().expect("kept");
    assert_eq!(last.when.by, Actor::Customer(MS_RAO));
}
