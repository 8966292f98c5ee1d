//! PostgreSQL: threads that each own a connection, transactions with pipelined writes, retries, reconnects.

use crate::{
    fault::Fault,
    lane::{Ask, Job, Verdict},
    pipeline::{Link, Pipeline, Trouble, fault},
    tls::{self, Way},
    tx::{Tx, Wire},
};
use crossbeam_channel::Receiver;
use std::{cell::RefCell, sync::Arc, thread, time::Duration};
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::{Client, Config, Socket, tls::MakeTlsConnect};

/// A statement of ours takes milliseconds; one of 30 s is stuck and holds up others. A lock is had in 2 s or the user is
/// told that we are busy. A transaction that is left open blocks clean-up and migrations, so the server ends it.
const SESSION: &str = "set statement_timeout = '30s'; set lock_timeout = '2s'; \
    set idle_in_transaction_session_timeout = '30s'; set timezone = 'UTC'; set client_min_messages = 'warning'";

/// Under READ COMMITTED a clash is rare (a deadlock); 60 tries with growing pauses are about 0.7 s.
const TRIES: u32 = 60;

/// Opens one connection and makes sure that it is as durable as we promise.
pub(crate) fn connect(url: &str) -> Result<Link, Fault> {
    let (mut config, way) = tls::read(url)?;
    config
        .application_name("makegood")
        .connect_timeout(Duration::from_secs(5))
        .tcp_user_timeout(Duration::from_secs(10));
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|e| Fault::engine(e, "starting a connection's runtime"))?;
    let client = match way {
        Way::Plain(tls) => dial(&runtime, &config, tls)?,
        Way::Encrypted(tls) => dial(&runtime, &config, tls)?,
    };
    let link = Link { runtime, client: Arc::new(client), statements: RefCell::default() };
    link.runtime.block_on(link.client.batch_execute(SESSION)).map_err(|e| fault(e, SESSION))?;
    check(&link)?;
    Ok(link)
}

fn dial<T>(runtime: &Runtime, config: &Config, tls: T) -> Result<Client, Fault>
where
    T: MakeTlsConnect<Socket>,
    T::Stream: Send + 'static,
{
    let (client, connection) = runtime.block_on(config.connect(tls)).map_err(|e| Fault::Unreachable(words(&e)))?;
    runtime.spawn(async move {
        if let Err(e) = connection.await {
            tracing::debug!(error = %e, "a connection to PostgreSQL ended");
        }
    });
    Ok(client)
}

/// The error with its cause: tokio-postgres keeps what matters there.
fn words(error: &tokio_postgres::Error) -> String {
    match std::error::Error::source(error) {
        Some(cause) => format!("{error}: {cause}"),
        None => error.to_string(),
    }
}

fn check(link: &Link) -> Result<(), Fault> {
    let setting = |sql: &'static str| -> Result<String, Fault> {
        let row = link.runtime.block_on(link.client.query_one(sql, &[])).map_err(|e| fault(e, sql))?;
        row.try_get(0).map_err(|e| fault(e, sql))
    };
    if setting("show synchronous_commit")? == "off" {
        return Err(Fault::Setup(
            "PostgreSQL runs with synchronous_commit = off: what Makegood has confirmed could be lost. Set it to on"
                .into(),
        ));
    }
    if setting("show server_encoding")? != "UTF8" {
        return Err(Fault::Setup("the PostgreSQL database is not in UTF8; create it with encoding 'UTF8'".into()));
    }
    Ok(())
}

/// What the transactions of a lane are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    Write,
    Read,
}

impl Use {
    fn begin(self) -> &'static str {
        match self {
            // Commands lock the row of their case first; SERIALIZABLE would halve the speed by false clashes.
            Self::Write => "begin isolation level read committed",
            // Every statement of a page sees the same moment, as on SQLite.
            Self::Read => "begin isolation level repeatable read read only",
        }
    }
}

/// One thread's work: take a job, carry it out on the own connection, answer.
pub(crate) struct Lane {
    pub url: String,
    pub purpose: Use,
    pub asks: Receiver<Ask>,
    /// Sets the pauses of the lanes apart, so that two that clashed do not clash again.
    pub number: u32,
    pub link: Option<Link>,
}

impl Lane {
    pub fn serve(mut self) {
        while let Ok(Ask::Job(job)) = self.asks.recv() {
            self.carry_out(job);
        }
    }

    fn carry_out(&mut self, mut job: Box<dyn Job>) {
        let purpose = self.purpose;
        let (mut clashes, mut losses) = (0, 0);
        loop {
            let link = match self.link() {
                Ok(link) => link,
                Err(fault) => return job.settle(Err(fault)),
            };
            match attempt(link, purpose, job) {
                None => return,
                Some((back, Trouble::Clash)) if clashes < TRIES => {
                    clashes += 1;
                    let micros = (200 << clashes.min(6)) + 37 * self.number;
                    thread::sleep(Duration::from_micros(micros.into()));
                    job = back;
                }
                // The connection was gone before `commit` was sent: nothing was kept, so the work may run again.
                Some((back, Trouble::Lost)) if losses == 0 => {
                    losses += 1;
                    self.link = None;
                    job = back;
                }
                Some((back, Trouble::Clash)) => return back.settle(Err(Fault::Clash)),
                Some((back, Trouble::Lost)) => {
                    self.link = None;
                    return back.settle(Err(Fault::Unreachable("the connection broke twice".into())));
                }
            }
        }
    }

    fn link(&mut self) -> Result<&Link, Fault> {
        let usable = self.link.take().filter(is_alive);
        let link = match usable {
            Some(link) => link,
            None => connect(&self.url).inspect_err(|e| tracing::warn!(error = %e, "no connection to PostgreSQL"))?,
        };
        Ok(self.link.insert(link))
    }
}

/// Looks for a farewell the server may have sent while nobody was listening: the connection is only read while a job
/// runs. Three turns let the socket be read, the connection's task run, and its end be seen.
fn is_alive(link: &Link) -> bool {
    link.runtime.block_on(async {
        for _ in 0..3 {
            tokio::task::yield_now().await;
        }
    });
    !link.client.is_closed()
}

/// Gives the job back if it may be tried again; otherwise it has been answered.
fn attempt(link: &Link, purpose: Use, mut job: Box<dyn Job>) -> Option<(Box<dyn Job>, Trouble)> {
    let line = Pipeline::new(link);
    let verdict = match line.put(purpose.begin(), &[]) {
        Ok(()) => job.attempt(&Tx::new(Wire::Postgres(&line))),
        Err(fault) => {
            let Some(trouble) = line.trouble() else {
                job.settle(Err(fault));
                return None;
            };
            return Some((job, trouble));
        }
    };
    match (verdict, purpose) {
        (Verdict::Keep, Use::Read) => {
            // A reader need not wait for the end of its snapshot; but nothing is sent unless somebody waits, so we do.
            job.settle(Ok(()));
            if line.hit("commit", &[]).is_err() {
                roll_back(link);
            }
            None
        }
        (Verdict::Keep, Use::Write) => keep(link, &line, job),
        (Verdict::Undo, _) => {
            let first = line.drain();
            roll_back(link);
            match line.trouble() {
                Some(trouble) => Some((job, trouble)),
                None => {
                    job.settle(first);
                    None
                }
            }
        }
    }
}

fn keep(link: &Link, line: &Pipeline<'_>, job: Box<dyn Job>) -> Option<(Box<dyn Job>, Trouble)> {
    let end = line.hit("commit", &[]).map(drop);
    if end.is_err() {
        roll_back(link);
    }
    match line.trouble() {
        Some(Trouble::Clash) => Some((job, Trouble::Clash)),
        // `Lost` after `commit` was sent stays `Unknown`: it may have been kept, so it must not run again by itself.
        _ => {
            job.settle(end);
            None
        }
    }
}

fn roll_back(link: &Link) {
    if let Err(e) = link.runtime.block_on(link.client.batch_execute("rollback")) {
        tracing::debug!(error = %e, "rollback; the server does it when the connection ends");
    }
}
