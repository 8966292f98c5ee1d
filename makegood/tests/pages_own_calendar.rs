//! The calendar of a colleague for their own calendar program: whom they call, what ended, and an address that is theirs alone; on both
//! databases.

use crate::by_link::{TITLE, ask, opened, said};
use crate::desk::{Desk, field};
use crate::pages_calendar::{entries, looked, named, of_colleague, sequence, value};
use crate::support::both_async;
use crate::walk::heard;
use axum::http::Method;
use icalendar::{Component as _, EventStatus};
use store::sql;

#[test]
fn a_colleagues_calendar_shows_whom_they_call_and_tells_what_ended() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        let path = of_colleague(&desk).await;
        let first = looked(&desk, &path).await;
        assert!(first.body.contains("NAME:Makegood: Maria Krawczyk\r\n"), "{}", first.body);
        let begun = entries(&first.body);
        let owed =
            begun.values().find(|e| e.get_summary().is_some_and(|s| s.contains(&case))).expect("the first contact");
        assert!(owed.get_description().is_some_and(|about| about.contains("Dana Ruiz: +1 512 555 0148")), "{owed:?}");
        let uid = owed.get_uid().expect("an id").to_owned();
        let number = sequence(owed);
        heard(&desk, &case).await;
        let after = entries(&looked(&desk, &path).await.body);
        let done = &after[&uid];
        assert!(done.get_summary().is_some_and(|said| said.starts_with("Done: ")), "{done:?}");
        assert!(sequence(done) > number && done.get_status() == Some(EventStatus::Confirmed), "{done:?}");
        let call = named(&after, "Call Dana Ruiz, Acme Robotics");
        assert_eq!((value(call, "DTSTART"), value(call, "TRANSP")), ("20260303T084500Z".into(), "OPAQUE".into()));
        // Handed over it is another's: word of it here, the same call there.
        let uid = call.get_uid().expect("an id").to_owned();
        let number = sequence(call);
        desk.done(&case, "hand-over", &[("to", &desk.quentin), ("why", "He knows the line.")]).await;
        let handed = entries(&looked(&desk, &path).await.body);
        assert!(
            sequence(&handed[&uid]) > number && handed[&uid].get_status() == Some(EventStatus::Cancelled),
            "{handed:?}"
        );
        desk.later(31 * 24 * 60);
        assert!(
            !entries(&looked(&desk, &path).await.body).contains_key(&uid),
            "after 30 days nobody hears of it any more"
        );
    });
}

#[test]
fn a_colleague_makes_one_address_anew_or_takes_it_back_and_reads_it_in_their_language() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        let case = desk.opened(TITLE).await;
        heard(&desk, &case).await;
        let page = desk.get("/settings/own").await.body;
        assert!(page.contains("Make the address"), "{page}");
        let first = of_colleague(&desk).await;
        let page = desk.get("/settings/own").await.body;
        assert!(page.contains("An address works since") && !page.contains(&first), "{page}");
        // The same form pressed twice makes one, and shows no second secret.
        let request = field(&page, "request_id");
        let pairs = [("request_id", request.as_str())];
        assert_eq!(desk.post("/settings/own/calendar", &pairs).await.status, 200);
        assert_eq!(desk.post("/settings/own/calendar", &pairs).await.status, 303);
        let path = of_colleague(&desk).await;
        let kept = sql!("select count(*) from calendar_feeds where revoked_at is null");
        assert_eq!(db.read(move |conn| conn.one::<i64>(kept, &[])).await.expect("a count"), 1);
        assert_eq!(opened(&desk, &first).await.status, 404);
        let english = entries(&looked(&desk, &path).await.body);
        let own = [("language", "de"), ("zone", "Europe/London"), ("phone", "+44 20 5550 0100")];
        assert_eq!(desk.post("/settings/own", &own).await.status, 303);
        let german = entries(&looked(&desk, &path).await.body);
        named(&german, "Dana Ruiz anrufen");
        assert_eq!(english.keys().collect::<Vec<_>>(), german.keys().collect::<Vec<_>>());
        let outside =
            ask(&desk, Method::POST, "/settings/own/calendar", &[("sec-fetch-site", "same-origin")], String::new());
        assert_eq!(outside.await.status, 303, "nobody makes one for somebody who is not signed in");
        assert_eq!(desk.post("/settings/own/calendar/revoke", &[]).await.status, 303);
        let audit = desk.get("/settings/own").await.body;
        assert!(audit.contains("hat eine Kalenderadresse zurückgenommen"), "{}", said(&audit));
    });
}
