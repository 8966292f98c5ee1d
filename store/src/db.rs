//! The database as the rest of the program sees it: `read` and `write`, each with a closure that is not async.

use crate::{
    fault::Fault,
    lane::{self, Ask},
    migrate::{self, STEPS, Step},
    postgres, sqlite,
    target::Target,
    tls,
    tx::{Conn, Tx},
};
use crossbeam_channel::{SendTimeoutError, Sender, TrySendError};
use jiff::Timestamp;
use std::{
    fmt,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    thread::{self, JoinHandle},
    time::Duration,
};

/// How long a thread that may wait, such as an import's, waits for a place in the queue.
const PATIENCE: Duration = Duration::from_secs(30);

/// A database; cloning it is cheap. It closes with the last clone, or by [`Db::close`], which also waits for the end.
#[derive(Clone)]
pub struct Db {
    lanes: Arc<Lanes>,
}

struct Lanes {
    write: Sender<Ask>,
    read: Sender<Ask>,
    threads: Mutex<Vec<JoinHandle<()>>>,
    readers: usize,
    writers: usize,
    name: String,
}

impl fmt::Debug for Db {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.lanes.name)
    }
}

impl Db {
    /// Opens the database and brings it to this program's schema. `now` is noted beside each migration that runs.
    /// Blocks; may be called from async code at the start of the program.
    pub fn open(target: &Target, now: Timestamp) -> Result<Self, Fault> {
        Self::open_with(target, STEPS, now)
    }

    /// The same with other migrations than the program's own.
    pub fn open_with(target: &Target, steps: &'static [Step], now: Timestamp) -> Result<Self, Fault> {
        let target = target.clone();
        // On a thread of its own, because a connection to PostgreSQL brings its runtime and those cannot be nested.
        let opening = thread::spawn(move || match &target {
            Target::Sqlite { file, readers } => open_sqlite(&target, file, *readers, steps, now),
            Target::Postgres { url, writers, readers } => open_postgres(&target, url, *writers, *readers, steps, now),
        });
        opening.join().unwrap_or_else(|_| Err(Fault::Panicked("opening the database".into())))
    }

    /// Looks at one moment of the database. Nothing can be changed in `work`: a [`Conn`] has no verb for it.
    pub async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: Fn(&Conn<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        let (ask, told) = lane::job(move |tx: &Tx<'_>| work(tx));
        offer(&self.lanes.read, ask)?;
        told.await.unwrap_or_else(|_| Err(E::from(Fault::Closed)))
    }

    /// Changes the database: all that `work` did is durable when this returns `Ok`, and nothing of it after an error.
    /// `work` may run more than once. It goes on even if the caller stops waiting.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: Fn(&Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        let (ask, told) = lane::job(work);
        offer(&self.lanes.write, ask)?;
        told.await.unwrap_or_else(|_| Err(E::from(Fault::Closed)))
    }

    /// [`Db::read`] for threads and the shell; panics in async code. Waits up to 30 s for a place in the queue.
    pub fn read_now<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: Fn(&Conn<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        let (ask, told) = lane::job(move |tx: &Tx<'_>| work(tx));
        wait(&self.lanes.read, ask)?;
        told.blocking_recv().unwrap_or_else(|_| Err(E::from(Fault::Closed)))
    }

    /// [`Db::write`] for threads and the shell; panics in async code. Waits up to 30 s for a place in the queue.
    pub fn write_now<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: Fn(&Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        let (ask, told) = lane::job(work);
        wait(&self.lanes.write, ask)?;
        told.blocking_recv().unwrap_or_else(|_| Err(E::from(Fault::Closed)))
    }

    /// Lets the engine read each statement without running it; every one it does not understand is reported. For tests.
    pub fn prepare_all(&self, statements: &'static [&'static str]) -> Result<(), Fault> {
        let bad: Vec<String> = statements
            .iter()
            .filter_map(|sql| {
                self.read_now(move |conn| conn.prepare(sql)).err().map(|fault| format!("{fault}\n  {sql}"))
            })
            .collect();
        if bad.is_empty() { Ok(()) } else { Err(Fault::Setup(bad.join("\n"))) }
    }

    /// Finishes what has begun, refuses what still waits, folds SQLite's log into the file and lets go of the lock.
    /// Blocks until then.
    pub fn close(&self) {
        let threads = std::mem::take(&mut *self.lanes.threads.lock().unwrap_or_else(PoisonError::into_inner));
        for (lane, count) in [(&self.lanes.read, self.lanes.readers), (&self.lanes.write, self.lanes.writers)] {
            for _ in 0..count.min(threads.len()) {
                // An error means that the lane has ended already, which is what we want.
                drop(lane.send(Ask::Stop));
            }
        }
        for thread in threads {
            if thread.join().is_err() {
                tracing::error!("a thread of the database ended in a panic");
            }
        }
    }
}

fn offer(lane: &Sender<Ask>, ask: Ask) -> Result<(), Fault> {
    lane.try_send(ask).map_err(|e| match e {
        TrySendError::Full(_) => Fault::Busy,
        TrySendError::Disconnected(_) => Fault::Closed,
    })
}

fn wait(lane: &Sender<Ask>, ask: Ask) -> Result<(), Fault> {
    lane.send_timeout(ask, PATIENCE).map_err(|e| match e {
        SendTimeoutError::Timeout(_) => Fault::Busy,
        SendTimeoutError::Disconnected(_) => Fault::Closed,
    })
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>, Fault> {
    thread::Builder::new().name(name.to_owned()).spawn(work).map_err(|e| Fault::engine(e, "starting a thread"))
}

fn open_sqlite(target: &Target, file: &Path, readers: usize, steps: &[Step], now: Timestamp) -> Result<Db, Fault> {
    sqlite::check_version(rusqlite::version_number())?;
    sqlite::make_room(file)?;
    let lock = sqlite::lock(file)?;
    let conn = sqlite::connect(file, sqlite::Use::Write)?;
    migrate::on_sqlite(&conn, file, steps, now)?;
    let ((write, write_asks), (read, read_asks)) = (lane::lane(), lane::lane());
    let mut threads = Vec::new();
    for _ in 0..readers {
        let reader = sqlite::Reader { conn: sqlite::connect(file, sqlite::Use::Read)?, asks: read_asks.clone() };
        threads.push(spawn("sqlite-read", move || reader.serve())?);
    }
    let writer = sqlite::Writer { file: file.to_path_buf(), asks: write_asks, lock };
    threads.push(spawn("sqlite-shifts", move || writer.serve(conn))?);
    let lanes = Lanes { write, read, threads: Mutex::new(threads), readers, writers: 1, name: target.to_string() };
    Ok(Db { lanes: Arc::new(lanes) })
}

fn open_postgres(
    target: &Target,
    url: &str,
    writers: usize,
    readers: usize,
    steps: &[Step],
    now: Timestamp,
) -> Result<Db, Fault> {
    tls::warn_if_open(url)?;
    migrate::on_postgres(url, steps, now)?;
    let ((write, write_asks), (read, read_asks)) = (lane::lane(), lane::lane());
    let mut threads = Vec::new();
    let lanes = (0..writers).map(|_| (postgres::Use::Write, &write_asks));
    let lanes = lanes.chain((0..readers).map(|_| (postgres::Use::Read, &read_asks)));
    for ((purpose, asks), number) in lanes.zip(0..) {
        let lane = postgres::Lane { url: url.to_owned(), purpose, asks: asks.clone(), number, link: None };
        threads.push(spawn("postgres", move || lane.serve())?);
    }
    let lanes = Lanes { write, read, threads: Mutex::new(threads), readers, writers, name: target.to_string() };
    Ok(Db { lanes: Arc::new(lanes) })
}
