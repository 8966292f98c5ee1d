//! Dates as people say them, turned into exact ones on entry (S173): *tomorrow 9:00*, *Fr 10*, *end of month*, *in 2 hours*; in
//! every language of the desk. Where the other side's clock may be meant, both zones are given: [`crate::said`].
use crate::said::{self, Zones};
use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// The instant that is meant, on the reader's clock.
pub fn time(words: &str, now: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    said::time(words, now, &Zones::ours(zone))
}

/// The day that is meant.
pub fn date(words: &str, now: Timestamp, zone: &TimeZone) -> Option<Date> {
    said::date(words, now, zone)
}
