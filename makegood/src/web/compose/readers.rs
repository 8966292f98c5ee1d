//! Who will read a mail, said in words before it is sent; and the addresses it goes to.
use super::sheet::Sheet;
use crate::web::case_view::CaseView;
use crate::web::forms::Desk;
use crate::web::ui::section;
use crate::web::when;
use crate::words::{t, t_with};
use casework::commands::SendMessage;
use casework::ids::ContactId;
use maud::{Markup, html};
use store::contacts::Contact;
use store::mails::{At, Recipient};

/// The chosen copies, without whoever it is written to.
pub fn copies<'a>(desk: &Desk<'a>, to: Option<ContactId>) -> Vec<&'a Contact> {
    let chosen = desk.typed.values("copies").flat_map(str::lines).filter_map(|id| id.trim().parse::<ContactId>().ok());
    let mut found: Vec<&Contact> = vec![];
    for contact in chosen.filter_map(|id| desk.view.contact(id)).filter(|c| c.active && Some(c.id) != to) {
        if !found.iter().any(|other| other.id == contact.id) {
            found.push(contact);
        }
    }
    found
}

/// Whom the page names as readers, as it travels with the form: others are said once more before anything is sent.
pub fn shown(desk: &Desk<'_>) -> String {
    let to = desk.typed.filled("to").and_then(|id| id.parse::<ContactId>().ok());
    written(to, &copies(desk, to))
}

pub fn written(to: Option<ContactId>, copies: &[&Contact]) -> String {
    let ids = to.into_iter().chain(copies.iter().map(|copy| copy.id));
    ids.map(|id| id.to_string()).collect::<Vec<_>>().join(" ")
}

/// The addresses, in the order of the headers.
pub fn recipients(view: &CaseView, command: &SendMessage) -> Vec<Recipient> {
    let ids = [(At::To, command.to)].into_iter().chain(command.copies.iter().map(|copy| (At::Cc, *copy)));
    let known = ids.filter_map(|(place, id)| Some((place, view.contact(id)?)));
    known.map(|(place, contact)| Recipient::contact(place, contact.id, &contact.email)).collect()
}

/// *Ms Rao and Mr Hale of Acme read this; nobody of ours is copied*, which page they have, and where an answer goes.
pub fn told(desk: &Desk<'_>, sheet: &Sheet) -> Markup {
    let to = sheet.to(desk);
    let copies = copies(desk, to.map(|to| to.id));
    let everybody: Vec<&Contact> = to.into_iter().chain(copies.iter().copied()).collect();
    let names: Vec<&str> = everybody.iter().map(|contact| contact.name.as_str()).collect();
    let account = desk.view.account.name.as_str();
    let key = if names.len() == 1 { "compose-one-reads" } else { "compose-they-read" };
    section(
        "compose-who-reads",
        None,
        html! {
            @if names.is_empty() { p { (t("compose-nobody-reads")) } }
            @else { p { strong { (t_with(key, &[("names", joined(&names).into()), ("account", account.into())])) } " " (t("compose-nobody-of-ours")) } }
            ul {
                @for contact in &everybody { li { (contact.name) ": " (address(contact)) " · " (page_of(desk, contact)) } }
            }
            @if let Some(sender) = &sheet.sender {
                p.quiet { (t_with("compose-from", &[("name", sender.from.name.as_str().into()), ("address", sender.from.address.as_str().into())])) }
            }
        },
    )
}

fn address(contact: &Contact) -> String {
    if contact.email.is_empty() { t("compose-has-no-address").into_owned() } else { contact.email.clone() }
}

/// What they can look at beside the mail.
fn page_of(desk: &Desk<'_>, contact: &Contact) -> Markup {
    let link = desk.view.links.iter().find(|link| link.contact == contact.id && link.stands(desk.now));
    let href = format!("/cases/{}/links", desk.view.case.number);
    match link {
        Some(link) => {
            let until = when::day(link.expires_at.to_zoned(desk.me.zone.clone()).date(), desk.now, &desk.me.zone);
            html! { a href=(href) { (t_with("compose-has-page", &[("until", until.into())])) } }
        }
        None => html! { a href=(href) { (t("compose-has-no-page")) } },
    }
}

/// *Ms Rao, Mr Hale and Ms Lind*.
fn joined(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [before @ .., last] => t_with("compose-and", &[("before", before.join(", ").into()), ("last", (*last).into())]),
    }
}
