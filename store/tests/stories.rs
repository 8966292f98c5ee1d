//! All stories of the store in one program, so that they are linked once: `cargo test -p store cases::` runs those of `cases.rs`.
//! A file that is not named here does not run, which the architecture test finds.

mod bi;
mod cases;
mod db;
mod delivery_links;
mod desk;
mod emergency;
mod export;
mod feeds;
mod firm;
mod foresight;
mod forgotten;
mod gone_around;
mod handling;
mod hindsight;
mod history;
mod insights;
mod links;
mod mail;
mod migrations;
mod orders;
mod outbox;
mod over_promise;
mod plans;
mod record_key;
mod recounts;
mod reports;
mod search;
mod signals;
mod small;
mod statements;
mod stock;
mod support;
mod their_files;
mod trouble;
mod welcome;
