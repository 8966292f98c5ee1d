//! The review of what is written to a customer, as page, form and program ask for it: the record that a text is read against, what came of it in the
//! order that matters, and what a person left as it is.
mod elsewhere;
mod left;
mod order;
mod place;
mod record;

pub use elsewhere::Elsewhere;
pub use left::{Left, left_in, words_of};
#[cfg(test)]
pub use order::shipped;
pub use order::{OTHER_LANGUAGE, Reviewed, Said};
pub use place::{Put, put, says_something};
pub use record::{About, Passed, Text};

/// Letters of a text that are read, as many as the longest field holds.
pub const LETTERS_AT_MOST: usize = 20_000;
