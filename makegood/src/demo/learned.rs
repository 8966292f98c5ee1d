//! What the demo company learned a while ago stands on the profiles already; the latest waits for one press.
use crate::app::App;
use jiff::{SignedDuration, Timestamp};
use store::insights::{self, About, Place};
use store::{By, NotKept, accounts};

/// Older lessons were given their place by those who said them.
const LONG_AGO: SignedDuration = SignedDuration::from_hours(24 * 45);
/// Customers of the company; a page of them is enough.
const CUSTOMERS: i64 = 100;

/// Keeps them.
///
/// # Errors
/// When the database fails.
pub async fn add(app: &App, now: Timestamp) -> Result<(), NotKept> {
    let request = app.new_request();
    let before = now.saturating_sub(LONG_AGO).unwrap_or(now);
    let work = move |tx: &store::Tx| {
        for account in accounts::list(tx, None, CUSTOMERS)? {
            for insight in insights::of_account(tx, account.id)?.into_iter().filter(|i| i.said_at < before) {
                let by = By { person: Some(insight.said_by), request, now: insight.said_at };
                insights::place(tx, insight.case, About::Customer, &Place::Profile, &by)?;
            }
        }
        Ok(())
    };
    app.db.write(work).await
}
