//! The watch's rules, one file each, alphabetical.

pub mod acknowledged_later;
pub mod asked_thrice;
pub mod carrier_trouble;
pub mod cases_close;
pub mod check_went_wrong;
pub mod delivery_denied;
pub mod failed_inspection;
pub mod gone_quiet;
pub mod late_undelivered;
pub mod lot_elsewhere;
pub mod milestone_missed;
pub mod negative_slack;
pub mod nonconformity;
pub mod not_shipped;
pub mod over_promise;
pub mod overload;
pub mod predicted_late;
pub mod quantity_off;
pub mod return_without_case;
pub mod same_risk;
pub mod same_words;
pub mod short_paid;
pub mod short_stock;
pub mod silent_slip;
pub mod thin_slack;
pub mod tone_falling;
pub mod unacknowledged;
pub mod unchecked_delivery;
pub mod undrafted_promise;
pub mod upstream_slipped;

#[cfg(test)]
pub mod testing {
    //! A Friday afternoon in Berlin to look from, with Monday to Friday as working days.

    use crate::{Ground, When};
    use jiff::{Timestamp, ToSpan, civil::Weekday, tz::TimeZone};

    pub const NOW: &str = "2026-11-20T14:00:00Z";

    /// A day as a line holds it.
    pub fn day(text: &str) -> Option<When> {
        Some(text.parse().unwrap())
    }

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
