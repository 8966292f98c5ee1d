//! Mails that came before the one they answer: when that comes, they go where it lies. What a person put somewhere stays there.

use jiff::Timestamp;
use store::messages::{self, Letter, Orphan, Place};
use store::{Fault, Tx, contacts, unheard};

/// Oddities for which a sender is not believed, as they are kept.
fn doubts(orphan: &Orphan) -> bool {
    let doubtful = ["no-from", "two-froms", "many-from-addresses", "odd-header-name"];
    orphan.oddities.split_whitespace().any(|word| doubtful.contains(&word))
}

/// Gives the mails that waited for this one their place.
pub(super) fn parent_came(tx: &Tx, parent: &Letter, now: Timestamp) -> Result<(), Fault> {
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
    }
    Ok(())
}
