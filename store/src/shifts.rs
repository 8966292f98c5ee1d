//! Work in shifts, each on a thread of its own. What a thread freed and kept for itself goes back with its end, and not before: a few such
//! crumbs between the pages of a busy hour keep all of those pages from the system.

use std::{panic::resume_unwind, thread};

/// What comes after a shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Then {
    /// Another one, on a fresh thread.
    Rest,
    End,
}

/// Shift after shift until one says that it was the last. Where no thread can be had, a shift is done on this one.
pub(crate) fn in_shifts(name: &str, shift: impl Fn() -> Then + Sync) {
    loop {
        let then =
            thread::scope(|scope| match thread::Builder::new().name(name.to_owned()).spawn_scoped(scope, &shift) {
                Ok(worker) => worker.join().unwrap_or_else(|panic| resume_unwind(panic)),
                Err(error) => {
                    tracing::warn!(%error, "no thread for the next shift; this one goes on");
                    shift()
                }
            });
        if then == Then::End {
            return;
        }
    }
}
