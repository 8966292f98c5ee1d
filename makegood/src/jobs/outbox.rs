//! Does what a change left to be done outside. Notices are seen on the page; one case may ask one thing of another.
use super::TRIES;
use crate::act::{self, Asked, NotDone};
use crate::app::App;
use casework::Command;
use casework::facts::Actor;
use casework::ids::{CaseId, RequestId};
use serde::Deserialize;
use store::facts::CaseRef;
use store::outbox::{self, Errand, Settled, TAKEN_AT_MOST};
use uuid::Uuid;

/// What this worker knows how to do.
const KINDS: [&str; 2] = [NOTICE, "prevention_did_not_hold"];
const NOTICE: &str = "notify";
/// A command that follows from one that follows from one …: no deeper.
const DEPTH: u8 = 3;
/// Portions in one beat.
const PORTIONS: usize = 20;

/// Empties the outbox.
pub struct Outbox {
    app: App,
}

#[derive(Deserialize)]
struct FollowOn {
    on: CaseId,
    #[serde(default)]
    because: Option<CaseId>,
    #[serde(default = "first")]
    depth: u8,
}
fn first() -> u8 {
    1
}

impl Outbox {
    pub fn new(app: App) -> Self {
        Self { app }
    }

    /// Takes what is due, at most 2,000 rows; says how many were done.
    pub async fn beat(&mut self) -> usize {
        let mut done = 0;
        for _ in 0..PORTIONS {
            let now = self.app.now();
            let taken = match self.app.db.write(move |tx| outbox::claim(tx, &KINDS, now, TAKEN_AT_MOST)).await {
                Ok(taken) => taken,
                Err(fault) => {
                    tracing::warn!(problem = %fault, "the outbox could not be read; it is looked at again in a moment");
                    return done;
                }
            };
            let full = taken.len() as i64 == TAKEN_AT_MOST;
            // The row of a notice is the notice: the page shows it from its due time on, so all of them are done at once.
            let (notices, errands): (Vec<_>, Vec<_>) = taken.into_iter().partition(|errand| errand.kind == NOTICE);
            done += self.shown(notices).await;
            for errand in errands {
                done += usize::from(self.one(errand).await);
            }
            if !full {
                return done;
            }
        }
        done
    }

    /// A lease that ran out meanwhile leaves its row to whoever has it now.
    async fn shown(&self, notices: Vec<Errand>) -> usize {
        if notices.is_empty() {
            return 0;
        }
        let (now, firm, url) = (self.app.now(), self.app.firm(), self.app.public_url().to_owned());
        let settled = self.app.db.write(move |tx| {
            notices.iter().try_fold(0, |done, errand| {
                let settled = outbox::done(tx, errand.id, errand.attempts, now)?;
                // What else is to be said of it, by mail, by webhook and again, begins with the page.
                if settled == Settled::Kept {
                    crate::notices::spread(tx, &firm, &url, errand, now)?;
                }
                Ok::<_, store::Fault>(done + usize::from(settled == Settled::Kept))
            })
        });
        settled.await.unwrap_or_else(|fault| {
            // Taken again when their lease is over; twice does no harm.
            tracing::warn!(problem = %fault, "notices could not be marked as done");
            0
        })
    }

    /// One bad row never stops the others.
    async fn one(&self, errand: Errand) -> bool {
        let (id, attempts, now) = (errand.id, errand.attempts, self.app.now());
        let came = self.go(&errand).await;
        let settled = match &came {
            Ok(()) => self.app.db.write(move |tx| outbox::done(tx, id, attempts, now)).await,
            Err(why) => {
                let (why, many) = (why.clone(), attempts >= i64::from(TRIES));
                if many {
                    tracing::error!(errand.id = %id, errand.kind, attempts, why, "something to be done outside does not get done; a person must look");
                }
                self.app.db.write(move |tx| outbox::failed(tx, id, attempts, &why, now)).await
            }
        };
        if let Err(fault) = settled {
            // The lease runs out by itself and the row is taken again; twice does no harm.
            tracing::warn!(problem = %fault, errand.id = %id, "what became of an errand could not be kept");
        }
        came.is_ok()
    }

    async fn go(&self, errand: &Errand) -> Result<(), String> {
        match errand.kind.as_str() {
            "prevention_did_not_hold" => self.did_not_hold(errand).await,
            other => Err(format!("unknown kind {other}")),
        }
    }

    async fn did_not_hold(&self, errand: &Errand) -> Result<(), String> {
        let asked: FollowOn = serde_json::from_str(&errand.payload).map_err(|e| e.to_string())?;
        if asked.depth > DEPTH {
            return Err("commands that follow from commands went too deep".to_owned());
        }
        let words = match asked.because {
            Some(case) => self
                .app
                .db
                .read(move |conn| store::cases::number_of(conn, case))
                .await
                .map_err(|f| f.to_string())?
                .map(|n| n.to_string()),
            None => None,
        };
        let value = serde_json::json!({ "words": words.unwrap_or_default() });
        let command =
            Command::read("reopen-prevention", value).and_then(Result::ok).ok_or("this program has no such command")?;
        let id = RequestId(Uuid::new_v5(&errand.id, b"follow on"));
        let asked_for = Asked { id, ..Asked::new(&self.app, command) };
        match act::act(&self.app, Actor::System, CaseRef::Id(asked.on), asked_for).await {
            Ok(_) => Ok(()),
            Err(NotDone::Refused(refusal)) => Err(refusal.code.to_owned()),
            Err(NotDone::Fault(fault)) => Err(fault.to_string()),
        }
    }
}
