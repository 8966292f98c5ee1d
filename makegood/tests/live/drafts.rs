//! What somebody has typed and not yet sent: theirs alone, on every machine of theirs, after a restart, until it was sent.
use super::hear::one_case;
use crate::support::both_async;
use crate::support::world::{ACME, EWA, MARIA, MS_RAO, NOW};
use crate::visit::Visitor;
use jiff::SignedDuration;
use store::drafts;

const WORDS: &str = "They stand still since six & nobody called.";

/// What a form of this page is kept under, and the version of the case it shows.
async fn opened(who: &mut Visitor, page: &str) -> (String, String, String) {
    let seen = who.get(page).await;
    (seen.hidden("kept_as"), seen.hidden("case_version"), seen.hidden("request_id"))
}

async fn post(who: &mut Visitor, path: &str, fields: &[(String, String)]) -> crate::visit::Seen {
    let pairs: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    who.post(path, &pairs).await
}

#[test]
fn a_draft_is_back_on_every_machine_of_its_writer_after_a_restart_and_nobody_else_sees_it() {
    both_async(|db| async move {
        let case = one_case(&db);
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        let page = format!("/cases/{case}/do/add-note");
        let (kept_as, version, request) = opened(&mut maria, &page).await;
        assert_eq!(kept_as, page);
        let form = [
            ("kept_as", &*kept_as),
            ("case_version", &*version),
            ("request_id", &*request),
            ("text", WORDS),
            ("password", "never"),
        ];
        maria.post("/drafts", &form).await.is(204);
        let back = |seen: &crate::visit::Seen| {
            seen.shows("They stand still since six &amp; nobody called.").shows("Kept from today 10:00");
        };
        back(&maria.get(&page).await);
        // Another server, as after a restart, and another machine.
        let elsewhere = Visitor::at(db.clone(), NOW).await;
        back(&elsewhere.is(MARIA).await.get(&page).await);
        let mut ewa = elsewhere.is(EWA).await;
        ewa.get(&page).await.hides("They stand still");
        ewa.get("/drafts").await.is(200).hides("Write a note").shows("You have nothing begun and unsent.");
        ewa.post("/drafts", &[("kept_as", &*kept_as), ("text", "Ewa's own")]).await.is(204);
        ewa.post("/drafts/discard", &[("kept_as", &*kept_as)]).await.is(204);
        back(&maria.get(&page).await);
        maria.get("/drafts").await.is(200).shows(&format!("Write a note · {case}"));
        let body = db.read(move |c| drafts::list(c, MARIA)).await.unwrap().remove(0).body;
        assert!(!body.contains("never") && !body.contains(&request), "{body}");
        // Signing out keeps it for them, and a stranger at the machine sees nothing.
        maria.post("/sign-out", &[]).await.leads_to("/sign-in");
        maria.get("/drafts").await.leads_to("/sign-in?then=/drafts");
        maria.post("/drafts", &form).await.leads_to("/sign-in");
        back(&elsewhere.is(MARIA).await.get(&page).await);
        maria.pass(SignedDuration::from_hours(14 * 24));
        makegood::jobs::sweep::sweep(&maria.app).await;
        assert!(db.read(move |c| drafts::list(c, MARIA)).await.unwrap().is_empty(), "two weeks later it is forgotten");
    });
}

#[test]
fn a_draft_goes_with_the_act_and_stays_when_the_rules_say_no() {
    both_async(|db| async move {
        let case = one_case(&db);
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        let page = format!("/cases/{case}/do/add-note");
        let (kept_as, version, request) = opened(&mut maria, &page).await;
        let count = |db: store::Db| async move { db.read(move |c| drafts::list(c, MARIA)).await.unwrap().len() };
        let form = |text: &str| {
            [("kept_as", &*kept_as), ("case_version", &*version), ("request_id", &*request), ("text", text)]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
        };
        let (draft, empty) = (form(WORDS), form("  "));
        post(&mut maria, "/drafts", &draft).await.is(204);
        post(&mut maria, &page, &empty).await.is(422);
        assert_eq!(count(db.clone()).await, 1, "what was refused was not sent");
        post(&mut maria, &page, &draft).await.is(303);
        assert_eq!(count(db.clone()).await, 0);
        // A word that was still under way to the server comes too late.
        post(&mut maria, "/drafts", &draft).await.is(204);
        assert_eq!(count(db.clone()).await, 0);
        maria.get(&page).await.hides("They stand still since six &amp; nobody called.</textarea>");
    });
}

#[test]
fn a_draft_that_is_back_tells_what_others_did_since_it_was_begun() {
    both_async(|db| async move {
        let case = one_case(&db);
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let mut ewa = maria.is(EWA).await;
        let page = format!("/cases/{case}/do/state-fault");
        let (kept_as, version, _) = opened(&mut maria, &page).await;
        let form =
            [("kept_as", &*kept_as), ("case_version", &*version), ("their_view", "They think that we stored it wet.")];
        maria.post("/drafts", &form).await.is(204);
        ewa.post(&format!("/cases/{case}/do/add-note"), &[("text", "It was our oven.")]).await.is(303);
        let back = maria.get(&page).await;
        back.shows("Kept from today 10:00").shows("Since you began, this happened:").shows("It was our oven.");
        // She has read it, so it stands in nobody's way.
        let now = back.hidden("case_version");
        let form =
            [("kept_as", &*kept_as), ("case_version", &*now), ("their_view", "They think that we stored it wet.")];
        maria.post(&page, &form).await.is(303);
        maria.get("/drafts").await.shows("You have nothing begun and unsent.");
    });
}

#[test]
fn without_script_a_button_keeps_it_and_another_lets_it_go() {
    both_async(|db| async move {
        let case = one_case(&db);
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let page = format!("/cases/{case}/do/record-conversation");
        let seen = maria.get(&page).await;
        seen.shows("Keep it for later").hides("Discard what was kept");
        // Enter presses the first button of a form: that must be the act itself.
        let form = seen.html.split("id=\"do\"").nth(1).unwrap().to_owned();
        let buttons = form.split("<button").skip(1).map(|b| b.split('>').next().unwrap());
        let buttons: Vec<&str> = buttons.filter(|b| b.contains("type=\"submit\"")).collect();
        // One without a name and a way of its own sends the form as the act does.
        assert!(!buttons[0].contains("name=") && !buttons[0].contains("formaction"), "{buttons:?}");
        let kept_as = seen.hidden("kept_as");
        let typed = [("kept_as", &*kept_as), ("notes", WORDS), ("by_hand", "keep")];
        maria.post("/drafts", &typed).await.leads_to("/drafts?done=kept");
        maria.get("/drafts?done=kept").await.shows("It is kept, for you alone.").shows(&page);
        maria.get(&page).await.shows("Discard what was kept").shows("They stand still since six &amp; nobody called.");
        maria.post("/drafts/discard", &[("kept_as", &*kept_as), ("by_hand", "discard")]).await.leads_to(&page);
        maria.get(&page).await.hides("They stand still since six");
        // Only pages of ours are kept or led to, and nothing beyond all measure.
        for odd in ["//evil.example/x", "https://evil.example", "", "/\\evil.example"] {
            maria.post("/drafts", &[("kept_as", odd), ("text", "x"), ("by_hand", "keep")]).await.is(404);
            maria.post("/drafts/discard", &[("kept_as", odd), ("by_hand", "discard")]).await.is(404);
        }
        let long = "x".repeat(70_000);
        maria
            .post("/drafts", &[("kept_as", &*kept_as), ("notes", &*long)])
            .await
            .is(422)
            .shows("longer than we can keep");
    });
}

#[test]
fn customers_and_their_people_are_kept_too_and_an_edit_stops_when_somebody_was_quicker() {
    both_async(|db| async move {
        one_case(&db);
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let mut ewa = maria.is(EWA).await;
        let page = format!("/contacts/{MS_RAO}");
        let seen = maria.get(&page).await;
        let fields = |seen: &crate::visit::Seen, phone: &str, role: &str| -> Vec<(String, String)> {
            let mut all = crate::visit::fields_of(&seen.html);
            all.retain(|(name, _)| name != "by_hand" && name != "q");
            for (name, value) in &mut all {
                match name.as_str() {
                    "phone" => *value = phone.to_owned(),
                    "role" => *value = role.to_owned(),
                    _ => {}
                }
            }
            all
        };
        let marias = fields(&seen, "+1 512 555 0148", "quality engineer");
        post(&mut maria, "/drafts", &marias).await.is(204);
        let hers = fields(&ewa.get(&page).await, "+1 512 555 0199", "");
        post(&mut ewa, &page, &hers).await.is(303);
        // The draft is back, with what Maria had seen, and stops: Ewa's number must not be lost.
        let back = maria.get(&page).await;
        back.shows("quality engineer").shows("Kept from");
        let again = fields(&back, "+1 512 555 0148", "quality engineer");
        let stopped = post(&mut maria, &page, &again).await;
        stopped.is(422).shows("Somebody else changed this meanwhile").shows("+1 512 555 0199").shows("Ewa");
        stopped.shows("quality engineer");
        let read = fields(&stopped, "+1 512 555 0199", "quality engineer");
        post(&mut maria, &page, &read).await.is(303);
        maria.get(&page).await.shows("+1 512 555 0199").shows("quality engineer").hides("Kept from");

        let page = format!("/accounts/{ACME}/change");
        let seen = maria.get(&page).await;
        let hers = crate::visit::fields_of(&ewa.get(&page).await.html);
        let mut changed = hers.clone();
        changed.iter_mut().filter(|(name, _)| name == "region").for_each(|(_, value)| *value = "TX".to_owned());
        changed.push(("what_matters".into(), "The bad news first.".into()));
        post(&mut ewa, &page, &changed).await.is(303);
        let stopped = post(&mut maria, &page, &crate::visit::fields_of(&seen.html)).await;
        stopped.is(422).shows("Somebody else changed this meanwhile").shows("TX").shows("The bad news first.");
    });
}

#[test]
fn a_colleague_is_changed_by_one_administrator_at_a_time() {
    both_async(|db| async move {
        one_case(&db);
        let mut anna = Visitor::at(db, NOW).await.is(crate::support::world::ANNA).await;
        let page = format!("/settings/people/{EWA}");
        let seen = anna.get(&page).await;
        let mut fields = crate::visit::fields_of(&seen.html);
        fields.retain(|(name, _)| !matches!(name.as_str(), "roles" | "active"));
        fields.extend([("roles".to_owned(), "manager".to_owned()), ("active".to_owned(), "on".to_owned())]);
        let with = |fields: &[(String, String)], team: &str| -> Vec<(String, String)> {
            fields.iter().map(|(n, v)| (n.clone(), if n == "team" { team.to_owned() } else { v.clone() })).collect()
        };
        post(&mut anna, &page, &with(&fields, "Inside sales")).await.leads_to("/settings/people");
        let stopped = post(&mut anna, &page, &with(&fields, "Field sales")).await;
        stopped.is(422).shows("Somebody else changed this meanwhile").shows("Inside sales").shows("Field sales");
    });
}
