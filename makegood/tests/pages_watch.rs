//! Knowing before they do, as people see it: telling first, rooms that run out, quiet customers, agreed ways to talk.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

#[path = "watch/ahead.rs"]
mod ahead;
#[path = "watch/learned.rs"]
mod learned;
#[path = "watch/protocol.rs"]
mod protocol;
#[path = "watch/quiet.rs"]
mod quiet;
#[path = "watch/talks.rs"]
mod talks;
#[path = "watch/telling.rs"]
mod telling;

use crate::support;
use crate::visit;
use support::world;
use visit::Visitor;
use world::{MARIA, NOW};

/// Maria, signed in, in a firm with customers.
pub async fn maria(db: &store::Db) -> Visitor {
    tokio::task::block_in_place(|| world::build(db));
    Visitor::at(db.clone(), NOW).await.is(MARIA).await
}
