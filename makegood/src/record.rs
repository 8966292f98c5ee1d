//! The record of a case as a file that proves itself: lines of JSON, each with the hash of the bytes of the line before it, the last
//! one signed. `docs/record.md` says it so that anybody can write another reader; nothing here knows a database or a page.

pub mod check;
mod key;
mod write;

pub use check::{Checked, Kind, Wrong, check};
pub use key::{PublicKey, SigningKey};
pub use write::{Head, Installation, Role, Told, Who, write};

use sha2::{Digest as _, Sha256};

/// How every record begins; the version of the format stands behind it.
pub const BEGINS: &str = "{\"record\":\"makegood-record/";
/// The version that this program writes and reads.
pub const VERSION: &str = "1";
/// A longer file is not read: a record of ten thousand long letters is shorter.
pub const BYTES_AT_MOST: usize = 16 * 1024 * 1024;
/// Of the above, what the lines may take; the head and the signature fit into the rest.
const BYTES_OF_LINES: usize = BYTES_AT_MOST - 64 * 1024;
/// Things told in one record; a case of years has some hundreds.
pub const LINES_AT_MOST: usize = 10_000;

/// The hash of a line as it was written, without the end of the line.
fn hash(line: &[u8]) -> String {
    hex::encode(Sha256::digest(line))
}

/// What is signed: the format and the hash of the last line before the signature, so that no signature for anything else fits here.
fn signed_words(last: &str) -> String {
    format!("makegood-record/{VERSION} {last}")
}

/// The last line. It says nothing else, so that not one byte of it can be another.
fn signature_line(line: usize, before: &str, signature: &str) -> String {
    format!("{{\"line\":{line},\"before\":\"{before}\",\"signature\":\"{signature}\"}}")
}
