//! The pages of the desk that are not a case's own, as people use them, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

#[path = "desk/orders.rs"]
mod orders;
#[path = "../../store/tests/support/mod.rs"]
mod support;
#[path = "desk/visit.rs"]
mod visit;

use casework::kinds::Role;
use jiff::SignedDuration;
use store::people;
use support::{both_async, world};
use uuid::Uuid;
use visit::{FIRST_RUN, Visitor};
use world::{ACME, ANNA, EWA, MARIA, MS_RAO, NOW};

/// Every page that a colleague can open without being led to it.
const PAGES: [&str; 19] = [
    "/",
    "/?whose=all",
    "/cases",
    "/cases?standing=closed",
    "/signals",
    "/signals/mail",
    "/orders",
    "/orders/import",
    "/accounts",
    "/accounts/new",
    "/search?q=boards",
    "/notices",
    "/settings",
    "/settings/people",
    "/settings/calendars",
    "/settings/clocks",
    "/settings/tokens",
    "/settings/audit",
    "/healthz",
];

/// What a screen reader and a stranger to the page need.
#[track_caller]
fn reads_well(path: &str, seen: &visit::Seen) {
    assert_eq!(seen.status.as_u16(), 200, "{path}: {}", seen.text());
    if path == "/healthz" {
        return;
    }
    let html = &seen.html;
    let title = html.split("<title>").nth(1).and_then(|t| t.split('<').next()).unwrap_or_default();
    assert!(title.len() > 3, "{path} has no title");
    assert_eq!(html.matches("<h1").count(), 1, "{path} needs one heading");
    for (at, _) in
        html.match_indices("<input").chain(html.match_indices("<select")).chain(html.match_indices("<textarea"))
    {
        let tag = html[at..].split('>').next().unwrap_or_default();
        if tag.contains("type=\"hidden\"") {
            continue;
        }
        let id = tag.split(" id=\"").nth(1).and_then(|t| t.split('"').next()).unwrap_or_default();
        assert!(html.contains(&format!("for=\"{id}\"")) && !id.is_empty(), "{path}: no label for {tag}");
    }
    for never in ["Submit", ">OK<", "Process"] {
        assert!(!html.contains(never), "{path} says {never}");
    }
}

#[test]
fn the_first_visitor_founds_the_firm_and_nobody_does_so_again() {
    both_async(|db| async move {
        let mut anna = Visitor::at(db, NOW).await;
        anna.get("/sign-in").await.leads_to("/first-run");
        anna.get("/first-run").await.is(200).shows("Begin");
        let short =
            [("name", "Anna"), ("email", "anna@nordlot.example"), ("password", "short"), ("zone", "Europe/Warsaw")];
        anna.post("/first-run", &short)
            .await
            .is(422)
            .shows("at least 12 characters")
            .shows("anna@nordlot.example")
            .hides("value=\"short\"");
        anna.post("/first-run", &FIRST_RUN).await.leads_to("/");
        anna.get("/").await.is(200).shows("Anna Nowak").shows("Nobody is waiting to hear from you.");
        let mut late = anna.stranger();
        late.get("/first-run").await.leads_to("/sign-in");
        late.post("/first-run", &FIRST_RUN).await.leads_to("/sign-in");
        late.get("/").await.leads_to("/sign-in");
        for path in PAGES {
            reads_well(path, &anna.get(path).await);
        }
    });
}

#[test]
fn the_door_opens_for_the_right_password_and_closes_behind_whoever_leaves() {
    both_async(|db| async move {
        let mut anna = Visitor::at(db, NOW).await;
        anna.post("/first-run", &FIRST_RUN).await.leads_to("/");
        anna.post("/sign-out", &[]).await.leads_to("/sign-in");
        anna.get("/accounts").await.leads_to("/sign-in?then=/accounts");
        let wrong = [("email", "anna@nordlot.example"), ("password", "battery horse stable")];
        anna.post("/sign-in", &wrong).await.is(422).shows("do not belong together").shows("anna@nordlot.example");
        let nobody = [("email", "nobody@nordlot.example"), ("password", "battery horse staple")];
        anna.post("/sign-in", &nobody).await.is(422).shows("do not belong together");
        let right = [("email", "Anna@nordlot.example"), ("password", "battery horse staple"), ("then", "/accounts")];
        anna.post("/sign-in", &right).await.leads_to("/accounts");
        anna.get("/accounts").await.is(200);
        let away =
            [("email", "anna@nordlot.example"), ("password", "battery horse staple"), ("then", "//evil.example")];
        anna.stranger().post("/sign-in", &away).await.leads_to("/");
        anna.pass(SignedDuration::from_hours(13));
        anna.get("/accounts").await.leads_to("/sign-in?then=/accounts");
    });
}

#[test]
fn the_sixth_wrong_password_in_a_row_has_to_wait() {
    both_async(|db| async move {
        let mut anna = Visitor::at(db, NOW).await;
        anna.post("/first-run", &FIRST_RUN).await.leads_to("/");
        let mut thief = anna.stranger();
        for n in 0..5 {
            let guess = format!("guess number {n} of many");
            thief.post("/sign-in", &[("email", "anna@nordlot.example"), ("password", &guess)]).await.is(422);
        }
        let right = [("email", "anna@nordlot.example"), ("password", "battery horse staple")];
        thief.post("/sign-in", &right).await.is(429).shows("tried too often");
    });
}

#[test]
fn a_change_that_another_site_sends_changes_nothing() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let form = [("name", "Kite Labs"), ("zone", "Europe/Berlin"), ("relationship_owner", &*MARIA.to_string())];
        for said in [
            Some(("sec-fetch-site", "cross-site")),
            Some(("sec-fetch-site", "same-site")),
            Some(("origin", "https://evil.example")),
            Some(("origin", "null")),
            None,
        ] {
            maria.post_from("/accounts/new", &form, said).await.is(403).shows("sent by another site");
        }
        maria.get("/accounts?q=Kite").await.is(200).hides("/accounts/new\" data-go").shows("No customer begins with");
        maria.post_from("/accounts/new", &form, Some(("origin", "https://makegood.example"))).await.is(303);
        maria.get("/accounts?q=Kite").await.shows("Kite Labs");
    });
}

#[test]
fn a_reader_looks_and_changes_nothing_and_only_an_administrator_sees_the_settings() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let reader = world::person(casework::ids::PersonId(Uuid::from_u128(77)), "Rita", &[Role::Reader]);
        let kept = reader.clone();
        db.write::<_, store::NotKept, _>(move |tx| people::add(tx, &kept, "", &world::by(900))).await.unwrap();
        let door = Visitor::at(db, NOW).await;
        let mut rita = door.is(reader.id).await;
        rita.get(&format!("/accounts/{ACME}")).await.is(200).shows("Acme Robotics");
        for path in [
            "/settings/people",
            "/settings/calendars",
            "/settings/clocks",
            "/settings/audit",
            "/accounts/new",
            "/orders/import",
        ] {
            rita.get(path).await.is(403).shows("Not for your role");
        }
        rita.post("/accounts/new", &[("name", "X")]).await.is(403);
        rita.post(&format!("/contacts/{MS_RAO}"), &[("name", "X")]).await.is(403);
        rita.post("/settings/clocks", &[("warn_at_percent", "1")]).await.is(403);
        rita.get("/settings").await.is(200).hides("/settings/people").shows("/settings/tokens");
        let mut maria = door.is(MARIA).await;
        maria.get("/settings/people").await.is(403);
        maria.get("/accounts/new").await.is(200);
        let mut anna = door.is(ANNA).await;
        anna.get("/settings/people").await.is(200);
    });
}

#[test]
fn s041_s072_contacts_owed_stand_first_and_nothing_can_be_put_above_them() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| {
            world::build(&db);
            world::open(&db, world::trouble(ACME, MS_RAO, "Half the boards are dead."), 1, NOW)
        });
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        for path in ["/", "/?whose=all", "/?whose=all&sort=name", "/?hide=contacts"] {
            let seen = maria.get(path).await;
            let first = seen.html.split("<h2>").nth(1).unwrap_or_default().to_owned();
            assert!(first.starts_with("Contacts owed"), "{path}: {}", seen.text());
            seen.shows("Half the boards are dead.").shows("tel:+15125550148").shows("Dana Rao");
        }
        let mut anna = maria.is(ANNA).await;
        for path in PAGES {
            reads_well(path, &anna.get(path).await);
        }
    });
}

/// S015: quiet is grey. S236: years, troubles and promises, never revenue. S249: the clock on their wall.
#[test]
fn s015_s236_s249_the_page_of_a_customer_shows_the_relationship() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        let page = format!("/accounts/{ACME}");
        let quiet = maria.get(&page).await;
        reads_well(&page, &quiet);
        quiet.shows("<span class=\"quiet\">not heard</span>").shows("Quiet is not good news").shows("03:00 there");
        for never in ["revenue", "Revenue", "margin", "turnover", "€", "good standing"] {
            quiet.hides(never);
        }
        tokio::task::block_in_place(|| {
            world::open(&db, world::trouble(ACME, MS_RAO, "Half the boards are dead."), 1, NOW)
        });
        maria
            .get(&page)
            .await
            .hides("not heard")
            .shows("1 trouble, 1 open")
            .shows("Half the boards are dead.")
            .shows("0 kept, 0 broken, 0 open");
        for path in [format!("{page}/change"), format!("{page}/contacts"), format!("/contacts/{MS_RAO}")] {
            reads_well(&path, &maria.get(&path).await);
        }
    });
}

#[test]
fn s235_a_customer_needs_somebody_who_keeps_the_relationship_and_a_cover_who_is_somebody_else() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let (own, ewa) = (MARIA.to_string(), EWA.to_string());
        let base =
            [("name", "Kite Labs"), ("zone", "Europe/Berlin"), ("what_matters", "Launch on 1 May, nothing else.")];
        let with = |more: &[(&'static str, String)]| {
            let mut all: Vec<(&str, String)> = base.iter().map(|(k, v)| (*k, (*v).to_owned())).collect();
            all.extend(more.iter().cloned());
            all
        };
        async fn send(maria: &mut Visitor, path: &str, pairs: Vec<(&str, String)>) -> visit::Seen {
            let pairs: Vec<(&str, &str)> = pairs.iter().map(|(k, v)| (*k, v.as_str())).collect();
            maria.post(path, &pairs).await
        }
        let nobody = send(&mut maria, "/accounts/new", with(&[])).await;
        nobody
            .is(422)
            .shows("Every customer needs somebody")
            .shows("Launch on 1 May, nothing else.")
            .shows("value=\"Kite Labs\"");
        let same = with(&[("relationship_owner", own.clone()), ("cover", own.clone())]);
        send(&mut maria, "/accounts/new", same).await.is(422).shows("nobody can stand in for themselves");
        let odd = with(&[
            ("relationship_owner", own.clone()),
            ("cover", ewa.clone()),
            ("country", "Germany".into()),
            ("zone", "Mars/Olympus".into()),
        ]);
        send(&mut maria, "/accounts/new", odd).await.is(422).shows("two letters of the country").shows("Mars/Olympus");
        let request = Uuid::from_u128(4711).to_string();
        let right = with(&[("relationship_owner", own.clone()), ("cover", ewa.clone()), ("request_id", request)]);
        let first = send(&mut maria, "/accounts/new", right.clone()).await;
        let again = send(&mut maria, "/accounts/new", right).await;
        assert_eq!(first.to, again.to, "pressed twice, one customer");
        let page = first.to.clone().unwrap_or_default();
        maria.get(&page).await.is(200).shows("Kite Labs").shows("Ewa").shows("Launch on 1 May");
    });
}

#[test]
fn a_deadline_of_their_own_shortens_ours_and_one_that_would_not_is_sent_back() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        let own = MARIA.to_string();
        let path = format!("/accounts/{ACME}/change");
        let rule = |number: &'static str| {
            [
                ("name", "Acme Robotics"),
                ("zone", "America/Chicago"),
                ("relationship_owner", own.as_str()),
                ("rules[0].clock", "c01_first_contact"),
                ("rules[0].number", number),
                ("rules[0].unit", "working_minutes"),
                ("rules[0].source", "Contract, section 4"),
            ]
        };
        maria.post(&path, &rule("600")).await.is(422).shows("no longer than this").shows("Contract, section 4");
        maria.post(&path, &rule("30")).await.leads_to(&format!("/accounts/{ACME}"));
        maria
            .get(&format!("/accounts/{ACME}"))
            .await
            .shows("First contact: within 30 working minutes (Contract, section 4)");
        let number =
            tokio::task::block_in_place(|| world::open(&db, world::trouble(ACME, MS_RAO, "Late again."), 1, NOW));
        let kept =
            db.read::<_, store::Fault, _>(move |conn| store::cases::by_number(conn, number)).await.unwrap().unwrap();
        let due = kept.case.clocks.iter().find(|c| c.kind == world::FIRST_CONTACT).expect("it is owed").due;
        assert!(due <= world::after(30), "their own deadline holds: {due}");
    });
}

#[test]
fn a_person_is_added_and_changed_and_what_was_typed_stays_when_it_is_sent_back() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| world::build(&db));
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let add = format!("/accounts/{ACME}/contacts");
        let odd =
            [("name", "Priya Shah"), ("role", "planner"), ("email", "priya at acme"), ("phone", "+1 512 555 0177")];
        maria
            .post(&add, &odd)
            .await
            .is(422)
            .shows("cannot be a mail address")
            .shows("value=\"planner\"")
            .shows("value=\"priya at acme\"");
        let right =
            [("name", "Priya Shah"), ("role", "planner"), ("email", "priya@acme.example"), ("zone", "Asia/Kolkata")];
        maria.post(&add, &right).await.leads_to(&format!("/accounts/{ACME}"));
        maria.get(&format!("/accounts/{ACME}")).await.shows("Priya Shah").shows("14:30 there");
        let there = format!("/contacts/{MS_RAO}");
        maria.post(&there, &[("name", "Dana Rao"), ("address_as", "Ms Rao"), ("active", "on")]).await.is(303);
        maria.get(&there).await.shows("value=\"Ms Rao\"");
    });
}

#[test]
fn a_calendar_shows_its_closed_days_before_it_is_kept_and_an_empty_one_is_refused() {
    both_async(|db| async move {
        let mut anna = Visitor::at(db, NOW).await;
        anna.post("/first-run", &FIRST_RUN).await.leads_to("/");
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

/// The fields of the clocks' page as they stand in it.
fn fields_of(html: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let main = html.split("<main").nth(1).unwrap_or_default();
    for tag in main.split("<input ").skip(1).map(|t| t.split('>').next().unwrap_or_default()) {
        let of =
            |name: &str| tag.split(&format!("{name}=\"")).nth(1).and_then(|t| t.split('"').next()).map(str::to_owned);
        all.extend(of("name").map(|name| (name, of("value").unwrap_or_default())));
    }
    for select in main.split("<select ").skip(1).map(|t| t.split("</select>").next().unwrap_or_default()) {
        let name = select.split("name=\"").nth(1).and_then(|t| t.split('"').next()).unwrap_or_default();
        let chosen = select.split("<option value=\"").find(|o| o.contains("\" selected")).unwrap_or_default();
        all.push((name.to_owned(), chosen.split('"').next().unwrap_or_default().to_owned()));
    }
    all
}

#[test]
fn s073_a_longer_clock_holds_for_everybody_is_tried_first_and_needs_a_reason() {
    both_async(|db| async move {
        tokio::task::block_in_place(|| {
            world::build(&db);
            world::open(&db, world::trouble(ACME, MS_RAO, "Half the boards are dead."), 1, NOW)
        });
        let mut anna = Visitor::at(db, NOW).await.is(ANNA).await;
        let fields = fields_of(&anna.get("/settings/clocks").await.html);
        let send = |n: &str, more: &[(&str, &str)]| -> Vec<(String, String)> {
            let change = |(name, value): &(String, String)| {
                let is = name.starts_with("c01_first_contact") && name.ends_with(".n");
                (name.clone(), if is { n.to_owned() } else { value.clone() })
            };
            fields.iter().map(change).chain(more.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))).collect()
        };
        async fn post(anna: &mut Visitor, pairs: Vec<(String, String)>) -> visit::Seen {
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
        anna.post("/first-run", &FIRST_RUN).await.leads_to("/");
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
        anna.post("/first-run", &FIRST_RUN).await.leads_to("/");
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
        log.shows("added a colleague").shows("changed a colleague").shows("active: true → false");
    });
}
