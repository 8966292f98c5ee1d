//! Who may do what over the API: every route for everybody who may ask. The table is read in review, cell by cell.
use crate::support;
use crate::world;
use makegood::api::{Method, ROUTES};
use serde_json::json;

use support::both_async;
use world::World;

/// In this order: nobody, a reader, an owner, an administrator, a key that was revoked, a browser signed in as owner.
const TABLE: &[(&str, &str, [u16; 6])] = &[
    ("list-cases", "", [401, 200, 200, 200, 401, 200]),
    // Any colleague may open a case (S005); a browser only reads here.
    ("open-case", "", [401, 201, 201, 201, 401, 403]),
    ("show-case", "", [401, 200, 200, 200, 401, 200]),
    ("list-events", "", [401, 200, 200, 200, 401, 200]),
    ("explain-clock", "c01_first_contact", [401, 200, 200, 200, 401, 200]),
    ("act", "add-note", [401, 200, 200, 200, 401, 403]),
    ("act", "record-attempt", [401, 403, 200, 403, 401, 403]),
    ("act", "no-word", [401, 403, 403, 403, 401, 403]),
    ("act", "run-out-clock", [401, 404, 404, 404, 401, 403]),
    ("review", "", [401, 200, 200, 200, 401, 403]),
    ("take-rows", "milestones", [401, 403, 200, 200, 401, 403]),
    // A key is no signature, and whose signature it is no answer says.
    ("take-signed-rows", "", [401, 401, 401, 401, 401, 401]),
    ("run-to-it", "", [401, 200, 200, 200, 401, 200]),
    ("list-accounts", "", [401, 200, 200, 200, 401, 200]),
    ("show-account", "", [401, 200, 200, 200, 401, 200]),
    ("show-me", "", [401, 200, 200, 200, 401, 200]),
    ("list-commands", "", [200, 200, 200, 200, 200, 200]),
    ("openapi", "", [200, 200, 200, 200, 200, 200]),
];

#[test]
fn every_route_answers_everybody_as_the_table_says() {
    both_async(|db| async move {
        let w = World::new(db).await;
        let number = w.opened().await;
        w.revoke("piotr").await;
        let keys = ["reed", "maria", "adam", "piotr"].map(|who| format!("Bearer {}", w.key(who)));
        let cookie = w.cookie("maria").await;
        let asks: [Vec<(&str, &str)>; 6] = [
            vec![],
            vec![("authorization", keys[0].as_str())],
            vec![("authorization", keys[1].as_str())],
            vec![("authorization", keys[2].as_str())],
            vec![("authorization", keys[3].as_str())],
            vec![("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")],
        ];
        for route in ROUTES {
            let rows: Vec<_> = TABLE.iter().filter(|(name, ..)| *name == route.name).collect();
            assert!(!rows.is_empty(), "{} is not in the table", route.name);
            for (name, part, expected) in rows {
                let path = route
                    .path
                    .replace("{number}", &number)
                    .replace("{id}", &w.acme.to_string())
                    .replace("{kind}", part)
                    .replace("{command}", part)
                    .replace("{list}", part);
                let body = match (*name, *part) {
                    ("open-case", _) => w.wrong_label(),
                    (_, "add-note") => json!({ "text": "x" }),
                    (_, "record-attempt") => json!({ "channel": "phone", "outcome": "no_answer" }),
                    (_, "no-word") => json!({ "reason": "x" }),
                    ("take-rows", _) => {
                        json!({ "rows": [{ "order": "A-1", "line": "1", "milestone": "ready", "planned": "2026-03-05" }] })
                    }
                    ("review", _) => json!({ "text": "Your order is late." }),
                    _ => json!({}),
                };
                let method = if route.method == Method::Get { "GET" } else { "POST" };
                for (headers, expected) in asks.iter().zip(expected) {
                    let answer = w.send(method, &path, headers, body.to_string()).await;
                    assert_eq!(answer.status, *expected, "{name} {part} with {headers:?}: {:#}", answer.body);
                }
            }
        }
    });
}
