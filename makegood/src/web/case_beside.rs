//! What one wants before the eyes while writing on a case: their words, what it does to them, how to reach them.
use super::away_words;
use super::forms::Desk;
use super::ui::{ContactCard, Facts, section, their_words};
use super::when;
use crate::session::Agent;
use crate::words::{Language, t_with};
use maud::{Markup, html};

/// What one wants before the eyes while writing: their words, what it does to them, how to reach them.
pub fn aside(desk: &Desk<'_>) -> Markup {
    let (view, case) = (desk.view, &desk.view.case);
    let impacts: Vec<&str> = case.harm.impacts.iter().map(|i| i.words.trim_end_matches('.')).collect();
    html! {
        (section("case-their-side", None, html! {
            (their_words(&case.title))
            (Facts::new()
                .known("case-impacts", (!impacts.is_empty()).then(|| impacts.join("; ")))
                .known("case-deadline", case.harm.deadline.as_ref().map(|d| html! { (d.what) ", " (when::moment(d.at, desk.now, &desk.me.zone)) })))
        }))
        @if let Some(contact) = view.speaker() {
            (section("case-people", None, html! { (card(desk, contact)) }))
        }
    }
}

/// A contact with number and local time (S249).
pub fn card(desk: &Desk<'_>, contact: &store::contacts::Contact) -> ContactCard {
    let zone = desk.view.zone_of(contact);
    let mut card = ContactCard::new(&contact.name)
        .there(when::there_now(desk.now, &zone, &desk.me.zone))
        .href(format!("/contacts/{}", contact.id));
    if !contact.role.is_empty() {
        card = card.role(contact.role.clone());
    }
    if !contact.phone.is_empty() {
        card = card.phone(&contact.phone);
    }
    if !contact.email.is_empty() {
        card = card.email(&contact.email);
    }
    if let Some(away) = away_words::said(&desk.view.away, contact.id, desk.me) {
        card = card.away(away);
    }
    if let Some(speaks) = speaks(desk.me, &contact.language) {
        card = card.speaks(speaks);
    }
    card
}

/// Which language they speak; worth a word only where it is not the one in which this page is read.
pub fn speaks(me: &Agent, tag: &str) -> Option<String> {
    let language = Language::theirs(tag);
    let is_ours = tag.is_empty() || language == Language::of_tag(&me.person.language);
    let called = language.map_or_else(|| tag.to_owned(), |known| known.own_name().to_owned());
    (!is_ours).then(|| t_with("accounts-speaks", &[("language", called.into())]))
}
