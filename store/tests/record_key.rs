//! The key of records: the first one stands, whoever comes with another; it is in no export. On both databases.

use crate::support;
use store::{export, record_key};
use support::both;
use support::world::*;

#[test]
fn the_first_key_stands() {
    both(|db| {
        assert_eq!(read(&db, record_key::kept), None);
        assert_eq!(write(&db, |tx| Ok(record_key::keep(tx, [7; 32], NOW)?)), [7; 32]);
        assert_eq!(write(&db, |tx| Ok(record_key::keep(tx, [8; 32], NOW)?)), [7; 32]);
        assert_eq!(read(&db, record_key::kept), Some([7; 32]));
    });
}

#[test]
fn no_export_holds_it() {
    both(|db| {
        build(&db);
        write(&db, |tx| Ok(record_key::keep(tx, [0xab; 32], NOW)?));
        let (mut place, mut all) = (Some(export::Place::default()), String::new());
        while let Some(from) = place {
            let (page, next) = read(&db, move |conn| export::page(conn, from));
            all.extend(page.iter().map(ToString::to_string));
            place = next;
        }
        assert!(all.contains("Acme Robotics") && !all.contains(&"ab".repeat(32)), "{all}");
    });
}
