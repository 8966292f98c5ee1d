//! Is this message good? What is missing, what will be misread, what contradicts the record, what was promised.
//!
//! Pure: text, record and packs in, a report out; the same in gives the same out. There is never a score. The rules are data
//! (`packs/`), in a small language of phrases; only what no phrase can say is a check in code (`checks/`).
mod checks;
mod condition;
mod counts;
mod found;
mod grammar;
mod language;
mod matcher;
mod pack;
mod phrase;
mod portion;
mod promises;
mod quick;
mod reading;
mod record;
mod report;
mod review;
mod rewrite;
mod rule;
mod sentence;
mod spans;
mod token;
mod vale;
mod vocabulary;
mod zones;

pub use checks::CHECKS;
pub use condition::QUESTIONS;
pub use counts::{Count, Unit, counts, unit};
pub use pack::{Failed, Own, Pack, Source, examples, nearest};
pub use phrase::TYPES;
pub use reading::Draft;
pub use record::{
    Address, Channel, Fault, FirstContact, Offered, Person, PromiseState, Promised, Purpose, Quantity, Record,
};
pub use report::{Finding, Line, Marker, Promise, Promiser, Report, State};
pub use review::{Because, Explained, Reviewer};
pub use rewrite::{replacement, rewritten};
pub use rule::{Level, Owned, Rule};
pub use spans::{Counted, Side};
pub use vale::{LeftOut, Style, to_own};
