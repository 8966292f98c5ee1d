//! Mail from outside: read without ever failing, told apart into people and machines, one file at a time.

pub mod away;
pub mod bounce;
pub mod build;
pub mod by_hand;
pub mod calendar;
pub mod came_back;
pub mod check;
pub mod connect;
pub mod contents;
pub mod damage;
pub mod dns;
pub mod door;
pub mod fetch;
pub mod files;
pub mod header_block;
pub mod html_text;
pub mod incoming;
pub mod letter;
pub mod letters;
pub mod lmtp;
pub mod mbox;
pub mod mend;
pub mod oauth;
pub mod origin;
pub mod own_id;
pub mod parse;
pub mod part;
pub mod pass;
pub mod quoted;
pub mod receipt;
pub mod receive;
pub mod relays;
pub mod reply_address;
pub mod route;
pub mod sanitised;
pub mod seal;
pub mod send;
pub mod sender;
pub mod slots;
pub mod smtp;
pub mod starts;
pub mod tnef;
pub mod to_itself;
pub mod uuencode;
pub mod wire;

pub use incoming::{Address, Attachment, AutoAnswer, Incoming, Oddity, Protection, Role};
pub use origin::{Machine, Origin, Ours};

/// A subject without its marks of answers, lists and forwards, as RFC 5256 takes it to see what belongs together.
pub fn base_subject(subject: &str) -> String {
    mail_parser::parsers::fields::thread::thread_name(subject).trim().to_owned()
}
