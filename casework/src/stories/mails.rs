//! Mail of a case: nothing counts as said before a mail server took it, what comes back is owed again, and what they write is heard and
//! settles nothing.
use super::walk::*;
use super::ways::grave_and_heard;
use crate::clock::ClockKind as K;
use crate::effect::Urgency;
use crate::kinds::*;
use crate::testing::*;
use serde_json::{Value, json};
use uuid::Uuid;

const MAIL: Uuid = Uuid::from_u128(0xA11);
const LETTER: Uuid = Uuid::from_u128(0xB22);

fn mail(purpose: &str, text: &str) -> Value {
    json!({ "mail": MAIL, "purpose": purpose, "to": MS_RAO, "subject": "Your boards", "text": text })
}
fn went(text: &str) -> Value {
    json!({ "mail": MAIL, "text": text })
}
fn came_back() -> Value {
    json!({ "mail": MAIL, "address": "rao@acme.example", "said": "550 5.1.1 no such user" })
}
fn letter(text: &str) -> Value {
    json!({ "message": LETTER, "from": MS_RAO, "subject": "Re: Your boards", "text": text })
}
fn left_message() -> Story {
    let fields =
        json!({ "channel": "phone", "outcome": "left_message", "contact": MS_RAO, "note": "I call at eleven." });
    opened().at("2026-11-23 09:20").does("record-attempt", fields)
}

/// S051, C03: the mail after a message left counts when a mail server took it, not when somebody pressed *send*.
#[test]
fn s051_a_mail_counts_when_a_server_took_it() {
    let s = left_message().due(K::VoicemailMail, "2026-11-23 09:35").at("2026-11-23 09:30");
    let s = s.does("send-message", mail("voicemail_follow_up", "I left you a message. When may I call?"));
    assert!(s.clock(K::VoicemailMail).is_some_and(|c| c.is_running()), "it waits to leave");
    assert_eq!(s.case().contacts.messages, 0);
    assert!(s.customer_reads().is_empty(), "they read nothing that has not gone");
    let s = s.by_system().at("2026-11-23 09:31").does("message-sent", went("I left you a message. When may I call?"));
    assert!(s.clock(K::VoicemailMail).is_none());
    assert_eq!(s.customer_reads(), ["I left you a message. When may I call?"]);
    let s = s.does("message-sent", went("twice"));
    assert!(s.said().is_empty(), "told twice, it went once");
    s.replays();
}

/// X04, S052, S054: an option or a credit in a first mail is stopped with its words; a named person may let it pass.
#[test]
fn s052_a_first_mail_that_resolves_is_stopped() {
    let s = left_message().ask("send-message", mail("ask_for_time", "We will credit the boards. When may I call?"));
    let s = s.refused("mail-resolves");
    let refusal = s.last.as_ref().expect_err("refused");
    assert!(words(&refusal.text()).contains("we will credit"));
    let written =
        json!({ "purpose": "ask_for_time", "way": "letter", "to": MS_RAO, "text": "We will credit the boards." });
    let s = s.ask("record-message", written).refused("mail-resolves");
    let s =
        s.does("pass-gate", json!({ "gate": "no_resolving_in_writing", "reason": "They write only, by contract." }));
    s.does("send-message", mail("ask_for_time", "We will credit the boards. When may I call?"));
}

/// S053: a summary by mail sums up a talk that took place.
#[test]
fn s053_a_summary_by_mail_needs_its_talk() {
    opened().ask("send-message", mail("summary", "As we said.")).refused("summary-needs-a-talk");
    assert!(crate::Command::read("send-message", mail("resolve", "x")).is_some_and(|read| read.is_err()));
}

/// S113: where a line stands, whoever writes says first in one line what they will understand; the customer never sees that line.
#[test]
fn s113_a_grave_mail_is_read_back_in_one_line_before_it_leaves() {
    let read_back = |mut mail: Value, line: &str| {
        mail["understood"] = json!(line);
        mail
    };
    let text = "The measuring report of the boards is below.";
    let s = grave_and_heard().ask("send-message", mail("document", text)).refused("read-back");
    let s = s.ask("send-message", read_back(mail("document", text), "  ")).refused("read-back");
    let long = "x".repeat(301);
    let s = s.ask("send-message", read_back(mail("document", text), &long)).refused("read-back-too-long");
    let page = json!({ "purpose": "document", "way": "portal", "to": MS_RAO, "text": text });
    let s = s.ask("record-message", page).refused("read-back");
    // What only arranges a talk is not asked for it, nor what went another way and is only put on record.
    let s =
        s.does("record-message", json!({ "purpose": "document", "way": "email", "to": MS_RAO, "text": "As sent." }));
    let s = s
        .does("send-message", mail("ask_for_time", "When may I call?"))
        .does("take-back-message", json!({ "mail": MAIL }));
    let said = read_back(
        json!({ "mail": LETTER, "purpose": "document", "to": MS_RAO, "subject": "Report", "text": text }),
        "We measured; nothing is decided.",
    );
    let s = s.does("send-message", said).then("read back as “We measured; nothing is decided.”");
    let s = s.by_system().does("message-sent", json!({ "mail": LETTER, "text": text }));
    assert!(s.customer_reads().iter().all(|read| !read.contains("nothing is decided")), "it is ours");
    s.replays();
    // A lesser trouble asks for nothing, and a named person lets it go with a reason.
    super::ways::heard().does("send-message", mail("document", text));
    let s = grave_and_heard().does("pass-gate", json!({ "gate": "read_back", "reason": "Read aloud to Piotr." }));
    s.does("send-message", mail("document", text));
}

/// A mail is taken back while it waits, and never after.
#[test]
fn a_mail_is_taken_back_before_it_leaves_and_not_after() {
    let s = left_message().does("send-message", mail("ask_for_time", "When may I call?"));
    let s = s.does("take-back-message", json!({ "mail": MAIL })).then("Took back the mail");
    let s = s.ask("take-back-message", json!({ "mail": MAIL })).refused("no-such-mail-out");
    let s = s.does("send-message", mail("ask_for_time", "When may I call?")).by_system();
    let s = s.does("message-sent", went("When may I call?")).by(MARIA);
    s.ask("take-back-message", json!({ "mail": MAIL })).refused("mail-has-gone");
}

/// C15, S177: a summary that came back is owed again, its next word is promised, and somebody must reach them otherwise (C04).
#[test]
fn a_summary_that_came_back_is_owed_again_and_the_owner_hears_of_it() {
    let s = heard().at("2026-11-23 10:10");
    let due = s.clock(K::Summary).map(|c| c.due);
    let before = s.case().contacts.last_at;
    let mut asked = mail("summary", "We agreed on a list before printing.");
    asked["next_contact_at"] = json!(at("2026-11-25 12:00"));
    let s = s.does("send-message", asked).by_system().at("2026-11-23 10:12").does("message-sent", went("We agreed."));
    assert!(s.clock(K::Summary).is_some_and(|c| c.met_at.is_some()));
    assert!(s.case().open_promises().any(|p| p.due == at("2026-11-25 12:00") && p.by == MARIA));
    let s =
        s.at("2026-11-23 10:40").does("message-undelivered", came_back()).then("did not arrive at rao@acme.example");
    assert_eq!(s.told(), [(MARIA, Urgency::Urgent, "notice-mail-undelivered".to_owned())]);
    let summary = s.clock(K::Summary).expect("C15");
    assert!(summary.is_running() && Some(summary.due) == due, "owed as before");
    assert_eq!(s.case().contacts.last_at, before, "they did not hear from us");
    let s = s.due(K::Retry, "2026-11-23 12:40");
    // A call to the same person ends it.
    let mut s = s.by(MARIA).at("2026-11-23 11:00");
    let mut call = good_call(&s);
    call.next_contact_at = Some(at("2026-11-26 12:00"));
    s = s.when(call).taken();
    assert!(s.clock(K::Retry).is_none());
    s.replays();
}

/// Refused before any server took it: nothing was met, and it is heard at once.
#[test]
fn a_refused_mail_meets_nothing() {
    let s = left_message().at("2026-11-23 09:30").does("send-message", mail("voicemail_follow_up", "When may I call?"));
    let s = s.by_system().does("message-undelivered", came_back());
    assert!(s.clock(K::VoicemailMail).is_some_and(|c| c.is_running()));
    assert_eq!(s.told().len(), 1);
    let s = s.does("message-undelivered", came_back());
    assert!(s.said().is_empty(), "one refusal is heard once");
}

/// S055, X05, I01: a mail that says *fine* is read by a person; it solves nothing, and is no word of theirs.
#[test]
fn s055_a_mail_that_says_fine_settles_nothing() {
    let s = heard().at("2026-11-23 11:00").by_system().does("receive-message", letter("All fine now, thank you!"));
    let s = s.stands(Recovery::Heard).then("wrote").due(K::AnswerProposal, "2026-11-24 11:00");
    assert!(s.case().solved_at().is_none() && s.case().words.is_empty());
    assert_eq!(s.told(), [(MARIA, Urgency::CanWait, "notice-they-wrote".to_owned())]);
    let s = s.by(MARIA).does("no-answer-needed", json!({ "message": LETTER }));
    assert!(s.clock(K::AnswerProposal).is_none());
    s.ask("no-answer-needed", json!({ "message": LETTER })).refused("letter-is-answered");
}

/// A letter is answered by a talk with its writer, or a mail to them; not by a mail to somebody else.
#[test]
fn a_letter_is_answered_by_reaching_its_writer() {
    let s = heard().at("2026-11-23 11:00").by_system().does("receive-message", letter("When do they come?"));
    let mut other = mail("update", "News for Mr Hale.");
    (other["to"], other["next_contact_at"]) = (json!(MR_HALE), json!(at("2026-11-25 12:00")));
    let s =
        s.by(MARIA).at("2026-11-23 11:30").does("send-message", other).by_system().does("message-sent", went("News."));
    assert_eq!(s.case().mails.letters.len(), 1);
    let answer = json!({ "purpose": "update", "way": "email", "to": MS_RAO, "text": "On Friday.", "next_contact_at": at("2026-11-27 12:00") });
    let s = s.by(MARIA).at("2026-11-23 12:00").does("record-message", answer);
    assert!(s.case().mails.letters.is_empty());
    s.replays();
}

/// C02: the receipt of a written complaint is no human voice and ends no silence (S056, S075).
#[test]
fn c02_a_receipt_is_met_and_counts_as_nothing_else() {
    let mut open = dry_joint();
    open.written_at = Some(at("2026-11-23 08:50"));
    let s = story().when(open).taken();
    assert!(s.clock(K::Receipt).is_some_and(|c| c.is_running()));
    let s = s.by_system().does("receipt-sent", json!({ "to": MS_RAO, "text": "Maria calls you by 13:00." }));
    assert!(s.clock(K::Receipt).is_some_and(|c| c.met_at.is_some()));
    assert!(!s.case().has_voice() && s.case().contacts.last_at.is_none() && s.case().contacts.messages == 0);
    assert!(s.clock(K::FirstContact).is_some_and(|c| c.is_running()), "the call is owed as before");
}

/// Stop-on-send: what somebody wrote before the case went on is not sent unread; a person asks, never a machine.
#[test]
fn a_mail_is_stopped_when_the_case_went_on_since() {
    let mut s = left_message();
    s.facts.seen = Some(1);
    let s = s.ask("send-message", mail("ask_for_time", "When may I call?")).refused("changed-meanwhile");
    let mut s = s.by_system();
    s.facts.seen = None;
    let s = s.ask("send-message", mail("ask_for_time", "When may I call?")).refused("needs-a-person");
    let s = s.by(MARIA).ask(
        "send-message",
        json!({ "mail": MAIL, "purpose": "ask_for_time", "to": MS_RAO, "subject": " ", "text": "Hm." }),
    );
    let mut late = mail("ask_for_time", "When may I call?");
    late["leaves_at"] = json!(at("2027-03-01 08:00"));
    s.refused("subject-empty").ask("send-message", late).refused("mail-leaves-too-late");
}

/// A letter that a person puts onto a case waits for an answer there, since the moment it arrived; taken away, it waits no more.
#[test]
fn a_letter_goes_where_a_person_says_and_the_history_says_who() {
    let mut placed = letter("When do they come?");
    (placed["waits"], placed["moved_from"], placed["happened_at"]) =
        (json!("yes"), json!(7), json!(at("2026-11-23 10:00")));
    let s = heard().at("2026-11-23 11:00").does("place-letter", placed.clone());
    let s = s.stands(Recovery::Heard).then("Moved the letter").due(K::AnswerProposal, "2026-11-24 10:00");
    assert!(s.customer_reads().iter().all(|said| !said.contains("When do they come?")), "it may be somebody else's");
    let s = s.ask("place-letter", placed.clone()).refused("letter-is-here");
    let s = s.does("move-letter-away", json!({ "message": LETTER, "subject": "Re: Your boards", "into": 9 }));
    let s = s.then("it belongs there").stands(Recovery::Heard);
    assert!(s.clock(K::AnswerProposal).is_none() && s.case().mails.letters.is_empty());
    placed["waits"] = json!("no");
    let s = s.does("place-letter", placed.clone());
    assert!(s.case().mails.letters.is_empty(), "it was answered before it was moved");
    let s = s.by_system().ask("place-letter", placed).refused("needs-a-person");
    s.replays();
}

/// S055, X05: a calendar that says yes is a hint for the owner; nothing is agreed, confirmed or met by it.
#[test]
fn s055_the_answer_of_a_calendar_is_a_hint() {
    let before = heard();
    let (state, clocks) = (before.case().recovery, before.case().clocks.clone());
    for answer in ["accepted", "declined", "tentative", "proposed"] {
        let said = json!({ "message": LETTER, "from": MS_RAO, "answer": answer, "summary": "Visit on Tuesday" });
        let s = heard().at("2026-11-23 11:00").by_system().does("hear-calendar", said).then("a hint, not their word");
        assert_eq!((s.case().recovery, &s.case().clocks), (state, &clocks), "{answer}");
        assert!(s.case().mails.letters.is_empty() && s.case().words.is_empty());
        assert_eq!(s.told(), [(MARIA, Urgency::CanWait, "notice-calendar-answered".to_owned())]);
        s.replays();
    }
}

/// S180, S244: what a mail promises is in the ledger once the mail has gone, and not before.
#[test]
fn s244_what_a_mail_promises_counts_once_it_has_gone() {
    let mut promising = mail("update", "I send the tracking number by Friday noon.");
    promising["promises"] = json!([{ "words": "Send the tracking number", "due": "2026-11-27T11:00:00Z" }]);
    promising["next_contact_at"] = json!("2026-11-24T10:00:00Z");
    let s = heard().at("2026-11-23 11:00");
    let mut late = promising.clone();
    late["promises"][0]["due"] = json!("2026-11-20T11:00:00Z");
    let s = s.ask("send-message", late).refused("promise-in-the-past");
    let before = s.case().promises.len();
    let s = s.does("send-message", promising);
    assert_eq!(s.case().promises.len(), before, "a mail that can still be taken back promises nothing");
    let s =
        s.by_system().at("2026-11-23 11:01").does("message-sent", went("I send the tracking number by Friday noon."));
    let made: Vec<_> = s.case().promises[before..].iter().map(|p| (p.words.as_str(), p.to)).collect();
    assert_eq!(made, [("Send the tracking number", MS_RAO), ("", MS_RAO)]);
    s.replays();
}

/// What the review found and a person leaves is in the history with its reason; a reason must be said.
#[test]
fn what_is_left_against_the_review_is_kept_with_its_reason() {
    let left = |why: &str| json!({ "findings": [{ "rule": "DS07", "words": "any inconvenience", "why": why }] });
    let s = opened().ask("overrule-review", left(" ")).refused("reason-empty");
    let s = s.ask("overrule-review", json!({ "findings": [] })).refused("nothing-said");
    let s = s.does("overrule-review", left("Their own word for it."));
    assert_eq!(s.said(), ["Left as it is, against the review: DS07 “any inconvenience”: Their own word for it."]);
    assert!(s.customer_reads().is_empty(), "it is between us");
    s.replays();
}
