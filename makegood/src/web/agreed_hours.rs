//! When a customer may be called, as both sides wrote it down: *Mon–Fri 8–17*, *Mo-Do 7:30-12:00, 13-16; Fr 7-12*, *day and night*.
use super::hours;
use casework::calendar::Window;
use jiff::{Timestamp, tz::TimeZone};

/// Parts of one agreement that are read.
const PARTS: usize = 14;
const DAY: u16 = 24 * 60;

/// The beginnings of the names of the days, Monday first, in English, German, Polish, Spanish and French.
#[rustfmt::skip]
const DAYS: [&[&str]; 7] = [
    &["mon", "montag", "mo", "pon", "lun", "lu"],
    &["tue", "tu", "dienstag", "di", "wt", "mar", "ma"],
    &["wed", "we", "mittwoch", "mi", "śr", "sr", "mié", "mie", "mer"],
    &["thu", "th", "donnerstag", "do", "czw", "jue", "ju", "jeu", "je"],
    &["fri", "fr", "freitag", "pt", "vie", "vi", "ven", "ve"],
    &["sat", "samstag", "sa", "sob", "sáb", "sab", "sam"],
    &["sun", "sonntag", "so", "nie", "ndz", "dom", "dim", "su"],
];

/// The agreed stretches of each day, Monday first; minutes of the local day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AgreedHours([Vec<Window>; 7]);

/// Reads the agreement; nothing when it cannot be understood, and then nobody is warned of anything.
pub fn read(text: &str) -> Option<AgreedHours> {
    let text = text.trim().to_lowercase().replace(['–', '—'], "-");
    if ["24/7", "day and night", "any time", "anytime", "always", "immer", "rund um die uhr"].contains(&text.as_str()) {
        return Some(AgreedHours(std::array::from_fn(|_| vec![Window { from: 0, to: DAY }])));
    }
    let mut agreed = AgreedHours::default();
    let mut any = false;
    for part in parts(&text) {
        let first = part.find(|c: char| c.is_ascii_digit())?;
        let last = part.rfind(|c: char| c.is_ascii_digit())?;
        let days = days(part[..first].trim().trim_end_matches([':', ',']))?;
        let windows = hours::read(&part[first..=last]).ok().filter(|windows| !windows.is_empty())?;
        for day in days {
            agreed.0[day].extend(windows.iter().copied());
        }
        any = true;
    }
    any.then_some(agreed)
}

/// A part ends at a semicolon or a line's end, and at a comma before the name of a day.
fn parts(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = vec![];
    for piece in text.split([';', '\n']) {
        for (n, bit) in piece.split(',').enumerate() {
            let names_days = bit.trim_start().starts_with(char::is_alphabetic);
            match parts.last_mut().filter(|_| n > 0 && !names_days) {
                Some(part) => {
                    part.push(',');
                    part.push_str(bit);
                }
                None => parts.push(bit.to_owned()),
            }
        }
    }
    parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).take(PARTS).collect()
}

/// `mon-fri`, `sat`, `mo, di`; without a name every working day is meant.
fn days(words: &str) -> Option<Vec<usize>> {
    if words.is_empty() {
        return Some((0..5).collect());
    }
    let ends: Vec<usize> = words.split('-').map(day).collect::<Option<_>>()?;
    match ends.as_slice() {
        [one] => Some(vec![*one]),
        [from, to] if from <= to => Some((*from..=*to).collect()),
        [from, to] => Some((*from..7).chain(0..=*to).collect()),
        _ => None,
    }
}

fn day(word: &str) -> Option<usize> {
    let word = word.trim().trim_end_matches('.');
    let is = |names: &&[&str]| names.iter().any(|name| *name == word || (name.len() >= 3 && word.starts_with(*name)));
    DAYS.iter().position(is)
}

/// Whether somebody may be called then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    Yes,
    No,
}

impl AgreedHours {
    /// At this moment, on the clock on their wall.
    pub fn at(&self, at: Timestamp, zone: &TimeZone) -> Within {
        let local = at.to_zoned(zone.clone());
        let minute = u16::from(local.hour().unsigned_abs()) * 60 + u16::from(local.minute().unsigned_abs());
        let today = usize::from(local.weekday().to_monday_zero_offset().unsigned_abs());
        let yesterday = (today + 6) % 7;
        let open = self.0[today].iter().any(|w| (w.from..w.to).contains(&minute))
            || self.0[yesterday].iter().any(|w| (w.from..w.to).contains(&(minute + DAY)));
        if open { Within::Yes } else { Within::No }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, local: &str) -> Within {
        let zone = TimeZone::get("America/Chicago").unwrap();
        let local: jiff::civil::DateTime = local.parse().unwrap();
        read(text).unwrap().at(local.to_zoned(zone.clone()).unwrap().timestamp(), &zone)
    }

    /// 2026-03-02 is a Monday.
    #[test]
    fn agreed_hours_are_read_as_people_write_them() {
        for text in ["Mon–Fri 8–17", "mo-fr 08:00-17:00", "8-17 Austin", "Monday - Friday: 8:00 – 17.00"] {
            assert_eq!(at(text, "2026-03-02T08:00"), Within::Yes, "{text}");
            assert_eq!(at(text, "2026-03-02T17:00"), Within::No, "{text}");
            assert_eq!(at(text, "2026-03-07T10:00"), Within::No, "{text}");
        }
    }

    #[test]
    fn days_may_have_hours_of_their_own() {
        for text in ["Mo-Do 7:30-12:00, 13-16; Fr 7-12", "Mo-Do 7:30-12:00, 13-16, Fr 7-12"] {
            assert_eq!(at(text, "2026-03-05T12:30"), Within::No, "{text}");
            assert_eq!(at(text, "2026-03-05T15:59"), Within::Yes, "{text}");
            assert_eq!(at(text, "2026-03-06T12:30"), Within::No, "{text}");
            assert_eq!(at(text, "2026-03-06T07:15"), Within::Yes, "{text}");
        }
    }

    #[test]
    fn a_night_goes_on_after_midnight() {
        assert_eq!(at("Mon 22-6", "2026-03-03T05:59"), Within::Yes);
        assert_eq!(at("Mon 22-6", "2026-03-03T06:00"), Within::No);
        assert_eq!(at("day and night", "2026-03-08T03:00"), Within::Yes);
    }

    #[test]
    fn what_is_not_understood_warns_of_nothing() {
        for text in ["", "mornings", "when Dana is there", "Monday to Friday", "8 to late"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
