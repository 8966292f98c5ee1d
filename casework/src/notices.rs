//! What a notice to a colleague is about, in the few kinds in which people choose how they want to hear of it; and when a shift begins.
use crate::calendar::Calendar;
use crate::choices;
use crate::effect::after_quiet_hours;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, ToSpan as _};

/// A shift is looked for so many days ahead: a long works holiday.
const DAYS_AHEAD: i32 = 40;

choices! {
    /// Kinds of notices, the gravest first.
    pub enum About {
        /// Somebody is hurt or could be, or an emergency plan runs.
        Danger = "danger",
        /// A promise or a time of ours is about to break, or broke.
        Promises = "promises",
        /// The customer said or did something.
        Customer = "customer",
        /// A mail of ours did not arrive.
        Mail = "mail",
        /// Handed over to me, or asked of me.
        Asked = "asked",
        Rest = "rest",
    }
}

choices! {
    /// How mail brings a kind of notice; the page has all of them.
    pub enum ByMail { AtOnce = "at_once", Digest = "digest", Off = "off" }
}

impl About {
    /// What the notice with this text is about; one of a later version is among the rest.
    pub fn of(key: &str) -> Self {
        match key {
            "notice-safety" | "notice-emergency-step" | "notice-emergency-launched" => Self::Danger,
            "notice-promise-broken"
            | "notice-clock-warns"
            | "notice-customer-not-told"
            | "notice-deadlock"
            | "notice-clock-ran-out"
            | "notice-clock-went-up"
            | "notice-did-not-hold" => Self::Promises,
            "notice-not-solved"
            | "notice-case-reopened"
            | "notice-they-acted"
            | "notice-they-disagree"
            | "notice-proposal"
            | "notice-second-round"
            | "notice-they-wrote"
            | "notice-calendar-answered"
            | "notice-delivery-changed" => Self::Customer,
            "notice-mail-undelivered" => Self::Mail,
            "notice-case-opened-for-you"
            | "notice-handed-over"
            | "notice-taken-back"
            | "notice-named-on-case"
            | "notice-step-for-you"
            | "notice-action-is-yours"
            | "notice-supplier-answered"
            | "notice-supplier-file"
            | "notice-amends-waits"
            | "notice-resident"
            | "notice-support-asked"
            | "notice-escalated"
            | "notice-running-away"
            | "notice-cannot-reach"
            | "notice-tough-conversation"
            | "notice-not-acknowledged" => Self::Asked,
            _ => Self::Rest,
        }
    }

    /// Until somebody chooses: at once where minutes count or nobody else would see it, the rest once a day. What is urgent comes at once
    /// anyway.
    pub fn proposed(self) -> ByMail {
        match self {
            Self::Danger | Self::Mail => ByMail::AtOnce,
            Self::Promises | Self::Customer | Self::Asked | Self::Rest => ByMail::Digest,
        }
    }

    /// Where somebody is hurt, nobody chooses not to hear of it.
    pub fn may_choose(self) -> bool {
        self != Self::Danger
    }
}

/// When the next shift of somebody begins after `at`: our hours on their clock, and not inside their quiet hours.
pub fn next_shift(at: Timestamp, ours: &Calendar, zone: &TimeZone, quiet: Option<(u16, u16)>) -> Timestamp {
    let today = at.to_zoned(zone.clone()).date();
    let begins = |day: i32| {
        let date = today.checked_add(day.days()).ok()?;
        let from = ours.windows(date).first()?.from;
        let time = Time::midnight().saturating_add(Span::new().minutes(i64::from(from)));
        let at = zone.to_timestamp(date.to_datetime(time)).ok()?;
        Some(after_quiet_hours(at, zone, quiet))
    };
    (0..DAYS_AHEAD).filter_map(begins).find(|begin| *begin > at).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            match path.is_dir() {
                true => sources(&path, found),
                false => found.push(path),
            }
        }
    }

    /// Every notice that a command writes has its kind: a new one is put into a kind by somebody, and not by accident among the rest.
    #[test]
    fn every_notice_has_its_kind() {
        const REST: &[&str] = &["notice-amends-approved", "notice-amends-declined", "notice-hard-action"];
        let (mut files, mut found) = (vec![], vec![]);
        sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
        for file in files.into_iter().filter(|file| !file.ends_with("notices.rs")) {
            let text = std::fs::read_to_string(file).unwrap();
            found.extend(text.split('"').filter(|part| part.starts_with("notice-")).map(str::to_owned));
        }
        assert!(found.len() > 20, "{found:?}");
        for key in found {
            assert_eq!(About::of(&key) == About::Rest, REST.contains(&key.as_str()), "{key}");
        }
    }

    #[test]
    fn a_shift_begins_on_their_clock_on_our_working_days_and_after_their_quiet_hours() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let (ours, zone) = (crate::testing::story().facts.ours, TimeZone::UTC);
        let first = ours.windows("2026-03-03".parse().unwrap())[0].from;
        let begin = |day: &str| {
            let date: jiff::civil::Date = day.parse().unwrap();
            let time = Time::midnight().saturating_add(Span::new().minutes(i64::from(first)));
            zone.to_timestamp(date.to_datetime(time)).unwrap()
        };
        // Monday at noon: Tuesday morning; Friday evening: Monday morning; the very begin: the next one.
        assert_eq!(next_shift(at("2026-03-02T12:00:00Z"), &ours, &zone, None), begin("2026-03-03"));
        assert_eq!(next_shift(at("2026-03-06T20:00:00Z"), &ours, &zone, None), begin("2026-03-09"));
        assert_eq!(next_shift(begin("2026-03-03"), &ours, &zone, None), begin("2026-03-04"));
        // Quiet until an hour later.
        let quiet = Some((0, first + 60));
        let later = begin("2026-03-03").saturating_add(jiff::SignedDuration::from_hours(1)).unwrap();
        assert_eq!(next_shift(at("2026-03-02T20:00:00Z"), &ours, &zone, quiet), later);
    }
}
