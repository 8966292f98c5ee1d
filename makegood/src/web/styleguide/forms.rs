//! The style page of forms: every kind of field, a form sent back with what is wrong, a gate, a form of one line.

use maud::{Markup, html};

use crate::web::ui::{Field, Form, Refusal, Typed, section};

pub fn body() -> Markup {
    html! {
        (open_a_case())
        (sent_back())
        (gate())
        (small())
    }
}

fn words(text: &str) -> String {
    text.to_owned()
}

fn open_a_case() -> Markup {
    let form = Form::post("/cases", "r-10")
        .field(
            Field::text("sentence", words("What happened, in their words"))
                .help(words("One sentence, as they said it or would say it."))
                .length(200),
        )
        .row([
            Field::select("kind", words("Kind of trouble"))
                .choice("", words("Choose one"))
                .choice("late", words("Late delivery"))
                .choice("wrong", words("Wrong or faulty goods"))
                .choice("billing", words("Something on the invoice")),
            Field::text("order", words("Order")).optional().help(words("Number and line, when you have it.")),
        ])
        .row([
            Field::date_time("recognised_at", words("When did anyone here first know?"))
                .value("2025-11-24T14:34")
                .their_zone("America/Chicago", "Europe/Warsaw")
                .help(words("Our time, Warsaw. It can never be moved later.")),
            Field::number("pieces", words("Pieces affected")).optional().min(0).max(1_000_000),
        ])
        .field(
            Field::radios("impact", words("What does it do to them?"))
                .choice_with_help(
                    "stopped",
                    words("It stops a line, an event or an issue"),
                    words("Severity 1: first call within the hour."),
                )
                .choice("deadline", words("It threatens a date of theirs"))
                .choice("nuisance", words("It costs them time or nerves"))
                .choice("unknown", words("We do not know yet"))
                .value("stopped"),
        )
        .field(
            Field::checks("told", words("Who has been told?"))
                .optional()
                .choice("operations", words("Operations"))
                .choice("quality", words("Quality"))
                .choice("sales", words("Inside sales"))
                .value("operations\nsales"),
        )
        .field(
            Field::words("notes", words("What else do we know?"))
                .optional()
                .nudge(words("Facts only; the cause comes later.")),
        )
        .field(
            Field::check("safety", words("Somebody could get hurt")).help(words("Then the clocks run day and night.")),
        )
        .more(words("Bring it together with another case"), [Field::text("same_as", words("Case number")).optional()])
        .act(words("Open the case"))
        .or_go("#cancel", words("Not now"));
    section(words("Open a case"), None, html! { (form) })
}

fn sent_back() -> Markup {
    let mut typed = Typed::nothing()
        .with("reached", "yes")
        .with("reflect", "You have two lines down, and Friday’s shipment to your customer hangs on our boards.")
        .with("next_contact", "2025-11-22T12:00");
    typed.wrong("next_contact", words("Saturday 22 November is in the past. Give a time still to come."));
    typed.wrong("impact", words("Say what it does to them; you can choose “we do not know yet”."));
    let form = Form::post("/cases/MG-1042/conversations", "r-11")
        .typed(&typed)
        .field(
            Field::radios("reached", words("Did you reach Dana?"))
                .choice("yes", words("Yes, we spoke"))
                .choice("message", words("Left a message"))
                .choice("no", words("No answer")),
        )
        .field(Field::words("reflect", words("In their words back")).rows(3))
        .field(Field::words("impact", words("What it does to them")).rows(2))
        .field(Field::date_time("next_contact", words("Next contact")).their_zone("America/Chicago", "Europe/Warsaw"))
        .act(words("Save the talk"))
        .or_act("outcome", "draft", words("Keep for later"));
    section(words("A form sent back"), None, html! { (form) })
}

fn gate() -> Markup {
    let no = Refusal::new(words("The options talk needs two ways forward; this case has one."))
        .way_out(words("Add a second option, or pass the gate with your name and a reason."))
        .href("#options");
    let form = Form::post("/cases/MG-1042/options-talk", "r-12")
        .refused(&no)
        .field(
            Field::words("said", words("What did they say to it?"))
                .rows(2)
                .value("She wants the remake, nothing else."),
        )
        .gate("two_options", words("Two options before the options talk: they choose, we do not steer."))
        .act(words("Record the talk"));
    section(words("Refused by a gate"), None, html! { (form) })
}

fn small() -> Markup {
    let note = Form::post("/cases/MG-1042/notes", "r-13")
        .one_line()
        .field(Field::text("note", words("A note for us")))
        .act(words("Note it"));
    let sign_in = Form::post("/sign-in", "r-14")
        .field(Field::email("email", words("E-mail")))
        .field(Field::password("password", words("Password")))
        .act(words("Sign in"));
    section(words("Small forms"), None, html! { (note) hr; (sign_in) })
}
