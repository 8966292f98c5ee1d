//! Ids for many rows at once: in the order of time, and the same again when a transaction has to run twice.

use jiff::Timestamp;
use uuid::{Builder, Uuid};

/// The most ids one mint makes; the place for the counter is no larger.
pub const IDS_AT_MOST: u32 = 1 << 28;

/// Makes ids from one id that was drawn for the whole work, the time, and a counter. Nothing is drawn here.
#[derive(Debug, Clone)]
pub struct Mint {
    millis: u64,
    seed: [u8; 5],
    next: u32,
}

impl Mint {
    /// A mint for one piece of work; `drawn` must be new for it.
    pub fn new(drawn: Uuid, now: Timestamp) -> Mint {
        let [.., a, b, c, d, e] = *drawn.as_bytes();
        Mint { millis: now.as_millisecond().unsigned_abs(), seed: [a, b, c, d, e], next: 0 }
    }

    /// The next id; larger than the ones before it.
    pub fn id(&mut self) -> Uuid {
        let n = self.next.min(IDS_AT_MOST - 1);
        self.next = self.next.saturating_add(1);
        let [high, low] = ((n >> 16) as u16).to_be_bytes();
        let [third, fourth] = (n as u16).to_be_bytes();
        let [a, b, c, d, e] = self.seed;
        // The upper four bits of the first byte and the upper two of the third belong to the version of the id.
        Builder::from_unix_timestamp_millis(self.millis, &[high, low, 0, third, fourth, a, b, c, d, e]).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_in_order_all_different_and_the_same_again() {
        let now: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
        let fresh = || Mint::new(Uuid::from_u128(7), now);
        let mut mint = fresh();
        let ids: Vec<Uuid> = (0..70_000).map(|_| mint.id()).collect();
        assert!(ids.windows(2).all(|two| two[0] < two[1]));
        let mut again = fresh();
        assert!(ids.iter().all(|id| *id == again.id()));
        assert_ne!(Mint::new(Uuid::from_u128(8), now).id(), ids[0]);
        assert_eq!(ids[0].get_version_num(), 7);
    }
}
