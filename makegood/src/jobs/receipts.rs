//! Queues the receipts of written complaints (C02), within what a storm may make of them.
use crate::app::App;
use crate::mail::receipt::{House, Receipt, queue};
use casework::ids::CaseId;
use jiff::SignedDuration;
use std::collections::HashSet;
use store::{Fault, mailboxes, mails};

/// Cases looked at in one beat.
const AT_ONCE: i64 = 50;
/// A receipt that is older is no receipt any more.
const NOT_LATER: SignedDuration = SignedDuration::from_hours(24);
/// Cases that get none, so that they are not looked at again and again.
const REMEMBERED: usize = 10_000;

/// Looks for written complaints that have no receipt.
pub struct Receipts {
    app: App,
    settled: HashSet<CaseId>,
}

impl Receipts {
    pub fn new(app: App) -> Self {
        Self { app, settled: HashSet::new() }
    }

    /// How many receipts it queued.
    pub async fn beat(&mut self) -> usize {
        match self.look().await {
            Ok(queued) => queued,
            Err(fault) => {
                tracing::warn!(problem = %fault, "written complaints could not be looked for; they are in a moment");
                0
            }
        }
    }

    async fn look(&mut self) -> Result<usize, Fault> {
        let now = self.app.now();
        let since = now.saturating_sub(NOT_LATER).unwrap_or(now);
        let owed: Vec<CaseId> = self.app.db.read(move |conn| mails::receipts_owed(conn, since, AT_ONCE)).await?;
        let mut queued = 0;
        for case in owed.into_iter().filter(|case| !self.settled.contains(case)).collect::<Vec<_>>() {
            let (firm, fresh) = (self.app.firm_now().await?, self.app.random::<32>());
            let app = self.app.clone();
            let work = move |tx: &store::Tx| {
                let key = mailboxes::keep_mail_key(tx, fresh, now)?;
                queue(tx, &House { firm: &firm, key: &key, public_url: app.public_url() }, case, now)
            };
            match self.app.db.write(work).await? {
                Receipt::Queued => queued += 1,
                // Somebody may set one up in the next minute.
                Receipt::NoMailbox => return Ok(queued),
                Receipt::NotOwed => self.remember(case),
                told @ (Receipt::Machine | Receipt::Unwanted | Receipt::Enough) => {
                    tracing::info!(%case, ?told, "no automatic receipt");
                    self.remember(case);
                }
            }
        }
        Ok(queued)
    }

    fn remember(&mut self, case: CaseId) {
        if self.settled.len() >= REMEMBERED {
            self.settled.clear();
        }
        self.settled.insert(case);
    }
}
