//! Writing mail on a case, the mail of a case, and mail that does not get through: by forms alone, without script, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

#[path = "mail/arrives.rs"]
mod arrives;
#[path = "mail/comes.rs"]
mod comes;
#[path = "mail/house.rs"]
pub mod house;
#[path = "mail/leaves.rs"]
mod leaves;
#[path = "mail/sorted.rs"]
mod sorted;
#[path = "mail/writes.rs"]
mod writes;
