//! The one way by which mail comes in, whichever the door: its bytes are kept and committed first; then it is understood, gets its place, and
//! whoever must know is told. A mail that cannot be understood lies unread among the unsorted and holds up no other.

use super::{
    Incoming, Oddity, Origin, Ours, came_back,
    parse::parse,
    route::{self, Route, Signal, route},
    send::Keeper,
};
use crate::app::App;
use jiff::Timestamp;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use store::{
    Conn, Fault, Tx, inbox,
    inbox::{Heed, Waiting},
    mailboxes,
    messages::{self, Letter, Place},
    mint::Mint,
    signals::{self, FirstToTell, Raised, Status},
    unheard,
};
use uuid::Uuid;
use watch::{Arg, Sentence};

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

/// Gives a mail its place, under what it answers; in the transaction in which it stops waiting.
///
/// # Errors
/// Faults of the database; nothing is kept then.
pub fn place(tx: &Tx, understood: &Understood, mint: &mut Mint, now: Timestamp) -> Result<Placed, Fault> {
    let (mail, odd) = (&understood.mail, &understood.odd);
    let parents: Vec<String> = mail.parents().map(str::to_owned).collect();
    let sender = mail.from.as_ref().map(|from| from.mail.as_str());
    let known = messages::known(tx, sender, mail.message_id.as_deref(), &parents, &route::numbers(mail))?;
    let route = route(mail, odd, &known);
    let thread = known.twin.or(known.parent.map(|parent| parent.thread));
    let letter = Letter {
        id: mint.id(),
        inbox: understood.inbox,
        place: route.place,
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
        sent_at: mail.sent_at,
        received_at: understood.received_at,
    };
    messages::keep(tx, &letter)?;
    if understood.heed == Heed::Quiet {
        return Ok(Placed { route, signals: 0 });
    }
    // The same mail by another way tells the case nothing new.
    if mail.origin == Origin::Person && matches!(route.place, Place::Case { .. }) && known.twin.is_none() {
        unheard::mark(tx, letter.id, now)?;
    }
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

fn raised(letter: &Letter, route: &Route, now: Timestamp) -> Option<Raised> {
    let (account, contact) = match letter.place {
        Place::Case { account, contact, .. } | Place::Account { account, contact } => (account, contact),
        Place::Unsorted => return None,
    };
    let from = Arg::Text(if letter.from_name.is_empty() { letter.from_mail.clone() } else { letter.from_name.clone() });
    let subject = Arg::Text(letter.subject.clone());
    let (kind, evidence) = match route.signal {
        Signal::None => return None,
        Signal::Mail => ("mail", Sentence::new("signal-mail", [("from", from), ("subject", subject)])),
        Signal::OnClosedCase(number) => {
            let case = Arg::Text(number.to_string());
            let sentence =
                Sentence::new("signal-mail-on-closed-case", [("from", from), ("subject", subject), ("case", case)]);
            ("mail-on-closed-case", sentence)
        }
    };
    Some(Raised {
        kind: kind.into(),
        subject: format!("mail {}", letter.id),
        account: Some(account),
        contact: Some(contact),
        line: None,
        message: Some(letter.id),
        evidence,
        since: letter.received_at,
        owed_at: letter.received_at,
        detected_at: now,
        first_to_tell: FirstToTell::Customer,
        raised_by: None,
    })
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
        let (mut mint, mut done) = (fresh.clone(), Sorted::default());
        for one in read.get(which.clone()).unwrap_or_default() {
            if inbox::has_its_place(tx, one.inbox)? {
                let placed = place(tx, one, &mut mint, now)?;
                reported(tx, &Keeper { firm: &firm, salt, now }, one)?;
                done.placed += 1;
                done.signals += placed.signals;
                done.unread += u64::from(one.odd.contains(&Oddity::Unreadable));
            }
        }
        Ok(done)
    };
    app.db.write(work).await
}

/// A report about a mail of ours is heard in the transaction that gives it its place; one from an old mailbox that is read in is not.
fn reported(tx: &Tx, keeper: &Keeper, one: &Understood) -> Result<(), Fault> {
    let Some(bounce) = one.mail.bounce.as_ref().filter(|_| one.heed == Heed::Heard) else { return Ok(()) };
    let signed = mailboxes::mail_key(tx)?.and_then(|key| one.mail.signed_case(&key));
    let case = match signed {
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
