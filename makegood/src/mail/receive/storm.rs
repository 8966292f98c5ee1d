//! Nobody writes so many mails in an hour: each has its place, and once a day a signal says that this sender rings no more in such an hour, so
//! that a person looks whether a person writes.
use super::Placed;
use super::told::Told;
use crate::mail::route::{Route, Signal};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::messages::Letter;
use store::mint::Mint;
use store::{Fault, Tx, signals, storms};
use watch::{Arg, Sentence};

/// In the transaction that gives the mail its place.
pub fn rings_once(tx: &Tx, letter: &Letter, route: Route, mint: &mut Mint, now: Timestamp) -> Result<Placed, Fault> {
    let from = if letter.from_name.is_empty() { &letter.from_mail } else { &letter.from_name };
    let told = Told { message: letter.id, from, subject: &letter.subject, received_at: letter.received_at };
    let Some(mut raised) = told.raised(&letter.place, Signal::Mail, now) else {
        return Ok(Placed { route, signals: 0 });
    };
    let day = letter.received_at.to_zoned(TimeZone::UTC).date();
    let words = [
        ("from", Arg::Text(from.to_owned())),
        ("subject", Arg::Text(letter.subject.clone())),
        ("most", Arg::Text(storms::RINGING_AT_MOST.to_string())),
    ];
    raised.kind = "mail-storm".into();
    raised.subject = format!("mail storm {} {day}", letter.from_mail);
    raised.evidence = Sentence::new("signal-mail-storm", words);
    let new = signals::is_new(tx, &raised)?;
    signals::raise(tx, &[raised], mint)?;
    Ok(Placed { route, signals: u64::from(new) })
}
