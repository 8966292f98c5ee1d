//! Where a mail belongs, decided from what is known about its sender and what it answers. Pure.

use super::{
    incoming::{Incoming, Oddity},
    origin::Origin,
};
use casework::ids::{AccountId, CaseNumber, ContactId};
use store::messages::{CaseSeen, Known, Open, Place, PutAway, Stray};

/// So many case numbers of one mail are looked up.
pub const NUMBERS_AT_MOST: usize = 10;

/// Where a mail goes, and what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    pub place: Place,
    /// What an unsorted mail seems to be about, and whether it waits for a person.
    pub stray: Stray,
    pub signal: Signal,
    /// Why nobody was found for it.
    pub unsorted: Option<Unsorted>,
}

/// Whether a person must be told by a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    None,
    /// A customer wrote and no case is meant.
    Mail,
    /// A customer wrote on a case that is closed. "Thanks!" is no complaint, so nothing re-opens by itself.
    OnClosedCase(CaseNumber),
}

/// Why a mail waits for a person to sort it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsorted {
    UnknownSender,
    /// Two senders, or a header that readers may read differently.
    DoubtfulSender,
    /// The address belongs to people of several accounts, and no case of one of them is meant.
    SeveralAccounts,
    /// It continues a conversation of ours, and the customer of that case does not know its sender: *someone else wrote*.
    SomebodyElse,
}

/// Decides it: the address that we signed first, then what it answers, then a number in its subject. Each leads to a case only for people of that
/// case's customer; anybody else waits beside it. A machine's mail is kept where it belongs and never raises anything.
pub fn route(mail: &Incoming, odd: &[Oddity], known: &Known) -> Route {
    // What we sealed ourselves is about that case, whoever sends it; a thread may have been passed on to anybody.
    let sealed = known.signed.or(known.ours.and_then(|ours| ours.case));
    let thread = sealed.or(known.parent.and_then(|parent| parent.case));
    let wait = |why, meant: Option<CaseSeen>| {
        // A report of a mail server has nobody to be asked who they are; it stands on its case.
        let put_away = if meant.is_some() && mail.origin != Origin::Person { PutAway::Yes } else { PutAway::No };
        let stray = Stray { meant: meant.map(|case| case.case), put_away };
        Route { place: Place::Unsorted, stray, signal: Signal::None, unsorted: Some(why) }
    };
    if odd.iter().any(|odd| odd.doubts_sender()) {
        return wait(Unsorted::DoubtfulSender, sealed);
    }
    if let Some(case) = thread {
        return match person_of(known, &case) {
            Some(contact) => on_case(mail, &case, contact),
            None => wait(Unsorted::SomebodyElse, Some(case)),
        };
    }
    let Some((contact, account)) = known.senders.first().copied() else { return wait(Unsorted::UnknownSender, None) };
    let named = known.mentioned.iter().find_map(|case| Some((case, person_of(known, case)?)));
    if let Some((case, contact)) = named {
        return on_case(mail, case, contact);
    }
    if known.senders.iter().any(|(_, other)| *other != account) {
        return wait(Unsorted::SeveralAccounts, None);
    }
    let signal = if mail.origin == Origin::Person { Signal::Mail } else { Signal::None };
    Route { place: Place::Account { account, contact }, stray: Stray::default(), signal, unsorted: None }
}

fn on_case(mail: &Incoming, case: &CaseSeen, contact: ContactId) -> Route {
    let signal = match (case.open, mail.origin) {
        (Open::Closed, Origin::Person) if !mail.is_only_a_calendar() => Signal::OnClosedCase(case.number),
        _ => Signal::None,
    };
    let place = Place::Case { case: case.case, account: case.account, contact };
    Route { place, stray: Stray::default(), signal, unsorted: None }
}

fn person_of(known: &Known, case: &CaseSeen) -> Option<ContactId> {
    let at = |account: AccountId| known.senders.iter().find(move |(_, of)| *of == account);
    at(case.account).map(|(contact, _)| *contact)
}

/// Case numbers such as `MG-1042` in the subject. In a text they may be anything: a quote, an example, a list.
pub fn numbers(mail: &Incoming) -> Vec<CaseNumber> {
    let mut found = Vec::new();
    collect(&mail.subject, &mut found);
    found.truncate(NUMBERS_AT_MOST);
    found
}

fn collect(text: &str, found: &mut Vec<CaseNumber>) {
    let upper = text.to_ascii_uppercase();
    for (at, _) in upper.match_indices("MG-") {
        let inside = upper.get(..at).and_then(|head| head.chars().next_back()).is_some_and(char::is_alphanumeric);
        let rest = upper.get(at + 3..).unwrap_or_default();
        let digits = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
        let after = rest.get(digits..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphanumeric);
        if inside || after || !(1..=15).contains(&digits) {
            continue;
        }
        if let Some(number) = rest.get(..digits).and_then(|digits| digits.parse().ok()).map(CaseNumber)
            && !found.contains(&number)
        {
            found.push(number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::{Ours, parse::parse};
    use casework::ids::{CaseId, MailId};
    use store::messages::{OurMail, Parent};
    use uuid::Uuid;

    const ACME: AccountId = AccountId(Uuid::from_u128(1));
    const BETA: AccountId = AccountId(Uuid::from_u128(2));
    const RAO: ContactId = ContactId(Uuid::from_u128(3));
    const HALE: ContactId = ContactId(Uuid::from_u128(4));

    fn case(account: AccountId, open: Open) -> CaseSeen {
        CaseSeen { case: CaseId(Uuid::from_u128(1042)), number: CaseNumber(1042), account, open }
    }

    fn known(case: Option<CaseSeen>) -> Known {
        Known { senders: vec![(RAO, ACME)], mentioned: case.into_iter().collect(), ..Known::default() }
    }

    fn routed(raw: &str, known: &Known) -> Route {
        let (mail, odd) = parse(raw.as_bytes(), &Ours::default());
        route(&mail, &odd, known)
    }

    const MAIL: &str = "From: Rao <rao@acme.example>\nMessage-ID: <1@x>\nSubject: [MG-1042] late\n\nhello";

    #[test]
    fn a_known_contacts_mail_is_a_signal_of_their_account() {
        let route = routed(MAIL, &known(None));
        assert_eq!(route.place, Place::Account { account: ACME, contact: RAO });
        assert_eq!(route.signal, Signal::Mail);
    }

    fn parent(case: CaseSeen) -> Option<Parent> {
        Some(Parent { id: Uuid::nil(), thread: Uuid::nil(), case: Some(case) })
    }

    fn ours(case: CaseSeen) -> Option<OurMail> {
        Some(OurMail { mail: MailId(Uuid::nil()), case: Some(case) })
    }

    #[test]
    fn a_mail_that_names_or_answers_a_case_of_its_sender_lands_on_it() {
        let on_case = Place::Case { case: CaseId(Uuid::from_u128(1042)), account: ACME, contact: RAO };
        let here = case(ACME, Open::Open);
        assert_eq!(routed(MAIL, &known(Some(here))).place, on_case);
        for known in [
            Known { parent: parent(here), ..known(None) },
            Known { signed: Some(here), ..known(None) },
            Known { ours: ours(here), ..known(None) },
        ] {
            let route = routed(MAIL, &known);
            assert_eq!((route.place, route.signal, route.unsorted), (on_case, Signal::None, None));
        }
    }

    /// The address that we signed says it best, then our own Message-ID, then what else is answered; a number in the subject comes last.
    #[test]
    fn what_we_sealed_comes_before_what_anybody_can_write() {
        let numbered = |n: u64| CaseSeen { case: CaseId(Uuid::from_u128(n.into())), ..case(ACME, Open::Open) };
        let all = Known {
            signed: Some(numbered(1)),
            ours: ours(numbered(2)),
            parent: parent(numbered(3)),
            ..known(Some(numbered(4)))
        };
        let landed = |known: &Known| match routed(MAIL, known).place {
            Place::Case { case, .. } => case.0.as_u128(),
            _ => 0,
        };
        assert_eq!(landed(&all), 1);
        assert_eq!(landed(&Known { signed: None, ..all.clone() }), 2);
        assert_eq!(landed(&Known { signed: None, ours: None, ..all.clone() }), 3);
        assert_eq!(landed(&Known { signed: None, ours: None, parent: None, ..all }), 4);
    }

    /// Anybody can write a number, and a stranger may answer a forwarded mail: their words wait beside the case and are never put onto it.
    #[test]
    fn somebody_else_waits_beside_the_case_that_they_answer() {
        let foreign = case(BETA, Open::Open);
        assert_eq!(routed(MAIL, &known(Some(foreign))).place, Place::Account { account: ACME, contact: RAO });
        let stranger = Known { mentioned: vec![foreign], ..Known::default() };
        assert_eq!(routed(MAIL, &stranger).unsorted, Some(Unsorted::UnknownSender), "a number alone says nothing");
        for senders in [vec![], vec![(RAO, ACME)]] {
            let base = Known { senders, mentioned: vec![foreign], ..Known::default() };
            for known in [
                Known { parent: parent(foreign), ..base.clone() },
                Known { signed: Some(foreign), ..base.clone() },
                Known { ours: ours(foreign), ..base },
            ] {
                let route = routed(MAIL, &known);
                assert_eq!((route.place, route.signal), (Place::Unsorted, Signal::None));
                assert_eq!(route.unsorted, Some(Unsorted::SomebodyElse));
                assert_eq!(route.stray, Stray { meant: Some(foreign.case), put_away: PutAway::No });
                let away = MAIL.replace("Subject", "Auto-Submitted: auto-replied\nSubject");
                assert_eq!(routed(&away, &known).stray.put_away, PutAway::Yes, "a machine asks nobody");
            }
        }
    }

    #[test]
    fn a_word_on_a_closed_case_is_shown_and_reopens_nothing() {
        let route = routed(MAIL, &known(Some(case(ACME, Open::Closed))));
        assert_eq!(route.signal, Signal::OnClosedCase(CaseNumber(1042)));
    }

    #[test]
    fn a_machines_mail_is_kept_in_its_place_and_raises_nothing() {
        let away = MAIL.replace("Subject", "Auto-Submitted: auto-replied\nSubject");
        for open in [Open::Open, Open::Closed] {
            let route = routed(&away, &known(Some(case(ACME, open))));
            assert!(matches!(route.place, Place::Case { .. }) && route.signal == Signal::None);
        }
        assert_eq!(routed(&away, &known(None)).signal, Signal::None);
    }

    #[test]
    fn a_doubtful_sender_reaches_nothing() {
        let two = format!("From: other@x.example\n{MAIL}");
        let route = routed(&two, &known(Some(case(ACME, Open::Open))));
        assert_eq!((route.place, route.unsorted), (Place::Unsorted, Some(Unsorted::DoubtfulSender)));
    }

    #[test]
    fn one_buyer_of_two_firms_is_sorted_by_the_case_or_by_a_person() {
        let both = |case| Known { senders: vec![(RAO, ACME), (HALE, BETA)], ..known(case) };
        assert_eq!(routed(MAIL, &both(None)).unsorted, Some(Unsorted::SeveralAccounts));
        let beta = routed(MAIL, &both(Some(case(BETA, Open::Open))));
        assert_eq!(beta.place, Place::Case { case: CaseId(Uuid::from_u128(1042)), account: BETA, contact: HALE });
    }

    #[test]
    fn case_numbers_are_found_in_the_subject_only() {
        let read = |subject: &str| {
            let raw = format!("From: a@x.example\nSubject: {subject}\n\nabout MG-11\n> MG-12 quoted");
            numbers(&parse(raw.as_bytes(), &Ours::default()).0).into_iter().map(|number| number.0).collect::<Vec<_>>()
        };
        assert_eq!(read("re mg-7, MG-8x AMG-9 MG- MG-1042."), [7, 1042]);
        assert_eq!(read(&(100..200).map(|n| format!("MG-{n} ")).collect::<String>()).len(), NUMBERS_AT_MOST);
    }
}
