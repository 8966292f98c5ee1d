//! A person of the other side: name, number to tap, and what time it is there.

use maud::{Markup, Render, html};

use super::Label;
use super::clock::time;
use crate::web::when::When;
use crate::words::{t, t_with};

/// A contact with the ways to reach them.
#[derive(Clone, Debug)]
pub struct ContactCard {
    name: String,
    role: Option<Label>,
    phone: Option<String>,
    email: Option<String>,
    there: Option<When>,
    hours: Option<Label>,
    away: Option<Label>,
    speaks: Option<Label>,
    href: Option<String>,
}

impl ContactCard {
    pub fn new(name: impl Into<String>) -> ContactCard {
        ContactCard {
            name: name.into(),
            role: None,
            phone: None,
            email: None,
            there: None,
            hours: None,
            away: None,
            speaks: None,
            href: None,
        }
    }

    pub fn role(mut self, role: impl Into<Label>) -> ContactCard {
        self.role = Some(role.into());
        self
    }

    pub fn phone(mut self, number: impl Into<String>) -> ContactCard {
        self.phone = Some(number.into());
        self
    }

    pub fn email(mut self, address: impl Into<String>) -> ContactCard {
        self.email = Some(address.into());
        self
    }

    /// What their clock shows: [`crate::web::when::there_now`].
    pub fn there(mut self, when: When) -> ContactCard {
        self.there = Some(when);
        self
    }

    /// When they can be reached: "07–16 Austin".
    pub fn hours(mut self, hours: impl Into<Label>) -> ContactCard {
        self.hours = Some(hours.into());
        self
    }

    /// That they are away, and until when.
    pub fn away(mut self, words: impl Into<Label>) -> ContactCard {
        self.away = Some(words.into());
        self
    }

    pub fn speaks(mut self, language: impl Into<Label>) -> ContactCard {
        self.speaks = Some(language.into());
        self
    }

    /// The page about this person.
    pub fn href(mut self, href: impl Into<String>) -> ContactCard {
        self.href = Some(href.into());
        self
    }
}

impl Render for ContactCard {
    fn render(&self) -> Markup {
        html! {
            div.contact {
                p.name {
                    @if let Some(href) = &self.href { a href=(href) { (self.name) } } @else { (self.name) }
                    @if let Some(role) = &self.role { " " span.quiet { (role) } }
                }
                @if self.phone.is_some() || self.there.is_some() {
                    p {
                        @if let Some(phone) = &self.phone { (call(phone, &self.name)) " " }
                        @if let Some(there) = &self.there { span.quiet { (time(there)) } }
                    }
                }
                @if let Some(away) = &self.away { p.nudge { (away) } }
                @if let Some(email) = &self.email { p { a href={ "mailto:" (email) } { (broken(email)) } } }
                @if self.hours.is_some() || self.speaks.is_some() {
                    p.quiet {
                        @if let Some(speaks) = &self.speaks { (speaks) }
                        @if self.speaks.is_some() && self.hours.is_some() { " · " }
                        @if let Some(hours) = &self.hours { (hours) }
                    }
                }
            }
        }
    }
}

/// An address that may be broken after its @, where a reader expects it.
fn broken(email: &str) -> Markup {
    match email.split_once('@') {
        Some((name, house)) => html! { (name) "@" wbr; (house) },
        None => html! { (email) },
    }
}

/// A number that a phone dials when it is tapped; a screen reader hears whom it calls.
pub(super) fn call(number: &str, name: &str) -> Markup {
    html! {
        a.phone href={ "tel:" (dialled(number)) } {
            span.unseen { (t_with("ui-call-name", &[("name", name.to_owned().into())])) " " }
            (number)
        }
    }
}

/// The act *Call* as a button-like link; without a number it says that there is none.
pub(super) fn call_act(number: Option<&str>, key: Option<&str>) -> Markup {
    html! {
        @if let Some(number) = number { a.act href={ "tel:" (dialled(number)) } data-key=[key] aria-keyshortcuts=[key] { (t("ui-call")) } }
        @else { span.quiet { (t("ui-no-number")) } }
    }
}

/// A number as a phone dials it: digits and a leading plus. What follows an "x" or "ext" is an extension and is left to the caller.
fn dialled(number: &str) -> String {
    number
        .chars()
        .take_while(|c| !c.is_ascii_alphabetic())
        .enumerate()
        .filter(|(n, c)| c.is_ascii_digit() || (*n == 0 && *c == '+'))
        .map(|(_, c)| c)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_dialled_without_its_spaces_and_extension() {
        assert_eq!(dialled("+1 512 555-0148"), "+15125550148");
        assert_eq!(dialled("(030) 555 0110 ext 12"), "0305550110");
    }
}
