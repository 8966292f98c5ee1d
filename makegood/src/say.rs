//! Puts what the rules say into a reader's words: names instead of ids, their zone, the catalogue's sentences.
use crate::web::when;
use crate::words::{self, Words};
use casework::Refusal;
use casework::ids::{AccountId, ContactId};
use casework::text::{Part, Text};
use fluent_bundle::FluentValue;
use jiff::{Timestamp, tz::TimeZone};
use std::collections::HashMap;
use store::firm::Firm;

/// Whoever reads: where they are, when it is, and whom they may see by name.
pub struct Reader<'a> {
    pub firm: &'a Firm,
    pub contacts: &'a HashMap<ContactId, String>,
    pub accounts: &'a HashMap<AccountId, String>,
    pub zone: &'a TimeZone,
    pub now: Timestamp,
}

impl Reader<'_> {
    /// The sentence of a text.
    pub fn say(&self, text: &Text) -> String {
        let said: Vec<(&str, String)> =
            text.parts.iter().map(|(name, part)| (name.as_ref(), self.part(part))).collect();
        let values: Vec<(&str, FluentValue)> = text
            .parts
            .iter()
            .zip(&said)
            .map(|((_, part), (name, words))| match part {
                // Numbers stay numbers, so that the catalogue can choose between one and many.
                Part::Number(n) => (*name, FluentValue::from(*n)),
                _ => (*name, FluentValue::from(words.as_str())),
            })
            .collect();
        Words::spoken().t_with(&text.key, &values)
    }
    pub fn refusal(&self, refusal: &Refusal) -> String {
        self.say(&refusal.text())
    }
    pub fn contact(&self, id: ContactId) -> String {
        self.contacts.get(&id).cloned().unwrap_or_else(|| Words::spoken().t("some-contact").into_owned())
    }

    fn part(&self, part: &Part) -> String {
        match part {
            Part::Said(words) => words.clone(),
            Part::Number(n) => words::number(*n),
            Part::Time(at) => when::moment(*at, self.now, self.zone).words.to_string(),
            Part::Date(day) => when::day(*day, self.now, self.zone),
            Part::Person(id) => self.firm.name_of(*id).to_owned(),
            Part::Contact(id) => self.contact(*id),
            Part::Account(id) => self.accounts.get(id).cloned().unwrap_or_default(),
            Part::Case(number) => number.to_string(),
            Part::Money(money) => words::money(money),
            Part::Key(key) => Words::spoken().t(key).into_owned(),
            Part::List(parts) => parts.iter().map(|p| self.part(p)).collect::<Vec<_>>().join("; "),
        }
    }
}
