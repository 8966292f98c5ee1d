//! Calendars for other people's programs, on both databases: the customer's by one press, a colleague's made once; both read without a
//! session, follow every change under one id, and end with their secret. S180, S183, S249.

use crate::by_link::{Answer, TITLE, Theirs, ask, made, opened};
use crate::desk::Desk;
use crate::support::both_async;
use crate::walk::{self, heard, planned};
use axum::http::Method;
use icalendar::{Calendar, CalendarComponent, Component as _, Event, EventStatus};
use std::collections::BTreeMap;
use store::sql;

/// Every entry by its id, as another program reads them; each line is as long as the standard lets it be.
pub fn entries(calendar: &str) -> BTreeMap<String, Event> {
    for line in calendar.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\n', '\r']), "{line}");
    }
    let read: Calendar = calendar.parse().unwrap_or_else(|no| panic!("{no} in {calendar}"));
    let events = read.components.into_iter().filter_map(|part| match part {
        CalendarComponent::Event(event) => Some((event.get_uid().expect("an id").to_owned(), event)),
        _ => None,
    });
    events.collect()
}
pub fn sequence(event: &Event) -> u32 {
    event.get_sequence().expect("a number")
}
pub fn value(event: &Event, name: &str) -> String {
    event.property_value(name).unwrap_or_else(|| panic!("no {name} in {event:?}")).to_owned()
}
pub fn named<'e>(all: &'e BTreeMap<String, Event>, words: &str) -> &'e Event {
    let found: Vec<&Event> =
        all.values().filter(|e| e.get_summary().is_some_and(|said| said.contains(words))).collect();
    assert_eq!(found.len(), 1, "{words}: {:?}", all.values().map(|e| e.get_summary()).collect::<Vec<_>>());
    found[0]
}

pub async fn looked(desk: &Desk, path: &str) -> Answer {
    let answer = opened(desk, path).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert!(answer.headers["content-type"].starts_with("text/calendar; charset=utf-8"));
    answer
}

/// They press for their address and read it on the page.
async fn pressed(theirs: &Theirs<'_>) -> String {
    let path = format!("{}/calendar", theirs.home);
    let before = theirs.get(&path).await;
    assert!(before.status == 200 && !before.body.contains(".ics"), "{}", before.body);
    let headers = [("cookie", theirs.cookie.as_str()), ("sec-fetch-site", "same-origin")];
    assert_eq!(ask(theirs.desk, Method::POST, &path, &headers, String::new()).await.status, 303);
    let page = theirs.get(&path).await.body;
    let token = page.split("/calendar/").nth(1).and_then(|rest| rest.split(".ics").next()).expect("the address");
    assert!(token.len() == 64 && token != theirs.token && !page.contains(&theirs.token), "{page}");
    format!("/calendar/{token}.ics")
}

async fn promised(desk: &Desk, case: &str, words: &str, due: &str) {
    desk.done(case, "make-promise", &[("what", "thing"), ("words", words), ("due", due), ("to", &desk.dana)]).await;
}

/// S180: what was promised is in their calendar under one id: moved, kept, broken or let off, and never simply gone.
#[test]
fn s180_a_promise_that_moves_is_the_same_entry_and_a_broken_one_says_so() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        heard(&desk, &case).await;
        for words in ["The tracking number", "A photo of the lot", "The test report"] {
            promised(&desk, &case, words, "Thu 12:00").await;
        }
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let path = pressed(&dana).await;
        let first = entries(&looked(&desk, &path).await.body);
        let begun = named(&first, "promised: The tracking number");
        assert_eq!((sequence(begun), begun.get_status()), (0, Some(EventStatus::Confirmed)));
        assert_eq!(value(begun, "DTEND"), "20260305T120000Z");
        let id = desk.offered(&case, "move-promise", "promise").await;
        let page = desk.get(&format!("/cases/{case}/do/move-promise")).await.body;
        let of = |words: &str| {
            let wanted = id
                .iter()
                .find(|id| page.split("<option").any(|option| option.contains(id.as_str()) && option.contains(words)));
            wanted.expect("the promise").clone()
        };
        let (moved, broken, off) = (of("The tracking number"), of("A photo of the lot"), of("The test report"));
        let another = [
            ("promise", moved.as_str()),
            ("due", "Fri 15:00"),
            ("agreed_by", &desk.dana),
            ("words", "Friday is fine."),
        ];
        desk.done(&case, "move-promise", &another).await;
        let words =
            [("promise", broken.as_str()), ("outcome", "broken"), ("words", "The camera is with the other lot.")];
        desk.done(&case, "settle-promise", &words).await;
        let words =
            [("promise", off.as_str()), ("outcome", "released"), ("released_by", &desk.dana), ("words", "We have it.")];
        desk.done(&case, "settle-promise", &words).await;
        let then = entries(&looked(&desk, &path).await.body);
        let is = |id: &str| (sequence(&then[id]), then[id].get_status().expect("a status"), value(&then[id], "DTEND"));
        assert_eq!(is(&moved), (1, EventStatus::Confirmed, "20260306T150000Z".into()));
        assert_eq!(is(&broken), (1, EventStatus::Cancelled, "20260305T120000Z".into()));
        assert_eq!(is(&off), (1, EventStatus::Cancelled, "20260305T120000Z".into()));
        assert!(then[&broken].get_summary().is_some_and(|said| said.starts_with("Not kept: ")));
        assert!(then[&off].get_summary().is_some_and(|said| said.starts_with("Called off: ")));
        assert!(first.keys().all(|id| then.contains_key(id)), "nothing vanishes");
        // The page says the same, and the way to it.
        assert!(dana.page().await.contains("Moved, as agreed with Dana Ruiz: The tracking number"));
        // Long over it is told no more.
        desk.later(61 * 24 * 60);
        assert!(!entries(&looked(&desk, &path).await.body).contains_key(&off));
    });
}

/// The plan in their calendar: ours and theirs, the check-in, each date after date; nothing internal.
#[test]
fn the_plan_and_the_check_in_stand_in_their_calendar_and_nothing_internal_does() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        heard(&desk, &case).await;
        desk.done(&case, "add-note", &[("text", "They are always late with the stencil.")]).await;
        walk::chosen(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let path = pressed(&dana).await;
        planned(&desk, &case).await;
        let text = looked(&desk, &path).await.body;
        let all = entries(&text);
        named(&all, "Maria Krawczyk gets in touch with you");
        let check_in = named(&all, "Maria Krawczyk asks you how it goes");
        assert_eq!(check_in.get_status(), Some(EventStatus::Confirmed));
        let steps =
            all.values().filter(|e| e.get_description().is_some_and(|about| about.contains("It is about"))).count();
        assert_eq!(steps, all.len(), "each says what it is about");
        let whole = text.replace("\r\n ", "");
        for never in ["always late", "severity", "/cases/", &dana.token, "escalat"] {
            assert!(!whole.contains(never), "{never} in {whole}");
        }
        assert!(whole.contains("+44 20 5550 0100"), "whom they call");
        // Chicago is six hours behind London (S249): the words say the hour on their wall, the entry the instant.
        let next = named(&all, "gets in touch with you");
        assert_eq!(value(next, "DTEND"), "20260303T090000Z");
        assert!(
            next.get_description().is_some_and(|about| about.contains("03:00 on your clock (America/Chicago)")),
            "{next:?}"
        );
    });
}

#[test]
fn their_calendar_speaks_their_language() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        let case = desk.opened(TITLE).await;
        heard(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let path = pressed(&dana).await;
        let mut before: Option<Vec<String>> = None;
        for (language, words) in [
            ("en", "gets in touch with you"),
            ("de", "meldet sich bei Ihnen"),
            ("pl", "kontakt z naszej strony"),
            ("es", "se pone en contacto con usted"),
        ] {
            let set = sql!("update contacts set language = ?1");
            db.write(move |tx| tx.put(set, &store::params![language])).await.expect("set");
            let all = entries(&looked(&desk, &path).await.body);
            named(&all, words);
            let ids: Vec<String> = all.keys().cloned().collect();
            assert_eq!(before.get_or_insert_with(|| ids.clone()), &ids, "other words of the same entries");
            let page = dana.get(&format!("{}/calendar", dana.home)).await.body;
            assert!(page.contains(&format!("lang=\"{language}\"")), "{page}");
        }
    });
}

/// Whatever is wrong with a secret the answer is the same; a calendar ends with the link, or by a new address.
#[test]
fn an_address_that_is_over_is_answered_as_one_that_never_was() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        let revoked = Theirs::invited(&desk, &case, &desk.dana).await;
        let theirs = pressed(&revoked).await;
        looked(&desk, &theirs).await;
        let first = of_colleague(&desk).await;
        looked(&desk, &first).await;
        let second = of_colleague(&desk).await;
        looked(&desk, &second).await;
        let id = revoked.home.trim_start_matches("/theirs/").to_owned();
        assert_eq!(desk.post(&format!("/cases/{case}/links/{id}/revoke"), &[]).await.status, 303);
        assert_eq!(desk.post("/settings/own/calendar/revoke", &[]).await.status, 303);
        let (unknown, long) = ("0".repeat(64), "a".repeat(5_000));
        let token = &revoked.token;
        let mut answers = vec![];
        for path in [
            format!("/calendar/{unknown}.ics"),
            theirs.clone(),
            theirs.trim_end_matches(".ics").to_owned(),
            first,
            second,
            format!("/calendar/{token}.ics"),
            format!("/calendar/{long}.ics"),
            "/calendar/.ics".into(),
            "/calendar/%20.ics".into(),
            "/calendar/%27%20or%201=1.ics".into(),
        ] {
            answers.push(opened(&desk, &path).await);
        }
        for answer in &answers {
            assert_eq!((answer.status, &answer.body, &answer.headers), (404, &answers[0].body, &answers[0].headers));
        }
        // A new link has a calendar of its own, and the old address stays dead.
        let again = Theirs::invited(&desk, &case, &desk.dana).await;
        assert_ne!(pressed(&again).await, theirs);
        assert_eq!(opened(&desk, &theirs).await.status, 404);
    });
}

/// Reading writes nothing, and costs next to nothing where nothing changed.
#[test]
fn whoever_asks_again_is_told_that_nothing_changed() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        let case = desk.opened(TITLE).await;
        heard(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        for path in [pressed(&dana).await, of_colleague(&desk).await] {
            let first = looked(&desk, &path).await;
            let tag = first.headers["etag"].clone();
            assert_eq!(first.headers["cache-control"], "private, no-cache");
            assert_eq!(first.headers["x-robots-tag"], "noindex, nofollow");
            desk.later(30);
            let again = ask(&desk, Method::GET, &path, &[("if-none-match", &tag)], String::new()).await;
            assert_eq!((again.status, again.body.as_str(), &again.headers["etag"]), (304, "", &tag));
            assert_eq!(looked(&desk, &path).await.body, first.body, "the very same");
            desk.done(
                &case,
                "make-promise",
                &[("what", "thing"), ("words", "A call back"), ("due", "Thu 12:00"), ("to", &desk.dana)],
            )
            .await;
            let then = ask(&desk, Method::GET, &path, &[("if-none-match", &tag)], String::new()).await;
            assert_eq!(then.status, 200);
            assert_ne!(then.headers["etag"], tag);
        }
        let looked = sql!("select count(*) from customer_links where looked_at is not null or last_act_at is not null");
        assert_eq!(
            db.read(move |conn| conn.one::<i64>(looked, &[])).await.expect("a count"),
            0,
            "a calendar is no look"
        );
    });
}

/// A link that was passed on to read has no calendar: it would go on when reading is no longer allowed.
#[test]
fn whoever_only_reads_gets_no_calendar() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        let token = made(&desk, &case, &desk.dana, &[("readable", "on")]).await;
        let dana = Theirs::by(&desk, token).await;
        let page = dana.page().await;
        assert!(page.contains("Put our dates into your calendar"), "{page}");
        let passed_on =
            page.split("/their/").nth(1).and_then(|rest| rest.split('<').next()).expect("a link to pass on");
        let reader = Theirs::by(&desk, passed_on.to_owned()).await;
        assert!(!reader.page().await.contains("Put our dates into your calendar"));
        let path = format!("{}/calendar", reader.home);
        assert_eq!(reader.get(&path).await.status, 303);
        let headers = [("cookie", reader.cookie.as_str()), ("sec-fetch-site", "same-origin")];
        assert_eq!(ask(&desk, Method::POST, &path, &headers, String::new()).await.status, 303);
        let secret = store::feeds::calendar_token(&reader.token);
        assert_eq!(opened(&desk, &format!("/calendar/{secret}.ics")).await.status, 404);
        // Another site cannot press for them either.
        let headers = [("cookie", dana.cookie.as_str()), ("sec-fetch-site", "cross-site")];
        assert_eq!(
            ask(&desk, Method::POST, &format!("{}/calendar", dana.home), &headers, String::new()).await.status,
            403
        );
    });
}

/// S183: the agreed call as an invitation, from both sides the same; moved it is an update, called off it is withdrawn.
#[test]
fn s183_an_agreed_call_is_an_invitation_that_is_updated_and_withdrawn() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        let set = sql!("update contacts set email = 'dana@acme.example'");
        db.write(move |tx| tx.put(set, &[])).await.expect("set");
        let case = desk.opened(TITLE).await;
        heard(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let page = dana.get(&format!("{}/calendar", dana.home)).await.body;
        assert!(page.contains("Take it into my calendar"), "{page}");
        let id = page.split("/calls/").nth(1).and_then(|rest| rest.split('"').next()).expect("the call").to_owned();
        let theirs = dana.get(&format!("{}/calls/{id}", dana.home)).await;
        let ours = desk.get(&format!("/cases/{case}/calls/{id}")).await;
        assert_eq!((theirs.status, &theirs.body), (200, &ours.body), "the same from both sides");
        assert!(theirs.headers["content-type"].contains("method=REQUEST"));
        let asked = &entries(&theirs.body)[&id];
        let whole = theirs.body.replace("\r\n ", "");
        for wanted in [
            "METHOD:REQUEST",
            "ORGANIZER;CN=\"Maria Krawczyk\":mailto:maria@example.com",
            "RSVP=TRUE:mailto:dana@acme.example",
        ] {
            assert!(whole.contains(wanted), "{wanted} in {whole}");
        }
        assert_eq!(
            (sequence(asked), value(asked, "DTSTART"), value(asked, "TRANSP")),
            (0, "20260303T084500Z".into(), "OPAQUE".into())
        );
        let moved = [
            ("promise", id.as_str()),
            ("due", "Wed 11:00"),
            ("agreed_by", &desk.dana),
            ("words", "Wednesday is better."),
        ];
        desk.done(&case, "move-promise", &moved).await;
        let update = dana.get(&format!("{}/calls/{id}", dana.home)).await.body;
        assert!(update.contains("METHOD:REQUEST"), "{update}");
        let event = &entries(&update)[&id];
        assert_eq!((sequence(event), value(event, "DTEND")), (1, "20260304T110000Z".into()));
        let off = [
            ("promise", id.as_str()),
            ("outcome", "released"),
            ("released_by", &desk.dana),
            ("words", "No need to call."),
        ];
        desk.done(&case, "settle-promise", &off).await;
        let list = desk.get(&format!("/cases/{case}/calls")).await.body;
        assert!(list.contains("Word that it falls away"), "{list}");
        let end = dana.get(&format!("{}/calls/{id}", dana.home)).await.body;
        let event = &entries(&end)[&id];
        assert!(end.contains("METHOD:CANCEL"), "{end}");
        assert_eq!((sequence(event), event.get_status()), (2, Some(EventStatus::Cancelled)));
        // Nobody takes another's call along, and what is no call is none.
        assert_eq!(dana.get(&format!("{}/calls/{}", dana.home, desk.dana)).await.status, 404);
        assert_eq!(desk.get(&format!("/cases/{case}/calls/nothing")).await.status, 404);
    });
}

/// Maria makes her address and reads its secret, the only time it is shown.
pub async fn of_colleague(desk: &Desk) -> String {
    let page = desk.post("/settings/own/calendar", &[]).await;
    assert_eq!(page.status, 200, "{}", page.said());
    let token = page.body.split("/calendar/").nth(1).and_then(|rest| rest.split(".ics").next()).expect("the address");
    assert_eq!(token.len(), 64, "256 bits");
    format!("/calendar/{token}.ics")
}
