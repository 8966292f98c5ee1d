//! Fetches what is new in a mailbox: every mail after the last one read, its bytes kept before anything else, in portions, and then waits for
//! the next. The mailbox is opened for reading only; nothing in it is marked, moved or deleted, and *seen* means nothing to us.
use super::connect::{Imap, Step, Trouble, in_time};
use super::pass;
use crate::app::App;
use crate::mail::parse::RAW_LIMIT;
use async_imap::extensions::idle::IdleResponse;
use async_imap::types::Fetch;
use futures_util::TryStreamExt as _;
use jiff::Timestamp;
use std::time::Duration;
use store::inbox::{self, Heed, Taken};
use store::mailboxes::{self, Hold, Mailbox, standing};
use store::mint::Mint;
use store::{Fault, Tx};
use uuid::Uuid;

/// Mails whose sizes are asked for at once.
const LOOKED_AT: usize = 200;
/// Mails fetched and kept in one go.
pub const MAILS_AT_ONCE: usize = 100;
/// Bytes of them.
const BYTES_AT_ONCE: u64 = 8 * 1024 * 1024;

/// How often things are done; tests are in more of a hurry.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// Where the server cannot call: how often it is asked. Also how often we say that we still look into the mailbox.
    pub poll: Duration,
    /// So long a server is waited for to call, before it is asked to anew: below the 29 minutes after which it may hang up (RFC 2177), and
    /// short enough that a line that died silently is found out soon.
    pub idle: Duration,
    /// After trouble, one after the other; the last again and again.
    pub pauses: [Duration; 5],
}

impl Pace {
    pub const REAL: Pace = Pace {
        poll: Duration::from_secs(60),
        idle: Duration::from_secs(9 * 60),
        pauses: [
            Duration::from_secs(2),
            Duration::from_secs(60),
            Duration::from_secs(120),
            Duration::from_secs(300),
            Duration::from_secs(600),
        ],
    };
}

/// Why a visit ended.
enum Ended {
    Trouble(Trouble),
    Fault(Fault),
    /// Another server of ours looks into it.
    Anothers,
}
impl From<Trouble> for Ended {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}
impl From<Fault> for Ended {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// Looks into a mailbox for ever; whatever is in the way of one touches no other.
pub async fn run(app: App, mailbox: Uuid, pace: Pace) {
    let mut tries = 0;
    loop {
        let mut visit = Visit { app: &app, mailbox, pace, looked: false };
        let ended = visit.go().await;
        if visit.looked {
            tries = 0;
        }
        let pause = match ended {
            Ended::Anothers => pace.poll,
            Ended::Fault(fault) => {
                tracing::warn!(%fault, %mailbox, "a mailbox is looked into again when the database is back");
                pace.pauses[0]
            }
            Ended::Trouble(trouble) => {
                note(&app, mailbox, &trouble).await;
                let at: usize = tries;
                tries += 1;
                pace.pauses.get(at).or(pace.pauses.last()).copied().unwrap_or(pace.poll)
            }
        };
        tokio::time::sleep(pause).await;
    }
}

async fn note(app: &App, mailbox: Uuid, trouble: &Trouble) {
    tracing::warn!(%mailbox, step = trouble.step.word(), said = trouble.said, "a mailbox cannot be looked into");
    let (now, trouble) = (app.now(), trouble.clone());
    let kept = app.db.write::<_, Fault, _>(move |tx| {
        let Some(kept) = mailboxes::by_id(tx, mailbox)? else { return Ok(()) };
        let host = kept.spec.incoming.map_or(String::new(), |way| way.host);
        standing::trouble(tx, mailbox, &trouble.sentence(&host), now)
    });
    if let Err(fault) = kept.await {
        tracing::warn!(%fault, %mailbox, "the trouble of a mailbox could not be kept");
    }
}

/// One connection to one mailbox.
struct Visit<'a> {
    app: &'a App,
    mailbox: Uuid,
    pace: Pace,
    /// Everything that was there was read once.
    looked: bool,
}

impl Visit<'_> {
    async fn go(&mut self) -> Ended {
        match self.look().await {
            Ok(never) => match never {},
            Err(ended) => ended,
        }
    }

    async fn look(&mut self) -> Result<std::convert::Infallible, Ended> {
        self.hold().await?;
        let mailbox = self.kept().await?;
        let Some(way) = &mailbox.spec.incoming else { return Err(Ended::Anothers) };
        let mut imap = pass::imap(self.app, &mailbox, way, &mut vec![]).await?;
        let can = in_time(Step::Folder, imap.capabilities()).await?;
        let calls = can.has_str("IDLE");
        let opened = in_time(Step::Folder, imap.examine(&mailbox.spec.folder)).await?;
        let validity = opened
            .uid_validity
            .ok_or_else(|| Trouble::new(Step::Folder, "the server gives its mails no lasting numbers"))?;
        if mailbox.standing.uid_validity != Some(i64::from(validity)) {
            let id = self.mailbox;
            self.app.db.write(move |tx| standing::start_again(tx, id, Some(i64::from(validity)))).await?;
        }
        loop {
            self.read_all(&mut imap, validity, mailbox.made_at).await?;
            self.looked = true;
            imap = if calls { self.wait_for_a_call(imap).await? } else { self.wait(imap).await? };
        }
    }

    async fn hold(&self) -> Result<(), Ended> {
        let (id, server, now) = (self.mailbox, self.app.server(), self.app.now());
        match self.app.db.write(move |tx| standing::hold(tx, id, server, now)).await? {
            Hold::Mine => Ok(()),
            Hold::Anothers => Err(Ended::Anothers),
        }
    }

    async fn kept(&self) -> Result<Mailbox, Ended> {
        let id = self.mailbox;
        self.app.db.read(move |conn| mailboxes::by_id(conn, id)).await?.ok_or(Ended::Anothers)
    }

    /// Everything that was not read yet, oldest first; where we are is kept with the bytes, so that a stop in the middle loses nothing.
    async fn read_all(&self, imap: &mut Imap, validity: u32, since: Timestamp) -> Result<(), Ended> {
        let next = self.kept().await?.standing.uid_next;
        let found = in_time(Step::Read, imap.uid_search(format!("UID {next}:*"))).await?;
        // `9:*` names the last mail even where that is number 5.
        let mut wanted: Vec<u32> = found.into_iter().filter(|uid| i64::from(*uid) >= next).collect();
        wanted.sort_unstable();
        let mut left = wanted.len();
        for some in wanted.chunks(LOOKED_AT) {
            for portion in portions(sizes(imap, some).await?) {
                left = left.saturating_sub(portion.len());
                let mails = fetched(imap, &portion).await?;
                self.keep(mails, &portion, validity, since, left).await?;
            }
            self.hold().await?;
        }
        let (id, now) = (self.mailbox, self.app.now());
        Ok(self.app.db.write(move |tx| standing::looked(tx, id, 0, now)).await?)
    }

    /// The bytes and the place from which to go on, in one transaction.
    async fn keep(
        &self,
        mails: Vec<Came>,
        portion: &[Size],
        validity: u32,
        since: Timestamp,
        left: usize,
    ) -> Result<(), Ended> {
        let Some(last) = portion.iter().map(|size| size.uid).max() else { return Ok(()) };
        let (id, now, mint) = (self.mailbox, self.app.now(), Mint::new(self.app.new_id(), self.app.now()));
        let behind = i64::try_from(left).unwrap_or(i64::MAX);
        let work = move |tx: &Tx| {
            let (mut mint, mut new) = (mint.clone(), 0_u64);
            for mail in &mails {
                let source = format!("imap {id} {validity}/{}", mail.uid);
                let heed = if mail.came_at.is_some_and(|at| at < since) { Heed::Quiet } else { Heed::Heard };
                let way = inbox::Way { source: &source, came_at: mail.came_at, heed };
                new += u64::from(inbox::take_in(tx, mint.id(), &mail.raw, &way, now)? == Taken::New);
            }
            standing::came(tx, id, i64::from(validity), i64::from(last) + 1, behind, now)?;
            Ok::<_, Fault>(new)
        };
        if self.app.db.write(work).await? > 0 {
            self.app.mail_came();
        }
        Ok(())
    }

    /// Until the server calls, or it is time to ask it anew.
    async fn wait_for_a_call(&self, imap: Imap) -> Result<Imap, Ended> {
        let mut idle = imap.idle();
        in_time(Step::Read, idle.init()).await?;
        let mut waited = Duration::ZERO;
        while waited < self.pace.idle {
            let (call, _stop) = idle.wait_with_timeout(self.pace.idle);
            match tokio::time::timeout(self.pace.poll, call).await {
                Ok(Ok(IdleResponse::NewData(_) | IdleResponse::Timeout)) => break,
                Ok(Ok(IdleResponse::ManualInterrupt)) => {
                    return Err(Trouble::new(Step::Read, "the server ended the connection").into());
                }
                Ok(Err(problem)) => return Err(Trouble::new(Step::Read, problem).into()),
                Err(_) => {
                    waited += self.pace.poll;
                    self.still_here().await?;
                }
            }
        }
        Ok(in_time(Step::Read, idle.done()).await?)
    }

    /// The server cannot call, so it is asked again after a while.
    async fn wait(&self, mut imap: Imap) -> Result<Imap, Ended> {
        tokio::time::sleep(self.pace.poll).await;
        self.still_here().await?;
        in_time(Step::Read, imap.noop()).await?;
        Ok(imap)
    }

    async fn still_here(&self) -> Result<(), Ended> {
        self.hold().await?;
        let (id, now) = (self.mailbox, self.app.now());
        Ok(self.app.db.write(move |tx| standing::looked(tx, id, 0, now)).await?)
    }
}

/// A mail's number in the mailbox, and how large it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Size {
    uid: u32,
    bytes: u64,
}

/// A mail out of the mailbox.
struct Came {
    uid: u32,
    came_at: Option<Timestamp>,
    raw: Vec<u8>,
}

async fn sizes(imap: &mut Imap, uids: &[u32]) -> Result<Vec<Size>, Trouble> {
    let found = all(imap, &set(uids.iter().copied()), "(UID RFC822.SIZE)").await?;
    let mut sizes: Vec<Size> = found
        .iter()
        .filter_map(|mail| Some(Size { uid: mail.uid?, bytes: u64::from(mail.size.unwrap_or_default()) }))
        .filter(|size| uids.contains(&size.uid))
        .collect();
    sizes.sort_unstable_by_key(|size| size.uid);
    sizes.dedup_by_key(|size| size.uid);
    Ok(sizes)
}

/// Mails that are fetched together; a large one comes alone.
fn portions(sizes: Vec<Size>) -> Vec<Vec<Size>> {
    let mut portions: Vec<Vec<Size>> = vec![];
    let mut bytes = 0;
    for size in sizes {
        let fits = bytes + size.bytes <= BYTES_AT_ONCE;
        match portions.last_mut().filter(|portion| fits && portion.len() < MAILS_AT_ONCE) {
            Some(portion) => portion.push(size),
            None => {
                portions.push(vec![size]);
                bytes = 0;
            }
        }
        bytes += size.bytes;
    }
    portions
}

/// The bytes of these mails. Of one that is larger than any mail may be only its head comes, so that a person can see who sent it.
async fn fetched(imap: &mut Imap, portion: &[Size]) -> Result<Vec<Came>, Trouble> {
    let large = portion.iter().any(|size| size.bytes > RAW_LIMIT as u64);
    let what = if large { "(UID INTERNALDATE BODY.PEEK[HEADER])" } else { "(UID INTERNALDATE BODY.PEEK[])" };
    let found = all(imap, &set(portion.iter().map(|size| size.uid)), what).await?;
    let mut came: Vec<Came> = found
        .iter()
        .filter_map(|mail| {
            let raw = if large { mail.header() } else { mail.body() };
            let at = mail.internal_date().and_then(|at| Timestamp::from_second(at.timestamp()).ok());
            Some(Came { uid: mail.uid?, came_at: at, raw: raw?.to_vec() })
        })
        .collect();
    came.sort_by_key(|mail| mail.uid);
    Ok(came)
}

async fn all(imap: &mut Imap, uids: &str, what: &str) -> Result<Vec<Fetch>, Trouble> {
    let mut stream = in_time(Step::Read, imap.uid_fetch(uids, what)).await?;
    let mut found = vec![];
    while let Some(mail) = in_time(Step::Read, stream.try_next()).await? {
        found.push(mail);
    }
    Ok(found)
}

/// `1,2,7`.
fn set(uids: impl Iterator<Item = u32>) -> String {
    uids.map(|uid| uid.to_string()).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn portions_are_small_enough_and_a_large_mail_comes_alone() {
        let size = |uid, bytes| Size { uid, bytes };
        let uids = |portions: Vec<Vec<Size>>| {
            portions.into_iter().map(|p| p.into_iter().map(|s| s.uid).collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        let many = BYTES_AT_ONCE / 2;
        assert_eq!(
            uids(portions(vec![size(1, many), size(2, many), size(3, 9), size(4, 99 << 20), size(5, 1)])),
            [vec![1, 2], vec![3], vec![4], vec![5]]
        );
        assert_eq!(
            portions((0..250).map(|uid| size(uid, 1)).collect()).iter().map(Vec::len).collect::<Vec<_>>(),
            [100, 100, 50]
        );
        assert_eq!(set([1, 2, 7].into_iter()), "1,2,7");
    }
}
