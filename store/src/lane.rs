//! A lane is a bounded queue and the threads that take work from it; each thread owns one connection.

use crate::{fault::Fault, tx::Tx};
use crossbeam_channel::{Receiver, Sender, bounded};
use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind},
};
use tokio::sync::oneshot;

/// How much work may wait. At 5,000 changes a second that is less than a second of waiting; more would only be answered
/// after the caller has given up.
pub const QUEUE: usize = 4096;

pub(crate) enum Ask {
    Job(Box<dyn Job>),
    /// One thread of the lane ends after what it is doing.
    Stop,
}

pub(crate) fn lane() -> (Sender<Ask>, Receiver<Ask>) {
    bounded(QUEUE)
}

/// Whether what the work wrote shall stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Keep,
    Undo,
}

/// One unit of work that waits for its turn.
pub(crate) trait Job: Send {
    /// Runs the work and remembers its answer. May be called again after a rollback.
    fn attempt(&mut self, tx: &Tx<'_>) -> Verdict;
    /// Gives the answer to whoever asked: the work's own, or the fault that undid it.
    fn settle(self: Box<Self>, end: Result<(), Fault>);
}

struct Asked<F, T, E> {
    work: F,
    answer: Option<Result<T, E>>,
    tell: oneshot::Sender<Result<T, E>>,
}

impl<F, T, E> Job for Asked<F, T, E>
where
    F: Fn(&Tx<'_>) -> Result<T, E> + Send,
    T: Send,
    E: From<Fault> + Send,
{
    fn attempt(&mut self, tx: &Tx<'_>) -> Verdict {
        let answer = catch_unwind(AssertUnwindSafe(|| (self.work)(tx)))
            .unwrap_or_else(|panic| Err(E::from(Fault::Panicked(last_words(&*panic)))));
        let answer = match answer {
            Ok(_) if tx.has_failed() => Err(E::from(Fault::WentOn)),
            answer => answer,
        };
        let verdict = if answer.is_ok() { Verdict::Keep } else { Verdict::Undo };
        self.answer = Some(answer);
        verdict
    }

    fn settle(self: Box<Self>, end: Result<(), Fault>) {
        let answer = match end {
            Ok(()) => self.answer.unwrap_or_else(|| Err(E::from(Fault::Closed))),
            Err(fault) => Err(E::from(fault)),
        };
        // Whoever asked may have gone away; what was decided stands all the same.
        drop(self.tell.send(answer));
    }
}

fn last_words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|s| (*s).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no words".into())
}

type Told<T, E> = oneshot::Receiver<Result<T, E>>;

/// Wraps the work into a job and the place where its answer will arrive.
pub(crate) fn job<T, E, F>(work: F) -> (Ask, Told<T, E>)
where
    F: Fn(&Tx<'_>) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: From<Fault> + Send + 'static,
{
    let (tell, told) = oneshot::channel();
    (Ask::Job(Box::new(Asked { work, answer: None, tell })), told)
}
