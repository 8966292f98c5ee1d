//! The style page of lists: *Run to it*, promises, clocks, tables, sayings, type.

use maud::{Markup, html};

use super::{at, now, ours, theirs};
use crate::web::ui::{
    Clock, Facts, Fill, Form, Label, Notice, Pager, PromiseLine, Refusal, RunLine, Table, chip, empty, more, progress,
    run_list, section, their_words, toast,
};
use crate::web::when;

pub fn body() -> Markup {
    html! {
        (run())
        (promises())
        (silence())
        (clocks())
        (table())
        (sayings())
        (type_and_words())
    }
}

fn clock(started: &str, due: &str) -> Clock {
    Clock::running(at(started), at(due), now(), &ours()).why("#why")
}

fn run() -> Markup {
    let dana = RunLine::new(clock("2025-11-24T13:34:00Z", "2025-11-24T14:34:00Z"), "Acme Robotics")
        .person("Dana Ruiz")
        .phone("+1 512 555 0148")
        .there(when::there_now(now(), &theirs(), &ours()))
        .theirs("Half the boards have no solder on U7.")
        .say_first("I see that U7 is dry on half your boards, Dana. I’m on it now.")
        .case("MG-1042", "#MG-1042")
        .call()
        .by_key("t")
        .or_go("#left-message", "Left message".to_owned())
        .by_key("m")
        .or_go("#hand-over", "Hand over".to_owned())
        .by_key("h");
    let jonas = RunLine::new(clock("2025-11-24T09:57:00Z", "2025-11-24T13:57:00Z"), "Kite Labs")
        .person("Jonas Weber")
        .phone("+49 30 555 0110")
        .there(when::there_now(now(), &super::zone("Europe/Berlin"), &ours()))
        .plain("Their order 4417 will miss Thursday. They have not been told.".to_owned())
        .ask("Does Tuesday still work for you?")
        .case("MG-1047", "#MG-1047")
        .call()
        .by_key("t")
        .or_go("#left-message", "Left message".to_owned())
        .by_key("m")
        .or_go("#hand-over", "Hand over".to_owned())
        .by_key("h");
    section("Contacts owed".to_owned(), Some(2), run_list([dana, jonas]))
}

fn promises() -> Markup {
    let keep = |action: &str| {
        html! {
            (Form::post(action, "r-2").act("Keep it".to_owned()))
            a href="#late" { "Tell them it will be late" }
        }
    };
    let tracking =
        PromiseLine::new(clock("2025-11-21T13:00:00Z", "2025-11-24T19:00:00Z"), "Tracking number", "Borealis")
            .said("by Monday, eight in the evening")
            .by("Maria K.")
            .acts(keep("/promises/1"));
    let lots = PromiseLine::new(
        clock("2025-11-24T13:00:00Z", "2025-11-27T11:00:00Z"),
        "List of lots they hold",
        "Acme Robotics",
    )
    .said("lots list by noon on Thursday")
    .by("Maria K.")
    .acts(keep("/promises/2"));
    section("Promises due".to_owned(), Some(2), html! { ul.promises data-list { (tracking) (lots) } })
}

fn silence() -> Markup {
    let quiet = |since: &str, limit: &str, account: &str, what: &str, number: &str| {
        RunLine::new(Clock::silence(at(since), at(limit), now(), &ours()), account)
            .plain("The next word from us".to_owned())
            .about(what)
            .case(number, "#case")
    };
    let lines = [
        quiet(
            "2025-11-23T12:00:00Z",
            "2025-11-24T18:00:00Z",
            "Borealis",
            "Waiting for the second test run.",
            "MG-1031",
        ),
        quiet(
            "2025-11-23T18:00:00Z",
            "2025-11-25T08:00:00Z",
            "Mills & Sons",
            "Their answer to our options.",
            "MG-1019",
        ),
        quiet("2025-11-24T11:22:00Z", "2025-11-25T08:00:00Z", "Acme Robotics", "Our list of lots.", "MG-1042"),
    ];
    section("Updates owed: they have heard nothing for …".to_owned(), Some(3), run_list(lines))
}

fn clocks() -> Markup {
    let (start, due) = (at("2025-11-24T14:00:00Z"), at("2025-11-24T15:00:00Z"));
    let running = |now: &str| Clock::running(start, due, at(now), &ours());
    let met = |met: &str| Clock::met(start, due, at(met), &ours());
    let with = Clock::with(Fill::Quarter, when::moment(at("2025-11-28T13:00:00Z"), now(), &ours()));
    section(
        "The clock glyph".to_owned(),
        None,
        html! {
            div.row {
                p { (running("2025-11-24T14:10:00Z")) }
                p { (running("2025-11-24T14:35:00Z")) }
                p { (running("2025-11-24T14:50:00Z")) }
                p { (running("2025-11-24T15:25:00Z")) }
            }
            div.row {
                p { (met("2025-11-24T14:25:00Z")) }
                p { (met("2025-11-24T14:40:00Z")) }
                p { (met("2025-11-24T14:55:00Z")) }
                p { (met("2025-11-24T15:20:00Z")) }
            }
            p { "In a sentence: the next word is due " (with) ", which is "
                (when::their_time(at("2025-11-28T13:00:00Z"), &theirs(), &ours())) "." }
        },
    )
}

fn table() -> Markup {
    let row = |order: &str, item: &str, account: &str, quantity: &str, promised: &str, late: &str| {
        [
            html! { a href="#order" { (order) } },
            html! { (item) },
            html! { (account) },
            html! { (quantity) },
            html! { (promised) },
            html! { (late) },
        ]
    };
    let table = Table::new("Order lines past their promise and not delivered".to_owned())
        .col("Order".to_owned())
        .col("Item".to_owned())
        .col("Account".to_owned())
        .number_col("Pieces".to_owned())
        .col("Promised".to_owned())
        .number_col("Late".to_owned())
        .row(row("4417-1", "KB-7 rev C", "Kite Labs", "200", "Thu 20 Nov", "4 days"))
        .row(row("4402-3", "Power stage, 48 V, coated", "Mills & Sons", "1 250", "Fri 21 Nov", "3 days"))
        .row(row("4398-1", "Sensor head A2", "Borealis", "40", "Mon 24 Nov", "5 h"));
    section(
        "Orders".to_owned(),
        Some(3),
        html! { (table) (Pager::new(Some("#newer".to_owned()), Some("#older".to_owned()))) },
    )
}

fn sayings() -> Markup {
    let next = Some(("#orders", Label::from("See what comes in tomorrow".to_owned())));
    section(
        "What the program says".to_owned(),
        None,
        html! {
            (Notice::look("The mail to Dana could not be sent: her mailbox is full. It will be tried again at 16:00.".to_owned())
                .way("#", "Call her instead".to_owned()))
            (Refusal::new("The options talk needs two ways forward; this case has one.".to_owned())
                .way_out("Add a second option, or pass the gate with your name and a reason.".to_owned()).href("#options"))
            (empty("Nobody is waiting to hear from you. 2 deliveries come in tomorrow; their checks will stand here on Tuesday.".to_owned(), next))
            (progress("Reading orders.csv".to_owned(), 12_400, 20_000))
            p { "Kinds: " (chip("fix".to_owned())) " " (chip("prevent".to_owned())) " " (chip("their suggestion".to_owned())) }
            (toast("Two lines came in while you looked.".to_owned(), Some(("#new", Label::from("Show them".to_owned())))))
            (more("What is not needed every day".to_owned(), html! { p { "Merge with another case, split off a part, link." } }))
        },
    )
}

fn type_and_words() -> Markup {
    section(
        "Type".to_owned(),
        None,
        html! {
            h3 { "Our words are plain" }
            p { "A plain face with tabular figures for everything we say: 1 042, 4 417, 09:10, +48 22 555 01 17. "
                "A link looks like " a href="#link" { "the way to a case" } ", quiet words " span.quiet { "stand back" } "." }
            h3 { "Theirs are set apart" }
            (their_words("Line 3 has been down since six this morning.\nIf we miss Friday, the whole programme slips, and we have been here before — in March."))
            (Facts::new()
                .fact("Known since".to_owned(), when::moment(at("2025-11-24T13:34:00Z"), now(), &ours()))
                .fact("Severity".to_owned(), "1: their line is stopped")
                .fact("Their deadline".to_owned(), when::moment(at("2025-11-28T20:00:00Z"), now(), &ours())))
        },
    )
}
