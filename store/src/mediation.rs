//! The neutral between both sides: the one link by which they look at the pack, and what each side says to them in confidence (S199, S201).
//! A note of one side is read by that side and the neutral, never by the other; so it stands outside the history, which both may read.
use crate::audit::{self, By, NotKept};
use crate::sessions::token_hash;
use crate::{Conn, Fault, Tx, params, record, sql};
use casework::ids::*;
use casework::kinds::Recovery;
use casework::refusal::Refusal;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// How long a mediation may take; a link that is still needed then is made anew.
const LASTS: SignedDuration = SignedDuration::from_hours(24 * 90);
/// Links that one case may have had.
const LINKS_AT_MOST: i64 = 20;
/// Notes that one case may hold.
pub const NOTES_AT_MOST: i64 = 200;
/// Characters of one note.
pub const WORDS_AT_MOST: usize = 4_000;

record! {
    /// A link as the desk shows it; its secret is shown once, when it is made.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct MediatorLink {
        pub id: Uuid,
        pub case: CaseId,
        pub number: CaseNumber,
        pub made_at: Timestamp,
        pub made_by: PersonId,
        pub expires_at: Timestamp,
    }
}

/// Whose words a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Us,
    Customer,
    Mediator,
}

impl Side {
    pub const ALL: [Side; 3] = [Side::Us, Side::Customer, Side::Mediator];
    pub fn word(self) -> &'static str {
        match self {
            Side::Us => "us",
            Side::Customer => "customer",
            Side::Mediator => "mediator",
        }
    }
    pub fn from_word(word: &str) -> Option<Side> {
        Side::ALL.into_iter().find(|side| side.word() == word)
    }
}

crate::columns::choices!(Side);

/// Who writes a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writer {
    Colleague(PersonId),
    Contact(ContactId),
    Mediator,
}

impl Writer {
    fn side(self) -> Side {
        match self {
            Writer::Colleague(_) => Side::Us,
            Writer::Contact(_) => Side::Customer,
            Writer::Mediator => Side::Mediator,
        }
    }
}

record! {
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Note {
        pub id: Uuid,
        pub side: Side,
        pub person: Option<PersonId>,
        pub contact: Option<ContactId>,
        pub words: String,
        pub at: Timestamp,
    }
}

/// Makes the link of a case; one that stood is taken back.
///
/// # Errors
/// Refused while the case is not in mediation.
pub fn make(tx: &Tx, token: &str, id: Uuid, case: CaseId, by: &By) -> Result<(), NotKept> {
    let Some(person) = by.person else { return Err(Refusal::rights("not-allowed").into()) };
    let again: Option<i64> = tx.maybe(sql!("select 1 from mediator_links where id = ?1"), &params![id])?;
    if again.is_some() {
        return Ok(());
    }
    if !in_mediation(tx, case)? {
        return Err(Refusal::state("link-in-mediation").into());
    }
    let made: i64 = tx.one(sql!("select count(*) from mediator_links where case_id = ?1"), &params![case])?;
    if made >= LINKS_AT_MOST {
        return Err(Refusal::input("", "too-many-entries").with("most", LINKS_AT_MOST).into());
    }
    revoke(tx, case, by)?;
    let ends = by.now.saturating_add(LASTS).unwrap_or(Timestamp::MAX);
    tx.put(
        sql!("insert into mediator_links (id, case_id, token, made_at, made_by, expires_at) values (?1, ?2, ?3, ?4, ?5, ?6)"),
        &params![id, case, token_hash(token), by.now, person, ends],
    )?;
    Ok(audit::note(tx, by, "mediator-link-made", &id.to_string(), None::<&()>, Some(&case))?)
}

fn in_mediation(conn: &Conn, case: CaseId) -> Result<bool, Fault> {
    let stands: Option<String> = conn.maybe(sql!("select recovery from cases where id = ?1"), &params![case])?;
    Ok(stands.as_deref() == Some(Recovery::InMediation.word()))
}

/// The link behind a secret; nothing for one that is unknown, over or taken back, or whose mediation is over.
pub fn find(conn: &Conn, token: &str, now: Timestamp) -> Result<Option<MediatorLink>, Fault> {
    conn.maybe(
        sql!(
            "select l.id, l.case_id, c.number, l.made_at, l.made_by, l.expires_at from mediator_links l join cases c on c.id = l.case_id
             where l.token = ?1 and l.revoked_at is null and l.expires_at > ?2 and c.recovery = 'in_mediation'"
        ),
        &params![token_hash(token), now],
    )
}

/// The one that stands for a case.
pub fn of_case(conn: &Conn, case: CaseId, now: Timestamp) -> Result<Option<MediatorLink>, Fault> {
    conn.maybe(
        sql!(
            "select l.id, l.case_id, c.number, l.made_at, l.made_by, l.expires_at from mediator_links l join cases c on c.id = l.case_id
             where l.case_id = ?1 and l.revoked_at is null and l.expires_at > ?2"
        ),
        &params![case, now],
    )
}

/// Takes the link of a case back; it opens nothing from then on.
pub fn revoke(tx: &Tx, case: CaseId, by: &By) -> Result<(), Fault> {
    let hit = tx.hit(
        sql!("update mediator_links set revoked_at = ?2, revoked_by = ?3 where case_id = ?1 and revoked_at is null"),
        &params![case, by.now, by.person],
    )?;
    if hit == 0 {
        Ok(())
    } else {
        audit::note(tx, by, "mediator-link-revoked", &case.to_string(), None::<&()>, None::<&()>)
    }
}

/// Says something in confidence.
///
/// # Errors
/// Refused while the case is not in mediation, for nothing said, and for too much.
pub fn say(tx: &Tx, id: Uuid, case: CaseId, writer: Writer, words: &str, now: Timestamp) -> Result<(), NotKept> {
    let words = words.trim();
    if words.is_empty() {
        return Err(Refusal::input("words", "nothing-said").into());
    }
    if words.chars().count() > WORDS_AT_MOST {
        return Err(Refusal::input("words", "too-long").with("most", WORDS_AT_MOST).into());
    }
    if !in_mediation(tx, case)? {
        return Err(Refusal::state("link-in-mediation").about("words").into());
    }
    let many: i64 = tx.one(sql!("select count(*) from mediation_notes where case_id = ?1"), &params![case])?;
    if many >= NOTES_AT_MOST {
        return Err(Refusal::input("words", "too-many-entries").with("most", NOTES_AT_MOST).into());
    }
    let (person, contact) = match writer {
        Writer::Colleague(person) => (Some(person), None),
        Writer::Contact(contact) => (None, Some(contact)),
        Writer::Mediator => (None, None),
    };
    Ok(tx.put(
        sql!(
            "insert into mediation_notes (id, case_id, side, person_id, contact_id, words, at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             on conflict (id) do nothing"
        ),
        &params![id, case, writer.side(), person, contact, words, now],
    )?)
}

/// What a side may read: its own words; the neutral reads all of it.
pub fn read(conn: &Conn, case: CaseId, reader: Side) -> Result<Vec<Note>, Fault> {
    conn.all(
        sql!(
            "select id, side, person_id, contact_id, words, at from mediation_notes
             where case_id = ?1 and (side = ?2 or ?2 = 'mediator') order by at, id limit ?3"
        ),
        &params![case, reader, NOTES_AT_MOST],
    )
}
