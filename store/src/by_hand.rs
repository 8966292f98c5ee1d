//! What a person does with a mail: gives it a place, moves it with what belongs to it, hangs it under another, puts it away. How everything stood
//! before is kept, so that a slip can be taken back soon after; the log keeps who did what.
use crate::messages::{self, Message, Place, PlaceWord, found_at};
use crate::{By, Conn, Fault, NotKept, Tx, audit, params, record, sql, unheard};
use casework::Refusal;
use casework::ids::{AccountId, CaseId, ContactId};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// How long after it was done; later it is no slip any more.
pub const WITHIN: SignedDuration = SignedDuration::from_mins(15);
/// Mails that go along with one.
pub const ALONG_AT_MOST: usize = 50;

casework::choices! {
    /// What goes along with a mail.
    pub enum Along {
        /// Only this one.
        Alone = "alone",
        /// And what answers it.
        Answers = "answers",
        /// Everything of its conversation.
        Conversation = "conversation",
    }
}

casework::choices! {
    /// What was done.
    pub enum Did {
        Placed = "mail-placed", Joined = "mail-joined", PutAway = "mail-put-away", NotMeant = "mail-not-meant",
    }
}

/// A mail that is moved, as it stood before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub mail: Message,
    /// Whether it waited for an answer on its case.
    pub waited: Waited,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waited {
    Yes,
    No,
}

/// The mail, and what goes along with it: of the same place only, so that nothing that lies elsewhere is torn away.
///
/// # Errors
/// Refused when there is no such mail.
pub fn along(conn: &Conn, mail: Uuid, along: Along) -> Result<Vec<Message>, NotKept> {
    let Some(first) = messages::by_id(conn, mail)? else { return Err(Refusal::missing("no-such-mail").into()) };
    let ids: Vec<Uuid> = match along {
        Along::Alone => vec![],
        Along::Answers => conn.all(
            sql!(
                "with recursive below (id, depth) as (select id, 1 from messages where parent_id = ?1
                 union select m.id, b.depth + 1 from messages m join below b on m.parent_id = b.id where b.depth < 50)
                 select distinct id from below order by id limit ?2"
            ),
            &params![mail, ALONG_AT_MOST as i64],
        )?,
        Along::Conversation => conn.all(
            sql!("select id from messages where thread_id = ?1 order by received_at, id limit ?2"),
            &params![first.thread_id, ALONG_AT_MOST as i64],
        )?,
    };
    let mut all = vec![first];
    for id in ids.into_iter().filter(|id| *id != mail).take(ALONG_AT_MOST - 1) {
        let here = |other: &Message| other.case_id == all[0].case_id && other.account_id == all[0].account_id;
        all.extend(messages::by_id(conn, id)?.filter(here));
    }
    Ok(all)
}

/// Puts mails onto a case, to an account or among the unsorted. What goes without the rest of its conversation is one of its own from then on,
/// so that later answers come to it.
///
/// # Errors
/// Refused when there is no such mail.
pub fn place(tx: &Tx, moved: &[Moved], place: &Place, by: &By) -> Result<(), NotKept> {
    let Some(first) = moved.first() else { return Err(Refusal::missing("no-such-mail").into()) };
    if !begin(tx, moved, Did::Placed, by)? {
        return Ok(());
    }
    let ids: Vec<Uuid> = moved.iter().map(|one| one.mail.id).collect();
    let thread = first.mail.thread_id;
    let whole: i64 = tx.one(sql!("select count(*) from messages where thread_id = ?1"), &params![thread])?;
    let splits = first.mail.case_id.is_some() && whole > ids.len() as i64;
    for one in moved {
        if !messages::put_in_place(tx, one.mail.id, place)? {
            return Err(Refusal::missing("no-such-mail").into());
        }
        unheard::heard(tx, one.mail.id)?;
        if splits {
            let parent = one.mail.parent_id.filter(|parent| ids.contains(parent));
            hang(tx, one.mail.id, parent, Uuid::new_v5(&by.request.0, b"conversation"))?;
        }
    }
    let there = match place {
        Place::Case { case, .. } => case.to_string(),
        Place::Account { account, .. } => account.to_string(),
        Place::Unsorted => String::new(),
    };
    Ok(audit::note(tx, by, Did::Placed.word(), &first.mail.id.to_string(), None::<&()>, Some(&there))?)
}

/// Makes one conversation of two: this mail's is hung under another mail of the same case.
///
/// # Errors
/// Refused when one of them is not there, they lie apart, or they are one conversation already.
pub fn join(tx: &Tx, mail: Uuid, under: Uuid, by: &By) -> Result<(), NotKept> {
    let (Some(_), Some(under)) = (messages::by_id(tx, mail)?, messages::by_id(tx, under)?) else {
        return Err(Refusal::missing("no-such-mail").into());
    };
    let all = along(tx, mail, Along::Conversation)?;
    if all[0].case_id.is_none() || all[0].case_id != under.case_id {
        return Err(Refusal::input("under", "mail-lies-elsewhere").into());
    }
    if all[0].thread_id == under.thread_id {
        return Err(Refusal::input("under", "mail-is-one-conversation").into());
    }
    let moved: Vec<Moved> = all.into_iter().map(|mail| Moved { mail, waited: Waited::No }).collect();
    if !begin(tx, &moved, Did::Joined, by)? {
        return Ok(());
    }
    for one in &moved {
        let parent = one.mail.parent_id.or((one.mail.id == mail).then_some(under.id));
        hang(tx, one.mail.id, parent, under.thread_id)?;
    }
    Ok(audit::note(tx, by, Did::Joined.word(), &mail.to_string(), None::<&()>, Some(&under.id.to_string()))?)
}

/// An unsorted mail asks for nothing.
///
/// # Errors
/// Refused when it is not among the unsorted any more.
pub fn put_away(tx: &Tx, mail: Uuid, by: &By) -> Result<(), NotKept> {
    let moved = unsorted(tx, mail)?;
    if begin(tx, &[moved], Did::PutAway, by)? {
        tx.put(sql!("update messages set put_away_at = ?2 where id = ?1"), &params![mail, by.now])?;
        audit::note(tx, by, Did::PutAway.word(), &mail.to_string(), None::<&()>, None::<&()>)?;
    }
    Ok(())
}

/// An unsorted mail is not about the case that it seemed to be about.
///
/// # Errors
/// Refused when it is not among the unsorted any more.
pub fn not_meant(tx: &Tx, mail: Uuid, by: &By) -> Result<(), NotKept> {
    let moved = unsorted(tx, mail)?;
    let before = moved.mail.meant_case_id.map(|case| case.to_string());
    if begin(tx, &[moved], Did::NotMeant, by)? {
        messages::stray(tx, mail, None)?;
        audit::note(tx, by, Did::NotMeant.word(), &mail.to_string(), before.as_ref(), None::<&()>)?;
    }
    Ok(())
}

fn unsorted(conn: &Conn, mail: Uuid) -> Result<Moved, NotKept> {
    let waits = |mail: &Message| mail.place == PlaceWord::Unsorted && mail.put_away_at.is_none();
    let found = messages::by_id(conn, mail)?.filter(waits);
    let Some(mail) = found else { return Err(Refusal::missing("no-such-mail").into()) };
    Ok(Moved { mail, waited: Waited::No })
}

fn hang(tx: &Tx, mail: Uuid, parent: Option<Uuid>, thread: Uuid) -> Result<(), Fault> {
    tx.put(sql!("update messages set parent_id = ?2, thread_id = ?3 where id = ?1"), &params![mail, parent, thread])
}

/// Keeps how the mails stand; false when this very request did it before.
fn begin(tx: &Tx, moved: &[Moved], did: Did, by: &By) -> Result<bool, Fault> {
    let Some(first) = moved.first() else { return Ok(false) };
    let id = move_of(by);
    let new = tx.hit(
        sql!(
            "insert into mail_moves (id, message_id, what, person_id, at, undone_at) values (?1, ?2, ?3, ?4, ?5, null) on conflict (id) do nothing"
        ),
        &params![id, first.mail.id, did.word(), by.person, by.now],
    )?;
    if new == 0 {
        return Ok(false);
    }
    for Moved { mail, waited } in moved {
        let place = match mail.place {
            PlaceWord::Case => "case",
            PlaceWord::Account => "account",
            PlaceWord::Unsorted => "unsorted",
        };
        tx.put(
            sql!(
                "insert into mail_moved (move_id, message_id, thread_id, parent_id, place, case_id, account_id, contact_id, meant_case_id, put_away_at, waited)
                 values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
            ),
            &params![
                id,
                mail.id,
                mail.thread_id,
                mail.parent_id,
                place,
                mail.case_id,
                mail.account_id,
                mail.contact_id,
                mail.meant_case_id,
                mail.put_away_at,
                i64::from(*waited == Waited::Yes)
            ],
        )?;
    }
    Ok(true)
}

/// What this very request did before, by its id.
pub fn done_before(conn: &Conn, by: &By) -> Result<Option<Uuid>, Fault> {
    conn.maybe(sql!("select id from mail_moves where id = ?1"), &params![move_of(by)])
}

fn move_of(by: &By) -> Uuid {
    Uuid::new_v5(&by.request.0, b"mail move")
}

record! {
    struct Last {
        id: Uuid,
        what: String,
        person: Option<casework::ids::PersonId>,
        at: Timestamp,
    }
}

/// What was done last with a mail and still stands.
fn last(conn: &Conn, mail: Uuid) -> Result<Option<Last>, Fault> {
    conn.maybe(
        sql!(
            "select m.id, m.what, m.person_id, m.at from mail_moved v join mail_moves m on m.id = v.move_id
             where v.message_id = ?1 and m.undone_at is null order by m.at desc, m.id desc limit 1"
        ),
        &params![mail],
    )
}

/// What this colleague has just done with the mail, as long as it may have been a slip.
pub fn may_be_taken_back(conn: &Conn, mail: Uuid, by: &By) -> Result<Option<Did>, Fault> {
    let since = by.now.saturating_sub(WITHIN).unwrap_or(Timestamp::MIN);
    let may = |last: &Last| by.person.is_some() && last.person == by.person && last.at >= since;
    Ok(last(conn, mail)?.filter(may).and_then(|last| Did::from_word(&last.what)))
}

record! {
    /// How a mail stood before it was moved.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Before {
        pub id: Uuid,
        pub thread: Uuid,
        pub parent: Option<Uuid>,
        pub place: PlaceWord,
        pub case: Option<CaseId>,
        pub account: Option<AccountId>,
        pub contact: Option<ContactId>,
        pub meant: Option<Uuid>,
        pub put_away_at: Option<Timestamp>,
        pub waited: bool,
    }
}

/// How the mails stood before what was done last with this one.
pub fn before(conn: &Conn, mail: Uuid) -> Result<Vec<Before>, Fault> {
    let Some(last) = last(conn, mail)? else { return Ok(vec![]) };
    conn.all(
        sql!(
            "select message_id, thread_id, parent_id, place, case_id, account_id, contact_id, meant_case_id, put_away_at, waited from mail_moved
             where move_id = ?1 order by message_id limit ?2"
        ),
        &params![last.id, ALONG_AT_MOST as i64],
    )
}

/// Everything stands as it did before.
///
/// # Errors
/// Refused when it was done longer ago or by somebody else.
pub fn take_back(tx: &Tx, mail: Uuid, by: &By) -> Result<(), NotKept> {
    let (Some(did), Some(last)) = (may_be_taken_back(tx, mail, by)?, last(tx, mail)?) else {
        return Err(Refusal::state("mail-undo-too-late").into());
    };
    for one in before(tx, mail)? {
        let place = match one.place {
            PlaceWord::Case => "case",
            PlaceWord::Account => "account",
            PlaceWord::Unsorted => "unsorted",
        };
        tx.put(
            sql!(
                "update messages set thread_id = ?2, parent_id = ?3, place = ?4, case_id = ?5, account_id = ?6, contact_id = ?7, meant_case_id = ?8, put_away_at = ?9 where id = ?1"
            ),
            &params![
                one.id,
                one.thread,
                one.parent,
                place,
                one.case,
                one.account,
                one.contact,
                one.meant,
                one.put_away_at
            ],
        )?;
        found_at(tx, one.id, one.case.map(|id| id.0), one.account.map(|id| id.0))?;
        unheard::heard(tx, one.id)?;
    }
    tx.put(sql!("update mail_moves set undone_at = ?2 where id = ?1"), &params![last.id, by.now])?;
    Ok(audit::note(tx, by, &format!("{}-undone", did.word()), &mail.to_string(), None::<&()>, None::<&()>)?)
}

/// The conversations of a case, each by its first mail, the newest first: what another can be hung under.
pub fn conversations(conn: &Conn, case: CaseId) -> Result<Vec<(Uuid, Uuid, String, i64)>, Fault> {
    let rows: Vec<(Uuid, Uuid, String)> = conn.all(
        sql!("select thread_id, id, subject from messages where case_id = ?1 order by received_at, id limit ?2"),
        &params![case, messages::PAGE as i64],
    )?;
    let mut found: Vec<(Uuid, Uuid, String, i64)> = vec![];
    for (thread, id, subject) in rows {
        match found.iter_mut().find(|(of, ..)| *of == thread) {
            Some((.., count)) => *count += 1,
            None => found.push((thread, id, subject, 1)),
        }
    }
    found.reverse();
    Ok(found)
}
