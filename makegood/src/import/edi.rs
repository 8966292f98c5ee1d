//! Messages between firms about orders (X12 and EDIFACT), read as a table that a person can see: one row for each thing that a
//! message says about a line, in the row whose number is the segment's own. What a message does not say, it leaves as it was.

mod edifact;
mod message;
mod nonconformity;
mod segments;
mod telling;
mod x12;

pub use segments::{Broken, Syntax, syntax_of};
pub use telling::{Interchange, Telling, as_csv, columns};

use super::csv_dialect;

/// The largest file of messages; they are small, and one is held in memory as a whole.
pub const BYTES_AT_MOST: u64 = 64 * 1024 * 1024;

/// Reads a file of messages.
///
/// # Errors
/// The segment at which it stops making sense: half a file is not a short file.
pub fn read(bytes: &[u8]) -> Result<Interchange, Broken> {
    let text = decoded(bytes);
    let (syntax, segments) = segments::split(&text)?;
    message::read(syntax, &segments)
}

/// UTF-8 where it is that, else what the old partners write.
fn decoded(bytes: &[u8]) -> String {
    let (charset, mark) = csv_dialect::charset_of(bytes);
    charset.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0.into_owned()
}

#[cfg(test)]
mod tests;
