//! A supplier's link: one that stands per request, known by a hash, ended by a person or by time; on both databases.

use crate::support;
use casework::ids::{CaseId, CaseNumber, ScarId};
use store::supplier_links::{self, LASTS, SupplierLink, Wanted};
use store::{Db, cases, sql};
use support::both;
use support::world::*;
use uuid::Uuid;

const FIRST: &str = "5f1d000000000000000000000000000000000000000000000000000000000001";
const SECOND: &str = "5f1d000000000000000000000000000000000000000000000000000000000002";

fn begun(db: &Db) -> CaseId {
    build(db);
    let number = open(db, trouble(ACME, MS_RAO, "Half the boards are dead."), 1, after(0));
    read(db, move |conn| cases::by_number(conn, number)).expect("the case").case.id
}
fn wanted(n: u128, case: CaseId, scar: u128) -> Wanted {
    Wanted { id: Uuid::from_u128(n), case, scar: ScarId(Uuid::from_u128(scar)) }
}
fn found(db: &Db, token: &'static str, minutes: i64) -> Option<SupplierLink> {
    read(db, move |conn| supplier_links::find(conn, token, after(minutes)))
}

#[test]
fn a_suppliers_link_stands_alone_for_its_request_and_ends_by_a_person_or_by_time() {
    both(|db| {
        let case = begun(&db);
        let scar = ScarId(Uuid::from_u128(7));
        write(&db, move |tx| supplier_links::make(tx, FIRST, wanted(1, case, 7), &by(50)));
        // The same request again makes no second one.
        write(&db, move |tx| supplier_links::make(tx, SECOND, wanted(1, case, 7), &by(50)));
        write(&db, move |tx| supplier_links::make(tx, "other", wanted(2, case, 8), &by(51)));
        let link = found(&db, FIRST, 1).expect("the link");
        assert_eq!((link.case, link.number, link.scar, link.last_act_at), (case, CaseNumber(1001), scar, None));
        for wrong in ["", " ", SECOND, "5F1D", "' or 1=1 --"] {
            assert_eq!(found(&db, wrong, 1), None, "{wrong}");
        }
        let kept: Vec<u8> = read(&db, |conn| {
            conn.one(
                sql!("select token from supplier_links where made_by is not null order by id limit 1"),
                &store::params![],
            )
        });
        assert!(kept.len() == 32 && kept != FIRST.as_bytes()[..32]);
        write(&db, |tx| Ok(supplier_links::acted(tx, Uuid::from_u128(1), after(3))?));
        assert_eq!(found(&db, FIRST, 4).and_then(|link| link.last_act_at), Some(after(3)));
        // A new one for the same request ends the old one; the other request keeps its own.
        write(&db, move |tx| supplier_links::make(tx, SECOND, wanted(3, case, 7), &by(52)));
        assert_eq!(found(&db, FIRST, 5), None);
        assert_eq!(found(&db, SECOND, 5).map(|link| link.scar), Some(scar));
        assert_eq!(read(&db, move |conn| supplier_links::of_case(conn, case, after(5))).len(), 2);
        write(&db, move |tx| Ok(supplier_links::revoke(tx, case, scar, &by(53))?));
        assert_eq!((found(&db, SECOND, 6), found(&db, "other", 6).is_some()), (None, true));
        assert_eq!(found(&db, "other", LASTS.as_mins() + 1), None, "it ends by time");
    });
}
