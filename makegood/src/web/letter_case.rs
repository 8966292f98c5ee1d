//! A case that begins with a letter of somebody whom nobody here knows: the form says what the letter says, and the letter goes onto the case.
use super::fail::Oops;
use super::ui::Typed;
use crate::act::{NotDone, opened_by};
use crate::mail::by_hand::{self, Hand};
use crate::session::Agent;
use casework::commands::OpenCase;
use casework::ids::{AccountId, CaseId, ContactId, RequestId};
use std::sync::Arc;
use store::by_hand::Along;
use store::firm::Firm;
use store::messages::{self, Place};
use store::whose::{self, Whose};
use store::{By, Conn, Fault, Tx, contacts, neighbours};
use uuid::Uuid;

/// Letters of a subject that begin the sentence.
const TITLE_AT_MOST: usize = 300;

/// What the letter says, where nobody typed anything yet.
pub async fn prefilled(me: &Agent, asked: Typed) -> Result<Typed, Oops> {
    let Ok(id) = asked.value("mail").parse::<Uuid>() else { return Ok(asked) };
    let read = move |conn: &Conn| {
        let Some(mail) = messages::by_id(conn, id)? else { return Ok::<_, Fault>(None) };
        let customer = customer_of(conn, &mail.from_mail)?;
        Ok(Some((mail, customer)))
    };
    let Some((mail, customer)) = me.app.db.read(read).await? else { return Ok(asked) };
    let written = mail.received_at.to_zoned(me.zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
    let mut said = vec![("title", mail.subject.chars().take(TITLE_AT_MOST).collect()), ("written_at", written)];
    match customer {
        // The same house, or the same name: it is them, until somebody says otherwise.
        Some(account) => said.push(("account", account.to_string())),
        None => {
            said.push(("new_customer", firm_of(&mail.from_mail).unwrap_or_default()));
            said.push(("new_contact", mail.from_name.clone()));
        }
    }
    said.push(("new_email", mail.from_mail.clone()));
    let typed = said.into_iter().filter(|(name, value)| asked.filled(name).is_none() && !value.is_empty());
    let typed: Vec<_> = typed.collect();
    // Whoever looks for another customer, or chose one, is not led back.
    let chosen = asked.filled("account").is_some() || asked.filled("find").is_some();
    let typed =
        typed.into_iter().filter(|(name, _)| !chosen || !matches!(*name, "account" | "new_customer" | "new_contact"));
    Ok(typed.fold(asked, |typed, (name, value)| typed.with(name, value)))
}

/// A letter that goes onto the case that is opened.
pub struct Letter {
    mail: Uuid,
    case: CaseId,
    wish: (AccountId, Option<ContactId>),
    firm: Arc<Firm>,
    by: By,
    salt: [u8; 16],
}

impl Letter {
    pub fn of(me: &Agent, typed: &Typed, request: RequestId, wish: &OpenCase) -> Option<Letter> {
        Some(Letter {
            mail: typed.value("mail").parse().ok()?,
            case: opened_by(request),
            wish: (wish.account, wish.contact),
            firm: me.app.firm(),
            by: me.by(RequestId(Uuid::new_v5(&request.0, b"letter"))),
            salt: me.app.random(),
        })
    }

    /// With whoever was named; where nobody was, it waits beside the case until somebody says whose it is.
    pub fn goes_onto_it(&self, tx: &Tx) -> Result<(), NotDone> {
        let Some(mail) = messages::by_id(tx, self.mail)? else { return Ok(()) };
        let (account, named) = self.wish;
        let known = contacts::by_email(tx, &mail.from_mail)?.into_iter().find(|one| one.account_id == account);
        let Some(contact) = known.map(|one| one.id).or(named) else {
            return Ok(messages::stray(tx, mail.id, Some(self.case))?);
        };
        let place = Place::Case { case: self.case, account, contact };
        let hand = Hand { firm: &self.firm, by: self.by, salt: self.salt };
        by_hand::put(tx, &hand, mail.id, Along::Alone, &place).map(drop)
    }
}

/// The customer whose people write from the same house, or whose name the house has.
///
/// # Errors
/// Faults of the database.
pub fn customer_of(conn: &Conn, address: &str) -> Result<Option<AccountId>, Fault> {
    if let Some((account, _)) = neighbours::of(conn, address)?.into_iter().next() {
        return Ok(Some(account));
    }
    match firm_of(address) {
        Some(name) => Ok(whose::is(conn, &name)?.and_then(Whose::one)),
        None => Ok(None),
    }
}

/// What the house of an address may be called: `acme-robotics.example` is *Acme Robotics*.
pub fn firm_of(address: &str) -> Option<String> {
    let house = neighbours::house(address)?;
    let first = house.split('.').rev().skip(1).find(|part| !matches!(*part, "co" | "com" | "org" | "net"))?;
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
    };
    Some(first.split(['-', '_']).filter_map(capital).collect::<Vec<_>>().join(" ")).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_house_says_what_a_firm_may_be_called() {
        for (address, firm) in [
            ("a@acme-robotics.example", Some("Acme Robotics")),
            ("a@mail.nordlot.co.uk", Some("Nordlot")),
            ("a@gmail.com", None),
            ("nobody", None),
        ] {
            assert_eq!(firm_of(address).as_deref(), firm, "{address}");
        }
    }
}
