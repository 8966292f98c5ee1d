//! The same trouble eight months after it was called held, in process and on both databases: the second case opens the promise of the first
//! again, the customer hears it from us before anything else goes on, and the proof begins anew (C29, S223, I25).
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

use crate::by_link::Theirs;
use crate::desk::Desk;
use crate::pages_cause::{caused, changed, contained, described, held, moves, refused, says};
use crate::support::both_async;
use crate::walk::{delivered, heard};
use casework::kinds::Prevention;
use makegood::jobs::Outbox;

const SOLDER: &str = "Half the boards have no solder on U7.";
const AGAIN: &str = "U7 is dry again on lot 2610.";

async fn held_once(desk: &Desk) -> String {
    let case = desk.opened(SOLDER).await;
    heard(desk, &case).await;
    desk.done(&case, "choose-playbook", &[("name", "eight_d")]).await;
    described(desk, &case).await;
    moves(desk, &case, "containing").await;
    contained(desk, &case).await;
    moves(desk, &case, "finding_cause").await;
    caused(desk, &case).await;
    changed(desk, &case).await;
    desk.days_later(40).await;
    delivered(desk).await;
    held(desk, &case).await;
    case
}

async fn kept(desk: &Desk, case: &str) -> casework::Case {
    let number = case.parse().unwrap();
    desk.db.read(move |conn| store::cases::by_number(conn, number)).await.unwrap().unwrap().case
}

/// C29, S223: the repeat is told on the new case, the old one stands as not held, and on it nothing goes on until the customer heard it from us;
/// what they hear stands on the page of the first case; causes and actions of before do not prove anything any more.
#[test]
fn s223_a_repeat_eight_months_later_opens_the_old_promise_and_they_hear_it_first() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let first = held_once(&desk).await;
        desk.days_later(240).await;
        let second = desk.opened(AGAIN).await;
        let (old, new) = (kept(&desk, &first).await, kept(&desk, &second).await);
        assert_eq!(
            (old.kind, new.repeat_of.as_slice()),
            (new.kind, &[old.id][..]),
            "a like failure within twelve months"
        );
        assert_eq!(old.prevention.state, Prevention::Held, "the first case hears of it by the errand, in its own time");
        // The errand that came with the second case is done once, however often it is run.
        let mut outbox = Outbox::new(desk.app.clone());
        outbox.beat().await;
        let once = kept(&desk, &first).await;
        outbox.beat().await;
        assert_eq!(kept(&desk, &first).await.version, once.version, "twice does no harm");
        assert_eq!((once.prevention.state, once.prevention.held_at), (Prevention::FindingCause, None));
        assert!(once.inside.untold_since.is_some() && once.inside.measure.is_none());
        // In one line on both pages of it: they hear it first; nothing else goes on inside.
        let told_first = "a call to the customer that it came back";
        for path in [format!("/cases/{first}"), format!("/cases/{first}/cause")] {
            let body = desk.get(&path).await.body;
            assert!(body.contains(told_first), "{told_first} in {body}");
        }
        let found = [("to", "cause_verified"), ("words", "Found."), ("cause", "The new stencil wears at U7 too")];
        refused(&desk, &first, "advance-prevention", &found, "Tell the customer by voice first").await;
        let theirs = Theirs::invited(&desk, &first, &desk.dana.clone()).await;
        assert!(!theirs.page().await.contains("lot 2610"), "no page tells them before we did");
        let words = "It came back on lot 2610; we look at it anew.";
        let told = [("to", desk.dana.as_str()), ("channel", "phone"), ("words", words)];
        desk.done(&first, "tell-did-not-hold", &told).await;
        assert!(theirs.page().await.contains(words), "and then it stands there, in our words");
        refused(&desk, &first, "tell-did-not-hold", &told, "Nothing came back").await;
        // What was proven before proves nothing now.
        refused(&desk, &first, "advance-prevention", &found, "Still missing for this").await;
        says(&desk, &first, "a verified cause for why it came about").await;
        // The second case knows the first and is no smaller for it.
        let body = desk.get(&format!("/cases/{second}")).await.body;
        assert!(body.contains(&first) && new.severity <= old.severity, "{body}");
    });
}
