//! The watch's rules, one file each, alphabetical.

pub mod gone_quiet;
pub mod late_undelivered;
pub mod negative_slack;
pub mod over_promise;
pub mod silent_slip;
pub mod unchecked_delivery;

#[cfg(test)]
pub mod testing {
    //! A Friday afternoon in Berlin to look from, with Monday to Friday as working days.

    use crate::Ground;
    use jiff::{Timestamp, ToSpan, civil::Weekday, tz::TimeZone};

    pub const NOW: &str = "2026-11-20T14:00:00Z";

    /// Runs a question on that ground.
    pub fn ground<T>(ask: impl FnOnce(&Ground) -> T) -> T {
        at(NOW, ask)
    }

    /// Runs a question at another moment.
    pub fn at<T>(now: &str, ask: impl FnOnce(&Ground) -> T) -> T {
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        let working_days_after = |from: Timestamp, days: u32| {
            let mut day = from.to_zoned(zone.clone());
            let mut left = days;
            while left > 0 {
                day = day.checked_add(1.day()).unwrap();
                left -= u32::from(!matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday));
            }
            day.timestamp()
        };
        ask(&Ground { now: now.parse().unwrap(), zone: &zone, working_days_after: &working_days_after })
    }
}
