//! Running to it: the first contact by voice, tries that reach nobody, and the one allowed mail.
use super::walk::*;
use crate::clock::{Block, ClockKind as K};
use crate::commands::record_attempt::another_contact;
use crate::commands::record_conversation::proposed_channel;
use crate::kinds::*;
use crate::testing::*;
use serde_json::{Value, json};
use std::sync::Arc;

fn attempt(outcome: &str, note: &str) -> Value {
    json!({ "channel": "phone", "outcome": outcome, "contact": MS_RAO, "note": note })
}
fn message(purpose: &str) -> Value {
    json!({ "purpose": purpose, "way": "email", "to": MS_RAO, "text": "When may I call?" })
}

/// S041, S072: contacts owed stand above everything else, soonest first.
#[test]
fn s041_s072_contacts_owed_stand_first() {
    assert_eq!(Block::ALL[0], Block::Contacts);
    assert!([K::FirstContact, K::Retry, K::FollowUpCall].iter().all(|k| k.block() == Block::Contacts));
    let s = opened().at("2026-11-23 10:00").does("record-attempt", attempt("no_answer", ""));
    let dues: Vec<_> = s.case().clocks.iter().filter(|c| c.is_running()).map(|c| c.due).collect();
    assert!(dues.is_sorted());
}

/// S043: recognition to voice is the difference of the two stamps.
#[test]
fn s043_recognition_to_voice_is_measured() {
    let s = heard();
    let first = s.case().contacts.first_voice_at.expect("she was called");
    assert_eq!(first.duration_since(s.case().recognised_at).as_mins(), 30);
}

/// S067: from *help me start* to the first call that is tried after it; asked again before that it is the same wait, and a talk ends it too.
#[test]
fn s067_help_to_start_is_recorded_with_the_call_that_followed() {
    let minutes = |s: &Story| crate::hindsight::Hindsight::of(s.case(), s.facts.now).start_minutes;
    let s = opened().at("2026-11-23 09:05").does("record-attempt", attempt("no_answer", ""));
    let s = s.at("2026-11-23 09:10").does("ask-help-to-start", json!({})).then("help to start");
    assert_eq!(minutes(&s), None, "nobody called yet");
    let s = s.at("2026-11-23 09:14").does("ask-help-to-start", json!({}));
    let s = s.at("2026-11-23 09:22").does("record-attempt", attempt("no_answer", ""));
    assert_eq!((s.case().contacts.helped.len(), minutes(&s)), (1, Some(12)));
    let s = s.at("2026-11-23 09:40").does("ask-help-to-start", json!({}));
    let s = s.at("2026-11-23 09:50").does("record-attempt", attempt("no_answer", ""));
    assert_eq!((s.case().contacts.helped.len(), minutes(&s)), (2, Some(12)), "the first one counts");
    s.replays();
    let s = opened().at("2026-11-23 09:10").does("ask-help-to-start", json!({})).at("2026-11-23 09:30");
    let call = good_call(&s);
    let s = s.when(call).taken();
    let helped = s.case().contacts.helped.clone();
    assert!(helped[0].called_at.is_some_and(|at| at >= helped[0].asked_at), "{helped:?}");
    assert!(s.customer_reads().iter().all(|words| !words.contains("help to start")), "it is nothing that they read");
}

/// S044: the highest rung that fits before the contact is due.
#[test]
fn s044_a_visit_is_proposed_when_there_is_time_for_it() {
    assert_eq!(proposed_channel(240, Some(40)), Channel::Visit);
    assert_eq!(proposed_channel(40, Some(40)), Channel::Phone);
    assert_eq!(proposed_channel(240, None), Channel::Phone);
}

/// S047: a try is logged with how it ended. C04: the next one is due.
#[test]
fn s047_a_try_is_logged_with_its_outcome_and_the_next_is_due() {
    let s = opened().at("2026-11-23 09:20").does("record-attempt", attempt("no_answer", "")).then("no answer");
    let s = s.due(K::Retry, "2026-11-23 11:20").does("record-attempt", attempt("wrong_number", "A bakery."));
    let s = s.then("is wrong").due(K::Retry, "2026-11-24 08:00");
    assert!(s.case().contacts.acknowledged_at.is_none(), "a try is no contact");
}

/// S050, S051: a message left starts fifteen minutes for the one allowed mail, and the mail ends them.
#[test]
fn s050_s051_a_message_left_is_followed_by_the_one_allowed_mail() {
    let s = opened().at("2026-11-23 09:20").does("record-attempt", attempt("left_message", "I call again at eleven."));
    let s = s.then("Left a message").due(K::VoicemailMail, "2026-11-23 09:35");
    let s = s.at("2026-11-23 09:30").does("record-message", message("voicemail_follow_up"));
    assert!(s.clock(K::VoicemailMail).is_none());
    s.due(K::FirstContact, "2026-11-23 13:00");
}

/// S053, I08: the purposes are a closed list, and a summary sums up a talk that took place.
#[test]
fn s053_a_summary_without_a_talk_is_refused() {
    opened().ask("record-message", message("summary")).refused("summary-needs-a-talk");
    assert!(Purpose::WORDS.iter().all(|w| !w.contains("resolve")));
    let told = crate::Command::read("record-message", message("resolve"));
    assert!(told.is_some_and(|read| read.is_err()), "there is no such purpose");
}

/// S052: nothing is told, decided or put right in writing before somebody spoke with them.
#[test]
fn s052_writing_waits_for_a_voice() {
    opened().ask("record-message", message("update")).refused("write-only-after-a-talk");
    opened().does("record-message", message("ask_for_time"));
}

/// S056: three mails and no call: nobody has spoken with them yet.
#[test]
fn s056_mails_alone_are_no_human_voice() {
    let s = opened().does("record-message", message("ask_for_time")).does("record-message", message("ask_for_time"));
    let s = s.does("record-message", message("ask_for_time"));
    assert!(s.case().contacts.messages == 3 && !s.case().has_voice());
    assert!(s.clock(K::FirstContact).is_some_and(crate::clock::Clock::is_running));
}

/// S062: two clocks: the first contact, early; the silence, often.
#[test]
fn s062_early_and_often_have_their_clocks() {
    assert!(opened().clock(K::FirstContact).is_some_and(crate::clock::Clock::is_running));
    let s = heard();
    assert!(s.clock(K::FirstContact).is_some_and(|c| c.met_at.is_some()), "it stays and says how early");
    assert!(s.clock(K::Silence).is_some_and(crate::clock::Clock::is_running));
}

/// S071, X02: stopping the harm and telling run side by side; neither waits for the other.
#[test]
fn s071_stopping_the_harm_does_not_move_the_first_contact() {
    let due = at("2026-11-23 15:00");
    let stop = json!({ "steps": [{ "party": "us", "owner": PIOTR, "kind": "contain", "text": "Fence the lot.", "due": due }] });
    opened().does("draft-plan", stop).due(K::FirstContact, "2026-11-23 13:00");
}

/// S074: three tries, and it is another contact and the manager; it never ends in silence.
#[test]
fn s074_after_three_tries_somebody_else_is_asked_for() {
    let s = opened().does("record-attempt", attempt("no_answer", "")).does("record-attempt", attempt("no_answer", ""));
    assert_eq!(another_contact(s.case(), &s.facts.account.contacts), None);
    let s = s.does("record-attempt", attempt("no_answer", ""));
    assert!(s.told().iter().any(|(to, _, key)| *to == EWA && key == "notice-cannot-reach"));
    assert_eq!(another_contact(s.case(), &s.facts.account.contacts), Some(MR_HALE));
    assert!(s.clock(K::Retry).is_some_and(crate::clock::Clock::is_running));
}

/// S249: a customer in another zone: the same length, counted in the stricter of both calendars.
#[test]
fn s249_a_customer_far_away_waits_no_longer() {
    let mut far = story();
    far.facts.theirs = Arc::new(week(8 * 60, 18 * 60, "America/Chicago"));
    far.when(dry_joint()).taken().due(K::FirstContact, "2026-11-23 13:00");
    let mut far = story().at("2026-11-23 17:00");
    far.facts.theirs = Arc::new(week(8 * 60, 18 * 60, "America/Chicago"));
    // Their afternoon is our evening: their hours end first, so theirs hold.
    far.when(dry_joint()).taken().due(K::FirstContact, "2026-11-23 21:00");
}

/// S034: handed on twice is running away, until somebody speaks with them.
#[test]
fn s034_a_contact_ends_the_running_away() {
    let s = opened().does("hand-over", json!({ "to": PIOTR, "why": "He is nearer." })).by(PIOTR);
    let s = s.does("hand-over", json!({ "to": MARIA, "why": "Back from the road." })).by(MARIA);
    assert!(crate::commands::hand_over::runs_away(s.case()));
    let call = good_call(&s);
    assert!(!crate::commands::hand_over::runs_away(s.when(call).taken().case()));
}
