//! Takes mail of ours to the mail servers: each mailbox on its own lines, so that a slow server delays nobody else's mail.
use super::TRIES;
use crate::app::App;
use crate::mail::send::{Keeper, settle, to_ask};
use crate::mail::smtp::{self, Line, Open, Patience, Relay, Said};
use crate::mail::wire::assert_wire_safe;
use futures_util::FutureExt as _;
use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use store::mails::pace::{self, Pace, Room};
use store::mails::{self, Taken};
use store::outbox::Settled;
use store::{Fault, mailboxes};
use tokio::sync::Mutex;
use tokio::task::{Id, JoinSet};
use tokio::time::Instant;
use uuid::Uuid;
use watch::{Arg, Sentence};

/// Lines to one relay at a time.
const LINES: usize = 4;
/// Mails that one line takes at once.
const TAKEN: i64 = 8;
/// Their bytes together, unless one alone has more.
const BYTES: i64 = 4 * 1024 * 1024;
/// Mails over one connection; many servers end it after a hundred.
const OVER_ONE_LINE: u32 = 100;
/// What was taken longer ago is not begun any more: its lease could end in the middle.
const FRESH: Duration = Duration::from_secs(120);
/// How long a relay that cannot be reached is left alone, at first and at the longest.
const REST: (Duration, Duration) = (Duration::from_secs(15), Duration::from_secs(300));

/// How a mailbox sends: looked up anew for each run, since people change it.
pub type Finding = Pin<Box<dyn Future<Output = Result<Option<Relay>, String>> + Send>>;
/// Finds the relay of a mailbox; nothing when it sends nothing, and then its mail waits.
pub type Relays = Arc<dyn Fn(App, Uuid) -> Finding + Send + Sync>;

/// Empties the mail that is to leave.
pub struct Post {
    app: App,
    relays: Relays,
    patience: Patience,
    lanes: JoinSet<Run>,
    running: HashMap<Id, Uuid>,
    resting: HashMap<Uuid, Rest>,
    stopping: Arc<AtomicBool>,
    /// Whoever takes mails looks first how many may leave: one after the other, so that together they take no more.
    taking: Arc<Mutex<()>>,
}

#[derive(Clone, Copy)]
struct Rest {
    until: Instant,
    pause: Duration,
}

/// What one run of a mailbox did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// Mails with an answer for every recipient.
    pub sent: usize,
    /// Mails that wait for another try.
    pub waiting: usize,
    /// Why the relay could not be reached.
    pub trouble: Option<String>,
}

impl Post {
    pub fn new(app: App, relays: Relays, patience: Patience) -> Self {
        let (running, resting) = (HashMap::new(), HashMap::new());
        let (stopping, taking) = (Arc::default(), Arc::default());
        Self { app, relays, patience, lanes: JoinSet::new(), running, resting, stopping, taking }
    }

    /// Sends what is due by every mailbox that is not at it already. Returns at once; the work goes on beside.
    pub async fn beat(&mut self) {
        self.gather();
        let now = self.app.now();
        let due = match self.app.db.read(move |conn| mails::mailboxes_due(conn, now)).await {
            Ok(due) => due,
            Err(fault) => {
                tracing::warn!(problem = %fault, "the mail that is to leave could not be read; it is looked at again in a moment");
                return;
            }
        };
        for mailbox in due {
            let busy = self.running.values().any(|other| *other == mailbox);
            let rests = self.resting.get(&mailbox).is_some_and(|rest| rest.until > Instant::now());
            if busy || rests {
                continue;
            }
            let lane = Lane {
                app: self.app.clone(),
                mailbox,
                patience: self.patience,
                stopping: self.stopping.clone(),
                taking: self.taking.clone(),
            };
            let finding = (self.relays)(self.app.clone(), mailbox);
            let handle = self.lanes.spawn(async move { lane.run(finding).await });
            self.running.insert(handle.id(), mailbox);
        }
    }

    /// The same, and waits until all of it is done. For tests and for the end of a program.
    pub async fn empty(&mut self) -> Run {
        self.beat().await;
        let mut sum = Run::default();
        while let Some(ended) = self.lanes.join_next_with_id().await {
            let run = self.ended(ended);
            sum.sent += run.sent;
            sum.waiting += run.waiting;
            sum.trouble = sum.trouble.or(run.trouble);
        }
        sum
    }

    /// Nothing new is begun; what is on a line ends, and the rest is given back. Whoever waits longer than `most` is cut off, and
    /// its mail is free when its lease is over.
    pub async fn stop(&mut self, most: Duration) {
        self.stopping.store(true, Ordering::SeqCst);
        let ends = async { while self.lanes.join_next().await.is_some() {} };
        if tokio::time::timeout(most, ends).await.is_err() {
            self.lanes.abort_all();
        }
    }

    fn gather(&mut self) {
        while let Some(ended) = self.lanes.try_join_next_with_id() {
            self.ended(ended);
        }
    }

    fn ended(&mut self, ended: Result<(Id, Run), tokio::task::JoinError>) -> Run {
        let (id, run) = match ended {
            Ok(ended) => ended,
            Err(problem) => {
                tracing::error!(%problem, "a run of mail ended in the middle; what it held is free when its lease is over");
                (problem.id(), Run::default())
            }
        };
        let Some(mailbox) = self.running.remove(&id) else { return run };
        if run.trouble.is_none() {
            self.resting.remove(&mailbox);
            return run;
        }
        let pause = self.resting.get(&mailbox).map_or(REST.0, |rest| (rest.pause * 2).min(REST.1));
        self.resting.insert(mailbox, Rest { until: Instant::now() + pause, pause });
        run
    }
}

/// The mail of one mailbox.
#[derive(Clone)]
struct Lane {
    app: App,
    mailbox: Uuid,
    patience: Patience,
    stopping: Arc<AtomicBool>,
    taking: Arc<Mutex<()>>,
}

impl Lane {
    async fn run(self, finding: Finding) -> Run {
        let relay = match finding.await {
            Ok(Some(relay)) => Arc::new(relay),
            Ok(None) => return Run::default(),
            Err(trouble) => return Run { trouble: Some(trouble), ..Run::default() },
        };
        let lines = (0..LINES).map(|_| self.line(relay.clone()));
        let runs = futures_util::future::join_all(lines).await;
        let run = runs.into_iter().fold(Run::default(), |sum, run| Run {
            sent: sum.sent + run.sent,
            waiting: sum.waiting + run.waiting,
            trouble: sum.trouble.or(run.trouble),
        });
        if run.trouble.is_some() {
            // It may be that the server takes the token no more that we hold; the next run asks for another.
            self.app.tokens().forget(self.mailbox);
        }
        self.told(&run).await;
        run
    }

    /// What stands on the page of the mailboxes.
    async fn told(&self, run: &Run) {
        let (mailbox, now, trouble, sent) = (self.mailbox, self.app.now(), run.trouble.clone(), run.sent);
        let told = self.app.db.write(move |tx| match &trouble {
            Some(said) => {
                let said = Sentence::new("mail-out-trouble", [("said", Arg::Text(said.clone()))]);
                mailboxes::out_trouble(tx, mailbox, &said, now)
            }
            None if sent > 0 => mailboxes::out_well(tx, mailbox),
            None => Ok(()),
        });
        if let Err(fault) = told.await {
            let fault: Fault = fault;
            tracing::warn!(problem = %fault, "how a mailbox sends could not be noted");
        }
    }

    /// One line: takes a few mails, sends them one after the other, takes the next few.
    async fn line(&self, relay: Arc<Relay>) -> Run {
        let mut run = Run::default();
        let mut open = None;
        while run.trouble.is_none() && !self.stopping.load(Ordering::SeqCst) {
            let Some(taken) = self.take(relay.pace).await else { break };
            if taken.is_empty() {
                break;
            }
            self.carry(taken, &relay, &mut open, &mut run).await;
        }
        if let Some(open) = open {
            open.close().await;
        }
        run
    }

    /// What may leave now; the rest waits for the next place of the hour.
    async fn take(&self, pace: Pace) -> Option<Vec<Taken>> {
        let _turn = self.taking.lock().await;
        let (mailbox, now) = (self.mailbox, self.app.now());
        let taken = self.app.db.write(move |tx| match pace::room(tx, mailbox, pace, now)? {
            Room::For(many) => mails::claim_by(tx, mailbox, now, TAKEN.min(many), BYTES),
            Room::Busy => Ok(vec![]),
            Room::NoneUntil(until) => pace::waits(tx, mailbox, until, now).map(|_| vec![]),
        });
        let taken = taken.await;
        taken.inspect_err(|fault: &Fault| tracing::warn!(problem = %fault, "mail could not be taken to be sent")).ok()
    }

    async fn carry(&self, taken: Vec<Taken>, relay: &Relay, open: &mut Option<Open>, run: &mut Run) {
        let began = Instant::now();
        let mut left = taken.into_iter();
        while let Some(one) = left.next() {
            if began.elapsed() > FRESH || self.stopping.load(Ordering::SeqCst) {
                self.give_back(std::iter::once(one).chain(left).collect()).await;
                return;
            }
            let said = match self.one(&one, relay, open).await {
                Ok(said) => said,
                Err(trouble) => {
                    // Nothing is wrong with this mail, but it was tried: whoever looks at it sees what is in the way.
                    let said =
                        to_ask(&one.recipients).into_iter().map(|(n, _)| (n, Said::Later(trouble.clone()))).collect();
                    self.keep(one, said, run).await;
                    self.give_back(left.collect()).await;
                    run.trouble = Some(trouble);
                    return;
                }
            };
            self.keep(one, said, run).await;
        }
    }

    async fn give_back(&self, taken: Vec<Taken>) {
        let ids: Vec<_> = taken.iter().map(|one| (one.due.id, one.due.attempts)).collect();
        if ids.is_empty() {
            return;
        }
        if let Err(fault) = self.app.db.write(move |tx| mails::given_back(tx, &ids)).await {
            let fault: Fault = fault;
            tracing::warn!(problem = %fault, "mail could not be given back; it is free when its lease is over");
        }
    }

    /// One mail over the line, opened when there is none. A mail that makes the program stumble stops no other.
    async fn one(&self, taken: &Taken, relay: &Relay, open: &mut Option<Open>) -> Result<Vec<(i64, Said)>, String> {
        let asked = to_ask(&taken.recipients);
        let all = |said: Said| asked.iter().map(|(n, _)| (*n, said.clone())).collect::<Vec<_>>();
        if let Err(why) = assert_wire_safe(&taken.due.raw) {
            return Ok(all(Said::Refused(format!("not sent from here: {why}"))));
        }
        let to: Vec<&str> = asked.iter().map(|(_, address)| *address).collect();
        let carried = AssertUnwindSafe(carry(relay, open, self.patience, &to, &taken.due.raw)).catch_unwind().await;
        let heard = match carried {
            Ok(heard) => heard?,
            Err(_) if taken.due.attempts >= i64::from(TRIES) => {
                return Ok(all(Said::Refused("it cannot be sent from here".to_owned())));
            }
            Err(_) => return Ok(all(Said::Later("the program stumbled over it".to_owned()))),
        };
        Ok(asked.iter().map(|(n, _)| *n).zip(heard.each).collect())
    }

    async fn keep(&self, taken: Taken, said: Vec<(i64, Said)>, run: &mut Run) {
        let (firm, salt, now) = (self.app.firm(), self.app.random::<16>(), self.app.now());
        let waits = said.iter().any(|(_, said)| matches!(said, Said::Later(_)));
        let id = taken.due.id;
        let kept = self.app.db.write(move |tx| settle(tx, &Keeper { firm: &firm, salt, now }, &taken, &said)).await;
        match kept {
            Ok(kept) => {
                if let Some(firm) = kept.moved {
                    self.app.set_firm(firm);
                }
                if kept.settled == Settled::TooLate {
                    tracing::warn!(mail = %id, "a mail took longer than its lease; another server has it now");
                }
                if waits { run.waiting += 1 } else { run.sent += 1 }
            }
            Err(fault) => {
                let fault: Fault = fault;
                // The lease runs out by itself, and the same bytes leave again.
                tracing::warn!(problem = %fault, mail = %id, "what became of a mail could not be kept");
            }
        }
    }
}

async fn carry(
    relay: &Relay,
    open: &mut Option<Open>,
    patience: Patience,
    to: &[&str],
    raw: &[u8],
) -> Result<smtp::Heard, String> {
    let (fresh, mut line) = match open.take() {
        Some(line) if line.carried < OVER_ONE_LINE => (Fresh::No, line),
        worn => {
            if let Some(worn) = worn {
                worn.close().await;
            }
            (Fresh::Yes, smtp::open(relay, patience).await?)
        }
    };
    let mut heard = line.carry(&relay.from, to, raw).await;
    // A server may have ended a line that we used before: a fresh one tells whether it is still there.
    if heard.line == Line::Stale && fresh == Fresh::No {
        line = smtp::open(relay, patience).await?;
        heard = line.carry(&relay.from, to, raw).await;
    }
    if heard.line == Line::Good {
        *open = Some(line);
    }
    Ok(heard)
}

/// Whether a line was opened for this mail.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fresh {
    Yes,
    No,
}
