//! Somebody sees something first and says it; the team thanks them, and nobody is asked whose fault it is (S040).

use super::maria;
use crate::support::{both_async, world};
use crate::visit::Seen;
use world::{ACME, EWA, MS_RAO, NOW};

fn there(seen: &Seen) -> String {
    seen.to.clone().unwrap_or_else(|| panic!("it leads on: {}", seen.text()))
}

#[test]
fn s040_whoever_tells_first_is_thanked_on_the_signal_and_in_the_story_of_the_case() {
    both_async(|db| async move {
        let mut maria = maria(&db).await;
        maria.get("/signals").await.shows("Tell of something").hides("Told first");
        maria.get("/signals/new").await.is(200).shows("What did you see?").shows("Nobody is asked whose fault it is");
        let told = [("words", "The laminate for 4417 did not come."), ("customer", "Acme Robotics")];
        let signal = there(&maria.post("/signals/new", &told).await);
        maria.get(&signal).await.shows("Maria told first. Thank you.").shows("The laminate for 4417 did not come.");
        let mut ewa = maria.is(EWA).await;
        ewa.get("/signals").await.shows("Told first").shows("Maria: Acme Robotics");
        let id = signal.rsplit('/').next().unwrap().parse().unwrap();
        let open =
            casework::commands::OpenCase { signal: Some(id), ..world::trouble(ACME, MS_RAO, "4417 will be late.") };
        let number = tokio::task::block_in_place(|| world::open(&db, open, 1, NOW));
        ewa.get(&format!("/cases/{number}")).await.shows("Maria told first").shows("Thank you.");
        maria.get(&signal).await.shows("It became a case.").shows("Maria told first. Thank you.");
    });
}

#[test]
fn s040_a_name_may_be_left_out_and_is_then_written_nowhere() {
    both_async(|db| async move {
        let mut maria = maria(&db).await;
        let told = [("words", "Somebody dropped the crate of 4417."), ("unnamed", "on")];
        let signal = there(&maria.post("/signals/new", &told).await);
        maria.get(&signal).await.shows("left their name out. Thank you.").hides("Maria told");
        maria.get("/signals").await.shows("Somebody without a name");
        let names =
            db.read(|conn| conn.all::<Option<uuid::Uuid>>("select raised_by from signals where kind = 'told'", &[]));
        assert_eq!(names.await.unwrap(), [None]);
        let audited: i64 =
            db.read(|conn| conn.one("select count(*) from audit where subject like '%signal%'", &[])).await.unwrap();
        assert_eq!(audited, 0);
    });
}

#[test]
fn what_is_not_understood_comes_back_with_what_was_typed() {
    both_async(|db| async move {
        let mut maria = maria(&db).await;
        let odd = [("words", "It will be late."), ("customer", "Nobody & Sons"), ("order", ""), ("since", "")];
        maria.post("/signals/new", &odd).await.is(422).shows("no customer of that name").shows("It will be late.");
        let odd = [("words", "It will be late."), ("order", "9999/1")];
        maria.post("/signals/new", &odd).await.is(422).shows("no such order line").shows("9999/1");
        let odd = [("words", "It will be late."), ("since", "some time")];
        maria.post("/signals/new", &odd).await.is(422).shows("some time");
        maria.post("/signals/new", &[("words", " ")]).await.is(422).shows("Say in a sentence what you saw.");
        maria.get("/signals").await.shows("Nothing looks wrong");
    });
}
