//! Who is looking at what, and how their pages learn that it moved. A page is only ever told *ask again*; what it then sees is
//! asked for and allowed like any other page.
use crate::app::App;
use casework::ids::{CaseNumber, PersonId};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::presence::Here;
use tokio::sync::watch;
use uuid::Uuid;

mod poll;

/// Open streams of one server (limits table).
pub const STREAMS_AT_MOST: usize = 2_000;
/// Open streams of one session: a browser has six connections for all that it asks, so some must stay free.
pub const STREAMS_OF_SESSION: usize = 4;
/// Pages whose end is not yet written down.
const GONE_AT_MOST: usize = 2_000;

/// What a page shows that may move while somebody looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// *Run to it*.
    Run,
    /// What has no case yet.
    Signals,
    Case(CaseNumber),
}

impl Topic {
    /// `run`, `signals`, `case/MG-1042`.
    pub fn read(words: &str) -> Option<Self> {
        match words {
            "run" => Some(Self::Run),
            "signals" => Some(Self::Signals),
            other => other.strip_prefix("case/")?.parse().ok().map(Self::Case),
        }
    }
}

impl fmt::Display for Topic {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Run => out.write_str("run"),
            Self::Signals => out.write_str("signals"),
            Self::Case(number) => write!(out, "case/{number}"),
        }
    }
}

/// What a page wants to be told of, and whose page it is.
#[derive(Clone, Debug)]
pub struct Wish {
    pub on: Topic,
    /// The page itself, made anew with every view.
    pub tab: Uuid,
    pub person: PersonId,
    /// The hash that the session is known by.
    pub session: [u8; 32],
    /// The word of the act whose form is open; empty when somebody looks.
    pub doing: String,
}

/// How often a page was told, and up to when it knows everything. Telling twice before it listens is telling once: nothing piles up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    pub moved: u64,
    pub here: u64,
    pub until: Timestamp,
}

struct Listener {
    wish: Wish,
    tell: watch::Sender<Told>,
}

#[derive(Default)]
struct Room {
    next: u64,
    listeners: BTreeMap<u64, Listener>,
    /// Pages that said goodbye, until that is written down.
    gone: Vec<(Uuid, PersonId)>,
    /// Whether somebody looks at the database for all of them.
    watched: bool,
}

/// All open streams of this server.
pub struct Live {
    room: Mutex<Room>,
    ended: watch::Sender<bool>,
}

impl Default for Live {
    fn default() -> Self {
        Self { room: Mutex::default(), ended: watch::Sender::new(false) }
    }
}

/// Who writes down that a page was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goodbye {
    Heard,
    /// Nobody looks after the pages of this server now.
    ForTheCaller,
}

/// There are as many streams as there may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

/// One open stream; letting go of it ends it.
pub struct Ear {
    live: Arc<Live>,
    id: u64,
    told: watch::Receiver<Told>,
    ended: watch::Receiver<bool>,
}

/// What an open stream hears next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    Told(Told),
    /// The program stops.
    Ended,
}

impl Live {
    fn room(&self) -> MutexGuard<'_, Room> {
        self.room.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Every stream ends; new ones end at once. An open stream would keep the program from stopping (F9).
    pub fn end(&self) {
        self.ended.send_replace(true);
    }

    /// A page was closed and said so; the next look writes it down, if there will be one.
    #[must_use]
    pub fn gone(&self, tab: Uuid, person: PersonId) -> Goodbye {
        let mut room = self.room();
        if !room.watched || room.gone.len() >= GONE_AT_MOST {
            return Goodbye::ForTheCaller;
        }
        room.gone.push((tab, person));
        Goodbye::Heard
    }

    /// How many streams are open.
    pub fn listeners(&self) -> usize {
        self.room().listeners.len()
    }

    fn tell(&self, until: Timestamp, fits: impl Fn(&Wish) -> bool, change: impl Fn(&mut Told)) {
        for listener in self.room().listeners.values().filter(|listener| fits(&listener.wish)) {
            listener.tell.send_modify(|told| {
                change(told);
                told.until = until;
            });
        }
    }

    /// The open pages about cases, as other servers are told of them.
    fn pages(&self) -> Vec<Here> {
        let here = |listener: &Listener| match listener.wish.on {
            Topic::Case(_) => Some(Here {
                tab: listener.wish.tab,
                person: listener.wish.person,
                place: listener.wish.on.to_string(),
                doing: listener.wish.doing.clone(),
            }),
            Topic::Run | Topic::Signals => None,
        };
        self.room().listeners.values().filter_map(here).collect()
    }
}

/// Opens a stream that knows everything up to `until`; whoever is first has the database watched.
///
/// # Errors
/// When there are too many streams already.
pub fn listen(app: &App, wish: Wish, until: Timestamp) -> Result<Ear, Full> {
    let live = app.live().clone();
    let (tell, told) = watch::channel(Told { moved: 0, here: 0, until });
    let ended = live.ended.subscribe();
    let mut room = live.room();
    let of_session = room.listeners.values().filter(|listener| listener.wish.session == wish.session).count();
    if room.listeners.len() >= STREAMS_AT_MOST || of_session >= STREAMS_OF_SESSION {
        return Err(Full);
    }
    let id = room.next;
    room.next += 1;
    room.gone.retain(|(tab, _)| *tab != wish.tab);
    room.listeners.insert(id, Listener { wish, tell });
    if !std::mem::replace(&mut room.watched, true) {
        tokio::spawn(poll::watch(app.clone()));
    }
    drop(room);
    Ok(Ear { live, id, told, ended })
}

impl Ear {
    /// Tells this page alone: what moved while it was not listening.
    pub fn tell(&self) {
        if let Some(listener) = self.live.room().listeners.get(&self.id) {
            listener.tell.send_modify(|told| told.moved += 1);
        }
    }

    /// What it knows now, without waiting.
    pub fn now(&mut self) -> Heard {
        if *self.ended.borrow() { Heard::Ended } else { Heard::Told(*self.told.borrow_and_update()) }
    }

    /// Waits for the next word.
    pub async fn next(&mut self) -> Heard {
        if *self.ended.borrow() {
            return Heard::Ended;
        }
        tokio::select! {
            changed = self.told.changed() => if changed.is_ok() { Heard::Told(*self.told.borrow_and_update()) } else { Heard::Ended },
            _ = self.ended.changed() => Heard::Ended,
        }
    }
}

impl Drop for Ear {
    fn drop(&mut self) {
        self.live.room().listeners.remove(&self.id);
    }
}
