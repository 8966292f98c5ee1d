//! What a contact does by their own link: their choice, their words, their steps, in their own name and nobody else's.
use super::their_choice::drafted;
use super::walk::*;
use crate::clock::ClockKind as K;
use crate::commands::Command;
use crate::effect::Urgency;
use crate::facts::Actor;
use crate::ids::{AccountId, ContactId};
use crate::kinds::*;
use crate::parts::*;
use crate::rights::Whose;
use crate::shape::Shape;
use crate::testing::*;
use serde_json::{Value, json};
use uuid::Uuid;

impl Story {
    /// A contact, by their link.
    pub fn by_contact(mut self, who: ContactId) -> Self {
        self.facts.actor = Actor::Customer(who);
        self
    }
}

/// What arrived wrong, as their answer after the delivery tells it.
pub fn arrived_wrong(who: ContactId) -> Value {
    json!({ "account": ACME, "contact": who, "title": "Two of ten boxes are wet.", "kind": "defect", "origin": "customer_reported",
        "safety": "nobody" })
}

/// One command of theirs, by its word.
fn one(word: &str) -> Value {
    theirs(MS_RAO).into_iter().find(|(name, _)| *name == word).expect("listed").1
}

/// A photo, as the page takes it in.
pub fn photo() -> Value {
    let print = "ab".repeat(32);
    json!({ "file": Uuid::from_u128(0xF1), "name": "crack.jpg", "kind": "jpeg", "bytes": 2_000_000, "sha256": print, "words": "The crack.", "shown": "yes" })
}

/// Every command of theirs, as the contact would send it.
pub(super) fn theirs(who: ContactId) -> Vec<(&'static str, Value)> {
    let any = Uuid::from_u128(9);
    vec![
        ("open-case", arrived_wrong(who)),
        ("describe-harm", json!({ "impacts": [{ "dimension": "stopped", "words": "The line stands." }] })),
        ("record-reaction", json!({ "by": who, "reaction": "hurts", "words": "We ship on Friday." })),
        ("answer-concern", json!({ "concern": any, "words": "That is settled.", "settled_by": who })),
        ("ask-question", json!({ "words": "Which list is right?" })),
        ("correct-us", json!({ "by": who, "about": "heard", "words": "It is all boxes, not half of them." })),
        ("add-idea", json!({ "by": who, "about": "cause", "words": "Two lists are in use." })),
        ("suggest-colleague", json!({ "by": who, "name": "Tom Hale", "reach": "tom@acme.example" })),
        ("take-part", json!({ "by": who, "how": "only_calls" })),
        ("keep-file", photo()),
        ("answer-report", json!({ "report": any, "by": who, "answer": "accepted" })),
        ("counter-proposal", json!({ "by": who, "what": "We relabel and you send the labels." })),
        ("decide", json!({ "by": who, "option": any, "words": "The courier." })),
        ("agree-plan", json!({ "by_customer": who })),
        ("settle-step", json!({ "step": any, "outcome": "done" })),
        ("change-delivery", json!({ "by": who, "address": "Gate 4", "read_back": "yes" })),
        ("record-word", json!({ "by": who, "solved": "yes", "words": "It is.", "way": "written" })),
        ("withdraw", json!({ "contact": who, "words": "Let it rest." })),
        ("follow-up", json!({ "contact": who, "result": "ok", "words": "It holds." })),
        ("reopen", json!({ "contact": who, "words": "It came back." })),
    ]
}

/// I01, I07: what a contact may ask is a closed list; whatever is not on it is no contact's.
#[test]
fn what_is_not_declared_theirs_is_refused() {
    let declared: Vec<&str> =
        Command::WORDS.iter().copied().filter(|w| Command::whose_of(w) == Whose::TheirsToo).collect();
    let listed: Vec<&str> = theirs(MS_RAO).iter().map(|(word, _)| *word).collect();
    assert_eq!(declared, listed, "a command of theirs has its test here");
    assert_eq!(Command::whose_of("no-such-word"), Whose::Ours);
    let ours = [
        ("add-note", json!({ "text": "Between us." })),
        ("close", last_message()),
        ("answer-suggestion", json!({ "option": Uuid::nil(), "answer": "taken", "words": "Yes." })),
        ("pass-gate", json!({ "gate": "told_what_happened", "reason": "We want to go on." })),
        ("no-word", json!({ "words": "They do not answer." })),
    ];
    for (word, fields) in ours {
        let mut s = asked().by_contact(MS_RAO);
        match Command::read(word, fields).expect("a command") {
            Ok(command) => s = s.when(command).refused("not-for-customers"),
            Err(_) => assert_eq!(Command::whose_of(word), Whose::Ours),
        }
        assert_eq!(s.case(), asked().case());
    }
}

/// The names of a command's fields that name a contact.
fn contacts_in(word: &str) -> Vec<&'static str> {
    let Some(Shape::Object(_, fields)) = Command::shape_of(word) else { panic!("{word} has fields") };
    let names = ["by", "with", "contact", "by_customer", "settled_by", "to", "released_by"];
    fields.iter().map(|f| f.name).filter(|name| names.contains(name)).collect()
}

#[test]
fn a_contact_speaks_for_nobody_else() {
    for (word, fields) in theirs(MS_RAO) {
        for name in contacts_in(word) {
            let mut another = fields.clone();
            another[name] = json!(MR_HALE);
            asked().by_contact(MS_RAO).ask(word, another).refused("speaks-for-another");
        }
    }
}

#[test]
fn only_a_known_contact_of_the_customer_asks() {
    let stranger = ContactId(Uuid::from_u128(0xBAD));
    for (word, fields) in theirs(stranger) {
        asked().by_contact(stranger).ask(word, fields).refused("not-your-case");
    }
    for (word, fields) in theirs(MS_RAO) {
        let mut s = asked().by_contact(MS_RAO);
        s.facts.case.account = AccountId(Uuid::from_u128(0xBAD));
        s.ask(word, fields).refused("not-your-case");
    }
}

/// What only colleagues fill in is refused, not ignored.
#[test]
fn a_contact_leaves_to_us_what_is_ours() {
    for (word, fields) in theirs(MS_RAO) {
        let Some(Shape::Object(_, shape)) = Command::shape_of(word) else { panic!("{word} has fields") };
        if shape.iter().any(|f| f.name == "happened_at") {
            let mut backdated = fields.clone();
            backdated["happened_at"] = json!("2026-11-20T08:00:00Z");
            asked().by_contact(MS_RAO).ask(word, backdated).refused("filled-in-by-us");
        }
    }
    let by_phone = yes(&asked());
    asked().by_contact(MS_RAO).ask("record-word", by_phone).refused("filled-in-by-us");
    let imagined = json!({ "worst_part": "The fair." });
    asked().by_contact(MS_RAO).ask("describe-harm", imagined).refused("filled-in-by-us");
}

/// S079: what we heard wrong is corrected by them; the owner hears of it and owes an answer within a working day.
#[test]
fn s079_a_correction_is_owed_an_answer() {
    let s = heard().at("2026-11-23 10:00").by_contact(MS_RAO).does("correct-us", one("correct-us"));
    assert_eq!(s.customer_reads(), ["You corrected what we heard: “It is all boxes, not half of them.”"]);
    assert_eq!(s.told(), [(MARIA, Urgency::CanWait, "notice-they-acted".to_owned())]);
    let s =
        s.then("Ms Rao corrects what we heard: “It is all boxes").due(K::AnswerProposal, "2026-11-24 10:00").replays();
    let question = s.case().questions.last().expect("kept").clone();
    assert_eq!(question.corrects, Some(Corrects::Heard));
    let answer = json!({ "question": question.id, "answer": "All boxes, then." });
    let s = s.by(MARIA).does("answer-question", answer);
    assert_eq!(s.customer_reads(), ["Our answer: All boxes, then."]);
    assert!(s.clock(K::AnswerProposal).is_none());
}

/// S213: a question of theirs has an owner and a time for its answer.
#[test]
fn s213_a_question_by_their_link_has_its_clock() {
    let s = heard().at("2026-11-23 10:00").by_contact(MR_HALE);
    let s = s.does("ask-question", json!({ "words": "Which list is right?" }));
    assert_eq!(s.customer_reads(), ["You asked: “Which list is right?”"]);
    assert_eq!(s.clock(K::AnswerProposal).expect("C14").owed_by, MARIA);
    s.due(K::AnswerProposal, "2026-11-24 10:00");
}

/// A page is not pressed ten thousand times: they wait for answers, and our clocks stay readable.
#[test]
fn questions_without_an_answer_have_an_end() {
    let mut s = heard().at("2026-11-23 10:00").by_contact(MS_RAO);
    for n in 0..20 {
        s = s.does("ask-question", json!({ "words": format!("Question {n}?") }));
    }
    let s = s.ask("ask-question", json!({ "words": "One more?" })).refused("enough-for-now");
    assert_eq!(s.case().clocks.iter().filter(|c| c.kind == K::AnswerProposal).count(), 6);
}

/// S156: what they propose by their link stands beside ours and is answered within a working day.
#[test]
fn s156_a_proposal_by_their_link_is_owed_an_answer() {
    let s = heard().at("2026-11-23 10:00").by_contact(MS_RAO).does("counter-proposal", one("counter-proposal"));
    assert_eq!(s.told(), [(MARIA, Urgency::CanWait, "notice-proposal".to_owned())]);
    assert_eq!(s.case().options[0].from, Party::Customer);
    s.due(K::AnswerProposal, "2026-11-24 10:00").replays();
}

/// S153, S154: their own step is settled by their word, has no clock and is never late; ours are not theirs to settle.
#[test]
fn s154_a_contact_settles_their_own_step() {
    let s = drafted();
    let steps: Vec<_> = s.case().plan.as_ref().expect("a plan").steps.iter().map(|s| s.id).collect();
    assert!(s.case().clocks.iter().all(|c| c.about != Some(steps[1].0)), "S154: no clock runs against them");
    let s = s.by_contact(MS_RAO);
    let s = s.ask("settle-step", json!({ "step": steps[0], "outcome": "done" })).refused("step-is-ours");
    let late =
        json!({ "step": steps[1], "outcome": "late", "reason": "Tom is away.", "new_due": at("2026-11-26 10:00") });
    let s = s.does("settle-step", late);
    assert_eq!(s.case().plan.as_ref().expect("a plan").untold_change, Said::No, "they named the date themselves");
    let s = s.does("settle-step", json!({ "step": steps[1], "outcome": "done" }));
    assert_eq!(s.customer_reads(), ["Done: Tell us the gate."]);
    assert_eq!(s.told(), [(MARIA, Urgency::CanWait, "notice-they-acted".to_owned())]);
}

/// S152: another address by their link is read back, and whoever brings it is asked again.
#[test]
fn s152_a_contact_changes_the_delivery() {
    let agreed = || agreed().by_contact(MS_RAO);
    agreed().ask("change-delivery", json!({ "by": MS_RAO, "address": "Gate 4" })).refused("read-it-once-more");
    let s = agreed().does("change-delivery", json!({ "by": MS_RAO, "address": "Gate 4", "read_back": "yes" }));
    assert!(s.clock(K::StepConfirmed).is_some(), "the step is asked again");
    assert!(s.told().iter().any(|(to, ..)| *to == MARIA));
}

/// S205, S208: their own written word solves it, and the call after it stays due.
#[test]
fn s205_s208_solved_by_their_own_link() {
    let s = asked();
    let settled: Vec<_> = s.case().concerns.iter().map(|c| c.id).collect();
    let word =
        json!({ "by": MS_RAO, "solved": "yes", "words": "All right now.", "way": "written", "settled": settled });
    let s = s.by_contact(MS_RAO).does("record-word", word).stands(Recovery::Solved);
    assert!(s.clock(K::FollowUpCall).is_some_and(|c| c.met_at.is_none()));
    s.replays();
}

/// S207: a need that they leave unticked keeps the case open, said to them in their words.
#[test]
fn s207_a_need_left_unticked_is_asked_again() {
    let word = json!({ "by": MS_RAO, "solved": "yes", "words": "All right now.", "way": "written" });
    asked().by_contact(MS_RAO).ask("record-word", word).refused("tick-each-need").stands(Recovery::AwaitingWord);
}

/// S206: a *no* that nobody of us heard is owed a call, as on the first day, and goes up at once.
#[test]
fn s206_not_solved_by_their_link_owes_a_call() {
    let word = json!({ "by": MS_RAO, "solved": "no", "words": "Three are still wrong.", "way": "written" });
    let s = asked().at("2026-11-24 15:00").by_contact(MS_RAO).does("record-word", word).stands(Recovery::Deciding);
    let first = s.clock(K::FirstContact).expect("C01");
    assert_eq!((first.starts, first.met_at), (at("2026-11-24 15:00"), None));
    let told = s.told();
    assert!(told.contains(&(MARIA, Urgency::Urgent, "notice-not-solved".to_owned())));
    assert!(told.contains(&(EWA, Urgency::Urgent, "notice-escalated".to_owned())));
    s.replays();
}

/// S164: a suggestion that we have not answered stands before their yes, and they read that it is ours to do.
#[test]
fn s164_what_we_owe_is_said_as_ours() {
    let s = asked().by_contact(MS_RAO).does("counter-proposal", json!({ "by": MS_RAO, "what": "A list each month." }));
    let settled: Vec<_> = s.case().concerns.iter().map(|c| c.id).collect();
    let word = json!({ "by": MS_RAO, "solved": "yes", "words": "Yes.", "way": "written", "settled": settled });
    s.ask("record-word", word).refused("we-owe-an-answer");
}

/// S211: for ever, with one line, the same number; a first contact is owed at once.
#[test]
fn s211_a_contact_opens_it_again() {
    let again = json!({ "contact": MS_RAO, "words": "The old labels are back." });
    let s = closed().at("2027-06-01 10:00").by_contact(MS_RAO).does("reopen", again).stands(Recovery::Told);
    assert_eq!(s.clock(K::FirstContact).expect("C01").starts, at("2027-06-01 10:00"));
    assert!(s.customer_reads()[0].starts_with("You said it is not solved: “The old labels are back.”"));
    s.replays();
}

#[test]
fn a_contact_lets_it_rest_and_the_call_stays_due() {
    let s = heard().by_contact(MS_RAO).does("withdraw", json!({ "contact": MS_RAO, "words": "Let it rest." }));
    assert!(s.clock(K::FollowUpCall).is_some());
    s.stands(Recovery::Withdrawn).replays();
}

/// S098, S103: a worry is settled by their own word.
#[test]
fn s098_a_contact_settles_a_worry() {
    let s = heard().by_contact(MS_RAO);
    let worry = s.case().concerns[0].id;
    let s = s.ask("answer-concern", json!({ "concern": worry, "words": "Fine." })).refused("not-for-customers");
    let s = s.does("answer-concern", json!({ "concern": worry, "words": "Fine.", "settled_by": MS_RAO }));
    assert_eq!(s.case().concerns[0].state, ConcernState::Settled);
    assert_eq!(s.customer_reads(), ["You said that this is settled: “Fine.”"]);
}

/// Somebody is hurt: a press does not take that back, and what they add stands beside what was said.
#[test]
fn harm_is_added_by_their_link_and_hurt_is_not_taken_back() {
    let s = heard().by_contact(MS_RAO).does("describe-harm", json!({ "safety": "somebody_hurt" }));
    assert!(s.told().iter().any(|(to, urgency, _)| *to == EWA && *urgency == Urgency::Urgent));
    let s = s.stands(Recovery::Heard);
    assert_eq!(s.case().severity, Severity::S1);
    let s = s.by_contact(MR_HALE).ask("describe-harm", json!({ "safety": "nobody" })).refused("hurt-until-we-spoke");
    let more = json!({ "impacts": [{ "dimension": "stopped", "words": "Line 2 stands." }] });
    assert_eq!(s.does("describe-harm", more).case().harm.impacts.len(), 2);
}
