//! The desk is live: pages hear that something moved, who else is there, what is new, what happened meanwhile; on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

#[path = "live/drafts.rs"]
mod drafts;
#[path = "live/hear.rs"]
mod hear;
#[path = "live/news.rs"]
mod news;
#[path = "live/stop.rs"]
mod stop;
#[path = "live/streams.rs"]
mod streams;
#[path = "live/theirs.rs"]
mod theirs;
#[path = "live/together.rs"]
mod together;
#[path = "live/undo.rs"]
mod undo;
