//! What matters here: a lesson of one trouble stands before whoever opens the next one (S013, S227).

use super::maria;
use crate::support::life::Life;
use crate::support::{both_async, world};
use crate::visit::Seen;
use world::{ACME, MS_RAO, NOW, after};

/// The action of the form whose button says so, and its hidden fields.
fn press(seen: &Seen, label: &str) -> (String, Vec<(String, String)>) {
    let form = seen.html.split("<form ").find(|form| form.contains(&format!(">{label}</button>")));
    let form = form.unwrap_or_else(|| panic!("no button {label}: {}", seen.text()));
    let action = form.split("action=\"").nth(1).and_then(|t| t.split('"').next()).unwrap_or_default().to_owned();
    let of = |tag: &str, name: &str| {
        tag.split(&format!("{name}=\"")).nth(1).and_then(|t| t.split('"').next()).unwrap_or_default().to_owned()
    };
    let fields = form.split("type=\"hidden\"").skip(1).map(|tag| (of(tag, "name"), of(tag, "value"))).collect();
    (action, fields)
}

#[test]
fn s013_an_insight_stands_on_the_profile_the_next_time_a_case_opens_and_one_press_keeps_it() {
    both_async(|db| async move {
        let mut maria = maria(&db).await;
        let first = tokio::task::block_in_place(|| {
            Life { about_customer: "They ship on Thursdays at two.".into(), ..Life::of(1, ACME, MS_RAO, NOW) }.told(&db)
        });
        let account = format!("/accounts/{ACME}");
        maria
            .get(&format!("/cases/new?account={ACME}"))
            .await
            .shows("What matters here")
            .shows("They ship on Thursdays at two.");
        let next = tokio::task::block_in_place(|| {
            world::open(&db, world::trouble(ACME, MS_RAO, "Half the boards are dry."), 9000, after(9000))
        });
        let case = maria.get(&format!("/cases/{next}")).await;
        case.shows("They ship on Thursdays at two.").shows("Maria, ").shows(&first.to_string());
        let (action, fields) = press(&case, "Keep on the profile");
        let pairs: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        maria.post(&action, &pairs).await.leads_to(&format!("/cases/{next}"));
        let kept = maria.get(&account).await;
        kept.shows("What matters here")
            .shows("They ship on Thursdays at two.")
            .shows("Maria, ")
            .hides("Keep on the profile");
        maria.post("/learned/MG-1/customer", &[("place", "profile")]).await.is(404);
        maria.post(&format!("/learned/{first}/customer"), &[("place", "nowhere")]).await.is(404);
        maria.post(&format!("/learned/{first}/us"), &[("place", "profile")]).await.is(404);
    });
}

#[test]
fn s013_what_is_not_for_the_profile_is_gone_from_it_and_stays_with_its_case() {
    both_async(|db| async move {
        let mut maria = maria(&db).await;
        let first = tokio::task::block_in_place(|| Life::of(1, ACME, MS_RAO, NOW).told(&db));
        let account = format!("/accounts/{ACME}");
        let (action, fields) = press(&maria.get(&account).await, "Leave out");
        let mut pairs: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        pairs.push(("place", "left"));
        maria.post(&action, &pairs).await.leads_to(&account);
        maria.get(&account).await.hides("They print on Mondays.");
        maria.get(&format!("/cases/{first}")).await.shows("Learned here").shows("They print on Mondays.");
    });
}

#[test]
fn s227_an_insight_sent_to_a_playbook_shows_on_its_next_run() {
    both_async(|db| async move {
        let mut maria = maria(&db).await;
        let first = tokio::task::block_in_place(|| Life::of(1, ACME, MS_RAO, NOW).told(&db));
        let case = maria.get(&format!("/cases/{first}")).await;
        let label =
            case.html.split(">A tip for “").nth(1).and_then(|t| t.split('”').next()).expect("a playbook").to_owned();
        let forms: Vec<&str> = case.html.split("<form ").filter(|form| form.contains("/us\"")).collect();
        assert!(!forms.is_empty(), "{}", case.text());
        let playbook = forms[0].split("name=\"playbook\" value=\"").nth(1).and_then(|t| t.split('"').next()).unwrap();
        let pairs = [("place", "playbook"), ("playbook", playbook)];
        maria.post(&format!("/learned/{first}/us"), &pairs).await.leads_to(&format!("/cases/{first}"));
        maria.get(&format!("/cases/{first}")).await.shows(&format!("A tip in “{label}” now."));
        let next = tokio::task::block_in_place(|| {
            world::open(&db, world::trouble(ACME, MS_RAO, "Half the boards are dry."), 9000, after(9000))
        });
        maria.get(&format!("/cases/{next}")).await.shows("Learned on earlier runs").shows("Two lists were in use.");
    });
}
