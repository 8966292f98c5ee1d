//! The style page of a case: their side first, then what we owe, the steps, the story; the account beside it.

use maud::{Markup, html};

use super::{at, now, ours, theirs};
use crate::web::ui::{
    Clock, ContactCard, Entry, Facts, Form, Light, Lights, StepState, Stepper, Tabs, Timeline, Voice, chip, chips,
    heading, in_short, more, section, their_words, with_aside,
};
use crate::web::when;

pub fn body(pages: &Tabs) -> Markup {
    let due = Clock::running(at("2025-11-24T13:34:00Z"), at("2025-11-24T14:34:00Z"), now(), &ours()).why("#why");
    let known = at("2025-11-24T13:34:00Z");
    html! {
        (heading(html! { span.theirs { "“Half the boards have no solder on U7.”" } }, Some(html! { a href="#account" { "Acme Robotics" } " · MG-1042" })))
        (in_short([
            html! { "First call " (due) },
            html! { "severity 1: their line is stopped" },
            html! { "known since " (when::moment(known, now(), &ours())) ", " (when::their_time(known, &theirs(), &ours())) },
        ]))
        div.standing { (lights()) (chips([chip("no human voice yet".to_owned()), chip("let down twice".to_owned())])) }
        (pages)
        (with_aside("About the account".to_owned(), html! { (their_side()) (next()) (steps()) (story()) }, account()))
    }
}

fn lights() -> Lights {
    Lights::new()
        .light("Acknowledged".to_owned(), Light::Lit)
        .light("In dialogue".to_owned(), Light::Next)
        .light("Plan agreed".to_owned(), Light::Unlit)
        .light("Relationship kept".to_owned(), Light::Unlit)
}

fn their_side() -> Markup {
    let side = Facts::new()
        .fact("What it does to them".to_owned(), "Line 3 stopped since 06:00 (Dana, by phone).")
        .fact(
            "Their deadline".to_owned(),
            html! { "Ships to their customer " (when::moment(at("2025-11-28T20:00:00Z"), now(), &ours())) },
        )
        .fact("Pressed by".to_owned(), "Plant manager")
        .fact("What worries them".to_owned(), their_words("Do the other lots have it too?"));
    section("Their side".to_owned(), None, html! { (side) })
}

fn next() -> Markup {
    section(
        "Next".to_owned(),
        None,
        html! {
            p { strong { "Call Dana." } " It is 08:22 there; she is in from 07:00." }
            div.acts {
                a.act href="#sheet" { "Call sheet" }
                (Form::post("/cases/MG-1042/attempts", "r-3").quiet_act("Left message".to_owned()))
                a href="#hand-over" { "Hand over" }
            }
        },
    )
}

fn steps() -> Markup {
    let stepper = Stepper::new("Save a great customer".to_owned())
        .step("Acknowledge within the hour".to_owned(), StepState::Done)
        .step("Hear the whole of it".to_owned(), StepState::Present)
        .needs(["what it does to them".to_owned(), "reflect-back".to_owned(), "next contact time".to_owned()])
        .step("Prepare two ways forward".to_owned(), StepState::Ahead)
        .step("Talk the options through".to_owned(), StepState::Passed)
        .step("Agree the plan with dates and names".to_owned(), StepState::Ahead);
    section("Steps".to_owned(), None, html! { (stepper) (more("All 13 steps".to_owned(), html! { p { "…" } })) })
}

fn story() -> Markup {
    let timeline = Timeline::new()
        .entry(
            Entry::new(
                at("2025-11-24T14:02:00Z"),
                now(),
                &ours(),
                "Opened the case from Dana’s mail".to_owned(),
                Voice::Ours,
            )
            .id("event-3")
            .by("Maria K."),
        )
        .entry(
            Entry::new(
                at("2025-11-24T13:58:00Z"),
                now(),
                &ours(),
                "Mail from Dana Ruiz, 3 photos".to_owned(),
                Voice::Theirs,
            )
            .id("event-2")
            .quote("Half the boards have no solder on U7. Line 3 is down.\nPlease call me before nine."),
        )
        .entry(
            Entry::new(
                at("2025-11-24T13:50:00Z"),
                now(),
                &ours(),
                "Passed the gate “operations confirms”".to_owned(),
                Voice::Exception,
            )
            .by("Ewa Nowak, manager")
            .quote("Piotr is on a plane until six; I confirm the block of lot 2231 myself."),
        )
        .entry(Entry::new(
            at("2025-11-24T13:40:00Z"),
            now(),
            &ours(),
            "The clock of the first call began: one hour, day and night".to_owned(),
            Voice::Machine,
        ))
        .entry(
            Entry::new(
                at("2025-11-20T13:34:00Z"),
                now(),
                &ours(),
                "Recognised: final test at Acme, told to our driver".to_owned(),
                Voice::Ours,
            )
            .by("Piotr L."),
        );
    section("Story".to_owned(), Some(5), html! { (timeline) })
}

fn account() -> Markup {
    let there = || when::there_now(now(), &theirs(), &ours());
    html! {
        (section("Acme Robotics".to_owned(), None, html! {
            (Facts::new()
                .fact("Customer for".to_owned(), "9 years")
                .fact("Troubles before".to_owned(), "3: all made good, last in March (late)")
                .fact("Open promises".to_owned(), "1"))
        }))
        (section("People".to_owned(), None, html! {
            (ContactCard::new("Dana Ruiz").role("quality".to_owned()).phone("+1 512 555 0148").there(there())
                .hours("07–16 Austin".to_owned()).speaks("English".to_owned()).href("#dana"))
            (ContactCard::new("Tom Hale").role("buyer".to_owned()).email("tom.hale@acme.example").hours("08–17 Austin".to_owned()))
        }))
        (section("Playbooks".to_owned(), None, html! { ul { li { "Save a great customer" } li { "8D" } } }))
    }
}
