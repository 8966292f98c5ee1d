//! What the drafts of each purpose say, in each language of customers.
use super::*;
use casework::ids::*;
use casework::kinds::{Dimension, StepKind};
use casework::parts::{Impact, Plan};
use uuid::Uuid;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn maria() -> Person {
    Person {
        id: PersonId(Uuid::from_u128(1)),
        name: "Maria Krawczyk".into(),
        email: "maria@boards.example".into(),
        phone: "+48 22 555 0117".into(),
        zone: "Europe/Warsaw".into(),
        roles: vec![],
        quiet: None,
        active: true,
        language: String::new(),
    }
}

fn rao() -> Contact {
    let (id, account) = (ContactId(Uuid::from_u128(2)), AccountId(Uuid::from_u128(3)));
    Contact { address_as: "Ms Rao".into(), ..Contact::named(id, account, "Dana Rao") }
}

fn trouble(title: &str) -> Case {
    let mut case = Case::blank(CaseId(Uuid::from_u128(4)));
    (case.number, case.title) = (CaseNumber(1042), title.to_owned());
    case
}

fn step(n: u128, party: Party, text: &str) -> PlanStep {
    PlanStep {
        id: StepId(Uuid::from_u128(n)),
        party,
        owner: None,
        owner_name: if party == Party::Us { "Piotr".into() } else { "Dana".into() },
        kind: StepKind::Fix,
        text: text.into(),
        due: at("2026-03-05T18:00:00Z"),
        confirmed: Said::Yes,
        made_at: at("2026-03-02T09:00:00Z"),
        state: StepState::Open,
        done_at: None,
        proof: None,
    }
}

fn plan(steps: Vec<PlanStep>) -> Plan {
    Plan {
        version: 1,
        steps,
        agreed_by_us: None,
        agreed_by_customer: None,
        agreed_at: None,
        half_agreed_at: None,
        no_prevention_because: None,
        customer_declined: None,
        untold_change: Said::No,
    }
}

fn done(step: PlanStep, when: &str) -> PlanStep {
    PlanStep { state: StepState::Done, done_at: Some(at(when)), ..step }
}

fn drafted(purpose: Purpose, case: &Case, language: Language, next: Option<Timestamp>) -> Begun {
    let zone = TimeZone::get("America/Chicago").unwrap();
    let slots = [at("2026-03-02T15:00:00Z"), at("2026-03-03T15:00:00Z"), at("2026-03-04T15:00:00Z")];
    let (me, contact) = (maria(), rao());
    let about = About {
        case,
        contact: &contact,
        me: &me,
        firm: "Nordlot Boards",
        ending: format!("{} · {}", me.name, me.phone),
        language,
        zone: &zone,
        slots: &slots,
        talk: None,
        next,
        handling: None,
        report: None,
        name_of: &|step| step.owner_name.clone(),
    };
    begun(purpose, &about)
}

/// S051, S054: the draft has slots on their clock and a number, and nothing that resolves, in each of their languages.
#[test]
fn s054_the_draft_after_a_message_has_three_times_and_a_number_and_nothing_else() {
    for language in Language::THEIRS {
        for purpose in [Purpose::VoicemailFollowUp, Purpose::AskForTime] {
            let draft = drafted(purpose, &trouble("Half the boards are dry."), language, None);
            assert_eq!(draft.text.matches("09:00").count(), 3, "{}", draft.text);
            assert!(draft.text.contains("+48 22 555 0117") && draft.text.contains("Chicago"), "{}", draft.text);
            assert!(draft.text.contains("Half the boards are dry"), "{}", draft.text);
            assert_eq!((resolving::resolves(&draft.text), gap(&draft.text)), (None, None), "{}", draft.text);
            let with_option = format!("{}\n\nOption A would be a part of them on Friday.", draft.text);
            assert!(resolving::resolves(&with_option).is_some(), "an option is found in it");
        }
    }
}

/// S057: the draft of a request for a talk says what for, with whom and how long, and three times.
#[test]
fn s057_asking_for_a_talk_says_what_for_with_whom_and_how_long() {
    let draft = drafted(Purpose::AskForTime, &trouble("Half the boards are dry."), Language::English, None);
    for words in ["you tell me what it does to you", "30 minutes", "Maria Krawczyk", "Mon, 2 Mar 2026 09:00"] {
        assert!(draft.text.contains(words), "{words}: {}", draft.text);
    }
}

/// A title of theirs that names what belongs into a talk is not repeated in a mail before one.
#[test]
fn s052_a_title_that_resolves_is_told_by_its_number() {
    let draft = drafted(Purpose::VoicemailFollowUp, &trouble("The discount is missing."), Language::English, None);
    assert!(draft.text.contains("MG-1042") && resolving::resolves(&draft.text).is_none(), "{}", draft.text);
}

/// S154, S177: both sides' steps with their dates; theirs are *still open*, never overdue by them.
#[test]
fn s154_s177_a_summary_has_both_sides_steps_and_theirs_are_still_open() {
    let mut case = trouble("Half the boards are dry.");
    case.harm.impacts.push(Impact { dimension: Dimension::GoodsUnusable, words: "Line 3 stands.".into() });
    let steps = vec![
        step(1, Party::Us, "New boards in your hands."),
        step(2, Party::Customer, "A place for the returned lot."),
    ];
    case.plan = Some(plan(steps));
    let next = Some(at("2026-03-04T18:00:00Z"));
    let draft = drafted(Purpose::Summary, &case, Language::English, next).text;
    for words in [
        "What I heard from you",
        "- Line 3 stands.",
        "- New boards in your hands: by Thu, 5 Mar 2026 12:00 (Piotr)",
        "Still open on your side\n\n- A place for the returned lot: by Thu, 5 Mar 2026 12:00",
        "Next word from us: by Wed, 4 Mar 2026 12:00.",
    ] {
        assert!(draft.contains(words), "{words}\n{draft}");
    }
    assert!(!draft.to_lowercase().contains("overdue") && !draft.to_lowercase().contains("late"), "{draft}");
    let german = drafted(Purpose::Summary, &case, Language::German, next).text;
    assert!(german.contains("Noch offen auf Ihrer Seite"), "{german}");
}

#[test]
fn an_open_place_is_found_and_a_number_is_none() {
    assert_eq!(gap("Hello [name],"), Some("name"));
    assert_eq!(gap("One [1], two [MG-1042], [] and [x"), None);
    assert_eq!(gap("First [1]\nthen [which day]."), Some("which day"));
    assert!(gap(&drafted(Purpose::Update, &trouble("Late."), Language::Polish, None).text).is_some());
}

/// S180: an update ends with when they hear again, filled in where it stood open, added where it was forgotten.
#[test]
fn an_update_says_when_they_hear_again() {
    let (zone, next) = (TimeZone::get("America/Chicago").unwrap(), at("2026-03-04T18:00:00Z"));
    let draft = drafted(Purpose::Update, &trouble("Late."), Language::English, None).text;
    let filled = says_when(&draft, next, &zone, Language::English).unwrap();
    assert!(filled.contains("Next word from us: by Wed, 4 Mar 2026 12:00."), "{filled}");
    assert_eq!(says_when(&filled, next, &zone, Language::English), None, "once");
    let moved = says_when(&filled, at("2026-03-05T18:00:00Z"), &zone, Language::English).unwrap();
    assert!(moved.contains("by Thu, 5 Mar 2026 12:00.") && !moved.contains("Wed, 4 Mar"), "{moved}");
    let added = says_when("The boards are packed.\n\nMaria", next, &zone, Language::English).unwrap();
    assert_eq!(added, "The boards are packed.\n\nNext word from us: by Wed, 4 Mar 2026 12:00.\n\nMaria");
}

/// S165, S192: an update lists every step done since they last heard from us and every one to come with its day and its name, and nothing that
/// they were told before.
#[test]
fn s165_s192_an_update_lists_what_was_done_since_the_last_word_and_what_comes() {
    let mut case = trouble("Half the boards are dry.");
    case.plan = Some(plan(vec![
        done(step(1, Party::Us, "Fence lot 2231."), "2026-03-02T10:00:00Z"),
        done(step(2, Party::Us, "Sort the 200 boards."), "2026-03-03T10:00:00Z"),
        step(3, Party::Us, "New boards in your hands."),
        done(step(4, Party::Customer, "Clear the dock."), "2026-03-03T11:00:00Z"),
    ]));
    case.contacts.last_at = Some(at("2026-03-02T18:00:00Z"));
    let draft = drafted(Purpose::Update, &case, Language::English, None).text;
    for words in [
        "Done since you last heard from us\n\n- Sort the 200 boards: done (Piotr)",
        "What we do\n\n- New boards in your hands: by Thu, 5 Mar 2026 12:00 (Piotr)",
    ] {
        assert!(draft.contains(words), "{words}\n{draft}");
    }
    assert!(!draft.contains("Fence lot") && !draft.contains("Clear the dock"), "{draft}");
    let german = drafted(Purpose::Update, &case, Language::German, None).text;
    assert!(german.contains("Erledigt, seit Sie zuletzt von uns gehört haben"), "{german}");
}

/// S215: a thank-you names what they did themselves.
#[test]
fn s215_a_thank_you_names_what_they_did() {
    let mut case = trouble("Half the boards are dry.");
    let theirs = step(2, Party::Customer, "Count the boards on line 3.");
    case.plan = Some(plan(vec![done(step(1, Party::Us, "Sort."), "2026-03-03T10:00:00Z"), theirs.clone()]));
    let open = drafted(Purpose::ThankYou, &case, Language::English, None).text;
    assert!(!open.contains("Count the boards"), "not done yet: {open}");
    case.plan = Some(plan(vec![done(theirs, "2026-03-03T11:00:00Z")]));
    for (language, thanks) in [
        (Language::English, "Thank you for what you did yourselves: Count the boards on line 3."),
        (Language::German, "Danke für das, was Sie selbst getan haben: Count the boards on line 3."),
    ] {
        let draft = drafted(Purpose::ThankYou, &case, language, None).text;
        assert!(draft.contains(thanks), "{draft}");
    }
}
