//! Where the tests of others expect a mail to go, tried on our rules: their case 10001 is ours, and both their people are ours.

use casework::ids::{AccountId, CaseId, CaseNumber, ContactId};
use makegood::mail::{
    Incoming, Oddity,
    route::{Route, Signal, numbers, route},
};
use store::messages::{CaseSeen, Known, Open, Parent, Place};
use uuid::Uuid;

/// Ids of mails that cases sent in their tests, and of the first mail of a thread.
const SENT: [&str; 3] = [
    "20150830145601.30.608882@edenhofer.zammad.com",
    "20151222145601.30.608881@edenhofer.zammad.com",
    "follow-up-test-1@linuxhotel.de",
];

/// The mail with their numbers written as ours.
pub fn renumbered(raw: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(raw.len());
    let mut rest = raw;
    let theirs = b"[Ticket#";
    while let Some(at) = rest.windows(theirs.len()).position(|window| window == theirs) {
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(b"[MG-");
        rest = &rest[at + theirs.len()..];
    }
    out.extend_from_slice(rest);
    out
}

/// Where it goes, when the case it means is closed.
fn routed(mail: &Incoming, odd: &[Oddity]) -> Route {
    let account = AccountId(Uuid::from_u128(1));
    let case = CaseSeen { case: CaseId(Uuid::from_u128(2)), number: CaseNumber(10_001), account, open: Open::Closed };
    let answers = mail.parents().any(|id| SENT.contains(&id));
    let known = Known {
        senders: vec![(ContactId(Uuid::from_u128(3)), account)],
        parent: answers.then(|| Parent { id: Uuid::nil(), thread: Uuid::nil(), case: Some(case) }),
        mentioned: numbers(mail).into_iter().filter(|number| *number == case.number).map(|_| case).collect(),
        ..Known::default()
    };
    route(mail, odd, &known)
}

/// Whether it goes to the case, or begins something new.
pub fn parent(mail: &Incoming, odd: &[Oddity], expected: &str) -> Result<(), String> {
    let begins = expected.starts_with("new case") || expected.contains("default: new case");
    let place = routed(mail, odd).place;
    let right = matches!(place, Place::Account { .. }) == begins && matches!(place, Place::Case { .. }) != begins;
    if right { Ok(()) } else { Err(format!("{expected}, we say {place:?}")) }
}

/// Whether somebody hears of it on the closed case.
pub fn heard(mail: &Incoming, odd: &[Oddity], expected: &str) -> Result<(), String> {
    let signal = routed(mail, odd).signal;
    let right = (signal != Signal::None) == (expected == "yes");
    if right { Ok(()) } else { Err(format!("{expected}, we say {signal:?}")) }
}
