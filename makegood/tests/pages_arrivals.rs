//! After a delivery, by link: made by a person once the goods are there, line by line, in their language; what is not right is a case at
//! once, and what nobody answers stays *not heard*. In process, on both databases.

use crate::by_link::{Answer, ask, made, opened, said};
use crate::desk::{Desk, coded};
use crate::support::both_async;
use crate::support::intake::{mint, on_day};
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request};
use casework::ids::AccountId;
use store::orders::{self, Terms, Told};
use store::{Db, sql};
use tower::ServiceExt as _;
use watch::Line;

/// Order, item, quantity and the day it came; the story begins on Monday 2 March 2026.
type Came = (&'static str, &'static str, &'static str, &'static str);
const FRIDAY: Came = ("4418", "KB-7 rev C", "40", "2026-02-27");
const EARLIER: Came = ("4420", "Sensor head", "12", "2026-02-26");
const WEDNESDAY: Came = ("4431", "Frame, long", "3", "2026-03-04");

async fn came(db: &Db, desk: &Desk, all: &[Came]) {
    let account = AccountId(desk.acme.parse().expect("an id"));
    let told = all.iter().enumerate().map(|(n, (order, item, quantity, day))| {
        let (item, quantity) = (Some((*item).to_owned()), Some((*quantity).to_owned()));
        let line = Line { delivered: day.parse().ok(), item, quantity, ..Line::new(*order, "1") };
        Told { row: n as u64 + 2, account, line }
    });
    let told: Vec<Told> = told.collect();
    let keep = move |tx: &store::Tx| on_day(0, |g| orders::keep(tx, &told, &Terms::default(), &mut mint(0), g));
    db.write(keep).await.expect("kept");
}

async fn count(db: &Db, text: &'static str) -> i64 {
    db.read(move |conn| conn.one(text, &store::params![])).await.expect("a count")
}

/// A buyer who came by the link to their firm's deliveries.
struct Buyer<'d> {
    desk: &'d Desk,
    token: String,
    cookie: String,
    home: String,
}

impl<'d> Buyer<'d> {
    async fn asked(desk: &'d Desk, contact: &str) -> Self {
        let page = desk.post(&format!("/accounts/{}/arrivals", desk.acme), &[("contact", contact)]).await;
        assert_eq!(page.status, 200, "{}", page.said());
        let token = page.body.split("/arrived/").nth(1).and_then(|rest| rest.split('<').next()).expect("a link");
        assert_eq!(token.len(), 64, "256 bits");
        let answer = opened(desk, &format!("/arrived/{token}")).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        let home = answer.headers["location"].clone();
        let set = &answer.headers["set-cookie"];
        for part in [format!("Path={home};"), "HttpOnly".into(), "SameSite=Lax".into()] {
            assert!(set.contains(&part), "{part} in {set}");
        }
        assert!(home.starts_with("/arrivals/") && !home.contains(token));
        Self { desk, cookie: format!("makegood_their={token}"), token: token.to_owned(), home }
    }
    async fn get(&self, path: &str) -> Answer {
        ask(self.desk, Method::GET, path, &[("cookie", &self.cookie)], String::new()).await
    }
    async fn page(&self) -> String {
        let page = self.get(&self.home).await;
        assert_eq!(page.status, 200, "{}", page.body);
        page.body
    }
    async fn press(&self, pairs: &[(String, String)]) -> Answer {
        let form: Vec<String> = pairs.iter().map(|(n, v)| format!("{}={}", coded(n), coded(v))).collect();
        let headers = [
            ("cookie", self.cookie.as_str()),
            ("sec-fetch-site", "same-origin"),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        ask(self.desk, Method::POST, &self.home, &headers, form.join("&")).await
    }
    async fn says(&self, pairs: &[(String, String)], done: &str) {
        let answer = self.press(pairs).await;
        assert_eq!(answer.status, 303, "{}", said(&answer.body));
        assert_eq!(answer.headers["location"], format!("{}?done={done}", self.home));
        assert!(self.get(&answer.headers["location"]).await.body.contains("role=\"status\""));
    }
}

/// The lines that a page asks about, in its order.
fn lines(page: &str) -> Vec<String> {
    let tags = page.split('<').filter(|tag| tag.starts_with("input") && tag.contains("name=\"line\""));
    tags.filter_map(|tag| Some(tag.split("value=\"").nth(1)?.split('"').next()?.to_owned())).collect()
}

fn about(line: &str, answers: &[(&str, &str)]) -> Vec<(String, String)> {
    answers.iter().map(|(name, value)| (format!("{name}.{line}"), (*value).to_owned())).collect()
}

/// All of these are fine: the page as it was when they pressed.
fn all_fine(lines: &[String]) -> Vec<(String, String)> {
    let shown = lines.iter().map(|line| ("line".to_owned(), line.clone()));
    shown.chain([("all".to_owned(), "fine".to_owned())]).collect()
}

/// S031, C24: no link before the goods came and two working days went by; the page says from when, and to call before that.
#[test]
fn s031_nobody_is_asked_before_the_goods_came() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        let page = format!("/accounts/{}/arrivals", desk.acme);
        assert!(desk.get(&page).await.body.contains("every delivery of theirs has its answer, or none is known"));
        came(&db, &desk, &[WEDNESDAY]).await;
        assert!(desk.get(&page).await.body.contains("Call before that."));
        for _ in 0..3 {
            let early = desk.post(&page, &[("contact", &desk.dana)]).await;
            assert_eq!(early.status, 422, "{}", early.body);
            assert!(early.body.contains("Goods are not asked about before they came"), "{}", early.said());
            desk.days_later(1).await;
        }
        assert_eq!(count(&db, sql!("select count(*) from delivery_links")).await, 0);
        desk.days_later(1).await;
        let buyer = Buyer::asked(&desk, &desk.dana).await;
        assert!(buyer.page().await.contains("3 × Frame, long (4431/1)"));
        // Beside the check, too, there is a way to it; and it shows who has one, never its secret.
        let line = lines(&buyer.page().await).remove(0);
        assert!(desk.get(&format!("/delivery-checks/{line}")).await.body.contains(&format!("href=\"{page}\"")));
        let ours = desk.get(&page).await.body;
        assert!(ours.contains("Dana Ruiz") && ours.contains("has pressed nothing yet") && !ours.contains(&buyer.token));
    });
}

/// S023, S031: two plain questions for each; a *no* is a case at once, with the words as they stand and the first contact owed.
#[test]
fn s023_what_is_not_right_is_a_case_at_once_with_their_words() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        came(&db, &desk, &[FRIDAY, EARLIER]).await;
        let buyer = Buyer::asked(&desk, &desk.dana).await;
        let page = buyer.page().await;
        for words in [
            "Is it what you ordered?",
            "Is everything all right?",
            "40 × KB-7 rev C (4418/1)",
            "12 × Sensor head (4420/1)",
            "we do not take silence for a yes",
            "Maria Krawczyk",
            "tel:+442055500100",
        ] {
            assert!(page.contains(words), "{words} in {page}");
        }
        for never in ["/delivery-checks", "/accounts/", "<script", buyer.token.as_str()] {
            assert!(!page.contains(never), "{never} in {page}");
        }
        let asked = lines(&page);
        assert_eq!(asked.len(), 2);
        // The earlier one stands first.
        let (sensor, boards) = (&asked[0], &asked[1]);
        let words = "Two of the twelve are  wet,\nand one has no cable.";
        let no = [("ordered", "yes"), ("fine", "no"), ("words", words), ("safety", "nobody")];
        for (missing, says) in [
            (&no[..2], "Tell us in a few words what is not right."),
            (&no[..3], "Tell us first whether anyone is hurt"),
            (&no[..1], "Answer both questions, or leave both open."),
        ] {
            let again = buyer.press(&about(sensor, missing)).await;
            assert_eq!(again.status, 422, "{}", again.body);
            assert!(again.body.contains(says), "{says} in {}", said(&again.body));
            assert!(missing.len() < 3 || again.body.contains(words), "what was typed stays: {}", again.body);
        }
        let contrary = [("ordered", "yes"), ("fine", "yes"), ("words", words)];
        assert!(buyer.press(&about(sensor, &contrary)).await.body.contains("You wrote that something is not right."));
        assert!(buyer.press(&[]).await.body.contains("Answer for one of them at least"));
        assert_eq!(count(&db, sql!("select count(*) from cases")).await, 0);
        buyer.says(&about(sensor, &no), "wrong").await;
        // Twice is once.
        buyer.says(&about(sensor, &no), "wrong").await;
        assert_eq!(count(&db, sql!("select count(*) from cases")).await, 1);
        let page = buyer.page().await;
        assert!(page.contains("not right; we are on it") && page.contains("and one has no cable."), "{page}");
        assert!(lines(&page).iter().eq(std::iter::once(boards)), "the other one stays open");
        // At once on *Run to it*, as a first contact that is owed.
        let home = desk.get("/").await.body;
        let case = home.split("/cases/MG-").nth(1).and_then(|rest| rest.split(['"', '/', '?']).next()).expect("a case");
        assert!(home.contains("Two of the twelve are") && home.contains("40 × KB-7 rev C (4418/1)"), "{home}");
        let case = desk.get(&format!("/cases/MG-{case}")).await.body;
        assert!(case.contains("First contact") && case.contains("12 × Sensor head (4420/1)"), "{case}");
        let kept: String = db
            .read(|conn| {
                conn.one(sql!("select words from delivery_checks where outcome = 'not_ok'"), &store::params![])
            })
            .await
            .expect("kept");
        assert_eq!(kept, words, "verbatim");
        let check = desk.get(&format!("/delivery-checks/{sensor}")).await.body;
        assert!(check.contains("They say it is not"), "{check}");
    });
}

/// One press says of all that stand there that they are fine; one that came since stays open.
#[test]
fn one_press_is_about_the_deliveries_that_stood_on_the_page() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        came(&db, &desk, &[FRIDAY, EARLIER]).await;
        let buyer = Buyer::asked(&desk, &desk.dana).await;
        let page = buyer.page().await;
        assert!(page.contains("All 2 of these are fine"), "{page}");
        let shown = lines(&page);
        let mut doubtful = all_fine(&shown);
        doubtful.extend(about(&shown[0], &[("fine", "no")]));
        let no = buyer.press(&doubtful).await;
        assert!(no.status == 422 && no.body.contains("Send your answers instead"), "{}", said(&no.body));
        came(&db, &desk, &[("4400", "Cable", "9", "2026-02-20")]).await;
        buyer.says(&all_fine(&shown), "fine").await;
        assert_eq!(
            count(&db, sql!("select count(*) from delivery_checks where outcome = 'ok' and done_by is null")).await,
            2
        );
        let page = buyer.page().await;
        assert!(
            page.contains("9 × Cable (4400/1)") && page.contains("It is what I ordered, and all is right"),
            "{page}"
        );
        assert_eq!(lines(&page).len(), 1);
        // Nothing of theirs is gone, and the desk has it as an answer.
        buyer.says(&all_fine(&shown), "fine").await;
        assert!(desk.get(&format!("/delivery-checks/{}", shown[0])).await.body.contains("They say it is right"));
    });
}

/// S032, S015: half a year of silence by link leaves a delivery not heard, and the customer counts as not heard.
#[test]
fn s032_silence_by_link_is_never_ok() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        came(&db, &desk, &[FRIDAY]).await;
        let buyer = Buyer::asked(&desk, &desk.dana).await;
        for _ in 0..3 {
            buyer.page().await;
            desk.days_later(50).await;
            assert_eq!(lines(&buyer.page().await).len(), 1, "it is still asked");
            assert!(desk.get("/").await.body.contains("40 × KB-7 rev C (4418/1)"), "the call is still owed");
            assert!(desk.get(&format!("/accounts/{}", desk.acme)).await.body.contains("not heard"));
            assert_eq!(count(&db, sql!("select count(*) from delivery_checks where outcome is not null")).await, 0);
        }
        // A colleague reached nobody: it stays open to their own word.
        let line = lines(&buyer.page().await).remove(0);
        let tried = desk.post(&format!("/delivery-checks/{line}"), &[("outcome", "not_heard")]).await;
        assert_eq!(tried.status, 303, "{}", tried.said());
        assert!(desk.get(&format!("/accounts/{}", desk.acme)).await.body.contains("not heard"));
        buyer.says(&about(&line, &[("ordered", "yes"), ("fine", "yes")]), "fine").await;
        assert!(!desk.get(&format!("/accounts/{}", desk.acme)).await.body.contains("not heard"));
    });
}

/// The same answer for whatever is wrong with a link, of either kind; opening changes nothing.
#[test]
fn whatever_is_wrong_with_a_link_to_deliveries_the_answer_is_the_same() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        came(&db, &desk, &[FRIDAY]).await;
        let case = desk.opened("The crate was wet.").await;
        let of_case = made(&desk, &case, &desk.dana, &[]).await;
        let revoked = Buyer::asked(&desk, &desk.dana).await;
        let id = revoked.home.trim_start_matches("/arrivals/").to_owned();
        for method in [Method::GET, Method::HEAD, Method::OPTIONS] {
            for path in [format!("/arrived/{}", revoked.token), revoked.home.clone()] {
                ask(&desk, method.clone(), &path, &[("cookie", &revoked.cookie)], String::new()).await;
            }
        }
        let pressed = sql!("select count(*) from delivery_links where last_act_at is not null");
        assert_eq!(count(&db, pressed).await, 0);
        // A form on another site, and a program that says nothing of where it is.
        for site in [Some("cross-site"), None] {
            let mut headers =
                vec![("cookie", revoked.cookie.as_str()), ("content-type", "application/x-www-form-urlencoded")];
            headers.extend(site.map(|site| ("sec-fetch-site", site)));
            assert_eq!(ask(&desk, Method::POST, &revoked.home, &headers, "all=fine".into()).await.status, 403);
        }
        let back = format!("/accounts/{}/arrivals/{id}/revoke", desk.acme);
        assert_eq!(desk.post(&back, &[]).await.status, 303);
        let answers = [
            opened(&desk, &format!("/arrived/{}", "0".repeat(64))).await,
            opened(&desk, &format!("/arrived/{}", revoked.token)).await,
            opened(&desk, "/arrived/").await,
            opened(&desk, "/arrived/%20").await,
            opened(&desk, &format!("/arrived/{}", "a".repeat(5_000))).await,
            opened(&desk, &format!("/arrived/{of_case}")).await,
            opened(&desk, &revoked.home).await,
            revoked.get(&revoked.home).await,
            revoked.press(&all_fine(&[])).await,
        ];
        for answer in &answers {
            assert_eq!((answer.status, &answer.body, &answer.headers), (404, &answers[0].body, &answers[0].headers));
        }
        assert!(answers[0].body.contains("This link does not work any more"));
        // Where cases are opened it is a stranger like any other.
        let here = opened(&desk, &format!("/their/{}", revoked.token)).await;
        let stranger = opened(&desk, &format!("/their/{}", "0".repeat(64))).await;
        assert_eq!((here.status, here.body, here.headers), (404, stranger.body, stranger.headers));
        let again = Buyer::asked(&desk, &desk.dana).await;
        desk.later(181 * 24 * 60);
        assert_eq!(again.get(&again.home).await.body, answers[0].body);
    });
}

/// *Not OK* after an *OK* that a colleague heard meanwhile is a trouble at once; after *not OK* the words are read back, with whom to call.
#[test]
fn words_about_a_delivery_that_was_answered_meanwhile_are_not_lost() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        came(&db, &desk, &[FRIDAY]).await;
        let buyer = Buyer::asked(&desk, &desk.dana).await;
        let line = lines(&buyer.page().await).remove(0);
        let check = format!("/delivery-checks/{line}");
        let fine = [("outcome", "ok"), ("contact", desk.dana.as_str())];
        assert_eq!(desk.post(&check, &fine).await.status, 303);
        let form = desk.get(&check).await.body;
        assert!(form.contains("They say it is not, after all") && !form.contains("value=\"ok\""), "{form}");
        assert_eq!(desk.post(&check, &fine).await.status, 422, "once is enough");
        let wrong = |words| [("ordered", "yes"), ("fine", "no"), ("words", words), ("safety", "nobody")];
        buyer.says(&about(&line, &wrong("The lower ones are wet.")), "wrong").await;
        assert!(desk.get("/").await.body.contains("The lower ones are wet."), "a case, with first contact owed");
        assert!(!desk.get(&check).await.body.contains("name=\"outcome\""), "nothing follows not OK");
        let late = buyer.press(&about(&line, &wrong("The upper ones, too."))).await;
        assert_eq!(late.status, 409, "{}", late.body);
        assert!(late.body.contains("answered for this delivery already") && late.body.contains("The upper ones"));
        buyer.says(&about(&line, &[("ordered", "yes"), ("fine", "yes")]), "fine").await;
        let unknown = uuid::Uuid::from_u128(7).to_string();
        let gone = buyer.press(&about(&unknown, &wrong("The lower ones are wet."))).await;
        assert!(gone.status == 422 && gone.body.contains("The lower ones are wet."), "{}", gone.body);
    });
}

/// Long and evil words: kept whole, shown as text, in the case and on the page.
#[test]
fn what_they_write_is_text_and_is_kept_whole() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        came(&db, &desk, &[FRIDAY]).await;
        let buyer = Buyer::asked(&desk, &desk.dana).await;
        let line = lines(&buyer.page().await).remove(0);
        let evil = format!("<script>alert(1)</script>\"'{}", "The lid does not close. ".repeat(30));
        let no = [("ordered", "no"), ("fine", "no"), ("words", evil.as_str()), ("safety", "could_hurt")];
        buyer.says(&about(&line, &no), "wrong").await;
        let number = sql!("select cast(number as text) from cases");
        let number: String = db.read(move |conn| conn.one(number, &store::params![])).await.expect("a case");
        let case = desk.get(&format!("/cases/MG-{number}")).await.body;
        assert!(case.matches("The lid does not close.").count() > 25, "whole: {case}");
        for page in [buyer.page().await, case.replace("<script src=", "")] {
            assert!(!page.contains("<script"), "{page}");
        }
    });
}

/// S249: everything on their page in their own language.
#[test]
fn s249_the_questions_are_in_their_language() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        came(&db, &desk, &[FRIDAY, EARLIER]).await;
        for (tag, question, silence) in [
            ("de", "Ist es das, was Sie bestellt haben?", "Schweigen gilt uns nicht als Ja"),
            ("pl", "Czy to jest to, co zostało zamówione?", "milczenia nie bierzemy za zgodę"),
            ("es", "¿Es lo que pidió?", "no tomamos el silencio por un sí"),
        ] {
            let name = format!("Alex {tag}");
            let person = [("name", name.as_str()), ("language", tag), ("zone", "Europe/Berlin")];
            assert_eq!(desk.post(&format!("/accounts/{}/contacts", desk.acme), &person).await.status, 303);
            let page = desk.get(&format!("/accounts/{}/arrivals", desk.acme)).await.body;
            let option = page.split("<option").find(|o| o.contains(&name)).expect("them");
            let id = option.split("value=\"").nth(1).and_then(|v| v.split('"').next()).expect("an id").to_owned();
            let page = Buyer::asked(&desk, &id).await.page().await;
            for words in [format!("lang=\"{tag}\"").as_str(), question, silence] {
                assert!(page.contains(words), "{words} in {page}");
            }
            assert!(!page.contains("Is it what you ordered?") && !page.contains("delivered"), "{page}");
        }
    });
}

/// The first look over a slow network stays light with as many deliveries as one page asks about; the others come after them.
#[test]
fn sixty_deliveries_are_asked_fifty_at_a_time_on_a_light_page() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        let order = |n: usize| -> &'static str { format!("45{n:02}").leak() };
        let many: Vec<Came> = (0..60).map(|n| (order(n), "KB-7 rev C", "40", "2026-02-27")).collect();
        came(&db, &desk, &many).await;
        let buyer = Buyer::asked(&desk, &desk.dana).await;
        let shown = lines(&buyer.page().await);
        assert_eq!(shown.len(), 50);
        let headers = [("cookie", buyer.cookie.as_str()), ("accept-encoding", "gzip")];
        let request = headers.iter().fold(Request::builder().uri(&buyer.home), |r, (n, v)| r.header(*n, *v));
        let answer = desk.router().oneshot(request.body(Body::empty()).expect("a request")).await.expect("an answer");
        let weight = to_bytes(answer.into_body(), 1_000_000).await.expect("a body").len();
        println!("{weight} bytes");
        assert!(weight < 25_000, "{weight} bytes");
        buyer.says(&all_fine(&shown), "fine").await;
        assert_eq!(lines(&buyer.page().await).len(), 10);
    });
}
