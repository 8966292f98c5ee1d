//! The rules of service recovery. Pure: no clock, no chance, no files, no network; everything a decision looks at is handed in.
//!
//! Read in this order: `case` what is true · `facts` what a decision may look at · `commands` what can be asked ·
//! `event` what can happen · `recovery`, `severity`, `clock` what follows from it · `playbook`, `need`, `gate` what must be true.
pub mod agenda;
pub mod avoidance;
pub mod blame;
pub mod calendar;
pub mod case;
pub mod clock;
pub mod commands;
pub mod curiosity;
pub mod draft;
pub mod effect;
pub mod eight_d;
pub mod emergency;
pub mod event;
pub mod facts;
pub mod gate;
pub mod hindsight;
pub mod holidays;
pub mod ids;
pub mod inside;
pub mod kinds;
pub mod money;
pub mod need;
pub mod notices;
pub mod parts;
pub mod playbook;
pub mod policy;
pub mod realism;
pub mod recovery;
pub mod refusal;
pub mod resolving;
pub mod rights;
pub mod severity;
pub mod shape;
pub mod sheets;
pub mod simulate;
pub mod stuck;
pub mod text;
pub mod upstream;

#[cfg(test)]
mod stories;
#[cfg(test)]
mod testing;

pub use case::Case;
pub use commands::{Command, decide};
pub use draft::Change;
pub use event::{Event, Happening};
pub use facts::{Actor, Facts};
pub use refusal::Refusal;
