//! Timelines that contradict themselves: said aloud on the row, never guessed straight.

use crate::{
    Ground,
    line::{Line, Standing},
};
use serde::{Deserialize, Serialize};

/// One contradiction within a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Oddity {
    DeliveredBeforeShipped,
    DeliveredWithoutDate,
    ClosedWithoutDate,
    CancelledYetDelivered,
    DeliveredInTheFuture,
    ShippedInTheFuture,
    PromisedBeforeOrdered,
    DeliveredBeforeOrdered,
}

impl Oddity {
    pub const ALL: [Oddity; 8] = [
        Oddity::DeliveredBeforeShipped,
        Oddity::DeliveredWithoutDate,
        Oddity::ClosedWithoutDate,
        Oddity::CancelledYetDelivered,
        Oddity::DeliveredInTheFuture,
        Oddity::ShippedInTheFuture,
        Oddity::PromisedBeforeOrdered,
        Oddity::DeliveredBeforeOrdered,
    ];

    /// The stable word for storage and locale keys.
    pub fn word(self) -> &'static str {
        match self {
            Oddity::DeliveredBeforeShipped => "delivered-before-shipped",
            Oddity::DeliveredWithoutDate => "delivered-without-date",
            Oddity::ClosedWithoutDate => "closed-without-date",
            Oddity::CancelledYetDelivered => "cancelled-yet-delivered",
            Oddity::DeliveredInTheFuture => "delivered-in-the-future",
            Oddity::ShippedInTheFuture => "shipped-in-the-future",
            Oddity::PromisedBeforeOrdered => "promised-before-ordered",
            Oddity::DeliveredBeforeOrdered => "delivered-before-ordered",
        }
    }
}

/// What contradicts itself in this line, seen at the moment of looking.
pub fn oddities(line: &Line, ground: &Ground) -> Vec<Oddity> {
    let after = |one: Option<crate::When>, two: Option<crate::When>| match (one, two) {
        (Some(one), Some(two)) => one.surely_after(two, ground.zone),
        _ => false,
    };
    let future = |when: Option<crate::When>| when.is_some_and(|when| when.begins(ground.zone) > ground.now);
    let says_delivered = line.standing == Standing::Delivered;
    let rows = [
        (after(line.shipped, line.delivered), Oddity::DeliveredBeforeShipped),
        (says_delivered && line.delivered.is_none(), Oddity::DeliveredWithoutDate),
        (line.standing == Standing::Closed && line.delivered.is_none(), Oddity::ClosedWithoutDate),
        (line.is_cancelled() && (line.delivered.is_some() || says_delivered), Oddity::CancelledYetDelivered),
        (future(line.delivered), Oddity::DeliveredInTheFuture),
        (future(line.shipped), Oddity::ShippedInTheFuture),
        (after(line.ordered, line.promised), Oddity::PromisedBeforeOrdered),
        (after(line.ordered, line.delivered), Oddity::DeliveredBeforeOrdered),
    ];
    rows.into_iter().filter(|(seen, _)| *seen).map(|(_, oddity)| oddity).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{When, rules::testing::ground};

    fn line() -> Line {
        let mut line = Line::new("A-1", "1");
        line.shipped = Some("2026-11-12".parse().unwrap());
        line.delivered = Some("2026-11-13".parse().unwrap());
        line.standing = Standing::Delivered;
        line
    }

    #[test]
    fn a_straight_line_has_nothing_odd() {
        assert_eq!(ground(|g| oddities(&line(), g)), []);
    }

    #[test]
    fn delivered_before_it_was_handed_over_is_said() {
        let odd = Line { delivered: Some("2026-11-11".parse().unwrap()), ..line() };
        assert_eq!(ground(|g| oddities(&odd, g)), [Oddity::DeliveredBeforeShipped]);
    }

    #[test]
    fn delivered_without_a_date_is_said() {
        let odd = Line { delivered: None, ..line() };
        assert_eq!(ground(|g| oddities(&odd, g)), [Oddity::DeliveredWithoutDate]);
    }

    #[test]
    fn cancelled_yet_delivered_is_said() {
        let odd = Line { standing: Standing::Cancelled, ..line() };
        assert_eq!(ground(|g| oddities(&odd, g)), [Oddity::CancelledYetDelivered]);
    }

    #[test]
    fn a_delivery_next_year_is_said() {
        let odd = Line { delivered: Some(When::At("2027-11-11T00:00:00Z".parse().unwrap())), ..line() };
        assert_eq!(ground(|g| oddities(&odd, g)), [Oddity::DeliveredInTheFuture]);
    }
}
