//! Stock and alternates as they are kept and found again, on both databases.

use crate::support;
use crate::support::intake;
use casework::ids::AccountId;
use intake::*;
use jiff::{Timestamp, ToSpan};
use store::alternates::{self, Alternate};
use store::stock::{self, Kept, Part, Quantity, Stock};
use store::whose::{self, Whose};
use store::{Db, export};
use support::{
    NOW, both,
    world::{ACME, read, write},
};

fn on(day: i64) -> Timestamp {
    NOW + (day * 24).hours()
}

fn lies(item: &str, site: &str, free: i64) -> Stock {
    Stock {
        item: item.into(),
        site: site.into(),
        on_hand: Some(Quantity(300_000)),
        free: Some(Quantity(free * 1000)),
        ready_on: None,
        lead_days: Some(10),
    }
}

fn keep(db: &Db, day: i64, batch: Vec<Stock>, silent: Vec<Part>) -> Kept {
    write(db, move |tx| Ok(stock::keep(tx, &batch, &silent, &mut mint(day), on(day))?))
}

fn found(db: &Db, item: &str) -> Vec<stock::KeptStock> {
    let items = vec![item.to_owned()];
    read(db, move |conn| stock::of_items(conn, &items))
}

#[test]
fn stock_is_new_then_the_same_then_changed_and_found_however_it_is_written() {
    both(|db| {
        assert_eq!(read(&db, stock::told_at), None);
        let rows = || vec![lies("KB-7  rev C", "Warsaw", 240), lies("KB-7 rev C", "Łódź", 0)];
        assert_eq!(keep(&db, 0, rows(), vec![]), Kept { new: 2, ..Kept::default() });
        assert_eq!(keep(&db, 1, rows(), vec![]), Kept { same: 2, ..Kept::default() });
        assert_eq!(
            keep(&db, 2, vec![lies("kb-7 rev c", "WARSAW", 200)], vec![]),
            Kept { changed: 1, ..Kept::default() }
        );
        let here = found(&db, " KB-7 Rev C ");
        let told: Vec<_> =
            here.iter().map(|k| (k.stock.site.as_str(), k.stock.to_take().unwrap(), k.seen_at)).collect();
        assert_eq!(told, [("WARSAW", Quantity(200_000), on(2)), ("Łódź", Quantity(0), on(1))]);
        assert_eq!(read(&db, stock::told_at), Some(on(2)));
        assert!(found(&db, "KB-8").is_empty());
    });
}

/// A list that no longer names an item does not say that the old figure still holds.
#[test]
fn what_the_last_file_of_a_site_is_silent_about_is_not_known_any_more() {
    both(|db| {
        keep(&db, 0, vec![lies("KB-7", "Warsaw", 240), lies("KB-7", "Austin", 9)], vec![]);
        keep(&db, 3, vec![lies("KB-8", "Warsaw", 5)], vec![]);
        let gone: Vec<_> = found(&db, "KB-7").iter().map(|k| (k.stock.site.clone(), k.is_gone())).collect();
        assert_eq!(gone, [("Austin".to_owned(), false), ("Warsaw".to_owned(), true)]);
    });
}

#[test]
fn a_file_without_a_column_leaves_what_is_known() {
    both(|db| {
        keep(&db, 0, vec![lies("KB-7", "", 240)], vec![]);
        let bare = Stock { lead_days: None, on_hand: None, ..lies("KB-7", "", 240) };
        let silent = vec![Part::LeadDays, Part::OnHand];
        assert_eq!(keep(&db, 1, vec![bare], silent), Kept { same: 1, ..Kept::default() });
        assert_eq!(found(&db, "KB-7")[0].stock.lead_days, Some(10));
    });
}

/// The standard lead time of an item is the shortest that any site has.
#[test]
fn the_lead_time_of_an_item_is_the_shortest_of_its_sites() {
    both(|db| {
        assert_eq!(read(&db, |conn| stock::lead_time(conn, "KB-7")), None);
        let slow = Stock { lead_days: Some(25), ..lies("KB-7", "Austin", 0) };
        keep(&db, 0, vec![lies("KB-7", "Warsaw", 0), slow], vec![]);
        assert_eq!(read(&db, |conn| stock::lead_time(conn, "kb-7")), Some(10));
    });
}

fn stands_in(approved_by: Option<AccountId>) -> Alternate {
    Alternate {
        item: "KB-7 rev C".into(),
        alternate: "KB-7 rev D".into(),
        fits: "yes".into(),
        approved_by,
        data_sheet: "DS-118".into(),
    }
}

#[test]
fn s147_an_alternate_is_kept_once_for_each_customer_who_approved_it() {
    both(|db| {
        account(&db);
        let keep = |day: i64, rows: Vec<Alternate>, silent: Vec<alternates::Part>| {
            write(&db, move |tx| Ok(alternates::keep(tx, &rows, &silent, &mut mint(day), on(day))?))
        };
        let rows = || vec![stands_in(None), stands_in(Some(ACME))];
        assert_ne!(alternates::row_key(&rows()[0]), alternates::row_key(&rows()[1]));
        assert_eq!(keep(0, rows(), vec![]).new, 2);
        assert_eq!(keep(1, rows(), vec![]).same, 2);
        let moved = Alternate { data_sheet: "DS-119".into(), ..stands_in(Some(ACME)) };
        assert_eq!(keep(2, vec![moved], vec![]).changed, 1);
        let bare = Alternate { fits: String::new(), data_sheet: String::new(), ..stands_in(None) };
        assert_eq!(keep(3, vec![bare], vec![alternates::Part::Fits, alternates::Part::DataSheet]).same, 1);
        let items = vec!["kb-7 REV c".to_owned()];
        let here = read(&db, move |conn| alternates::of_items(conn, &items));
        let told: Vec<_> = here.iter().map(|k| (k.alternate.approved_by, k.alternate.data_sheet.as_str())).collect();
        assert_eq!(told, [(None, "DS-118"), (Some(ACME), "DS-119")]);
        assert_eq!(here[0].seen_at, on(3));
    });
}

#[test]
fn customers_are_found_by_number_or_name_and_never_made() {
    both(|db| {
        account(&db);
        let named = vec!["acme robotics".to_owned(), "nobody".to_owned()];
        let found = read(&db, move |conn| whose::known(conn, &named));
        assert_eq!((found.get("acme robotics"), found.len()), (Some(&Whose::One(ACME)), 1));
    });
}

#[test]
fn stock_and_alternates_go_out_with_everything_else() {
    both(|db| {
        keep(&db, 0, vec![lies("KB-7", "Warsaw", 240)], vec![]);
        write(&db, |tx| Ok(alternates::keep(tx, &[stands_in(None)], &[], &mut mint(0), NOW)?));
        let (mut lines, mut place) = (vec![], Some(export::Place::default()));
        while let Some(from) = place {
            let (page, next) = db.read_now(move |conn| export::page(conn, from)).expect("a page");
            lines.extend(page);
            place = next;
        }
        let of = |kind: &str| lines.iter().filter(|l| l["type"] == kind).count();
        assert_eq!((of("stock"), of("alternate")), (1, 1));
    });
}
