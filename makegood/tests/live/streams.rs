//! The stream itself: who may listen, what is told and what not, on one server and on several.
use super::hear::{Word, address, asked, listen, one_case};
use crate::support::both_async;
use crate::support::world::{EWA, MARIA, NOW};
use crate::visit::Visitor;
use jiff::SignedDuration;

#[test]
fn an_open_page_hears_what_a_colleague_did_on_another_server_and_nothing_of_its_content() {
    both_async(|db| async move {
        let case = one_case(&db);
        // Two programs over one database: neither knows of the other.
        let maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        let mut ewa = Visitor::at(db, NOW).await.is(EWA).await;
        let mut page = listen(&maria, &address(&format!("case/{case}"), 1, 0, "")).await;
        let mut list = listen(&maria, &address("run", 2, 0, "")).await;
        let mut signals = listen(&maria, &address("signals", 3, 0, "")).await;
        assert_eq!(page.headers["content-type"], "text/event-stream");
        assert!(!page.headers.contains_key("content-encoding"));
        page.until_quiet().await;
        list.until_quiet().await;
        ewa.post(&format!("/cases/{case}/do/add-note"), &[("text", "They stand still.")]).await.is(303);
        let Word::Event { kind, id, data } = page.next(4).await else { panic!("the page hears nothing") };
        assert_eq!((kind.as_str(), data.as_str()), ("moved", "-"), "only that it should ask again");
        assert_eq!(id, NOW.as_microsecond().to_string());
        assert!(list.next(4).await.is("moved"));
        assert_eq!(signals.next(1).await, Word::Silence, "a case is no signal");
        assert_eq!(page.next(2).await, Word::Silence, "once is enough");
        ewa.post(&format!("/cases/{case}/do/add-note"), &[("text", "Since six.")]).await.is(303);
        assert!(page.next(4).await.is("moved"), "and the next time again");
    });
}

#[test]
fn who_comes_back_hears_what_moved_meanwhile() {
    both_async(|db| async move {
        let case = one_case(&db);
        let maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let mut ewa = maria.is(EWA).await;
        maria.pass(SignedDuration::from_mins(5));
        let on = format!("case/{case}");
        let mut fresh = listen(&maria, &address(&on, 1, 300, "")).await;
        assert_eq!(fresh.next(3).await, Word::Silence, "a page of now has missed nothing");
        drop(fresh);
        ewa.post(&format!("/cases/{case}/do/add-note"), &[("text", "They stand still.")]).await.is(303);
        maria.pass(SignedDuration::from_mins(5));
        assert!(listen(&maria, &address(&on, 1, 300, "")).await.next(3).await.is("moved"), "by the page's own time");
        let at = |seconds: i64| (NOW.as_microsecond() + seconds * 1_000_000).to_string();
        let resumed = |id: String| {
            let (maria, on) = (maria.clone(), on.clone());
            async move {
                asked(&maria, &address(&on, 1, 0, ""), &[("last-event-id", id.as_str())]).await.unwrap().next(3).await
            }
        };
        assert!(resumed(at(250)).await.is("moved"), "by the last word it heard");
        assert_eq!(resumed(at(600)).await, Word::Silence);
    });
}

#[test]
fn only_somebody_signed_in_listens_and_only_as_long_as_they_are() {
    both_async(|db| async move {
        let case = one_case(&db);
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let mut ewa = maria.is(EWA).await;
        let on = format!("case/{case}");
        assert_eq!(asked(&maria.stranger(), &address(&on, 1, 0, ""), &[]).await.err().unwrap(), 303);
        for odd in ["case/MG-x", "people", ""] {
            assert_eq!(asked(&maria, &address(odd, 1, 0, ""), &[]).await.err().unwrap(), 404, "{odd}");
        }
        let listening = maria.clone();
        let mut page = listen(&listening, &address(&on, 1, 0, "")).await;
        page.until_quiet().await;
        maria.post("/sign-out", &[]).await.leads_to("/sign-in");
        ewa.post(&format!("/cases/{case}/do/add-note"), &[("text", "They stand still.")]).await.is(303);
        assert_eq!(page.next(4).await, Word::End, "not even that something moved");
    });
}

#[test]
fn a_session_has_four_streams_and_the_others_still_have_theirs() {
    both_async(|db| async move {
        one_case(&db);
        let maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let ewa = maria.is(EWA).await;
        let mut open = vec![];
        for tab in 0..4 {
            open.push(listen(&maria, &address("run", tab, 0, "")).await);
        }
        assert_eq!(asked(&maria, &address("run", 9, 0, ""), &[]).await.err().unwrap(), 429);
        listen(&ewa, &address("run", 10, 0, "")).await;
        open.pop();
        listen(&maria, &address("run", 9, 0, "")).await;
        drop(open);
        for _ in 0..40 {
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            if maria.app.live().listeners() == 0 {
                return;
            }
        }
        panic!("{} streams are left", maria.app.live().listeners());
    });
}
