//! How customers come to their page, on both databases: a fresh link for whoever lost theirs, an end to pressing and guessing, fault
//! pages of their own, and what we see of it at once.

use crate::by_link::{Answer, TITLE, Theirs, ask, opened};
use crate::desk::Desk;
use crate::support::both_async;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, header};
use makegood::session::Peer;
use std::time::{Duration, Instant};
use store::{Db, sql};
use tower::ServiceExt as _;

const SAME_SITE: (&str, &str) = ("sec-fetch-site", "same-origin");

/// Asks from an address.
async fn from(desk: &Desk, address: &str, method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let mut request = request.body(Body::empty()).expect("a request");
    request.extensions_mut().insert(Peer(address.parse().expect("an address")));
    let answer = desk.router().oneshot(request).await.expect("an answer");
    let status = answer.status().as_u16();
    let headers = answer.headers().iter();
    let headers = headers.map(|(n, v)| (n.to_string(), v.to_str().unwrap_or_default().to_owned())).collect();
    let bytes = to_bytes(answer.into_body(), 10_000_000).await.expect("a body");
    Answer { status, headers, body: String::from_utf8_lossy(&bytes).into_owned() }
}

async fn wishes(db: &Db) -> i64 {
    db.read(|conn| conn.one(sql!("select count(*) from link_wishes"), &store::params![])).await.expect("a count")
}

#[test]
fn whoever_lost_their_link_asks_for_a_fresh_one_and_the_owner_makes_it() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        let case = desk.opened(TITLE).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let id = dana.home.trim_start_matches("/theirs/").to_owned();
        assert_eq!(desk.post(&format!("/cases/{case}/links/{id}/revoke"), &[]).await.status, 303);
        let gone = opened(&desk, &format!("/their/{}", dana.token)).await;
        assert!(gone.body.contains("action=\"?fresh\"") && gone.body.contains("Ask for a fresh link"), "{}", gone.body);
        assert_eq!(wishes(&db).await, 0, "opening asks for nothing");

        let press = async |path: String, cookie: &str| {
            let begun = Instant::now();
            let answer = ask(&desk, Method::POST, &path, &[SAME_SITE, ("cookie", cookie)], String::new()).await;
            assert!(begun.elapsed() >= Duration::from_millis(250), "every answer takes as long");
            answer
        };
        let unknown = "0".repeat(64);
        let first = press(format!("/their/{unknown}?fresh"), "").await;
        assert_eq!((first.status, first.headers["location"].as_str()), (303, "/their/asked"));
        let all = [
            press("/their/?fresh".into(), "").await,
            press("/theirs/nothing?fresh".into(), "").await,
            press(format!("/their/{}?fresh", dana.token), "").await,
            press(format!("{}/do/solved?fresh", dana.home), &dana.cookie).await,
        ];
        for answer in all {
            assert_eq!((answer.status, &answer.body, &answer.headers), (303, &first.body, &first.headers));
        }
        let said = opened(&desk, "/their/asked").await;
        assert!(said.status == 200 && said.body.contains("If the link was yours") && !said.body.contains("Dana"));
        // From another site it is nobody's press.
        let other = [("sec-fetch-site", "cross-site")];
        let other = ask(&desk, Method::POST, &format!("/their/{}?fresh", dana.token), &other, String::new()).await;
        assert_eq!(other.status, 403);

        assert_eq!(wishes(&db).await, 1);
        assert!(desk.get("/").await.body.contains("Dana Ruiz asks for a fresh link"));
        let links = desk.get(&format!("/cases/{case}/links")).await.body;
        assert!(links.contains("Dana Ruiz asks for a fresh link") && links.contains("Make and copy"), "{links}");
        let again = Theirs::invited(&desk, &case, &desk.dana).await;
        assert!(again.page().await.contains(TITLE));
        for path in ["/".to_owned(), format!("/cases/{case}/links")] {
            assert!(!desk.get(&path).await.body.contains("asks for a fresh link"), "{path}");
        }
    });
}

/// Ten thousand presses: the sixty-first waits, and what was typed stands there still.
#[test]
fn who_presses_too_often_hears_when_to_press_again_and_loses_nothing() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let typed = [("about", "x"), ("words", "Which list is right?")];
        let mut last = dana.press("ask", &typed).await;
        for _ in 0..200 {
            if last.status == 429 {
                break;
            }
            last = dana.press("ask", &[("words", "")]).await;
        }
        let kept = dana.press("ask", &typed).await;
        assert_eq!((last.status, kept.status), (429, 429));
        let seconds: u64 = kept.headers["retry-after"].parse().expect("seconds");
        assert!((1..=60).contains(&seconds));
        assert!(kept.body.contains("Nothing is lost: try again in"), "{}", kept.body);
        assert!(kept.body.contains("Which list is right?</textarea>"), "{}", kept.body);
        // They may read on, and so may everybody else.
        assert_eq!(dana.get(&dana.home).await.status, 200);
        let headers = [SAME_SITE, ("cookie", dana.cookie.as_str())];
        let read = ask(&desk, Method::POST, &format!("{}/read", dana.home), &headers, String::new()).await;
        assert!(read.status == 429 && read.body.contains("A little slower"), "{}", read.body);
    });
}

#[test]
fn who_guesses_links_is_not_heard_for_a_while_and_learns_nothing() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let (guesser, other) = ("203.0.113.7:1000", "198.51.100.9:1000");
        let get = async |address: &str, path: &str| from(&desk, address, Method::GET, path, &[]).await;
        let first = get(guesser, "/their/0").await;
        let mut answers = vec![];
        for n in 1..70 {
            answers.push(get(guesser, &format!("/their/{n:064x}")).await);
        }
        let refused = answers.iter().position(|a| a.status == 429).expect("it has an end");
        assert!((58..=62).contains(&refused), "{refused}");
        for answer in &answers[..refused] {
            assert_eq!((answer.status, &answer.body, &answer.headers), (404, &first.body, &first.headers));
        }
        // From there a link that works is not looked at either: the answer says nothing about it.
        let wrong = get(guesser, "/their/1").await;
        let right = get(guesser, &format!("/their/{}", dana.token)).await;
        assert_eq!((wrong.status, right.status), (429, 429));
        assert!(right.body.contains("try again in") && !right.body.contains(TITLE));
        assert_eq!(get(other, &format!("/their/{}", dana.token)).await.status, 303);
        // Behind our own proxy it is the address that the proxy names last.
        let by_proxy = async |said: &str| {
            let headers = [("x-forwarded-for", said)];
            from(&desk, "127.0.0.1:9", Method::GET, &format!("/their/{}", dana.token), &headers).await.status
        };
        assert_eq!(by_proxy("198.51.100.9, 203.0.113.7").await, 429);
        assert_eq!(by_proxy("203.0.113.7, 198.51.100.9").await, 303);
        assert_eq!(
            from(&desk, other, Method::GET, &format!("/their/{}", dana.token), &[("x-forwarded-for", "203.0.113.7")])
                .await
                .status,
            303
        );
    });
}

/// Guesses at the links of deliveries and of neutrals were once not counted, while those at a customer's and a supplier's were.
#[test]
fn who_guesses_has_one_count_for_the_links_of_every_page() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let mut answers = vec![];
        for n in 0..70 {
            let page = ["their", "supplier", "arrived", "mediator"][n % 4];
            answers.push(from(&desk, "203.0.113.7:1000", Method::GET, &format!("/{page}/{n:064x}"), &[]).await);
        }
        let refused = answers.iter().position(|a| a.status == 429).expect("it has an end");
        assert!((58..=62).contains(&refused), "{refused}");
        assert!(answers[refused..].iter().all(|a| a.status == 429));
    });
}

#[test]
fn asking_for_fresh_links_has_an_end_too() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let press = async || from(&desk, "203.0.113.8:1", Method::POST, "/their/0?fresh", &[SAME_SITE]).await;
        for _ in 0..5 {
            assert_eq!(press().await.status, 303);
        }
        let refused = press().await;
        assert_eq!(refused.status, 429);
        assert!(refused.body.contains("minutes"), "{}", refused.body);
    });
}

/// What goes wrong on their side is never said by the desk's shell, and is as closed as their page.
#[test]
fn their_fault_pages_are_theirs() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let home = dana.home.as_str();
        let cookie = ("cookie", dana.cookie.as_str());
        let long = "words=".to_owned() + &"a".repeat(300 * 1024);
        let form = ("content-type", "application/x-www-form-urlencoded");
        let spanish = ("accept-language", "es");
        let faults = [
            (404, Method::GET, format!("{home}/do/hand-over"), vec![cookie], String::new()),
            (404, Method::GET, format!("{home}/files/nothing"), vec![cookie], String::new()),
            (404, Method::GET, format!("{home}/no/such/page"), vec![cookie], String::new()),
            (405, Method::PUT, home.to_owned(), vec![cookie, SAME_SITE], String::new()),
            (
                403,
                Method::POST,
                format!("{home}/do/ask"),
                vec![cookie, ("sec-fetch-site", "cross-site")],
                String::new(),
            ),
            (413, Method::POST, format!("{home}/do/ask"), vec![cookie, SAME_SITE, form], long),
            (400, Method::POST, format!("{home}/files"), vec![cookie, SAME_SITE, form], String::new()),
            (404, Method::GET, "/theirs/nothing/at/all".to_owned(), vec![spanish], String::new()),
        ];
        for (status, method, path, headers, body) in faults {
            let page = ask(&desk, method, &path, &headers, body).await;
            assert_eq!(page.status, status, "{path}: {}", page.body);
            assert!(page.body.contains("/theirs-") || page.body.contains("theirs."), "{path}: {}", page.body);
            for never in ["href=\"/\"", "<script", "/cases", "Run to it"] {
                assert!(!page.body.contains(never), "{never} on {path}: {}", page.body);
            }
            let wanted = [
                ("referrer-policy", "no-referrer"),
                ("cache-control", "no-store"),
                ("x-content-type-options", "nosniff"),
            ];
            for (name, value) in wanted {
                assert_eq!(page.headers[name], value, "{path}");
            }
            assert!(page.headers.contains_key("content-security-policy"), "{path}");
            if headers.contains(&spanish) {
                assert!(page.body.contains("lang=\"es\""), "{}", page.body);
            } else {
                assert!(page.body.contains(&format!("href=\"{home}\"")), "the way back, {path}: {}", page.body);
            }
        }
        // Pages of ours still speak for the desk.
        assert!(desk.get("/nothing").await.body.contains("href=\"/\""));
    });
}

/// Who looks is seen when they press something, for some minutes; opening the page is nothing that anybody sees.
#[test]
fn who_pressed_something_is_at_their_page_now() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        dana.page().await;
        let pages = [format!("/cases/{case}"), format!("/cases/{case}/links")];
        let now = ["Dana Ruiz is at their page now", "at it now"];
        for (page, words) in pages.iter().zip(now) {
            assert!(!desk.get(page).await.body.contains(words), "{page}");
        }
        let headers = [SAME_SITE, ("cookie", dana.cookie.as_str())];
        ask(&desk, Method::POST, &format!("{}/read", dana.home), &headers, String::new()).await;
        for (page, words) in pages.iter().zip(now) {
            assert!(desk.get(page).await.body.contains(words), "{page}");
        }
        desk.later(6);
        for (page, words) in pages.iter().zip(now) {
            assert!(!desk.get(page).await.body.contains(words), "{page}");
        }
        dana.does("ask", &[("words", "Which list is right?")]).await;
        let links = desk.get(&pages[1]).await.body;
        assert!(
            links.contains("Dana Ruiz asks something and waits for an answer") && links.contains("at it now"),
            "{links}"
        );
    });
}

/// The made link is in no header that travels on, and in no other page of ours.
#[test]
fn the_secret_leaves_the_address_at_once() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let answer = opened(&desk, &format!("/their/{}", dana.token)).await;
        assert_eq!((answer.status, answer.headers[header::LOCATION.as_str()].as_str()), (303, dana.home.as_str()));
        assert_eq!(answer.headers["referrer-policy"], "no-referrer");
        assert_eq!(answer.headers["cache-control"], "no-store");
        assert!(!answer.body.contains(&dana.token));
    });
}

/// Behind our own proxy, tries count against the address that the proxy names, so that one who guesses locks out nobody else.
#[test]
fn who_guesses_keys_behind_a_proxy_locks_out_themselves_alone() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let ask = async |method: Method, path: &str, said: &str| {
            let key = ("authorization", "Bearer mg_0000000000000000000000000000000000000000");
            let form = ("content-type", "application/x-www-form-urlencoded");
            let headers = [key, form, SAME_SITE, ("x-forwarded-for", said)];
            from(&desk, "127.0.0.1:9", method, path, &headers).await.status
        };
        let (guesser, other) = ("203.0.113.7", "198.51.100.9");
        let mut answers = vec![];
        for _ in 0..52 {
            answers.push(ask(Method::GET, "/api/v1/cases", guesser).await);
        }
        assert_eq!((answers[0], answers[51]), (401, 429), "{answers:?}");
        assert_eq!(ask(Method::GET, "/api/v1/cases", other).await, 401);
        // Signing in is a try of the same kind, and counted in the same place.
        assert_eq!(ask(Method::POST, "/sign-in", guesser).await, 429);
        assert_eq!(ask(Method::POST, "/sign-in", other).await, 422);
    });
}
