//! Notices to colleagues beyond their place on the page: whom each reaches by what, whether it is still true, and the mail that says it.
use casework::effect::after_quiet_hours;
use casework::facts::Colleague;
use casework::ids::{CaseNumber, PersonId};
use casework::kinds::Role;
use casework::notices::{About, ByMail, next_shift};
use casework::text::{Part, Text};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use store::firm::Firm;
use store::notice_ways::{self, ByHooks, ByPush};
use store::notices::Begun;
use store::outbox::Errand;
use store::{Fault, Tx, hook_posts, hooks, notices};
use uuid::Uuid;

pub mod again;
pub mod hook;
pub mod hook_secret;
pub mod letter;
pub mod push;
pub mod truth;

/// What nobody could be told for so long is old: it stands on the page and in the next digest, and nobody is called for it.
const OLD: SignedDuration = SignedDuration::from_hours(12);
/// Between two mails that are not urgent; what comes meanwhile goes with the next.
pub const BETWEEN_MAILS: SignedDuration = SignedDuration::from_mins(10);
/// An urgent notice comes again after this, until somebody says that they have it.
pub const AGAIN_AFTER: SignedDuration = SignedDuration::from_mins(15);
/// So often it is said; then the manager hears.
pub const TIMES: i64 = 8;
/// Nobody acknowledged it.
pub const UNHEARD: &str = "notice-not-acknowledged";

#[derive(Deserialize)]
struct Payload {
    text: Text,
}

/// A notice has just come to stand on the page: what else is to be said of it begins, in the same transaction.
///
/// # Errors
/// Faults of the database.
pub fn spread(tx: &Tx, firm: &Firm, url: &str, errand: &Errand, now: Timestamp) -> Result<(), Fault> {
    let Some(person) = errand.to.and_then(|id| colleague(firm, id)) else { return Ok(()) };
    // One that cannot be read is a fault of its own page, and stops nobody else's.
    let Ok(payload) = serde_json::from_str::<Payload>(&errand.payload) else { return Ok(()) };
    let about = About::of(&payload.text.key);
    let ways = notice_ways::of(tx, person.id)?;
    let Some(way) = ways.get(&about) else { return Ok(()) };
    let old = now.duration_since(errand.due_at) > OLD;
    let urgent = errand.urgent && !old;
    let mail = match way.mail {
        ByMail::Digest if urgent => ByMail::AtOnce,
        ByMail::AtOnce if old => ByMail::Digest,
        chosen => chosen,
    };
    let next = match mail {
        ByMail::AtOnce if urgent => Some(now),
        ByMail::AtOnce => {
            let next = notices::last_mail(tx, person.id)?.map_or(now, |last| now.max(later(last, BETWEEN_MAILS)));
            Some(after_quiet_hours(next, &person.zone, person.quiet))
        }
        ByMail::Digest => Some(next_shift(now, &firm.ours, &person.zone, person.quiet)),
        ByMail::Off => urgent.then(|| later(now, AGAIN_AFTER)),
    };
    if next.is_some() {
        let (notice, case, roles) = (errand.id, errand.case, person.roles.as_slice());
        notices::begin(tx, &Begun { notice, person: person.id, case, about, urgent, mail, roles, next }, now)?;
    }
    if way.push == ByPush::Yes && !old {
        let told = push::Told { notice: errand.id, times: 0, urgent, text: &payload.text };
        push::begin(tx, firm, person, &told, now)?;
    }
    if way.hooks == ByHooks::Yes && !old {
        for one in hooks::list(tx)?.into_iter().filter(|hook| hook.active && hook.about.contains(&about)) {
            let told = hook::Told { about, errand, text: &payload.text, tells: one.tells };
            let id = Uuid::new_v5(&errand.id, one.id.as_bytes());
            hook_posts::keep(tx, id, one.id, errand.id, &hook::body(firm, url, &told, now), now)?;
        }
    }
    Ok(())
}

/// An active colleague.
pub fn colleague(firm: &Firm, id: PersonId) -> Option<&Colleague> {
    firm.colleagues.iter().find(|colleague| colleague.id == id)
}

pub fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.saturating_add(by).unwrap_or(Timestamp::MAX)
}

/// The number of the case that a notice names.
pub fn number_in(text: &Text) -> Option<CaseNumber> {
    text.parts.iter().find_map(|(name, part)| match part {
        Part::Case(number) if name == "case" => Some(*number),
        _ => None,
    })
}

/// Who only reads is told nothing.
pub fn works(roles: &[Role]) -> bool {
    roles.iter().any(|role| *role != Role::Reader)
}
