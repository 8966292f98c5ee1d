//! A setting shows what it would change before it is kept, says afterwards who changed it, and changes nothing while it is looked at.

use super::reads_well;
use crate::support::{both_async, world};
use crate::visit::Visitor;
use store::{accounts, settings};
use world::{ACME, ANNA, EWA, MARIA, MS_RAO, NOW};

/// An administrator at a firm with one open case, whose customer keeps our hours.
async fn firm(db: store::Db) -> Visitor {
    let kept = db.clone();
    tokio::task::block_in_place(|| {
        world::build(&kept);
        world::open(&kept, world::trouble(ACME, MS_RAO, "Half the boards are dead."), 1, NOW);
        world::write(&kept, |tx| {
            let ours = settings::our_calendar(tx)?;
            let account = accounts::by_id(tx, ACME)?.expect("a customer");
            accounts::change(tx, &accounts::Account { calendar_id: ours, ..account }, &world::by(40))
        });
    });
    Visitor::at(db, NOW).await.is(ANNA).await
}

#[test]
fn limits_say_who_could_give_less_and_the_log_says_who_changed_them() {
    both_async(|db| async move {
        let mut anna = firm(db).await;
        let page = anna.get("/settings/limits").await;
        reads_well("limits", &page);
        page.shows("What each role may give").shows("Nobody has changed this yet");
        let wanted =
            [("version", "1"), ("owner", "100"), ("relationship_owner", "500"), ("manager", "2000"), ("look", "yes")];
        let look = anna.post("/settings/limits", &wanted).await;
        look.is(200).shows("2 could give less").shows("Ewa").shows("Maria").shows("Nothing is kept yet");
        anna.get("/settings/limits").await.shows("value=\"200\"");
        anna.post("/settings/limits", &wanted[..4]).await.leads_to("/settings/limits");
        let kept = anna.get("/settings/limits").await;
        kept.shows("value=\"2000\"").shows("case owner: 200 → 100").shows("Anna");
        anna.post("/settings/limits", &[("version", "2"), ("owner", "much")]).await.is(422).shows("much");
        let stale = [("version", "1"), ("owner", "300")];
        anna.post("/settings/limits", &stale).await.is(422).shows("Somebody else changed this meanwhile");
    });
}

#[test]
fn a_playbook_is_chosen_by_kind_and_a_look_says_which_cases_would_have_begun_with_it() {
    both_async(|db| async move {
        let mut anna = firm(db).await;
        reads_well("playbooks", &anna.get("/settings/playbooks/begin").await);
        let kind = world::trouble(ACME, MS_RAO, "x").kind.word();
        let wanted = [("version", "1"), (kind, "tough_conversation"), ("look", "yes")];
        let look = anna.post("/settings/playbooks/begin", &wanted).await;
        look.is(200).shows("1 would have begun with another playbook").shows("The tough conversation");
        anna.post("/settings/playbooks/begin", &wanted[..2]).await.leads_to("/settings/playbooks/begin");
        anna.get("/settings/playbooks/begin").await.shows("nothing → The tough conversation");
        let firm = anna.app.firm();
        let begun = firm.policy.playbook(
            &firm.playbooks,
            casework::kinds::Origin::CustomerReported,
            world::trouble(ACME, MS_RAO, "x").kind,
        );
        assert_eq!(begun.map(|p| p.name.as_str()), Some("tough_conversation"));
        anna.post("/settings/playbooks/begin", &[("version", "2"), (kind, "none of ours")])
            .await
            .is(422)
            .shows("There is no such playbook");
    });
}

#[test]
fn hours_show_the_due_times_they_would_move_and_closures_come_from_a_file() {
    both_async(|db| async move {
        let mut anna = firm(db.clone()).await;
        let ours = db.read::<_, store::Fault, _>(settings::our_calendar).await.unwrap().unwrap();
        let there = format!("/settings/calendars/{ours}");
        reads_well("a calendar", &anna.get(&there).await);
        let week = [
            ("name", "Ours"),
            ("zone", "Europe/Warsaw"),
            ("version", "1"),
            ("monday", "12:00-17:00"),
            ("tuesday", "12:00-17:00"),
        ];
        let mut look = week.to_vec();
        look.push(("look", "yes"));
        anna.post(&there, &look).await.is(200).shows("What would change").shows("later");
        anna.get(&there).await.hides("12:00-17:00");
        anna.post("/settings/calendars", &[("ours", &ours.to_string()), ("look", "yes")])
            .await
            .is(200)
            .shows("0 clocks would be due earlier");
        // A file with two closures and one entry that is none.
        let file = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Works holidays\nDTSTART;VALUE=DATE:20260302\nDTEND;VALUE=DATE:20260304\nEND:VEVENT\n\
                    BEGIN:VEVENT\nSUMMARY:Lunch\nDTSTART:20260305T120000\nEND:VEVENT\nEND:VCALENDAR\n";
        let upload = format!("{there}/closures");
        let seen = anna.upload(&upload, &uuid::Uuid::from_u128(5).to_string(), "closed.ics", file).await;
        seen.is(200).shows("Works holidays").shows("2026-03-02 closed").shows("Line 7, “Lunch”").shows("within a day");
        seen.shows("Keep this calendar to close them").shows("later");
        anna.get(&there).await.hides("2026-03-02 closed");
        anna.upload(&upload, &uuid::Uuid::from_u128(6).to_string(), "orders.csv", "a;b")
            .await
            .is(422)
            .shows("no calendar file");
    });
}

#[test]
fn other_roles_show_what_could_no_longer_be_done_and_who_takes_over() {
    both_async(|db| async move {
        let mut anna = firm(db).await;
        let there = format!("/settings/people/{EWA}");
        let person = [
            ("name", "Ewa"),
            ("email", "ewa@boards.example"),
            ("zone", "Europe/Warsaw"),
            ("roles", "reader"),
            ("active", "on"),
            ("quiet_from", "18:00"),
            ("quiet_to", "09:00"),
            ("look", "yes"),
        ];
        let look = anna.post(&there, &person).await;
        look.is(200).shows("Could no longer work on cases").shows("Could no longer answer for what is escalated");
        look.shows("Could give 0 without asking instead of 5000")
            .shows("would be nobody instead of Ewa")
            .shows("told today 10:00");
        anna.get(&there).await.hides("18:00");
        let gone = [
            ("name", "Maria"),
            ("email", "maria@boards.example"),
            ("zone", "Europe/Warsaw"),
            ("roles", "owner"),
            ("look", "yes"),
        ];
        let leaves = anna.post(&format!("/settings/people/{MARIA}"), &gone).await;
        leaves.is(200).shows("Has in hand: 1 open cases");
        anna.post(&there, &person[..7]).await.leads_to("/settings/people");
        anna.get(&there).await.shows("roles: manager → reader").shows("quiet: 20:00–07:00 → 18:00–09:00");
    });
}
