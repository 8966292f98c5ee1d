//! A changed delivery: what they asked for is read back to them in our words and on their clock, and counts when they say yes (S152).
use super::theirs_fields::time;
use super::theirs_shell;
use super::ui::{Facts, Field, Form, Typed};
use super::when;
use crate::theirs::guest::Guest;
use crate::words::t;
use casework::commands::{ChangeDelivery, Command};
use casework::ids::RequestId;
use maud::{Markup, html};

pub fn fields<'a>(guest: &Guest, form: Form<'a>) -> Form<'a> {
    form.field(Field::words("address", "theirs-field-address").optional().rows(3))
        .field(Field::text("receiver", "theirs-field-receiver").optional())
        .field(time(guest, "arrives", "theirs-field-when").optional())
}

/// The change that is asked for.
pub fn asked_for(command: Option<&Command>) -> Option<ChangeDelivery> {
    match command {
        Some(Command::ChangeDelivery(change)) => Some((**change).clone()),
        _ => None,
    }
}

/// The whole change as we understood it; nothing is changed yet.
pub fn read_back(guest: &Guest, change: Option<&ChangeDelivery>, typed: &Typed, request: RequestId) -> Markup {
    let title = t("theirs-delivery-read-back").into_owned();
    let as_it_is = || html! { span.quiet { (t("theirs-delivery-as-it-is")) } };
    let said = |name: &str| match typed.filled(name) {
        Some(words) => html! { span.lines { (words) } },
        None => as_it_is(),
    };
    let arrives = match change.and_then(|change| change.arrives) {
        Some(at) => {
            let zone = guest.zone.iana_name().unwrap_or("UTC").replace('_', " ");
            html! { (when::moment(at, guest.app.now(), &guest.zone)) br; span.quiet { (crate::words::t_with("theirs-your-time", &[("zone", zone.into())])) } }
        }
        None => as_it_is(),
    };
    let facts = Facts::new()
        .fact("theirs-field-address", said("address"))
        .fact("theirs-field-receiver", said("receiver"))
        .fact("theirs-field-when", arrives);
    let form = Form::post(format!("{}/do/delivery", guest.home()), request.0).id("do");
    let form = ["address", "receiver", "arrives"].into_iter().fold(form, |form, name| {
        // As it was typed, line by line.
        match typed.pairs().filter(|(key, _)| *key == name).last() {
            Some((_, words)) => form.hidden(name, words),
            None => form,
        }
    });
    let form = form
        .hidden("read_back", "yes")
        .act("theirs-delivery-yes")
        .or_act("again", "yes", "theirs-delivery-again")
        .or_go(guest.home(), "theirs-back");
    let body = html! {
        h1 { (title) }
        p { (t("theirs-delivery-read-back-why")) }
        div.one-way { (facts) }
        (form)
    };
    theirs_shell::page(&guest.firm, &title, &body)
}
