//! What the running program holds: the database, the firm as it is now, and the only place that reads a clock or draws chance.
use crate::handling::Counted;
use crate::limits::Limits;
use crate::live::Live;
use crate::mail::door::Doors;
use crate::mail::oauth::Tokens;
use crate::mail::seal::{KeyPlace, SealKey};
use crate::net::Net;
use crate::review_rules::Compiled;
use casework::ids::{CaseNumber, RequestId};
use jiff::Timestamp;
use rand::RngCore as _;
use ring::rand::SystemRandom;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};
use store::firm::{self, Firm};
use store::{Db, Fault, numbers};
use tokio::sync::Notify;
use uuid::Uuid;
use watch::replay::Learned;

/// Case numbers taken at once; a stop may leave a gap, two servers never give the same one.
const NUMBERS_AT_ONCE: u32 = 50;

/// Cheap to clone; handed to every edge.
#[derive(Clone)]
pub struct App {
    pub db: Db,
    held: Arc<Held>,
}

struct Held {
    clock: Clock,
    firm: RwLock<Arc<Firm>>,
    numbers: Mutex<VecDeque<CaseNumber>>,
    limits: Limits,
    live: Arc<Live>,
    counted: Counted,
    review_rules: Compiled,
    public_url: OnceLock<String>,
    around: OnceLock<Around>,
    seal_key: OnceLock<SealKey>,
    tokens: Tokens,
    /// What the lines that ended teach about the open ones.
    past: RwLock<Arc<Learned>>,
    mail_came: Notify,
    server: Uuid,
}

/// What is told once when the program starts, about the machine around it.
#[derive(Default)]
pub struct Around {
    /// Where the key of mailboxes is.
    pub key: KeyPlace,
    pub net: Net,
    pub doors: Doors,
    /// The same each time that this server starts; drawn anew when nobody says it.
    pub server: Option<Uuid>,
    /// Where other programs put files of orders.
    pub orders_folder: Option<PathBuf>,
}

/// What time it is; a test stands still and moves by hand.
#[derive(Clone, Debug)]
pub enum Clock {
    Real,
    /// Microseconds since 1970, moved by the test that holds it.
    Still(Arc<AtomicI64>),
}

impl Clock {
    /// The only reading of a clock in the program. Whole microseconds, as they are kept: history must tell the same state.
    #[allow(clippy::disallowed_methods)]
    pub fn now(&self) -> Timestamp {
        match self {
            Self::Real => micros(Timestamp::now().as_microsecond()),
            Self::Still(at) => micros(at.load(Ordering::SeqCst)),
        }
    }
}

#[allow(clippy::disallowed_methods)]
fn drawn() -> Uuid {
    Uuid::now_v7()
}

fn micros(since_1970: i64) -> Timestamp {
    Timestamp::from_microsecond(since_1970).unwrap_or(Timestamp::UNIX_EPOCH)
}

impl App {
    /// # Errors
    /// When the firm cannot be read.
    pub fn new(db: Db, clock: Clock) -> Result<Self, Fault> {
        let firm = db.read_now(firm::load)?;
        let held = Held {
            clock,
            firm: RwLock::new(Arc::new(firm)),
            numbers: Mutex::default(),
            limits: Limits::default(),
            live: Arc::default(),
            counted: Counted::default(),
            review_rules: Compiled::default(),
            public_url: OnceLock::new(),
            around: OnceLock::new(),
            seal_key: OnceLock::new(),
            tokens: Tokens::default(),
            past: RwLock::default(),
            mail_came: Notify::new(),
            server: drawn(),
        };
        Ok(Self { db, held: Arc::new(held) })
    }

    pub fn now(&self) -> Timestamp {
        self.held.clock.now()
    }
    /// How people reach the program from outside; said once, when it starts.
    pub fn is_reached_at(&self, public_url: &str) {
        // A second word changes nothing: links that went out must stay right.
        drop(self.held.public_url.set(public_url.to_owned()));
    }
    /// Empty when nobody said it, as in tests.
    pub fn public_url(&self) -> &str {
        self.held.public_url.get().map_or("", String::as_str)
    }
    /// A second word changes nothing, as for the address.
    pub fn is_around(&self, around: Around) {
        drop(self.held.around.set(around));
    }
    fn around(&self) -> &Around {
        self.held.around.get_or_init(Around::default)
    }
    pub fn net(&self) -> &Net {
        &self.around().net
    }
    pub fn doors(&self) -> &Doors {
        &self.around().doors
    }
    /// Where other programs put files of orders; nowhere when nobody said it.
    pub fn orders_folder(&self) -> Option<&Path> {
        self.around().orders_folder.as_deref()
    }
    /// Which of several servers this is.
    pub fn server(&self) -> Uuid {
        self.around().server.unwrap_or(self.held.server)
    }
    /// What seals and opens the secrets of mailboxes; made when it is first needed.
    ///
    /// # Errors
    /// When its file cannot be read or made.
    pub fn seal_key(&self) -> std::io::Result<&SealKey> {
        if let Some(key) = self.held.seal_key.get() {
            return Ok(key);
        }
        let key = self.around().key.key(self.random())?;
        Ok(self.held.seal_key.get_or_init(|| key))
    }
    /// Tokens that open mailboxes and still last.
    pub fn tokens(&self) -> &Tokens {
        &self.held.tokens
    }
    /// Rings when the bytes of a mail were kept, so that it gets its place at once.
    pub fn mail_came(&self) {
        self.held.mail_came.notify_one();
    }
    pub async fn until_mail_comes(&self) {
        self.held.mail_came.notified().await;
    }
    pub fn limits(&self) -> &Limits {
        &self.held.limits
    }
    /// Who is looking at what on this server.
    pub fn live(&self) -> &Arc<Live> {
        &self.held.live
    }
    /// What came of the last months, as everybody may read it.
    pub fn counted(&self) -> &Counted {
        &self.held.counted
    }
    /// The rules of the message review, compiled; `review_rules::reviewer` asks it.
    pub fn review_rules(&self) -> &Compiled {
        &self.held.review_rules
    }
    /// The firm as last read; `act` notices when it moved on.
    /// What was learned from the lines that ended; nothing until the first look.
    pub fn past(&self) -> Arc<Learned> {
        self.held.past.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn learned(&self, past: Arc<Learned>) {
        *self.held.past.write().unwrap_or_else(PoisonError::into_inner) = past;
    }

    pub fn firm(&self) -> Arc<Firm> {
        self.held.firm.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
    pub fn set_firm(&self, firm: Firm) {
        let mut held = self.held.firm.write().unwrap_or_else(PoisonError::into_inner);
        if firm.version >= held.version {
            *held = Arc::new(firm);
        }
    }
    /// Reads the firm again; called after settings changed here.
    ///
    /// # Errors
    /// When the firm cannot be read.
    pub async fn refresh_firm(&self) -> Result<(), Fault> {
        let firm = self.db.read(firm::load).await?;
        self.set_firm(firm);
        Ok(())
    }

    /// The firm as it is now, whichever server changed it last: for a page that must not outlive the setting behind it.
    ///
    /// # Errors
    /// When the firm cannot be read.
    pub async fn firm_now(&self) -> Result<Arc<Firm>, Fault> {
        if self.db.read(firm::version).await? != self.firm().version {
            self.refresh_firm().await?;
        }
        Ok(self.firm())
    }

    /// A number for a new case.
    ///
    /// # Errors
    /// When the database cannot give a block.
    pub async fn next_number(&self) -> Result<CaseNumber, Fault> {
        loop {
            if let Some(n) = self.held.numbers.lock().unwrap_or_else(PoisonError::into_inner).pop_front() {
                return Ok(n);
            }
            let first = self.db.write(|tx| numbers::take_block(tx, NUMBERS_AT_ONCE)).await?;
            let block = (first.0..first.0 + u64::from(NUMBERS_AT_ONCE)).map(CaseNumber);
            self.held.numbers.lock().unwrap_or_else(PoisonError::into_inner).extend(block);
        }
    }

    /// An id in the order of time.
    #[allow(clippy::disallowed_methods)]
    pub fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }
    pub fn new_request(&self) -> RequestId {
        RequestId(self.new_id())
    }
    /// Chance for those who draw it themselves: keys of browsers' messages.
    pub fn chance(&self) -> SystemRandom {
        SystemRandom::new()
    }
    /// Random bytes for tokens and salts, from the system.
    #[allow(clippy::disallowed_methods)]
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        rand::rng().fill_bytes(&mut bytes);
        bytes
    }
}
