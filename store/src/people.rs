//! Colleagues: who may sign in, what they may do, where and when they can be called.
use crate::audit::{self, By, NotKept};
use crate::columns::role_words;
use crate::firm::{self, PEOPLE_AT_MOST};
use crate::{Conn, Fault, Tx, holidays, params, record, sql};
use casework::effect::after_quiet_hours;
use casework::ids::PersonId;
use casework::kinds::Role;
use casework::refusal::Refusal;
use serde::Serialize;

/// Characters of a name.
pub const NAME_AT_MOST: usize = 120;
/// Characters of a language's tag, RFC 5646 4.4.1.
pub const LANGUAGE_AT_MOST: usize = 35;
/// Characters of an address, RFC 5321.
pub const EMAIL_AT_MOST: usize = 254;

record! {
    /// A colleague.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct Person {
        pub id: PersonId,
        pub name: String,
        /// In lower case; what they sign in with.
        pub email: String,
        pub phone: String,
        /// The IANA name of their time zone.
        pub zone: String,
        pub roles: Vec<Role>,
        /// Minutes of the local day in which they would rather not be called, from-to, may cross midnight.
        pub quiet: Option<(u16, u16)>,
        /// 1 while they may sign in.
        pub active: bool,
        /// In which language they read the desk, `de`; empty as long as their browser decides.
        pub language: String,
    }
}

record! {
    /// A colleague at the door: never shown, never logged.
    #[derive(Clone)]
    pub struct AtTheDoor {
        pub person: Person,
        /// The password's hash in PHC form; empty when none is set.
        pub password: String,
    }
}

/// # Errors
/// Refused when a field does not make sense or the address is taken; nothing is kept then.
pub fn add(tx: &Tx, person: &Person, password_hash: &str, by: &By) -> Result<(), NotKept> {
    let person = checked(tx, person)?;
    if count(tx)? >= PEOPLE_AT_MOST {
        return Err(Refusal::input("name", "too-many-people").with("most", PEOPLE_AT_MOST).into());
    }
    let new = tx.hit(
        sql!(
            "insert into people (id, name, email, phone, zone, roles, quiet_from, quiet_to, active, language, password, made_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) on conflict (id) do nothing"
        ),
        &params![
            person.id,
            &person.name,
            &person.email,
            &person.phone,
            &person.zone,
            role_words(&person.roles),
            person.quiet.map(|q| q.0),
            person.quiet.map(|q| q.1),
            person.active,
            &person.language,
            password_hash,
            by.now
        ],
    )?;
    // The same request again: it is already as wished.
    if new == 1 {
        audit::note(tx, by, "person-added", &person.id.to_string(), None::<&Person>, Some(&person))?;
        firm::touch(tx)?;
    }
    Ok(())
}

/// # Errors
/// Refused when a field does not make sense, the address is taken, or no administrator would be left.
pub fn change(tx: &Tx, person: &Person, by: &By) -> Result<(), NotKept> {
    let person = checked(tx, person)?;
    let Some(before) = by_id(tx, person.id)? else { return Err(Refusal::missing("no-such-person").into()) };
    if before == person {
        return Ok(());
    }
    let governs = |p: &Person| p.active && p.roles.contains(&Role::Administrator);
    if governs(&before) && !governs(&person) && !list(tx)?.iter().any(|p| p.id != person.id && governs(p)) {
        return Err(Refusal::input("roles", "last-administrator").into());
    }
    tx.hit(
        sql!("update people set name = ?2, email = ?3, phone = ?4, zone = ?5, roles = ?6, quiet_from = ?7, quiet_to = ?8, active = ?9, language = ?10 where id = ?1"),
        &params![
            person.id,
            &person.name,
            &person.email,
            &person.phone,
            &person.zone,
            role_words(&person.roles),
            person.quiet.map(|q| q.0),
            person.quiet.map(|q| q.1),
            person.active,
            &person.language
        ],
    )?;
    audit::note(tx, by, "person-changed", &person.id.to_string(), Some(&before), Some(&person))?;
    if (before.quiet, &before.zone) != (person.quiet, &person.zone)
        && let Ok(zone) = holidays::zone(&person.zone)
    {
        crate::outbox::retime(tx, person.id, after_quiet_hours(by.now, &zone, person.quiet), by.now)?;
    }
    // Who may no longer sign in is signed out at once.
    if !person.active {
        crate::sessions::end_all(tx, person.id)?;
        crate::tokens::revoke_all(tx, person.id, by.now)?;
        crate::drafts::forget_all(tx, person.id)?;
    }
    Ok(firm::touch(tx)?)
}

/// Keeps a new password's hash and signs the person out everywhere.
///
/// # Errors
/// Refused when there is no such person.
pub fn set_password(tx: &Tx, id: PersonId, password_hash: &str, by: &By) -> Result<(), NotKept> {
    let hit = tx.hit(sql!("update people set password = ?2 where id = ?1"), &params![id, password_hash])?;
    if hit == 0 {
        return Err(Refusal::missing("no-such-person").into());
    }
    audit::note(tx, by, "password-set", &id.to_string(), None::<&()>, None::<&()>)?;
    Ok(crate::sessions::end_all(tx, id)?)
}

pub fn by_id(conn: &Conn, id: PersonId) -> Result<Option<Person>, Fault> {
    conn.maybe(
        sql!("select id, name, email, phone, zone, roles, quiet_from, quiet_to, active, language from people where id = ?1"),
        &params![id],
    )
}

/// For signing in: the person with the hash, by address in any case of letters.
pub fn by_email(conn: &Conn, email: &str) -> Result<Option<AtTheDoor>, Fault> {
    conn.maybe(
        sql!("select id, name, email, phone, zone, roles, quiet_from, quiet_to, active, language, password from people where email = ?1"),
        &params![email.trim().to_lowercase()],
    )
}

/// Everybody, those who left too; active ones first, by name. At most [`PEOPLE_AT_MOST`].
pub fn list(conn: &Conn) -> Result<Vec<Person>, Fault> {
    let mut all: Vec<Person> = conn.all(
        sql!("select id, name, email, phone, zone, roles, quiet_from, quiet_to, active, language from people order by made_at, id limit ?1"),
        &params![PEOPLE_AT_MOST],
    )?;
    all.sort_by_cached_key(|p| (!p.active, crate::columns::folded(&p.name)));
    Ok(all)
}

/// Whether anybody is here yet; without, the first-run page is shown.
pub fn has_any(conn: &Conn) -> Result<bool, Fault> {
    Ok(conn.maybe::<i64>(sql!("select 1 from people limit 1"), &[])?.is_some())
}

pub fn count(conn: &Conn) -> Result<i64, Fault> {
    conn.one(sql!("select count(*) from people"), &[])
}

/// The person as it will be kept: trimmed, the address in lower case.
fn checked(conn: &Conn, person: &Person) -> Result<Person, NotKept> {
    let person = Person {
        name: person.name.trim().to_owned(),
        email: person.email.trim().to_lowercase(),
        phone: person.phone.trim().to_owned(),
        language: person.language.trim().to_owned(),
        ..person.clone()
    };
    if person.name.is_empty() || person.name.chars().count() > NAME_AT_MOST {
        return Err(Refusal::input("name", "person-name").with("most", NAME_AT_MOST).into());
    }
    if !looks_like_an_address(&person.email) {
        return Err(Refusal::input("email", "email-unlikely").into());
    }
    if holidays::zone(&person.zone).is_err() {
        return Err(Refusal::input("zone", "zone-unknown").with("zone", &person.zone).into());
    }
    if person.roles.is_empty() {
        return Err(Refusal::input("roles", "person-without-role").into());
    }
    if person.quiet.is_some_and(|(from, to)| from >= 1440 || to >= 1440) {
        return Err(Refusal::input("quiet", "quiet-hours-odd").into());
    }
    let letters = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if person.language.len() > LANGUAGE_AT_MOST || !person.language.chars().all(letters) {
        return Err(Refusal::input("language", "language-odd").into());
    }
    let taken: Option<PersonId> =
        conn.maybe(sql!("select id from people where email = ?1"), &params![&person.email])?;
    match taken {
        Some(other) if other != person.id => Err(Refusal::input("email", "email-taken").into()),
        _ => Ok(person),
    }
}

/// Only what cannot be an address is refused; whether it works, a mail tells.
pub(crate) fn looks_like_an_address(email: &str) -> bool {
    let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';' | '"');
    email.len() <= EMAIL_AT_MOST
        && email.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !host.contains('@'))
        && !email.contains(odd)
}
