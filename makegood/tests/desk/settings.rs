//! Calendars, clocks, keys and colleagues: what is kept, what is sent back, and what the log says of it.

use super::reads_well;
use crate::support::{both_async, world};
use crate::visit::{FIRST_RUN, Seen, Visitor};
use world::{ACME, ANNA, MS_RAO, NOW};

#[test]
fn a_calendar_shows_its_closed_days_before_it_is_kept_and_an_empty_one_is_refused() {
    both_async(|db| async move {
        let mut anna = Visitor::at(db, NOW).await;
        anna.post("/first-run", &FIRST_RUN).await.leads_to("/guide");
        let week = [
            ("name", "Night shift"),
            ("zone", "Europe/Warsaw"),
            ("place", "PL"),
            ("monday", "22:00-6:00"),
            ("friday", "8-12, 13-17"),
        ];
        let mut look: Vec<(&str, &str)> = week.to_vec();
        look.extend([("exceptions", "2026-03-06 closed\n2026-03-13 8:00-12:00"), ("look", "yes")]);
        let seen = anna.post("/settings/calendars", &look).await;
        seen.is(200)
            .shows("Easter Monday")
            .shows("closed by you")
            .shows("other hours: 8:00-12:00")
            .shows("value=\"22:00-6:00\"");
        seen.shows("Closed every Tuesday, Wednesday, Thursday, Saturday, Sunday.");
        anna.get("/settings/calendars").await.hides("Night shift");
        let empty = [("name", "Never"), ("zone", "Europe/Warsaw")];
        anna.post("/settings/calendars", &empty).await.is(422).shows("no hours at all").shows("value=\"Never\"");
        let odd = [("name", "Odd"), ("zone", "Europe/Warsaw"), ("monday", "morning")];
        anna.post("/settings/calendars", &odd).await.is(422).shows("“morning” is not understood");
        anna.post("/settings/calendars", &week).await.leads_to("/settings/calendars");
        let list = anna.get("/settings/calendars").await;
        list.shows("Night shift");
        let id = list
            .html
            .split("/settings/calendars/")
            .nth(1)
            .and_then(|t| t.split('"').next())
            .unwrap_or_default()
            .to_owned();
        reads_well("a calendar", &anna.get(&format!("/settings/calendars/{id}")).await);
        let option =
            list.html.split("<option value=\"").skip(1).find(|o| o.contains(">Night shift<")).unwrap_or_default();
        let ours = option.split('"').next().unwrap_or_default().to_owned();
        anna.post("/settings/calendars", &[("ours", &ours)]).await.leads_to("/settings/calendars");
        assert_eq!(anna.app.firm().ours.name(), "Night shift");
    });
}

#[test]
fn s073_a_longer_clock_holds_for_everybody_is_tried_first_and_needs_a_reason() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| {
            world::build(&db);
            world::open(&db, world::trouble(ACME, MS_RAO, "Half the boards are dead."), 1, NOW)
        });
        let mut anna = Visitor::at(db, NOW).await.is(ANNA).await;
        let fields = crate::visit::fields_of(&anna.get("/settings/clocks").await.html);
        let send = |n: &str, more: &[(&str, &str)]| -> Vec<(String, String)> {
            let change = |(name, value): &(String, String)| {
                let is = name.starts_with("c01_first_contact") && name.ends_with(".n");
                (name.clone(), if is { n.to_owned() } else { value.clone() })
            };
            fields.iter().map(change).chain(more.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))).collect()
        };
        async fn post(anna: &mut Visitor, pairs: Vec<(String, String)>) -> Seen {
            let pairs: Vec<(&str, &str)> = pairs.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
            anna.post("/settings/clocks", &pairs).await
        }
        let look = post(&mut anna, send("8", &[("look", "yes")])).await;
        look.is(200)
            .shows("Of 1 open cases, 0 clocks would be due earlier and 1 later")
            .shows("MG-1001")
            .shows("version 1");
        post(&mut anna, send("8", &[])).await.is(422).shows("Every customer would wait longer for: First contact");
        post(&mut anna, send("0", &[])).await.is(422).shows("First contact needs a whole number");
        post(&mut anna, send("8", &[("reason", "Two of us are ill until Friday.")])).await.leads_to("/settings/clocks");
        anna.get("/settings/clocks").await.shows("version 2");
        anna.get("/settings/audit")
            .await
            .shows("Two of us are ill until Friday.")
            .shows("Anna")
            .shows("changed the clocks");
        let stale = send("2", &[]);
        post(&mut anna, stale).await.is(422).shows("Somebody else changed this meanwhile");
    });
}

#[test]
fn a_key_is_shown_once_and_revoked_and_another_browser_is_signed_out() {
    both_async(|db| async move {
        let mut anna = Visitor::at(db, NOW).await;
        anna.post("/first-run", &FIRST_RUN).await.leads_to("/guide");
        anna.post("/settings/tokens", &[("name", "")]).await.is(422).shows("Name the key");
        let made = anna.post("/settings/tokens", &[("name", "orders from the ERP")]).await;
        made.is(200).shows("mg_").shows("shown this once");
        let list = anna.get("/settings/tokens").await;
        list.shows("orders from the ERP").hides("mg_");
        let key = list
            .html
            .split("/settings/tokens/")
            .nth(1)
            .and_then(|t| t.split('/').next())
            .unwrap_or_default()
            .to_owned();
        anna.post(&format!("/settings/tokens/{key}/revoke"), &[]).await.leads_to("/settings/tokens");
        anna.get("/settings/tokens").await.shows("revoked");
        let mut phone = anna.stranger();
        let right = [("email", "anna@nordlot.example"), ("password", "battery horse staple")];
        phone.post("/sign-in", &right).await.leads_to("/");
        let list = anna.get("/settings/tokens").await;
        list.shows("this one");
        let other = list
            .html
            .split("/settings/sessions/")
            .nth(1)
            .and_then(|t| t.split('/').next())
            .unwrap_or_default()
            .to_owned();
        anna.post(&format!("/settings/sessions/{other}/end"), &[]).await.leads_to("/settings/tokens");
        phone.get("/accounts").await.leads_to("/sign-in?then=/accounts");
        anna.get("/accounts").await.is(200);
    });
}

#[test]
fn a_colleague_is_added_changed_and_leaves_and_every_change_stands_in_the_log() {
    both_async(|db| async move {
        let mut anna = Visitor::at(db, NOW).await;
        anna.post("/first-run", &FIRST_RUN).await.leads_to("/guide");
        let piotr = [
            ("name", "Piotr"),
            ("email", "piotr@nordlot.example"),
            ("zone", "Europe/Warsaw"),
            ("roles", "owner"),
            ("password", "four words are enough"),
        ];
        let mut odd = piotr.to_vec();
        odd[2].1 = "Warsaw time";
        anna.post("/settings/people", &odd)
            .await
            .is(422)
            .shows("This time zone is not known")
            .shows("value=\"Warsaw time\"");
        anna.post("/settings/people", &piotr).await.leads_to("/settings/people");
        let list = anna.get("/settings/people").await;
        let id = list
            .html
            .split("/settings/people/")
            .find(|t| t.contains(">Piotr<"))
            .and_then(|t| t.split('"').next())
            .unwrap_or_default()
            .to_owned();
        let mut his = anna.stranger();
        his.post("/sign-in", &[("email", "piotr@nordlot.example"), ("password", "four words are enough")])
            .await
            .leads_to("/");
        let leaves =
            [("name", "Piotr"), ("email", "piotr@nordlot.example"), ("zone", "Europe/Warsaw"), ("roles", "owner")];
        anna.get(&format!("/settings/people/{id}")).await.is(200).shows("name=\"active\" value=\"on\" checked");
        anna.post(&format!("/settings/people/{id}"), &leaves).await.leads_to("/settings/people");
        his.get("/").await.leads_to("/sign-in");
        let log = anna.get("/settings/audit").await;
        log.shows("added a colleague").shows("changed a colleague").shows("active: yes → no");
    });
}
