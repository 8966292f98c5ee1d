//! Mails that came before the one they answer: when that comes, they go where it lies, and what they rang for as mails without a case is over.
//! What a person put somewhere stays there.

use super::told::Told;
use crate::mail::route::Signal;
use casework::ids::{CaseId, CaseNumber};
use jiff::Timestamp;
use store::messages::{self, Letter, Open, Orphan, Place};
use store::mint::Mint;
use store::signals::{self, merged};
use store::{Fault, Tx, contacts, unheard};
use watch::{Arg, Sentence};

/// Oddities for which a sender is not believed, as they are kept.
fn doubts(orphan: &Orphan) -> bool {
    let doubtful = ["no-from", "two-froms", "many-from-addresses", "odd-header-name"];
    orphan.oddities.split_whitespace().any(|word| doubtful.contains(&word))
}

/// Gives the mails that waited for this one their place.
pub(super) fn parent_came(tx: &Tx, parent: &Letter, mint: &mut Mint, now: Timestamp) -> Result<(), Fault> {
    let (case, account) = match (parent.place, parent.stray.meant) {
        (Place::Case { case, account, .. }, _) => (case, Some(account)),
        (Place::Unsorted, Some(case)) => (case, None),
        _ => return Ok(()),
    };
    if parent.mail_id.is_none() {
        return Ok(());
    }
    for orphan in messages::orphans(tx, parent.id)? {
        let people = contacts::by_email(tx, &orphan.from_mail)?;
        let theirs = people.iter().find(|one| one.active && Some(one.account_id) == account && !doubts(&orphan));
        let Some(contact) = theirs else {
            // Only what waits for somebody anyway: a mail of another customer stays with them.
            messages::stray(tx, orphan.id, Some(case))?;
            continue;
        };
        let place = Place::Case { case, account: contact.account_id, contact: contact.id };
        messages::put_in_place(tx, orphan.id, &place)?;
        if orphan.origin == "person" && !orphan.quiet {
            unheard::mark(tx, orphan.id, now)?;
        }
        rings_no_more(tx, &orphan, &place, case, parent, mint, now)?;
    }
    Ok(())
}

/// The signal of a mail that found its case ends there. A closed case hears nothing, so that whoever works must still look: then the signal says
/// which case it is.
fn rings_no_more(
    tx: &Tx,
    orphan: &Orphan,
    place: &Place,
    case: CaseId,
    parent: &Letter,
    mint: &mut Mint,
    now: Timestamp,
) -> Result<(), Fault> {
    let Some(seen) = messages::case_seen(tx, case)? else { return Ok(()) };
    let ended = merged::where_it_lies(tx, orphan.id, case, &proof(parent, seen.number), now)?;
    if ended == 0 || seen.open == Open::Open {
        return Ok(());
    }
    let Some(mail) = messages::by_id(tx, orphan.id)? else { return Ok(()) };
    let raised = Told::of(&mail).raised(place, Signal::OnClosedCase(seen.number), now);
    signals::raise(tx, raised.as_slice(), mint).map(drop)
}

/// What shows where the mail belongs.
fn proof(parent: &Letter, number: CaseNumber) -> Sentence {
    let from = if parent.from_name.is_empty() { &parent.from_mail } else { &parent.from_name };
    let words = [
        ("from", Arg::Text(from.clone())),
        ("subject", Arg::Text(parent.subject.clone())),
        ("case", Arg::Text(number.to_string())),
    ];
    Sentence::new("signal-parent-came", words)
}
