//! What a note, a mail and a letter promise; read on a Monday at 10:30 in Warsaw, 03:30 in Austin.
use super::*;
use crate::said::dated;
use proofread::Draft;
use proptest::prelude::*;
use std::sync::LazyLock;

fn rules() -> &'static Reviewer {
    static RULES: LazyLock<Reviewer> = LazyLock::new(|| Reviewer::shipped().expect("the packs are in order"));
    &RULES
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).expect("known")
}

fn zones() -> Zones {
    Zones { ours: zone("Europe/Warsaw"), theirs: zone("America/Chicago") }
}

/// Monday 23 November 2026.
fn now() -> Timestamp {
    "2026-11-23T09:30:00Z".parse().expect("an instant")
}

fn told(at: Timestamp) -> String {
    at.to_zoned(zones().ours).strftime("%a %d %b %H:%M").to_string()
}

#[test]
fn promises_are_caught_in_german_too() {
    for (text, meant) in [
        ("Tracking-Nummer bis Freitag Mittag", &["Tracking-Nummer | Fri 27 Nov 12:00"][..]),
        ("Ich schicke die Liste morgen um 9", &["Schicke die Liste | Tue 24 Nov 09:00"]),
        ("Ich rufe Sie am Do. um 14 Uhr an", &["→ Rufe Sie | Thu 26 Nov 14:00"]),
        ("Sie brauchen die Platinen bis Freitag", &[]),
        ("Die Linie steht seit 6:00", &[]),
    ] {
        assert_eq!(noted(text), meant, "{text}");
    }
}

/// The promises caught in notes, as `words | due`, a next word with an arrow before it.
fn noted(text: &str) -> Vec<String> {
    let each = |c: Caught| {
        let arrow = if c.what == Promised::NextContact { "→ " } else { "" };
        format!("{arrow}{} | {}", c.words, told(c.due))
    };
    in_note(rules(), text, now(), &zones()).into_iter().map(each).collect()
}

#[test]
fn promises_are_caught_in_the_notes_as_they_were_said() {
    for (text, meant) in [
        ("tracking number by Friday noon", &["Tracking number | Fri 27 Nov 12:00"][..]),
        ("I'll send the list tomorrow 9", &["Send the list | Tue 24 Nov 09:00"]),
        ("lots list by noon", &["Lots list | Mon 23 Nov 12:00"]),
        ("Photos by end of day.", &["Photos | Mon 23 Nov 17:00"]),
        ("We’ll rework the 96 boards by Wed 25 Nov, 14:00", &["Rework the 96 boards | Wed 25 Nov 14:00"]),
        ("by 12:00 they get the new certificate", &["The new certificate | Mon 23 Nov 12:00"]),
        ("I'll call you back at 15:30", &["→ Call you back | Mon 23 Nov 15:30"]),
        ("I'll call Thursday", &["→ Call | Thu 26 Nov 09:00"]),
        (
            "angry about March\nI promised the list by tomorrow 9 and the credit note by Friday",
            &["The list | Tue 24 Nov 09:00", "The credit note | Fri 27 Nov 17:00"],
        ),
        ("I will get back to them their 9:00", &["→ Get back to them | Mon 23 Nov 16:00"]),
    ] {
        assert_eq!(noted(text), meant, "{text}");
    }
}

#[test]
fn what_is_theirs_or_past_or_a_question_is_no_promise_of_ours() {
    for text in [
        "They need the boards by Friday.",
        "line stopped since 06:00",
        "They ship to their customer on Friday 14:00",
        "The pallet arrived on Monday",
        "200 boards, lot 2231, 96 dry",
        "Can we have them by Friday?",
        "The 2nd shift saw it first",
        "I'll send the list",
        "I promised it yesterday by noon",
        "rev 9.30 of the drawing",
        "",
    ] {
        assert!(noted(text).is_empty(), "{text}: {:?}", noted(text));
    }
    let field = dated("They have the boards on Friday 10:00", now(), &zones());
    assert_eq!(
        field.map(|(words, _)| words).as_deref(),
        Some("They have the boards"),
        "where promises are written, it is one"
    );
}

/// The promises of a mail to them.
fn written(text: &str, clocks: &Clocks) -> Vec<Caught> {
    let sent_at = Some(clocks.written());
    let report = rules().review(&Draft { subject: None, text }, Some(&Record { sent_at, ..Record::default() }));
    report.promises.iter().filter_map(|promise| caught(promise, text, clocks, now())).collect()
}

/// One catcher: whatever is typed into a note and whatever is written in a mail, the same sentence is the same promise.
#[test]
fn a_note_and_a_message_with_the_same_sentence_give_the_same_promise() {
    let here = Zones::ours(&zone("Europe/Warsaw"));
    for (text, meant) in [
        ("I'll send the tracking number by Friday noon", &["Send the tracking number | Fri 27 Nov 12:00"][..]),
        ("I'll send the list tomorrow 9", &["Send the list | Tue 24 Nov 09:00"]),
        ("We will rework the 96 boards by Wed 25 Nov, 14:00.", &["Rework the 96 boards | Wed 25 Nov 14:00"]),
        ("I'll call you Thursday.", &["→ Call you | Thu 26 Nov 09:00"]),
        ("I'll call you by Thursday.", &["→ Call you | Thu 26 Nov 17:00"]),
        ("I will send the report within 2 hours.", &["Send the report | Mon 23 Nov 12:30"]),
        ("We will ship the rest tomorrow morning.", &["Ship the rest | Tue 24 Nov 09:00"]),
        (
            "I will send the list by tomorrow 9 and the credit note by Friday.",
            &["Send the list | Tue 24 Nov 09:00", "The credit note | Fri 27 Nov 17:00"],
        ),
        (
            "Ich schicke Ihnen die Sendungsnummer bis Freitag 12:00 Uhr.",
            &["Schicke Ihnen die Sendungsnummer | Fri 27 Nov 12:00"],
        ),
    ] {
        let [noted, mailed] =
            [in_note(rules(), text, now(), &here), written(text, &Clocks::of_letter(now(), &here.ours, &here.theirs))];
        let each = |c: &Caught| {
            let arrow = if c.what == Promised::NextContact { "→ " } else { "" };
            format!("{arrow}{} | {}", c.words, told(c.due))
        };
        assert_eq!(noted, mailed, "{text}");
        assert_eq!(noted.iter().map(each).collect::<Vec<_>>(), meant, "{text}");
    }
}

/// A mail is read by the clock of whoever reads it, unless it names another.
#[test]
fn the_clock_that_a_promise_names_is_the_one_that_counts() {
    let ours = Clocks::of_letter(now(), &zones().ours, &zones().theirs);
    let theirs = Clocks { at: now(), unsaid: zones().theirs, writer: zones().theirs, reader: zones().ours };
    for (text, clocks, meant) in [
        ("I will call you on Thursday at 15:00.", &ours, "Thu 26 Nov 22:00"),
        ("I will call you on Thursday at 15:00 your time.", &ours, "Thu 26 Nov 22:00"),
        ("I will call you on Thursday at 15:00 our time.", &ours, "Thu 26 Nov 15:00"),
        ("I will call you on Thursday at 15:00 CET.", &ours, "Thu 26 Nov 15:00"),
        ("I will call you on Thursday at 15:00 UTC.", &ours, "Thu 26 Nov 16:00"),
        ("I will call you on Thursday at 15:00 CST.", &theirs, "Thu 26 Nov 22:00"),
        ("I will call you on Thursday at 15:00 your time.", &theirs, "Thu 26 Nov 15:00"),
    ] {
        let due: Vec<String> = written(text, clocks).iter().map(|c| told(c.due)).collect();
        assert_eq!(due, [meant], "{text}");
    }
    assert!(
        written("I will call you on Thursday at 15:00 JST.", &ours).is_empty(),
        "a clock that neither has is not guessed"
    );
}

proptest! {
    /// Whatever is typed: nothing breaks, what is caught lies ahead, has words, and stands in the text.
    #[test]
    fn whatever_is_noted_is_read_without_harm(text in "\\PC{0,200}") {
        for promise in in_note(rules(), &text, now(), &zones()) {
            prop_assert!(promise.due > now() && !promise.words.is_empty());
            prop_assert!(text.contains(&promise.said));
        }
    }

    /// Made of the words that matter, in any order and number.
    #[test]
    fn any_heap_of_promising_words_is_read_without_harm(
        words in prop::collection::vec(prop::sample::select(vec![
            "by", "Friday", "tomorrow", "noon", "9", "10:30", "next week", "the", "28", "Nov", "2026", "their", "time", "in", "2", "hours",
            "end of day", "half past", "I'll", "send it", "and", ",", ".", "31", "Feb", "29th", "ago", "am", "pm", "99999", "o'clock", "\n",
        ]), 0..12)
    ) {
        let text = words.join(" ");
        let years = SignedDuration::from_hours(24 * 366 * 180);
        for promise in in_note(rules(), &text, now(), &zones()) {
            prop_assert!(promise.due > now() && promise.due < now() + years, "{text}: {promise:?}");
            prop_assert!(text.contains(&promise.said));
        }
    }
}
