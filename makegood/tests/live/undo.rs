//! Undo: a button on the notice, for what can honestly be taken back; the story keeps both.
use super::hear::one_case;
use crate::support::both_async;
use crate::support::world::{ACME, EWA, MARIA, MS_RAO, NOW};
use crate::visit::{Seen, Visitor};
use jiff::SignedDuration;

/// The page that an act led to.
async fn after(who: &mut Visitor, done: &Seen) -> Seen {
    let there = done.to.clone().unwrap_or_else(|| panic!("{}: {}", done.status, done.text()));
    who.get(there.split('#').next().unwrap()).await
}

/// The form of the button: where it leads, and what it carries.
fn button(page: &Seen) -> (String, Vec<(String, String)>) {
    let form = page.html.split("id=\"undo\"").nth(1).unwrap_or_else(|| panic!("no button: {}", page.text()));
    let form = form.split("</form>").next().unwrap();
    let action = form.split("action=\"").nth(1).and_then(|t| t.split('"').next()).unwrap().to_owned();
    let fields = form.split("<input ").skip(1).map(|tag| {
        let of =
            |name: &str| tag.split(&format!("{name}=\"")).nth(1).and_then(|t| t.split('"').next()).unwrap().to_owned();
        (of("name"), of("value"))
    });
    (action, fields.collect())
}

async fn press(who: &mut Visitor, page: &Seen) -> Seen {
    let (action, fields) = button(page);
    let pairs: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let done = who.post(&action, &pairs).await;
    done.is(303);
    after(who, &done).await
}

#[test]
fn a_hand_over_an_option_a_tick_and_a_settled_step_are_undone_from_the_notice() {
    both_async(|db| async move {
        let case = one_case(&db);
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let act = |word: &str| format!("/cases/{case}/do/{word}");
        let given = maria.post(&act("hand-over"), &[("to", &EWA.to_string()), ("why", "Yours.")]).await;
        let page = after(&mut maria, &given).await;
        page.shows("Undo").shows("the story keeps both");
        let back = press(&mut maria, &page).await;
        back.shows("The hand-over is taken back.")
            .shows("Taken back from Ewa to Maria: It was a slip.")
            .hides("id=\"undo\"");

        let option = [
            ("kind", "rework"),
            ("what", "New ones by courier."),
            ("arrives", "Fri 10"),
            ("confidence", "expected"),
            ("customer_does", "nothing"),
        ];
        let added = maria.post(&act("add-option"), &option).await;
        let page = after(&mut maria, &added).await;
        press(&mut maria, &page).await.shows("The option was taken back.").shows("It was a slip.");

        maria.post(&act("choose-playbook"), &[("name", "three_mistakes")]).await.is(303);
        let tick = [("playbook", "three_mistakes"), ("no", "A2"), ("words", "No plan for it.")];
        let ticked = maria.post(&act("tick-step"), &tick).await;
        let page = after(&mut maria, &ticked).await;
        press(&mut maria, &page).await.shows("The tick is taken back.").shows("Not done after all:");
        maria.post(&act("tick-step"), &tick).await.is(303);

        let steps = [
            ("steps[0].kind", "contain"),
            ("steps[0].party", "us"),
            ("steps[0].owner", &*MARIA.to_string()),
            ("steps[0].text", "Stop the shipment."),
            ("steps[0].due", "Fri 10"),
        ];
        maria.post(&act("draft-plan"), &steps).await.is(303);
        let form = maria.get(&act("settle-step")).await;
        let step = form
            .html
            .split("<option value=\"")
            .map(|o| o.split('"').next().unwrap())
            .find(|v| v.len() == 36)
            .unwrap()
            .to_owned();
        let settled =
            maria.post(&act("settle-step"), &[("step", &*step), ("outcome", "done"), ("proof", "Tracking 1Z.")]).await;
        let page = after(&mut maria, &settled).await;
        press(&mut maria, &page).await.shows("The step is open again.").shows("Open again: Stop the shipment.");
    });
}

#[test]
fn undo_is_offered_for_a_quarter_of_an_hour_to_whoever_did_it_and_not_for_what_has_no_way_back() {
    both_async(|db| async move {
        let case = one_case(&db);
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let mut ewa = maria.is(EWA).await;
        let act = |word: &str| format!("/cases/{case}/do/{word}");
        let noted = maria.post(&act("add-note"), &[("text", "They stand still.")]).await;
        after(&mut maria, &noted).await.shows("note").hides("id=\"undo\"");
        let given = maria.post(&act("hand-over"), &[("to", &EWA.to_string()), ("why", "Yours.")]).await;
        after(&mut ewa, &given).await.hides("id=\"undo\"");
        let page = after(&mut maria, &given).await;
        let (action, fields) = button(&page);
        maria.pass(SignedDuration::from_mins(16));
        after(&mut maria, &given).await.hides("id=\"undo\"");
        // The page that stayed open may still press it within the time of the act; after that the rule says why not.
        maria.pass(SignedDuration::from_mins(15));
        let pairs: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        maria.post(&action, &pairs).await.is(409).shows("no hand-over of yours from the last half hour");
    });
}

#[test]
fn a_signal_that_was_dismissed_by_a_slip_waits_again() {
    both_async(|db| async move {
        one_case(&db);
        let told = db.clone();
        tokio::task::block_in_place(|| {
            told.write_now(|tx| {
                let raised = store::signals::Raised {
                    kind: "mail".into(),
                    subject: "one".into(),
                    account: Some(ACME),
                    contact: Some(MS_RAO),
                    line: None,
                    message: None,
                    evidence: watch::Sentence::new(
                        "signal-mail",
                        [("from", watch::Arg::Text("Dana Rao".into())), ("subject", watch::Arg::Text("Boards".into()))],
                    ),
                    since: NOW,
                    owed_at: NOW,
                    detected_at: NOW,
                    first_to_tell: store::signals::FirstToTell::Customer,
                    raised_by: None,
                    confidence: None,
                };
                let mut mint = store::mint::Mint::new(uuid::Uuid::from_u128(9), NOW);
                store::signals::raise(tx, &[raised], &mut mint)
            })
            .unwrap();
        });
        let id = db.read(|c| store::signals::waiting(c, NOW, None, 10)).await.unwrap()[0].id;
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let done = maria.post(&format!("/signals/{id}/dismiss"), &[("reason", "A test mail.")]).await;
        let page = after(&mut maria, &done).await;
        page.shows("Dismissed, with your reason.").shows("Undo");
        let action = format!("/signals/{id}/undo");
        assert!(page.html.contains(&format!("action=\"{action}\"")));
        let mut ewa = maria.is(EWA).await;
        ewa.post(&action, &[]).await.is(422).shows("Too late to undo");
        let back = maria.post(&action, &[]).await;
        after(&mut maria, &back).await.shows("It waits again, as before.").shows("Acme Robotics");
    });
}
