//! Two colleagues on one case: they see each other, and nothing that one writes is lost by what the other does.
use super::hear::{address, listen, one_case};
use crate::support::both_async;
use crate::support::world::{EWA, MARIA, NOW};
use crate::visit::{Seen, Visitor};
use jiff::SignedDuration;
use std::time::Duration;
use uuid::Uuid;

/// Looks until the page says so, for some seconds.
async fn until(who: &mut Visitor, path: &str, fits: impl Fn(&Seen) -> bool) -> Seen {
    for _ in 0..50 {
        let seen = who.get(path).await;
        if fits(&seen) {
            return seen;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("{path} does not say it: {}", who.get(path).await.text());
}

#[test]
fn a_colleague_is_seen_in_the_list_on_the_page_and_at_the_form_until_they_go() {
    both_async(|db| async move {
        let case = one_case(&db);
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        let mut ewa = Visitor::at(db, NOW).await.is(EWA).await;
        let (page, form) = (format!("/cases/{case}"), format!("/cases/{case}/do/record-conversation"));
        let on = format!("case/{case}");
        maria.get(&page).await.hides("has this open");
        let looking = listen(&ewa, &address(&on, 1, 0, "")).await;
        for path in [&page, &form, "/?whose=all"] {
            until(&mut maria, path, |seen| seen.html.contains("Ewa has this open")).await;
        }
        ewa.get(&page).await.hides("Ewa has this open");
        let mut told = listen(&maria, &address(&on, 7, 0, "")).await;
        told.until_quiet().await;
        let writing = listen(&ewa, &address(&on, 2, 0, "record-conversation")).await;
        assert!(told.next(4).await.is("here"), "an open page hears of it");
        until(&mut maria, &page, |seen| seen.html.contains("Ewa is writing: Call sheet")).await.hides("Ewa has");

        // A page says goodbye for itself and for nobody else.
        let goodbye = |tab: u128| Uuid::from_u128(tab).to_string();
        maria.post("/live/gone", &[("tab", &goodbye(2))]).await.is(204);
        maria.get(&page).await.shows("Ewa is writing");
        drop(writing);
        ewa.post("/live/gone", &[("tab", &goodbye(2))]).await.is(204);
        until(&mut maria, &page, |seen| seen.html.contains("Ewa has this open")).await;
        // One that goes without a word is thought to be there for two minutes.
        drop(looking);
        maria.pass(SignedDuration::from_secs(119));
        maria.get(&page).await.shows("Ewa has this open");
        maria.pass(SignedDuration::from_secs(2));
        maria.get(&page).await.hides("Ewa has this open");
    });
}

#[test]
fn what_only_adds_goes_through_and_says_what_happened_meanwhile() {
    both_async(|db| async move {
        let case = one_case(&db);
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let mut ewa = maria.is(EWA).await;
        let form = format!("/cases/{case}/do/add-note");
        let seen = maria.get(&form).await.hidden("case_version");
        ewa.post(&form, &[("text", "Their line stands still.")]).await.is(303);
        let beside = format!("/cases/{case}/meanwhile?seen={seen}");
        maria.get(&beside).await.is(200).shows("Their line stands still.").shows("Ewa").shows("Your words stay.");
        let done = maria.post(&form, &[("text", "Boards from lot 2231."), ("case_version", &seen)]).await;
        let there = done.to.clone().unwrap();
        let page = maria.get(there.split('#').next().unwrap()).await;
        page.shows("While you wrote, this happened as well:").shows("Their line stands still.");
        let notice =
            page.html.split("role=\"status\"").nth(1).unwrap().split("id=\"moving\"").next().unwrap().to_owned();
        assert!(!notice.contains("lot 2231"), "one's own act is no news: {notice}");
        let seen = maria.get(&form).await.hidden("case_version");
        maria.get(&format!("/cases/{case}/meanwhile?seen={seen}")).await.is(200).hides("Meanwhile");
        let done = maria.post(&form, &[("text", "And nothing else."), ("case_version", &seen)]).await;
        maria.get(done.to.clone().unwrap().split('#').next().unwrap()).await.hides("While you wrote");
    });
}

#[test]
fn an_edit_stops_when_somebody_was_quicker_and_words_what_they_did() {
    both_async(|db| async move {
        let case = one_case(&db);
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let mut ewa = maria.is(EWA).await;
        let form = format!("/cases/{case}/do/state-fault");
        let seen = maria.get(&form).await.hidden("case_version");
        ewa.post(&format!("/cases/{case}/do/add-note"), &[("text", "It was our oven.")]).await.is(303);
        // A form that comes back for another reason has told nobody what happened meanwhile.
        let odd = maria.post(&form, &[("position", "nobody"), ("case_version", &*seen)]).await;
        assert_eq!((odd.is(422).hidden("case_version"), odd.status.as_u16()), (seen.clone(), 422));
        let view = "They think that we stored it wet.";
        let back = maria.post(&form, &[("their_view", view), ("case_version", &*seen)]).await;
        back.is(409).shows("It was our oven.").shows("Ewa").shows(view);
        let now = back.hidden("case_version");
        assert_ne!(now, seen, "having read it, she may go on");
        maria.post(&form, &[("their_view", view), ("case_version", &*now)]).await.is(303);
    });
}

/// A clock that ran out while somebody wrote stands in nobody's way.
#[test]
fn what_the_program_did_by_itself_stops_no_edit() {
    both_async(|db| async move {
        let case = one_case(&db);
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let mut ewa = maria.is(EWA).await;
        let form = format!("/cases/{case}/do/hand-over");
        let seen = maria.get(&form).await.hidden("case_version");
        maria.pass(SignedDuration::from_hours(5));
        makegood::jobs::Scheduler::new(maria.app.clone()).beat().await;
        assert_ne!(maria.get(&form).await.hidden("case_version"), seen, "a clock ran out");
        let given = [("to", &*EWA.to_string()), ("why", "You know them."), ("case_version", &*seen)];
        maria.post(&form, &given).await.is(303);
        // But a colleague who was quicker does.
        let seen = maria.get(&form).await.hidden("case_version");
        ewa.post(&format!("/cases/{case}/do/add-note"), &[("text", "I have just called them.")]).await.is(303);
        let given = [("to", &*MARIA.to_string()), ("why", "Back to me."), ("case_version", &*seen)];
        maria.post(&form, &given).await.is(409).shows("I have just called them.");
    });
}
