//! The one way by which mail comes in, whichever the door: its bytes are kept and committed first; then it is understood, gets its place, and
//! whoever must know is told. A mail that cannot be understood lies unread among the unsorted and holds up no other.

use super::{
    Incoming, Oddity, Origin, Ours, came_back, own_id,
    parse::parse,
    route::{self, Route, route},
    send::Keeper,
};
use crate::app::App;
use casework::ids::{CaseNumber, ContactId};
use jiff::Timestamp;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use store::{
    Conn, Fault, Tx,
    away::Away,
    inbox,
    inbox::{Heed, Waiting},
    mailboxes,
    messages::{self, Letter, Looked, Place},
    mint::Mint,
    signals::{self, Raised, Status},
    storms, unheard,
};
use uuid::Uuid;

mod asked;
mod late;
mod storm;
pub mod told;

/// Portions in one go; the rest waits for the next.
const PORTIONS: usize = 1_000;

/// A mail whose bytes are kept, and what was understood of it.
pub struct Understood {
    /// Its bytes in the inbox.
    pub inbox: Uuid,
    pub mail: Incoming,
    pub odd: Vec<Oddity>,
    pub received_at: Timestamp,
    pub heed: Heed,
}

/// What a mail came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    pub route: Route,
    pub signals: u64,
}

/// How to recognise our own mail.
///
/// # Errors
/// Faults of the database.
pub fn ours(conn: &Conn) -> Result<Ours, Fault> {
    let addresses = mailboxes::list(conn)?.into_iter().map(|mailbox| mailbox.spec.address).collect();
    // No domain of ours: a mailbox may stand at one that customers write from too, and our ids have their own beginning.
    Ok(Ours { addresses, ..Ours::default() })
}

/// What a transaction that sorts mail knows before it begins.
#[derive(Debug, Clone, Copy)]
pub struct Sorter {
    /// With which our addresses and Message-IDs are sealed; nothing before the first mail of ours.
    pub key: Option<[u8; 32]>,
    pub now: Timestamp,
}

impl Sorter {
    /// # Errors
    /// Faults of the database.
    pub fn new(conn: &Conn, now: Timestamp) -> Result<Sorter, Fault> {
        Ok(Sorter { key: mailboxes::mail_key(conn)?, now })
    }

    fn signed(&self, mail: &Incoming) -> Option<CaseNumber> {
        self.key.and_then(|key| mail.signed_case(&key))
    }
}

/// Gives a mail its place, under what it answers; in the transaction in which it stops waiting.
///
/// # Errors
/// Faults of the database; nothing is kept then.
pub fn place(tx: &Tx, understood: &Understood, mint: &mut Mint, sorter: &Sorter) -> Result<Placed, Fault> {
    let (mail, odd, now) = (&understood.mail, &understood.odd, sorter.now);
    let parents: Vec<String> = mail.parents().map(str::to_owned).collect();
    let sender = mail.from.as_ref().map(|from| from.mail.as_str());
    let looked = Looked {
        sender,
        mail_id: mail.message_id.as_deref(),
        parents: &parents,
        signed: sorter.signed(mail),
        ours: &sorter.key.map(|key| mail.answers_ours(&key)).unwrap_or_default(),
        numbers: &route::numbers(mail),
    };
    let known = messages::known(tx, &looked)?;
    let route = route(mail, odd, &known);
    // Two answers to one mail of ours are one conversation.
    let ours = known.ours.map(|ours| ours.mail.0);
    let thread = known.twin.or(known.parent.map(|parent| parent.thread)).or(ours);
    let letter = Letter {
        id: mint.id(),
        inbox: understood.inbox,
        place: route.place,
        stray: route.stray,
        thread,
        parent: known.parent.map(|parent| parent.id),
        mail_id: mail.message_id.clone(),
        parents,
        origin: mail.origin.word().into(),
        from_name: mail.from.as_ref().and_then(|from| from.name.clone()).unwrap_or_default(),
        from_mail: sender.unwrap_or_default().into(),
        recipients: json(&serde_json::json!({ "to": mail.to, "cc": mail.cc, "reply_to": mail.reply_to })),
        subject: mail.subject.clone(),
        body: mail.text.clone(),
        attachments: json(&serde_json::json!(mail.attachments)),
        oddities: oddities(odd, known.twin.is_some()),
        besides: mail.besides().kept(),
        sent_at: mail.sent_at,
        received_at: understood.received_at,
    };
    let before = storms::wrote(tx, &letter.from_mail, letter.received_at)?;
    messages::keep(tx, &letter)?;
    if let Some(html) = &mail.html {
        messages::keep_page(tx, letter.id, html)?;
    }
    late::parent_came(tx, &letter, mint, now)?;
    if understood.heed == Heed::Quiet {
        return Ok(Placed { route, signals: 0 });
    }
    if mail.origin == Origin::Person && before >= storms::RINGING_AT_MOST {
        return storm::rings_once(tx, &letter, route, mint, now);
    }
    if mail.origin == Origin::Person && known.twin.is_none() {
        asked::count(tx, &letter, now)?;
    }
    // The same mail by another way tells the case nothing new.
    let says = mail.origin == Origin::Person || mail.calendar_answer().is_some();
    if says && matches!(route.place, Place::Case { .. }) && known.twin.is_none() {
        unheard::mark(tx, letter.id, now)?;
    }
    away(tx, mail, &letter)?;
    let mut signals = 0;
    if let Some(raised) = raised(&letter, &route, now)
        && is_new(tx, &raised.kind, &letter, &known)?
    {
        signals::raise(tx, std::slice::from_ref(&raised), mint)?;
        signals = 1;
    }
    Ok(Placed { route, signals })
}

/// A second mail in a thread whose signal still waits is no second trouble, nor is the same mail by another way. But
/// whoever writes again after the signal has ended is heard again.
fn is_new(tx: &Tx, kind: &str, letter: &Letter, known: &messages::Known) -> Result<bool, Fault> {
    let before = signals::of_thread(tx, kind, letter.thread.unwrap_or(letter.id))?;
    let waits = before.iter().any(|status| matches!(status, Status::New | Status::Snoozed));
    Ok(!waits && (known.twin.is_none() || before.is_empty()))
}

/// The days away that an out-of-office named.
fn away(tx: &Tx, mail: &Incoming, letter: &Letter) -> Result<(), Fault> {
    let Some((days, contact)) = mail.away.zip(contact_of(&letter.place)) else { return Ok(()) };
    let (message, heard_at) = (letter.id, letter.received_at);
    store::away::keep(tx, &Away { contact, message, begins: days.from, ends: days.until, back: days.back, heard_at })
}

fn contact_of(place: &Place) -> Option<ContactId> {
    match place {
        Place::Case { contact, .. } | Place::Account { contact, .. } => Some(*contact),
        Place::Unsorted => None,
    }
}

fn raised(letter: &Letter, route: &Route, now: Timestamp) -> Option<Raised> {
    let told = told::Told {
        message: letter.id,
        from: if letter.from_name.is_empty() { &letter.from_mail } else { &letter.from_name },
        subject: &letter.subject,
        received_at: letter.received_at,
    };
    told.raised(&letter.place, route.signal, now)
}

fn oddities(odd: &[Oddity], twin: bool) -> String {
    let mut words: Vec<&str> = odd.iter().map(|odd| odd.word()).collect();
    if twin {
        words.push("id-seen-before");
    }
    words.join(" ")
}

pub fn json(value: &serde_json::Value) -> String {
    value.to_string()
}

/// What one go did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sorted {
    pub placed: u64,
    /// Among them: those that nobody could read.
    pub unread: u64,
    pub signals: u64,
}

/// Gives every waiting mail its place. One that stops the program or a transaction is found out by itself and stops no other.
///
/// # Errors
/// When the database is away; what waits goes on waiting.
pub async fn sort(app: &App) -> Result<Sorted, Fault> {
    let mut sorted = Sorted::default();
    for _ in 0..PORTIONS {
        let waiting = app.db.write(inbox::next_waiting).await?;
        if waiting.is_empty() {
            break;
        }
        let ours = app.db.read(ours).await?;
        let read = tokio::task::spawn_blocking(move || waiting.iter().map(|mail| understood(mail, &ours)).collect());
        let read: Vec<Understood> = read.await.map_err(|e| Fault::Panicked(e.to_string()))?;
        portion(app, Arc::new(read), &mut sorted).await?;
    }
    Ok(sorted)
}

fn understood(waiting: &Waiting, ours: &Ours) -> Understood {
    let read = if waiting.tries >= inbox::TRIES {
        tracing::error!(mail = %waiting.id, waiting.source, "a mail was not understood in several tries; it lies unread among the unsorted");
        unread()
    } else {
        catch_unwind(AssertUnwindSafe(|| parse(&waiting.raw, ours))).unwrap_or_else(|_| unread())
    };
    let (mail, odd) = read;
    // When the mail server took it; else its own date, which is never in the future here.
    let at = waiting.came_at.or(mail.sent_at).unwrap_or(waiting.received_at).min(waiting.received_at);
    let heed = if waiting.quiet { Heed::Quiet } else { Heed::Heard };
    Understood { inbox: waiting.id, mail, odd, received_at: at, heed }
}

/// A mail of which nothing was understood: no sender that could be believed, so a person looks at it.
fn unread() -> (Incoming, Vec<Oddity>) {
    let (mail, _) = parse(b"", &Ours::default());
    (mail, vec![Oddity::NoFrom, Oddity::Unreadable])
}

/// All of them in one transaction; where that fails, each in its own, and one that fails again unread.
async fn portion(app: &App, read: Arc<Vec<Understood>>, sorted: &mut Sorted) -> Result<(), Fault> {
    match together(app, read.clone(), 0..read.len()).await {
        Ok(done) => {
            add(sorted, done);
            return Ok(());
        }
        Err(fault) if fault.is_passing() => return Err(fault),
        Err(fault) => tracing::warn!(%fault, "a portion of mails did not get its places together; each is tried alone"),
    }
    for at in 0..read.len() {
        match together(app, read.clone(), at..at + 1).await {
            Ok(done) => add(sorted, done),
            Err(fault) if fault.is_passing() => return Err(fault),
            Err(fault) => {
                let Some(one) = read.get(at) else { continue };
                tracing::error!(%fault, mail = %one.inbox, "a mail did not get its place; it lies unread among the unsorted");
                let (mail, odd) = unread();
                let one = Understood { mail, odd, inbox: one.inbox, received_at: one.received_at, heed: one.heed };
                match together(app, Arc::new(vec![one]), 0..1).await {
                    Ok(done) => add(sorted, Sorted { unread: done.placed, ..done }),
                    Err(fault) if fault.is_passing() => return Err(fault),
                    // Its bytes are kept and it is counted as waiting on the page of mail.
                    Err(fault) => tracing::error!(%fault, "not even unread"),
                }
            }
        }
    }
    Ok(())
}

async fn together(app: &App, read: Arc<Vec<Understood>>, which: std::ops::Range<usize>) -> Result<Sorted, Fault> {
    let (now, fresh) = (app.now(), Mint::new(app.new_id(), app.now()));
    let (firm, salt) = (app.firm(), app.random::<16>());
    let work = move |tx: &Tx| {
        let (mut mint, mut done, sorter) = (fresh.clone(), Sorted::default(), Sorter::new(tx, now)?);
        for one in read.get(which.clone()).unwrap_or_default() {
            if inbox::has_its_place(tx, one.inbox)? {
                done.placed += 1;
                if is_to_itself(&sorter, &one.mail) {
                    continue;
                }
                let placed = place(tx, one, &mut mint, &sorter)?;
                reported(tx, &Keeper { firm: &firm, salt, now }, one, &sorter)?;
                done.signals += placed.signals;
                done.unread += u64::from(one.odd.contains(&Oddity::Unreadable));
            }
        }
        Ok(done)
    };
    app.db.write(work).await
}

/// What a mailbox sends to itself to see whether it gets there is nobody's word: its bytes are kept, and it stands nowhere.
fn is_to_itself(sorter: &Sorter, mail: &Incoming) -> bool {
    let id = mail.message_id.as_deref().unwrap_or_default();
    sorter.key.is_some_and(|key| own_id::is_to_itself(&key, id))
}

/// A report about a mail of ours is heard in the transaction that gives it its place; one from an old mailbox that is read in is not.
fn reported(tx: &Tx, keeper: &Keeper, one: &Understood, sorter: &Sorter) -> Result<(), Fault> {
    let Some(bounce) = one.mail.bounce.as_ref().filter(|_| one.heed == Heed::Heard) else { return Ok(()) };
    let case = match sorter.signed(&one.mail) {
        Some(number) => store::cases::by_number(tx, number)?.map(|kept| kept.case.id),
        None => None,
    };
    came_back::heard(tx, keeper, &bounce.report(case)).map(drop)
}

fn add(sorted: &mut Sorted, done: Sorted) {
    sorted.placed += done.placed;
    sorted.unread += done.unread;
    sorted.signals += done.signals;
}
