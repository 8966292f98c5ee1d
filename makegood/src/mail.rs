//! Mail from outside: read without ever failing, told apart into people and machines, one file at a time.

pub mod build;
pub mod came_back;
pub mod files;
pub mod header_block;
pub mod incoming;
pub mod letter;
pub mod letters;
pub mod mbox;
pub mod origin;
pub mod own_id;
pub mod parse;
pub mod part;
pub mod receipt;
pub mod relays;
pub mod reply_address;
pub mod route;
pub mod send;
pub mod sender;
pub mod slots;
pub mod smtp;
pub mod wire;

pub use incoming::{Address, Attachment, Incoming, Oddity};
pub use origin::{Machine, Origin, Ours};
