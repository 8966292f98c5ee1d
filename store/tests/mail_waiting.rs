//! Mail that waits for its place: whatever is new goes before an archive.

use crate::support;
use store::inbox;
use support::{NOW, both};
use uuid::Uuid;

/// What lay in a mailbox before it was added gets its place behind whatever is new, so that nobody waits behind an archive.
#[test]
fn new_mail_gets_its_place_before_an_old_mailbox_that_came_first() {
    both(|db| {
        let take = |n: u128, heed: inbox::Heed, minutes: i64| {
            let (raw, at) = (format!("raw {n}"), NOW + jiff::SignedDuration::from_mins(minutes));
            let way = inbox::Way { source: "test", came_at: None, heed };
            db.write_now(move |tx| inbox::take_in(tx, Uuid::from_u128(n), raw.as_bytes(), &way, at)).expect("kept");
        };
        for n in 1..=3 {
            take(n, inbox::Heed::Quiet, 0);
        }
        take(9, inbox::Heed::Heard, 5);
        let order: Vec<u128> =
            db.write_now(inbox::next_waiting).expect("waiting").iter().map(|one| one.id.as_u128()).collect();
        assert_eq!(order, [9, 1, 2, 3]);
        // An import knows its mail as history in the same way.
        let kept = db.write_now(|tx| {
            let way = inbox::Way { source: "old.mbox #1", came_at: None, heed: inbox::Heed::Quiet };
            inbox::keep_heeded(tx, Uuid::from_u128(20), &inbox::digest(b"old"), b"old", &way, NOW)
        });
        assert!(kept.expect("kept"));
        let quiet = db.read_now(|conn| conn.one::<i64>("select quiet from inbox where source = 'old.mbox #1'", &[]));
        assert_eq!(quiet.expect("read"), 1);
    });
}
