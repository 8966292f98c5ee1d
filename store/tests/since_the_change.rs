//! Deliveries of an item since it was changed, and which of them came through clean; on both databases.

use crate::support;
use crate::support::intake;
use intake::*;
use jiff::civil::date;
use store::{
    orders::{self, Terms, Told},
    since_the_change::{self, Came},
};
use support::{both, world::read};
use watch::Line;

/// S031, DOMAIN 4.3: only deliveries of this item from that day on count, and one with a hint on it is not clean.
#[test]
fn deliveries_since_the_change_come_through_clean_or_not() {
    both(|db| {
        let acme = account(&db);
        let line = |order: &str, item: &str, delivered: &str| Line {
            item: Some(item.into()),
            promised: delivered.parse().ok(),
            delivered: delivered.parse().ok(),
            ..Line::new(order, "1")
        };
        let lines = [
            line("A-1", "SB-200", "2026-11-01"),
            line("A-2", "SB-200", "2026-12-05"),
            line("A-3", "SB-200", "2026-12-12"),
            line("A-4", "SB-300", "2026-12-12"),
        ];
        let told: Vec<Told> = lines.into_iter().map(|line| Told { row: 2, account: acme, line }).collect();
        let keep = move |tx: &store::Tx| on_day(20, |g| orders::keep(tx, &told, &Terms::default(), &mut mint(20), g));
        db.write_now(keep).expect("they are kept");
        let since = read(&db, |conn| since_the_change::deliveries(conn, "SB-200", date(2026, 12, 4)));
        let orders: Vec<&str> = since.iter().map(|d| d.order_no.as_str()).collect();
        assert_eq!(orders, ["A-2", "A-3"]);
        assert!(since.iter().all(|d| d.came == Came::Quiet && d.came.is_clean()));
        assert!(read(&db, |conn| since_the_change::deliveries(conn, "SB-9", date(2026, 12, 4))).is_empty());
    });
}
