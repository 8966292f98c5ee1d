//! The live desk in a real browser, on both databases: the list moves and never under the finger, two colleagues work on one case.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

#[path = "browser_live/drafts.rs"]
mod drafts;
#[path = "browser_live/morning.rs"]
mod morning;
#[path = "browser_live/pages.rs"]
mod pages;
#[path = "browser_live/together.rs"]
mod together;
